/* Shortest paths as answers: known networks, filters, evidence, and what is said where there is none. */
#include "fixture/net_of.h"
#include "tests/test.h"

#include <stdio.h>

static const char marriage[] =
    "Acciaiuoli-Medici Albizzi-Ginori Albizzi-Guadagni Albizzi-Medici Barbadori-Castellani Barbadori-Medici Bischeri-Guadagni "
    "Bischeri-Peruzzi Bischeri-Strozzi Castellani-Peruzzi Castellani-Strozzi Guadagni-Lamberteschi Guadagni-Tornabuoni Medici-Ridolfi "
    "Medici-Salviati Medici-Tornabuoni Pazzi-Salviati Peruzzi-Strozzi Ridolfi-Strozzi Ridolfi-Tornabuoni Pucci";

static nonet_answer *ask_with(const nonet *n, const nonet_paths_options *how) {
  nonet_answer *a;
  nonet_err err;
  assert_ok(nonet_paths(&a, n, how, NULL, &err), err);
  return a;
}

static nonet_answer *ask(const nonet *n, const char *from, const char *to) {
  return ask_with(n, &(nonet_paths_options){.from = from, .to = to});
}

static size_t column(const nonet_sheet *s, const char *name) {
  bool number;
  for (size_t c = 0; c < nonet_sheet_columns(s); c++)
    if (strcmp(nonet_sheet_column(s, c, &number), name) == 0) return c;
  fail_msg("no column %s", name);
  return 0;
}

/* "a b c; a d c": the nodes of each path listed. */
static void routes(char *out, size_t room, const nonet_sheet *s) {
  size_t from = column(s, "from"), to = column(s, "to");
  double path = 0, step = 0;
  out[0] = 0;
  for (size_t r = 0; r < nonet_sheet_rows(s); r++) {
    bool begins = nonet_sheet_number(s, r, 0) > path;
    if (!begins && nonet_sheet_number(s, r, 1) <= step) continue; /* a parallel tie */
    path = nonet_sheet_number(s, r, 0);
    step = nonet_sheet_number(s, r, 1);
    if (begins) snprintf(out + strlen(out), room - strlen(out), "%s%s", *out ? "; " : "", nonet_sheet_text(s, r, from));
    snprintf(out + strlen(out), room - strlen(out), " %s", nonet_sheet_text(s, r, to));
  }
}

#define assert_routes(answer, want)                                                                                                        \
  do {                                                                                                                                     \
    char got_[2048];                                                                                                                       \
    routes(got_, sizeof got_, nonet_answer_sheet(answer, 0));                                                                              \
    assert_string_equal(got_, want);                                                                                                       \
  } while (0)

static nonet_err refused(const nonet *n, const nonet_paths_options *how, nonet_code want) {
  nonet_answer *a = (nonet_answer *)(uintptr_t)1;
  nonet_err err = {0};
  assert_int_equal(nonet_paths(&a, n, how, NULL, &err), want);
  assert_null(a);
  assert_int_equal(err.code, want);
  return err;
}

/* ---- known networks ---- */

static void peruzzi_and_pazzi_are_five_steps_apart_on_two_paths(void **state) {
  (void)state;
  nonet *n = net_of(marriage);
  nonet_answer *a = ask(n, "Peruzzi", "Pazzi");
  assert_string_equal(nonet_answer_verdict(a), "5 steps");
  assert_string_equal(nonet_answer_sentence(a, 0), "Peruzzi reaches Pazzi in 5 steps; there are 2 shortest paths.");
  assert_string_equal(nonet_answer_sentence(a, 1), "Every one of them goes through Medici and Salviati.");
  assert_routes(a, "Peruzzi Castellani Barbadori Medici Salviati Pazzi; Peruzzi Strozzi Ridolfi Medici Salviati Pazzi");
  nonet_answer_free(a);
  nonet_free(n);
}

static void strozzi_and_ginori_are_four_steps_apart_on_two_paths(void **state) {
  (void)state;
  nonet *n = net_of(marriage);
  nonet_answer *a = ask(n, "strozzi", "GINORI");
  assert_string_equal(nonet_answer_verdict(a), "4 steps");
  assert_routes(a, "Strozzi Bischeri Guadagni Albizzi Ginori; Strozzi Ridolfi Medici Albizzi Ginori");
  nonet_answer_free(a);
  nonet_free(n);
}

