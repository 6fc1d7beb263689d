/* Dates of the proleptic Gregorian calendar as days since 1970-01-01. The year is counted from March, so that the leap day is its last
 * and the months before it have lengths that one line gives; 400 years are 146097 days.
 *
 * [1] ISO 8601-1:2019, calendar dates and their reduced precision. */
#include "base/date.h"

#include <stdio.h>
#include <string.h>

/* Days since 1970-01-01; any year that fits. */
static int64_t days_of(int64_t year, int month, int day) {
  int64_t y = month > 2 ? year : year - 1;
  int64_t era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
  int64_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static int month_length(int year, int month) {
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return lengths[month - 1] + (month == 2 && leap);
}

/* Exactly `count` digits at *text, at most `end`; -1 where they are not. */
static int take(const char **text, const char *end, int count) {
  int value = 0;
  if (end - *text < count) return -1;
  for (; count; count--, ++*text) {
    if (**text < '0' || **text > '9') return -1;
    value = value * 10 + (**text - '0');
  }
  return value;
}

/* ":MM" or, where `plain`, "MM"; true where there is none as well. */
static bool sixty(const char **text, const char *end, int most) {
  if (*text == end || **text != ':') return true;
  ++*text;
  int value = take(text, end, 2);
  return value >= 0 && value <= most;
}

/* A time of day to the end of the text: HH[:MM[:SS[.digits]]][Z|+HH[:MM]|-HH[:MM]]. */
static bool is_time(const char *text, const char *end) {
  int hour = take(&text, end, 2);
  if (hour < 0 || hour > 24 || !sixty(&text, end, 59) || !sixty(&text, end, 60)) return false;
  if (text < end && (*text == '.' || *text == ',')) {
    const char *first = ++text;
    while (text < end && *text >= '0' && *text <= '9')
      text++;
    if (text == first) return false;
  }
  if (text == end) return true;
  if (*text == 'Z' || *text == 'z') return text + 1 == end;
  if (*text != '+' && *text != '-') return false;
  text++;
  hour = take(&text, end, 2);
  if (hour < 0 || hour > 23) return false;
  if (text < end && *text != ':') { /* +0100 */
    int minute = take(&text, end, 2);
    return minute >= 0 && minute <= 59 && text == end;
  }
  return sixty(&text, end, 59) && text == end;
}

static bool quarter(struct date_period *out, int year, int which) {
  if (which < 1 || which > 4) return false;
  out->first = (int32_t)days_of(year, which * 3 - 2, 1);
  out->last = (int32_t)days_of(year, which * 3, month_length(year, which * 3));
  return true;
}

bool date_parse(struct date_period *out, const char *text, size_t length) {
  const char *end = text + length;
  int year = take(&text, end, 4), month = 0, day = 0;
  if (year < 0) return false;
  if (text < end && *text++ != '-') return false;
  if (end - text == 2 && *text == 'Q') return quarter(out, year, text[1] - '0');
  if (text < end || text[-1] == '-') {
    month = take(&text, end, 2);
    if (month < 1 || month > 12) return false;
  }
  if (text < end) {
    if (*text++ != '-') return false;
    day = take(&text, end, 2);
    if (day < 1 || day > month_length(year, month)) return false;
  }
  if (text < end && ((*text != 'T' && *text != 't' && *text != ' ') || !is_time(text + 1, end))) return false;
  int last_month = month ? month : 12;
  out->first = (int32_t)days_of(year, month ? month : 1, day ? day : 1);
  out->last = (int32_t)days_of(year, last_month, day ? day : month_length(year, last_month));
  return true;
}

size_t date_print(char out[DATE_ROOM], int32_t day) {
  if (day == DATE_NONE) {
    out[0] = '\0';
    return 0;
  }
  int64_t z = (int64_t)day + 719468, era = (z >= 0 ? z : z - 146096) / 146097, of_era = z - era * 146097;
  int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int64_t of_year = of_era - (365 * y + y / 4 - y / 100), m = (5 * of_year + 2) / 153;
  int64_t month = m < 10 ? m + 3 : m - 9, year = y + era * 400 + (month <= 2);
  int length = snprintf(out, DATE_ROOM, "%04d-%02d-%02d", (int)year, (int)month, (int)(of_year - (153 * m + 2) / 5 + 1));
  return (size_t)length;
}
