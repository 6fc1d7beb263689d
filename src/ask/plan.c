/* A planned change to a network, and what it is expected to gain: predicted on the network as it is, and recorded in a ledger.
 *
 * How: the change is made (net/edit.h) and the goal is asked of both networks. What review will need to tell the change's own part from all
 * else is recorded with it: whether a tie was there before, and whom the one who leaves was tied to. */
#include "ask/plan.h"
#include "ask/gaps.h"
#include "ask/tell.h"
#include "net/edit.h"
#include "net/sheet.h"

#include "base/date.h"
#include "base/memory.h"
#include "base/number.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- what is recorded ---- */

static nonet_code find_key(const char **out, nonet_ledger *l, const nonet *n, const char *name, uint32_t *node, nonet_err *err) {
  nonet_code code = nonet_find_node(node, n, name ? name : "", err);
  if (code) return code;
  *out = ledger_text(l, net_key(n, *node));
  return *out ? NONET_OK : error_memory(err);
}

/* Whom a node is tied to, each once. */
static nonet_code record_ties(struct plan_change *c, nonet_ledger *l, const nonet *n, uint32_t v, nonet_err *err) {
  for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++) {
    uint32_t other = n->end_other[e];
    if (other == v || (e > n->end_first[v] && other == n->end_other[e - 1])) continue;
    const char *key = ledger_text(l, net_key(n, other));
    if (!key || !plan_add_tie(c, key)) return error_memory(err);
  }
  return NONET_OK;
}

static bool are_tied(const nonet *n, uint32_t v, uint32_t w) {
  for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++)
    if (n->end_other[e] == w) return true;
  return false;
}

static nonet_code record(struct plan *p, nonet_ledger *l, const nonet *n, const nonet_edit *edit, nonet_err *err) {
  uint32_t v, w;
  if (edit->kind != NONET_ADD_TIE && edit->kind != NONET_REMOVE_NODE && edit->kind != NONET_REMOVE_TIES)
    return error_set(err, NONET_EUSAGE, "a plan is of ties that are made or go, and of who leaves");
  struct plan_change *c = plan_add(p);
  if (!c) return error_memory(err);
  c->kind = edit->kind == NONET_ADD_TIE ? PLAN_JOIN : edit->kind == NONET_REMOVE_NODE ? PLAN_LEAVE : PLAN_UNTIE;
  nonet_code code = find_key(&c->a, l, n, edit->a, &v, err);
  if (!code && c->kind != PLAN_LEAVE) code = find_key(&c->b, l, n, edit->b, &w, err);
  if (code) return code;
  if (c->kind == PLAN_JOIN) c->already = v == w || are_tied(n, v, w);
  return c->kind == PLAN_LEAVE ? record_ties(c, l, n, v, err) : NONET_OK;
}

static nonet_code keep(const char **out, nonet_ledger *l, const char *text, nonet_err *err) {
  *out = ledger_text(l, text ? text : "");
  return *out ? NONET_OK : error_memory(err);
}

static nonet_code set_goal(struct plan *p, nonet_ledger *l, const nonet *n, const nonet_plan_options *o, nonet_err *err) {
  uint32_t of;
  const char *name = o->goal ? o->goal : o->between ? "closeness" : "efficiency";
  nonet_code code = keep(&p->goal.name, l, name, err);
  if (!code) code = keep(&p->goal.between, l, o->between, err);
  if (!code) code = o->of ? find_key(&p->goal.of, l, n, o->of, &of, err) : keep(&p->goal.of, l, NULL, err);
  p->goal.within = strcmp(name, "coverage") != 0 ? 0 : o->within ? o->within : 2;
  return code;
}

static uint64_t next_number(const nonet_ledger *l) {
  uint64_t most = 0;
  for (size_t i = 0; i < l->count; i++)
    if (l->plan[i].number > most) most = l->plan[i].number;
  return most + 1;
}

/* ---- in words ---- */

uint32_t plan_node(const nonet *n, const char *key) {
  for (uint32_t v = 0; v < n->nodes; v++)
    if (strcmp(net_key(n, v), key) == 0) return v;
  return NONET_NONE;
}

static void tell_key(struct buffer *out, const nonet *n, const char *key) {
  uint32_t v = plan_node(n, key);
  if (v != NONET_NONE)
    tell_node(out, n, v);
  else
    buffer_text(out, key);
}

void plan_tell(struct buffer *out, const struct plan *p, const nonet *n) {
  for (size_t i = 0; i < p->changes; i++) {
    const struct plan_change *c = &p->change[i];
    buffer_print(out, "%s%s ", i ? ", " : "", c->kind == PLAN_JOIN ? "with" : "without");
    tell_key(out, n, c->a);
    if (c->kind == PLAN_LEAVE) continue;
    buffer_text(out, " - ");
    tell_key(out, n, c->b);
  }
}

