/* Closing bridges where ties run between two sides alone (or within one of them as well).
 *
 * Parts without a bridge inside make a forest; each leaf of it needs an end of a new tie. So no fewer will do than half the leaves, nor,
 * where two nodes of a side may not be tied, than leaves that have nodes of that side alone [1, 2]. In most networks as many are enough,
 * but not in all: a search decides. Some leaf must be tied to another part; every way to do that is tried, farthest leaves first, as long
 * as the bound of what is left allows, for the bound, then one more, and so on. Where that takes too long, ties are chosen one after the
 * other, and the least number that was not refuted stays as the bound.
 *
 * Why any pair of nodes of two parts stands for all: the tie makes one part of them and all between, whichever nodes it ties; only the
 * sides of its ends and that they are not tied yet count.
 *
 * Sources: (1) K. P. Eswaran, R. E. Tarjan 1976, doi:10.1137/0205044; (2) J. Bang-Jensen, H. N. Gabow, T. Jordan, Z. Szigeti 1999,
 * Edge-connectivity augmentation with partition constraints, doi:10.1137/S0895480197324700. */
#include "kernel/gain_sided.h"

#include "base/memory.h"
#include "kernel/gain_grown.h"
#include "kernel/lowpoint.h"
#include "kernel/waves.h"

#include <stdlib.h>

#define NONE UINT32_MAX
#define EFFORT UINT64_C(30000000)

/* A network with the ties so far, seen as a forest of parts. */
struct view {
  struct grown grown;
  uint8_t *bridge, *ends;                        /* ends of each part: bits of the sides that may be tied */
  uint32_t *node, *begin;                        /* nodes by their parts, and where each part begins */
  uint32_t *part, *hangs, *queue, *steps, *over; /* of parts from `from`: bridges on the way there, bridges that hang off it */
  uint32_t parts, bridges, leaves, only[2];
};

struct work {
  const struct graph *g;
  const struct sided_ask *ask;
  const struct kernel_watch *watch;
  uint32_t (*pair)[2];
  size_t room;
  uint32_t count, limit;
  uint64_t looks, effort;
};

static void view_free(struct view *v) {
  grown_free(&v->grown);
  free(v->bridge);
  free(v->ends);
  free(v->node);
  free(v->begin);
  free(v->part);
  free(v->hangs);
  free(v->queue);
  free(v->steps);
  free(v->over);
}

static void find_parts(struct view *v, const struct sided_ask *ask) {
  const struct graph *g = &v->grown.graph;
  uint32_t tail = 0;
  for (uint32_t u = 0; u < g->nodes; u++)
    v->part[u] = NONE;
  for (uint32_t root = 0; root < g->nodes; root++) {
    if (v->part[root] != NONE) continue;
    v->begin[v->parts] = tail;
    v->part[root] = v->parts, v->node[tail++] = root;
    for (uint32_t head = v->begin[v->parts]; head < tail; head++) {
      uint32_t u = v->node[head];
      if (ask->may[u]) v->ends[v->parts] |= (uint8_t)(1 << ask->side[u]);
      for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
        if (!v->bridge[g->edge[a]] && v->part[g->to[a]] == NONE) v->part[g->to[a]] = v->parts, v->node[tail++] = g->to[a];
    }
    v->begin[++v->parts] = tail;
  }
  for (uint32_t e = 0; e < g->edges; e++)
    if (v->bridge[e]) v->bridges++, v->hangs[v->part[g->tail[e]]]++, v->hangs[v->part[g->head[e]]]++;
  for (uint32_t p = 0; p < v->parts; p++) {
    if (v->hangs[p] != 1) continue;
    v->leaves++;
    for (int side = 0; side < 2; side++)
      v->only[side] += v->ends[p] == 1 << side;
  }
}

