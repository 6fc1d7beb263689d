/* A tie u -> v joins the strong components on all ways from v to u, where there is one: those that v reaches and that reach u.
 *
 * How: the components in an order in which arcs go up; for some hundreds of them at a time, who reaches them (passed down the arcs) and
 * whom they reach (passed up), a bit for each. The bits that v's and u's words have in common are counted, and the counts of all rounds
 * added.
 *
 * Sources: (1) R. Tarjan 1972, doi:10.1137/0201010. */
#include "kernel/gain_strong.h"

#include "base/memory.h"
#include "kernel/component.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS = 8, ROUND = 64 * WORDS };

/* Of one round: bit i of component c: c reaches the i-th of the round (down); the i-th reaches c (up). */
struct reaching {
  const struct graph *g;
  uint32_t *part, *by_part, parts; /* nodes in the order of their parts */
  uint64_t (*down)[WORDS], (*up)[WORDS];
};

static void take(uint64_t *to, const uint64_t *from) {
  for (int w = 0; w < WORDS; w++)
    to[w] |= from[w];
}

static void fill(struct reaching *r, uint32_t from) {
  const struct graph *g = r->g;
  memset(r->down, 0, r->parts * sizeof *r->down);
  memset(r->up, 0, r->parts * sizeof *r->up);
  for (uint32_t i = 0; i < ROUND && from + i < r->parts; i++)
    r->down[from + i][i / 64] = r->up[from + i][i / 64] = UINT64_C(1) << i % 64;
  for (uint32_t i = g->nodes; i-- > 0;) {
    uint32_t v = r->by_part[i];
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      take(r->down[r->part[v]], r->down[r->part[g->to[a]]]);
  }
  for (uint32_t i = 0; i < g->nodes; i++) {
    uint32_t v = r->by_part[i];
    for (uint64_t a = g->in_first[v]; a < g->in_first[v + 1]; a++)
      take(r->up[r->part[v]], r->up[r->part[g->in_to[a]]]);
  }
}

static uint32_t shared(const uint64_t *a, const uint64_t *b) {
  uint32_t count = 0;
  for (int w = 0; w < WORDS; w++)
    count += (uint32_t)__builtin_popcountll(a[w] & b[w]);
  return count;
}

/* Nodes in the order of their parts. */
static bool sort(struct reaching *r) {
  uint32_t n = r->g->nodes, *next = memory_zeroed((size_t)r->parts + 1, sizeof *next);
  for (uint32_t v = 0; next && v < n; v++)
    next[r->part[v] + 1]++;
  for (uint32_t c = 0; next && c < r->parts; c++)
    next[c + 1] += next[c];
  for (uint32_t v = 0; next && v < n; v++)
    r->by_part[next[r->part[v]]++] = v;
  bool done = next != NULL;
  free(next);
  return done;
}

enum kernel_code gain_strong(uint32_t *joins, uint32_t *parts, const struct graph *g, const uint32_t (*pair)[2], size_t count) {
  struct reaching r = {.g = g, .part = memory_array(g->nodes, sizeof *r.part), .by_part = memory_array(g->nodes, sizeof *r.by_part)};
  enum kernel_code code = r.part && r.by_part ? component_strong_in_order(r.part, &r.parts, g) : KERNEL_NO_MEMORY;
  if (!code) r.down = memory_array(r.parts, sizeof *r.down);
  if (!code) r.up = memory_array(r.parts, sizeof *r.up);
  if (!code && (!r.down || !r.up || !sort(&r))) code = KERNEL_NO_MEMORY;
  for (size_t i = 0; !code && i < count; i++)
    joins[i] = 0;
  for (uint32_t from = 0; !code && from < r.parts; from += ROUND) {
    fill(&r, from);
    for (size_t i = 0; i < count; i++)
      joins[i] += shared(r.down[r.part[pair[i][1]]], r.up[r.part[pair[i][0]]]);
  }
  for (size_t i = 0; !code && i < count; i++)
    joins[i] -= joins[i] > 0; /* those become one */
  if (!code && parts) *parts = r.parts;
  free(r.part);
  free(r.by_part);
  free(r.down);
  free(r.up);
  return code;
}
