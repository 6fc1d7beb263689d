/* Sheets as tables for a terminal: aligned by display width, never wider than the terminal.
 *
 * How: a first pass finds the natural width of each column, without keeping anything, and leaves out columns in which nothing stands,
 * saying so below. Texts that are too wide are cut, the widest first, but never so far that they cannot be told apart: rather than that,
 * columns go into a further block below, with the key columns again. Notes are broken at spaces.
 * Why: a line that the terminal wraps destroys the table, and a column hides less in a block of its own than cut to nothing.
 * What comes from data is shown with its control bytes and direction marks as escapes, so a label cannot act on the terminal. */
#include "base/memory.h"
#include "base/utf8.h"
#include "show/page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FLUSH_AT = 1 << 16, GAP = 2, LEAST_KEY = 24, LEAST_TEXT = 14, LEAST_ROOM = 10, LEAST_TERMINAL = 20 };

struct table {
  const struct page_ask *ask;
  const nonet_sheet *sheet;
  size_t columns, keys, rows;
  size_t *at;              /* owned; the sheet's column of each column that is shown */
  size_t *natural, *width; /* owned; of each column: as it would be, and as shown */
  bool *number;            /* owned */
  bool undefined;
  struct buffer empty;           /* owned; the names of columns left out */
  struct buffer out, cell, safe; /* owned */
};

/* The cell's text in t->cell; row SIZE_MAX is the heading. */
static void fill_cell(struct table *t, size_t row, size_t column) {
  bool number;
  buffer_clear(&t->cell);
  if (row == SIZE_MAX) {
    utf8_for_terminal(&t->cell, nonet_sheet_column(t->sheet, t->at[column], &number));
  } else if (t->number[column]) {
    double x = nonet_sheet_number(t->sheet, row, t->at[column]);
    if (isnan(x)) t->undefined = true;
    page_number(&t->cell, x, t->ask->ascii);
  } else {
    utf8_for_terminal(&t->cell, nonet_sheet_text(t->sheet, row, t->at[column]));
  }
}

/* Does nothing stand in this column of the sheet, in any row? */
static bool is_empty(const nonet_sheet *s, size_t column) {
  bool number;
  size_t rows = nonet_sheet_rows(s);
  nonet_sheet_column(s, column, &number);
  for (size_t row = 0; row < rows; row++)
    if (number ? !isnan(nonet_sheet_number(s, row, column)) : *nonet_sheet_text(s, row, column) != '\0') return false;
  return rows > 0;
}

/* All columns but the empty ones; where all are empty, what was asked for is undefined, and that is to be seen. */
static void choose_columns(struct table *t) {
  size_t all = nonet_sheet_columns(t->sheet), said = 0;
  bool number;
  t->columns = 0;
  for (size_t c = 0; c < all; c++)
    if (c < t->keys || !is_empty(t->sheet, c)) t->at[t->columns++] = c;
  if (t->columns == t->keys)
    for (size_t c = t->keys; c < all; c++)
      t->at[t->columns++] = c;
  for (size_t c = 0, shown = 0; c < all; c++) {
    if (shown < t->columns && t->at[shown] == c) {
      shown++;
      continue;
    }
    buffer_print(&t->empty, "%s%s", said++ ? ", " : "Nothing stands under ", nonet_sheet_column(t->sheet, c, &number));
  }
  if (said) buffer_char(&t->empty, '.');
}

static void natural_widths(struct table *t) {
  for (size_t c = 0; c < t->columns; c++) {
    nonet_sheet_column(t->sheet, t->at[c], &t->number[c]);
    fill_cell(t, SIZE_MAX, c);
    t->natural[c] = utf8_width(buffer_string(&t->cell));
    for (size_t row = 0; row < t->rows; row++) {
      fill_cell(t, row, c);
      size_t width = utf8_width(buffer_string(&t->cell));
      if (width > t->natural[c]) t->natural[c] = width;
    }
    t->width[c] = t->natural[c];
  }
}

static size_t width_of(const struct table *t, size_t from, size_t to) {
  size_t sum = 0;
  for (size_t c = from; c < to; c++)
    sum += t->width[c] + GAP;
  return sum ? sum - GAP : 0;
}

/* How far a column may be cut so that its texts can still be told apart. */
static size_t least_of(const struct table *t, size_t column) {
  size_t least = column < t->keys ? LEAST_KEY : LEAST_TEXT;
  return t->number[column] || t->natural[column] < least ? t->natural[column] : least;
}

