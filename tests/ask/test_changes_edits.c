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
      cmocka_unit_test(the_same_network_needs_no_edit),
      cmocka_unit_test(a_tie_without_a_layer_goes_and_those_with_one_stay),
      cmocka_unit_test(a_node_of_another_kind_comes_in_anew_with_its_ties),
      cmocka_unit_test(nothing_is_given_where_the_two_cannot_be_compared),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
