/* Reach: how many others are within k steps.
 *
 * Sources: (1) S. P. Borgatti 2006, Identifying sets of key players in a social network, doi:10.1007/s10588-006-7084-x (m-reach). */
#include "kernel/reach.h"
#include "base/memory.h"
#include "measure/distance_matrix.h"
#include "measure/pass.h"

#include <math.h>
#include <stdlib.h>

#define USUAL 2

static nonet_code steps_of(uint32_t *out, const struct measure_ask *ask, nonet_err *err) {
  double k = isnan(ask->parameter) ? USUAL : ask->parameter;
  if (!(k >= 0) || k > floor(k)) return error_set(err, NONET_EUSAGE, "'reach': steps are a whole number, 0 or more");
  *out = k < UINT32_MAX ? (uint32_t)k : UINT32_MAX;
  return NONET_OK;
}

/* --normalised: by the n - 1 others. */
static void scale(double *out, const struct measure_ask *ask) {
  double others = (double)ask->net->nodes - 1;
  for (uint32_t v = 0; ask->normalised && v < ask->net->nodes; v++)
    out[v] = others > 0 ? out[v] / others : (double)NAN;
}

static nonet_code by_search(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  uint32_t steps = 0, *count;
  nonet_code code = steps_of(&steps, ask, err);
  if (code) return code;
  count = memory_array(ask->simple->nodes, sizeof *count);
  code = count ? pass_result(reach_within(count, steps, ask->simple, &watch), ask, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < ask->simple->nodes; v++)
    out[v] = count[v];
  if (!code) scale(out, ask);
  free(count);
  return code;
}

static nonet_code by_matrix(double *out, const struct measure_ask *ask, nonet_err *err) {
  size_t n = ask->net->nodes;
  uint32_t steps = 0;
  double *d = NULL;
  nonet_code code = steps_of(&steps, ask, err);
  if (!code) code = distance_matrix(&d, ask, err);
  for (size_t v = 0; !code && v < n; v++) {
    out[v] = 0;
    for (size_t w = 0; w < n; w++)
      out[v] += v != w && d[v * n + w] <= steps;
  }
  if (!code) scale(out, ask);
  free(d);
  return code;
}

static const struct measure_row rows[] = {
    {.info = {.name = "reach",
              .title = "Reach within steps",
              .summary = "How many others a partner can reach over a few steps, contacts of contacts included.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "number of other nodes at a distance of K or less",
              .convention = "the node itself does not count; in steps, never weighted; outward when directed; simple network",
              .undefined = "0 for an isolate; with --normalised undefined for a network of a single node",
              .source = "Borgatti, S. P. (2006) Identifying sets of key players in a social network, doi:10.1007/s10588-006-7084-x",
              .cost = "O(n (n + m)), less where few are so near",
              .normalised = "n - 1",
              .parameter = "K, how many steps, 2 unless given"},
     .gaps = MEASURE_DEFINED_RAW,
     .plain = by_matrix,
     .fast = by_search},
};

const struct measure_rows reach_rows = {rows, sizeof rows / sizeof *rows};