static nonet_code say(nonet_answer *a, const struct plan *p, const nonet *n, nonet_err *err) {
  struct buffer b = {0};
  char before[NUMBER_ROOM], after[NUMBER_ROOM], gain[NUMBER_ROOM];
  size_t already = 0;
  double more = p->after - p->before;
  number_print_short(before, plan_shown(p->before), 4);
  number_print_short(after, plan_shown(p->after), 4);
  number_print_short(gain, plan_shown(more < 0 ? -more : more), 3);
  nonet_code code = answer_verdict(a, more > 0 ? "a gain" : more < 0 ? "a loss" : "no gain", err);
  plan_tell(&b, p, n);
  if (b.size) b.bytes[0] = 'W';
  if (more == 0)
    buffer_print(&b, ", the goal %s would stay at %s", p->goal.name, before);
  else
    buffer_print(&b, ", the goal %s would go from %s to %s, a %s of %s", p->goal.name, before, after, more > 0 ? "gain" : "loss", gain);
  if (!code) code = tell(a, &b, err);
  for (size_t i = 0; i < p->changes; i++)
    already += p->change[i].already;
  if (!code && already)
    code = answer_say(a, err, "%s tied already, so %s nothing.", already == 1 && p->changes == 1 ? "The two are" : "Some of them are",
                      already == 1 ? "that tie adds" : "those ties add");
  if (!code) code = answer_say(a, err, "This is plan %" PRIu64 "%s%s.", p->number, *p->date ? ", dated " : "", p->date);
  buffer_free(&b);
  return code;
}

static nonet_code add_sheet(nonet_answer *a, const struct plan *p, nonet_err *err) {
  double *column[3];
  static const char *const names[3] = {"before", "predicted", "gain"};
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "plan", "What was planned, and what it is expected to gain", NONET_BY_MEASURE, 1, err);
  if (code) return code;
  for (int i = 0; i < 3 && !code; i++)
    code = sheet_add_numbers(&column[i], s, names[i], err);
  if (!code) code = sheet_set_text(s, 0, 0, p->goal.name, err);
  if (!code) {
    column[0][0] = plan_shown(p->before);
    column[1][0] = plan_shown(p->after);
    column[2][0] = p->after - p->before;
    code = sheet_note(s, "A gain above 0 is an improvement, also where the goal is to have as few as possible.", err);
  }
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

/* ---- the plan ---- */

static nonet_code fill(struct plan *p, nonet_ledger *l, const nonet *n, const nonet_plan_options *o, const struct run *run,
                       nonet_err *err) {
  struct date_period period;
  nonet *then = NULL;
  if (o->count == 0) return error_set(err, NONET_EUSAGE, "a plan is of a change: a tie that is made or goes, or somebody who leaves");
  if (o->date && !date_parse(&period, o->date, strlen(o->date)))
    return error_set(err, NONET_EUSAGE, "'%s' is no date (2000, 2000-08 and 2000-08-03 are)", o->date);
  nonet_code code = keep(&p->date, l, o->date, err);
  if (!code) code = keep(&p->network, l, nonet_title(n), err);
  if (!code) code = set_goal(p, l, n, o, err);
  for (size_t i = 0; i < o->count && !code; i++)
    code = record(p, l, n, &o->edits[i], err);
  if (!code) code = net_edited(&then, NULL, n, o->edits, o->count, run, err);
  if (!code) code = plan_value(&p->before, n, &p->goal, run, err);
  if (!code) code = plan_value(&p->after, then, &p->goal, run, err);
  nonet_free(then);
  return code;
}

static void take_back(nonet_ledger *l) {
  struct plan *p = &l->plan[--l->count];
  for (size_t i = 0; i < p->changes; i++)
    free(p->change[i].tie);
  free(p->change);
}

nonet_code nonet_plan(nonet_answer **out, nonet_ledger *l, const nonet *n, const nonet_plan_options *options, const nonet_run *run,
                      nonet_err *err) {
  static const nonet_plan_options none = {0};
  struct run started;
  nonet_answer *a = NULL;
  *out = NULL;
  run_start(&started, run);
  uint64_t number = next_number(l);
  struct plan *p = ledger_add(l);
  if (!p) return error_memory(err);
  p->number = number;
  nonet_code code = fill(p, l, n, options ? options : &none, &started, err);
  if (!code) code = answer_new(&a, err);
  if (!code) code = say(a, p, n, err);
  if (!code) code = add_sheet(a, p, err);
  if (!code && !buffer_reserve(&l->text, 1)) code = error_memory(err);
  if (!code) {
    size_t before = l->text.size;
    ledger_append(l, p);
    if (l->text.failed) { /* what was there stays as it was */
      l->text.size = before;
      l->text.bytes[before] = '\0';
      l->text.failed = false;
      code = error_memory(err);
    }
  }
  if (code) {
    take_back(l);
    nonet_answer_free(a);
  } else {
    *out = a;
  }
  return code;
}
