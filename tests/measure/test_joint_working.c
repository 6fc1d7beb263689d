/* Joint working: by hand, the same as the index of changes, and its change is the sum of the four parts. */
#include "measure/values.h"

#include "base/run.h"

#include <stdio.h>
#include <string.h>

static void shared_strategies_and_ties_between_partners_count(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p c=p s=plan t=plan a-s a-t b-s b-t c-t c-t a-b a-b");
  assert_near(value_of(n, "joint-working", NULL), (4 + 2) / 3.0, 1e-15);
  nonet_free(n);
  n = net_of("a=p b=p s=plan a-s:3 b-s:2 a-b:5");
  assert_near(value_of(n, "joint-working", NULL), 2, 0);
  assert_near(weighted_of(n, "joint-working", NULL), 7, 0);
  nonet_free(n);
  n = net_of("a-b b-c a-a");
  assert_near(value_of(n, "joint-working", NULL), 2 / 3.0, 1e-15);
  nonet_free(n);
}

static void one_partner_has_nobody_to_work_with(void **state) {
  (void)state;
  nonet *n = net_of("a=p s=plan a-s");
  assert_near(value_of(n, "joint-working", NULL), (double)NAN, 0);
  nonet_free(n);
}

static double in_sheet(const nonet_sheet *s, const char *row, size_t column) {
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    if (!strcmp(nonet_sheet_text(s, i, 0), row)) return nonet_sheet_number(s, i, column);
  fail_msg("no row is called '%s'", row);
  return NAN;
}

static const nonet_sheet *joint_sheet(const nonet_answer *a) {
  for (size_t i = 0; nonet_answer_sheet(a, i); i++)
    if (!strcmp(nonet_sheet_name(nonet_answer_sheet(a, i)), "joint-working")) return nonet_answer_sheet(a, i);
  fail_msg("there is no sheet of joint working");
  return NULL;
}

/* Partners p0.. and plans; strengths are whole, so that all sums are exact. */
static void random_line(char *line, struct chance *c) {
  uint32_t partners = 2 + (uint32_t)chance_below(c, 5), plans = 1 + (uint32_t)chance_below(c, 4);
  size_t at = 0;
  for (uint32_t v = 0; v < partners; v++)
    at += (size_t)sprintf(line + at, "p%u=partner ", v);
  for (uint32_t s = 0; s < plans; s++)
    at += (size_t)sprintf(line + at, "s%u=plan ", s);
  for (uint32_t v = 0; v < partners; v++) {
    for (uint32_t s = 0; s < plans; s++)
      if (chance_below(c, 2)) at += (size_t)sprintf(line + at, "p%u-s%u:%u ", v, s, 1 + (uint32_t)chance_below(c, 4));
    for (uint32_t w = 0; w < v; w++)
      if (chance_below(c, 4) == 0) at += (size_t)sprintf(line + at, "p%u-p%u:%u ", v, w, 1 + (uint32_t)chance_below(c, 4));
  }
}

/* Sums are of whole numbers, so in P * P' times the parts nothing is rounded: (A / P') - (B / P) as (A P - B P') of whole numbers. */
static void assert_identity(const nonet_sheet *s) {
  double pairs[2] = {in_sheet(s, "index-before", 1), in_sheet(s, "index-after", 1)};
  double work[2] = {in_sheet(s, "index-before", 2), in_sheet(s, "index-after", 2)};
  double came = in_sheet(s, "new", 2), went = in_sheet(s, "lost", 2), kept = in_sheet(s, "kept", 2), deeper = in_sheet(s, "deepened", 2);
  double change = work[1] * pairs[0] - work[0] * pairs[1];
  assert_near(came * pairs[0] + deeper * pairs[0] + kept * (pairs[0] - pairs[1]) - went * pairs[1], change, 0);
  double sum = in_sheet(s, "new", 3) + in_sheet(s, "deepened", 3) + in_sheet(s, "kept", 3) + in_sheet(s, "lost", 3);
  assert_near(sum, in_sheet(s, "index-after", 3) - in_sheet(s, "index-before", 3), 1e-14);
}

static void its_change_is_the_sum_of_what_is_new_kept_lost_and_deepened(void **state) {
  struct chance c;
  char line[2][2000];
  (void)state;
  chance_start(&c, 11, 0);
  for (int round = 0; round < 120; round++) {
    nonet *net[2];
    nonet_answer *a;
    nonet_err err;
    bool weighted = round % 2;
    for (int i = 0; i < 2; i++) {
      random_line(line[i], &c);
      net[i] = net_of(line[i]);
    }
    assert_ok(nonet_changes(&a, net[0], net[1], &(nonet_changes_options){.weighted = weighted}, NULL, &err), err);
    const nonet_sheet *s = joint_sheet(a);
    assert_identity(s);
    for (int i = 0; i < 2; i++) {
      double index = value_with(net[i], "joint-working", NULL, &(nonet_measure_options){.weighted = weighted, .verify = true});
      assert_near(index, in_sheet(s, i ? "index-after" : "index-before", 3), 0);
    }
    nonet_answer_free(a);
    nonet_free(net[0]);
    nonet_free(net[1]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shared_strategies_and_ties_between_partners_count),
      cmocka_unit_test(one_partner_has_nobody_to_work_with),
      cmocka_unit_test(its_change_is_the_sum_of_what_is_new_kept_lost_and_deepened),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
