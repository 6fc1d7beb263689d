/* The graph of states, and coupling as an operator (1, 2).
 *
 * How: the layers in which a node is tied or placed are sorted once, which numbers the states; arcs come sorted, so rows fill in order, and
 * heads are found by bisection. Where all replicas of a node are coupled alike, the M - k of them without ties always have one value, so
 * one state stands for them: a node of 3 layers among 568 has 4 states. With x the value of a replica and y = sqrt(times) x, what coupling
 * adds to each is omega (sum of all the node's replicas - itself), in y: omega (root * sum of root y - y), which is symmetric.
 *
 * Sources: (1) M. De Domenico et al. 2013, Mathematical formulation of multilayer networks, doi:10.1103/PhysRevX.3.041022; (2) M. Kivela
 * et al. 2014, Multilayer networks, doi:10.1093/comnet/cnu016. */
#include "kernel/supra.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/* ---- states ---- */

static int by_node_and_layer(const void *x, const void *y) {
  const struct supra_place *a = x, *b = y;
  if (a->node != b->node) return a->node < b->node ? -1 : 1;
  return (a->layer > b->layer) - (a->layer < b->layer);
}

/* Where there is a replica that is a state of its own, ascending, each once; owned by the caller. */
static struct supra_place *places(uint64_t *count, const struct supra_plan *p) {
  uint64_t grid = p->everywhere && p->successive ? (uint64_t)p->nodes * p->layers : 0, at = 0, kept = 0;
  struct supra_place *place = memory_array((size_t)(2 * p->arcs + p->places + grid), sizeof *place);
  if (!place) return NULL;
  for (uint64_t i = 0; i < p->arcs && !grid; i++) {
    place[at++] = (struct supra_place){p->arc[i].from, p->arc[i].layer};
    if (p->directed) place[at++] = (struct supra_place){p->arc[i].to, p->arc[i].layer};
  }
  for (uint64_t i = 0; i < p->places && !p->everywhere; i++)
    place[at++] = p->place[i];
  for (uint64_t i = 0; i < grid; i++)
    place[at++] = (struct supra_place){(uint32_t)(i / p->layers), (uint32_t)(i % p->layers)};
  if (at && !grid) qsort(place, at, sizeof *place, by_node_and_layer);
  for (uint64_t i = 0; i < at; i++)
    if (!kept || by_node_and_layer(&place[kept - 1], &place[i]) != 0) place[kept++] = place[i];
  *count = kept;
  return place;
}

static void add_state(struct supra *s, uint32_t v, uint32_t layer, double times) {
  s->node[s->states] = v;
  s->layer[s->states] = layer;
  s->times[s->states] = times;
  s->root[s->states++] = sqrt(times);
  s->replicas += times;
}

static enum kernel_code number_states(struct supra *s, const struct supra_plan *p) {
  uint64_t count = 0;
  struct supra_place *place = places(&count, p);
  uint64_t most = count + p->nodes;
  enum kernel_code code = place && most < UINT32_MAX ? KERNEL_DONE : KERNEL_NO_MEMORY;
  if (!code) {
    s->first = memory_array((size_t)p->nodes + 1, sizeof *s->first);
    s->node = memory_array(most, sizeof *s->node);
    s->layer = memory_array(most, sizeof *s->layer);
    s->times = memory_array(most, sizeof *s->times);
    s->root = memory_array(most, sizeof *s->root);
    if (!s->first || !s->node || !s->layer || !s->times || !s->root) code = KERNEL_NO_MEMORY;
  }
  for (uint64_t v = 0, i = 0; !code && v < p->nodes; v++) {
    s->first[v] = s->states;
    for (; i < count && place[i].node == v; i++)
      add_state(s, (uint32_t)v, place[i].layer, 1);
    uint32_t own = s->states - s->first[v];
    if (p->everywhere && own < p->layers) add_state(s, (uint32_t)v, SUPRA_REST, p->layers - own);
  }
  if (!code) s->first[p->nodes] = s->states;
  free(place);
  return code;
}

uint32_t supra_state(const struct supra *s, uint32_t node, uint32_t layer) {
  uint32_t low = s->first[node], high = s->first[node + 1];
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (s->layer[mid] < layer)
      low = mid + 1;
    else
      high = mid;
  }
  return low < s->first[node + 1] && s->layer[low] == layer ? low : UINT32_MAX;
}

/* ---- arcs ---- */

/* The same arcs by their heads; `edge` may be NULL. Rows come out ascending. */
static void turn_round(uint64_t *in_first, uint32_t *in_from, uint32_t *in_edge, uint64_t *at, const uint64_t *first, const uint32_t *to,
                       uint32_t nodes) {
  for (uint64_t a = 0; a < first[nodes]; a++)
    in_first[to[a] + 1]++;
  for (uint32_t v = 0; v < nodes; v++)
    in_first[v + 1] += in_first[v], at[v] = in_first[v];
  for (uint32_t v = 0; v < nodes; v++)
    for (uint64_t a = first[v]; a < first[v + 1]; a++) {
      uint64_t place = at[to[a]]++;
      in_from[place] = v;
      if (in_edge) in_edge[place] = (uint32_t)a;
    }
}

static void fill_arcs(struct supra *s, const struct supra_plan *p) {
  for (uint64_t a = 0; a < p->arcs; a++) {
    const struct supra_arc *arc = &p->arc[a];
    s->arc_first[supra_state(s, arc->from, arc->layer) + 1]++;
    s->arc_to[a] = supra_state(s, arc->to, arc->layer);
    s->arc_edge[a] = (uint32_t)a;
    s->pair_first[arc->from + 1]++;
    s->pair_to[a] = arc->to;
    s->strength[a] = arc->strength;
    s->length[a] = arc->length;
  }
  for (uint32_t i = 0; i < s->states; i++)
    s->arc_first[i + 1] += s->arc_first[i];
  for (uint32_t v = 0; v < s->nodes; v++)
    s->pair_first[v + 1] += s->pair_first[v];
}

