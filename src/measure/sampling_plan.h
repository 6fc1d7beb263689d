/* What is asked of samples, and the words that stand under all estimates. */
#ifndef NONET_MEASURE_SAMPLING_PLAN_H
#define NONET_MEASURE_SAMPLING_PLAN_H

#include "base/buffer.h"
#include "measure/measure.h"

struct sampling_plan {
  enum { UNTIL_GUARANTEED, BY_DIMENSION, SO_MANY } how;
  double samples, epsilon, delta; /* samples: of SO_MANY */
  uint64_t seed;
};

/* NONET_EUSAGE: weights, numbers out of range. */
nonet_code sampling_plan_read(struct sampling_plan *out, const struct measure_ask *ask, nonet_err *err);

/* `before`, three digits of x, rounded up, `after`. */
void sampling_say_bound(struct buffer *line, const char *before, double x, const char *after);

/* "with a probability of at least 0.9 " */
void sampling_say_probability(struct buffer *line, const struct sampling_plan *p);

/* " (epsilon 0.01, delta 0.1, seed 0)." */
void sampling_say_plan(struct buffer *line, const struct sampling_plan *p, double epsilon);

#endif
