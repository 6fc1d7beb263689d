/* Is it a matrix? Columns of marks behind a column of names.
 *
 * How: each cell is blank, a "no", a tick, a number, or a word (cell_mark). A square matrix is known by row names that are column names.
 * Any other matrix is a block of columns that reaches to the end (a last "Total" aside):
 *   ticks       x, tick ...                a column of ids before it would make it flags of a table of nodes
 *   0 and 1     (or yes and no)            under no heading, Name, or a noun such as Partner
 *   numbers     with blanks or zeros       under no heading or a noun: a fifth of the cells, else they are attributes
 *   words       roles: few, short, the same ones in several columns, with blanks between
 * Why so careful: partners with a Staff and a Budget column look much like a matrix of numbers. */
#include "base/memory.h"
#include "read/plan.h"

#include <stdlib.h>
#include <string.h>

#define MOST_ROLES 32
#define LONGEST_ROLE 60

struct tally {
  size_t cells, blank, no, yes, tick, number, one, word, unanswered;
};

static void tally_cell(struct tally *t, struct cell c, const struct plan_ask *ask) {
  double x;
  t->cells++;
  enum mark mark = ask->missing && cell_is(c, ask->missing) ? MARK_UNANSWERED : cell_mark(&x, c, ask->decimal);
  switch (mark) {
  case MARK_BLANK:
    t->blank++;
    break;
  case MARK_NO:
    t->no++;
    break;
  case MARK_YES:
    t->yes++;
    break;
  case MARK_TICK:
    t->tick++;
    break;
  case MARK_NUMBER:
    x == 1 ? t->one++ : t->number++;
    break;
  case MARK_WORD:
    t->word++;
    break;
  case MARK_UNANSWERED:
    t->unanswered++;
    break;
  }
}

static void tally_block(struct tally *out, const struct plan_look *look, size_t from, size_t to) {
  *out = (struct tally){0};
  for (size_t row = look->first; row < look->end; row++)
    for (size_t i = from; i < to; i++)
      tally_cell(out, grid_cell(look->grid, row, i), look->ask);
}

static void tally_add(struct tally *sum, const struct tally *t) {
  sum->cells += t->cells;
  sum->blank += t->blank;
  sum->no += t->no;
  sum->yes += t->yes;
  sum->tick += t->tick;
  sum->number += t->number;
  sum->one += t->one;
  sum->word += t->word;
  sum->unanswered += t->unanswered;
}

/* ---- square ---- */

