/* Small dense linear algebra: eigenvalues of symmetric matrices, linear systems. Matrices are n x n, row after row. */
#ifndef NONET_KERNEL_DENSE_H
#define NONET_KERNEL_DENSE_H

#include "kernel/graph.h"

#include <stddef.h>

/* All eigenvalues of a symmetric matrix, ascending, in value[n]. With `vectors`, a's columns become the eigenvectors, of length 1, the
 * entry of greatest size above 0 (the first of several); else a is spoiled. False in *settled (may not happen) if the iteration did not
 * end. O(n^3): about 4/3 n^3 without vectors, 9 n^3 with. */
enum kernel_code dense_eigen(double *value, bool *settled, double *a, size_t n, bool vectors, const struct kernel_watch *watch);

/* Solve a x = b in place, for `count` right sides that stand in b one after the other; a is spoiled. Gauss with the greatest pivot of each
 * column. False in *regular, and b without meaning, where a is singular. O(n^3 / 3 + count n^2). */
enum kernel_code dense_solve(bool *regular, double *a, double *b, size_t n, size_t count, const struct kernel_watch *watch);

#endif
