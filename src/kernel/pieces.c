/* An undirected network taken apart at its cut nodes.
 *
 * No shortest path between two nodes of a block leaves it. So betweenness falls into sums over blocks: in block B each node v stands for
 * the mass(v, B) nodes that reach B through v only, and a pair (s, t) of B counts mass(s, B) x mass(t, B) times. A cut node v moreover lies
 * between all pairs of its different sides; sides of sizes b1, b2, ... make (N - 1)^2 - sum of bi^2 ordered pairs, N the component's nodes.
 * A bridge carries mass x mass both ways and no search is due in its block: pendant nodes and whole trees cost nothing.
 *
 * Masses come from the tree of blocks and cut nodes, hung up at any node of a component: `below` of a node is itself and the blocks that
 * hang from it, `below` of a block all its nodes but the upper one. An end is a node as a member of a block; a piece is an end in a block
 * of three nodes or more.
 *
 * Sources: (1) A. E. Sariyuce et al. 2013, Shattering and compressing networks for betweenness centrality,
 * doi:10.1137/1.9781611972832.71; (2) R. Puzis et al. 2012, Heuristics for speeding up betweenness centrality computation,
 * doi:10.1109/SocialCom-PASSAT.2012.66. */
#include "kernel/pieces.h"

#include "base/memory.h"
#include "kernel/lowpoint.h"

#include <stdlib.h>

#define NONE PIECES_NONE

struct tree {
  const struct graph *g;
  uint32_t blocks, ends;
  uint8_t *bridge;                            /* of each edge */
  uint32_t *block;                            /* of each edge */
  uint32_t *tail_end, *head_end;              /* of each edge */
  uint32_t *end_node, *end_block, *end_first; /* ends of node v: end_first[v] .. */
  uint32_t *block_first, *block_end;          /* ends of a block */
  uint32_t *upper, *root;                     /* of a block: its end at the node that it hangs from; the node that all hangs from */
  uint32_t *order;                            /* blocks, upper ones first */
  double *node_below, *block_below, *mass;    /* mass of each end */
};

static void tree_free(struct tree *t) {
  void *all[] = {t->bridge,    t->block, t->tail_end, t->head_end, t->end_node,   t->end_block,   t->end_first, t->block_first,
                 t->block_end, t->upper, t->root,     t->order,    t->node_below, t->block_below, t->mass};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    free(all[i]);
}

/* Ends are numbered node by node, in the order in which a node's arcs meet its blocks. There are fewer than 2n: blocks and nodes are a
 * tree. */
static bool find_ends(struct tree *t) {
  const struct graph *g = t->g;
  uint32_t *last = memory_array((size_t)t->blocks + 1, sizeof *last); /* the newest end of each block */
  if (!last) return false;
  for (uint32_t b = 0; b < t->blocks; b++)
    last[b] = NONE;
  for (uint32_t v = 0; v < g->nodes; v++) {
    t->end_first[v] = t->ends;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint32_t e = g->edge[a], b = t->block[e];
      if (last[b] == NONE || t->end_node[last[b]] != v) {
        last[b] = t->ends;
        t->end_node[t->ends] = v;
        t->end_block[t->ends++] = b;
      }
      *(g->tail[e] == v ? &t->tail_end[e] : &t->head_end[e]) = last[b];
    }
  }
  t->end_first[g->nodes] = t->ends;
  free(last);
  return true;
}

/* Ends of each block, by counting. */
static void list_by_block(struct tree *t) {
  for (uint32_t b = 0; b <= t->blocks; b++)
    t->block_first[b] = 0;
  for (uint32_t i = 0; i < t->ends; i++)
    t->block_first[t->end_block[i]]++;
  for (uint32_t b = 0, sum = 0; b <= t->blocks; b++) {
    sum += b < t->blocks ? t->block_first[b] : 0;
    t->block_first[b] = sum;
  }
  for (uint32_t i = t->ends; i-- > 0;)
    t->block_end[--t->block_first[t->end_block[i]]] = i;
}

/* Hang blocks below node v that do not hang yet. */
static uint32_t hang(struct tree *t, uint32_t v, uint32_t root, uint32_t count) {
  for (uint32_t i = t->end_first[v]; i < t->end_first[v + 1]; i++) {
    if (t->upper[t->end_block[i]] != NONE) continue;
    t->upper[t->end_block[i]] = i;
    t->root[t->end_block[i]] = root;
    t->order[count++] = t->end_block[i];
  }
  return count;
}

/* Downwards: the order of blocks, component after component. */
static void put_in_order(struct tree *t) {
  uint32_t head = 0, count = 0;
  for (uint32_t b = 0; b < t->blocks; b++)
    t->upper[b] = NONE;
  for (uint32_t root = 0; root < t->g->nodes; root++) {
    if (t->end_first[root] == t->end_first[root + 1] || t->upper[t->end_block[t->end_first[root]]] != NONE) continue;
    for (count = hang(t, root, root, count); head < count; head++) {
      uint32_t b = t->order[head];
      for (uint32_t i = t->block_first[b]; i < t->block_first[b + 1]; i++)
        count = hang(t, t->end_node[t->block_end[i]], root, count);
    }
  }
}

