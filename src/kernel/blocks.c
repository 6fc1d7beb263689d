/* Cohesive blocks (k-components), exactly.
 *
 * A piece is a set of nodes and a k; the blocks of connectivity k inside it are sought. Nodes with fewer than k neighbours inside fall
 * away, then components part. For k = 2 the biconnected blocks are taken at once. Else one cut of fewer than k nodes is sought: if there is
 * one, the piece is split into what it leaves apart, the cut kept on every side, for a block is never on two sides of it, though it may
 * hold the cut. If there is none the piece is a block; its own smallest cut is then at hand and is the first split on the next level.
 * Taking out several cuts at once would lose blocks, so it is never done.
 *
 * Sources: (1) J. Moody, D. R. White 2003, Structural cohesion and embeddedness, doi:10.2307/3088904; (2) D. W. Matula 1978, k-blocks and
 * ultrablocks in graphs, doi:10.1016/0095-8956(78)90029-4. */
#include "kernel/blocks.h"

#include "base/memory.h"
#include "kernel/lowpoint.h"
#include "kernel/separators.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

struct piece {
  uint32_t *node; /* owned, ascending */
  uint32_t count, k, parent;
};

struct growth {
  const struct graph *g;
  const struct kernel_watch *watch;
  struct piece *todo, *done; /* `done`: blocks in the order found */
  size_t todo_count, todo_room, done_count, done_room;
  uint32_t *place, *edge_place; /* local numbers of the nodes and edges of the piece in hand */
  uint32_t *part, *queue, *left;
};

#define NO_PART UINT32_MAX

/* The piece in hand as a graph of its own; arrays owned. */
struct local {
  struct graph g;
  uint64_t *first;
  uint32_t *to, *edge, *tail, *head;
};

static void local_free(struct local *l) {
  free(l->first);
  free(l->to);
  free(l->edge);
  free(l->tail);
  free(l->head);
}

static void fill_rows(struct local *l, struct growth *w, const struct piece *p) {
  uint32_t edges = 0;
  uint64_t at = 0;
  for (uint32_t i = 0; i < p->count; i++) {
    uint32_t v = p->node[i];
    l->first[i] = at;
    for (uint64_t a = w->g->first[v]; a < w->g->first[v + 1]; a++) {
      uint32_t j = w->place[w->g->to[a]];
      if (j == NO_PART) continue;
      if (i < j) {
        l->tail[edges] = i;
        l->head[edges] = j;
        w->edge_place[w->g->edge[a]] = edges++;
      }
      l->to[at] = j;
      l->edge[at++] = w->edge_place[w->g->edge[a]];
    }
  }
  l->first[p->count] = at;
  l->g.edges = edges;
}

static bool local_start(struct local *l, struct growth *w, const struct piece *p) {
  uint64_t arcs = 0;
  for (uint32_t i = 0; i < p->count; i++) {
    w->place[p->node[i]] = i;
    arcs += w->g->first[p->node[i] + 1] - w->g->first[p->node[i]];
  }
  *l = (struct local){.first = memory_array((size_t)p->count + 1, sizeof *l->first),
                      .to = memory_array(arcs, sizeof *l->to),
                      .edge = memory_array(arcs, sizeof *l->edge),
                      .tail = memory_array(arcs, sizeof *l->tail),
                      .head = memory_array(arcs, sizeof *l->head)};
  bool ready = l->first && l->to && l->edge && l->tail && l->head;
  if (ready) fill_rows(l, w, p);
  for (uint32_t i = 0; i < p->count; i++)
    w->place[p->node[i]] = NO_PART;
  l->g.nodes = p->count;
  l->g.first = l->g.in_first = l->first;
  l->g.to = l->g.in_to = l->to;
  l->g.edge = l->g.in_edge = l->edge;
  l->g.tail = l->tail;
  l->g.head = l->head;
  return ready;
}