static void charlotte_and_flora_of_davis_are_four_steps_apart_on_fourteen_paths(void **state) {
  (void)state;
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  nonet_input input = {.path = NONET_SOURCE_DIR "/graphs/davis"};
  assert_ok(nonet_draft_new(&d, &err), err);
  assert_ok(nonet_read(d, &input, 1, NULL, NULL, &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_answer *a = ask(n, "Charlotte", "Flora");
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  assert_string_equal(nonet_answer_verdict(a), "4 steps");
  assert_int_equal(nonet_sheet_rows(s), 14 * 4);
  assert_contains(nonet_sheet_text(s, 0, column(s, "file")), "ties.csv");
  assert_true(nonet_sheet_number(s, 0, column(s, "line")) > 1);
  nonet_answer_free(a);
  nonet_free(n);
  nonet_draft_free(d);
}

/* ---- corners ---- */

static void both_ends_the_same_need_no_step(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-a");
  nonet_answer *a = ask(n, "a", "a");
  assert_string_equal(nonet_answer_verdict(a), "0 steps");
  assert_int_equal(nonet_sheet_rows(nonet_answer_sheet(a, 0)), 0);
  nonet_answer_free(a);
  nonet_free(n);
}

static void neighbours_have_nothing_between(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  nonet_answer *a = ask(n, "a", "b");
  assert_string_equal(nonet_answer_sentence(a, 0), "a reaches b in 1 step; there is 1 shortest path.");
  assert_null(nonet_answer_sentence(a, 1));
  nonet_answer_free(a);
  nonet_free(n);
}

static void parallel_ties_are_rows_of_one_step_and_no_second_path(void **state) {
  (void)state;
  nonet *n = net_of("a-b@X a-b@Y b-c");
  nonet_answer *a = ask(n, "a", "c");
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  assert_contains(nonet_answer_sentence(a, 0), "there is 1 shortest path.");
  assert_int_equal(nonet_sheet_rows(s), 3);
  assert_near(nonet_sheet_number(s, 0, 1), 1, 0);
  assert_near(nonet_sheet_number(s, 1, 1), 1, 0);
  assert_near(nonet_sheet_number(s, 2, 1), 2, 0);
  assert_string_equal(nonet_sheet_text(s, 1, column(s, "layer")), "Y");
  nonet_answer_free(a);
  nonet_free(n);
}

static void paths_are_listed_by_keys_and_numbers_by_value(void **state) {
  (void)state;
  nonet *n = net_of("s-10 s-9 s-b s-a a-t b-t 9-t 10-t");
  nonet_answer *a = ask(n, "s", "t");
  assert_routes(a, "s 9 t; s 10 t; s a t; s b t");
  assert_string_equal(nonet_answer_sentence(a, 1), "No node stands on all of them.");
  nonet_answer_free(a);
  nonet_free(n);
}

static void direction_is_followed(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c c>a c-d");
  nonet_answer *a = ask(n, "a", "c"), *b = ask(n, "d", "b");
  assert_routes(a, "a b c");
  assert_routes(b, "d c a b");
  nonet_answer_free(a);
  nonet_answer_free(b);
  nonet_free(n);
}

static void a_tie_listed_against_the_walk_shows_its_ends_as_walked(void **state) {
  (void)state;
  nonet *n = net_of("b-a b-c");
  nonet_answer *a = ask(n, "c", "a");
  assert_routes(a, "c b a");
  nonet_answer_free(a);
  nonet_free(n);
}

/* ---- filters ---- */

static void a_node_avoided_is_walked_round(void **state) {
  (void)state;
  nonet *n = net_of("a-x x-b a-y y-z z-b");
  const char *avoid[] = {"x", NULL};
  nonet_answer *a = ask_with(n, &(nonet_paths_options){.from = "a", .to = "b", .avoid = avoid});
  assert_routes(a, "a y z b");
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_layer_avoided_closes_its_ties_alone(void **state) {
  (void)state;
  nonet *n = net_of("a-x@L x-b@L a-x@M x-b a-b@L");
  const char *avoid[] = {"L", NULL};
  nonet_answer *a = ask_with(n, &(nonet_paths_options){.from = "a", .to = "b", .avoid = avoid});
  assert_routes(a, "a x b");
  assert_int_equal(nonet_sheet_rows(nonet_answer_sheet(a, 0)), 2);
  nonet_answer_free(a);
  nonet_free(n);
}

static void via_keeps_to_a_layer(void **state) {
  (void)state;
  nonet *n = net_of("a-b@L a-x@M x-b@M x-b@L");
  nonet_answer *a = ask_with(n, &(nonet_paths_options){.from = "a", .to = "b", .via = "M"});
  assert_routes(a, "a x b");
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_name_of_a_node_and_a_layer_must_be_told_apart(void **state) {
  (void)state;
  nonet *n = net_of("a-Health@Health Health-b@Other a-y@Health y-z@Other z-b@Other a-q@Other q-z@Other");
  const char *either[] = {"health", NULL}, *node[] = {"node:Health", NULL}, *layer[] = {"layer:Health", NULL};
  assert_contains(refused(n, &(nonet_paths_options){.from = "a", .to = "b", .avoid = either}, NONET_EUSAGE).text, "layer:health");
  nonet_answer *a = ask_with(n, &(nonet_paths_options){.from = "a", .to = "b", .avoid = node});
  assert_routes(a, "a q z b; a y z b");
  nonet_answer_free(a);
  a = ask_with(n, &(nonet_paths_options){.from = "a", .to = "b", .avoid = layer});
  assert_routes(a, "a q z b");
  nonet_answer_free(a);
  nonet_free(n);
}

static void an_end_cannot_be_avoided(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c");
  const char *avoid[] = {"c", NULL};
  assert_contains(refused(n, &(nonet_paths_options){.from = "a", .to = "c", .avoid = avoid}, NONET_EUSAGE).text, "cannot be avoided");
  nonet_free(n);
}

static void an_unknown_name_offers_the_nearest(void **state) {
  (void)state;
  nonet *n = net_of(marriage);
  const char *avoid[] = {"Medicci", NULL};
  assert_contains(refused(n, &(nonet_paths_options){.from = "Peruzi", .to = "Pazzi"}, NONET_EUSAGE).text, "Peruzzi");
  assert_contains(refused(n, &(nonet_paths_options){.from = "Peruzzi", .to = "Pazzi", .avoid = avoid}, NONET_EUSAGE).text, "Medici");
  nonet_free(n);
}

static void at_most_lists_so_many_and_says_how_many_there_are(void **state) {
  (void)state;
  nonet *n = net_of("s-a s-b s-c a-t b-t c-t");
  nonet_answer *a = ask_with(n, &(nonet_paths_options){.from = "s", .to = "t", .at_most = 2});
  assert_routes(a, "s a t; s b t");
  assert_contains(nonet_answer_sentence(a, 0), "there are 3 shortest paths");
  assert_string_equal(nonet_answer_sentence(a, 2), "Only the first 2 of them are listed.");
  nonet_answer_free(a);
  nonet_free(n);
}

/* ---- lengths ---- */

static void weighted_paths_have_the_least_sum_of_lengths(void **state) {
  (void)state;
  nonet *n = net_of("a-b:1 a-x:4 x-b:4");
  nonet_answer *a = ask_with(n, &(nonet_paths_options){.from = "a", .to = "b", .weighted = true});
  assert_string_equal(nonet_answer_verdict(a), "length 0.5");
  assert_string_equal(nonet_answer_sentence(a, 0), "a reaches b over a length of 0.5; there is 1 shortest path.");
  assert_routes(a, "a x b");
  nonet_answer_free(a);
  nonet_free(n);
}

static void equal_sums_of_thirds_are_equal(void **state) {
  (void)state;
  nonet *n = net_of("a-x:3 x-y:3 y-b:3 a-b:1 a-p:10 p-b:1.1111111111111112");
  nonet_answer *a = ask_with(n, &(nonet_paths_options){.from = "a", .to = "b", .weighted = true});
  assert_contains(nonet_answer_sentence(a, 0), "there are 3 shortest paths");
  nonet_answer_free(a);
  nonet_free(n);
}

static void within_and_weights_find_the_shortest_of_few_steps(void **state) {
  (void)state;
  nonet *n = net_of("a-x:10 x-y:10 y-b:10 a-p:2 p-b:2 a-b:0.5");
  nonet_answer *a = ask_with(n, &(nonet_paths_options){.from = "a", .to = "b", .weighted = true, .within = 2});
  assert_routes(a, "a p b");
  assert_string_equal(nonet_answer_verdict(a), "length 1");
  nonet_answer_free(a);
  a = ask_with(n, &(nonet_paths_options){.from = "a", .to = "b", .weighted = true, .within = 1});
  assert_routes(a, "a b");
  nonet_answer_free(a);
  a = ask_with(n, &(nonet_paths_options){.from = "a", .to = "b", .weighted = true, .within = 3});
  assert_routes(a, "a x y b");
  nonet_answer_free(a);
  nonet_free(n);
}

static void a_negative_weight_is_refused(void **state) {
  (void)state;
  nonet *n = net_of("a-b:-1 b-c:1");
  assert_contains(refused(n, &(nonet_paths_options){.from = "a", .to = "c", .weighted = true}, NONET_EINPUT).text, "a - b");
  nonet_free(n);
}

/* ---- no path ---- */

static void no_path_says_what_stands_in_the_way(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c@L c-d p-q");
  const char *avoid[] = {"c", NULL};
  assert_string_equal(refused(n, &(nonet_paths_options){.from = "a", .to = "p"}, NONET_ENOANSWER).text,
                      "no path from a to p: they are in different components");
  assert_string_equal(refused(n, &(nonet_paths_options){.from = "a", .to = "d", .within = 2}, NONET_ENOANSWER).text,
                      "no path from a to d within 2 steps; the shortest takes 3 steps");
  assert_string_equal(refused(n, &(nonet_paths_options){.from = "a", .to = "d", .avoid = avoid}, NONET_ENOANSWER).text,
                      "no path from a to d that avoids c; without that condition the shortest takes 3 steps");
  assert_string_equal(refused(n, &(nonet_paths_options){.from = "a", .to = "d", .via = "L"}, NONET_ENOANSWER).text,
                      "no path from a to d by ties of L alone; without that condition the shortest takes 3 steps");
  nonet_free(n);
}

static void no_path_against_the_direction_says_so(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c");
  assert_string_equal(refused(n, &(nonet_paths_options){.from = "c", .to = "a"}, NONET_ENOANSWER).text,
                      "no path from c to a in the direction of the ties; read both ways, the shortest takes 2 steps");
  nonet_free(n);
}

/* ---- what is marked, what stops ---- */

static void ends_and_nodes_between_are_marked(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d");
  nonet_answer *a = ask(n, "a", "c");
  uint32_t node, tie;
  const char *role;
  size_t nodes = 0, ties = 0;
  for (size_t i = 0; nonet_answer_highlight(a, i, &node, &tie, &role); i++) {
    if (tie != NONET_NONE) {
      ties++;
      assert_string_equal(role, "path");
      continue;
    }
    nodes++;
    assert_string_equal(role, node == node_of(n, "a") ? "from" : node == node_of(n, "c") ? "to" : "between");
  }
  assert_int_equal(nodes, 3);
  assert_int_equal(ties, 2);
  nonet_answer_free(a);
  nonet_free(n);
}

static bool at_once(void *user) {
  (void)user;
  return true;
}

static void a_stop_ends_the_search(void **state) {
  (void)state;
  nonet *n = net_of(marriage);
  nonet_run run = {.stop = at_once};
  nonet_answer *a;
  nonet_err err;
  assert_int_equal(nonet_paths(&a, n, &(nonet_paths_options){.from = "Peruzzi", .to = "Pazzi"}, &run, &err), NONET_ESTOPPED);
  assert_null(a);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(peruzzi_and_pazzi_are_five_steps_apart_on_two_paths),
      cmocka_unit_test(strozzi_and_ginori_are_four_steps_apart_on_two_paths),
      cmocka_unit_test(charlotte_and_flora_of_davis_are_four_steps_apart_on_fourteen_paths),
      cmocka_unit_test(both_ends_the_same_need_no_step),
      cmocka_unit_test(neighbours_have_nothing_between),
      cmocka_unit_test(parallel_ties_are_rows_of_one_step_and_no_second_path),
      cmocka_unit_test(paths_are_listed_by_keys_and_numbers_by_value),
      cmocka_unit_test(direction_is_followed),
      cmocka_unit_test(a_tie_listed_against_the_walk_shows_its_ends_as_walked),
      cmocka_unit_test(a_node_avoided_is_walked_round),
      cmocka_unit_test(a_layer_avoided_closes_its_ties_alone),
      cmocka_unit_test(via_keeps_to_a_layer),
      cmocka_unit_test(a_name_of_a_node_and_a_layer_must_be_told_apart),
      cmocka_unit_test(an_end_cannot_be_avoided),
      cmocka_unit_test(an_unknown_name_offers_the_nearest),
      cmocka_unit_test(at_most_lists_so_many_and_says_how_many_there_are),
      cmocka_unit_test(weighted_paths_have_the_least_sum_of_lengths),
      cmocka_unit_test(equal_sums_of_thirds_are_equal),
      cmocka_unit_test(within_and_weights_find_the_shortest_of_few_steps),
      cmocka_unit_test(a_negative_weight_is_refused),
      cmocka_unit_test(no_path_says_what_stands_in_the_way),
      cmocka_unit_test(no_path_against_the_direction_says_so),
      cmocka_unit_test(ends_and_nodes_between_are_marked),
      cmocka_unit_test(a_stop_ends_the_search),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
