/* What changed, as edits: applied to the first network they give the second. */
#include "ask/two_states.h"

static nonet *applied(const nonet *before, const nonet *after, size_t *count) {
  nonet_edit *edits;
  nonet *made;
  nonet_err err;
  assert_ok(nonet_changes_edits(&edits, count, before, after, &err), err);
  assert_ok(nonet_edited(&made, before, edits, *count, NULL, &err), err);
  nonet_edits_free(edits);
  return made;
}

static void assert_leads(const nonet *before, const nonet *after) {
  size_t count;
  nonet *made = applied(before, after, &count);
  char *got = text_of(made), *want = text_of(after);
  assert_string_equal(got, want);
  free(got);
  free(want);
  nonet_free(made);
}

static void edits_lead_from_one_to_the_other_for_random_pairs(void **state) {
  (void)state;
  struct draw d = {20260502};
  size_t several = 0;
  for (int i = 0; i < 600; i++) {
    bool directed = i % 3 == 0;
    nonet *before = net_drawn(&d, directed), *after = net_drawn(&d, directed);
    size_t count;
    if (nonet_is_directed(before) == nonet_is_directed(after)) {
      assert_leads(before, after);
      assert_leads(after, before);
      nonet_free(applied(before, after, &count));
      several += count > 5;
    }
    nonet_free(before);
    nonet_free(after);
  }
  assert_true(several > 400);
}

/* A network like net_drawn's in which nodes have labels, short names and columns, and ties have dates and columns, all by chance. */
static nonet *net_told(struct draw *d) {
  static const char *const words[] = {NULL, "", "old", "new", "3", "4.5"}, *const dates[] = {NULL, "1999", "2001-05", "2000-08-03"};
  static const char *const kinds[] = {"partner", "strategy", "partner"};
  char key[6][8], label[16];
  nonet_draft *draft;
  nonet *n;
  nonet_err err;
  uint32_t row;
  assert_ok(nonet_draft_new(&draft, &err), err);
  for (unsigned i = 0; i < 6; i++) {
    snprintf(key[i], sizeof key[i], "n%u", i);
    snprintf(label, sizeof label, "Label %u %u", i, draw(d, 2));
    nonet_node_row node = {.key = key[i], .kind = kinds[draw(d, 30) ? i % 2 : 2], .label = draw(d, 3) ? label : NULL};
    if (draw(d, 3) == 0) node.short_name = draw(d, 2) ? "short" : "other";
    assert_ok(nonet_draft_node(&row, draft, &node, &err), err);
    if (draw(d, 2)) assert_ok(nonet_draft_node_attribute(draft, row, "budget", draw(d, 2) ? "10" : "20.5", &err), err);
    if (draw(d, 2)) assert_ok(nonet_draft_node_attribute(draft, row, draw(d, 4) ? "place" : "region", words[2 + draw(d, 4)], &err), err);
  }
  for (unsigned left = 1 + draw(d, 12); left > 0; left--) {
    nonet_tie_row tie = {
        .from = key[draw(d, 6)], .to = key[draw(d, 6)], .layer = draw(d, 2) ? "Health" : NULL, .source = words[draw(d, 4)]};
    tie.since = draw(d, 2) ? dates[draw(d, 4)] : NULL;
    tie.until = draw(d, 2) ? "2005" : NULL;
    assert_ok(nonet_draft_tie(&row, draft, &tie, &err), err);
    if (draw(d, 3) == 0)
      assert_ok(nonet_draft_tie_attribute(draft, row, draw(d, 2) ? "stated" : "hours", words[2 + draw(d, 4)], &err), err);
  }
  assert_ok(nonet_seal(&n, draft, NULL, NULL, &err), err);
  nonet_draft_free(draft);
  return n;
}

