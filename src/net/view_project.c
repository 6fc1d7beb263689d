/* Projections: nodes of one kind, tied where they share a neighbour of another.
 *
 * For a shared neighbour k of i and j, let c be 1, or, in a weighted network, the lesser of the strengths of i - k and j - k; n_k the
 * number of k's neighbours of the kind projected to; s_i the sum of strengths of i to the kind projected through (unweighted: their
 * number). count                sum c                                    Breiger [1]; unweighted the number of shared neighbours newman sum
 * c / (n_k - 1)                        [2]; unweighted a node's values add up to the neighbours it shares jaccard              sum c / (s_i
 * + s_j - sum c) overlap              sum c / min(s_i, s_j) hyperbolic           sum c / n_k                              [3]
 *   resource-allocation  (1 / s_i + 1 / s_j) / 2 * sum c / n_k    [4] is not symmetric: the mean of both ways
 * Directed ties are read as undirected, parallel ones merged by `repeats`, loops left out. A projected tie's parents are all ties of both
 * of its ends to what they share; it is of a layer when all of them are of that one.
 *
 * O(sum n_k^2) time.
 * [1] R. L. Breiger (1974), The duality of persons and groups, Social Forces 53, doi:10.2307/2576011
 * [2] M. E. J. Newman (2001), Scientific collaboration networks II, Phys. Rev. E 64, 016132, doi:10.1103/PhysRevE.64.016132
 * [3] M. Coscia, L. Rossi (2019), The impact of projection and backboning on network topologies, arXiv:1906.09081
 * [4] T. Zhou, J. Ren, M. Medo, Y.-C. Zhang (2007), Bipartite network projection and personal recommendation, Phys. Rev. E 76, 046115,
 *     doi:10.1103/PhysRevE.76.046115 */
#include "base/buffer.h"
#include "base/memory.h"
#include "base/name.h"
#include "net/view.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum weighting { COUNT, NEWMAN, JACCARD, OVERLAP, RESOURCE_ALLOCATION, HYPERBOLIC, WEIGHTINGS };
static const char *const weighting_name[] = {"count", "newman", "jaccard", "overlap", "resource-allocation", "hyperbolic"};

/* What i and one other node share: a neighbour, by the two edges that lead to it. */
struct share {
  uint32_t other, edge, other_edge;
};

struct projection {
  const struct view_ask *ask;
  const nonet *n;
  const struct graph *g;
  uint32_t kind, through; /* through NONET_NONE: every kind but `kind` */
  enum weighting weighting;
  double *sum;     /* s_i of each node; owned */
  uint32_t *count; /* n_k of each node; owned */
  uint32_t *map;   /* old node -> new; owned */
  struct share *share;
  size_t shares, share_room;
  nonet *v;
  size_t room[5]; /* of the view's five arrays of ties */
  struct tie_list parents;
};

/* ---- reading what is asked ---- */

static nonet_code find_named(uint32_t *out, const nonet *n, const char *name, size_t length, nonet_err *err) {
  struct buffer text = {0};
  buffer_add(&text, name, length);
  nonet_code code = text.failed ? error_memory(err) : nonet_find_kind(out, n, buffer_string(&text), err);
  buffer_free(&text);
  return code;
}

static bool read_weighting(enum weighting *out, const char *text) {
  for (unsigned i = 0; i < WEIGHTINGS; i++)
    if (strcmp(text, weighting_name[i]) == 0) {
      *out = (enum weighting)i;
      return true;
    }
  return false;
}

static nonet_code unknown_weighting(const char *text, nonet_err *err) {
  struct name_nearest near;
  struct buffer hint = {0};
  bool searched = name_nearest_start(&near, text);
  for (unsigned i = 0; i < WEIGHTINGS && searched; i++)
    name_nearest_offer(&near, weighting_name[i]);
  name_nearest_say(&near, &hint);
  nonet_code code = error_set(err, NONET_EUSAGE, "'%s' is none of count, newman, jaccard, overlap, resource-allocation, hyperbolic%s", text,
                              buffer_string(&hint));
  name_nearest_free(&near);
  buffer_free(&hint);
  return code;
}

