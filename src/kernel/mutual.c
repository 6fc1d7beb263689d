/* The mutually connected groups of several layers, by refining (1).
 *
 * How: two nodes hang together for good only where they do in every layer by way of nodes that hang together with them; so the partition is
 * split by the components that each layer has inside its groups, layer after layer, until a round of all layers splits nothing. The result
 * is the coarsest partition of which every layer holds every group together. It does not depend on the order of layers, and no giant is
 * followed: a cascade that keeps the largest component of each layer may end in the smaller of two groups.
 *
 * Sources: (1) S. Buldyrev et al. 2010, Catastrophic cascade of failures in interdependent networks, doi:10.1038/nature08932. */
#include "kernel/mutual.h"

#include "base/memory.h"

#include <stdlib.h>

#define UNSEEN UINT32_MAX

enum kernel_code mutual_start(struct mutual_run *r, const struct mutual *m) {
  *r = (struct mutual_run){.m = m,
                           .group = memory_zeroed(m->nodes, sizeof *r->group),
                           .next = memory_array(m->nodes, sizeof *r->next),
                           .queue = memory_array(m->nodes, sizeof *r->queue),
                           .groups = m->nodes > 0};
  if (r->group && r->next && r->queue) return KERNEL_DONE;
  mutual_free(r);
  return KERNEL_NO_MEMORY;
}

void mutual_free(struct mutual_run *r) {
  free(r->group);
  free(r->next);
  free(r->queue);
  *r = (struct mutual_run){0};
}

static uint32_t spread(struct mutual_run *r, uint32_t tail, uint32_t v, const uint64_t *first, const uint32_t *to) {
  for (uint64_t a = first[v]; a < first[v + 1]; a++) {
    uint32_t w = to[a];
    if (r->next[w] != UNSEEN || r->group[w] != r->group[v]) continue;
    r->next[w] = r->next[v];
    r->queue[tail++] = w;
  }
  return tail;
}

/* Groups as this layer holds them together, numbered by their first nodes; returns how many. */
static uint32_t split(struct mutual_run *r, const struct graph *g) {
  uint32_t groups = 0;
  for (uint32_t v = 0; v < r->m->nodes; v++)
    r->next[v] = UNSEEN;
  for (uint32_t root = 0; root < r->m->nodes; root++) {
    if (r->next[root] != UNSEEN) continue;
    uint32_t head = 0, tail = 0;
    r->next[root] = groups++;
    r->queue[tail++] = root;
    while (head < tail) {
      uint32_t v = r->queue[head++];
      tail = spread(r, tail, v, g->first, g->to);
      if (g->directed) tail = spread(r, tail, v, g->in_first, g->in_to);
    }
  }
  return groups;
}

bool mutual_step(struct mutual_run *r, uint32_t *layer) {
  if (r->idle >= r->m->layers) return false;
  uint32_t groups = split(r, &r->m->layer[r->layer]), *swap = r->group;
  *layer = r->layer;
  r->idle = groups == r->groups ? r->idle + 1 : 1; /* having split, the layer itself holds the new groups together */
  r->groups = groups;
  r->group = r->next;
  r->next = swap;
  r->layer = (r->layer + 1) % r->m->layers;
  return true;
}

void mutual_fail(struct mutual_run *r, const uint8_t *failed) {
  uint32_t kept = 0;
  for (uint32_t g = 0; g < r->groups; g++)
    r->queue[g] = UNSEEN;
  for (uint32_t v = 0; v < r->m->nodes; v++) {
    uint32_t *number = &r->queue[r->group[v]];
    if (failed[v])
      r->group[v] = kept++;
    else
      r->group[v] = *number == UNSEEN ? (*number = kept++) : *number;
  }
  r->groups = kept;
  r->idle = 0;
  r->layer = 0;
}

uint32_t mutual_largest(const struct mutual_run *r, const uint8_t *failed) {
  uint32_t largest = 0;
  for (uint32_t i = 0; i < r->groups; i++)
    r->queue[i] = 0;
  for (uint32_t v = 0; v < r->m->nodes; v++) {
    if (failed && failed[v]) continue;
    uint32_t size = ++r->queue[r->group[v]];
    if (size > largest) largest = size;
  }
  return largest;
}
