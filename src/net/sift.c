/* Sealing that leaves out the rows that are wrong.
 *
 *   seal, and note every wrong row of a step --> none: done
 *        ^                                  \--> tell them, take them out of the draft, and seal again
 *
 * How: a step goes over all its rows, so a run costs one more sealing for each step that found something, not for each row. What stands on
 * one line goes together: a tie of two layers, or a row of a matrix, is one row to whoever wrote it. Not so in JSON and graph formats,
 * where a line may hold everything; there each record goes by itself. */
#include "base/memory.h"
#include "base/number.h"
#include "net/seal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

nonet_code seal_reject(struct seal *s, bool of_tie, uint32_t row, nonet_code code, const nonet_err *why) {
  struct seal_rejects *r = s->rejects;
  if (code != NONET_EINPUT || !r || !why) return code;
  const struct draft_table *t = of_tie ? &s->d->tie : &s->d->node;
  struct seal_wrong wrong = {of_tie, row, lane_word(&t->lane[of_tie ? TIE_FILE : NODE_FILE], row),
                             lane_long(&t->lane[of_tie ? TIE_LINE : NODE_LINE], row), *why};
  if (!memory_grow(&r->at, &r->room, r->count + 1, sizeof *r->at)) return error_memory(NULL);
  r->at[r->count++] = wrong;
  return NONET_OK;
}

/* Whether a line is one row to whoever wrote it. */
static bool has_lines(const nonet_draft *d, const struct seal_wrong *w) {
  return w->line && w->file < d->files && !d->file[w->file].strict_ids;
}

static int by_place(const void *left, const void *right) {
  const struct seal_wrong *a = left, *b = right;
  if (a->file != b->file) return a->file < b->file ? -1 : 1;
  if (a->line != b->line) return a->line < b->line ? -1 : 1;
  if (a->of_tie != b->of_tie) return a->of_tie ? 1 : -1;
  return a->row < b->row ? -1 : a->row > b->row;
}

/* ---- telling ---- */

static void add_words(struct buffer *out, const nonet_draft *d, const struct draft_table *t, uint32_t row, const unsigned char *lanes,
                      size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (lanes[i] == TIE_WEIGHT && t == &d->tie) {
      char text[NUMBER_ROOM];
      double weight = lane_double(&t->lane[TIE_WEIGHT], row);
      if (isnan(weight)) continue;
      number_print(text, weight);
      draft_reject_field(out, text, strlen(text));
      continue;
    }
    uint32_t word = lane_word(&t->lane[lanes[i]], row);
    if (word) draft_reject_field(out, words_text(d->words, word), words_length(d->words, word));
  }
  for (size_t i = 0; i < t->columns; i++) {
    uint32_t word = draft_column_word(&t->column[i], row);
    if (word) draft_reject_field(out, words_text(d->words, word), words_length(d->words, word));
  }
}

/* What was read of a row, in the order of the draft. */
static nonet_code tell(nonet_draft *d, const struct draft_rejecting *to, const struct seal_wrong *w, nonet_err *err) {
  static const unsigned char of_nodes[] = {NODE_KEY, NODE_LABEL, NODE_SHORT, NODE_KIND, NODE_LAYERS, NODE_ALIASES};
  static const unsigned char of_ties[] = {TIE_FROM, TIE_TO, TIE_KIND, TIE_LAYER, TIE_WEIGHT, TIE_SINCE, TIE_UNTIL, TIE_SOURCE};
  struct buffer row = {0};
  if (w->of_tie)
    add_words(&row, d, &d->tie, w->row, of_ties, sizeof of_ties);
  else
    add_words(&row, d, &d->node, w->row, of_nodes, sizeof of_nodes);
  const struct draft_reject reject = {w->file, w->line, buffer_string(&row), w->why};
  nonet_code code = row.failed ? error_memory(err) : draft_reject(d, to, &reject, err);
  buffer_free(&row);
  return code;
}

/* ---- leaving out ---- */

/* The rows of a table that stand where a wrong one does. */
static void mark(uint8_t *gone, const nonet_draft *d, bool of_tie, const struct seal_rejects *r) {
  const struct draft_table *t = of_tie ? &d->tie : &d->node;
  for (size_t i = 0; i < r->count; i++)
    if (r->at[i].of_tie == of_tie) gone[r->at[i].row] = 1;
  for (uint32_t row = 0; row < t->rows; row++) {
    uint32_t file = lane_word(&t->lane[of_tie ? TIE_FILE : NODE_FILE], row);
    uint64_t line = lane_long(&t->lane[of_tie ? TIE_LINE : NODE_LINE], row);
    size_t low = 0, high = r->count;
    while (low < high) {
      size_t mid = low + (high - low) / 2;
      const struct seal_wrong *w = &r->at[mid];
      if (w->file < file || (w->file == file && w->line < line))
        low = mid + 1;
      else
        high = mid;
    }
    if (low < r->count && r->at[low].file == file && r->at[low].line == line && has_lines(d, &r->at[low])) gone[row] = 1;
  }
}

static nonet_code leave_out(nonet_draft *d, const struct seal_rejects *r, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (int of_tie = 0; of_tie < 2 && !code; of_tie++) {
    struct draft_table *t = of_tie ? &d->tie : &d->node;
    uint8_t *gone = memory_zeroed(t->rows, 1);
    if (gone) mark(gone, d, of_tie, r);
    if (!gone || !table_drop(t, gone)) code = error_memory(err);
    free(gone);
  }
  return code;
}

static nonet_code tell_all(nonet_draft *d, const struct draft_rejecting *to, struct seal_rejects *r, nonet_err *err) {
  nonet_code code = NONET_OK;
  qsort(r->at, r->count, sizeof *r->at, by_place);
  for (size_t i = 0; i < r->count && !code; i++) {
    bool told = i > 0 && has_lines(d, &r->at[i]) && r->at[i].file == r->at[i - 1].file && r->at[i].line == r->at[i - 1].line;
    if (!told) code = tell(d, to, &r->at[i], err);
  }
  return code;
}

nonet_code nonet_sift(nonet **out, nonet_draft *d, const nonet_seal_options *options, const nonet_run *run, nonet_err *err) {
  struct draft_rejecting to = {.reject = options ? options->reject : NULL, .user = options ? options->reject_user : NULL};
  if (!to.reject) return nonet_seal(out, d, options, run, err);
  for (;;) {
    struct seal_rejects r = {0};
    nonet_err why = {0};
    nonet_code code = seal_noting(out, d, options, run, &r, &why);
    bool again = r.count > 0;
    if (!again && code && err) *err = why;
    if (again) code = tell_all(d, &to, &r, err);
    if (again && !code) code = leave_out(d, &r, err);
    free(r.at);
    if (!again || code) return code;
  }
}
