/* A matrix: who takes part in what, and as what.
 *
 *               Early Years          names of columns as stairs, so that they are level and each can be read
 *               |  Youth Offer       (beyond 32 columns, and where rows and columns are the same nodes: numbers)
 *               |  |  Skills
 *   Council  E  L  C  .   2          letters of roles in cells, totals at the ends
 *   Charity  H  .  C  F   2
 *               1  2  1
 *
 * How: rows and columns are sorted by layer, then by falling number of ties, then by key. A cell has the colour of its ties' layer and the
 * letters of their kinds; where ties have no kind it has their strength, or a dot. Strategies that hang on one partner say so.
 * Why a matrix beyond about 40 nodes: it stays readable at any density, and holes in it can be seen. */
#include "show/matrix.h"

#include "base/memory.h"
#include "show/lettering.h"
#include "show/matrix_cells.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { STAIRS_UP_TO = 32, NAME_COLUMNS = 34, COLUMN_NAME = 30 };
static const double font = 9, pitch = 12.3, cell_w = 19, layer_gap = 3, stair = 11.2, total_room = 26;

struct matrix {
  const nonet *net;
  const struct style *style;
  struct matrix_cells cells;
  bool square, stairs;
  double *row_y, *column_x; /* owned */
  double grid_w, grid_h, head_h, name_w, tail_w;
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

/* A name with the letters of further layers, and what hangs on one partner. */
static void full_name(struct buffer *out, const struct matrix *x, uint32_t v, size_t columns) {
  nonet_node node;
  struct buffer letters = {0};
  nonet_node_get(&node, x->net, v);
  buffer_clear(out);
  lettering_wrap(out, *node.short_name && (x->net->nodes > 30 || strlen(node.label) > columns) ? node.short_name : node.label, columns, 1);
  style_further_letters(x->style, v, &letters);
  if (letters.size) buffer_print(out, " %s", buffer_string(&letters));
  if (matrix_hangs_on_one(&x->cells, v)) buffer_text(out, " ▲");
  out->failed |= letters.failed;
  buffer_free(&letters);
}

/* Places of rows or columns: `step` apart, a little more where the layer changes. */
static double places(const struct matrix *x, double *at, const uint32_t *nodes, uint32_t count, double step) {
  double from = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (i && x->style->nodes_coloured && x->style->node_group[nodes[i]] != x->style->node_group[nodes[i - 1]]) from += layer_gap;
    at[i] = from + step / 2;
    from += step;
  }
  return from;
}

static nonet_code measure(struct matrix *x, nonet_err *err) {
  const struct matrix_cells *c = &x->cells;
  struct buffer name = {0};
  x->row_y = memory_zeroed(c->rows, sizeof *x->row_y);
  x->column_x = memory_zeroed(c->columns, sizeof *x->column_x);
  if (!x->row_y || !x->column_x) return error_memory(err);
  x->stairs = !x->square && c->columns <= STAIRS_UP_TO;
  x->grid_h = places(x, x->row_y, c->row, c->rows, pitch);
  x->grid_w = places(x, x->column_x, c->column, c->columns, cell_w);
  x->head_h = x->stairs ? c->columns * stair + 6 : 16;
  for (uint32_t i = 0; i < c->rows; i++) {
    full_name(&name, x, c->row[i], NAME_COLUMNS);
    x->name_w = fmax(x->name_w, lettering_width(buffer_string(&name), font) + (x->square ? 22 : 0));
  }
  for (uint32_t i = 0; x->stairs && i < c->columns; i++) {
    full_name(&name, x, c->column[i], COLUMN_NAME);
    x->tail_w = fmax(x->tail_w, x->column_x[i] + 18 + lettering_width(buffer_string(&name), font));
  }
  x->name_w += 24;
  x->tail_w = fmax(x->tail_w - x->grid_w, total_room);
  bool failed = name.failed;
  buffer_free(&name);
  return failed ? error_memory(err) : NONET_OK;
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
    full_name(&name, x, v, NAME_COLUMNS);
    add_node(x, v, -10, y);
    if (x->square) write_count(x, -x->name_w + 9, y, i + 1);
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
    double at = x->column_x[i], level = x->head_h - (i + 0.5) * stair;
    if (x->stairs) {
      full_name(&name, x, c->column[i], COLUMN_NAME);
      add_bar(x->scene, at, (level - 5 - x->grid_h) / 2, 0.5, level - 5 + x->grid_h, "#dcdcdc");
      add_node(x, c->column[i], at, level);
      scene_write(x->scene, "label", at + 8, level, buffer_string(&name), font, PALETTE_INK, ALIGN_LEFT);
    } else {
      add_bar(x->scene, at, -x->grid_h / 2, 0.5, x->grid_h, "#e4e4e4");
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
    m->w = cell_w - 2;
    m->h = pitch - 2;
    m->shape = SHAPE_BOX;
    m->fill = cell->group < STYLE_GROUPS ? palette_colour(cell->group)->fill : "#d9d9d9";
    m->text = text;
    m->size = fmin(font - 0.5, (cell_w - 3) / fmax(0.5, lettering_width(c->texts.bytes + cell->text, 1)));
  }
}

