/* What is odd about ties is said once, with its count and first place. */
#include "fixture/net_of.h"
#include "net/draft.h"
#include "rows.h"

static void pairs_listed_both_ways_are_counted(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  const char *const ends[][2] = {{"a", "b"}, {"b", "c"}, {"b", "a"}, {"c", "b"}, {"c", "d"}};
  for (size_t i = 0; i < 5; i++)
    rows_tie(d, (nonet_tie_row){.from = ends[i][0], .to = ends[i][1]});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  assert_string_equal(nonet_warning(n, 0),
                      "ties.csv:4: pair listed both ways, read as undirected ties beside 1 listed one way; --directed keeps "
                      "the directions (and 1 more)");
  assert_null(nonet_warning(n, 1));
  assert_int_equal(nonet_ties(n), 5);
  nonet_free(n);
}

static void both_ways_is_no_doubt_where_ties_are_directed_or_differ_in_kind(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>a");
  assert_null(nonet_warning(n, 0));
  nonet_free(n);
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .kind = "leads"});
  rows_tie(d, (nonet_tie_row){.from = "b", .to = "a", .kind = "funds"});
  n = rows_seal(d, (nonet_seal_options){0});
  assert_null(nonet_warning(n, 0));
  nonet_free(n);
}

static void a_tie_listed_twice_alike_is_kept_and_counted(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  nonet_err err;
  for (unsigned i = 0; i < 4; i++)
    rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .kind = "leads", .source = "minutes"});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "b", .kind = "leads", .source = "letter"});
  assert_ok(nonet_draft_tie_attribute(d, 3, "hours", "4", &err), err);
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  assert_int_equal(nonet_ties(n), 5);
  assert_string_equal(nonet_warning(n, 0), "ties.csv:3: tie listed twice, alike in everything; both are kept (and 1 more)");
  assert_null(nonet_warning(n, 1));
  nonet_free(n);
}

static void loops_are_counted(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  rows_tie(d, (nonet_tie_row){.from = "z", .to = "a"});
  rows_tie(d, (nonet_tie_row){.from = "a", .to = "a"});
  rows_tie(d, (nonet_tie_row){.from = "z", .to = "z"});
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  assert_string_equal(nonet_warning(n, 0), "ties.csv:3: tie from a node to itself (and 1 more)");
  nonet_free(n);
}

static void warnings_of_reading_are_added_together(void **state) {
  (void)state;
  nonet_draft *d = rows_new();
  nonet_err err;
  struct draft_mark mark;
  assert_ok(draft_warn(d, "row without a weight", 0, 4, &err), err);
  assert_ok(draft_warn(d, "row without a weight", 0, 6, &err), err);
  draft_mark(d, &mark);
  assert_ok(draft_warn(d, "row without a weight", 1, 2, &err), err);
  assert_ok(draft_assume(d, &err, "the first row is a heading"), err);
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  assert_string_equal(nonet_warning(n, 0), "nodes.csv:4: row without a weight (and 2 more)");
  assert_null(nonet_warning(n, 1));
  assert_string_equal(nonet_assumption(n, 0), "the first row is a heading");
  nonet_free(n);
}

static unsigned heard;
static void hear(void *user, const char *text) {
  assert_contains(text, "itself");
  ++*(unsigned *)user;
}

static void the_run_hears_each_warning(void **state) {
  (void)state;
  nonet_draft *d = draft_of("a-a b-b");
  nonet *n;
  nonet_err err;
  heard = 0;
  assert_ok(nonet_seal(&n, d, NULL, &(nonet_run){.warn = hear, .user = &heard}, &err), err);
  assert_int_equal(heard, 1);
  nonet_free(n);
  nonet_draft_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pairs_listed_both_ways_are_counted),
      cmocka_unit_test(both_ways_is_no_doubt_where_ties_are_directed_or_differ_in_kind),
      cmocka_unit_test(a_tie_listed_twice_alike_is_kept_and_counted),
      cmocka_unit_test(loops_are_counted),
      cmocka_unit_test(warnings_of_reading_are_added_together),
      cmocka_unit_test(the_run_hears_each_warning),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
