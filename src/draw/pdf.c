/* SPDX-License-Identifier: MIT
 * cairo 1.16 writes "/CreationDate (D:20260503120000Z)" with the time of the clock into the information dictionary,
 * which is plain text near the end. It becomes the time of SOURCE_DATE_EPOCH, or blanks where that is not set.
 * Source: https://reproducible-builds.org/specs/source-date-epoch/ */
#include "draw/pdf.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char key[] = "/CreationDate (D:";

enum { KEY = sizeof key - 1, DIGITS = 14 };

/* The last one: page contents come before it. */
static char *find_last(char *data, size_t length) {
  char *found = NULL;
  for (char *at = data; (at = memmem(at, length - (size_t)(at - data), key, KEY)) != NULL; at++)
    found = at;
  return found;
}

/* Fourteen digits of UTC; 0 where the variable is unset or no sensible number. */
static int epoch_digits(char digits[static DIGITS + 50]) {
  const char *given = getenv("SOURCE_DATE_EPOCH");
  if (given == NULL || *given == '\0' || given[strspn(given, "0123456789")] != '\0' || strlen(given) > 12) return 0;
  time_t epoch = (time_t)strtoll(given, NULL, 10);
  struct tm when;
  if (gmtime_r(&epoch, &when) == NULL || when.tm_year > 9999 - 1900) return 0;
  return snprintf(digits, DIGITS + 50, "%04d%02d%02d%02d%02d%02d", when.tm_year + 1900, when.tm_mon + 1, when.tm_mday, when.tm_hour,
                  when.tm_min, when.tm_sec) == DIGITS;
}

void pdf_set_date(char *data, size_t length) {
  char digits[DIGITS + 50];
  char *date = find_last(data, length);
  if (date == NULL) return;
  char *end = memchr(date, ')', length - (size_t)(date - data));
  if (end == NULL || end - date < KEY + DIGITS) return;
  if (epoch_digits(digits))
    memcpy(date + KEY, digits, DIGITS);
  else
    memset(date, ' ', (size_t)(end - date) + 1);
}
