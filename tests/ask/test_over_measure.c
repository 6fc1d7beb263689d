/* Measures from state to state. */
#include "ask/asked.h"

#include <math.h>

static nonet_sheet *over(const nonet *n, const char *over, const char *names) {
  nonet_times times = {.net = n, .over = over};
  nonet_sheet *s;
  nonet_err err;
  assert_ok(nonet_measure_over(&s, &times, names, NULL, NULL, &err), err);
  return s;
}

/* Each row of a series beside what nonet_measure says of the view at:DATE. */
static void assert_as_in_views(const nonet *n, const char *unit, const char *names, bool numbered) {
  nonet_sheet *s = over(n, unit, names);
  size_t keys = nonet_sheet_key_columns(s), row = 0;
  char period[NONET_PERIOD_ROOM], view[32];
  for (size_t i = 0; nonet_period_at(period, n, unit, i); i++) {
    nonet *at;
    nonet_sheet *one;
    nonet_err err;
    snprintf(view, sizeof view, "at:%s", period);
    assert_ok(nonet_view(&at, n, view, NULL, &err), err);
    assert_ok(nonet_measure(&one, at, names, NULL, NULL, &err), err);
    bool whole = nonet_sheet_keys(one) == NONET_BY_MEASURE;
    for (size_t r = 0; r < (whole ? 1 : nonet_sheet_rows(one)); r++, row++) {
      assert_string_equal(nonet_sheet_text(s, row, 0), period);
      for (size_t k = numbered; !whole && k + 1 < keys; k++)
        assert_string_equal(nonet_sheet_text(s, row, k + 1), nonet_sheet_text(one, r, k));
      if (numbered) { /* by the number that the tie has in the whole network */
        size_t parents;
        assert_near(nonet_sheet_number(s, row, 1), nonet_tie_parents(at, (uint32_t)r, &parents)[0] + 1, 0);
      }
      for (size_t c = keys; c < nonet_sheet_columns(s); c++)
        assert_near(nonet_sheet_number(s, row, c), whole ? nonet_sheet_number(one, c - keys, 1) : nonet_sheet_number(one, r, c - 1), 0);
    }
    nonet_sheet_free(one);
    nonet_free(at);
  }
  assert_int_equal(row, nonet_sheet_rows(s));
  nonet_sheet_free(s);
}

static void every_scope_is_what_each_state_says_of_itself(void **state) {
  static const char *const units[] = {"years", "quarters", "months"};
  (void)state;
  nonet *n = graph_named("example-city");
  for (size_t i = 0; i < 3; i++) {
    assert_as_in_views(n, units[i], "components,efficiency,transitivity", false);
    assert_as_in_views(n, units[i], "degree,clustering,reach:2", false);
    assert_as_in_views(n, units[i], "bridge,tie-betweenness", true);
    assert_as_in_views(n, units[i], "layer-ties,layer-density", false);
  }
  nonet_free(n);
}

static const char *all_notes(const nonet_sheet *s) {
  static char text[4096];
  size_t size = 0;
  text[0] = 0;
  for (size_t i = 0; nonet_sheet_note(s, i); i++)
    size += (size_t)snprintf(text + size, sizeof text - size, "%s%s", i > 0 ? " " : "", nonet_sheet_note(s, i));
  return text;
}

