/* Measures estimated from samples, with a guarantee: --samples auto|vc|N --epsilon E --delta D. */
#ifndef NONET_MEASURE_SAMPLING_H
#define NONET_MEASURE_SAMPLING_H

#include "measure/measure.h"

#define SAMPLING_EPSILON 0.01
#define SAMPLING_DELTA 0.1

/* Each adds a line to shared->sampled: epsilon, delta, samples and seed. NONET_EUSAGE: with weights, and numbers out of range. */
measure_function sampling_betweenness;
measure_function sampling_closeness;
measure_function sampling_harmonic;

#endif
