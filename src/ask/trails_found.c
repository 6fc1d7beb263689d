/* What kernels find on a terrain, as trails.
 *
 * Shortest: one search backward from the second side gives each node its distance to it; from the nearest members of the first side every
 * step to a node that much nearer lies on a shortest way [1], so the walk never meets a dead end. Strongest: the same by lengths; with a
 * limit of steps, rounds of relaxing all arcs, one for each step [2]. Routes apart: flow.h (Menger). Points of sides are left out of
 * trails: no shortest way leads through one, since all members of a side are equally near it.
 *
 * [1] U. Brandes (2001), doi:10.1080/0022250X.2001.9990249; [2] R. Bellman (1958), On a routing problem, doi:10.1090/qam/102435 */
#include "ask/trails.h"

#include "base/memory.h"
#include "kernel/flow.h"
#include "net/key_order.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct lengths steps_only = {.units = 1, .exact = true};

static bool go_on(void *context) {
  return run_check(context, NULL) == NONET_OK;
}

/* Members of a side that are open. Owned by the caller; NULL: out of memory. */
static uint32_t *members(uint32_t *count, const struct terrain *t, int side) {
  const struct ways *w = t->ways;
  uint32_t *node = memory_array(t->side[side].count, sizeof *node);
  *count = 0;
  for (uint32_t v = 0; node && v < t->nodes; v++)
    if (t->side[side].flag[v] && !(w->closed_node && w->closed_node[terrain_node(t, v)])) node[(*count)++] = v;
  return node;
}

/* Search from a side: along the arcs from the first, against them from the second. */
static nonet_code search(struct shortest *s, const struct terrain *t, const struct lengths *lengths, int side, nonet_err *err) {
  uint32_t count, *node = members(&count, t, side);
  bool started = node && shortest_start(s, &t->graph, lengths, side == 1);
  if (started) shortest_from(s, node, count);
  free(node);
  return started ? NONET_OK : error_memory(err);
}

nonet_code trails_steps(double **out, const struct terrain *t, int side, nonet_err *err) {
  struct shortest s = {0};
  *out = NULL;
  nonet_code code = search(&s, t, &steps_only, side, err);
  if (!code) {
    *out = s.distance;
    s.distance = NULL;
  }
  shortest_free(&s);
  return code;
}

/* ---- listing shortest ways ---- */

/* Add a trail, as the network numbers its nodes. */
static bool add_trail(struct trails *out, const struct terrain *t, const uint32_t *node, size_t count) {
  size_t first = out->nodes;
  if (!trails_add(out, node, count)) return false;
  for (size_t i = first; i < out->nodes; i++)
    out->node[i] = terrain_node(t, out->node[i]);
  return true;
}

/* A walk: the nodes so far, and for each of them those that may come next (a stack of rows in `next`). */
struct walk {
  const struct terrain *t;
  const struct shortest *s;
  uint32_t *node, *next;
  size_t *row; /* where the row of each step begins; what is left of it stands behind */
  size_t depth, nexts, node_room, next_room, row_room;
  bool failed;
};

static bool is_before(const struct terrain *t, uint32_t v, uint32_t w) {
  return key_before(t->ways->net, terrain_node(t, v), terrain_node(t, w));
}

static int by_key_falling(const void *a, const void *b, void *context) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return is_before(context, x, y) ? 1 : is_before(context, y, x) ? -1 : 0;
}

static void offer(struct walk *w, uint32_t v) {
  w->failed |= !memory_grow(&w->next, &w->next_room, w->nexts + 1, sizeof *w->next);
  if (!w->failed) w->next[w->nexts++] = v;
}

/* Rows are taken from their end, so they are sorted the other way round. */
static void sort_row(struct walk *w, size_t row) {
  if (w->nexts - row > 1) qsort_r(w->next + row, w->nexts - row, sizeof *w->next, by_key_falling, (void *)(uintptr_t)w->t);
}

static void step_to(struct walk *w, uint32_t v) {
  const struct graph *g = &w->t->graph;
  w->failed |= !memory_grow(&w->node, &w->node_room, w->depth + 1, sizeof *w->node);
  w->failed |= !memory_grow(&w->row, &w->row_room, w->depth + 1, sizeof *w->row);
  if (w->failed) return;
  w->node[w->depth] = v;
  w->row[w->depth++] = w->nexts;
  for (uint64_t a = g->first[v]; a < g->first[v + 1] && !w->failed; a++)
    if (g->to[a] < w->t->nodes && shortest_on_path(w->s, g->to[a], v, g->edge[a])) offer(w, g->to[a]);
  if (!w->failed) sort_row(w, w->row[w->depth - 1]);
}

