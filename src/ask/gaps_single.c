/* Gaps one by one: each with what it would gain by itself, ranked, equals as equals; beside it how likely such a tie is, which is another
 * question: the likeliest tie joins those who are near each other anyway. */
#include "ask/gaps.h"

#include "base/memory.h"
#include "net/answer.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ranking {
  struct gaps *q;
  struct gain_points *points;
  struct likely *likely;
  struct gaps_row *row; /* those shown, best first */
  struct gaps_row likeliest;
  size_t shown, as_good; /* rows shown; further ones that are as good as the last */
};

static int best_first(const void *x, const void *y) {
  const struct gaps_row *a = x, *b = y;
  if (a->value != b->value) return a->value > b->value ? -1 : 1;
  if (a->points.second != b->points.second) return a->points.second > b->points.second ? -1 : 1;
  double p = a->likely.resource_allocation, r = b->likely.resource_allocation;
  if (p != r) return p > r ? -1 : 1;
  return a->at < b->at ? -1 : a->at > b->at;
}

static nonet_code check_cost(const struct gaps_row *row, const struct gaps *q, nonet_err *err) {
  const uint32_t *pair = q->pair[row->at];
  if (!q->o->cost || isnan(row->cost) || row->cost > 0) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "a tie of %s and %s costs nothing by '%s'; a cost is above 0", gaps_key(q, pair[0]),
                   gaps_key(q, pair[1]), q->o->cost);
}

/* What a gap is ranked by: its gain, or its gain for each unit of cost; without a known cost it comes last. */
static double value_of(const struct gaps *q, const struct gaps_row *row) {
  if (!q->o->cost) return (double)row->points.gain;
  return isnan(row->cost) ? -(double)INFINITY : (double)row->points.gain / row->cost;
}

static struct gaps_row row_of(const struct ranking *r, size_t i) {
  struct gaps_row row = {.at = i, .points = r->points[i], .likely = r->likely[i], .cost = gaps_cost(r->q, r->q->pair[i])};
  row.value = value_of(r->q, &row);
  return row;
}

/* The rows that are kept, the last of them on top: a heap. */
static void sink(struct gaps_row *row, size_t count) {
  struct gaps_row top = row[0];
  size_t at = 0;
  for (size_t child = 1; child < count; child = 2 * at + 1) {
    if (child + 1 < count && best_first(&row[child + 1], &row[child]) > 0) child++;
    if (best_first(&row[child], &top) <= 0) break;
    row[at] = row[child];
    at = child;
  }
  row[at] = top;
}

static void rise(struct gaps_row *row, size_t at) {
  struct gaps_row last = row[at];
  for (; at && best_first(&last, &row[(at - 1) / 2]) > 0; at = (at - 1) / 2)
    row[at] = row[(at - 1) / 2];
  row[at] = last;
}

/* How many do better than this one, or as well. */
static void count_beside(const struct ranking *r, double value, size_t *better, size_t *as_good) {
  *better = *as_good = 0;
  for (size_t i = 0; i < r->q->count; i++) {
    double other = row_of(r, i).value;
    *better += other > value;
    *as_good += other == value;
  }
}

static void number_rows(struct ranking *r) {
  size_t better, as_good;
  if (!r->shown) return;
  for (size_t i = 0; i < r->shown; i++)
    r->row[i].rank = i && r->row[i].value == r->row[i - 1].value ? r->row[i - 1].rank : (uint32_t)i + 1;
  count_beside(r, r->row[r->shown - 1].value, &better, &as_good);
  r->as_good = better + as_good - r->shown;
  count_beside(r, r->likeliest.value, &better, &as_good);
  r->likeliest.rank = (uint32_t)better + 1;
}

/* The best ones in order, and the likeliest; of those equally likely the best. */
static nonet_code rank(struct ranking *r, nonet_err *err) {
  struct gaps *q = r->q;
  size_t room = q->count < q->top ? q->count : q->top;
  nonet_code code = NONET_OK;
  for (size_t i = 0; !code && i < q->count; i++) {
    struct gaps_row row = row_of(r, i);
    double than = r->likeliest.likely.adamic_adar, is = row.likely.adamic_adar;
    code = check_cost(&row, q, err);
    if (i == 0 || is > than || (is == than && best_first(&row, &r->likeliest) < 0)) r->likeliest = row;
    if (r->shown < room) {
      r->row[r->shown] = row;
      rise(r->row, r->shown++);
    } else if (room && best_first(&row, &r->row[0]) < 0) {
      r->row[0] = row;
      sink(r->row, room);
    }
  }
  if (!code && r->shown) qsort(r->row, r->shown, sizeof *r->row, best_first);
  if (!code) number_rows(r);
  return code;
}

static nonet_code score_shown(struct ranking *r, nonet_err *err) {
  const struct gaps *q = r->q;
  uint32_t(*pair)[2] = memory_array(r->shown, sizeof *pair);
  struct gain_score *score = memory_array(r->shown, sizeof *score);
  nonet_code code = pair && score ? NONET_OK : error_memory(err);
  for (size_t i = 0; !code && i < r->shown; i++)
    memcpy(pair[i], q->pair[r->row[i].at], sizeof *pair);
  if (!code) code = gaps_result(q, gain_model_scores(score, &q->model, (const uint32_t(*)[2])pair, r->shown, &q->watch), err);
  for (size_t i = 0; !code && i < r->shown; i++)
    r->row[i].score = score[i];
  free(pair);
  free(score);
  return code;
}