static void networks_stand_for_states_under_their_names(void **state) {
  (void)state;
  nonet *n[3] = {net_of("a-b b-b"), net_of("a-b b-c c-a"), net_of("a b")};
  const nonet_snapshot at[] = {{"one", n[0]}, {"two", n[1]}, {"two again", n[1]}, {"none", n[2]}};
  nonet_times times = {.snapshots = at, .count = 4};
  nonet_sheet *s;
  nonet_err err;
  assert_ok(nonet_measure_over(&s, &times, "clustering,degree", NULL, NULL, &err), err);
  assert_string_equal(nonet_sheet_name(s), "series-nodes");
  assert_int_equal(nonet_sheet_rows(s), 2 + 3 + 3 + 2);
  assert_string_equal(nonet_sheet_text(s, 5, 0), "two again");
  assert_string_equal(nonet_sheet_text(s, 5, 1), nonet_sheet_text(s, 2, 1));
  assert_near(nonet_sheet_number(s, 5, 2), 1, 0);
  assert_near(nonet_sheet_number(s, 1, 3), 3, 0);
  assert_contains(all_notes(s), "clustering: 4 values are undefined");
  assert_contains(all_notes(s), "one: degree: every tie counts, a loop twice.");
  nonet_sheet_free(s);
  assert_ok(nonet_measure_over(&s, &times, "ties", NULL, NULL, &err), err);
  assert_int_equal(nonet_sheet_keys(s), NONET_BY_DATE);
  assert_near(nonet_sheet_number(s, 0, 1), 2, 0);
  assert_near(nonet_sheet_number(s, 3, 1), 0, 0);
  nonet_sheet_free(s);
  for (int i = 0; i < 3; i++)
    nonet_free(n[i]);
}

static size_t told;
static void count_left_out(void *user, const char *name, const char *why) {
  (void)user;
  assert_string_equal(name, "two-mode-density");
  assert_true(*why);
  told++;
}

static void a_measure_that_is_not_for_some_state_has_no_value_there(void **state) {
  (void)state;
  nonet *n[2] = {net_of("a b-c"), net_of("a=p x=q a-x b=p b-x")};
  const nonet_snapshot at[] = {{"early", n[0]}, {"early too", n[0]}, {"late", n[1]}};
  nonet_times times = {.snapshots = at, .count = 3};
  nonet_measure_options how = {.left_out = count_left_out};
  nonet_sheet *s;
  nonet_err err;
  assert_ok(nonet_measure_over(&s, &times, "two-mode-density,ties", NULL, NULL, &err), err);
  assert_true(isnan(nonet_sheet_number(s, 0, 1)) && isnan(nonet_sheet_number(s, 1, 1)));
  assert_near(nonet_sheet_number(s, 2, 1), 1, 0);
  assert_near(nonet_sheet_number(s, 1, 2), 1, 0);
  assert_contains(all_notes(s), "early to early too: two-mode-density has no value: ");
  nonet_sheet_free(s);
  times.count = 2; /* for none of them */
  assert_int_equal(nonet_measure_over(&s, &times, "two-mode-density,ties", NULL, NULL, &err), NONET_EUSAGE);
  assert_null(s);
  assert_ok(nonet_measure_over(&s, &times, "two-mode-density,ties", &how, NULL, &err), err);
  assert_int_equal(told, 1);
  assert_int_equal(nonet_sheet_columns(s), 2);
  nonet_sheet_free(s);
  assert_int_equal(nonet_measure_over(&s, &times, "two-mode-density", &how, NULL, &err), NONET_EUSAGE);
  nonet_free(n[0]);
  nonet_free(n[1]);
}

static void what_has_no_series_is_refused(void **state) {
  static const struct {
    const char *names, *part;
  } rows[] = {{"bow-tie", "table of its own"}, {"degre", "did you mean 'degree'"}, {"degree,ties", "different things"}, {"", ""}};
  (void)state;
  nonet *n = graph_named("example-city"), *none = net_of("a-b");
  nonet_times times = {.net = n}, undated = {.net = none}, nothing = {0};
  nonet_sheet *s;
  nonet_err err;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_int_equal(nonet_measure_over(&s, &times, rows[i].names, NULL, NULL, &err), NONET_EUSAGE);
    assert_null(s);
    assert_contains(err.text, rows[i].part);
  }
  assert_int_equal(nonet_measure_over(&s, &undated, "degree", NULL, NULL, &err), NONET_EUSAGE);
  assert_contains(err.text, "no tie has a date");
  assert_int_equal(nonet_measure_over(&s, &nothing, "degree", NULL, NULL, &err), NONET_EUSAGE);
  nonet_free(n);
  nonet_free(none);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_scope_is_what_each_state_says_of_itself),
      cmocka_unit_test(networks_stand_for_states_under_their_names),
      cmocka_unit_test(a_measure_that_is_not_for_some_state_has_no_value_there),
      cmocka_unit_test(what_has_no_series_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
