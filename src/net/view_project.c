/* Projections: nodes of one kind, tied where they share what they reach: a neighbour of another kind, or the last node on a path of kinds.
 *
 * For a k that i and j both reach, let c be 1, or, in a weighted network, the lesser of the strengths of i - k and j - k (of the ways
 * there: projection_reach.c); n_k the number of nodes of the kind projected to that reach k; s_i the sum of strengths from i (unweighted:
 * of how many). The weight of i - j: count: sum c [1], unweighted the number of what they share newman: sum c / (n_k - 1) [2], unweighted a
 * node's values add up to the number of what it shares with anyone jaccard: sum c / (s_i + s_j - sum c) overlap: sum c / min(s_i, s_j)
 *   hyperbolic: sum c / n_k [3]
 *   resource-allocation: (1 / s_i + 1 / s_j) / 2 * sum c / n_k; [4] is not symmetric: the mean of both ways
 * Directed ties are read as undirected, parallel ones merged by `repeats`, loops left out. A projected tie's parents are all ties on the
 * ways of both of its ends to what they share; it is of a layer when all of them are of that one.
 *
 * O(sum n_k^2) time besides reaching; with a path of kinds each projected tie walks once more for its parents.
 * [1] R. L. Breiger (1974), The duality of persons and groups, Social Forces 53, doi:10.2307/2576011
 * [2] M. E. J. Newman (2001), Scientific collaboration networks II, Phys. Rev. E 64, 016132, doi:10.1103/PhysRevE.64.016132
 * [3] M. Coscia, L. Rossi (2019), The impact of projection and backboning on network topologies, arXiv:1906.09081
 * [4] T. Zhou, J. Ren, M. Medo, Y.-C. Zhang (2007), Bipartite network projection and personal recommendation, Phys. Rev. E 76, 046115,
 *     doi:10.1103/PhysRevE.76.046115 */
#include "base/memory.h"
#include "net/projection.h"
#include "net/survey.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

/* What i and one other node share. */
struct share {
  uint32_t other, through;
  uint32_t edge[2]; /* of one step: from i and from the other to what they share */
  double c;
};

/* The first network's ties of each edge, and the layer that all ties of the edge are of. All owned. */
struct edge_ties {
  uint64_t *first;
  struct tie_list list;
  uint32_t *layer;
  bool *mixed; /* of several layers */
};

struct making {
  struct projection p;
  uint32_t *map; /* old node -> new; owned */
  struct share *share;
  size_t shares, share_room;
  uint32_t *number, *other; /* of each node: shares with i, 0 between the rounds; those that have some. Owned */
  struct edge_ties of_edge;
  uint32_t *through; /* of the shares of one tie; owned */
  size_t through_room;
  struct tie_list edges, parents;
  nonet *v;
  size_t room[5]; /* of the view's five arrays of ties */
};

/* ---- what nodes share ---- */

static int ascending(const void *left, const void *right) {
  uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
  return a < b ? -1 : a > b;
}

/* Who shares how much with i, of the nodes behind it: number[], and the list of them, ascending. Returns how many. */
static uint32_t count_shares(struct making *m, uint32_t i) {
  const struct reach_rows *out = &m->p.out, *in = &m->p.in;
  uint32_t others = 0;
  m->shares = 0;
  for (uint64_t a = out->first[i]; a < out->first[i + 1]; a++) {
    uint32_t k = out->to[a];
    for (uint64_t b = in->first[k + 1]; b > in->first[k] && in->to[b - 1] > i; b--, m->shares++)
      if (m->number[in->to[b - 1]]++ == 0) m->other[others++] = in->to[b - 1];
  }
  if (others > 1) qsort(m->other, others, sizeof *m->other, ascending);
  return others;
}

/* All that node i shares with nodes behind it, ascending by those, then by what it is: what i reaches comes in order, so counting is enough
 * to sort by. */
static nonet_code find_shares(struct making *m, uint32_t i, nonet_err *err) {
  const struct reach_rows *out = &m->p.out, *in = &m->p.in;
  uint32_t others = count_shares(m, i), at = 0;
  if (!memory_grow(&m->share, &m->share_room, m->shares, sizeof *m->share)) return error_memory(err);
  for (uint32_t o = 0; o < others; o++) {
    uint32_t count = m->number[m->other[o]];
    m->number[m->other[o]] = at; /* from now on: where its next share goes */
    at += count;
  }
  for (uint64_t a = out->first[i]; a < out->first[i + 1]; a++) {
    uint32_t k = out->to[a];
    for (uint64_t b = in->first[k + 1]; b > in->first[k] && in->to[b - 1] > i; b--)
      m->share[m->number[in->to[b - 1]]++] =
          (struct share){in->to[b - 1], k, {out->edge ? out->edge[a] : 0, in->edge[b - 1]}, fmin(out->strength[a], in->strength[b - 1])};
  }
  for (uint32_t o = 0; o < others; o++)
    m->number[m->other[o]] = 0;
  return run_check(m->p.ask->run, err);
}

/* ---- ties ---- */

