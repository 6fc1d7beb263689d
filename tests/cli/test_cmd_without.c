/* nonet without: options to the changes, answers and pictures, curves, cascades and their folder. */
#include "cli/program.h"

#define GRAPHS NONET_SOURCE_DIR "/graphs/"
#define FLORENTINE GRAPHS "florentine --view layer:marriage"

static void a_departure_is_told_with_its_sheets(void **state) {
  (void)state;
  assert_status("$nonet without " FLORENTINE " --node Medici", 0);
  assert_contains(ran.out, "If Medici left, Pazzi and Salviati would lose contact with the other 12.");
  assert_contains(ran.out, "Of the 91 pairs that are in contact now and stay, 35 would lose it.");
  assert_contains(ran.out, "Ties that would be lost, with their evidence");
}

static void csv_is_the_measures_before_and_after(void **state) {
  (void)state;
  assert_status("$nonet without " FLORENTINE " --node Medici --as csv", 0);
  assert_int_equal(strncmp(ran.out, "measure,before,after,change\nnodes,15,14,-1\n", 43), 0);
}

static void the_southern_women_without_an_event_are_as_known(void **state) {
  /* DAVIS-89: pairs that share an event, efficiency and reach among the women. */
  static const struct {
    const char *nodes, *ties, *efficiency, *reach;
  } known[] = {
      {"--node E8", "ties,139,121,", "efficiency,0.954248366013072,0.8954248366", "reach,1,1,"},
      {"--node E7 --node E8 --node E9", "ties,139,61,", "efficiency,0.954248366013072,0.6285403050", "reach,1,0.8888888888"},
      {"--node E6 --node E7 --node E8 --node E9", "ties,139,48,", "efficiency,0.954248366013072,0.3398692810", "reach,1,0.3660130718"}};
  (void)state;
  for (size_t i = 0; i < 3; i++) {
    char command[512];
    snprintf(command, sizeof command, "$nonet without " GRAPHS "davis %s --through project:woman --as csv", known[i].nodes);
    assert_status(command, 0);
    assert_contains(ran.out, known[i].ties);
    assert_contains(ran.out, known[i].efficiency);
    assert_contains(ran.out, known[i].reach);
  }
}

static void changes_are_made_in_order_and_together(void **state) {
  (void)state;
  write_file("t.csv", "from,to\nA,B\nB,C\n\"Smith, Jones\",C\nD,E\n");
  assert_status("$nonet without t.csv --tie 'Smith, Jones,C' --join 'C,D' --as json", 0);
  assert_contains(ran.out, "If the tie between Smith, Jones and C went and C were tied to D, Smith, Jones would lose contact");
  assert_contains(ran.out, "\"verdict\":\"3 pairs lose contact\"");
  assert_status("$nonet without t.csv --merge A,D", 0);
  assert_contains(ran.out, "If A and D became one");
  assert_status("$nonet without " GRAPHS "florentine --layer business", 0);
  assert_contains(ran.out, "15 ties would be lost.");
}

static void what_cannot_be_asked_is_refused(void **state) {
  (void)state;
  assert_refused("$nonet without " FLORENTINE, 2, "what would go is needed");
  assert_refused("$nonet without " FLORENTINE " --node Medicci", 2, "did you mean 'Medici'");
  assert_refused("$nonet without " FLORENTINE " --tie Medici", 2, "two names with a comma between");
  assert_refused("$nonet without " FLORENTINE " --tie Medici,Pazzi", 2, "there is no tie between 'Medici' and 'Pazzi'");
  assert_refused("$nonet without " FLORENTINE " --curve sideways", 2, "sideways");
  assert_refused("$nonet without " FLORENTINE " --cascade", 2, "two at least need ties");
  assert_refused("$nonet without " FLORENTINE " --cascade --curve degree", 2, "one at a time");
  assert_refused("$nonet without " GRAPHS "florentine --cascade --layer business", 2, "only nodes fail");
}

static void a_picture_goes_to_its_file_and_the_words_to_standard_output(void **state) {
  (void)state;
  assert_status("$nonet without " FLORENTINE " --node Medici -o m.svg", 0);
  assert_contains(ran.out, "If Medici left");
  char *svg = read_back("m.svg");
  assert_non_null(svg);
  assert_contains(svg, "(loses contact)");
  assert_contains(svg, "without Medici");
  free(svg);
  assert_status("$nonet without " FLORENTINE " --node Medici -o m.json --as json", 0);
  assert_string_equal(ran.out, "");
  char *json = read_back("m.json");
  assert_non_null(json);
  assert_contains(json, "\"verdict\":\"35 pairs lose contact\"");
  free(json);
}

