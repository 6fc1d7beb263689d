/* From the first rows of a table to what it is.
 *
 * How: the row of headings is found below any title lines, the total rows and notes at the end are cut off, the headings get their roles,
 * and then the shapes are tried from the surest to the least: ties, what --columns forces, meetings, lists, matrices, nodes. What fits
 * none is an error with a line to paste, for a wrong guess would be a wrong network.
 *
 * What --columns forces: `from` without `to` makes every other column a `to` (a matrix or lists); `id` or `label` makes a table of nodes.
 */
#include "read/plan.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define SAMPLE_ROWS 2000

void plan_free(struct plan *p) {
  headings_free(&p->h);
  free(p->listed_kind);
  buffer_free(&p->titles);
  buffer_free(&p->totals);
  *p = (struct plan){0};
}

static size_t widest(const struct grid *g) {
  size_t width = 0;
  for (size_t i = 0; i < g->row_count; i++)
    if (g->rows[i].count > width) width = g->rows[i].count;
  return width;
}

static void say_titles(struct plan *p, const struct grid *g, size_t headings) {
  for (size_t row = 0; row < headings; row++) {
    struct cell c = {"", 0};
    for (size_t i = 0; i < g->rows[row].count && !c.length; i++)
      c = grid_cell(g, row, i);
    buffer_print(&p->titles, "%sline %llu ('%.*s%s')", row ? ", " : "", (unsigned long long)g->rows[row].line,
                 (int)(c.length < 40 ? c.length : 40), c.at, c.length < 40 ? "" : " ...");
  }
}

/* A table of nodes whose label repeats while another column would name them. */
static void check_label(struct plan *p, const struct plan_look *look) {
  size_t label = p->h.column[ROLE_LABEL], name = NO_COLUMN;
  for (size_t i = 0; i < p->h.count; i++)
    if (p->h.at[i].role == ROLE_FURTHER && (strcmp(p->h.at[i].folded, "name") == 0 || strcmp(p->h.at[i].folded, "title") == 0)) name = i;
  if (label == NO_COLUMN || name == NO_COLUMN || p->h.asked[ROLE_LABEL] || p->h.column[ROLE_ID] == NO_COLUMN) return;
  size_t rows = 0, repeats = 0, name_repeats = 0;
  for (size_t row = look->first; row < look->end && rows < 300; row++, rows++) {
    bool same = false, same_name = false;
    for (size_t before = look->first; before < row && !(same && same_name); before++) {
      same |= cell_same(grid_cell(look->grid, row, label), grid_cell(look->grid, before, label));
      same_name |= cell_same(grid_cell(look->grid, row, name), grid_cell(look->grid, before, name));
    }
    repeats += same;
    name_repeats += same_name;
  }
  if (rows >= 10 && repeats * 2 > rows && name_repeats * 2 < repeats) p->key_repeats = p->h.at[name].name;
}

static nonet_code rest_is_block(struct plan *p, nonet_err *err) {
  p->key = p->h.column[ROLE_FROM];
  p->block = p->key + 1;
  p->block_end = p->width;
  for (size_t i = p->block; i < p->width; i++)
    if (p->h.at[i].role != ROLE_FURTHER) p->block_end = i < p->block_end ? i : p->block_end;
  if (p->block >= p->block_end) return error_set(err, NONET_EUSAGE, "--columns from=%s: no columns stand behind it", p->h.at[p->key].name);
  return NONET_OK;
}

static bool some_words(const struct plan_look *look, size_t column) {
  size_t filled = 0;
  for (size_t row = look->first; row < look->end; row++) {
    struct cell c = grid_cell(look->grid, row, column);
    filled += c.length > 0;
    if (c.length && !cell_is_number(c, look->ask->decimal)) return true;
  }
  return !filled;
}

/* A meeting is named by its id or label, else by its date, else by the first column that is not the attendees. */
static void name_meetings(struct plan *p) {
  static const enum role naming[] = {ROLE_ID, ROLE_LABEL, ROLE_SINCE};
  size_t attendees = p->h.column[ROLE_ATTENDEES];
  p->shape = SHAPE_MEETINGS;
  p->key = attendees == 0 ? 1 : 0;
  for (size_t i = 0; i < p->h.count; i++)
    if (strcmp(p->h.at[i].folded, "meeting") == 0 || strcmp(p->h.at[i].folded, "event") == 0) p->key = i;
  for (size_t i = sizeof naming / sizeof *naming; i-- > 0;)
    if (p->h.column[naming[i]] != NO_COLUMN && (naming[i] != ROLE_SINCE)) p->key = p->h.column[naming[i]];
}

