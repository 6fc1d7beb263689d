/* Cut nodes, bridges and blocks by one depth-first search with an explicit stack.
 *
 * visit[v] numbers the nodes as they are met; low[v] is the least number that v's subtree reaches by one edge outside the tree. When a
 * child w of v is done: low[w] >= visit[v] closes a block (and v, unless a root with one child, is a cut node); low[w] > visit[v] makes v -
 * w a bridge. Edges wait on a stack of their own until their block is closed.
 *
 * Sources: (1) J. Hopcroft, R. Tarjan 1973, Algorithm 447, doi:10.1145/362248.362272; (2) R. Tarjan 1974, A note on finding the bridges of
 * a graph, doi:10.1016/0020-0190(74)90003-9. */
#include "kernel/lowpoint.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define UNSEEN UINT32_MAX

struct search {
  uint32_t *visit, *low, *trail, *entered_by, *waiting; /* entered_by[v]: tree edge into v; waiting: edges of open blocks */
  uint64_t *next;
  size_t trail_count, waiting_count;
  uint32_t clock, root_children;
};

static void enter(struct search *s, const struct graph *g, uint32_t v, uint32_t edge) {
  s->visit[v] = s->low[v] = s->clock++;
  s->next[v] = g->first[v];
  s->entered_by[v] = edge;
  s->trail[s->trail_count++] = v;
}

/* The next arc of v: into a new node, or back to one met before. */
static void step(struct search *s, const struct graph *g, uint32_t v) {
  uint64_t a = s->next[v]++;
  uint32_t w = g->to[a], e = g->edge[a];
  if (e == s->entered_by[v]) return;
  if (s->visit[w] == UNSEEN) {
    s->waiting[s->waiting_count++] = e;
    enter(s, g, w, e);
  } else if (s->visit[w] < s->visit[v]) {
    s->waiting[s->waiting_count++] = e;
    if (s->visit[w] < s->low[v]) s->low[v] = s->visit[w];
  }
}

static void close_block(struct search *s, struct lowpoint *out, uint32_t tree_edge) {
  uint32_t e;
  do {
    e = s->waiting[--s->waiting_count];
    if (out->block) out->block[e] = out->blocks;
  } while (e != tree_edge);
  out->blocks++;
}

/* w is done: judge the tree edge to the node before it. */
static void leave(struct search *s, struct lowpoint *out, uint32_t w) {
  s->trail_count--;
  if (!s->trail_count) {
    if (out->cut && s->root_children > 1) out->cut[w] = 1;
    s->root_children = 0;
    return;
  }
  uint32_t v = s->trail[s->trail_count - 1];
  if (s->low[w] < s->low[v]) s->low[v] = s->low[w];
  if (s->trail_count == 1) s->root_children++;
  if (s->low[w] < s->visit[v]) return;
  close_block(s, out, s->entered_by[w]);
  if (out->cut && s->trail_count > 1) out->cut[v] = 1;
  if (out->bridge && s->low[w] > s->visit[v]) out->bridge[s->entered_by[w]] = 1;
}

static void search(struct search *s, struct lowpoint *out, const struct graph *g, uint32_t root) {
  enter(s, g, root, UNSEEN);
  while (s->trail_count) {
    uint32_t v = s->trail[s->trail_count - 1];
    if (s->next[v] < g->first[v + 1])
      step(s, g, v);
    else
      leave(s, out, v);
  }
}

enum kernel_code lowpoint(struct lowpoint *out, const struct graph *g) {
  struct search s = {0};
  enum kernel_code code = KERNEL_NO_MEMORY;
  s.visit = memory_array(g->nodes, sizeof *s.visit);
  s.low = memory_array(g->nodes, sizeof *s.low);
  s.trail = memory_array(g->nodes, sizeof *s.trail);
  s.entered_by = memory_array(g->nodes, sizeof *s.entered_by);
  s.waiting = memory_array(g->edges, sizeof *s.waiting);
  s.next = memory_array(g->nodes, sizeof *s.next);
  if (!s.visit || !s.low || !s.trail || !s.entered_by || !s.waiting || !s.next) goto done;
  if (out->cut) memset(out->cut, 0, g->nodes);
  if (out->bridge) memset(out->bridge, 0, g->edges);
  out->blocks = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    s.visit[v] = UNSEEN;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (s.visit[v] == UNSEEN) search(&s, out, g, v);
  code = KERNEL_DONE;
done:
  free(s.visit);
  free(s.low);
  free(s.trail);
  free(s.entered_by);
  free(s.waiting);
  free(s.next);
  return code;
}
