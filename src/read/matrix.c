/* Partners x strategies: a row and a column that meet in a mark are a tie.
 *
 * How: rows stream past; a tick is a tie, a number is its weight, words are its kinds. A 0 anywhere makes the matrix a survey grid, whose
 * blanks are "not answered" and never "no": they are counted on the row's node and said, and make no tie. So does a cell that is NA or a
 * declared code. Then each row is asked about each column, and the draft keeps which cells were left open.
 * Rows and columns are declared as nodes, so that a strategy nobody works on is seen, unless a table of nodes does that.
 * Their kinds come from the heading over the row names; what the columns are it does not say, so Partner stands for partners x strategies.
 */
#include "base/buffer.h"
#include "base/number.h"
#include "read/read.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct matrix {
  struct table *t;
  uint32_t *columns; /* words of the headings of the block; owned */
  uint32_t row_kind, column_kind;
  uint32_t survey; /* of the draft; dropped again where the matrix turns out to be none */
  uint64_t unanswered;
  bool declares;
};

/* The column that counts: of the first grid that is read it is plain, for another's counts of the same nodes are others. */
static nonet_code unanswered_name(struct buffer *out, const struct table *t, uint32_t survey, nonet_err *err) {
  buffer_text(out, "not answered");
  if (survey) buffer_print(out, " (%s)", t->place->path);
  return out->failed ? error_memory(err) : NONET_OK;
}

nonet_code table_say_unanswered(const struct table *t, uint32_t survey, uint64_t cells, nonet_err *err) {
  if (!cells) return NONET_OK;
  struct buffer name = {0};
  nonet_code code = unanswered_name(&name, t, survey, err);
  if (!code)
    code = draft_assume(t->reading->draft, err, "%s: %llu cell%s not answered, which is not \"no tie\"; the count of each row is in '%s'",
                        t->place->path, (unsigned long long)cells, cells == 1 ? " is" : "s are", buffer_string(&name));
  buffer_free(&name);
  return code;
}

nonet_code table_start_survey(uint32_t *out, const struct table *t, nonet_err *err) {
  const struct draft_asking asking = {.layer = t->place->layer, .scope = t->place->scope, .file = t->place->file};
  return draft_add_survey(out, t->reading->draft, &asking, err);
}

/* A grid without a "no" and without a gap asked nobody anything. */
void table_end_survey(const struct table *t, uint32_t survey, uint64_t unanswered) {
  if (!t->plan->says_no && !unanswered) draft_drop_surveys(t->reading->draft, survey);
}

nonet_code table_set_unanswered(const struct table *t, uint32_t survey, uint32_t row, uint64_t cells, nonet_err *err) {
  char text[24];
  uint32_t column, word;
  struct buffer name = {0};
  if (!cells) return NONET_OK;
  int length = snprintf(text, sizeof text, "%llu", (unsigned long long)cells);
  nonet_code code = unanswered_name(&name, t, survey, err);
  if (!code) code = draft_column(&column, t->reading->draft, false, buffer_string(&name), name.size, err);
  buffer_free(&name);
  if (!code) code = table_word(&word, t, (struct cell){text, (size_t)length}, err);
  return code ? code : draft_set(t->reading->draft, false, column, row, word, err);
}

static nonet_code start(struct matrix *m, nonet_err *err) {
  struct table *t = m->t;
  const struct plan *p = t->plan;
  const struct heading *corner = &p->h.at[p->key];
  size_t count = p->block_end - p->block;
  m->declares = !t->reading->node_table;
  m->columns = memory_zeroed(count, sizeof *m->columns);
  if (!m->columns) return error_memory(err);
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < count && !code; i++)
    code = table_kind(&m->columns[i], t, p->h.at[p->block + i].name, err);
  if (!code) code = table_start_survey(&m->survey, t, err);
  for (size_t i = 0; i < count && !code; i++)
    code = draft_add_alter(t->reading->draft, m->survey, m->columns[i], err);
  if (code || !m->declares) return code;
  bool plain = corner->unnamed || strcmp(corner->folded, "name") == 0 || strcmp(corner->folded, "label") == 0;
  char *kind = plain ? memory_text("row") : heading_kind(corner->name);
  const char *other = "column";
  static const char *const partners[] = {"partner", "organisation", "organization", "agency"};
  for (size_t i = 0; i < sizeof partners / sizeof *partners; i++)
    if (strcmp(corner->folded, partners[i]) == 0) other = "strategy";
  if (strcmp(corner->folded, "strategy") == 0) other = "partner";
  code = kind ? table_kind(&m->row_kind, t, kind, err) : error_memory(err);
  free(kind);
  return code ? code : table_kind(&m->column_kind, t, other, err);
}