static double weight_of(const struct making *m, uint32_t i, const struct share *first, const struct share *last) {
  const struct projection *p = &m->p;
  double total = 0, s_i = p->sum[i], s_j = p->sum[first->other];
  for (const struct share *s = first; s < last; s++) {
    double c = s->c, n_k = (double)(p->in.first[s->through + 1] - p->in.first[s->through]);
    if (p->weighting == WEIGHT_NEWMAN) c /= n_k - 1;
    if (p->weighting == WEIGHT_HYPERBOLIC || p->weighting == WEIGHT_RESOURCE_ALLOCATION) c /= n_k;
    total += c;
  }
  if (!(total > 0)) return 0; /* strengths of 0 share nothing, and divide nothing */
  if (p->weighting == WEIGHT_JACCARD) return total / (s_i + s_j - total);
  if (p->weighting == WEIGHT_OVERLAP) return total / fmin(s_i, s_j);
  if (p->weighting == WEIGHT_RESOURCE_ALLOCATION) return (1 / s_i + 1 / s_j) / 2 * total;
  return total;
}

static bool grow_ties(struct making *m) {
  nonet *v = m->v;
  size_t need = (size_t)v->ties + 1;
  return memory_grow(&v->tie_from, &m->room[0], need, sizeof *v->tie_from) &&
         memory_grow(&v->tie_to, &m->room[1], need, sizeof *v->tie_to) &&
         memory_grow(&v->tie_weight, &m->room[2], need, sizeof *v->tie_weight) &&
         memory_grow(&v->tie_layer, &m->room[3], need, sizeof *v->tie_layer) &&
         memory_grow(&v->parent_first, &m->room[4], need + 1, sizeof *v->parent_first);
}

/* The ties of every edge are asked for once, for an edge is on the ways of many projected ties. */
static nonet_code list_edges(struct making *m, nonet_err *err) {
  const nonet *n = m->p.n;
  uint32_t edges = m->p.g->edges;
  struct edge_ties *of = &m->of_edge;
  of->first = memory_zeroed((size_t)edges + 1, sizeof *of->first);
  of->layer = memory_array(edges, sizeof *of->layer);
  of->mixed = memory_zeroed(edges, sizeof *of->mixed);
  if (!of->first || !of->layer || !of->mixed) return error_memory(err);
  for (uint32_t e = 0; e < edges; e++) {
    size_t ties;
    const uint32_t *tie = net_simple_ties(n, false, e, &ties);
    of->layer[e] = NONET_NONE;
    for (size_t t = 0; t < ties; t++) {
      uint32_t layer = net_tie_layer(n, tie[t]);
      if (!tie_list_add_parents(&of->list, n, tie[t])) return error_memory(err);
      of->mixed[e] = of->mixed[e] || (t && layer != of->layer[e]);
      of->layer[e] = layer;
    }
    of->first[e + 1] = of->list.count;
  }
  return NONET_OK;
}

/* The edges on the ways of i and the other to what they share. */
static nonet_code find_edges(struct making *m, uint32_t i, const struct share *first, const struct share *last, nonet_err *err) {
  size_t count = (size_t)(last - first);
  m->edges.count = 0;
  if (m->p.steps == 1) {
    if (!memory_grow(&m->edges.tie, &m->edges.room, 2 * count, sizeof *m->edges.tie)) return error_memory(err);
    for (const struct share *s = first; s < last; s++) {
      m->edges.tie[m->edges.count++] = s->edge[0];
      m->edges.tie[m->edges.count++] = s->edge[1];
    }
    return NONET_OK;
  }
  if (!memory_grow(&m->through, &m->through_room, count, sizeof *m->through)) return error_memory(err);
  for (size_t s = 0; s < count; s++)
    m->through[s] = first[s].through;
  nonet_code code = projection_ways(&m->edges, &m->p, i, m->through, count, err);
  return code ? code : projection_ways(&m->edges, &m->p, first->other, m->through, count, err);
}

/* The parents of a tie, and the layer that all of them are of. */
static nonet_code add_parents(struct making *m, uint32_t i, const struct share *first, const struct share *last, uint32_t *layer,
                              nonet_err *err) {
  const struct edge_ties *of = &m->of_edge;
  struct tie_list *parents = &m->parents;
  size_t start = parents->count;
  bool one = true;
  nonet_code code = find_edges(m, i, first, last, err);
  for (size_t e = 0; !code && e < m->edges.count; e++) {
    uint32_t edge = m->edges.tie[e];
    size_t ties = (size_t)(of->first[edge + 1] - of->first[edge]);
    if (!memory_grow(&parents->tie, &parents->room, parents->count + ties, sizeof *parents->tie)) return error_memory(err);
    for (size_t t = 0; t < ties; t++)
      parents->tie[parents->count++] = of->list.tie[of->first[edge] + t];
    one = one && !of->mixed[edge] && (e == 0 || of->layer[edge] == *layer);
    *layer = of->layer[edge];
  }
  if (!one) *layer = NONET_NONE;
  tie_list_settle(parents, start);
  return code;
}

