/* Key players: scores from a matrix of distances, sets by trying all of them. */
#include "kernel/keyplayers.h"

#include "kernel/known_graphs.h"

#define APART 1000

static uint32_t ones(uint32_t x) {
  uint32_t count = 0;
  for (; x; x &= x - 1)
    count++;
  return count;
}

/* Distances without the nodes of `gone`, by Floyd and Warshall. */
static void distances(uint32_t d[16][16], const struct graph *g, uint32_t gone) {
  for (uint32_t u = 0; u < g->nodes; u++)
    for (uint32_t v = 0; v < g->nodes; v++)
      d[u][v] = u == v ? 0 : known_tied(g, u, v) && !(gone >> u & 1) && !(gone >> v & 1) ? 1 : APART;
  for (uint32_t k = 0; k < g->nodes; k++)
    for (uint32_t u = 0; u < g->nodes; u++)
      for (uint32_t v = 0; v < g->nodes; v++)
        if (d[u][k] + d[k][v] < d[u][v]) d[u][v] = d[u][k] + d[k][v];
}

static double slow_score(const struct graph *g, enum keyplayers_goal goal, uint32_t steps, uint32_t set) {
  uint32_t d[16][16];
  double sum = 0, left = (double)g->nodes - ones(set);
  distances(d, g, goal < KEYPLAYERS_NEAR ? set : 0);
  if (goal < KEYPLAYERS_NEAR) {
    for (uint32_t u = 0; u < g->nodes; u++)
      for (uint32_t v = 0; v < g->nodes; v++)
        if (u != v && !(set >> u & 1) && !(set >> v & 1) && d[u][v] < APART) sum += goal == KEYPLAYERS_FRAGMENT ? 1 : 1.0 / d[u][v];
    return left < 2 ? (double)NAN : 1 - sum / (left * (left - 1));
  }
  for (uint32_t v = 0; v < g->nodes; v++) {
    uint32_t nearest = APART;
    for (uint32_t u = 0; u < g->nodes; u++)
      if (set >> u & 1 && d[u][v] < nearest) nearest = d[u][v];
    if (goal == KEYPLAYERS_REACH)
      sum += nearest <= steps && nearest < APART;
    else
      sum += nearest == 0 ? 1 : nearest < APART ? 1.0 / nearest : 0;
  }
  if (goal == KEYPLAYERS_REACH) return sum;
  return g->nodes ? sum / g->nodes : (double)NAN;
}

static uint32_t set_of(const uint32_t *node, uint32_t size) {
  uint32_t set = 0;
  for (uint32_t i = 0; i < size; i++) {
    assert_true(i == 0 || node[i - 1] < node[i]);
    set |= 1u << node[i];
  }
  return set;
}

static void check(const struct graph *g, enum keyplayers_goal goal, uint32_t steps, uint32_t size, uint64_t effort) {
  struct keyplayers k;
  struct keyplayers_question q = {goal, size, steps, effort};
  double best = -2;
  for (uint32_t set = 0; set < 1u << g->nodes; set++) {
    uint32_t list[16], count = 0;
    double score, want = slow_score(g, goal, steps, set);
    if (ones(set) != size) continue;
    for (uint32_t v = 0; v < g->nodes; v++)
      if (set >> v & 1) list[count++] = v;
    assert_int_equal(keyplayers_score(&score, g, goal, steps, list, count, NULL), KERNEL_DONE);
    assert_near(score, want, 1e-13);
    if (want > best) best = want;
  }
  assert_int_equal(keyplayers_find(&k, g, &q, NULL), KERNEL_DONE);
  if (best < -1.5 || g->nodes == 0) {
    assert_true(!k.node && isnan(k.score) && isnan(k.bound));
    return;
  }
  assert_int_equal(k.size, size);
  assert_int_equal(ones(set_of(k.node, size)), size);
  assert_near(k.score, slow_score(g, goal, steps, set_of(k.node, size)), 1e-13);
  assert_true(k.bound >= best - 1e-12 && k.score <= best + 1e-12);
  if (!effort) assert_true(k.exact);
  if (k.exact) assert_near(k.score, best, 1e-12);
  if (k.exact) assert_near(k.bound, best, 1e-12);
  keyplayers_free(&k);
}

