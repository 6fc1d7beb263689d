/* SPDX-License-Identifier: MIT
 * Graphviz 2.42 escapes `<` and quotes, so a '<' in its output always begins markup. It does not escape enough of the
 * rest, and adds what a page should not hold:
 *   - a DOCTYPE that names a URL, comments, processing instructions: left out
 *   - an entity in a name, which it copies ("&nbsp;" is none of XML's five, "&#1;" is no character): escaped
 *   - control bytes, U+FFFE and U+FFFF, which XML forbids: U+FFFD instead
 *   - gradients counted from l_0 in every drawing: the prefix goes before
 * Only the elements named here may pass; anything else stops the drawing. What a word in brackets may be: XML 1.0,
 * sections 2.2 and 4.6. */
#include "draw/svg.h"
#include "draw/draw.h"
#include "draw/say.h"
#include <stdlib.h>
#include <string.h>

static const char elements[] = " svg g title polygon ellipse path polyline text defs linearGradient radialGradient stop a ";

static bool begins(const char *at, const char *end, const char *word) {
  size_t length = strlen(word);
  return (size_t)(end - at) >= length && memcmp(at, word, length) == 0;
}

/* The first place behind `mark`, or the end. */
static const char *behind(const char *at, const char *end, const char *mark) {
  const char *found = memmem(at, (size_t)(end - at), mark, strlen(mark));
  return found == NULL ? end : found + strlen(mark);
}

static bool is_character(unsigned long code) {
  return code == 9 || code == 10 || code == 13 || (code >= 0x20 && code < 0xD800) || (code >= 0xE000 && code < 0xFFFE) ||
         (code >= 0x10000 && code < 0x110000);
}

/* Length of the reference at '&' that XML knows by itself, 0 for none. */
static size_t reference(const char *at, const char *end) {
  static const char *const names[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (begins(at, end, names[i])) return strlen(names[i]);
  if (!begins(at, end, "&#")) return 0;
  bool hex = begins(at, end, "&#x");
  const char *from = at + (hex ? 3 : 2);
  size_t digits = strspn(from, hex ? "0123456789abcdefABCDEF" : "0123456789");
  if (digits == 0 || digits > 8 || from[digits] != ';' || !is_character(strtoul(from, NULL, hex ? 16 : 10))) return 0;
  return (size_t)(from - at) + digits + 1;
}

/* Copies one character of text or of an attribute's value. */
static const char *copy_character(const char *at, const char *end, struct bytes *to) {
  unsigned char c = (unsigned char)*at;
  if (begins(at, end, "&#45;")) { /* escaped for the sake of comments, and none is left */
    bytes_char(to, '-');
    return at + 5;
  }
  if (c == '&') {
    size_t length = reference(at, end);
    bytes_add(to, length > 0 ? at : "&amp;", length > 0 ? length : 5);
    return at + (length > 0 ? length : 1);
  }
  bool never = begins(at, end, "\xEF\xBF\xBE") || begins(at, end, "\xEF\xBF\xBF");
  bool control = (c < ' ' && c != '\t' && c != '\n') || c == 0x7F;
  if (never || control)
    bytes_text(to, "\xEF\xBF\xBD");
  else
    bytes_char(to, *at);
  return at + (never ? 3 : 1);
}

static bool known_element(const char *name, size_t length) {
  for (const char *at = elements + 1; *at != '\0'; at += strcspn(at, " ") + 1)
    if (strcspn(at, " ") == length && memcmp(at, name, length) == 0) return true;
  return false;
}

/* Where a gradient is named: behind id=" or url(#. */
static bool names_gradient(const char *start, const char *at, const char *end) {
  bool gradient = begins(at, end, "l_") || begins(at, end, "r_");
  bool link = at - start >= 5 && memcmp(at - 5, "url(#", 5) == 0;
  bool id = at - start >= 4 && memcmp(at - 4, "id=\"", 4) == 0;
  return gradient && (link || (id && memmem(start, (size_t)(at - start), "Gradient", 8) != NULL));
}

/* Copies a tag up to its '>'. */
static const char *copy_tag(const char *at, const char *end, const struct svg_options *options, struct bytes *to) {
  const char *start = at, *name = at + 1 + (at + 1 < end && at[1] == '/');
  size_t length = strcspn(name, " \t\n/>");
  if (name + length > end || !known_element(name, length)) return NULL;
  bytes_add(to, at, (size_t)(name - at) + length);
  if (name == at + 1 && length == 3 && memcmp(name, "svg", 3) == 0) bytes_text(to, " role=\"img\"");
  for (at = name + length; at < end && *at != '>';) {
    if (options->prefix != NULL && names_gradient(start, at, end)) {
      bytes_text(to, options->prefix);
      bytes_char(to, '-');
    }
    at = copy_character(at, end, to);
  }
  bytes_char(to, '>');
  return at < end ? at + 1 : end;
}

/* Skips a comment, a declaration or an instruction with the line end behind it; NULL where there is none. */
static const char *skip_markup(const char *at, const char *end) {
  const char *next = begins(at, end, "<!--") ? behind(at, end, "-->") : begins(at, end, "<?") ? behind(at, end, "?>") : NULL;
  if (next == NULL && begins(at, end, "<!")) next = behind(at, end, ">");
  return next != NULL && next < end && *next == '\n' ? next + 1 : next;
}

int svg_clean(const char *data, size_t length, const struct svg_options *options, struct bytes *to) {
  const char *at = data, *end = data + length;
  if (!options->inside_html) bytes_text(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  while (at < end) {
    const char *next = skip_markup(at, end);
    if (next == NULL) next = *at == '<' ? copy_tag(at, end, options, to) : copy_character(at, end, to);
    if (next == NULL) {
      say_error("the picture holds an element that a drawing does not need: %.40s", at);
      return DRAW_FAULT;
    }
    at = next;
  }
  return DRAW_OK;
}
