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

struct matrix_cells {
  const struct style *style;
  uint32_t *row, *column;           /* owned: nodes in order */
  uint32_t *row_ties, *column_ties; /* owned: ties of each */
  uint32_t rows, columns;
  struct matrix_cell *at; /* owned, by row and column */
  size_t count;
  struct buffer texts; /* owned */
  struct style_group roles[MATRIX_ROLES];
  uint32_t role_word[MATRIX_ROLES];
  size_t role_count;
  uint32_t row_kind, column_kind; /* NONET_NONE: all nodes are rows and columns */
  uint32_t left_out;              /* ties that have no cell: between two of a kind */
  uint32_t strategy_kind;         /* whose nodes are flagged when they hang on one neighbour; NONET_NONE: none */
  uint32_t hanging;               /* how many do */
};

nonet_code matrix_cells_fill(struct matrix_cells *out, const struct style *style, nonet_err *err);
void matrix_cells_free(struct matrix_cells *c);

/* Does this node have a single neighbour, being a strategy (or whatever stands for one)? */
bool matrix_hangs_on_one(const struct matrix_cells *c, uint32_t node);
/* The kind on the other side of the strategies. */
uint32_t matrix_other_kind(const struct matrix_cells *c);

#endif