static nonet_code list_ways(struct trails *out, struct walk *w, double best, uint64_t at_most, const struct run *run, nonet_err *err) {
  const struct terrain *t = w->t;
  nonet_code code = NONET_OK;
  for (uint32_t v = 0; v < t->nodes; v++)
    if (t->side[0].flag[v] && w->s->distance[v] == best) offer(w, v);
  if (!w->failed) sort_row(w, 0);
  size_t bottom = 0;
  while (!code && !w->failed && (at_most == 0 || out->count < at_most)) {
    size_t row = w->depth > 0 ? w->row[w->depth - 1] : bottom;
    bool end = w->depth > 0 && w->s->distance[w->node[w->depth - 1]] == 0;
    if (end) {
      w->failed |= !add_trail(out, t, w->node, w->depth);
      if (out->count % 1024 == 0) code = run_check(run, err);
    }
    if (w->nexts > row && !end)
      step_to(w, w->next[--w->nexts]);
    else if (w->depth == 0)
      break;
    else
      w->nexts = w->row[--w->depth];
  }
  return w->failed ? error_memory(err) : code;
}

static void walk_free(struct walk *w) {
  free(w->node);
  free(w->next);
  free(w->row);
}

/* How many shortest ways begin at the nearest members of the first side, and how long they are. */
static void count_ways(double *best, double *count, const struct terrain *t, const struct shortest *s) {
  *best = INFINITY;
  *count = 0;
  for (uint32_t v = 0; v < t->nodes; v++) {
    if (!t->side[0].flag[v] || !(s->distance[v] <= *best) || isinf(s->distance[v])) continue;
    if (s->distance[v] < *best) *count = 0;
    *best = s->distance[v];
    *count += s->count[v];
  }
}

nonet_code trails_shortest(struct shortest_found *out, const struct terrain *t, uint64_t at_most, const struct run *run, nonet_err *err) {
  struct shortest s = {0};
  struct walk walk = {.t = t, .s = &s};
  *out = (struct shortest_found){.steps = INFINITY};
  nonet_code code = search(&s, t, &steps_only, 1, err);
  if (!code) count_ways(&out->steps, &out->count, t, &s);
  if (!code && isfinite(out->steps)) code = list_ways(&out->trails, &walk, out->steps, at_most, run, err);
  walk_free(&walk);
  shortest_free(&s);
  if (code) trails_free(&out->trails);
  return code;
}

/* ---- the strongest way ---- */

static double true_length(const struct terrain *t, double length) {
  return length / t->lengths.units / t->ways->length.units;
}

/* Lengths to the second side by at most 1, 2 ... steps: rows of n. */
struct rounds {
  double *length; /* (within + 1) x nodes */
  uint32_t within, nodes;
};

static nonet_code relax(struct rounds *r, const struct terrain *t, const struct run *run, nonet_err *err) {
  const struct graph *g = &t->graph;
  uint32_t nodes = r->nodes;
  for (uint32_t v = 0; v < nodes; v++)
    r->length[v] = v < t->nodes && t->side[1].flag[v] ? 0 : (double)INFINITY;
  for (uint32_t k = 1; k <= r->within; k++) {
    const double *before = r->length + (size_t)(k - 1) * nodes;
    double *now = r->length + (size_t)k * nodes;
    memcpy(now, before, nodes * sizeof *now);
    for (uint32_t v = 0; v < t->nodes; v++)
      for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
        if (g->to[a] < t->nodes) now[v] = fmin(now[v], before[g->to[a]] + t->lengths.of_edge[g->edge[a]]);
    nonet_code code = run_check(run, err);
    if (code) return code;
  }
  return NONET_OK;
}

