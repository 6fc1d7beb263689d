/* Closeness, betweenness and distance over layers. */
#include "measure/values.h"

static void in_one_layer_they_are_those_of_one_layer(void **state) {
  nonet *n = net_of(karate);
  (void)state;
  assert_near(value_of(n, "closeness-versatility", "1"), value_of(n, "closeness", "1"), 1e-14);
  assert_near(value_of(n, "betweenness-versatility", "1"), value_of(n, "betweenness", "1"), 1e-10);
  assert_near(value_of(n, "multilayer-distance:17;27", NULL), 5, 0);
  nonet_free(n);
}

static void a_change_of_layer_has_its_price(void **state) {
  nonet *n = net_of("a-b@x b-c@y a-d@x d-e@x e-c@x");
  (void)state;
  assert_near(value_of(n, "multilayer-distance:a;c;0", NULL), 2, 0);
  assert_near(value_of(n, "multilayer-distance:a;c;0.25", NULL), 2.25, 0);
  assert_near(value_of(n, "multilayer-distance:a;c", NULL), 3, 0);
  assert_near(value_of(n, "multilayer-distance:a;c;4", NULL), 3, 0);
  nonet_free(n);
}

/* At price 1 two ways from a to c are of length 3: by b with a change, by d and e without. */
static void ways_of_one_length_share_a_pair(void **state) {
  nonet *n = net_of("a-b@x b-c@y a-d@x d-e@x e-c@x");
  (void)state;
  double dear = value_of(n, "betweenness-versatility:2", "b"), even = value_of(n, "betweenness-versatility:1", "b"),
         cheap = value_of(n, "betweenness-versatility:0.5", "b");
  assert_near(dear, 0, 0);
  assert_near(even, 0.5, 1e-15);
  assert_near(cheap, 1, 1e-15);
  nonet_free(n);
}

static void lengths_are_used_when_weighted(void **state) {
  nonet *n = net_of("a-b:2@x b-c:4@y");
  (void)state;
  assert_near(weighted_of(n, "multilayer-distance:a;c;0.5", NULL), 1.25, 1e-15);
  nonet_free(n);
}

static void no_path_is_no_distance(void **state) {
  nonet *n = net_of("a>b@x c@x");
  (void)state;
  assert_true(isnan(value_of(n, "multilayer-distance:b;a", NULL)));
  assert_near(value_of(n, "multilayer-distance:a;a", NULL), 0, 0);
  assert_near(value_of(n, "closeness-versatility", "b"), 0, 0);
  nonet_free(n);
}

static void what_is_no_price_is_refused(void **state) {
  (void)state;
  assert_refused("a-b", "closeness-versatility:-1", NULL, NONET_EUSAGE, "at least 0");
  assert_refused("a-b", "multilayer-distance:a", NULL, NONET_EUSAGE, "name two nodes");
  assert_refused("a-b", "multilayer-distance:a;b;x", NULL, NONET_EUSAGE, "name two nodes");
  assert_refused("a-b", "multilayer-distance:a;z", NULL, NONET_EUSAGE, "z");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(in_one_layer_they_are_those_of_one_layer),
      cmocka_unit_test(a_change_of_layer_has_its_price),
      cmocka_unit_test(ways_of_one_length_share_a_pair),
      cmocka_unit_test(lengths_are_used_when_weighted),
      cmocka_unit_test(no_path_is_no_distance),
      cmocka_unit_test(what_is_no_price_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
