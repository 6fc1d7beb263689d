/* Rows: what is the same for every kind of table, and the copy of the first rows from which a table's shape is told. */
#include "read/rows.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define MOST_GRID_CELLS ((size_t)2 << 20)

static bool is_blank(const struct rows *r) {
  for (size_t i = 0; i < r->count; i++)
    if (cell_trim(r->cells[i]).length) return false;
  return true;
}

nonet_code rows_next(struct rows *r, bool *more, nonet_err *err) {
  nonet_code code;
  do
    code = r->next(r, more, err);
  while (!code && *more && !r->fault && is_blank(r));
  return code;
}

static nonet_code fill_row(const struct cell **cells, const struct rows *r, size_t width, struct rows_fill *fill, nonet_err *err) {
  if (!memory_grow(&fill->cells, &fill->room, width, sizeof *fill->cells)) return error_memory(err);
  for (size_t i = 0; i < width; i++)
    fill->cells[i] = i < r->count ? r->cells[i] : (struct cell){"", 0};
  *cells = fill->cells;
  return NONET_OK;
}

nonet_code rows_next_data(const struct cell **cells, struct rows *r, size_t width, struct rows_fill *fill, bool *more, bool *wrong,
                          nonet_err *err) {
  nonet_code code = rows_next(r, more, err);
  if (code || !*more) return code;
  *wrong = true;
  if (r->fault) return error_at(err, NONET_EINPUT, r->name, r->line, "%s", r->fault);
  *cells = r->cells;
  *wrong = r->count != width;
  if (r->count == width) return NONET_OK;
  if (r->count < width) {
    *wrong = !r->padded;
    if (r->padded) return fill_row(cells, r, width, fill, err);
    return error_at(err, NONET_EINPUT, r->name, r->line, "the row has %zu cell%s where %zu are due", r->count, r->count == 1 ? "" : "s",
                    width);
  }
  for (size_t i = width; i < r->count; i++)
    if (cell_trim(r->cells[i]).length)
      return error_at(err, NONET_EINPUT, r->name, r->line, "the row has %zu cells where %zu are due", r->count, width);
  *wrong = false;
  return NONET_OK;
}

void rows_free(struct rows *r) {
  if (r) r->free(r);
}

static bool grid_add(struct grid *g, const struct rows *r) {
  if (!memory_grow(&g->rows, &g->row_room, g->row_count + 1, sizeof *g->rows)) return false;
  if (!memory_grow(&g->cells, &g->cell_room, g->cell_count + r->count, sizeof *g->cells)) return false;
  g->rows[g->row_count++] = (struct grid_row){g->cell_count, r->count, r->line, r->fault != NULL};
  for (size_t i = 0; i < r->count; i++) {
    struct cell c = cell_trim(r->cells[i]);
    /* The text moves while it grows: offsets now, addresses at the end. */
    g->cells[g->cell_count++] = (struct cell){(const char *)(uintptr_t)g->text.size, c.length};
    buffer_add(&g->text, c.at, c.length);
  }
  return !g->text.failed;
}

nonet_code grid_read(struct grid *out, struct rows *from, size_t rows, nonet_err *err) {
  *out = (struct grid){0};
  from->rewind(from);
  bool more = true;
  nonet_code code = NONET_OK;
  size_t most = rows;
  while (!code && out->row_count < most && out->cell_count < MOST_GRID_CELLS) {
    code = rows_next(from, &more, err);
    if (code || !more) break;
    if (!grid_add(out, from)) code = error_memory(err);
    if (from->count + 32 > most) most = from->count + 32; /* a square matrix wants all of its rows */
  }
  if (!code && more) { /* is there another? */
    code = rows_next(from, &more, err);
  }
  out->whole = !more;
  const char *text = buffer_string(&out->text);
  for (size_t i = 0; i < out->cell_count; i++)
    out->cells[i].at = text + (uintptr_t)out->cells[i].at;
  from->rewind(from);
  if (code) grid_free(out);
  return code;
}

void grid_free(struct grid *g) {
  free(g->cells);
  free(g->rows);
  buffer_free(&g->text);
  *g = (struct grid){0};
}

struct cell grid_cell(const struct grid *g, size_t row, size_t column) {
  const struct grid_row *r = &g->rows[row];
  return column < r->count ? g->cells[r->first + column] : (struct cell){"", 0};
}
