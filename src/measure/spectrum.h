/* The leading eigenvalue of a connected part of a network, and its positive vector (Perron's). */
#ifndef NONET_MEASURE_SPECTRUM_H
#define NONET_MEASURE_SPECTRUM_H

#include "kernel/supra.h"
#include "measure/measure.h"

/* A part: nodes that are all connected (strongly, when the graph is directed), and the arcs among them.
 * place[v] is v's index in node[], read only for nodes of the part: those with part[v] == number. */
struct spectrum_part {
  const struct graph *g;
  const uint32_t *node, *place, *part;
  uint32_t number, count;
  const struct supra
      *supra; /* g is of its states, which are coupled by omega: a part holds all states of a node, in the even form; or NULL */
  double omega;
};

/* vector (count entries, all above 0, length 1) and value, with value x vector[v] = sum over arcs u -> v of strength x vector[u]. A part of
 * one node has value 0. Through ARPACK; NONET_ELIMIT when it does not converge. */
nonet_code spectrum_leading(double *vector, double *value, const struct spectrum_part *p, const struct run *run, nonet_err *err);

/* No eigenvalue of the part is greater: the greatest sum over walks of two arcs, square root; with coupling that of a row. O(arcs). */
double spectrum_bound(const struct spectrum_part *p);

/* Group nodes by part: node[start[p] .. start[p + 1]) are those of part p, place[v] counts within it. Arrays of n, n and parts + 1. */
void spectrum_group(uint32_t *node, uint32_t *place, uint32_t *start, const uint32_t *part, uint32_t parts, uint32_t nodes);

#endif
