/* The leading eigenvector of a network that need not be connected: value x(v) = sum over arcs u -> v of strength x(u). */
#ifndef NONET_MEASURE_LEADING_H
#define NONET_MEASURE_LEADING_H

#include "kernel/supra.h"
#include "measure/measure.h"

/* x (n entries) with a greatest entry of 1, left as it is where the vector is not unique (no ties, no cycle, several leaders). *value, the
 * greatest eigenvalue (0 without ties or cycles), may be NULL. One run of ARPACK for each part that may lead. */
nonet_code leading_vector(double *x, double *value, const struct graph *g, const struct run *run, nonet_err *err);

/* The same vector by its definition: x <- x + A' x, over and over. Slow. */
nonet_code leading_by_adding(double *x, const struct graph *g, const struct run *run, nonet_err *err);

/* The same of layers: x has an entry for each state, in the even form (kernel/supra.h), coupling omega above 0. */
nonet_code leading_of_layers(double *x, double *value, const struct supra *s, double omega, const struct run *run, nonet_err *err);
nonet_code leading_of_layers_by_adding(double *x, const struct supra *s, double omega, const struct run *run, nonet_err *err);

/* Only the value. */
nonet_code leading_value(double *value, const struct graph *g, const struct run *run, nonet_err *err);

/* --normalised: divide by the length of x, so that the squares add up to 1. NaN stays NaN. */
void leading_unit_length(double *x, uint32_t nodes);

#endif
