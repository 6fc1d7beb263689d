/* A matrix: who takes part in what, and as what.
 *
 *               Early Years             Arts        names of columns as stairs, so that they are level and each can be read; where the
 *               |  Youth Offer          |  Sport    next column under a name is far enough to the right, the stairs begin again
 *               |  |  Skills for Jobs   |  |
 *   Council  E  L  C  .  .  .  .  .  .  C  .   3    letters of roles in cells, totals at the ends
 *   Charity  H  .  C  F  .  .  .  .  .  .  .   2
 *   and 9 more  4  .  .  .  .  .  .  .  1  .   5    those that the paper has no room for, counted
 *
 * How: rows and columns are sorted by layer, then by falling number of ties, then by key. A cell has the colour of its ties' layer and the
 * letters of their kinds; where ties have no kind it has their strength or number, or a dot. Strategies that hang on one partner say so.
 * Where rows and columns are the same nodes, columns have the numbers of the rows. Names keep 8 points on the paper: rows and columns
 * beyond what fits share the last one, and a note says so.
 * Why a matrix beyond about 40 nodes: it stays readable at any density, and holes in it can be seen. */
#include "show/matrix.h"

#include "base/memory.h"
#include "show/lettering.h"
#include "show/matrix_cells.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ONE_STAIR_UP_TO = 16, NAME_COLUMNS = 34, COLUMN_NAME = 30, FITTINGS = 12, LEAST_SHOWN = 3 };
static const double font = 9, least_points = 8, aim = 8.25 /* the legend grows as the drawing shrinks */, pitch = 12.3, narrow_cell = 19,
                    layer_gap = 3, stair = 11.2, total_room = 26;

struct matrix {
  const nonet *net;
  const struct style *style;
  struct matrix_cells cells;
  uint32_t steps;           /* of a stair, before it begins again */
  double *row_y, *column_x; /* owned */
  double cell_w, grid_w, grid_h, head_h, name_w, tail_w;
  struct scene *scene;
};

static void add_bar(struct scene *s, double x, double y, double w, double h, const char *fill) {
  struct scene_mark *m = scene_mark(s, "rule");
  if (!m) return;
  m->x = x;
  m->y = y;
  m->w = w;
  m->h = h;
  m->shape = SHAPE_BOX;
  m->fill = fill;
}

/* The node's own mark, with its letter. */
static void add_node(struct matrix *x, uint32_t v, double at_x, double at_y) {
  const char *ink;
  if (v == NONET_NONE) return;
  const struct palette_colour *colour = style_node_colour(x->style, v, &ink);
  size_t letter = scene_text(x->scene, style_letter(x->style, v));
  struct scene_mark *m = scene_mark(x->scene, "node");
  if (!m) return;
  *m = (struct scene_mark){.class = "node", .node = v, .x = at_x, .y = at_y, .w = 11, .h = 11, .shape = style_shape(x->style, v)};
  m->fill = colour->fill;
  m->pen = "#444444";
  m->pen_width = 0.7;
  m->text = letter;
  m->size = 7.5;
  m->ink = ink;
}

/* A name with the letters of further layers, and what hangs on one partner; `left` is how many share the last one. */
static void full_name(struct buffer *out, const struct matrix *x, uint32_t v, uint32_t left, size_t columns) {
  nonet_node node;
  struct buffer letters = {0};
  buffer_clear(out);
  if (v == NONET_NONE) {
    buffer_print(out, "and %u more", left);
    return;
  }
  nonet_node_get(&node, x->net, v);
  lettering_wrap(out, *node.short_name && (x->net->nodes > 30 || strlen(node.label) > columns) ? node.short_name : node.label, columns, 1);
  style_further_letters(x->style, v, &letters);
  if (letters.size) buffer_print(out, " %s", buffer_string(&letters));
  if (matrix_hangs_on_one(&x->cells, v)) buffer_text(out, " ▲");
  out->failed |= letters.failed;
  buffer_free(&letters);
}

static uint8_t group_at(const struct matrix *x, uint32_t v) {
  return v == NONET_NONE ? STYLE_NO_GROUP : x->style->node_group[v];
}

/* Places of rows or columns: `step` apart, a little more where the layer changes. */
static double places(const struct matrix *x, double *at, const uint32_t *nodes, uint32_t count, double step) {
  double from = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (i && x->style->nodes_coloured && group_at(x, nodes[i]) != group_at(x, nodes[i - 1])) from += layer_gap;
    at[i] = from + step / 2;
    from += step;
  }
  return from;
}

