/* Curves of removal: published values of R, ties by key, chance by seed. */
#include "fixture/net_of.h"
#include "measure/known.h"
#include "tests/test.h"

#include <stdlib.h>

static nonet_answer *curve(const nonet *n, nonet_removal order, uint64_t seed) {
  nonet_answer *a;
  nonet_err err;
  nonet_run run = {.seed = seed};
  assert_ok(nonet_curve(&a, n, order, &run, &err), err);
  return a;
}

/* The mean of the column "share". */
static double r_of(const nonet_answer *a) {
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  double sum = 0;
  for (size_t row = 0; row < nonet_sheet_rows(s); row++)
    sum += nonet_sheet_number(s, row, 3);
  return sum / (double)nonet_sheet_rows(s);
}

static void zacharys_club_has_the_known_robustness(void **state) {
  /* Schneider's R over 34 departures, ties by key; recomputed with networkx 2.8.8. */
  static const struct {
    nonet_removal order;
    double r;
  } known[] = {{NONET_BY_DEGREE, 0.14186851},
               {NONET_BY_DEGREE_ADAPTIVE, 0.13581315},
               {NONET_BY_BETWEENNESS, 0.14532872},
               {NONET_BY_BETWEENNESS_ADAPTIVE, 0.13408304}};
  (void)state;
  nonet *n = net_of(karate);
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    nonet_answer *a = curve(n, known[i].order, 0);
    assert_near(r_of(a), known[i].r, 5e-9);
    nonet_answer_free(a);
  }
  nonet_free(n);
}

static void chance_is_averaged_over_many_orders_and_follows_the_seed(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_answer *a = curve(n, NONET_BY_CHANCE, 1), *same = curve(n, NONET_BY_CHANCE, 1), *other = curve(n, NONET_BY_CHANCE, 2);
  double r = strtod(nonet_answer_verdict(a) + strlen("R = "), NULL);
  assert_near(r, 0.411, 0.008); /* 0.411 within five standard errors */
  assert_string_equal(nonet_answer_verdict(a), nonet_answer_verdict(same));
  assert_near(r_of(a), r_of(same), 0);
  assert_true(strcmp(nonet_answer_verdict(a), nonet_answer_verdict(other)) != 0);
  assert_contains(nonet_answer_sentence(a, 1), "mean over 1000 orders");
  nonet_answer_free(a);
  nonet_answer_free(same);
  nonet_answer_free(other);
  nonet_free(n);
}

static void the_order_of_rows_does_not_matter(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d d-a"), *m = net_of("d-c a-d c-b b-a");
  for (int by = NONET_BY_CHANCE; by <= NONET_BY_BETWEENNESS_ADAPTIVE; by++) {
    nonet_answer *a = curve(n, (nonet_removal)by, 7), *b = curve(m, (nonet_removal)by, 7);
    for (size_t row = 0; row < 4; row++)
      assert_string_equal(nonet_sheet_text(nonet_answer_sheet(a, 0), row, 1), nonet_sheet_text(nonet_answer_sheet(b, 0), row, 1));
    nonet_answer_free(a);
    nonet_answer_free(b);
  }
  nonet_free(n);
  nonet_free(m);
}

static void who_halves_the_largest_part_is_marked(void **state) {
  uint32_t node;
  const char *role;
  (void)state;
  nonet *n = net_of("m-a m-b m-c");
  nonet_answer *a = curve(n, NONET_BY_DEGREE, 0);
  assert_true(nonet_answer_highlight(a, 0, &node, NULL, &role));
  assert_int_equal(node, node_of(n, "m"));
  assert_string_equal(role, "departure 1");
  assert_false(nonet_answer_highlight(a, 1, &node, NULL, &role));
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_network_without_nodes_has_no_curve(void **state) {
  nonet_answer *a;
  nonet_err err;
  (void)state;
  nonet *n = corner("null");
  assert_int_equal(nonet_curve(&a, n, NONET_BY_DEGREE, NULL, &err), NONET_ENOANSWER);
  assert_null(a);
  assert_int_equal(nonet_curve(&a, n, (nonet_removal)9, NULL, &err), NONET_EUSAGE);
  nonet_free(n);
  n = corner("one");
  a = curve(n, NONET_BY_BETWEENNESS_ADAPTIVE, 0);
  assert_near(r_of(a), 0, 0);
  nonet_answer_free(a);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(zacharys_club_has_the_known_robustness), cmocka_unit_test(chance_is_averaged_over_many_orders_and_follows_the_seed),
      cmocka_unit_test(the_order_of_rows_does_not_matter),      cmocka_unit_test(who_halves_the_largest_part_is_marked),
      cmocka_unit_test(a_network_without_nodes_has_no_curve),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
