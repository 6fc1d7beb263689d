/* base/number.c: both ways, whatever the locale. */
#include "test.h"

#include <float.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/child.h"
#include "base/number.h"
#include "base/run.h"

static enum number_fault parse(double *out, const char *text, char decimal) {
  return number_parse(out, text, strlen(text), decimal);
}

static double value_of(const char *text) {
  double x = -12345;
  enum number_fault fault = parse(&x, text, '.');
  if (fault) fail_msg("'%s' is not read: %d", text, (int)fault);
  return x;
}

static const char *print(double x) {
  static char text[NUMBER_ROOM];
  size_t length = number_print(text, x);
  assert_int_equal(length, strlen(text));
  assert_true(length < NUMBER_ROOM);
  return text;
}

static void assert_same(double got, double want) {
  if (memcmp(&got, &want, sizeof got)) fail_msg("%.17g is not %.17g", got, want);
}

static void plain_numbers_are_read(void **state) {
  (void)state;
  assert_same(value_of("0"), 0.0);
  assert_same(value_of("-0"), -0.0);
  assert_same(value_of("42"), 42);
  assert_same(value_of("+42"), 42);
  assert_same(value_of("-0.5"), -0.5);
  assert_same(value_of("0.1"), 0.1);
  assert_same(value_of(".5"), 0.5);
  assert_same(value_of("5."), 5);
  assert_same(value_of("1e3"), 1000);
  assert_same(value_of("1E+3"), 1000);
  assert_same(value_of("1.5e-3"), 0.0015);
  assert_same(value_of("00000000000000000000000000000000000000001.50000000000000000000000000000000000000000"), 1.5);
}

static void what_is_no_number_is_refused(void **state) {
  (void)state;
  const char *wrong[] = {"",     " 1",   "1 ",      "+",    "-",     ".",   "-.",  "e5",       "1e",    "1e+",
                         "1e5.", "1e5x", "0x10",    "1,5",  "1.2.3", "--1", "+-1", "1_000",    "1e--5", "\t1",
                         "NA",   "1.5f", "infinit", "nano", "n",     "-",   "1\n", "\302\2401"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    double x = 7;
    if (parse(&x, wrong[i], '.') != NUMBER_NOT_ONE) fail_msg("'%s' is read as a number", wrong[i]);
    assert_same(x, 7);
  }
  double x = 7;
  assert_int_equal(number_parse(&x, "1\0", 2, '.'), NUMBER_NOT_ONE);
}

static void the_length_ends_the_text(void **state) {
  (void)state;
  double x = 0;
  assert_int_equal(number_parse(&x, "123456", 3, '.'), NUMBER_OK);
  assert_same(x, 123);
  assert_int_equal(number_parse(&x, "1e56", 3, '.'), NUMBER_OK);
  assert_same(x, 1e5);
}

static void a_decimal_comma_is_read_where_it_is_asked_for(void **state) {
  (void)state;
  double x = 0;
  assert_int_equal(parse(&x, "1,5", ','), NUMBER_OK);
  assert_same(x, 1.5);
  assert_int_equal(parse(&x, "12345678901234567890,5", ','), NUMBER_OK);
  assert_same(x, 12345678901234567890.5);
  assert_int_equal(parse(&x, "1.5", ','), NUMBER_NOT_ONE);
  assert_int_equal(parse(&x, "1.234,5", ','), NUMBER_NOT_ONE);
}

static void nan_infinity_and_overflow_are_told_apart(void **state) {
  (void)state;
  double x = 0;
  assert_int_equal(parse(&x, "NaN", '.'), NUMBER_NAN);
  assert_true(isnan(x));
  assert_int_equal(parse(&x, "-nan", '.'), NUMBER_NAN);
  assert_int_equal(parse(&x, "Inf", '.'), NUMBER_INFINITE);
  assert_int_equal(parse(&x, "-INFINITY", '.'), NUMBER_INFINITE);
  assert_true(isinf(x) && x < 0);
  assert_int_equal(parse(&x, "1e309", '.'), NUMBER_OVERFLOWS);
  assert_int_equal(parse(&x, "-1e999999999999999999999999999", '.'), NUMBER_OVERFLOWS);
  assert_int_equal(parse(&x, "1e-999999999999999999999999999", '.'), NUMBER_OK);
  assert_same(x, 0);
  assert_int_equal(parse(&x, "0e999999999999999999999999999", '.'), NUMBER_OK);
  assert_same(x, 0);
}

