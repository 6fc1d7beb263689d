/* Plain rows: the rows of a delimited text in which nothing is odd, many at once. */
#ifndef NONET_READ_PLAIN_H
#define NONET_READ_PLAIN_H

#include "base/words.h"
#include "read/rows.h"

/* What a column is to who reads. A cell that its column does not allow makes its row odd. */
enum plain_sort {
  PLAIN_IGNORED,
  PLAIN_NAME,   /* a word; never empty */
  PLAIN_WORD,   /* a word, or empty */
  PLAIN_SINGLE, /* a word without ';' and '|', or empty */
  PLAIN_DATE,   /* a date, or empty */
  PLAIN_NUMBER, /* a number, or empty */
  PLAIN_ARROW   /* a direction, or empty */
};

struct plain_columns {
  size_t width;
  const enum plain_sort *sort; /* of each column */
  const uint16_t *place;       /* of each column of words: which of the row's words it is */
  size_t words;                /* of a row */
  bool numbers, arrows;        /* one column is of numbers, of directions */
  char delimiter, decimal;
  const char *missing; /* a cell that is this is empty; NULL: none is */
};

/* A piece of text, and what was read of it. */
struct plain_piece {
  const char *at, *end, *limit; /* it ends behind a line end; up to the limit there is text */
  struct words_asked *word;     /* `words` of a row; owned */
  double *number;               /* of each row; NaN: empty; owned */
  uint8_t *arrow;               /* of each row, a nonet_direction; owned */
  uint32_t *line;               /* of each row, from the first of the piece; owned */
  size_t rows;
  size_t word_room, number_room, arrow_room, line_room;
  size_t room;      /* rows that all of these have room for */
  uint64_t lines;   /* line ends up to `stop` */
  const char *stop; /* the end, or where the first odd row begins */
  bool failed;      /* out of memory */
};

/* Read rows from `at` up to the first that is odd: that has not as many cells as are due, a quote, a space or a line end where the plain
 * way would be wrong, or a cell that its column does not allow. Its words are spans from `at` on. O(bytes) */
void plain_read(struct plain_piece *p, const struct plain_columns *c);
void plain_free(struct plain_piece *p);

#endif
