/* The two kinds that split a network, told or asked for. */
#include "fixture/net_of.h"
#include "rows.h"

static void two_kinds_with_ties_only_between_them_split_the_network(void **state) {
  (void)state;
  uint32_t a, b;
  nonet *n = net_of("x=woman y=woman e=event x-e y-e");
  assert_true(nonet_two_modes(n, &a, &b));
  assert_string_equal(nonet_kind_name(n, a), "woman");
  assert_string_equal(nonet_kind_name(n, b), "event");
  nonet_free(n);
  n = net_of("x=woman y=woman e=event x-e x-y");
  assert_false(nonet_two_modes(n, &a, &b));
  assert_int_equal(a, NONET_NONE);
  nonet_free(n);
  n = net_of("x=woman y e=event x-e"); /* a node without kind */
  assert_false(nonet_two_modes(n, NULL, NULL));
  nonet_free(n);
}

static void modes_that_are_asked_for_are_checked(void **state) {
  (void)state;
  nonet *n = net_of_with("x=woman y=place e=event x-e", &(nonet_seal_options){.modes = "Event, woman"});
  uint32_t a;
  assert_true(nonet_two_modes(n, &a, NULL));
  assert_string_equal(nonet_kind_name(n, a), "event");
  nonet_free(n);
  rows_refused(draft_of("x=woman y=place e=event x-e x-y"), (nonet_seal_options){.modes = "woman,event"}, NONET_EINPUT,
               "tie 'x' - 'y' joins woman and place, not 'woman' and 'event'");
  rows_refused(draft_of("x=woman e=event"), (nonet_seal_options){.modes = "woman,events"}, NONET_EUSAGE,
               "no kind 'events' (did you mean 'event'");
  rows_refused(draft_of("x=woman e=event"), (nonet_seal_options){.modes = "woman"}, NONET_EUSAGE, "are not two kinds");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_kinds_with_ties_only_between_them_split_the_network),
      cmocka_unit_test(modes_that_are_asked_for_are_checked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