static bool push(struct growth *w, uint32_t *node, uint32_t count, uint32_t k, uint32_t parent) {
  if (!node || !memory_grow(&w->todo, &w->todo_room, w->todo_count + 1, sizeof *w->todo)) {
    free(node);
    return false;
  }
  w->todo[w->todo_count++] = (struct piece){node, count, k, parent};
  return true;
}

/* Part p of the piece, and the nodes of the cut, as a piece for k. */
static bool push_part(struct growth *w, const struct piece *from, uint32_t p, uint32_t size, const struct separator *cut, uint32_t k,
                      uint32_t parent) {
  uint32_t more = cut ? cut->size : 0, at = 0, c = 0;
  if (size + more <= k) return true;
  uint32_t *node = memory_array((size_t)size + more, sizeof *node);
  for (uint32_t i = 0; node && i < from->count; i++) {
    bool in_cut = c < more && cut->item[c] == i;
    c += in_cut;
    if (in_cut || w->part[i] == p) node[at++] = from->node[i];
  }
  return push(w, node, size + more, k, parent);
}

/* Number the parts that hang together among nodes with part 0; others stay NO_PART. left[p]: size of part p. */
static uint32_t number_parts(struct growth *w, const struct graph *g) {
  uint32_t parts = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (w->part[v] != NO_PART) w->part[v] = NO_PART - 1;
  for (uint32_t root = 0; root < g->nodes; root++) {
    size_t head = 0, tail = 0;
    if (w->part[root] != NO_PART - 1) continue;
    w->part[root] = parts;
    w->queue[tail++] = root;
    while (head < tail) {
      uint32_t v = w->queue[head++];
      for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
        if (w->part[g->to[a]] == NO_PART - 1) w->part[g->to[a]] = parts, w->queue[tail++] = g->to[a];
    }
    w->left[parts++] = (uint32_t)tail;
  }
  return parts;
}

/* Let nodes with fewer than k neighbours fall away, one after the other. */
static void peel(struct growth *w, const struct graph *g, uint32_t k) {
  size_t head = 0, tail = 0;
  for (uint32_t v = 0; v < g->nodes; v++) {
    w->left[v] = (uint32_t)(g->first[v + 1] - g->first[v]);
    w->part[v] = w->left[v] < k ? NO_PART : 0;
    if (w->left[v] < k) w->queue[tail++] = v;
  }
  while (head < tail) {
    uint32_t v = w->queue[head++];
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint32_t u = g->to[a];
      if (w->part[u] == NO_PART || --w->left[u] >= k) continue;
      w->part[u] = NO_PART;
      w->queue[tail++] = u;
    }
  }
}

static bool push_parts(struct growth *w, const struct piece *p, uint32_t parts, const struct separator *cut, uint32_t k, uint32_t parent) {
  for (uint32_t i = parts; i-- > 0;)
    if (!push_part(w, p, i, w->left[i], cut, k, parent)) return false;
  return true;
}

static bool split(struct growth *w, const struct piece *p, const struct graph *g, const struct separator *cut, uint32_t k,
                  uint32_t parent) {
  memset(w->part, 0, p->count * sizeof *w->part);
  for (uint32_t i = 0; i < cut->size; i++)
    w->part[cut->item[i]] = NO_PART;
  return push_parts(w, p, number_parts(w, g), cut, k, parent);
}

/* The piece is a block of connectivity k: its parent's own when it is all of it, else a new one. Returns its number, or BLOCKS_NONE. */
static uint32_t keep(struct growth *w, const struct piece *p, uint32_t k) {
  if (p->parent != BLOCKS_NONE && w->done[p->parent].count == p->count) {
    w->done[p->parent].k = k;
    return p->parent;
  }
  uint32_t *node = memory_copy(p->node, p->count, sizeof *node);
  if (!node || !memory_grow(&w->done, &w->done_room, w->done_count + 1, sizeof *w->done)) {
    free(node);
    return BLOCKS_NONE;
  }
  w->done[w->done_count] = (struct piece){node, p->count, k, p->parent};
  return (uint32_t)w->done_count++;
}

