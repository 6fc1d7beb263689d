/* The simple network: parallel ties merged into edges, loops left out.
 *
 * How: the ends of a node are ascending by (other, tie), so the ties of a pair stand together and each group is one edge, or, directed, one
 * arc each way that some tie goes. Nodes are walked in order, so edges come out ascending by (tail, head), and so do the rows of both
 * directions, without a sort; undirected, the rows of ends are those of the graph. O(n + m).
 * Strength of an edge: what `repeats` makes of the strengths of its ties. Length: 1 / strength; where all its ties are lengths, the least
 * of them (for `once` the first, for `mean` their mean), because the shortest of parallel ways is the one that a path takes. */
#include "base/memory.h"
#include "net/lazy.h"
#include "net/merged.h"

#include <math.h>
#include <stdlib.h>

struct net_simple {
  struct graph plain, weighted;
  bool has_weights;
  /* owned by this, borrowed by both graphs */
  uint64_t *first, *in_first;
  uint32_t *to, *in_to, *edge, *in_edge, *tail, *head;
  double *strength, *length;
  /* directed only: the ties of each arc */
  uint64_t *tie_first;
  uint32_t *tie;
};

void simple_free(struct net_simple *s) {
  if (!s) return;
  void *const owned[] = {s->first, s->in_first, s->to,       s->in_to,  s->edge,      s->in_edge,
                         s->tail,  s->head,     s->strength, s->length, s->tie_first, s->tie};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free(owned[i]);
  free(s);
}

/* The ties between v and one other node: ends [at, stop) of v. */
struct group {
  uint32_t other;
  uint64_t at, stop;
};

static bool next_group(struct group *g, const nonet *n, uint32_t v) {
  if (g->stop >= n->end_first[v + 1]) return false;
  g->at = g->stop;
  g->other = n->end_other[g->at];
  while (g->stop < n->end_first[v + 1] && n->end_other[g->stop] == g->other)
    g->stop++;
  return true;
}

/* Whether a tie of v's leads outward, read as directed. */
static bool leads_out(const nonet *n, uint32_t t, uint32_t v) {
  return n->tie_from[t] == v || !net_tie_directed(n, t);
}

/* Whether a group is an edge that v is the tail of. */
static bool is_edge(const struct group *g, const nonet *n, uint32_t v, bool directed) {
  if (!directed) return g->other > v;
  if (g->other == v) return false;
  for (uint64_t e = g->at; e < g->stop; e++)
    if (leads_out(n, n->end_tie[e], v)) return true;
  return false;
}

/* ---- the arrays ---- */

static uint64_t count_arcs(struct net_simple *s, const nonet *n) {
  uint64_t arcs = 0;
  for (uint32_t v = 0; v < n->nodes; v++)
    for (struct group g = {.stop = n->end_first[v]}; next_group(&g, n, v);) {
      if (!is_edge(&g, n, v, true)) continue;
      arcs++;
      s->first[v + 1]++;
      s->in_first[g.other + 1]++;
    }
  for (uint32_t v = 0; v < n->nodes; v++) {
    s->first[v + 1] += s->first[v];
    s->in_first[v + 1] += s->in_first[v];
  }
  return arcs;
}

static void fill_arcs(struct net_simple *s, const nonet *n, uint64_t *in_at) {
  uint32_t e = 0;
  for (uint32_t v = 0; v < n->nodes; v++)
    in_at[v] = s->in_first[v];
  for (uint32_t v = 0; v < n->nodes; v++)
    for (struct group g = {.stop = n->end_first[v]}; next_group(&g, n, v);) {
      if (!is_edge(&g, n, v, true)) continue;
      s->tail[e] = v;
      s->head[e] = g.other;
      s->to[e] = g.other;
      s->edge[e] = e;
      s->in_to[in_at[g.other]] = v;
      s->in_edge[in_at[g.other]++] = e++;
    }
}

/* Undirected, each row of ends is a row of the graph once what comes again and loops are left out, so only its length is to be counted. */
static uint64_t count_edges(struct net_simple *s, const nonet *n) {
  uint64_t edges = 0;
  for (uint32_t v = 0; v < n->nodes; v++) {
    uint64_t others = 0;
    for (struct group g = {.stop = n->end_first[v]}; next_group(&g, n, v);) {
      others += g.other != v;
      edges += g.other > v;
    }
    s->first[v + 1] = s->first[v] + others;
  }
  return edges;
}

