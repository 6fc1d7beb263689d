/* Who bridges two layers or kinds, and what holds them together.
 *
 * Bridging is what meets the eye: those in both, ties across, those tied to both. Holding together is proved: the smallest set of nodes
 * that every way across meets, by a flow between the two crowds (trails.h), members counted like everybody else. */
#include "ask/circle.h"
#include "ask/connection.h"
#include "ask/evidence.h"
#include "ask/forms.h"
#include "ask/listing.h"
#include "ask/tell.h"
#include "base/memory.h"
#include "base/name.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { NAMES_TOLD = 8 };

struct bridging {
  const nonet *net;
  struct subject side[2];
  uint8_t *flag[2]; /* owned */
  struct circle both, ends, third, ties;
  uint32_t across; /* ties between members of one alone and members of the other alone */
  struct buffer text;
};

static nonet_code find_sides(struct bridging *b, const char *one, const char *other, nonet_err *err) {
  const char *names[] = {one, other};
  for (int i = 0; i < 2; i++) {
    nonet_code code = subject_find(&b->side[i], b->net, names[i], SUBJECT_GROUP, err);
    if (code) return code;
    if (!(b->flag[i] = memory_zeroed(b->net->nodes, 1))) return error_memory(err);
    subject_flag(b->flag[i], &b->side[i], b->net);
  }
  bool same = b->side[0].what == b->side[1].what && b->side[0].at == b->side[1].at;
  return same ? error_set(err, NONET_EUSAGE, "two different layers or kinds have to be named") : NONET_OK;
}

static void bridging_free(struct bridging *b) {
  free(b->flag[0]);
  free(b->flag[1]);
  circle_free(&b->both);
  circle_free(&b->ends);
  circle_free(&b->third);
  circle_free(&b->ties);
  buffer_free(&b->text);
}

static void tell_sides(struct bridging *b, const char *between) {
  subject_tell(&b->text, &b->side[0], b->net);
  buffer_text(&b->text, between);
  subject_tell(&b->text, &b->side[1], b->net);
}

static void gather(struct bridging *b) {
  const nonet *n = b->net;
  for (uint32_t v = 0; v < n->nodes; v++) {
    bool first = false, second = false;
    if (b->flag[0][v] && b->flag[1][v]) circle_add(&b->both, v);
    for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++) {
      uint32_t w = n->end_other[e];
      first |= b->flag[0][w] && !b->flag[1][w];
      second |= b->flag[1][w] && !b->flag[0][w];
    }
    if (first && second && !b->flag[0][v] && !b->flag[1][v]) circle_add(&b->third, v);
  }
  for (uint32_t t = 0; t < n->ties; t++) {
    uint32_t v = n->tie_from[t], w = n->tie_to[t];
    bool out = b->flag[0][v] && !b->flag[1][v] && b->flag[1][w] && !b->flag[0][w];
    bool back = b->flag[1][v] && !b->flag[0][v] && b->flag[0][w] && !b->flag[1][w];
    if (!out && !back) continue;
    b->across++;
    circle_add(&b->ties, t);
    circle_add(&b->ends, v);
    circle_add(&b->ends, w);
  }
  circle_settle_nodes(&b->both, n);
  circle_settle_nodes(&b->ends, n);
  circle_settle_nodes(&b->third, n);
}

/* Ties of those in both or of neither to members of either. */
static void gather_ties(struct bridging *b, const struct circle *who) {
  const nonet *n = b->net;
  for (size_t i = 0; i < who->count; i++)
    for (uint64_t e = n->end_first[who->at[i]]; e < n->end_first[who->at[i] + 1]; e++)
      if (b->flag[0][n->end_other[e]] || b->flag[1][n->end_other[e]]) circle_add(&b->ties, n->end_tie[e]);
}

static nonet_code say_bridges(nonet_answer *a, struct bridging *b, nonet_err *err) {
  nonet_code code = NONET_OK;
  if (b->both.count > 0) {
    tell_nodes(&b->text, b->net, b->both.at, b->both.count, NAMES_TOLD);
    buffer_text(&b->text, b->both.count == 1 ? " is in both " : " are in both ");
    tell_sides(b, " and ");
    code = tell(a, &b->text, err);
  }
  if (!code && b->across > 0) {
    tell_count(&b->text, b->across, "tie runs", "ties run");
    buffer_text(&b->text, " from one to the other, between ");
    tell_nodes(&b->text, b->net, b->ends.at, b->ends.count, NAMES_TOLD);
    code = tell(a, &b->text, err);
  }
  if (!code && b->third.count > 0) {
    tell_nodes(&b->text, b->net, b->third.at, b->third.count, NAMES_TOLD);
    buffer_text(&b->text, b->third.count == 1 ? ", in neither, is tied to both" : ", in neither, are tied to both");
    code = tell(a, &b->text, err);
  }
  return code;
}

