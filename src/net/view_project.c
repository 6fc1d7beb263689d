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
 * The kernel gives pairs and sums, in the order and the arrays in which a view has ties and ends. Parents are told when somebody asks
 * (projection_evidence.c). O(sum n_k^2) time besides reaching; with a path of kinds each projected tie walks once more for its parents.
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

struct making {
  struct projection p;
  struct projected_ask ask;
  struct projected made; /* its arrays go to the view */
  double *divisor;       /* owned */
  nonet *v;
};

static bool go_on(void *run) {
  return run_check(run, NULL) == NONET_OK;
}

static nonet_code kernel_said(const struct making *m, enum kernel_code said, nonet_err *err) {
  if (said == KERNEL_DONE) return NONET_OK;
  nonet_code code = said == KERNEL_STOPPED ? run_check(m->p.ask->run, err) : error_memory(err);
  return code ? code : error_set(err, NONET_ESTOPPED, "stopped");
}

/* ---- ties ---- */

/* What a share is divided by, of each of what is reached. */
static nonet_code set_divisor(struct making *m, nonet_err *err) {
  const struct projection *p = &m->p;
  bool less_one = p->weighting == WEIGHT_NEWMAN;
  if (!less_one && p->weighting != WEIGHT_HYPERBOLIC && p->weighting != WEIGHT_RESOURCE_ALLOCATION) return NONET_OK;
  if (!(m->divisor = memory_array(p->n->nodes, sizeof *m->divisor))) return error_memory(err);
  for (uint32_t k = 0; k < p->n->nodes; k++)
    m->divisor[k] = (double)projection_who_reach(p, k) - less_one;
  return NONET_OK;
}

/* From the sum of what i and j share; strengths of 0 share nothing, and divide nothing. */
static double weight_of(const struct projection *p, uint32_t i, uint32_t j, double total) {
  double s_i = p->sum[i], s_j = p->sum[j];
  if (!(total > 0)) return 0;
  if (p->weighting == WEIGHT_JACCARD) return total / (s_i + s_j - total);
  if (p->weighting == WEIGHT_OVERLAP) return total / fmin(s_i, s_j);
  if (p->weighting == WEIGHT_RESOURCE_ALLOCATION) return (1 / s_i + 1 / s_j) / 2 * total;
  return total;
}

static bool is_finished(enum weighting w) {
  return w == WEIGHT_COUNT || w == WEIGHT_NEWMAN || w == WEIGHT_HYPERBOLIC;
}

static nonet_code check_size(const struct making *m, uint64_t ties, nonet_err *err) {
  uint64_t most = m->p.ask->run->asked->max_ties;
  if (most && ties > most) return error_set(err, NONET_ELIMIT, "the projection has more than %" PRIu64 " ties, the limit", most);
  if (ties >= NONET_NONE) return error_set(err, NONET_ELIMIT, "the projection has more than %u ties", NONET_NONE - 1);
  return NONET_OK;
}

/* Room for ties and ends, in the view from the beginning. */
static nonet_code make_room(struct making *m, uint64_t ties, nonet_err *err) {
  struct projected *made = &m->made;
  nonet *v = m->v;
  made->from = v->tie_from = memory_large(ties, sizeof *v->tie_from);
  made->to = v->tie_to = memory_large(ties, sizeof *v->tie_to);
  made->weight = v->tie_weight = memory_large(ties, sizeof *v->tie_weight);
  if (m->p.n->tie_layer) made->mark = v->tie_layer = memory_large(ties, sizeof *v->tie_layer);
  made->row_other = v->end_other = memory_large(2 * ties, sizeof *v->end_other);
  made->row_pair = v->end_tie = memory_large(2 * ties, sizeof *v->end_tie);
  bool fits = v->tie_from && v->tie_to && v->tie_weight && (!m->p.n->tie_layer || v->tie_layer) && v->end_other && v->end_tie;
  if (!m->p.out.layer) made->mark = NULL; /* a path of kinds finds the layers with the parents */
  if (!fits) return error_memory(err);
  v->ties = (uint32_t)ties;
  v->weighted = ties > 0;
  return NONET_OK;
}

static nonet_code add_ties(struct making *m, nonet_err *err) {
  struct projection *p = &m->p;
  struct run run = *p->ask->run;
  struct kernel_watch watch = {.go_on = go_on, .context = &run, .threads = run_threads(&run)};
  m->ask = (struct projected_ask){.nodes = p->nodes,
                                  .first = p->out.first,
                                  .next = p->next,
                                  .to = p->out.to,
                                  .back = p->in.to,
                                  .own_strength = p->out.strength,
                                  .back_strength = p->in.strength,
                                  .own_mark = p->out.layer,
                                  .back_mark = p->in.layer,
                                  .divisor = m->divisor,
                                  .no_mark = NONET_NONE};
  m->made.first = memory_array((size_t)p->nodes + 1, sizeof *m->made.first);
  m->made.row_first = m->v->end_first = memory_array((size_t)p->nodes + 1, sizeof *m->v->end_first);
  if (!m->made.first || !m->v->end_first) return error_memory(err);
  nonet_code code = kernel_said(m, projected_count(&m->made, &m->ask, &watch), err);
  uint64_t ties = code ? 0 : m->made.first[p->nodes];
  if (!code) code = check_size(m, ties, err);
  if (!code) code = make_room(m, ties, err);
  if (!code) code = kernel_said(m, projected_fill(&m->made, &m->ask, &watch), err);
  for (uint64_t t = 0; !code && !is_finished(p->weighting) && t < ties; t++)
    m->v->tie_weight[t] = weight_of(p, m->v->tie_from[t], m->v->tie_to[t], m->v->tie_weight[t]);
  return code;
}

/* ---- the network ---- */

static nonet_code add_nodes(struct making *m, nonet_err *err) {
  const struct projection *p = &m->p;
  struct subset s;
  uint32_t *map = NULL;
  nonet_code code = subset_start(&s, p->n, false, false, err);
  for (uint32_t i = 0; i < p->nodes && !code; i++)
    s.node[p->node[i]] = 1;
  if (!code) code = subset_build_nodes(&m->v, &map, &s, err);
  subset_free(&s);
  free(map);
  return code;
}

/* Layers of the network, as the view numbers them. */
static nonet_code number_layers(struct making *m, nonet_err *err) {
  const nonet *n = m->p.n;
  nonet *v = m->v;
  bool any = false;
  if (!v->tie_layer) return NONET_OK;
  uint32_t *number = memory_array(n->layers, sizeof *number);
  if (!number) return error_memory(err);
  for (uint32_t l = 0; l < n->layers; l++) {
    number[l] = NONET_NONE;
    for (uint32_t i = 0; i < v->layers; i++)
      if (v->layer_name[i] == n->layer_name[l]) number[l] = i;
  }
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

static void making_free(struct making *m) {
  projection_free(&m->p);
  free(m->made.first);
  free(m->divisor);
}

static nonet_code make_project(nonet **out, const struct view_ask *ask, nonet_err *err) {
  struct making m = {.p = {.ask = ask, .n = ask->net}};
  struct projection *p = &m.p;
  nonet_code code = projection_read(p, err);
  if (!code) code = net_check_weights(p->n, NET_WEIGHTS_NOT_NEGATIVE, "project", err);
  if (!code) code = projection_reach(p, err);
  if (!code) code = set_divisor(&m, err);
  if (!code) code = add_nodes(&m, err);
  if (!code) code = add_ties(&m, err);
  if (!code) code = projection_evidence(m.v, p, err);
  if (!code) code = number_layers(&m, err);
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
