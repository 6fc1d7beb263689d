/* Places by a measure, equals as equals. */
#include "ask/asked.h"
#include "ask/ranking.h"

static void places_count_those_above_and_equals(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-c a-d b-c e");
  struct ranking r;
  struct buffer text = {0};
  nonet_err err;
  size_t above, equal, all;
  assert_ok(ranking_start(&r, n, "neighbours,degree", NULL, &err), err);
  assert_near(ranking_value(&r, 1, node_of(n, "a")), 3, 0);
  ranking_place(&above, &equal, &all, &r, 0, node_of(n, "b"));
  assert_int_equal(above, 1);
  assert_int_equal(equal, 1);
  assert_int_equal(all, 5);
  ranking_tell(&text, &r, 0, node_of(n, "b"));
  assert_string_equal(buffer_string(&text), "2nd of 5, equal with 1 other");
  buffer_free(&text);
  ranking_free(&r);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(places_count_those_above_and_equals)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
