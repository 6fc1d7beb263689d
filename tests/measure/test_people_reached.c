/* People reached: each node once, within so many steps, outward; what says nothing adds nothing; columns by name, and what is refused. */
#include "measure/values.h"

static nonet *with_people(const char *line, const char *column, const char *const *people, size_t count) {
  nonet_draft *d = draft_of(line);
  nonet *n;
  nonet_err err;
  for (uint32_t v = 0; v < count; v++)
    if (people[v]) assert_ok(nonet_draft_node_attribute(d, v, column, people[v], &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static const char *const hundreds[] = {"100", "20", NULL, "3", NULL};

static void everybody_within_the_steps_counts_once(void **state) {
  (void)state;
  nonet *n = with_people("a b c d e a-b b-c c-a c-d", "People served", hundreds, 5);
  assert_near(value_of(n, "people-reached", "a"), 120, 0);
  assert_near(value_of(n, "people-reached", "c"), 123, 0);
  assert_near(value_of(n, "people-reached:;0", "d"), 3, 0);
  assert_near(value_of(n, "people-reached:people served;2", "d"), 123, 0);
  assert_near(value_of(n, "people-reached:people served", "d"), 3, 0);
  assert_near(value_of(n, "people-reached", "e"), (double)NAN, 0);
  nonet_free(n);
}

static void it_goes_along_the_arcs(void **state) {
  (void)state;
  nonet *n = with_people("a b c d e a>b b>c", "people", hundreds, 5);
  assert_near(value_of(n, "people-reached:people;5", "a"), 120, 0);
  assert_near(value_of(n, "people-reached:people;5", "b"), 20, 0);
  assert_near(value_of(n, "people-reached:people;5", "c"), (double)NAN, 0);
  nonet_free(n);
}

static void without_a_column_there_is_no_number(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  assert_near(value_of(n, "people-reached", "a"), (double)NAN, 0);
  nonet_free(n);
  assert_refused("a-b", "people-reached:people", NULL, NONET_EUSAGE, "no column 'people'");
  assert_refused("a-b", "people-reached:people;x", NULL, NONET_EUSAGE, "whole number of steps");
  static const char *const words[] = {"many", "few"};
  nonet_sheet *s;
  nonet_err err;
  n = with_people("a b a-b", "people", words, 2);
  assert_int_equal(nonet_measure(&s, n, "people-reached:people", NULL, NULL, &err), NONET_EUSAGE);
  assert_contains(err.text, "holds words");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(everybody_within_the_steps_counts_once),
      cmocka_unit_test(it_goes_along_the_arcs),
      cmocka_unit_test(without_a_column_there_is_no_number),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
