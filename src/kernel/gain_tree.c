/* The tree of blocks, and what a tie closes in it.
 *
 * A tie u - v inside a component makes one block of all blocks on the way from u to v in the tree. A cut node on the way is one no more
 * where it lies between two blocks alone; the two ends keep theirs. Every bridge on the way is one no more. A tie between two components is
 * a bridge itself, and makes cut nodes of those of its ends that had ties and were none.
 *
 * Sources: (1) F. Harary, G. Prins 1966, The block-cutpoint-tree of a graph, Publ. Math. Debrecen 13; (2) K. P. Eswaran, R. E. Tarjan 1976,
 * Augmentation problems, doi:10.1137/0205044. */
#include "kernel/gain_tree.h"

#include "base/memory.h"
#include "kernel/lowpoint.h"

#include <stdlib.h>
#include <string.h>

#define UNSEEN UINT32_MAX

struct planting {
  const struct graph *g;
  struct gain_tree *t;
  uint8_t *bridge;                    /* of each edge */
  uint32_t *block, *first, *in_block; /* block of each edge; edges by block */
  uint32_t *queue;
};

static bool planting_start(struct planting *p) {
  const struct graph *g = p->g;
  p->bridge = memory_zeroed(g->edges, 1);
  p->block = memory_array(g->edges, sizeof *p->block);
  p->in_block = memory_array(g->edges, sizeof *p->in_block);
  p->queue = memory_array(g->nodes, sizeof *p->queue);
  p->t->cut = memory_zeroed(g->nodes, 1);
  p->t->bare = memory_zeroed(g->nodes, 1);
  return p->bridge && p->block && p->in_block && p->queue && p->t->cut && p->t->bare;
}

/* Edges by block, by counting. */
static bool sort_edges(struct planting *p) {
  uint32_t blocks = p->t->blocks, *next = memory_zeroed((size_t)blocks + 1, sizeof *next);
  p->first = memory_zeroed((size_t)blocks + 1, sizeof *p->first);
  if (!next || !p->first) {
    free(next);
    return false;
  }
  for (uint32_t e = 0; e < p->g->edges; e++)
    p->first[p->block[e] + 1]++;
  for (uint32_t b = 0; b < blocks; b++)
    p->first[b + 1] += p->first[b];
  memcpy(next, p->first, blocks * sizeof *next);
  for (uint32_t e = 0; e < p->g->edges; e++)
    p->in_block[next[p->block[e]]++] = e;
  free(next);
  return true;
}

static bool points_start(struct gain_tree *t) {
  size_t points = (size_t)t->nodes + t->blocks;
  t->up = memory_array(points, sizeof *t->up);
  t->depth = memory_zeroed(points, sizeof *t->depth);
  t->root = memory_array(points, sizeof *t->root);
  t->closes = memory_zeroed(points, 1);
  t->cuts = memory_zeroed(points, sizeof *t->cuts);
  t->spans = memory_zeroed(points, sizeof *t->spans);
  if (!t->up || !t->depth || !t->root || !t->closes || !t->cuts || !t->spans) return false;
  for (size_t i = 0; i < points; i++)
    t->up[i] = UNSEEN;
  return true;
}

static void hang(struct gain_tree *t, uint32_t point, uint32_t below) {
  t->up[point] = below;
  t->depth[point] = t->depth[below] + 1;
  t->root[point] = t->root[below];
  t->cuts[point] = t->cuts[below] + (point < t->nodes && t->closes[point]);
  t->spans[point] = t->spans[below] + (point >= t->nodes && t->closes[point]);
}

/* Number of different blocks at v, up to 3. */
static uint32_t blocks_at(const struct planting *p, uint32_t v) {
  uint32_t seen[2], count = 0;
  for (uint64_t a = p->g->first[v]; a < p->g->first[v + 1] && count < 3; a++) {
    uint32_t b = p->block[p->g->edge[a]];
    if ((count > 0 && seen[0] == b) || (count > 1 && seen[1] == b)) continue;
    if (count < 2) seen[count] = b;
    count++;
  }
  return count;
}

static void grow_from(struct planting *p, uint32_t root) {
  struct gain_tree *t = p->t;
  const struct graph *g = p->g;
  size_t tail = 1;
  t->up[root] = t->root[root] = root;
  t->cuts[root] = t->closes[root];
  p->queue[0] = root;
  for (size_t head = 0; head < tail; head++) {
    uint32_t v = p->queue[head];
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint32_t b = p->block[g->edge[a]], point = t->nodes + b;
      if (t->up[point] != UNSEEN) continue;
      hang(t, point, v);
      for (uint32_t i = p->first[b]; i < p->first[b + 1]; i++)
        for (int end = 0; end < 2; end++) {
          uint32_t w = end ? g->head[p->in_block[i]] : g->tail[p->in_block[i]];
          if (t->up[w] != UNSEEN) continue;
          hang(t, w, point);
          p->queue[tail++] = w;
        }
    }
  }
}

