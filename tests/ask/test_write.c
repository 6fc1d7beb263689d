/* Answers as pages: each form, and that a text from data cannot leave its place. */
#include "fixture/net_of.h"
#include "net/answer.h"
#include "net/sheet.h"
#include "tests/test.h"

static nonet_answer *sample(void) {
  nonet_answer *a;
  nonet_sheet *s;
  nonet_err err;
  assert_ok(answer_new(&a, &err), err);
  assert_ok(answer_verdict(a, "\"sheets\":", &err), err);
  assert_ok(answer_say(a, &err, "One two three four five six seven eight nine ten."), err);
  assert_ok(answer_say(a, &err, "A *star*, a \"quote\", <b> and \x1b[2J."), err);
  assert_ok(sheet_new(&s, "first", "First", NONET_BY_MEASURE, 1, &err), err);
  assert_ok(sheet_set_text(s, 0, 0, "x", &err), err);
  assert_ok(answer_add_sheet(a, s, &err), err);
  assert_ok(sheet_new(&s, "none", "None", NONET_BY_MEASURE, 0, &err), err);
  assert_ok(answer_add_sheet(a, s, &err), err);
  return a;
}

static nonet_out *page_of(const nonet_answer *a, const char *as, unsigned width) {
  nonet_out *o;
  nonet_err err;
  nonet_show_options show = {.as = as, .width = width};
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_answer_write(o, a, &show, &err), err);
  return o;
}

static void a_table_wraps_sentences_and_leaves_empty_sheets_out(void **state) {
  (void)state;
  nonet_answer *a = sample();
  nonet_out *o = page_of(a, NULL, 30);
  const char *text = nonet_out_bytes(o, NULL);
  assert_int_equal(strncmp(text, "One two three four five six\nseven eight nine ten.\n", 50), 0);
  assert_null(strchr(text, '\x1b'));
  assert_contains(text, "\nx\n");
  const char *heading = strstr(text, "measure");
  assert_non_null(heading);
  assert_null(strstr(heading + 1, "measure"));
  nonet_out_free(o);
  nonet_answer_free(a);
}

static void markdown_escapes_its_own_marks(void **state) {
  (void)state;
  nonet_answer *a = sample();
  nonet_out *o = page_of(a, "markdown", 0);
  assert_contains(nonet_out_bytes(o, NULL), "A \\*star\\*, a \"quote\", \\<b\\> and ");
  nonet_out_free(o);
  nonet_answer_free(a);
}

static void csv_is_the_first_sheet_alone(void **state) {
  (void)state;
  nonet_answer *a = sample();
  nonet_out *o = page_of(a, "csv", 0);
  assert_string_equal(nonet_out_bytes(o, NULL), "measure\nx\n");
  nonet_out_free(o);
  nonet_answer_free(a);
}

static void json_has_verdict_and_sentences_before_its_sheets(void **state) {
  (void)state;
  nonet_answer *a = sample();
  nonet_out *o = page_of(a, "json", 0);
  const char *text = nonet_out_bytes(o, NULL), *verdict = strstr(text, "\"verdict\":\"\\\"sheets\\\":\""),
             *sheets = strstr(text, "\"sheets\":[");
  assert_non_null(verdict);
  assert_non_null(sheets);
  assert_true(verdict < sheets);
  assert_contains(text, "\\\"quote\\\"");
  assert_contains(sheets, "\"name\":\"first\"");
  assert_contains(sheets, "\"name\":\"none\"");
  nonet_out_free(o);
  nonet_answer_free(a);
}

static void an_unknown_form_is_refused(void **state) {
  (void)state;
  nonet_answer *a = sample();
  nonet_out *o;
  nonet_err err;
  nonet_show_options show = {.as = "xml"};
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_int_equal(nonet_answer_write(o, a, &show, &err), NONET_EUSAGE);
  nonet_out_free(o);
  nonet_answer_free(a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_table_wraps_sentences_and_leaves_empty_sheets_out),
      cmocka_unit_test(markdown_escapes_its_own_marks),
      cmocka_unit_test(csv_is_the_first_sheet_alone),
      cmocka_unit_test(json_has_verdict_and_sentences_before_its_sheets),
      cmocka_unit_test(an_unknown_form_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
