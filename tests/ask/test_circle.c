/* Lists of nodes and ties, and the sheets that they become. */
#include "ask/asked.h"
#include "ask/circle.h"

static void neighbours_come_once_and_without_oneself(void **state) {
  (void)state;
  nonet *n = net_of("a-b a-b a-c a-a d-a");
  struct circle c = {0};
  circle_neighbours(&c, n, 0);
  circle_settle_nodes(&c, n);
  assert_int_equal(c.count, 3);
  assert_true(circle_has(&c, 3) && !circle_has(&c, 0));
  circle_free(&c);
  nonet_free(n);
}

static void ties_between_two_are_all_of_them_either_way(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>a a>c");
  struct circle c = {0};
  circle_ties_between(&c, n, 0, 1);
  circle_settle_ties(&c);
  assert_int_equal(c.count, 2);
  assert_true(circle_tied(n, 1, 0) && circle_tied(n, 2, 0) && !circle_tied(n, 1, 2));
  circle_free(&c);
  nonet_free(n);
}

static void sheets_hold_what_the_list_holds_and_marks_tell_it(void **state) {
  (void)state;
  nonet *n = net_of("a=p b=q a-b@X");
  nonet_answer *a;
  nonet_err err;
  uint32_t node, tie;
  const char *role;
  struct circle who = {0}, ties = {0};
  circle_add(&who, 1);
  circle_add(&ties, 0);
  circle_add(&ties, 0);
  assert_ok(answer_new(&a, &err), err);
  assert_ok(circle_show_nodes(a, "who", "Who", n, &who, "chosen", &err), err);
  assert_ok(circle_show_ties(a, "ties", "Ties", n, &ties, &err), err);
  const nonet_sheet *s = sheet_named(a, "who");
  assert_string_equal(nonet_sheet_text(s, 0, column_named(s, "kind")), "q");
  assert_string_equal(nonet_sheet_text(s, 0, column_named(s, "layers")), "X");
  s = sheet_named(a, "ties");
  assert_int_equal(nonet_sheet_rows(s), 1);
  assert_string_equal(nonet_sheet_text(s, 0, column_named(s, "layer")), "X");
  assert_true(nonet_answer_highlight(a, 0, &node, &tie, &role) && node == 1);
  assert_string_equal(role, "chosen");
  circle_free(&who);
  circle_free(&ties);
  nonet_answer_free(a);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(neighbours_come_once_and_without_oneself),
      cmocka_unit_test(ties_between_two_are_all_of_them_either_way),
      cmocka_unit_test(sheets_hold_what_the_list_holds_and_marks_tell_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
