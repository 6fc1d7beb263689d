/* Delimited text: one pass over the bytes, cells are spans of the text.
 *
 *   From,To,Note\r\n            cells: [From] [To] [Note]
 *   a,b,"said ""yes"" twice"    a quoted cell with doubled quotes is the only kind that is copied, to `copies`, and only for its row
 *
 * How: a table of 256 entries tells the few bytes that end an unquoted cell. A quote counts at the start of a cell only (spaces before it
 * are let through); line ends are LF, CRLF or CR, also inside quotes. Behind a closing quote only spaces may stand before the delimiter.
 * Why no memory of rows: a million ties are read in the room of one row.
 *
 * [1] Y. Shafranovich (2005), Common format and MIME type for CSV files, RFC 4180 */
#include "read/delimited.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct span { /* a cell while its row is scanned: offset in the text, or in the copies */
  size_t at, length;
  bool copied;
};

struct delimited {
  struct rows rows; /* first: it is what callers hold */
  struct source source;
  const char *at, *end; /* what is left */
  uint64_t line;        /* of `at` */
  char delimiter;
  bool ends_cell[256];
  struct cell *cells; /* owned */
  size_t cell_room;
  struct span *spans; /* owned */
  size_t span_room;
  struct buffer copies;
};

static struct delimited *of(struct rows *r) {
  return (struct delimited *)r;
}

/* Step over a line end at `at`, if one is there. */
static bool line_end(struct delimited *d) {
  if (d->at == d->end || (*d->at != '\n' && *d->at != '\r')) return false;
  d->at += d->at[0] == '\r' && d->end - d->at > 1 && d->at[1] == '\n' ? 2 : 1;
  d->line++;
  return true;
}

static nonet_code fault(const struct delimited *d, uint64_t line, const char *what, nonet_err *err) {
  return error_at(err, NONET_EINPUT, d->rows.name, line, "%s", what);
}

/* A quoted cell; `at` stands behind its opening quote. Pieces between doubled quotes go to the copies; without any the span is of the text.
 */
static nonet_code quoted_cell(struct delimited *d, struct span *out, nonet_err *err) {
  const char *text = source_text(&d->source), *piece = d->at;
  uint64_t opened = d->line;
  *out = (struct span){(size_t)(piece - text), 0, false};
  size_t copied_at = d->copies.size;
  for (;;) {
    while (d->at < d->end && *d->at != '"' && *d->at != '\n' && *d->at != '\r')
      d->at++;
    if (line_end(d)) continue;
    if (d->at == d->end) return fault(d, opened, "a quote that opens here is never closed", err);
    if (d->end - d->at < 2 || d->at[1] != '"') break;
    buffer_add(&d->copies, piece, (size_t)(d->at + 1 - piece));
    out->copied = true;
    d->at += 2;
    piece = d->at;
  }
  size_t last = (size_t)(d->at - piece);
  d->at++;
  if (out->copied) {
    buffer_add(&d->copies, piece, last);
    if (d->copies.failed) return error_memory(err);
    *out = (struct span){copied_at, d->copies.size - copied_at, true};
  } else {
    out->length = last;
  }
  while (d->at < d->end && (*d->at == ' ' || (*d->at == '\t' && d->delimiter != '\t')))
    d->at++;
  if (d->at < d->end && !d->ends_cell[(unsigned char)*d->at]) return fault(d, d->line, "text behind a closing quote", err);
  return NONET_OK;
}

static void plain_cell(struct delimited *d, struct span *out) {
  const char *start = d->at, *at = d->at;
  while (at < d->end && !d->ends_cell[(unsigned char)*at])
    at++;
  d->at = at;
  *out = (struct span){(size_t)(start - source_text(&d->source)), (size_t)(at - start), false};
}

/* Whether a quoted cell begins here; then `at` is moved behind its quote. */
static bool opens_quote(struct delimited *d) {
  const char *at = d->at;
  while (at < d->end && *at == ' ')
    at++;
  if (at == d->end || *at != '"') return false;
  d->at = at + 1;
  return true;
}

static nonet_code one_cell(struct delimited *d, size_t count, nonet_err *err) {
  if (count == ROWS_MOST_COLUMNS)
    return error_at(err, NONET_ELIMIT, d->rows.name, d->rows.line, "the row has more than %u cells", ROWS_MOST_COLUMNS);
  if (!memory_grow(&d->spans, &d->span_room, count + 1, sizeof *d->spans)) return error_memory(err);
  struct span *s = &d->spans[count];
  nonet_code code = NONET_OK;
  if (d->at < d->end && (*d->at == '"' || *d->at == ' ') && opens_quote(d))
    code = quoted_cell(d, s, err);
  else
    plain_cell(d, s);
  if (!code && s->length > ROWS_LONGEST_CELL)
    code = error_at(err, NONET_ELIMIT, d->rows.name, d->rows.line, "a cell is longer than %zu MB", ROWS_LONGEST_CELL >> 20);
  return code;
}

static nonet_code delimited_next(struct rows *r, bool *more, nonet_err *err) {
  struct delimited *d = of(r);
  while (line_end(d)) {
  }
  *more = d->at < d->end;
  if (!*more) return NONET_OK;
  r->line = d->line;
  r->count = 0;
  buffer_clear(&d->copies);
  for (bool again = true; again;) {
    nonet_code code = one_cell(d, r->count, err);
    if (code) return code;
    r->count++;
    again = d->at < d->end && *d->at == d->delimiter;
    d->at += again;
  }
  line_end(d);
  if (!memory_grow(&d->cells, &d->cell_room, r->count, sizeof *d->cells)) return error_memory(err);
  const char *text = source_text(&d->source), *copies = buffer_string(&d->copies);
  for (size_t i = 0; i < r->count; i++)
    d->cells[i] = (struct cell){(d->spans[i].copied ? copies : text) + d->spans[i].at, d->spans[i].length};
  r->cells = d->cells;
  return NONET_OK;
}

static void delimited_rewind(struct rows *r) {
  struct delimited *d = of(r);
  d->at = source_text(&d->source);
  d->end = d->at + source_length(&d->source);
  d->line = 1;
}

static struct rows_ahead delimited_ahead(const struct rows *r) {
  const struct delimited *d = (const struct delimited *)r;
  return (struct rows_ahead){d->at, d->end, d->line, d->delimiter};
}

static void delimited_go_to(struct rows *r, const char *at, uint64_t line) {
  struct delimited *d = of(r);
  d->at = at;
  d->line = line;
}

static void delimited_free(struct rows *r) {
  struct delimited *d = of(r);
  source_close(&d->source);
  free(d->cells);
  free(d->spans);
  buffer_free(&d->copies);
  free(d);
}

nonet_code delimited_open(struct rows **out, struct source *taken, const char *name, char delimiter, nonet_err *err) {
  *out = NULL;
  struct delimited *d = memory_zeroed(1, sizeof *d);
  if (!d) {
    source_close(taken);
    return error_memory(err);
  }
  d->source = *taken;
  *taken = (struct source){.name = taken->name};
  size_t columns;
  d->delimiter = delimiter ? delimiter : delimited_sniff(&columns, source_text(&d->source), source_length(&d->source));
  d->ends_cell[(unsigned char)d->delimiter] = d->ends_cell['\n'] = d->ends_cell['\r'] = true;
  d->rows = (struct rows){.name = name,
                          .next = delimited_next,
                          .rewind = delimited_rewind,
                          .free = delimited_free,
                          .ahead = delimited_ahead,
                          .go_to = delimited_go_to};
  delimited_rewind(&d->rows);
  *out = &d->rows;
  return NONET_OK;
}