static void plant(struct planting *p) {
  struct gain_tree *t = p->t;
  for (uint32_t v = 0; v < t->nodes; v++) {
    t->bare[v] = p->g->first[v] == p->g->first[v + 1];
    t->cut_nodes += t->cut[v];
    t->closes[v] = t->cut[v] && blocks_at(p, v) == 2;
  }
  for (uint32_t e = 0; e < p->g->edges; e++) {
    t->bridges += p->bridge[e];
    if (p->bridge[e]) t->closes[t->nodes + p->block[e]] = 1;
  }
  for (uint32_t v = 0; v < t->nodes; v++)
    if (t->up[v] == UNSEEN) grow_from(p, v);
}

enum kernel_code gain_tree_start(struct gain_tree *t, const struct graph *g) {
  struct planting p = {.g = g, .t = t};
  *t = (struct gain_tree){.nodes = g->nodes};
  enum kernel_code code = planting_start(&p) ? KERNEL_DONE : KERNEL_NO_MEMORY;
  struct lowpoint low = {.cut = t->cut, .bridge = p.bridge, .block = p.block};
  if (!code) code = lowpoint(&low, g);
  t->blocks = low.blocks;
  if (!code && !(sort_edges(&p) && points_start(t))) code = KERNEL_NO_MEMORY;
  if (!code) plant(&p);
  free(p.bridge);
  free(p.block);
  free(p.first);
  free(p.in_block);
  free(p.queue);
  if (code) gain_tree_free(t);
  return code;
}

void gain_tree_free(struct gain_tree *t) {
  free(t->cut);
  free(t->bare);
  free(t->up);
  free(t->depth);
  free(t->root);
  free(t->closes);
  free(t->cuts);
  free(t->spans);
  *t = (struct gain_tree){0};
}

struct gain_closed gain_tree_tie(const struct gain_tree *t, uint32_t u, uint32_t v) {
  uint32_t a = u, b = v;
  if (t->root[u] != t->root[v])
    return (struct gain_closed){-(int64_t)(!t->cut[u] && !t->bare[u]) - (int64_t)(!t->cut[v] && !t->bare[v]), -1};
  while (a != b) {
    if (t->depth[a] >= t->depth[b])
      a = t->up[a];
    else
      b = t->up[b];
  }
  int64_t cuts = (int64_t)t->cuts[u] + t->cuts[v] - 2 * (int64_t)t->cuts[a];
  int64_t spans = (int64_t)t->spans[u] + t->spans[v] - 2 * (int64_t)t->spans[a];
  if (a < t->nodes)
    cuts += t->closes[a];
  else
    spans += t->closes[a];
  return (struct gain_closed){cuts - t->closes[u] - t->closes[v], spans};
}

/* ---- the bound for bridges ---- */

struct bounding {
  const struct gain_tree *t;
  uint32_t *order;        /* points by falling depth */
  uint32_t *reach;        /* longest way down from a point, in bridges */
  uint32_t *pieces, *sum; /* lengths of ways; counts by depth */
  size_t count;
};

static void by_depth(struct bounding *b) {
  const struct gain_tree *t = b->t;
  uint32_t points = t->nodes + t->blocks, at = 0;
  for (uint32_t p = 0; p < points; p++)
    b->sum[t->depth[p]]++;
  for (uint32_t d = points; d-- > 0;) {
    uint32_t count = b->sum[d];
    b->sum[d] = at;
    at += count;
  }
  for (uint32_t p = 0; p < points; p++)
    b->order[b->sum[t->depth[p]]++] = p;
}

/* What ties close lies on the ways from the roots to their ends. So many ways together have no more bridges than the longest pieces, of
 * this cut: at each point the longest way down goes on upward, every other one ends there and is a piece of its own. */
static void take_pieces(struct bounding *b) {
  const struct gain_tree *t = b->t;
  uint32_t points = t->nodes + t->blocks;
  for (uint32_t i = 0; i < points; i++) {
    uint32_t p = b->order[i], own = p >= t->nodes && t->closes[p], way = b->reach[p] + own, up = t->up[p];
    if (up == p) {
      if (way) b->pieces[b->count++] = way;
    } else if (way > b->reach[up]) {
      if (b->reach[up]) b->pieces[b->count++] = b->reach[up];
      b->reach[up] = way;
    } else if (way) {
      b->pieces[b->count++] = way;
    }
  }
}

static int falling(const void *x, const void *y) {
  uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
  return a < b ? 1 : a > b ? -1 : 0;
}

enum kernel_code gain_tree_bridge_bound(uint64_t *bound, const struct gain_tree *t, uint64_t ties) {
  size_t points = (size_t)t->nodes + t->blocks;
  struct bounding b = {.t = t};
  b.order = memory_array(points, sizeof *b.order);
  b.reach = memory_zeroed(points, sizeof *b.reach);
  b.pieces = memory_array(points, sizeof *b.pieces);
  b.sum = memory_zeroed(points + 1, sizeof *b.sum);
  enum kernel_code code = b.order && b.reach && b.pieces && b.sum ? KERNEL_DONE : KERNEL_NO_MEMORY;
  *bound = 0;
  if (!code) by_depth(&b);
  if (!code) take_pieces(&b);
  if (!code && b.count) qsort(b.pieces, b.count, sizeof *b.pieces, falling);
  for (size_t i = 0; !code && i < b.count && i < 2 * ties; i++)
    *bound += b.pieces[i];
  free(b.order);
  free(b.reach);
  free(b.pieces);
  free(b.sum);
  return code;
}
