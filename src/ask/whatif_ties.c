/* Ties that would be lost or gained, with their evidence, and what a picture marks. */
#include "ask/tell.h"
#include "ask/whatif.h"
#include "net/sheet.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { TEXTS = 6 };
static const char *const text_names[TEXTS] = {"kind", "layer", "since", "until", "source", "file"};

struct tie_columns {
  size_t text[TEXTS];
  double *weight, *line, *stands_for;
};

/* Ties of a view that are made of several say of how many, as in a listing of paths. */
static nonet_code add_columns(struct tie_columns *c, nonet_sheet *s, bool merged, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < TEXTS && !code; i++) {
    if (i == 2) code = sheet_add_numbers(&c->weight, s, "weight", err);
    if (!code) code = sheet_add_texts(&c->text[i], s, text_names[i], err);
  }
  if (!code) code = sheet_add_numbers(&c->line, s, "line", err);
  return code || !merged ? code : sheet_add_numbers(&c->stands_for, s, "stands-for", err);
}

static nonet_code fill_row(nonet_sheet *s, size_t row, const struct tie_columns *c, const nonet *n, uint32_t t, nonet_err *err) {
  nonet_tie tie;
  nonet_tie_get(&tie, n, t);
  const char *texts[TEXTS] = {tie.kind, nonet_layer_name(n, tie.layer), tie.since, tie.until, tie.source, tie.file};
  sheet_set_number(s, row, 0, (double)t + 1);
  nonet_code code = sheet_set_text(s, row, 1, net_key(n, tie.from), err);
  if (!code) code = sheet_set_text(s, row, 2, net_key(n, tie.to), err);
  for (size_t i = 0; i < TEXTS && !code; i++)
    code = sheet_set_text(s, row, c->text[i], texts[i], err);
  if (tie.has_weight) c->weight[row] = tie.weight;
  if (tie.line > 0) c->line[row] = (double)tie.line;
  if (c->stands_for) {
    size_t count;
    nonet_tie_parents(n, t, &count);
    c->stands_for[row] = (double)count;
  }
  return code;
}

/* A sheet of some ties, ascending. */
static nonet_code add_sheet(nonet_answer *a, const nonet *n, const uint32_t *tie, uint32_t count, const char *name, const char *title,
                            nonet_err *err) {
  struct tie_columns c = {0};
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, name, title, NONET_BY_TIE, count, err);
  if (code) return code;
  code = add_columns(&c, s, n->parent && n->parent_first, err);
  for (uint32_t i = 0; i < count && !code; i++)
    code = fill_row(s, i, &c, n, tie[i], err);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

/* "3 ties would be lost, 2 of them with evidence." */
static nonet_code say_lost(nonet_answer *a, const nonet *n, const uint32_t *tie, uint32_t count, nonet_err *err) {
  uint32_t with_source = 0;
  if (count == 0) return NONET_OK;
  for (uint32_t i = 0; i < count; i++)
    with_source += n->tie_source && n->tie_source[tie[i]] != 0;
  const char *what = count == 1 ? "tie" : "ties";
  if (with_source == 0) return answer_say(a, err, "%u %s would be lost.", count, what);
  if (with_source < count) return answer_say(a, err, "%u %s would be lost, %u of them with evidence.", count, what, with_source);
  return answer_say(a, err, "%u %s would be lost, with the evidence for %s.", count, what, count == 1 ? "it" : "them");
}

/* ---- ties that come in where there is one ---- */

/* Ties of the network then, but for those that came in, along which `tie` leads as well. */
static uint32_t ties_beside(const nonet *then, const uint8_t *came_in, uint32_t tie) {
  uint32_t from = then->tie_from[tie], to = then->tie_to[tie], count = 0;
  for (uint64_t i = then->end_first[from]; i < then->end_first[from + 1]; i++) {
    uint32_t t = then->end_tie[i];
    if (then->end_other[i] != to || came_in[t]) continue;
    count += !net_tie_directed(then, t) || !net_tie_directed(then, tie) || then->tie_from[t] == from;
  }
  return count;
}

static nonet_code say_tied(nonet_answer *a, const nonet *then, uint32_t tie, uint32_t count, nonet_err *err) {
  struct buffer text = {0};
  bool directed = net_tie_directed(then, tie);
  tell_node(&text, then, then->tie_from[tie]);
  buffer_text(&text, directed ? " is tied to " : " and ");
  tell_node(&text, then, then->tie_to[tie]);
  buffer_text(&text, directed ? " already" : " are tied already");
  if (count > 1) buffer_print(&text, ", by %u ties", count);
  nonet_code code = text.failed ? error_memory(err) : answer_say(a, err, "%s.", buffer_string(&text));
  buffer_free(&text);
  return code;
}

/* Who is tied already, of the ties that come in; where these are many, how many of them. */
static nonet_code say_gained(nonet_answer *a, const nonet *then, const uint32_t *tie, uint32_t count, nonet_err *err) {
  enum { TOLD = 5 };
  uint8_t *came_in = memory_zeroed(then->ties, 1);
  uint32_t already = 0;
  nonet_code code = came_in ? NONET_OK : error_memory(err);
  for (uint32_t i = 0; i < count && !code; i++)
    came_in[tie[i]] = 1;
  for (uint32_t i = 0; i < count && !code; i++) {
    uint32_t beside = then->tie_from[tie[i]] == then->tie_to[tie[i]] ? 0 : ties_beside(then, came_in, tie[i]);
    already += beside > 0;
    if (beside > 0 && count <= TOLD) code = say_tied(a, then, tie[i], beside, err);
  }
  if (!code && count > TOLD && already > 0)
    code = answer_say(a, err, "Of the %u ties that come in, %u %s between nodes that are tied already.", count, already,
                      already == 1 ? "is" : "are");
  free(came_in);
  return code;
}

