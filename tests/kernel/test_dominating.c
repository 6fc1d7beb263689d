/* Dominating sets by trying every set of nodes. */
#include "kernel/dominating.h"

#include "kernel/known_graphs.h"

static uint32_t covered(const struct graph *g, uint32_t set) {
  uint32_t all = set;
  for (uint32_t v = 0; v < g->nodes; v++)
    for (uint64_t a = g->first[v]; set >> v & 1 && a < g->first[v + 1]; a++)
      all |= 1u << g->to[a];
  return all;
}

static uint32_t set_of(const uint32_t *node, uint32_t count) {
  uint32_t set = 0;
  for (uint32_t i = 0; i < count; i++) {
    assert_true(i == 0 || node[i - 1] < node[i]);
    set |= 1u << node[i];
  }
  return set;
}

static uint32_t ones(uint32_t x) {
  uint32_t count = 0;
  for (; x; x &= x - 1)
    count++;
  return count;
}

static void check(const struct graph *g, uint32_t need, uint32_t may, uint64_t effort) {
  uint8_t needs[32], mays[32];
  struct dominating d;
  uint32_t least = UINT32_MAX;
  for (uint32_t v = 0; v < g->nodes; v++) {
    needs[v] = need >> v & 1;
    mays[v] = may >> v & 1;
  }
  for (uint32_t set = 0; set < 1u << g->nodes; set++)
    if ((set & ~may) == 0 && (need & ~covered(g, set)) == 0 && ones(set) < least) least = ones(set);
  struct dominating_question q = {needs, mays, effort};
  assert_int_equal(dominating_start(&d, g, &q, NULL), KERNEL_DONE);
  if (least == UINT32_MAX) {
    assert_true(d.uncovered < g->nodes && need >> d.uncovered & 1 && !d.node);
  } else {
    assert_int_equal(d.uncovered, DOMINATING_NONE);
    assert_true(d.bound <= least && least <= d.size);
    if (!effort) assert_true(d.bound == least && d.size == least);
    uint32_t set = set_of(d.node, d.size);
    assert_int_equal(ones(set), d.size);
    assert_int_equal(set & ~may, 0);
    assert_int_equal(need & ~covered(g, set), 0);
  }
  dominating_free(&d);
}

static void random_networks_have_the_least_that_trying_finds(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 9, 0);
  for (int round = 0; round < 300; round++) {
    struct known_graph k;
    uint32_t n = (uint32_t)chance_below(&c, 12), all = (1u << n) - 1;
    known_random(&k, &c, n, round % 2, 0.5 * chance_share(&c));
    check(&k.g, all, all, 0);
    check(&k.g, all, all, 1);
    check(&k.g, (uint32_t)chance_next(&c) & all, (uint32_t)chance_next(&c) & all, 0);
    known_graph_free(&k);
  }
}

static void two_women_attend_all_events_and_three_events_reach_all_women(void **state) {
  struct known_graph k;
  struct dominating d;
  uint8_t women[DAVIS_NODES] = {0}, events[DAVIS_NODES] = {0};
  (void)state;
  for (uint32_t v = 0; v < DAVIS_NODES; v++)
    *(v < DAVIS_WOMEN ? &women[v] : &events[v]) = 1;
  known_graph_start(&k, DAVIS_NODES, false, KNOWN(davis), NULL);
  assert_int_equal(dominating_start(&d, &k.g, &(struct dominating_question){events, women, 0}, NULL), KERNEL_DONE);
  assert_true(d.size == 2 && d.bound == 2 && d.node[0] == 0 && d.node[1] == 13); /* Evelyn, Nora */
  dominating_free(&d);
  assert_int_equal(dominating_start(&d, &k.g, &(struct dominating_question){women, events, 0}, NULL), KERNEL_DONE);
  assert_true(d.size == 3 && d.bound == 3);
  dominating_free(&d);
  known_graph_free(&k);
}

static void four_members_reach_the_whole_karate_club(void **state) {
  struct known_graph k;
  struct dominating d;
  (void)state;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  assert_int_equal(dominating_start(&d, &k.g, &(struct dominating_question){0}, NULL), KERNEL_DONE);
  assert_true(d.size == 4 && d.bound == 4);
  dominating_free(&d);
  known_graph_free(&k);
}

/* A path of 3000 nodes: deep, but the shares prove a thousand at once. */
static void a_long_path_needs_a_third_of_its_nodes(void **state) {
  struct known_graph k;
  struct dominating d;
  static uint32_t pairs[2999][2];
  (void)state;
  for (uint32_t v = 0; v < 2999; v++)
    pairs[v][0] = v, pairs[v][1] = v + 1;
  known_graph_start(&k, 3000, false, (const uint32_t(*)[2])pairs, 2999, NULL);
  assert_int_equal(dominating_start(&d, &k.g, &(struct dominating_question){0}, NULL), KERNEL_DONE);
  assert_true(d.bound == 1000 && d.size >= 1000 && d.size <= 1100);
  dominating_free(&d);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks_have_the_least_that_trying_finds),
      cmocka_unit_test(two_women_attend_all_events_and_three_events_reach_all_women),
      cmocka_unit_test(four_members_reach_the_whole_karate_club),
      cmocka_unit_test(a_long_path_needs_a_third_of_its_nodes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
