/* Truss numbers: take away the edge with the fewest triangles left, again and again.
 *
 * `order` holds the edges by support (triangles left), `start[s]` where support s begins, so an edge that loses a triangle swaps with the
 * first of its run and the run's border moves past it, in O(1). Third nodes are looked for from the end with fewer neighbours.
 *
 * Sources: (1) J. Cohen 2008, Trusses: cohesive subgraphs for social network analysis, NSA technical report; (2) J. Wang, J. Cheng 2012,
 * Truss decomposition in massive networks, doi:10.14778/2311906.2311909. */
#include "kernel/truss.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <stdlib.h>

#define NO_EDGE UINT32_MAX

struct peeling {
  const struct graph *g;
  uint32_t *support, *order, *place, *start; /* place[e]: where in `order` edge e is */
  uint8_t *gone;
};

static uint64_t degree(const struct graph *g, uint32_t v) {
  return g->first[v + 1] - g->first[v];
}

static uint32_t edge_between(const struct graph *g, uint32_t u, uint32_t v) {
  uint64_t low = g->first[u], high = g->first[u + 1];
  while (low < high) {
    uint64_t middle = low + (high - low) / 2;
    if (g->to[middle] < v)
      low = middle + 1;
    else
      high = middle;
  }
  return low < g->first[u + 1] && g->to[low] == v ? g->edge[low] : NO_EDGE;
}

/* Call `each` with the two other edges of every triangle that e is in and that is still whole. */
static void triangles_of(struct peeling *p, uint32_t e, void (*each)(struct peeling *, uint32_t, uint32_t, uint32_t)) {
  const struct graph *g = p->g;
  uint32_t u = g->tail[e], v = g->head[e];
  if (degree(g, u) > degree(g, v)) u = g->head[e], v = g->tail[e];
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++) {
    if (g->to[a] == v || p->gone[g->edge[a]]) continue;
    uint32_t other = edge_between(g, v, g->to[a]);
    if (other != NO_EDGE && !p->gone[other]) each(p, e, g->edge[a], other);
  }
}

static void count(struct peeling *p, uint32_t e, uint32_t f, uint32_t h) {
  (void)f;
  (void)h;
  p->support[e]++;
}

static void lower(struct peeling *p, uint32_t f) {
  uint32_t first = p->start[p->support[f]]++, swapped = p->order[first];
  p->order[p->place[f]] = swapped;
  p->place[swapped] = p->place[f];
  p->order[first] = f;
  p->place[f] = first;
  p->support[f]--;
}

/* A triangle breaks with e: edges that have more left than e lose one. */
static void fall(struct peeling *p, uint32_t e, uint32_t f, uint32_t h) {
  if (p->support[f] > p->support[e]) lower(p, f);
  if (p->support[h] > p->support[e]) lower(p, h);
}

static void sort_by_support(struct peeling *p) {
  const struct graph *g = p->g;
  for (uint32_t e = 0; e < g->edges; e++)
    p->start[p->support[e] + 1]++;
  for (uint32_t s = 0; s < g->nodes; s++)
    p->start[s + 1] += p->start[s];
  for (uint32_t e = 0; e < g->edges; e++) {
    p->place[e] = p->start[p->support[e]]++;
    p->order[p->place[e]] = e;
  }
  for (uint32_t s = g->nodes; s > 0; s--)
    p->start[s] = p->start[s - 1];
  p->start[0] = 0;
}

enum kernel_code truss(uint32_t *number, const struct graph *g, const struct kernel_watch *watch) {
  struct peeling p = {.g = g};
  enum kernel_code code = KERNEL_NO_MEMORY;
  p.support = memory_zeroed(g->edges, sizeof *p.support);
  p.order = memory_array(g->edges, sizeof *p.order);
  p.place = memory_array(g->edges, sizeof *p.place);
  p.start = memory_zeroed((size_t)g->nodes + 1, sizeof *p.start);
  p.gone = memory_zeroed(g->edges, 1);
  if (!p.support || !p.order || !p.place || !p.start || !p.gone) goto done;
  code = KERNEL_STOPPED;
  for (uint32_t e = 0; e < g->edges; e++) {
    if (e % 4096 == 0 && !watch_says_go(watch)) goto done;
    triangles_of(&p, e, count);
  }
  sort_by_support(&p);
  for (uint32_t i = 0; i < g->edges; i++) {
    uint32_t e = p.order[i];
    if (i % 4096 == 0 && !watch_says_go(watch)) goto done;
    if (p.start[p.support[e]] <= i) p.start[p.support[e]] = i + 1;
    number[e] = p.support[e] + 2;
    triangles_of(&p, e, fall);
    p.gone[e] = 1;
  }
  code = KERNEL_DONE;
done:
  free(p.support);
  free(p.order);
  free(p.place);
  free(p.start);
  free(p.gone);
  return code;
}
