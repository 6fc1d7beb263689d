/* The legend: says what every size, colour, shape and line of a picture means. */
#ifndef NONET_SHOW_LEGEND_H
#define NONET_SHOW_LEGEND_H

#include "show/style.h"

/* What the legend is about. */
struct legend {
  const struct style *style;
  double least_mark, greatest_mark;   /* across, of the sizes shown; 0: sizes mean nothing here */
  bool ties, widths, letters_of_more; /* lines are drawn; widths mean strength; some nodes carry further letters */
  bool letters_in_cells;              /* a matrix: letters of roles stand in cells instead of lines */
  const struct style_group *roles;    /* of the matrix */
  size_t role_count;
  const char *extra[5]; /* further sentences, NULL-terminated */
};

/* Add it to a scene with its upper left corner at (x, y), no wider than `width` (unless one block is); returns its height. */
double legend_draw(struct scene *s, const struct legend *legend, double x, double y, double width, double font);

#endif
