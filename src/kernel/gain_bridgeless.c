/* Closing bridges, after Eswaran and Tarjan.
 *
 * Parts without a bridge inside, joined by the bridges, make a forest. Each leaf of it needs an end of a new tie and a tree that is a
 * single part needs two, so ceil(leaves / 2) + lone ties are due. They suffice: (a) trees are put in a row, the second leaf of one tied to
 * the first leaf of the next; (b) the leaves of the tree that this makes, taken in the order of a depth-first search from a part that is
 * no leaf, are tied to those half their number farther on.
 *
 * Why the search runs through the nodes and not the forest: a bridge is the only way into what lies behind it, so nodes are met as their
 * parts would be.
 *
 * In a simple network two nodes that are tied cannot be tied again: two parts in all are a case of their own.
 *
 * Sources: (1) K. P. Eswaran, R. E. Tarjan 1976, Augmentation problems, doi:10.1137/0205044. */
#include "kernel/gain_bridgeless.h"

#include "base/memory.h"
#include "kernel/component.h"
#include "kernel/gain_grown.h"
#include "kernel/lowpoint.h"

#include <stdlib.h>

#define NONE UINT32_MAX

/* The forest of a graph. Arrays owned. */
struct forest {
  const struct graph *g;
  uint8_t *bridge;
  uint32_t *part;   /* of each node */
  uint32_t *hangs;  /* of each part: bridges at it */
  uint32_t *node;   /* of each part: its first node that may be tied, or NONE */
  uint32_t *size;   /* of each part: nodes */
  uint32_t *island; /* of each node: its component */
  uint32_t parts, islands;
};

static void forest_free(struct forest *f) {
  free(f->bridge);
  free(f->part);
  free(f->hangs);
  free(f->node);
  free(f->size);
  free(f->island);
}

static void spread(struct forest *f, uint32_t *queue, uint32_t root) {
  const struct graph *g = f->g;
  size_t tail = 1;
  queue[0] = root;
  f->part[root] = f->parts;
  for (size_t head = 0; head < tail; head++)
    for (uint64_t a = g->first[queue[head]]; a < g->first[queue[head] + 1]; a++) {
      if (f->bridge[g->edge[a]] || f->part[g->to[a]] != NONE) continue;
      f->part[g->to[a]] = f->parts;
      queue[tail++] = g->to[a];
    }
  f->size[f->parts++] = (uint32_t)tail;
}

static enum kernel_code forest_start(struct forest *f, const struct graph *g, const uint8_t *may) {
  uint32_t n = g->nodes, *queue = memory_array(n, sizeof *queue);
  *f = (struct forest){.g = g};
  f->bridge = memory_zeroed(g->edges, 1);
  f->part = memory_array(n, sizeof *f->part);
  f->hangs = memory_zeroed(n, sizeof *f->hangs);
  f->node = memory_array(n, sizeof *f->node);
  f->size = memory_zeroed(n, sizeof *f->size);
  f->island = memory_array(n, sizeof *f->island);
  bool ready = queue && f->bridge && f->part && f->hangs && f->node && f->size && f->island;
  enum kernel_code code = ready ? lowpoint(&(struct lowpoint){.bridge = f->bridge}, g) : KERNEL_NO_MEMORY;
  if (!code) code = component_weak(f->island, NULL, &f->islands, g);
  for (uint32_t v = 0; !code && v < n; v++)
    f->part[v] = f->node[v] = NONE;
  for (uint32_t v = 0; !code && v < n; v++)
    if (f->part[v] == NONE) spread(f, queue, v);
  for (uint32_t v = 0; !code && v < n; v++)
    if (f->node[f->part[v]] == NONE && (!may || may[v])) f->node[f->part[v]] = v;
  for (uint32_t e = 0; !code && e < g->edges; e++)
    if (f->bridge[e]) f->hangs[f->part[g->tail[e]]]++, f->hangs[f->part[g->head[e]]]++;
  free(queue);
  if (code) forest_free(f);
  return code;
}

/* ---- what is to be done ---- */

