/* Communities through igraph, made repeatable.
 *
 * How: the methods go through the nodes in an order that chance and numbering decide, so igraph is given the network with its nodes in the
 * order of their keys and its edges in the order of those, and a generator of its own, seeded; what comes out does not depend on the order
 * of rows. Those that draw (Leiden, Louvain, labels) are run TRIES times (more often up to 200 ties, less often beyond 100000), the first
 * time as the nodes stand, then under numbers drawn anew, and the division of greatest modularity is kept, the first of equals. Nodes
 * without ties never reach igraph: each is a group of its own. Labels are spread by our own routine, because igraph 0.10.2 compares sums of
 * weights after rounding them.
 *
 * Sources: (1) V. A. Traag, L. Waltman, N. J. van Eck 2019, doi:10.1038/s41598-019-41695-z; (2) V. D. Blondel et al. 2008,
 * doi:10.1088/1742-5468/2008/10/P10008; (3) M. Rosvall, C. T. Bergstrom 2008, doi:10.1073/pnas.0706851105; (4) P. Pons, M. Latapy 2005,
 * doi:10.1007/11569596_31; (5) A. Clauset, M. E. J. Newman, C. Moore 2004, doi:10.1103/PhysRevE.70.066111. */
#include "measure/communities.h"

#include "base/memory.h"
#include "kernel/mapequation.h"
#include "measure/keyed.h"
#include "measure/pass.h"
#include "net/igraph_border.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TRIES 10
#define TRIED_TIES 1000000     /* of all tries together; one try there is always */
#define TRIES_OF_FEW 50        /* small networks, where a try costs nothing, are tried so often, */
#define TRIED_TIES_OF_FEW 2000 /* as long as all tries together have no more ties than this */
#define ROUNDS 10              /* of Leiden; the count -1 ("until nothing changes") of igraph 0.10.2 may never end */

typedef igraph_error_t call(igraph_vector_int_t *out, const igraph_t *g, const igraph_vector_t *weights);

static igraph_error_t leiden(igraph_vector_int_t *out, const igraph_t *g, const igraph_vector_t *weights) {
  return border_leiden(out, g, weights, 1, ROUNDS);
}
static igraph_error_t louvain(igraph_vector_int_t *out, const igraph_t *g, const igraph_vector_t *weights) {
  return igraph_community_multilevel(g, weights, 1, out, NULL, NULL);
}
static igraph_error_t infomap(igraph_vector_int_t *out, const igraph_t *g, const igraph_vector_t *weights) {
  return border_infomap(out, NULL, g, weights, TRIES);
}
/* igraph 0.10.2 wants merges and modularity where the membership is asked for. */
static igraph_error_t with_merges(igraph_vector_int_t *out, const igraph_t *g, const igraph_vector_t *weights, bool greedy) {
  igraph_matrix_int_t merges;
  igraph_vector_t quality;
  igraph_error_t code = igraph_matrix_int_init(&merges, 0, 0);
  if (code) return code;
  code = igraph_vector_init(&quality, 0);
  if (!code) {
    code = greedy ? igraph_community_fastgreedy(g, weights, &merges, &quality, out)
                  : igraph_community_walktrap(g, weights, 4, &merges, &quality, out);
    igraph_vector_destroy(&quality);
  }
  igraph_matrix_int_destroy(&merges);
  return code;
}
static igraph_error_t walktrap(igraph_vector_int_t *out, const igraph_t *g, const igraph_vector_t *weights) {
  return with_merges(out, g, weights, false);
}
static igraph_error_t fast_greedy(igraph_vector_int_t *out, const igraph_t *g, const igraph_vector_t *weights) {
  return with_merges(out, g, weights, true);
}

static const struct method {
  const char *name;
  call *call; /* NULL: our own spreading of labels */
  bool draws; /* tried several times */
  bool directed;
} methods[] = {
    {"leiden", leiden, true, false},      {"louvain", louvain, true, false},        {"infomap", infomap, false, true},
    {"walktrap", walktrap, false, false}, {"label-propagation", NULL, true, false}, {"fast-greedy", fast_greedy, false, false},
};

static const struct method *method_called(const char *name, nonet_err *err) {
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
    if (!strcmp(*name ? name : "leiden", methods[i].name)) return &methods[i];
  error_set(err, NONET_EUSAGE, "communities are not found by '%s', but by " COMMUNITIES_METHODS, name);
  return NULL;
}

