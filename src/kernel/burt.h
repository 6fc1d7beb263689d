/* Burt's structural holes: effective size, efficiency, hierarchy, and who constrains whom. */
#ifndef NONET_KERNEL_BURT_H
#define NONET_KERNEL_BURT_H

#include "kernel/graph.h"

/* Arrays of the caller; each may be NULL. z_ij is the strength of i and j's ties both ways (1 for each edge without strengths), p_ij = z_ij
 * / sum of z_i*, m_jq = z_jq / greatest z_j*. N is the number of i's contacts. Strengths are above 0. NaN where undefined: all for an
 * isolate. */
struct burt {
  double *effective_size; /* n: sum over contacts j of 1 - sum over q other than i, j of p_iq m_jq; unweighted: N less the mean degree among
                             them */
  double *efficiency;     /* n: effective size / N */
  double *hierarchy;      /* n: sum of r ln r / (N ln N), r = c_ij / mean of c_i*; NaN also for a single contact */
  double *by_head;        /* m: c_ij of i = tail, j = head: (p_ij + sum over q of p_iq p_qj)^2, how far j constrains i */
  double *by_tail;        /* m: c_ij of i = head, j = tail */
};

/* O(sum over i of the degrees of its neighbours). */
enum kernel_code burt(struct burt *out, const struct graph *g, const struct kernel_watch *watch);

#endif
