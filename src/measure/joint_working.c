/* Joint working: how much the partners work together, as a mean over all their possible pairs; the index whose change `nonet changes`
 * splits.
 *
 * How: strategy by strategy. Unweighted, each of its k partners works with k - 1 others; weighted, with strengths in ascending order, the
 * i-th is the smaller in as many pairs as come behind it.
 *
 * Sources: (1) R. L. Breiger 1974, doi:10.2307/2576011, for shared strategies. The index is nonet's own. */
#include "base/memory.h"
#include "measure/partners.h"

#include <math.h>
#include <stdlib.h>

/* The far end of a run of ties of v that begins at end e, their number and strength; the next run begins at *next. */
struct run_of_ties {
  uint32_t other;
  double ties, strength;
  uint64_t next;
};

static struct run_of_ties run_at(const nonet *n, uint32_t v, uint64_t e) {
  struct run_of_ties r = {.other = n->end_other[e], .next = e};
  for (; r.next < n->end_first[v + 1] && n->end_other[r.next] == r.other; r.next++)
    r.ties++, r.strength += net_tie_strength(n, n->end_tie[r.next]);
  return r;
}

static double possible(const nonet *n, uint32_t strategies) {
  double partners = (double)n->nodes - strategies;
  return partners * (partners - 1) / 2;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

/* All pairs of a strategy's partners. */
static double through(uint32_t s, const nonet *n, const bool *strategy, bool weighted, double *strength) {
  size_t partners = 0;
  double sum = 0;
  for (uint64_t e = n->end_first[s]; e < n->end_first[s + 1];) {
    struct run_of_ties r = run_at(n, s, e);
    if (!strategy[r.other]) strength[partners++] = weighted ? r.strength : 1;
    e = r.next;
  }
  if (partners) qsort(strength, partners, sizeof *strength, ascending);
  for (size_t i = 0; i < partners; i++)
    sum += strength[i] * (double)(partners - 1 - i);
  return sum;
}

static nonet_code by_strategies(double *out, const struct measure_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  uint32_t strategies;
  double sum = 0, *strength = memory_array(n->nodes, sizeof *strength);
  bool *strategy = partners_strategies(&strategies, n), ready = strategy && strength;
  for (uint32_t v = 0; ready && v < n->nodes; v++) {
    if (strategy[v]) sum += through(v, n, strategy, ask->weighted, strength);
    for (uint64_t e = n->end_first[v]; !strategy[v] && e < n->end_first[v + 1];) {
      struct run_of_ties r = run_at(n, v, e);
      if (!strategy[r.other] && r.other > v) sum += ask->weighted ? r.strength : r.ties;
      e = r.next;
    }
  }
  if (ready && possible(n, strategies) > 0) *out = sum / possible(n, strategies);
  free(strategy);
  free(strength);
  return ready ? NONET_OK : error_memory(err);
}

/* ---- pair by pair ---- */

/* Of all ties between two nodes: their number, or strength. */
static double between(const nonet *n, uint32_t u, uint32_t v, bool weighted) {
  double sum = 0;
  for (uint64_t e = n->end_first[u]; e < n->end_first[u + 1]; e++)
    if (n->end_other[e] == v) sum += weighted ? net_tie_strength(n, n->end_tie[e]) : 1;
  return sum;
}

static nonet_code by_pairs(double *out, const struct measure_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  uint32_t strategies;
  double sum = 0;
  bool *strategy = partners_strategies(&strategies, n);
  nonet_code code = strategy ? NONET_OK : error_memory(err);
  for (uint32_t u = 0; !code && u < n->nodes; u++) {
    for (uint32_t v = u + 1; !strategy[u] && v < n->nodes; v++) {
      if (strategy[v]) continue;
      sum += between(n, u, v, ask->weighted);
      for (uint32_t s = 0; strategies && s < n->nodes; s++) {
        double one = strategy[s] ? between(n, u, s, ask->weighted) : 0, other = one > 0 ? between(n, v, s, ask->weighted) : 0;
        if (one > 0 && other > 0) sum += ask->weighted ? fmin(one, other) : 1;
      }
    }
    code = run_check(ask->run, err);
  }
  if (!code && possible(n, strategies) > 0) *out = sum / possible(n, strategies);
  free(strategy);
  return code;
}

static const struct measure_row rows[] = {
    {.info =
         {.name = "joint-working",
          .title = "Joint-working index",
          .summary = "How much the partners work together: in how many strategies and ties two of them meet on average.",
          .scope = NONET_OF_WHOLE,
          .low = 0,
          .high = INFINITY,
          .formula = "sum over pairs of partners of (strategies that both are tied to + ties between the two) / possible pairs of partners",
          .convention = "--weighted a strategy counts the smaller of the two strengths, a tie its own; repeated ties between two partners "
                        "count each, those to a strategy once; loops are left out; " PARTNERS_TIED PARTNERS_OF_MODES
                        "; direction is left out of account; 'nonet changes' splits how it changes",
          .undefined = "undefined for fewer than 2 partners; it cannot tell how well they work together, only in how much they meet",
          .source = "nonet's own, on shared strategies as in Breiger, R. L. (1974) The duality of persons and groups, doi:10.2307/2576011",
          .cost = "O(m log m)",
          .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .sees_all_ties = true,
     .loops_left_out = true,
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = by_pairs,
     .fast = by_strategies},
};

const struct measure_rows joint_working_rows = {rows, sizeof rows / sizeof *rows};
