/* Rows: a table as a stream of rows of cells, whatever it is written in. A row and its cells stay until the next one is asked for. */
#ifndef NONET_READ_ROWS_H
#define NONET_READ_ROWS_H

#include "read/cells.h"

#define ROWS_MOST_COLUMNS 16384u             /* as many as a spreadsheet has */
#define ROWS_LONGEST_CELL ((size_t)16 << 20) /* bytes */

/* The text that is ahead of the next row, where rows stand in a text. */
struct rows_ahead {
  const char *at, *end; /* behind the end stands one more byte, a NUL */
  uint64_t line;        /* of `at` */
  char delimiter;
};

struct rows {
  const char *name; /* FILE or FILE[Sheet], for errors; borrowed */
  const struct cell *cells;
  size_t count;
  uint64_t line;
  const char *fault; /* what is wrong in a cell of this row ("cell C4 holds #REF!"); NULL: nothing */
  bool padded;       /* rows that end early are the habit of the format, not a fault */

  nonet_code (*next)(struct rows *r, bool *more, nonet_err *err);
  void (*rewind)(struct rows *r); /* to before the first row */
  void (*free)(struct rows *r);
  /* For a reader who takes many rows at once: what is ahead, and that he went to a place in it. NULL: the rows are in no such text. */
  struct rows_ahead (*ahead)(const struct rows *r);
  void (*go_to)(struct rows *r, const char *at, uint64_t line);
};

/* The next row that is not wholly empty; *more false at the end. */
nonet_code rows_next(struct rows *r, bool *more, nonet_err *err);

/* The same for a row of data, which must be `width` cells: one that is longer by empty cells is cut, a padded one is filled. Faults are
 * errors here; *wrong (false before): of this row alone, the next one can be asked for. The cells are at *cells until the next row. */
struct rows_fill {
  struct cell *cells; /* owned */
  size_t room;
};
nonet_code rows_next_data(const struct cell **cells, struct rows *r, size_t width, struct rows_fill *fill, bool *more, bool *wrong,
                          nonet_err *err);

void rows_free(struct rows *r); /* NULL is fine */

/* The first rows of a table, copied, to look at: at most `rows` of them (as many as it has columns if that is more) and some million cells.
 */
struct grid_row {
  size_t first, count; /* in cells */
  uint64_t line;
  bool fault;
};
struct grid {
  struct cell *cells; /* trimmed; their text is in `text` */
  size_t cell_count, cell_room;
  struct grid_row *rows;
  size_t row_count, row_room;
  struct buffer text;
  bool whole; /* the table ends here */
};
nonet_code grid_read(struct grid *out, struct rows *from, size_t rows, nonet_err *err);
void grid_free(struct grid *g);
/* The cell of a row and column, empty where there is none. */
struct cell grid_cell(const struct grid *g, size_t row, size_t column);

#endif
