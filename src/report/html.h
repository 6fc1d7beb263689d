/* HTML as text: escaping, tables, chapters. No script, no link outside, one style whose hash stands in the page's security policy. */
#ifndef NONET_REPORT_HTML_H
#define NONET_REPORT_HTML_H

#include "base/buffer.h"

void html_begin(struct buffer *page, const char *title);
void html_end(struct buffer *page);
void html_chapter(struct buffer *page, const char *id, const char *title);
void html_close_chapter(struct buffer *page);

/* Escaped text: control bytes and bidi overrides are shown as escapes. */
void html_text(struct buffer *page, const char *text);
/* What a chapter answers, in small print under its heading. */
void html_question(struct buffer *page, const char *question);
/* "<tag>text</tag>". */
void html_element(struct buffer *page, const char *tag, const char *text);
void html_paragraph(struct buffer *page, const char *format, ...) NONET_PRINTF(2, 3);

/* A paragraph with a number in it, of 4 digits at most. */
void html_number(struct buffer *page, const char *before, double number, const char *behind);

/* A table of some columns and rows of a sheet; rows NULL: the first `count`. Numbers with 4 digits, undefined as a dash. `labels` (may be
 * NULL) is shown in the first column instead of keys, with the layers that each node is in where it is not in all.  `headings` NULL: the
 * column names. */
struct html_table {
  const nonet_sheet *sheet;
  const size_t *columns;
  const char *const *headings;
  size_t column_count;
  const uint32_t *rows;
  size_t count;
  const nonet *labels;
};
void html_table(struct buffer *page, const struct html_table *table);

/* An SVG picture (it ends in a NUL) with its caption. A large one gets a page of its own in print, across where it is wider than high, or
 * its names would shrink. */
void html_picture(struct buffer *page, const char *svg, size_t size, const char *caption);

#endif