/* Cut the widest text columns of [from, to) until they fit in `room`, none below what least_of says, or `floor` if that is less. */
static void cut_columns(struct table *t, size_t from, size_t to, size_t room, size_t floor) {
  for (size_t sum; (sum = width_of(t, from, to)) > room;) {
    size_t widest = to, second = 0;
    for (size_t c = from; c < to; c++) {
      size_t least = least_of(t, c) < floor ? least_of(t, c) : floor;
      if (t->number[c] || t->width[c] <= least) continue;
      if (widest == to || t->width[c] > t->width[widest]) {
        if (widest != to) second = t->width[widest];
        widest = c;
      } else if (t->width[c] > second) {
        second = t->width[c];
      }
    }
    if (widest == to) return;
    size_t least = least_of(t, widest) < floor ? least_of(t, widest) : floor;
    if (second < least) second = least;
    size_t over = sum - room, most = t->width[widest] - second;
    if (most == 0) most = 1;
    t->width[widest] -= over < most ? over : most;
  }
}

static nonet_code flush(struct table *t, size_t at) {
  if (t->out.size < at) return NONET_OK;
  nonet_code code = out_buffer(t->ask->out, &t->out);
  buffer_clear(&t->out);
  return code;
}

static void pad(struct buffer *b, size_t count) {
  while (count--)
    buffer_char(b, ' ');
}

static void write_cell(struct table *t, size_t row, size_t column, bool last) {
  size_t room = t->width[column];
  fill_cell(t, row, column);
  buffer_clear(&t->safe);
  size_t width = utf8_cut(&t->safe, buffer_string(&t->cell), room, t->ask->ascii);
  if (width > room) width = room;
  if (t->number[column]) pad(&t->out, room - width);
  buffer_text(&t->out, buffer_string(&t->safe));
  if (!t->number[column] && !last) pad(&t->out, room - width);
  if (!last) pad(&t->out, GAP);
}

/* A line of the key columns and the columns [from, to). */
static void write_line(struct table *t, size_t row, size_t keys, size_t from, size_t to) {
  for (size_t c = 0; c < keys; c++)
    write_cell(t, row, c, c + 1 == keys && from == to);
  for (size_t c = from; c < to; c++)
    write_cell(t, row, c, c + 1 == to);
  buffer_char(&t->out, '\n');
}

static void write_rule(struct table *t, size_t width) {
  while (width--)
    buffer_text(&t->out, t->ask->ascii ? "-" : "─");
  buffer_char(&t->out, '\n');
}

static nonet_code write_block(struct table *t, size_t keys, size_t from, size_t to) {
  nonet_code code = NONET_OK;
  size_t width = width_of(t, 0, keys) + (keys && from < to ? GAP : 0) + width_of(t, from, to);
  write_line(t, SIZE_MAX, keys, from, to);
  write_rule(t, width);
  for (size_t row = 0; row < t->rows && code == NONET_OK; row++) {
    write_line(t, row, keys, from, to);
    code = flush(t, FLUSH_AT);
  }
  return code;
}

/* Text broken at spaces so that no line is wider than the terminal. */
static void write_note(struct table *t, const char *text) {
  size_t column = 0, room = t->ask->width;
  buffer_clear(&t->safe);
  utf8_for_terminal(&t->safe, text);
  for (const char *at = buffer_string(&t->safe); *at;) {
    size_t length = strcspn(at, " ");
    buffer_clear(&t->cell);
    buffer_add(&t->cell, at, length);
    size_t width = utf8_width(buffer_string(&t->cell));
    if (column && column + 1 + width > room) {
      buffer_char(&t->out, '\n');
      column = 0;
    }
    if (column) buffer_char(&t->out, ' ');
    if (width > room)
      column = utf8_cut(&t->out, buffer_string(&t->cell), room, t->ask->ascii);
    else
      buffer_text(&t->out, buffer_string(&t->cell)), column += width + (column ? 1 : 0);
    at += length;
    at += strspn(at, " ");
  }
  buffer_char(&t->out, '\n');
}