static nonet_code tell_shape(bool *found, struct plan *p, const struct plan_look *look, nonet_err *err) {
  struct headings *h = &p->h;
  *found = true;
  p->shape = SHAPE_TIES;
  if (h->unsure) return *found = false, NONET_OK;
  if (h->ties) return NONET_OK;
  bool forced = h->asked[ROLE_FROM];
  if (forced) {
    nonet_code code = rest_is_block(p, err);
    if (code) return code;
    code = plan_find_lists(found, p, look, err);
    return code || *found ? code : plan_find_matrix(found, p, look, err);
  }
  p->shape = SHAPE_NODES;
  if (h->asked[ROLE_ID] || h->asked[ROLE_LABEL]) return NONET_OK;
  size_t attendees = h->column[ROLE_ATTENDEES];
  if (attendees != NO_COLUMN && h->count > 1 && (h->asked[ROLE_ATTENDEES] || some_words(look, attendees)))
    return name_meetings(p), NONET_OK;
  nonet_code code = plan_find_lists(found, p, look, err);
  if (code || *found) return code;
  code = plan_find_matrix(found, p, look, err);
  if (code || *found) return code;
  p->shape = SHAPE_NODES;
  *found = h->column[ROLE_ID] != NO_COLUMN || h->column[ROLE_LABEL] != NO_COLUMN;
  return NONET_OK;
}

static nonet_code read_headings(struct plan *p, const struct grid *g, size_t row, size_t width, nonet_err *err) {
  p->headed = row != SIZE_MAX;
  if (!p->headed) return headings_number(&p->h, width, err);
  struct cell *cells = memory_zeroed(width, sizeof *cells);
  if (!cells) return error_memory(err);
  for (size_t i = 0; i < width; i++)
    cells[i] = grid_cell(g, row, i);
  nonet_code code = headings_read(&p->h, cells, width, err);
  free(cells);
  return code;
}

static nonet_code make(struct plan *p, bool *ours, struct rows *rows, const struct grid *g, const struct plan_ask *ask, nonet_err *err) {
  *ours = false;
  if (g->row_count == 0)
    return ask->probing ? NONET_OK : error_at(err, NONET_EINPUT, rows->name, 1, "there is nothing in it, not even a row of headings");
  size_t headings = 0;
  nonet_code code = plan_find_headings(&headings, g, ask, err);
  if (code) return code;
  size_t first = headings == SIZE_MAX ? 0 : headings + 1;
  p->width = rows->padded ? widest(g) : g->rows[first ? headings : 0].count;
  p->skip = first;
  code = read_headings(p, g, headings, p->width, err);
  if (code) return code;
  if (first) say_titles(p, g, headings);
  struct plan_look look = {g, ask, first, g->row_count};
  if (g->whole) look.end = plan_find_end(g, first, p->width, ask->decimal, &p->totals);
  p->rows = g->whole ? look.end - first : SIZE_MAX;
  code = headings_assign(&p->h, &(struct heading_look){ask->asked, g, first, ask->decimal, ask->in_layer, HEADINGS_ANY}, err);
  if (!code) code = tell_shape(ours, p, &look, err);
  if (code) return code;
  if (*ours && p->shape == SHAPE_NODES) check_label(p, &look);
  if (!*ours && !ask->probing) code = plan_cannot_tell(p, rows, ask, g->rows[first ? headings : 0].line, err);
  return code;
}

nonet_code plan_make(struct plan *out, bool *ours, struct rows *rows, const struct plan_ask *ask, nonet_err *err) {
  *out = (struct plan){0};
  *ours = false;
  struct grid g;
  nonet_code code = grid_read(&g, rows, SAMPLE_ROWS, err);
  if (code) return code;
  code = make(out, ours, rows, &g, ask, err);
  if (!code && (out->titles.failed || out->totals.failed)) code = error_memory(err);
  grid_free(&g);
  if (code) plan_free(out);
  return code;
}
