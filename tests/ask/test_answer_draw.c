/* The picture of just an answer: what it marks and nothing else. */
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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_marked_tie_brings_its_ends_and_nobody_else),     cmocka_unit_test(marked_nodes_alone_keep_the_ties_among_them),
      cmocka_unit_test(the_role_of_a_node_stands_in_the_picture),         cmocka_unit_test(an_answer_without_marks_shows_the_whole),
      cmocka_unit_test(marks_of_a_network_of_the_answer_are_drawn_in_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