static enum kernel_code view_start(struct view *v, struct work *w) {
  uint32_t n = w->g->nodes;
  *v = (struct view){0};
  w->looks += n + w->g->first[n];
  if (!watch_says_go(w->watch)) return KERNEL_STOPPED;
  enum kernel_code code = grown_start(&v->grown, w->g, (const uint32_t(*)[2])w->pair, w->count, 0);
  if (code) return code;
  v->bridge = memory_zeroed(v->grown.graph.edges, 1);
  v->ends = memory_zeroed(n, 1);
  v->node = memory_array(n, sizeof *v->node);
  v->begin = memory_array((size_t)n + 1, sizeof *v->begin);
  v->part = memory_array(n, sizeof *v->part);
  v->hangs = memory_zeroed(n, sizeof *v->hangs);
  v->queue = memory_array(n, sizeof *v->queue);
  v->steps = memory_array(n, sizeof *v->steps);
  v->over = memory_array(n, sizeof *v->over);
  bool ready = v->bridge && v->ends && v->node && v->begin && v->part && v->hangs && v->queue && v->steps && v->over;
  code = ready ? lowpoint(&(struct lowpoint){.bridge = v->bridge}, &v->grown.graph) : KERNEL_NO_MEMORY;
  if (!code) find_parts(v, w->ask);
  if (code) view_free(v);
  return code;
}

/* No fewer ties will do; NONE: a leaf may have none. */
static uint32_t bound_of(const struct view *v, const struct sided_ask *ask) {
  uint32_t bound = (v->leaves + 1) / 2;
  for (uint32_t p = 0; p < v->parts; p++)
    if (v->hangs[p] == 1 && !v->ends[p]) return NONE;
  for (int side = 0; side < 2; side++)
    if (!ask->same[side] && v->only[side] > bound) bound = v->only[side];
  return bound;
}

/* ---- one tie ---- */

static bool tied(const struct graph *g, uint32_t u, uint32_t v) {
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    if (g->to[a] == v) return true;
  return false;
}

/* Nodes of side a in part p and of side b in part q that may be tied and are not. */
static bool find_pair(uint32_t *out, const struct view *v, const struct sided_ask *ask, uint32_t p, int a, uint32_t q, int b) {
  for (uint32_t i = v->begin[p]; i < v->begin[p + 1]; i++) {
    uint32_t x = v->node[i];
    if (ask->side[x] != a || !ask->may[x]) continue; /* now, not for each node of q: parts may be large */
    for (uint32_t j = v->begin[q]; j < v->begin[q + 1]; j++) {
      uint32_t y = v->node[j];
      if (ask->side[y] != b || !ask->may[y] || tied(&v->grown.graph, x, y)) continue;
      out[0] = x < y ? x : y, out[1] = x < y ? y : x;
      return true;
    }
  }
  return false;
}

/* How far every part is from `from` in bridges, and how many bridges hang off the way. NONE: no way. */
static void measure(struct view *v, uint32_t from) {
  const struct graph *g = &v->grown.graph;
  size_t tail = 1;
  for (uint32_t p = 0; p < v->parts; p++)
    v->steps[p] = NONE;
  v->steps[from] = 0, v->over[from] = 0, v->queue[0] = from;
  for (size_t head = 0; head < tail; head++) {
    uint32_t p = v->queue[head];
    for (uint32_t i = v->begin[p]; i < v->begin[p + 1]; i++)
      for (uint64_t a = g->first[v->node[i]]; a < g->first[v->node[i] + 1]; a++) {
        uint32_t q = v->part[g->to[a]];
        if (v->steps[q] != NONE) continue;
        v->steps[q] = v->steps[p] + 1;
        v->over[q] = v->over[p] + v->hangs[q] - 2 + (v->hangs[q] == 1);
        v->queue[tail++] = q;
      }
  }
}

/* How good it looks to tie the leaf in hand to part q: to a leaf, such that no new leaf comes of it, far away. */
static uint64_t promise(const struct view *v, uint32_t q) {
  bool leaf = v->hangs[q] == 1, there = v->steps[q] != NONE;
  uint64_t good = leaf ? (there && v->over[q] != 1 ? 4 : !there ? 3 : 2) : there ? 1 : 0;
  bool choosy = v->ends[q] != 3;
  return good << 40 | (uint64_t)choosy << 36 | (there ? v->steps[q] : 0);
}

struct option {
  uint64_t promise;
  uint32_t pair[2];
};

static int by_promise(const void *x, const void *y) {
  const struct option *a = x, *b = y;
  if (a->promise != b->promise) return a->promise > b->promise ? -1 : 1;
  if (a->pair[0] != b->pair[0]) return a->pair[0] < b->pair[0] ? -1 : 1;
  return a->pair[1] < b->pair[1] ? -1 : a->pair[1] > b->pair[1];
}