/* The hard cases: halfway between two doubles, and just beside it; the ends of the range. */
static void reading_is_correctly_rounded(void **state) {
  (void)state;
  assert_same(value_of("9007199254740993"), 9007199254740992.0);
  assert_same(value_of("9007199254740993.00000000000000000000000000000000001"), 9007199254740994.0);
  assert_same(value_of("9007199254740995"), 9007199254740996.0);
  assert_same(value_of("1.7976931348623157e308"), DBL_MAX);
  assert_same(value_of("1.7976931348623158079e308"), DBL_MAX);
  double x = 0;
  assert_int_equal(parse(&x, "1.797693134862315808e308", '.'), NUMBER_OVERFLOWS);
  assert_same(value_of("2.2250738585072011e-308"), 0x0.fffffffffffffp-1022);
  assert_same(value_of("2.2250738585072014e-308"), DBL_MIN);
  assert_same(value_of("4.9406564584124654e-324"), 0x1p-1074);
  assert_same(value_of("2.4703282292062327e-324"), 0);
  assert_same(value_of("2.4703282292062328e-324"), 0x1p-1074);
  assert_same(value_of("0.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001e90"), 1);
}

/* 2^-1075, the border between 0 and the least double: 5^1075 behind 1075 decimal places; then with a 1 far behind it. */
static void digits_far_behind_decide_a_tie(void **state) {
  (void)state;
  enum { PLACES = 1075, FAR = 3000 };
  char *text = malloc(2 + PLACES + FAR + 1);
  memcpy(text, "0.", 2);
  memset(text + 2, '0', PLACES);
  text[2 + PLACES] = '\0';
  text[1 + PLACES] = '1';
  for (int power = 0; power < 1075; power++)
    for (int at = 1 + PLACES, carry = 0; at > 1; at--, carry /= 10) {
      carry += 5 * (text[at] - '0');
      text[at] = (char)('0' + carry % 10);
    }
  assert_same(value_of(text), 0);
  memset(text + 2 + PLACES, '0', FAR);
  text[2 + PLACES + FAR] = '\0';
  assert_same(value_of(text), 0);
  text[1 + PLACES + FAR] = '1';
  assert_same(value_of(text), 0x1p-1074);
  text[1 + PLACES]--; /* its last digit is a 5 */
  assert_same(value_of(text), 0);
  free(text);
}

static void reading_agrees_with_the_c_library_on_random_decimals(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 1, 0);
  char text[64];
  for (int i = 0; i < 300000; i++) {
    unsigned digits = (unsigned)chance_below(&c, 20) + 1, at = 0, dot = (unsigned)chance_below(&c, digits + 1);
    for (unsigned k = 0; k < digits; k++) {
      if (k == dot && k) text[at++] = '.';
      text[at++] = (char)('0' + chance_below(&c, 10));
    }
    text[at] = '\0';
    if (chance_below(&c, 2)) snprintf(text + at, sizeof text - at, "e%d", (int)chance_below(&c, 80) - 40);
    double want = strtod(text, NULL), got = 0;
    if (number_parse(&got, text, strlen(text), '.') != NUMBER_OK || memcmp(&got, &want, sizeof got))
      fail_msg("%s is read as %.17g", text, got);
  }
}

static void whole_numbers_are_read_up_to_their_limit(void **state) {
  (void)state;
  uint64_t x = 5;
  assert_true(number_parse_whole(&x, "0", 1));
  assert_int_equal(x, 0);
  assert_true(number_parse_whole(&x, "18446744073709551615", 20));
  assert_true(x == UINT64_MAX);
  assert_false(number_parse_whole(&x, "18446744073709551616", 20));
  assert_false(number_parse_whole(&x, "99999999999999999999", 20));
  assert_false(number_parse_whole(&x, "", 0));
  assert_false(number_parse_whole(&x, "-1", 2));
  assert_false(number_parse_whole(&x, "+1", 2));
  assert_false(number_parse_whole(&x, "1.0", 3));
  assert_true(x == UINT64_MAX);
}