static enum kernel_code next_level(struct growth *w, const struct piece *p, uint32_t k) {
  uint32_t block = keep(w, p, k);
  if (block == BLOCKS_NONE) return KERNEL_NO_MEMORY;
  return push(w, memory_copy(p->node, p->count, sizeof *p->node), p->count, k + 1, block) ? KERNEL_DONE : KERNEL_NO_MEMORY;
}

/* Nodes of each biconnected block: gathered from its edges, ascending through a mark by block number. */
static bool push_biconnected(struct growth *w, const struct piece *p, const struct graph *g, const uint32_t *block, uint32_t blocks) {
  uint64_t *first = memory_zeroed((size_t)blocks + 2, sizeof *first);
  uint32_t *node = memory_array(2 * (size_t)g->edges, sizeof *node);
  bool ready = first && node;
  for (uint32_t e = 0; ready && e < g->edges; e++)
    first[block[e] + 2] += 2;
  for (uint32_t b = 0; ready && b <= blocks; b++)
    first[b + 1] += first[b];
  for (uint32_t v = 0; ready && v < g->nodes; v++)
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint64_t *end = &first[block[g->edge[a]] + 1];
      node[(*end)++] = v;
    }
  for (uint32_t b = blocks; ready && b-- > 0;) {
    uint32_t count = 0, *own = memory_array((size_t)(first[b + 1] - first[b]), sizeof *own);
    for (uint64_t i = first[b]; own && i < first[b + 1]; i++)
      if (count == 0 || own[count - 1] != p->node[node[i]]) own[count++] = p->node[node[i]];
    if (own && count < 3)
      free(own);
    else
      ready = push(w, own, count, 2, p->parent);
  }
  free(first);
  free(node);
  return ready;
}

static enum kernel_code biconnected(struct growth *w, const struct piece *p, const struct graph *g) {
  struct lowpoint found = {.block = memory_array(g->edges, sizeof *found.block)};
  enum kernel_code code = found.block ? lowpoint(&found, g) : KERNEL_NO_MEMORY;
  if (!code && found.blocks == 1)
    code = next_level(w, p, 2);
  else if (!code && !push_biconnected(w, p, g, found.block, found.blocks))
    code = KERNEL_NO_MEMORY;
  free(found.block);
  return code;
}

static enum kernel_code by_cut(struct growth *w, const struct piece *p, const struct graph *g) {
  struct separator cut;
  enum kernel_code code = separator_of_nodes(&cut, g, p->k, w->watch);
  if (code) return code;
  uint32_t k = p->k, parent = p->parent;
  if (!cut.found || cut.size >= k) {
    k = cut.size + 1;
    parent = keep(w, p, cut.size);
    if (parent == BLOCKS_NONE) code = KERNEL_NO_MEMORY;
  }
  if (!code && cut.found && !split(w, p, g, &cut, k, parent)) code = KERNEL_NO_MEMORY;
  separator_free(&cut);
  return code;
}

/* Find what of the piece is a block, or cut it down. */
static enum kernel_code treat(struct growth *w, const struct piece *p) {
  struct local l;
  enum kernel_code code = KERNEL_NO_MEMORY;
  if (!watch_says_go(w->watch)) return KERNEL_STOPPED;
  if (local_start(&l, w, p)) {
    peel(w, &l.g, p->k);
    uint32_t parts = number_parts(w, &l.g);
    if (parts != 1 || w->left[0] != p->count)
      code = push_parts(w, p, parts, NULL, p->k, p->parent) ? KERNEL_DONE : KERNEL_NO_MEMORY;
    else if (p->k == 1)
      code = next_level(w, p, 1);
    else
      code = p->k == 2 ? biconnected(w, p, &l.g) : by_cut(w, p, &l.g);
  }
  local_free(&l);
  return code;
}

struct rank {
  const struct piece *block;
  uint32_t number;
};

