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
      cmocka_unit_test(bare_ties_fill_only_the_lanes_that_differ),
      cmocka_unit_test(a_lane_that_differs_late_keeps_what_was_said_before),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