static void numbers_are_printed_in_their_shortest_form(void **state) {
  (void)state;
  static const struct {
    double x;
    const char *text;
  } cases[] = {{0, "0"},
               {-0.0, "0"},
               {42, "42"},
               {-42, "-42"},
               {0.1, "0.1"},
               {-0.1, "-0.1"},
               {0.1 + 0.2, "0.30000000000000004"},
               {1.0 / 3, "0.3333333333333333"},
               {100.5, "100.5"},
               {0.0001, "0.0001"},
               {0.00012345, "0.00012345"},
               {0.00001, "1e-05"},
               {1e-7, "1e-07"},
               {1.5e-10, "1.5e-10"},
               {1e15, "1000000000000000"},
               {9007199254740992, "9007199254740992"},
               {9999999999999998, "9999999999999998"},
               {1e16, "1e+16"},
               {123456789012345680, "1.2345678901234568e+17"},
               {1e22, "1e+22"},
               {1e23, "1e+23"},
               {1e300, "1e+300"},
               {-1e300, "-1e+300"},
               {DBL_MAX, "1.7976931348623157e+308"},
               {-DBL_MAX, "-1.7976931348623157e+308"},
               {DBL_MIN, "2.2250738585072014e-308"},
               {0x1p-1074, "5e-324"},
               {-0x1p-1074, "-5e-324"},
               {3 * 0x1p-1074, "1.5e-323"},
               {9.5, "9.5"},
               {0x1p-44, "5.684341886080802e-14"},
               {0x1p-489, "6.256509672447191e-148"},
               {0x1p-24, "5.960464477539063e-08"},
               {1234567.25, "1234567.25"},
               {(double)NAN, "nan"},
               {(double)INFINITY, "inf"},
               {-(double)INFINITY, "-inf"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_string_equal(print(cases[i].x), cases[i].text);
}

/* Numbers of all sizes (random bits), and of the size that measures have. */
static void a_million_random_numbers_read_back_equal(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 7, 0);
  char text[NUMBER_ROOM];
  for (int i = 0; i < 1000000; i++) {
    uint64_t bits = chance_next(&c);
    double x, back = 0;
    memcpy(&x, &bits, sizeof x);
    if (i & 1) x = chance_share(&c) * (double)chance_below(&c, 100000);
    if (isnan(x) || isinf(x) || x == 0) continue;
    size_t length = number_print(text, x);
    if (number_parse(&back, text, length, '.') != NUMBER_OK || memcmp(&x, &back, sizeof x)) fail_msg("%.17g is printed as %s", x, text);
  }
}

/* A whole number with a point put into it: what is printed is that text, without zeros at its end, whether or not it has few decimals. */
static void numbers_of_few_decimals_are_printed_as_they_were_typed(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 9, 0);
  for (int i = 0; i < 20000; i++) {
    uint64_t whole = chance_below(&c, (uint64_t)pow(10, (double)chance_below(&c, 9))), part = chance_below(&c, 1000000);
    char text[64];
    int length = snprintf(text, sizeof text, "%llu.%06llu", (unsigned long long)whole, (unsigned long long)part);
    while (text[length - 1] == '0')
      text[--length] = '\0';
    if (text[length - 1] == '.') text[--length] = '\0';
    if (!whole && part < 100) continue; /* written with an exponent */
    assert_string_equal(print(value_of(text)), text);
  }
}

/* Its slow twin: no text of fewer digits, by the C library, reads back equal. */
static void no_shorter_form_reads_back_equal(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 8, 0);
  char text[NUMBER_ROOM], other[64];
  for (int i = 0; i < 50000; i++) {
    uint64_t bits = chance_next(&c);
    double x;
    if (i & 1) bits &= ~(uint64_t)0 << 40;
    memcpy(&x, &bits, sizeof x);
    if (isnan(x) || isinf(x) || x == 0) continue;
    number_print(text, x);
    int digits = 0, zeros = 0, leading = 1;
    for (const char *at = text; *at && *at != 'e'; at++) {
      if (*at < '0' || *at > '9') continue;
      if (leading && *at == '0') continue;
      leading = 0;
      digits++;
      zeros = *at == '0' ? zeros + 1 : 0;
    }
    for (int fewer = 0; fewer < digits - zeros - 1; fewer++) {
      snprintf(other, sizeof other, "%.*e", fewer, x);
      if (strtod(other, NULL) == x) fail_msg("%s could be %s", text, other);
    }
  }
}