static int by_level(const void *x, const void *y) {
  const struct piece *a = ((const struct rank *)x)->block, *b = ((const struct rank *)y)->block;
  if (a->k != b->k) return a->k < b->k ? -1 : 1;
  if (a->count != b->count) return a->count > b->count ? -1 : 1;
  for (uint32_t i = 0; i < a->count; i++)
    if (a->node[i] != b->node[i]) return a->node[i] < b->node[i] ? -1 : 1;
  return 0;
}

/* Lay the blocks out flat, in order. */
static bool lay_out(struct blocks *out, const struct growth *w) {
  size_t count = w->done_count, nodes = 0;
  struct rank *rank = memory_array(count, sizeof *rank);
  uint32_t *number = memory_array(count, sizeof *number);
  for (size_t b = 0; b < count; b++)
    nodes += w->done[b].count;
  out->k = memory_array(count, sizeof *out->k);
  out->parent = memory_array(count, sizeof *out->parent);
  out->first = memory_zeroed(count + 1, sizeof *out->first);
  out->node = memory_array(nodes, sizeof *out->node);
  bool ready = rank && number && out->k && out->parent && out->first && out->node;
  for (size_t b = 0; ready && b < count; b++)
    rank[b] = (struct rank){&w->done[b], (uint32_t)b};
  if (ready) qsort(rank, count, sizeof *rank, by_level);
  for (size_t b = 0; ready && b < count; b++)
    number[rank[b].number] = (uint32_t)b;
  for (size_t b = 0; ready && b < count; b++) {
    const struct piece *p = rank[b].block;
    out->k[b] = p->k;
    out->parent[b] = p->parent == BLOCKS_NONE ? BLOCKS_NONE : number[p->parent];
    out->first[b + 1] = out->first[b] + p->count;
    memcpy(out->node + out->first[b], p->node, p->count * sizeof *out->node);
  }
  out->count = (uint32_t)count;
  free(rank);
  free(number);
  return ready;
}

static bool growth_start(struct growth *w) {
  uint32_t n = w->g->nodes, *all = memory_array(n, sizeof *all);
  w->place = memory_array(n, sizeof *w->place);
  w->edge_place = memory_array(w->g->edges, sizeof *w->edge_place);
  w->part = memory_array(n, sizeof *w->part);
  w->queue = memory_array(n, sizeof *w->queue);
  w->left = memory_array(n, sizeof *w->left);
  if (!all || !w->place || !w->edge_place || !w->part || !w->queue || !w->left) {
    free(all);
    return false;
  }
  for (uint32_t v = 0; v < n; v++) {
    w->place[v] = NO_PART;
    all[v] = v;
  }
  return push(w, all, n, 1, BLOCKS_NONE);
}

enum kernel_code blocks_start(struct blocks *out, const struct graph *g, const struct kernel_watch *watch) {
  struct growth w = {.g = g, .watch = watch};
  memset(out, 0, sizeof *out);
  enum kernel_code code = growth_start(&w) ? KERNEL_DONE : KERNEL_NO_MEMORY;
  while (!code && w.todo_count) {
    struct piece p = w.todo[--w.todo_count];
    code = treat(&w, &p);
    free(p.node);
  }
  if (!code && !lay_out(out, &w)) code = KERNEL_NO_MEMORY;
  while (w.todo_count)
    free(w.todo[--w.todo_count].node);
  while (w.done_count)
    free(w.done[--w.done_count].node);
  free(w.todo);
  free(w.done);
  free(w.place);
  free(w.edge_place);
  free(w.part);
  free(w.queue);
  free(w.left);
  if (code) blocks_free(out);
  return code;
}

void blocks_free(struct blocks *b) {
  free(b->k);
  free(b->parent);
  free(b->first);
  free(b->node);
  memset(b, 0, sizeof *b);
}

void blocks_depth(uint32_t *depth, const struct blocks *b, uint32_t nodes) {
  for (uint32_t v = 0; v < nodes; v++)
    depth[v] = 0;
  for (uint32_t i = 0; i < b->count; i++) /* ascending k */
    for (uint64_t j = b->first[i]; j < b->first[i + 1]; j++)
      depth[b->node[j]] = b->k[i];
}
