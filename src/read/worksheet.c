/* A sheet of a workbook as rows.
 *
 *   cells:  [A 'From'] [B 'To']  [A 'a'] [C '3']        sparse: only what is filled, row by row
 *   rows:   line 1: 0-1          line 4: 2-3            made dense, one at a time, when asked for
 *
 * How: texts go to one buffer, shared strings stay where they are. Numbers are written in their shortest form, so 0.30000000000000004 in a
 * file is 0.3 only if the sheet says so; dates become ISO 8601. An error value, or a formula whose value was never computed, is a fault of
 * its row, said only if the row is read as data.
 * A sheet with one cell far out would make each row as wide: rows times columns is bounded by what is filled. */
#include "base/memory.h"
#include "base/number.h"
#include "read/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_ROWS 1048576u
#define FREE_AREA ((uint64_t)20000000)

enum kind { KIND_NUMBER, KIND_SHARED, KIND_TEXT, KIND_TRUTH, KIND_ERROR };

struct sheet_cell {
  uint32_t column;
  bool shared; /* `at` is in the workbook's strings, else in the sheet's texts */
  size_t at, length;
};

struct sheet_row {
  uint64_t line;
  size_t first, end; /* cells */
  uint32_t fault;    /* column of the first bad cell + 1; 0: none */
  bool uncomputed;   /* it is a formula without a value, not an error value */
  size_t fault_at;   /* its text */
};

struct sheet {
  struct rows rows; /* first */
  struct workbook *w;
  char *name; /* owned: FILE[Sheet] */
  struct sheet_cell *cells;
  size_t cell_count, cell_room;
  struct sheet_row *row;
  size_t row_count, row_room, at;
  struct buffer texts;
  struct cell *dense; /* owned */
  size_t dense_room;
  uint32_t widest;
  char fault[96];
  /* while it is parsed */
  struct xml *x;
  struct buffer value;
  uint64_t line;
  uint32_t column;
  enum kind kind;
  bool is_date, takes_text, has_formula, in_row, in_cell, sound;
};

/* ---- parsing ---- */

/* "BC12" as column and row, both from 1; false if it is none. */
static bool parse_place(uint32_t *column, uint64_t *line, const char *text) {
  uint32_t c = 0;
  for (; *text >= 'A' && *text <= 'Z'; text++) {
    c = c * 26 + (uint32_t)(*text - 'A' + 1);
    if (c > ROWS_MOST_COLUMNS) return false;
  }
  *column = c;
  return c && number_parse_whole(line, text, strlen(text)) && *line && *line <= MOST_ROWS;
}

static nonet_code wrong(const struct sheet *s, const char *what, const char *text, nonet_err *err) {
  return error_at(err, NONET_EINPUT, s->name, s->line, "%s '%.60s'", what, text ? text : "");
}

static nonet_code start_row(struct sheet *s, const char **attributes, nonet_err *err) {
  const char *number = xml_attribute(attributes, "r");
  uint64_t line = s->line + 1;
  if (number && (!number_parse_whole(&line, number, strlen(number)) || line <= s->line || line > MOST_ROWS))
    return wrong(s, "rows are out of order at", number, err);
  if (line > MOST_ROWS) return error_at(err, NONET_ELIMIT, s->name, line, "more than %u rows", MOST_ROWS);
  if (!memory_grow(&s->row, &s->row_room, s->row_count + 1, sizeof *s->row)) return error_memory(err);
  s->row[s->row_count++] = (struct sheet_row){.line = line, .first = s->cell_count, .end = s->cell_count};
  s->line = line;
  s->column = 0;
  s->in_row = true;
  return NONET_OK;
}

static nonet_code start_cell(struct sheet *s, const char **attributes, nonet_err *err) {
  const char *place = xml_attribute(attributes, "r"), *type = xml_attribute(attributes, "t"), *style = xml_attribute(attributes, "s");
  uint32_t column = s->column + 1;
  uint64_t line = s->line, number = 0;
  if (place && (!parse_place(&column, &line, place) || line != s->line || column <= s->column))
    return wrong(s, "cells are out of order at", place, err);
  if (column > ROWS_MOST_COLUMNS) return error_at(err, NONET_ELIMIT, s->name, line, "more than %u columns", ROWS_MOST_COLUMNS);
  s->column = column;
  s->in_cell = true;
  s->has_formula = false;
  s->kind = !type || strcmp(type, "n") == 0 ? KIND_NUMBER
            : strcmp(type, "s") == 0        ? KIND_SHARED
            : strcmp(type, "b") == 0        ? KIND_TRUTH
            : strcmp(type, "e") == 0        ? KIND_ERROR
                                            : KIND_TEXT;
  s->is_date = s->kind == KIND_NUMBER && style && number_parse_whole(&number, style, strlen(style)) && number < s->w->style_count &&
               s->w->date_style[number];
  buffer_clear(&s->value);
  return NONET_OK;
}

