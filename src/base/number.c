/* Numbers as text, correctly rounded both ways, whatever locale the host program set.
 *
 * Reading: a decimal of at most 19 digits whose digits fit 53 bits and whose power of ten is exact as a double needs one multiplication
 * or division [1]; any other goes to strtod_l with the C locale, rewritten as DIGITSeEXPONENT. A border between two doubles is a multiple
 * k < 2^54 of some power of two, at least 2^-1075, and so has at most 768 digits: of a longer text 800 are kept and a 1 stands for the
 * rest.
 * Printing: 15 significant digits always survive a double, 17 always suffice; the first of 15, 16, 17 that reads back equal is taken (17
 * are asked for once and rounded; numbers of few decimals need not ask), and for the few numbers below 1e-307, which have fewer digits, the
 * first of 1 to 17. snprintf's decimal sign, which follows the locale, is skipped over: its digits and exponent are taken and laid out
 * here, with an exponent below 1e-4 and from 1e16 on.
 *
 * [1] W. D. Clinger (1990), How to read floating point numbers accurately, PLDI, doi:10.1145/93542.93557 */
#include "base/number.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DIGITS_KEPT 800
#define FAR_EXPONENT 100000000000000000 /* 1e17: beyond it an exponent decides alone */

/* A decimal as it was read: digits * 10^exponent. */
struct decimal {
  bool negative;
  uint64_t small; /* the first 19 digits as a whole number */
  size_t count;   /* significant digits, leading zeros left out */
  size_t kept;    /* of them in digits[] */
  bool beyond;    /* a digit other than 0 was not kept */
  int64_t exponent;
  char digits[DIGITS_KEPT];
};

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static void take_digit(struct decimal *d, char c) {
  if (!d->count && c == '0') return;
  if (d->count < 19) d->small = d->small * 10 + (uint64_t)(c - '0');
  if (d->kept < DIGITS_KEPT)
    d->digits[d->kept++] = c;
  else {
    d->exponent++;
    d->beyond = d->beyond || c != '0';
  }
  d->count++;
}

/* The exponent behind an 'e', to the end of the text; false if it is none. */
static bool take_exponent(struct decimal *d, const char *text, const char *end) {
  bool negative = text < end && *text == '-';
  if (text < end && (*text == '-' || *text == '+')) text++;
  if (text == end) return false;
  int64_t value = 0;
  for (; text < end && is_digit(*text); text++)
    if (value < FAR_EXPONENT) value = value * 10 + (*text - '0');
  d->exponent += negative ? -value : value;
  return text == end;
}

static bool take_decimal(struct decimal *d, const char *text, const char *end, char sign) {
  bool any = false;
  for (; text < end && is_digit(*text); text++, any = true)
    take_digit(d, *text);
  if (text < end && *text == sign)
    for (text++; text < end && is_digit(*text); text++, any = true) {
      take_digit(d, *text);
      d->exponent--;
    }
  if (!any) return false;
  if (text == end) return true;
  return (*text == 'e' || *text == 'E') && take_exponent(d, text + 1, end);
}

/* One exact step, where the digits and the power of ten are both doubles without rounding. */
static bool by_one_step(double *out, const struct decimal *d) {
  static const double ten[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                               1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  if (d->count > 19 || d->small > (uint64_t)1 << 53 || d->exponent < -22 || d->exponent > 22) return false;
  double x = (double)d->small;
  *out = d->exponent < 0 ? x / ten[-d->exponent] : x * ten[d->exponent];
  return true;
}

static double by_strtod(const struct decimal *d) {
  char text[DIGITS_KEPT + 32];
  memcpy(text, d->digits, d->kept);
  int64_t exponent = d->exponent;
  size_t at = d->kept;
  if (d->beyond) {
    text[at++] = '1';
    exponent--;
  }
  if (exponent > 100000) exponent = 100000;
  if (exponent < -100000) exponent = -100000;
  snprintf(text + at, sizeof text - at, "e%d", (int)exponent);
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0); /* the C library's own constant: nothing is allocated */
  if (!plain) return (double)NAN;
  double x = strtod_l(text, NULL, plain);
  freelocale(plain);
  return x;
}

