/* Every row of the registry of measures, tomorrow's included, under changes of the network whose effect is known: other names, another
 * order, more beside it, arcs turned, weights multiplied.
 *
 * How: plans are drawn and measured once; each relation makes a changed copy, which is measured too, and every value is held against the
 * row's law (fixture/laws_*.c), which is "it stays" where there is no entry. A row must be compared under every relation, or its entry
 * says why there is no law; such an entry must be needed. NONET_RELATIONS is the number of plans drawn, by default few;
 * NONET_RELATIONS_SEED is where chance starts, by default where these few need every entry. */
#include "fixture/effort.h"
#include "fixture/registry.h"
#include "fixture/relations.h"
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>

#define RELATIONS 16
#define ASKS 400
#define LAWS 1000
#define SEED 2

/* What all trials together have shown. */
static struct {
  size_t plans, trials, values, compared[RELATIONS][ASKS][2], freed[RELATIONS][ASKS][2];
  bool told[RELATIONS][ASKS];
  const struct law *broken[LAWS]; /* laws that say there is none, and without which there would be a break */
  size_t broken_count, breaks;
} seen;

/* With weights too where the network before has them: in one beside it that has none all ties are worth 1. */
static void measure_plan(struct measured *m, const struct plan *p, const struct relation *relation, bool weighted) {
  m->plan = *p;
  nonet *n = relation && relation->files ? plan_net_through_files(p, relation->files) : plan_net(p);
  bool swapped = relation && relation->swaps_names;
  results_of(&m->results[0], p, n, false, swapped);
  if (weighted) results_of(&m->results[1], p, n, true, swapped);
  nonet_free(n);
}

static void forget(struct measured *m) {
  results_free(&m->results[0]);
  results_free(&m->results[1]);
}

static void tell(size_t relation, size_t ask, const char *column, const struct trial *t, const char *what) {
  static char line[20000];
  const struct results_ask *a = results_ask_at(ask);
  seen.breaks++;
  if (seen.told[relation][ask]) return;
  seen.told[relation][ask] = true;
  print_error("'%s%s%s%s%s'%s, %s: %s\n  of %s\n", a->row->info.name, *a->variant ? ":" : "", a->variant, *column ? "/" : "", column,
              t->weighted ? " by weights" : "", relation_at(relation)->name, what, plan_line(line, sizeof line, &t->before->plan));
  if (t->beside && t->beside->plan.nodes > 1) print_error("  beside %s\n", plan_line(line, sizeof line, &t->beside->plan));
}

static void note_needed(const struct law *law) {
  for (size_t i = 0; i < seen.broken_count; i++)
    if (seen.broken[i] == law) return;
  assert_true(seen.broken_count < LAWS);
  seen.broken[seen.broken_count++] = law;
}

static void judge_column(size_t relation, const struct trial *t, size_t ask, const char *column) {
  const struct law *law = law_of(relation_at(relation)->laws, t, ask, column);
  struct verdict v;
  if (law && law->kind == LAW_FREE) {
    law_judge(&v, t, NULL, ask, column);
    if (*v.broken) note_needed(law);
    seen.freed[relation][ask][t->weighted]++;
    return;
  }
  law_judge(&v, t, law, ask, column);
  seen.compared[relation][ask][t->weighted] += v.compared;
  seen.values += v.compared;
  if (*v.broken) tell(relation, ask, column, t, v.broken);
}

/* The columns of an ask, whether they are there before or after. */
static void judge_ask(size_t relation, const struct trial *t, size_t ask) {
  const struct results *both[] = {&t->before->results[t->weighted], &t->after->results[t->weighted]};
  const char *done[32];
  size_t count = 0;
  if (both[0]->answered[ask] != both[1]->answered[ask] && (t->facts & (ISOLATE | NETWORK)) == 0)
    tell(relation, ask, "", t, "it is for one of both networks only");
  if (!both[0]->answered[ask] || !both[1]->answered[ask]) return;
  for (size_t side = 0; side < 2; side++)
    for (size_t i = 0; i < both[side]->count; i++) {
      const struct result *r = &both[side]->at[i];
      bool known = r->ask != ask;
      for (size_t k = 0; k < count; k++)
        known |= done[k] == r->column;
      if (known) continue;
      assert_true(count < 32);
      judge_column(relation, t, ask, done[count++] = r->column);
    }
}

static void judge_all(size_t relation, struct trial *t) {
  for (int weighted = 0; weighted < 2; weighted++) {
    t->weighted = weighted;
    if (!t->before->results[weighted].answered || !t->after->results[weighted].answered) continue;
    for (size_t ask = 0; results_ask_at(ask); ask++)
      judge_ask(relation, t, ask);
  }
}

