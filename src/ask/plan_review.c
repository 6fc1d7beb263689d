/* Review: what was planned beside what came.
 *
 * How: of each plan it is asked whether its changes were made, what the goal is at now, and what it would be at now without those that were
 * made: a tie that was planned is taken out of the network as it is, who left is put back with the ties recorded, a tie that went is tied
 * again. The difference is what came from the plan; the rest of what was gained since then came from elsewhere. So where nothing else
 * changed, what came from it is what was predicted.
 * Why counted from now and not from then: the network then is not at hand, and what a tie brings depends on the others that came. */
#include "ask/gaps.h"
#include "ask/plan.h"
#include "ask/tell.h"
#include "net/edit.h"
#include "net/sheet.h"

#include "base/memory.h"
#include "base/number.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What became of a plan. */
struct outcome {
  size_t made;
  double now;     /* the goal; NaN: it cannot be asked of the network now */
  double from_it; /* of the gain since then */
  char why[256];  /* it cannot */
};

struct review {
  const nonet_ledger *ledger;
  const nonet *n;
  struct run run;
  struct outcome *outcome; /* owned; of each plan */
};

static bool are_tied(const nonet *n, uint32_t v, uint32_t w) {
  for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++)
    if (n->end_other[e] == w) return true;
  return false;
}

static bool is_made(const nonet *n, const struct plan_change *c) {
  uint32_t v = plan_node(n, c->a), w = c->kind == PLAN_LEAVE ? NONET_NONE : plan_node(n, c->b);
  if (c->kind == PLAN_LEAVE) return v == NONET_NONE;
  bool tied = v != NONET_NONE && w != NONET_NONE && are_tied(n, v, w);
  return c->kind == PLAN_JOIN ? tied : !tied;
}

/* ---- the network now, without what was planned ---- */

struct undone {
  nonet_edit *edit; /* owned */
  size_t count, room;
};

static bool add(struct undone *u, nonet_edit edit) {
  if (!memory_grow(&u->edit, &u->room, u->count + 1, sizeof *u->edit)) return false;
  u->edit[u->count++] = edit;
  return true;
}

/* Who is there now, or was put back before. */
static bool is_there(const struct undone *u, const nonet *n, const char *key) {
  for (size_t i = 0; i < u->count; i++)
    if (u->edit[i].kind == NONET_ADD_NODE && strcmp(u->edit[i].a, key) == 0) return true;
  return plan_node(n, key) != NONET_NONE;
}

static bool undo(struct undone *u, const nonet *n, const struct plan_change *c) {
  if (c->kind == PLAN_JOIN) return c->already || add(u, (nonet_edit){.kind = NONET_REMOVE_TIES, .a = c->a, .b = c->b});
  if (c->kind == PLAN_UNTIE) {
    bool both = is_there(u, n, c->a) && is_there(u, n, c->b);
    return !both || add(u, (nonet_edit){.kind = NONET_ADD_TIE, .a = c->a, .b = c->b});
  }
  bool fits = add(u, (nonet_edit){.kind = NONET_ADD_NODE, .a = c->a});
  for (size_t i = 0; i < c->ties && fits; i++)
    if (is_there(u, n, c->tie[i])) fits = add(u, (nonet_edit){.kind = NONET_ADD_TIE, .a = c->a, .b = c->tie[i]});
  return fits;
}

/* Changes twice planned in one plan are undone once. */
static bool came_before(const struct plan *p, size_t i) {
  for (size_t k = 0; k < i; k++) {
    const struct plan_change *x = &p->change[k], *y = &p->change[i];
    bool same = strcmp(x->a, y->a) == 0 && strcmp(x->b, y->b) == 0, turned = strcmp(x->a, y->b) == 0 && strcmp(x->b, y->a) == 0;
    if (x->kind == y->kind && (same || turned)) return true;
  }
  return false;
}

static nonet_code value_undone(double *out, const struct review *r, const struct plan *p, nonet_err *err) {
  struct undone u = {0};
  nonet *before = NULL;
  bool fits = true;
  for (int leaves = 1; leaves >= 0 && fits; leaves--) /* who left comes back first, for ties to find them */
    for (size_t i = 0; i < p->changes && fits; i++)
      if ((p->change[i].kind == PLAN_LEAVE) == (leaves == 1) && is_made(r->n, &p->change[i]) && !came_before(p, i))
        fits = undo(&u, r->n, &p->change[i]);
  nonet_code code = fits ? net_edited(&before, NULL, r->n, u.edit, u.count, &r->run, err) : error_memory(err);
  if (!code) code = plan_value(out, before, &p->goal, &r->run, err);
  nonet_free(before);
  free(u.edit);
  return code;
}