static void a_curve_lists_steps_and_says_r(void **state) {
  (void)state;
  assert_status("$nonet without " GRAPHS "karate --curve adaptive-degree --as csv", 0);
  assert_int_equal(strncmp(ran.out, "step,node,giant,share\n1,34,33,", 30), 0);
  assert_status("$nonet without " GRAPHS "karate --curve degree --as json", 0);
  assert_contains(ran.out, "\"verdict\":\"R = 0.141869\"");
  assert_status("$nonet without " GRAPHS "karate --curve degree --node 34 --as json", 0);
  assert_contains(ran.out, "After 3 of 33 departures");
}

/* What stands between a node's id and the end of its place. */
static void assert_same_place(const char *id, const char *one, const char *other) {
  const char *at = strstr(one, id), *there = strstr(other, id);
  assert_true(at && there);
  assert_memory_equal(at, there, strcspn(at, "]"));
}

static void a_cascade_is_told_and_drawn_step_by_step(void **state) {
  (void)state;
  assert_status("$nonet without " GRAPHS "florentine --cascade --node Barbadori -o frames/", 0);
  assert_contains(ran.out, "If Barbadori failed, 5 would be left.");
  assert_contains(ran.out, "Step 2: Medici, Pazzi, Salviati and Tornabuoni are cut off in business.");
  char *first = read_back("frames/step-01.dot"), *last = read_back("frames/step-02.dot"), *csv = read_back("frames/cascade.csv");
  assert_non_null(first);
  assert_non_null(last);
  assert_non_null(csv);
  assert_contains(first, "(fails)");
  assert_contains(last, "(falls)");
  static const char *const ids[] = {"  \"Barbadori\" [pos=\"", "  \"Pazzi\" [pos=\"", "  \"Guadagni\" [pos=\"", "  \"Pucci\" [pos=\""};
  for (int i = 0; i < 4; i++)
    assert_same_place(ids[i], first, last);
  assert_contains(csv, "step,node,cause,layer\n");
  assert_contains(csv, "2,Medici,cut off,business\n");
  free(first);
  free(last);
  free(csv);
  assert_status("test \"$(ls frames | tr '\\n' ' ')\" = 'cascade.csv step-01.dot step-02.dot '", 0);
  write_file("file", "x");
  assert_refused("$nonet without " GRAPHS "florentine --cascade --node Medici -o file/", 4, "file/");
}

static void panels_show_with_and_without_and_the_steps(void **state) {
  (void)state;
  assert_status("$nonet without " FLORENTINE " --node Medici --picture panels -o p.dot", 0);
  assert_contains(ran.out, "If Medici left, Pazzi and Salviati would lose contact");
  char *dot = read_back("p.dot");
  assert_contains(dot, "As it is");
  assert_contains(dot, "If Medici left");
  assert_contains(dot, "node cut off");
  free(dot);
  assert_status("$nonet without " GRAPHS "florentine --cascade --node Medici --picture panels -o c.dot -q", 0);
  dot = read_back("c.dot");
  assert_contains(dot, "Step 1: Medici fails");
  assert_contains(dot, "Step 2: 3 cut off in business");
  free(dot);
  assert_refused("$nonet without " FLORENTINE " --node Medici --picture panels", 2, "name a file for it");
  assert_refused("$nonet without " FLORENTINE " --curve degree --picture panels -o x.svg", 2, "leave out --curve");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_departure_is_told_with_its_sheets),
      cmocka_unit_test(csv_is_the_measures_before_and_after),
      cmocka_unit_test(the_southern_women_without_an_event_are_as_known),
      cmocka_unit_test(changes_are_made_in_order_and_together),
      cmocka_unit_test(what_cannot_be_asked_is_refused),
      cmocka_unit_test(a_picture_goes_to_its_file_and_the_words_to_standard_output),
      cmocka_unit_test(a_curve_lists_steps_and_says_r),
      cmocka_unit_test(a_cascade_is_told_and_drawn_step_by_step),
      cmocka_unit_test(panels_show_with_and_without_and_the_steps),
  };
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
