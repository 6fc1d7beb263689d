/* Where a table's headings stand, and where its data end.
 *
 * How: the first row whose names are known to be enough for a table is the row of headings, if nothing but titles (rows of one cell, or of
 * fewer cells than it) stands above it. Where no row is known, it is the first row that has at least half as
 * many cells as the fullest, for a matrix has names of its own in its headings. With --columns by number only, a first row that looks like
 * data is data. At the end, rows that begin with Total (and hold else only numbers) and rows of one cell such as "Source: ..." are no data.
 */
#include "read/plan.h"

#include <string.h>

#define MOST_TITLES 20

static size_t filled(const struct grid *g, size_t row) {
  size_t count = 0;
  for (size_t i = 0; i < g->rows[row].count; i++)
    count += grid_cell(g, row, i).length > 0;
  return count;
}

/* Whether the first row is like the rows below it: a number in it, an empty cell, or nothing but texts where no column holds only numbers.
 */
static bool looks_like_data(const struct grid *g, char decimal) {
  for (size_t i = 0; i < g->rows[0].count; i++) {
    struct cell c = grid_cell(g, 0, i);
    if (!c.length || cell_is_number(c, decimal)) return true;
  }
  for (size_t i = 0; i < g->rows[0].count; i++) {
    size_t numbers = 0, others = 0;
    for (size_t row = 1; row < g->row_count; row++) {
      struct cell c = grid_cell(g, row, i);
      numbers += cell_is_number(c, decimal);
      others += c.length && !cell_is_number(c, decimal);
    }
    if (numbers > 1 && !others) return false;
  }
  return true;
}

static nonet_code known_row(size_t *known, bool *enough, const struct grid *g, size_t row, const struct plan_ask *ask, nonet_err *err) {
  struct headings h;
  const struct grid_row *r = &g->rows[row];
  nonet_code code = headings_read(&h, g->cells + r->first, r->count, err);
  if (code) return code;
  *known = headings_known(&h, ask->asked, enough);
  headings_free(&h);
  return NONET_OK;
}

nonet_code plan_find_headings(size_t *out, const struct grid *g, const struct plan_ask *ask, nonet_err *err) {
  size_t most_above = 0, fallback = SIZE_MAX, fullest = 0;
  for (size_t row = 0; row < g->row_count; row++) {
    size_t cells = filled(g, row);
    if (cells > fullest) fullest = cells;
  }
  for (size_t row = 0; row < g->row_count && row <= MOST_TITLES; row++) {
    size_t known, cells = filled(g, row);
    bool enough;
    nonet_code code = known_row(&known, &enough, g, row, ask, err);
    if (code) return code;
    if (enough && (row == 0 || (most_above < cells && (known >= 2 || most_above <= 1)))) {
      *out = row;
      return NONET_OK;
    }
    if (row == 0 && columns_by_number(ask->asked) && known == 0 && looks_like_data(g, ask->decimal)) {
      *out = SIZE_MAX;
      return NONET_OK;
    }
    if (cells >= 2 && cells * 2 >= fullest && fallback == SIZE_MAX) fallback = row;
    if (cells > most_above) most_above = cells;
  }
  *out = fallback == SIZE_MAX ? 0 : fallback;
  return NONET_OK;
}

static bool ends_data(const struct grid *g, size_t row, size_t width, char decimal) {
  struct cell first = {"", 0};
  size_t cells = 0, numbers = 0;
  for (size_t i = 0; i < g->rows[row].count; i++) {
    struct cell c = grid_cell(g, row, i);
    if (!c.length) continue;
    if (!cells++) first = c;
    numbers += cell_is_number(c, decimal);
  }
  if (width < 2) return false;
  if (cell_is_total(first)) return numbers == cells - 1;
  return cells == 1 && cell_is_note(first);
}

size_t plan_find_end(const struct grid *g, size_t first, size_t width, char decimal, struct buffer *said) {
  size_t end = g->row_count;
  while (end > first && ends_data(g, end - 1, width, decimal))
    end--;
  for (size_t row = end; row < g->row_count; row++)
    buffer_print(said, "%sline %llu", row > end ? ", " : "", (unsigned long long)g->rows[row].line);
  return end;
}
