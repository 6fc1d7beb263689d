/* A plan: what a table is and where its parts stand, told from its headings and first rows. */
#ifndef NONET_READ_PLAN_H
#define NONET_READ_PLAN_H

#include "read/headings.h"

enum shape { SHAPE_TIES, SHAPE_NODES, SHAPE_MATRIX, SHAPE_SQUARE, SHAPE_LISTS, SHAPE_MEETINGS };

struct plan {
  enum shape shape;
  struct headings h;
  size_t width;                 /* cells that a row of data has */
  size_t skip;                  /* rows before the first row of data: titles and the headings */
  size_t rows;                  /* rows of data there are, SIZE_MAX where the end was not seen; total rows do not count */
  bool headed;                  /* it has a row of headings */
  size_t key;                   /* matrix, lists, meetings: the column that names the row */
  size_t block, block_end;      /* the columns of marks, or of listed names */
  bool says_no;                 /* a matrix with a 0 or "no" in it: its blanks are "not answered" */
  bool numbers;                 /* it holds numbers other than 0 and 1: weights */
  char *listed_kind;            /* lists: what the heading "Strategy 1" says; owned; NULL: nothing */
  struct buffer titles, totals; /* lines left out above and below, as they are said */
  const char *key_repeats;      /* nodes: heading that would be the better label; borrowed from h; NULL: fine */
};

/* What reads differently by what was asked. */
struct plan_ask {
  const struct asked_columns *asked;
  const char *missing; /* NULL: none */
  char decimal;
  bool in_layer;
  bool probing; /* a table that is none of ours is no error: *ours says */
};

/* Tell a table's shape. NONET_EINPUT prints a --columns line to paste where it cannot be told. Rewinds the rows. */
nonet_code plan_make(struct plan *out, bool *ours, struct rows *rows, const struct plan_ask *ask, nonet_err *err);
void plan_free(struct plan *p);

/* Pieces of plan_make, each in a file of its own. `first` is the first row of data in the grid, `end` one behind the last. */
struct plan_look {
  const struct grid *grid;
  const struct plan_ask *ask;
  size_t first, end;
};
/* The row of headings: its number, SIZE_MAX if there is none. */
nonet_code plan_find_headings(size_t *out, const struct grid *g, const struct plan_ask *ask, nonet_err *err);
/* The rows at the end that are totals or notes; returns the end of the data. */
size_t plan_find_end(const struct grid *g, size_t first, size_t width, char decimal, struct buffer *said);
/* Matrix, square matrix. */
nonet_code plan_find_matrix(bool *found, struct plan *p, const struct plan_look *look, nonet_err *err);
/* "Strategy 1", "Strategy 2" ... */
nonet_code plan_find_lists(bool *found, struct plan *p, const struct plan_look *look, nonet_err *err);
/* The error with a line to paste. */
nonet_code plan_cannot_tell(const struct plan *p, const struct rows *rows, const struct plan_ask *ask, uint64_t line, nonet_err *err);

#endif
