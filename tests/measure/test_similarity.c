/* Likeness of ties, pair by pair. */
#include "measure/values.h"

static double of_pair(const nonet *n, const char *measure, const char *from, const char *to, bool weighted) {
  nonet_sheet *s = sheet_of(n, measure, &(nonet_measure_options){.weighted = weighted});
  double value = -99;
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    if (!strcmp(nonet_sheet_text(s, i, 0), from) && !strcmp(nonet_sheet_text(s, i, 1), to)) value = nonet_sheet_number(s, i, 2);
  nonet_sheet_free(s);
  return value;
}

static void members_3_and_34_share_two_sevenths_of_their_contacts(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(of_pair(n, "structural-similarity", "3", "34", false), 0.28571429, 1e-8);
  nonet_free(n);
}

static void equivalent_nodes_are_at_no_distance_tied_or_not(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-c b-c x-c y-c z");
  assert_near(of_pair(n, "structural-similarity:euclidean", "a", "b", false), 0, 0);
  assert_near(of_pair(n, "structural-similarity:euclidean", "x", "y", false), 0, 0);
  assert_near(of_pair(n, "structural-similarity:euclidean", "z", "c", false), 2, 0); /* a b x y */
  assert_near(of_pair(n, "structural-similarity:correlation", "a", "b", false), 1, 1e-15);
  assert_near(of_pair(n, "structural-similarity:correlation", "z", "x", false), (double)NAN, 0);
  assert_near(of_pair(n, "structural-similarity", "a", "b", false), 1, 0);
  nonet_free(n);
}

static void directed_ties_to_and_from_are_told_apart_and_strengths_count(void **state) {
  (void)state;
  nonet *n = net_of("a>c:3 c>b:4 d");
  assert_near(of_pair(n, "structural-similarity", "a", "b", false), 0, 0);
  assert_near(of_pair(n, "structural-similarity:euclidean", "a", "b", true), 5, 0);
  nonet_free(n);
}

static void two_nodes_have_no_others_to_compare(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  assert_near(of_pair(n, "structural-similarity", "a", "b", false), (double)NAN, 0);
  nonet_free(n);
  assert_refused("a-b", "structural-similarity:cosine", NULL, NONET_EUSAGE, "euclidean");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(members_3_and_34_share_two_sevenths_of_their_contacts),
      cmocka_unit_test(equivalent_nodes_are_at_no_distance_tied_or_not),
      cmocka_unit_test(directed_ties_to_and_from_are_told_apart_and_strengths_count),
      cmocka_unit_test(two_nodes_have_no_others_to_compare),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
