/* UTF-8 by the table of well-formed byte sequences [1]: the second byte's range depends on the first, which is what shuts out overlong
 * forms, surrogates and values above U+10FFFF. Widths come from utf8proc.
 *
 * What a terminal may not be shown as it is: control bytes (C0, DEL, C1), marks that turn the direction of writing [2], line and
 * paragraph separators, and the byte order mark, which is invisible in the middle of a text.
 *
 * [1] The Unicode Standard 15.0, table 3-7
 * [2] N. Boucher, R. Anderson (2023), Trojan Source: invisible vulnerabilities, USENIX Security */
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

/* The length of the valid character at `at`, decoded into *out; 0 where there is none. */
static size_t decode(uint32_t *out, const unsigned char *at, size_t size) {
  unsigned char first = at[0];
  if (first < 0x80) {
    *out = first;
    return 1;
  }
  size_t length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (first < 0xc2 || first > 0xf4 || size < length) return 0;
  unsigned char low = 0x80, high = 0xbf;
  if (first == 0xe0) low = 0xa0;
  if (first == 0xed) high = 0x9f;
  if (first == 0xf0) low = 0x90;
  if (first == 0xf4) high = 0x8f;
  if (at[1] < low || at[1] > high) return 0;
  uint32_t c = first & (0x7fu >> length);
  for (size_t i = 1; i < length; i++) {
    if ((at[i] & 0xc0) != 0x80) return 0;
    c = c << 6 | (at[i] & 0x3fu);
  }
  *out = c;
  return length;
}

/* How far plain ASCII goes at the least, looked at in steps as long as there are whole ones. */
static size_t plain_length(const char *bytes, size_t size) {
  size_t at = 0;
  for (uint64_t eight[4]; size - at >= sizeof eight; at += sizeof eight) {
    memcpy(eight, bytes + at, sizeof eight);
    if ((eight[0] | eight[1] | eight[2] | eight[3]) & 0x8080808080808080u) break;
  }
  for (uint64_t eight; size - at >= sizeof eight; at += sizeof eight) {
    memcpy(&eight, bytes + at, sizeof eight);
    if (eight & 0x8080808080808080u) break;
  }
  return at;
}

size_t utf8_valid(const char *bytes, size_t size) {
  size_t at = 0;
  while (at < size) {
    at += plain_length(bytes + at, size - at);
    if (at == size) break;
    uint32_t c;
    size_t length = decode(&c, (const unsigned char *)bytes + at, size - at);
    if (!length) return at;
    at += length;
  }
  return size;
}

size_t utf8_next(uint32_t *out, const char *text, size_t size) {
  if (!size) return 0;
  size_t length = decode(out, (const unsigned char *)text, size);
  if (length) return length;
  *out = 0xfffd;
  return 1;
}

static bool must_be_escaped(uint32_t c) {
  if (c < 0x20) return true;
  if (c < 0x7f) return false;
  return c < 0xa0 || c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xfeff;
}

size_t utf8_escape(char out[UTF8_ESCAPE_ROOM], const char *text, size_t size, size_t *used) {
  uint32_t c;
  *used = decode(&c, (const unsigned char *)text, size);
  if (*used && !must_be_escaped(c)) {
    memcpy(out, text, *used);
    return *used;
  }
  bool one_byte = !*used || c < 0x80;
  if (!*used) {
    c = (unsigned char)*text;
    *used = 1;
  }
  return (size_t)snprintf(out, UTF8_ESCAPE_ROOM, one_byte ? "\\x%02x" : "\\u%04x", (unsigned)c & 0xffffu);
}

/* Columns of what utf8_escape made of one character. */
static size_t piece_width(const char *piece, size_t length) {
  uint32_t c = 0;
  if (decode(&c, (const unsigned char *)piece, length) != length) return length; /* an escape: ASCII */
  int width = utf8proc_charwidth((utf8proc_int32_t)c);
  return width > 0 ? (size_t)width : 0;
}

size_t utf8_width(const char *text) {
  size_t size = strlen(text), width = 0;
  for (size_t at = 0, used; at < size; at += used) {
    char piece[UTF8_ESCAPE_ROOM];
    size_t length = utf8_escape(piece, text + at, size - at, &used);
    width += piece_width(piece, length);
  }
  return width;
}

size_t utf8_cut(struct buffer *out, const char *text, size_t columns, bool ascii) {
  size_t size = strlen(text), width = 0;
  bool whole = utf8_width(text) <= columns;
  if (!whole && !columns) return 0;
  size_t room = whole ? columns : columns - 1; /* the mark takes one */
  for (size_t at = 0, used; at < size; at += used) {
    char piece[UTF8_ESCAPE_ROOM];
    size_t length = utf8_escape(piece, text + at, size - at, &used), more = piece_width(piece, length);
    if (width + more > room) break;
    buffer_add(out, piece, length);
    width += more;
  }
  if (whole) return width;
  buffer_text(out, ascii ? "~" : "\xe2\x80\xa6");
  return width + 1;
}

void utf8_for_terminal(struct buffer *out, const char *text) {
  size_t size = strlen(text);
  for (size_t at = 0, used; at < size; at += used) {
    char piece[UTF8_ESCAPE_ROOM];
    size_t length = utf8_escape(piece, text + at, size - at, &used);
    buffer_add(out, piece, length);
  }
}
