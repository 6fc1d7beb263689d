/* Number formats and day numbers of workbooks. */
#include "read/workbook.h"
#include "test.h"

static void formats_of_dates_are_told_from_formats_of_numbers(void **state) {
  static const char *const dates[] = {"yyyy-mm-dd", "d/m/yy h:mm", "[$-409]d mmm yyyy;@", "mmm\\-yy", "dd\" of \"mmmm"};
  static const char *const numbers[] = {"General", "0.00", "#,##0", "0.00E+00", "0\" days\"", "[Red]0.00", "0.0\\d", "\"unclosed"};
  (void)state;
  for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
    if (!workbook_is_date_format(dates[i])) fail_msg("'%s' is a date's", dates[i]);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    if (workbook_is_date_format(numbers[i])) fail_msg("'%s' is no date's", numbers[i]);
}

/* ECMA-376-1, 18.17.4.1: serial 1 is 1900-01-01, 60 the day that never was, 61 1900-03-01. */
static void day_numbers_are_the_days_that_spreadsheets_mean(void **state) {
  static const struct {
    double serial;
    bool since_1904;
    const char *text;
  } days[] = {{1, false, "1900-01-01"},      {59, false, "1900-02-28"},
              {61, false, "1900-03-01"},     {25569, false, "1970-01-01"},
              {45017, false, "2023-04-01"},  {45017.5, false, "2023-04-01T12:00:00"},
              {0, true, "1904-01-01"},       {43555, true, "2023-04-01"},
              {0.75, false, "18:00:00"},     {45016.9999999, false, "2023-04-01"},
              {2958465, false, "9999-12-31"}};
  (void)state;
  for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
    char out[32] = "";
    size_t length = workbook_date(out, days[i].serial, days[i].since_1904);
    out[length] = '\0';
    assert_string_equal(out, days[i].text);
  }
  char out[32];
  assert_int_equal(workbook_date(out, -1, false), 0);
  assert_int_equal(workbook_date(out, 1e9, false), 0);
  assert_int_equal(workbook_date(out, (double)NAN, false), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(formats_of_dates_are_told_from_formats_of_numbers),
      cmocka_unit_test(day_numbers_are_the_days_that_spreadsheets_mean),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
