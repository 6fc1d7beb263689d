/* Gaps closed together, as many as the budget allows, with what is proved of the choice. */
#include "ask/gaps.h"

#include "base/memory.h"
#include "net/answer.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct planning {
  struct gaps *q;
  struct gain_plan plan;
  struct gaps_row *row; /* in the order of choice; points are those on top of the ones before */
  double *alone;        /* gain of each by itself */
};

static nonet_code describe(struct planning *p, nonet_err *err) {
  struct gaps *q = p->q;
  struct gain_points alone;
  nonet_code code = NONET_OK;
  p->row = memory_zeroed(p->plan.count, sizeof *p->row);
  p->alone = memory_zeroed(p->plan.count, sizeof *p->alone);
  if (!p->row || !p->alone) return error_memory(err);
  for (uint32_t i = 0; !code && i < p->plan.count; i++) {
    struct gaps_row *row = &p->row[i];
    const uint32_t(*pair)[2] = (const uint32_t(*)[2])q->pair + p->plan.chosen[i];
    *row = (struct gaps_row){.at = p->plan.chosen[i], .cost = gaps_cost(q, *pair)};
    code = gaps_result(q, likely_ties(&row->likely, q->near, pair, q->between + row->at, 1, &q->watch), err);
    if (!code) code = gaps_result(q, gain_model_gains(&alone, NULL, &q->model, pair, 1, &q->watch), err);
    p->alone[i] = code ? 0 : gaps_value(q, alone.gain);
  }
  /* What each adds on top of those before it. */
  for (uint32_t i = 0; !code && i < p->plan.count; i++) {
    const uint32_t(*pair)[2] = (const uint32_t(*)[2])q->pair + p->plan.chosen[i];
    code = gaps_result(q, gain_model_gains(&p->row[i].points, NULL, &q->model, pair, 1, &q->watch), err);
    if (!code && gain_goal_sums(q->goal->goal))
      code = gaps_result(q, gain_model_scores(&p->row[i].score, &q->model, pair, 1, &q->watch), err);
    if (!code) code = gaps_result(q, gain_model_push(&q->model, (*pair)[0], (*pair)[1]), err);
  }
  while (q->model.count)
    gain_model_pop(&q->model);
  return code;
}

/* ---- words ---- */

static nonet_code say_total(nonet_answer *a, const struct planning *p, nonet_err *err) {
  const struct gaps *q = p->q;
  struct buffer b = {0};
  double cost = 0;
  gaps_count(&b, p->plan.count, "tie", "ties");
  nonet_code code = b.failed ? error_memory(err) : answer_verdict(a, buffer_string(&b), err);
  buffer_clear(&b);
  buffer_text(&b, "With ");
  for (uint32_t i = 0; i < p->plan.count; i++) {
    const uint32_t *pair = q->pair[p->row[i].at];
    cost += p->row[i].cost;
    buffer_text(&b, i == 0 ? "" : i + 1 == p->plan.count ? " and " : ", ");
    gaps_pair(&b, q, pair);
  }
  buffer_text(&b, ", ");
  gaps_change(&b, q, p->plan.total);
  if (q->o->cost && !isnan(cost)) buffer_text(&b, ", at a cost of ");
  if (q->o->cost && !isnan(cost)) gaps_number(&b, cost, 6);
  buffer_char(&b, '.');
  if (!code) return gaps_say(a, &b, err);
  buffer_free(&b);
  return code;
}

static nonet_code say_none(nonet_answer *a, const struct planning *p, nonet_err *err) {
  nonet_code code = answer_verdict(a, "none", err);
  return code ? code : answer_say(a, err, "No tie gains anything for the goal %s, nor would the next one.", p->q->goal->info.name);
}

/* How near the best possible it is. */
static nonet_code say_proof(nonet_answer *a, const struct planning *p, nonet_err *err) {
  const struct gaps *q = p->q;
  const struct gain_plan *plan = &p->plan;
  struct buffer b = {0};
  uint32_t budget = q->o->budget < q->count ? q->o->budget : (uint32_t)q->count;
  if (plan->proof == GAIN_TRIED) {
    buffer_print(&b, "Every set of up to %" PRIu32 " of the ", budget);
    gaps_count(&b, q->count, "gap", "gaps");
    buffer_text(&b, " was tried: none gains more; another may gain as much.");
  } else if (plan->proof == GAIN_BOUNDED) {
    buffer_print(&b, "No set of %" PRIu32 " can gain more; another may gain as much.", budget);
  } else {
    buffer_print(&b, "A good choice, not proved the best: no set of %" PRIu32 " can gain more than ", budget);
    gaps_number(&b, gaps_value(q, plan->bound), 4);
    buffer_text(&b, ", and this one gains ");
    gaps_number(&b, gaps_value(q, plan->total), 4);
    if (plan->bound > 0) buffer_print(&b, ", at least %d %% of what can be", (int)(100 * ((double)plan->total / (double)plan->bound)));
    buffer_char(&b, '.');
  }
  return gaps_say(a, &b, err);
}