static nonet_code sheet_start(void *user, const char *name, const char **attributes, nonet_err *err) {
  struct sheet *s = user;
  if (strcmp(name, "row") == 0) return start_row(s, attributes, err);
  if (strcmp(name, "c") == 0 && s->in_row) return start_cell(s, attributes, err);
  if (strcmp(name, "rPh") == 0) s->sound = true;
  if (strcmp(name, "f") == 0) s->has_formula = true;
  s->takes_text = s->in_cell && (strcmp(name, "v") == 0 || (strcmp(name, "t") == 0 && !s->sound));
  return NONET_OK;
}

static void sheet_text(void *user, const char *text, size_t length) {
  struct sheet *s = user;
  if (s->takes_text) buffer_add(&s->value, text, length);
}

static nonet_code keep(struct sheet *s, bool shared, size_t at, size_t length, nonet_err *err) {
  if (!length) return NONET_OK;
  if (length > ROWS_LONGEST_CELL)
    return error_at(err, NONET_ELIMIT, s->name, s->line, "a cell is longer than %zu MB", ROWS_LONGEST_CELL >> 20);
  if (!memory_grow(&s->cells, &s->cell_room, s->cell_count + 1, sizeof *s->cells)) return error_memory(err);
  s->cells[s->cell_count++] = (struct sheet_cell){s->column - 1, shared, at, length};
  s->row[s->row_count - 1].end = s->cell_count;
  if (s->column > s->widest) s->widest = s->column;
  return NONET_OK;
}

static nonet_code keep_text(struct sheet *s, const char *text, size_t length, nonet_err *err) {
  size_t at = s->texts.size;
  buffer_add(&s->texts, text, length);
  return s->texts.failed ? error_memory(err) : keep(s, false, at, length, err);
}

static nonet_code keep_shared(struct sheet *s, nonet_err *err) {
  const char *text = buffer_string(&s->value);
  uint64_t number;
  if (!number_parse_whole(&number, text, strlen(text)) || number >= s->w->string_count)
    return wrong(s, "there is no shared string", text, err);
  size_t from = number ? s->w->string_end[number - 1] : 0;
  return keep(s, true, from, s->w->string_end[number] - from, err);
}

static nonet_code keep_number(struct sheet *s, nonet_err *err) {
  char text[64];
  double x;
  struct cell c = cell_trim((struct cell){buffer_string(&s->value), s->value.size});
  if (number_parse(&x, c.at, c.length, '.') != NUMBER_OK) return wrong(s, "a cell holds no number but", buffer_string(&s->value), err);
  size_t length = s->is_date ? workbook_date(text, x, s->w->since_1904) : 0;
  if (!length) length = number_print(text, x);
  return keep_text(s, text, length, err);
}

static nonet_code end_cell(struct sheet *s, nonet_err *err) {
  struct sheet_row *row = &s->row[s->row_count - 1];
  s->in_cell = false;
  if (s->value.failed) return error_memory(err);
  bool uncomputed = s->has_formula && !s->value.size && s->kind != KIND_TEXT;
  if ((s->kind == KIND_ERROR || uncomputed) && !row->fault) {
    row->fault = s->column;
    row->uncomputed = uncomputed;
    row->fault_at = s->texts.size;
    buffer_add(&s->texts, buffer_string(&s->value), s->value.size + 1); /* with its NUL */
    if (s->texts.failed) return error_memory(err);
  }
  if (!s->value.size || s->kind == KIND_ERROR) return NONET_OK;
  if (s->kind == KIND_SHARED) return keep_shared(s, err);
  if (s->kind == KIND_NUMBER) return keep_number(s, err);
  if (s->kind == KIND_TEXT) return keep_text(s, s->value.bytes, s->value.size, err);
  bool truth = s->value.bytes[0] == '1' || s->value.bytes[0] == 't';
  return keep_text(s, truth ? "TRUE" : "FALSE", truth ? 4 : 5, err);
}

