/* Drafts: what they refuse, and that rows take the room of what they say. */
#include "net/draft.h"
#include "net/draft_rows.h"
#include "rows.h"

static void a_row_without_a_key_is_refused_with_its_place(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  nonet_err err;
  nonet_node_row row = {.label = "A", .origin = {0, 7}};
  assert_int_equal(nonet_draft_node(NULL, d, &row, &err), NONET_EINPUT);
  assert_string_equal(err.text, "nodes.csv:7: a node without a key");
  nonet_tie_row tie = {.from = "a", .origin = {1, 9}};
  assert_int_equal(nonet_draft_tie(NULL, d, &tie, &err), NONET_EINPUT);
  assert_contains(err.text, "ties.csv:9: ");
  nonet_draft_free(d);
}

static void a_weight_that_is_no_finite_number_is_refused(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  const double wrong[] = {NAN, INFINITY, -INFINITY};
  for (size_t i = 0; i < 3; i++) {
    nonet_err err;
    nonet_tie_row row = {.from = "a", .to = "b", .weight = wrong[i], .has_weight = true, .origin = {1, 4}};
    assert_int_equal(nonet_draft_tie(NULL, d, &row, &err), NONET_EINPUT);
    assert_contains(err.text, "ties.csv:4: the weight of a tie is not a finite number");
  }
  assert_int_equal(nonet_draft_ties(d), 0);
  nonet_draft_free(d);
}

static void text_that_is_not_utf8_is_refused(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  nonet_err err;
  nonet_node_row row = {.key = "caf\xe9", .origin = {0, 3}};
  assert_int_equal(nonet_draft_node(NULL, d, &row, &err), NONET_EINPUT);
  assert_contains(err.text, "nodes.csv:3: text that is not UTF-8");
  nonet_draft_free(d);
}

static void a_file_that_the_draft_does_not_have_is_refused(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  nonet_err err;
  nonet_node_row row = {.key = "a", .origin = {5, 3}};
  assert_int_equal(nonet_draft_node(NULL, d, &row, &err), NONET_EUSAGE);
  nonet_draft_free(d);
}

static void bare_ties_fill_only_the_lanes_that_differ(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  char name[16];
  for (unsigned i = 0; i < 1000; i++) {
    snprintf(name, sizeof name, "n%u", i);
    rows_tie(d, (nonet_tie_row){.from = name, .to = "hub"});
  }
  size_t filled = 0;
  for (unsigned i = 0; i < d->tie.lanes; i++)
    filled += d->tie.lane[i].at ? d->tie.lane[i].size : 0;
  assert_true(filled <= 12); /* from and line; `to` says the same in every row */
  assert_string_equal(draft_text(d, lane_word(&d->tie.lane[TIE_FROM], 999)), "n999");
  assert_string_equal(draft_text(d, lane_word(&d->tie.lane[TIE_TO], 500)), "hub");
  assert_int_equal(lane_long(&d->tie.lane[TIE_LINE], 7), 9);
  assert_true(isnan(lane_double(&d->tie.lane[TIE_WEIGHT], 3)));
  nonet_draft_free(d);
}

static void a_lane_that_differs_late_keeps_what_was_said_before(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  for (unsigned i = 0; i < 200; i++)
    rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .kind = "leads"});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .kind = "funds", .weight = 2, .has_weight = true});
  assert_string_equal(draft_text(d, lane_word(&d->tie.lane[TIE_KIND], 0)), "leads");
  assert_string_equal(draft_text(d, lane_word(&d->tie.lane[TIE_KIND], 199)), "leads");
  assert_string_equal(draft_text(d, lane_word(&d->tie.lane[TIE_KIND], 200)), "funds");
  assert_true(isnan(lane_double(&d->tie.lane[TIE_WEIGHT], 199)));
  assert_near(lane_double(&d->tie.lane[TIE_WEIGHT], 200), 2, 0);
  nonet_draft_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_row_without_a_key_is_refused_with_its_place),
      cmocka_unit_test(a_weight_that_is_no_finite_number_is_refused),
      cmocka_unit_test(text_that_is_not_utf8_is_refused),
      cmocka_unit_test(a_file_that_the_draft_does_not_have_is_refused),
      cmocka_unit_test(bare_ties_fill_only_the_lanes_that_differ),
      cmocka_unit_test(a_lane_that_differs_late_keeps_what_was_said_before),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
