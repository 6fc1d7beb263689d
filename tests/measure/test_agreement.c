/* Agreement of two divisions into groups. */
#include "measure/values.h"

static void the_same_groups_agree_and_crossed_ones_do_not(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p c=q d=q a-c b-d"); /* kinds ab|cd, components ac|bd */
  assert_near(value_of(n, "nmi:kind;kind", NULL), 1, 1e-15);
  assert_near(value_of(n, "adjusted-rand:kind;kind", NULL), 1, 0);
  assert_near(value_of(n, "nmi:kind;component", NULL), 0, 1e-15);
  assert_near(value_of(n, "adjusted-rand:kind;component", NULL), -0.5, 1e-15); /* 0 pairs in both, 2 and 2 of 6 */
  nonet_free(n);
}

static void groups_of_all_and_of_each_alone_agree_with_themselves_only(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p c=p");
  assert_near(value_of(n, "nmi:kind;kind", NULL), 1, 0);
  assert_near(value_of(n, "adjusted-rand:kind;kind", NULL), 1, 0);
  assert_near(value_of(n, "adjusted-rand:component;component", NULL), 1, 0);
  assert_near(value_of(n, "adjusted-rand:kind;component", NULL), 0, 0);
  assert_near(value_of(n, "nmi:kind;component", NULL), 0, 1e-15);
  nonet_free(n);
}

static void nodes_that_either_leaves_out_are_left_out(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p c=q d=q x a-b c-d d-x");
  assert_near(value_of(n, "nmi:kind;component", NULL), 1, 1e-15);
  nonet_free(n);
  n = net_of("c-d d-e a=p b=q"); /* fewer nodes than components go before them: the second method must number anew */
  assert_near(value_with(n, "nmi:kind;component", NULL, &(nonet_measure_options){.verify = true}), 1, 1e-15);
  assert_near(value_with(n, "adjusted-rand:kind;component", NULL, &(nonet_measure_options){.verify = true}), 1, 0);
  nonet_free(n);
  n = net_of("a b");
  assert_near(value_of(n, "nmi:kind;component", NULL), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_same_groups_agree_and_crossed_ones_do_not),
      cmocka_unit_test(groups_of_all_and_of_each_alone_agree_with_themselves_only),
      cmocka_unit_test(nodes_that_either_leaves_out_are_left_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