static nonet_code sheet_end(void *user, const char *name, nonet_err *err) {
  struct sheet *s = user;
  s->takes_text = false;
  if (strcmp(name, "rPh") == 0) s->sound = false;
  if (strcmp(name, "row") == 0) s->in_row = false;
  return strcmp(name, "c") == 0 && s->in_cell ? end_cell(s, err) : NONET_OK;
}

/* ---- rows ---- */

static size_t column_letters(char out[4], uint32_t column) {
  char back[4];
  size_t length = 0;
  for (uint32_t c = column; c && length < 3; c = (c - 1) / 26)
    back[length++] = (char)('A' + (c - 1) % 26);
  for (size_t i = 0; i < length; i++)
    out[i] = back[length - 1 - i];
  out[length] = '\0';
  return length;
}

static nonet_code sheet_next(struct rows *r, bool *more, nonet_err *err) {
  struct sheet *s = (struct sheet *)r;
  *more = s->at < s->row_count;
  if (!*more) return NONET_OK;
  const struct sheet_row *row = &s->row[s->at++];
  r->line = row->line;
  r->count = row->end > row->first ? s->cells[row->end - 1].column + 1 : 0;
  if (!memory_grow(&s->dense, &s->dense_room, r->count, sizeof *s->dense)) return error_memory(err);
  for (size_t i = 0; i < r->count; i++)
    s->dense[i] = (struct cell){"", 0};
  for (size_t i = row->first; i < row->end; i++) {
    const struct sheet_cell *c = &s->cells[i];
    s->dense[c->column] = (struct cell){buffer_string(c->shared ? &s->w->strings : &s->texts) + c->at, c->length};
  }
  r->cells = s->dense;
  r->fault = NULL;
  if (row->fault) {
    char letters[4];
    column_letters(letters, row->fault);
    if (row->uncomputed)
      snprintf(s->fault, sizeof s->fault, "cell %s%llu holds a formula without a value: open the file, let it compute, and save it",
               letters, (unsigned long long)row->line);
    else
      snprintf(s->fault, sizeof s->fault, "cell %s%llu holds the error %.30s", letters, (unsigned long long)row->line,
               buffer_string(&s->texts) + row->fault_at);
    r->fault = s->fault;
  }
  return NONET_OK;
}

static void sheet_rewind(struct rows *r) {
  ((struct sheet *)r)->at = 0;
}

static void sheet_rows_free(struct rows *r) {
  struct sheet *s = (struct sheet *)r;
  workbook_release(s->w);
  free(s->name);
  free(s->cells);
  free(s->row);
  free(s->dense);
  buffer_free(&s->texts);
  buffer_free(&s->value);
  free(s);
}

nonet_code workbook_sheet_rows(struct rows **out, struct workbook *w, size_t sheet, nonet_err *err) {
  *out = NULL;
  struct sheet *s = memory_zeroed(1, sizeof *s);
  struct buffer name = {0};
  buffer_print(&name, "%s[%s]", w->file, w->sheets[sheet].name);
  if (s && !name.failed) s->name = memory_text(name.bytes);
  buffer_free(&name);
  if (!s || !s->name) {
    free(s);
    return error_memory(err);
  }
  s->w = w;
  w->users++;
  s->rows = (struct rows){.name = s->name, .padded = true, .next = sheet_next, .rewind = sheet_rewind, .free = sheet_rows_free};
  const struct xml_handler handler = {s, sheet_start, sheet_end, sheet_text};
  nonet_code code = workbook_parse(w, w->sheets[sheet].part, &handler, &s->x, err);
  buffer_free(&s->value);
  uint64_t area = (uint64_t)s->row_count * s->widest;
  if (!code && area > FREE_AREA && area / 64 > s->cell_count)
    code = error_at(err, NONET_ELIMIT, s->name, 0, "the sheet spans %zu rows and %u columns but only %zu cells are filled", s->row_count,
                    s->widest, s->cell_count);
  if (code) {
    sheet_rows_free(&s->rows);
    return code;
  }
  *out = &s->rows;
  return NONET_OK;
}
