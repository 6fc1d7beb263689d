/* Reach without a search from each node.
 *
 * Networks whose ties have a direction mostly have one large core in which each reaches each. Its hub (the member with the most arcs) is
 * walked from once, along the arcs and against them: then it is known what the core reaches, and who reaches the core from how far. Whoever
 * does reaches all that the core reaches, and else only what a short search finds that keeps out of it: no way to something else comes
 * through what the core reaches. Who does not reach the core mostly reaches little. A search that finds no end after so many arcs leaves
 * bounds: at least what it met, at most all; and for how far that may be farbound.h.
 *
 * Sources: (1) A. Broder et al. 2000, Graph structure in the Web, doi:10.1016/S1389-1286(00)00083-9 (core, in and out). */
#include "kernel/reachbound.h"

#include "base/memory.h"
#include "kernel/component.h"
#include "kernel/farbound.h"
#include "kernel/waves.h"

#include <stdlib.h>

#define UNSEEN UINT32_MAX
#define ASKED_EVERY 4096u /* nodes */

struct search {
  const struct graph *g;
  uint32_t *farbound;
  uint32_t *from_hub, *to_hub; /* steps; UNSEEN: no way */
  uint32_t *queue, *steps;     /* of one search; `steps` is UNSEEN between searches */
  uint32_t core_reach, core_far;
};

/* All steps from `hub` along one way of the arcs; returns how many are met, the hub too, the farthest last in the queue. */
static uint32_t walk(uint32_t *steps, uint32_t *queue, uint32_t hub, const uint64_t *first, const uint32_t *to) {
  uint32_t head = 0, tail = 0;
  steps[hub] = 0;
  queue[tail++] = hub;
  while (head < tail) {
    uint32_t v = queue[head++];
    for (uint64_t a = first[v]; a < first[v + 1]; a++) {
      if (steps[to[a]] != UNSEEN) continue;
      steps[to[a]] = steps[v] + 1;
      queue[tail++] = to[a];
    }
  }
  return tail;
}

/* Walk from the hub of the largest strong component, if it has two members. */
static enum kernel_code from_core(struct search *s) {
  const struct graph *g = s->g;
  uint32_t *part = memory_array(g->nodes, sizeof *part), parts, hub = UNSEEN, members = 0;
  uint64_t most = 0;
  enum kernel_code code = part ? component_strong(part, NULL, &parts, g) : KERNEL_NO_MEMORY;
  for (uint32_t v = 0; code == KERNEL_DONE && v < g->nodes; v++) {
    uint64_t arcs = g->first[v + 1] - g->first[v] + g->in_first[v + 1] - g->in_first[v];
    if (part[v] != 0) continue;
    members++;
    if (arcs > most) most = arcs, hub = v;
  }
  if (code == KERNEL_DONE && members > 1) {
    walk(s->to_hub, s->queue, hub, g->in_first, g->in_to);
    s->core_reach = walk(s->from_hub, s->queue, hub, g->first, g->to);
    s->core_far = s->from_hub[s->queue[s->core_reach - 1]];
  }
  free(part);
  return code;
}

/* Look along the arcs from v, out of what the core reaches where v reaches the core. */
static struct reachbound look(struct search *s, uint32_t v) {
  const struct graph *g = s->g;
  bool to_core = s->to_hub[v] != UNSEEN, ended = true;
  uint32_t head = 0, tail = 0, looks = 0;
  struct reachbound r = {0};
  if (!to_core || s->from_hub[v] == UNSEEN) s->queue[tail++] = v, s->steps[v] = 0;
  while (head < tail && ended) {
    uint32_t w = s->queue[head++];
    uint64_t arcs = g->first[w + 1] - g->first[w];
    ended = arcs <= REACHBOUND_LOOKS - looks;
    for (uint64_t a = g->first[w]; ended && a < g->first[w + 1]; a++, looks++) {
      uint32_t x = g->to[a];
      if (s->steps[x] != UNSEEN || (to_core && s->from_hub[x] != UNSEEN)) continue;
      s->steps[x] = s->steps[w] + 1;
      r.steps += s->steps[x];
      s->queue[tail++] = x;
    }
  }
  uint32_t met = tail ? tail - 1 : 0, far = tail ? s->steps[s->queue[tail - 1]] : 0;
  for (uint32_t i = 0; i < tail; i++)
    s->steps[s->queue[i]] = UNSEEN;
  r.least = met + (to_core ? s->core_reach - (tail == 0) : 0); /* a member of the core does not count itself */
  r.most = ended ? r.least : g->nodes - 1;
  r.farthest = s->farbound[v];
  if (to_core && s->to_hub[v] + s->core_far > far) far = s->to_hub[v] + s->core_far;
  if (ended && far < r.farthest) r.farthest = far;
  r.whole = ended && !to_core;
  return r;
}

static bool search_start(struct search *s) {
  uint32_t n = s->g->nodes;
  s->farbound = memory_array(n, sizeof *s->farbound);
  s->from_hub = memory_array(n, sizeof *s->from_hub);
  s->to_hub = memory_array(n, sizeof *s->to_hub);
  s->queue = memory_array(n, sizeof *s->queue);
  s->steps = memory_array(n, sizeof *s->steps);
  if (!s->farbound || !s->from_hub || !s->to_hub || !s->queue || !s->steps) return false;
  for (uint32_t v = 0; v < n; v++)
    s->from_hub[v] = s->to_hub[v] = s->steps[v] = UNSEEN;
  return true;
}

enum kernel_code reachbound(struct reachbound *node, const struct graph *g, const struct kernel_watch *watch) {
  struct search s = {.g = g};
  enum kernel_code code = search_start(&s) ? farbound(s.farbound, g) : KERNEL_NO_MEMORY;
  if (code == KERNEL_DONE) code = from_core(&s);
  for (uint32_t v = 0; code == KERNEL_DONE && v < g->nodes; v++) {
    node[v] = look(&s, v);
    if (v % ASKED_EVERY == 0 && !watch_says_go(watch)) code = KERNEL_STOPPED;
  }
  free(s.farbound);
  free(s.from_hub);
  free(s.to_hub);
  free(s.queue);
  free(s.steps);
  return code;
}
