/* base/buffer.c */
#include "test.h"

#include "base/buffer.h"

static void an_empty_buffer_is_an_empty_text(void **state) {
  (void)state;
  struct buffer b = {0};
  assert_string_equal(buffer_string(&b), "");
  buffer_add(&b, NULL, 0);
  assert_string_equal(buffer_string(&b), "");
  assert_false(b.failed);
  buffer_free(&b);
  buffer_free(&b);
}

static void what_is_added_stands_in_order_and_ends_with_a_nul(void **state) {
  (void)state;
  struct buffer b = {0};
  buffer_text(&b, "a");
  buffer_char(&b, 'b');
  buffer_add(&b, "c\0d", 3);
  buffer_print(&b, "%d-%s", 42, "x");
  assert_int_equal(b.size, 9);
  assert_memory_equal(b.bytes, "abc\0d42-x", 10);
  buffer_free(&b);
}

static void a_print_longer_than_any_room_is_whole(void **state) {
  (void)state;
  struct buffer b = {0};
  char text[5000];
  memset(text, 'x', sizeof text);
  text[sizeof text - 1] = '\0';
  for (int i = 0; i < 3; i++)
    buffer_print(&b, "<%s>", text);
  assert_int_equal(b.size, 3 * 5001);
  assert_memory_equal(b.bytes + 5001, "<xxx", 4);
  assert_string_equal(b.bytes + b.size - 3, "xx>");
  buffer_free(&b);
}

static void a_number_comes_in_its_shortest_form_and_nan_as_nothing(void **state) {
  (void)state;
  struct buffer b = {0};
  buffer_number(&b, 0.1);
  buffer_char(&b, ',');
  buffer_number(&b, (double)NAN);
  buffer_char(&b, ',');
  buffer_number(&b, -3);
  assert_string_equal(b.bytes, "0.1,,-3");
  buffer_free(&b);
}

static void a_run_goes_up_to_the_first_byte_that_stops_it(void **state) {
  static const bool stops[256] = {[0] = true, [','] = true, [0xe2] = true};
  struct buffer b = {0};
  (void)state;
  const char *text = "one,two\xe2\x80\xa8";
  const char *at = buffer_run(&b, text, stops);
  assert_ptr_equal(at, text + 3);
  at = buffer_run(&b, at + 1, stops);
  assert_ptr_equal(at, text + 7);
  assert_string_equal(buffer_string(&b), "onetwo");
  assert_int_equal(*buffer_run(&b, "", stops), '\0');
  assert_string_equal(buffer_string(&b), "onetwo");
  buffer_free(&b);
}

static void clearing_keeps_the_room(void **state) {
  (void)state;
  struct buffer b = {0};
  buffer_text(&b, "something");
  size_t room = b.room;
  buffer_clear(&b);
  assert_string_equal(buffer_string(&b), "");
  assert_int_equal(b.size, 0);
  assert_int_equal(b.room, room);
  buffer_free(&b);
}

static void a_failure_stays_and_nothing_is_added_after_it(void **state) {
  (void)state;
  struct buffer b = {0};
  buffer_text(&b, "kept");
  assert_false(buffer_reserve(&b, SIZE_MAX - 2));
  assert_true(b.failed);
  buffer_text(&b, "lost");
  buffer_print(&b, "%d", 1);
  assert_string_equal(buffer_string(&b), "kept");
  buffer_clear(&b);
  assert_true(b.failed);
  buffer_free(&b);
  assert_false(b.failed);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_empty_buffer_is_an_empty_text),
      cmocka_unit_test(what_is_added_stands_in_order_and_ends_with_a_nul),
      cmocka_unit_test(a_print_longer_than_any_room_is_whole),
      cmocka_unit_test(a_number_comes_in_its_shortest_form_and_nan_as_nothing),
      cmocka_unit_test(a_run_goes_up_to_the_first_byte_that_stops_it),
      cmocka_unit_test(clearing_keeps_the_room),
      cmocka_unit_test(a_failure_stays_and_nothing_is_added_after_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
