/* nonet paths: options to the question, the answer in each form. */
#include "cli/program.h"

#define FLORENTINE NONET_SOURCE_DIR "/graphs/florentine --view layer:marriage"

static void a_table_says_it_and_shows_the_steps(void **state) {
  (void)state;
  assert_status("$nonet paths " FLORENTINE " --from Peruzzi --to Pazzi", 0);
  assert_int_equal(strncmp(ran.out, "Peruzzi reaches Pazzi in 5 steps; there are 2 shortest paths.\n", 62), 0);
  assert_contains(ran.out, "Salviati");
}

static void csv_is_the_steps_alone(void **state) {
  (void)state;
  assert_status("$nonet paths " FLORENTINE " --from Strozzi --to Ginori --as csv", 0);
  assert_int_equal(strncmp(ran.out, "path,step,tie,from,to,kind,layer,weight,since,until,source,file,line\n1,1,", 73), 0);
}

static void json_holds_verdict_sentences_and_sheet(void **state) {
  (void)state;
  assert_status("$nonet paths " FLORENTINE " --from Peruzzi --to Pazzi --as json", 0);
  assert_contains(ran.out, "\"verdict\":\"5 steps\"");
  assert_contains(ran.out, "\"sentences\":[\n\"Peruzzi reaches");
  assert_contains(ran.out, "\"name\":\"paths\"");
  assert_contains(ran.out, "\"from\":\"Peruzzi\"");
}

static void avoid_may_be_repeated(void **state) {
  (void)state;
  assert_refused("$nonet paths " FLORENTINE " --from Peruzzi --to Pazzi --avoid Ridolfi --avoid Medici", 1,
                 "no path from Peruzzi to Pazzi that avoids Ridolfi and Medici");
}

static void within_and_at_most_reach_the_search(void **state) {
  (void)state;
  assert_refused("$nonet paths " FLORENTINE " --from Peruzzi --to Pazzi --within 4", 1, "within 4 steps; the shortest takes 5 steps");
  assert_status("$nonet paths " FLORENTINE " --from Peruzzi --to Pazzi --at-most 1", 0);
  assert_contains(ran.out, "Only the first of them is listed.");
}

static void via_keeps_to_a_layer(void **state) {
  (void)state;
  assert_refused("$nonet paths " NONET_SOURCE_DIR "/graphs/florentine --from Peruzzi --to Strozzi --via business", 1,
                 "by ties of business alone");
}

static void both_ends_are_needed_and_known(void **state) {
  (void)state;
  assert_refused("$nonet paths " FLORENTINE " --from Peruzzi", 2, "both ends are needed");
  assert_refused("$nonet paths " FLORENTINE " --from Peruzi --to Pazzi", 2, "Peruzzi");
}

static void in_time_dates_are_respected(void **state) {
  (void)state;
  write_file("dated.csv", "from,to,since,until\na,b,2001-03,2001-03\nb,c,2001-05-10,\n");
  assert_status("$nonet paths dated.csv --from a --to c --in-time 2001-03-20", 0);
  assert_contains(ran.out, "Word from a gets to c on 2001-05-10 at the earliest, 51 days after 2001-03-20,");
  assert_status("$nonet paths dated.csv --from a --to c --in-time 2001 --as csv", 0);
  assert_contains(ran.out, ",line,day\n");
  assert_contains(ran.out, ",2001-03-01\n");
  assert_refused("$nonet paths dated.csv --from c --to a --in-time 2001-04", 1, "never gets to a");
  assert_refused("$nonet paths dated.csv --from a --to c --in-time 2001 --within 2", 2, "--in-time looks for the first to arrive");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_table_says_it_and_shows_the_steps),    cmocka_unit_test(csv_is_the_steps_alone),
      cmocka_unit_test(json_holds_verdict_sentences_and_sheet), cmocka_unit_test(avoid_may_be_repeated),
      cmocka_unit_test(within_and_at_most_reach_the_search),    cmocka_unit_test(via_keeps_to_a_layer),
      cmocka_unit_test(both_ends_are_needed_and_known),         cmocka_unit_test(in_time_dates_are_respected),
  };
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
