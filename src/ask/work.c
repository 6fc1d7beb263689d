/* Whom somebody works with, what on, and who works on something.
 *
 * How: the kinds of nodes tell the two sides (net/sides.h): strategies, projects, events, and those who work on them. Working with: being
 * tied, or being on the same strategies. A network without a second side has no strategies, so what somebody works on is then the layers.
 */
#include "ask/circle.h"
#include "ask/forms.h"
#include "ask/subject.h"
#include "ask/tell.h"
#include "base/memory.h"
#include "net/sheet.h"
#include "net/sides.h"

#include <stdlib.h>

enum { NAMES_TOLD = 8 };

struct work {
  const nonet *net;
  uint32_t node;
  bool *strategy; /* owned; of each node */
  bool sides;     /* the network has strategies */
  struct circle people, ties;
  struct buffer text;
};

static nonet_code work_start(struct work *w, const nonet *n, uint32_t node, nonet_err *err) {
  *w = (struct work){.net = n, .node = node, .strategy = memory_zeroed(n->nodes, sizeof *w->strategy)};
  if (!w->strategy) return error_memory(err);
  w->sides = net_strategy_nodes(w->strategy, n);
  return NONET_OK;
}

static void work_free(struct work *w) {
  free(w->strategy);
  circle_free(&w->people);
  circle_free(&w->ties);
  buffer_free(&w->text);
}

/* The nodes tied to the one asked about that are strategies, or are not. */
static void gather(struct work *w, bool strategies) {
  struct circle near = {0};
  circle_neighbours(&near, w->net, w->node);
  for (size_t i = 0; i < near.count; i++) {
    if (w->strategy[near.at[i]] != strategies) continue;
    circle_add(&w->people, near.at[i]);
    circle_ties_between(&w->ties, w->net, w->node, near.at[i]);
  }
  w->people.failed |= near.failed;
  circle_free(&near);
  circle_settle_nodes(&w->people, w->net);
}

/* "NAME VERB 3 of KIND: A, B and C (and 4 more)". */
static nonet_code say_list(nonet_answer *a, struct work *w, const char *between, const char *one, const char *several, nonet_err *err) {
  tell_node(&w->text, w->net, w->node);
  buffer_text(&w->text, between);
  tell_kinds(&w->text, w->net, w->people.at, w->people.count, one, several);
  buffer_text(&w->text, ": ");
  tell_nodes(&w->text, w->net, w->people.at, w->people.count, NAMES_TOLD);
  return tell(a, &w->text, err);
}

static nonet_code verdict_of(nonet_answer *a, size_t count, nonet_err *err) {
  struct buffer text = {0};
  buffer_print(&text, "%zu", count);
  nonet_code code = text.failed ? error_memory(err) : answer_verdict(a, buffer_string(&text), err);
  buffer_free(&text);
  return code;
}

/* ---- with ---- */

/* Strategies that both are tied to. */
static uint32_t same_work(const struct work *w, uint32_t other, struct circle *ties) {
  struct circle near = {0};
  uint32_t count = 0;
  circle_neighbours(&near, w->net, w->node);
  for (size_t i = 0; i < near.count; i++) {
    if (!w->strategy[near.at[i]] || !circle_tied(w->net, other, near.at[i])) continue;
    count++;
    if (!ties) continue;
    circle_ties_between(ties, w->net, w->node, near.at[i]);
    circle_ties_between(ties, w->net, other, near.at[i]);
  }
  circle_free(&near);
  return count;
}

/* Those on the same strategies, who are not strategies themselves (or are, when one is asked about). */
static void gather_colleagues(struct work *w) {
  struct circle near = {0};
  bool own = w->strategy[w->node];
  circle_neighbours(&near, w->net, w->node);
  for (size_t i = 0; i < near.count; i++) {
    struct circle behind = {0};
    if (w->strategy[near.at[i]] == own) continue;
    circle_neighbours(&behind, w->net, near.at[i]);
    for (size_t k = 0; k < behind.count; k++)
      if (behind.at[k] != w->node && w->strategy[behind.at[k]] == own) circle_add(&w->people, behind.at[k]);
    circle_free(&behind);
  }
  w->people.failed |= near.failed;
  circle_free(&near);
  circle_settle_nodes(&w->people, w->net);
}

