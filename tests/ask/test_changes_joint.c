/* Joint working: what two partners share on average, and the four parts of its change. */
#include "ask/two_states.h"

static const nonet_sheet *joint_sheet(const nonet_answer *a, const char *name) {
  for (size_t i = 0; nonet_answer_sheet(a, i); i++)
    if (strcmp(nonet_sheet_name(nonet_answer_sheet(a, i)), name) == 0) return nonet_answer_sheet(a, i);
  fail_msg("no sheet %s", name);
  return NULL;
}

enum { INDEX_BEFORE, NEW, DEEPENED, KEPT, LOST, INDEX_AFTER, ROWS };
enum { PAIRS = 1, WORK, VALUE };

static double at(const nonet_sheet *s, size_t row, size_t column) {
  return nonet_sheet_number(s, row, column);
}

/* Over the common denominator P P', in whole numbers: S'/P' - S/P = N/P' + D/P' + K/P' - K/P - L/P. */
static void assert_identity(const nonet_sheet *s) {
  int64_t p = (int64_t)at(s, INDEX_BEFORE, PAIRS), q = (int64_t)at(s, INDEX_AFTER, PAIRS);
  int64_t before = (int64_t)at(s, INDEX_BEFORE, WORK), after = (int64_t)at(s, INDEX_AFTER, WORK);
  int64_t came = (int64_t)at(s, NEW, WORK), deeper = (int64_t)at(s, DEEPENED, WORK), kept = (int64_t)at(s, KEPT, WORK),
          lost = (int64_t)at(s, LOST, WORK);
  assert_int_equal(after * p - before * q, came * p + deeper * p + kept * (p - q) - lost * q);
  if (p == 0 || q == 0) {
    for (size_t row = NEW; row <= LOST; row++)
      assert_true(isnan(at(s, row, VALUE)));
    return;
  }
  assert_true(at(s, NEW, VALUE) == (double)came / (double)q);
  assert_true(at(s, DEEPENED, VALUE) == (double)deeper / (double)q);
  assert_true(at(s, LOST, VALUE) == -((double)lost / (double)p));
  double change = at(s, INDEX_AFTER, VALUE) - at(s, INDEX_BEFORE, VALUE);
  double sum = at(s, NEW, VALUE) + at(s, DEEPENED, VALUE) + at(s, KEPT, VALUE) + at(s, LOST, VALUE);
  assert_near(sum, change, 1e-14);
}

static void the_four_parts_are_the_change_exactly_for_random_pairs(void **state) {
  (void)state;
  struct draw d = {99};
  size_t told[ROWS] = {0};
  for (int i = 0; i < 400; i++) {
    nonet *before = net_drawn(&d, false), *after = net_drawn(&d, false);
    nonet_changes_options how = {.weighted = i % 2};
    nonet_answer *a = changes_of(before, after, &how);
    const nonet_sheet *s = joint_sheet(a, "joint-working");
    assert_int_equal(nonet_sheet_rows(s), ROWS);
    assert_identity(s);
    for (size_t row = 0; row < ROWS; row++)
      told[row] += isfinite(at(s, row, VALUE)) && at(s, row, VALUE) != 0;
    nonet_answer_free(a);
    nonet_free(before);
    nonet_free(after);
  }
  for (size_t row = 0; row < ROWS; row++)
    if (told[row] <= 30) fail_msg("part %zu was something only %zu times", row, told[row]);
}

/* DAVIS-89: of 153 pairs of women 139 share an event, and a pair shares 322 / 153 = 2.104575 on average. */
static void the_southern_women_share_as_many_events_as_known(void **state) {
  (void)state;
  nonet_draft *draft;
  nonet *n;
  nonet_err err;
  nonet_input input = {.path = NONET_SOURCE_DIR "/graphs/davis"};
  assert_ok(nonet_draft_new(&draft, &err), err);
  assert_ok(nonet_read(draft, &input, 1, NULL, NULL, &err), err);
  assert_ok(nonet_seal(&n, draft, NULL, NULL, &err), err);
  nonet_draft_free(draft);
  nonet_answer *a = changes_of(n, n, NULL);
  const nonet_sheet *s = joint_sheet(a, "joint-working");
  assert_true(at(s, INDEX_BEFORE, PAIRS) == 153);
  assert_true(at(s, INDEX_BEFORE, WORK) == 322);
  assert_true(at(s, KEPT, PAIRS) == 139);
  assert_near(at(s, INDEX_AFTER, VALUE), 2.104575163398693, 1e-15);
  nonet_answer_free(a);
  nonet_free(n);
}

