/* base/utf8.c */
#include "test.h"

#include <stdio.h>

#include "base/utf8.h"

static size_t valid(const char *text) {
  return utf8_valid(text, strlen(text));
}

/* The plain definition, as a different twin: encode every number and see what comes back. */
static size_t encode(char out[4], uint32_t c) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (size_t i = length - 1; i; i--, c >>= 6)
    out[i] = (char)(0x80 | (c & 0x3f));
  out[0] = (char)(((0xf00u >> length) & 0xffu) | c);
  return length;
}

static void every_character_is_valid_and_read_back_but_surrogates_are_not(void **state) {
  (void)state;
  for (uint32_t c = 1; c <= 0x10ffff; c++) {
    char text[4];
    uint32_t got = 0;
    size_t length = encode(text, c);
    if (c >= 0xd800 && c <= 0xdfff) {
      if (utf8_valid(text, length) != 0) fail_msg("surrogate %x is taken", (unsigned)c);
      continue;
    }
    if (utf8_valid(text, length) != length || utf8_next(&got, text, length) != length || got != c) fail_msg("U+%04X is lost", (unsigned)c);
    if (length > 1 && (utf8_valid(text, length - 1) != 0)) fail_msg("U+%04X is valid without its end", (unsigned)c);
  }
}

static void overlong_forms_stray_bytes_and_numbers_too_high_are_wrong(void **state) {
  (void)state;
  const char *wrong[] = {"\x80",
                         "\xbf",
                         "\xc0\x80",
                         "\xc1\xbf",
                         "\xe0\x80\x80",
                         "\xe0\x9f\xbf",
                         "\xf0\x80\x80\x80",
                         "\xf0\x8f\xbf\xbf",
                         "\xf4\x90\x80\x80",
                         "\xf5\x80\x80\x80",
                         "\xff",
                         "\xfe",
                         "\xc3",
                         "\xe2\x82",
                         "\xe2\x28\xa1",
                         "\xf0\x9f\x98",
                         "\xed\xa0\x80",
                         "\xc3\x28"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    if (valid(wrong[i]) != 0) fail_msg("sequence %zu is taken", i);
}

static void the_place_of_the_first_wrong_byte_is_told(void **state) {
  (void)state;
  assert_int_equal(valid("plain text, longer than eight bytes"), 35);
  assert_int_equal(valid(""), 0);
  char text[64];
  for (size_t at = 0; at < 40; at++) {
    memset(text, 'a', sizeof text);
    text[at] = '\xe9';
    assert_int_equal(utf8_valid(text, 40), at);
  }
  assert_int_equal(valid("caf\xc3\xa9\xe9"), 5);
  assert_int_equal(utf8_valid("a\0b\xff", 4), 3);
}

static void a_wrong_byte_is_found_wherever_it_stands(void **state) {
  char text[100];
  (void)state;
  for (size_t size = 0; size <= sizeof text; size++)
    for (size_t at = 0; at < size; at++) {
      memset(text, 'a', sizeof text);
      text[at] = (char)0x80;
      assert_int_equal(utf8_valid(text, size), at);
      memcpy(text + at, "\xc3\xa9", size - at < 2 ? 1 : 2);
      assert_int_equal(utf8_valid(text, size), size - at < 2 ? at : size);
    }
}

static void reading_on_passes_a_wrong_byte(void **state) {
  (void)state;
  uint32_t c = 0;
  assert_int_equal(utf8_next(&c, "\xff", 1), 1);
  assert_int_equal(c, 0xfffd);
  assert_int_equal(utf8_next(&c, "", 0), 0);
}

static void widths_are_those_of_a_terminal(void **state) {
  (void)state;
  assert_int_equal(utf8_width(""), 0);
  assert_int_equal(utf8_width("Arts"), 4);
  assert_int_equal(utf8_width("caf\xc3\xa9"), 4);
  assert_int_equal(utf8_width("cafe\xcc\x81"), 4);
  assert_int_equal(utf8_width("\xe6\x96\x87\xe5\xad\x97"), 4);
  assert_int_equal(utf8_width("\x1b[0m"), 7);
  assert_int_equal(utf8_width("\xe2\x80\xae"), 6);
}

static void assert_cut(const char *text, size_t columns, bool ascii, const char *want) {
  struct buffer out = {0};
  size_t width = utf8_cut(&out, text, columns, ascii);
  assert_string_equal(buffer_string(&out), want);
  assert_int_equal(width, utf8_width(want));
  assert_true(width <= columns);
  buffer_free(&out);
}

static void a_text_is_cut_to_its_columns_with_a_mark(void **state) {
  (void)state;
  assert_cut("Housing", 7, false, "Housing");
  assert_cut("Housing", 6, false, "Housi\xe2\x80\xa6");
  assert_cut("Housing", 6, true, "Housi~");
  assert_cut("Housing", 1, true, "~");
  assert_cut("Housing", 0, true, "");
  assert_cut("", 0, true, "");
  assert_cut("\xe6\x96\x87\xe5\xad\x97\xe6\x96\x87", 5, true, "\xe6\x96\x87\xe5\xad\x97~");
  assert_cut("\xe6\x96\x87\xe5\xad\x97\xe6\x96\x87", 4, true, "\xe6\x96\x87~");
  assert_cut("a\nb", 4, true, "a~");
  assert_cut("cafe\xcc\x81s", 4, true, "caf~");
  assert_cut("cafe\xcc\x81s", 5, true, "cafe\xcc\x81s");
}

static void what_could_steer_a_terminal_comes_as_an_escape(void **state) {
  (void)state;
  struct buffer out = {0};
  utf8_for_terminal(&out, "a\x1b]0;x\x07\t\r\n\x7f\xc2\x9b"
                          "caf\xc3\xa9\xe2\x80\xa8\xe2\x81\xa6\xe2\x80\x8f\xef\xbb\xbf\xd8\x9c\xc3");
  assert_string_equal(buffer_string(&out), "a\\x1b]0;x\\x07\\x09\\x0d\\x0a\\x7f\\u009bcaf\xc3\xa9\\u2028\\u2066\\u200f\\ufeff\\u061c\\xc3");
  buffer_free(&out);
}

/* Whatever bytes come in, what goes out is valid and holds no control byte. */
static void all_pairs_of_bytes_are_made_safe(void **state) {
  (void)state;
  struct buffer out = {0};
  for (unsigned pair = 0x101; pair <= 0xffff; pair++) {
    char text[3] = {(char)(pair >> 8), (char)pair, '\0'};
    buffer_clear(&out);
    utf8_for_terminal(&out, text);
    if (utf8_valid(out.bytes, out.size) != out.size) fail_msg("bytes %04x are shown invalid", pair);
    for (size_t i = 0; i < out.size; i++)
      if ((unsigned char)out.bytes[i] < 0x20 || out.bytes[i] == 0x7f) fail_msg("bytes %04x show a control", pair);
  }
  buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_character_is_valid_and_read_back_but_surrogates_are_not),
      cmocka_unit_test(overlong_forms_stray_bytes_and_numbers_too_high_are_wrong),
      cmocka_unit_test(the_place_of_the_first_wrong_byte_is_told),
      cmocka_unit_test(a_wrong_byte_is_found_wherever_it_stands),
      cmocka_unit_test(reading_on_passes_a_wrong_byte),
      cmocka_unit_test(widths_are_those_of_a_terminal),
      cmocka_unit_test(a_text_is_cut_to_its_columns_with_a_mark),
      cmocka_unit_test(what_could_steer_a_terminal_comes_as_an_escape),
      cmocka_unit_test(all_pairs_of_bytes_are_made_safe),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