static nonet_code add_with(nonet_answer *a, struct work *w, nonet_err *err) {
  double *direct, *same = NULL;
  nonet_code code = circle_show_nodes(a, "with", "Who works with it", w->net, &w->people, "with", err);
  size_t last = 0;
  while (!code && nonet_answer_sheet(a, last + 1))
    last++;
  nonet_sheet *s = code ? NULL : (nonet_sheet *)(uintptr_t)nonet_answer_sheet(a, last);
  if (!code) code = sheet_add_numbers(&direct, s, "direct-ties", err);
  if (!code && w->sides) code = sheet_add_numbers(&same, s, "in-common", err);
  for (size_t i = 0; i < w->people.count && !code; i++) {
    struct circle ties = {0};
    circle_ties_between(&ties, w->net, w->node, w->people.at[i]);
    direct[i] = (double)ties.count;
    circle_free(&ties);
    if (same) same[i] = same_work(w, w->people.at[i], NULL);
  }
  if (!code) code = nonet_sheet_sort(s, "direct-ties", err);
  return code;
}

/* People of the circle who are tied directly, and those who are not. */
static void part(struct circle *direct, struct circle *shared, const struct work *w) {
  for (size_t i = 0; i < w->people.count; i++)
    circle_add(circle_tied(w->net, w->node, w->people.at[i]) ? direct : shared, w->people.at[i]);
}

static nonet_code say_with(nonet_answer *a, struct work *w, nonet_err *err) {
  struct circle direct = {0}, shared = {0};
  part(&direct, &shared, w);
  nonet_code code = direct.failed || shared.failed ? error_memory(err) : NONET_OK;
  if (!code && direct.count > 0) {
    tell_node(&w->text, w->net, w->node);
    buffer_text(&w->text, " is tied to ");
    tell_nodes(&w->text, w->net, direct.at, direct.count, NAMES_TOLD);
    code = tell(a, &w->text, err);
  }
  if (!code && shared.count > 0) {
    tell_node(&w->text, w->net, w->node);
    buffer_text(&w->text, direct.count > 0 ? " also shares work with " : " is tied to nobody of its own side, but shares work with ");
    tell_nodes(&w->text, w->net, shared.at, shared.count, NAMES_TOLD);
    buffer_text(&w->text, w->strategy[w->node] ? ", through partners in common" : ", through strategies in common");
    code = tell(a, &w->text, err);
  }
  circle_free(&direct);
  circle_free(&shared);
  return code;
}

static nonet_code with(nonet_answer **out, struct work *w, nonet_err *err) {
  const nonet *n = w->net;
  gather(w, w->strategy[w->node]);
  if (w->strategy[w->node]) gather(w, false); /* with a strategy work those who work on it, too */
  if (w->sides) gather_colleagues(w);
  if (w->people.failed) return error_memory(err);
  if (w->people.count == 0) {
    tell_node(&w->text, n, w->node);
    return error_set(err, NONET_ENOANSWER, "%s works with nobody: %s", buffer_string(&w->text),
                     n->end_first[w->node] == n->end_first[w->node + 1] ? "it has no tie"
                                                                        : "no tie and no work in common leads to anybody");
  }
  for (size_t i = 0; i < w->people.count; i++) {
    circle_ties_between(&w->ties, n, w->node, w->people.at[i]);
    if (w->sides && !w->strategy[w->node]) same_work(w, w->people.at[i], &w->ties);
  }
  nonet_code code = answer_new(out, err);
  if (!code) code = verdict_of(*out, w->people.count, err);
  if (!code) code = say_with(*out, w, err);
  if (!code) code = add_with(*out, w, err);
  if (!code) code = circle_show_ties(*out, "ties", "The ties that it rests on", n, &w->ties, err);
  return code;
}

/* ---- on ---- */

static nonet_code on_layers(nonet_answer **out, struct work *w, nonet_err *err) {
  const uint32_t *layers;
  uint32_t count = net_node_layers(w->net, w->node, &layers);
  tell_node(&w->text, w->net, w->node);
  if (count == 0)
    return error_set(err, NONET_ENOANSWER, "no kind of node here is a strategy, project or event, and %s is in no layer",
                     buffer_string(&w->text));
  nonet_code code = answer_new(out, err);
  if (!code) code = verdict_of(*out, count, err);
  buffer_text(&w->text, " takes part in ");
  for (uint32_t i = 0; i < count; i++)
    buffer_print(&w->text, "%s%s", i == 0 ? "" : i + 1 == count ? " and " : ", ", nonet_layer_name(w->net, layers[i]));
  if (!code) code = tell(*out, &w->text, err);
  if (!code)
    code = answer_say(*out, err, "No kind of node here is a strategy, project or event, so the layers stand for what is worked on.");
  circle_neighbours(&w->people, w->net, w->node);
  for (uint64_t e = w->net->end_first[w->node]; e < w->net->end_first[w->node + 1]; e++)
    circle_add(&w->ties, w->net->end_tie[e]);
  if (!code) code = circle_show_ties(*out, "ties", "The ties that it has there", w->net, &w->ties, err);
  return code;
}

