/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Numbers are digits and one point whatever the locale (this program never sets one, so strtod reads the point). */
#include "cli/values.h"

#include "cli/near.h"
#include "cli/say.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool value_whole(uint64_t *out, const char *text) {
  uint64_t x = 0;
  if (!*text) return false;
  for (const char *c = text; *c; c++) {
    if (*c < '0' || *c > '9') return false;
    uint64_t digit = (uint64_t)(*c - '0');
    if (x > (UINT64_MAX - digit) / 10) return false;
    x = x * 10 + digit;
  }
  *out = x;
  return true;
}

/* Digits with at most one point in front of `*end`. */
static bool decimal(double *out, const char *text, const char **end) {
  size_t length = strspn(text, "0123456789.");
  const char *point = memchr(text, '.', length);
  if (length == 0 || length > 30 || (point && (length == 1 || memchr(point + 1, '.', length - (size_t)(point - text) - 1)))) return false;
  char copy[32];
  memcpy(copy, text, length);
  copy[length] = 0;
  *out = strtod(copy, NULL);
  *end = text + length;
  return true;
}

bool value_size(uint64_t *out, const char *text) {
  static const char *const units[] = {"", "K", "M", "G", "T"};
  static const char *const tails[] = {"", "B", "iB"};
  const char *unit;
  double number;
  if (!decimal(&number, text, &unit)) return false;
  double size = number;
  for (size_t i = 0; i < sizeof units / sizeof units[0]; i++, size *= 1024) {
    size_t length = strlen(units[i]);
    if (strncasecmp(unit, units[i], length) != 0) continue;
    for (size_t j = 0; j < (length ? 3 : 2); j++) {
      if (strcasecmp(unit + length, tails[j]) != 0) continue;
      if (!(size >= 1 && size < 9e18)) return false;
      *out = (uint64_t)size;
      return true;
    }
  }
  return false;
}

bool value_seconds(double *out, const char *text) {
  const char *end;
  return decimal(out, text, &end) && !*end && *out > 0 && *out < 1e9;
}

int value_choice(const char *choices, const char *text) {
  size_t length = strlen(text);
  int which = 0;
  for (const char *c = choices;; which++) {
    size_t size = strcspn(c, "|");
    if (size == length && memcmp(c, text, length) == 0) return which;
    if (!c[size]) return -1;
    c += size + 1;
  }
}

/* A choice that is none of the words: the error tells the words and the nearest. */
static nonet_code no_choice(const struct option_row *row, const char *value, nonet_err *err) {
  char words[128], room[NEAR_ROOM], list[256] = "";
  struct near near;
  near_start(&near, value);
  strncpy(words, row->argument, sizeof words - 1);
  words[sizeof words - 1] = 0;
  char *rest = words;
  for (char *word; (word = strsep(&rest, "|"));) {
    near_offer(&near, word);
    if (*list) strcat(list, rest ? ", " : " or ");
    strcat(list, word);
  }
  return fail(err, NONET_EUSAGE, "--%s takes %s, not '%s'%s", row->name, list, value, near_words(&near, room));
}

nonet_code value_check(const struct option_row *row, const char *value, nonet_err *err) {
  uint64_t whole;
  double seconds;
  switch (row->kind) {
  case OPTION_IS_FLAG:
  case OPTION_IS_TEXT:
    return *value || row->id == OPTION_MISSING ? NONET_OK
                                               : fail(err, NONET_EUSAGE, "--%s is empty: --%s %s", row->name, row->name, row->argument);
  case OPTION_IS_CHOICE:
    return value_choice(row->argument, value) >= 0 ? NONET_OK : no_choice(row, value, err);
  case OPTION_IS_WHOLE:
    return value_whole(&whole, value) ? NONET_OK : fail(err, NONET_EUSAGE, "--%s takes a whole number, not '%s'", row->name, value);
  case OPTION_IS_COUNT:
    if (value_whole(&whole, value) && whole > 0) return NONET_OK;
    return fail(err, NONET_EUSAGE, "--%s takes a whole number above 0, not '%s'", row->name, value);
  case OPTION_IS_SIZE:
    if (value_size(&whole, value)) return NONET_OK;
    return fail(err, NONET_EUSAGE, "--%s takes a size such as 500M or 4G, not '%s'", row->name, value);
  case OPTION_IS_SHARE:
    if (value_seconds(&seconds, value) && seconds < 1) return NONET_OK;
    return fail(err, NONET_EUSAGE, "--%s takes a number between 0 and 1, not '%s'", row->name, value);
  case OPTION_IS_SECONDS:
    if (value_seconds(&seconds, value)) return NONET_OK;
    return fail(err, NONET_EUSAGE, "--%s takes seconds above 0, not '%s'", row->name, value);
  }
  return NONET_OK;
}
