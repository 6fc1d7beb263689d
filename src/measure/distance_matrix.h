/* The matrix of all distances through igraph: the slow second method of every measure of distance. */
#ifndef NONET_MEASURE_DISTANCE_MATRIX_H
#define NONET_MEASURE_DISTANCE_MATRIX_H

#include "measure/measure.h"

/* n x n numbers, row by row: from, to; INFINITY where there is no path. Yours to free. O(n^2) memory. */
nonet_code distance_matrix(double **out, const struct measure_ask *ask, nonet_err *err);

#endif
