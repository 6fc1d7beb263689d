/* A learning ledger as a file: plain text that a person reads and a program reads back.
 *
 *   nonet plan 1                          what it is, and the version
 *   # a line of words
 *
 *   plan: 1                               a plan begins
 *   date: 2024-05-03
 *   network: example-city
 *   goal: efficiency                      then between:, of: and within: where the goal has them
 *   before: 0.4321                        the goal when it was planned
 *   after: 0.4391                         as predicted
 *   change: join                          a change begins: join, leave or untie; several are made together
 *   a: core-skills
 *   b: district-audit
 *   already: yes                          only where a tie to be made was there before
 *   tie: youth-service                    only of who leaves: whom it was tied to
 *
 * How: a line is a word, a colon, a blank and the rest as it is; \n, \r and \\ stand for a line's end and a backslash. What
 * was read (plan_read.c) is kept to the byte, and plans are put behind it. */
#include "ask/plan.h"

#include "base/memory.h"
#include "base/number.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

const char *const plan_words[PLAN_KINDS] = {"join", "leave", "untie"};
const char plan_first_line[] = "nonet plan 1";

/* ---- in memory ---- */

nonet_code nonet_ledger_new(nonet_ledger **out, nonet_err *err) {
  *out = NULL;
  nonet_ledger *l = memory_zeroed(1, sizeof *l);
  if (!l) return error_memory(err);
  l->words = words_new();
  buffer_print(&l->text,
               "%s\n# Planned changes to a network, and what each was expected to gain. nonet review compares them with what came.\n",
               plan_first_line);
  if (!l->words || l->text.failed) {
    nonet_ledger_free(l);
    return error_memory(err);
  }
  *out = l;
  return NONET_OK;
}

void nonet_ledger_free(nonet_ledger *l) {
  if (!l) return;
  for (size_t i = 0; i < l->count; i++) {
    for (size_t k = 0; k < l->plan[i].changes; k++)
      free(l->plan[i].change[k].tie);
    free(l->plan[i].change);
  }
  free(l->plan);
  words_free(l->words);
  buffer_free(&l->text);
  free(l);
}

size_t nonet_ledger_plans(const nonet_ledger *l) {
  return l->count;
}

const char *ledger_text(nonet_ledger *l, const char *text) {
  uint32_t word = words_add_text(l->words, text);
  return word == WORDS_NONE ? NULL : words_text(l->words, word);
}

struct plan *ledger_add(nonet_ledger *l) {
  if (!memory_grow(&l->plan, &l->room, l->count + 1, sizeof *l->plan)) return NULL;
  struct plan *p = &l->plan[l->count++];
  *p = (struct plan){.date = "", .network = "", .goal = {"", "", "", 0}, .before = (double)NAN, .after = (double)NAN};
  return p;
}

struct plan_change *plan_add(struct plan *p) {
  if (!memory_grow(&p->change, &p->room, p->changes + 1, sizeof *p->change)) return NULL;
  struct plan_change *c = &p->change[p->changes++];
  *c = (struct plan_change){.a = "", .b = ""};
  return c;
}

bool plan_add_tie(struct plan_change *c, const char *key) {
  if (!memory_grow(&c->tie, &c->room, c->ties + 1, sizeof *c->tie)) return false;
  c->tie[c->ties++] = key;
  return true;
}

/* ---- writing ---- */

static void field(struct buffer *out, const char *word, const char *text) {
  if (!*text) return;
  buffer_print(out, "%s: ", word);
  for (const char *c = text; *c; c++) {
    if (*c == '\n' || *c == '\r' || *c == '\\') buffer_char(out, '\\');
    buffer_char(out, *c == '\n' ? 'n' : *c == '\r' ? 'r' : *c);
  }
  buffer_char(out, '\n');
}

static void number_field(struct buffer *out, const char *word, double x) {
  char text[NUMBER_ROOM];
  number_print(text, x);
  field(out, word, text);
}

void ledger_append(nonet_ledger *l, const struct plan *p) {
  struct buffer *out = &l->text;
  if (out->size && out->bytes[out->size - 1] != '\n') buffer_char(out, '\n');
  buffer_print(out, "\nplan: %" PRIu64 "\n", p->number);
  field(out, "date", p->date);
  field(out, "network", p->network);
  field(out, "goal", p->goal.name);
  field(out, "between", p->goal.between);
  field(out, "of", p->goal.of);
  if (p->goal.within) buffer_print(out, "within: %" PRIu32 "\n", p->goal.within);
  number_field(out, "before", plan_shown(p->before));
  number_field(out, "after", plan_shown(p->after));
  for (size_t i = 0; i < p->changes; i++) {
    const struct plan_change *c = &p->change[i];
    field(out, "change", plan_words[c->kind]);
    field(out, "a", c->a);
    field(out, "b", c->b);
    if (c->already) field(out, "already", "yes");
    for (size_t k = 0; k < c->ties; k++)
      field(out, "tie", c->tie[k]);
  }
}

nonet_code nonet_ledger_write(nonet_out *o, const nonet_ledger *l) {
  return nonet_out_write(o, l->text.bytes, l->text.size);
}