static nonet_code add_tie(struct making *m, uint32_t i, const struct share *first, const struct share *last, nonet_err *err) {
  nonet *v = m->v;
  uint64_t most = m->p.ask->run->asked->max_ties;
  uint32_t t = v->ties, layer = NONET_NONE;
  if (most && t >= most) return error_set(err, NONET_ELIMIT, "the projection has more than %" PRIu64 " ties, the limit", most);
  if (t >= NONET_NONE - 1) return error_set(err, NONET_ELIMIT, "the projection has more than %u ties", t);
  if (!grow_ties(m)) return error_memory(err);
  nonet_code code = add_parents(m, i, first, last, &layer, err);
  if (code) return code;
  v->tie_from[t] = m->map[i];
  v->tie_to[t] = m->map[first->other];
  v->tie_weight[t] = weight_of(m, i, first, last);
  v->tie_layer[t] = layer;
  v->parent_first[0] = 0;
  v->parent_first[t + 1] = m->parents.count;
  v->ties++;
  return NONET_OK;
}

static nonet_code add_ties(struct making *m, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (uint32_t i = 0; i < m->p.n->nodes && !code; i++) {
    if (!projection_is_of(&m->p, i)) continue;
    code = find_shares(m, i, err);
    for (size_t first = 0, last; first < m->shares && !code; first = last) {
      for (last = first + 1; last < m->shares && m->share[last].other == m->share[first].other;)
        last++;
      code = add_tie(m, i, m->share + first, m->share + last, err);
    }
  }
  m->v->parent = m->parents.tie;
  m->v->weighted = m->v->ties > 0;
  return code;
}

/* ---- the network ---- */

static nonet_code add_nodes(struct making *m, nonet_err *err) {
  struct subset s;
  nonet_code code = subset_start(&s, m->p.n, false, false, err);
  for (uint32_t v = 0; v < m->p.n->nodes && !code; v++)
    s.node[v] = projection_is_of(&m->p, v);
  if (!code) code = subset_build_nodes(&m->v, &m->map, &s, err);
  subset_free(&s);
  return code;
}

/* Layers of the network, as the view numbers them. */
static nonet_code number_layers(struct making *m, nonet_err *err) {
  const nonet *n = m->p.n;
  nonet *v = m->v;
  uint32_t *number = memory_array(n->layers, sizeof *number);
  if (!number) return error_memory(err);
  for (uint32_t l = 0; l < n->layers; l++) {
    number[l] = NONET_NONE;
    for (uint32_t i = 0; i < v->layers; i++)
      if (v->layer_name[i] == n->layer_name[l]) number[l] = i;
  }
  bool any = false;
  for (uint32_t t = 0; t < v->ties; t++) {
    if (v->tie_layer[t] != NONET_NONE) v->tie_layer[t] = number[v->tie_layer[t]];
    any = any || v->tie_layer[t] != NONET_NONE;
  }
  free(number);
  if (any) return NONET_OK;
  free(v->tie_layer);
  v->tie_layer = NULL;
  return NONET_OK;
}

static nonet_code making_start(struct making *m, nonet_err *err) {
  m->number = memory_zeroed(m->p.n->nodes, sizeof *m->number);
  m->other = memory_array(m->p.n->nodes, sizeof *m->other);
  return m->number && m->other ? list_edges(m, err) : error_memory(err);
}

static void making_free(struct making *m) {
  projection_free(&m->p);
  free(m->map);
  free(m->share);
  free(m->number);
  free(m->other);
  free(m->through);
  free(m->edges.tie);
  free(m->of_edge.first);
  free(m->of_edge.list.tie);
  free(m->of_edge.layer);
  free(m->of_edge.mixed);
}

static nonet_code make_project(nonet **out, const struct view_ask *ask, nonet_err *err) {
  struct making m = {.p = {.ask = ask, .n = ask->net}};
  struct projection *p = &m.p;
  nonet_code code = projection_read(p, err);
  if (!code) code = net_check_weights(p->n, NET_WEIGHTS_NOT_NEGATIVE, "project", err);
  if (!code) code = net_simple(&p->g, p->n, false, p->n->weighted, err);
  if (!code) code = projection_reach(p, err);
  if (!code) code = making_start(&m, err);
  if (!code) code = add_nodes(&m, err);
  if (!code) code = add_ties(&m, err);
  if (!code) code = number_layers(&m, err);
  if (!code) code = net_build_ends(m.v, err);
  if (!code) net_survey_leave(m.v, p->n);
  making_free(&m);
  if (code)
    nonet_free(m.v);
  else
    *out = m.v;
  return code;
}

static const struct view_row rows[] = {
    {{"project:KIND[/THROUGH/...][:count|newman|jaccard|overlap|resource-allocation|hyperbolic]",
      "the nodes of a kind, tied where they share a neighbour of another kind, or with kinds named where they reach the same node of the "
      "last one by way of those before it"},
     "project",
     true,
     make_project},
};
const struct view_rows view_project_rows = {rows, sizeof rows / sizeof *rows};
