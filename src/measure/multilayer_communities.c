/* Communities of several layers at once: multislice modularity.
 *
 * A partner need not be of the same group in every layer: groups are sought among replicas, and omega says how much it is worth that a
 * partner's replicas stay together. Found by moving and merging (kernel/slices.h) from several orders; that no better division exists is
 * not proved.
 *
 * Sources: (1) P. J. Mucha, T. Richardson, K. Macon, M. A. Porter, J.-P. Onnela 2010, Community structure in time-dependent, multiscale,
 * and multiplex networks, doi:10.1126/science.1184819. */
#include "base/memory.h"
#include "kernel/slices.h"
#include "measure/judge.h"
#include "measure/multilayer.h"
#include "measure/pass.h"
#include "net/key_order.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>

#define RUNS 10

/* What was found. */
struct found {
  struct multilayer m;
  uint32_t *community, *order; /* of states; order: by key, then by layer */
  double quality;
};

static void found_free(struct found *f) {
  multilayer_free(&f->m);
  free(f->community);
  free(f->order);
}

/* ---- an order that does not depend on rows ---- */

struct keyed_node {
  const char *key;
  uint32_t node;
};

static int by_key(const void *x, const void *y) {
  const struct keyed_node *a = x, *b = y;
  return key_order(a->key, b->key);
}

static bool order_states(uint32_t *order, const struct supra *s, const nonet *n) {
  struct keyed_node *node = memory_array(n->nodes, sizeof *node);
  uint32_t at = 0;
  for (uint32_t v = 0; node && v < n->nodes; v++)
    node[v] = (struct keyed_node){net_key(n, v), v};
  if (node && n->nodes) qsort(node, n->nodes, sizeof *node, by_key);
  for (uint32_t k = 0; node && k < n->nodes; k++)
    for (uint32_t i = s->first[node[k].node]; i < s->first[node[k].node + 1]; i++)
      order[at++] = i;
  bool done = node != NULL;
  free(node);
  return done;
}

static nonet_code find(struct found *f, const char *measure, const struct measure_ask *ask, nonet_err *err) {
  struct coupling c;
  struct kernel_watch watch = pass_watch(ask);
  *f = (struct found){.quality = NAN};
  nonet_code code = coupling_read(&c, measure, ask, err);
  c.undirected = true;
  if (!code) code = multilayer_start(&f->m, ask, &c, err);
  if (code) return code;
  const struct supra *s = &f->m.supra;
  f->community = memory_array(s->states, sizeof *f->community);
  f->order = memory_array(s->states, sizeof *f->order);
  struct slices asked = {.supra = s, .omega = c.omega, .gamma = 1, .order = f->order, .seed = ask->run->asked->seed, .runs = RUNS};
  if (!f->community || !f->order || !order_states(f->order, s, ask->net)) code = error_memory(err);
  if (!code && s->ties.edges) code = pass_result(slices_find(f->community, &f->quality, &asked, &watch), ask, err);
  if (code) found_free(f);
  return code;
}

/* ---- the whole ---- */

static nonet_code modularity(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct found f;
  nonet_code code = find(&f, "multilayer-modularity", ask, err);
  if (code) return code;
  *out = f.quality;
  found_free(&f);
  return code;
}

/* ---- the groups ---- */

/* A community: how many replicas it has, and the first of them in order. */
struct size {
  double replicas;
  uint32_t community, first;
};

static int by_size(const void *x, const void *y) {
  const struct size *a = x, *b = y;
  if (a->replicas < b->replicas || a->replicas > b->replicas) return a->replicas > b->replicas ? -1 : 1;
  return (a->first > b->first) - (a->first < b->first);
}

/* number[c]: 1 the largest, of equal ones that whose first replica comes first. */
static bool number_communities(uint32_t *number, const struct found *f) {
  uint32_t states = f->m.supra.states;
  struct size *size = memory_zeroed(states, sizeof *size);
  if (!size) return false;
  for (uint32_t c = 0; c < states; c++)
    size[c] = (struct size){0, c, UINT32_MAX};
  for (uint32_t k = 0; k < states; k++) {
    struct size *own = &size[f->community[f->order[k]]];
    own->replicas += f->m.supra.times[f->order[k]];
    if (own->first == UINT32_MAX) own->first = k;
  }
  if (states) qsort(size, states, sizeof *size, by_size);
  for (uint32_t i = 0; i < states; i++)
    number[size[i].community] = i + 1;
  free(size);
  return true;
}