static nonet_code declare_columns(const struct matrix *m, nonet_err *err) {
  struct table *t = m->t;
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < t->plan->block_end - t->plan->block && !code; i++) {
    struct draft_node node = {.key = m->columns[i],
                              .kind = m->column_kind,
                              .layers = t->place->layer,
                              .scope = t->place->scope,
                              .file = t->place->file,
                              .line = 0};
    code = draft_add_node(NULL, t->reading->draft, &node, err);
  }
  return code;
}

static nonet_code add_tie(const struct matrix *m, uint32_t from, size_t column, double weight, struct cell kind, nonet_err *err) {
  struct table *t = m->t;
  struct draft_tie tie = {.from = from,
                          .to = m->columns[column - t->plan->block],
                          .from_kind = m->row_kind,
                          .to_kind = m->column_kind,
                          .layer = t->place->layer,
                          .scope = t->place->scope,
                          .weight = weight,
                          .file = t->place->file,
                          .line = t->rows->line};
  nonet_code code = table_word(&tie.kind, t, kind, err);
  return code ? code : draft_add_tie(NULL, t->reading->draft, &tie, err);
}

static nonet_code read_cell(const struct matrix *m, uint32_t from, size_t column, uint64_t *unanswered, nonet_err *err) {
  const struct table *t = m->t;
  const struct cell c = cell_trim(t->cells[column]), none = {"", 0};
  const char *missing = t->reading->options->missing;
  double x;
  enum mark mark = missing && cell_is(c, missing) ? MARK_UNANSWERED : cell_mark(&x, c, t->reading->decimal);
  if (mark == MARK_UNANSWERED || (mark == MARK_BLANK && t->plan->says_no)) {
    ++*unanswered;
    return draft_add_open(t->reading->draft, m->survey, from, m->columns[column - t->plan->block], err);
  }
  if (mark == MARK_YES || mark == MARK_TICK) return add_tie(m, from, column, (double)NAN, none, err);
  if (mark == MARK_NUMBER) return add_tie(m, from, column, t->plan->numbers || x != 1 ? x : (double)NAN, none, err);
  if (mark != MARK_WORD) return NONET_OK;
  struct cell role;
  nonet_code code = NONET_OK;
  for (size_t at = 0; !code && cell_next_name(&role, c, &at, true);)
    code = add_tie(m, from, column, (double)NAN, role, err);
  return code;
}

nonet_code table_check_numbers(const struct table *t, nonet_err *err) {
  const char *missing = t->reading->options->missing;
  double x;
  for (size_t i = t->plan->block; i < t->plan->block_end && t->plan->numbers; i++) {
    const struct cell c = cell_trim(t->cells[i]);
    if ((missing && cell_is(c, missing)) || cell_mark(&x, c, t->reading->decimal) != MARK_WORD) continue;
    return table_fault(t, err, "%s: '%.*s' is no number", t->plan->h.at[i].name, (int)(c.length < 60 ? c.length : 60), c.at);
  }
  return NONET_OK;
}

static nonet_code read_row(void *of, nonet_err *err) {
  struct matrix *m = of;
  struct table *t = m->t;
  struct cell name = table_cell(t, t->plan->key);
  if (!name.length) return table_fault(t, err, "the row has no name");
  uint32_t key, node = 0;
  uint64_t unanswered = 0;
  nonet_code code = table_check_numbers(t, err);
  if (!code) code = table_word(&key, t, name, err);
  if (!code) code = draft_add_respondent(t->reading->draft, m->survey, key, err);
  if (!code && m->declares) {
    struct draft_node row = {.key = key,
                             .kind = m->row_kind,
                             .layers = t->place->layer,
                             .scope = t->place->scope,
                             .file = t->place->file,
                             .line = t->rows->line};
    if (!t->place->in_layer) code = table_word(&row.layers, t, table_role(t, ROLE_LAYER), err);
    if (!code) code = draft_add_node(&node, t->reading->draft, &row, err);
    for (size_t i = 0; i < t->plan->block && !code; i++)
      if (i != t->plan->key && i != t->plan->h.column[ROLE_LAYER]) code = table_set(t, false, i, node, table_cell(t, i), err);
  }
  for (size_t i = t->plan->block; i < t->plan->block_end && !code; i++)
    code = read_cell(m, key, i, &unanswered, err);
  m->unanswered += unanswered;
  return code || !m->declares ? code : table_set_unanswered(t, m->survey, node, unanswered, err);
}

nonet_code table_of_matrix(struct table *t, nonet_err *err) {
  struct matrix m = {.t = t};
  nonet_code code = start(&m, err);
  for (bool more = true; !code && more;) {
    code = table_next(t, &more, err);
    if (!code && more) code = table_take_row(t, read_row, &m, err);
  }
  if (!code && m.declares) code = declare_columns(&m, err);
  if (!code) code = table_say_unanswered(t, m.survey, m.unanswered, err);
  if (!code) table_end_survey(t, m.survey, m.unanswered);
  free(m.columns);
  return code;
}
