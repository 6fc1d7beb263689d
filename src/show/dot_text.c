/* Text as DOT.
 *
 * How: strings are always in double quotes. In an id or a plain value only the quote and a backslash before a quote or a line end have
 * a meaning to the parser; in a label the layout reads further escapes (\N, \G, \l) and HTML entities, so each backslash is doubled and an
 * ampersand that begins an entity is written as one. HTML-like labels (<...>) are never written.
 * Why keys only where plain: an id is what a person types after reading the file; a name with quotes or spaces is better in the label.
 *
 * Sources: [1] https://graphviz.org/doc/info/lang.html [2] https://graphviz.org/docs/attr-types/escString/ */
#include "show/dot_text.h"

#include <string.h>

enum { LONGEST_ID = 64 };
#define DIGITS "0123456789"

#define EIGHT true, true, true, true, true, true, true, true
static const bool stops_value[256] = {[0] = true, ['"'] = true, ['\\'] = true};
/* In a label control characters act too, which are the first 32 and DEL. */
static const bool stops_label[256] = {EIGHT, EIGHT, EIGHT, EIGHT, ['"'] = true, ['&'] = true, ['\\'] = true, [0x7f] = true};

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

#define TWO(c) [(c)] = true, [(c) + 1] = true
#define EIGHT_OF(c) TWO(c), TWO((c) + 2), TWO((c) + 4), TWO((c) + 6)
#define LETTERS(c) EIGHT_OF(c), EIGHT_OF((c) + 8), EIGHT_OF((c) + 16), TWO((c) + 24)
static const bool plain[256] = {LETTERS('a'), LETTERS('A'), EIGHT_OF('0'), TWO('8'), ['_'] = true, ['.'] = true, ['-'] = true};

/* The length of a key that is an id as it stands; 0: it is none. n and digits is what nodes without a plain key are called. */
static size_t plain_length(const char *key) {
  size_t length = 0, digits = 1;
  while (plain[(unsigned char)key[length]])
    length++;
  if (length > LONGEST_ID || key[length]) return 0;
  while (key[0] == 'n' && is_digit(key[digits]))
    digits++;
  return key[0] != 'n' || length == 1 || digits < length ? length : 0;
}

void dot_id(struct buffer *out, const nonet *n, uint32_t node) {
  const char *key = net_key(n, node);
  size_t length = plain_length(key);
  if (!length) {
    buffer_print(out, "\"n%u\"", node);
  } else if (buffer_reserve(out, length + 2)) {
    char *at = out->bytes + out->size;
    at[0] = '"';
    memcpy(at + 1, key, length);
    at[length + 1] = '"';
    at[length + 2] = '\0';
    out->size += length + 2;
  }
}

void dot_value(struct buffer *out, const char *text) {
  buffer_char(out, '"');
  for (text = buffer_run(out, text, stops_value); *text; text = buffer_run(out, text + 1, stops_value)) {
    /* The parser has no escape for a backslash: before a quote or a line end it would act, so it becomes two. */
    if (*text == '"' || text[1] == '"' || text[1] == '\n' || text[1] == '\r' || text[1] == '\0') buffer_char(out, '\\');
    buffer_char(out, *text);
  }
  buffer_char(out, '"');
}

/* Does an HTML entity begin here ("&amp;", "&#38;")? */
static bool begins_entity(const char *text) {
  size_t length = 1;
  if (text[1] == '#') length++;
  size_t word = strspn(text + length, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" DIGITS);
  return word > 0 && text[length + word] == ';';
}

void dot_label(struct buffer *out, const char *text, const char *line_end) {
  for (text = buffer_run(out, text, stops_label); *text; text = buffer_run(out, text + 1, stops_label)) {
    if (*text == '\r' && text[1] == '\n') continue;
    if (*text == '\n' || *text == '\r')
      buffer_text(out, line_end);
    else if (*text == '"' || *text == '\\') {
      buffer_char(out, '\\');
      buffer_char(out, *text);
    } else if (*text == '&')
      buffer_text(out, begins_entity(text) ? "&amp;" : "&");
    else
      buffer_char(out, ' ');
  }
}
