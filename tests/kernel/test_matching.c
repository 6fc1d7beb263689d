/* Greatest matchings: that what comes is one, and that no other has more pairs. */
#include "kernel/built.h"
#include "kernel/matching.h"
#include "tests/test.h"

#define MOST 14

/* Two sides: odd and even nodes. */
static struct built random_sides(struct chance *c, uint32_t n, double density) {
  uint32_t pairs[MOST * MOST][2], m = 0;
  for (uint32_t v = 0; v < n; v++)
    for (uint32_t w = v + 1; w < n; w += 2)
      if (chance_share(c) < density) pairs[m][0] = v, pairs[m++][1] = w;
  return built_from(n, m, (const uint32_t(*)[2])pairs, false);
}

/* By trying: node v of the even side is left alone, or paired with each that is free. */
static uint32_t by_trying(const struct graph *g, uint32_t v, bool *taken) {
  if (v >= g->nodes) return 0;
  uint32_t best = by_trying(g, v + 2, taken);
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
    if (taken[g->to[a]]) continue;
    taken[g->to[a]] = true;
    uint32_t pairs = 1 + by_trying(g, v + 2, taken);
    taken[g->to[a]] = false;
    if (pairs > best) best = pairs;
  }
  return best;
}

static bool are_tied(const struct graph *g, uint32_t v, uint32_t w) {
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    if (g->to[a] == w) return true;
  return false;
}

static void random_graphs_have_as_many_pairs_as_trying_finds(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 43, 0);
  for (int round = 0; round < 400; round++) {
    uint32_t mate[MOST], pairs, paired = 0;
    bool left[MOST], taken[MOST] = {false};
    struct built b = random_sides(&c, (uint32_t)chance_below(&c, MOST + 1), chance_share(&c));
    for (uint32_t v = 0; v < b.g.nodes; v++)
      left[v] = v % 2 == 0;
    assert_int_equal(matching(mate, &pairs, &b.g, left, NULL), KERNEL_DONE);
    assert_int_equal(pairs, by_trying(&b.g, 0, taken));
    for (uint32_t v = 0; v < b.g.nodes; v++) {
      if (mate[v] == MATCHING_NONE) continue;
      assert_int_equal(mate[mate[v]], v);
      assert_true(are_tied(&b.g, v, mate[v]));
      paired++;
    }
    assert_int_equal(paired, 2 * pairs);
    built_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(random_graphs_have_as_many_pairs_as_trying_finds)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
