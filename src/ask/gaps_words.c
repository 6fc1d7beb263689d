/* What a gap and its gain are called. */
#include "ask/gaps.h"
#include "ask/tell.h"

#include "base/memory.h"
#include "base/number.h"
#include "net/answer.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>

void gaps_name(struct buffer *b, const struct gaps *q, uint32_t node) {
  tell_node(b, q->net, q->keyed.node[node]);
}

void gaps_pair(struct buffer *b, const struct gaps *q, const uint32_t *pair) {
  gaps_name(b, q, pair[0]);
  buffer_text(b, q->g->directed ? " -> " : " - ");
  gaps_name(b, q, pair[1]);
}

/* " of A", where it is about one. */
static void of_one(struct buffer *b, const struct gaps *q) {
  if (!q->submodular) return;
  buffer_text(b, q->g->directed ? " from " : " of ");
  gaps_name(b, q, q->of);
}

const char *gaps_key(const struct gaps *q, uint32_t node) {
  return net_key(q->net, q->keyed.node[node]);
}

uint32_t (*gaps_ties(const struct gaps *q, const struct gaps_row *row, size_t count))[2] {
  uint32_t(*tie)[2] = memory_array(count, sizeof *tie);
  for (size_t i = 0; tie && i < count; i++)
    for (int end = 0; end < 2; end++)
      tie[i][end] = q->keyed.node[q->pair[row[i].at][end]];
  return tie;
}

double gaps_value(const struct gaps *q, int64_t points) {
  return gain_model_value(&q->model, points);
}

void gaps_number(struct buffer *b, double x, int digits) {
  char text[NUMBER_ROOM];
  number_print_short(text, x, digits);
  buffer_text(b, text);
}

void gaps_count(struct buffer *b, uint64_t count, const char *one, const char *many) {
  buffer_print(b, "%" PRIu64 " %s", count, count == 1 ? one : many);
}

nonet_code gaps_say(nonet_answer *a, struct buffer *b, nonet_err *err) {
  nonet_code code = b->failed ? error_memory(err) : answer_say(a, err, "%s", buffer_string(b));
  buffer_free(b);
  return code;
}

/* ---- the goal ---- */

void gaps_sides(struct buffer *b, const struct gaps *q) {
  buffer_text(b, " between ");
  subject_tell(b, &q->group[0], q->net);
  buffer_text(b, " and ");
  subject_tell(b, &q->group[1], q->net);
}

/* What a mean is of. */
static void mean_of(struct buffer *b, const struct gaps *q) {
  buffer_text(b, "the mean of 1/distance");
  if (q->goal->goal == GAIN_CLOSENESS) gaps_sides(b, q);
}

/* What is counted. */
static void counted(struct buffer *b, const struct gaps *q, uint64_t count) {
  switch (q->goal->goal) {
  case GAIN_COMPONENTS:
    if (q->g->directed)
      gaps_count(b, count, "strong component", "strong components");
    else
      gaps_count(b, count, "separate part", "separate parts");
    break;
  case GAIN_CUT_POINTS:
    gaps_count(b, count, "cut point", "cut points");
    break;
  case GAIN_BRIDGES:
    gaps_count(b, count, "bridge", "bridges");
    break;
  case GAIN_CONNECTIVITY:
    gaps_count(b, count, "node that connects the others", "nodes that connect the others");
    break;
  default:
    gaps_count(b, count, q->submodular ? "node" : "pair", q->submodular ? "nodes" : "pairs");
    if (q->o->between) gaps_sides(b, q);
    buffer_print(b, " within %" PRIu32 " step%s", q->within, q->within == 1 ? "" : "s");
    of_one(b, q);
  }
}

void gaps_change(struct buffer *b, const struct gaps *q, int64_t gain) {
  double before = gaps_value(q, q->points), after = gaps_value(q, q->points + gain);
  if (q->goal->goal == GAIN_EFFICIENCY || q->goal->goal == GAIN_CLOSENESS) {
    mean_of(b, q);
    buffer_text(b, gain ? " would rise from " : " would stay ");
  } else if (q->goal->goal == GAIN_CONNECTIVITY) {
    buffer_text(b, gain ? "node connectivity would rise from " : "node connectivity would stay ");
  } else {
    counted(b, q, (uint64_t)fabs(before));
    if (gain) buffer_text(b, " would become ");
    if (gain) gaps_number(b, fabs(after), 15);
    if (!gain) buffer_text(b, " would stay");
    return;
  }
  gaps_number(b, before, 4);
  if (!gain) return;
  buffer_text(b, " to ");
  gaps_number(b, after, 4);
}

/* ---- reasons ---- */