static nonet_code fill(nonet_sheet *s, const struct found *f, const nonet *n, nonet_err *err) {
  uint32_t *number = memory_array(f->m.supra.states, sizeof *number);
  double *community, *replicas;
  nonet_code code = number && number_communities(number, f) ? NONET_OK : error_memory(err);
  if (!code) code = sheet_add_numbers(&community, s, "community", err);
  if (!code) code = sheet_add_numbers(&replicas, s, "replicas", err);
  for (uint32_t i = 0; !code && i < f->m.supra.states; i++) {
    community[i] = number[f->community[i]];
    replicas[i] = f->m.supra.times[i];
    code = multilayer_name_row(s, i, &f->m, n, i, err);
  }
  free(number);
  return code;
}

static nonet_code communities(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct found f;
  *out = NULL;
  nonet_code code = find(&f, "multilayer-communities", ask, err);
  if (code) return code;
  size_t rows = f.m.supra.ties.edges ? f.m.supra.states : 0;
  code = sheet_new(out, "multilayer-communities", "Communities over layers", NONET_BY_NODE_LAYER, rows, err);
  if (!code && rows) code = fill(*out, &f, ask->net, err);
  if (code) nonet_sheet_free(*out);
  if (code) *out = NULL;
  found_free(&f);
  return code;
}

#define MUCHA                                                                                                                              \
  "Mucha, P. J., Richardson, T., Macon, K., Porter, M. A., Onnela, J.-P. (2010) Community structure in time-dependent, multiscale, and "   \
  "multiplex networks, doi:10.1126/science.1184819"
#define FOUND                                                                                                                              \
  "the best that moving and merging finds from 10 orders drawn with the seed: not proved to be the greatest; gamma 1; direction is left "  \
  "out of account; --weighted: by strength"
#define QUALITY                                                                                                                            \
  "Q = 1/(2 mu) * sum over pairs of replicas of one community of (strength - gamma k(i) k(j)/(2 m of the layer)) within a layer, and "     \
  "omega between coupled replicas of a node"

static const struct measure_row whole_rows[] = {
    {.info = {.name = "multilayer-modularity",
              .title = "Modularity over layers",
              .summary = "How well the layers fall into groups of partners who keep to themselves, when groups may go through layers.",
              .scope = NONET_OF_WHOLE,
              .low = -0.5,
              .high = 1,
              .formula = QUALITY,
              .convention = REPLICAS FOUND,
              .undefined = "undefined without ties",
              .source = MUCHA,
              .cost = "O(m + sum over nodes of squared layers) a round",
              .parameter = COUPLING_PARAMETER,
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .reads_undirected = true,
     .layer_by_layer = true,
     .parameter_is_text = true,
     .gaps = MEASURE_GAPS,
     .plain = modularity},
};

static const struct measure_row table_rows[] = {
    {.info = {.name = "multilayer-communities",
              .title = "Communities over layers",
              .summary = "Which groups of partners keep to themselves over the layers, and in which layers a partner is of another group.",
              .scope = NONET_OF_TABLE,
              .low = 1,
              .high = INFINITY,
              .formula = QUALITY,
              .convention = REPLICAS FOUND "; 1 is the largest; without layer: all of the node's replicas that have no tie, so many",
              .undefined = "no line without ties",
              .source = MUCHA,
              .cost = "O(m + sum over nodes of squared layers) a round",
              .parameter = COUPLING_PARAMETER,
              .takes_weights = true},
     .needs = NET_WEIGHTS_NOT_NEGATIVE,
     .reads_undirected = true,
     .layer_by_layer = true,
     .parameter_is_text = true,
     .table = communities,
     .check = judge_multilayer_communities},
};

const struct measure_rows multilayer_modularity_rows = {whole_rows, sizeof whole_rows / sizeof *whole_rows};
const struct measure_rows multilayer_communities_rows = {table_rows, sizeof table_rows / sizeof *table_rows};