static void random_networks_have_the_best_set_and_a_true_bound(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 24, 0);
  for (int round = 0; round < 150; round++) {
    struct known_graph k;
    uint32_t n = (uint32_t)chance_below(&c, 9), size = (uint32_t)chance_below(&c, 5);
    known_random(&k, &c, n, false, chance_share(&c));
    for (enum keyplayers_goal goal = KEYPLAYERS_FRAGMENT; goal <= KEYPLAYERS_REACH; goal++) {
      check(&k.g, goal, (uint32_t)round % 4, size, 0);
      check(&k.g, goal, (uint32_t)round % 4, size, 1);
    }
    known_graph_free(&k);
    known_random(&k, &c, n, true, chance_share(&c));
    for (enum keyplayers_goal goal = KEYPLAYERS_NEAR; goal <= KEYPLAYERS_REACH; goal++) {
      check(&k.g, goal, (uint32_t)round % 4, size, 0);
      check(&k.g, goal, (uint32_t)round % 4, size, 1);
    }
    known_graph_free(&k);
  }
}

static void assert_found(const struct graph *g, enum keyplayers_goal goal, uint32_t size, uint32_t set, double score) {
  struct keyplayers k;
  uint32_t got = 0;
  assert_int_equal(keyplayers_find(&k, g, &(struct keyplayers_question){goal, size, 1, 0}, NULL), KERNEL_DONE);
  for (uint32_t i = 0; i < k.size; i++)
    got |= k.node[i] < 32 ? 1u << k.node[i] : 0;
  assert_true(k.exact && k.bound == k.score);
  assert_near(k.score, score, 1e-8);
  if (set) assert_int_equal(got, set);
  keyplayers_free(&k);
}

static void florence_has_known_key_families(void **state) {
  struct known_graph k;
  double base;
  (void)state;
  known_graph_start(&k, FLORENCE_NODES, false, KNOWN(florence), NULL);
  assert_found(&k.g, KEYPLAYERS_FRAGMENT, 1, 1u << MEDICI, 0.38461538);
  assert_found(&k.g, KEYPLAYERS_FRAGMENT, 2, 1u << MEDICI | 1u << GUADAGNI, 0.70512821);
  assert_found(&k.g, KEYPLAYERS_FRAGMENT, 3, 1u << MEDICI | 1u << GUADAGNI | 1u << STROZZI, 0.86363636);
  assert_found(&k.g, KEYPLAYERS_DISTANCE, 1, 0, 0.67380952);
  assert_found(&k.g, KEYPLAYERS_NEAR, 1, 1u << MEDICI, 0.70);
  assert_found(&k.g, KEYPLAYERS_NEAR, 2, 1u << MEDICI | 1u << BISCHERI, 0.86666667);
  assert_int_equal(keyplayers_score(&base, &k.g, KEYPLAYERS_DISTANCE, 0, NULL, 0, NULL), KERNEL_DONE);
  assert_near(base, 0.49984127, 1e-8);
  known_graph_free(&k);
}

static void karate_has_known_key_members(void **state) {
  struct known_graph k;
  static const uint32_t leaders[] = {0, 33};
  double near, reach;
  (void)state;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  assert_found(&k.g, KEYPLAYERS_FRAGMENT, 1, 1, 0.31628788);
  assert_found(&k.g, KEYPLAYERS_FRAGMENT, 2, 3, 0.42338710);
  assert_found(&k.g, KEYPLAYERS_FRAGMENT, 3, 1, 0.56989247); /* members 1, 33, 34: the last two are above bit 31 */
  assert_found(&k.g, KEYPLAYERS_DISTANCE, 2, 0, 0.68440860);
  assert_found(&k.g, KEYPLAYERS_REACH, 3, 0, 33);
  assert_int_equal(keyplayers_score(&near, &k.g, KEYPLAYERS_NEAR, 0, leaders, 2, NULL), KERNEL_DONE);
  assert_int_equal(keyplayers_score(&reach, &k.g, KEYPLAYERS_REACH, 1, leaders, 2, NULL), KERNEL_DONE);
  assert_near(near, 0.95588235, 1e-8);
  assert_near(reach, 31, 0);
  known_graph_free(&k);
}

