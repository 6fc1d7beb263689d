/* Centralisation: published values, and the two ends of the scale. */
#include "measure/values.h"

static void karate_and_florence_have_their_published_values(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "centralisation-degree", NULL), 0.399621, 1e-6);
  assert_near(value_of(n, "centralisation-closeness", NULL), 0.298195, 1e-6);
  assert_near(value_of(n, "centralisation-betweenness", NULL), 0.405557, 1e-6);
  nonet_free(n);
  n = net_of(florentine_15);
  assert_near(value_of(n, "centralisation-degree", NULL), 0.274725, 1e-6);
  assert_near(value_of(n, "centralisation-closeness", NULL), 0.322452, 1e-6);
  assert_near(value_of(n, "centralisation-betweenness", NULL), 0.436813, 1e-6);
  nonet_free(n);
  n = net_of(florentine_16);
  assert_near(value_of(n, "centralisation-degree", NULL), 0.266667, 1e-6);
  assert_near(value_of(n, "centralisation-betweenness", NULL), 0.383492, 1e-6);
  nonet_free(n);
}

/* The gap of leaves is half as large at most as that of nodes that reach nobody, so a directed star of ties both ways has not 1. */
static void the_greatest_closeness_centralisation_is_a_stars(void **state) {
  (void)state;
  static const char *const lines[] = {"c-a c-b c-d c-e", "c>a c>b c>d c>e", "a-b b-c c-d d-a", "a>b b>c c>a", "a b c"};
  for (int i = 0; i < 5; i++) {
    nonet *n = net_of(lines[i]);
    assert_near(value_of(n, "centralisation-closeness", NULL), i < 2, 1e-15);
    nonet_free(n);
  }
  nonet *n = net_of("c>a a>c c>b b>c");
  assert_near(value_of(n, "centralisation-closeness", NULL), 2 * (1 - 2.0 / 3) / 2, 1e-15);
  nonet_free(n);
}

static void the_greatest_eigenvector_centralisation_is_that_of_one_tie(void **state) {
  (void)state;
  nonet *n = net_of("a-b c d e");
  assert_near(value_of(n, "centralisation-eigenvector", NULL), 1, 1e-15);
  nonet_free(n);
  n = net_of("c-a c-b c-d c-e"); /* leaves have 1/2 */
  assert_near(value_of(n, "centralisation-eigenvector", NULL), 4 * 0.5 / 3, 1e-14);
  assert_near(value_of(n, "centralisation-eigenvector:star", NULL), 1, 1e-14);
  nonet_free(n);
  n = net_of("a-b b-c c-d d-a");
  assert_near(value_of(n, "centralisation-eigenvector", NULL), 0, 1e-14);
  nonet_free(n);
  n = net_of("a>b b>c");
  assert_near(value_of(n, "centralisation-eigenvector", NULL), (double)NAN, 0);
  nonet_free(n);
  assert_refused("a-b b-c", "centralisation-eigenvector:circle", NULL, NONET_EUSAGE, "'star'");
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
  assert_near(value_of(n, "centralisation-closeness", NULL), (double)NAN, 0);
  assert_near(value_of(n, "centralisation-eigenvector", NULL), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_and_florence_have_their_published_values),
      cmocka_unit_test(the_greatest_closeness_centralisation_is_a_stars),
      cmocka_unit_test(the_greatest_eigenvector_centralisation_is_that_of_one_tie),
      cmocka_unit_test(a_star_has_1_a_cycle_and_a_complete_network_0),
      cmocka_unit_test(below_three_nodes_it_is_undefined),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
