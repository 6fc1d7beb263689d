/* Nodes within k steps: breadth-first search from each node, cut off after k levels. Each node writes a number of its own. */
#include "kernel/reach.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <stdlib.h>

struct scratch {
  uint32_t *seen, *queue; /* seen[v]: 1 + the node that saw v last; 0: none */
};

struct pass {
  const struct graph *g;
  uint32_t *count, steps;
  struct scratch *scratch; /* one for each worker */
};

static uint32_t from_node(const struct pass *p, struct scratch *s, uint32_t source) {
  const struct graph *g = p->g;
  size_t head = 0, tail = 1;
  s->queue[0] = source;
  s->seen[source] = source + 1;
  for (uint32_t depth = 0; depth < p->steps && head < tail; depth++)
    for (size_t level_end = tail; head < level_end; head++)
      for (uint64_t a = g->first[s->queue[head]]; a < g->first[s->queue[head] + 1]; a++) {
        uint32_t w = g->to[a];
        if (s->seen[w] == source + 1) continue;
        s->seen[w] = source + 1;
        s->queue[tail++] = w;
      }
  return (uint32_t)tail - 1;
}

static void some_nodes(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  (void)lane;
  for (size_t v = from; v < to; v++)
    p->count[v] = from_node(p, &p->scratch[worker], (uint32_t)v);
}

enum kernel_code reach_within(uint32_t *count, uint32_t steps, const struct graph *g, const struct kernel_watch *watch) {
  struct pass p = {.g = g, .count = count, .steps = steps};
  struct waves_job job = {g->nodes, g->nodes + (double)g->first[g->nodes], some_nodes, &p};
  unsigned workers = waves_workers(&job, watch);
  p.scratch = memory_zeroed(workers, sizeof *p.scratch);
  bool ready = p.scratch != NULL;
  for (unsigned w = 0; ready && w < workers; w++) {
    p.scratch[w].seen = memory_zeroed(g->nodes, sizeof(uint32_t));
    p.scratch[w].queue = memory_array(g->nodes, sizeof(uint32_t));
    ready = p.scratch[w].seen && p.scratch[w].queue;
  }
  enum kernel_code code = ready ? waves_run(&job, watch) : KERNEL_NO_MEMORY;
  for (unsigned w = 0; p.scratch && w < workers; w++) {
    free(p.scratch[w].seen);
    free(p.scratch[w].queue);
  }
  free(p.scratch);
  return code;
}
