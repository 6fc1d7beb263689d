/* Columns: an order of two columns in which few ties cross.
 *
 * How: the barycentre method: each column in turn is sorted by the mean place of its neighbours, sixteen times; the order with the fewest
 * crossings is kept. Crossings are counted with a tree of sums over the ties in order.
 * Why not fewer still: the exact minimum is NP-hard, and the barycentre is near it on networks of this size.
 *
 * Sources: [1] K. Sugiyama, S. Tagawa, M. Toda, Methods for Visual Understanding of Hierarchical System Structures, IEEE Trans. SMC 11
 * (1981). [2] W. Barth, M. Juenger, P. Mutzel, Simple and Efficient Bilayer Cross Counting, JGAA 8 (2004). */
#include "show/columns.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { SWEEPS = 16 };

struct standing {
  double key;
  uint32_t was, node;
};

struct crossing {
  uint32_t left, right;
};

static int by_key(const void *a, const void *b) {
  const struct standing *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  if (x->was != y->was) return x->was < y->was ? -1 : 1;
  return x->node < y->node ? -1 : x->node > y->node;
}

static int by_ends(const void *a, const void *b) {
  const struct crossing *x = a, *y = b;
  if (x->left != y->left) return x->left < y->left ? -1 : 1;
  return x->right < y->right ? -1 : x->right > y->right;
}

nonet_code columns_crossings(uint64_t *out, const struct graph *graph, const bool *right, const uint32_t *rank, nonet_err *err) {
  struct crossing *ties = memory_array(graph->edges, sizeof *ties);
  uint64_t *tree = memory_zeroed((size_t)graph->nodes + 1, sizeof *tree);
  nonet_code code = NONET_OK;
  size_t count = 0;
  *out = 0;
  if (!ties || !tree) {
    code = error_memory(err);
    goto done;
  }
  for (uint32_t e = 0; e < graph->edges; e++) {
    uint32_t a = graph->tail[e], b = graph->head[e];
    if (right[a] == right[b]) continue;
    ties[count++] = (struct crossing){rank[right[a] ? b : a], rank[right[a] ? a : b]};
  }
  qsort(ties, count, sizeof *ties, by_ends);
  for (size_t i = 0; i < count; i++) {
    uint64_t not_above = 0;
    for (uint32_t at = ties[i].right + 1; at; at &= at - 1)
      not_above += tree[at];
    *out += i - not_above;
    for (uint32_t at = ties[i].right + 1; at <= graph->nodes; at += at & (~at + 1))
      tree[at]++;
  }
done:
  free(ties);
  free(tree);
  return code;
}

/* Sort one column by keys, ranks from 0. */
static void sort_column(uint32_t *rank, struct standing *room, const struct graph *g, const bool *right, bool side, const double *key) {
  size_t count = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (right[v] == side) room[count++] = (struct standing){key[v], rank[v], v};
  qsort(room, count, sizeof *room, by_key);
  for (uint32_t i = 0; i < count; i++)
    rank[room[i].node] = i;
}

static void barycentres(double *key, const uint32_t *rank, const struct graph *g, const bool *right, bool side) {
  for (uint32_t v = 0; v < g->nodes; v++) {
    double sum = 0;
    uint64_t count = 0;
    if (right[v] != side) continue;
    for (uint64_t e = g->first[v]; e < g->first[v + 1]; e++) {
      if (right[g->to[e]] == side) continue;
      sum += rank[g->to[e]];
      count++;
    }
    key[v] = count ? sum / (double)count : rank[v];
  }
}

nonet_code columns_order(uint32_t *rank, const struct graph *g, const bool *right, const double *first, nonet_err *err) {
  size_t n = g->nodes;
  struct standing *room = memory_array(n, sizeof *room);
  double *key = memory_zeroed(n, sizeof *key);
  uint32_t *best = memory_zeroed(n, sizeof *best);
  uint64_t fewest = UINT64_MAX, crossings;
  nonet_code code = NONET_OK;
  if (!room || !key || !best) {
    code = error_memory(err);
    goto done;
  }
  memset(rank, 0, n * sizeof *rank);
  sort_column(rank, room, g, right, false, first);
  sort_column(rank, room, g, right, true, first);
  for (unsigned sweep = 0; sweep <= SWEEPS; sweep++) {
    code = columns_crossings(&crossings, g, right, rank, err);
    if (code != NONET_OK) goto done;
    if (crossings < fewest) {
      fewest = crossings;
      memcpy(best, rank, n * sizeof *best);
    }
    bool side = sweep % 2 == 0;
    barycentres(key, rank, g, right, side);
    sort_column(rank, room, g, right, side, key);
  }
  memcpy(rank, best, n * sizeof *rank);
done:
  free(room);
  free(key);
  free(best);
  return code;
}
