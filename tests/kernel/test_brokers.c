/* Brokerage roles by three nested loops; their mean and deviation by going through every network with as many ties. */
#include "kernel/brokers.h"

#include "kernel/known_graphs.h"

static void slow(uint64_t *count, const struct graph *g, const uint32_t *group) {
  memset(count, 0, (size_t)g->nodes * BROKER_ROLES * sizeof *count);
  for (uint32_t v = 0; v < g->nodes; v++)
    for (uint32_t a = 0; a < g->nodes; a++)
      for (uint32_t b = 0; b < g->nodes; b++) {
        if (a == b || a == v || b == v) continue;
        if (group[a] == BROKER_NO_GROUP || group[b] == BROKER_NO_GROUP || group[v] == BROKER_NO_GROUP) continue;
        if (!known_tied(g, a, v) || !known_tied(g, v, b) || known_tied(g, a, b)) continue;
        uint32_t x = group[a], y = group[v], z = group[b];
        int role = x == y && y == z   ? BROKER_COORDINATOR
                   : x == z           ? BROKER_ITINERANT
                   : x != y && y == z ? BROKER_GATEKEEPER
                   : x == y           ? BROKER_REPRESENTATIVE
                                      : BROKER_LIAISON;
        count[v * BROKER_ROLES + (uint32_t)role]++;
        count[v * BROKER_ROLES + BROKER_ALL]++;
      }
}

static void random_networks_agree_with_nested_loops(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 10, 0);
  for (int round = 0; round < 500; round++) {
    struct known_graph k;
    uint64_t got[40 * BROKER_ROLES], want[40 * BROKER_ROLES];
    uint32_t group[40], n = (uint32_t)chance_below(&c, 40), groups = 1 + (uint32_t)chance_below(&c, 6);
    known_random(&k, &c, n, round % 2, chance_share(&c) * chance_share(&c));
    for (uint32_t v = 0; v < n; v++)
      group[v] = chance_below(&c, 10) ? (uint32_t)chance_below(&c, groups) : BROKER_NO_GROUP;
    assert_int_equal(brokers(got, &k.g, group, groups, NULL), KERNEL_DONE);
    slow(want, &k.g, group);
    assert_memory_equal(got, want, n * BROKER_ROLES * sizeof *got);
    known_graph_free(&k);
  }
}

/* A star whose hub has many more arcs than its neighbours, so that arcs are looked up instead of gone through. */
static void a_hub_is_counted_alike(void **state) {
  struct known_graph k;
  static uint32_t pairs[260][2];
  static uint64_t got[120 * BROKER_ROLES], want[120 * BROKER_ROLES];
  uint32_t group[120];
  size_t count = 0;
  (void)state;
  for (uint32_t v = 1; v < 120; v++) {
    pairs[count][0] = 0, pairs[count++][1] = v;
    if (v % 3) pairs[count][0] = v, pairs[count++][1] = v % 3 == 1 && v < 119 ? v + 1 : 0;
  }
  for (uint32_t v = 0; v < 120; v++)
    group[v] = v % 4;
  known_graph_start(&k, 120, true, (const uint32_t(*)[2])pairs, count, NULL);
  assert_int_equal(brokers(got, &k.g, group, 4, NULL), KERNEL_DONE);
  slow(want, &k.g, group);
  assert_memory_equal(got, want, sizeof got);
  known_graph_free(&k);
}

static void assert_roles(const uint64_t *count, uint32_t v, uint64_t coordinator, uint64_t itinerant, uint64_t gatekeeper,
                         uint64_t representative, uint64_t liaison) {
  const uint64_t want[] = {coordinator, itinerant, gatekeeper, representative, liaison};
  assert_memory_equal(count + v * BROKER_ROLES, want, sizeof want);
}

static void four_nodes_in_two_groups_have_known_roles(void **state) {
  static const uint32_t pairs[][2] = {{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}, {3, 0}}, group[] = {0, 0, 1, 1};
  struct known_graph k;
  uint64_t count[4 * BROKER_ROLES];
  (void)state;
  known_graph_start(&k, 4, true, pairs, 6, NULL);
  assert_int_equal(brokers(count, &k.g, group, 2, NULL), KERNEL_DONE);
  assert_roles(count, 0, 0, 1, 1, 0, 0);
  assert_roles(count, 1, 0, 0, 0, 1, 0);
  assert_roles(count, 2, 0, 0, 1, 0, 0);
  assert_roles(count, 3, 0, 1, 0, 1, 0);
  known_graph_free(&k);
}

/* Undirected data count each path from both ends: 2 (sum of k (k - 1) / 2 - 3 triangles) = 786. */
static void karate_clubs_have_786_brokerages_both_ways(void **state) {
  struct known_graph k;
  uint64_t count[KARATE_NODES * BROKER_ROLES], all = 0;
  (void)state;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  assert_int_equal(brokers(count, &k.g, karate_club, 2, NULL), KERNEL_DONE);
  assert_roles(count, 0, 174, 0, 15, 15, 0);
  assert_roles(count, 33, 156, 6, 40, 40, 0);
  for (uint32_t v = 0; v < KARATE_NODES; v++)
    all += count[v * BROKER_ROLES + BROKER_ALL];
  assert_int_equal(all, 786);
  known_graph_free(&k);
}

