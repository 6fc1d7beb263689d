/* Stress and load against sums over all pairs. */
#include "kernel/stress.h"

#include "kernel/judge.h"
#include "test.h"

static double judged_stress(const struct judge *j, uint32_t v, bool directed) {
  double sum = 0;
  for (uint32_t s = 0; s < j->n; s++)
    for (uint32_t t = 0; t < j->n; t++)
      if (s != t && s != v && t != v && isfinite(j->d[s][t]) && j->d[s][v] + j->d[v][t] == j->d[s][t])
        sum += j->paths[s][v] * j->paths[v][t];
  return directed ? sum : sum / 2;
}

/* What of a packet from s to t comes to v: all of it at s, else parts from the nodes before v. */
static double comes_to(const struct judge *j, const struct built *b, double per, uint32_t s, uint32_t t, uint32_t v) {
  double sum = 0;
  if (v == s) return 1;
  for (uint32_t u = 0; u < j->n; u++) {
    double ways = 0, here = 0;
    for (uint32_t e = 0; e < b->g.edges; e++)
      for (int side = 0; side < (b->g.directed ? 1 : 2); side++) {
        uint32_t from = side ? b->head[e] : b->tail[e], to = side ? b->tail[e] : b->head[e];
        if (from != u || judge_length(b, e, per) + j->d[to][t] != j->d[u][t]) continue;
        ways++;
        here += to == v;
      }
    if (here > 0 && isfinite(j->d[s][u])) sum += comes_to(j, b, per, s, t, u) * here / ways;
  }
  return sum;
}

static double judged_load(const struct judge *j, const struct built *b, double per, uint32_t v) {
  double sum = 0;
  for (uint32_t s = 0; s < j->n; s++)
    for (uint32_t t = 0; t < j->n; t++)
      if (s != t && s != v && t != v && isfinite(j->d[s][t]) && isfinite(j->d[v][t])) sum += comes_to(j, b, per, s, t, v);
  return b->g.directed ? sum : sum / 2;
}

static void random_networks_agree_with_sums_over_pairs(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 31, 0);
  for (int round = 0; round < 160; round++) {
    bool lengths = round % 4 > 1;
    double per = lengths ? 6 : 1, got_stress[JUDGE_MOST], got_load[JUDGE_MOST];
    struct built b = built_random(&c, (uint32_t)chance_below(&c, 10), 0.1 + 0.5 * chance_share(&c), round % 2, lengths ? 4 : 0, per);
    struct judge j;
    judge_start(&j, &b, per);
    assert_int_equal(stress(got_stress, &b.g, NULL), KERNEL_DONE);
    assert_int_equal(load(got_load, &b.g, NULL), KERNEL_DONE);
    for (uint32_t v = 0; v < b.g.nodes; v++) {
      assert_near(got_stress[v], judged_stress(&j, v, b.g.directed), 0);
      assert_near(got_load[v], judged_load(&j, &b, per, v), 1e-12);
    }
    built_free(&b);
  }
}

static void packets_split_at_the_fork_not_by_paths(void **state) {
  /* From 0 to 5: 0 -> 1 -> 3 -> 5, 0 -> 1 -> 4 -> 5, 0 -> 2 -> 4 -> 5: node 2 is on one path of three, and gets half of the packet. */
  struct built b = built_text("6: 0-1 0-2 1-3 1-4 2-4 3-5 4-5", true);
  double got[6];
  (void)state;
  assert_int_equal(load(got, &b.g, NULL), KERNEL_DONE);
  assert_near(got[2], 0.5 + 0.5, 1e-15); /* from 0 to 5, and from 0 to 4 */
  assert_int_equal(stress(got, &b.g, NULL), KERNEL_DONE);
  assert_near(got[2], 2, 0);
  built_free(&b);
}

static void more_paths_than_a_double_holds_are_refused(void **state) {
  enum { LAYERS = 1100 }; /* of two nodes each, all tied to all of the next: 2^1100 paths */
  uint32_t(*pairs)[2] = memory_array(4 * LAYERS, sizeof *pairs), m = 0;
  double *got = memory_array(2 * LAYERS, sizeof *got);
  (void)state;
  for (uint32_t l = 0; l + 1 < LAYERS; l++)
    for (uint32_t i = 0; i < 4; i++)
      pairs[m][0] = 2 * l + i / 2, pairs[m++][1] = 2 * l + 2 + i % 2;
  uint64_t *first = memory_zeroed(2 * LAYERS + 1, sizeof *first), *in_first = memory_zeroed(2 * LAYERS + 1, sizeof *first);
  uint32_t *to = memory_array(m, sizeof *to), *in_to = memory_array(m, sizeof *to), *edge = memory_array(m, sizeof *edge);
  for (uint32_t v = 0; v < 2 * LAYERS; v++) {
    first[v + 1] = first[v] + (v + 2 < 2 * LAYERS ? 2 : 0);
    in_first[v + 1] = in_first[v] + (v >= 2 ? 2 : 0);
  }
  for (uint32_t e = 0; e < m; e++)
    to[e] = pairs[e][1], edge[e] = e, in_to[e] = 2 * (e / 4) + e % 2;
  struct graph g = {.nodes = 2 * LAYERS,
                    .edges = m,
                    .directed = true,
                    .first = first,
                    .in_first = in_first,
                    .to = to,
                    .in_to = in_to,
                    .edge = edge,
                    .in_edge = edge};
  assert_int_equal(stress(got, &g, NULL), KERNEL_TOO_MANY_PATHS);
  assert_int_equal(load(got, &g, NULL), KERNEL_DONE); /* packets are not counted by paths */
  assert_true(isfinite(got[LAYERS]));
  free(pairs), free(got), free(first), free(in_first), free(to), free(in_to), free(edge);
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void it_stops_when_told_to(void **state) {
  struct built b = built_text("3: 0-1 1-2", false);
  struct kernel_watch watch = {.go_on = never, .threads = 1};
  double got[3];
  (void)state;
  assert_int_equal(stress(got, &b.g, &watch), KERNEL_STOPPED);
  assert_int_equal(load(got, &b.g, &watch), KERNEL_STOPPED);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks_agree_with_sums_over_pairs),
      cmocka_unit_test(packets_split_at_the_fork_not_by_paths),
      cmocka_unit_test(more_paths_than_a_double_holds_are_refused),
      cmocka_unit_test(it_stops_when_told_to),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
