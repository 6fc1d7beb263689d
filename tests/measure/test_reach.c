/* Reach within steps. */
#include "measure/values.h"

static void contacts_of_contacts_are_within_two_steps(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d d-e f");
  assert_near(value_of(n, "reach", "a"), 2, 0);
  assert_near(value_of(n, "reach:1", "a"), 1, 0);
  assert_near(value_of(n, "reach:3", "c"), 4, 0);
  assert_near(value_of(n, "reach:0", "c"), 0, 0);
  assert_near(value_of(n, "reach:9", "f"), 0, 0);
  assert_near(normalised_of(n, "reach:1", "b"), 0.4, 1e-15);
  nonet_free(n);
  n = net_of(karate); /* nobody is more than three steps from member 1 */
  assert_near(value_of(n, "reach:1", "1"), 16, 0);
  assert_near(value_of(n, "reach:2", "1"), 25, 0);
  assert_near(value_of(n, "reach:3", "1"), 33, 0);
  nonet_free(n);
}

static void it_looks_outward(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c");
  assert_near(value_of(n, "reach:2", "a"), 2, 0);
  assert_near(value_of(n, "reach:2", "c"), 0, 0);
  nonet_free(n);
  n = net_of("a");
  assert_near(normalised_of(n, "reach", "a"), (double)NAN, 0);
  nonet_free(n);
}

static void half_a_step_is_refused(void **state) {
  (void)state;
  assert_refused("a-b", "reach:1.5", NULL, NONET_EUSAGE, "whole number");
  assert_refused("a-b", "reach:-1", NULL, NONET_EUSAGE, "whole number");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(contacts_of_contacts_are_within_two_steps),
      cmocka_unit_test(it_looks_outward),
      cmocka_unit_test(half_a_step_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
