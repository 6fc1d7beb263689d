/* The table in hand: rows by the plan, cells by their role, further columns into the draft; and which tables wait.
 *
 * How: tables of nodes are read at once, all others wait until the last file was opened. Then whether there is a table of nodes is known,
 * which decides if a matrix declares its rows and columns, and the nodes come in the same order however the files were named. */
#include "base/memory.h"
#include "read/read.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK_EVERY 4096

/* ---- rows and cells ---- */

/* Tell of the row in hand, which is wrong. */
static nonet_code reject(struct table *t, const nonet_err *why, nonet_err *err) {
  const nonet_read_options *o = t->reading->options;
  const struct draft_rejecting to = {o->reject, o->reject_user};
  struct buffer row = {0};
  t->rejected++;
  for (size_t i = 0; i < t->rows->count; i++) {
    if (i) buffer_char(&row, ',');
    struct buffer cell = {0};
    draft_reject_field(&cell, t->rows->cells[i].at, t->rows->cells[i].length);
    buffer_add(&row, buffer_string(&cell), cell.size);
    row.failed = row.failed || cell.failed;
    buffer_free(&cell);
  }
  const struct draft_reject rejected = {t->place->file, t->rows->line, buffer_string(&row), *why};
  nonet_code code = row.failed ? error_memory(err) : draft_reject(t->reading->draft, &to, &rejected, err);
  buffer_free(&row);
  return code;
}

/* Whether a wrong row may be left out. */
static bool may_reject(const struct table *t) {
  return t->reading->options->reject != NULL;
}

nonet_code table_next(struct table *t, bool *more, nonet_err *err) {
  for (;;) {
    *more = t->read < t->plan->rows;
    if (!*more) return NONET_OK;
    nonet_err why; /* written where something fails, and not before: a row is a small thing */
    bool wrong = false;
    nonet_code code = rows_next_data(&t->cells, t->rows, t->plan->width, &t->fill, more, &wrong, &why);
    if (code && err) *err = why;
    if (code == NONET_EINPUT && wrong && may_reject(t))
      code = reject(t, &why, err);
    else
      wrong = false;
    if (!code && ++t->read % CHECK_EVERY == 0) code = reading_check(t->reading, err);
    if (code || !wrong) return code;
  }
}

nonet_code table_take_row(struct table *t, table_row *read, void *of, nonet_err *err) {
  nonet_draft *d = t->reading->draft;
  if (!may_reject(t)) return read(of, err);
  uint32_t nodes = nonet_draft_nodes(d), ties = nonet_draft_ties(d);
  nonet_err why;
  nonet_code code = read(of, &why);
  if (code == NONET_EINPUT) {
    draft_rows_back_to(d, nodes, ties);
    return reject(t, &why, err);
  }
  if (code && err) *err = why;
  return code;
}

struct cell table_cell(const struct table *t, size_t column) {
  struct cell c = cell_trim(t->cells[column]);
  const char *missing = t->reading->options->missing;
  if (missing && cell_is(c, missing)) c.length = 0;
  return c;
}

struct cell table_role(const struct table *t, enum role role) {
  size_t column = t->plan->h.column[role];
  return column == NO_COLUMN ? (struct cell){"", 0} : table_cell(t, column);
}

nonet_code table_word(uint32_t *out, const struct table *t, struct cell c, nonet_err *err) {
  *out = c.length ? draft_word(t->reading->draft, c.at, c.length) : 0;
  return *out == WORDS_NONE ? error_memory(err) : NONET_OK;
}

nonet_code table_fault(const struct table *t, nonet_err *err, const char *format, ...) {
  char what[512];
  va_list list;
  va_start(list, format);
  vsnprintf(what, sizeof what, format, list);
  va_end(list);
  return error_at(err, NONET_EINPUT, t->place->path, t->rows->line, "%s", what);
}

/* ---- further columns ---- */

/* The name of a column, made different from those before it that have the same. */
static nonet_code column_name(struct buffer *out, const struct heading *h, nonet_err *err) {
  buffer_text(out, h->name);
  if (h->repeat) buffer_print(out, " (%zu)", h->repeat + 1);
  return out->failed ? error_memory(err) : NONET_OK;
}

nonet_code table_set_word(struct table *t, bool of_ties, size_t column, uint32_t row, uint32_t word, nonet_err *err) {
  size_t slot = column * 2 + of_ties;
  nonet_code code = NONET_OK;
  if (!t->has_column[slot]) {
    struct buffer name = {0};
    code = column_name(&name, &t->plan->h.at[column], err);
    if (!code) code = draft_column(&t->column[slot], t->reading->draft, of_ties, buffer_string(&name), name.size, err);
    buffer_free(&name);
    t->has_column[slot] = !code;
  }
  return code ? code : draft_set(t->reading->draft, of_ties, t->column[slot], row, word, err);
}

