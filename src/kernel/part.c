/* A part of a graph. Rows keep their order, so ends stay ascending; an undirected edge gets its number at its smaller end, and takes its
 * place at the larger one then: the smaller neighbours of a node come in ascending order. */
#include "kernel/part.h"

#include "base/memory.h"

#include <stdlib.h>

void part_free(struct part *p) {
  free(p->first);
  free(p->in_first);
  free(p->to);
  free(p->edge);
  free(p->in_to);
  free(p->in_edge);
  free(p->tail);
  free(p->head);
  free(p->strength);
  free(p->length);
  *p = (struct part){0};
}

/* Rows of ends within the part: how many each node has, then where they begin. */
static uint64_t begin_rows(uint64_t *first, const uint64_t *old_first, const uint32_t *old_to, const uint32_t *node, uint32_t count,
                           const uint32_t *place) {
  for (uint32_t i = 0; i < count; i++)
    for (uint64_t a = old_first[node[i]]; a < old_first[node[i] + 1]; a++)
      first[i + 1] += place[old_to[a]] != PART_NONE;
  for (uint32_t i = 0; i < count; i++)
    first[i + 1] += first[i];
  return first[count];
}

static void add_edge(struct part *p, const struct graph *g, uint32_t e, uint32_t tail, uint32_t head, uint32_t old) {
  p->tail[e] = tail;
  p->head[e] = head;
  if (p->strength) p->strength[e] = g->strength[old];
  if (p->length) p->length[e] = g->length[old];
}

static void fill(struct part *p, const struct graph *g, const uint32_t *node, uint32_t count, const uint32_t *place, uint64_t *next) {
  uint32_t e = 0;
  for (uint32_t i = 0; i < count; i++)
    for (uint64_t a = g->first[node[i]]; a < g->first[node[i] + 1]; a++) {
      uint32_t w = place[g->to[a]];
      if (w == PART_NONE || (!g->directed && w < i)) continue;
      add_edge(p, g, e, i, w, g->edge[a]);
      uint64_t out = g->directed ? e : next[i]++; /* directed: arcs are numbered as they stand */
      p->to[out] = w;
      p->edge[out] = e;
      uint64_t in = next[w]++;
      (g->directed ? p->in_to : p->to)[in] = i;
      (g->directed ? p->in_edge : p->edge)[in] = e;
      e++;
    }
}

enum kernel_code part_start(struct part *out, const struct graph *g, const uint32_t *node, uint32_t count, uint32_t *place) {
  *out = (struct part){0};
  for (uint32_t i = 0; i < count; i++)
    place[node[i]] = i;
  uint64_t *next = memory_array((size_t)count + 1, sizeof *next), arcs = 0;
  out->first = memory_zeroed((size_t)count + 1, sizeof *out->first);
  out->in_first = g->directed ? memory_zeroed((size_t)count + 1, sizeof *out->in_first) : NULL;
  bool fine = next && out->first && (!g->directed || out->in_first);
  if (fine) arcs = begin_rows(out->first, g->first, g->to, node, count, place);
  if (fine && g->directed) begin_rows(out->in_first, g->in_first, g->in_to, node, count, place);
  size_t edges = (size_t)(g->directed ? arcs : arcs / 2);
  out->to = memory_array(arcs, sizeof *out->to);
  out->edge = memory_array(arcs, sizeof *out->edge);
  out->in_to = g->directed ? memory_array(arcs, sizeof *out->in_to) : NULL;
  out->in_edge = g->directed ? memory_array(arcs, sizeof *out->in_edge) : NULL;
  out->tail = memory_array(edges, sizeof *out->tail);
  out->head = memory_array(edges, sizeof *out->head);
  out->strength = g->strength ? memory_array(edges, sizeof *out->strength) : NULL;
  out->length = g->length ? memory_array(edges, sizeof *out->length) : NULL;
  fine = fine && out->to && out->edge && out->tail && out->head && (!g->directed || (out->in_to && out->in_edge)) &&
         (!g->strength || out->strength) && (!g->length || out->length);
  for (uint32_t i = 0; fine && i < count; i++)
    next[i] = (g->directed ? out->in_first : out->first)[i];
  if (fine) fill(out, g, node, count, place, next);
  for (uint32_t i = 0; i < count; i++)
    place[node[i]] = PART_NONE;
  free(next);
  if (!fine) {
    part_free(out);
    return KERNEL_NO_MEMORY;
  }
  out->graph = (struct graph){.nodes = count,
                              .edges = (uint32_t)edges,
                              .directed = g->directed,
                              .first = out->first,
                              .in_first = g->directed ? out->in_first : out->first,
                              .to = out->to,
                              .in_to = g->directed ? out->in_to : out->to,
                              .edge = out->edge,
                              .in_edge = g->directed ? out->in_edge : out->edge,
                              .tail = out->tail,
                              .head = out->head,
                              .strength = out->strength,
                              .length = out->length};
  return KERNEL_DONE;
}
