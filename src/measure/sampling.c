/* Betweenness estimated from samples, and what is said of it.
 *
 * Shortest paths are sampled (kernel/sampled.h); "auto" draws until the bound holds, N as many as are asked for, "vc" as many as Riondato
 * and Kornaropoulos compute beforehand.
 *
 * Sources: (1) M. Borassi, E. Natale 2016, doi:10.4230/LIPIcs.ESA.2016.20; (2) M. Riondato, E. M. Kornaropoulos 2014,
 * doi:10.1145/2556195.2556224. */
#include "measure/sampling.h"

#include "kernel/ifub.h"
#include "kernel/samplebound.h"
#include "kernel/sampled.h"
#include "measure/pass.h"
#include "measure/sampling_plan.h"

#include <math.h>

/* At most so many nodes are on a shortest path. */
static nonet_code longest_path(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  const struct measure_shared *s;
  uint32_t steps = 0;
  if (ask->net->directed) {
    nonet_code code = pass_components(&s, ask, err);
    if (!code) *out = ask->net->nodes ? s->component_size[0] : 0; /* a path does not come back to a node */
    return code;
  }
  nonet_code code = pass_result(ifub_diameter(&steps, ask->simple, &watch), ask, err);
  *out = steps + 1.0;
  return code;
}

static void say_betweenness(struct buffer *line, const struct sampling_plan *p, const struct sampled *said, double longest, double pairs) {
  buffer_print(line, "betweenness: an estimate from %llu sampled shortest paths", (unsigned long long)said->samples);
  if (said->pilot) buffer_print(line, " (and %llu to plan by)", (unsigned long long)said->pilot);
  if (p->how == BY_DIMENSION) sampling_say_bound(line, ", Riondato and Kornaropoulos's number for paths of at most ", longest, " nodes");
  buffer_text(line, ": ");
  sampling_say_probability(line, p);
  sampling_say_bound(line, "every value is within ", said->epsilon, " of the number of pairs");
  sampling_say_bound(line, ", ", said->epsilon * pairs, " raw, of the exact one");
  sampling_say_plan(line, p, said->epsilon);
}

nonet_code sampling_betweenness(double *out, const struct measure_ask *ask, nonet_err *err) {
  double n = ask->net->nodes, pairs = n * (n - 1) / (ask->net->directed ? 1 : 2), longest = 0;
  struct kernel_watch watch = pass_watch(ask);
  struct sampled said = {0};
  struct sampling_plan p;
  nonet_code code = sampling_plan_read(&p, ask, err);
  if (!code && p.how == BY_DIMENSION) code = longest_path(&longest, ask, err);
  if (code) return code;
  if (p.how == BY_DIMENSION) p.samples = samplebound_dimension(longest, p.epsilon, p.delta);
  struct sampled_ask how = {(uint64_t)p.samples, p.epsilon, p.delta, p.seed};
  code = pass_result(betweenness_sampled(out, &said, ask->simple, &how, &watch), ask, err);
  if (code) return code;
  if (p.how == BY_DIMENSION) said.epsilon = p.epsilon;
  for (uint32_t v = 0; v < ask->net->nodes; v++)
    out[v] = !ask->normalised ? out[v] * pairs : n > 2 ? out[v] * n / (n - 2) : (double)NAN;
  say_betweenness(&ask->shared->sampled, &p, &said, longest, pairs);
  return NONET_OK;
}
