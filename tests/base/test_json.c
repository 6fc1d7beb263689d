/* JSON text. */
#include "base/json.h"

#include "test.h"

static void quote(const char *text, const char *want) {
  struct buffer out = {0};
  json_quote(&out, text);
  assert_string_equal(buffer_string(&out), want);
  buffer_free(&out);
}

static void a_string_is_quoted_with_its_control_characters_escaped(void **state) {
  (void)state;
  quote("a\"b\\c\n\x7f", "\"a\\\"b\\\\c\\u000a\\u007f\"");
}

static void a_string_cannot_end_a_script(void **state) {
  (void)state;
  quote("</script>&", "\"\\u003c/script\\u003e\\u0026\"");
}

static void line_separators_are_escaped_and_other_characters_kept(void **state) {
  (void)state;
  quote("\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa é", "\"\\u2028\\u2029\xe2\x80\xaa é\"");
}

static void an_undefined_number_is_null(void **state) {
  (void)state;
  struct buffer out = {0};
  json_number(&out, NAN);
  json_number(&out, INFINITY);
  json_number(&out, 0.1);
  assert_string_equal(buffer_string(&out), "nullnull0.1");
  buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_string_is_quoted_with_its_control_characters_escaped),
      cmocka_unit_test(a_string_cannot_end_a_script),
      cmocka_unit_test(line_separators_are_escaped_and_other_characters_kept),
      cmocka_unit_test(an_undefined_number_is_null),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
