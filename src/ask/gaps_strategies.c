/* New strategies that would bring partners together: each a new node tied to some. */
#include "ask/gaps.h"

#include "base/memory.h"
#include "net/answer.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct bringing {
  struct gaps *q;
  struct gain_hub hub;
  uint32_t *node; /* those who may be members */
  uint32_t count, members;
};

static nonet_code find(struct bringing *s, nonet_err *err) {
  struct gaps *q = s->q;
  s->node = memory_array(q->g->nodes, sizeof *s->node);
  if (!s->node) return error_memory(err);
  for (uint32_t v = 0; v < q->g->nodes; v++)
    if (q->may[v] && !q->strategy[v] && (!gaps_only_between(q) || q->group_of[v])) s->node[s->count++] = v;
  s->members = q->o->budget ? q->o->budget : 3;
  if (s->members < 2) return error_set(err, NONET_EUSAGE, "a strategy that brings partners together has 2 or more");
  if (s->members > s->count)
    return error_set(err, NONET_ENOANSWER, "there are %" PRIu32 " partners who may be asked, fewer than %" PRIu32, s->count, s->members);
  struct gain_hub_ask ask = {.node = s->node, .count = s->count, .members = s->members, .top = q->top};
  return gaps_result(q, gain_hub_find(&s->hub, &q->model, &ask, &q->watch), err);
}

static void names(struct buffer *b, const struct bringing *s, size_t set) {
  for (uint32_t i = 0; i < s->members; i++)
    buffer_text(b, i == 0 ? "" : i + 1 == s->members ? " and " : ", "), gaps_name(b, s->q, s->hub.member[set * s->members + i]);
}

static nonet_code say(nonet_answer *a, const struct bringing *s, nonet_err *err) {
  const struct gaps *q = s->q;
  struct buffer b = {0};
  names(&b, s, 0);
  nonet_code code = b.failed ? error_memory(err) : answer_verdict(a, buffer_string(&b), err);
  buffer_clear(&b);
  buffer_text(&b, "With a new strategy of ");
  names(&b, s, 0);
  buffer_text(&b, ", ");
  gaps_change(&b, q, s->hub.gain[0] > 0 ? s->hub.gain[0] : 0);
  buffer_char(&b, '.');
  if (code) {
    buffer_free(&b);
    return code;
  }
  code = gaps_say(a, &b, err);
  if (!code && s->hub.exact)
    code = answer_say(a, err, "Every set of %" PRIu32 " of the %" PRIu32 " who may be asked was tried: none gains more.", s->members,
                      s->count);
  if (!code && !s->hub.exact)
    code = answer_say(a, err,
                      "Sets were grown one after the other from each first member, not all of them tried (%" PRIu64
                      " were): a better one may exist, and no bound is known for this.",
                      s->hub.tried);
  if (!code && gain_goal_sums(q->goal->goal))
    code = answer_say(a, err, "Distances are those between who is there now; the new strategy is only a way between them.");
  return code;
}

static nonet_code fill(nonet_sheet *sheet, const struct bringing *s, nonet_err *err) {
  double *gain, *parts;
  nonet_code code = sheet_add_numbers(&gain, sheet, "gain", err);
  if (!code) code = sheet_add_numbers(&parts, sheet, "ties", err);
  for (size_t i = 0; !code && i < s->hub.count * s->members; i++) {
    uint32_t v = s->hub.member[i];
    char set[32];
    snprintf(set, sizeof set, "%zu", i / s->members + 1);
    gain[i] = gaps_value(s->q, s->hub.gain[i / s->members]);
    parts[i] = (double)(s->q->g->first[v + 1] - s->q->g->first[v]);
    code = sheet_set_text(sheet, i, 0, set, err);
    if (!code) code = sheet_set_text(sheet, i, 1, gaps_key(s->q, v), err);
  }
  return code;
}

static nonet_code show(nonet_answer *a, const struct bringing *s, nonet_err *err) {
  const struct gaps *q = s->q;
  nonet_sheet *sheet;
  nonet_code code = sheet_new(&sheet, "strategies", "New strategies by gain", NONET_BY_SET, s->hub.count * s->members, err);
  if (code) return code;
  code = fill(sheet, s, err);
  if (!code) code = sheet_note(sheet, "ties: how many others the member is tied to now", err);
  if (code)
    nonet_sheet_free(sheet);
  else
    code = answer_add_sheet(a, sheet, err);
  uint32_t(*tie)[2] = memory_array(s->members, sizeof *tie);
  if (!code && !tie) code = error_memory(err);
  for (uint32_t i = 0; !code && i < s->members; i++)
    tie[i][0] = q->keyed.node[s->hub.member[i]], tie[i][1] = q->net->nodes;
  if (!code) code = gaps_mark(a, q, (const uint32_t(*)[2])tie, s->members, true, err);
  free(tie);
  return code;
}

nonet_code gaps_strategies(nonet_answer *a, struct gaps *q, nonet_err *err) {
  struct bringing s = {.q = q};
  nonet_code code = find(&s, err);
  if (!code) code = say(a, &s, err);
  if (!code) code = show(a, &s, err);
  gain_hub_free(&s.hub);
  free(s.node);
  return code;
}