static bool turn_both(struct supra *s, uint64_t arcs) {
  s->in_arc_first = memory_zeroed((size_t)s->states + 1, sizeof *s->in_arc_first);
  s->in_pair_first = memory_zeroed((size_t)s->nodes + 1, sizeof *s->in_pair_first);
  s->arc_from = memory_array(arcs, sizeof *s->arc_from);
  s->in_edge = memory_array(arcs, sizeof *s->in_edge);
  s->pair_from = memory_array(arcs, sizeof *s->pair_from);
  uint64_t *at = memory_array((size_t)s->states + s->nodes, sizeof *at);
  bool fits = s->in_arc_first && s->in_pair_first && s->arc_from && s->in_edge && s->pair_from && at;
  if (fits) turn_round(s->in_arc_first, s->arc_from, s->in_edge, at, s->arc_first, s->arc_to, s->states);
  if (fits) turn_round(s->in_pair_first, s->pair_from, NULL, at, s->pair_first, s->pair_to, s->nodes);
  free(at);
  return fits;
}

static enum kernel_code build_arcs(struct supra *s, const struct supra_plan *p) {
  if (p->arcs >= UINT32_MAX) return KERNEL_NO_MEMORY;
  s->arc_first = memory_zeroed((size_t)s->states + 1, sizeof *s->arc_first);
  s->pair_first = memory_zeroed((size_t)s->nodes + 1, sizeof *s->pair_first);
  s->arc_to = memory_array(p->arcs, sizeof *s->arc_to);
  s->arc_edge = memory_array(p->arcs, sizeof *s->arc_edge);
  s->pair_to = memory_array(p->arcs, sizeof *s->pair_to);
  s->strength = memory_array(p->arcs, sizeof *s->strength);
  s->length = memory_array(p->arcs, sizeof *s->length);
  if (!s->arc_first || !s->pair_first || !s->arc_to || !s->arc_edge || !s->pair_to || !s->strength || !s->length) return KERNEL_NO_MEMORY;
  fill_arcs(s, p);
  if (p->directed && !turn_both(s, p->arcs)) return KERNEL_NO_MEMORY;
  s->ties = (struct graph){.nodes = s->states,
                           .edges = (uint32_t)p->arcs,
                           .directed = p->directed,
                           .first = s->arc_first,
                           .to = s->arc_to,
                           .edge = s->arc_edge,
                           .in_first = p->directed ? s->in_arc_first : s->arc_first,
                           .in_to = p->directed ? s->arc_from : s->arc_to,
                           .in_edge = p->directed ? s->in_edge : s->arc_edge,
                           .strength = s->strength,
                           .length = s->length};
  s->pairs = (struct graph){.nodes = s->nodes,
                            .directed = p->directed,
                            .first = s->pair_first,
                            .to = s->pair_to,
                            .in_first = p->directed ? s->in_pair_first : s->pair_first,
                            .in_to = p->directed ? s->pair_from : s->pair_to};
  return KERNEL_DONE;
}

enum kernel_code supra_start(struct supra *out, const struct supra_plan *plan) {
  *out = (struct supra){.nodes = plan->nodes, .layers = plan->layers, .successive = plan->successive};
  enum kernel_code code = number_states(out, plan);
  if (!code) code = build_arcs(out, plan);
  if (code) supra_free(out);
  return code;
}

void supra_free(struct supra *s) {
  void *const owned[] = {s->first,        s->node,       s->layer,         s->times,    s->root,     s->arc_first,
                         s->in_arc_first, s->pair_first, s->in_pair_first, s->arc_to,   s->arc_from, s->arc_edge,
                         s->in_edge,      s->pair_to,    s->pair_from,     s->strength, s->length};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free(owned[i]);
  *s = (struct supra){0};
}

/* ---- coupling ---- */

void supra_couple(double *to, const double *from, const struct supra *s, double omega, uint32_t v) {
  uint32_t count = s->first[v + 1] - s->first[v];
  const double *root = s->root + s->first[v];
  double sum = 0;
  for (uint32_t i = 0; i < count; i++)
    sum += root[i] * from[i];
  for (uint32_t i = 0; i < count; i++)
    to[i] += omega * (s->successive ? (i ? from[i - 1] : 0) + (i + 1 < count ? from[i + 1] : 0) : root[i] * sum - from[i]);
}

double supra_coupled(const double *from, const struct supra *s, double omega, uint32_t state) {
  uint32_t start = s->first[s->node[state]], count = s->first[s->node[state] + 1] - start, i = state - start;
  double sum = 0;
  for (uint32_t k = 0; k < count; k++)
    if (!s->successive || k + 1 == i || k == i + 1) sum += (s->successive ? 1 : s->root[start + k]) * (from ? from[k] : 1);
  return omega * (s->successive ? sum : s->root[state] * sum - (from ? from[i] : 1));
}

double supra_coupled_to(const struct supra *s, uint32_t state) {
  uint32_t start = s->first[s->node[state]], end = s->first[s->node[state] + 1];
  double sum = 0;
  if (s->successive) return (double)(state > start) + (double)(state + 1 < end);
  for (uint32_t i = start; i < end; i++)
    sum += s->times[i];
  return sum - 1;
}
