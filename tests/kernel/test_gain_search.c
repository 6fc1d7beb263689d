/* Choosing ties together: the best pairs of known networks, every set by brute force, bounds that hold, and new nodes. */
#include "kernel/gain_search.h"

#include "kernel/families.h"
#include "kernel/known_graphs.h"
#include "tests/test.h"

static uint32_t missing[1000][2];

static size_t find_missing(const struct graph *g, uint32_t of) {
  size_t count = 0;
  for (uint32_t u = 0; u < g->nodes; u++)
    for (uint32_t v = u + 1; v < g->nodes; v++)
      if (!known_tied(g, u, v) && (of == UINT32_MAX || of == u || of == v)) {
        assert_true(count < 1000);
        missing[count][0] = u, missing[count++][1] = v;
      }
  return count;
}

static struct gain_plan plan_of(struct gain_model *m, size_t count, uint32_t budget, bool submodular, uint64_t effort) {
  struct gain_plan p;
  struct gain_search_ask ask = {(const uint32_t(*)[2])missing, count, budget, submodular, effort};
  assert_int_equal(gain_search(&p, m, &ask, NULL), KERNEL_DONE);
  assert_int_equal(m->count, 0);
  return p;
}

/* The total gain of a set, by counting again. */
static int64_t gain_of(struct gain_model *m, const size_t *set, uint32_t count) {
  int64_t before, after;
  assert_int_equal(gain_model_points(&before, m, NULL), KERNEL_DONE);
  for (uint32_t i = 0; i < count; i++)
    assert_int_equal(gain_model_push(m, missing[set[i]][0], missing[set[i]][1]), KERNEL_DONE);
  assert_int_equal(gain_model_points(&after, m, NULL), KERNEL_DONE);
  while (m->count)
    gain_model_pop(m);
  return after - before;
}

static int64_t best_by_brute_force(struct gain_model *m, size_t count, uint32_t budget) {
  int64_t best = 0, gain;
  for (size_t i = 0; i < count; i++) {
    gain = gain_of(m, &i, 1);
    if (gain > best) best = gain;
    for (size_t j = i + 1; j < count && budget > 1; j++) {
      gain = gain_of(m, (size_t[]){i, j}, 2);
      if (gain > best) best = gain;
    }
  }
  return best;
}

static void best_two_of(const uint32_t (*ties)[2], size_t count, uint32_t nodes, double want) {
  struct known_graph k;
  struct gain_model m;
  known_graph_start(&k, nodes, false, ties, count, NULL);
  assert_int_equal(gain_model_start(&m, &k.g, GAIN_EFFICIENCY, &(struct gain_worth){0}, NULL), KERNEL_DONE);
  struct gain_plan p = plan_of(&m, find_missing(&k.g, UINT32_MAX), 2, false, 0);
  assert_int_equal(p.proof, GAIN_TRIED);
  assert_int_equal(p.total, p.bound);
  assert_true(p.gain[0] + p.gain[1] == p.total && p.total >= p.greedy);
  assert_int_equal(gain_of(&m, p.chosen, 2), p.total);
  assert_near(gain_model_value(&m, p.total), want, 1e-8);
  gain_plan_free(&p);
  gain_model_free(&m);
  known_graph_free(&k);
}

/* Values by a script that recounts every pair of missing ties with networkx. */
static void the_best_two_ties_of_known_networks_are_found(void **state) {
  (void)state;
  best_two_of(KNOWN(florence), FLORENCE_NODES, .04031746031746033);
  best_two_of(KNOWN(karate), KARATE_NODES, .02492572786690477);
}

/* Every goal: a plan gains what it says, no more than its bound, and where it is proved, nothing gains more. */
static void judge(const struct graph *g, enum gain_goal goal, const struct gain_worth *w, uint32_t of, bool submodular) {
  struct gain_model m;
  assert_int_equal(gain_model_start(&m, g, goal, w, NULL), KERNEL_DONE);
  size_t count = find_missing(g, of);
  for (uint32_t budget = 1; budget < 3; budget++)
    for (int small = 0; small < 2; small++) {
      struct gain_plan p = plan_of(&m, count, budget, submodular, small ? 1 : 0);
      int64_t best = best_by_brute_force(&m, count, budget);
      int64_t sum = 0;
      for (uint32_t i = 0; i < p.count; i++)
        sum += p.gain[i];
      assert_int_equal(sum, p.total);
      assert_int_equal(gain_of(&m, p.chosen, p.count), p.total);
      assert_true(p.bound >= best);
      assert_true(p.greedy <= p.total && p.total <= best);
      if (p.proof != GAIN_UNPROVED) assert_int_equal(p.total, best);
      if (submodular) assert_true((double)p.greedy >= (1 - exp(-1)) * (double)best - 1e-9);
      gain_plan_free(&p);
    }
  gain_model_free(&m);
}

