/* Surroundings and the greatest component. */
#include "views.h"

static void around_takes_so_many_steps_whatever_way_ties_point(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c c>d d>e a>c");
  nonet *v = view(n, "around:c");
  assert_is(v, "a b c d | a>b b>c c>d a>c");
  nonet_free(v);
  v = view(n, "around:e:2");
  assert_is(v, "c d e | c>d d>e");
  nonet_free(v);
  v = view(n, "around:E:0");
  assert_is(v, "e |");
  nonet_free(v);
  assert_refused(n, "around:z:2", "there is no node 'z'");
  assert_refused(n, "around:", "not of the form around:NAME[:STEPS]");
  nonet_free(n);
}

static void a_name_with_a_colon_is_tried_whole_first(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "a:2", .to = "b"});
  rows_tie(d, (nonet_tie_row){.from = "b", .to = "c"});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  nonet *v = view(n, "around:a:2");
  assert_is(v, "a:2 b | a:2-b");
  nonet_free(v);
  v = view(n, "around:a:2:2");
  assert_is(v, "a:2 b c | a:2-b b-c");
  nonet_free(v);
  nonet_free(n);
}

static void the_giant_is_the_greatest_component_the_first_of_equals(void **state) {
  (void)state;
  nonet *v = view_of(net_of("a-b c-d d-e f g-h h-i"), "giant");
  assert_is(v, "c d e | c-d d-e");
  nonet_free(v);
  v = view_of(corner("null"), "giant");
  assert_is(v, "|");
  nonet_free(v);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(around_takes_so_many_steps_whatever_way_ties_point),
      cmocka_unit_test(a_name_with_a_colon_is_tried_whole_first),
      cmocka_unit_test(the_giant_is_the_greatest_component_the_first_of_equals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
