/* Which weights a measure cannot take, and what is said of them. */
#include "fixture/net_of.h"
#include "net/net.h"
#include "rows.h"

static nonet *scaled(const char *line, const char *scale) {
  return net_of_with(line, &(nonet_seal_options){.scale = scale});
}

static void assert_tie(const nonet *n, uint32_t t, double strength, double length) {
  nonet_tie tie;
  nonet_tie_get(&tie, n, t);
  assert_near(tie.strength, strength, 1e-15);
  assert_near(tie.length, length, 1e-15);
}

static void a_weight_is_a_strength_unless_told(void **state) {
  (void)state;
  nonet *n = scaled("a-b:4 b-c", NULL);
  assert_true(nonet_is_weighted(n));
  assert_tie(n, 0, 4, 0.25);
  assert_tie(n, 1, 1, 1);
  nonet_free(n);
}

static void a_length_is_the_inverse_of_a_strength(void **state) {
  (void)state;
  nonet *n = scaled("a-b:4 b-c", "length");
  assert_tie(n, 0, 0.25, 4);
  assert_tie(n, 1, 1, 1);
  nonet_free(n);
}

static void the_first_rank_is_the_closest(void **state) {
  (void)state;
  nonet *n = scaled("a-b:1 b-c:3 c-d:5", "rank");
  assert_tie(n, 0, 5, 0.2);
  assert_tie(n, 1, 3, 1.0 / 3);
  assert_tie(n, 2, 1, 1);
  nonet_free(n);
}

static void a_weight_that_a_measure_cannot_take_names_the_tie(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "A", .to = "B", .weight = 2, .has_weight = true});
  rows_tie(d, (nonet_tie_row){.from = "A", .to = "C", .weight = -1, .has_weight = true, .origin = {1, 8}});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  nonet_err err;
  assert_int_equal(net_check_weights(n, NET_WEIGHTS_POSITIVE, "closeness", &err), NONET_EINPUT);
  assert_string_equal(err.text, "ties.csv:8: tie A - C has weight -1; 'closeness' needs lengths above 0");
  assert_int_equal(net_check_weights(n, NET_WEIGHTS_NOT_NEGATIVE, "pagerank", &err), NONET_EINPUT);
  assert_ok(net_check_weights(n, NET_WEIGHTS_ANY, "strength", &err), err);
  nonet_free(n);
  n = scaled("a-b:0 b-c:1", "length");
  assert_int_equal(net_check_weights(n, NET_WEIGHTS_ANY, "strength", &err), NONET_EINPUT);
  assert_contains(err.text, "tie a - b has length 0");
  nonet_free(n);
  n = net_of("a-b:0 b-c:1");
  assert_ok(net_check_weights(n, NET_WEIGHTS_NOT_NEGATIVE, "pagerank", &err), err);
  assert_int_equal(net_check_weights(n, NET_WEIGHTS_POSITIVE, "closeness", &err), NONET_EINPUT);
  nonet_free(n);
}

static void a_loop_is_on_no_path(void **state) {
  (void)state;
  nonet *n = net_of("a-a:0 a-b:1");
  nonet_err err;
  assert_ok(net_check_weights(n, NET_WEIGHTS_POSITIVE, "closeness", &err), err);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_weight_is_a_strength_unless_told),
      cmocka_unit_test(a_length_is_the_inverse_of_a_strength),
      cmocka_unit_test(the_first_rank_is_the_closest),
      cmocka_unit_test(a_weight_that_a_measure_cannot_take_names_the_tie),
      cmocka_unit_test(a_loop_is_on_no_path),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
