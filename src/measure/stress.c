/* Stress and load, two relatives of betweenness.
 *
 * Betweenness gives each pair 1 to share out; stress counts every shortest path in full; load sends one packet from each to each that is
 * split equally at every fork. Where all shortest paths are single the three are equal. The second methods follow the definitions pair by
 * pair.
 *
 * Sources: (1) A. Shimbel 1953, Structural parameters of communication networks, doi:10.1007/BF02476438; (2) K.-I. Goh, B. Kahng, D. Kim
 * 2001, doi:10.1103/PhysRevLett.87.278701; (3) U. Brandes 2008, doi:10.1016/j.socnet.2007.11.001. */
#include "kernel/stress.h"
#include "base/memory.h"
#include "measure/pass.h"
#include "measure/path_counts.h"

#include <math.h>
#include <stdlib.h>

/* --normalised: by the number of pairs of others, ordered where directed. */
static void scale(double *out, const struct measure_ask *ask) {
  double n = ask->net->nodes, pairs = (n - 1) * (n - 2) / (ask->net->directed ? 1 : 2);
  for (uint32_t v = 0; ask->normalised && v < ask->net->nodes; v++)
    out[v] = n > 2 ? out[v] / pairs : (double)NAN;
}

static nonet_code stress_by_kernel(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  return pass_result(stress(out, ask->simple, &watch), ask, err);
}

static nonet_code load_by_kernel(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  nonet_code code = pass_result(load(out, ask->simple, &watch), ask, err);
  if (!code) scale(out, ask);
  return code;
}

/* ---- by the definitions ---- */

static nonet_code stress_by_pairs(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct path_counts p;
  nonet_code code = path_counts(&p, ask, NULL, err);
  size_t n = p.nodes;
  for (size_t v = 0; !code && v < n; v++) {
    double sum = 0;
    for (size_t s = 0; s < n; s++)
      for (size_t t = 0; t < n; t++)
        if (s != t && s != v && t != v && path_counts_equal(&p, s, t, p.distance[s * n + v] + p.distance[v * n + t]))
          sum += p.count[s * n + v] * p.count[v * n + t];
    out[v] = ask->simple->directed ? sum : sum / 2;
    code = run_check(ask->run, err);
  }
  path_counts_free(&p);
  return code;
}

/* Hand on what came to v, nodes in order of their distance to t; `here` is what each has. Returns nothing for t itself. */
static void pass_on(double *here, const struct path_counts *p, const struct graph *g, size_t v, size_t t) {
  for (int splitting = 0, ways = 0; splitting < 2; splitting++)
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
      double length = g->length ? g->length[g->edge[a]] : 1;
      if (!path_counts_equal(p, v, t, length + p->distance[g->to[a] * p->nodes + t])) continue;
      if (splitting)
        here[g->to[a]] += here[v] / ways;
      else
        ways++;
    }
}

/* The next node by distance to t after those done; NONET_NONE when there is none. */
static uint32_t farthest(const struct path_counts *p, const bool *done, size_t t) {
  uint32_t found = NONET_NONE;
  for (uint32_t v = 0; v < p->nodes; v++) {
    double d = p->distance[v * p->nodes + t];
    if (done[v] || isinf(d) || v == t) continue;
    if (found == NONET_NONE || d > p->distance[found * p->nodes + t]) found = v;
  }
  return found;
}

/* One packet to t from each, and what passes through the others. */
static void packets_to(double *out, double *here, bool *done, const struct path_counts *p, const struct graph *g, size_t t) {
  for (size_t v = 0; v < p->nodes; v++)
    here[v] = 1, done[v] = false;
  for (uint32_t v = farthest(p, done, t); v != NONET_NONE; v = farthest(p, done, t)) {
    pass_on(here, p, g, v, t);
    out[v] += here[v] - 1;
    done[v] = true;
  }
}

static nonet_code load_by_packets(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct path_counts p;
  nonet_code code = path_counts(&p, ask, NULL, err);
  double *here = memory_array(p.nodes, sizeof *here);
  bool *done = memory_array(p.nodes, sizeof *done);
  if (!code && (!here || !done)) code = error_memory(err);
  for (size_t v = 0; v < p.nodes; v++)
    out[v] = 0;
  for (size_t t = 0; !code && t < p.nodes; t++) {
    packets_to(out, here, done, &p, ask->simple, t);
    code = run_check(ask->run, err);
  }
  for (size_t v = 0; v < p.nodes && !ask->simple->directed; v++)
    out[v] /= 2;
  if (!code) scale(out, ask);
  free(here);
  free(done);
  path_counts_free(&p);
  return code;
}

#define COST "O(nm), weighted O(nm log n)"

static const struct measure_row rows[] = {
    {.info = {.name = "load",
              .title = "Load",
              .summary = "How much passes through a partner when each sends to each and every fork is taken in equal parts.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "sum over pairs s, t of others of the share of a packet from s to t, split equally among the next nodes that are "
                         "nearest to t, that passes through the node",
              .convention = "raw sum over unordered pairs, the mean of both ways (over ordered pairs when directed, packets go along the "
                            "arcs); simple network; --weighted: shortest by length, 1/strength; pairs without a path add nothing",
              .undefined = "0 for an isolate; with --normalised undefined in a network of fewer than 3 nodes",
              .source = "Goh, K.-I., Kahng, B., Kim, D. (2001) Universal behavior of load distribution in scale-free networks, "
                        "doi:10.1103/PhysRevLett.87.278701; Brandes, U. (2008), doi:10.1016/j.socnet.2007.11.001",
              .cost = COST,
              .normalised = "(n-1)(n-2)/2, or (n-1)(n-2) when directed",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .gaps = MEASURE_DEFINED_RAW,
     .plain = load_by_packets,
     .fast = load_by_kernel},
    {.info = {.name = "stress",
              .title = "Stress",
              .summary = "How many of the shortest ways between others lead through a partner, every one counted.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "sum over pairs s, t of others of the number of shortest paths s-t through the node",
              .convention = "a count over unordered pairs (ordered when directed); simple network; --weighted: shortest by length, "
                            "1/strength; a count beyond the range of numbers is refused",
              .undefined = "0 for an isolate",
              .source = "Shimbel, A. (1953) Structural parameters of communication networks, doi:10.1007/BF02476438; Brandes, U. (2008), "
                        "doi:10.1016/j.socnet.2007.11.001",
              .cost = COST,
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .plain = stress_by_pairs,
     .fast = stress_by_kernel},
};

const struct measure_rows stress_rows = {rows, sizeof rows / sizeof *rows};
