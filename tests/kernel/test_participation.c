/* Spread of ties over groups: from the definitions over all pairs, and the E-I index by every way to deal the groups. */
#include "kernel/participation.h"

#include "kernel/known_graphs.h"

#define NONE PARTICIPATION_NO_GROUP

static void check(const struct graph *g, const uint32_t *group, uint32_t groups) {
  double internal[64], external[64], coefficient[64], z_population[64], z_sample[64], toward[64][8] = {{0}}, ties[64], pairs[64];
  struct participation out = {internal, external, coefficient, z_population, z_sample};
  struct participation_groups p = {group, groups};
  assert_int_equal(participation(&out, g, &p), KERNEL_DONE);
  for (uint32_t e = 0; e < g->edges; e++) {
    double s = g->strength ? g->strength[e] : 1;
    if (group[g->head[e]] != NONE) toward[g->tail[e]][group[g->head[e]]] += s;
    if (group[g->tail[e]] != NONE) toward[g->head[e]][group[g->tail[e]]] += s;
  }
  for (uint32_t v = 0; v < g->nodes; v++) {
    double total = 0, squares = 0, mean = 0, size = 0, spread = 0;
    uint32_t own = group[v];
    for (uint32_t h = 0; h < groups; h++)
      total += toward[v][h];
    for (uint32_t h = 0; h < groups; h++)
      squares += pow(toward[v][h] / total, 2);
    assert_near(coefficient[v], total > 0 ? 1 - squares : (double)NAN, 1e-13);
    assert_near(internal[v], own == NONE ? (double)NAN : toward[v][own], 1e-13);
    assert_near(external[v], own == NONE ? (double)NAN : total - toward[v][own], 1e-13);
    for (uint32_t w = 0; w < g->nodes; w++)
      if (own != NONE && group[w] == own) mean += toward[w][own], size++;
    for (uint32_t w = 0; w < g->nodes; w++)
      if (own != NONE && group[w] == own) spread += pow(toward[w][own] - mean / size, 2);
    double gap = own == NONE ? 0 : toward[v][own] - mean / size;
    assert_near(z_population[v], spread > 0 ? gap / sqrt(spread / size) : (double)NAN, 1e-9);
    assert_near(z_sample[v], spread > 0 ? gap / sqrt(spread / (size - 1)) : (double)NAN, 1e-9);
  }
  assert_int_equal(participation_between(ties, pairs, g, &p), KERNEL_DONE);
  for (uint32_t a = 0; a < groups; a++)
    for (uint32_t b = 0; b < groups; b++) {
      double sum = 0, possible = 0;
      for (uint32_t u = 0; u < g->nodes; u++)
        for (uint32_t v = 0; v < g->nodes; v++)
          possible += u != v && group[u] == a && group[v] == b;
      for (uint32_t e = 0; e < g->edges; e++) {
        bool forth = group[g->tail[e]] == a && group[g->head[e]] == b, back = group[g->tail[e]] == b && group[g->head[e]] == a;
        if (g->directed ? forth : forth || back) sum += g->strength ? g->strength[e] : 1;
      }
      assert_near(ties[a * groups + b], sum, 1e-13);
      assert_near(pairs[a * groups + b], a == b && !g->directed ? possible / 2 : possible, 1e-13);
    }
}

static void random_networks_agree_with_the_definitions(void **state) {
  struct chance c;
  static double strength[4096];
  (void)state;
  chance_start(&c, 13, 0);
  for (int round = 0; round < 300; round++) {
    struct known_graph k;
    uint32_t group[64], n = (uint32_t)chance_below(&c, 30), groups = 1 + (uint32_t)chance_below(&c, 6);
    known_random(&k, &c, n, round % 2, 0.6 * chance_share(&c));
    for (uint32_t v = 0; v < n; v++)
      group[v] = chance_below(&c, 8) ? (uint32_t)chance_below(&c, groups) : NONE;
    for (uint32_t e = 0; e < k.g.edges; e++)
      strength[e] = 1 + (double)chance_below(&c, 4);
    if (round % 4 > 1) k.g.strength = strength;
    check(&k.g, group, groups);
    known_graph_free(&k);
  }
}

static void karate_clubs_have_known_participation_and_z(void **state) {
  struct known_graph k;
  double coefficient[34], z_population[34], z_sample[34];
  struct participation out = {NULL, NULL, coefficient, z_population, z_sample};
  struct participation_groups p = {karate_club, 2};
  (void)state;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  assert_int_equal(participation(&out, &k.g, &p), KERNEL_DONE);
  assert_near(coefficient[0], 0.117188, 1e-6);
  assert_near(coefficient[33], 0.290657, 1e-6);
  assert_near(coefficient[9], 0.5, 1e-12);
  assert_near(z_population[0], 3.346533, 1e-6);
  assert_near(z_sample[0], 3.246613, 1e-6);
  known_graph_free(&k);
}