/* ---- modularity ---- */

double communities_modularity(const struct graph *e, const uint32_t *group, uint32_t groups, bool *no_memory) {
  double *out = memory_zeroed(groups, sizeof *out), *in = memory_zeroed(groups, sizeof *in), total = 0, inside = 0, expected = 0;
  *no_memory = !out || !in;
  for (uint32_t i = 0; !*no_memory && i < e->edges; i++) {
    uint32_t a = group[e->tail[i]], b = group[e->head[i]];
    double w = e->strength ? e->strength[i] : 1;
    if (a == UINT32_MAX || b == UINT32_MAX) continue;
    total += w;
    if (a == b) inside += w;
    out[a] += w, in[b] += w;
  }
  for (uint32_t h = 0; !*no_memory && h < groups; h++) /* undirected: half of the ends, squared */
    expected += e->directed ? out[h] / total * (in[h] / total) : pow((out[h] + in[h]) / 2 / total, 2);
  free(out);
  free(in);
  return total > 0 ? inside / total - expected : (double)NAN;
}

/* ---- one try ---- */

static igraph_error_t graph_of(igraph_t *out, const struct graph *e) {
  igraph_vector_int_t ends;
  igraph_error_t code = igraph_vector_int_init(&ends, 2 * (igraph_integer_t)e->edges);
  if (code) return code;
  for (size_t i = 0; i < e->edges; i++) {
    VECTOR(ends)[2 * i] = e->tail[i];
    VECTOR(ends)[2 * i + 1] = e->head[i];
  }
  code = igraph_create(out, &ends, e->nodes, e->directed);
  igraph_vector_int_destroy(&ends);
  return code;
}

static igraph_error_t one_call(uint32_t *group, const struct graph *e, const struct method *m, uint64_t seed) {
  igraph_vector_int_t found;
  igraph_vector_t weights;
  struct border_dice dice;
  igraph_t g;
  igraph_error_t code = igraph_vector_int_init(&found, 0);
  if (code) return code;
  code = graph_of(&g, e);
  if (!code) {
    code = border_dice_start(&dice, seed);
    if (e->strength) igraph_vector_view(&weights, e->strength, e->edges);
    if (!code) {
      code = m->call(&found, &g, e->strength ? &weights : NULL);
      border_dice_end(&dice);
    }
    igraph_destroy(&g);
  }
  if (!code && (uint64_t)igraph_vector_int_size(&found) != e->nodes) code = IGRAPH_FAILURE;
  for (uint32_t v = 0; !code && v < e->nodes; v++)
    group[v] = (uint32_t)VECTOR(found)[v];
  igraph_vector_int_destroy(&found);
  return code;
}

static nonet_code one_try(uint32_t *group, const struct graph *e, const struct method *m, struct chance *chance, const struct run *run,
                          nonet_err *err) {
  struct border border;
  nonet_code code = run_check(run, err);
  if (code) return code;
  if (!m->call) return communities_labels(group, e, chance) ? NONET_OK : error_memory(err);
  uint64_t seed = chance_next(chance);
  border_enter(&border, run);
  code = border_result(&border, one_call(group, e, m, seed), "communities", err);
  border_leave(&border);
  return code;
}

/* The network under other numbers. igraph settles what is equal by number, so that from some numberings no draw ever comes to the best
 * division, not even of a chain of six. */
struct renumbered {
  struct graph graph; /* nodes, edges, ends and strengths only */
  uint32_t *tail, *head, *place, *found;
};

static bool renumbered_start(struct renumbered *r, const struct graph *e) {
  *r = (struct renumbered){.tail = memory_array(e->edges, sizeof *r->tail),
                           .head = memory_array(e->edges, sizeof *r->head),
                           .place = memory_array(e->nodes, sizeof *r->place),
                           .found = memory_array(e->nodes, sizeof *r->found)};
  r->graph = (struct graph){
      .nodes = e->nodes, .edges = e->edges, .directed = e->directed, .tail = r->tail, .head = r->head, .strength = e->strength};
  for (uint32_t v = 0; r->place && v < e->nodes; v++)
    r->place[v] = v;
  return r->tail && r->head && r->place && r->found;
}

