/* Reading a learning ledger, whose lines plan_ledger.c explains.
 *
 * Reading is strict: what is not known, missing or said twice is an error with its line, for a ledger that is half understood teaches the
 * wrong thing. */
#include "ask/gaps.h"
#include "ask/plan.h"
#include "read/source.h"

#include "base/date.h"
#include "base/memory.h"
#include "base/name.h"
#include "base/number.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct reading {
  nonet_ledger *l;
  const char *path;
  uint64_t line;
  nonet_err *err;
};

static nonet_code wrong(const struct reading *r, const char *what, const char *value) {
  return error_at(r->err, NONET_EINPUT, r->path, r->line, "%s '%s'", what, value);
}

/* What a line says of the plan or change at hand. A place that is filled already is a line too many. */
struct line {
  const char *word, *value;
};

static nonet_code put_text(const struct reading *r, const char **place, const struct line *at) {
  if (**place) return error_at(r->err, NONET_EINPUT, r->path, r->line, "'%s' is said twice of one plan or change", at->word);
  if (!*at->value) return error_at(r->err, NONET_EINPUT, r->path, r->line, "nothing stands behind '%s:'", at->word);
  *place = ledger_text(r->l, at->value);
  return *place ? NONET_OK : error_memory(r->err);
}

static nonet_code put_number(const struct reading *r, double *place, const struct line *at) {
  double x;
  if (!isnan(*place)) return error_at(r->err, NONET_EINPUT, r->path, r->line, "'%s' is said twice of one plan or change", at->word);
  if (number_parse(&x, at->value, strlen(at->value), '.') != NUMBER_OK) return wrong(r, "a number is needed, not", at->value);
  *place = x;
  return NONET_OK;
}

static nonet_code put_whole(const struct reading *r, uint32_t *place, const struct line *at) {
  uint64_t x;
  if (*place) return error_at(r->err, NONET_EINPUT, r->path, r->line, "'%s' is said twice of one plan or change", at->word);
  if (!number_parse_whole(&x, at->value, strlen(at->value)) || x == 0 || x >= UINT32_MAX)
    return wrong(r, "a whole number above 0 is needed, not", at->value);
  *place = (uint32_t)x;
  return NONET_OK;
}

/* A change is whole when the next one, the next plan or the end comes. */
static nonet_code end_change(const struct reading *r, const struct plan *p) {
  const struct plan_change *c = p->changes ? &p->change[p->changes - 1] : NULL;
  if (!c) return NONET_OK;
  if (!*c->a) return error_at(r->err, NONET_EINPUT, r->path, c->line, "this change does not say 'a:', whom it is of");
  if (c->kind != PLAN_LEAVE && !*c->b)
    return error_at(r->err, NONET_EINPUT, r->path, c->line, "this change does not say 'b:', the other end of the tie");
  return NONET_OK;
}

static nonet_code end_plan(const struct reading *r) {
  struct plan *p = r->l->count ? &r->l->plan[r->l->count - 1] : NULL;
  if (!p) return NONET_OK;
  const char *missing = !*p->goal.name     ? "goal"
                        : isnan(p->before) ? "before"
                        : isnan(p->after)  ? "after"
                        : p->changes == 0  ? "change"
                                           : NULL;
  if (missing) return error_at(r->err, NONET_EINPUT, r->path, p->line, "plan %" PRIu64 " has no line '%s:'", p->number, missing);
  if (plan_counts_down(p->goal.name)) p->before = -p->before, p->after = -p->after;
  return end_change(r, p);
}

static nonet_code begin_plan(const struct reading *r, const char *value) {
  uint64_t number;
  nonet_code code = end_plan(r);
  if (code) return code;
  if (!number_parse_whole(&number, value, strlen(value)) || number == 0) return wrong(r, "a plan has a whole number above 0, not", value);
  for (size_t i = 0; i < r->l->count; i++)
    if (r->l->plan[i].number == number)
      return error_at(r->err, NONET_EINPUT, r->path, r->line, "plan %" PRIu64 " is there already, at line %" PRIu64, number,
                      r->l->plan[i].line);
  struct plan *p = ledger_add(r->l);
  if (!p) return error_memory(r->err);
  p->number = number;
  p->line = r->line;
  return NONET_OK;
}

static nonet_code begin_change(const struct reading *r, struct plan *p, const char *value) {
  size_t kind = 0;
  nonet_code code = end_change(r, p);
  if (code) return code;
  while (kind < PLAN_KINDS && strcmp(plan_words[kind], value) != 0)
    kind++;
  if (kind == PLAN_KINDS) return wrong(r, "a change is join, leave or untie, not", value);
  struct plan_change *c = plan_add(p);
  if (!c) return error_memory(r->err);
  c->kind = (enum plan_kind)kind;
  c->line = r->line;
  return NONET_OK;
}

static nonet_code of_change(const struct reading *r, struct plan_change *c, const struct line *at) {
  if (strcmp(at->word, "a") == 0) return put_text(r, &c->a, at);
  if (strcmp(at->word, "b") == 0 && c->kind != PLAN_LEAVE) return put_text(r, &c->b, at);
  if (strcmp(at->word, "already") == 0 && c->kind == PLAN_JOIN) {
    c->already = strcmp(at->value, "yes") == 0;
    return c->already || strcmp(at->value, "no") == 0 ? NONET_OK : wrong(r, "yes or no is needed, not", at->value);
  }
  if (strcmp(at->word, "tie") == 0 && c->kind == PLAN_LEAVE) {
    const char *key = "";
    nonet_code code = put_text(r, &key, at);
    if (code) return code;
    return plan_add_tie(c, key) ? NONET_OK : error_memory(r->err);
  }
  return wrong(r, "a change does not have a line", at->word);
}

