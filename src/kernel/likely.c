/* Scores of pairs by marks: the neighbours of one end are marked 1, those of the other 2, and what bears both is shared.
 *
 * Sources: (1) L. Adamic, E. Adar 2003, Friends and neighbors on the Web, doi:10.1016/S0378-8733(03)00009-1; (2) T. Zhou, L. Lu, Y.-C.
 * Zhang 2009, Predicting missing links via local information, doi:10.1140/epjb/e2009-00335-8; (3) S. Daminelli et al. 2015, Common
 * neighbours and the local-community-paradigm for topological link prediction in bipartite networks, doi:10.1088/1367-2630/17/11/113037;
 * (4) P. Jaccard 1901. */
#include "kernel/likely.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>

enum { OF_U = 1, OF_V = 2, BY_U = 4, BY_V = 8 }; /* a neighbour of an end; a neighbour of such a one */

struct judging {
  const struct graph *g;
  const uint32_t (*pair)[2];
  const uint8_t *between;
  struct likely *out;
  uint8_t *mark; /* n for each worker, 0 between pairs */
};

static uint32_t degree(const struct graph *g, uint32_t v) {
  return (uint32_t)(g->first[v + 1] - g->first[v]);
}

static void put(uint8_t *mark, const struct graph *g, uint32_t v, uint8_t near, uint8_t next) {
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
    uint32_t w = g->to[a];
    mark[w] |= near;
    for (uint64_t b = g->first[w]; next && b < g->first[w + 1]; b++)
      mark[g->to[b]] |= next;
  }
}

static void take(uint8_t *mark, const struct graph *g, uint32_t v, bool next) {
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
    uint32_t w = g->to[a];
    mark[w] = 0;
    for (uint64_t b = g->first[w]; next && b < g->first[w + 1]; b++)
      mark[g->to[b]] = 0;
  }
}

/* Sums over the neighbours of v that are shared; each node is counted from one side. */
static void add_shared(struct likely *l, uint8_t *mark, const struct graph *g, uint32_t v, uint8_t own, uint8_t others) {
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
    uint32_t z = g->to[a], k = degree(g, z);
    if (!(mark[z] & own) || !(mark[z] & others)) continue;
    mark[z] = 0;
    l->shared++;
    if (k > 1) l->adamic_adar += 1 / log(k);
    l->resource_allocation += 1.0 / k;
  }
}

static struct likely of_pair(uint8_t *mark, const struct graph *g, uint32_t u, uint32_t v, bool between) {
  struct likely l = {0};
  uint32_t all = degree(g, u) + degree(g, v);
  put(mark, g, u, OF_U, between ? BY_U : 0);
  put(mark, g, v, OF_V, between ? BY_V : 0);
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    all -= mark[g->to[a]] >> 1 & 1;
  add_shared(&l, mark, g, u, OF_U, between ? OF_V | BY_V : OF_V);
  if (between) add_shared(&l, mark, g, v, OF_V, OF_U | BY_U);
  take(mark, g, u, between);
  take(mark, g, v, between);
  if (all) l.jaccard = (double)l.shared / all;
  return l;
}

static void some_pairs(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct judging *j = context;
  uint8_t *mark = j->mark + (size_t)worker * j->g->nodes;
  (void)lane;
  for (size_t i = from; i < to; i++)
    j->out[i] = of_pair(mark, j->g, j->pair[i][0], j->pair[i][1], j->between && j->between[i]);
}

enum kernel_code likely_ties(struct likely *out, const struct graph *g, const uint32_t (*pair)[2], const uint8_t *between, size_t count,
                             const struct kernel_watch *watch) {
  struct judging j = {g, pair, between, out, NULL};
  double each = g->nodes ? (double)g->first[g->nodes] / g->nodes : 0;
  struct waves_job job = {count, 4 * each * (between ? 1 + each : 1) + 8, some_pairs, &j};
  j.mark = memory_zeroed((size_t)g->nodes * waves_workers(&job, watch), 1);
  enum kernel_code code = j.mark ? waves_run(&job, watch) : KERNEL_NO_MEMORY;
  free(j.mark);
  return code;
}
