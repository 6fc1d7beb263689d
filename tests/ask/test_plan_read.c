/* A ledger that is wrong is refused with its line. */
#include "ask/planned.h"

#define HEAD "nonet plan 1\n"
#define PLAN HEAD "plan: 1\ngoal: efficiency\nbefore: 0.5\nafter: 0.6\n" /* lines 2 to 5 */
#define WHOLE PLAN "change: join\na: x\nb: y\n"                          /* lines 6 to 8 */

static void what_is_wrong_is_said_with_its_line(void **state) {
  (void)state;
  static const struct {
    const char *text, *line, *why;
  } wrong[] = {{"", ":1: ", "no file of plans"},
               {"from,to\na,b\n", ":1: ", "its first line is not 'nonet plan 1'"},
               {"nonet plan 2\n", ":1: ", "of version '2'; version 1 can be read"},
               {HEAD "goal: efficiency\n", ":2: ", "'plan:' and its number come before 'goal:'"},
               {HEAD "plan: one\n", ":2: ", "a plan has a whole number above 0, not 'one'"},
               {HEAD "plan: 0\n", ":2: ", "whole number above 0"},
               {WHOLE "plan: 1\n", ":9: ", "plan 1 is there already, at line 2"},
               {HEAD "plan: 1\nwords\n", ":3: ", "a line is a word, a colon"},
               {HEAD "plan: 1\ngaol: efficiency\n", ":3: ", "a plan has no line 'gaol:' (did you mean 'goal'?)"},
               {HEAD "plan: 1\ngoal: glory\n", ":3: ", "there is no goal 'glory'"},
               {HEAD "plan: 1\ngoal: bridges\ngoal: bridges\n", ":4: ", "'goal' is said twice"},
               {HEAD "plan: 1\nbefore: much\n", ":3: ", "a number is needed, not 'much'"},
               {HEAD "plan: 1\nbefore: 1\nbefore: 2\n", ":4: ", "'before' is said twice"},
               {HEAD "plan: 1\ndate: soon\n", ":3: ", "a date is needed (2024-05-03), not 'soon'"},
               {HEAD "plan: 1\nwithin: 0\n", ":3: ", "a whole number above 0 is needed"},
               {HEAD "plan: 1\na: x\n", ":3: ", "'change:' comes before 'a:'"},
               {HEAD "plan: 1\nchange: marry\n", ":3: ", "a change is join, leave or untie, not 'marry'"},
               {HEAD "plan: 1\nchange: join\ntie: x\n", ":4: ", "a change does not have a line 'tie'"},
               {HEAD "plan: 1\nchange: leave\nb: x\n", ":4: ", "a change does not have a line 'b'"},
               {HEAD "plan: 1\nchange: join\nalready: maybe\n", ":4: ", "yes or no is needed"},
               {HEAD "plan: 1\nchange: join\na: x\\y\n", ":4: ", "behind a backslash"},
               {HEAD "plan: 1\ngoal: bridges\nafter: 1\nchange: leave\na: x\n", ":2: ", "plan 1 has no line 'before:'"},
               {PLAN, ":2: ", "plan 1 has no line 'change:'"},
               {PLAN "change: join\na: x\n", ":6: ", "does not say 'b:'"},
               {PLAN "change: join\nb: x\nchange: leave\na: x\n", ":6: ", "does not say 'a:'"},
               {HEAD "plan: 1\nnetwork: caf\xe9\n", ":3: ", "UTF-8"}};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    nonet_ledger *l = (nonet_ledger *)(uintptr_t)1;
    nonet_err err = {0};
    if (read_text(&l, wrong[i].text, &err) != NONET_EINPUT) fail_msg("text %zu is not refused as it should be: %s", i, err.text);
    assert_null(l);
    assert_contains(err.text, wrong[i].line);
    assert_contains(err.text, wrong[i].why);
    assert_null(strchr(err.text, '\n'));
  }
}

static void a_whole_plan_is_read(void **state) {
  (void)state;
  nonet_ledger *l;
  nonet_err err;
  assert_ok(read_text(&l, WHOLE, &err), err);
  assert_int_equal(nonet_ledger_plans(l), 1);
  nonet_ledger_free(l);
  assert_ok(read_text(&l, "nonet plan 1", &err), err); /* a ledger without plans is one */
  assert_int_equal(nonet_ledger_plans(l), 0);
  nonet_ledger_free(l);
}

static void a_file_that_is_not_there_cannot_be_read(void **state) {
  (void)state;
  nonet_ledger *l;
  nonet_err err;
  assert_int_equal(nonet_ledger_read(&l, "/nowhere/plan", NULL, &err), NONET_EIO);
  assert_null(l);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_wrong_is_said_with_its_line),
      cmocka_unit_test(a_whole_plan_is_read),
      cmocka_unit_test(a_file_that_is_not_there_cannot_be_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
