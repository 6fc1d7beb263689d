/* What changed between two networks: who and which ties came and went, in words, sheets and marks. */
#include "ask/asked.h"
#include "ask/two_states.h"

/* A row of a sheet by its first column. */
static size_t row_of(const nonet_sheet *s, const char *key) {
  for (size_t row = 0; row < nonet_sheet_rows(s); row++)
    if (strcmp(nonet_sheet_text(s, row, 0), key) == 0) return row;
  fail_msg("no row %s", key);
  return 0;
}

static double number(const nonet_sheet *s, const char *key, const char *column) {
  return nonet_sheet_number(s, row_of(s, key), column_named(s, column));
}

/* "a-b came, b-c went": the sheet of ties. */
static const char *ties_of(const nonet_answer *a) {
  static char text[2048];
  const nonet_sheet *s = sheet_named(a, "ties");
  text[0] = 0;
  for (size_t row = 0; row < nonet_sheet_rows(s); row++)
    snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s-%s %s", row ? ", " : "", nonet_sheet_text(s, row, 1),
             nonet_sheet_text(s, row, 2), nonet_sheet_text(s, row, column_named(s, "change")));
  return text;
}

/* "a=came ab=went": marks of the network that goes with the answer, those that stayed left out. */
static const char *marks_of(const nonet_answer *a) {
  static char text[2048];
  const nonet *of = nonet_answer_network(a);
  uint32_t v, t;
  const char *role;
  assert_non_null(of);
  text[0] = 0;
  for (size_t i = 0; nonet_answer_highlight(a, i, &v, &t, &role); i++) {
    nonet_node from, to;
    nonet_tie tie = {0};
    if (strcmp(role, "stayed") == 0) continue;
    if (t != NONET_NONE) nonet_tie_get(&tie, of, t);
    nonet_node_get(&from, of, t == NONET_NONE ? v : tie.from);
    nonet_node_get(&to, of, t == NONET_NONE ? v : tie.to);
    snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s%s=%s", *text ? " " : "", from.key, t == NONET_NONE ? "" : to.key, role);
  }
  return text;
}

static void the_same_network_has_changed_nothing(void **state) {
  (void)state;
  struct draw d = {11};
  for (int i = 0; i < 40; i++) {
    nonet *n = net_drawn(&d, i % 2);
    nonet_answer *a = changes_of(n, n, NULL);
    assert_string_equal(nonet_answer_verdict(a), "nothing changed");
    for (size_t k = 0; nonet_answer_sheet(a, k); k++) {
      const nonet_sheet *s = nonet_answer_sheet(a, k);
      if (nonet_sheet_keys(s) != NONET_BY_MEASURE) assert_int_equal(nonet_sheet_rows(s), 0);
    }
    assert_string_equal(marks_of(a), "");
    nonet_answer_free(a);
    nonet_free(n);
  }
}

static void nodes_and_ties_come_go_and_change(void **state) {
  (void)state;
  nonet *before = net_of("a-b b-c:2 c-d:3 d-e"), *after = net_of("a-b b-c:5 c-d:1 c-a f-a");
  nonet_answer *a = changes_of(before, after, NULL);
  assert_string_equal(nonet_answer_verdict(a), "1 node came, 1 node went, 2 ties came, 1 tie went, 1 tie stronger, 1 tie weaker");
  assert_string_equal(ties_of(a), "c-a came, f-a came, b-c stronger, c-d weaker, d-e went");
  assert_string_equal(marks_of(a), "e=went f=came ca=came fa=came bc=stronger cd=weaker de=went");
  assert_contains(said(a), "From before to after 2 ties came, 1 went and 3 stayed, 1 of them stronger and 1 weaker.");
  assert_contains(said(a), "f came in. e went.");
  assert_contains(said(a), "Most new ties are at a, 2.");
  const nonet_sheet *nodes = sheet_named(a, "nodes");
  assert_true(number(nodes, "a", "degree-change") == 2);
  assert_true(isnan(number(nodes, "f", "degree-before")));
  assert_true(number(sheet_named(a, "change"), "ties", "change") == 1);
  nonet_answer_free(a);
  nonet_free(before);
  nonet_free(after);
}

static void repeated_ties_are_matched_by_their_count(void **state) {
  (void)state;
  nonet *before = net_of("a-b:1 a-b:3 a-b:3"), *after = net_of("b-a:3 a-b:2");
  nonet_answer *a = changes_of(before, after, NULL);
  assert_string_equal(nonet_answer_verdict(a), "1 tie went, 1 tie stronger"); /* 3 stays, 1 is 2 now, the other 3 went */
  nonet_answer_free(a);
  nonet_free(before);
  nonet_free(after);
}

static void of_repeated_ties_those_of_equal_weight_stay(void **state) {
  (void)state;
  nonet *before = net_of("a-b:1 a-b:3"), *after = net_of("a-b:3");
  nonet_answer *a = changes_of(before, after, NULL);
  assert_string_equal(nonet_answer_verdict(a), "1 tie went");
  nonet_answer_free(a);
  nonet_free(before);
  nonet_free(after);
}

static void a_tie_of_another_layer_or_direction_is_another_tie(void **state) {
  (void)state;
  nonet *before = net_of("a>b@H b>c@H"), *after = net_of("b>a@H b>c@E");
  nonet_answer *a = changes_of(before, after, NULL);
  assert_string_equal(nonet_answer_verdict(a), "2 ties came, 2 ties went, 2 memberships came, 1 membership went");
  const nonet_sheet *members = sheet_named(a, "memberships");
  assert_string_equal(keys_of(members), "b c c");
  nonet_answer_free(a);
  nonet_free(before);
  nonet_free(after);
}

