/* Scores of missing ties: known values, and the definitions on random graphs. */
#include "kernel/likely.h"

#include "kernel/known_graphs.h"
#include "tests/test.h"

static struct likely score_of(const struct graph *g, uint32_t u, uint32_t v, uint8_t between) {
  const uint32_t pair[1][2] = {{u, v}};
  struct likely l;
  assert_int_equal(likely_ties(&l, g, pair, &between, 1, NULL), KERNEL_DONE);
  return l;
}

static void three_and_thirty_four_of_karate_share_most(void **state) {
  (void)state;
  struct known_graph k;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  struct likely l = score_of(&k.g, 2, 33, 0);
  assert_near(l.adamic_adar, 4.71938126, 1e-8);
  assert_near(l.resource_allocation, 1.56666667, 1e-8);
  assert_near(l.jaccard, .28571429, 1e-8);
  assert_near(score_of(&k.g, 0, 33, 0).adamic_adar, 2.71101972, 1e-8);
  for (uint32_t u = 0; u < KARATE_NODES; u++)
    for (uint32_t v = u + 1; v < KARATE_NODES; v++)
      if (!known_tied(&k.g, u, v)) assert_true(score_of(&k.g, u, v, 0).adamic_adar <= l.adamic_adar);
  known_graph_free(&k);
}

/* Who is shared, from the definition: z is a neighbour of one end and, for ties of equals, of the other; for memberships of the other or of
 * one of its neighbours. */
static struct likely slow(const struct graph *g, uint32_t u, uint32_t v, bool between) {
  struct likely l = {0};
  uint32_t all = 0;
  for (uint32_t z = 0; z < g->nodes; z++) {
    bool at_u = known_tied(g, u, z), at_v = known_tied(g, v, z), by_u = false, by_v = false;
    for (uint32_t w = 0; w < g->nodes; w++) {
      by_u |= known_tied(g, u, w) && known_tied(g, w, z);
      by_v |= known_tied(g, v, w) && known_tied(g, w, z);
    }
    all += at_u || at_v;
    if (!(at_u && at_v) && !(between && ((at_u && by_v) || (at_v && by_u)))) continue;
    double k = (double)(g->first[z + 1] - g->first[z]);
    l.shared++;
    if (k > 1) l.adamic_adar += 1 / log(k);
    l.resource_allocation += 1 / k;
  }
  if (all) l.jaccard = (double)l.shared / all;
  return l;
}

static void scores_are_as_defined(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 51, 1);
  for (int round = 0; round < 40; round++) {
    struct known_graph k;
    known_random(&k, &c, 2 + (uint32_t)chance_below(&c, 14), false, 0.1 + 0.4 * chance_share(&c));
    for (uint32_t u = 0; u < k.g.nodes; u++)
      for (uint32_t v = u + 1; v < k.g.nodes; v++)
        for (uint8_t between = 0; between < 2; between++) {
          if (known_tied(&k.g, u, v)) continue;
          struct likely got = score_of(&k.g, u, v, between), want = slow(&k.g, u, v, between);
          assert_int_equal(got.shared, want.shared);
          assert_near(got.adamic_adar, want.adamic_adar, 1e-12);
          assert_near(got.resource_allocation, want.resource_allocation, 1e-12);
          assert_near(got.jaccard, want.jaccard, 1e-12);
        }
    known_graph_free(&k);
  }
}

static void an_isolate_shares_nothing(void **state) {
  (void)state;
  struct known_graph k;
  static const uint32_t ties[1][2] = {{0, 1}};
  known_graph_start(&k, 4, false, ties, 1, NULL);
  struct likely l = score_of(&k.g, 2, 3, 1);
  assert_int_equal(l.shared, 0);
  assert_near(l.adamic_adar + l.resource_allocation + l.jaccard, 0, 0);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(three_and_thirty_four_of_karate_share_most),
      cmocka_unit_test(scores_are_as_defined),
      cmocka_unit_test(an_isolate_shares_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