static nonet_code say_how(nonet_answer *a, const struct planning *p, nonet_err *err) {
  const struct gaps *q = p->q;
  struct buffer b = {0};
  if (q->submodular && p->plan.proof == GAIN_UNPROVED)
    buffer_text(&b, "For this goal a tie never adds more for others being there, so choice of the best next one, again and again, always "
                    "gains at least 63 % (1 - 1/e) of what can be.");
  else if (p->plan.greedy < p->plan.total) {
    buffer_text(&b, "The best next one, again and again, would have gained only ");
    gaps_number(&b, gaps_value(q, p->plan.greedy), 4);
    buffer_text(&b, " together.");
  } else {
    return NONET_OK;
  }
  return gaps_say(a, &b, err);
}

static nonet_code say(nonet_answer *a, const struct planning *p, nonet_err *err) {
  const struct gaps *q = p->q;
  nonet_code code = p->plan.count ? say_total(a, p, err) : say_none(a, p, err);
  if (!code) code = say_proof(a, p, err);
  if (!code) code = say_how(a, p, err);
  for (uint32_t i = 0; !code && i < p->plan.count && !q->o->reasons_in_rows; i++) {
    struct buffer b = {0};
    buffer_print(&b, "%" PRIu32 ". %s", i + 1, i ? "Then: " : "");
    gaps_reason(&b, q, &p->row[i]);
    buffer_char(&b, '.');
    code = gaps_say(a, &b, err);
  }
  return code;
}

/* ---- the sheet ---- */

static nonet_code fill(nonet_sheet *s, const struct planning *p, nonet_err *err) {
  const struct gaps *q = p->q;
  struct gaps_columns columns;
  double *gain, *total, *alone, so_far = 0;
  nonet_code code = sheet_add_numbers(&gain, s, "gain", err);
  if (!code) code = sheet_add_numbers(&total, s, "total", err);
  if (!code) code = sheet_add_numbers(&alone, s, "alone", err);
  if (!code) code = gaps_columns_add(&columns, s, q, err);
  for (uint32_t i = 0; !code && i < p->plan.count; i++) {
    const uint32_t *pair = q->pair[p->row[i].at];
    so_far += (double)p->plan.gain[i];
    gain[i] = gaps_value(q, p->plan.gain[i]);
    total[i] = i + 1 == p->plan.count ? gaps_value(q, p->plan.total) : gaps_value(q, (int64_t)so_far);
    alone[i] = p->alone[i];
    code = sheet_set_text(s, i, 0, gaps_key(q, pair[0]), err);
    if (!code) code = sheet_set_text(s, i, 1, gaps_key(q, pair[1]), err);
    if (!code) code = gaps_columns_fill(s, i, &columns, q, &p->row[i], err);
  }
  return code;
}

static nonet_code show(nonet_answer *a, const struct planning *p, nonet_err *err) {
  const struct gaps *q = p->q;
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "plan", "Ties together, in the order of choice", NONET_BY_PAIR, p->plan.count, err);
  if (code) return code;
  code = fill(s, p, err);
  if (!code) code = sheet_note(s, "gain: on top of the ties before; alone: by itself; total: of all so far", err);
  if (code)
    nonet_sheet_free(s);
  else
    code = answer_add_sheet(a, s, err);
  uint32_t(*tie)[2] = code ? NULL : gaps_ties(q, p->row, p->plan.count);
  if (!code) code = tie ? gaps_mark(a, q, (const uint32_t(*)[2])tie, p->plan.count, false, err) : error_memory(err);
  free(tie);
  return code;
}

nonet_code gaps_plan(nonet_answer *a, struct gaps *q, nonet_err *err) {
  struct planning p = {.q = q};
  struct gain_search_ask ask = {
      .pair = (const uint32_t(*)[2])q->pair, .count = q->count, .budget = q->o->budget, .submodular = q->submodular};
  nonet_code code = gaps_result(q, gain_search(&p.plan, &q->model, &ask, &q->watch), err);
  if (!code) code = describe(&p, err);
  if (!code) code = say(a, &p, err);
  if (!code) code = show(a, &p, err);
  gain_plan_free(&p.plan);
  free(p.row);
  free(p.alone);
  return code;
}
