/* Multislice modularity against its definition, and the best of all divisions of small networks. */
#include "base/memory.h"
#include "base/run.h"
#include "kernel/slices.h"
#include "tests/test.h"

#include <math.h>
#include <stdlib.h>

enum { NODES = 4, LAYERS = 2, REPLICAS = NODES * LAYERS };

struct drawn {
  double strength[LAYERS][NODES][NODES];
  struct supra_arc list[LAYERS * NODES * NODES];
  struct supra supra;
  uint32_t order[REPLICAS + NODES];
};

static void draw(struct drawn *d, struct chance *c) {
  struct supra_plan plan = {.nodes = NODES, .layers = LAYERS, .everywhere = true, .successive = true, .arc = d->list};
  for (uint32_t l = 0; l < LAYERS; l++)
    for (uint32_t u = 0; u < NODES; u++)
      for (uint32_t v = 0; v < NODES; v++)
        d->strength[l][u][v] = u == v ? 0 : v < u ? d->strength[l][v][u] : chance_below(c, 2) ? 1 + (double)chance_below(c, 3) : 0;
  for (uint32_t u = 0; u < NODES; u++)
    for (uint32_t l = 0; l < LAYERS; l++)
      for (uint32_t v = 0; v < NODES; v++)
        if (d->strength[l][u][v] > 0) d->list[plan.arcs++] = (struct supra_arc){u, l, v, d->strength[l][u][v], 1};
  assert_int_equal(supra_start(&d->supra, &plan), KERNEL_DONE);
  assert_int_equal(d->supra.states, REPLICAS); /* two layers: successive and categorical are the same, and each replica is a state */
  for (uint32_t i = 0; i < REPLICAS; i++)
    d->order[i] = i;
}

/* Pair of replicas by pair; state = node * LAYERS + layer. */
static double by_definition(const struct drawn *d, const uint32_t *community, double omega) {
  double all = 2 * omega * NODES, sum = 0, ends[LAYERS] = {0}, k[LAYERS][NODES] = {{0}};
  for (uint32_t l = 0; l < LAYERS; l++)
    for (uint32_t u = 0; u < NODES; u++)
      for (uint32_t v = 0; v < NODES; v++)
        k[l][u] += d->strength[l][u][v], ends[l] += d->strength[l][u][v], all += d->strength[l][u][v];
  for (uint32_t i = 0; i < REPLICAS; i++)
    for (uint32_t j = 0; j < REPLICAS; j++) {
      uint32_t u = i / LAYERS, a = i % LAYERS, v = j / LAYERS, b = j % LAYERS;
      if (community[i] != community[j]) continue;
      if (a == b && ends[a] > 0) sum += d->strength[a][u][v] - k[a][u] * k[a][v] / ends[a];
      if (u == v && a != b) sum += omega;
    }
  return sum / all;
}

/* The best of all divisions, each written with numbers that come up in order. */
static double best_of_all(const struct drawn *d, uint32_t *community, uint32_t placed, uint32_t used, double omega) {
  double best = -INFINITY;
  if (placed == REPLICAS) return by_definition(d, community, omega);
  for (uint32_t c = 0; c <= used; c++) {
    community[placed] = c;
    best = fmax(best, best_of_all(d, community, placed + 1, used + (c == used), omega));
  }
  return best;
}

static void quality_is_that_of_the_definition(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 5, 0);
  for (int round = 0; round < 100; round++) {
    struct drawn d;
    uint32_t community[REPLICAS];
    double got, omega = 0.25 * (1 + round % 5);
    draw(&d, &c);
    for (uint32_t i = 0; i < REPLICAS; i++)
      community[i] = (uint32_t)chance_below(&c, 3);
    struct slices ask = {&d.supra, omega, 1, d.order, 0, 1};
    assert_int_equal(slices_quality(&got, community, &ask), KERNEL_DONE);
    assert_near(got, by_definition(&d, community, omega), 1e-12);
    supra_free(&d.supra);
  }
}

/* Nearly always the best of all; never far below. */
static void what_is_found_is_as_good_as_any_division(void **state) {
  struct chance c;
  int short_of_it = 0;
  (void)state;
  chance_start(&c, 6, 0);
  for (int round = 0; round < 25; round++) {
    struct drawn d;
    uint32_t community[REPLICAS], all[REPLICAS];
    double quality, omega = 0.25 * (1 + round % 5);
    draw(&d, &c);
    struct slices ask = {&d.supra, omega, 1, d.order, 0, 20};
    assert_int_equal(slices_find(community, &quality, &ask, NULL), KERNEL_DONE);
    assert_near(quality, by_definition(&d, community, omega), 1e-12);
    double best = best_of_all(&d, all, 0, 0, omega);
    assert_true(quality <= best + 1e-12);
    assert_true(quality >= best - 0.05);
    short_of_it += quality < best - 1e-9;
    supra_free(&d.supra);
  }
  assert_true(short_of_it <= 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(quality_is_that_of_the_definition),
      cmocka_unit_test(what_is_found_is_as_good_as_any_division),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
