/* Core and periphery: correlations over the full matrix, for every core. */
#include "kernel/coreperiphery.h"

#include "kernel/known_graphs.h"

/* Correlation over all cells off the diagonal, from the definition. */
static double correlate(const struct graph *g, double (*pattern)(const void *, uint32_t, uint32_t), const void *context) {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  for (uint32_t u = 0; u < g->nodes; u++)
    for (uint32_t v = 0; v < g->nodes; v++) {
      double tie = 0, p = pattern(context, u, v);
      if (u == v) continue;
      for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
        if (g->to[a] == v) tie = g->strength ? g->strength[g->edge[a]] : 1;
      n++, x += tie, y += p, xx += tie * tie, yy += p * p, xy += tie * p;
    }
  double spread = (n * xx - x * x) * (n * yy - y * y);
  return spread > 1e-9 ? (n * xy - x * y) / sqrt(spread) : (double)NAN;
}

static double touching(const void *core, uint32_t u, uint32_t v) {
  return *(const uint32_t *)core >> u & 1 || *(const uint32_t *)core >> v & 1;
}

static double within(const void *core, uint32_t u, uint32_t v) {
  return *(const uint32_t *)core >> u & 1 && *(const uint32_t *)core >> v & 1;
}

static uint32_t set_of(const uint8_t *core, uint32_t n) {
  uint32_t set = 0;
  for (uint32_t v = 0; v < n; v++)
    set |= (uint32_t)core[v] << v;
  return set;
}

static void check(const struct graph *g, bool weighted, struct chance *c) {
  double strength[128];
  struct graph h = *g;
  for (uint32_t e = 0; e < g->edges; e++)
    strength[e] = 0.5 + chance_share(c);
  if (weighted) h.strength = strength;
  for (enum coreperiphery_ideal ideal = COREPERIPHERY_TOUCHING; ideal <= COREPERIPHERY_WITHIN; ideal++) {
    double best = -2;
    struct coreperiphery out, climbed;
    uint8_t core[16];
    for (uint32_t set = 0; set < 1u << h.nodes; set++) {
      double f = correlate(&h, ideal == COREPERIPHERY_WITHIN ? within : touching, &set);
      if (f > best) best = f;
    }
    assert_int_equal(coreperiphery(&out, core, &h, &(struct coreperiphery_question){ideal, 0, 0, 0}, NULL), KERNEL_DONE);
    uint32_t set = set_of(core, h.nodes);
    assert_true(out.exact);
    assert_near(out.fit, best < -1.5 ? (double)NAN : best, 1e-12);
    assert_near(out.fit, correlate(&h, ideal == COREPERIPHERY_WITHIN ? within : touching, &set), 1e-12);
    assert_int_equal(coreperiphery(&climbed, core, &h, &(struct coreperiphery_question){ideal, 1, 60, 5}, NULL), KERNEL_DONE);
    set = set_of(core, h.nodes);
    if (h.nodes > 1) assert_false(climbed.exact);
    assert_near(climbed.fit, best < -1.5 ? (double)NAN : best, 1e-12);
    assert_near(climbed.fit, correlate(&h, ideal == COREPERIPHERY_WITHIN ? within : touching, &set), 1e-12);
  }
}

static void random_networks_have_the_best_core_and_climbing_finds_it(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 15, 0);
  for (int round = 0; round < 60; round++) {
    struct known_graph k;
    known_random(&k, &c, (uint32_t)chance_below(&c, 9), round % 2, chance_share(&c));
    check(&k.g, round % 4 > 1, &c);
    known_graph_free(&k);
  }
}

