/* Labels that spread: each node takes the label whose ties weigh most around it, chance choosing among equals, round after round in an
 * order drawn anew, until every node has a label that none around it outweighs.
 *
 * Chance among equals could go on for ever where two labels hold each other in balance, so a node that has one of the heaviest labels keeps
 * it; then a round changes nothing once all are settled, and the strength inside of groups only grows from change to change. Sums of
 * strengths within 1e-12 of each other are equal.
 *
 * Sources: (1) U. N. Raghavan, R. Albert, S. Kumara 2007, doi:10.1103/PhysRevE.76.036106. */
#include "base/memory.h"
#include "measure/communities.h"

#include <stdlib.h>

/* Ties both ways as rows: to and strength of node v stand at first[v] .. first[v + 1]. */
struct rows {
  uint64_t *first;
  uint32_t *to;
  double *strength;
};

static void rows_free(struct rows *r) {
  free(r->first);
  free(r->to);
  free(r->strength);
}

static void put(struct rows *r, uint64_t *next, uint32_t from, uint32_t to, double strength) {
  r->to[next[from]] = to;
  r->strength[next[from]++] = strength;
}

static bool rows_start(struct rows *r, const struct graph *e) {
  uint64_t *next = memory_zeroed((size_t)e->nodes + 1, sizeof *next);
  r->first = memory_zeroed((size_t)e->nodes + 1, sizeof *r->first);
  r->to = memory_array(2 * (size_t)e->edges, sizeof *r->to);
  r->strength = memory_array(2 * (size_t)e->edges, sizeof *r->strength);
  bool ready = next && r->first && r->to && r->strength;
  for (uint32_t i = 0; ready && i < e->edges; i++)
    r->first[e->tail[i] + 1]++, r->first[e->head[i] + 1]++;
  for (uint32_t v = 0; ready && v < e->nodes; v++)
    next[v] = r->first[v], r->first[v + 1] += r->first[v];
  for (uint32_t i = 0; ready && i < e->edges; i++) {
    double w = e->strength ? e->strength[i] : 1;
    put(r, next, e->tail[i], e->head[i], w);
    put(r, next, e->head[i], e->tail[i], w);
  }
  free(next);
  return ready;
}

/* The label that v takes. `weight` is 0 everywhere before and after. */
static uint32_t label_around(const struct rows *r, const uint32_t *label, double *weight, uint32_t v, struct chance *chance) {
  double most = 0;
  uint32_t chosen = label[v], equals = 0;
  for (uint64_t i = r->first[v]; i < r->first[v + 1]; i++)
    weight[label[r->to[i]]] += r->strength[i];
  for (uint64_t i = r->first[v]; i < r->first[v + 1]; i++)
    if (weight[label[r->to[i]]] > most) most = weight[label[r->to[i]]];
  bool keeps = weight[label[v]] >= most * (1 - 1e-12);
  for (uint64_t i = r->first[v]; i < r->first[v + 1]; i++) {
    uint32_t l = label[r->to[i]];
    if (!keeps && weight[l] >= most * (1 - 1e-12) && chance_below(chance, ++equals) == 0) chosen = l;
    weight[l] = 0; /* each label is drawn for once */
  }
  return chosen;
}

static void shuffle(uint32_t *order, uint32_t count, struct chance *chance) {
  for (uint32_t i = count; i > 1; i--) {
    uint32_t j = (uint32_t)chance_below(chance, i), held = order[i - 1];
    order[i - 1] = order[j], order[j] = held;
  }
}

bool communities_labels(uint32_t *group, const struct graph *e, struct chance *chance) {
  struct rows r = {0};
  double *weight = memory_zeroed(e->nodes, sizeof *weight);
  uint32_t *order = memory_array(e->nodes, sizeof *order);
  bool ready = rows_start(&r, e) && weight && order, changed = true;
  for (uint32_t v = 0; ready && v < e->nodes; v++)
    group[v] = order[v] = v;
  while (ready && changed) {
    changed = false;
    shuffle(order, e->nodes, chance);
    for (uint32_t i = 0; i < e->nodes; i++) {
      uint32_t v = order[i], now = label_around(&r, group, weight, v, chance);
      changed |= now != group[v];
      group[v] = now;
    }
  }
  rows_free(&r);
  free(weight);
  free(order);
  return ready;
}