/* A goal that speaks of a layer or node that is not there any more cannot be asked; that is no failure of the review. */
static nonet_code look(struct outcome *o, const struct review *r, const struct plan *p, nonet_err *err) {
  nonet_err why = {0};
  double undone = (double)NAN;
  for (size_t i = 0; i < p->changes; i++)
    o->made += is_made(r->n, &p->change[i]);
  nonet_code code = plan_value(&o->now, r->n, &p->goal, &r->run, &why);
  if (!code) code = value_undone(&undone, r, p, &why);
  o->from_it = o->now - undone;
  if (code == NONET_OK) return NONET_OK;
  o->now = o->from_it = (double)NAN;
  if (code != NONET_EUSAGE) {
    if (err) *err = why;
    return code;
  }
  size_t length = strlen(why.text) < sizeof o->why ? strlen(why.text) : sizeof o->why - 1;
  memcpy(o->why, why.text, length);
  o->why[length] = '\0';
  return NONET_OK;
}

/* ---- in words ---- */

/* What rounding leaves of a difference is no gain. */
static void gain_words(struct buffer *b, double x) {
  char text[NUMBER_ROOM];
  if (fabs(x) < 1e-12) x = 0;
  number_print_short(text, fabs(x), 3);
  buffer_print(b, "%s%s", x < 0 ? "-" : "", text);
}

/* "The tie was made", "2 of 3 changes were made". */
static void made_words(struct buffer *b, const struct plan *p, const struct outcome *o) {
  static const char *const done[PLAN_KINDS] = {"the tie was made", "they left", "the tie went"};
  static const char *const not_done[PLAN_KINDS] = {"the tie was not made", "they did not leave", "the tie did not go"};
  if (p->changes == 1)
    buffer_text(b, (o->made ? done : not_done)[p->change[0].kind]);
  else
    buffer_print(b, "%zu of %zu changes were made", o->made, p->changes);
}

static nonet_code say_plan(nonet_answer *a, const struct review *r, size_t i, nonet_err *err) {
  const struct plan *p = &r->ledger->plan[i];
  const struct outcome *o = &r->outcome[i];
  struct buffer b = {0};
  double gained = o->now - p->before;
  buffer_print(&b, "Plan %" PRIu64 "%s%s, ", p->number, *p->date ? " of " : "", p->date);
  plan_tell(&b, p, r->n);
  buffer_text(&b, ": ");
  made_words(&b, p, o);
  if (isnan(o->now)) {
    buffer_print(&b, ". What it gained cannot be told now: %s", o->why);
  } else {
    buffer_print(&b, ". For the goal %s a gain of ", p->goal.name);
    gain_words(&b, p->after - p->before);
    buffer_text(&b, " was predicted and one of ");
    gain_words(&b, gained);
    buffer_text(&b, " came");
    if (o->made) {
      buffer_text(&b, ": ");
      gain_words(&b, o->from_it);
      buffer_text(&b, " from this, ");
      gain_words(&b, gained - o->from_it);
      buffer_text(&b, " from elsewhere");
    } else if (gained != 0) {
      buffer_text(&b, ", all from elsewhere");
    }
  }
  nonet_code code = tell(a, &b, err);
  buffer_free(&b);
  return code;
}

/* Far enough apart to be more than what rounding leaves. */
static int compare(double x, double y) {
  return fabs(x - y) <= 1e-9 * fmax(1, fabs(y)) ? 0 : x < y ? -1 : 1;
}

/* How good predictions were, of plans that were carried out. */
static nonet_code say_all(nonet_answer *a, const struct review *r, nonet_err *err) {
  size_t whole = 0, told = 0, less = 0, more = 0;
  struct buffer b = {0};
  for (size_t i = 0; i < r->ledger->count; i++) {
    const struct plan *p = &r->ledger->plan[i];
    if (r->outcome[i].made < p->changes) continue;
    whole++;
    if (isnan(r->outcome[i].from_it)) continue;
    int order = compare(r->outcome[i].from_it, p->after - p->before);
    told++;
    less += order < 0;
    more += order > 0;
  }
  buffer_print(&b, "%zu of %zu carried out", whole, r->ledger->count);
  nonet_code code = b.failed ? error_memory(err) : answer_verdict(a, buffer_string(&b), err);
  buffer_clear(&b);
  tell_count(&b, r->ledger->count, "plan, ", "plans, ");
  buffer_print(&b, "%zu carried out", whole);
  if (told) buffer_print(&b, "; of those %zu brought what was predicted, %zu more and %zu less", told - more - less, more, less);
  if (!code) code = tell(a, &b, err);
  buffer_free(&b);
  return code;
}