static int by_text(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Whether every row's name is the heading of a column behind the first, and the rows are many enough. */
static nonet_code is_square(bool *out, const struct plan *p, const struct plan_look *look, size_t end, nonet_err *err) {
  *out = false;
  size_t rows = look->end - look->first, columns = end - 1;
  if (rows < 2 || columns < 2 || rows > columns + 1) return NONET_OK;
  const char **names = memory_array(columns, sizeof *names);
  if (!names) return error_memory(err);
  for (size_t i = 0; i < columns; i++)
    names[i] = p->h.at[i + 1].name;
  qsort(names, columns, sizeof *names, by_text);
  bool all = true;
  for (size_t row = look->first; row < look->end && all; row++) {
    struct cell c = grid_cell(look->grid, row, 0);
    char *name = memory_zeroed(c.length + 1, 1);
    if (!name) {
      free(names);
      return error_memory(err);
    }
    memcpy(name, c.at, c.length);
    all = c.length && bsearch(&name, names, columns, sizeof *names, by_text);
    free(name);
  }
  free(names);
  *out = all;
  return NONET_OK;
}

/* ---- roles ---- */

struct role_words {
  struct cell at[MOST_ROLES];
  size_t column[MOST_ROLES]; /* where it was seen first */
  bool plain[MOST_ROLES];    /* a word or letter that roles are known by */
  bool again[MOST_ROLES];    /* plain, or seen in another column as well */
  size_t count;
};

static bool add_role(struct role_words *words, struct cell c, size_t column) {
  if (c.length > LONGEST_ROLE) return false;
  for (size_t i = 0; i < words->count; i++) {
    if (!cell_same(words->at[i], c)) continue;
    words->again[i] |= words->column[i] != column;
    return true;
  }
  if (words->count == MOST_ROLES) return false;
  words->at[words->count] = c;
  words->column[words->count] = column;
  words->plain[words->count] =
      c.length == 1 ||
      cell_is_any(c, "lead|leads|contributes|contributor|funds|funder|supports|support|delivers|delivery|advises|adviser|member|"
                     "partner|consults|consulted|informs|informed|responsible|accountable|recognises|hosts|commissions");
  words->again[words->count] = words->plain[words->count];
  words->count++;
  return true;
}

/* Whether the words of a column are roles seen elsewhere too, if it has any. */
static bool shares_roles(const struct role_words *words, const struct plan_look *look, size_t column) {
  bool any = false;
  for (size_t row = look->first; row < look->end; row++) {
    double x;
    struct cell c = grid_cell(look->grid, row, column), role;
    if (cell_mark(&x, c, look->ask->decimal) != MARK_WORD) continue;
    any = true;
    for (size_t at = 0; cell_next_name(&role, c, &at, true);)
      for (size_t i = 0; i < words->count; i++)
        if (words->again[i] && cell_same(words->at[i], role)) return true;
  }
  return !any;
}

/* Few different words, half of them in more than one column (or plainly roles), and no column with words of its own only. */
static bool are_roles(const struct plan_look *look, size_t from, size_t to, bool plainly) {
  struct role_words words = {.count = 0};
  for (size_t row = look->first; row < look->end; row++) {
    for (size_t i = from; i < to; i++) {
      double x;
      struct cell c = grid_cell(look->grid, row, i), role;
      if (cell_mark(&x, c, look->ask->decimal) != MARK_WORD) continue;
      for (size_t at = 0; cell_next_name(&role, c, &at, true);)
        if (!add_role(&words, role, i)) return false;
    }
  }
  size_t again = 0;
  for (size_t i = 0; i < words.count; i++)
    again += plainly ? words.plain[i] : words.again[i];
  bool all = again * 2 >= words.count;
  for (size_t i = from; i < to && all; i++)
    all = shares_roles(&words, look, i);
  return all;
}

/* ---- the block ---- */

enum corner { CORNER_NONE, CORNER_NOUN, CORNER_NAME, CORNER_OTHER, CORNER_ID };

static enum corner corner_of(const struct plan *p) {
  const struct heading *first = &p->h.at[0];
  if (p->h.column[ROLE_ID] != NO_COLUMN) return CORNER_ID;
  if (first->unnamed) return CORNER_NONE;
  if (heading_is_noun(first->folded)) return CORNER_NOUN;
  return first->role == ROLE_LABEL ? CORNER_NAME : CORNER_OTHER;
}

static bool block_is_matrix(const struct plan *p, const struct plan_look *look, size_t from, size_t to, struct tally t) {
  if (to < from + 2) return false;
  for (size_t i = from; i < to; i++)
    if (p->h.at[i].unnamed || (p->h.at[i].role != ROLE_FURTHER && !heading_is_noun(p->h.at[i].folded))) return false;
  enum corner corner = corner_of(p);
  size_t empty = t.blank + t.no + t.unanswered, marks = t.yes + t.tick + t.one + t.number + t.word;
  if (corner == CORNER_ID || !marks) return false;
  if (t.word)
    return empty * 10 >= t.cells && marks > 1 && !t.number && are_roles(look, from, to, corner != CORNER_NONE && corner != CORNER_NOUN);
  if (t.tick) return !t.number;
  if (from != 1) return false;
  if (!t.number) return empty > 0 || corner != CORNER_NAME; /* 0 and 1, yes and no */
  return (corner == CORNER_NONE || corner == CORNER_NOUN) && empty * 5 >= t.cells;
}

#define MOST_BEFORE 12 /* columns that may describe the row before the marks begin */

/* The first column of a block that reaches to `end`; `end` if there is none. Each cell is looked at once. */
static size_t find_block(const struct plan *p, const struct plan_look *look, size_t end) {
  struct tally of[MOST_BEFORE + 1];
  size_t last = end < MOST_BEFORE ? end : MOST_BEFORE;
  tally_block(&of[last], look, last, end);
  for (size_t from = last; from-- > 1;) {
    tally_block(&of[from], look, from, from + 1);
    tally_add(&of[from], &of[from + 1]);
  }
  for (size_t from = 1; from < last; from++)
    if (block_is_matrix(p, look, from, end, of[from])) return from;
  return end;
}

static void take_block(struct plan *p, const struct plan_look *look, size_t from, size_t to) {
  struct tally t;
  tally_block(&t, look, from, to);
  p->block = from;
  p->block_end = to;
  p->says_no = t.no > 0;
  p->numbers = t.number > 0;
}

nonet_code plan_find_matrix(bool *found, struct plan *p, const struct plan_look *look, nonet_err *err) {
  size_t end = p->width;
  *found = false;
  while (end > 1 && p->h.at[end - 1].unnamed) { /* cells without a heading behind the last: only if they are empty */
    struct tally t;
    tally_block(&t, look, end - 1, end);
    if (t.blank != t.cells) break;
    end--;
  }
  if (end > 2 && cell_is_total((struct cell){p->h.at[end - 1].name, strlen(p->h.at[end - 1].name)})) end--;
  if (p->h.asked[ROLE_FROM]) {
    if (p->block_end > end) p->block_end = end;
    take_block(p, look, p->block, p->block_end);
    *found = true;
    p->shape = SHAPE_MATRIX;
    return NONET_OK;
  }
  if (end < 3 || look->end == look->first) return NONET_OK;
  bool square;
  nonet_code code = is_square(&square, p, look, end, err);
  if (code) return code;
  size_t from = square ? 1 : find_block(p, look, end);
  *found = from < end;
  if (!*found) return NONET_OK;
  p->shape = square ? SHAPE_SQUARE : SHAPE_MATRIX;
  p->key = 0;
  take_block(p, look, from, end);
  return NONET_OK;
}
