/* Closeness and betweenness over several layers at once, when a change of layer has a price.
 *
 * Who meets one partner in one layer and the next in another must carry the matter over; the price says how many steps that is worth. At
 * price 0 a path is as long as its ties, whatever their layers.
 *
 * Sources: (1) M. De Domenico et al. 2015, Ranking in interconnected multilayer networks reveals versatile nodes, doi:10.1038/ncomms7868;
 * (2) S. Wasserman, K. Faust 1994, doi:10.1017/CBO9780511815478. */
#include "base/memory.h"
#include "base/number.h"
#include "kernel/switching.h"
#include "measure/multilayer.h"
#include "measure/pass.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static nonet_code price_of(double *out, const char *measure, const struct measure_ask *ask, nonet_err *err) {
  *out = isnan(ask->parameter) ? 1 : ask->parameter;
  if (*out >= 0 && isfinite(*out)) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "%s:%s: the price of a change of layer is at least 0", measure, ask->parameter_text);
}

/* (r - 1)/(n - 1) * (r - 1)/(sum of distances), r those it reaches and itself: as 'closeness'. */
static nonet_code closeness(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct multilayer m;
  double price, others = ask->net->nodes - 1.0;
  struct kernel_watch watch = pass_watch(ask);
  nonet_code code = price_of(&price, "closeness-versatility", ask, err);
  if (!code) code = multilayer_start(&m, ask, NULL, err);
  if (code) return code;
  double *sum = memory_array(ask->net->nodes, sizeof *sum);
  code = sum ? pass_result(switching_distances(out, sum, NULL, &m.supra, price, &watch), ask, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    out[v] = out[v] > 0 ? out[v] / others * (out[v] / sum[v]) : 0;
  free(sum);
  multilayer_free(&m);
  return code;
}

static nonet_code betweenness(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct multilayer m;
  double price;
  struct kernel_watch watch = pass_watch(ask);
  nonet_code code = price_of(&price, "betweenness-versatility", ask, err);
  if (!code) code = multilayer_start(&m, ask, NULL, err);
  if (code) return code;
  code = pass_result(switching_betweenness(out, &m.supra, price, &watch), ask, err);
  multilayer_free(&m);
  return code;
}

/* ---- of one pair ---- */

/* "A;B" or "A;B;PRICE", the names in their order. */
static nonet_code read_pair(uint32_t pair[2], double *price, const struct measure_ask *ask, nonet_err *err) {
  const char *text = ask->parameter_text, *middle = strchr(text, ';'), *last = middle ? strchr(middle + 1, ';') : NULL;
  bool good = middle && (!last || number_parse(price, last + 1, strlen(last + 1), '.') == NUMBER_OK) && *price >= 0;
  char *from = good ? memory_copy(text, (size_t)(middle - text) + 1, 1) : NULL;
  char *to = good ? memory_text(middle + 1) : NULL;
  nonet_code code = NONET_OK;
  if (!good)
    code =
        error_set(err, NONET_EUSAGE, "multilayer-distance:%s: name two nodes, as in multilayer-distance:A;B or with a price A;B;0.5", text);
  else if (!from || !to)
    code = error_memory(err);
  if (!code) {
    from[middle - text] = '\0';
    if (last) to[last - middle - 1] = '\0';
    code = nonet_find_node(&pair[0], ask->net, from, err);
  }
  if (!code) code = nonet_find_node(&pair[1], ask->net, to, err);
  free(from);
  free(to);
  return code;
}

static nonet_code distance(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct multilayer m;
  uint32_t pair[2];
  double price = 1;
  nonet_code code = read_pair(pair, &price, ask, err);
  if (!code) code = multilayer_start(&m, ask, NULL, err);
  if (code) return code;
  code = pass_result(switching_distance(out, &m.supra, price, pair[0], pair[1]), ask, err);
  if (!code && isinf(*out)) *out = NAN;
  multilayer_free(&m);
  return code;
}

#define PRICE "PRICE of a change of layer, in lengths of ties, 0 or more (1)"
#define PATHS                                                                                                                              \
  "a path begins and ends in any layer; its length is that of its ties and the price of each change of layer between them; ties of no "    \
  "layer are left out; a network without layers is one layer; along the arcs when directed; --weighted: by length"
#define DE_DOMENICO                                                                                                                        \
  "De Domenico, M., Sole-Ribalta, A., Omodei, E., Gomez, S., Arenas, A. (2015) Ranking in interconnected multilayer networks reveals "     \
  "versatile nodes, doi:10.1038/ncomms7868"

static const struct measure_row rows[] = {
    {.info = {.name = "closeness-versatility",
              .title = "Closeness over layers",
              .summary = "How few steps and changes of layer a partner needs to reach the others, and how many of them it reaches.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = 1,
              .formula = "(r-1)/(n-1) * (r-1)/(sum of distances to the r-1 others that it reaches)",
              .convention = "after Wasserman and Faust, as 'closeness'; " PATHS,
              .undefined = "0 where it reaches nobody",
              .source = DE_DOMENICO,
              .cost = "O(n (m + replicas) log n)",
              .parameter = PRICE,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .layer_by_layer = true,
     .plain = closeness},
    {.info = {.name = "betweenness-versatility",
              .title = "Betweenness over layers",
              .summary = "How often a partner is relied upon as the go-between, also to carry matters from one layer into another.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "sum over pairs s, t of the share of their shortest paths that go through v, in whatever layer",
              .convention = "unordered pairs, ordered when directed; paths are the same only if all their ties and layers are; " PATHS,
              .undefined = "0 for an isolate",
              .source = DE_DOMENICO,
              .cost = "O(n (m + replicas) log n)",
              .parameter = PRICE,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .layer_by_layer = true,
     .plain = betweenness},
};

static const struct measure_row whole_rows[] = {
    {.info = {.name = "multilayer-distance",
              .title = "Distance over layers",
              .summary = "How many steps and changes of layer lie between two partners.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "least length of a path from A to B: its ties, and the price of each change of layer",
              .convention = PATHS,
              .undefined = "undefined where there is no path; 0 from a node to itself",
              .source = DE_DOMENICO,
              .cost = "O((m + replicas) log n)",
              .parameter = "A;B or A;B;PRICE, two nodes and the price of a change of layer (1)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .layer_by_layer = true,
     .parameter_is_text = true,
     .needs_parameter = true,
     .gaps = MEASURE_GAPS,
     .plain = distance},
};

const struct measure_rows multilayer_paths_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows multilayer_distance_rows = {whole_rows, sizeof whole_rows / sizeof *whole_rows};
