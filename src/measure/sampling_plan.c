/* What is asked of samples: read from the options, and said under the sheet. */
#include "measure/sampling_plan.h"

#include "base/number.h"
#include "measure/sampling.h"

#include <math.h>
#include <string.h>

nonet_code sampling_plan_read(struct sampling_plan *out, const struct measure_ask *ask, nonet_err *err) {
  const nonet_measure_options *o = ask->options;
  uint64_t count = 0;
  *out = (struct sampling_plan){UNTIL_GUARANTEED, 0, o->epsilon != 0 ? o->epsilon : SAMPLING_EPSILON,
                                o->delta != 0 ? o->delta : SAMPLING_DELTA, ask->run->asked->seed};
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

/* A bound must not become less by being rounded. */
static double rounded_up(double x) {
  if (!(x > 0)) return x;
  double digits = pow(10, 2 - floor(log10(x)));
  return ceil(x * digits * (1 - 1e-12)) / digits;
}

void sampling_say_bound(struct buffer *line, const char *before, double x, const char *after) {
  char room[NUMBER_ROOM];
  number_print_short(room, rounded_up(x), 3);
  buffer_print(line, "%s%s%s", before, room, after);
}

void sampling_say_probability(struct buffer *line, const struct sampling_plan *p) {
  char room[NUMBER_ROOM];
  buffer_text(line, "with a probability of at least ");
  number_print_short(room, 1 - p->delta, 6);
  buffer_print(line, "%s ", room);
}

void sampling_say_plan(struct buffer *line, const struct sampling_plan *p, double epsilon) {
  sampling_say_bound(line, " (epsilon ", epsilon, ", delta ");
  buffer_number(line, p->delta);
  buffer_print(line, ", seed %llu).", (unsigned long long)p->seed);
}