/* Where a search from every node is more than the effort, nothing is claimed; where only flows would be, the bound does without blocks. */
static void the_bound_takes_no_more_than_the_effort(void **state) {
  struct known_graph k;
  struct chance c;
  (void)state;
  chance_start(&c, 26, 0);
  known_random(&k, &c, 60, false, 0.06);
  for (enum keyplayers_goal goal = KEYPLAYERS_FRAGMENT; goal <= KEYPLAYERS_DISTANCE; goal++) {
    uint64_t search = 60 * (60 + 2 * (uint64_t)k.g.edges);
    struct keyplayers found[3];
    struct keyplayers_question q = {goal, 6, 0, search - 1};
    for (int i = 0; i < 3; i++, q.effort = i == 1 ? search : 11 * search) {
      assert_int_equal(keyplayers_find(&found[i], &k.g, &q, NULL), KERNEL_DONE);
      assert_false(found[i].exact);
    }
    assert_near(found[0].bound, 1, 0);
    assert_true(found[1].bound <= 1 && found[2].bound <= found[1].bound + 1e-12 && found[2].bound < 1);
    for (int i = 0; i < 3; i++)
      keyplayers_free(&found[i]);
  }
  known_graph_free(&k);
}

/* Too many sets to try: the bound must still hold, against a set that is better than any known by luck. */
static void a_large_network_gets_a_set_and_a_bound(void **state) {
  struct known_graph k;
  struct chance c;
  (void)state;
  chance_start(&c, 25, 0);
  known_random(&k, &c, 60, false, 0.06);
  for (enum keyplayers_goal goal = KEYPLAYERS_FRAGMENT; goal <= KEYPLAYERS_REACH; goal++) {
    struct keyplayers hasty, patient;
    struct keyplayers_question q = {goal, 6, 2, 100000};
    assert_int_equal(keyplayers_find(&hasty, &k.g, &q, NULL), KERNEL_DONE);
    q.effort = 20000000;
    assert_int_equal(keyplayers_find(&patient, &k.g, &q, NULL), KERNEL_DONE);
    assert_true(hasty.score <= hasty.bound && patient.score <= patient.bound);
    assert_true(patient.score <= hasty.bound + 1e-12 && hasty.score <= patient.bound + 1e-12 && patient.score >= hasty.score - 1e-12);
    keyplayers_free(&hasty);
    keyplayers_free(&patient);
  }
  known_graph_free(&k);
}

static bool some_times(void *context) {
  uint32_t *left = context;
  return *left > 0 && (*left)-- > 0;
}

static void a_watch_stops_it_wherever_it_is(void **state) {
  struct known_graph k;
  (void)state;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  for (enum keyplayers_goal goal = KEYPLAYERS_FRAGMENT; goal <= KEYPLAYERS_REACH; goal++)
    for (uint64_t effort = 0; effort < 2; effort++)
      for (uint32_t after = 0; after < 40; after++) {
        struct keyplayers out;
        uint32_t left = after;
        struct kernel_watch watch = {.go_on = some_times, .context = &left, .threads = 1};
        enum kernel_code code = keyplayers_find(&out, &k.g, &(struct keyplayers_question){goal, 3, 1, effort}, &watch);
        assert_true(code == KERNEL_STOPPED ? !out.node : code == KERNEL_DONE && out.node);
        if (after == 0) assert_int_equal(code, KERNEL_STOPPED);
        keyplayers_free(&out);
      }
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks_have_the_best_set_and_a_true_bound),
      cmocka_unit_test(florence_has_known_key_families),
      cmocka_unit_test(karate_has_known_key_members),
      cmocka_unit_test(the_bound_takes_no_more_than_the_effort),
      cmocka_unit_test(a_large_network_gets_a_set_and_a_bound),
      cmocka_unit_test(a_watch_stops_it_wherever_it_is),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