/* Go through every network on n nodes; sums by number of ties. */
static void by_every_network(uint32_t n, bool directed, const uint32_t *group, uint32_t groups) {
  static double sum[16][8 * BROKER_ROLES], squares[16][8 * BROKER_ROLES], networks[16];
  uint32_t places = directed ? n * (n - 1) : n * (n - 1) / 2, place[16][2], at = 0;
  for (uint32_t u = 0; u < n; u++)
    for (uint32_t v = directed ? 0 : u + 1; v < n; v++)
      if (u != v) place[at][0] = u, place[at++][1] = v;
  memset(sum, 0, sizeof sum);
  memset(squares, 0, sizeof squares);
  memset(networks, 0, sizeof networks);
  for (uint32_t mask = 0; mask < 1u << places; mask++) {
    uint32_t pairs[16][2];
    uint64_t count[8 * BROKER_ROLES];
    struct known_graph k;
    size_t m = 0;
    for (uint32_t i = 0; i < places; i++)
      if (mask >> i & 1) pairs[m][0] = place[i][0], pairs[m++][1] = place[i][1];
    known_graph_start(&k, n, directed, (const uint32_t(*)[2])pairs, m, NULL);
    slow(count, &k.g, group);
    networks[m]++;
    for (uint32_t i = 0; i < n * BROKER_ROLES; i++) {
      sum[m][i] += (double)count[i];
      squares[m][i] += (double)count[i] * (double)count[i];
    }
    known_graph_free(&k);
  }
  for (uint32_t m = 0; m <= places; m++) {
    struct graph g = {.nodes = n, .edges = m, .directed = directed};
    double mean[8 * BROKER_ROLES], sd[8 * BROKER_ROLES], d = (double)m / places;
    assert_int_equal(brokers_expected(mean, sd, &g, group, groups, BROKER_TIES_FIXED), KERNEL_DONE);
    for (uint32_t v = 0; v < n; v++)
      for (uint32_t role = 0; role < BROKER_ROLES; role++) {
        double want = sum[m][v * BROKER_ROLES + role] / networks[m];
        assert_near(mean[group[v] * BROKER_ROLES + role], want, 1e-12);
        assert_near(pow(sd[group[v] * BROKER_ROLES + role], 2), squares[m][v * BROKER_ROLES + role] / networks[m] - want * want, 1e-12);
      }
    assert_int_equal(brokers_expected(mean, sd, &g, group, groups, BROKER_DENSITY_FIXED), KERNEL_DONE);
    for (uint32_t v = 0; v < n; v++)
      for (uint32_t role = 0; role < BROKER_ROLES; role++) {
        double want = 0, square = 0;
        for (uint32_t l = 0; l <= places; l++) {
          double weight = pow(d, l) * pow(1 - d, places - l);
          want += weight * sum[l][v * BROKER_ROLES + role];
          square += weight * squares[l][v * BROKER_ROLES + role];
        }
        assert_near(mean[group[v] * BROKER_ROLES + role], want, 1e-12);
        assert_near(pow(sd[group[v] * BROKER_ROLES + role], 2), square - want * want, 1e-11);
      }
  }
}

static void every_network_on_a_few_nodes_gives_the_expectation(void **state) {
  static const uint32_t two[] = {0, 0, 1, 1, 0}, three[] = {0, 0, 1, 2, 0}, one[] = {0, 0, 0, 0, 0}, lone[] = {0, 1, 1, 1, 2};
  (void)state;
  by_every_network(3, true, two, 2);
  by_every_network(4, true, two, 2);
  by_every_network(4, true, three, 3);
  by_every_network(4, true, one, 1);
  by_every_network(3, false, three, 2);
  by_every_network(5, false, two, 2);
  by_every_network(5, false, three, 3);
  by_every_network(5, false, lone, 3);
}

static void an_empty_group_has_no_expectation(void **state) {
  struct graph g = {.nodes = 3, .edges = 2};
  static const uint32_t group[] = {0, 0, 2};
  double mean[3 * BROKER_ROLES], sd[3 * BROKER_ROLES];
  (void)state;
  assert_int_equal(brokers_expected(mean, sd, &g, group, 3, BROKER_TIES_FIXED), KERNEL_DONE);
  assert_true(isnan(mean[BROKER_ROLES]) && isnan(sd[2 * BROKER_ROLES - 1]));
  assert_near(mean[BROKER_REPRESENTATIVE], 1.0 / 3, 1e-15);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks_agree_with_nested_loops),
      cmocka_unit_test(a_hub_is_counted_alike),
      cmocka_unit_test(four_nodes_in_two_groups_have_known_roles),
      cmocka_unit_test(karate_clubs_have_786_brokerages_both_ways),
      cmocka_unit_test(every_network_on_a_few_nodes_gives_the_expectation),
      cmocka_unit_test(an_empty_group_has_no_expectation),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