/* Edges on their way to the rows of their heads, which are all over the memory: asked for together. */
#define TOGETHER 64u
struct on_the_way {
  uint32_t head[TOGETHER], edge[TOGETHER];
  unsigned count;
};

static void arrive(struct on_the_way *w, uint32_t *edge, uint64_t *at) {
  uint64_t place[TOGETHER];
  for (unsigned i = 0; i < w->count; i++) {
    place[i] = at[w->head[i]]++;
    __builtin_prefetch(&edge[place[i]], 1);
  }
  for (unsigned i = 0; i < w->count; i++)
    edge[place[i]] = w->edge[i];
  w->count = 0;
}

/* The lower part of each row fills in the order of tails, which is that of the row. */
static void fill_edges(struct net_simple *s, const nonet *n, uint64_t *at) {
  struct on_the_way w = {.count = 0};
  uint32_t e = 0;
  uint64_t place = 0;
  for (uint32_t v = 0; v < n->nodes; v++)
    at[v] = s->first[v];
  for (uint32_t v = 0; v < n->nodes; v++)
    for (struct group g = {.stop = n->end_first[v]}; next_group(&g, n, v);) {
      if (g.other == v) continue;
      s->to[place++] = g.other;
      if (g.other < v) continue;
      s->tail[e] = v;
      s->head[e] = g.other;
      s->edge[place - 1] = e;
      __builtin_prefetch(&at[g.other], 1);
      w.head[w.count] = g.other;
      w.edge[w.count++] = e++;
      if (w.count == TOGETHER) arrive(&w, s->edge, at);
    }
  arrive(&w, s->edge, at);
}

static nonet_code build_edges(struct net_simple *s, const nonet *n, bool directed, nonet_err *err) {
  s->first = memory_zeroed((size_t)n->nodes + 1, sizeof *s->first);
  if (directed) s->in_first = memory_zeroed((size_t)n->nodes + 1, sizeof *s->in_first);
  if (!s->first || (directed && !s->in_first)) return error_memory(err);
  uint64_t edges = directed ? count_arcs(s, n) : count_edges(s, n), arcs = directed ? edges : 2 * edges;
  if (edges >= NONET_NONE) return error_set(err, NONET_ELIMIT, "more than %u edges", NONET_NONE - 1);
  s->to = memory_large(arcs, sizeof *s->to);
  s->edge = memory_large(arcs, sizeof *s->edge);
  s->tail = memory_large(edges, sizeof *s->tail);
  s->head = memory_large(edges, sizeof *s->head);
  if (directed) s->in_to = memory_large(arcs, sizeof *s->in_to);
  if (directed) s->in_edge = memory_large(arcs, sizeof *s->in_edge);
  uint64_t *at = memory_array(n->nodes, sizeof *at);
  bool fits = s->to && s->edge && s->tail && s->head && at && (!directed || (s->in_to && s->in_edge));
  if (fits && directed) fill_arcs(s, n, at);
  if (fits && !directed) fill_edges(s, n, at);
  free(at);
  if (!fits) return error_memory(err);
  s->plain = (struct graph){.nodes = n->nodes,
                            .edges = (uint32_t)edges,
                            .directed = directed,
                            .first = s->first,
                            .in_first = directed ? s->in_first : s->first,
                            .to = s->to,
                            .in_to = directed ? s->in_to : s->to,
                            .edge = s->edge,
                            .in_edge = directed ? s->in_edge : s->edge,
                            .tail = s->tail,
                            .head = s->head};
  return NONET_OK;
}

/* ---- weights ---- */

void net_merge_tie(struct net_merged *m, const nonet *n, uint32_t t) {
  double strength = net_tie_strength(n, t), length = net_tie_length(n, t);
  bool is_length = n->tie_scale && n->tie_scale[t] == NONET_LENGTH;
  if (m->count++ == 0) {
    *m = (struct net_merged){1, strength, strength, strength, length, length, length, is_length};
    return;
  }
  m->sum += strength;
  m->most = fmax(m->most, strength);
  m->length_sum += length;
  m->least = fmin(m->least, length);
  m->all_lengths = m->all_lengths && is_length;
}

void net_merge_end(double *strength, double *length, const struct net_merged *m, nonet_repeats repeats) {
  double count = (double)m->count, least = m->least;
  *strength = m->sum;
  if (repeats == NONET_ONCE) *strength = m->first, least = m->first_length;
  if (repeats == NONET_MAX) *strength = m->most;
  if (repeats == NONET_MEAN) *strength = m->sum / count, least = m->length_sum / count;
  *length = m->all_lengths ? least : 1 / *strength;
}

