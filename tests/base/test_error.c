/* base/error.c: one clean line, whatever stands in the arguments. */
#include "test.h"

#include <errno.h>

#include "base/error.h"

static void an_error_carries_code_and_text(void **state) {
  (void)state;
  nonet_err err;
  assert_int_equal(error_set(&err, NONET_EUSAGE, "no node '%s'", "Artz"), NONET_EUSAGE);
  assert_int_equal(err.code, NONET_EUSAGE);
  assert_int_equal(err.line, 0);
  assert_string_equal(err.text, "no node 'Artz'");
}

static void an_error_without_a_place_to_go_still_returns_its_code(void **state) {
  (void)state;
  assert_int_equal(error_set(NULL, NONET_EUSAGE, "%s", "x"), NONET_EUSAGE);
  assert_int_equal(error_at(NULL, NONET_EINPUT, "a", 1, "%s", "x"), NONET_EINPUT);
  assert_int_equal(error_memory(NULL), NONET_ELIMIT);
  assert_int_equal(error_os(NULL, ENOENT, "a", "open"), NONET_EIO);
}

static void an_error_at_a_line_names_file_and_line(void **state) {
  (void)state;
  nonet_err err;
  error_at(&err, NONET_EINPUT, "ties.csv", 12, "weight '%s' is no number", "x");
  assert_string_equal(err.text, "ties.csv:12: weight 'x' is no number");
  assert_int_equal(err.line, 12);
  error_at(&err, NONET_EINPUT, "ties.csv", 0, "is empty");
  assert_string_equal(err.text, "ties.csv: is empty");
  assert_int_equal(err.line, 0);
}

static void control_bytes_newlines_and_bidi_marks_come_as_escapes(void **state) {
  (void)state;
  nonet_err err;
  error_set(&err, NONET_EINPUT, "%s",
            "a\x1b[31m\nb\xe2\x80\xae"
            "c\x7f\xc2\x85\xef\xbb\xbf\xff");
  assert_string_equal(err.text, "a\\x1b[31m\\x0ab\\u202ec\\x7f\\u0085\\ufeff\\xff");
}

static void a_text_that_is_too_long_is_cut_at_a_character_border(void **state) {
  (void)state;
  nonet_err err;
  char text[6001];
  for (size_t shift = 0; shift < 3; shift++) {
    memset(text, 'a', shift);
    for (size_t i = shift; i + 3 <= 6000; i += 3)
      memcpy(text + i, "\xe2\x82\xac", 3);
    text[5999 - (5999 - shift) % 3] = '\0';
    error_set(&err, NONET_EINPUT, "%s", text);
    size_t length = strlen(err.text);
    assert_in_range(length, sizeof err.text - 3, sizeof err.text - 1);
    assert_int_equal((length - shift) % 3, 0);
    assert_memory_equal(err.text, text, length);
  }
}

static void an_escape_is_not_cut_in_two(void **state) {
  (void)state;
  nonet_err err;
  char text[2000];
  for (size_t shift = 0; shift < 4; shift++) {
    memset(text, 1, sizeof text);
    memset(text, 'a', shift);
    text[sizeof text - 1] = '\0';
    error_set(&err, NONET_EINPUT, "%s", text);
    assert_int_equal((strlen(err.text) - shift) % 4, 0);
  }
}

static void a_file_name_longer_than_the_text_does_no_harm(void **state) {
  (void)state;
  nonet_err err;
  char file[5000];
  memset(file, 'f', sizeof file);
  file[sizeof file - 1] = '\0';
  error_at(&err, NONET_EINPUT, file, 3, "is wrong");
  assert_int_equal(strlen(err.text), sizeof err.text - 1);
  assert_int_equal(err.line, 3);
}

static void a_text_may_be_made_from_the_one_before(void **state) {
  (void)state;
  nonet_err err;
  error_set(&err, NONET_EIO, "inner");
  error_set(&err, NONET_EIO, "outer (%s)", err.text);
  assert_string_equal(err.text, "outer (inner)");
}

static void a_system_error_says_path_deed_and_reason(void **state) {
  (void)state;
  nonet_err err;
  assert_int_equal(error_os(&err, ENOENT, "x/y.csv", "open"), NONET_EIO);
  assert_string_equal(err.text, "x/y.csv: cannot open: No such file or directory");
  error_memory(&err);
  assert_string_equal(err.text, "out of memory");
  assert_int_equal(err.code, NONET_ELIMIT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_error_carries_code_and_text),
      cmocka_unit_test(an_error_without_a_place_to_go_still_returns_its_code),
      cmocka_unit_test(an_error_at_a_line_names_file_and_line),
      cmocka_unit_test(control_bytes_newlines_and_bidi_marks_come_as_escapes),
      cmocka_unit_test(a_text_that_is_too_long_is_cut_at_a_character_border),
      cmocka_unit_test(an_escape_is_not_cut_in_two),
      cmocka_unit_test(a_file_name_longer_than_the_text_does_no_harm),
      cmocka_unit_test(a_text_may_be_made_from_the_one_before),
      cmocka_unit_test(a_system_error_says_path_deed_and_reason),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
