/* Rows are copied with room for what is new, which is then sorted in from behind: pairs are few. */
#include "kernel/gain_grown.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static bool arrays(struct grown *w, const struct graph *g, size_t count, uint32_t spare) {
  size_t arcs = 2 * ((size_t)g->edges + count);
  w->first = memory_zeroed((size_t)g->nodes + spare + 2, sizeof *w->first);
  w->to = memory_array(arcs, sizeof *w->to);
  w->edge = memory_array(arcs, sizeof *w->edge);
  w->tail = memory_array((size_t)g->edges + count, sizeof *w->tail);
  w->head = memory_array((size_t)g->edges + count, sizeof *w->head);
  return w->first && w->to && w->edge && w->tail && w->head;
}

/* An arc put into its row, which ends at `end`, by its far end. */
static void sort_in(struct grown *w, uint64_t start, uint64_t end, uint32_t to, uint32_t edge) {
  uint64_t at = end;
  for (; at > start && w->to[at - 1] > to; at--)
    w->to[at] = w->to[at - 1], w->edge[at] = w->edge[at - 1];
  w->to[at] = to, w->edge[at] = edge;
}

/* first[v + 1] is where the next arc of v goes, until all are in. */
static void fill(struct grown *w, const struct graph *g, const uint32_t (*pair)[2], size_t count, uint32_t spare) {
  uint32_t n = g->nodes + spare;
  for (size_t i = 0; i < count; i++)
    w->first[pair[i][0] + 1]++, w->first[pair[i][1] + 1]++;
  uint64_t at = 0;
  for (uint32_t v = 0; v < n; v++) {
    uint64_t old = v < g->nodes ? g->first[v + 1] - g->first[v] : 0, more = w->first[v + 1];
    if (old) memcpy(w->to + at, g->to + g->first[v], old * sizeof *w->to);
    if (old) memcpy(w->edge + at, g->edge + g->first[v], old * sizeof *w->edge);
    w->first[v] = at;
    at += old + more;
    w->first[v + 1] = at;
  }
  for (uint64_t a = 0; a < count; a++) {
    uint32_t e = g->edges + (uint32_t)a, u = pair[a][0], v = pair[a][1];
    w->tail[e] = u < v ? u : v;
    w->head[e] = u < v ? v : u;
  }
}

/* How many new arcs each row has yet to take is told by `left`. */
static void sort_all(struct grown *w, uint32_t *left, const uint32_t (*pair)[2], size_t count, uint32_t first_edge) {
  for (size_t i = 0; i < count; i++)
    for (int end = 0; end < 2; end++) {
      uint32_t v = pair[i][end];
      sort_in(w, w->first[v], w->first[v + 1] - left[v], pair[i][!end], first_edge + (uint32_t)i);
      left[v]--;
    }
}

enum kernel_code grown_start(struct grown *out, const struct graph *g, const uint32_t (*pair)[2], size_t count, uint32_t spare) {
  uint32_t n = g->nodes + spare, *left = memory_zeroed(n, sizeof *left);
  *out = (struct grown){0};
  if (!left || !arrays(out, g, count, spare)) {
    free(left);
    grown_free(out);
    return KERNEL_NO_MEMORY;
  }
  for (size_t i = 0; i < count; i++)
    left[pair[i][0]]++, left[pair[i][1]]++;
  if (g->edges) memcpy(out->tail, g->tail, g->edges * sizeof *out->tail);
  if (g->edges) memcpy(out->head, g->head, g->edges * sizeof *out->head);
  fill(out, g, pair, count, spare);
  sort_all(out, left, pair, count, g->edges);
  free(left);
  out->graph = (struct graph){.nodes = n,
                              .edges = g->edges + (uint32_t)count,
                              .first = out->first,
                              .in_first = out->first,
                              .to = out->to,
                              .in_to = out->to,
                              .edge = out->edge,
                              .in_edge = out->edge,
                              .tail = out->tail,
                              .head = out->head};
  return KERNEL_DONE;
}

void grown_free(struct grown *w) {
  free(w->first);
  free(w->to);
  free(w->edge);
  free(w->tail);
  free(w->head);
  *w = (struct grown){0};
}