static nonet_code judge(struct ranking *r, nonet_err *err) {
  struct gaps *q = r->q;
  const uint32_t(*pair)[2] = (const uint32_t(*)[2])q->pair;
  r->points = memory_array(q->count, sizeof *r->points);
  r->likely = memory_array(q->count, sizeof *r->likely);
  r->row = memory_array(q->count < q->top ? q->count : q->top, sizeof *r->row);
  nonet_code code = r->points && r->likely && r->row ? NONET_OK : error_memory(err);
  if (!code) code = gaps_result(q, gain_model_gains(r->points, NULL, &q->model, pair, q->count, &q->watch), err);
  if (!code) code = gaps_result(q, likely_ties(r->likely, q->near, pair, q->between, q->count, &q->watch), err);
  if (!code) code = rank(r, err);
  if (!code && r->shown && gain_goal_sums(q->goal->goal)) code = score_shown(r, err);
  return code;
}

/* ---- words ---- */

static nonet_code say_equals(nonet_answer *a, const struct ranking *r, nonet_err *err) {
  struct buffer b = {0};
  if (!r->as_good) return NONET_OK;
  gaps_count(&b, r->as_good, "more does as well as the last one shown.", "more do as well as the last one shown.");
  return gaps_say(a, &b, err);
}

/* The tie that link prediction would name first, where gain names another. */
static nonet_code say_likeliest(nonet_answer *a, const struct ranking *r, nonet_err *err) {
  const struct gaps *q = r->q;
  const struct gaps_row *likeliest = &r->likeliest;
  struct buffer b = {0};
  if (!(likeliest->likely.adamic_adar > 0) || likeliest->rank == 1) return NONET_OK;
  const uint32_t *pair = q->pair[likeliest->at];
  buffer_print(&b, "The likeliest one by who is shared (Adamic-Adar ");
  gaps_number(&b, likeliest->likely.adamic_adar, 4);
  buffer_text(&b, "), ");
  gaps_pair(&b, q, pair);
  buffer_print(&b, ", comes at rank %" PRIu32 " by gain", likeliest->rank);
  buffer_text(&b, q->o->cost ? " for its cost" : "");
  buffer_text(&b, ": what is likely is not what helps most.");
  return gaps_say(a, &b, err);
}

static nonet_code say(nonet_answer *a, const struct ranking *r, nonet_err *err) {
  const struct gaps *q = r->q;
  const struct gaps_row *best = &r->row[0];
  struct buffer verdict = {0};
  bool gains = best->points.gain > 0; /* negative: the least harm */
  if (gains)
    gaps_pair(&verdict, q, q->pair[best->at]);
  else
    buffer_text(&verdict, "no single one gains");
  nonet_code code = verdict.failed ? error_memory(err) : answer_verdict(a, buffer_string(&verdict), err);
  buffer_free(&verdict);
  bool whole = !gains && q->goal->goal == GAIN_COMPONENTS && q->points >= -1;
  if (!code && whole)
    code = answer_say(a, err, "All hang together already%s, so no tie joins anything; the likeliest come first.",
                      q->g->directed ? " along the direction of ties" : "");
  if (!code && !gains && !whole)
    code = answer_say(a, err, "No single one of them would gain anything for the goal %s; the likeliest come first.", q->goal->info.name);
  for (size_t i = 0; !code && i < r->shown && gains && !q->o->reasons_in_rows; i++) {
    struct buffer b = {0};
    buffer_print(&b, "%" PRIu32 ". ", r->row[i].rank);
    gaps_reason(&b, q, &r->row[i]);
    buffer_char(&b, '.');
    code = gaps_say(a, &b, err);
  }
  if (!code) code = say_equals(a, r, err);
  if (!code && gains) code = say_likeliest(a, r, err);
  return code;
}

/* ---- the sheet ---- */

static nonet_code fill(nonet_sheet *s, const struct ranking *r, nonet_err *err) {
  const struct gaps *q = r->q;
  struct gaps_columns columns;
  double *rank, *gain;
  nonet_code code = sheet_add_numbers(&rank, s, "rank", err);
  if (!code) code = sheet_add_numbers(&gain, s, "gain", err);
  if (!code) code = gaps_columns_add(&columns, s, q, err);
  for (size_t i = 0; !code && i < r->shown; i++) {
    const uint32_t *pair = q->pair[r->row[i].at];
    rank[i] = r->row[i].rank;
    gain[i] = gaps_value(q, r->row[i].points.gain);
    code = sheet_set_text(s, i, 0, gaps_key(q, pair[0]), err);
    if (!code) code = sheet_set_text(s, i, 1, gaps_key(q, pair[1]), err);
    if (!code) code = gaps_columns_fill(s, i, &columns, q, &r->row[i], err);
  }
  return code;
}

static nonet_code show(nonet_answer *a, const struct ranking *r, nonet_err *err) {
  const struct gaps *q = r->q;
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "gaps", "Gaps by gain", NONET_BY_PAIR, r->shown, err);
  if (code) return code;
  code = fill(s, r, err);
  if (!code)
    code = sheet_note(s, "gain: of the goal, exact; the scores behind 'shared' tell how likely such a tie is, not what it gains", err);
  if (code)
    nonet_sheet_free(s);
  else
    code = answer_add_sheet(a, s, err);
  uint32_t(*tie)[2] = code ? NULL : gaps_ties(q, r->row, r->shown);
  if (!code) code = tie ? gaps_mark(a, q, (const uint32_t(*)[2])tie, r->shown, false, err) : error_memory(err);
  free(tie);
  return code;
}

nonet_code gaps_single(nonet_answer *a, struct gaps *q, nonet_err *err) {
  struct ranking r = {.q = q};
  nonet_code code = judge(&r, err);
  if (!code) code = say(a, &r, err);
  if (!code) code = show(a, &r, err);
  free(r.points);
  free(r.likely);
  free(r.row);
  return code;
}
