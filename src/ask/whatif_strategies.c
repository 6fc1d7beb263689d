/* Strategies and their partners: which strategy would be left without a partner, or rest on one, and how many partners work together.
 *
 * A strategy's partners are the other nodes that are tied to it and are no strategies; parallel ties count once. Two partners work
 * together where they share a strategy: pairs are counted for each partner over its strategies, O(sum over strategies of partners^2). */
#include "ask/whatif.h"
#include "net/sheet.h"
#include "net/sides.h"

#include "base/memory.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- counting ---- */

/* The partners of a strategy: different ones stand together among its ends. */
static void count_partners(struct whatif_sides *s, const nonet *n, uint32_t strategy) {
  uint32_t before = NONET_NONE;
  for (uint64_t e = n->end_first[strategy]; e < n->end_first[strategy + 1]; e++) {
    uint32_t other = n->end_other[e];
    if (other == before || s->strategy[other]) continue;
    before = other;
    s->partners[strategy]++;
    s->last[strategy] = other;
  }
}

/* Pairs of partners with a strategy in common. */
static nonet_code count_joint(struct whatif_sides *s, const nonet *n, nonet_err *err) {
  static const double most = 2e9;
  double steps = 0;
  for (uint32_t v = 0; v < n->nodes; v++)
    steps += (double)s->partners[v] * (double)(n->end_first[v + 1] - n->end_first[v]);
  if (steps > most) s->joint = NAN;
  if (steps > most) return NONET_OK;
  uint32_t *met = memory_zeroed(n->nodes, sizeof *met);
  if (!met) return error_memory(err);
  for (uint32_t v = 0; v < n->nodes; v++)
    for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1] && !s->strategy[v]; e++) {
      uint32_t middle = n->end_other[e];
      if (!s->strategy[middle] || (e > n->end_first[v] && middle == n->end_other[e - 1])) continue;
      for (uint64_t f = n->end_first[middle]; f < n->end_first[middle + 1]; f++) {
        uint32_t other = n->end_other[f];
        if (other <= v || s->strategy[other] || met[other] == v + 1) continue;
        met[other] = v + 1;
        s->joint++;
      }
    }
  free(met);
  return NONET_OK;
}

nonet_code whatif_sides(struct whatif_sides *out, const nonet *n, nonet_err *err) {
  *out = (struct whatif_sides){.strategy = memory_zeroed(n->nodes, sizeof *out->strategy),
                               .partners = memory_zeroed(n->nodes, sizeof *out->partners),
                               .last = memory_array(n->nodes, sizeof *out->last)};
  nonet_code code = out->strategy && out->partners && out->last ? NONET_OK : error_memory(err);
  if (!code) {
    net_strategy_nodes(out->strategy, n);
    for (uint32_t v = 0; v < n->nodes; v++) {
      out->last[v] = NONET_NONE;
      if (!out->strategy[v]) continue;
      count_partners(out, n, v);
      out->strategies++;
      out->without += out->partners[v] == 0;
      out->single += out->partners[v] == 1;
    }
    code = count_joint(out, n, err);
  }
  if (code) whatif_sides_free(out);
  return code;
}

void whatif_sides_free(struct whatif_sides *s) {
  free(s->strategy);
  free(s->partners);
  free(s->last);
  *s = (struct whatif_sides){0};
}

/* ---- what follows ---- */

/* Sides are told from the words of kinds, so a change may turn them over; a strategy that is one now is asked after. */
static uint32_t partners_then(const struct whatif *w, const struct whatif_sides *then, uint32_t v) {
  return then->partners[w->map.node[v]];
}

static bool changes(const struct whatif *w, const struct whatif_sides *now, const struct whatif_sides *then, uint32_t v) {
  return now->strategy[v] && w->map.node[v] != NONET_NONE && then->strategy[w->map.node[v]] &&
         partners_then(w, then, v) != now->partners[v];
}

/* Strategies that come to have so few partners; `node` has room for all. */
static size_t list_left(uint32_t *node, const struct whatif *w, const struct whatif_sides *now, const struct whatif_sides *then,
                        uint32_t partners) {
  size_t count = 0;
  for (uint32_t v = 0; v < w->n->nodes; v++)
    if (changes(w, now, then, v) && partners_then(w, then, v) == partners && now->partners[v] > partners) node[count++] = v;
  return count;
}

