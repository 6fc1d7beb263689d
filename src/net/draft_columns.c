/* Further columns of a draft.
 *
 * How: values come row by row, so a column starts as pairs (row, word) in ascending order; a value for an earlier row is put in its place.
 * Once at least half of the rows have a value, an array with a place for each row is smaller, and the column becomes one.
 * Why: a file with a thousand rarely filled columns costs what it says, not rows x columns. */
#include "base/memory.h"
#include "net/draft_rows.h"

#include <stdlib.h>
#include <string.h>

#define MOST_COLUMNS 65536u

/* The first pair at or behind a row. */
static size_t pair_place(const struct draft_column *c, uint32_t row) {
  size_t low = 0, high = c->count;
  if (high && c->pair[high - 1].row < row) return high;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (c->pair[mid].row < row)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

uint32_t draft_column_word(const struct draft_column *c, uint32_t row) {
  if (c->is_dense) return row < c->count ? c->word[row] : 0;
  size_t i = pair_place(c, row);
  return i < c->count && c->pair[i].row == row ? c->pair[i].word : 0;
}

nonet_code draft_column(uint32_t *out, nonet_draft *d, bool of_ties, const char *name, size_t length, nonet_err *err) {
  struct draft_table *t = of_ties ? &d->tie : &d->node;
  uint32_t word = draft_word(d, name, length);
  if (word == WORDS_NONE) return error_memory(err);
  uint32_t known = word_map_get(&t->column_of, word);
  if (known < t->columns && t->column[known].name == word) {
    *out = known;
    return NONET_OK;
  }
  if (t->columns >= MOST_COLUMNS) return error_set(err, NONET_ELIMIT, "more than %u further columns", MOST_COLUMNS);
  if (!memory_grow(&t->column, &t->column_room, t->columns + 1, sizeof *t->column)) return error_memory(err);
  if (!word_map_set(&t->column_of, word, (uint32_t)t->columns)) return error_memory(err);
  t->column[t->columns] = (struct draft_column){.name = word};
  *out = (uint32_t)t->columns++;
  return NONET_OK;
}

/* An array with a place for each row up to `rows`, instead of pairs. */
static bool column_spread(struct draft_column *c, size_t rows) {
  uint32_t *word = memory_zeroed(rows, sizeof *word);
  if (!word) return false;
  for (size_t i = 0; i < c->count; i++)
    word[c->pair[i].row] = c->pair[i].word;
  free(c->pair);
  c->pair = NULL;
  c->word = word;
  c->count = c->room = rows;
  c->is_dense = true;
  return true;
}

static bool set_dense(struct draft_column *c, uint32_t row, uint32_t word) {
  if (row >= c->count) {
    if (!memory_grow(&c->word, &c->room, (size_t)row + 1, sizeof *c->word)) return false;
    memset(c->word + c->count, 0, ((size_t)row + 1 - c->count) * sizeof *c->word);
    c->count = (size_t)row + 1;
  }
  c->word[row] = word;
  return true;
}

static bool set_sparse(struct draft_column *c, uint32_t row, uint32_t word) {
  size_t i = pair_place(c, row);
  if (i < c->count && c->pair[i].row == row) {
    c->pair[i].word = word;
    return true;
  }
  if (!memory_grow(&c->pair, &c->room, c->count + 1, sizeof *c->pair)) return false;
  memmove(c->pair + i + 1, c->pair + i, (c->count - i) * sizeof *c->pair);
  c->pair[i] = (struct draft_pair){row, word};
  c->count++;
  return true;
}

nonet_code draft_set(nonet_draft *d, bool of_ties, uint32_t column, uint32_t row, uint32_t word, nonet_err *err) {
  struct draft_table *t = of_ties ? &d->tie : &d->node;
  if (column >= t->columns || row >= t->rows) return error_set(err, NONET_EUSAGE, "there is no row %u or no column %u", row, column);
  struct draft_column *c = &t->column[column];
  if (word == 0 && draft_column_word(c, row) == 0) return NONET_OK; /* "not said" takes no room */
  bool in_order = c->is_dense || pair_place(c, row) == c->count;
  /* Out of order, inserting costs a move of all pairs behind: be dense sooner. */
  bool spread = !c->is_dense && (in_order ? c->count >= 16 && c->count * 2 >= row : c->count >= 1024 && c->count * 64 >= t->rows);
  if (spread && !column_spread(c, in_order ? (size_t)row + 1 : t->rows)) return error_memory(err);
  bool fits = c->is_dense ? set_dense(c, row, word) : set_sparse(c, row, word);
  return fits ? NONET_OK : error_memory(err);
}
