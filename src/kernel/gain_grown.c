/* Rows are copied with room for what is new, which is then sorted in from behind: pairs are few. */
#include "kernel/gain_grown.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Rows of arcs, old and new. Which end of a pair has the other in its row: the first (bit 1), the second (bit 2). */
struct rows {
  const uint64_t *old_first;
  const uint32_t *old_to, *old_edge;
  uint64_t *first;
  uint32_t *to, *edge;
  unsigned ends;
};

static bool rows_start(struct rows *r, const struct graph *g, size_t count, uint32_t spare) {
  size_t arcs = ((size_t)g->edges + count) * (r->ends == 3 ? 2 : 1);
  r->first = memory_zeroed((size_t)g->nodes + spare + 2, sizeof *r->first);
  r->to = memory_array(arcs, sizeof *r->to);
  r->edge = memory_array(arcs, sizeof *r->edge);
  return r->first && r->to && r->edge;
}

/* An arc put into its row, which ends at `end`, by its far end. */
static void sort_in(struct rows *r, uint64_t start, uint64_t end, uint32_t to, uint32_t edge) {
  uint64_t at = end;
  for (; at > start && r->to[at - 1] > to; at--)
    r->to[at] = r->to[at - 1], r->edge[at] = r->edge[at - 1];
  r->to[at] = to, r->edge[at] = edge;
}

/* Old arcs in their rows, with room behind them; left[v]: how many the row of v has yet to take. */
static void copy(struct rows *r, uint32_t *left, const struct graph *g, uint32_t nodes) {
  uint64_t at = 0;
  for (uint32_t v = 0; v < nodes; v++) {
    uint64_t old = v < g->nodes ? r->old_first[v + 1] - r->old_first[v] : 0;
    if (old) memcpy(r->to + at, r->old_to + r->old_first[v], old * sizeof *r->to);
    if (old) memcpy(r->edge + at, r->old_edge + r->old_first[v], old * sizeof *r->edge);
    r->first[v] = at;
    at += old + left[v];
    r->first[v + 1] = at;
  }
}

static bool rows_fill(struct rows *r, const struct graph *g, const uint32_t (*pair)[2], size_t count, uint32_t spare) {
  uint32_t n = g->nodes + spare, *left = memory_zeroed(n, sizeof *left);
  if (!left || !rows_start(r, g, count, spare)) {
    free(left);
    return false;
  }
  for (size_t i = 0; i < count; i++)
    for (unsigned end = 0; end < 2; end++)
      if (r->ends >> end & 1) left[pair[i][end]]++;
  copy(r, left, g, n);
  for (size_t i = 0; i < count; i++)
    for (unsigned end = 0; end < 2; end++) {
      uint32_t v = pair[i][end];
      if (!(r->ends >> end & 1)) continue;
      sort_in(r, r->first[v], r->first[v + 1] - left[v], pair[i][!end], g->edges + (uint32_t)i);
      left[v]--;
    }
  free(left);
  return true;
}

static bool edges(struct grown *w, const struct graph *g, const uint32_t (*pair)[2], size_t count) {
  w->tail = memory_array((size_t)g->edges + count, sizeof *w->tail);
  w->head = memory_array((size_t)g->edges + count, sizeof *w->head);
  if (!w->tail || !w->head) return false;
  if (g->edges) memcpy(w->tail, g->tail, g->edges * sizeof *w->tail);
  if (g->edges) memcpy(w->head, g->head, g->edges * sizeof *w->head);
  for (size_t i = 0; i < count; i++) {
    bool turn = !g->directed && pair[i][0] > pair[i][1];
    w->tail[g->edges + i] = pair[i][turn];
    w->head[g->edges + i] = pair[i][!turn];
  }
  return true;
}

enum kernel_code grown_start(struct grown *out, const struct graph *g, const uint32_t (*pair)[2], size_t count, uint32_t spare) {
  struct rows leave = {.old_first = g->first, .old_to = g->to, .old_edge = g->edge, .ends = g->directed ? 1 : 3};
  struct rows come = {.old_first = g->in_first, .old_to = g->in_to, .old_edge = g->in_edge, .ends = 2};
  *out = (struct grown){0};
  bool done = edges(out, g, pair, count) && rows_fill(&leave, g, pair, count, spare);
  if (done && g->directed) done = rows_fill(&come, g, pair, count, spare);
  out->first = leave.first, out->to = leave.to, out->edge = leave.edge;
  out->in_first = come.first, out->in_to = come.to, out->in_edge = come.edge;
  if (!done) {
    grown_free(out);
    return KERNEL_NO_MEMORY;
  }
  out->graph = (struct graph){.nodes = g->nodes + spare,
                              .edges = g->edges + (uint32_t)count,
                              .directed = g->directed,
                              .first = out->first,
                              .in_first = g->directed ? out->in_first : out->first,
                              .to = out->to,
                              .in_to = g->directed ? out->in_to : out->to,
                              .edge = out->edge,
                              .in_edge = g->directed ? out->in_edge : out->edge,
                              .tail = out->tail,
                              .head = out->head};
  return KERNEL_DONE;
}

void grown_free(struct grown *w) {
  free(w->first);
  free(w->to);
  free(w->edge);
  free(w->in_first);
  free(w->in_to);
  free(w->in_edge);
  free(w->tail);
  free(w->head);
  *w = (struct grown){0};
}