static void renumbered_free(struct renumbered *r) {
  free(r->tail);
  free(r->head);
  free(r->place);
  free(r->found);
}

static void renumber(struct renumbered *r, const struct graph *e, struct chance *chance) {
  for (uint32_t v = e->nodes; v > 1; v--) {
    uint32_t w = (uint32_t)chance_below(chance, v), kept = r->place[v - 1];
    r->place[v - 1] = r->place[w];
    r->place[w] = kept;
  }
  for (uint32_t i = 0; i < e->edges; i++) {
    r->tail[i] = r->place[e->tail[i]];
    r->head[i] = r->place[e->head[i]];
  }
}

/* A try under numbers drawn anew. */
static nonet_code renumbered_try(uint32_t *group, struct renumbered *r, const struct graph *e, const struct method *m,
                                 struct chance *chance, const struct run *run, nonet_err *err) {
  renumber(r, e, chance);
  nonet_code code = one_try(r->found, &r->graph, m, chance, run, err);
  for (uint32_t v = 0; !code && v < e->nodes; v++)
    group[v] = r->found[r->place[v]];
  return code;
}

/* Is there to be another try after so many? */
static bool is_due(uint64_t tried, uint64_t ties, const struct method *m) {
  if (tried == 0) return true;
  uint64_t all = ties * (tried + 1);
  return m->draws && ((tried < TRIES && all <= TRIED_TIES) || (tried < TRIES_OF_FEW && all <= TRIED_TIES_OF_FEW));
}

/* The best of the method's tries on a network in which every node has a tie. */
static nonet_code best_try(uint32_t *group, const struct graph *e, const struct method *m, const struct run *run, nonet_err *err) {
  struct chance chance;
  double best = -INFINITY;
  struct renumbered r;
  uint32_t *now = memory_array(e->nodes, sizeof *now);
  nonet_code code = renumbered_start(&r, e) && now ? NONET_OK : error_memory(err);
  chance_start(&chance, run->asked->seed, 0x636f6d6d);
  for (uint64_t i = 0; !code && is_due(i, e->edges, m); i++) {
    bool no_memory = false;
    code = i && m->call ? renumbered_try(now, &r, e, m, &chance, run, err) : one_try(now, e, m, &chance, run, err);
    if (code) break;
    double q = communities_modularity(e, now, e->nodes, &no_memory);
    if (no_memory) code = error_memory(err);
    if (code || !(q > best + 1e-12)) continue;
    best = q;
    memcpy(group, now, e->nodes * sizeof *now);
  }
  renumbered_free(&r);
  free(now);
  return code;
}

/* ---- groups by size ---- */

struct sized {
  uint32_t size, first, was;
};

static int larger_first(const void *a, const void *b) {
  const struct sized *x = a, *y = b;
  if (x->size != y->size) return x->size > y->size ? -1 : 1;
  return (x->first > y->first) - (x->first < y->first);
}

/* Number groups (any numbers below `nodes`) from the largest; equal ones by their first node. */
static nonet_code number_by_size(uint32_t *group, uint32_t *groups, uint32_t nodes, nonet_err *err) {
  struct sized *s = memory_zeroed(nodes, sizeof *s);
  uint32_t *place = memory_array(nodes, sizeof *place);
  nonet_code code = s && place ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; !code && v < nodes; v++) {
    struct sized *own = &s[group[v]];
    if (!own->size++) own->first = v, own->was = group[v];
  }
  if (!code && nodes) qsort(s, nodes, sizeof *s, larger_first);
  *groups = 0;
  for (uint32_t h = 0; !code && h < nodes && s[h].size; h++)
    place[s[h].was] = h, *groups = h + 1;
  for (uint32_t v = 0; !code && v < nodes; v++)
    group[v] = place[group[v]];
  free(s);
  free(place);
  return code;
}

/* ---- nodes without ties left out ---- */

static double strength_of(const struct graph *e, uint32_t i) {
  return e->strength ? e->strength[i] : 1;
}

/* The network of those nodes that a tie of some strength ends at. */
struct tied {
  struct graph graph; /* nodes, edges, ends and strengths only */
  uint32_t *tail, *head;
  double *strength;
};

