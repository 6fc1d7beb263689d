/* Drafts refuse what a caller may get wrong, with its place. */
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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_row_without_a_key_is_refused_with_its_place),
      cmocka_unit_test(a_weight_that_is_no_finite_number_is_refused),
      cmocka_unit_test(text_that_is_not_utf8_is_refused),
      cmocka_unit_test(a_file_that_the_draft_does_not_have_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
