/* Who is most central, equals as equals. */
#include "ask/asked.h"

static void medici_are_most_central_by_betweenness(void **state) {
  (void)state;
  nonet *n = net_of(florence);
  nonet_answer *a = asked(n, "who is most central");
  const nonet_sheet *s = sheet_named(a, "central");
  assert_string_equal(nonet_answer_verdict(a), "Medici");
  assert_string_equal(keys_of(s), "Medici Guadagni Albizzi Salviati Ridolfi");
  assert_near(nonet_sheet_number(s, 0, column_named(s, "betweenness")), 47.5, 1e-9);
  nonet_answer_free(a);
  nonet_free(n);
}

static void equal_values_are_an_equal_rank_and_all_of_them_are_shown(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d d-a e-a");
  nonet_answer *a;
  nonet_err err;
  assert_ok(nonet_central(&a, n, &(nonet_central_options){.measure = "degree", .top = 2}, NULL, &err), err);
  const nonet_sheet *s = sheet_named(a, "central");
  assert_string_equal(keys_of(s), "a b c d");
  assert_near(nonet_sheet_number(s, 3, column_named(s, "place")), 2, 0);
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_layer_is_measured_by_its_own_ties(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@X c-d@Y c-e@Y c-f@Y");
  assert_says(n, "who is most central in X by degree", "b is most central in X by degree (2)");
  nonet_free(n);
}

static void a_kind_is_measured_in_the_whole_and_listed_alone(void **state) {
  (void)state;
  nonet *n = net_of("a=partner b=partner s=strategy a-s b-s");
  assert_says(n, "who is most central in partners by degree", "a and b are most central, equally, in partner by degree (1).");
  refused(n, "who is most central in partners", NONET_ENOANSWER, "nobody has a betweenness above 0");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(medici_are_most_central_by_betweenness),
      cmocka_unit_test(equal_values_are_an_equal_rank_and_all_of_them_are_shown),
      cmocka_unit_test(a_layer_is_measured_by_its_own_ties),
      cmocka_unit_test(a_kind_is_measured_in_the_whole_and_listed_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
