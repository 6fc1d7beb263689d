/* The file of a ledger: what it says, and that what was read stays to the byte. */
#include "ask/planned.h"

static void a_plan_is_written_as_people_read_it(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d");
  nonet_ledger *l = ledger_new();
  nonet_answer_free(PLANNED(l, n, "bridges", JOIN("a", "d"), UNTIE("b", "c")));
  nonet_answer_free(PLANNED(l, n, "coverage", LEAVE("b")));
  char *text = written(l);
  assert_int_equal(strncmp(text, "nonet plan 1\n# ", 15), 0);
  assert_string_equal(strstr(text, "\nplan: 1\n"),
                      "\nplan: 1\ndate: 2024-05-03\ngoal: bridges\nbefore: 3\nafter: 3\nchange: join\na: a\nb: d\n"
                      "change: untie\na: b\nb: c\n"
                      "\nplan: 2\ndate: 2024-05-03\ngoal: coverage\nwithin: 2\nbefore: 5\nafter: 1\nchange: leave\na: b\n"
                      "tie: a\ntie: c\n");
  free(text);
  nonet_ledger_free(l);
  nonet_free(n);
}

static void what_was_read_stays_to_the_byte_and_plans_come_behind(void **state) {
  (void)state;
  static const char old[] = "nonet plan 1\r\n# by hand: caf\xc3\xa9\r\n\r\nplan: 7\r\ngoal: efficiency\r\nbefore: 0.5\r\nafter: 0.6\r\n"
                            "change: join\r\na: a\r\nb: c";
  nonet *n = net_of("a-b b-c");
  nonet_ledger *l;
  nonet_err err;
  assert_ok(read_text(&l, old, &err), err);
  char *text = written(l);
  assert_string_equal(text, old);
  free(text);
  nonet_answer_free(PLANNED(l, n, NULL, JOIN("a", "c")));
  text = written(l);
  assert_int_equal(strncmp(text, old, strlen(old)), 0);
  assert_int_equal(strncmp(text + strlen(old), "\n\nplan: 8\n", 10), 0);
  nonet_ledger *again;
  assert_ok(read_text(&again, text, &err), err);
  assert_int_equal(nonet_ledger_plans(again), 2);
  nonet_ledger_free(again);
  free(text);
  nonet_ledger_free(l);
  nonet_free(n);
}

static void a_name_with_a_line_end_or_a_colon_comes_back(void **state) {
  (void)state;
  static const char *const names[] = {"two\nlines: one\\two\rthree", "# not a word", " b: \xc3\xa9 "};
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (size_t i = 0; i < 3; i++)
    assert_ok(nonet_draft_node(NULL, d, &(nonet_node_row){.key = names[i]}, &err), err);
  assert_ok(nonet_draft_tie(NULL, d, &(nonet_tie_row){.from = names[0], .to = names[1]}, &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  nonet_ledger *l = ledger_new(), *again;
  nonet_answer_free(PLANNED(l, n, NULL, JOIN(names[0], names[2])));
  nonet_answer_free(PLANNED(l, n, NULL, LEAVE(names[0])));
  char *text = written(l);
  assert_ok(read_text(&again, text, &err), err);
  nonet_answer *a = reviewed(again, n), *b = reviewed(l, n);
  assert_string_equal(said(a), said(b));
  assert_string_equal(text_at(a, 0, "made"), "no"); /* the names were found: the last is there, not tied */
  assert_string_equal(text_at(a, 1, "made"), "no");
  nonet_answer_free(a);
  nonet_answer_free(b);
  free(text);
  nonet_ledger_free(l);
  nonet_ledger_free(again);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_plan_is_written_as_people_read_it),
      cmocka_unit_test(what_was_read_stays_to_the_byte_and_plans_come_behind),
      cmocka_unit_test(a_name_with_a_line_end_or_a_colon_comes_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
