/* Who could introduce one to another: contacts of both, each with the ties on either side.
 *
 * How: the shortest ways between the two under the conditions, direction left out of account, for an introduction goes by acquaintance. In
 * two steps whoever stands between knows both. In more, the first on each way knows somebody who leads on, and the chain is told. */
#include "ask/between.h"
#include "ask/circle.h"
#include "ask/connection.h"
#include "ask/forms.h"
#include "ask/tell.h"

#include <math.h>

enum { NAMES_TOLD = 8, CHAINS_TOLD = 3 };

static nonet_code ends_of(struct connection *c, const nonet_connection_options *o, nonet_err *err) {
  if (c->end[0].what != SUBJECT_NODE || c->end[1].what != SUBJECT_NODE)
    return error_set(err, NONET_EUSAGE, "an introduction is of one node to another: '%s' to '%s' is not", o->from, o->to);
  if (c->end[0].at == c->end[1].at) return error_set(err, NONET_EUSAGE, "nobody has to be introduced to himself");
  return NONET_OK;
}

/* The ways, whichever way ties point. */
static nonet_code find_ways(struct connection *c, nonet_err *err) {
  c->ways.directed = false;
  nonet_code code = between_shortest(&c->shortest, &c->ways, c->side[0].only, c->side[1].only, c->options->at_most, &c->run, err);
  bool far = c->options->within > 0 && c->shortest.steps > c->options->within;
  if (code || (isfinite(c->shortest.steps) && !far)) return code;
  code = connection_flag(c, err);
  return code ? code : connection_miss(c, err);
}

/* The first between on each way; the ties of all ways. */
static void gather(struct circle *first, struct circle *ties, const struct connection *c) {
  const struct trails *t = &c->shortest.trails;
  for (size_t i = 0; i < t->count; i++) {
    if (trail_length(t, i) > 2) circle_add(first, t->node[t->first[i] + 1]);
    for (size_t k = t->first[i]; k + 1 < t->first[i + 1]; k++)
      for (uint64_t e = c->net->end_first[t->node[k]]; e < c->net->end_first[t->node[k] + 1]; e++)
        if (c->net->end_other[e] == t->node[k + 1] && ways_open(&c->ways, c->net->end_tie[e], t->node[k]))
          circle_add(ties, c->net->end_tie[e]);
  }
  circle_settle_nodes(first, c->net);
}

static nonet_code tell_mutual(nonet_answer *a, const struct connection *c, const struct circle *first, struct buffer *text,
                              nonet_err *err) {
  tell_nodes(text, c->net, first->at, first->count, NAMES_TOLD);
  buffer_print(text, " could introduce ");
  tell_node(text, c->net, c->end[0].at);
  buffer_text(text, " to ");
  tell_node(text, c->net, c->end[1].at);
  buffer_text(text, first->count == 1 ? ", being tied to both" : ", each being tied to both");
  return tell(a, text, err);
}

static nonet_code tell_chains(nonet_answer *a, const struct connection *c, const struct circle *first, struct buffer *text,
                              nonet_err *err) {
  const struct trails *t = &c->shortest.trails;
  buffer_text(text, "Nobody is tied to both. The first step would be ");
  tell_nodes(text, c->net, first->at, first->count, NAMES_TOLD);
  buffer_print(text, "; it takes %.0f steps: ", c->shortest.steps);
  for (size_t i = 0; i < t->count && i < CHAINS_TOLD; i++) {
    if (i > 0) buffer_text(text, "; ");
    for (size_t k = t->first[i]; k < t->first[i + 1]; k++) {
      if (k > t->first[i]) buffer_text(text, " – ");
      tell_node(text, c->net, t->node[k]);
    }
  }
  if (c->shortest.count > CHAINS_TOLD) buffer_text(text, "; and more");
  return tell(a, text, err);
}

static nonet_code say_introducers(nonet_answer *a, const struct connection *c, const struct circle *first, struct buffer *text,
                                  nonet_err *err) {
  nonet_code code = NONET_OK;
  if (c->shortest.steps == 1) {
    code = answer_verdict(a, "nobody has to", err);
    tell_node(text, c->net, c->end[0].at);
    buffer_text(text, " and ");
    tell_node(text, c->net, c->end[1].at);
    buffer_text(text, " are tied already");
    return code ? code : tell(a, text, err);
  }
  tell_count(text, first->count, "introducer", "introducers");
  code = text->failed ? error_memory(err) : answer_verdict(a, buffer_string(text), err);
  buffer_clear(text);
  if (code) return code;
  code = c->shortest.steps == 2 ? tell_mutual(a, c, first, text, err) : tell_chains(a, c, first, text, err);
  if (!code && (double)c->shortest.trails.count < c->shortest.count)
    code = answer_say(a, err, "Only the first %zu of the %.0f shortest ways were looked at.", c->shortest.trails.count, c->shortest.count);
  if (!code && c->net->directed) code = answer_say(a, err, "Ties are read both ways, whoever reported them.");
  return code;
}

static nonet_code fill(nonet_answer *a, const struct connection *c, nonet_err *err) {
  struct circle first = {0}, ties = {0};
  struct buffer text = {0};
  gather(&first, &ties, c);
  nonet_code code = first.failed || ties.failed ? error_memory(err) : say_introducers(a, c, &first, &text, err);
  if (!code) code = circle_show_nodes(a, "introducers", "Who could introduce", c->net, &first, "introducer", err);
  if (!code) code = circle_show_ties(a, "ties", "The ties that it rests on", c->net, &ties, err);
  if (!code) code = answer_mark_node(a, c->end[0].at, "from", err);
  if (!code) code = answer_mark_node(a, c->end[1].at, "to", err);
  buffer_free(&text);
  circle_free(&first);
  circle_free(&ties);
  return code;
}

nonet_code nonet_introduction(nonet_answer **out, const nonet *n, const nonet_connection_options *options, const nonet_run *run,
                              nonet_err *err) {
  struct connection c;
  nonet_connection_options o = options ? *options : (nonet_connection_options){0};
  *out = NULL;
  o.brief = true; /* strengths are not looked at */
  nonet_code code = connection_start(&c, n, &o, run, err);
  if (!code) code = ends_of(&c, &o, err);
  if (!code) code = find_ways(&c, err);
  if (!code) code = answer_new(out, err);
  if (!code) code = fill(*out, &c, err);
  connection_free(&c);
  if (code) {
    nonet_answer_free(*out);
    *out = NULL;
  }
  return code;
}

static nonet_code answer_introduce(nonet_answer **out, const struct asking *q, nonet_err *err) {
  nonet_connection_options o = {.from = q->name[SLOT_A],
                                .to = q->name[SLOT_B],
                                .avoid = q->list[SLOT_AVOIDED],
                                .via = q->name[SLOT_VIA],
                                .through = q->name[SLOT_KIND],
                                .tie_kind = q->name[SLOT_TIES],
                                .since = q->name[SLOT_SINCE],
                                .before = q->name[SLOT_BEFORE],
                                .within = asking_number(q, SLOT_WITHIN)};
  return nonet_introduction(out, q->net, &o, q->run, err);
}

static const struct form_row rows[] = {{FORM_INTRODUCE, "nonet_introduction", answer_introduce}};
const struct form_rows introduce_forms = {rows, sizeof rows / sizeof *rows};
