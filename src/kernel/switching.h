/* Shortest paths over several layers when a change of layer has a price. */
#ifndef NONET_KERNEL_SWITCHING_H
#define NONET_KERNEL_SWITCHING_H

#include "kernel/supra.h"

/* A path goes along the ties of layers and may begin and end in any; where two ties that follow each other are of different layers, `price`
 * (0 or more) is added to their lengths (above 0). Two paths are the same only if all their ties and layers are. Takes a supra that is not
 * successive. O(n (arcs + sum of squared layers of a node) log) */

/* Of each node how many others it reaches, and the sum of their distances; distance (n * n entries, may be NULL): of each pair, INFINITY
 * where there is no path. */
enum kernel_code switching_distances(double *reached, double *sum, double *distance, const struct supra *s, double price,
                                     const struct kernel_watch *watch);

/* Raw betweenness: over unordered pairs of others (ordered when directed) the share of their shortest paths that go through a node.
 * KERNEL_TOO_MANY_PATHS: more than a double can count. */
enum kernel_code switching_betweenness(double *out, const struct supra *s, double price, const struct kernel_watch *watch);

/* From one node: the least length to another, INFINITY where there is no path. */
enum kernel_code switching_distance(double *out, const struct supra *s, double price, uint32_t from, uint32_t to);

#endif
