/* Profiles: sets of measures by what a network is. */
#include "measure/profile.h"

#include "fixture/net_of.h"
#include "fixture/survey_of.h"
#include "tests/test.h"

#include <stdio.h>

static bool has(const nonet *n, const char *profile, const char *measure) {
  return nonet_profile_has(profile, n, nonet_measure_find(measure), NULL);
}

static void every_measure_of_a_profile_is_known(void **state) {
  (void)state;
  for (size_t i = 0; profile_measure_at(i); i++)
    if (!nonet_measure_find(profile_measure_at(i))) fail_msg("no measure is called '%s'", profile_measure_at(i));
  assert_true(profile_measure_at(0) != NULL);
}

static void the_profile_follows_from_what_a_network_is(void **state) {
  static const char *const nets[][2] = {{"a-b b-c", "partnership"},
                                        {"a=p x=q a-x", "two-mode"},
                                        {"a-b@E b-c@H", "multilayer"},
                                        {"a-b@E c-d@H", "partnership"},
                                        {"", "partnership"}};
  (void)state;
  for (size_t i = 0; i < sizeof nets / sizeof *nets; i++) {
    nonet *n = net_of(nets[i][0]);
    assert_string_equal(nonet_profile_for(n), nets[i][1]);
    nonet_free(n);
  }
}

static void a_measure_is_asked_for_only_where_it_says_something(void **state) {
  (void)state;
  nonet *n = net_of("a=p x=q a-x");
  assert_true(has(n, "two-mode", "two-mode-degree"));
  assert_false(has(n, "two-mode", "strength"));
  assert_false(has(n, "partnership", "two-mode-degree"));
  assert_true(has(n, "all", "two-mode-degree"));
  assert_true(has(n, "all", "pagerank"));
  assert_false(has(n, "all", "group-degree"));
  assert_false(has(n, "no such profile", "degree"));
  nonet_free(n);
  n = net_of("a>b:2");
  assert_true(has(n, "partnership", "in-degree"));
  assert_true(has(n, "partnership", "strength"));
  assert_false(has(n, "all", "two-mode-degree"));
  nonet_free(n);
  n = net_of("a-b");
  assert_false(has(n, "partnership", "in-degree"));
  assert_false(has(n, "partnership", "strength"));
  nonet_free(n);
}

static void the_response_rate_belongs_to_a_survey(void **state) {
  (void)state;
  nonet *n = survey_of("ab -1 .-"), *ties = net_of("a>b");
  static const char *const always[] = {"answered", "response-rate", "answered-density"};
  for (size_t i = 0; i < 3; i++) {
    assert_true(has(n, "partnership", always[i]));
    assert_true(has(n, "all", always[i]));
    assert_false(has(ties, "partnership", always[i]));
    assert_false(has(ties, "all", always[i]));
  }
  assert_true(has(n, "all", "answered-reciprocity"));
  assert_false(has(n, "partnership", "answered-reciprocity"));
  assert_false(has(ties, "all", "answered-reciprocity"));
  nonet_free(n);
  nonet_free(ties);
}

static nonet *isolates(int count) {
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (int i = 0; i < count; i++) {
    char key[16];
    snprintf(key, sizeof key, "n%d", i);
    assert_ok(nonet_draft_node(NULL, d, &(nonet_node_row){.key = key}, &err), err);
  }
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

/* n isolates: enough to make n * n more than anybody waits for. */
static void what_takes_long_on_a_large_network_is_named(void **state) {
  nonet *n = isolates(150000);
  const char *why;
  (void)state;
  assert_true(nonet_profile_has("all", n, nonet_measure_find("degree"), &why));
  assert_null(why);
  assert_false(nonet_profile_has("all", n, nonet_measure_find("betweenness"), &why));
  assert_contains(why, "long on a network of this size");
  assert_false(nonet_profile_has("two-mode", n, nonet_measure_find("betweenness"), &why));
  assert_null(why);
  nonet_free(n);
}

static void what_needs_a_parameter_or_has_a_row_for_each_pair_is_named(void **state) {
  const char *why;
  (void)state;
  nonet *n = net_of("a-b");
  assert_false(nonet_profile_has("all", n, nonet_measure_find("rich-club"), &why));
  assert_contains(why, "behind the colon");
  assert_true(nonet_profile_has("all", n, nonet_measure_find("structural-similarity"), &why));
  assert_null(why);
  nonet_free(n);
  n = isolates(301);
  assert_false(nonet_profile_has("all", n, nonet_measure_find("structural-similarity"), &why));
  assert_contains(why, "a row for each pair");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_measure_of_a_profile_is_known),
      cmocka_unit_test(the_profile_follows_from_what_a_network_is),
      cmocka_unit_test(a_measure_is_asked_for_only_where_it_says_something),
      cmocka_unit_test(the_response_rate_belongs_to_a_survey),
      cmocka_unit_test(what_takes_long_on_a_large_network_is_named),
      cmocka_unit_test(what_needs_a_parameter_or_has_a_row_for_each_pair_is_named),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
