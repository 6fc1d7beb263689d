/* base/memory.c: no size wraps round. */
#include "test.h"

#include <stdlib.h>

#include "base/memory.h"

static void nothing_is_still_a_place(void **state) {
  (void)state;
  void *a = memory_zeroed(0, 8), *b = memory_array(8, 0), *c = memory_copy(NULL, 0, 4);
  assert_non_null(a);
  assert_non_null(b);
  assert_non_null(c);
  free(a);
  free(b);
  free(c);
}

static void a_size_that_overflows_is_refused(void **state) {
  (void)state;
  volatile size_t half = SIZE_MAX / 2 + 1; /* times 2 wraps to 0 */
  assert_null(memory_zeroed(half, 2));
  assert_null(memory_array(half, 2));
  assert_null(memory_array(2, half));
  assert_null(memory_array(half, 1));
  assert_null(memory_large(half, 2));
  assert_null(memory_copy("x", half, 2));
}

static void zeroed_memory_is_zero(void **state) {
  (void)state;
  unsigned char *bytes = memory_zeroed(1000, 3);
  for (size_t i = 0; i < 3000; i++)
    assert_int_equal(bytes[i], 0);
  free(bytes);
}

static void growing_keeps_what_was_there_and_doubles(void **state) {
  (void)state;
  uint32_t *items = NULL;
  size_t room = 0, moves = 0;
  for (uint32_t i = 0; i < 100000; i++) {
    size_t before = room;
    assert_true(memory_grow(&items, &room, (size_t)i + 1, sizeof *items));
    moves += room != before;
    items[i] = i;
  }
  assert_in_range(moves, 1, 20);
  for (uint32_t i = 0; i < 100000; i++)
    assert_int_equal(items[i], i);
  free(items);
}

static void a_growth_that_fails_leaves_all_as_it_was(void **state) {
  (void)state;
  uint32_t *items = NULL, *before;
  size_t room = 0;
  assert_true(memory_grow(&items, &room, 10, sizeof *items));
  before = items;
  size_t room_before = room;
  assert_false(memory_grow(&items, &room, SIZE_MAX / 2, sizeof *items));
  assert_false(memory_grow(&items, &room, SIZE_MAX, sizeof *items));
  assert_ptr_equal(items, before);
  assert_int_equal(room, room_before);
  free(items);
}

static void copies_are_equal_and_apart(void **state) {
  (void)state;
  const char *from = "Core Skills";
  char *text = memory_text(from), *part = memory_copy(from, 4, 1);
  assert_string_equal(text, from);
  assert_ptr_not_equal(text, from);
  assert_memory_equal(part, "Core", 4);
  free(text);
  free(part);
}

static void a_large_array_is_memory_like_any_other(void **state) {
  (void)state;
  for (size_t size = 1; size <= (size_t)24 << 20; size = size * 7 + 1) {
    unsigned char *bytes = memory_large(size, 1);
    assert_non_null(bytes);
    memset(bytes, 7, size);
    bytes = realloc(bytes, size + 12345);
    assert_non_null(bytes);
    assert_int_equal(bytes[size - 1], 7);
    memory_large_pages(bytes, size + 12345);
    free(bytes);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_is_still_a_place),
      cmocka_unit_test(a_size_that_overflows_is_refused),
      cmocka_unit_test(zeroed_memory_is_zero),
      cmocka_unit_test(growing_keeps_what_was_there_and_doubles),
      cmocka_unit_test(a_growth_that_fails_leaves_all_as_it_was),
      cmocka_unit_test(copies_are_equal_and_apart),
      cmocka_unit_test(a_large_array_is_memory_like_any_other),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
