/* One call, one sheet: scopes, weights, notes, verification, stops. */
#include "measure/values.h"

#include <stdio.h>

static void measures_of_different_things_are_not_mixed(void **state) {
  (void)state;
  assert_refused("a-b", "degree,density", NULL, NONET_EUSAGE, "'degree' and 'density'");
  assert_refused("a-b", "betweenness,degree", &(nonet_measure_options){.samples = "auto"}, NONET_EUSAGE, "'degree' is computed exactly");
  assert_refused("a-b", "betweenness", (&(nonet_measure_options){.samples = "auto", .verify = true}), NONET_EUSAGE, "samples");
}

static void measures_of_the_whole_are_rows_in_the_order_asked(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c");
  nonet_sheet *s = sheet_of(n, "ties,nodes", NULL);
  assert_int_equal(nonet_sheet_keys(s), NONET_BY_MEASURE);
  assert_int_equal(nonet_sheet_rows(s), 2);
  assert_string_equal(nonet_sheet_text(s, 0, 0), "ties");
  assert_near(nonet_sheet_number(s, 0, 1), 2, 0);
  assert_near(nonet_sheet_number(s, 1, 1), 3, 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void notes_say_what_was_merged_and_what_was_left_out(void **state) {
  (void)state;
  nonet *n = net_of("a-b:2 a-b:3 b-b a-c:1");
  nonet_sheet *s = sheet_of(n, "degree,closeness,coreness", &(nonet_measure_options){.weighted = true, .normalised = true});
  char all[2000] = "";
  for (size_t i = 0; nonet_sheet_note(s, i); i++) {
    strcat(all, nonet_sheet_note(s, i));
    strcat(all, "\n");
  }
  assert_contains(all, "degree: every tie counts, a loop twice.");
  assert_contains(all, "closeness, coreness: ties between the same two are taken as one, loops are left out.");
  assert_contains(all, "closeness: weighted; a distance is the sum of lengths");
  assert_contains(all, "degree, coreness: weights are left out of account.");
  assert_contains(all, "closeness, coreness: --normalised has no effect.");
  nonet_sheet_free(s);
  nonet_free(n);
}

static void two_ways_of_a_directed_pair_are_not_said_to_be_merged(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>a b>c");
  nonet_sheet *s = sheet_of(n, "closeness", NULL);
  assert_null(nonet_sheet_note(s, 0));
  nonet_sheet_free(s);
  nonet_free(n);
}

static void verify_says_that_a_second_method_agrees(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s = sheet_of(n, "betweenness,degree", &(nonet_measure_options){.verify = true});
  char all[2000] = "";
  for (size_t i = 0; nonet_sheet_note(s, i); i++)
    strcat(all, nonet_sheet_note(s, i));
  assert_contains(all, "betweenness: a second method, igraph, agrees; largest relative difference ");
  assert_contains(all, "degree: no second method; every value lies in its range, 0 and above.");
  nonet_sheet_free(s);
  nonet_free(n);
}

static int told;
static void tell_two_mode(void *user, const char *name, const char *why) {
  assert_ptr_equal(user, &told);
  assert_contains(name, "two-mode-");
  assert_contains(why, "two kinds");
  told++;
}

static void what_does_not_suit_a_network_is_left_out_where_the_caller_hears_of_it(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=p a-b");
  nonet_sheet *s;
  nonet_err err;
  nonet_measure_options options = {.left_out = tell_two_mode, .left_out_user = &told};
  assert_ok(nonet_measure(&s, n, "degree,two-mode-degree,coreness", &options, NULL, &err), err);
  assert_int_equal(told, 1);
  assert_int_equal(nonet_sheet_columns(s), 3);
  assert_near(nonet_sheet_number(s, 0, 2), 1, 0);
  nonet_sheet_free(s);
  assert_ok(nonet_measure(&s, n, "two-mode-density,density", &options, NULL, &err), err);
  assert_int_equal(nonet_sheet_rows(s), 1);
  assert_string_equal(nonet_sheet_text(s, 0, 0), "density");
  assert_near(nonet_sheet_number(s, 0, 1), 1, 0);
  nonet_sheet_free(s);
  told = 0;
  assert_int_equal(nonet_measure(&s, n, "two-mode-density,two-mode-clustering", &options, NULL, &err), NONET_EUSAGE);
  assert_int_equal(told, 2);
  assert_null(s);
  assert_int_equal(nonet_measure(&s, n, "degree,two-mode-degree", NULL, NULL, &err), NONET_EUSAGE);
  nonet_free(n);
}

static void tell_any(void *user, const char *name, const char *why) {
  snprintf(user, 400, "%s: %s", name, why);
}

static void weights_that_one_measure_cannot_take_leave_that_one_out(void **state) {
  (void)state;
  nonet *n = net_of("a-b:-1 b-c:2");
  nonet_sheet *s;
  nonet_err err;
  char said[400];
  nonet_measure_options options = {.weighted = true, .left_out = tell_any, .left_out_user = said};
  assert_ok(nonet_measure(&s, n, "degree,closeness", &options, NULL, &err), err);
  assert_int_equal(nonet_sheet_columns(s), 2);
  assert_contains(said, "closeness: ");
  assert_contains(said, "tie a - b has weight -1");
  nonet_sheet_free(s);
  nonet_free(n);
}

static void references_are_notes_each_once(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s = sheet_of(n, "degree,in-degree,betweenness", &(nonet_measure_options){.cite = true});
  size_t references = 0;
  for (size_t i = 0; nonet_sheet_note(s, i); i++)
    references += strncmp(nonet_sheet_note(s, i), "Reference: ", 11) == 0;
  assert_int_equal(references, 3);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void a_stop_ends_the_call(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s;
  nonet_err err;
  nonet_run run = {.timeout = 1e-9};
  assert_int_equal(nonet_measure(&s, n, "betweenness", NULL, &run, &err), NONET_ELIMIT);
  assert_null(s);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(measures_of_different_things_are_not_mixed),
      cmocka_unit_test(measures_of_the_whole_are_rows_in_the_order_asked),
      cmocka_unit_test(notes_say_what_was_merged_and_what_was_left_out),
      cmocka_unit_test(two_ways_of_a_directed_pair_are_not_said_to_be_merged),
      cmocka_unit_test(verify_says_that_a_second_method_agrees),
      cmocka_unit_test(what_does_not_suit_a_network_is_left_out_where_the_caller_hears_of_it),
      cmocka_unit_test(weights_that_one_measure_cannot_take_leave_that_one_out),
      cmocka_unit_test(references_are_notes_each_once),
      cmocka_unit_test(a_stop_ends_the_call),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
