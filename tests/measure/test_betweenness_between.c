/* Who lies between two sides: layers, kinds and single nodes, and those who are on both. */
#include "measure/values.h"

/* X: a b; Y: b c d, b in both. Pairs once: a-b, a-c, a-d, b-c, b-d. */
static void a_pair_on_both_sides_counts_once(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@Y c-d@Y");
  assert_near(value_of(n, "betweenness-between:X;Y", "b"), 2, 0); /* a-c, a-d */
  assert_near(value_of(n, "betweenness-between:X;Y", "c"), 2, 0); /* a-d, b-d */
  assert_near(value_of(n, "betweenness-between:X;Y", "a"), 0, 0);
  nonet_free(n);
}

static void normalised_it_is_a_share_of_the_pairs_without_the_node(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@Y c-d@Y");
  assert_near(normalised_of(n, "betweenness-between:X;Y", "b"), 1, 0);          /* a-c, a-d */
  assert_near(normalised_of(n, "betweenness-between:X;Y", "c"), 2. / 3, 1e-15); /* a-b, a-d, b-d */
  assert_near(normalised_of(n, "betweenness-between:X;Y", "a"), 0, 0);
  nonet_free(n);
}

static void from_one_to_another_and_back_are_different_ways_when_directed(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c c>d d>a");
  assert_near(value_of(n, "betweenness-between:a;c", "b"), 1, 0);
  assert_near(value_of(n, "betweenness-between:a;c", "d"), 0, 0);
  assert_near(value_of(n, "betweenness-between:c;a", "d"), 1, 0);
  assert_near(value_of(n, "betweenness-between:c;a", "b"), 0, 0);
  nonet_free(n);
}

static void all_with_all_is_betweenness(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@X c-d@X d-a@X d-e@X e-f@X");
  nonet_sheet *all = sheet_of(n, "betweenness", NULL), *same = sheet_of(n, "betweenness-between:X;X", NULL);
  for (size_t row = 0; row < nonet_sheet_rows(all); row++)
    assert_near(nonet_sheet_number(same, row, 1), nonet_sheet_number(all, row, 1), 1e-12);
  nonet_sheet_free(all);
  nonet_sheet_free(same);
  nonet_free(n);
}

static void sides_have_two_names_that_are_there(void **state) {
  (void)state;
  assert_refused("a-b", "betweenness-between:a", NULL, NONET_EUSAGE, "name both");
  assert_refused("a-b", "betweenness-between:a;zzz", NULL, NONET_EUSAGE, "zzz");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_pair_on_both_sides_counts_once),
      cmocka_unit_test(normalised_it_is_a_share_of_the_pairs_without_the_node),
      cmocka_unit_test(from_one_to_another_and_back_are_different_ways_when_directed),
      cmocka_unit_test(all_with_all_is_betweenness),
      cmocka_unit_test(sides_have_two_names_that_are_there),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
