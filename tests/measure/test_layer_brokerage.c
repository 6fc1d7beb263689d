/* Which layer stands between which. */
#include "measure/values.h"

static double of_layer(const nonet *n, size_t layer) {
  nonet_sheet *s = sheet_of(n, "layer-brokerage", NULL);
  double value = nonet_sheet_number(s, layer, 1);
  nonet_sheet_free(s);
  return value;
}

/* x and z meet only in y. */
static void a_layer_that_shares_members_with_both_stands_between_them(void **state) {
  nonet *n = net_of("a-b@x b-c@y c-d@z a-c@y");
  nonet_sheet *s = sheet_of(n, "layer-brokers", NULL);
  (void)state;
  assert_near(of_layer(n, 0), 0, 0);
  assert_near(of_layer(n, 1), 1, 0);
  assert_near(of_layer(n, 2), 0, 0);
  assert_int_equal(nonet_sheet_rows(s), 3); /* x and y, y and z are tied themselves */
  assert_string_equal(nonet_sheet_text(s, 0, 2), "");
  assert_near(nonet_sheet_number(s, 0, 4), 2, 0); /* by a and b */
  assert_string_equal(nonet_sheet_text(s, 2, 0), "x");
  assert_string_equal(nonet_sheet_text(s, 2, 1), "z");
  assert_string_equal(nonet_sheet_text(s, 2, 2), "y");
  assert_near(nonet_sheet_number(s, 2, 3), 1, 0);
  assert_near(nonet_sheet_number(s, 2, 4), 1, 0); /* c alone ties y to z */
  nonet_sheet_free(s);
  nonet_free(n);
}

/* x meets z neither in a member nor in a tie; y and w both meet x and z. Layers are numbered as they come. */
static void two_that_stand_between_share_the_pair(void **state) {
  nonet *n = net_of("a-b@x b-c@y c-d@z a-e@w e-d@w");
  (void)state;
  assert_near(of_layer(n, 1), 0.5, 0);
  assert_near(of_layer(n, 3), 0.5, 0);
  assert_near(of_layer(n, 0), 0.5, 0); /* y and w have no common member either: x and z stand between them */
  nonet_free(n);
}

static void layers_that_all_meet_need_no_broker(void **state) {
  nonet *n = net_of("a-b@x a-b@y a-b@z"), *m = net_of("a-b");
  nonet_sheet *s = sheet_of(n, "layer-brokers", NULL), *none = sheet_of(m, "layer-brokers", NULL);
  (void)state;
  assert_int_equal(nonet_sheet_rows(s), 3);
  for (size_t r = 0; r < 3; r++)
    assert_string_equal(nonet_sheet_text(s, r, 2), "");
  assert_int_equal(nonet_sheet_rows(none), 0);
  nonet_sheet_free(s);
  nonet_sheet_free(none);
  nonet_free(n);
  nonet_free(m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_layer_that_shares_members_with_both_stands_between_them),
      cmocka_unit_test(two_that_stand_between_share_the_pair),
      cmocka_unit_test(layers_that_all_meet_need_no_broker),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
