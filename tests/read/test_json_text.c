/* JSON values, strictly: what a network is told by is read to the last byte or refused. */
#include "base/buffer.h"
#include "read/json_walk.h"
#include "test.h"

#include <stdlib.h>

static struct json_span span_of(const char *text) {
  return (struct json_span){.at = text, .length = strlen(text), .line = 5};
}

static void text_is(const char *json, const char *want) {
  struct buffer b = {0};
  nonet_err err;
  struct json_span span = span_of(json);
  assert_ok(json_text(&b, &span, "t.json", &err), err);
  assert_string_equal(buffer_string(&b), want);
  buffer_free(&b);
}

static void escapes_become_what_they_stand_for(void **state) {
  (void)state;
  text_is("\"a\\u00e9\\n\\\"\\\\\\/\"", "a\xc3\xa9\n\"\\/");
  text_is("\"\\ud83d\\ude42\"", "\xf0\x9f\x99\x82");
  text_is("\"\"", "");
}

static void what_no_text_may_hold_is_refused_with_its_line(void **state) {
  static const char *const wrong[][2] = {
      {"\"\\ud83d\"", "surrogate"}, {"\"\\ude42\"", "surrogate"}, {"\"a\tb\"", "control"}, {"\"\\u0000\"", "NUL"}, {"\"\\x41\"", ""},
      {"\"\\u00g0\"", ""}};
  (void)state;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    struct buffer b = {0};
    nonet_err err = {0};
    struct json_span span = span_of(wrong[i][0]);
    assert_int_equal(json_text(&b, &span, "t.json", &err), NONET_EINPUT);
    assert_int_equal(err.line, 5);
    assert_contains(err.text, wrong[i][1]);
    buffer_free(&b);
  }
}

static void numbers_keep_their_value_and_say_whether_they_are_whole(void **state) {
  static const struct {
    const char *json;
    bool good, whole;
  } cases[] = {{"12", true, true},    {"-0", true, true},      {"1.5", true, false},  {"0.25e1", true, false},
               {"true", true, false}, {"01", false, false},    {"1.", false, false},  {".5", false, false},
               {"+1", false, false},  {"1e400", false, false}, {"NaN", false, false}, {"nul", false, false}};
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct buffer b = {0};
    nonet_err err = {0};
    bool whole = false;
    struct json_span span = span_of(cases[i].json);
    nonet_code code = json_plain(&b, &whole, &span, "t.json", &err);
    if ((code == NONET_OK) != cases[i].good) fail_msg("%s: code %d %s", cases[i].json, (int)code, err.text);
    if (cases[i].good) {
      if (cases[i].json[0] == 't')
        assert_string_equal(buffer_string(&b), "true");
      else
        assert_near(strtod(buffer_string(&b), NULL), strtod(cases[i].json, NULL), 0);
      assert_int_equal(whole, cases[i].whole);
    }
    buffer_free(&b);
  }
}

static void a_value_that_is_skipped_is_checked_all_the_same(void **state) {
  static const char *const good[] = {"{\"a\":[1,2,{}],\"b\":null}", "[]", "\"x\"", "-1.5e-7"}, *const bad[] = {"{\"a\":1,}", "[1 2]",
                                                                                                               "{a:1}",      "[1,]",
                                                                                                               "{\"a\"}",    "tru"};
  (void)state;
  nonet_err err;
  for (size_t i = 0; i < 4; i++) {
    struct json_span span = span_of(good[i]);
    assert_ok(json_check(&span, "t.json", &err), err);
  }
  for (size_t i = 0; i < 6; i++) {
    struct json_span span = span_of(bad[i]);
    assert_int_equal(json_check(&span, "t.json", &err), NONET_EINPUT);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(escapes_become_what_they_stand_for),
                                     cmocka_unit_test(what_no_text_may_hold_is_refused_with_its_line),
                                     cmocka_unit_test(numbers_keep_their_value_and_say_whether_they_are_whole),
                                     cmocka_unit_test(a_value_that_is_skipped_is_checked_all_the_same)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
