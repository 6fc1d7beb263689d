/* Structural holes: published values, single contacts, and who constrains whom. */
#include "measure/values.h"

static void medici_and_karate_have_their_published_values(void **state) {
  (void)state;
  nonet *n = net_of(florentine_15);
  assert_near(value_of(n, "effective-size", "Medici"), 5.66666667, 1e-9);
  assert_near(value_of(n, "ego-efficiency", "Medici"), 0.944444, 1e-6);
  nonet_free(n);
  n = net_of(karate);
  assert_near(value_of(n, "effective-size", "34"), 15.23529412, 1e-9);
  nonet_free(n);
}

static void a_leaf_has_one_contact_and_no_hierarchy_and_an_isolate_nothing(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-a c-d x");
  assert_near(value_of(n, "effective-size", "d"), 1, 0);
  assert_near(value_of(n, "ego-efficiency", "d"), 1, 0);
  assert_near(value_of(n, "hierarchy", "d"), (double)NAN, 0);
  assert_near(value_of(n, "hierarchy", "a") > 0, 1, 0);
  for (size_t i = 0; i < 3; i++)
    assert_near(value_of(n, (const char *[]){"effective-size", "ego-efficiency", "hierarchy"}[i], "x"), (double)NAN, 0);
  nonet_free(n);
}

static void a_star_has_no_hierarchy_and_a_contact_among_all_others_has_most(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-c a-d");
  assert_near(value_of(n, "hierarchy", "a"), 0, 1e-15);
  assert_near(value_of(n, "effective-size", "a"), 3, 0);
  nonet_free(n);
  n = net_of("a-b a-c a-d b-c b-d b-e b-f"); /* b is where a's other contacts meet */
  assert_true(value_of(n, "hierarchy", "a") > 0.01);
  nonet_free(n);
}

static void local_constraint_adds_up_to_constraint(void **state) {
  (void)state;
  static const char *const lines[] = {"a-b:2 b-c:1 c-a:4 c-d:3", "a>b b>a b>c c>d d>b a>d"};
  for (size_t k = 0; k < 2; k++)
    for (int weighted = 0; weighted < 2; weighted++) {
      nonet *n = net_of(lines[k]);
      nonet_measure_options options = {.weighted = weighted};
      nonet_sheet *s = sheet_of(n, "local-constraint", &options);
      for (uint32_t v = 0; v < nonet_nodes(n); v++) {
        nonet_node node;
        double sum = 0;
        nonet_node_get(&node, n, v);
        for (size_t row = 0; row < nonet_sheet_rows(s); row++)
          if (!strcmp(nonet_sheet_text(s, row, 0), node.key)) sum += nonet_sheet_number(s, row, 2);
        assert_near(sum, value_with(n, "constraint", node.key, &options), 1e-14);
      }
      nonet_sheet_free(s);
      nonet_free(n);
    }
}

static void a_pair_tied_both_ways_is_listed_once_each_way(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>a b>c");
  nonet_sheet *s = sheet_of(n, "local-constraint", NULL);
  assert_int_equal(nonet_sheet_rows(s), 4);
  nonet_sheet_free(s);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(medici_and_karate_have_their_published_values),
      cmocka_unit_test(a_leaf_has_one_contact_and_no_hierarchy_and_an_isolate_nothing),
      cmocka_unit_test(a_star_has_no_hierarchy_and_a_contact_among_all_others_has_most),
      cmocka_unit_test(local_constraint_adds_up_to_constraint),
      cmocka_unit_test(a_pair_tied_both_ways_is_listed_once_each_way),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
