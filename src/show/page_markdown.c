/* Sheets as Markdown tables, for a wiki or a report.
 *
 * How: pipes and everything that Markdown or HTML would act on are escaped, a line break becomes <br>, numbers are aligned to the right
 * and shortened for people.
 *
 * Sources: [1] GitHub Flavored Markdown Spec, section 4.10 Tables. [2] CommonMark 0.31, section 2.4 Backslash escapes. */
#include "base/utf8.h"
#include "show/page.h"

#include <math.h>
#include <string.h>

enum { FLUSH_AT = 1 << 16 };

static void escape(struct buffer *b, const char *text) {
  struct buffer line = {0};
  for (size_t length; *text; text += length) {
    length = strcspn(text, "\r\n");
    buffer_clear(&line);
    buffer_add(&line, text, length);
    struct buffer safe = {0};
    utf8_for_terminal(&safe, buffer_string(&line));
    for (const char *at = buffer_string(&safe); *at; at++) {
      if (*at == '<')
        buffer_text(b, "&lt;");
      else if (*at == '&')
        buffer_text(b, "&amp;");
      else {
        if (strchr("\\|`*_[]#~>!", *at)) buffer_char(b, '\\');
        buffer_char(b, *at);
      }
    }
    b->failed |= safe.failed | line.failed;
    buffer_free(&safe);
    size_t breaks = strspn(text + length, "\r\n");
    if (breaks && text[length + breaks]) buffer_text(b, "<br>");
    length += breaks;
  }
  buffer_free(&line);
}

static void write_head(struct buffer *b, const nonet_sheet *s) {
  size_t columns = nonet_sheet_columns(s);
  bool number;
  if (*nonet_sheet_title(s)) {
    buffer_text(b, "### ");
    escape(b, nonet_sheet_title(s));
    buffer_text(b, "\n\n");
  }
  for (size_t c = 0; c < columns; c++) {
    buffer_text(b, "| ");
    escape(b, nonet_sheet_column(s, c, &number));
    buffer_char(b, ' ');
  }
  buffer_text(b, "|\n");
  for (size_t c = 0; c < columns; c++) {
    nonet_sheet_column(s, c, &number);
    buffer_text(b, number ? "| ---: " : "| --- ");
  }
  buffer_text(b, "|\n");
}

/* Append a row; true if a number in it is undefined. */
static bool write_row(struct buffer *b, const nonet_sheet *s, size_t row) {
  bool undefined = false;
  for (size_t c = 0; c < nonet_sheet_columns(s); c++) {
    bool number;
    nonet_sheet_column(s, c, &number);
    buffer_text(b, "| ");
    if (number) {
      double x = nonet_sheet_number(s, row, c);
      undefined |= isnan(x);
      page_number(b, x, false);
    } else {
      escape(b, nonet_sheet_text(s, row, c));
    }
    buffer_char(b, ' ');
  }
  buffer_text(b, "|\n");
  return undefined;
}

static nonet_code write_sheet(const struct page_ask *ask, struct buffer *b, const nonet_sheet *s) {
  size_t rows = page_rows(ask, s);
  bool undefined = false;
  write_head(b, s);
  for (size_t row = 0; row < rows; row++) {
    undefined |= write_row(b, s, row);
    if (b->size < FLUSH_AT) continue;
    nonet_code code = out_buffer(ask->out, b);
    buffer_clear(b);
    if (code != NONET_OK) return code;
  }
  if (rows < nonet_sheet_rows(s)) buffer_print(b, "\n%zu more rows are not shown.\n", nonet_sheet_rows(s) - rows);
  if (undefined) buffer_text(b, "\n– stands for a value that is not defined.\n");
  for (size_t i = 0; nonet_sheet_note(s, i); i++) {
    buffer_char(b, '\n');
    escape(b, nonet_sheet_note(s, i));
    buffer_char(b, '\n');
  }
  return NONET_OK;
}

static nonet_code write_markdown(const struct page_ask *ask, nonet_err *err) {
  struct buffer b = {0};
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < ask->count && code == NONET_OK; i++) {
    if (i) buffer_char(&b, '\n');
    code = write_sheet(ask, &b, ask->sheets[i]);
  }
  if (code == NONET_OK) code = out_buffer(ask->out, &b);
  if (code != NONET_OK) code = b.failed ? error_memory(err) : error_set(err, code, "cannot write the results as Markdown");
  buffer_free(&b);
  return code;
}

const struct page_form page_markdown = {"markdown", write_markdown};