static nonet_code build_weights(struct net_simple *s, const nonet *n, bool directed, nonet_err *err) {
  if (!s->strength) s->strength = memory_array(s->plain.edges, sizeof *s->strength);
  if (!s->length) s->length = memory_array(s->plain.edges, sizeof *s->length);
  if (!s->strength || !s->length) return error_memory(err);
  uint32_t edge = 0;
  for (uint32_t v = 0; v < n->nodes; v++)
    for (struct group g = {.stop = n->end_first[v]}; next_group(&g, n, v);) {
      if (!is_edge(&g, n, v, directed)) continue;
      struct net_merged m = {0};
      for (uint64_t e = g.at; e < g.stop; e++)
        if (!directed || leads_out(n, n->end_tie[e], v)) net_merge_tie(&m, n, n->end_tie[e]);
      net_merge_end(&s->strength[edge], &s->length[edge], &m, n->repeats);
      edge++;
    }
  s->weighted = s->plain;
  s->weighted.strength = s->strength;
  s->weighted.length = s->length;
  s->has_weights = true;
  return NONET_OK;
}

/* ---- asking ---- */

static nonet_code simple_new(struct net_simple **out, const nonet *n, bool directed, nonet_err *err) {
  struct net_simple *s = memory_zeroed(1, sizeof *s);
  if (!s) return error_memory(err);
  nonet_code code = build_edges(s, n, directed, err);
  if (code)
    simple_free(s);
  else
    *out = s;
  return code;
}

nonet_code net_simple(const struct graph **out, const nonet *n, bool directed, bool weighted, nonet_err *err) {
  *out = NULL;
  directed = directed && n->directed;
  pthread_mutex_lock(&n->lazy->lock);
  struct net_simple **s = &n->lazy->simple[directed];
  nonet_code code = *s ? NONET_OK : simple_new(s, n, directed, err);
  if (!code && weighted && !(*s)->has_weights) code = build_weights(*s, n, directed, err);
  if (!code) *out = weighted ? &(*s)->weighted : &(*s)->plain;
  pthread_mutex_unlock(&n->lazy->lock);
  return code;
}

/* The first end of v whose other is at or behind `other`. */
static uint64_t end_place(const nonet *n, uint32_t v, uint32_t other) {
  uint64_t low = n->end_first[v], high = n->end_first[v + 1];
  while (low < high) {
    uint64_t mid = low + (high - low) / 2;
    if (n->end_other[mid] < other)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

/* Directed, the ties of a pair may go either way, so those of each arc are listed. */
static bool list_ties(struct net_simple *s, const nonet *n) {
  uint64_t count = 0;
  s->tie_first = memory_zeroed((size_t)s->plain.edges + 1, sizeof *s->tie_first);
  s->tie = memory_array(2 * (size_t)n->ties, sizeof *s->tie);
  if (!s->tie_first || !s->tie) {
    free(s->tie_first);
    free(s->tie);
    s->tie_first = NULL;
    s->tie = NULL;
    return false;
  }
  for (uint32_t edge = 0; edge < s->plain.edges; edge++) {
    uint32_t v = s->tail[edge], other = s->head[edge];
    for (uint64_t e = end_place(n, v, other); e < n->end_first[v + 1] && n->end_other[e] == other; e++)
      if (leads_out(n, n->end_tie[e], v)) s->tie[count++] = n->end_tie[e];
    s->tie_first[edge + 1] = count;
  }
  return true;
}

const uint32_t *net_simple_ties(const nonet *n, bool directed, uint32_t edge, size_t *count) {
  *count = 0;
  directed = directed && n->directed;
  pthread_mutex_lock(&n->lazy->lock);
  struct net_simple *s = n->lazy->simple[directed];
  bool known = s && edge < s->plain.edges && (!directed || s->tie_first || list_ties(s, n));
  pthread_mutex_unlock(&n->lazy->lock);
  if (!known) return NULL;
  if (directed) {
    *count = (size_t)(s->tie_first[edge + 1] - s->tie_first[edge]);
    return s->tie + s->tie_first[edge];
  }
  uint64_t first = end_place(n, s->tail[edge], s->head[edge]), last = end_place(n, s->tail[edge], s->head[edge] + 1);
  *count = (size_t)(last - first);
  return n->end_tie + first;
}