static void plans_gain_what_they_say_and_no_set_more_than_the_bound(void **state) {
  (void)state;
  struct chance c;
  uint8_t side[16];
  chance_start(&c, 61, 1);
  for (int round = 0; round < 24; round++) {
    struct known_graph k;
    bool directed = round % 3 == 2;
    known_random(&k, &c, 3 + (uint32_t)chance_below(&c, directed ? 4 : 6), directed, 0.1 + 0.4 * chance_share(&c));
    uint32_t of = (uint32_t)chance_below(&c, k.g.nodes);
    for (int goal = 0; goal < GAIN_GOALS; goal++) {
      if (directed && (goal == GAIN_CUT_POINTS || goal == GAIN_BRIDGES)) continue; /* direction is left out of these */
      struct gain_worth w = {.counts_steps = goal == GAIN_COVERAGE, .within = 2, .side = goal == GAIN_CLOSENESS ? side : NULL};
      for (uint32_t v = 0; v < k.g.nodes; v++)
        side[v] = (uint8_t)chance_below(&c, 4);
      judge(&k.g, (enum gain_goal)goal, &w, UINT32_MAX, false);
    }
    for (uint32_t v = 0; v < k.g.nodes; v++)
      side[v] = v == of ? 1 : 2;
    judge(&k.g, GAIN_COVERAGE,
          &(struct gain_worth){.counts_steps = true, .one_way = directed, .within = 1 + (uint32_t)round % 3, .side = side}, of, true);
    known_graph_free(&k);
  }
}

static void ties_to_one_node_are_chosen_nearly_as_well_as_can_be(void **state) {
  (void)state;
  struct chance c;
  uint8_t side[40];
  chance_start(&c, 62, 1);
  struct built b = family_make(&c, FAMILY_TREE, 40, false);
  struct gain_model m;
  for (uint32_t v = 0; v < 40; v++)
    side[v] = v ? 2 : 1;
  assert_int_equal(gain_model_start(&m, &b.g, GAIN_COVERAGE, &(struct gain_worth){.counts_steps = true, .within = 2, .side = side}, NULL),
                   KERNEL_DONE);
  size_t count = find_missing(&b.g, 0);
  struct gain_plan tried = plan_of(&m, count, 3, true, 0), chosen = plan_of(&m, count, 3, true, 1);
  assert_true(chosen.bound >= tried.total);
  assert_true((double)chosen.greedy >= (1 - exp(-1)) * (double)tried.total);
  assert_true(chosen.bound < 2 * chosen.total);
  gain_plan_free(&tried);
  gain_plan_free(&chosen);
  gain_model_free(&m);
  built_free(&b);
}

/* ---- new nodes ---- */

static void a_new_node_joins_the_components_that_it_can(void **state) {
  (void)state;
  struct built b = built_text("7: 0-1 1-2 3-4", false);
  const uint32_t node[] = {0, 1, 2, 3, 4, 5, 6};
  struct gain_model m;
  struct gain_hub h;
  assert_int_equal(gain_model_start(&m, &b.g, GAIN_COMPONENTS, NULL, NULL), KERNEL_DONE);
  struct gain_hub_ask ask = {.node = node, .count = 7, .members = 3, .top = 5};
  assert_int_equal(gain_hub_find(&h, &m, &ask, NULL), KERNEL_DONE);
  assert_true(h.exact);
  assert_int_equal(h.tried, 35);
  assert_int_equal(h.count, 5);
  assert_int_equal(h.gain[0], 2);
  assert_memory_equal(h.member, ((const uint32_t[]){0, 3, 5}), sizeof(uint32_t[3]));
  gain_hub_free(&h);
  gain_model_free(&m);
  built_free(&b);
}

static void grown_sets_are_no_better_than_the_best_of_all(void **state) {
  (void)state;
  struct known_graph k;
  struct gain_model m;
  struct gain_hub all, some;
  uint32_t node[KARATE_NODES];
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  for (uint32_t v = 0; v < KARATE_NODES; v++)
    node[v] = v;
  assert_int_equal(gain_model_start(&m, &k.g, GAIN_EFFICIENCY, &(struct gain_worth){0}, NULL), KERNEL_DONE);
  struct gain_hub_ask ask = {.node = node, .count = KARATE_NODES, .members = 3, .top = 4};
  assert_int_equal(gain_hub_find(&all, &m, &ask, NULL), KERNEL_DONE);
  ask.effort = 2000000;
  assert_int_equal(gain_hub_find(&some, &m, &ask, NULL), KERNEL_DONE);
  assert_true(all.exact && !some.exact);
  assert_int_equal(all.tried, 5984);
  assert_true(some.gain[0] <= all.gain[0] && some.gain[0] > all.gain[0] / 2);
  for (size_t i = 1; i < all.count; i++)
    assert_true(all.gain[i] <= all.gain[i - 1]);
  gain_hub_free(&all);
  gain_hub_free(&some);
  gain_model_free(&m);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_best_two_ties_of_known_networks_are_found),
      cmocka_unit_test(plans_gain_what_they_say_and_no_set_more_than_the_bound),
      cmocka_unit_test(ties_to_one_node_are_chosen_nearly_as_well_as_can_be),
      cmocka_unit_test(a_new_node_joins_the_components_that_it_can),
      cmocka_unit_test(grown_sets_are_no_better_than_the_best_of_all),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
