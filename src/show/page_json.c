/* Sheets as JSON: one object with a schema number, the same shape for one sheet and for several.
 *
 *   {"schema":1,"nonet":"0.1.0","sheets":[{"name":"nodes","title":"...","keys":["node"],"columns":["node","degree"],
 *     "notes":["..."],"rows":[{"node":"a","degree":2}, ...]}]}
 *
 * How: rows are objects, one on a line, so the text can be searched and compared line by line; undefined numbers are null.
 * Why a schema number: whoever reads it can tell when the shape changes. */
#include "base/json.h"
#include "show/page.h"

enum { FLUSH_AT = 1 << 16, SCHEMA = 1 };

static void write_columns(struct buffer *b, const nonet_sheet *s, size_t count) {
  bool number;
  for (size_t c = 0; c < count; c++) {
    if (c) buffer_char(b, ',');
    json_quote(b, nonet_sheet_column(s, c, &number));
  }
}

static void write_head(struct buffer *b, const nonet_sheet *s) {
  buffer_text(b, "{\"name\":");
  json_quote(b, nonet_sheet_name(s));
  buffer_text(b, ",\"title\":");
  json_quote(b, nonet_sheet_title(s));
  buffer_text(b, ",\"keys\":[");
  write_columns(b, s, nonet_sheet_key_columns(s));
  buffer_text(b, "],\"columns\":[");
  write_columns(b, s, nonet_sheet_columns(s));
  buffer_text(b, "],\"notes\":[");
  for (size_t i = 0; nonet_sheet_note(s, i); i++) {
    if (i) buffer_char(b, ',');
    json_quote(b, nonet_sheet_note(s, i));
  }
  buffer_text(b, "],\"rows\":[");
}

static void write_row(struct buffer *b, const nonet_sheet *s, size_t row) {
  buffer_char(b, '{');
  for (size_t c = 0; c < nonet_sheet_columns(s); c++) {
    bool number;
    if (c) buffer_char(b, ',');
    json_quote(b, nonet_sheet_column(s, c, &number));
    buffer_char(b, ':');
    if (number)
      json_number(b, nonet_sheet_number(s, row, c));
    else
      json_quote(b, nonet_sheet_text(s, row, c));
  }
  buffer_char(b, '}');
}

static nonet_code write_sheet(const struct page_ask *ask, struct buffer *b, const nonet_sheet *s) {
  write_head(b, s);
  for (size_t row = 0; row < page_rows(ask, s); row++) {
    buffer_text(b, row ? ",\n" : "\n");
    write_row(b, s, row);
    if (b->size < FLUSH_AT) continue;
    nonet_code code = out_buffer(ask->out, b);
    buffer_clear(b);
    if (code != NONET_OK) return code;
  }
  buffer_text(b, "]}");
  return NONET_OK;
}

static nonet_code write_json(const struct page_ask *ask, nonet_err *err) {
  struct buffer b = {0};
  nonet_code code = NONET_OK;
  buffer_print(&b, "{\"schema\":%d,\"nonet\":\"" NONET_VERSION "\",\"sheets\":[", SCHEMA);
  for (size_t i = 0; i < ask->count && code == NONET_OK; i++) {
    if (i) buffer_text(&b, ",\n");
    code = write_sheet(ask, &b, ask->sheets[i]);
  }
  buffer_text(&b, "]}\n");
  if (code == NONET_OK) code = out_buffer(ask->out, &b);
  if (code != NONET_OK) code = b.failed ? error_memory(err) : error_set(err, code, "cannot write the results as JSON");
  buffer_free(&b);
  return code;
}

const struct page_form page_json = {"json", write_json};
