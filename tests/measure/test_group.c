/* Group centrality: known values, names, and groups that leave nobody outside. */
#include "measure/values.h"

static void karate_has_its_known_values(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "group-degree:1;34", NULL), 29, 0);
  assert_near(normalised_of(n, "group-degree:1;34", NULL), 0.90625, 1e-15);
  assert_near(value_of(n, "group-closeness:1;34", NULL), 0.9142857, 1e-7);
  assert_near(normalised_of(n, "group-betweenness:1;34", NULL), 0.6845574, 1e-7);
  nonet_free(n);
}

static void a_group_of_one_is_its_node(void **state) {
  (void)state;
  nonet *n = net_of(florentine_16);
  assert_near(value_of(n, "group-degree:Medici", NULL), value_of(n, "degree", "Medici"), 0);
  assert_near(value_of(n, "group-closeness:Medici", NULL), value_of(n, "closeness", "Medici"), 1e-15);
  assert_near(value_of(n, "group-betweenness:Medici", NULL), value_of(n, "betweenness", "Medici"), 1e-13);
  nonet_free(n);
}

static void names_may_have_spaces_around_and_come_twice(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  assert_near(value_of(n, "group-degree: 1 ; 34;1;", NULL), 29, 0);
  nonet_free(n);
  assert_refused("a-b", "group-degree", NULL, NONET_EUSAGE, "group-degree:A;B");
  assert_refused("a-b", "group-closeness:;", NULL, NONET_EUSAGE, "names");
  assert_refused("a-b", "group-closeness:a;x", NULL, NONET_EUSAGE, "x");
}

static void direction_leads_outward(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c c>a d>a");
  assert_near(value_of(n, "group-degree:a;b", NULL), 1, 0);
  assert_near(value_of(n, "group-closeness:a;b", NULL), 0.5, 0); /* one of two, at 1 */
  assert_near(value_of(n, "group-betweenness:a;b", NULL), 1, 0); /* from d to c */
  assert_near(normalised_of(n, "group-betweenness:a;b", NULL), 0.5, 0);
  nonet_free(n);
}

static void lengths_count_when_weighted(void **state) {
  (void)state;
  nonet *n = net_of("a-b:4 b-c:1 a-c:0.5");
  assert_near(weighted_of(n, "group-closeness:a", NULL), 2 / (0.25 + 1.25), 1e-15);
  assert_near(weighted_of(n, "group-betweenness:b", NULL), 1, 0);
  assert_near(value_of(n, "group-betweenness:b", NULL), 0, 0);
  nonet_free(n);
}

static void with_nobody_outside_it_is_undefined(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  assert_near(value_of(n, "group-degree:a;b", NULL), 0, 0);
  assert_near(normalised_of(n, "group-degree:a;b", NULL), (double)NAN, 0);
  assert_near(value_of(n, "group-closeness:a;b", NULL), (double)NAN, 0);
  assert_near(value_of(n, "group-betweenness:a;b", NULL), 0, 0);
  assert_near(normalised_of(n, "group-betweenness:a", NULL), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_has_its_known_values),
      cmocka_unit_test(a_group_of_one_is_its_node),
      cmocka_unit_test(names_may_have_spaces_around_and_come_twice),
      cmocka_unit_test(direction_leads_outward),
      cmocka_unit_test(lengths_count_when_weighted),
      cmocka_unit_test(with_nobody_outside_it_is_undefined),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
