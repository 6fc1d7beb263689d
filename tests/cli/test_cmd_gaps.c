/* nonet gaps: options to the question, the answer in each form, and the picture. */
#include "cli/program.h"

#define FLORENTINE NONET_SOURCE_DIR "/graphs/florentine --view layer:marriage"

static void a_table_gives_reasons_and_rows_in_eighty_columns(void **state) {
  (void)state;
  assert_status("$nonet gaps " FLORENTINE " --top 2", 0);
  assert_int_equal(strncmp(ran.out, "85 missing ties for the goal efficiency.\n1. Bischeri and Salviati have no tie;", 76), 0);
  size_t width = 0;
  for (const char *c = ran.out; *c; c++) {
    if (((unsigned char)*c & 0xC0) != 0x80) width++;
    if (*c == '\n') width = 0;
    assert_true(width <= 80);
  }
}

static void csv_is_the_rows_with_their_reasons(void **state) {
  (void)state;
  assert_status("$nonet gaps " FLORENTINE " --top 1 --as csv", 0);
  assert_int_equal(
      strncmp(ran.out, "from,to,rank,gain,closer,shared,adamic-adar,resource-allocation,jaccard,reason\nBischeri,Salviati,1,", 99), 0);
  assert_contains(ran.out, "have no tie; joined");
}

static void json_holds_the_plan(void **state) {
  (void)state;
  assert_status("$nonet gaps " FLORENTINE " --budget 2 --as json", 0);
  assert_contains(ran.out, "\"verdict\":\"2 ties\"");
  assert_contains(ran.out, "\"name\":\"plan\"");
  assert_contains(ran.out, "\"reason\":");
}

static void options_reach_the_question(void **state) {
  (void)state;
  assert_status("$nonet gaps " FLORENTINE " --goal bridges --for Pazzi --not Ginori --not Acciaiuoli --top 1 --as csv", 0);
  assert_contains(ran.out, "Lamberteschi,Pazzi,1,3,");
  assert_status("$nonet gaps " FLORENTINE " --cost wealth --top 1 --as csv", 0);
  assert_contains(ran.out, "gain-per-cost");
  assert_status("$nonet gaps " FLORENTINE " --goal coverage --within 3 --for Pazzi --candidates all", 0);
  assert_contains(ran.out, "6 more nodes would be within 3 steps");
  assert_status("$nonet gaps " NONET_SOURCE_DIR "/graphs/florentine --between marriage,business --top 1", 0);
  assert_contains(ran.out, "Medici and Peruzzi have no tie");
  assert_status("$nonet gaps " NONET_SOURCE_DIR "/graphs/example-city --suggest strategies --budget 2 --top 2 --as csv", 0);
  assert_contains(ran.out, "\n2,");
}

static void a_picture_goes_to_its_file_and_the_words_to_standard_output(void **state) {
  (void)state;
  assert_status("$nonet gaps " FLORENTINE " --budget 2 -o gaps.svg", 0);
  assert_contains(ran.out, "With Pazzi - Strozzi and Ginori - Strozzi");
  char *svg = read_back("gaps.svg");
  assert_contains(svg, "suggested");
  assert_contains(svg, "stroke-dasharray");
  free(svg);
  assert_status("$nonet gaps " FLORENTINE " --top 1 -o gaps.png && $nonet gaps " FLORENTINE " --top 1 -o gaps.dot && head -c 4 gaps.png",
                0);
  assert_contains(ran.out, "PNG");
  assert_status("$nonet gaps " FLORENTINE " --top 1 --as csv -o gaps.csv && cat gaps.csv", 0);
  assert_contains(ran.out, "Bischeri,Salviati");
  assert_string_equal(folder_listing(), "gaps.csv gaps.dot gaps.png gaps.svg");
}

static void what_is_unknown_is_refused(void **state) {
  (void)state;
  assert_refused("$nonet gaps " FLORENTINE " --goal speed", 2, "no goal 'speed'");
  assert_refused("$nonet gaps " FLORENTINE " --for Medicci", 2, "Medici");
  assert_refused("$nonet gaps " FLORENTINE " --budget 0", 2, "--budget takes a whole number above 0");
  assert_refused("$nonet gaps " FLORENTINE " --suggest cake", 2, "--suggest takes ties, memberships, both or strategies");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_table_gives_reasons_and_rows_in_eighty_columns),
      cmocka_unit_test(csv_is_the_rows_with_their_reasons),
      cmocka_unit_test(json_holds_the_plan),
      cmocka_unit_test(options_reach_the_question),
      cmocka_unit_test(a_picture_goes_to_its_file_and_the_words_to_standard_output),
      cmocka_unit_test(what_is_unknown_is_refused),
  };
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
