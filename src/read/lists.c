/* Names listed in cells: one row a partner with Strategy 1 ... n, and one row a meeting with its attendees.
 *
 * A meeting becomes a node, tied to each who was there: two-mode, so that who meets whom is a projection away and who was where is kept. */
#include "base/memory.h"
#include "read/read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- Strategy 1, Strategy 2 ... ---- */

struct lists {
  struct table *t;
  uint32_t kinds[2]; /* of who is named in front, and of what is listed */
  bool declares;
};

static nonet_code read_partner(void *of, nonet_err *err) {
  const struct lists *l = of;
  struct table *t = l->t;
  const struct plan *p = t->plan;
  struct cell name = table_cell(t, p->key);
  if (!name.length) return table_fault(t, err, "the cell under '%s' is empty: the row has no name", p->h.at[p->key].name);
  uint32_t key, node;
  nonet_code code = table_word(&key, t, name, err);
  if (!code && l->declares) {
    code = table_add_node(&node, t, key, l->kinds[0], err);
    if (!code) code = table_set_further(t, false, 0, p->block, node, err);
    if (!code) code = table_set_further(t, false, p->block_end, p->width, node, err);
  }
  for (size_t i = p->block; i < p->block_end && !code; i++) {
    struct cell to = table_cell(t, i);
    if (!to.length) continue;
    struct draft_tie tie = {.from = key,
                            .from_kind = l->kinds[0],
                            .to_kind = l->kinds[1],
                            .layer = t->place->layer,
                            .scope = t->place->scope,
                            .weight = (double)NAN,
                            .file = t->place->file,
                            .line = t->rows->line};
    code = table_word(&tie.to, t, to, err);
    if (!code) code = draft_add_tie(NULL, t->reading->draft, &tie, err);
  }
  return code;
}

/* The name column is the row's name even where no heading says so. */
nonet_code table_of_lists(struct table *t, nonet_err *err) {
  const struct plan *p = t->plan;
  struct lists l = {.t = t, .declares = !t->reading->node_table};
  nonet_code code = NONET_OK;
  if (l.declares) {
    const struct heading *key = &p->h.at[p->key];
    char *kind = heading_is_noun(key->folded) ? heading_kind(key->name) : NULL;
    code = table_kind(&l.kinds[0], t, kind, err);
    free(kind);
    if (!code) code = table_kind(&l.kinds[1], t, p->listed_kind, err);
  }
  for (bool more = true; !code && more;) {
    code = table_next(t, &more, err);
    if (!code && more) code = table_take_row(t, read_partner, &l, err);
  }
  return code;
}

/* ---- meetings ---- */

struct meetings {
  struct table *t;
  struct words *seen; /* names of meetings so far; owned */
  uint32_t kind, attendee_kind, attended;
};

static nonet_code start(struct meetings *m, nonet_err *err) {
  struct table *t = m->t;
  const struct headings *h = &t->plan->h;
  m->seen = words_new();
  if (!m->seen) return error_memory(err);
  nonet_code code = table_kind(&m->attended, t, "attended", err);
  if (!code) code = table_kind(&m->kind, t, "meeting", err);
  if (code || t->reading->node_table) return code;
  const char *folded = h->at[h->column[ROLE_ATTENDEES]].folded;
  size_t length = strlen(folded);
  bool plural = length > 1 && folded[length - 1] == 's'; /* attendees, participants, members; not "present" */
  return table_word(&m->attendee_kind, t, plural ? (struct cell){folded, length - 1} : (struct cell){"attendee", 8}, err);
}

/* The key of a meeting: its name; with the date behind it where the name came before. */
static nonet_code meeting_key(uint32_t *out, struct meetings *m, struct cell name, struct cell date, nonet_err *err) {
  uint32_t before = words_count(m->seen), word = words_add(m->seen, name.at, name.length);
  if (word == WORDS_NONE) return error_memory(err);
  if (words_count(m->seen) > before || !date.length || cell_same(name, date)) return table_word(out, m->t, name, err);
  struct buffer both = {0};
  buffer_add(&both, name.at, name.length);
  buffer_text(&both, ", ");
  buffer_add(&both, date.at, date.length);
  nonet_code code = both.failed ? error_memory(err) : table_word(out, m->t, (struct cell){both.bytes, both.size}, err);
  buffer_free(&both);
  return code;
}

static nonet_code attend(const struct meetings *m, const struct draft_tie *like, nonet_err *err) {
  struct table *t = m->t;
  struct cell cell = table_role(t, ROLE_ATTENDEES), name;
  struct draft_tie tie = *like;
  nonet_code code = NONET_OK;
  for (size_t at = 0; !code && cell_next_name(&name, cell, &at, true);) {
    code = table_word(&tie.from, t, name, err);
    if (!code) code = draft_add_tie(NULL, t->reading->draft, &tie, err);
  }
  return code;
}

static nonet_code read_meeting(void *of, nonet_err *err) {
  struct meetings *m = of;
  struct table *t = m->t;
  const struct plan *p = t->plan;
  size_t date_column = p->h.column[ROLE_SINCE];
  struct cell name = table_cell(t, p->key), date = table_role(t, ROLE_SINCE);
  if (!name.length) return table_fault(t, err, "the cell under '%s' is empty: the meeting has no name", p->h.at[p->key].name);
  struct draft_tie tie = {.from_kind = m->attendee_kind,
                          .to_kind = m->kind,
                          .kind = m->attended,
                          .layer = t->place->layer,
                          .scope = t->place->scope,
                          .weight = (double)NAN,
                          .file = t->place->file,
                          .line = t->rows->line};
  uint32_t node;
  nonet_code code = date_column == NO_COLUMN ? NONET_OK : value_date(date, t->place->path, t->rows->line, p->h.at[date_column].name, err);
  if (!code) code = meeting_key(&tie.to, m, name, date, err);
  struct draft_node row = {
      .key = tie.to, .kind = m->kind, .layers = t->place->layer, .scope = t->place->scope, .file = t->place->file, .line = t->rows->line};
  if (!code && !t->place->in_layer) code = table_word(&row.layers, t, table_role(t, ROLE_LAYER), err);
  tie.layer = row.layers;
  if (!code) code = draft_add_node(&node, t->reading->draft, &row, err);
  if (!code) code = table_word(&tie.since, t, date, err);
  tie.until = tie.since;
  for (size_t i = 0; i < p->width && !code; i++)
    if (i != p->key && i != p->h.column[ROLE_ATTENDEES] && i != p->h.column[ROLE_LAYER] && p->h.at[i].role != ROLE_IGNORE)
      code = table_set(t, false, i, node, table_cell(t, i), err);
  return code ? code : attend(m, &tie, err);
}

nonet_code table_of_meetings(struct table *t, nonet_err *err) {
  struct meetings m = {.t = t};
  nonet_code code = start(&m, err);
  for (bool more = true; !code && more;) {
    code = table_next(t, &more, err);
    if (!code && more) code = table_take_row(t, read_meeting, &m, err);
  }
  words_free(m.seen);
  return code;
}
