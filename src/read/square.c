/* A square matrix: rows and columns are the same nodes.
 *
 * How: marks are collected as entries (row, column, kind, weight) and sorted by pair. When every entry has its mirror the matrix is
 * symmetric and says each tie twice: one undirected tie is made of two. Otherwise, or where each row is asked for as a report of its own,
 * rows send and columns receive. Rows may come in another order than the columns, and a column without a row is one that did not answer. In
 * a survey grid all are asked about all others, and the draft keeps the cells that were left open. A row that is wrong and left out is as
 * one that did not answer, but its cells need no mirror: whether ties have a direction follows from the rows that were read, and what they
 * say of the one left out stays. O(entries log entries). */
#include "base/memory.h"
#include "read/read.h"

#include <math.h>
#include <stdlib.h>

struct entry {
  uint32_t row, column, kind; /* kind: a word */
  double weight;
  uint64_t line;
};

struct square {
  struct table *t;
  struct words *names; /* of the columns; owned. A name's column is its word - 1 */
  uint32_t count;      /* columns */
  uint32_t survey;     /* of the draft; dropped again where the matrix turns out to be none */
  uint32_t *word;      /* of the draft, of each column; owned */
  uint32_t *node;      /* row of the draft of each column; owned */
  uint64_t *answered;  /* cells of its row that say something; owned */
  uint64_t *line;      /* of its row; 0: none; owned */
  struct entry *entries;
  size_t entry_count, entry_room;
};

static nonet_code start_survey(struct square *s, nonet_err *err) {
  const struct table *t = s->t;
  nonet_draft *d = t->reading->draft;
  nonet_code code = table_start_survey(&s->survey, t, err);
  for (uint32_t i = 0; i < s->count && !code; i++) {
    code = table_kind(&s->word[i], t, words_text(s->names, i + 1), err);
    if (!code) code = draft_add_respondent(d, s->survey, s->word[i], err);
    if (!code) code = draft_add_alter(d, s->survey, s->word[i], err);
  }
  return code;
}

static nonet_code start(struct square *s, nonet_err *err) {
  const struct plan *p = s->t->plan;
  size_t count = p->block_end - p->block;
  s->names = words_new();
  s->node = memory_zeroed(count, sizeof *s->node);
  s->answered = memory_zeroed(count, sizeof *s->answered);
  s->line = memory_zeroed(count, sizeof *s->line);
  s->word = memory_zeroed(count, sizeof *s->word);
  if (!s->names || !s->node || !s->answered || !s->line || !s->word) return error_memory(err);
  for (size_t i = 0; i < count; i++) {
    uint32_t word = words_add_text(s->names, p->h.at[p->block + i].name);
    if (word == WORDS_NONE) return error_memory(err);
    if (word != i + 1)
      return error_at(err, NONET_EINPUT, s->t->place->path, 0, "two columns are named '%.60s'", p->h.at[p->block + i].name);
  }
  s->count = (uint32_t)count;
  return start_survey(s, err);
}

static nonet_code add_entry(struct square *s, const struct entry *e, nonet_err *err) {
  if (!memory_grow(&s->entries, &s->entry_room, s->entry_count + 1, sizeof *s->entries)) return error_memory(err);
  s->entries[s->entry_count++] = *e;
  return NONET_OK;
}

static nonet_code read_cell(struct square *s, uint32_t row, uint32_t column, nonet_err *err) {
  const struct table *t = s->t;
  const struct cell c = cell_trim(t->cells[t->plan->block + column]);
  const char *missing = t->reading->options->missing;
  double x;
  enum mark mark = missing && cell_is(c, missing) ? MARK_UNANSWERED : cell_mark(&x, c, t->reading->decimal);
  bool silent = mark == MARK_UNANSWERED || (mark == MARK_BLANK && t->plan->says_no);
  if (silent && row != column) return draft_add_open(t->reading->draft, s->survey, s->word[row], s->word[column], err);
  s->answered[row] += row != column;
  struct entry e = {.row = row, .column = column, .weight = (double)NAN, .line = t->rows->line};
  if (mark == MARK_NUMBER && (t->plan->numbers || x != 1)) e.weight = x;
  if (mark == MARK_YES || mark == MARK_TICK || mark == MARK_NUMBER) return add_entry(s, &e, err);
  if (mark != MARK_WORD) return NONET_OK;
  struct cell role;
  nonet_code code = NONET_OK;
  for (size_t at = 0; !code && cell_next_name(&role, c, &at, true);) {
    code = table_word(&e.kind, t, role, err);
    if (!code) code = add_entry(s, &e, err);
  }
  return code;
}

/* Faults come before anything is kept. */
static nonet_code read_row(void *of, nonet_err *err) {
  struct square *s = of;
  struct table *t = s->t;
  struct cell name = cell_trim(t->cells[t->plan->key]);
  uint32_t word = name.length ? words_find(s->names, name.at, name.length) : WORDS_NONE;
  if (word == WORDS_NONE)
    return table_fault(t, err, "row '%.*s' has no column of its name", (int)(name.length < 60 ? name.length : 60), name.at);
  uint32_t row = word - 1;
  if (s->line[row])
    return table_fault(t, err, "row '%s' comes again (first in line %llu)", words_text(s->names, word), (unsigned long long)s->line[row]);
  nonet_code code = table_check_numbers(t, err);
  if (!code) s->line[row] = t->rows->line;
  for (uint32_t i = 0; i < s->count && !code; i++)
    code = read_cell(s, row, i, err);
  return code;
}