static nonet_code on(nonet_answer **out, struct work *w, nonet_err *err) {
  if (!w->sides) return on_layers(out, w, err);
  gather(w, true);
  if (w->people.failed) return error_memory(err);
  if (w->people.count == 0) {
    tell_node(&w->text, w->net, w->node);
    return error_set(err, NONET_ENOANSWER, "%s is tied to no strategy, project or event", buffer_string(&w->text));
  }
  nonet_code code = answer_new(out, err);
  if (!code) code = verdict_of(*out, w->people.count, err);
  if (!code)
    code = say_list(*out, w, w->strategy[w->node] ? " is tied to " : " works on ", "strategy, project or event",
                    "strategies, projects or events", err);
  if (!code) code = circle_show_nodes(*out, "on", "What it works on", w->net, &w->people, "works on", err);
  return code ? code : circle_show_ties(*out, "ties", "The ties that it rests on", w->net, &w->ties, err);
}

/* ---- workers ---- */

static nonet_code workers(nonet_answer **out, struct work *w, nonet_err *err) {
  if (w->sides)
    gather(w, !w->strategy[w->node]);
  else
    gather(w, false);
  if (w->people.failed) return error_memory(err);
  if (w->people.count == 0) {
    tell_node(&w->text, w->net, w->node);
    return error_set(err, NONET_ENOANSWER, "nobody works on %s, as far as the ties tell", buffer_string(&w->text));
  }
  nonet_code code = answer_new(out, err);
  if (!code) code = verdict_of(*out, w->people.count, err);
  tell_nodes(&w->text, w->net, w->people.at, w->people.count, NAMES_TOLD);
  buffer_text(&w->text, w->people.count == 1 ? " is tied to " : " are tied to ");
  tell_node(&w->text, w->net, w->node);
  if (!code) code = tell(*out, &w->text, err);
  if (!code && w->people.count == 1 && w->strategy[w->node]) code = answer_say(*out, err, "It rests on that one alone.");
  if (!code) code = circle_show_nodes(*out, "workers", "Who works on it", w->net, &w->people, "works on it", err);
  return code ? code : circle_show_ties(*out, "ties", "The ties that it rests on", w->net, &w->ties, err);
}

nonet_code nonet_work(nonet_answer **out, const nonet *n, const char *name, nonet_work_asked asked, const nonet_run *run, nonet_err *err) {
  static nonet_code (*const answers[])(nonet_answer **, struct work *, nonet_err *) = {with, on, workers};
  struct subject s;
  struct work w;
  *out = NULL;
  nonet_code code = subject_find(&s, n, name, asked == NONET_WORKERS ? SUBJECT_NODE | SUBJECT_LAYER : SUBJECT_NODE, err);
  if (code) return code;
  if (s.what == SUBJECT_LAYER) return nonet_members(out, n, (const char *[]){name, NULL}, false, run, err);
  code = work_start(&w, n, s.at, err);
  if (!code) code = answers[asked](out, &w, err);
  if (!code) code = answer_mark_node(*out, s.at, "asked about", err);
  work_free(&w);
  if (code) {
    nonet_answer_free(*out);
    *out = NULL;
  }
  return code;
}

/* ---- forms ---- */

static nonet_code answer_with(nonet_answer **out, const struct asking *q, nonet_err *err) {
  return nonet_work(out, q->net, q->name[SLOT_A], NONET_WORKS_WITH, q->run, err);
}
static nonet_code answer_on(nonet_answer **out, const struct asking *q, nonet_err *err) {
  return nonet_work(out, q->net, q->name[SLOT_A], NONET_WORKS_ON, q->run, err);
}
static nonet_code answer_workers(nonet_answer **out, const struct asking *q, nonet_err *err) {
  return nonet_work(out, q->net, q->name[SLOT_S], NONET_WORKERS, q->run, err);
}

static const struct form_row rows[] = {
    {FORM_WORKS_WITH, "nonet_work", answer_with}, {FORM_WORKS_ON, "nonet_work", answer_on}, {FORM_WORKERS, "nonet_work", answer_workers}};
const struct form_rows work_forms = {rows, sizeof rows / sizeof *rows};
