/* SPDX-License-Identifier: MIT
 * Decides on attribute values. Graphviz trusts its numbers: a NaN, an infinity or a huge value hangs it or writes past
 * its arrays (seen in 2.42: minlen=100000, pos="1e308,1e308!", fillcolor="red;nan:blue"). So a number is finite and
 * within the range of its rule, a colour is spelt from harmless characters, and a word is one that is known. */
#include "draw/values.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_IDENT = 200 };

static bool made_of(const char *value, const char *characters) {
  return value[strspn(value, characters)] == '\0';
}

#define DIGITS "0123456789"
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

static enum value_verdict check_number(const struct value_rule *rule, const char *value, struct bytes *out) {
  char *end;
  double number = strtod(value, &end);
  if (end == value || isnan(number) || end[strspn(end, " \t\n")] != '\0') return VALUE_DROPPED;
  if (number >= rule->low && number <= rule->high) return VALUE_KEPT;
  bytes_format(out, "%g", number < rule->low ? rule->low : rule->high);
  return VALUE_CHANGED;
}

/* A row of numbers is taken whole or not at all: a clamped coordinate would be a lie. */
static enum value_verdict check_numbers(const struct value_rule *rule, const char *value) {
  const char *between = rule->kind == VALUE_SPLINE ? " ,;!+es\n\t" : " ,!+\n\t";
  for (const char *at = value + strspn(value, between); *at != '\0'; at += strspn(at, between)) {
    char *end;
    if (!made_of((char[]){*at, '\0'}, DIGITS ".-")) return VALUE_DROPPED;
    double number = strtod(at, &end);
    if (end == at || !(number >= rule->low && number <= rule->high)) return VALUE_DROPPED;
    at = end;
  }
  return VALUE_KEPT;
}

static bool is_one_of(const char *words, const char *value, size_t length) {
  for (const char *at = words; *at != '\0'; at += strcspn(at, " ")) {
    at += strspn(at, " ");
    if (length > 0 && strcspn(at, " ") == length && memcmp(at, value, length) == 0) return true;
  }
  return false;
}

static enum value_verdict check_words(const struct value_rule *rule, const char *value, struct bytes *out) {
  enum value_verdict verdict = VALUE_KEPT;
  for (const char *at = value; *at != '\0';) {
    size_t length = strcspn(at, ", ");
    if (is_one_of(rule->words, at, length)) {
      if (out->length > 0) bytes_char(out, ',');
      bytes_add(out, at, length);
    } else if (length > 0) {
      verdict = VALUE_CHANGED;
    }
    at += length;
    at += strspn(at, ", ");
  }
  return verdict == VALUE_CHANGED && out->length == 0 ? VALUE_DROPPED : verdict;
}

/* One colour of a list: #hex, a name, /scheme/name, or three numbers for hue, saturation and value; then ;share. */
static bool is_colour(const char *value, size_t length) {
  char text[80];
  if (length == 0 || length >= sizeof text) return false;
  memcpy(text, value, length);
  text[length] = '\0';
  char *share = strchr(text, ';');
  if (share != NULL) {
    *share++ = '\0';
    if (*share == '\0' || !made_of(share, DIGITS ".") || !(strtod(share, NULL) <= 1)) return false;
  }
  if (text[0] == '#') return made_of(text + 1, DIGITS "abcdefABCDEF") && strlen(text) >= 4 && strlen(text) <= 9;
  if (text[0] == '.' || (text[0] >= '0' && text[0] <= '9')) return made_of(text, DIGITS "., ");
  return made_of(text, LETTERS DIGITS "/");
}

static enum value_verdict check_colour(const char *value) {
  for (const char *at = value;; at++) {
    size_t length = strcspn(at, ":");
    if (!is_colour(at, length)) return VALUE_DROPPED;
    at += length;
    if (*at == '\0') return VALUE_KEPT;
  }
}

static enum value_verdict check_link(const char *value) {
  static const char *const safe[] = {"http://", "https://", "mailto:", "#"};
  if (!made_of(value, LETTERS DIGITS "-._~:/?#@!$&()*+,;=%")) return VALUE_DROPPED;
  for (size_t i = 0; i < sizeof safe / sizeof *safe; i++)
    if (strncmp(value, safe[i], strlen(safe[i])) == 0) return VALUE_KEPT;
  return VALUE_DROPPED;
}

static enum value_verdict kept_if(bool good) {
  return good ? VALUE_KEPT : VALUE_DROPPED;
}

enum value_verdict value_check(const struct value_rule *rule, const char *value, bool keep_links, struct bytes *out) {
  bytes_clear(out);
  if (*value == '\0') return VALUE_KEPT;
  switch (rule->kind) {
  case VALUE_NUMBER:
    return check_number(rule, value, out);
  case VALUE_NUMBERS:
  case VALUE_SPLINE:
    return check_numbers(rule, value);
  case VALUE_FLAG:
    return kept_if(is_one_of(" true false yes no 0 1 True False TRUE FALSE ", value, strlen(value)));
  case VALUE_WORD:
    return kept_if(is_one_of(rule->words, value, strlen(value)));
  case VALUE_WORDS:
    return check_words(rule, value, out);
  case VALUE_COLOUR:
    return check_colour(value);
  case VALUE_IDENT:
    return kept_if(strlen(value) <= LONGEST_IDENT && made_of(value, LETTERS DIGITS "_.:- "));
  case VALUE_FONT:
    return kept_if(strlen(value) <= LONGEST_IDENT && made_of(value, LETTERS DIGITS " ,-"));
  case VALUE_LINK:
    return keep_links ? check_link(value) : VALUE_DROPPED;
  case VALUE_TIP:
    return kept_if(keep_links);
  default:
    return VALUE_KEPT;
  }
}