/* nan, inf and infinity, without case. */
static enum number_fault parse_word(double *out, const char *text, size_t length, bool negative) {
  if (length == 3 && !strncasecmp(text, "nan", 3)) {
    *out = (double)NAN;
    return NUMBER_NAN;
  }
  if ((length == 3 && !strncasecmp(text, "inf", 3)) || (length == 8 && !strncasecmp(text, "infinity", 8))) {
    *out = negative ? -(double)INFINITY : (double)INFINITY;
    return NUMBER_INFINITE;
  }
  return NUMBER_NOT_ONE;
}

enum number_fault number_parse(double *out, const char *text, size_t length, char decimal) {
  const char *end = text + length;
  struct decimal d; /* its digits are left unset: most texts are short */
  d.negative = length && *text == '-';
  d.small = d.count = d.kept = 0;
  d.exponent = 0;
  d.beyond = false;
  if (length && (*text == '-' || *text == '+')) text++;
  if (text == end) return NUMBER_NOT_ONE;
  if (!is_digit(*text) && *text != decimal) return parse_word(out, text, (size_t)(end - text), d.negative);
  if (!take_decimal(&d, text, end, decimal)) return NUMBER_NOT_ONE;
  double x = 0;
  if (d.count && !by_one_step(&x, &d)) x = by_strtod(&d);
  if (isnan(x)) return NUMBER_NOT_ONE;
  if (isinf(x)) return NUMBER_OVERFLOWS;
  *out = d.negative ? -x : x;
  return NUMBER_OK;
}

bool number_parse_whole(uint64_t *out, const char *text, size_t length) {
  uint64_t value = 0;
  for (size_t i = 0; i < length; i++) {
    if (!is_digit(text[i])) return false;
    uint64_t digit = (uint64_t)(text[i] - '0');
    if (value > (UINT64_MAX - digit) / 10) return false;
    value = value * 10 + digit;
  }
  if (length) *out = value;
  return length > 0;
}

static size_t without_zeros(char *digits, size_t count) {
  while (count > 1 && digits[count - 1] == '0')
    count--;
  digits[count] = '\0';
  return count;
}

/* The digits of x > 0, rounded to `digits` significant ones, at most 17; *exponent is the power of ten of the first. */
static size_t digits_of(char out[18], int *exponent, double x, int digits) {
  char text[64];
  snprintf(text, sizeof text, "%.*e", digits - 1, x);
  size_t count = 0;
  const char *at = text;
  for (; *at && *at != 'e'; at++)
    if (is_digit(*at) && count < 17) out[count++] = *at;
  *exponent = *at ? (int)strtol(at + 1, NULL, 10) : 0;
  out[count] = '\0';
  return count;
}

/* 17 digits rounded to fewer; 0 where they end in just a half, so that only x itself says which way. */
static size_t fewer_digits(char out[18], int *exponent, const char all[18], size_t digits) {
  char next = all[digits];
  if (next == '5' && strspn(all + digits + 1, "0") == 16 - digits) return 0;
  memcpy(out, all, digits);
  size_t count = digits;
  if (next >= '5') {
    while (count && out[count - 1] == '9')
      count--;
    if (count)
      out[count - 1]++;
    else {
      out[count++] = '1';
      ++*exponent;
    }
  }
  return without_zeros(out, count);
}

/* Write digits and exponent as text: 0.0001 to 9999999999999999 plain, the rest as 1.5e+16. */
static size_t lay_out(char *out, const char *digits, size_t count, int exponent) {
  char *at = out;
  int n = (int)count;
  if (exponent < -4 || exponent >= 16) {
    *at++ = digits[0];
    if (n > 1) *at++ = '.';
    memcpy(at, digits + 1, count - 1);
    at += count - 1;
    return (size_t)(at - out) + (size_t)snprintf(at, 8, "e%c%02d", exponent < 0 ? '-' : '+', abs(exponent));
  }
  if (exponent < 0) {
    memcpy(at, "0.0000", 6);
    at += 1 - exponent; /* "0." and the zeros before the first digit */
    memcpy(at, digits, count);
    at += count;
  } else {
    for (int i = 0; i < n || i <= exponent; i++) {
      if (i == exponent + 1) *at++ = '.';
      *at++ = i < n ? digits[i] : '0';
    }
  }
  *at = '\0';
  return (size_t)(at - out);
}

/* Decimal digits of a whole number. */
static size_t print_whole(char *out, uint64_t value) {
  char reversed[20];
  size_t count = 0;
  do {
    reversed[count++] = (char)('0' + value % 10);
    value /= 10;
  } while (value);
  for (size_t i = 0; i < count; i++)
    out[i] = reversed[count - 1 - i];
  out[count] = '\0';
  return count;
}