static void florence_has_known_cores(void **state) {
  struct known_graph k;
  struct coreperiphery out;
  uint8_t core[FLORENCE_NODES];
  struct coreperiphery_question either = {.ideal = COREPERIPHERY_TOUCHING}, both = {.ideal = COREPERIPHERY_WITHIN};
  (void)state;
  known_graph_start(&k, FLORENCE_NODES, false, KNOWN(florence), NULL);
  for (uint32_t exhaustive = 0; exhaustive < 2; exhaustive++) { /* all cores, then climbing */
    either.exhaustive = both.exhaustive = exhaustive;
    assert_int_equal(coreperiphery(&out, core, &k.g, &either, NULL), KERNEL_DONE);
    assert_near(out.fit, 0.32985294, 1e-8);
    assert_true(out.size == 3 && set_of(core, 15) == (1u << GUADAGNI | 1u << MEDICI | 1u << STROZZI));
    assert_int_equal(coreperiphery(&out, core, &k.g, &both, NULL), KERNEL_DONE);
    assert_near(out.fit, 0.40302997, 1e-8);
    assert_true(out.size == 4 && set_of(core, 15) == (1u << BISCHERI | 1u << CASTELLANI | 1u << PERUZZI | 1u << STROZZI));
  }
  known_graph_free(&k);
}

static double product(const void *coreness, uint32_t u, uint32_t v) {
  return ((const double *)coreness)[u] * ((const double *)coreness)[v];
}

/* Least squares: moving any value either way makes the error greater, at the scale that fits best. */
static double error_of(const struct graph *g, const double *c) {
  double ties = 0, both = 0, squares = 0;
  for (uint32_t u = 0; u < g->nodes; u++)
    for (uint32_t v = 0; v < g->nodes; v++) {
      if (u == v) continue;
      double tie = known_tied(g, u, v);
      ties += tie * tie;
      both += tie * c[u] * c[v];
      squares += c[u] * c[u] * c[v] * c[v];
    }
  return ties - both * both / squares;
}

static void continuous_coreness_is_a_least_error_and_its_fit_a_correlation(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 16, 0);
  for (int round = 0; round < 100; round++) {
    struct known_graph k;
    double coreness[64], fit;
    bool settled;
    uint32_t n = 4 + (uint32_t)chance_below(&c, 20);
    known_random(&k, &c, n, round % 2, 0.15 + 0.6 * chance_share(&c));
    assert_int_equal(coreperiphery_continuous(coreness, &fit, &settled, &k.g, NULL), KERNEL_DONE);
    if (k.g.edges == 0) {
      assert_true(isnan(coreness[0]) && isnan(fit));
      known_graph_free(&k);
      continue;
    }
    double squares = 0, error = error_of(&k.g, coreness);
    for (uint32_t v = 0; v < n; v++) {
      squares += coreness[v] * coreness[v];
      assert_true(coreness[v] >= 0);
    }
    assert_near(squares, 1, 1e-12);
    assert_near(fit, correlate(&k.g, product, coreness), 1e-9);
    for (uint32_t v = 0; v < n && settled; v++)
      for (int side = -1; side <= 1; side += 2) {
        double kept = coreness[v];
        coreness[v] += side * 1e-4;
        assert_true(error_of(&k.g, coreness) >= error - 1e-12);
        coreness[v] = kept;
      }
    known_graph_free(&k);
  }
}

static void the_two_leaders_of_the_karate_club_are_in_its_core(void **state) {
  struct known_graph k;
  struct coreperiphery out;
  uint8_t core[KARATE_NODES];
  double coreness[KARATE_NODES], fit;
  bool settled;
  (void)state;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  assert_int_equal(coreperiphery(&out, core, &k.g, &(struct coreperiphery_question){.ideal = COREPERIPHERY_TOUCHING}, NULL), KERNEL_DONE);
  assert_true(core[0] && core[33] && out.size < 10 && !out.exact);
  assert_int_equal(coreperiphery_continuous(coreness, &fit, &settled, &k.g, NULL), KERNEL_DONE);
  assert_true(settled && coreness[33] > 0.3 && coreness[11] < 0.1);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks_have_the_best_core_and_climbing_finds_it),
      cmocka_unit_test(florence_has_known_cores),
      cmocka_unit_test(continuous_coreness_is_a_least_error_and_its_fit_a_correlation),
      cmocka_unit_test(the_two_leaders_of_the_karate_club_are_in_its_core),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
