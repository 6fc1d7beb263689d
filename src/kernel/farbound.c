/* A bound on the eccentricity of every node of a directed network, without a search from each.
 *
 * Strong components are met last first, so that the bounds of all that an arc out of one leads to are there. In each the node with the most
 * arcs is its hub: two searches that stay inside tell how far all are from it, and it from all. What the hub reaches, it reaches inside, or
 * by an arc u -> w that leaves: at most d(hub, u) + 1 + bound(w). Whoever is in the component goes by the hub at the worst. A node alone in
 * its component is a hub itself.
 *
 * Sources: (1) R. Tarjan 1972, doi:10.1137/0201010 (the order of the components); (2) P. Crescenzi et al. 2013, On computing the diameter
 * of real-world undirected graphs, doi:10.1016/j.tcs.2012.09.018 (bounds through a hub). */
#include "kernel/farbound.h"

#include "base/memory.h"
#include "kernel/component.h"

#include <stdlib.h>

#define UNSEEN UINT32_MAX

struct far {
  const struct graph *g;
  uint32_t *bound, *part;
  uint32_t *member, *first; /* nodes of each component, one component behind the other */
  uint32_t *steps, *queue;  /* of the search at hand; UNSEEN between searches */
  uint32_t parts;
};

/* Nodes by component: a counting sort. */
static void sort_out(struct far *f) {
  for (uint32_t v = 0; v < f->g->nodes; v++)
    f->first[f->part[v] + 2]++;
  for (uint32_t k = 0; k < f->parts; k++)
    f->first[k + 2] += f->first[k + 1];
  for (uint32_t v = 0; v < f->g->nodes; v++)
    f->member[f->first[f->part[v] + 1]++] = v;
}

static uint64_t arcs_at(const struct graph *g, uint32_t v) {
  return g->first[v + 1] - g->first[v] + (g->directed ? g->in_first[v + 1] - g->in_first[v] : 0);
}

static uint32_t hub_of(const struct far *f, uint32_t part) {
  uint32_t hub = f->member[f->first[part]];
  for (uint32_t i = f->first[part] + 1; i < f->first[part + 1]; i++)
    if (arcs_at(f->g, f->member[i]) > arcs_at(f->g, hub)) hub = f->member[i];
  return hub;
}

/* Search from the hub inside its component, along or against the arcs: all of it is met, in the order of the queue. */
static void walk(struct far *f, uint32_t hub, const uint64_t *first, const uint32_t *to) {
  uint32_t head = 0, tail = 0;
  f->steps[hub] = 0;
  f->queue[tail++] = hub;
  while (head < tail) {
    uint32_t v = f->queue[head++];
    for (uint64_t a = first[v]; a < first[v + 1]; a++) {
      uint32_t w = to[a];
      if (f->part[w] != f->part[hub] || f->steps[w] != UNSEEN) continue;
      f->steps[w] = f->steps[v] + 1;
      f->queue[tail++] = w;
    }
  }
}

/* How far the hub is from anything, at most: after a search along the arcs. */
static uint32_t from_hub(struct far *f, uint32_t count) {
  uint32_t most = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t v = f->queue[i], at = f->steps[v];
    if (at > most) most = at;
    for (uint64_t a = f->g->first[v]; a < f->g->first[v + 1]; a++) {
      uint32_t w = f->g->to[a];
      if (f->part[w] != f->part[v] && at + 1 + f->bound[w] > most) most = at + 1 + f->bound[w];
    }
  }
  return most;
}

static void bound_component(struct far *f, uint32_t part) {
  const struct graph *g = f->g;
  uint32_t hub = hub_of(f, part), count = f->first[part + 1] - f->first[part], far;
  walk(f, hub, g->first, g->to);
  far = from_hub(f, count);
  for (uint32_t i = 0; i < count; i++)
    f->steps[f->queue[i]] = UNSEEN;
  walk(f, hub, g->in_first, g->in_to);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t v = f->queue[i];
    f->bound[v] = f->steps[v] + far;
    f->steps[v] = UNSEEN;
  }
}

enum kernel_code farbound(uint32_t *bound, const struct graph *g) {
  struct far f = {.g = g, .bound = bound};
  enum kernel_code code = KERNEL_NO_MEMORY;
  f.part = memory_array(g->nodes, sizeof *f.part);
  f.member = memory_array(g->nodes, sizeof *f.member);
  f.first = memory_zeroed((size_t)g->nodes + 2, sizeof *f.first);
  f.steps = memory_array(g->nodes, sizeof *f.steps);
  f.queue = memory_array(g->nodes, sizeof *f.queue);
  if (!f.part || !f.member || !f.first || !f.steps || !f.queue) goto done;
  code = component_strong_in_order(f.part, &f.parts, g);
  if (code) goto done;
  sort_out(&f);
  for (uint32_t v = 0; v < g->nodes; v++)
    f.steps[v] = UNSEEN;
  for (uint32_t k = f.parts; k > 0; k--)
    bound_component(&f, k - 1);
done:
  free(f.part);
  free(f.member);
  free(f.first);
  free(f.steps);
  free(f.queue);
  return code;
}
