/* Estimates from samples, and what is said of them.
 *
 * Betweenness: shortest paths are sampled (kernel/sampled.h); "auto" draws until the bound holds, N as many as are asked for, "vc" as many
 * as Riondato and Kornaropoulos compute beforehand. Closeness and harmonic closeness: distances to sampled nodes (kernel/sources.h), which
 * are means of numbers between 0 and what is longest, so that Hoeffding's bound and a union over the nodes say how many are due; he shows
 * that it holds for nodes that are drawn without putting them back, too (section 6). A node that is its own source is left out of its mean,
 * hence one source more. Where all nodes are sources the result is exact.
 *
 * Sources: (1) M. Borassi, E. Natale 2016, doi:10.4230/LIPIcs.ESA.2016.20; (2) M. Riondato, E. M. Kornaropoulos 2014,
 * doi:10.1145/2556195.2556224; (3) D. Eppstein, J. Wang 2004, doi:10.7155/jgaa.00081; (4) W. Hoeffding 1963,
 * doi:10.1080/01621459.1963.10500830. */
#include "measure/sampling.h"

#include "base/memory.h"
#include "base/number.h"
#include "kernel/ifub.h"
#include "kernel/samplebound.h"
#include "kernel/sampled.h"
#include "kernel/sources.h"
#include "measure/pass.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SOURCE_STREAM ((uint64_t)1 << 61) /* streams of chance that draw sources */

struct plan {
  enum { UNTIL_GUARANTEED, BY_DIMENSION, SO_MANY } how;
  double samples, epsilon, delta; /* samples: of SO_MANY */
  uint64_t seed;
};

static nonet_code read_plan(struct plan *out, const struct measure_ask *ask, nonet_err *err) {
  const nonet_measure_options *o = ask->options;
  uint64_t count = 0;
  *out = (struct plan){UNTIL_GUARANTEED, 0, o->epsilon != 0 ? o->epsilon : SAMPLING_EPSILON, o->delta != 0 ? o->delta : SAMPLING_DELTA,
                       ask->run->asked->seed};
  if (!(out->epsilon > 0 && out->epsilon < 1)) return error_set(err, NONET_EUSAGE, "epsilon must lie between 0 and 1");
  if (!(out->delta > 0 && out->delta < 1)) return error_set(err, NONET_EUSAGE, "delta must lie between 0 and 1");
  if (ask->weighted) return error_set(err, NONET_EUSAGE, "samples are drawn by steps, not by length: leave out samples or weights");
  if (strcmp(o->samples, "vc") == 0) out->how = BY_DIMENSION;
  if (strcmp(o->samples, "vc") == 0 || strcmp(o->samples, "auto") == 0) return NONET_OK;
  if (!number_parse_whole(&count, o->samples, strlen(o->samples)) || count == 0)
    return error_set(err, NONET_EUSAGE, "samples are 'auto', 'vc' or a whole number above 0, not '%s'", o->samples);
  out->how = SO_MANY;
  out->samples = (double)count;
  return NONET_OK;
}

static void say_number(struct buffer *line, const char *before, double x, const char *after) {
  char room[NUMBER_ROOM];
  number_print_short(room, x, 3);
  buffer_print(line, "%s%s%s", before, room, after);
}

/* "with a probability of at least 0.9 " */
static void say_probability(struct buffer *line, const struct plan *p) {
  char room[NUMBER_ROOM];
  buffer_text(line, "with a probability of at least ");
  number_print_short(room, 1 - p->delta, 6);
  buffer_print(line, "%s ", room);
}

static void say_plan(struct buffer *line, const struct plan *p, double epsilon) {
  say_number(line, " (epsilon ", epsilon, ", delta ");
  buffer_number(line, p->delta);
  buffer_print(line, ", seed %llu).", (unsigned long long)p->seed);
}

/* ---- betweenness ---- */

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

static void say_betweenness(struct buffer *line, const struct plan *p, const struct sampled *said, double longest, double pairs) {
  buffer_print(line, "betweenness: an estimate from %llu sampled shortest paths", (unsigned long long)said->samples);
  if (said->pilot) buffer_print(line, " (and %llu to plan by)", (unsigned long long)said->pilot);
  if (p->how == BY_DIMENSION) say_number(line, ", Riondato and Kornaropoulos's number for paths of at most ", longest, " nodes");
  buffer_text(line, ": ");
  say_probability(line, p);
  say_number(line, "every value is within ", said->epsilon, " of the number of pairs");
  say_number(line, ", ", said->epsilon * pairs, " raw, of the exact one");
  say_plan(line, p, said->epsilon);
}