/* Cells as wide as their longest text needs. */
static double width_of_cells(const struct matrix_cells *c) {
  double widest = narrow_cell;
  for (size_t i = 0; i < c->count; i++)
    widest = fmax(widest, lettering_width(c->texts.bytes + c->at[i].text, font - 0.5) + 4);
  return fmin(widest, 3 * narrow_cell);
}

static nonet_code measure(struct matrix *x, nonet_err *err) {
  const struct matrix_cells *c = &x->cells;
  struct buffer name = {0};
  double longest = 0;
  x->row_y = memory_zeroed(c->rows, sizeof *x->row_y);
  x->column_x = memory_zeroed(c->columns, sizeof *x->column_x);
  if (!x->row_y || !x->column_x) return error_memory(err);
  x->name_w = x->tail_w = 0;
  x->cell_w = width_of_cells(c);
  x->grid_h = places(x, x->row_y, c->row, c->rows, pitch);
  x->grid_w = places(x, x->column_x, c->column, c->columns, x->cell_w);
  for (uint32_t i = 0; i < c->rows; i++) {
    full_name(&name, x, c->row[i], c->rows_left, NAME_COLUMNS);
    x->name_w = fmax(x->name_w, lettering_width(buffer_string(&name), font) + (c->square ? 22 : 0));
  }
  for (uint32_t i = 0; !c->square && i < c->columns; i++) {
    full_name(&name, x, c->column[i], c->columns_left, COLUMN_NAME);
    double width = 18 + lettering_width(buffer_string(&name), font);
    longest = fmax(longest, width);
    x->tail_w = fmax(x->tail_w, x->column_x[i] + width);
  }
  x->steps = c->columns <= ONE_STAIR_UP_TO ? c->columns : (uint32_t)fmin(c->columns, ceil(longest / x->cell_w));
  x->head_h = c->square ? 16 : x->steps * stair + 6;
  x->name_w += 24;
  x->tail_w = fmax(x->tail_w - x->grid_w, total_room);
  bool failed = name.failed;
  buffer_free(&name);
  return failed ? error_memory(err) : NONET_OK;
}

static void drop(struct matrix *x) {
  matrix_cells_free(&x->cells);
  free(x->row_y);
  free(x->column_x);
  x->row_y = x->column_x = NULL;
  x->cells = (struct matrix_cells){0};
}

static void write_count(struct matrix *x, double at_x, double at_y, uint32_t count) {
  struct buffer text = {0};
  buffer_print(&text, "%u", count);
  scene_write(x->scene, "total", at_x, at_y, buffer_string(&text), font - 0.5, PALETTE_SOFT, ALIGN_CENTRE);
  x->scene->failed |= text.failed;
  buffer_free(&text);
}

static void draw_rows(struct matrix *x) {
  const struct matrix_cells *c = &x->cells;
  struct buffer name = {0};
  for (uint32_t i = 0; i < c->rows; i += 2)
    add_bar(x->scene, (x->grid_w - x->name_w) / 2, -x->row_y[i], x->grid_w + x->name_w, pitch, "#f5f5f5");
  for (uint32_t i = 0; i < c->rows; i++) {
    uint32_t v = c->row[i];
    double y = -x->row_y[i];
    full_name(&name, x, v, c->rows_left, NAME_COLUMNS);
    add_node(x, v, -10, y);
    if (c->square && v != NONET_NONE) write_count(x, -x->name_w + 9, y, i + 1);
    scene_write(x->scene, "label", -18, y, buffer_string(&name), font, PALETTE_INK, ALIGN_RIGHT);
    write_count(x, x->grid_w + 13, y, c->row_ties[i]);
  }
  x->scene->failed |= name.failed;
  buffer_free(&name);
}