static void strategies_shared_and_ties_between_partners_count_alike(void **state) {
  (void)state;
  nonet *before = net_of("p=partner q=partner r=partner s=strategy t=strategy p-s q-s p-q r-t");
  nonet *after = net_of("p=partner q=partner r=partner s=strategy t=strategy p-s q-s p-t q-t r-t");
  nonet_answer *a = changes_of(before, after, NULL);
  const nonet_sheet *s = joint_sheet(a, "joint-working"), *pairs = joint_sheet(a, "joint-pairs");
  assert_true(at(s, INDEX_BEFORE, WORK) == 2 && at(s, INDEX_BEFORE, PAIRS) == 3); /* p and q: s and their tie */
  assert_true(at(s, INDEX_AFTER, WORK) == 4);                                     /* p and q: s, t; each with r: t */
  assert_true(at(s, NEW, WORK) == 2 && at(s, NEW, PAIRS) == 2);
  assert_true(at(s, DEEPENED, WORK) == 0 && at(s, KEPT, WORK) == 2 && at(s, LOST, WORK) == 0);
  assert_int_equal(nonet_sheet_rows(pairs), 2);
  assert_string_equal(nonet_sheet_text(pairs, 0, 0), "p");
  assert_string_equal(nonet_sheet_text(pairs, 0, 1), "r");
  nonet_answer_free(a);
  nonet_free(before);
  nonet_free(after);
}

static void weighted_a_strategy_counts_the_smaller_strength(void **state) {
  (void)state;
  nonet *before = net_of("p=partner q=partner s=strategy p-s:3 q-s:1"), *after = net_of("p=partner q=partner s=strategy p-s:3 q-s:2 q-s:2");
  nonet_changes_options how = {.weighted = true};
  nonet_answer *a = changes_of(before, after, &how);
  const nonet_sheet *s = joint_sheet(a, "joint-working");
  assert_true(at(s, INDEX_BEFORE, VALUE) == 1);
  assert_true(at(s, INDEX_AFTER, VALUE) == 3);
  assert_true(at(s, DEEPENED, VALUE) == 2);
  nonet_answer_free(a);
  nonet_free(before);
  nonet_free(after);
}

static void more_partners_spread_the_same_work_thinner(void **state) {
  (void)state;
  nonet *before = net_of("a-b c"), *after = net_of("a-b c d");
  nonet_answer *a = changes_of(before, after, NULL);
  const nonet_sheet *s = joint_sheet(a, "joint-working");
  assert_true(at(s, INDEX_BEFORE, VALUE) == 1.0 / 3 && at(s, INDEX_AFTER, VALUE) == 1.0 / 6);
  assert_true(at(s, KEPT, VALUE) == -1.0 / 6 && at(s, NEW, VALUE) == 0 && at(s, LOST, VALUE) == 0);
  nonet_answer_free(a);
  nonet_free(before);
  nonet_free(after);
}

/* Everybody with everybody else, but for some pairs of the first. */
static nonet *nearly_complete(uint32_t nodes, uint32_t missing) {
  char *text = malloc((size_t)nodes * nodes * 10), *to = text;
  assert_non_null(text);
  for (uint32_t u = 0; u < nodes; u++)
    for (uint32_t v = u + 1; v < nodes; v++)
      if (u || v > missing) to += sprintf(to, "%sn%u-n%u", to == text ? "" : " ", u, v);
  nonet *n = net_of(text);
  free(text);
  return n;
}

static void a_small_change_is_told_with_as_many_digits_as_it_takes(void **state) {
  (void)state;
  nonet *before = nearly_complete(60, 4), *after = nearly_complete(60, 3);
  nonet_answer *a = changes_of(before, after, NULL);
  bool told = false;
  for (size_t i = 0; nonet_answer_sentence(a, i); i++)
    told = told || strstr(nonet_answer_sentence(a, i), "Joint working, what two partners share on average, rose from 0.9977 to 0.9983:");
  assert_true(told); /* 1766 and 1767 of 1770 pairs */
  nonet_answer_free(a);
  nonet_free(before);
  nonet_free(after);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_four_parts_are_the_change_exactly_for_random_pairs),
      cmocka_unit_test(the_southern_women_share_as_many_events_as_known),
      cmocka_unit_test(strategies_shared_and_ties_between_partners_count_alike),
      cmocka_unit_test(weighted_a_strategy_counts_the_smaller_strength),
      cmocka_unit_test(more_partners_spread_the_same_work_thinner),
      cmocka_unit_test(a_small_change_is_told_with_as_many_digits_as_it_takes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
