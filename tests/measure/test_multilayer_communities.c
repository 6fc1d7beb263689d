/* Communities that go through layers. */
#include "measure/values.h"

static const char two_triangles[] = "a-b@1 b-c@1 c-a@1 d-e@1 e-f@1 f-d@1 a-b@2 b-c@2 c-a@2 d-e@2 e-f@2 f-d@2 c-d@1";

static double community_of(const nonet *n, const char *measure, const char *key, const char *layer) {
  nonet_sheet *s = sheet_of(n, measure, NULL);
  double value = NAN;
  for (size_t r = 0; r < nonet_sheet_rows(s); r++)
    if (!strcmp(nonet_sheet_text(s, r, 0), key) && !strcmp(nonet_sheet_text(s, r, 1), layer)) value = nonet_sheet_number(s, r, 2);
  nonet_sheet_free(s);
  return value;
}

static void groups_that_are_the_same_in_both_layers_go_through_them(void **state) {
  nonet *n = net_of(two_triangles);
  (void)state;
  assert_near(community_of(n, "multilayer-communities", "a", "1"), 1, 0);
  assert_near(community_of(n, "multilayer-communities", "b", "2"), 1, 0);
  assert_near(community_of(n, "multilayer-communities", "d", "1"), 2, 0);
  assert_near(community_of(n, "multilayer-communities", "f", "2"), 2, 0);
  nonet_free(n);
}

/* By hand: layer 1 has 14 ends, groups of 7; layer 2 has 12, groups of 6; 12 ends of couplings, all within. */
static void its_quality_is_that_of_the_definition(void **state) {
  nonet *n = net_of(two_triangles);
  (void)state;
  assert_near(value_of(n, "multilayer-modularity", NULL), (12 - 2 * 49 / 14.0 + 12 - 2 * 36 / 12.0 + 12) / (14 + 12 + 12), 1e-14);
  nonet_free(n);
}

static void a_weak_coupling_lets_a_partner_change_sides(void **state) {
  nonet *n = net_of("a-b@1 b-c@1 c-a@1 x-y@1 y-z@1 z-x@1 b-c@2 x-y@2 y-z@2 z-x@2 a-x@2 a-y@2 a-z@2");
  (void)state;
  const char *weak = "multilayer-communities:0.01";
  assert_true(community_of(n, weak, "a", "1") == community_of(n, weak, "b", "1"));
  assert_true(community_of(n, weak, "a", "2") == community_of(n, weak, "x", "2"));
  nonet_free(n);
}

static void replicas_without_ties_stand_in_one_line(void **state) {
  nonet *n = net_of("a-b@1 a-b@2 c-d@3");
  nonet_sheet *s = sheet_of(n, "multilayer-communities", NULL);
  (void)state;
  assert_int_equal(nonet_sheet_rows(s), 10);
  assert_near(community_of(n, "multilayer-communities", "a", ""), community_of(n, "multilayer-communities", "a", "1"), 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void without_ties_there_are_none(void **state) {
  nonet *n = net_of("a b");
  nonet_sheet *s = sheet_of(n, "multilayer-communities", NULL);
  (void)state;
  assert_int_equal(nonet_sheet_rows(s), 0);
  assert_true(isnan(value_of(n, "multilayer-modularity", NULL)));
  nonet_sheet_free(s);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(groups_that_are_the_same_in_both_layers_go_through_them),
      cmocka_unit_test(its_quality_is_that_of_the_definition),
      cmocka_unit_test(a_weak_coupling_lets_a_partner_change_sides),
      cmocka_unit_test(replicas_without_ties_stand_in_one_line),
      cmocka_unit_test(without_ties_there_are_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
