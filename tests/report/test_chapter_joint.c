/* Joint working over time: a line where there are dates, a plain word where there are none. */
#include "report/fixture_chapters.h"

/* Three partners and a strategy; one joins each year. */
static nonet *dated(const char *const *since) {
  static const char *const from[] = {"a", "b", "c"};
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (size_t i = 0; i < 3; i++) {
    const nonet_tie_row row = {
        .from = from[i], .to = "x", .from_kind = "partner", .to_kind = "strategy", .since = since[i], .origin = {NONET_NONE, 0}};
    assert_ok(nonet_draft_tie(NULL, d, &row, &err), err);
  }
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static void each_year_is_a_point_of_the_line(void **state) {
  static const char *const since[] = {"2022", "2023", "2024"};
  (void)state;
  struct report r;
  nonet *n = dated(since);
  char *page = chapter_with_files(&r, n, chapter_joint);
  assert_contains(page, "1 tie in 2022, 3 in 2024.");
  assert_contains(page, "was 0 in 2022 and 1 in 2024");
  assert_contains(page, "new: pairs that began to work together");
  assert_contains(page, "<td>2023</td>");
  assert_near(fact_of(&r, "2024:joint-working"), 1, 0);
  assert_near(fact_of(&r, "2023:joint-working"), 1.0 / 3, 1e-9);
  free(page);
  facts_done(&r, n);
}

static void dates_of_one_year_are_looked_at_by_quarter(void **state) {
  static const char *const since[] = {"2024-01-10", "2024-05-01", "2024-05-01"};
  (void)state;
  struct report r;
  nonet *n = dated(since);
  char *page = chapter_with_files(&r, n, chapter_joint);
  assert_contains(page, "2024-Q1");
  assert_contains(page, "2024-Q2");
  free(page);
  facts_done(&r, n);
}

static void without_dates_it_says_so_and_gives_the_one_number_there_is(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("a=partner b=partner c=partner x=strategy a-x b-x c-x");
  char *page = chapter_with_files(&r, n, chapter_joint);
  assert_contains(page, "No tie has a date (columns since and until), so the data cannot say whether joint working grew.");
  assert_contains(page, " is 1 in the one state that is recorded");
  assert_null(strstr(page, "<svg"));
  assert_numbers_are_facts(&r, page);
  free(page);
  facts_done(&r, n);
}

static void an_empty_network_has_the_chapter_too(void **state) {
  (void)state;
  struct report r;
  nonet *n = net_of("");
  char *page = chapter_with_files(&r, n, chapter_joint);
  assert_contains(page, "No tie has a date");
  free(page);
  facts_done(&r, n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_year_is_a_point_of_the_line), cmocka_unit_test(dates_of_one_year_are_looked_at_by_quarter),
      cmocka_unit_test(without_dates_it_says_so_and_gives_the_one_number_there_is), cmocka_unit_test(an_empty_network_has_the_chapter_too)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
