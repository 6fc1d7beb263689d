/* Brandes' accumulation along lengths, on the reduced network.
 *
 * The nearest node is found through Dial's ring where lengths are whole numbers of a common unit up to DIAL_SPAN, else through a heap.
 * Backwards, with c(w) = (onto(w) + delta(w)) / sigma(w) known for all later nodes,
 *     delta(v) = sigma(v) x sum of c(w) over the arcs v -> w that lie on shortest paths
 * Distances, counts and shares are arrays of their own: most arcs are on no shortest path and only look at two distances.
 *
 * Sources: (1) U. Brandes 2001, doi:10.1080/0022250X.2001.9990249; (2) R. B. Dial 1969, doi:10.1145/363269.363610; (3) E. W. Dijkstra 1959,
 * doi:10.1007/BF01386390. */
#include "kernel/lengthwise.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

#define ASK_EACH 65536 /* nodes settled between two looks at the halt */

bool lengthwise_start(struct lengthwise *s, const struct reduced *r, const struct lengths *l) {
  uint32_t n = r->net.nodes;
  double longest = 0;
  *s = (struct lengthwise){0};
  for (uint64_t a = 0; a < r->net.first[n]; a++)
    if (r->length[a] > longest) longest = r->length[a];
  s->by_dial = l->exact && longest <= DIAL_SPAN;
  s->distance = memory_array(n, sizeof *s->distance);
  s->sigma = memory_array(n, sizeof *s->sigma);
  s->share = memory_array(n, sizeof *s->share);
  s->order = memory_array(n, sizeof *s->order);
  if (!s->distance || !s->sigma || !s->share || !s->order) return false;
  for (uint32_t v = 0; v < n; v++)
    s->distance[v] = INFINITY;
  return s->by_dial ? dial_start(&s->dial, n, (uint32_t)longest) : heap_start(&s->heap, n, s->distance);
}

void lengthwise_free(struct lengthwise *s) {
  free(s->distance);
  free(s->sigma);
  free(s->share);
  free(s->order);
  dial_free(&s->dial);
  heap_free(&s->heap);
}

/* v is settled: offer its neighbours the way through it. */
static void spread_by_dial(struct lengthwise *s, const struct reduced *r, uint32_t v) {
  double here = s->distance[v];
  for (uint64_t a = r->net.first[v]; a < r->net.first[v + 1]; a++) {
    uint32_t w = r->net.to[a];
    double way = here + r->length[a], known = s->distance[w];
    if (way > known) continue;
    if (way < known) {
      if (known < INFINITY) dial_drop(&s->dial, w, (uint64_t)known);
      dial_put(&s->dial, w, (uint64_t)way);
      s->distance[w] = way;
      s->sigma[w] = 0;
    }
    s->sigma[w] += s->sigma[v];
  }
}

static void spread_by_heap(struct lengthwise *s, const struct reduced *r, const struct lengths *l, uint32_t v) {
  double here = s->distance[v];
  for (uint64_t a = r->net.first[v]; a < r->net.first[v + 1]; a++) {
    uint32_t w = r->net.to[a];
    double way = here + r->length[a], known = s->distance[w];
    if (known < INFINITY && lengths_equal(l, way, known)) {
      if (here < known) s->sigma[w] += s->sigma[v];
    } else if (way < known) {
      s->distance[w] = way;
      s->sigma[w] = s->sigma[v];
      heap_raise(&s->heap, w);
    }
  }
}

static bool search(struct lengthwise *s, const struct reduced *r, const struct lengths *l, uint32_t source, struct halt *halt,
                   unsigned worker) {
  s->distance[source] = 0;
  s->sigma[source] = 1;
  s->settled = 0;
  if (s->by_dial) {
    dial_reset(&s->dial);
    dial_put(&s->dial, source, 0);
  } else {
    heap_raise(&s->heap, source);
  }
  while (s->by_dial ? s->dial.count : s->heap.count) {
    uint32_t v = s->by_dial ? dial_take(&s->dial) : heap_take(&s->heap);
    s->order[s->settled++] = v;
    if (s->by_dial)
      spread_by_dial(s, r, v);
    else
      spread_by_heap(s, r, l, v);
    if (s->settled % ASK_EACH == 0 && halt_ask(halt, worker)) return false;
  }
  return true;
}

/* Sum of c(w) over the arcs of v that lie on shortest paths, each arc given its part on the way. */
static double draw_back(const struct lengthwise *s, const struct reduced *r, const struct lengths *l, uint32_t v, double from,
                        double *edge) {
  double here = s->distance[v], part = from * s->sigma[v], sum = 0;
  for (uint64_t a = r->net.first[v]; a < r->net.first[v + 1]; a++) {
    uint32_t w = r->net.to[a];
    if (!(s->distance[w] > here) || !lengths_equal(l, here + r->length[a], s->distance[w])) continue;
    sum += s->share[w];
    if (edge) edge[r->net.edge[a]] += part * s->share[w];
  }
  return sum;
}

bool lengthwise_walk(struct lengthwise *s, const struct reduced *r, const struct lengths *l, uint32_t source, double *node, double *edge,
                     struct halt *halt, unsigned worker) {
  double from = r->net.from[source], last = 0;
  if (!search(s, r, l, source, halt, worker)) return false;
  for (uint32_t i = s->settled; i-- > 0;) {
    uint32_t v = s->order[i];
    double delta = last = s->sigma[v] * draw_back(s, r, l, v, from, edge);
    s->share[v] = (r->net.onto[v] + delta) / s->sigma[v];
    if (node && v != source) node[v] += from * delta;
  }
  for (uint32_t i = 0; i < s->settled; i++)
    s->distance[s->order[i]] = INFINITY;
  return last - last == 0; /* the source's own share: not a number if any count was not finite */
}
