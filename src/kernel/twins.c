/* Twins by hashing neighbourhoods.
 *
 * A neighbourhood is hashed as a sum over its members, so that the order of rows does not matter and v itself can be added. Nodes sorted by
 * that sum lie beside those they may be twins of; a stamp on the first one's neighbours decides, so a collision costs time and no truth.
 * Twice: without the node itself (twins not tied to each other), and with it (tied). No node has twins of both kinds.
 *
 * Sources: (1) A. E. Sariyuce et al. 2013, doi:10.1137/1.9781611972832.71 (identical and side nodes). */
#include "kernel/twins.h"

#include "base/memory.h"

#include <stdlib.h>

struct hashed {
  uint64_t hash;
  uint32_t node;
};

struct finder {
  const struct graph *g;
  uint32_t *twin;
  uint64_t *stamp, now; /* stamp[v] is now: v is in the set at hand */
  struct hashed *row;
  bool tied;
};

/* splitmix64's mixer */
static uint64_t mix(uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
  x = (x ^ x >> 27) * 0x94d049bb133111ebu;
  return x ^ x >> 31;
}

static uint64_t hash_row(const uint64_t *first, const uint32_t *to, uint32_t v, bool itself) {
  uint64_t sum = itself ? mix(v) : 0;
  for (uint64_t a = first[v]; a < first[v + 1]; a++)
    sum += mix(to[a]);
  return sum;
}

static int by_hash(const void *left, const void *right) {
  const struct hashed *a = left, *b = right;
  if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
  return a->node < b->node ? -1 : a->node > b->node;
}

static void stamp_row(struct finder *f, const uint64_t *first, const uint32_t *to, uint32_t v) {
  f->now++;
  for (uint64_t a = first[v]; a < first[v + 1]; a++)
    f->stamp[to[a]] = f->now;
  if (f->tied) f->stamp[v] = f->now;
}

/* Is w's row, of the same length, the set at hand? */
static bool row_is_stamped(const struct finder *f, const uint64_t *first, const uint32_t *to, uint32_t w) {
  if (f->tied && f->stamp[w] != f->now) return false;
  for (uint64_t a = first[w]; a < first[w + 1]; a++)
    if (f->stamp[to[a]] != f->now) return false;
  return true;
}

static bool same_rows(struct finder *f, const uint64_t *first, const uint32_t *to, uint32_t v, uint32_t w) {
  if (first[v + 1] - first[v] != first[w + 1] - first[w]) return false;
  stamp_row(f, first, to, v);
  return row_is_stamped(f, first, to, w);
}

/* Directed, not tied: is the distance between twins of v's 2, or none? */
static bool near_or_never(struct finder *f, uint32_t v) {
  const struct graph *g = f->g;
  uint64_t out = g->first[v + 1] - g->first[v], in = g->in_first[v + 1] - g->in_first[v];
  if (f->tied || !g->directed || !out || !in) return true;
  stamp_row(f, g->in_first, g->in_to, v);
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    if (f->stamp[g->to[a]] == f->now) return true;
  return false;
}

/* Nodes of one hash, row[from] .. row[end - 1]: all that are like the first one. */
static void join(struct finder *f, size_t from, size_t end) {
  const struct graph *g = f->g;
  uint32_t v = f->row[from].node;
  if (end - from < 2 || !near_or_never(f, v)) return;
  for (size_t i = from + 1; i < end; i++) {
    uint32_t w = f->row[i].node;
    if (same_rows(f, g->first, g->to, v, w) && (!g->directed || same_rows(f, g->in_first, g->in_to, v, w))) f->twin[w] = v;
  }
}

static void find(struct finder *f, bool tied) {
  const struct graph *g = f->g;
  f->tied = tied;
  for (uint32_t v = 0; v < g->nodes; v++) {
    uint64_t hash = hash_row(g->first, g->to, v, tied);
    if (g->directed) hash = mix(hash) + hash_row(g->in_first, g->in_to, v, tied);
    f->row[v] = (struct hashed){hash, v};
  }
  qsort(f->row, g->nodes, sizeof *f->row, by_hash);
  for (size_t from = 0, end; from < g->nodes; from = end) {
    for (end = from + 1; end < g->nodes && f->row[end].hash == f->row[from].hash;)
      end++;
    join(f, from, end);
  }
}

enum kernel_code twins(uint32_t *twin, const struct graph *g) {
  struct finder f = {.g = g, .twin = twin};
  enum kernel_code code = KERNEL_NO_MEMORY;
  f.stamp = memory_zeroed(g->nodes, sizeof *f.stamp);
  f.row = memory_array(g->nodes, sizeof *f.row);
  if (!f.stamp || !f.row) goto done;
  for (uint32_t v = 0; v < g->nodes; v++)
    twin[v] = v;
  find(&f, false);
  find(&f, true);
  code = KERNEL_DONE;
done:
  free(f.stamp);
  free(f.row);
  return code;
}
