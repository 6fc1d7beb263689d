/* Edits from the command line, seen through what commands do with them. */
#include "cli/program.h"

static void a_pair_is_cut_where_both_names_are_known(void **state) {
  (void)state;
  write_file("t.csv", "from,to\n\"Smith, Jones\",B\n\"B, C\",D\n");
  assert_status("$nonet without t.csv --join 'Smith, Jones,B, C' --as json", 0);
  assert_contains(ran.out, "If Smith, Jones were tied to B, C");
  assert_status("$nonet plan t.csv --join 'Smith, Jones,B, C' --date 2024 -o -", 0);
  assert_contains(ran.out, "change: join\na: Smith, Jones\nb: B, C\n");
  assert_refused("$nonet without t.csv --join B", 2, "--join takes two names with a comma between: --join A,B");
}

static void edits_keep_the_order_in_which_they_are_given(void **state) {
  (void)state;
  write_file("t.csv", "from,to\na,b\nb,c\n");
  assert_status("$nonet plan t.csv --tie a,b --without c --join a,b --date 2024 -o -", 0);
  assert_contains(ran.out, "change: untie\na: a\nb: b\nchange: leave\na: c\ntie: b\nchange: join\na: a\nb: b\n");
  assert_refused("$nonet plan t.csv --without c --join b,c --date 2024 -o -", 2, "'c' has left by an earlier change");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_pair_is_cut_where_both_names_are_known),
      cmocka_unit_test(edits_keep_the_order_in_which_they_are_given),
  };
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