static void would_gain(struct buffer *b, const struct gaps *q, const struct gaps_row *row) {
  int64_t gain = row->points.gain;
  switch (q->goal->goal) {
  case GAIN_EFFICIENCY:
  case GAIN_CLOSENESS:
    mean_of(b, q);
    if (!gain) {
      buffer_text(b, " would not rise");
      break;
    }
    buffer_text(b, " would rise by ");
    gaps_number(b, gaps_value(q, gain), 3);
    buffer_text(b, ", and ");
    if (row->score.met == row->score.closer)
      gaps_count(b, row->score.met, "pair would come into contact", "pairs would come into contact");
    else
      gaps_count(b, row->score.closer, "pair would come closer", "pairs would come closer");
    if (row->score.met && row->score.met < row->score.closer) buffer_print(b, ", %" PRIu64 " of them not in contact now", row->score.met);
    break;
  case GAIN_COVERAGE:
    gaps_count(b, (uint64_t)gain, q->submodular ? "more node would be" : "more pair would be",
               q->submodular ? "more nodes would be" : "more pairs would be");
    buffer_print(b, " within %" PRIu32 " step%s", q->within, q->within == 1 ? "" : "s");
    of_one(b, q);
    break;
  case GAIN_COMPONENTS:
    if (q->g->directed && gain)
      buffer_print(b, "%" PRIi64 " strong components would be one", gain + 1);
    else if (q->g->directed)
      buffer_text(b, "nothing would be joined: no way leads back, or one is there already");
    else if (gain)
      buffer_text(b, "two separate parts would be one, and ");
    else
      buffer_text(b, "nothing would be joined: both are in the same part");
    if (gain && !q->g->directed)
      gaps_count(b, (uint64_t)row->points.second, "pair would come into contact", "pairs would come into contact");
    break;
  case GAIN_CONNECTIVITY:
    buffer_text(b, gain ? "one more node could leave before others are parted" : "node connectivity would not rise");
    break;
  default:
    if (gain >= 0)
      gaps_count(b, (uint64_t)gain,
                 q->goal->goal == GAIN_BRIDGES ? "bridge would have a way round it" : "cut point would no longer part others",
                 q->goal->goal == GAIN_BRIDGES ? "bridges would have a way round them" : "cut points would no longer part others");
    else
      gaps_count(b, (uint64_t)-gain, q->goal->goal == GAIN_BRIDGES ? "bridge would be made" : "cut point would be made",
                 q->goal->goal == GAIN_BRIDGES ? "bridges would be made" : "cut points would be made");
  }
}

void gaps_reason(struct buffer *b, const struct gaps *q, const struct gaps_row *row) {
  const uint32_t *pair = q->pair[row->at];
  bool between = q->between[row->at];
  gaps_name(b, q, pair[0]);
  bool directed = q->g->directed;
  buffer_text(b, between ? " has no part in " : directed ? " has no tie to " : " and ");
  gaps_name(b, q, pair[1]);
  buffer_text(b, between || directed ? "; with one, " : " have no tie; joined, ");
  would_gain(b, q, row);
  if (between) {
    buffer_text(b, row->likely.shared ? "; " : "; no short way leads from one to the other");
    if (row->likely.shared) gaps_count(b, row->likely.shared, "other lies", "others lie");
    if (row->likely.shared) buffer_text(b, " on short ways between them");
  } else {
    buffer_text(b, row->likely.shared ? "; they share " : "; they share no partner");
    if (row->likely.shared) gaps_count(b, row->likely.shared, "partner", "partners");
  }
}

/* ---- columns ---- */

nonet_code gaps_columns_add(struct gaps_columns *c, nonet_sheet *s, const struct gaps *q, nonet_err *err) {
  nonet_code code = NONET_OK;
  *c = (struct gaps_columns){.has_reason = q->o->reasons_in_rows};
  if (q->o->cost) code = sheet_add_numbers(&c->cost, s, "cost", err);
  if (!code && q->o->cost) code = sheet_add_numbers(&c->per_cost, s, "gain-per-cost", err);
  if (!code && gain_goal_sums(q->goal->goal)) code = sheet_add_numbers(&c->closer, s, "closer", err);
  if (!code) code = sheet_add_numbers(&c->shared, s, "shared", err);
  if (!code) code = sheet_add_numbers(&c->adamic_adar, s, "adamic-adar", err);
  if (!code) code = sheet_add_numbers(&c->resource_allocation, s, "resource-allocation", err);
  if (!code) code = sheet_add_numbers(&c->jaccard, s, "jaccard", err);
  if (!code && c->has_reason) code = sheet_add_texts(&c->reason, s, "reason", err);
  return code;
}

nonet_code gaps_columns_fill(nonet_sheet *s, size_t row, const struct gaps_columns *c, const struct gaps *q, const struct gaps_row *gap,
                             nonet_err *err) {
  struct buffer reason = {0};
  if (c->cost) c->cost[row] = gap->cost;
  if (c->per_cost) c->per_cost[row] = gaps_value(q, gap->points.gain) / gap->cost;
  if (c->closer) c->closer[row] = (double)gap->score.closer;
  c->shared[row] = gap->likely.shared;
  c->adamic_adar[row] = gap->likely.adamic_adar;
  c->resource_allocation[row] = gap->likely.resource_allocation;
  c->jaccard[row] = gap->likely.jaccard;
  if (!c->has_reason) return NONET_OK;
  gaps_reason(&reason, q, gap);
  nonet_code code = reason.failed ? error_memory(err) : sheet_set_text(s, row, c->reason, buffer_string(&reason), err);
  buffer_free(&reason);
  return code;
}
