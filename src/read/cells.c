/* Cells: trimming, lists in one cell, and the marks that people put into matrices.
 *
 * How: no copies; everything is a narrower span of the same bytes. Words are compared in ASCII without case, for the few that mean
 * something here are ASCII.
 * Why 1 is a number and x a tick: a matrix of 0 and 1 says "no" in its zeros, one of ticks says "no" in its blanks, and shape.c needs to
 * tell them apart. */
#include "read/cells.h"

#include "base/number.h"

#include <string.h>

/* The length of the space that text begins with: ASCII, U+00A0, U+2000-U+200B, U+202F, U+3000, U+FEFF; 0 if none. */
static size_t space_at(const char *at, size_t length) {
  const unsigned char *c = (const unsigned char *)at;
  if (length && cell_is_space(c[0])) return 1;
  if (length >= 2 && c[0] == 0xc2 && c[1] == 0xa0) return 2;
  if (length < 3) return 0;
  bool general = c[0] == 0xe2 && c[1] == 0x80 && ((c[2] >= 0x80 && c[2] <= 0x8b) || c[2] == 0xaf);
  bool wide = c[0] == 0xe3 && c[1] == 0x80 && c[2] == 0x80, mark = c[0] == 0xef && c[1] == 0xbb && c[2] == 0xbf;
  return general || wide || mark ? 3 : 0;
}

struct cell cell_trim_wide(struct cell c) {
  for (size_t step; (step = space_at(c.at, c.length)) > 0;) {
    c.at += step;
    c.length -= step;
  }
  for (;;) {
    size_t step = 0;
    for (size_t back = 1; back <= 3 && back <= c.length && !step; back++)
      if (space_at(c.at + c.length - back, back) == back) step = back;
    if (!step) return c;
    c.length -= step;
  }
}

bool cell_is(struct cell c, const char *text) {
  return strlen(text) == c.length && memcmp(c.at, text, c.length) == 0;
}

bool cell_same(struct cell a, struct cell b) {
  return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool begins_folded(struct cell c, const char *word, size_t length) {
  if (c.length < length) return false;
  for (size_t i = 0; i < length; i++)
    if (lower(c.at[i]) != word[i]) return false;
  return true;
}

bool cell_is_any(struct cell c, const char *words) {
  for (const char *word = words; *word;) {
    size_t length = strcspn(word, "|");
    if (length == c.length && begins_folded(c, word, length)) return true;
    word += length + (word[length] == '|');
  }
  return false;
}

bool cell_next_name(struct cell *out, struct cell c, size_t *at, bool lines) {
  while (*at < c.length) {
    size_t start = *at, end = start;
    while (end < c.length && c.at[end] != ';' && c.at[end] != '|' && !(lines && (c.at[end] == '\n' || c.at[end] == '\r')))
      end++;
    *at = end + 1;
    *out = cell_trim((struct cell){c.at + start, end - start});
    if (out->length) return true;
  }
  return false;
}

bool cell_is_number(struct cell c, char decimal) {
  double x;
  return c.length && number_parse(&x, c.at, c.length, decimal) == NUMBER_OK;
}

enum mark cell_mark(double *number, struct cell c, char decimal) {
  *number = 0;
  c = cell_trim(c);
  if (c.length == 0) return MARK_BLANK;
  if (number_parse(number, c.at, c.length, decimal) == NUMBER_OK) return *number == 0 ? MARK_NO : MARK_NUMBER;
  if (cell_is_any(c, "na|n/a|n.a.|#n/a|nan|dk|no answer|not answered|missing")) return MARK_UNANSWERED;
  if (cell_is_any(c, "no|n|false|-|none|\xe2\x80\x93|\xe2\x80\x94|\xe2\x9c\x97|\xe2\x9c\x98|\xe2\x98\x90")) return MARK_NO;
  if (cell_is_any(c, "yes|y|true")) return MARK_YES;
  /* x, *, +, multiplication sign, ticks, ballot boxes, bullets, discs, black squares */
  if (cell_is_any(c,
                  "x|*|+|\xc3\x97|\xe2\x9c\x93|\xe2\x9c\x94|\xe2\x9c\x94\xef\xb8\x8f|\xe2\x98\x91|\xe2\x98\x92|\xe2\x80\xa2|\xe2\x97\x8f|"
                  "\xe2\x96\xa0|\xe2\x9c\x85|\xe2\x9c\x95|\xe2\x9c\x96|\xe2\x88\x9a|\xe2\xac\xa4|\xe2\xac\x9b"))
    return MARK_TICK;
  return MARK_WORD;
}

bool cell_is_total(struct cell c) {
  c = cell_trim(c);
  if (c.length && c.at[c.length - 1] == ':') c.length--;
  return cell_is_any(c, "total|totals|sum|grand total|overall total|subtotal|sub-total|total ties|column total|row total");
}

bool cell_is_note(struct cell c) {
  static const char *const opening[] = {"source:", "sources:", "note:", "notes:", "key:", "legend:", "last updated", "updated:", "*"};
  c = cell_trim(c);
  for (size_t i = 0; i < sizeof opening / sizeof *opening; i++)
    if (begins_folded(c, opening[i], strlen(opening[i]))) return true;
  return false;
}
