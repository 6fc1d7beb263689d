/* base/date.c */
#include "test.h"

#include <stdio.h>

#include "base/date.h"

static struct date_period period(const char *text) {
  struct date_period p = {0, 0};
  if (!date_parse(&p, text, strlen(text))) fail_msg("'%s' is no date", text);
  return p;
}

static void assert_period(const char *text, const char *first, const char *last) {
  char a[DATE_ROOM], b[DATE_ROOM];
  struct date_period p = period(text);
  assert_int_equal(date_print(a, p.first), strlen(first));
  date_print(b, p.last);
  assert_string_equal(a, first);
  assert_string_equal(b, last);
}

static void a_day_is_counted_from_1970(void **state) {
  (void)state;
  assert_int_equal(period("1970-01-01").first, 0);
  assert_int_equal(period("1970-01-01").last, 0);
  assert_int_equal(period("1969-12-31").first, -1);
  assert_int_equal(period("2000-03-01").first, 11017);
  assert_int_equal(period("0001-01-01").first, -719162);
}

static void a_partial_date_is_its_whole_period(void **state) {
  (void)state;
  assert_period("2000", "2000-01-01", "2000-12-31");
  assert_period("2000-02", "2000-02-01", "2000-02-29");
  assert_period("1900-02", "1900-02-01", "1900-02-28");
  assert_period("2001-12", "2001-12-01", "2001-12-31");
  assert_period("2000-Q1", "2000-01-01", "2000-03-31");
  assert_period("2000-Q4", "2000-10-01", "2000-12-31");
  assert_period("2000-08-03", "2000-08-03", "2000-08-03");
  assert_period("0000", "0000-01-01", "0000-12-31");
  assert_period("9999", "9999-01-01", "9999-12-31");
}

static void a_time_behind_a_day_is_left_out_of_account(void **state) {
  (void)state;
  const char *right[] = {"2000-08-03T10:00:00Z", "2000-08-03T10:00",         "2000-08-03t10:00:00.123+01:00",
                         "2000-08-03 10:00:00",  "2000-08-03T23:59:60-0500", "2000-08-03T24:00"};
  for (size_t i = 0; i < sizeof right / sizeof *right; i++)
    assert_period(right[i], "2000-08-03", "2000-08-03");
}

static void what_is_no_date_is_refused(void **state) {
  (void)state;
  const char *wrong[] = {"",
                         "200",
                         "20000",
                         "2000-",
                         "2000-1",
                         "2000-13",
                         "2000-00",
                         "2000-08-",
                         "2000-Q0",
                         "2000-Q5",
                         "2000-Q",
                         "2000-Q11",
                         "2000Q1",
                         "2000-q1",
                         "2000-08-32",
                         "2000-04-31",
                         "2001-02-29",
                         "1900-02-29",
                         "2000-08-00",
                         "03/08/2000",
                         "2000/08/03",
                         "-2000",
                         "2000-08-03T",
                         "2000-08-03x",
                         "2000-08T10:00",
                         "2000-08-03T25:00",
                         "2000-08-03T10:60",
                         "2000-08-03T10:00:61",
                         "2000-08-03T10:00:00+",
                         "2000-08-03T10:00:00.",
                         "2000-08-03T10:00:00Zx",
                         "2000-08-03T10:00:00+24:00",
                         " 2000",
                         "2000 ",
                         "20000803",
                         "2000-08-03T10:0"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    struct date_period p = {3, 4};
    if (date_parse(&p, wrong[i], strlen(wrong[i]))) fail_msg("'%s' is taken for a date", wrong[i]);
    assert_int_equal(p.first, 3);
    assert_int_equal(p.last, 4);
  }
}

/* A slow twin walks the calendar day by day. */
static void every_day_of_ten_thousand_years_is_printed_and_read_back(void **state) {
  (void)state;
  int year = 0, month = 1, day = 1;
  char want[64], got[DATE_ROOM];
  for (int32_t number = period("0000-01-01").first; year < 10000; number++) {
    snprintf(want, sizeof want, "%04d-%02d-%02d", year, month, day);
    date_print(got, number);
    if (strcmp(got, want) || period(want).first != number) fail_msg("day %d is %s, not %s", (int)number, got, want);
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    int length = month == 2 ? 28 + leap : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    if (++day > length) {
      day = 1;
      month++;
    }
    if (month > 12) {
      month = 1;
      year++;
    }
  }
}

static void no_date_is_no_text_and_far_days_fit(void **state) {
  (void)state;
  char text[DATE_ROOM];
  assert_int_equal(date_print(text, DATE_NONE), 0);
  assert_string_equal(text, "");
  date_print(text, INT32_MAX);
  assert_string_equal(text, "5881580-07-11");
  date_print(text, INT32_MIN + 1);
  assert_string_equal(text, "-5877641-06-24");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_day_is_counted_from_1970),
      cmocka_unit_test(a_partial_date_is_its_whole_period),
      cmocka_unit_test(a_time_behind_a_day_is_left_out_of_account),
      cmocka_unit_test(what_is_no_date_is_refused),
      cmocka_unit_test(every_day_of_ten_thousand_years_is_printed_and_read_back),
      cmocka_unit_test(no_date_is_no_text_and_far_days_fit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