nonet_code table_set(struct table *t, bool of_ties, size_t column, uint32_t row, struct cell c, nonet_err *err) {
  uint32_t word;
  nonet_code code = table_word(&word, t, c, err);
  return code || !word ? code : table_set_word(t, of_ties, column, row, word, err);
}

nonet_code table_set_further(struct table *t, bool of_ties, size_t from, size_t to, uint32_t row, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = from; i < to && !code; i++)
    if (t->plan->h.at[i].role == ROLE_FURTHER) code = table_set(t, of_ties, i, row, table_cell(t, i), err);
  return code;
}

nonet_code table_kind(uint32_t *out, const struct table *t, const char *name, nonet_err *err) {
  return table_word(out, t, name ? (struct cell){name, strlen(name)} : (struct cell){"", 0}, err);
}

/* ---- which tables wait ---- */

static nonet_code skip_rows(struct table *t, nonet_err *err) {
  bool more = true;
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < t->plan->skip && more && !code; i++)
    code = rows_next(t->rows, &more, err);
  return code;
}

static nonet_code read_shape(struct table *t, nonet_err *err) {
  switch (t->plan->shape) {
  case SHAPE_TIES:
    return table_of_ties(t, err);
  case SHAPE_NODES:
    return table_of_nodes(t, err);
  case SHAPE_MATRIX:
    return table_of_matrix(t, err);
  case SHAPE_SQUARE:
    return table_of_square(t, err);
  case SHAPE_LISTS:
    return table_of_lists(t, err);
  case SHAPE_MEETINGS:
    return table_of_meetings(t, err);
  }
  return error_set(err, NONET_EINTERNAL, "a table of unknown shape");
}

static nonet_code read_now(struct reading *r, struct rows *rows, const struct plan *plan, const struct place *place, nonet_err *err) {
  struct table t = {.reading = r, .rows = rows, .plan = plan, .place = place};
  t.column = memory_zeroed(plan->width * 2, sizeof *t.column);
  t.has_column = memory_zeroed(plan->width * 2, sizeof *t.has_column);
  nonet_code code = t.column && t.has_column ? table_say(&t, err) : error_memory(err);
  rows->rewind(rows);
  if (!code) code = skip_rows(&t, err);
  if (!code) code = read_shape(&t, err);
  if (!code) code = reading_check(r, err);
  if (!code && plan->key_repeats) {
    struct buffer words = {0};
    const char *label = plan->h.at[plan->h.column[ROLE_LABEL]].name;
    buffer_print(&words, "the labels in '%s' repeat; to take them as kinds say --columns 'label=%s,kind=%s'", label, plan->key_repeats,
                 label);
    code = words.failed ? error_memory(err) : draft_warn(r->draft, buffer_string(&words), place->file, 0, err);
    buffer_free(&words);
  }
  free(t.fill.cells);
  free(t.column);
  free(t.has_column);
  return code;
}

nonet_code table_try(bool *ours, struct reading *r, struct rows *taken, const struct place *place, bool probing, nonet_err *err) {
  struct plan plan;
  if (place->of_sheets) columns_for(&r->asked, taken->name);
  const struct plan_ask ask = {&r->asked, r->options->missing, r->decimal, place->in_layer, probing};
  nonet_code code = plan_make(&plan, ours, taken, &ask, err);
  if (code || !*ours) {
    if (!code) plan_free(&plan);
    rows_free(taken);
    return code;
  }
  struct place own = *place;
  if (place->of_sheets) code = place_file(&own, r, place, taken->name, err);
  if (!code && plan.shape == SHAPE_NODES) {
    r->node_table = true;
    draft_has_node_table(r->draft);
    code = read_now(r, taken, &plan, &own, err);
  } else if (!code && memory_grow(&r->waiting, &r->waiting_room, r->waiting_count + 1, sizeof *r->waiting)) {
    r->waiting[r->waiting_count++] = (struct waiting){taken, plan, own};
    return NONET_OK;
  } else if (!code) {
    code = error_memory(err);
  }
  plan_free(&plan);
  rows_free(taken);
  return code;
}

nonet_code table_read(struct reading *r, struct rows *taken, const struct place *place, nonet_err *err) {
  bool ours;
  return table_try(&ours, r, taken, place, false, err);
}

nonet_code table_read_waiting(struct reading *r, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < r->waiting_count && !code; i++)
    code = read_now(r, r->waiting[i].rows, &r->waiting[i].plan, &r->waiting[i].place, err);
  return code;
}

void table_drop_waiting(struct reading *r) {
  for (size_t i = 0; i < r->waiting_count; i++) {
    plan_free(&r->waiting[i].plan);
    rows_free(r->waiting[i].rows);
  }
  free(r->waiting);
  r->waiting = NULL;
  r->waiting_count = r->waiting_room = 0;
}