static void karate_clubs_have_known_e_i(void **state) {
  struct known_graph k;
  struct participation_test t, again;
  struct participation_groups p = {karate_club, 2};
  (void)state;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  assert_int_equal(participation_test(&t, &k.g, &p, 20000, 1, NULL), KERNEL_DONE);
  assert_true(t.external == 11 && t.internal == 67);
  assert_near(t.index, -0.71794872, 1e-8);
  assert_near(t.mean, 1.0 / 33, 1e-12);
  assert_near(t.sd, 0.0951, 1e-3);
  assert_true(t.p_low < 1e-4 && t.p_two < 1e-4 && t.p_high > 0.9999);
  assert_int_equal(participation_test(&again, &k.g, &p, 20000, 1, NULL), KERNEL_DONE);
  assert_memory_equal(&t, &again, sizeof t);
  known_graph_free(&k);
}

/* Deal the groups in every way (as often as there are orders) and take mean and deviation; shares agree within 5 deviations. */
static void every_deal(const struct graph *g, const uint32_t *group, uint32_t groups) {
  uint32_t packed[6], order[6] = {0, 1, 2, 3, 4, 5}, turn[6] = {0}, n = 0, place[8];
  double sum = 0, squares = 0, deals = 0, low = 0, high = 0;
  struct participation_test t;
  assert_int_equal(participation_test(&t, g, &(struct participation_groups){group, groups}, 2000, 3, NULL), KERNEL_DONE);
  for (uint32_t v = 0; v < g->nodes; v++)
    if (group[v] != NONE) place[v] = n, packed[n++] = group[v];
  for (uint32_t i = 0;;) {
    double external = 0, internal = 0;
    for (uint32_t e = 0; e < g->edges; e++) {
      if (group[g->tail[e]] == NONE || group[g->head[e]] == NONE) continue;
      *(packed[order[place[g->tail[e]]]] == packed[order[place[g->head[e]]]] ? &internal : &external) += 1;
    }
    double index = (external - internal) / (external + internal);
    sum += index;
    squares += index * index;
    low += index <= t.index + 1e-9;
    high += index >= t.index - 1e-9;
    deals++;
    while (i < n && turn[i] >= i)
      turn[i++] = 0;
    if (i >= n) break;
    uint32_t with = i % 2 ? turn[i] : 0, kept = order[with];
    order[with] = order[i];
    order[i] = kept;
    turn[i]++;
    i = 0;
  }
  if (t.external + t.internal == 0) {
    assert_true(isnan(t.index) && isnan(t.mean) && isnan(t.sd) && isnan(t.p_low));
    return;
  }
  assert_near(t.mean, sum / deals, 1e-12);
  assert_near(t.sd * t.sd, squares / deals - pow(sum / deals, 2), 1e-12);
  assert_near(t.p_low, low / deals, 5 * sqrt(0.25 / 2000) + 1e-3);
  assert_near(t.p_high, high / deals, 5 * sqrt(0.25 / 2000) + 1e-3);
}

static void every_way_to_deal_the_groups_gives_mean_and_deviation(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 14, 0);
  for (int round = 0; round < 80; round++) {
    struct known_graph k;
    uint32_t group[6], n = (uint32_t)chance_below(&c, 7);
    known_random(&k, &c, n, round % 2, chance_share(&c));
    for (uint32_t v = 0; v < n; v++)
      group[v] = chance_below(&c, 8) ? (uint32_t)chance_below(&c, 1 + (uint32_t)round % 3) : NONE;
    every_deal(&k.g, group, 3);
    known_graph_free(&k);
  }
}

/* Whoever of a circle is alone in its group has two ties outward: every deal has the same index, and rounding is no spread. */
static void where_all_deals_are_alike_the_deviation_is_0(void **state) {
  static const uint32_t circle[][2] = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {0, 4}}, group[] = {0, 0, 0, 0, 1};
  struct participation_test t;
  struct known_graph k;
  (void)state;
  known_graph_start(&k, 5, false, circle, 5, NULL);
  assert_int_equal(participation_test(&t, &k.g, &(struct participation_groups){group, 2}, 0, 0, NULL), KERNEL_DONE);
  assert_near(t.mean, -0.2, 1e-15);
  assert_near(t.sd, 0, 0);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks_agree_with_the_definitions),
      cmocka_unit_test(karate_clubs_have_known_participation_and_z),
      cmocka_unit_test(karate_clubs_have_known_e_i),
      cmocka_unit_test(every_way_to_deal_the_groups_gives_mean_and_deviation),
      cmocka_unit_test(where_all_deals_are_alike_the_deviation_is_0),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