struct closing {
  struct bridgeless *out;
  const struct graph *g;
  const uint8_t *may;
  struct forest forest;
  uint8_t *taken;          /* of each island: it is to be worked on */
  uint32_t *first, *last;  /* of each island: two of its parts to be tied to other islands; the same where there is but one */
  uint32_t parts, islands; /* taken */
};

static bool add(struct closing *c, uint32_t u, uint32_t v) {
  size_t room = c->out->count;
  uint32_t(*grown)[2] = realloc(c->out->pair, (room + 1) * sizeof *grown);
  if (!grown) return false;
  c->out->pair = grown;
  grown[room][0] = u < v ? u : v;
  grown[room][1] = u < v ? v : u;
  c->out->count++;
  return true;
}

/* Which islands, which parts; false where a part that needs a tie may have none. */
static bool choose(struct closing *c, bool whole) {
  struct forest *f = &c->forest;
  bool possible = true;
  for (uint32_t e = 0; e < c->g->edges; e++)
    if (f->bridge[e]) c->taken[f->island[c->g->tail[e]]] = 1;
  for (uint32_t i = 0; i < f->islands; i++) {
    if (whole && f->islands > 1) c->taken[i] = 1;
    c->first[i] = c->last[i] = NONE;
    c->islands += c->taken[i];
  }
  for (uint32_t v = 0, seen = 0; v < c->g->nodes; v++) {
    uint32_t p = f->part[v], i = f->island[v];
    if (p < seen) continue; /* parts are numbered by their first nodes */
    seen = p + 1;
    if (!c->taken[i]) continue;
    c->parts++;
    if (f->hangs[p] > 1) continue;
    c->out->leaves += f->hangs[p] == 1;
    c->out->lone += f->hangs[p] == 0;
    possible = possible && f->node[p] != NONE;
    if (c->first[i] == NONE) c->first[i] = p;
    c->last[i] = p;
  }
  return possible;
}

static bool tied(const struct graph *g, uint32_t u, uint32_t v) {
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    if (g->to[a] == v) return true;
  return false;
}

/* Ties between two parts that are all there is, until two ways lead from one to the other. */
static enum kernel_code close_two(struct closing *c, uint32_t p, uint32_t q, uint32_t due) {
  struct forest *f = &c->forest;
  for (uint32_t u = 0; u < c->g->nodes && c->out->count < due; u++)
    for (uint32_t v = 0; v < c->g->nodes && c->out->count < due; v++) {
      if (f->part[u] != p || f->part[v] != q || (c->may && !(c->may[u] && c->may[v])) || tied(c->g, u, v)) continue;
      if (!add(c, u, v)) return KERNEL_NO_MEMORY;
    }
  c->out->possible = c->out->count == due;
  return KERNEL_DONE;
}

/* A pair tied to nobody else, and a third that may be tied to both. */
static enum kernel_code close_by_third(struct closing *c, uint32_t u, uint32_t v) {
  for (uint32_t w = 0; w < c->g->nodes; w++) {
    if (w == u || w == v || (c->may && !c->may[w])) continue;
    return add(c, u, w) && add(c, v, w) ? KERNEL_DONE : KERNEL_NO_MEMORY;
  }
  c->out->possible = false;
  return KERNEL_DONE;
}

static enum kernel_code close_few(struct closing *c) {
  struct forest *f = &c->forest;
  uint32_t part[2] = {NONE, NONE}, count = 0;
  for (uint32_t i = 0; i < f->islands; i++) {
    if (!c->taken[i]) continue;
    part[count++] = c->first[i];
    if (count < 2 && c->last[i] != c->first[i]) part[count++] = c->last[i];
  }
  if (c->islands == 2) return close_two(c, part[0], part[1], 2);
  enum kernel_code code = close_two(c, part[0], part[1], 1);
  if (code || c->out->possible || f->node[part[0]] == NONE || f->node[part[1]] == NONE) return code;
  c->out->possible = true;
  return close_by_third(c, f->node[part[0]], f->node[part[1]]);
}

/* (a) */
static bool join(struct closing *c) {
  uint32_t before = NONE;
  for (uint32_t i = 0; i < c->forest.islands; i++) {
    if (!c->taken[i]) continue;
    if (before != NONE && !add(c, c->forest.node[c->last[before]], c->forest.node[c->first[i]])) return false;
    before = i;
  }
  return true;
}

