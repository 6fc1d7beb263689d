/* Core and periphery: the best cores of the Florentine families by both ideals, and where there is none. */
#include "measure/values.h"

/* The members, in the order of the network, between spaces. */
static void assert_core(const nonet *n, const char *measure, const char *want) {
  char got[256] = "";
  nonet_sheet *s = sheet_of(n, measure, NULL);
  for (size_t v = 0; v < nonet_sheet_rows(s); v++)
    if (nonet_sheet_number(s, v, 1) > 0) strcat(strcat(got, *got ? " " : ""), nonet_sheet_text(s, v, 0));
  assert_string_equal(got, want);
  nonet_sheet_free(s);
}

static void the_florentine_families_have_their_best_cores_by_both_ideals(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  assert_near(value_of(n, "core-periphery-fit", NULL), 0.32985294, 1e-8);
  assert_near(value_of(n, "core-periphery-fit:within", NULL), 0.40302997, 1e-8);
  assert_core(n, "core-member", "Medici Guadagni Strozzi");
  assert_core(n, "core-member:within", "Castellani Bischeri Peruzzi Strozzi");
  nonet_free(n);
}

static void a_clique_with_leaves_is_a_perfect_core(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-c b-c a-x a-y b-x b-y c-x c-y");
  assert_near(value_of(n, "core-periphery-fit:touching", NULL), 1, 1e-12);
  assert_core(n, "core-member", "a b c");
  nonet_sheet *s = sheet_of(n, "core-periphery", NULL);
  assert_string_equal(nonet_sheet_column(s, 1, NULL), "core");
  assert_string_equal(nonet_sheet_column(s, 2, NULL), "score");
  assert_contains(nonet_sheet_note(s, 0), "a core of 3, the best of all");
  nonet_sheet_free(s);
  nonet_free(n);
}

static void scores_put_the_products_of_a_rank_one_network_back(void **state) {
  (void)state;
  nonet *n = net_of("a-b:6 a-c:4 a-d:2 b-c:6 b-d:3 c-d:2"); /* products of 2 3 2 1 */
  assert_near(weighted_of(n, "core-periphery-fit:continuous", NULL), 1, 1e-9);
  assert_near(weighted_of(n, "core-score", "b"), 3 / sqrt(18), 1e-7);
  assert_near(weighted_of(n, "core-score", "d"), 1 / sqrt(18), 1e-7);
  nonet_free(n);
}

static void the_scores_of_a_star_run_away_and_are_undefined(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-c a-d a-e");
  assert_near(value_of(n, "core-score", "a"), (double)NAN, 0);
  assert_near(value_of(n, "core-periphery-fit:continuous", NULL), (double)NAN, 0);
  assert_near(value_of(n, "core-periphery-fit", NULL), 1, 1e-12);
  nonet_free(n);
}

static void where_all_pairs_are_alike_there_is_no_core(void **state) {
  static const char *const lines[] = {"a b c d", "a-b b-c c-a", "a-b", "a"};
  (void)state;
  for (size_t i = 0; i < 4; i++) {
    nonet *n = net_of(lines[i]);
    assert_near(value_of(n, "core-periphery-fit", NULL), (double)NAN, 0);
    assert_near(value_of(n, "core-member", "a"), (double)NAN, 0);
    nonet_free(n);
  }
}

static void an_unknown_ideal_is_refused(void **state) {
  (void)state;
  assert_refused("a-b b-c", "core-member:both", NULL, NONET_EUSAGE, "'touching' or 'within'");
}

static void scores_go_to_the_component_that_tells_most_whatever_its_keys(void **state) {
  static const char *const lines[] = {"a-b b-c c-d d-a x-y y-z z-x", "x-b b-c c-d d-x a-y y-z z-a"};
  (void)state;
  for (size_t i = 0; i < 2; i++) { /* a square tells 8 of 14 squared ties less what lies across, a triangle 6 of 14 */
    nonet *n = net_of(lines[i]);
    assert_near(value_of(n, "core-score", "b"), 0, 1e-9);
    assert_near(value_of(n, "core-score", "y"), sqrt(1 / 3.0), 1e-9);
    nonet_free(n);
  }
}

static void two_that_are_tied_to_each_other_alone_have_the_same_score(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-a c");
  assert_near(value_of(n, "core-score", "a"), sqrt(0.5), 1e-12);
  assert_near(value_of(n, "core-score", "b"), sqrt(0.5), 1e-12);
  assert_near(value_of(n, "core-score", "c"), 0, 0);
  nonet_free(n);
  n = net_of("a>b:3 a>b:4 c");
  assert_near(weighted_of(n, "core-score", "a"), sqrt(0.5), 1e-12);
  assert_near(weighted_of(n, "core-score", "b"), sqrt(0.5), 1e-12);
  nonet_free(n);
}

/* A weighted network with two settled answers: a star that tells 0.53 of the squared ties, and one about another tie that tells 0.45. */
static void scores_are_the_nearest_whatever_the_keys(void **state) {
  static const char *const lines[] = {"5-7:3 k-2:2 k-3:5 k-4:3.5 k-6:1 k-7:3 6-2:6", "6-7:3 k-4:2 k-3:5 k-2:3.5 k-5:1 k-7:3 5-4:6"};
  (void)state;
  for (size_t i = 0; i < 2; i++) {
    nonet *n = net_of(lines[i]);
    assert_near(weighted_of(n, "core-score", "k"), 0.9909131, 1e-6);
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(scores_go_to_the_component_that_tells_most_whatever_its_keys),
      cmocka_unit_test(two_that_are_tied_to_each_other_alone_have_the_same_score),
      cmocka_unit_test(scores_are_the_nearest_whatever_the_keys),
      cmocka_unit_test(the_florentine_families_have_their_best_cores_by_both_ideals),
      cmocka_unit_test(a_clique_with_leaves_is_a_perfect_core),
      cmocka_unit_test(scores_put_the_products_of_a_rank_one_network_back),
      cmocka_unit_test(the_scores_of_a_star_run_away_and_are_undefined),
      cmocka_unit_test(where_all_pairs_are_alike_there_is_no_core),
      cmocka_unit_test(an_unknown_ideal_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
