/* What was assumed of a table, in plain sentences: its shape, which column is what, and which lines were left out. */
#include "read/read.h"

#include <string.h>

static void say_role(struct buffer *b, const struct headings *h, enum role role, bool *first) {
  size_t column = h->column[role];
  if (column == NO_COLUMN) return;
  buffer_text(b, *first ? ": " : ", ");
  *first = false;
  buffer_print(b, "%s = '%.80s'", role_name(role), h->at[column].name);
}

static void say_further(struct buffer *b, const struct headings *h) {
  size_t count = 0;
  for (size_t i = 0; i < h->count; i++) {
    if (h->at[i].role != ROLE_FURTHER || h->at[i].unnamed) continue;
    if (count < 8) buffer_print(b, "%s'%.40s'", count ? ", " : "; further columns ", h->at[i].name);
    count++;
  }
  if (count > 8) buffer_print(b, " and %zu more", count - 8);
}

static void say_roles(struct buffer *b, const struct plan *p, const enum role *roles, size_t count) {
  bool first = true;
  for (size_t i = 0; i < count; i++)
    say_role(b, &p->h, roles[i], &first);
}

static void say_ties(struct buffer *b, const struct plan *p) {
  static const enum role roles[] = {ROLE_FROM,   ROLE_TO,    ROLE_KIND,  ROLE_LAYER,     ROLE_WEIGHT,
                                    ROLE_LENGTH, ROLE_SINCE, ROLE_UNTIL, ROLE_DIRECTION, ROLE_EVIDENCE};
  buffer_text(b, "a table of ties");
  say_roles(b, p, roles, sizeof roles / sizeof *roles);
  if (p->h.from_kind && p->h.to_kind)
    buffer_print(b, "; the ends are of kind '%s' and '%s'", p->h.from_kind, p->h.to_kind);
  else if (p->h.from_kind || p->h.to_kind)
    buffer_print(b, "; the %s end is of kind '%s'", p->h.from_kind ? "first" : "second", p->h.from_kind ? p->h.from_kind : p->h.to_kind);
  say_further(b, &p->h);
}

static void say_nodes(struct buffer *b, const struct plan *p) {
  static const enum role roles[] = {ROLE_ID, ROLE_LABEL, ROLE_SHORT, ROLE_KIND, ROLE_LAYER, ROLE_ALIASES};
  buffer_text(b, "a table of nodes");
  say_roles(b, p, roles, sizeof roles / sizeof *roles);
  if (p->h.node_kind) buffer_print(b, "; they are of kind '%s'", p->h.node_kind);
  say_further(b, &p->h);
}

static void say_block(struct buffer *b, const struct plan *p) {
  const struct heading *key = &p->h.at[p->key], *first = &p->h.at[p->block], *last = &p->h.at[p->block_end - 1];
  buffer_text(b, p->shape == SHAPE_SQUARE ? "a square matrix" : p->shape == SHAPE_MATRIX ? "a matrix" : "lists in columns");
  buffer_print(b, ": rows are named by %s%.80s%s, ", key->unnamed ? "the first column" : "'", key->unnamed ? "" : key->name,
               key->unnamed ? "" : "'");
  buffer_print(b, "columns '%.80s' to '%.80s' (%zu) hold their ties", first->name, last->name, p->block_end - p->block);
  if (p->numbers) buffer_text(b, "; numbers are weights");
  if (p->says_no) buffer_text(b, "; 0 and no mean no tie, an empty cell is not answered");
}

static void say_meetings(struct buffer *b, const struct plan *p) {
  const struct headings *h = &p->h;
  buffer_print(b, "a row is a meeting: its name = '%.80s', attendees = '%.80s'", h->at[p->key].name, h->at[h->column[ROLE_ATTENDEES]].name);
  if (h->column[ROLE_SINCE] != NO_COLUMN) buffer_print(b, ", date = '%.80s'", h->at[h->column[ROLE_SINCE]].name);
  buffer_text(b, "; meetings are nodes, tied to who attended");
}

nonet_code table_say(const struct table *t, nonet_err *err) {
  const struct plan *p = t->plan;
  struct buffer b = {0};
  buffer_print(&b, "%s: ", t->place->path);
  if (p->shape == SHAPE_TIES) say_ties(&b, p);
  if (p->shape == SHAPE_NODES) say_nodes(&b, p);
  if (p->shape == SHAPE_MATRIX || p->shape == SHAPE_SQUARE || p->shape == SHAPE_LISTS) say_block(&b, p);
  if (p->shape == SHAPE_MEETINGS) say_meetings(&b, p);
  if (!p->headed) buffer_text(&b, "; it has no row of headings");
  if (p->h.length) buffer_text(&b, "; the numbers are lengths: more is farther");
  nonet_draft *d = t->reading->draft;
  nonet_code code = b.failed ? error_memory(err) : draft_assume(d, err, "%s", buffer_string(&b));
  buffer_free(&b);
  if (!code && p->titles.size)
    code = draft_assume(d, err, "%s: above the headings, taken as a title: %s", t->place->path, buffer_string(&p->titles));
  if (!code && p->totals.size)
    code = draft_assume(d, err, "%s: below the data, taken as totals or notes and left out: %s", t->place->path, buffer_string(&p->totals));
  return code;
}