static nonet_code add_row(nonet_sheet *s, size_t row, const size_t column[2], const struct bridging *b, uint32_t v, const char *how,
                          nonet_err *err) {
  nonet_node node;
  nonet_node_get(&node, b->net, v);
  nonet_code code = sheet_set_text(s, row, 0, node.key, err);
  if (!code) code = sheet_set_text(s, row, column[0], node.label, err);
  return code ? code : sheet_set_text(s, row, column[1], how, err);
}

static nonet_code add_bridges(nonet_answer *a, struct bridging *b, nonet_err *err) {
  static const char *const how[] = {"in both", "tied across", "tied to both"};
  const struct circle *const parts[] = {&b->both, &b->ends, &b->third};
  nonet_sheet *s = NULL;
  size_t column[2], row = 0;
  nonet_code code = sheet_new(&s, "bridges", "Who bridges them", NONET_BY_NODE, b->both.count + b->ends.count + b->third.count, err);
  if (!code) code = sheet_add_texts(&column[0], s, "label", err);
  if (!code) code = sheet_add_texts(&column[1], s, "how", err);
  for (size_t p = 0; p < 3 && !code; p++)
    for (size_t i = 0; i < parts[p]->count && !code; i++)
      code = add_row(s, row++, column, b, parts[p]->at[i], how[p], err);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code fill(nonet_answer *a, struct bridging *b, nonet_err *err) {
  const struct circle *const parts[] = {&b->both, &b->ends, &b->third};
  buffer_print(&b->text, "%zu", b->both.count + b->ends.count + b->third.count);
  nonet_code code = answer_verdict(a, buffer_string(&b->text), err);
  buffer_clear(&b->text);
  if (!code) code = say_bridges(a, b, err);
  if (!code) code = add_bridges(a, b, err);
  gather_ties(b, &b->both);
  gather_ties(b, &b->third);
  for (size_t p = 0; p < 3; p++)
    for (size_t i = 0; i < parts[p]->count && !code; i++)
      code = answer_mark_node(a, parts[p]->at[i], "bridge", err);
  return code ? code : circle_show_ties(a, "ties", "The ties that it rests on", b->net, &b->ties, err);
}

/* ---- nobody ---- */

/* Names that stand in both groups, for people who are a node in each of them: compared by folded labels. */
static nonet_code nobody(struct bridging *b, nonet_err *err) {
  const nonet *n = b->net;
  struct buffer alike = {0};
  size_t found = 0;
  for (uint32_t v = 0; v < n->nodes; v++) {
    nonet_node one;
    bool met = false;
    if (!b->flag[0][v]) continue;
    nonet_node_get(&one, n, v);
    for (uint32_t w = 0; w < n->nodes && !met; w++) {
      nonet_node other;
      if (!b->flag[1][w]) continue;
      nonet_node_get(&other, n, w);
      met = strcmp(one.label, other.label) == 0;
    }
    if (!met) continue;
    if (found++ < NAMES_TOLD) buffer_print(&alike, "%s%s", found > 1 ? ", " : "", one.label);
  }
  tell_sides(b, " and ");
  nonet_code code =
      b->text.failed || alike.failed ? error_memory(err)
      : found == 0 ? error_set(err, NONET_ENOANSWER, "nobody bridges %s: nobody is in both, and no tie leads from one to the other",
                               buffer_string(&b->text))
                   : error_set(err, NONET_ENOANSWER,
                               "nobody bridges %s: nobody is in both, and no tie leads from one to the other; called alike in both: %s%s",
                               buffer_string(&b->text), buffer_string(&alike), found > NAMES_TOLD ? " ..." : "");
  buffer_free(&alike);
  return code;
}

nonet_code nonet_bridging(nonet_answer **out, const nonet *n, const char *one, const char *other, const nonet_run *run, nonet_err *err) {
  struct bridging b = {.net = n};
  (void)run;
  *out = NULL;
  nonet_code code = find_sides(&b, one, other, err);
  if (!code) gather(&b);
  if (!code && (b.both.failed || b.ends.failed || b.third.failed || b.ties.failed)) code = error_memory(err);
  if (!code && b.both.count + b.ends.count + b.third.count == 0) code = nobody(&b, err);
  if (!code) code = answer_new(out, err);
  if (!code) code = fill(*out, &b, err);
  bridging_free(&b);
  if (code) {
    nonet_answer_free(*out);
    *out = NULL;
  }
  return code;
}

/* ---- holding together ---- */

static nonet_code tell_holding(nonet_answer *a, const struct connection *c, struct buffer *text, nonet_err *err) {
  const struct routes_found *r = &c->routes;
  tell_nodes(text, c->net, r->cut, r->cuts, NAMES_TOLD);
  buffer_text(text, r->cuts == 1 ? " alone holds " : " hold ");
  subject_tell(text, &c->end[0], c->net);
  buffer_text(text, " and ");
  subject_tell(text, &c->end[1], c->net);
  buffer_text(text, " together");
  nonet_code code = tell(a, text, err);
  buffer_print(text, "Without %s no way would lead from one to the other", r->cuts == 1 ? "it" : "all of them");
  if (r->cuts > 1) buffer_print(text, "; no smaller set does that, since %zu routes between them share nobody", r->trails.count);
  if (!code) code = tell(a, text, err);
  if (!code && c->ways.directed) code = answer_say(a, err, "Ties are followed in their direction.");
  return code;
}

static nonet_code fill_holding(nonet_answer *a, const struct connection *c, nonet_err *err) {
  const struct trails *t = &c->routes.trails;
  struct buffer text = {0};
  struct listing list = {0};
  nonet_sheet *s = NULL;
  buffer_print(&text, "%zu", c->routes.cuts);
  nonet_code code = answer_verdict(a, buffer_string(&text), err);
  buffer_clear(&text);
  if (!code) code = tell_holding(a, c, &text, err);
  if (!code) code = people_sheet(&s, "cut", "What holds them together", c->net, c->routes.cut, c->routes.cuts, err);
  if (!code) code = answer_add_sheet(a, s, err);
  for (size_t i = 0; i < t->count && !code; i++)
    code = listing_add_trail(&list, t->node + t->first[i], trail_length(t, i), &c->ways, err);
  s = NULL;
  if (!code) code = listing_sheet_as(&s, "routes", "Routes that share nobody", &list, c->net, err);
  if (!code) code = answer_add_sheet(a, s, err);
  for (size_t i = 0; i < list.count && !code; i++)
    if (list.row[i].tie != NONET_NONE) code = answer_mark_tie(a, list.row[i].tie, "path", err);
  for (size_t i = 0; i < c->routes.cuts && !code; i++)
    code = answer_mark_node(a, c->routes.cut[i], "relied upon", err);
  listing_free(&list);
  buffer_free(&text);
  return code;
}

nonet_code nonet_holding(nonet_answer **out, const nonet *n, const char *one, const char *other, const nonet_run *run, nonet_err *err) {
  struct connection c;
  struct bridging names = {.net = n};
  nonet_connection_options o = {.from = one, .to = other, .brief = true};
  *out = NULL;
  nonet_code code = find_sides(&names, one, other, err);
  bridging_free(&names);
  if (code) return code;
  code = connection_start(&c, n, &o, run, err);
  if (!code) code = terrain_start(&c.terrain, &c.ways, c.side, err);
  if (!code) code = trails_apart(&c.routes, &c.terrain, &c.run, err);
  if (!code && c.routes.trails.count == 0) code = connection_miss(&c, err);
  if (!code) code = answer_new(out, err);
  if (!code) code = fill_holding(*out, &c, err);
  connection_free(&c);
  if (code) {
    nonet_answer_free(*out);
    *out = NULL;
  }
  return code;
}

/* ---- forms ---- */

static nonet_code answer_bridges(nonet_answer **out, const struct asking *q, nonet_err *err) {
  return nonet_bridging(out, q->net, q->name[SLOT_L], q->name[SLOT_M], q->run, err);
}

static nonet_code answer_holds(nonet_answer **out, const struct asking *q, nonet_err *err) {
  return nonet_holding(out, q->net, q->name[SLOT_L], q->name[SLOT_M], q->run, err);
}

static const struct form_row rows[] = {{FORM_BRIDGES, "nonet_bridging", answer_bridges}, {FORM_HOLDS, "nonet_holding", answer_holds}};
const struct form_rows bridging_forms = {rows, sizeof rows / sizeof *rows};