/* What needs no digits: NaN, the infinities, whole numbers below 1e16 (-0 is 0). 0 if x is none of them. */
static size_t print_plain(char *out, double x) {
  const char *word = isnan(x) ? "nan" : isinf(x) ? (x < 0 ? "-inf" : "inf") : NULL;
  if (word) {
    strcpy(out, word);
    return strlen(word);
  }
  if (!(fabs(x) < 1e16) || x != trunc(x)) return 0;
  size_t sign = x < 0;
  if (sign) *out = '-';
  return sign + print_whole(out + sign, (uint64_t)fabs(x));
}

/* A power of two lies nearer to the double below it than to the one above, so the nearest 16 digits may read back as another while the
 * next higher do not. Makes them of the *count digits there are; false where the first digit would run over. */
static bool next_higher(char digits[18], size_t *count) {
  while (*count < 16)
    digits[(*count)++] = '0';
  while (*count && digits[*count - 1] == '9')
    --*count; /* a 9 becomes a 0, which is not written */
  if (!*count) return false;
  digits[*count - 1]++;
  digits[*count] = '\0';
  return true;
}

static bool reads_back(const char *text, size_t length, double x) {
  double back;
  return number_parse(&back, text, length, '.') == NUMBER_OK && back == x;
}

/* A number of few decimals, such as most weights are: a whole number of at most 15 digits over a power of ten, both exact, whose quotient
 * is x, so that it reads back equal; no other decimal of 15 digits does. 0 where x > 0 is none with at most 4 decimals. */
static size_t print_few_decimals(char *out, double x) {
  double power = 1;
  for (int decimals = 1; decimals <= 4; decimals++) {
    power *= 10;
    double whole = x * power;
    if (!(whole < 1e15) || whole != trunc(whole) || whole / power != x) continue;
    char digits[24];
    size_t all = print_whole(digits, (uint64_t)whole);
    return lay_out(out, digits, without_zeros(digits, all), (int)all - 1 - decimals);
  }
  return 0;
}

/* The fewest digits of x > 0 that read back equal, laid out. */
static size_t print_fraction(char *out, double x) {
  char all[18], digits[18];
  int first, exponent;
  size_t few = print_few_decimals(out, x);
  if (few) return few;
  digits_of(all, &first, x, 17);
  for (size_t tried = 15; tried < 17; tried++) {
    exponent = first;
    size_t count = fewer_digits(digits, &exponent, all, tried);
    if (!count) count = without_zeros(digits, digits_of(digits, &exponent, x, (int)tried));
    size_t length = lay_out(out, digits, count, exponent);
    if (reads_back(out, length, x)) return length;
    if (tried < 16 || frexp(x, &(int){0}) != 0.5 || !next_higher(digits, &count)) continue;
    length = lay_out(out, digits, count, exponent);
    if (reads_back(out, length, x)) return length;
  }
  return lay_out(out, all, without_zeros(all, 17), first);
}

/* The same for the smallest numbers, which may have few digits. */
static size_t print_tiny(char *out, double x) {
  char digits[18];
  int exponent;
  size_t length = 0;
  for (int tried = 1; tried <= 17; tried++) {
    size_t count = without_zeros(digits, digits_of(digits, &exponent, x, tried));
    length = lay_out(out, digits, count, exponent);
    if (reads_back(out, length, x)) break;
  }
  return length;
}

size_t number_print(char out[NUMBER_ROOM], double x) {
  size_t length = print_plain(out, x), sign = x < 0;
  if (length) return length;
  if (sign) *out = '-';
  double size = fabs(x);
  return sign + (size < 1e-307 ? print_tiny(out + sign, size) : print_fraction(out + sign, size));
}

size_t number_print_short(char out[NUMBER_ROOM], double x, int digits) {
  size_t length = print_plain(out, x);
  if (length) return length;
  if (digits > 15) return number_print(out, x);
  if (digits < 1) digits = 1;
  double size = fabs(x);
  if (size < 1e15 && size >= pow(10, digits - 1)) return print_plain(out, round(x));
  size_t sign = x < 0;
  if (sign) *out = '-';
  char kept[18];
  int exponent;
  size_t count = without_zeros(kept, digits_of(kept, &exponent, size, digits));
  return sign + lay_out(out + sign, kept, count, exponent);
}