nonet_code sampling_betweenness(double *out, const struct measure_ask *ask, nonet_err *err) {
  double n = ask->net->nodes, pairs = n * (n - 1) / (ask->net->directed ? 1 : 2), longest = 0;
  struct kernel_watch watch = pass_watch(ask);
  struct sampled said = {0};
  struct plan p;
  nonet_code code = read_plan(&p, ask, err);
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

/* ---- closeness ---- */

/* Sources to draw, and what they guarantee: of `values` means all are within epsilon times the width of what is averaged. */
static double sources_due(struct plan *p, double values) {
  if (p->how == SO_MANY) p->epsilon = sqrt(log(2 * values / p->delta) / (2 * fmax(p->samples - 1, 1)));
  return p->how == SO_MANY ? fmax(p->samples, 2) : samplebound_hoeffding(values, p->epsilon, p->delta) + 1;
}

/* The first `due` of `count` nodes in an order drawn by chance. */
static void shuffle(uint32_t *node, uint32_t count, double due, uint64_t seed, uint64_t stream) {
  struct chance chance;
  chance_start(&chance, seed, stream);
  for (uint32_t i = 0; i < count && i < due; i++) {
    uint32_t j = i + (uint32_t)chance_below(&chance, count - i), kept = node[i];
    node[i] = node[j], node[j] = kept;
  }
}

/* Nodes of each part one behind the other, from first[part] on. */
static bool by_part(uint32_t **node, uint32_t **first, const struct measure_shared *s, uint32_t nodes) {
  *node = memory_array(nodes, sizeof **node);
  *first = memory_zeroed((size_t)s->components + 2, sizeof **first);
  if (!*node || !*first) return false;
  for (uint32_t k = 0; k < s->components; k++)
    (*first)[k + 2] = (*first)[k + 1] + s->component_size[k];
  for (uint32_t v = 0; v < nodes; v++)
    (*node)[(*first)[s->component[v] + 1]++] = v;
  return true;
}

/* Draw `due` sources of each component, or all of it; they come to stand in front. Returns how many. */
static uint32_t draw_sources(uint32_t *node, const uint32_t *first, const struct measure_shared *s, double due, uint64_t seed) {
  uint32_t count = 0;
  for (uint32_t k = 0; k < s->components; k++) {
    uint32_t size = s->component_size[k], take = size < due ? size : (uint32_t)due;
    shuffle(node + first[k], size, take, seed, SOURCE_STREAM + k);
    for (uint32_t i = 0; i < take; i++)
      node[count++] = node[first[k] + i];
  }
  return count;
}

static nonet_code sums(struct source_sums **out, const struct measure_ask *ask, const uint32_t *source, uint32_t count, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  *out = memory_array(ask->net->nodes, sizeof **out);
  return pass_result(*out ? sources_sums(*out, ask->simple, source, count, &watch) : KERNEL_NO_MEMORY, ask, err);
}

static nonet_code say_closeness(const struct plan *p, double due, uint32_t count, const struct measure_ask *ask, nonet_err *err) {
  struct buffer *line = &ask->shared->sampled;
  struct kernel_watch watch = pass_watch(ask);
  uint32_t diameter = 0;
  if (count == ask->net->nodes) {
    say_number(line, "closeness: exact, for ", due, " sources of each component are all of its nodes");
    say_plan(line, p, 0);
    return NONET_OK;
  }
  nonet_code code = pass_result(ifub_diameter(&diameter, ask->simple, &watch), ask, err);
  buffer_print(line, "closeness: an estimate from the distances to %llu sampled nodes of each component (all of a smaller one): ",
               (unsigned long long)due);
  say_probability(line, p);
  say_number(line, "every mean distance is within ", p->epsilon, " of the diameter");
  say_number(line, ", ", p->epsilon * diameter, " steps, of the exact one");
  say_plan(line, p, p->epsilon);
  return code;
}

nonet_code sampling_closeness(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_shared *s;
  uint32_t nodes = ask->net->nodes, *node = NULL, *first = NULL, count = 0;
  struct source_sums *sum = NULL;
  struct plan p;
  nonet_code code = read_plan(&p, ask, err);
  if (!code && ask->net->directed)
    code = error_set(err, NONET_EUSAGE, "'closeness' is sampled where ties have no direction: ask for harmonic, or leave out samples");
  if (!code) code = pass_components(&s, ask, err);
  if (code) return code;
  double due = sources_due(&p, nodes);
  if (!by_part(&node, &first, s, nodes)) code = error_memory(err);
  if (!code) count = draw_sources(node, first, s, due, p.seed);
  if (!code) code = sums(&sum, ask, node, count, err);
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
  struct plan p;
  nonet_code code = node ? read_plan(&p, ask, err) : error_memory(err);
  if (code) goto done;
  double due = fmin(sources_due(&p, nodes), nodes);
  for (uint32_t v = 0; v < nodes; v++)
    node[v] = v;
  shuffle(node, nodes, due, p.seed, SOURCE_STREAM);
  code = sums(&sum, ask, node, (uint32_t)due, err);
  for (uint32_t v = 0; !code && v < nodes; v++)
    out[v] = nodes > 1 ? sum[v].inverse / due : 0;
  for (uint32_t i = 0; !code && i < due && nodes > 1; i++) /* a source is no target of its own */
    out[node[i]] = sum[node[i]].inverse / (due - 1);
  if (code) goto done;
  if (due < nodes) {
    buffer_print(line, "harmonic: an estimate from the distances to %llu sampled nodes: ", (unsigned long long)due);
    say_probability(line, &p);
    say_number(line, "every value is within ", p.epsilon, " of the exact one");
  } else {
    buffer_text(line, "harmonic: exact, for all nodes are sources");
  }
  say_plan(line, &p, due < nodes ? p.epsilon : 0);
done:
  free(sum);
  free(node);
  return code;
}
