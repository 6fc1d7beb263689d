/* Bytes become UTF-8 text, or an error that names the line and a way out. */
#include "read/source.h"
#include "test.h"

#include <stdlib.h>

/* The text, or NULL and *code; the caller frees. */
static char *text_of(const char *bytes, size_t size, const char *encoding, uint64_t most, nonet_err *err) {
  struct source s = {.name = "t.csv", .bytes = malloc(size + 1), .size = size, .on_disk = size};
  assert_non_null(s.bytes);
  memcpy(s.bytes, bytes, size);
  s.bytes[size] = '\0';
  *err = (nonet_err){0};
  nonet_code code = source_to_text(&s, encoding, most, err);
  char *text = code ? NULL : malloc(source_length(&s) + 1);
  if (text) memcpy(text, source_text(&s), source_length(&s) + 1);
  source_close(&s);
  return text;
}

static void reads_as(const char *bytes, size_t size, const char *encoding, const char *want) {
  nonet_err err;
  char *text = text_of(bytes, size, encoding, 0, &err);
  if (!text) fail_msg("not read: %s", err.text);
  assert_string_equal(text, want);
  free(text);
}

static void refuses(const char *bytes, size_t size, const char *encoding, nonet_code code, uint64_t line, const char *part) {
  nonet_err err;
  assert_null(text_of(bytes, size, encoding, 0, &err));
  assert_int_equal(err.code, code);
  assert_int_equal(err.line, line);
  assert_contains(err.text, part);
}

static void each_encoding_gives_the_same_text(void **state) {
  (void)state;
  reads_as("caf\xc3\xa9,b", 7, NULL, "caf\xc3\xa9,b");
  reads_as("\xef\xbb\xbf"
           "a,b",
           6, "UTF-8", "a,b");
  reads_as("caf\xe9 \x80", 6, "windows-1252", "caf\xc3\xa9 \xe2\x82\xac");
  reads_as("\xff\xfe"
           "a\0,\0\xe9\0",
           8, "utf-16", "a,\xc3\xa9");
  reads_as("a\0,\0b\0", 6, "utf-16le", "a,b");
}

static void what_is_not_utf_8_names_its_line_and_a_way_out(void **state) {
  (void)state;
  refuses("a,b\nc,\xe9\n", 8, NULL, NONET_EINPUT, 2, "--encoding windows-1252");
  refuses("a\r\nb\r\n\xed\xa0\x80", 9, NULL, NONET_EINPUT, 3, "0xED"); /* half of a surrogate pair, coded */
  refuses("source,target\na\0b,c\n", 20, NULL, NONET_EINPUT, 2, "NUL");
  refuses("\xff\xfe"
          "a\0",
          4, NULL, NONET_EINPUT, 1, "--encoding utf-16");
  refuses("a\0,\0b\0,\0c\0", 10, NULL, NONET_EINPUT, 1, "utf-16le"); /* without a mark */
}

static void an_unknown_encoding_and_half_a_unit_are_errors(void **state) {
  (void)state;
  refuses("a", 1, "klingon", NONET_EUSAGE, 0, "no encoding 'klingon'");
  nonet_err err;
  assert_null(text_of("\xff\xfe"
                      "a\0b",
                      5, "utf-16", 0, &err));
  assert_int_equal(err.code, NONET_EINPUT);
}

static void a_text_that_grows_beyond_the_limit_is_a_limit(void **state) {
  (void)state;
  nonet_err err;
  char bytes[4096];
  memset(bytes, 0xe9, sizeof bytes); /* each becomes two */
  assert_null(text_of(bytes, sizeof bytes, "windows-1252", 5000, &err));
  assert_int_equal(err.code, NONET_ELIMIT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_encoding_gives_the_same_text), cmocka_unit_test(what_is_not_utf_8_names_its_line_and_a_way_out),
      cmocka_unit_test(an_unknown_encoding_and_half_a_unit_are_errors), cmocka_unit_test(a_text_that_grows_beyond_the_limit_is_a_limit)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