/* Walk down the rounds: at each step the first neighbour, by keys, from which the rest is as long as it must be. */
static bool follow(struct trails *out, const struct rounds *r, const struct terrain *t, uint32_t v) {
  const struct graph *g = &t->graph;
  struct walk walk = {0};
  bool good = memory_grow(&walk.node, &walk.node_room, (size_t)r->within + 1, sizeof *walk.node);
  for (uint32_t k = r->within; good; k--) {
    uint32_t next = UINT32_MAX;
    walk.node[walk.depth++] = v;
    double left = r->length[(size_t)k * r->nodes + v];
    if (left == 0 || k == 0) break;
    const double *before = r->length + (size_t)(k - 1) * r->nodes;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      uint32_t w = g->to[a];
      if (w >= t->nodes || before[w] + t->lengths.of_edge[g->edge[a]] != left) continue;
      if (next == UINT32_MAX || is_before(t, w, next)) next = w;
    }
    if (next == UINT32_MAX) { /* as long by fewer steps */
      walk.depth--;
      continue;
    }
    v = next;
  }
  good = good && add_trail(out, t, walk.node, walk.depth);
  walk_free(&walk);
  return good;
}

static nonet_code strongest_within(struct trails *out, double *length, const struct terrain *t, uint32_t within, const struct run *run,
                                   nonet_err *err) {
  struct rounds r = {.within = within, .nodes = t->graph.nodes};
  uint32_t from = UINT32_MAX;
  r.length = memory_array(((size_t)within + 1) * r.nodes, sizeof *r.length);
  nonet_code code = r.length ? relax(&r, t, run, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < t->nodes; v++) {
    double x = r.length[(size_t)within * r.nodes + v];
    if (!t->side[0].flag[v] || isinf(x)) continue;
    bool nearer = from == UINT32_MAX || x < *length || (x == *length && is_before(t, v, from));
    if (nearer) from = v, *length = x;
  }
  if (!code && from != UINT32_MAX && !follow(out, &r, t, from)) code = error_memory(err);
  free(r.length);
  return code;
}

nonet_code trails_strongest(struct trails *out, double *length, const struct terrain *t, uint32_t within, const struct run *run,
                            nonet_err *err) {
  struct shortest s = {0};
  struct walk walk = {.t = t, .s = &s};
  double count;
  nonet_code code;
  *out = (struct trails){0};
  *length = INFINITY;
  if (within > 0 && within < t->nodes)
    code = strongest_within(out, length, t, within, run, err);
  else {
    code = search(&s, t, &t->lengths, 1, err);
    if (!code) count_ways(length, &count, t, &s);
    if (!code && isfinite(*length)) code = list_ways(out, &walk, *length, 1, run, err);
    shortest_free(&s);
    walk_free(&walk);
  }
  *length = true_length(t, *length);
  if (code) trails_free(out);
  return code;
}

/* ---- routes apart ---- */

static nonet_code read_routes(struct routes_found *out, const struct flow_answer *f, const struct terrain *t, nonet_err *err) {
  uint32_t nodes = t->nodes;
  for (uint32_t r = 0; r < f->routes; r++) {
    size_t first = (size_t)f->route_first[r], stop = (size_t)f->route_first[r + 1];
    while (first < stop && f->route_node[first] >= nodes)
      first++;
    while (first < stop && f->route_node[stop - 1] >= nodes)
      stop--;
    if (!add_trail(&out->trails, t, f->route_node + first, stop - first)) return error_memory(err);
  }
  out->cut = memory_copy(f->cut_node, f->cut_nodes, sizeof *out->cut);
  out->cuts = f->cut_nodes;
  out->tied = f->cut_edges > 0;
  return out->cut ? trails_sort(&out->trails, t->ways->net, err) : error_memory(err);
}

nonet_code trails_apart(struct routes_found *out, const struct terrain *t, const struct run *run, nonet_err *err) {
  struct flow_answer f;
  struct kernel_watch watch = {.go_on = go_on, .context = (void *)(uintptr_t)run};
  struct flow_question q = {.source = &t->point[0], .target = &t->point[1], .sources = 1, .targets = 1, .apart = FLOW_BETWEEN};
  *out = (struct routes_found){0};
  enum kernel_code done = flow_between(&f, &t->graph, &q, &watch);
  if (done == KERNEL_STOPPED) {
    nonet_code stopped = run_check(run, err);
    return stopped ? stopped : error_set(err, NONET_ESTOPPED, "stopped");
  }
  if (done != KERNEL_DONE) return error_memory(err);
  nonet_code code = read_routes(out, &f, t, err);
  flow_answer_free(&f);
  if (code) routes_found_free(out);
  return code;
}

void routes_found_free(struct routes_found *r) {
  trails_free(&r->trails);
  free(r->cut);
  r->cut = NULL;
  r->cuts = 0;
}