static nonet_code say_left(nonet_answer *a, const struct whatif *w, const struct whatif_sides *now, const struct whatif_sides *then,
                           nonet_err *err) {
  enum { TOLD = 10 };
  uint32_t *node = memory_array(w->n->nodes, sizeof *node);
  struct buffer names = {0};
  if (!node) return error_memory(err);
  size_t count = list_left(node, w, now, then, 0);
  nonet_code code = NONET_OK;
  whatif_names(&names, w->n, node, count);
  if (count) code = answer_say(a, err, "%s, %s would be left without a partner.", buffer_string(&w->condition), buffer_string(&names));
  for (size_t i = 0; !code && i < count; i++)
    code = answer_mark_node(a, node[i], "no partner left", err);
  count = list_left(node, w, now, then, 1);
  for (size_t i = 0; !code && i < count; i++) {
    buffer_clear(&names);
    whatif_names(&names, w->n, &node[i], 1);
    buffer_text(&names, " would rest on ");
    whatif_names(&names, w->then, &then->last[w->map.node[node[i]]], 1);
    if (i < TOLD) code = answer_say(a, err, "%s, %s alone.", buffer_string(&w->condition), buffer_string(&names));
    if (!code) code = answer_mark_node(a, node[i], "one partner left", err);
  }
  if (!code && count > TOLD)
    code = answer_say(a, err, "%zu more would rest on one partner; the sheet 'strategies' names them.", count - TOLD);
  if (!code && names.failed) code = error_memory(err);
  buffer_free(&names);
  free(node);
  return code;
}

/* "Pairs of partners that share a strategy: 139 now, 121 then." */
static nonet_code say_joint(nonet_answer *a, const struct whatif_sides *now, const struct whatif_sides *then, nonet_err *err) {
  char before[NUMBER_ROOM], after[NUMBER_ROOM];
  if (isnan(now->joint) || isnan(then->joint) || now->joint == then->joint) return NONET_OK;
  number_print(before, now->joint);
  number_print(after, then->joint);
  return answer_say(a, err, "Pairs that work together through a strategy: %s now, %s then.", before, after);
}

struct strategy_columns {
  double *now, *then;
  size_t last;
};

static nonet_code fill_row(nonet_sheet *s, size_t row, const struct strategy_columns *c, const struct whatif *w, uint32_t v,
                           const struct whatif_sides *now, const struct whatif_sides *then, nonet_err *err) {
  nonet_code code = sheet_set_text(s, row, 0, net_key(w->n, v), err);
  c->now[row] = now->partners[v];
  c->then[row] = partners_then(w, then, v);
  if (!code && c->then[row] == 1) code = sheet_set_text(s, row, c->last, net_key(w->then, then->last[w->map.node[v]]), err);
  return code;
}

static nonet_code add_sheet(nonet_answer *a, const struct whatif *w, const struct whatif_sides *now, const struct whatif_sides *then,
                            nonet_err *err) {
  struct strategy_columns c = {0};
  size_t rows = 0, row = 0;
  nonet_sheet *s;
  for (uint32_t v = 0; v < w->n->nodes; v++)
    rows += changes(w, now, then, v);
  nonet_code code = sheet_new(&s, "strategies", "Strategies that would lose or gain partners", NONET_BY_NODE, rows, err);
  if (code) return code;
  code = sheet_add_numbers(&c.now, s, "partners-before", err);
  if (!code) code = sheet_add_numbers(&c.then, s, "partners-after", err);
  if (!code) code = sheet_add_texts(&c.last, s, "last-partner", err);
  for (uint32_t v = 0; v < w->n->nodes && !code; v++)
    if (changes(w, now, then, v)) code = fill_row(s, row++, &c, w, v, now, then, err);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

nonet_code whatif_strategies(nonet_answer *a, const struct whatif *w, const struct whatif_sides *now, const struct whatif_sides *then,
                             nonet_err *err) {
  nonet_code code = say_left(a, w, now, then, err);
  if (!code) code = say_joint(a, now, then, err);
  return code ? code : add_sheet(a, w, now, then, err);
}
