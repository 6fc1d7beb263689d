/* Structural holes from the formulas over a full matrix. */
#include "kernel/burt.h"

#include "kernel/known_graphs.h"

struct result {
  double effective[64], efficiency[64], hierarchy[64], by_head[2048], by_tail[2048];
};

static void run(struct result *r, const struct graph *g, unsigned threads) {
  struct burt out = {r->effective, r->efficiency, r->hierarchy, r->by_head, r->by_tail};
  struct kernel_watch watch = {.threads = threads};
  assert_int_equal(burt(&out, g, &watch), KERNEL_DONE);
}

static void matrix(double z[64][64], const struct graph *g) {
  memset(z, 0, 64 * sizeof z[0]);
  for (uint32_t e = 0; e < g->edges; e++) {
    double s = g->strength ? g->strength[e] : 1;
    z[g->tail[e]][g->head[e]] += s;
    z[g->head[e]][g->tail[e]] += s;
  }
}

static void check(const struct graph *g) {
  static double z[64][64], c[64][64];
  static struct result r;
  double total[64] = {0}, most[64] = {0};
  matrix(z, g);
  for (uint32_t i = 0; i < g->nodes; i++)
    for (uint32_t j = 0; j < g->nodes; j++) {
      total[i] += z[i][j];
      most[i] = fmax(most[i], z[i][j]);
    }
  run(&r, g, 1);
  for (uint32_t i = 0; i < g->nodes; i++) {
    double n = 0, effective = 0, sum = 0, h = 0;
    for (uint32_t j = 0; j < g->nodes; j++) {
      if (z[i][j] <= 0) continue;
      double one = 1, share = z[i][j] / total[i];
      for (uint32_t q = 0; q < g->nodes; q++) {
        if (q == i || q == j) continue;
        one -= z[i][q] / total[i] * z[j][q] / most[j];
        if (z[i][q] > 0) share += z[i][q] / total[i] * z[q][j] / total[q];
      }
      n++;
      effective += one;
      c[i][j] = share * share;
      sum += c[i][j];
    }
    for (uint32_t j = 0; j < g->nodes; j++)
      if (z[i][j] > 0) h += c[i][j] / (sum / n) * log(c[i][j] / (sum / n));
    assert_near(r.effective[i], n > 0 ? effective : (double)NAN, 1e-12);
    assert_near(r.efficiency[i], n > 0 ? effective / n : (double)NAN, 1e-12);
    assert_near(r.hierarchy[i], n > 1 ? h / (n * log(n)) : (double)NAN, 1e-12);
  }
  for (uint32_t e = 0; e < g->edges; e++) {
    assert_near(r.by_head[e], c[g->tail[e]][g->head[e]], 1e-13);
    assert_near(r.by_tail[e], c[g->head[e]][g->tail[e]], 1e-13);
  }
}

static void random_networks_agree_with_the_matrix(void **state) {
  struct chance c;
  static double strength[2048];
  (void)state;
  chance_start(&c, 11, 0);
  for (int round = 0; round < 300; round++) {
    struct known_graph k;
    known_random(&k, &c, (uint32_t)chance_below(&c, 30), round % 2, chance_share(&c));
    for (uint32_t e = 0; e < k.g.edges; e++)
      strength[e] = 0.1 + chance_share(&c);
    if (round % 4 > 1) k.g.strength = strength;
    check(&k.g);
    known_graph_free(&k);
  }
}

static void medici_and_karate_34_have_known_effective_sizes(void **state) {
  struct known_graph florence, karate;
  static struct result r;
  (void)state;
  known_graph_start(&florence, FLORENCE_NODES, false, KNOWN(florence), NULL);
  run(&r, &florence.g, 1);
  assert_near(r.effective[MEDICI], 5.66666667, 1e-8);
  assert_near(r.efficiency[MEDICI], 0.944444, 1e-6);
  known_graph_start(&karate, KARATE_NODES, false, KNOWN(karate), NULL);
  run(&r, &karate.g, 1);
  assert_near(r.effective[33], 15.23529412, 1e-8);
  double one = 0;
  for (uint32_t e = 0; e < 78; e++) /* the parts add up to the constraint of member 1 */
    one += karate.g.tail[e] == 0 ? r.by_head[e] : karate.g.head[e] == 0 ? r.by_tail[e] : 0;
  assert_near(one, 0.1554233, 1e-7);
  known_graph_free(&florence);
  known_graph_free(&karate);
}

static void equal_contacts_have_no_hierarchy(void **state) {
  static const uint32_t star[][2] = {{0, 1}, {0, 2}, {0, 3}};
  struct known_graph k;
  static struct result r;
  (void)state;
  known_graph_start(&k, 5, false, star, 3, NULL);
  run(&r, &k.g, 1);
  assert_near(r.hierarchy[0], 0, 1e-15);
  assert_near(r.effective[0], 3, 1e-15);
  assert_true(isnan(r.hierarchy[1]) && isnan(r.effective[4]) && isnan(r.efficiency[4]));
  assert_near(r.by_head[0], 1.0 / 9, 1e-15);
  assert_near(r.by_tail[0], 1, 1e-15);
  known_graph_free(&k);
}

static void threads_change_no_bit(void **state) {
  struct known_graph k;
  struct chance c;
  static struct result one, eight;
  (void)state;
  chance_start(&c, 12, 0);
  known_random(&k, &c, 60, true, 0.5);
  run(&one, &k.g, 1);
  run(&eight, &k.g, 8);
  assert_memory_equal(one.effective, eight.effective, sizeof one.effective);
  assert_memory_equal(one.hierarchy, eight.hierarchy, sizeof one.hierarchy);
  assert_memory_equal(one.by_tail, eight.by_tail, k.g.edges * sizeof(double));
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks_agree_with_the_matrix),
      cmocka_unit_test(medici_and_karate_34_have_known_effective_sizes),
      cmocka_unit_test(equal_contacts_have_no_hierarchy),
      cmocka_unit_test(threads_change_no_bit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