static void draw_columns(struct matrix *x) {
  const struct matrix_cells *c = &x->cells;
  struct buffer name = {0};
  for (uint32_t i = 0; i < c->columns; i++) {
    double at = x->column_x[i], level = x->head_h - (i % (x->steps ? x->steps : 1) + 0.5) * stair;
    if (!c->square) {
      full_name(&name, x, c->column[i], c->columns_left, COLUMN_NAME);
      add_bar(x->scene, at, (level - 5 - x->grid_h) / 2, 0.5, level - 5 + x->grid_h, "#dcdcdc");
      add_node(x, c->column[i], at, level);
      scene_write(x->scene, "label", at + 8, level, buffer_string(&name), font, PALETTE_INK, ALIGN_LEFT);
    } else {
      add_bar(x->scene, at, -x->grid_h / 2, 0.5, x->grid_h, "#e4e4e4");
      if (c->column[i] == NONET_NONE)
        scene_write(x->scene, "total", at, 8, "more", font - 0.5, PALETTE_SOFT, ALIGN_CENTRE);
      else
        write_count(x, at, 8, i + 1);
    }
    write_count(x, at, -x->grid_h - 8, c->column_ties[i]);
  }
  scene_write(x->scene, "total", -18, -x->grid_h - 8, "ties", font - 0.5, PALETTE_SOFT, ALIGN_RIGHT);
  x->scene->failed |= name.failed;
  buffer_free(&name);
}

static void draw_cells(struct matrix *x) {
  const struct matrix_cells *c = &x->cells;
  for (size_t i = 0; i < c->count; i++) {
    const struct matrix_cell *cell = &c->at[i];
    size_t text = scene_text(x->scene, c->texts.bytes + cell->text);
    struct scene_mark *m = scene_mark(x->scene, "cell");
    if (!m) return;
    m->x = x->column_x[cell->column];
    m->y = -x->row_y[cell->row];
    m->w = x->cell_w - 2;
    m->h = pitch - 2;
    m->shape = SHAPE_BOX;
    m->fill = cell->group < STYLE_GROUPS ? palette_colour(cell->group)->fill : "#d9d9d9";
    m->text = text;
    m->size = fmin(font - 0.5, (x->cell_w - 3) / fmax(0.5, lettering_width(c->texts.bytes + cell->text, 1)));
  }
}

/* How to read it, in a few short lines. */
static void fill_legend(struct legend *legend, const struct matrix *x, struct buffer extra[4]) {
  const struct matrix_cells *c = &x->cells;
  size_t i = 0;
  for (size_t e = 0; e < 4; e++)
    buffer_clear(&extra[e]);
  *legend = (struct legend){.style = x->style, .letters_in_cells = true, .roles = c->roles, .role_count = c->role_count};
  if (x->cells.square)
    buffer_text(&extra[0], x->net->directed ? "a cell: a tie from the row to the column" : "a cell: a tie between row and column");
  else
    buffer_print(&extra[0], "rows: %s, columns: %s", c->row_name, c->column_name);
  buffer_text(&extra[1], c->rows_left || c->columns_left ? "numbers at the ends, and under \"more\": ties" : "numbers at the ends: ties");
  legend->extra[i++] = buffer_string(&extra[0]);
  legend->extra[i++] = buffer_string(&extra[1]);
  if (c->hanging) {
    buffer_print(&extra[2], "▲ hangs on a single row (%s)", c->row_name);
    legend->extra[i++] = buffer_string(&extra[2]);
  }
  if (c->left_out) {
    buffer_print(&extra[3], "%u tie%s between two of a side not shown", c->left_out, c->left_out == 1 ? "" : "s");
    legend->extra[i++] = buffer_string(&extra[3]);
  }
  for (uint32_t v = 0; v < x->net->nodes && !legend->letters_of_more; v++) {
    struct buffer letters = {0};
    style_further_letters(x->style, v, &letters);
    legend->letters_of_more = letters.size > 0;
    buffer_free(&letters);
  }
}

/* Points that names have, with the paper turned to the better side; keys and all are measured as they stand. */
static double fit_paper(struct sketch *k, const struct matrix *x, const struct legend *legend) {
  double w = x->name_w + x->grid_w + x->tail_w, h = x->head_h + x->grid_h + 20;
  sketch_turn(k, false);
  double across = sketch_scale(k, legend, w, h);
  sketch_turn(k, true);
  double upright = sketch_scale(k, legend, w, h);
  if (upright < across) sketch_turn(k, false);
  return font * fmax(across, upright);
}