static int by_line(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* A row's further columns that say something, by name: "budget=10 place=old". */
static void say_columns(char *out, size_t room, const nonet *n, bool of_ties, uint32_t row) {
  char *part[8];
  size_t parts = 0, columns = of_ties ? nonet_tie_columns(n) : nonet_node_columns(n);
  out[0] = 0;
  for (size_t c = 0; c < columns; c++) {
    const char *name = of_ties ? nonet_tie_column(n, c, NULL) : nonet_node_column(n, c, NULL);
    const char *value = of_ties ? nonet_tie_value(n, c, row, NULL) : nonet_node_value(n, c, row, NULL);
    if (*value) assert_true(asprintf(&part[parts++], " %s=%s", name, value) > 0);
  }
  qsort(part, parts, sizeof *part, by_line);
  for (size_t i = 0; i < parts; i++) {
    strncat(out, part[i], room - strlen(out) - 1);
    free(part[i]);
  }
}

/* What text_of leaves out, as lines in an order of their own. Owned by the caller. */
static char *told_of(const nonet *n) {
  size_t count = 0;
  char **line = calloc((size_t)nonet_nodes(n) + nonet_ties(n) + 1, sizeof *line), columns[256];
  assert_non_null(line);
  for (uint32_t v = 0; v < nonet_nodes(n); v++) {
    nonet_node x;
    nonet_node_get(&x, n, v);
    say_columns(columns, sizeof columns, n, false, v);
    assert_true(asprintf(&line[count++], "%s: '%s' '%s'%s", x.key, x.label, x.short_name, columns) > 0);
  }
  for (uint32_t t = 0; t < nonet_ties(n); t++) {
    nonet_tie x;
    nonet_node from, to;
    nonet_tie_get(&x, n, t);
    nonet_node_get(&from, n, x.from);
    nonet_node_get(&to, n, x.to);
    bool turn = strcmp(from.key, to.key) > 0;
    say_columns(columns, sizeof columns, n, true, t);
    assert_true(asprintf(&line[count++], "%s-%s @%s %s %s '%s'%s", turn ? to.key : from.key, turn ? from.key : to.key,
                         x.layer == NONET_NONE ? "" : nonet_layer_name(n, x.layer), x.since, x.until, x.source, columns) > 0);
  }
  char *text = joined(line, count);
  free(line);
  return text;
}

static void labels_dates_and_columns_are_carried_for_random_pairs(void **state) {
  (void)state;
  struct draw d = {41};
  size_t set = 0, count;
  for (int i = 0; i < 600; i++) {
    nonet *before = net_told(&d), *after = net_told(&d), *made = applied(before, after, &count), *view = NULL;
    char *got = told_of(made), *want = told_of(after);
    assert_string_equal(got, want);
    assert_leads(before, after);
    /* What was made holds what it says: it can be looked at as any network. */
    assert_int_equal(nonet_view(&view, made, "at:2001", NULL, NULL), NONET_OK);
    nonet_free(view);
    nonet_free(made);
    made = applied(after, after, &set);
    assert_int_equal(set, 0);
    nonet_free(made);
    free(got);
    free(want);
    nonet_free(before);
    nonet_free(after);
  }
}

static void what_is_said_of_a_node_is_set_and_taken_back(void **state) {
  (void)state;
  nonet *n = net_of("a-b"), *made, *back;
  nonet_err err;
  nonet_node x;
  double number;
  bool is_number;
  uint32_t v;
  const nonet_said said[] = {{"budget", "12.5"}}, nothing[] = {{"budget", ""}};
  const nonet_edit set = {.kind = NONET_SET_NODE, .a = "a", .label = "Arts", .short_name = "A1", .said = said, .said_count = 1};
  const nonet_edit gone = {.kind = NONET_SET_NODE, .a = "a", .label = "", .said = nothing, .said_count = 1};
  const nonet_edit wrong = {.kind = NONET_ADD_TIE, .a = "a", .b = "b", .since = "long ago"};
  const nonet_edit turned = {.kind = NONET_ADD_TIE, .a = "a", .b = "b", .since = "2003", .until = "2001"};
  assert_ok(nonet_edited(&made, n, &set, 1, NULL, &err), err);
  assert_ok(nonet_find_node(&v, made, "arts", &err), err);
  nonet_node_get(&x, made, v);
  assert_string_equal(x.key, "a");
  assert_string_equal(x.short_name, "A1");
  assert_string_equal(nonet_node_column(made, 0, &is_number), "budget");
  assert_true(is_number);
  nonet_node_value(made, 0, v, &number);
  assert_near(number, 12.5, 0);
  assert_ok(nonet_edited(&back, made, &gone, 1, NULL, &err), err);
  nonet_node_get(&x, back, v);
  assert_string_equal(x.label, "a");
  assert_string_equal(x.short_name, "A1"); /* what is not said stays */
  assert_int_equal(nonet_node_columns(back), 0);
  nonet_free(back);
  assert_int_equal(nonet_edited(&back, n, &wrong, 1, NULL, &err), NONET_EUSAGE);
  assert_contains(err.text, "'long ago' is no date");
  assert_int_equal(nonet_edited(&back, n, &turned, 1, NULL, &err), NONET_EUSAGE);
  assert_contains(err.text, "since '2003' is after until '2001'");
  nonet_free(made);
  nonet_free(n);
}

static void the_same_network_needs_no_edit(void **state) {
  (void)state;
  struct draw d = {7};
  for (int i = 0; i < 50; i++) {
    nonet *n = net_drawn(&d, i % 2), *again;
    size_t count = 1;
    again = applied(n, n, &count);
    assert_int_equal(count, 0);
    nonet_free(again);
    nonet_free(n);
  }
}

static void a_tie_without_a_layer_goes_and_those_with_one_stay(void **state) {
  (void)state;
  nonet *before = net_of("a-b a-b@H a-b:2@E"), *after = net_of("a-b@H a-b:2@E");
  assert_leads(before, after);
  assert_leads(after, before);
  nonet_free(before);
  nonet_free(after);
}

static void a_node_of_another_kind_comes_in_anew_with_its_ties(void **state) {
  (void)state;
  nonet *before = net_of("a=partner b=partner c=strategy a-b b-c@H"), *after = net_of("a=partner b=strategy c=strategy a-b b-c@H");
  size_t count;
  assert_leads(before, after);
  nonet_free(applied(before, after, &count));
  assert_int_equal(count, 4); /* it leaves, comes, and has two ties */
  nonet_free(before);
  nonet_free(after);
}

static void nothing_is_given_where_the_two_cannot_be_compared(void **state) {
  (void)state;
  nonet *before = net_of("a-b"), *after = net_of("a>b");
  nonet_edit *edits = (nonet_edit *)(uintptr_t)1;
  size_t count = 3;
  assert_int_equal(nonet_changes_edits(&edits, &count, before, after, NULL), NONET_EUSAGE);
  assert_null(edits);
  assert_int_equal(count, 3);
  nonet_free(before);
  nonet_free(after);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(edits_lead_from_one_to_the_other_for_random_pairs),
      cmocka_unit_test(labels_dates_and_columns_are_carried_for_random_pairs),
      cmocka_unit_test(what_is_said_of_a_node_is_set_and_taken_back),
      cmocka_unit_test(the_same_network_needs_no_edit),
      cmocka_unit_test(a_tie_without_a_layer_goes_and_those_with_one_stay),
      cmocka_unit_test(a_node_of_another_kind_comes_in_anew_with_its_ties),
      cmocka_unit_test(nothing_is_given_where_the_two_cannot_be_compared),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
