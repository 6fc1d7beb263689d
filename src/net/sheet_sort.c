/* Sorting a sheet by a column: numbers from the greatest down with undefined ones last, texts from the smallest up.
 *
 * How: rows are sorted by (value, row), which makes any sort stable; then the values of every column are moved in place, because pointers
 * into columns are promised to stay. Texts that are whole numbers are compared as numbers, so node 2 stands before node 10. */
#include "base/buffer.h"
#include "base/memory.h"
#include "base/number.h"
#include "net/sheet_rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a row is sorted by; `row` last makes the order stable and total. */
struct sort_row {
  double number;
  const char *text;
  size_t row;
};

static int by_row(const struct sort_row *a, const struct sort_row *b) {
  return a->row < b->row ? -1 : 1;
}

static int by_number(const void *left, const void *right) {
  const struct sort_row *a = left, *b = right;
  bool a_none = isnan(a->number), b_none = isnan(b->number);
  if (a_none != b_none) return a_none ? 1 : -1;
  if (!a_none && a->number != b->number) return a->number > b->number ? -1 : 1;
  return by_row(a, b);
}

/* Whole numbers by their value and before all other texts, those by their bytes: node 2 before node 10. */
static int by_text(const void *left, const void *right) {
  const struct sort_row *a = left, *b = right;
  bool a_none = isnan(a->number), b_none = isnan(b->number);
  if (a_none != b_none) return a_none ? 1 : -1;
  if (!a_none && a->number != b->number) return a->number < b->number ? -1 : 1;
  int order = strcmp(a->text, b->text);
  return order ? order : by_row(a, b);
}

/* Put the rows of one column into a new order. */
static void rearrange(struct sheet_column *c, const struct sort_row *order, size_t rows, void *room) {
  if (c->number) {
    double *was = memcpy(room, c->number, rows * sizeof *was);
    for (size_t i = 0; i < rows; i++)
      c->number[i] = was[order[i].row];
  } else {
    uint32_t *was = memcpy(room, c->text, rows * sizeof *was);
    for (size_t i = 0; i < rows; i++)
      c->text[i] = was[order[i].row];
  }
}

static nonet_code unknown_column(const nonet_sheet *s, const char *column, nonet_err *err) {
  struct buffer list = {0};
  for (size_t i = 0; i < s->columns; i++) {
    if (i) buffer_text(&list, ", ");
    buffer_text(&list, words_text(s->words, s->column[i].name));
  }
  nonet_code code = error_set(err, NONET_EUSAGE, "there is no column '%s' to sort by, only %s", column, buffer_string(&list));
  buffer_free(&list);
  return code;
}

nonet_code nonet_sheet_sort(nonet_sheet *s, const char *column, nonet_err *err) {
  size_t at = 0;
  while (at < s->columns && strcmp(words_text(s->words, s->column[at].name), column) != 0)
    at++;
  if (at == s->columns) return unknown_column(s, column, err);

  const struct sheet_column *c = &s->column[at];
  struct sort_row *order = memory_array(s->rows, sizeof *order);
  void *room = memory_array(s->rows, sizeof(double));
  nonet_code code = order && room ? NONET_OK : error_memory(err);
  if (!code) {
    for (size_t row = 0; row < s->rows; row++) {
      uint64_t whole;
      const char *text = c->text ? words_text(s->words, c->text[row]) : "";
      bool is_whole = c->text && number_parse_whole(&whole, text, strlen(text));
      order[row] = (struct sort_row){.number = c->number ? c->number[row] : is_whole ? (double)whole : NAN, .text = text, .row = row};
    }
    qsort(order, s->rows, sizeof *order, c->number ? by_number : by_text);
    for (size_t i = 0; i < s->columns; i++)
      rearrange(&s->column[i], order, s->rows, room);
  }
  free(order);
  free(room);
  return code;
}
