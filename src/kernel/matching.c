/* Hopcroft and Karp's greatest matching.
 *
 * A round walks outward from all free nodes of the left side, by tied pairs and matched pairs in turn, and stops at the first layer that
 * has a free node of the right side. Along the layers it then looks for ways that share no node, each of which turns k pairs into k + 1.
 * There are O(sqrt n) rounds. The second walk keeps its way in an array, so a long way needs no deep stack.
 *
 * Sources: (1) J. E. Hopcroft, R. M. Karp 1973, An n^5/2 algorithm for maximum matchings in bipartite graphs, doi:10.1137/0202019. */
#include "kernel/matching.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <stdlib.h>

struct search {
  const struct graph *g;
  const bool *left;
  uint32_t *mate, *layer, *queue, *way; /* layer of left nodes: UINT32_MAX, not reached */
  uint64_t *next;                       /* arc of a left node to try next */
};

/* Number left nodes by layers; is there a way to a free right node? */
static bool number_layers(struct search *s) {
  const struct graph *g = s->g;
  uint32_t count = 0, last = UINT32_MAX;
  for (uint32_t v = 0; v < g->nodes; v++) {
    bool starts = s->left[v] && s->mate[v] == MATCHING_NONE;
    s->layer[v] = starts ? 0 : UINT32_MAX;
    s->next[v] = g->first[v];
    if (starts) s->queue[count++] = v;
  }
  for (uint32_t i = 0; i < count && s->layer[s->queue[i]] < last; i++) {
    uint32_t v = s->queue[i];
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint32_t beyond = s->mate[g->to[a]];
      if (beyond == MATCHING_NONE) last = s->layer[v] + 1; /* this layer's other nodes are still looked at, the next one's are not */
      if (beyond == MATCHING_NONE || s->layer[beyond] != UINT32_MAX) continue;
      s->layer[beyond] = s->layer[v] + 1;
      s->queue[count++] = beyond;
    }
  }
  return last != UINT32_MAX;
}

/* From a free left node along the layers to a free right node; turns the way round. */
static bool find_way(struct search *s, uint32_t start) {
  const struct graph *g = s->g;
  uint32_t depth = 1;
  s->way[0] = start;
  while (depth > 0) {
    uint32_t v = s->way[depth - 1];
    if (s->next[v] == g->first[v + 1]) {
      depth--;
      if (depth > 0) s->next[s->way[depth - 1]]++;
      continue;
    }
    uint32_t beyond = s->mate[g->to[s->next[v]]];
    if (beyond == MATCHING_NONE) break;
    if (s->layer[beyond] == s->layer[v] + 1 && s->next[beyond] < g->first[beyond + 1])
      s->way[depth++] = beyond;
    else
      s->next[v]++;
  }
  for (uint32_t i = 0; i < depth; i++) {
    uint32_t v = s->way[i], right = g->to[s->next[v]];
    s->mate[v] = right;
    s->mate[right] = v;
    s->next[v] = g->first[v + 1]; /* no other way of this round may pass */
  }
  return depth > 0;
}

enum kernel_code matching(uint32_t *mate, uint32_t *pairs, const struct graph *g, const bool *left, const struct kernel_watch *watch) {
  struct search s = {.g = g, .left = left, .mate = mate};
  enum kernel_code code = KERNEL_DONE;
  s.layer = memory_array(g->nodes, sizeof *s.layer);
  s.queue = memory_array(g->nodes, sizeof *s.queue);
  s.way = memory_array(g->nodes, sizeof *s.way);
  s.next = memory_array(g->nodes, sizeof *s.next);
  if (!s.layer || !s.queue || !s.way || !s.next) code = KERNEL_NO_MEMORY;
  *pairs = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    mate[v] = MATCHING_NONE;
  while (!code && number_layers(&s)) {
    if (!watch_says_go(watch)) code = KERNEL_STOPPED;
    for (uint32_t v = 0; !code && v < g->nodes; v++)
      if (left[v] && mate[v] == MATCHING_NONE) *pairs += find_way(&s, v);
  }
  free(s.layer);
  free(s.queue);
  free(s.way);
  free(s.next);
  return code;
}
