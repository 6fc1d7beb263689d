/* Lanes: the fields of a draft's rows.
 *
 * How: a lane that says the same in every row is one value. The first row that differs makes it an array with room for all rows that the
 * table has room for; from then on all arrays of a table grow together, so there is one capacity to keep.
 * Why: a file of bare ties fills three of fifteen fields, and ten million of them must not pay for the rest. */
#include "net/draft_rows.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static void lane_put(struct lane *l, size_t row, uint64_t bits) {
  if (l->size == 1)
    ((uint8_t *)l->at)[row] = (uint8_t)bits;
  else if (l->size == 4)
    ((uint32_t *)l->at)[row] = (uint32_t)bits;
  else
    ((uint64_t *)l->at)[row] = bits;
}

uint64_t lane_get_bits(const struct lane *l, uint32_t row) {
  if (!l->at) return l->same;
  if (l->size == 1) return ((const uint8_t *)l->at)[row];
  if (l->size == 4) return ((const uint32_t *)l->at)[row];
  return ((const uint64_t *)l->at)[row];
}

double lane_double(const struct lane *l, uint32_t row) {
  uint64_t bits = lane_long(l, row);
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

bool lane_is_all(const struct lane *l, uint32_t rows, uint64_t value) {
  if (!l->at) return rows == 0 || l->same == value;
  for (uint32_t row = 0; row < rows; row++)
    if (lane_get_bits(l, row) != value) return false;
  return true;
}

void table_start(struct draft_table *t, const uint8_t *sizes, const uint64_t *defaults, unsigned lanes) {
  *t = (struct draft_table){.lanes = lanes};
  for (unsigned i = 0; i < lanes; i++)
    t->lane[i] = (struct lane){.size = sizes[i], .same = defaults[i]};
}

static void column_free(struct draft_column *c) {
  free(c->pair);
  free(c->word);
}

void table_free(struct draft_table *t) {
  for (unsigned i = 0; i < t->lanes; i++)
    free(t->lane[i].at);
  for (size_t i = 0; i < t->columns; i++)
    column_free(&t->column[i]);
  free(t->column);
  word_map_free(&t->column_of);
}

/* Give every array room for one more row. */
static bool table_reserve(struct draft_table *t) {
  if (t->rows < t->room) return true;
  size_t room = t->room ? t->room * 2 : 64;
  for (unsigned i = 0; i < t->lanes; i++) {
    struct lane *l = &t->lane[i];
    if (!l->at) continue;
    if (room > SIZE_MAX / l->size) return false;
    void *grown = realloc(l->at, room * l->size);
    if (!grown) return false;
    l->at = grown; /* lanes that have grown keep their room if a later one fails: `room` says the least */
  }
  t->room = room;
  return true;
}

/* Turn a lane that said the same so far into an array. */
static bool lane_spread(struct lane *l, size_t rows, size_t room) {
  l->at = memory_array(room, l->size);
  if (!l->at) return false;
  for (size_t row = 0; row < rows; row++)
    lane_put(l, row, l->same);
  return true;
}

bool table_add(struct draft_table *t, const uint64_t *values) {
  if (t->rows >= NONET_NONE - 1 || !table_reserve(t)) return false;
  for (unsigned i = 0; i < t->lanes; i++)
    if (!t->lane[i].at && t->rows > 0 && values[i] != t->lane[i].same && !lane_spread(&t->lane[i], t->rows, t->room)) return false;
  for (unsigned i = 0; i < t->lanes; i++) {
    struct lane *l = &t->lane[i];
    if (l->at)
      lane_put(l, t->rows, values[i]);
    else
      l->same = values[i];
  }
  t->rows++;
  return true;
}

/* Forget the values of a column from a row on. */
static void column_back_to(struct draft_column *c, uint32_t rows) {
  if (c->is_dense) {
    if (c->count > rows) c->count = rows;
    return;
  }
  while (c->count && c->pair[c->count - 1].row >= rows)
    c->count--;
}

void table_back_to(struct draft_table *t, uint32_t rows, size_t columns) {
  while (t->columns > columns)
    column_free(&t->column[--t->columns]);
  for (size_t i = 0; i < t->columns; i++)
    column_back_to(&t->column[i], rows);
  t->rows = rows;
}

static size_t table_bytes(const struct draft_table *t) {
  size_t bytes = 0;
  for (unsigned i = 0; i < t->lanes; i++)
    if (t->lane[i].at) bytes += t->rows * (size_t)t->lane[i].size;
  for (size_t i = 0; i < t->columns; i++)
    bytes += sizeof *t->column + t->column[i].count * (t->column[i].is_dense ? sizeof(uint32_t) : sizeof(struct draft_pair));
  return bytes;
}

size_t draft_bytes(const nonet_draft *d) {
  return table_bytes(&d->node) + table_bytes(&d->tie) + words_bytes(d->words) + draft_survey_bytes(d);
}