/* All that a column without a row was asked. */
static nonet_code leave_open(const struct square *s, uint32_t row, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (uint32_t i = 0; i < s->count && !code; i++)
    if (i != row) code = draft_add_open(s->t->reading->draft, s->survey, s->word[row], s->word[i], err);
  return code;
}

/* Nodes in the order of the columns, unless a table of nodes declares them; what they did not answer is counted. */
static nonet_code declare(struct square *s, nonet_err *err) {
  struct table *t = s->t;
  const struct heading *corner = &t->plan->h.at[t->plan->key];
  uint32_t kind = 0;
  uint64_t silent = 0;
  bool declares = !t->reading->node_table;
  char *kind_name = heading_is_noun(corner->folded) ? heading_kind(corner->name) : NULL;
  nonet_code code = table_kind(&kind, t, kind_name, err);
  free(kind_name);
  for (uint32_t i = 0; i < s->count && !code; i++) {
    uint64_t left = s->count - 1 - s->answered[i];
    silent += left;
    if (!s->line[i]) code = leave_open(s, i, err);
    if (code || !declares) continue;
    struct draft_node node = {
        .key = s->word[i], .kind = kind, .layers = t->place->layer, .scope = t->place->scope, .file = t->place->file, .line = s->line[i]};
    code = draft_add_node(&s->node[i], t->reading->draft, &node, err);
    if (!code) code = table_set_unanswered(t, s->survey, s->node[i], left, err);
  }
  if (!code) table_end_survey(t, s->survey, silent);
  return code ? code : table_say_unanswered(t, s->survey, silent, err);
}

static int order(uint64_t a, uint64_t b) {
  return (a > b) - (a < b);
}

/* Entries of a pair side by side: what is said above the diagonal, then its mirror. */
static int by_pair(const void *left, const void *right) {
  const struct entry *a = left, *b = right;
  uint32_t a_low = a->row < a->column ? a->row : a->column, b_low = b->row < b->column ? b->row : b->column;
  uint32_t a_high = a->row < a->column ? a->column : a->row, b_high = b->row < b->column ? b->column : b->row;
  int by = order(a_low, b_low);
  if (!by) by = order(a_high, b_high);
  if (!by) by = order(a->kind, b->kind);
  return by ? by : order(a->row, b->row);
}

static bool mirrors(const struct entry *a, const struct entry *b) {
  bool same_weight = isnan(a->weight) ? isnan(b->weight) : a->weight == b->weight;
  return a->row == b->column && a->column == b->row && a->kind == b->kind && same_weight;
}

/* What a row that was left out says of a cell's pair is not known. */
static bool lacks_mirror(const struct square *s, const struct entry *e) {
  return s->t->rejected && !s->line[e->column];
}

static bool is_symmetric(const struct square *s) {
  size_t i = 0, mirrored = 0;
  while (i < s->entry_count) {
    bool loop = s->entries[i].row == s->entries[i].column || lacks_mirror(s, &s->entries[i]);
    if (!loop && (i + 1 == s->entry_count || !mirrors(&s->entries[i], &s->entries[i + 1]))) return false;
    i += loop ? 1 : 2;
    mirrored += !loop;
  }
  return mirrored > 0 || s->entry_count == 0;
}

static nonet_code add_ties(struct square *s, bool symmetric, nonet_err *err) {
  struct table *t = s->t;
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < s->entry_count && !code; i++) {
    const struct entry *e = &s->entries[i];
    if (symmetric && e->row > e->column && !lacks_mirror(s, e)) continue;
    struct draft_tie tie = {.from = s->word[e->row],
                            .to = s->word[e->column],
                            .kind = e->kind,
                            .layer = t->place->layer,
                            .scope = t->place->scope,
                            .weight = e->weight,
                            .direction = symmetric ? NONET_AS_INPUT : NONET_DIRECTED,
                            .file = t->place->file,
                            .line = e->line};
    code = draft_add_tie(NULL, t->reading->draft, &tie, err);
  }
  return code;
}

/* What the marks were taken for. */
static nonet_code say_direction(const struct table *t, bool symmetric, nonet_err *err) {
  const char *what = t->reading->options->reports ? "each row reports for itself, so ties go from row to column"
                     : symmetric                  ? "the matrix is symmetric, so its ties have no direction"
                                                  : "the matrix is not symmetric, so its ties go from row to column";
  return draft_assume(t->reading->draft, err, "%s: %s", t->place->path, what);
}

nonet_code table_of_square(struct table *t, nonet_err *err) {
  struct square s = {.t = t};
  nonet_code code = start(&s, err);
  for (bool more = true; !code && more;) {
    code = table_next(t, &more, err);
    if (!code && more) code = table_take_row(t, read_row, &s, err);
  }
  if (!code) code = declare(&s, err);
  if (!code) {
    if (s.entry_count) qsort(s.entries, s.entry_count, sizeof *s.entries, by_pair);
    bool symmetric = !t->reading->options->reports && is_symmetric(&s);
    code = add_ties(&s, symmetric, err);
    if (!code) code = say_direction(t, symmetric, err);
  }
  words_free(s.names);
  free(s.node);
  free(s.answered);
  free(s.line);
  free(s.word);
  free(s.entries);
  return code;
}