/* KIND[/THROUGH][:weighting]. A kind's name may hold a slash or a colon, so the longest text that is a kind counts. */
static nonet_code read_ask(struct projection *p, nonet_err *err) {
  const char *text = p->ask->argument, *colon = strrchr(text, ':');
  size_t length = strlen(text);
  p->weighting = COUNT;
  p->through = NONET_NONE;
  if (find_named(&p->kind, p->n, text, length, NULL) == NONET_OK) return NONET_OK;
  if (colon) {
    if (!read_weighting(&p->weighting, colon + 1)) return unknown_weighting(colon + 1, err);
    length = (size_t)(colon - text);
    if (find_named(&p->kind, p->n, text, length, NULL) == NONET_OK) return NONET_OK;
  }
  size_t slash = length;
  while (slash > 0 && text[slash - 1] != '/')
    slash--;
  if (slash == 0) return find_named(&p->kind, p->n, text, length, err);
  nonet_code code = find_named(&p->kind, p->n, text, slash - 1, err);
  return code ? code : find_named(&p->through, p->n, text + slash, length - slash, err);
}

/* ---- what nodes share ---- */

static double strength(const struct projection *p, uint32_t edge) {
  return p->g->strength ? p->g->strength[edge] : 1;
}

static bool leads_through(const struct projection *p, uint32_t v) {
  uint32_t kind = net_node_kind(p->n, v);
  return p->through == NONET_NONE ? kind != p->kind : kind == p->through;
}

static bool is_projected(const struct projection *p, uint32_t v) {
  return net_node_kind(p->n, v) == p->kind;
}

static nonet_code add_up(struct projection *p, nonet_err *err) {
  p->sum = memory_zeroed(p->n->nodes, sizeof *p->sum);
  p->count = memory_zeroed(p->n->nodes, sizeof *p->count);
  if (!p->sum || !p->count) return error_memory(err);
  for (uint32_t v = 0; v < p->n->nodes; v++)
    for (uint64_t a = p->g->first[v]; a < p->g->first[v + 1]; a++) {
      uint32_t other = p->g->to[a];
      if (leads_through(p, other)) p->sum[v] += strength(p, p->g->edge[a]);
      if (is_projected(p, other)) p->count[v]++;
    }
  return NONET_OK;
}

static int by_other(const void *left, const void *right) {
  const struct share *a = left, *b = right;
  if (a->other != b->other) return a->other < b->other ? -1 : 1;
  return a->edge < b->edge ? -1 : a->edge > b->edge;
}

/* All that node i shares with nodes behind it, ascending by those. */
static nonet_code find_shares(struct projection *p, uint32_t i, nonet_err *err) {
  const struct graph *g = p->g;
  p->shares = 0;
  for (uint64_t a = g->first[i]; a < g->first[i + 1]; a++) {
    uint32_t k = g->to[a];
    if (!leads_through(p, k)) continue;
    for (uint64_t b = g->first[k]; b < g->first[k + 1]; b++) {
      if (g->to[b] <= i || !is_projected(p, g->to[b])) continue;
      if (!memory_grow(&p->share, &p->share_room, p->shares + 1, sizeof *p->share)) return error_memory(err);
      p->share[p->shares++] = (struct share){g->to[b], g->edge[a], g->edge[b]};
    }
  }
  if (p->shares > 1) qsort(p->share, p->shares, sizeof *p->share, by_other);
  return run_check(p->ask->run, err);
}

/* ---- ties ---- */

/* The neighbour that a share is of: the end of its edge that is not i. */
static uint32_t neighbour(const struct projection *p, const struct share *s, uint32_t i) {
  return p->g->tail[s->edge] == i ? p->g->head[s->edge] : p->g->tail[s->edge];
}

static double weight_of(const struct projection *p, uint32_t i, const struct share *first, const struct share *last) {
  double total = 0, s_i = p->sum[i], s_j = p->sum[first->other];
  for (const struct share *s = first; s < last; s++) {
    double c = fmin(strength(p, s->edge), strength(p, s->other_edge)), n_k = p->count[neighbour(p, s, i)];
    if (p->weighting == NEWMAN) c /= n_k - 1;
    if (p->weighting == HYPERBOLIC || p->weighting == RESOURCE_ALLOCATION) c /= n_k;
    total += c;
  }
  if (!(total > 0)) return 0; /* strengths of 0 share nothing, and divide nothing */
  if (p->weighting == JACCARD) return total / (s_i + s_j - total);
  if (p->weighting == OVERLAP) return total / fmin(s_i, s_j);
  if (p->weighting == RESOURCE_ALLOCATION) return (1 / s_i + 1 / s_j) / 2 * total;
  return total;
}

static bool grow_ties(struct projection *p) {
  nonet *v = p->v;
  size_t need = (size_t)v->ties + 1;
  return memory_grow(&v->tie_from, &p->room[0], need, sizeof *v->tie_from) &&
         memory_grow(&v->tie_to, &p->room[1], need, sizeof *v->tie_to) &&
         memory_grow(&v->tie_weight, &p->room[2], need, sizeof *v->tie_weight) &&
         memory_grow(&v->tie_layer, &p->room[3], need, sizeof *v->tie_layer) &&
         memory_grow(&v->parent_first, &p->room[4], need + 1, sizeof *v->parent_first);
}