/* place[v] is where v went, or UINT32_MAX. */
static bool tied_start(struct tied *t, uint32_t *place, const struct graph *e) {
  struct graph *g = &t->graph;
  t->tail = memory_array(e->edges, sizeof *t->tail);
  t->head = memory_array(e->edges, sizeof *t->head);
  t->strength = e->strength ? memory_array(e->edges, sizeof *t->strength) : NULL;
  if (!t->tail || !t->head || (e->strength && !t->strength)) return false;
  *g = (struct graph){.directed = e->directed, .tail = t->tail, .head = t->head, .strength = t->strength};
  for (uint32_t v = 0; v < e->nodes; v++)
    place[v] = UINT32_MAX;
  for (uint32_t i = 0; i < e->edges; i++)
    if (strength_of(e, i) > 0) place[e->tail[i]] = place[e->head[i]] = 0;
  for (uint32_t v = 0; v < e->nodes; v++)
    if (place[v] == 0) place[v] = g->nodes++;
  for (uint32_t i = 0; i < e->edges; i++) {
    if (!(strength_of(e, i) > 0)) continue;
    t->tail[g->edges] = place[e->tail[i]];
    t->head[g->edges] = place[e->head[i]];
    if (t->strength) t->strength[g->edges] = e->strength[i];
    g->edges++;
  }
  return true;
}

static void tied_free(struct tied *t) {
  free(t->tail);
  free(t->head);
  free(t->strength);
}

/* *bits (where it is not NULL, and there are ties) tells how long a step is told with those groups. */
static nonet_code of_graph(uint32_t *group, uint32_t *groups, double *bits, const struct graph *e, const struct method *m,
                           const struct measure_ask *ask, nonet_err *err) {
  struct tied tied = {0};
  uint32_t *place = memory_array(e->nodes, sizeof *place), *found = memory_array(e->nodes, sizeof *found);
  nonet_code code = place && found && tied_start(&tied, place, e) ? NONET_OK : error_memory(err);
  if (!code && tied.graph.nodes) code = best_try(found, &tied.graph, m, ask->run, err);
  if (!code && bits && tied.graph.nodes) {
    struct kernel_watch watch = pass_watch(ask);
    code = pass_result(map_equation(bits, found, &tied.graph, &watch), ask, err);
  }
  uint32_t alone = tied.graph.nodes;
  for (uint32_t v = 0; !code && v < e->nodes; v++)
    group[v] = place[v] == UINT32_MAX ? alone++ : found[place[v]];
  if (!code) code = number_by_size(group, groups, e->nodes, err);
  tied_free(&tied);
  free(place);
  free(found);
  return code;
}

nonet_code communities_of_graph(uint32_t *group, uint32_t *groups, const struct graph *g, const struct measure_ask *ask, const char *method,
                                nonet_err *err) {
  const struct method *m = method_called(method, err);
  return m ? of_graph(group, groups, NULL, g, m, ask, err) : NONET_EUSAGE;
}

static nonet_code find(uint32_t *group, uint32_t *groups, double *bits, const struct measure_ask *ask, const struct method *m,
                       nonet_err *err) {
  const struct graph *g;
  struct keyed k = {0};
  bool weighted = ask->weighted || (ask->options->weighted && ask->net->weighted);
  nonet_code code = weighted ? net_check_weights(ask->net, NET_WEIGHTS_NOT_NEGATIVE, "communities", err) : NONET_OK;
  if (!code) code = net_simple(&g, ask->net, m->directed && ask->net->directed, weighted, err);
  if (!code) code = keyed_start(&k, g, ask->net, err);
  if (code) return code;
  uint32_t *found = memory_array(g->nodes, sizeof *found);
  code = found ? of_graph(found, groups, bits, &k.graph, m, ask, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < g->nodes; v++)
    group[v] = found[k.place[v]];
  keyed_free(&k);
  free(found);
  return code;
}

nonet_code communities_find(uint32_t *group, uint32_t *groups, const struct measure_ask *ask, const char *method, nonet_err *err) {
  const struct method *m = method_called(method, err);
  return m ? find(group, groups, NULL, ask, m, err) : NONET_EUSAGE;
}

nonet_code communities_codelength(double *out, const struct measure_ask *ask, nonet_err *err) {
  uint32_t groups, *group = memory_array(ask->net->nodes, sizeof *group);
  *out = NAN;
  nonet_code code = group ? find(group, &groups, out, ask, method_called("infomap", err), err) : error_memory(err);
  free(group);
  return code;
}