/* All ways to tie a leaf to another part, best first: of a leaf on the side that has more of them. */
static enum kernel_code list_options(struct option **out, size_t *count, struct view *v, struct work *w) {
  uint32_t leaf = NONE;
  int most = v->only[1] > v->only[0];
  for (uint32_t p = 0; p < v->parts; p++)
    if (v->hangs[p] == 1 && (leaf == NONE || (v->ends[leaf] != 1 << most && v->ends[p] == 1 << most))) leaf = p;
  measure(v, leaf);
  *count = 0;
  *out = memory_array((size_t)v->parts * 4, sizeof **out);
  if (!*out) return KERNEL_NO_MEMORY;
  for (uint32_t q = 0; q < v->parts; q++)
    for (int a = 0; a < 2 && q != leaf; a++)
      for (int b = 0; b < 2; b++) {
        struct option *o = &(*out)[*count];
        if (!(v->ends[leaf] >> a & 1) || !(v->ends[q] >> b & 1) || (a == b && !w->ask->same[a])) continue;
        if (!find_pair(o->pair, v, w->ask, leaf, a, q, b)) continue;
        o->promise = promise(v, q);
        ++*count;
      }
  if (*count) qsort(*out, *count, sizeof **out, by_promise);
  return KERNEL_DONE;
}

static enum kernel_code push(struct work *w, const uint32_t *pair) {
  if (!memory_grow(&w->pair, &w->room, (size_t)w->count + 1, sizeof *w->pair)) return KERNEL_NO_MEMORY;
  w->pair[w->count][0] = pair[0];
  w->pair[w->count++][1] = pair[1];
  return KERNEL_DONE;
}

/* ---- search ---- */

/* Whether `limit` ties do; w->pair holds them then. Out of effort: not, and w->looks says so. */
static enum kernel_code descend(bool *done, struct work *w) {
  struct view v;
  struct option *option = NULL;
  size_t count = 0;
  enum kernel_code code = view_start(&v, w);
  if (code) return code;
  uint32_t due = bound_of(&v, w->ask);
  *done = v.bridges == 0;
  if (!*done && due != NONE && w->count + due <= w->limit) code = list_options(&option, &count, &v, w);
  view_free(&v);
  for (size_t i = 0; !code && !*done && i < count && w->looks < w->effort; i++) {
    code = push(w, option[i].pair);
    if (!code) code = descend(done, w);
    if (!code && !*done) w->count--;
  }
  free(option);
  return code;
}

static enum kernel_code choose(bool *done, struct work *w) {
  enum kernel_code code = KERNEL_DONE;
  for (bool more = true; !code && more;) {
    struct view v;
    struct option *option = NULL;
    size_t count = 0;
    code = view_start(&v, w);
    if (code) break;
    *done = v.bridges == 0;
    if (!*done) code = list_options(&option, &count, &v, w);
    more = !code && count > 0;
    if (more) code = push(w, option[0].pair);
    free(option);
    view_free(&v);
  }
  return code;
}

enum kernel_code sided_start(struct sided *out, const struct graph *g, const struct sided_ask *ask, const struct kernel_watch *watch) {
  struct work w = {.g = g, .ask = ask, .watch = watch, .effort = ask->effort ? ask->effort : EFFORT};
  struct view v;
  bool done = false;
  *out = (struct sided){0};
  enum kernel_code code = view_start(&v, &w);
  if (code) return code;
  out->leaves = v.leaves;
  out->bound = bound_of(&v, ask);
  view_free(&v);
  uint32_t most = 2 * g->nodes; /* each tie makes parts or components fewer */
  for (w.limit = out->bound; !code && !done && out->bound != NONE && w.looks < w.effort; w.limit++) {
    w.count = 0;
    code = descend(&done, &w);
    if (!done && w.looks < w.effort) out->bound = w.limit < most ? w.limit + 1 : NONE;
  }
  if (!code && !done && out->bound != NONE) {
    w.count = 0;
    code = choose(&done, &w);
  }
  out->found = done;
  out->count = done ? w.count : 0;
  out->pair = w.pair;
  if (code) sided_free(out);
  return code;
}

void sided_free(struct sided *s) {
  free(s->pair);
  *s = (struct sided){0};
}
