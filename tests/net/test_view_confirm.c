/* Ties that one side or both sides report. */
#include "views.h"

static void either_takes_a_report_of_one_side_and_both_wants_two(void **state) {
  (void)state;
  nonet *n = net_of("a>b:2 b>a:5 b>c c>c d");
  nonet *v = view(n, "confirm:either");
  assert_is(v, "d a b c | b-a b-c c-c");
  assert_false(nonet_is_directed(v));
  nonet_tie tie;
  nonet_tie_get(&tie, v, 0);
  assert_near(tie.weight, 5, 0);
  nonet_free(v);
  v = view_of(n, "confirm:both");
  assert_is(v, "d a b c | a-b c-c");
  nonet_tie_get(&tie, v, 0);
  assert_near(tie.weight, 2, 0);
  size_t count;
  const uint32_t *parents = nonet_tie_parents(v, 0, &count);
  assert_int_equal(count, 2);
  assert_int_equal(parents[0], 0);
  assert_int_equal(parents[1], 1);
  nonet_free(v);
}

static void a_report_confirms_only_one_of_its_own_layer(void **state) {
  (void)state;
  nonet *n = net_of("a>b@E b>a@H c>d@E d>c@E");
  nonet *v = view(n, "confirm:both");
  assert_is(v, "a b c d | c-d@E");
  nonet_free(v);
  v = view_of(n, "confirm:either");
  assert_is(v, "a b c d | a-b@E b-a@H c-d@E");
  nonet_free(v);
}

static void an_undirected_tie_is_a_report_by_both(void **state) {
  (void)state;
  nonet *v = view_of(net_of("a-b c>b"), "confirm:both");
  assert_is(v, "a b c | a-b");
  nonet_free(v);
}

static void parents_are_ties_of_the_first_network_through_several_views(void **state) {
  (void)state;
  nonet *n = net_of("x>y a>b b>a");
  nonet *w = view(n, "without:x"), *v = view(w, "confirm:both");
  size_t count;
  const uint32_t *parents = nonet_tie_parents(v, 0, &count);
  assert_int_equal(count, 2);
  assert_int_equal(parents[0], 1);
  assert_int_equal(parents[1], 2);
  nonet_free(v);
  nonet_free(w);
  nonet_free(n);
}

static void what_cannot_be_confirmed_is_refused(void **state) {
  (void)state;
  nonet *n = net_of("a-b"), *d = net_of("a>b");
  assert_refused(n, "confirm:both", "nothing to confirm");
  assert_refused(d, "confirm:all", "confirm:either|both");
  nonet_free(n);
  nonet_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(either_takes_a_report_of_one_side_and_both_wants_two),
      cmocka_unit_test(a_report_confirms_only_one_of_its_own_layer),
      cmocka_unit_test(an_undirected_tie_is_a_report_by_both),
      cmocka_unit_test(parents_are_ties_of_the_first_network_through_several_views),
      cmocka_unit_test(what_cannot_be_confirmed_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