static nonet_code of_goal(const struct reading *r, struct plan *p, const struct line *at) {
  const struct gaps_goal *goal;
  if (gaps_goal_find(&goal, at->value, NULL)) return wrong(r, "there is no goal", at->value);
  return put_text(r, &p->goal.name, at);
}

static nonet_code of_date(const struct reading *r, struct plan *p, const struct line *at) {
  struct date_period period;
  if (!date_parse(&period, at->value, strlen(at->value))) return wrong(r, "a date is needed (2024-05-03), not", at->value);
  return put_text(r, &p->date, at);
}

static nonet_code unknown(const struct reading *r, const char *word) {
  static const char *const known[] = {"plan",   "date",  "network", "goal", "between", "of",      "within",
                                      "before", "after", "change",  "a",    "b",       "already", "tie"};
  struct name_nearest near;
  struct buffer hint = {0};
  if (name_nearest_start(&near, word)) {
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
      name_nearest_offer(&near, known[i]);
    name_nearest_say(&near, &hint);
  }
  nonet_code code = error_at(r->err, NONET_EINPUT, r->path, r->line, "a plan has no line '%s:'%s", word, buffer_string(&hint));
  name_nearest_free(&near);
  buffer_free(&hint);
  return code;
}

static nonet_code take(const struct reading *r, const struct line *at) {
  if (strcmp(at->word, "plan") == 0) return begin_plan(r, at->value);
  if (r->l->count == 0) return error_at(r->err, NONET_EINPUT, r->path, r->line, "'plan:' and its number come before '%s:'", at->word);
  struct plan *p = &r->l->plan[r->l->count - 1];
  if (strcmp(at->word, "change") == 0) return begin_change(r, p, at->value);
  static const char *const of_changes[] = {"a", "b", "already", "tie"};
  for (size_t i = 0; i < sizeof of_changes / sizeof *of_changes; i++)
    if (strcmp(at->word, of_changes[i]) == 0)
      return p->changes ? of_change(r, &p->change[p->changes - 1], at)
                        : error_at(r->err, NONET_EINPUT, r->path, r->line, "'change:' comes before '%s:'", at->word);
  if (strcmp(at->word, "date") == 0) return of_date(r, p, at);
  if (strcmp(at->word, "network") == 0) return put_text(r, &p->network, at);
  if (strcmp(at->word, "goal") == 0) return of_goal(r, p, at);
  if (strcmp(at->word, "between") == 0) return put_text(r, &p->goal.between, at);
  if (strcmp(at->word, "of") == 0) return put_text(r, &p->goal.of, at);
  if (strcmp(at->word, "within") == 0) return put_whole(r, &p->goal.within, at);
  if (strcmp(at->word, "before") == 0) return put_number(r, &p->before, at);
  if (strcmp(at->word, "after") == 0) return put_number(r, &p->after, at);
  return unknown(r, at->word);
}

/* \n, \r and \\ as what they stand for, in place. */
static bool unescape(char *text) {
  char *to = text;
  for (const char *from = text; *from; from++) {
    if (*from != '\\') {
      *to++ = *from;
      continue;
    }
    from++;
    if (*from != 'n' && *from != 'r' && *from != '\\') return false;
    *to++ = *from == 'n' ? '\n' : *from == 'r' ? '\r' : '\\';
  }
  *to = '\0';
  return true;
}

/* One line, cut apart in place. */
static nonet_code read_line(const struct reading *r, char *text) {
  size_t length = strlen(text);
  if (length && text[length - 1] == '\r') text[--length] = '\0';
  if (r->line == 1) {
    if (strcmp(text, plan_first_line) == 0) return NONET_OK;
    if (strncmp(text, "nonet plan ", 11) == 0)
      return error_at(r->err, NONET_EINPUT, r->path, 1, "this plan is of version '%s'; version 1 can be read", text + 11);
    return error_at(r->err, NONET_EINPUT, r->path, 1, "no file of plans: its first line is not '%s'", plan_first_line);
  }
  if (!*text || *text == '#') return NONET_OK;
  char *colon = strstr(text, ": ");
  if (!colon) return wrong(r, "a line is a word, a colon, a blank and what is said, not", text);
  *colon = '\0';
  if (!unescape(colon + 2)) return wrong(r, "behind a backslash stands n, r or a backslash, unlike in", colon + 2);
  return take(r, &(struct line){text, colon + 2});
}

static nonet_code read_text(struct reading *r, const char *bytes, size_t size) {
  char *text = memory_copy(bytes, size + 1, 1);
  nonet_code code = text ? NONET_OK : error_memory(r->err);
  if (text) text[size] = '\0';
  for (char *line = text, *next = NULL; line && !code; line = next) {
    next = strchr(line, '\n');
    if (next) *next++ = '\0';
    r->line++;
    if (next || *line || r->line == 1) code = read_line(r, line);
  }
  free(text);
  return code ? code : end_plan(r);
}

nonet_code nonet_ledger_read(nonet_ledger **out, const char *path, const nonet_run *run, nonet_err *err) {
  struct run started;
  struct source source;
  nonet_ledger *l;
  run_start(&started, run);
  nonet_code code = nonet_ledger_new(&l, err);
  *out = NULL;
  if (code) return code;
  code = source_open(&source, path, started.asked->max_memory, &started, err);
  if (!code) code = source_to_text(&source, NULL, started.asked->max_memory, err);
  struct reading r = {.l = l, .path = path, .err = err};
  if (!code) code = read_text(&r, source_text(&source), source_length(&source));
  buffer_clear(&l->text);
  if (!code) buffer_add(&l->text, source.bytes, source.size);
  if (!code && l->text.failed) code = error_memory(err);
  source_close(&source);
  if (code)
    nonet_ledger_free(l);
  else
    *out = l;
  return code;
}
