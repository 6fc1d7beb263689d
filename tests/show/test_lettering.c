/* Widths and line breaks of lettering. */
#include "base/buffer.h"
#include "show/lettering.h"
#include "tests/test.h"

static void wraps_to(const char *text, size_t columns, unsigned most, const char *want) {
  struct buffer b = {0};
  lettering_wrap(&b, text, columns, most);
  assert_string_equal(buffer_string(&b), want);
  buffer_free(&b);
}

static void lines_break_at_spaces(void **state) {
  (void)state;
  wraps_to("Domestic Abuse Strategy", 16, 3, "Domestic Abuse\nStrategy");
  wraps_to("short", 16, 3, "short");
  wraps_to("", 16, 3, "");
  wraps_to("Kansas.State.Highway.Patrol", 14, 3, "Kansas.State.\nHighway.Patrol"); /* as R writes spaces */
  wraps_to("version 1.25 of it", 10, 3, "version\n1.25 of it");
}

static void what_does_not_fit_is_cut_with_an_ellipsis(void **state) {
  (void)state;
  wraps_to("one two three four", 5, 2, "one\ntwo…");
  wraps_to("Donaudampfschifffahrt", 8, 2, "Donaudam\npfschif…");
}

static void line_ends_and_direction_marks_become_harmless(void **state) {
  (void)state;
  wraps_to(" a\r\n\tb \xe2\x80\xae"
           "c\x1b",
           20, 1, "a b c");
}

static void the_longest_line_is_the_width(void **state) {
  (void)state;
  assert_near(lettering_width("mm", 10), 2 * 9.74, 1e-9);
  assert_near(lettering_width("i\nmm\ni", 10), 2 * 9.74, 1e-9);
  assert_near(lettering_width("e\xcc\x81", 10), lettering_width("e", 10), 1e-9);
  assert_true(lettering_width("東", 10) >= 10);
  assert_int_equal(lettering_lines("a\nb"), 2);
  assert_int_equal(lettering_lines(""), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(lines_break_at_spaces), cmocka_unit_test(what_does_not_fit_is_cut_with_an_ellipsis),
                                     cmocka_unit_test(line_ends_and_direction_marks_become_harmless),
                                     cmocka_unit_test(the_longest_line_is_the_width)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