/* ---- the sheet ---- */

enum { BEFORE, PREDICTED, NOW, PREDICTED_GAIN, GAIN, FROM_IT, ELSEWHERE, NUMBERS };
static const char *const number_names[NUMBERS] = {"before",        "predicted", "now",      "predicted-gain",
                                                  "realised-gain", "from-plan", "elsewhere"};

struct columns {
  size_t date, goal, made;
  double *number[NUMBERS];
};

static nonet_code fill_row(nonet_sheet *s, size_t i, const struct columns *c, const struct review *r, nonet_err *err) {
  const struct plan *p = &r->ledger->plan[i];
  const struct outcome *o = &r->outcome[i];
  struct buffer b = {0};
  double gained = o->now - p->before;
  const double values[NUMBERS] = {plan_shown(p->before), plan_shown(p->after), plan_shown(o->now), p->after - p->before, gained, o->from_it,
                                  gained - o->from_it};
  buffer_print(&b, "%" PRIu64, p->number);
  nonet_code code = sheet_set_text(s, i, 0, buffer_string(&b), err);
  buffer_clear(&b);
  plan_tell(&b, p, r->n);
  if (!code && b.failed) code = error_memory(err);
  if (!code) code = sheet_set_text(s, i, 1, buffer_string(&b), err);
  buffer_clear(&b);
  if (p->changes > 1 && o->made && o->made < p->changes)
    buffer_print(&b, "%zu of %zu", o->made, p->changes);
  else
    buffer_text(&b, o->made ? "yes" : "no");
  if (!code) code = sheet_set_text(s, i, c->made, buffer_string(&b), err);
  if (!code) code = sheet_set_text(s, i, c->date, p->date, err);
  if (!code) code = sheet_set_text(s, i, c->goal, p->goal.name, err);
  for (int k = 0; k < NUMBERS; k++)
    c->number[k][i] = values[k];
  buffer_free(&b);
  return code;
}

static nonet_code add_sheet(nonet_answer *a, const struct review *r, nonet_err *err) {
  struct columns c;
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "review", "Predicted and realised", NONET_BY_SET, r->ledger->count, err);
  if (code) return code;
  code = sheet_add_texts(&c.made, s, "made", err);
  for (int i = PREDICTED_GAIN; i < NUMBERS && !code; i++)
    code = sheet_add_numbers(&c.number[i], s, number_names[i], err);
  if (!code) code = sheet_add_texts(&c.goal, s, "goal", err);
  for (int i = BEFORE; i < PREDICTED_GAIN && !code; i++)
    code = sheet_add_numbers(&c.number[i], s, number_names[i], err);
  if (!code) code = sheet_add_texts(&c.date, s, "date", err);
  for (size_t i = 0; i < r->ledger->count && !code; i++)
    code = fill_row(s, i, &c, r, err);
  if (!code)
    code = sheet_note(s,
                      "from-plan: how much better the goal is now than it would be now without what was carried out; elsewhere: the rest "
                      "of the gain since the plan. A gain above 0 is an improvement, also where the goal is to have as few as possible.",
                      err);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

nonet_code nonet_review(nonet_answer **out, const nonet_ledger *l, const nonet *n, const nonet_run *run, nonet_err *err) {
  struct review r = {.ledger = l, .n = n};
  nonet_answer *a = NULL;
  *out = NULL;
  run_start(&r.run, run);
  if (l->count == 0) return error_set(err, NONET_ENOANSWER, "no plan is recorded");
  r.outcome = memory_zeroed(l->count, sizeof *r.outcome);
  nonet_code code = r.outcome ? answer_new(&a, err) : error_memory(err);
  for (size_t i = 0; i < l->count && !code; i++)
    code = look(&r.outcome[i], &r, &l->plan[i], err);
  if (!code) code = say_all(a, &r, err);
  for (size_t i = 0; i < l->count && !code; i++)
    code = say_plan(a, &r, i, err);
  if (!code) code = add_sheet(a, &r, err);
  free(r.outcome);
  if (code)
    nonet_answer_free(a);
  else
    *out = a;
  return code;
}
