/* What if, and where the gaps are, by question: the same answers as the calls behind them. */
#include "ask/asked.h"

static void what_if_several_left_takes_all_of_them_away(void **state) {
  (void)state;
  nonet *n = net_of(florence);
  nonet_answer *a = asked(n, "what if Medici and Albizzi left"), *b;
  nonet_err err;
  nonet_edit edits[] = {{.kind = NONET_REMOVE_NODE, .a = "Medici"}, {.kind = NONET_REMOVE_NODE, .a = "Albizzi"}};
  assert_ok(nonet_what_if(&b, n, edits, 2, NULL, NULL, &err), err);
  char one[8192];
  snprintf(one, sizeof one, "%s", said(a));
  assert_string_equal(one, said(b));
  assert_contains(one, "Ginori");
  nonet_answer_free(a);
  nonet_answer_free(b);
  nonet_free(n);
}

static void what_if_somebody_joined_adds_a_tie(void **state) {
  (void)state;
  nonet *n = net_of("a=partner b=partner s=strategy a-s b");
  nonet_answer *a = asked(n, "what if b joined s");
  assert_true(nonet_answer_sentence(a, 0) != NULL);
  assert_int_equal(nonet_sheet_rows(sheet_named(a, "ties-gained")), 1);
  nonet_answer_free(a);
  nonet_free(n);
}

static void what_if_somebody_joined_a_layer_adds_a_membership(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@Y");
  assert_says(n, "what if a joined Y", "If a joined Y, nobody would come into contact");
  assert_says(n, "what if a joined Y", "To be in a layer is no tie");
  refused(n, "what if b joined Y", NONET_ENOANSWER, "b is in Y already");
  refused(n, "what if a joined Z", NONET_EUSAGE, "there is no node or layer 'Z'");
  nonet_free(n);
}

static void who_is_tied_already_is_told_where_a_tie_comes_in(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-b b-c"), *directed = net_of("a>b a>b b>c");
  assert_says(n, "what if b joined a", "b and a are tied already, by 2 ties.");
  assert_says(n, "what if b joined c", "b and c are tied already.");
  assert_says(directed, "what if a joined b", "a is tied to b already, by 2 ties.");
  nonet_answer *a = asked(n, "what if a joined c");
  assert_null(strstr(said(a), "tied already"));
  nonet_answer_free(a);
  a = asked(directed, "what if b joined a");
  assert_null(strstr(said(a), "tied to a already"));
  nonet_answer_free(a);
  nonet_free(n);
  nonet_free(directed);
}

static void names_of_several_nodes_are_told_apart_as_in_every_question(void **state) {
  (void)state;
  nonet *n = graph_named("search-rescue");
  refused(n, "what if Red Cross left", NONET_EUSAGE, "Red Cross (Cheyenne)");
  assert_says(n, "what if Red Cross (Cheyenne) left", "Red Cross");
  nonet_free(n);
}

static void gaps_are_asked_for_in_three_ways(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X b-c@X c-d@Y d-e@Y");
  const char *questions[] = {"where are the gaps", "where are the gaps between X and Y", "where are the gaps for a"};
  for (size_t i = 0; i < 3; i++) {
    nonet_answer *a = asked(n, questions[i]);
    assert_true(nonet_sheet_rows(sheet_named(a, "gaps")) > 0);
    if (i == 2)
      for (size_t r = 0; r < nonet_sheet_rows(sheet_named(a, "gaps")); r++)
        assert_true(strcmp(nonet_sheet_text(sheet_named(a, "gaps"), r, 0), "a") == 0 ||
                    strcmp(nonet_sheet_text(sheet_named(a, "gaps"), r, 1), "a") == 0);
    nonet_answer_free(a);
  }
  nonet_free(n);
}

static void a_name_that_several_have_is_told_with_its_layer(void **state) {
  (void)state;
  nonet *n = graph_named("search-rescue");
  assert_says(n, "where are the gaps", "Texas Highway Patrol has no tie to Salvation Army (Mt St Helens)");
  assert_says(n, "what if salvation army (mt st helens) left", "If Salvation Army (Mt St Helens) left");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_name_that_several_have_is_told_with_its_layer),
      cmocka_unit_test(what_if_several_left_takes_all_of_them_away),
      cmocka_unit_test(what_if_somebody_joined_adds_a_tie),
      cmocka_unit_test(what_if_somebody_joined_a_layer_adds_a_membership),
      cmocka_unit_test(who_is_tied_already_is_told_where_a_tie_comes_in),
      cmocka_unit_test(names_of_several_nodes_are_told_apart_as_in_every_question),
      cmocka_unit_test(gaps_are_asked_for_in_three_ways),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
