/* Square matrices of all nodes: what slow second methods compute with. */
#ifndef NONET_MEASURE_SQUARE_H
#define NONET_MEASURE_SQUARE_H

#include "measure/measure.h"

#include <stddef.h>

/* `count` matrices of n x n zeros, one after the other, n the nodes of g; NONET_ELIMIT above 3000 nodes, naming the measure. Yours to free.
 */
nonet_code square_zeros(double **out, size_t count, const struct graph *g, const char *measure, nonet_err *err);

/* Add to a (n x n) for each arc u -> v its strength, or 1, times `by`, in row u. */
void square_add_arcs(double *a, const struct graph *g, double by);

#endif