nonet_code whatif_ties(nonet_answer *a, const struct whatif *w, nonet_err *err) {
  uint32_t *tie = memory_array((size_t)w->n->ties + w->map.ties, sizeof *tie), lost = 0, gained = 0;
  if (!tie) return error_memory(err);
  for (uint32_t t = 0; t < w->n->ties; t++)
    if (w->map.tie[t] == NONET_NONE) tie[lost++] = t;
  nonet_code code = say_lost(a, w->n, tie, lost, err);
  if (!code) code = add_sheet(a, w->n, tie, lost, "ties-lost", "Ties that would be lost, with their evidence", err);
  for (uint32_t t = w->n->ties; t < w->map.ties; t++)
    if (w->map.tie[t] != NONET_NONE) tie[gained++] = w->map.tie[t];
  if (!code && gained > 0) code = say_gained(a, w->then, tie, gained, err);
  if (!code) code = add_sheet(a, w->then, tie, gained, "ties-gained", "Ties that would be gained", err);
  free(tie);
  return code;
}

/* ---- what a picture marks ---- */

/* The nodes of n that a view's nodes are, by their keys; NONET_NONE: none, as for a network of layers. */
static uint32_t node_of(const struct whatif *w, uint32_t seen) {
  uint32_t v;
  if (w->now_seen == w->n) return seen;
  return nonet_find_node(&v, w->n, net_key(w->now_seen, seen), NULL) == NONET_OK ? v : NONET_NONE;
}

/* All groups but the greatest of each whole. */
static nonet_code mark_groups(nonet_answer *a, const struct whatif *w, const struct parts *p, const char *role, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (uint32_t g = 1; g < p->groups; g++)
    for (uint32_t i = 0; i < p->group[g].count && p->group[g].whole == p->group[g - 1].whole && !code; i++) {
      uint32_t v = node_of(w, p->node[p->group[g].first + i]);
      if (v != NONET_NONE) code = answer_mark_node(a, v, role, err);
    }
  return code;
}

/* Nodes that leave, come in or become one. */
static nonet_code mark_nodes(nonet_answer *a, const struct whatif *w, nonet_err *err) {
  nonet_code code = NONET_OK;
  uint32_t shown = nonet_answer_network(a) ? w->map.nodes : w->n->nodes;
  uint8_t *met = memory_zeroed(w->then->nodes, 1);
  if (!met) return error_memory(err);
  for (uint32_t v = 0; v < w->map.nodes; v++)
    if (w->map.node[v] != NONET_NONE && met[w->map.node[v]] < 2) met[w->map.node[v]]++;
  for (uint32_t v = 0; v < shown && !code; v++) {
    uint32_t then = w->map.node[v];
    if (then == NONET_NONE && v < w->n->nodes) code = answer_mark_node(a, v, "leaves", err);
    if (then != NONET_NONE && met[then] > 1) code = answer_mark_node(a, v, "become one", err);
    if (then != NONET_NONE && met[then] == 1 && v >= w->n->nodes) code = answer_mark_node(a, v, "new", err);
  }
  free(met);
  return code;
}

static bool adds(nonet_edit_kind kind) {
  return kind == NONET_ADD_NODE || kind == NONET_ADD_TIE || kind == NONET_ADD_LAYER || kind == NONET_ADD_MEMBER;
}

/* What is new has no place in the network as it is, so the marks are of that network with the additions alone, in which what was there
 * keeps its number. Where additions need what others take away (a name that is taken), only what is there now can be shown. */
static nonet_code give_network(nonet_answer *a, const struct whatif *w, nonet_err *err) {
  nonet_edit *added = memory_array(w->count, sizeof *added);
  nonet *both;
  size_t count = 0;
  if (!added) return error_memory(err);
  for (size_t i = 0; i < w->count; i++)
    if (adds(w->edits[i].kind)) added[count++] = w->edits[i];
  nonet_code code = count ? net_edited(&both, NULL, w->n, added, count, w->run, err) : NONET_OK;
  if (!code && count) answer_network(a, both);
  free(added);
  return code == NONET_EUSAGE ? NONET_OK : code;
}

nonet_code whatif_marks(nonet_answer *a, const struct whatif *w, nonet_err *err) {
  nonet_code code = give_network(a, w, err);
  if (!code) code = mark_groups(a, w, &w->gained, "gains contact", err);
  if (!code) code = mark_groups(a, w, &w->lost, "loses contact", err);
  if (!code) code = mark_nodes(a, w, err);
  uint32_t shown = nonet_answer_network(a) ? w->map.ties : w->n->ties;
  for (uint32_t t = 0; t < shown && !code; t++) {
    if (w->map.tie[t] == NONET_NONE && t < w->n->ties) code = answer_mark_tie(a, t, "lost", err);
    if (w->map.tie[t] != NONET_NONE && t >= w->n->ties) code = answer_mark_tie(a, t, "new", err);
  }
  return code;
}