static bool two_modes(const struct plan *p) {
  nonet *n = plan_net(p);
  bool yes = nonet_two_modes(n, NULL, NULL);
  nonet_free(n);
  return yes;
}

static void try_relation(size_t relation, const struct measured *before, struct chance *c) {
  static struct measured after, beside;
  static struct plan made, put;
  const struct relation *r = relation_at(relation);
  put.nodes = 0;
  if (!r->make(&made, &put, &before->plan, c)) return;
  bool is_beside = r->facts & (ISOLATE | NETWORK);
  struct trial t = {.before = before, .beside = is_beside ? &beside : NULL, .after = &after, .tolerance = r->exact ? 0 : 1e-9};
  t.facts = r->facts | (plan_is_directed(&before->plan) ? DIRECTED : UNDIRECTED) | (two_modes(&before->plan) ? TWO_MODES : 0);
  measure_plan(&after, &made, r, plan_has_weights(&before->plan));
  if (is_beside) measure_plan(&beside, &put, NULL, plan_has_weights(&before->plan));
  judge_all(relation, &t);
  forget(&after);
  if (is_beside) forget(&beside);
  seen.trials++;
}

static void try_plan(const struct plan *p, struct chance *c) {
  static struct measured before;
  measure_plan(&before, p, NULL, plan_has_weights(p));
  for (size_t i = 0; relation_at(i); i++)
    try_relation(i, &before, c);
  forget(&before);
  seen.plans++;
}

static void every_row_keeps_its_law_under_every_change(void **state) {
  static struct plan p;
  struct chance c;
  const char *line;
  (void)state;
  chance_start(&c, effort("NONET_RELATIONS_SEED", SEED), 0);
  for (size_t i = 0; (line = registry_line(i)); i++) {
    plan_of(&p, line);
    try_plan(&p, &c);
  }
  for (size_t round = 0, rounds = effort("NONET_RELATIONS", 24); round < rounds; round++) {
    plan_draw(&p, round, 10, &c);
    try_plan(&p, &c);
  }
  print_message("%zu networks, %zu changes, %zu values\n", seen.plans, seen.trials, seen.values);
  if (seen.breaks) fail_msg("%zu values or groups of values break a law", seen.breaks);
}

/* After the trials: what was not looked at is not known to hold. */
static void no_row_is_passed_over_in_silence(void **state) {
  const struct results_ask *a;
  size_t missing = 0;
  (void)state;
  for (size_t i = 0; (a = results_ask_at(i)); i++)
    for (size_t r = 0; relation_at(r); r++)
      for (int weighted = 0; weighted <= (a->row->info.takes_weights && !a->row->always_weighted); weighted++) {
        if (seen.compared[r][i][weighted] || seen.freed[r][i][weighted]) continue;
        print_error("'%s%s%s'%s was never compared, %s\n", a->row->info.name, *a->variant ? ":" : "", a->variant,
                    weighted ? " by weights" : "", relation_at(r)->name);
        missing++;
      }
  if (missing) fail_msg("%zu comparisons are missing", missing);
}

static void every_entry_names_a_row_and_who_has_no_law_needs_none(void **state) {
  size_t idle = 0;
  (void)state;
  for (size_t r = 0; relation_at(r); r++)
    for (size_t i = 0; i < relation_at(r)->laws->count; i++) {
      const struct law *law = &relation_at(r)->laws->at[i];
      bool named = false, needed = law->kind != LAW_FREE || effort("NONET_RELATIONS_SEED", SEED) != SEED;
      const struct results_ask *a;
      for (size_t k = 0; (a = results_ask_at(k)); k++)
        named |= law_names(law, a, strchr(law->name, '/') ? strchr(law->name, '/') + 1 : "");
      for (size_t k = 0; k < seen.broken_count; k++)
        needed |= seen.broken[k] == law;
      if (!named) print_error("no row is called '%s'\n", law->name);
      if (!needed) print_error("'%s' has no law for '%s', and keeps its values all the same\n", law->name, relation_at(r)->name);
      if (law->kind == LAW_FREE && !law->why) print_error("'%s' has no law and no reason\n", law->name);
      idle += !named || !needed || (law->kind == LAW_FREE && !law->why);
    }
  if (idle) fail_msg("%zu entries are idle", idle);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_row_keeps_its_law_under_every_change),
      cmocka_unit_test(no_row_is_passed_over_in_silence),
      cmocka_unit_test(every_entry_names_a_row_and_who_has_no_law_needs_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
