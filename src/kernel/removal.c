/* Orders of removal that need counts of neighbours only, and the curve of the giant component.
 *
 * The curve: nothing is searched; nodes are put back from the last to the first, and union by size joins each to its neighbours that are
 * there, so the largest part only grows.
 * Adaptive degree: a bucket for each degree, in it a heap by rank. A neighbour of who leaves goes into the next bucket below; what it
 * leaves behind is passed over when met. Each node enters a bucket once for each degree that it has, so bucket d never holds more than the
 * nodes of degree d or above, and all buckets together n + 2m.
 *
 * Sources: (1) C. M. Schneider et al. 2011, Mitigation of malicious attacks on networks, doi:10.1073/pnas.1009440108; (2) M. E. J. Newman,
 * R. M. Ziff 2000, doi:10.1103/PhysRevLett.85.4104 (putting back); (3) R. Tarjan 1975, doi:10.1145/321879.321884. */
#include "kernel/removal.h"

#include "base/memory.h"

#include <stdlib.h>

/* ---- the curve ---- */

static uint32_t root_of(uint32_t *up, uint32_t v) {
  while (up[v] != v) {
    up[v] = up[up[v]];
    v = up[v];
  }
  return v;
}

static uint32_t join(uint32_t *up, uint32_t *size, uint32_t a, uint32_t b) {
  uint32_t x = root_of(up, a), y = root_of(up, b);
  if (x == y) return size[x];
  if (size[x] < size[y]) {
    uint32_t swap = x;
    x = y;
    y = swap;
  }
  up[y] = x;
  return size[x] += size[y];
}

static uint32_t join_row(uint32_t *up, uint32_t *size, uint32_t v, const uint64_t *first, const uint32_t *to) {
  uint32_t largest = 1;
  for (uint64_t a = first[v]; a < first[v + 1]; a++) {
    if (size[to[a]] == 0) continue;
    uint32_t joined = join(up, size, v, to[a]);
    if (joined > largest) largest = joined;
  }
  return largest;
}

enum kernel_code removal_giant(uint32_t *giant, const uint32_t *order, const struct graph *g) {
  uint32_t *up = memory_array(g->nodes, sizeof *up), *size = memory_zeroed(g->nodes, sizeof *size);
  enum kernel_code code = up && size ? KERNEL_DONE : KERNEL_NO_MEMORY;
  if (!code) giant[g->nodes] = 0;
  for (uint32_t q = g->nodes; !code && q-- > 0;) {
    uint32_t v = order[q];
    up[v] = v;
    size[v] = 1;
    uint32_t out = join_row(up, size, v, g->first, g->to), in = g->directed ? join_row(up, size, v, g->in_first, g->in_to) : 1;
    uint32_t largest = out > in ? out : in;
    giant[q] = largest > giant[q + 1] ? largest : giant[q + 1];
  }
  free(up);
  free(size);
  return code;
}

/* ---- static degree ---- */

static uint32_t degree_of(const struct graph *g, uint32_t v) {
  return (uint32_t)(g->first[v + 1] - g->first[v]);
}

/* node[rank]: who has it. */
static uint32_t *by_rank(const uint32_t *rank, uint32_t nodes) {
  uint32_t *node = memory_array(nodes, sizeof *node);
  for (uint32_t v = 0; node && v < nodes; v++)
    node[rank[v]] = v;
  return node;
}

enum kernel_code removal_by_degree(uint32_t *order, const uint32_t *rank, const struct graph *g) {
  uint32_t *node = by_rank(rank, g->nodes), *start = memory_zeroed((size_t)g->nodes + 1, sizeof *start);
  enum kernel_code code = node && start ? KERNEL_DONE : KERNEL_NO_MEMORY;
  for (uint32_t v = 0; !code && v < g->nodes; v++)
    start[g->nodes - degree_of(g, v)]++; /* degrees are below the nodes */
  for (uint32_t i = 0; !code && i < g->nodes; i++)
    start[i + 1] += start[i];
  for (uint32_t i = 0; !code && i < g->nodes; i++) /* ascending by rank within a degree */
    order[start[g->nodes - degree_of(g, node[i]) - 1]++] = node[i];
  free(node);
  free(start);
  return code;
}

/* ---- adaptive degree ---- */

struct buckets {
  uint64_t *first; /* of each bucket in `rank` */
  uint32_t *count; /* in each bucket */
  uint32_t *rank;  /* heaps, least rank on top */
  uint32_t top;    /* no bucket above it holds anything */
};

static void push(struct buckets *b, uint32_t bucket, uint32_t rank) {
  uint32_t *heap = b->rank + b->first[bucket], i = b->count[bucket]++;
  for (; i > 0 && heap[(i - 1) / 2] > rank; i = (i - 1) / 2)
    heap[i] = heap[(i - 1) / 2];
  heap[i] = rank;
}

static uint32_t pop(struct buckets *b, uint32_t bucket) {
  uint32_t *heap = b->rank + b->first[bucket], count = --b->count[bucket], least = heap[0], last = heap[count], i = 0;
  for (uint32_t child; (child = 2 * i + 1) < count; i = child) {
    if (child + 1 < count && heap[child + 1] < heap[child]) child++;
    if (heap[child] >= last) break;
    heap[i] = heap[child];
  }
  heap[i] = last;
  return least;
}

/* Room for each bucket: the nodes of that degree and above. */
static bool buckets_start(struct buckets *b, const struct graph *g) {
  uint32_t most = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (degree_of(g, v) > most) most = degree_of(g, v);
  b->first = memory_zeroed((size_t)most + 2, sizeof *b->first);
  b->count = memory_zeroed((size_t)most + 1, sizeof *b->count);
  b->rank = memory_array((size_t)g->nodes + (size_t)g->first[g->nodes], sizeof *b->rank);
  b->top = most;
  if (!b->first || !b->count || !b->rank) return false;
  for (uint32_t v = 0; v < g->nodes; v++)
    b->count[degree_of(g, v)]++;
  for (uint32_t d = most; d-- > 0;)
    b->count[d] += b->count[d + 1];
  for (uint32_t d = 0; d <= most; d++)
    b->first[d + 1] = b->first[d] + b->count[d];
  for (uint32_t d = 0; d <= most; d++)
    b->count[d] = 0;
  return true;
}

/* Take the best node off; `degree` of who left is NODE_GONE. */
#define NODE_GONE UINT32_MAX
static uint32_t take(struct buckets *b, const uint32_t *degree, const uint32_t *node) {
  for (;;) {
    while (b->count[b->top] == 0)
      b->top--;
    uint32_t v = node[pop(b, b->top)];
    if (degree[v] == b->top) return v;
  }
}

enum kernel_code removal_by_degree_adaptive(uint32_t *order, const uint32_t *rank, const struct graph *g) {
  struct buckets b = {0};
  uint32_t *node = by_rank(rank, g->nodes), *degree = memory_array(g->nodes, sizeof *degree);
  enum kernel_code code = node && degree && buckets_start(&b, g) ? KERNEL_DONE : KERNEL_NO_MEMORY;
  for (uint32_t v = 0; !code && v < g->nodes; v++) {
    degree[v] = degree_of(g, v);
    push(&b, degree[v], rank[v]);
  }
  for (uint32_t q = 0; !code && q < g->nodes; q++) {
    uint32_t v = order[q] = take(&b, degree, node);
    degree[v] = NODE_GONE;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      if (degree[g->to[a]] != NODE_GONE) push(&b, --degree[g->to[a]], rank[g->to[a]]);
  }
  free(node);
  free(degree);
  free(b.first);
  free(b.count);
  free(b.rank);
  return code;
}