static void write_notes(struct table *t) {
  struct buffer more = {0};
  size_t rest = nonet_sheet_rows(t->sheet) - t->rows;
  if (rest) {
    buffer_print(&more, "%s %zu more row%s", t->ask->ascii ? "..." : "…", rest, rest == 1 ? "" : "s");
    write_note(t, buffer_string(&more));
  }
  if (t->undefined || t->empty.size || nonet_sheet_note(t->sheet, 0)) buffer_char(&t->out, '\n');
  if (t->undefined)
    write_note(t, t->ask->ascii ? "- stands for a value that is not defined." : "– stands for a value that is not defined.");
  if (t->empty.size) write_note(t, buffer_string(&t->empty));
  for (size_t i = 0; nonet_sheet_note(t->sheet, i); i++)
    write_note(t, nonet_sheet_note(t->sheet, i));
  buffer_free(&more);
}

/* Where a block that begins with column `from` ends, and its columns cut to what it holds. */
static size_t end_block(struct table *t, size_t from, size_t room) {
  size_t to = from + 1;
  cut_columns(t, from, t->columns, room, SIZE_MAX);
  if (width_of(t, from, t->columns) <= room) return t->columns; /* all the rest */
  memcpy(t->width + from, t->natural + from, (t->columns - from) * sizeof *t->width);
  if (t->width[from] > room) t->width[from] = room;
  while (to < t->columns && width_of(t, from, to + 1) <= room)
    to++;
  return to;
}

/* The blocks: all in one where they can be; else as many columns beside the keys as fit, the rest below. */
static nonet_code write_blocks(struct table *t) {
  size_t terminal = t->ask->width, keys = t->keys;
  cut_columns(t, 0, t->columns, terminal, SIZE_MAX);
  if (width_of(t, 0, t->columns) <= terminal) return write_block(t, 0, 0, t->columns);
  memcpy(t->width, t->natural, t->columns * sizeof *t->width);
  cut_columns(t, 0, keys, terminal / 2, LEAST_ROOM);
  if (width_of(t, 0, keys) + GAP + LEAST_ROOM > terminal) keys = 0; /* the keys alone fill it: blocks of whatever comes next */
  for (size_t from = keys, to; from < t->columns; from = to) {
    to = end_block(t, from, terminal - (keys ? width_of(t, 0, keys) + GAP : 0));
    if (from > keys) buffer_char(&t->out, '\n');
    nonet_code code = write_block(t, keys, from, to);
    if (code != NONET_OK) return code;
  }
  return NONET_OK;
}

static nonet_code write_sheet(const struct page_ask *ask, const nonet_sheet *s, nonet_err *err) {
  struct table t = {.ask = ask, .sheet = s, .keys = nonet_sheet_key_columns(s)};
  size_t all = nonet_sheet_columns(s);
  nonet_code code = NONET_OK;
  t.rows = page_rows(ask, s);
  t.at = memory_zeroed(all, sizeof *t.at);
  t.natural = memory_zeroed(all, sizeof *t.natural);
  t.width = memory_zeroed(all, sizeof *t.width);
  t.number = memory_zeroed(all, sizeof *t.number);
  if (!t.at || !t.natural || !t.width || !t.number) {
    code = error_memory(err);
    goto done;
  }
  if (ask->count > 1 && *nonet_sheet_title(s)) write_note(&t, nonet_sheet_title(s));
  choose_columns(&t);
  natural_widths(&t);
  code = write_blocks(&t);
  write_notes(&t);
  if (code == NONET_OK) code = flush(&t, 0);
  if (t.out.failed || t.cell.failed || t.safe.failed || t.empty.failed)
    code = error_memory(err);
  else if (code != NONET_OK)
    error_set(err, code, "cannot write the table");
done:
  free(t.at);
  free(t.natural);
  free(t.width);
  free(t.number);
  buffer_free(&t.empty);
  buffer_free(&t.out);
  buffer_free(&t.cell);
  buffer_free(&t.safe);
  return code;
}

static nonet_code write_table(const struct page_ask *ask, nonet_err *err) {
  struct page_ask wide = *ask;
  nonet_code code = NONET_OK;
  if (wide.width < LEAST_TERMINAL) wide.width = LEAST_TERMINAL;
  for (size_t i = 0; i < ask->count && code == NONET_OK; i++) {
    if (i) code = nonet_out_text(ask->out, "\n");
    if (code == NONET_OK) code = write_sheet(&wide, ask->sheets[i], err);
  }
  return code;
}

const struct page_form page_table = {"table", write_table};
