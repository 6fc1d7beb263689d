/* The picture of just an answer: what it marks and nothing else. */
#include "ask/asked.h"
#include "fixture/dated.h"
#include "fixture/net_of.h"
#include "net/answer.h"
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>

/* The DOT of the picture of an answer; owned by the caller. */
static char *drawn(const nonet *n, const nonet_answer *a, bool bare) {
  nonet_picture *p = NULL;
  nonet_out *o = NULL;
  nonet_err err;
  nonet_draw_options options = {.bare = bare, .program = NONET_DRAW_PATH};
  assert_ok(nonet_answer_draw(&p, n, a, &options, NULL, &err), err);
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_picture_write(o, p, "dot", NULL, &err), err);
  char *text = strdup(nonet_out_bytes(o, NULL));
  assert_non_null(text);
  nonet_out_free(o);
  nonet_picture_free(p);
  return text;
}

static nonet_answer *marking(uint32_t node, uint32_t tie) {
  nonet_answer *a = NULL;
  nonet_err err;
  assert_ok(answer_new(&a, &err), err);
  if (node != NONET_NONE) assert_ok(answer_mark_node(a, node, "from", &err), err);
  if (tie != NONET_NONE) assert_ok(answer_mark_tie(a, tie, "path", &err), err);
  return a;
}

static bool shows(const char *dot, const char *name) {
  char quoted[64];
  snprintf(quoted, sizeof quoted, "\"%s", name);
  return strstr(dot, quoted) || strstr(dot, name);
}

static void a_marked_tie_brings_its_ends_and_nobody_else(void **state) {
  (void)state;
  nonet *n = net_of("alpha-beta beta-gamma gamma-delta");
  nonet_answer *a = marking(NONET_NONE, 1);
  char *dot = drawn(n, a, true);
  assert_true(shows(dot, "beta") && shows(dot, "gamma"));
  assert_false(shows(dot, "alpha") || shows(dot, "delta"));
  free(dot);
  nonet_answer_free(a);
  nonet_free(n);
}

static void marked_nodes_alone_keep_the_ties_among_them(void **state) {
  (void)state;
  nonet *n = net_of("alpha-beta beta-gamma gamma-delta");
  nonet_answer *a = marking(1, NONET_NONE);
  nonet_err err;
  assert_ok(answer_mark_node(a, 2, "to", &err), err);
  char *dot = drawn(n, a, true);
  assert_contains(dot, "--");
  assert_false(shows(dot, "alpha") || shows(dot, "delta"));
  free(dot);
  nonet_answer_free(a);
  nonet_free(n);
}

static void the_role_of_a_node_stands_in_the_picture(void **state) {
  (void)state;
  nonet *n = net_of("alpha-beta beta-gamma gamma-delta");
  nonet_answer *a = marking(3, 2);
  char *dot = drawn(n, a, false);
  assert_contains(dot, "from");
  assert_true(shows(dot, "delta"));
  assert_false(shows(dot, "alpha"));
  free(dot);
  nonet_answer_free(a);
  nonet_free(n);
}

static void an_answer_without_marks_shows_the_whole(void **state) {
  (void)state;
  nonet *n = net_of("alpha-beta beta-gamma");
  nonet_answer *a = marking(NONET_NONE, NONET_NONE);
  char *dot = drawn(n, a, true);
  assert_true(shows(dot, "alpha") && shows(dot, "gamma"));
  free(dot);
  nonet_answer_free(a);
  nonet_free(n);
}

static void marks_of_a_network_of_the_answer_are_drawn_in_it(void **state) {
  (void)state;
  nonet *n = net_of("alpha-beta"), *changed = net_of("omega-psi psi-chi");
  nonet_answer *a = marking(NONET_NONE, 0);
  answer_network(a, changed);
  char *dot = drawn(n, a, true);
  assert_true(shows(dot, "omega") && shows(dot, "psi"));
  assert_false(shows(dot, "alpha") || shows(dot, "chi"));
  free(dot);
  nonet_answer_free(a);
  nonet_free(n);
}

/* The part of a network that an answer shows, and the network with what is suggested, come from the same files. */
static void the_foot_names_the_files_and_the_head_the_network(void **state) {
  (void)state;
  static const char *const questions[] = {"how is GFA Consulting connected to Crime and Disorder", "where are the gaps for District Audit"};
  nonet *n = graph_named("birmingham-2000");
  for (size_t i = 0; i < 2; i++) {
    nonet_answer *a = asked(n, questions[i]);
    char *dot = drawn(n, a, false);
    assert_contains(dot, "Source: nodes.csv, ties.csv");
    assert_contains(dot, i == 0 ? "birmingham-2000" : "birmingham-2000, with what is suggested");
    free(dot);
    nonet_answer_free(a);
  }
  nonet_free(n);
}

static void the_legend_explains_ties_of_the_answer_where_there_are_some(void **state) {
  (void)state;
  nonet *n = net_of("alpha-beta beta-gamma");
  for (uint32_t ties = 0; ties < 2; ties++) {
    nonet_answer *a = marking(0, ties ? 0 : NONET_NONE);
    char *dot = drawn(n, a, false);
    assert_contains(dot, "a node of it");
    assert_int_equal(strstr(dot, "a tie of it") != NULL, ties);
    free(dot);
    nonet_answer_free(a);
  }
  nonet_free(n);
}

static void the_foot_knows_the_latest_date(void **state) {
  (void)state;
  static const char *const ties[] = {"a b 2001 2003", "b c 2002 2004"};
  nonet *n = dated(ties, 2);
  nonet_answer *a = marking(NONET_NONE, 0);
  char *dot = drawn(n, a, false);
  assert_contains(dot, "latest date in the data: 2004");
  free(dot);
  nonet_answer_free(a);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_marked_tie_brings_its_ends_and_nobody_else),
      cmocka_unit_test(marked_nodes_alone_keep_the_ties_among_them),
      cmocka_unit_test(the_role_of_a_node_stands_in_the_picture),
      cmocka_unit_test(an_answer_without_marks_shows_the_whole),
      cmocka_unit_test(marks_of_a_network_of_the_answer_are_drawn_in_it),
      cmocka_unit_test(the_foot_knows_the_latest_date),
      cmocka_unit_test(the_legend_explains_ties_of_the_answer_where_there_are_some),
      cmocka_unit_test(the_foot_names_the_files_and_the_head_the_network),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
