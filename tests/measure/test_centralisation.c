/* Centralisation: published values, and the two ends of the scale. */
#include "measure/values.h"

static void karate_and_florence_have_their_published_values(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "centralisation-degree", NULL), 0.399621, 1e-6);
  assert_near(value_of(n, "centralisation-betweenness", NULL), 0.405557, 1e-6);
  nonet_free(n);
  n = net_of(florentine_15);
  assert_near(value_of(n, "centralisation-degree", NULL), 0.274725, 1e-6);
  assert_near(value_of(n, "centralisation-betweenness", NULL), 0.436813, 1e-6);
  nonet_free(n);
  n = net_of(florentine_16);
  assert_near(value_of(n, "centralisation-degree", NULL), 0.266667, 1e-6);
  assert_near(value_of(n, "centralisation-betweenness", NULL), 0.383492, 1e-6);
  nonet_free(n);
}

static void a_star_has_1_a_cycle_and_a_complete_network_0(void **state) {
  (void)state;
  static const char *const lines[] = {"c-a c-b c-d c-e", "a>c c>a b>c c>b d>c c>d", "a-b b-c c-d d-a", "a-b b-c c-a"};
  for (int i = 0; i < 4; i++) {
    nonet *n = net_of(lines[i]);
    assert_near(value_of(n, "centralisation-degree", NULL), i < 2, 1e-15);
    assert_near(value_of(n, "centralisation-betweenness", NULL), i < 2, 1e-15);
    nonet_free(n);
  }
}

static void below_three_nodes_it_is_undefined(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  assert_near(value_of(n, "centralisation-degree", NULL), (double)NAN, 0);
  assert_near(value_of(n, "centralisation-betweenness", NULL), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_and_florence_have_their_published_values),
      cmocka_unit_test(a_star_has_1_a_cycle_and_a_complete_network_0),
      cmocka_unit_test(below_three_nodes_it_is_undefined),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