/* Numbers and names of columns, in lines below the grid; gives how far down they reach. */
static double draw_key(struct matrix *x, double below) {
  const struct matrix_cells *c = &x->cells;
  const double column = 200;
  struct buffer name = {0}, line = {0};
  double width = x->name_w + x->grid_w + x->tail_w;
  uint32_t across = (uint32_t)fmax(1, floor(width / column)), down = (c->columns + across - 1) / across;
  if (x->stairs || x->square) return below;
  for (uint32_t i = 0; i < c->columns; i++) {
    full_name(&name, x, c->column[i], COLUMN_NAME);
    buffer_clear(&line);
    buffer_print(&line, "%u  %s", i + 1, buffer_string(&name));
    double at = -x->name_w + (i / down) * column, y = below - (i % down + 0.5) * 12;
    add_node(x, c->column[i], at + 7, y);
    scene_write(x->scene, "label", at + 16, y, buffer_string(&line), font, PALETTE_INK, ALIGN_LEFT);
  }
  x->scene->failed |= name.failed || line.failed;
  buffer_free(&name);
  buffer_free(&line);
  return below - down * 12 - 4;
}

/* How to read it, in a few short lines. */
static void fill_legend(struct legend *legend, const struct matrix *x, struct buffer extra[4]) {
  const struct matrix_cells *c = &x->cells;
  size_t i = 0;
  *legend = (struct legend){.style = x->style, .letters_in_cells = true, .roles = c->roles, .role_count = c->role_count};
  if (x->square)
    buffer_text(&extra[0], x->net->directed ? "a cell: a tie from the row to the column" : "a cell: a tie between row and column");
  else
    buffer_print(&extra[0], "rows: %s, columns: %s", nonet_kind_name(x->net, net_node_kind(x->net, c->row[0])),
                 nonet_kind_name(x->net, net_node_kind(x->net, c->column[0])));
  buffer_text(&extra[1], "numbers at the ends: ties");
  legend->extra[i++] = buffer_string(&extra[0]);
  legend->extra[i++] = buffer_string(&extra[1]);
  if (c->hanging) {
    buffer_print(&extra[2], "▲ hangs on a single %s", nonet_kind_name(x->net, matrix_other_kind(c)));
    legend->extra[i++] = buffer_string(&extra[2]);
  }
  if (c->left_out) {
    buffer_print(&extra[3], "%u tie%s between two of a kind not shown", c->left_out, c->left_out == 1 ? "" : "s");
    legend->extra[i++] = buffer_string(&extra[3]);
  }
  for (uint32_t v = 0; v < x->net->nodes && !legend->letters_of_more; v++) {
    struct buffer letters = {0};
    style_further_letters(x->style, v, &letters);
    legend->letters_of_more = letters.size > 0;
    buffer_free(&letters);
  }
}

static void fit_paper(struct sketch *k, const struct matrix *x, const struct legend *legend, double h) {
  double w = x->name_w + x->grid_w + x->tail_w, across = sketch_scale(k, legend, w, h);
  sketch_turn(k, true);
  double upright = sketch_scale(k, legend, w, h);
  if (upright < across) sketch_turn(k, false);
  double points = font * fmax(across, upright);
  if (points < 7.95)
    sketch_note(k, "names are %d points on %s, below 8: a larger paper, or a view of one layer or one neighbourhood, shows more",
                (int)floor(points), k->paper);
}

nonet_code matrix_draw(struct sketch *k, const struct style *style, nonet_err *err) {
  struct matrix x = {.net = style->net, .style = style, .scene = &k->scene};
  struct legend legend;
  struct buffer extra[4] = {{0}};
  nonet_code code = matrix_cells_fill(&x.cells, style, err);
  x.square = x.cells.row_kind == NONET_NONE;
  if (code == NONET_OK && (!x.cells.rows || !x.cells.columns))
    code = error_set(err, NONET_EUSAGE, "a matrix needs nodes for its rows and its columns");
  if (code == NONET_OK) code = measure(&x, err);
  if (code != NONET_OK) goto done;
  draw_rows(&x);
  draw_columns(&x);
  draw_cells(&x);
  double low = draw_key(&x, -x.grid_h - 20);
  fill_legend(&legend, &x, extra);
  fit_paper(k, &x, &legend, x.head_h - low);
  if (x.cells.left_out)
    sketch_note(k, "%u ties between two nodes of the same kind have no place in this matrix: the map shows them", x.cells.left_out);
  sketch_finish(k, &legend, (struct frame){-x.name_w, low, x.grid_w + x.tail_w, x.head_h});
  if (k->scene.failed || extra[0].failed || extra[1].failed || extra[2].failed || extra[3].failed) code = error_memory(err);
done:
  for (size_t i = 0; i < 4; i++)
    buffer_free(&extra[i]);
  matrix_cells_free(&x.cells);
  free(x.row_y);
  free(x.column_x);
  return code;
}
