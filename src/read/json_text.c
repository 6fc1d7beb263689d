/* JSON values, strictly by the grammar [1].
 *
 * Why not through jansson 2.14: where an allocation fails while it saves a token, it drops the byte and then runs past the end of the
 * token. A value here needs no tree: a string is decoded into a buffer, a number is a span that is checked.
 *
 * [1] T. Bray (2017), The JavaScript Object Notation (JSON) data interchange format, RFC 8259 */
#include "base/number.h"
#include "read/json_walk.h"

#include <string.h>

static nonet_code wrong(const struct json_span *span, const char *file, const char *what, nonet_err *err) {
  return error_at(err, NONET_EINPUT, file, span->line, "the JSON is wrong: %s", what);
}

/* ---- strings ---- */

/* Four hexadecimal digits; false if they are not. */
static bool hex4(uint32_t *out, const char *at, const char *end) {
  *out = 0;
  if (end - at < 4) return false;
  for (int i = 0; i < 4; i++) {
    char c = at[i];
    uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
                     : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                                            : (uint32_t)(c - 'A' + 10);
    if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))) return false;
    *out = *out * 16 + digit;
  }
  return true;
}

static void add_character(struct buffer *out, uint32_t c) {
  char bytes[4];
  size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (size_t i = size; i-- > 1; c >>= 6)
    bytes[i] = (char)(0x80 | (c & 0x3f));
  static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
  bytes[0] = (char)(lead[size] | c);
  buffer_add(out, bytes, size);
}

/* Behind "\\u": one character, possibly of two escapes. Returns where it ends, or NULL with *what. */
static const char *unicode_escape(struct buffer *out, const char *at, const char *end, const char **what) {
  uint32_t high, low;
  *what = "\\u needs four hexadecimal digits";
  if (!hex4(&high, at, end)) return NULL;
  at += 4;
  *what = "a NUL character (\\u0000) in a text";
  if (high == 0) return NULL;
  *what = "half of a surrogate pair in a text";
  if (high >= 0xdc00 && high <= 0xdfff) return NULL;
  if (high >= 0xd800 && high <= 0xdbff) {
    if (end - at < 6 || at[0] != '\\' || at[1] != 'u' || !hex4(&low, at + 2, end) || low < 0xdc00 || low > 0xdfff) return NULL;
    at += 6;
    high = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
  }
  add_character(out, high);
  return at;
}

nonet_code json_text(struct buffer *out, const struct json_span *span, const char *file, nonet_err *err) {
  static const char escapes[] = "\"\\/bfnrt", plain[] = "\"\\/\b\f\n\r\t";
  const char *at = span->at + 1, *end = span->at + span->length - 1; /* between the quotes */
  while (at < end) {
    const char *start = at;
    while (at < end && *at != '\\' && (unsigned char)*at >= 0x20)
      at++;
    buffer_add(out, start, (size_t)(at - start));
    if (at == end) break;
    if (*at != '\\') return wrong(span, file, "a control character in a text", err);
    const char *escape = at + 1 < end && at[1] ? strchr(escapes, at[1]) : NULL, *what = "an unknown escape in a text";
    if (escape) {
      buffer_char(out, plain[escape - escapes]);
      at += 2;
    } else {
      at = at + 1 < end && at[1] == 'u' ? unicode_escape(out, at + 2, end, &what) : NULL;
      if (!at) return wrong(span, file, what, err);
    }
  }
  return out->failed ? error_memory(err) : NONET_OK;
}

/* ---- numbers and words ---- */

static size_t digits(const char *at, const char *end) {
  size_t count = 0;
  while (at + count < end && at[count] >= '0' && at[count] <= '9')
    count++;
  return count;
}

/* Whether a span is a number by the grammar. */
static bool is_number(bool *whole, const struct json_span *span) {
  const char *at = span->at, *end = at + span->length;
  at += at < end && *at == '-';
  size_t count = digits(at, end);
  if (!count || (count > 1 && *at == '0')) return false;
  at += count;
  *whole = at == end;
  if (at < end && *at == '.') {
    count = digits(++at, end);
    if (!count) return false;
    at += count;
  }
  if (at < end && (*at == 'e' || *at == 'E')) {
    at++;
    at += at < end && (*at == '+' || *at == '-');
    count = digits(at, end);
    if (!count) return false;
    at += count;
  }
  return at == end;
}

bool json_is(const struct json_span *span, const char *word) {
  return span->length == strlen(word) && memcmp(span->at, word, span->length) == 0;
}

nonet_code json_plain(struct buffer *out, bool *whole, const struct json_span *span, const char *file, nonet_err *err) {
  double x;
  char shortest[NUMBER_ROOM];
  *whole = false;
  if (json_is(span, "true") || json_is(span, "false")) {
    buffer_add(out, span->at, span->length);
  } else if (!is_number(whole, span)) {
    return error_at(err, NONET_EINPUT, file, span->line, "the JSON is wrong: '%.*s' is no value",
                    (int)(span->length < 40 ? span->length : 40), span->at);
  } else if (number_parse(&x, span->at, span->length, '.') != NUMBER_OK) {
    return error_at(err, NONET_EINPUT, file, span->line, "the number %.*s is too large", (int)(span->length < 40 ? span->length : 40),
                    span->at);
  } else if (*whole) {
    buffer_add(out, span->at, span->length);
  } else {
    buffer_add(out, shortest, number_print(shortest, x));
  }
  return out->failed ? error_memory(err) : NONET_OK;
}
