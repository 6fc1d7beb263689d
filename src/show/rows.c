/* Boxes in rows.
 *
 * How: boxes sorted from top to bottom are dealt into rows of about equal length, the fewest rows that are short enough; each row is sorted
 * from left to right and spread over the width, the rows over the height.
 * Why: where names are many for a tile, pushing boxes apart stalls at about half of the area filled; rows fill four fifths. */
#include "show/rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* During the work: x, y as they were; w, h; and the number of the box in the caller's order. */
static int by_height(const void *a, const void *b) {
  const struct place *x = *(const struct place *const *)a, *y = *(const struct place *const *)b;
  if (x->y != y->y) return x->y > y->y ? -1 : 1;
  return x < y ? -1 : x > y;
}

static int by_left(const void *a, const void *b) {
  const struct place *x = *(const struct place *const *)a, *y = *(const struct place *const *)b;
  if (x->x != y->x) return x->x < y->x ? -1 : 1;
  return x < y ? -1 : x > y;
}

/* Where the row that begins at `from` ends, when `rows` more rows share what is left. */
static size_t row_end(struct place *const *order, size_t from, size_t count, size_t rows, double gap) {
  double all = 0, taken = 0;
  size_t end = from;
  for (size_t i = from; i < count; i++)
    all += order[i]->w + gap;
  while (end < count && (end == from || taken + (order[end]->w + gap) / 2 <= all / (double)rows))
    taken += order[end++]->w + gap;
  return rows == 1 ? count : end;
}

/* Lengths and heights of a deal into rows; false where a row is too long or all are too high. */
static bool rows_fit(struct place *const *order, size_t count, size_t rows, double gap, double w, double h, double *height) {
  *height = -gap;
  for (size_t from = 0, row = rows; from < count; row--) {
    size_t end = row_end(order, from, count, row, gap);
    double length = -gap, tallest = 0;
    for (size_t i = from; i < end; i++) {
      length += order[i]->w + gap;
      tallest = fmax(tallest, order[i]->h);
    }
    if (length > w) return false;
    *height += tallest + gap;
    from = end;
  }
  return *height <= h;
}

static void place_row(struct place **row, size_t count, double gap, double w, double y) {
  double length = -gap;
  qsort(row, count, sizeof *row, by_left);
  for (size_t i = 0; i < count; i++)
    length += row[i]->w + gap;
  double air = (w - length) / (double)(count + 1), x = -w / 2 + air;
  for (size_t i = 0; i < count; i++) {
    row[i]->x = x + row[i]->w / 2;
    row[i]->y = y;
    x += row[i]->w + gap + air;
  }
}

static void place_rows(struct place **order, size_t count, size_t rows, double gap, double w, double h, double height) {
  double air = (h - height) / (double)(rows + 1), y = h / 2 - air;
  for (size_t from = 0, row = rows; from < count; row--) {
    size_t end = row_end(order, from, count, row, gap);
    double tallest = 0;
    for (size_t i = from; i < end; i++)
      tallest = fmax(tallest, order[i]->h);
    place_row(order + from, end - from, gap, w, y - tallest / 2);
    y -= tallest + gap + air;
    from = end;
  }
}

bool rows_in_area(struct place *boxes, struct place *room, size_t count, double gap, double w, double h) {
  struct place **order = malloc((count ? count : 1) * sizeof *order);
  double height = 0;
  bool fits = false;
  if (!order) return false;
  memcpy(room, boxes, count * sizeof *boxes);
  for (size_t i = 0; i < count; i++)
    order[i] = &room[i];
  qsort(order, count, sizeof *order, by_height);
  for (size_t rows = 1; rows <= count && !fits; rows++) {
    fits = rows_fit(order, count, rows, gap, w, h, &height);
    if (fits) place_rows(order, count, rows, gap, w, h, height);
    if (!fits && height > h * 2) break;
  }
  if (fits) memcpy(boxes, room, count * sizeof *boxes);
  free(order);
  return fits;
}