static void a_short_form_is_for_people(void **state) {
  (void)state;
  static const struct {
    double x;
    int digits;
    const char *text;
  } cases[] = {{0.43758, 4, "0.4376"},
               {231.06, 4, "231.1"},
               {231.04, 4, "231"},
               {12345, 4, "12345"},
               {12345.6, 4, "12346"},
               {-12345.6, 4, "-12346"},
               {999.96, 4, "1000"},
               {9999.6, 4, "10000"},
               {0.00001234567, 3, "1.23e-05"},
               {1.0 / 3, 0, "0.3"},
               {2.0 / 3, 99, "0.6666666666666666"},
               {0, 4, "0"},
               {(double)NAN, 4, "nan"},
               {1e300, 4, "1e+300"},
               {999999999999999.9, 3, "1000000000000000"},
               {0.99996, 4, "1"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char text[NUMBER_ROOM];
    assert_int_equal(number_print_short(text, cases[i].x, cases[i].digits), strlen(cases[i].text));
    assert_string_equal(text, cases[i].text);
  }
}

/* Switch this program to a locale with a decimal comma: one that is installed, else one made for this test. */
static bool decimal_comma(void) {
  const char *names[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8"};
  for (size_t i = 0; i < 3; i++)
    if (setlocale(LC_ALL, names[i])) return true;
  char folder[] = "/tmp/nonet-locale-XXXXXX", target[64];
  if (!mkdtemp(folder)) return false;
  snprintf(target, sizeof target, "%s/de_DE.UTF-8", folder);
  const char *const make[] = {"localedef", "-i", "de_DE", "-f", "UTF-8", target, NULL}, *const remove_all[] = {"rm", "-r", folder, NULL};
  struct child_result result;
  if (child_run(&result, &(struct child_job){.program = "/usr/bin/localedef", .argv = make}, NULL, NULL)) {
    rmdir(folder);
    return false;
  }
  child_result_free(&result);
  setenv("LOCPATH", folder, 1);
  bool there = setlocale(LC_ALL, "de_DE.UTF-8") != NULL;
  if (!child_run(&result, &(struct child_job){.program = "/bin/rm", .argv = remove_all}, NULL, NULL)) child_result_free(&result);
  return there;
}

static void a_locale_with_a_decimal_comma_changes_nothing(void **state) {
  if (!decimal_comma()) {
    print_message("skipped: no locale with a decimal comma here\n");
    skip();
  }
  char text[16];
  snprintf(text, sizeof text, "%.1f", 0.5);
  assert_string_equal(text, "0,5"); /* the locale is at work */
  numbers_are_printed_in_their_shortest_form(state);
  plain_numbers_are_read(state);
  reading_is_correctly_rounded(state);
  a_short_form_is_for_people(state);
  double x = 0;
  assert_int_equal(parse(&x, "0,5", '.'), NUMBER_NOT_ONE);
  setlocale(LC_ALL, "C");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_numbers_are_read),
      cmocka_unit_test(what_is_no_number_is_refused),
      cmocka_unit_test(the_length_ends_the_text),
      cmocka_unit_test(a_decimal_comma_is_read_where_it_is_asked_for),
      cmocka_unit_test(nan_infinity_and_overflow_are_told_apart),
      cmocka_unit_test(reading_is_correctly_rounded),
      cmocka_unit_test(digits_far_behind_decide_a_tie),
      cmocka_unit_test(reading_agrees_with_the_c_library_on_random_decimals),
      cmocka_unit_test(whole_numbers_are_read_up_to_their_limit),
      cmocka_unit_test(numbers_are_printed_in_their_shortest_form),
      cmocka_unit_test(a_million_random_numbers_read_back_equal),
      cmocka_unit_test(numbers_of_few_decimals_are_printed_as_they_were_typed),
      cmocka_unit_test(no_shorter_form_reads_back_equal),
      cmocka_unit_test(a_short_form_is_for_people),
      cmocka_unit_test(a_locale_with_a_decimal_comma_changes_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
