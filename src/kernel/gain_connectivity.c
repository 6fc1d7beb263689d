/* A tie raises the node connectivity k exactly where every set of k nodes whose loss parts the network leaves two parts, with one end in
 * each; else that set still parts it. So a pair is tested against the cuts that are known, and only where all of them part its ends the
 * network with the tie is searched; that search ends in a proof or a new cut.
 *
 * Sources: (1) K. Menger 1927, doi:10.4064/fm-10-1-96-115; (2) H. Whitney 1932, doi:10.2307/2371086. */
#include "kernel/gain_connectivity.h"

#include "base/memory.h"
#include "kernel/component.h"
#include "kernel/gain_grown.h"
#include "kernel/gain_strong.h"
#include "kernel/separators.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

#define LOST UINT32_MAX
enum { CUT = 1, REACHED = 2, REACHES = 4 }; /* by `from` of a cut; `to` of it */

/* Whom v reaches without the cut along the arcs, or against them. */
static void mark_way(uint8_t *mark, uint8_t bit, const struct graph *g, uint32_t v, bool against, uint32_t *queue) {
  const uint64_t *first = against ? g->in_first : g->first;
  const uint32_t *to = against ? g->in_to : g->to;
  size_t tail = 1;
  mark[v] |= bit, queue[0] = v;
  for (size_t head = 0; head < tail; head++)
    for (uint64_t a = first[queue[head]]; a < first[queue[head] + 1]; a++)
      if (!(mark[to[a]] & (CUT | bit))) mark[to[a]] |= bit, queue[tail++] = to[a];
}

/* Directed: the cut stays one but where the tie leads from whom its one side still reaches to who still reaches the other. */
static enum kernel_code strike_directed(uint8_t *raises, const struct graph *g, const struct separator *cut, const uint32_t (*pair)[2],
                                        size_t count, uint32_t *queue) {
  uint8_t *mark = memory_zeroed(g->nodes, 1);
  if (!mark) return KERNEL_NO_MEMORY;
  for (uint32_t i = 0; i < cut->size; i++)
    mark[cut->item[i]] = CUT;
  mark_way(mark, REACHED, g, cut->from, false, queue);
  mark_way(mark, REACHES, g, cut->to, true, queue);
  for (size_t i = 0; i < count; i++)
    if (!(mark[pair[i][0]] & REACHED) || !(mark[pair[i][1]] & REACHES)) raises[i] = 0;
  free(mark);
  return KERNEL_DONE;
}

/* Strike out the pairs whose tie leaves a cut a cut. `side`, `queue`: room for n. */
static enum kernel_code strike(uint8_t *raises, const struct graph *g, const struct separator *cut, const uint32_t (*pair)[2], size_t count,
                               uint32_t *side, uint32_t *queue) {
  if (g->directed) return strike_directed(raises, g, cut, pair, count, queue);
  uint32_t sides = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    side[v] = 0;
  for (uint32_t i = 0; i < cut->size; i++)
    side[cut->item[i]] = LOST;
  for (uint32_t v = 0; v < g->nodes; v++) {
    if (side[v]) continue;
    size_t tail = 1;
    side[v] = ++sides, queue[0] = v;
    for (size_t head = 0; head < tail; head++)
      for (uint64_t a = g->first[queue[head]]; a < g->first[queue[head] + 1]; a++)
        if (!side[g->to[a]]) side[g->to[a]] = sides, queue[tail++] = g->to[a];
  }
  for (size_t i = 0; i < count; i++) {
    uint32_t u = side[pair[i][0]], v = side[pair[i][1]];
    if (sides > 2 || u == LOST || v == LOST || u == v) raises[i] = 0;
  }
  return KERNEL_DONE;
}

/* A network that is not strongly connected comes to be so by a tie that joins all of its parts. */
static enum kernel_code of_strong_parts(uint8_t *raises, const struct graph *g, const uint32_t (*pair)[2], size_t count) {
  uint32_t parts, *joins = memory_array(count, sizeof *joins);
  enum kernel_code code = joins ? gain_strong(joins, &parts, g, pair, count) : KERNEL_NO_MEMORY;
  for (size_t i = 0; !code && i < count; i++)
    raises[i] = joins[i] + 1 == parts && parts > 1;
  free(joins);
  return code;
}

/* A network in more than two components stays apart. */
static enum kernel_code of_islands(uint8_t *raises, const struct graph *g, const uint32_t (*pair)[2], size_t count, uint32_t *island) {
  uint32_t islands;
  if (g->directed) return of_strong_parts(raises, g, pair, count);
  enum kernel_code code = component_weak(island, NULL, &islands, g);
  for (size_t i = 0; !code && i < count; i++)
    raises[i] = islands == 2 && island[pair[i][0]] != island[pair[i][1]];
  return code;
}

static enum kernel_code with_tie(struct separator *cut, const struct graph *g, const uint32_t (*pair)[2], uint32_t k,
                                 const struct kernel_watch *watch) {
  struct grown grown;
  enum kernel_code code = grown_start(&grown, g, pair, 1, 0);
  if (code) return code;
  code = separator_of_nodes(cut, &grown.graph, k + 1, watch);
  grown_free(&grown);
  return code;
}

static enum kernel_code test_pairs(uint8_t *raises, const struct graph *g, const struct separator *first, const uint32_t (*pair)[2],
                                   size_t count, const struct kernel_watch *watch) {
  uint32_t *side = memory_array(g->nodes, sizeof *side), *queue = memory_array(g->nodes, sizeof *queue);
  enum kernel_code code = side && queue ? KERNEL_DONE : KERNEL_NO_MEMORY;
  memset(raises, 1, count);
  if (!code && first->found) code = strike(raises, g, first, pair, count, side, queue);
  for (size_t i = 0; !code && i < count; i++) {
    struct separator cut = {0};
    if (!raises[i]) continue;
    if (!watch_says_go(watch)) code = KERNEL_STOPPED;
    if (!code) code = with_tie(&cut, g, pair + i, first->size, watch);
    if (!code && cut.found && cut.size <= first->size) code = strike(raises, g, &cut, pair, count, side, queue);
    if (!code && cut.found && cut.size <= first->size) raises[i] = 0;
    separator_free(&cut);
  }
  free(side);
  free(queue);
  return code;
}

enum kernel_code gain_connectivity(uint8_t *raises, uint32_t *connectivity, const struct graph *g, const uint32_t (*pair)[2], size_t count,
                                   const struct kernel_watch *watch) {
  struct separator first = {0};
  enum kernel_code code = separator_of_nodes(&first, g, 0, watch);
  if (code) return code;
  *connectivity = first.size;
  if (first.size > 0) {
    code = test_pairs(raises, g, &first, pair, count, watch);
  } else {
    uint32_t *island = memory_array(g->nodes, sizeof *island);
    code = island ? of_islands(raises, g, pair, count, island) : KERNEL_NO_MEMORY;
    free(island);
  }
  separator_free(&first);
  return code;
}

uint64_t gain_connectivity_needs(const struct graph *g, uint32_t k) {
  uint64_t leave = 0, come = 0;
  for (uint32_t v = 0; v < g->nodes; v++) {
    uint64_t out = g->first[v + 1] - g->first[v], in = g->in_first[v + 1] - g->in_first[v];
    if (out < k) leave += k - out;
    if (in < k) come += k - in;
  }
  return !g->directed ? (leave + 1) / 2 : leave > come ? leave : come;
}