/* Rows and columns that names of 8 points leave room for, on one side of the paper; the share of the cells that are shown. */
static double most_on(struct matrix_most *most, struct sketch *k, const struct matrix *x, const struct legend *legend, bool upright) {
  const struct matrix_cells *c = &x->cells;
  const double grow = font / aim;
  uint32_t all_rows = c->rows + c->rows_left, all_columns = c->columns + c->columns_left;
  sketch_turn(k, upright);
  double w = k->paper_w * grow - x->name_w - total_room,
         h = k->paper_h * grow - sketch_surround(k, legend, k->paper_w * grow) - x->head_h - 20;
  double columns = fmin(all_columns, floor(w / x->cell_w)), rows = fmin(all_rows, floor(h / pitch));
  *most = (struct matrix_most){(uint32_t)fmax(LEAST_SHOWN, rows), (uint32_t)fmax(LEAST_SHOWN, columns)};
  if (c->square) most->rows = most->columns = most->rows < most->columns ? most->rows : most->columns;
  return (double)most->rows / all_rows * most->columns / all_columns;
}

static nonet_code fill(struct matrix *x, struct matrix_most most, nonet_err *err) {
  drop(x);
  nonet_code code = matrix_cells_fill(&x->cells, x->style, most, err);
  if (code == NONET_OK && (!x->cells.rows || !x->cells.columns))
    code = error_set(err, NONET_EUSAGE, "a matrix needs nodes for its rows and its columns");
  return code == NONET_OK ? measure(x, err) : code;
}

/* All rows and columns if they fit, else as many as do. */
static nonet_code fit(struct sketch *k, struct matrix *x, struct legend *legend, struct buffer extra[4], nonet_err *err) {
  nonet_code code = fill(x, (struct matrix_most){0, 0}, err);
  if (code != NONET_OK) return code;
  fill_legend(legend, x, extra);
  if (fit_paper(k, x, legend) >= aim) return NONET_OK;
  struct matrix_most across, upright, most;
  double flat = most_on(&across, k, x, legend, false), tall = most_on(&upright, k, x, legend, true);
  most = flat >= tall ? across : upright;
  for (unsigned i = 0; i < FITTINGS; i++) {
    code = fill(x, most, err);
    if (code != NONET_OK) return code;
    fill_legend(legend, x, extra);
    if (fit_paper(k, x, legend) >= aim || (most.rows <= LEAST_SHOWN && most.columns <= LEAST_SHOWN)) break;
    bool wide = x->name_w + x->grid_w + x->tail_w > k->paper_w * font / aim;
    if ((wide || x->cells.square) && most.columns > LEAST_SHOWN) most.columns--;
    if ((!wide || x->cells.square) && most.rows > LEAST_SHOWN) most.rows--;
  }
  return NONET_OK;
}

static void say_left(struct sketch *k, const char *what, uint32_t count, uint32_t left) {
  if (left)
    sketch_note(k,
                "%u of %u %s are shown, those with the most ties; the other %u share the last one, so that names stay readable on %s: a "
                "larger paper or a view shows more",
                count - 1, count - 1 + left, what, left, k->paper);
}

nonet_code matrix_draw(struct sketch *k, const struct style *style, nonet_err *err) {
  struct matrix x = {.net = style->net, .style = style, .scene = &k->scene};
  struct legend legend;
  struct buffer extra[4] = {{0}};
  nonet_code code = fit(k, &x, &legend, extra, err);
  if (code != NONET_OK) goto done;
  draw_rows(&x);
  draw_columns(&x);
  draw_cells(&x);
  say_left(k, x.cells.square ? "nodes" : "rows", x.cells.rows, x.cells.rows_left);
  if (!x.cells.square) say_left(k, "columns", x.cells.columns, x.cells.columns_left);
  if (fit_paper(k, &x, &legend) < least_points - 0.05)
    sketch_note(k, "names are %d points on %s, below 8: a larger paper shows more", (int)floor(fit_paper(k, &x, &legend)), k->paper);
  if (x.cells.left_out)
    sketch_note(k, "%u ties between two nodes of the same kind have no place in this matrix: the map shows them", x.cells.left_out);
  sketch_finish(k, &legend, (struct frame){-x.name_w, -x.grid_h - 20, x.grid_w + x.tail_w, x.head_h});
  if (k->scene.failed || extra[0].failed || extra[1].failed || extra[2].failed || extra[3].failed) code = error_memory(err);
done:
  for (size_t i = 0; i < 4; i++)
    buffer_free(&extra[i]);
  drop(&x);
  return code;
}
