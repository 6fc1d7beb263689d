/* The E-I index: published values, groups, and chance. */
#include "measure/clubs.h"

static void karate_clubs_keep_to_themselves(void **state) {
  (void)state;
  nonet *n = karate_with_clubs();
  assert_near(value_of(n, "e-i-index", NULL), -0.71794872, 1e-8);
  nonet_sheet *s = sheet_of(n, "e-i-test", NULL);
  assert_int_equal(nonet_sheet_rows(s), 1);
  const double want[] = {11, 67, -0.71794872, 0.030303};
  for (size_t i = 0; i < 4; i++)
    assert_near(nonet_sheet_number(s, 0, 1 + i), want[i], 1e-6);
  assert_near(nonet_sheet_number(s, 0, 5), 0.0951, 2e-3); /* sd: exact here, of 20000 permutations there */
  assert_true(nonet_sheet_number(s, 0, 7) <= 2e-4);       /* p-low */
  assert_near(nonet_sheet_number(s, 0, 10), 9999, 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void the_same_seed_gives_the_same_p_whatever_the_order_of_rows(void **state) {
  static const char *const lines[] = {"a=1 b=1 c=1 d=2 e=2 f=2 a-b b-c c-d d-e e-f f-a a-d",
                                      "f=2 c=1 a=1 e=2 b=1 d=2 d-a e-f a-b f-a d-c e-d c-b"};
  double p[2];
  (void)state;
  for (size_t i = 0; i < 2; i++) {
    nonet *n = net_of(lines[i]);
    nonet_sheet *s;
    nonet_err err;
    assert_ok(nonet_measure(&s, n, "e-i-test:kind", NULL, &(nonet_run){.seed = 7, .threads = (unsigned)i + 1}, &err), err);
    p[i] = nonet_sheet_number(s, 0, 9);
    assert_near(nonet_sheet_number(s, 0, 11), 7, 0);
    assert_true(p[i] > 0.01 && p[i] <= 1);
    nonet_sheet_free(s);
    nonet_free(n);
  }
  assert_near(p[0], p[1], 0);
}

static void nodes_and_groups_have_an_index_of_their_own(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p c=q d=q e=r x a-b a-c a-d b-x e");
  assert_near(value_of(n, "e-i-index-node:kind", "a"), 1 / 3.0, 1e-15);
  assert_near(value_of(n, "e-i-index-node:kind", "b"), -1, 0);
  assert_near(value_of(n, "e-i-index-node:kind", "e"), (double)NAN, 0);
  assert_near(value_of(n, "e-i-index-node:kind", "x"), (double)NAN, 0);
  nonet_sheet *s = sheet_of(n, "e-i-groups:kind", NULL);
  assert_int_equal(nonet_sheet_rows(s), 3);
  assert_string_equal(nonet_sheet_text(s, 0, 0), "kind");
  assert_string_equal(nonet_sheet_text(s, 0, 1), "p");
  assert_near(nonet_sheet_number(s, 0, 5), 1 / 3.0, 1e-15);
  assert_near(nonet_sheet_number(s, 1, 5), 1, 0);
  assert_near(nonet_sheet_number(s, 2, 5), (double)NAN, 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void without_ties_there_is_no_index(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=q");
  assert_near(value_of(n, "e-i-index", NULL), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_clubs_keep_to_themselves),
      cmocka_unit_test(the_same_seed_gives_the_same_p_whatever_the_order_of_rows),
      cmocka_unit_test(nodes_and_groups_have_an_index_of_their_own),
      cmocka_unit_test(without_ties_there_is_no_index),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
