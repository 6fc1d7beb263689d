/* The contents of a matrix: which nodes are rows and columns, in which order, and what stands in each cell. */
#ifndef NONET_SHOW_MATRIX_CELLS_H
#define NONET_SHOW_MATRIX_CELLS_H

#include "show/style.h"

enum { MATRIX_ROLES = 24 };

struct matrix_cell {
  uint32_t row, column;
  uint8_t group; /* colour; STYLE_OTHER and beyond: grey */
  size_t text;   /* in texts */
};

/* Which side of a matrix a node is on. */
enum matrix_side { MATRIX_NEITHER, MATRIX_ROWS, MATRIX_COLUMNS, MATRIX_BOTH };

struct matrix_cells {
  const struct style *style;
  uint8_t *side;                      /* owned: of each node */
  bool square;                        /* all nodes are rows and columns */
  const char *row_name, *column_name; /* what they are; borrowed */
  uint32_t *row, *column;             /* owned: nodes in order; a last NONET_NONE stands for all that are left */
  uint32_t *row_ties, *column_ties;   /* owned: ties of each */
  uint32_t rows, columns;
  uint32_t rows_left, columns_left; /* nodes that share the last row or column; 0: each has its own */
  struct matrix_cell *at;           /* owned, by row and column */
  size_t count;
  struct buffer texts; /* owned */
  struct style_group roles[MATRIX_ROLES];
  uint32_t role_word[MATRIX_ROLES];
  size_t role_count;
  uint32_t left_out; /* ties that have no cell: between two of a side */
  uint32_t hanging;  /* columns that hang on one row */
};

/* At most so many rows and columns; what is beyond, with the fewest ties, shares the last one. 0: all. */
struct matrix_most {
  uint32_t rows, columns;
};
nonet_code matrix_cells_fill(struct matrix_cells *out, const struct style *style, struct matrix_most most, nonet_err *err);
void matrix_cells_free(struct matrix_cells *c);

/* Is this node a column that only one row has a tie to? */
bool matrix_hangs_on_one(const struct matrix_cells *c, uint32_t node);

#endif
