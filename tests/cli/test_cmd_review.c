/* nonet review: what it takes, and what is wrong with it. */
#include "cli/program.h"

static void a_wrong_ledger_is_one_line_with_its_place(void **state) {
  (void)state;
  write_file("t.csv", "from,to\na,b\n");
  write_file("bad.txt", "nonet plan 1\nplan: 1\ngoal: efficiency\nbefore: x\n");
  write_file("empty.txt", "nonet plan 1\n");
  assert_refused("$nonet review bad.txt t.csv", 3, "bad.txt:4: a number is needed, not 'x'");
  assert_refused("$nonet review t.csv t.csv", 3, "t.csv:1: no file of plans");
  assert_refused("$nonet review gone.txt t.csv", 4, "gone.txt: cannot read");
  assert_refused("$nonet review bad.txt", 2, "a plan and a network are needed");
  assert_refused("$nonet review empty.txt t.csv", 1, "no plan is recorded");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_wrong_ledger_is_one_line_with_its_place),
  };
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
