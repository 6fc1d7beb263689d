/* The arrays of ends: who stands at the far end of each tie of a node.
 *
 * How: ties are counted at their nodes, put into the rows in the order of ties, and then turned over once: walking the rows of all nodes in
 * order and giving each end to its far node leaves every row ascending by (other, tie) without a sort.
 *   row of u, ties ascending:  u: t1 t4 ...   for u = 0, 1, 2 ..  ->  other[row of v] gets u with t
 * O(n + m), one temporary of 4 bytes an end. */
#include "base/memory.h"
#include "net/build.h"

#include <stdlib.h>

static uint32_t far_end(const nonet *n, uint32_t t, uint32_t v) {
  return n->tie_from[t] == v ? n->tie_to[t] : n->tie_from[t];
}

/* The rows with their ties in the order of ties. */
static void fill_rows(uint32_t *row_tie, uint64_t *at, const nonet *n) {
  for (uint32_t v = 0; v < n->nodes; v++)
    at[v] = n->end_first[v];
  for (uint32_t t = 0; t < n->ties; t++) {
    row_tie[at[n->tie_from[t]]++] = t;
    row_tie[at[n->tie_to[t]]++] = t;
  }
}

static void turn_over(nonet *n, const uint32_t *row_tie, uint64_t *at) {
  for (uint32_t v = 0; v < n->nodes; v++)
    at[v] = n->end_first[v];
  for (uint32_t u = 0; u < n->nodes; u++)
    for (uint64_t e = n->end_first[u]; e < n->end_first[u + 1]; e++) {
      uint64_t place = at[far_end(n, row_tie[e], u)]++;
      n->end_other[place] = u;
      n->end_tie[place] = row_tie[e];
    }
}

nonet_code net_build_ends(nonet *n, nonet_err *err) {
  uint64_t ends = 2 * (uint64_t)n->ties;
  n->end_first = memory_zeroed((size_t)n->nodes + 1, sizeof *n->end_first);
  n->end_other = memory_array(ends, sizeof *n->end_other);
  n->end_tie = memory_array(ends, sizeof *n->end_tie);
  uint32_t *row_tie = memory_array(ends, sizeof *row_tie);
  uint64_t *at = memory_array(n->nodes, sizeof *at);
  nonet_code code = n->end_first && n->end_other && n->end_tie && row_tie && at ? NONET_OK : error_memory(err);
  if (!code) {
    for (uint32_t t = 0; t < n->ties; t++) {
      n->end_first[n->tie_from[t] + 1]++;
      n->end_first[n->tie_to[t] + 1]++;
    }
    for (uint32_t v = 0; v < n->nodes; v++)
      n->end_first[v + 1] += n->end_first[v];
    fill_rows(row_tie, at, n);
    turn_over(n, row_tie, at);
  }
  free(row_tie);
  free(at);
  return code;
}
