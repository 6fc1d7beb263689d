/* Spanning trees and algebraic connectivity. */
#include "measure/values.h"

static void karate_and_florence_have_their_published_values(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "algebraic-connectivity", NULL), .46852523, 1e-8);
  nonet_free(n);
  n = net_of(florentine_15);
  assert_near(value_of(n, "algebraic-connectivity", NULL), .34592316, 1e-8);
  assert_near(value_of(n, "spanning-trees", NULL), 1208, 0);
  assert_near(value_of(n, "log-spanning-trees", NULL), log(1208), 1e-14);
  nonet_free(n);
}

static void a_network_apart_has_no_tree(void **state) {
  (void)state;
  nonet *n = net_of("a-b c-d");
  assert_near(value_of(n, "spanning-trees", NULL), 0, 0);
  assert_near(value_of(n, "log-spanning-trees", NULL), (double)NAN, 0);
  assert_near(value_of(n, "algebraic-connectivity", NULL), 0, 1e-12);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_and_florence_have_their_published_values),
      cmocka_unit_test(a_network_apart_has_no_tree),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
