/* A tie raises the node connectivity k exactly where every set of k nodes whose loss parts the network leaves two parts, with one end in
 * each; else that set still parts it. So a pair is tested against the cuts that are known, and only where all of them part its ends the
 * network with the tie is searched; that search ends in a proof or a new cut.
 *
 * Sources: (1) K. Menger 1927, doi:10.4064/fm-10-1-96-115; (2) H. Whitney 1932, doi:10.2307/2371086. */
#include "kernel/gain_connectivity.h"

#include "base/memory.h"
#include "kernel/component.h"
#include "kernel/gain_grown.h"
#include "kernel/separators.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

#define LOST UINT32_MAX

/* Strike out the pairs whose tie leaves a cut a cut. `side`, `queue`: room for n. */
static void strike(uint8_t *raises, const struct graph *g, const struct separator *cut, const uint32_t (*pair)[2], size_t count,
                   uint32_t *side, uint32_t *queue) {
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
}

/* A network in more than two components stays apart. */
static enum kernel_code of_islands(uint8_t *raises, const struct graph *g, const uint32_t (*pair)[2], size_t count, uint32_t *island) {
  uint32_t islands;
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
  if (!code && first->found) strike(raises, g, first, pair, count, side, queue);
  for (size_t i = 0; !code && i < count; i++) {
    struct separator cut = {0};
    if (!raises[i]) continue;
    if (!watch_says_go(watch)) code = KERNEL_STOPPED;
    if (!code) code = with_tie(&cut, g, pair + i, first->size, watch);
    if (!code && cut.found && cut.size <= first->size) strike(raises, g, &cut, pair, count, side, queue);
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
  uint64_t ends = 0;
  for (uint32_t v = 0; v < g->nodes; v++) {
    uint64_t has = g->first[v + 1] - g->first[v];
    if (has < k) ends += k - has;
  }
  return (ends + 1) / 2;
}