/* Upwards: how many nodes are below. */
static void weigh_below(struct tree *t) {
  for (uint32_t v = 0; v < t->g->nodes; v++)
    t->node_below[v] = 1;
  for (uint32_t k = t->blocks; k-- > 0;) {
    uint32_t b = t->order[k];
    double sum = 0;
    for (uint32_t i = t->block_first[b]; i < t->block_first[b + 1]; i++)
      if (t->block_end[i] != t->upper[b]) sum += t->node_below[t->end_node[t->block_end[i]]];
    t->block_below[b] = sum;
    t->node_below[t->end_node[t->upper[b]]] += sum;
  }
}

/* Nodes of the component that a block is in. */
static double whole(const struct tree *t, uint32_t block) {
  return t->node_below[t->root[block]];
}

/* The mass of each end. The upper node of a block stands for all that is not below the block. */
static void weigh_ends(struct tree *t) {
  for (uint32_t i = 0; i < t->ends; i++) {
    uint32_t b = t->end_block[i];
    t->mass[i] = t->upper[b] == i ? whole(t, b) - t->block_below[b] : t->node_below[t->end_node[i]];
  }
}

/* Pairs that have v between them because they are on different sides of it. */
static double parted(const struct tree *t, uint32_t v) {
  uint32_t first = t->end_first[v], end = t->end_first[v + 1];
  if (end - first < 2) return 0;
  double all = whole(t, t->end_block[first]), pairs = (all - 1) * (all - 1);
  for (uint32_t i = first; i < end; i++)
    pairs -= (all - t->mass[i]) * (all - t->mass[i]);
  return pairs;
}

static bool tree_room(struct tree *t) {
  size_t n = t->g->nodes, m = t->g->edges, ends = 2 * n;
  t->bridge = memory_array(m, sizeof *t->bridge);
  t->block = memory_array(m, sizeof *t->block);
  t->tail_end = memory_array(m, sizeof *t->tail_end);
  t->head_end = memory_array(m, sizeof *t->head_end);
  t->end_node = memory_array(ends, sizeof *t->end_node);
  t->end_block = memory_array(ends, sizeof *t->end_block);
  t->end_first = memory_array(n + 1, sizeof *t->end_first);
  t->block_end = memory_array(ends, sizeof *t->block_end);
  t->block_first = memory_array(n + 1, sizeof *t->block_first);
  t->upper = memory_array(n, sizeof *t->upper);
  t->root = memory_array(n, sizeof *t->root);
  t->order = memory_array(n, sizeof *t->order);
  t->node_below = memory_array(n, sizeof *t->node_below);
  t->block_below = memory_array(n, sizeof *t->block_below);
  t->mass = memory_array(ends, sizeof *t->mass);
  return t->bridge && t->block && t->tail_end && t->head_end && t->end_node && t->end_block && t->end_first && t->block_end &&
         t->block_first && t->upper && t->root && t->order && t->node_below && t->block_below && t->mass;
}

static enum kernel_code tree_start(struct tree *t) {
  if (!tree_room(t)) return KERNEL_NO_MEMORY;
  struct lowpoint low = {.bridge = t->bridge, .block = t->block};
  enum kernel_code code = lowpoint(&low, t->g);
  if (code) return code;
  t->blocks = low.blocks;
  if (!find_ends(t)) return KERNEL_NO_MEMORY;
  list_by_block(t);
  put_in_order(t);
  weigh_below(t);
  weigh_ends(t);
  return KERNEL_DONE;
}

/* Ends of blocks of three nodes or more are numbered as pieces, node after node. */
static bool number_pieces(struct pieces *out, const struct tree *t) {
  uint32_t *piece = memory_array(t->ends, sizeof *piece), count = 0;
  bool ready = piece && out->node && out->mass && out->tail && out->head;
  for (uint32_t i = 0; ready && i < t->ends; i++) {
    uint32_t b = t->end_block[i];
    if (t->block_first[b + 1] - t->block_first[b] < 3) continue;
    out->node[count] = t->end_node[i];
    out->mass[count] = t->mass[i];
    piece[i] = count++;
  }
  for (uint32_t e = 0; ready && e < t->g->edges; e++) {
    out->tail[e] = t->bridge[e] ? NONE : piece[t->tail_end[e]];
    out->head[e] = t->bridge[e] ? NONE : piece[t->head_end[e]];
  }
  out->count = count;
  free(piece);
  return ready;
}

enum kernel_code pieces_start(struct pieces *out, double *between, double *edge, const struct graph *g) {
  struct tree t = {.g = g};
  *out = (struct pieces){0};
  enum kernel_code code = tree_start(&t);
  if (code) goto done;
  for (uint32_t v = 0; between && v < g->nodes; v++)
    between[v] = parted(&t, v);
  for (uint32_t e = 0; edge && e < g->edges; e++)
    edge[e] = t.bridge[e] ? 2 * t.mass[t.tail_end[e]] * t.mass[t.head_end[e]] : 0;
  out->node = memory_array(t.ends, sizeof *out->node);
  out->mass = memory_array(t.ends, sizeof *out->mass);
  out->tail = memory_array(g->edges, sizeof *out->tail);
  out->head = memory_array(g->edges, sizeof *out->head);
  if (!number_pieces(out, &t)) code = KERNEL_NO_MEMORY;
done:
  tree_free(&t);
  if (code) pieces_free(out);
  return code;
}

void pieces_free(struct pieces *p) {
  free(p->node);
  free(p->mass);
  free(p->tail);
  free(p->head);
  *p = (struct pieces){0};
}