/* The parents of a tie, and the layer that all of them are of. */
static bool add_parents(struct projection *p, const struct share *first, const struct share *last, uint32_t *layer) {
  const nonet *n = p->n;
  size_t start = p->parents.count;
  bool one = true, any = false;
  for (const struct share *s = first; s < last; s++) {
    const uint32_t edge[2] = {s->edge, s->other_edge};
    for (unsigned side = 0; side < 2; side++) {
      size_t count;
      const uint32_t *tie = net_simple_ties(n, false, edge[side], &count);
      for (size_t i = 0; i < count; i++) {
        if (!tie_list_add_parents(&p->parents, n, tie[i])) return false;
        one = one && (!any || net_tie_layer(n, tie[i]) == *layer);
        any = true;
        *layer = net_tie_layer(n, tie[i]);
      }
    }
  }
  if (!one) *layer = NONET_NONE;
  tie_list_settle(&p->parents, start);
  return true;
}

static nonet_code add_tie(struct projection *p, uint32_t i, const struct share *first, const struct share *last, nonet_err *err) {
  nonet *v = p->v;
  uint64_t most = p->ask->run->asked->max_ties;
  uint32_t t = v->ties, layer = NONET_NONE;
  if (most && t >= most) return error_set(err, NONET_ELIMIT, "the projection has more than %" PRIu64 " ties, the limit", most);
  if (t >= NONET_NONE - 1) return error_set(err, NONET_ELIMIT, "the projection has more than %u ties", t);
  if (!grow_ties(p) || !add_parents(p, first, last, &layer)) return error_memory(err);
  v->tie_from[t] = p->map[i];
  v->tie_to[t] = p->map[first->other];
  v->tie_weight[t] = weight_of(p, i, first, last);
  v->tie_layer[t] = layer;
  v->parent_first[0] = 0;
  v->parent_first[t + 1] = p->parents.count;
  v->ties++;
  return NONET_OK;
}

static nonet_code add_ties(struct projection *p, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (uint32_t i = 0; i < p->n->nodes && !code; i++) {
    if (!is_projected(p, i)) continue;
    code = find_shares(p, i, err);
    for (size_t first = 0, last; first < p->shares && !code; first = last) {
      for (last = first + 1; last < p->shares && p->share[last].other == p->share[first].other;)
        last++;
      code = add_tie(p, i, p->share + first, p->share + last, err);
    }
  }
  p->v->parent = p->parents.tie;
  p->v->weighted = p->v->ties > 0;
  return code;
}

/* ---- the network ---- */

static nonet_code add_nodes(struct projection *p, nonet_err *err) {
  struct subset s;
  nonet_code code = subset_start(&s, p->n, false, false, err);
  for (uint32_t v = 0; v < p->n->nodes && !code; v++)
    s.node[v] = is_projected(p, v);
  if (!code) code = subset_build_nodes(&p->v, &p->map, &s, err);
  subset_free(&s);
  return code;
}

/* Layers of the network, as the view numbers them. */
static nonet_code number_layers(struct projection *p, nonet_err *err) {
  const nonet *n = p->n;
  nonet *v = p->v;
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

static nonet_code make_project(nonet **out, const struct view_ask *ask, nonet_err *err) {
  struct projection p = {.ask = ask, .n = ask->net};
  nonet_code code = read_ask(&p, err);
  if (!code) code = net_check_weights(p.n, NET_WEIGHTS_NOT_NEGATIVE, "project", err);
  if (!code) code = net_simple(&p.g, p.n, false, p.n->weighted, err);
  if (!code) code = add_up(&p, err);
  if (!code) code = add_nodes(&p, err);
  if (!code) code = add_ties(&p, err);
  if (!code) code = number_layers(&p, err);
  if (!code) code = net_build_ends(p.v, err);
  free(p.sum);
  free(p.count);
  free(p.map);
  free(p.share);
  if (code)
    nonet_free(p.v);
  else
    *out = p.v;
  return code;
}

static const struct view_row rows[] = {
    {{"project:KIND[/THROUGH][:count|newman|jaccard|overlap|resource-allocation|hyperbolic]",
      "the nodes of a kind, tied where they share a neighbour of another kind"},
     "project",
     true,
     make_project},
};
const struct view_rows view_project_rows = {rows, sizeof rows / sizeof *rows};