static void a_shorter_length_is_a_stronger_tie(void **state) {
  (void)state;
  nonet_seal_options how = {.scale = "length"};
  nonet *before = net_of_with("a-b:4 b-c:1", &how), *after = net_of_with("a-b:2 b-c:3", &how), *strong = net_of("a-b:2 b-c:3");
  nonet_answer *a = changes_of(before, after, NULL);
  nonet_err err;
  assert_string_equal(ties_of(a), "a-b stronger, b-c weaker");
  nonet_answer_free(a);
  assert_int_equal(nonet_changes(&a, before, strong, NULL, NULL, &err), NONET_EUSAGE);
  assert_null(a);
  assert_contains(err.text, "the weights of the tie a - b mean different things");
  nonet_free(before);
  nonet_free(after);
  nonet_free(strong);
}

static void two_directions_cannot_be_compared_and_two_strangers_are_said(void **state) {
  (void)state;
  nonet *before = net_of("a-b"), *after = net_of("a>b"), *other = net_of("x-y"), *empty = net_of("a b");
  nonet_changes_options how = {.before = "old.csv", .after = "new.csv"};
  nonet_answer *a;
  nonet_err err;
  assert_int_equal(nonet_changes(&a, before, after, &how, NULL, &err), NONET_EUSAGE);
  assert_contains(err.text, "'new.csv' is directed and 'old.csv' is not");
  a = changes_of(empty, after, NULL); /* without ties there is no direction to differ */
  assert_string_equal(nonet_answer_verdict(a), "1 tie came");
  nonet_answer_free(a);
  a = changes_of(before, other, NULL);
  assert_contains(said(a), "No node is in both");
  nonet_answer_free(a);
  nonet_free(before);
  nonet_free(after);
  nonet_free(other);
  nonet_free(empty);
}

static void what_is_said_of_a_node_may_change(void **state) {
  (void)state;
  nonet *before = net_of("a=partner b=strategy c=strategy a-b"), *after = net_of("a=partner b=strategy c=partner a-b");
  nonet_answer *a = changes_of(before, after, NULL);
  const nonet_sheet *nodes = sheet_named(a, "nodes");
  assert_string_equal(nonet_answer_verdict(a), "1 node of another kind");
  assert_string_equal(keys_of(nodes), "c");
  assert_string_equal(nonet_sheet_text(nodes, 0, column_named(nodes, "kind-before")), "strategy");
  nonet_answer_free(a);
  nonet_free(before);
  nonet_free(after);
}

/* Whichever way round: the same nodes and ties in the same order, so the same picture, with the roles turned. */
static void both_together_are_the_same_whichever_way_round(void **state) {
  (void)state;
  struct draw d = {5};
  for (int i = 0; i < 100; i++) {
    nonet *x = net_drawn(&d, false), *y = net_drawn(&d, false);
    nonet_answer *a = changes_of(x, y, NULL), *b = changes_of(y, x, NULL);
    const nonet *m = nonet_answer_network(a), *n = nonet_answer_network(b);
    assert_int_equal(nonet_nodes(m), nonet_nodes(n));
    assert_int_equal(nonet_ties(m), nonet_ties(n));
    for (uint32_t v = 0; v < nonet_nodes(m); v++) {
      nonet_node p, q;
      nonet_node_get(&p, m, v);
      nonet_node_get(&q, n, v);
      assert_string_equal(p.key, q.key);
    }
    uint32_t v, t;
    const char *one, *other;
    for (size_t k = 0; nonet_answer_highlight(a, k, &v, &t, &one); k++) {
      assert_true(nonet_answer_highlight(b, k, &v, &t, &other));
      assert_int_equal(strcmp(one, "came") == 0, strcmp(other, "went") == 0);
      assert_int_equal(strcmp(one, "stronger") == 0, strcmp(other, "weaker") == 0);
      assert_int_equal(strcmp(one, "stayed") == 0, strcmp(other, "stayed") == 0);
    }
    nonet_answer_free(a);
    nonet_answer_free(b);
    nonet_free(x);
    nonet_free(y);
  }
}

static void views_of_one_network_at_two_dates_are_compared(void **state) {
  (void)state;
  nonet *n = graph_named("example-city"), *before, *after;
  nonet_err err;
  assert_ok(nonet_view(&before, n, "at:2023-12-31", NULL, &err), err);
  assert_ok(nonet_view(&after, n, "at:2024-12-31", NULL, &err), err);
  nonet_changes_options how = {.before = "2023", .after = "2024"};
  nonet_answer *a = changes_of(before, after, &how);
  assert_contains(said(a), "From 2023 to 2024 25 ties came, 2 went and 60 stayed.");
  assert_contains(said(a), "Most ties that went are at Examplebury Arts Centre, 2.");
  nonet_answer_free(a);
  nonet_free(before);
  nonet_free(after);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_same_network_has_changed_nothing),
      cmocka_unit_test(nodes_and_ties_come_go_and_change),
      cmocka_unit_test(repeated_ties_are_matched_by_their_count),
      cmocka_unit_test(of_repeated_ties_those_of_equal_weight_stay),
      cmocka_unit_test(a_tie_of_another_layer_or_direction_is_another_tie),
      cmocka_unit_test(a_shorter_length_is_a_stronger_tie),
      cmocka_unit_test(two_directions_cannot_be_compared_and_two_strangers_are_said),
      cmocka_unit_test(what_is_said_of_a_node_may_change),
      cmocka_unit_test(both_together_are_the_same_whichever_way_round),
      cmocka_unit_test(views_of_one_network_at_two_dates_are_compared),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
