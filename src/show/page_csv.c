/* One sheet as CSV: a line of column names, then a line for each row.
 *
 * How: rows are written one after the other through a buffer that is emptied now and then, so a sheet of a million rows needs no memory
 * of its own. Numbers are in the shortest form that reads back equal; an undefined one is an empty cell.
 * Why LF and not CRLF: every reader takes both, and tools that work line by line leave no stray byte. A cell that begins with = + - or @
 * is written as it is: changing it would change the data. Whoever opens a file from strangers in a spreadsheet imports it as text.
 *
 * Sources: [1] RFC 4180. */
#include "show/page.h"

#include <math.h>
#include <string.h>

enum { FLUSH_AT = 1 << 16 };

void page_csv_quoted(struct buffer *out, const char *text) {
  buffer_char(out, '"');
  for (const char *quote; (quote = strchr(text, '"')) != NULL; text = quote + 1) {
    buffer_add(out, text, (size_t)(quote - text) + 1);
    buffer_char(out, '"');
  }
  buffer_text(out, text);
  buffer_char(out, '"');
}

void page_csv_cell(struct buffer *out, const char *text) {
  static const bool stops[256] = {[0] = true, [','] = true, ['"'] = true, ['\r'] = true, ['\n'] = true};
  size_t before = out->size;
  if (!*buffer_run(out, text, stops) || out->failed) return;
  out->size = before; /* it has to be quoted, then, from its beginning */
  page_csv_quoted(out, text);
}

static void write_header(struct buffer *b, const nonet_sheet *s) {
  for (size_t c = 0; c < nonet_sheet_columns(s); c++) {
    bool number;
    if (c) buffer_char(b, ',');
    page_csv_cell(b, nonet_sheet_column(s, c, &number));
  }
  buffer_char(b, '\n');
}

static void write_row(struct buffer *b, const nonet_sheet *s, size_t row) {
  for (size_t c = 0; c < nonet_sheet_columns(s); c++) {
    bool number;
    if (c) buffer_char(b, ',');
    nonet_sheet_column(s, c, &number);
    if (number)
      buffer_number(b, nonet_sheet_number(s, row, c));
    else
      page_csv_cell(b, nonet_sheet_text(s, row, c));
  }
  buffer_char(b, '\n');
}

static nonet_code write_csv(const struct page_ask *ask, nonet_err *err) {
  struct buffer b = {0};
  nonet_code code = NONET_OK;
  if (ask->count != 1)
    return error_set(err, NONET_EUSAGE, "CSV holds one table, not %zu; ask for one scope at a time, or for json", ask->count);
  const nonet_sheet *s = ask->sheets[0];
  write_header(&b, s);
  for (size_t row = 0; row < page_rows(ask, s) && code == NONET_OK; row++) {
    write_row(&b, s, row);
    if (b.size < FLUSH_AT) continue;
    code = out_buffer(ask->out, &b);
    buffer_clear(&b);
  }
  if (code == NONET_OK) code = out_buffer(ask->out, &b);
  if (code != NONET_OK) code = b.failed ? error_memory(err) : error_set(err, code, "cannot write the table");
  buffer_free(&b);
  return code;
}

const struct page_form page_csv = {"csv", write_csv};
