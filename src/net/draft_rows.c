/* Lanes: the fields of a draft's rows.
 *
 * How: a lane that says the same in every row, or counts up, is one value. The first row that differs makes it an array with room for all
 * rows that the table has room for; from then on all arrays of a table grow together, so there is one capacity to keep.
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
  if (!l->at) return lane_long(l, row);
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
  if (!l->at && !l->counts) return rows == 0 || l->same == value;
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

/* A lane's array with room for `wanted` rows; NULL: out of memory, it is as it was. One that grows much is laid on large pages and copied;
 * else realloc moves it without a copy. */
static void *grow_lane(const struct lane *l, size_t rows, size_t wanted) {
  if (wanted > (size_t)PTRDIFF_MAX / l->size) return NULL;
  void *grown = wanted / 4 > rows ? memory_large(wanted, l->size) : realloc(l->at, wanted * l->size);
  if (!grown) return NULL;
  if (wanted / 4 > rows) {
    memcpy(grown, l->at, rows * l->size);
    free(l->at);
  } else
    memory_large_pages(grown, wanted * l->size);
  return grown;
}

bool table_reserve(struct draft_table *t, size_t rows) {
  if (rows <= t->room) return true;
  for (unsigned i = 0; i < t->lanes; i++) {
    struct lane *l = &t->lane[i];
    if (!l->at) continue;
    void *grown = grow_lane(l, t->rows, rows);
    if (!grown) return false;
    l->at = grown; /* lanes that have grown keep their room if a later one fails: `room` says the least */
  }
  t->room = rows;
  return true;
}

/* Room for some more rows, so that rows added one by one cost O(1). */
static bool make_room(struct draft_table *t, uint32_t more) {
  if (more > NONET_NONE - 1 - t->rows) return false;
  size_t rows = (size_t)t->rows + more, twice = t->room ? t->room * 2 : 64;
  return rows <= t->room || table_reserve(t, rows > twice ? rows : twice);
}

bool lane_spread(struct lane *l, size_t rows, size_t room) {
  struct lane array = {.size = l->size, .at = memory_large(room, l->size)};
  if (!array.at) return false;
  for (size_t row = 0; row < rows; row++)
    lane_put(&array, row, lane_long(l, (uint32_t)row));
  *l = array;
  return true;
}

/* Whether a lane without an array can say a value for the next row without one. */
static bool fits_in(struct lane *l, uint32_t rows, uint64_t value) {
  if (rows == 0) {
    l->same = value;
    l->counts = false;
  }
  if (rows == 1 && l->size == 8) l->counts = value == l->same + 1;
  return lane_long(l, rows) == value;
}

bool table_add(struct draft_table *t, const uint64_t *values) {
  if (!make_room(t, 1)) return false;
  for (unsigned i = 0; i < t->lanes; i++)
    if (!t->lane[i].at && !fits_in(&t->lane[i], t->rows, values[i]) && !lane_spread(&t->lane[i], t->rows, t->room)) return false;
  for (unsigned i = 0; i < t->lanes; i++)
    if (t->lane[i].at) lane_put(&t->lane[i], t->rows, values[i]);
  t->rows++;
  return true;
}

/* The value of a row among `own`, a value a row; or `value` for all where it is NULL. */
static uint64_t own_value(const struct lane *l, const void *own, uint32_t row, uint64_t value) {
  if (!own) return value;
  const struct lane as_lane = {.at = (void *)(uintptr_t)own, .size = l->size};
  return lane_get_bits(&as_lane, row);
}

/* Make an array of a lane where the new rows want one. */
static bool lane_ready(struct lane *l, const struct draft_table *t, const void *own, uint64_t value, uint32_t rows) {
  for (uint32_t i = 0; i < rows && !l->at; i++) {
    if (!fits_in(l, t->rows + i, own_value(l, own, i, value)) && !lane_spread(l, (size_t)t->rows + i, t->room)) return false;
    if (!own && i) break; /* the others are alike */
  }
  return true;
}

static void lane_append(struct lane *l, size_t first, const void *own, uint64_t value, size_t rows) {
  if (own)
    memcpy((char *)l->at + first * l->size, own, rows * l->size);
  else
    for (size_t i = 0; i < rows; i++)
      lane_put(l, first + i, value);
}

bool table_add_rows(struct draft_table *t, const uint64_t *values, const struct lane_values *own, size_t own_count, uint32_t rows) {
  const void *own_of[MOST_LANES] = {NULL};
  if (!make_room(t, rows)) return false;
  for (size_t i = 0; i < own_count; i++)
    own_of[own[i].lane] = own[i].at;
  for (unsigned i = 0; i < t->lanes; i++)
    if (!t->lane[i].at && !lane_ready(&t->lane[i], t, own_of[i], values[i], rows)) return false;
  for (unsigned i = 0; i < t->lanes; i++)
    if (t->lane[i].at) lane_append(&t->lane[i], t->rows, own_of[i], values[i], rows);
  t->rows += rows;
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
