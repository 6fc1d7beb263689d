/* base/ending.c: lists that a signal handler may walk. */
#include "test.h"

#include <stdlib.h>

#include "base/ending.h"
#include "base/team.h"

static _Atomic uintptr_t sum;
static atomic_uint taken;

static void add_up(uintptr_t value) {
  atomic_fetch_add(&sum, value);
  atomic_fetch_add(&taken, 1);
}

static void what_was_put_in_is_handed_out_once(void **state) {
  (void)state;
  static struct ending_list list;
  ending_place *places[200];
  for (uintptr_t i = 0; i < 200; i++) /* more than three groups */
    places[i] = ending_add(&list, i + 1);
  for (size_t i = 0; i < 200; i += 2)
    assert_true(ending_take(places[i], i + 1));
  atomic_store(&sum, 0);
  atomic_store(&taken, 0);
  ending_each(&list, add_up);
  assert_int_equal(atomic_load(&taken), 100);
  assert_int_equal(atomic_load(&sum), 2 * 100 * 101 / 2);
  for (size_t i = 0; i < 200; i++)
    assert_false(ending_take(places[i], i + 1));
  ending_each(&list, add_up);
  assert_int_equal(atomic_load(&taken), 100);
}

static void a_place_that_another_took_over_is_left_alone(void **state) {
  (void)state;
  static struct ending_list list;
  ending_place *place = ending_add(&list, 7);
  ending_each(&list, add_up);
  assert_ptr_equal(ending_add(&list, 8), place);
  assert_false(ending_take(place, 7));
  assert_true(ending_take(place, 8));
}

static void come_and_go(void *context, size_t part, unsigned worker) {
  struct ending_list *list = context;
  (void)worker;
  uintptr_t value = part + 1;
  ending_place *place = ending_add(list, value);
  if (part % 100 == 0) ending_each(list, add_up);
  if (ending_take(place, value)) add_up(value);
}

static void threads_neither_lose_nor_double_a_value(void **state) {
  (void)state;
  static struct ending_list list;
  enum { PARTS = 20000 };
  atomic_store(&sum, 0);
  atomic_store(&taken, 0);
  assert_true(team_run(PARTS, 8, come_and_go, &list, NULL));
  ending_each(&list, add_up);
  assert_int_equal(atomic_load(&taken), PARTS);
  assert_int_equal(atomic_load(&sum), (uintptr_t)PARTS * (PARTS + 1) / 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_was_put_in_is_handed_out_once),
      cmocka_unit_test(a_place_that_another_took_over_is_left_alone),
      cmocka_unit_test(threads_neither_lose_nor_double_a_value),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
