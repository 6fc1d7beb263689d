/* Brandes' accumulation along lengths, on the reduced network.
 *
 * The nearest node is found through Dial's ring where lengths are whole numbers of a common unit up to DIAL_SPAN, else through a heap. When
 * v is settled, all nodes before it on shortest paths are: the arcs from them are listed, and their counts make sigma(v). Backwards along
 * these lists, c(v) = (onto(v) + delta(v)) / sigma(v) is added to what each u before v has drawn, and
 *     delta(u) = sigma(u) x what u has drawn
 * Most arcs are on no shortest path. Which ones are cannot be foretold, and a processor that guesses wrong loses the time of five arcs: so
 * an arc is always written to the list, and the list grows by 1 or by 0 without a jump.
 *
 * Sources: (1) U. Brandes 2001, doi:10.1080/0022250X.2001.9990249; (2) R. B. Dial 1969, doi:10.1145/363269.363610; (3) E. W. Dijkstra 1959,
 * doi:10.1007/BF01386390. */
#include "kernel/lengthwise.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

#define LENGTHS_SLACK 1e-12 /* that of lengths_equal */
#define ASK_EACH 65536      /* nodes settled between two looks at the halt */

bool lengthwise_start(struct lengthwise *s, const struct reduced *r, const struct lengths *l, bool edges) {
  uint32_t n = r->net.nodes;
  uint64_t arcs = r->net.first[n];
  double longest = 0;
  *s = (struct lengthwise){0};
  for (uint64_t a = 0; a < arcs; a++)
    if (r->length[a] > longest) longest = r->length[a];
  s->slack = l->exact ? 0 : LENGTHS_SLACK;
  s->by_dial = l->exact && longest <= DIAL_SPAN;
  s->distance = memory_array(n, sizeof *s->distance);
  s->sigma = memory_array(n, sizeof *s->sigma);
  s->drawn = memory_array(n, sizeof *s->drawn);
  s->order = memory_array(n, sizeof *s->order);
  s->first = memory_array((size_t)n + 1, sizeof *s->first);
  s->before = memory_array(arcs + 1, sizeof *s->before);
  if (edges) s->edge = memory_array(arcs + 1, sizeof *s->edge);
  if (!s->distance || !s->sigma || !s->drawn || !s->order || !s->first || !s->before || (edges && !s->edge)) return false;
  for (uint32_t v = 0; v < n; v++)
    s->distance[v] = INFINITY;
  return s->by_dial ? dial_start(&s->dial, n, (uint32_t)longest) : heap_start(&s->heap, n, s->distance);
}

void lengthwise_free(struct lengthwise *s) {
  free(s->distance);
  free(s->sigma);
  free(s->drawn);
  free(s->order);
  free(s->first);
  free(s->before);
  free(s->edge);
  dial_free(&s->dial);
  heap_free(&s->heap);
}

/* v is settled: offer its neighbours the way through it. */
static void offer_by_dial(struct lengthwise *s, const struct reduced *r, uint32_t v) {
  double here = s->distance[v];
  for (uint64_t a = r->net.first[v]; a < r->net.first[v + 1]; a++) {
    uint32_t w = r->net.to[a];
    double way = here + r->length[a], known = s->distance[w];
    if (way >= known) continue;
    if (known < INFINITY) dial_drop(&s->dial, w, (uint64_t)known);
    dial_put(&s->dial, w, (uint64_t)way);
    s->distance[w] = way;
  }
}

static void offer_by_heap(struct lengthwise *s, const struct reduced *r, uint32_t v) {
  double here = s->distance[v];
  for (uint64_t a = r->net.first[v]; a < r->net.first[v + 1]; a++) {
    uint32_t w = r->net.to[a];
    double way = here + r->length[a];
    if (way >= s->distance[w]) continue;
    s->distance[w] = way;
    heap_raise(&s->heap, w);
  }
}

/* lengths_equal without a jump: slack is 0 for whole lengths. */
static inline bool is_as_long(double slack, double a, double b) {
  return fabs(a - b) <= slack * (a < b ? b : a);
}

/* List the arcs on shortest paths into order[i], and count those paths. */
static void look_back(struct lengthwise *s, const struct reduced *r, uint32_t i) {
  const double *length = r->in_length ? r->in_length : r->length;
  const uint32_t *edge = r->in_length ? r->order.in.edge : r->order.out.edge;
  uint32_t v = s->order[i];
  uint64_t at = s->first[i];
  double here = s->distance[v], sigma = i == 0;
  for (uint64_t a = r->net.in_first[v]; a < r->net.in_first[v + 1]; a++) {
    uint32_t u = r->net.in_to[a];
    double there = s->distance[u];
    s->before[at] = u;
    if (s->edge) s->edge[at] = edge[a];
    at += (there < here) & is_as_long(s->slack, there + length[a], here);
  }
  for (uint64_t k = s->first[i]; k < at; k++)
    sigma += s->sigma[s->before[k]];
  s->sigma[v] = sigma;
  s->drawn[v] = 0;
  s->first[i + 1] = at;
}

static uint32_t take(struct lengthwise *s) {
  return s->by_dial ? dial_take(&s->dial) : heap_take(&s->heap);
}

static bool search(struct lengthwise *s, const struct reduced *r, uint32_t source, struct halt *halt, unsigned worker) {
  s->distance[source] = 0;
  s->settled = 0;
  s->first[0] = 0;
  if (s->by_dial) {
    dial_reset(&s->dial);
    dial_put(&s->dial, source, 0);
  } else {
    heap_raise(&s->heap, source);
  }
  while (s->by_dial ? s->dial.count : s->heap.count) {
    uint32_t v = s->order[s->settled] = take(s);
    look_back(s, r, s->settled++);
    if (s->by_dial)
      offer_by_dial(s, r, v);
    else
      offer_by_heap(s, r, v);
    if (s->settled % ASK_EACH == 0 && halt_ask(halt, worker)) return false;
  }
  return true;
}

/* Back over `settled` nodes in their order, whose arcs are listed and paths counted. */
static bool back(struct lengthwise *s, const struct reduced *r, uint32_t source, double *node, double *edge) {
  double from = r->net.from[source], last = 0;
  for (uint32_t i = s->settled; i-- > 0;) {
    uint32_t v = s->order[i];
    double delta = last = s->sigma[v] * s->drawn[v], c = (r->net.onto[v] + delta) / s->sigma[v];
    for (uint64_t k = s->first[i]; k < s->first[i + 1]; k++) {
      s->drawn[s->before[k]] += c;
      if (edge) edge[s->edge[k]] += from * s->sigma[s->before[k]] * c;
    }
    if (node && i) node[v] += from * delta;
  }
  return last - last == 0; /* the source's own: not a number if any count was not finite */
}

bool lengthwise_walk(struct lengthwise *s, const struct reduced *r, uint32_t source, double *node, double *edge, struct halt *halt,
                     unsigned worker) {
  if (!search(s, r, source, halt, worker)) return false;
  bool fine = back(s, r, source, node, edge);
  for (uint32_t i = 0; i < s->settled; i++)
    s->distance[s->order[i]] = INFINITY;
  return fine;
}
