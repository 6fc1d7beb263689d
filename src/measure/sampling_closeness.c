/* Closeness and harmonic closeness estimated from samples, and what is said of them.
 *
 * Distances to sampled nodes (kernel/sources.h) are means of numbers between 0 and what is longest, so that Hoeffding's bound and a union
 * over the nodes say how many are due; he shows that it holds for nodes that are drawn without putting them back, too (section 6). A node
 * that is its own source is left out of its mean, hence one source more. Where all nodes are sources the result is exact. Closeness of
 * directed networks, where nobody knows how many a node reaches, has a file of its own.
 *
 * Sources: (1) D. Eppstein, J. Wang 2004, doi:10.7155/jgaa.00081; (2) W. Hoeffding 1963, doi:10.1080/01621459.1963.10500830. */
#include "measure/sampling.h"

#include "base/memory.h"
#include "kernel/ifub.h"
#include "kernel/samplebound.h"
#include "measure/sampling_directed.h"
#include "measure/sampling_plan.h"
#include "measure/sampling_sources.h"

#include <math.h>
#include <stdlib.h>

/* Sources to draw, and what they guarantee: of `values` means all are within epsilon times the width of what is averaged. */
static double sources_due(struct sampling_plan *p, double values) {
  if (p->how == SO_MANY) p->epsilon = sqrt(log(2 * values / p->delta) / (2 * fmax(p->samples - 1, 1)));
  return p->how == SO_MANY ? fmax(p->samples, 2) : samplebound_hoeffding(values, p->epsilon, p->delta) + 1;
}

/* Draw `due` sources of each component, or all of it; they come to stand in front. Returns how many. */
static uint32_t draw_sources(uint32_t *node, const uint32_t *first, const struct measure_shared *s, double due, uint64_t seed) {
  uint32_t count = 0;
  for (uint32_t k = 0; k < s->components; k++) {
    uint32_t size = s->component_size[k], take = size < due ? size : (uint32_t)due;
    sampling_shuffle(node + first[k], size, take, seed, k);
    for (uint32_t i = 0; i < take; i++)
      node[count++] = node[first[k] + i];
  }
  return count;
}

static nonet_code say_closeness(const struct sampling_plan *p, double due, uint32_t count, const struct measure_ask *ask, nonet_err *err) {
  struct buffer *line = &ask->shared->sampled;
  struct kernel_watch watch = pass_watch(ask);
  uint32_t diameter = 0;
  if (count == ask->net->nodes) {
    buffer_print(line, "closeness: exact, for %.0f sources of each component are all of its nodes", due);
    sampling_say_plan(line, p, 0);
    return NONET_OK;
  }
  nonet_code code = pass_result(ifub_diameter(&diameter, ask->simple, &watch), ask, err);
  buffer_print(line, "closeness: an estimate from the distances to %llu sampled nodes of each component (all of a smaller one): ",
               (unsigned long long)due);
  sampling_say_probability(line, p);
  sampling_say_bound(line, "every mean distance is within ", p->epsilon, " of the diameter");
  sampling_say_bound(line, ", ", p->epsilon * diameter, " steps, of the exact one");
  sampling_say_plan(line, p, p->epsilon);
  return code;
}

nonet_code sampling_closeness(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_shared *s;
  uint32_t nodes = ask->net->nodes, *node = NULL, *first = NULL, count = 0;
  struct source_sums *sum = NULL;
  struct sampling_plan p;
  nonet_code code = sampling_plan_read(&p, ask, err);
  if (!code && ask->net->directed) return sampling_directed_closeness(out, ask, &p, err);
  if (!code) code = pass_components(&s, ask, err);
  if (code) return code;
  double due = sources_due(&p, nodes);
  if (!sampling_by_component(&node, &first, s, nodes)) code = error_memory(err);
  if (!code) count = draw_sources(node, first, s, due, p.seed);
  if (!code && !(sum = memory_array(nodes, sizeof *sum))) code = error_memory(err);
  if (!code) code = sampling_sums(sum, ask, node, count, err);
  for (uint32_t v = 0; !code && v < nodes; v++) {
    double reached = s->component_size[s->component[v]] - 1.0, mean = sum[v].steps / sum[v].reached;
    out[v] = reached > 0 ? reached / (nodes - 1.0) / mean : 0;
  }
  if (!code) code = say_closeness(&p, due, count, ask, err);
  free(sum);
  free(node);
  free(first);
  return code;
}

nonet_code sampling_harmonic(double *out, const struct measure_ask *ask, nonet_err *err) {
  uint32_t nodes = ask->net->nodes, *node = memory_array(nodes, sizeof *node);
  struct buffer *line = &ask->shared->sampled;
  struct source_sums *sum = NULL;
  struct sampling_plan p;
  nonet_code code = node && (sum = memory_array(nodes, sizeof *sum)) ? sampling_plan_read(&p, ask, err) : error_memory(err);
  if (code) goto done;
  double due = fmin(sources_due(&p, nodes), nodes);
  for (uint32_t v = 0; v < nodes; v++)
    node[v] = v;
  sampling_shuffle(node, nodes, due, p.seed, 0);
  code = sampling_sums(sum, ask, node, (uint32_t)due, err);
  for (uint32_t v = 0; !code && v < nodes; v++)
    out[v] = nodes > 1 ? sum[v].inverse / due : 0;
  for (uint32_t i = 0; !code && i < due && nodes > 1; i++) /* a source is no target of its own */
    out[node[i]] = sum[node[i]].inverse / (due - 1);
  if (code) goto done;
  if (due < nodes) {
    buffer_print(line, "harmonic: an estimate from the distances to %llu sampled nodes: ", (unsigned long long)due);
    sampling_say_probability(line, &p);
    sampling_say_bound(line, "every value is within ", p.epsilon, " of the exact one");
  } else {
    buffer_text(line, "harmonic: exact, for all nodes are sources");
  }
  sampling_say_plan(line, &p, due < nodes ? p.epsilon : 0);
done:
  free(sum);
  free(node);
  return code;
}
