/* Lanes: rows take the room of what they say. */
#include "net/draft_rows.h"
#include "rows.h"

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
  assert_true(filled <= 4); /* from; `to` says the same in every row, and the line counts up */
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

static void a_line_counts_up_until_a_row_stands_elsewhere(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  const uint64_t lines[] = {7, 8, 9, 10, 12, 13, 2};
  for (unsigned i = 0; i < 7; i++) {
    rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .origin = {1, lines[i]}});
    assert_true((d->tie.lane[TIE_LINE].at == NULL) == (i < 4));
    for (unsigned row = 0; row <= i; row++)
      assert_int_equal(lane_long(&d->tie.lane[TIE_LINE], row), lines[row]);
  }
  draft_rows_back_to(d, 0, 1);
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .origin = {1, 70}});
  assert_int_equal(lane_long(&d->tie.lane[TIE_LINE], 0), 7);
  assert_int_equal(lane_long(&d->tie.lane[TIE_LINE], 1), 70);
  nonet_draft_free(d);
}

static void rows_taken_out_of_the_middle_leave_each_line_with_its_row(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  uint8_t gone[10] = {0, 1, 0, 0, 1, 0, 0, 0, 0, 1};
  const uint64_t left[] = {2, 4, 5, 7, 8, 9, 10};
  for (unsigned i = 0; i < 10; i++)
    rows_tie(d, (nonet_tie_row){.from = "a", .to = "b"}); /* lines 2 to 11 */
  assert_true(table_drop(&d->tie, gone));
  for (unsigned i = 0; i < 7; i++)
    assert_int_equal(lane_long(&d->tie.lane[TIE_LINE], i), left[i]);
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .origin = {1, 11}});
  assert_int_equal(lane_long(&d->tie.lane[TIE_LINE], 7), 11);
  nonet_draft_free(d);
}

/* Rows added together, cut in every way, say what rows added one by one say. */
static void rows_added_together_are_rows_added_one_by_one(void **state) {
  (void)state;
  enum { ROWS = 9 };
  for (unsigned cut = 0; cut <= ROWS; cut++)
    for (unsigned form = 0; form < 16; form++) {
      nonet_draft *d = rows_new();
      uint32_t from[ROWS], to[ROWS];
      uint64_t line[ROWS];
      double weight[ROWS];
      for (unsigned i = 0; i < ROWS; i++) {
        from[i] = 1 + (form & 1 ? i % 3 : 0);
        to[i] = 5;
        line[i] = form & 2 ? 3 + i : 3 + i * i % 7;
        weight[i] = form & 4 && i > 3 ? i : (double)NAN;
      }
      const struct draft_tie alike = {.kind = 4, .weight = (double)NAN, .file = 1, .line = 6};
      for (unsigned first = 0, end = cut; first < ROWS; first = end, end = ROWS) {
        const struct draft_ties own = {
            .from = from + first, .to = to + first, .weight = weight + first, .line = form & 8 ? NULL : line + first};
        assert_int_equal(draft_add_ties(d, &alike, &own, end - first, NULL), NONET_OK);
        if (end == ROWS) break;
      }
      assert_int_equal(nonet_draft_ties(d), ROWS);
      for (unsigned i = 0; i < ROWS; i++) {
        assert_int_equal(lane_word(&d->tie.lane[TIE_FROM], i), from[i]);
        assert_int_equal(lane_word(&d->tie.lane[TIE_TO], i), 5);
        assert_int_equal(lane_word(&d->tie.lane[TIE_KIND], i), 4);
        assert_int_equal(lane_long(&d->tie.lane[TIE_LINE], i), form & 8 ? 6 : line[i]);
        assert_near(lane_double(&d->tie.lane[TIE_WEIGHT], i), weight[i], 0);
      }
      nonet_draft_free(d);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(bare_ties_fill_only_the_lanes_that_differ),
      cmocka_unit_test(a_lane_that_differs_late_keeps_what_was_said_before),
      cmocka_unit_test(a_line_counts_up_until_a_row_stands_elsewhere),
      cmocka_unit_test(rows_taken_out_of_the_middle_leave_each_line_with_its_row),
      cmocka_unit_test(rows_added_together_are_rows_added_one_by_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
