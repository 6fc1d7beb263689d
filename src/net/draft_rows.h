/* How a draft keeps its rows: lanes. A lane is one field of all rows of a table; while every row says the same it is one value, and only
 * when a row differs does it become an array.
 *
 *   nodes:  key [1 4 7 9]  kind [2 2 2 3]  layers = 0  file = 1  line = 2, 3, 4 ...
 *   ties:   from [..] to [..] weight = NaN  file = 2  line = 2, 3, 4 ...       8 bytes a tie, not 80
 *
 * A lane of 8 bytes whose values go up by one from row to row, as the lines of a file do, needs no array either.
 *
 * A further column is sparse (row, word) pairs, ascending by row, until at least half of the rows have a value; then it is dense. */
#ifndef NONET_NET_DRAFT_ROWS_H
#define NONET_NET_DRAFT_ROWS_H

#include "net/draft.h"
#include "net/word_map.h"

struct lane {
  void *at;      /* owned; NULL: every row has `same` */
  uint64_t same; /* the bits of the value */
  uint8_t size;  /* of a value: 1, 4 or 8 bytes */
  bool counts;   /* without an array: row r has same + r; of 8 bytes only */
};

enum node_lane { NODE_KEY, NODE_LABEL, NODE_SHORT, NODE_KIND, NODE_LAYERS, NODE_ALIASES, NODE_SCOPE, NODE_FILE, NODE_LINE, NODE_LANES };
enum tie_lane {
  TIE_FROM,
  TIE_TO,
  TIE_KIND,
  TIE_LAYER,
  TIE_SINCE,
  TIE_UNTIL,
  TIE_SOURCE,
  TIE_SCOPE,
  TIE_FROM_KIND,
  TIE_TO_KIND,
  TIE_FILE,
  TIE_LINE,
  TIE_WEIGHT,
  TIE_SCALE,
  TIE_DIRECTION,
  TIE_LANES
};
#define MOST_LANES TIE_LANES

struct draft_pair {
  uint32_t row, word;
};

struct draft_column {
  uint32_t name; /* word */
  bool is_dense;
  struct draft_pair *pair; /* sparse: `count` pairs, ascending by row */
  uint32_t *word;          /* dense: `count` rows from row 0 on; 0: not said */
  size_t count, room;
};

struct draft_table {
  struct lane lane[MOST_LANES];
  unsigned lanes;
  uint32_t rows;
  size_t room; /* rows that materialised lanes have room for */
  struct draft_column *column;
  size_t columns, column_room;
  struct word_map column_of; /* name -> column; a column that was taken back may linger and is checked by its name */
};

struct draft_file {
  char *path; /* owned */
  bool strict_ids;
};

/* Keys are words. */
struct draft_open {
  uint32_t respondent, alter;
};
struct draft_keys {
  uint32_t *at; /* owned */
  size_t count, room;
};
struct draft_survey {
  struct draft_asking of;
  struct draft_keys respondents, alters;
  struct draft_open *open; /* owned */
  size_t opens, open_room;
};

struct draft_warning {
  char *kind; /* owned */
  uint32_t file;
  uint64_t line, count;
};

struct nonet_draft {
  struct words *words;
  struct draft_table node, tie;
  struct draft_file *file;
  uint32_t files;
  size_t file_room;
  char **assumption; /* owned, each */
  size_t assumptions, assumption_room;
  struct draft_warning *warning;
  size_t warnings, warning_room;
  struct draft_survey *survey;
  size_t surveys, survey_room;
  size_t open_warnings; /* warnings before this one are closed by a mark: they count no further */
  bool node_table;
};

uint64_t lane_get_bits(const struct lane *l, uint32_t row);
static inline uint32_t lane_word(const struct lane *l, uint32_t row) {
  return l->at ? ((const uint32_t *)l->at)[row] : (uint32_t)l->same;
}
static inline uint64_t lane_long(const struct lane *l, uint32_t row) {
  return l->at ? ((const uint64_t *)l->at)[row] : l->same + (l->counts ? row : 0);
}
double lane_double(const struct lane *l, uint32_t row);
static inline unsigned lane_byte(const struct lane *l, uint32_t row) {
  return l->at ? ((const uint8_t *)l->at)[row] : (unsigned)l->same;
}
/* Whether no row says anything but `value`. */
bool lane_is_all(const struct lane *l, uint32_t rows, uint64_t value);

void table_start(struct draft_table *t, const uint8_t *sizes, const uint64_t *defaults, unsigned lanes);
void table_free(struct draft_table *t);
/* Append a row of `lanes` values. False: out of memory (the table is as it was). */
bool table_add(struct draft_table *t, const uint64_t *values);
/* Append many rows: all have `values`, save the lanes that are listed, which have a value of their own for each row. */
struct lane_values {
  unsigned lane;
  const void *at; /* values of the lane's size */
};
bool table_add_rows(struct draft_table *t, const uint64_t *values, const struct lane_values *own, size_t own_count, uint32_t rows);
/* Make room for so many rows at once. False: out of memory (the table is as it was). */
bool table_reserve(struct draft_table *t, size_t rows);
/* Make an array of a lane that has none, for so many rows. */
bool lane_spread(struct lane *l, size_t rows, size_t room);
void table_back_to(struct draft_table *t, uint32_t rows, size_t columns);
/* Take rows out; gone[row] is not 0 for those. False: out of memory (the table is as it was). */
bool table_drop(struct draft_table *t, const uint8_t *gone);

/* The word of a further column in a row; 0: not said. O(log). */
uint32_t draft_column_word(const struct draft_column *c, uint32_t row);

/* Bytes that the draft holds, for max_memory; of its surveys. */
size_t draft_bytes(const nonet_draft *d);
size_t draft_survey_bytes(const nonet_draft *d);

#endif