/* Leaves of the joined tree, in the order in which a depth-first search from `root` meets them. */
static enum kernel_code meet_leaves(uint32_t *leaf, uint32_t *count, const struct forest *f, uint32_t root) {
  const struct graph *g = f->g;
  uint32_t *trail = memory_array(g->nodes, sizeof *trail);
  uint64_t *next = memory_array(g->nodes, sizeof *next);
  uint8_t *met = memory_zeroed(g->nodes, 1), *part = memory_zeroed(f->parts, 1);
  enum kernel_code code = trail && next && met && part ? KERNEL_DONE : KERNEL_NO_MEMORY;
  size_t depth = 0;
  *count = 0;
  for (uint32_t v = root; !code && v != NONE;) {
    if (!met[v]) {
      met[v] = 1, next[v] = g->first[v], trail[depth++] = v;
      if (f->hangs[f->part[v]] == 1 && !part[f->part[v]]) leaf[(*count)++] = f->part[v];
      part[f->part[v]] = 1;
    }
    while (next[v] < g->first[v + 1] && met[g->to[next[v]]])
      next[v]++;
    if (next[v] < g->first[v + 1])
      v = g->to[next[v]];
    else
      v = --depth ? trail[depth - 1] : NONE;
  }
  free(trail);
  free(next);
  free(met);
  free(part);
  return code;
}

/* (b) */
static enum kernel_code pair_leaves(struct closing *c) {
  struct grown grown;
  struct forest f = {0};
  uint32_t count = 0, root = NONE, *leaf = memory_array(c->g->nodes, sizeof *leaf);
  uint32_t island = NONE, any = NONE;
  if (!leaf) return KERNEL_NO_MEMORY;
  enum kernel_code code = grown_start(&grown, c->g, (const uint32_t(*)[2])c->out->pair, c->out->count, 0);
  if (code) goto done;
  for (uint32_t i = 0; i < c->forest.islands && any == NONE; i++)
    if (c->taken[i]) any = c->forest.node[c->first[i]];
  code = forest_start(&f, &grown.graph, c->may);
  if (code) goto grown;
  island = f.island[any];
  for (uint32_t v = 0; v < c->g->nodes && root == NONE; v++)
    if (f.island[v] == island && f.hangs[f.part[v]] > 1) root = v;
  code = meet_leaves(leaf, &count, &f, root);
  for (uint32_t i = 0; !code && i < (count + 1) / 2; i++)
    if (!add(c, f.node[leaf[i]], f.node[leaf[i + count / 2]])) code = KERNEL_NO_MEMORY;
  forest_free(&f);
grown:
  grown_free(&grown);
done:
  free(leaf);
  return code;
}

enum kernel_code bridgeless_start(struct bridgeless *out, const struct graph *g, bool whole, const uint8_t *may) {
  struct closing c = {.out = out, .g = g, .may = may};
  *out = (struct bridgeless){.possible = true};
  enum kernel_code code = forest_start(&c.forest, g, may);
  if (code) return code;
  c.taken = memory_zeroed(c.forest.islands, 1);
  c.first = memory_array(c.forest.islands, sizeof *c.first);
  c.last = memory_array(c.forest.islands, sizeof *c.last);
  code = c.taken && c.first && c.last ? KERNEL_DONE : KERNEL_NO_MEMORY;
  if (!code) out->possible = choose(&c, whole);
  if (!code && out->possible && c.parts == 2) {
    code = close_few(&c);
  } else if (!code && out->possible && c.parts > 2) {
    code = join(&c) ? KERNEL_DONE : KERNEL_NO_MEMORY;
    if (!code) code = pair_leaves(&c);
  }
  forest_free(&c.forest);
  free(c.taken);
  free(c.first);
  free(c.last);
  if (code || !out->possible) {
    free(out->pair);
    out->pair = NULL;
    out->count = 0;
  }
  return code;
}

void bridgeless_free(struct bridgeless *b) {
  free(b->pair);
  *b = (struct bridgeless){0};
}
