/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Wrapping is at blanks. A word longer than a line is broken behind a '|' (a list of choices), else it sticks out rather than break. */
#include "cli/prose.h"

#include <string.h>

void prose_blank(nonet_out *o, size_t columns) {
  while (columns-- > 0)
    nonet_out_write(o, " ", 1);
}

static size_t width_of(const char *text, size_t size) {
  size_t width = 0;
  for (size_t i = 0; i < size; i++)
    if (((unsigned char)text[i] & 0xC0) != 0x80) width++;
  return width;
}

size_t prose_width(const char *text) {
  return width_of(text, strlen(text));
}

/* The bytes of the next piece of a text: a word, or of one that fits no line as many of its choices as fit in `columns`. */
static size_t piece_of(const char *text, size_t columns) {
  size_t size = strcspn(text, " "), fits = 0;
  if (width_of(text, size) <= columns) return size;
  for (size_t i = 0; i < size && width_of(text, i + 1) <= columns; i++)
    if (text[i] == '|') fits = i + 1;
  return fits > 0 ? fits : size;
}

size_t prose_head(nonet_out *o, const char *text, unsigned width) {
  for (size_t indent = 0;; indent = 2) {
    size_t size = prose_width(text) <= width - indent ? strlen(text) : piece_of(text, width - indent);
    nonet_out_write(o, text, size);
    text += size;
    if (!*text || size == 0) return indent + width_of(text - size, size);
    text += strspn(text, " ");
    nonet_out_text(o, "\n  ");
  }
}

void prose_go_on(nonet_out *o, size_t at, size_t indent, const char *text, unsigned width) {
  bool begun = false;
  for (text += strspn(text, " "); *text;) {
    size_t size = piece_of(text, width > indent ? width - indent : 1), columns = width_of(text, size);
    if (begun && at + 1 + columns > width) {
      nonet_out_text(o, "\n");
      at = 0;
      begun = false;
    }
    size_t gap = begun ? 1 : at < indent ? indent - at : 0;
    prose_blank(o, gap);
    nonet_out_write(o, text, size);
    at += gap + columns;
    begun = true;
    text += size + strspn(text + size, " ");
  }
  nonet_out_text(o, "\n");
}

void prose_paragraph(nonet_out *o, const char *head, size_t indent, const char *text, unsigned width) {
  size_t at = 0;
  if (head) at = prose_head(o, head, width);
  if (at > 0 && at >= indent && *text) {
    nonet_out_text(o, "\n");
    at = 0;
  }
  prose_go_on(o, at, indent, text, width);
}
