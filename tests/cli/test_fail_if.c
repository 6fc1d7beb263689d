/* --fail-if: what a pipeline stands on. The network: a - b - c, d - e and f - g, so three components, and betweenness 1 at b alone. */
#include "cli/program.h"

static int files(void **state) {
  if (scratch_open(state) != 0) return -1;
  write_file("ties.csv", "from,to,layer,weight\na,b,X,4\nb,c,X,1\nd,e,Y,1\nf,g,Y,1\n");
  return 0;
}

#define MEASURE "$nonet measure ties.csv --measures degree --as csv --fail-if "

static void a_condition_that_is_true_ends_with_1_behind_the_output(void **state) {
  (void)state;
  assert_status(MEASURE "'components>2'", 1);
  assert_string_equal(ran.out, "node,degree\na,1\nb,2\nc,1\nd,1\ne,1\nf,1\ng,1\n");
  assert_string_equal(ran.err, "nonet: components is 3 (--fail-if 'components>2')\n");
  assert_status(MEASURE "'components>2' -o kept.csv", 1);
  char *kept = read_back("kept.csv");
  assert_non_null(kept);
  assert_contains(kept, "b,2\n");
  free(kept);
}

static void a_condition_that_is_false_changes_nothing(void **state) {
  (void)state;
  assert_status(MEASURE "'components>3'", 0);
  assert_string_equal(ran.err, "");
}

static void every_sign_is_understood(void **state) {
  (void)state;
  static const struct {
    const char *condition;
    int status;
  } rows[] = {{"components>2", 1},  {"components>3", 0},  {"components<4", 1},     {"components<3", 0},  {"components>=3", 1},
              {"components>=4", 0}, {"components<=3", 1}, {"components<=2", 0},    {"components=3", 1},  {"components=2", 0},
              {"components!=2", 1}, {"components!=3", 0}, {" components > 2 ", 1}, {"components>-1", 1}, {"components>2.5e0", 1},
              {"reach:1>=2", 1},    {"reach:1>=3", 0}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    char command[160];
    snprintf(command, sizeof command, MEASURE "'%s'", rows[i].condition);
    assert_status(command, rows[i].status);
  }
}

static void of_nodes_ties_and_layers_one_is_enough_and_the_first_is_named(void **state) {
  (void)state;
  assert_status(MEASURE "'betweenness>0.5'", 1);
  assert_string_equal(ran.err, "nonet: betweenness of b is 1 (--fail-if 'betweenness>0.5')\n");
  assert_status(MEASURE "degree=1", 1);
  assert_string_equal(ran.err, "nonet: degree of a is 1 (--fail-if 'degree=1', and so do 5 more)\n");
  assert_status(MEASURE "'tie-betweenness>1'", 1);
  assert_contains(ran.err, "tie-betweenness of a - b is 2");
  assert_status(MEASURE "'layer-density<0.5'", 1);
  assert_contains(ran.err, "layer-density of Y is 0.333");
}

static void several_conditions_are_told_in_one_line(void **state) {
  (void)state;
  assert_status(MEASURE "'components>2' --fail-if 'nodes>100' --fail-if 'ties=4'", 1);
  assert_string_equal(ran.err, "nonet: components is 3 (--fail-if 'components>2'); ties is 4 (--fail-if 'ties=4')\n");
}

static void weights_and_normalising_count_as_in_the_command(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --measures degree --fail-if 'betweenness>0.5' --normalised", 0);
  assert_status("$nonet measure ties.csv --measures degree --fail-if 'closeness>0.5' --normalised --weighted", 1);
}

static void an_undefined_value_fails_nothing_and_is_told(void **state) {
  (void)state;
  assert_status(MEASURE "'reciprocity!=1'", 0);
  assert_contains(ran.err, "--fail-if 'reciprocity!=1': the value is not defined here, so this fails nothing");
}

static void a_wrong_condition_is_refused_before_anything_is_read(void **state) {
  (void)state;
  static const char *const commands[] = {"measure nowhere.csv", "info nowhere.csv", "report nowhere.csv -o folder"};
  static const char *const wrong[] = {
      "components",    "components>",   "components>three", ">3", "components>1e999", "components>nan", "components>0x3",
      "components=>3", "components>>3", "components>3 4",   "="};
  char command[160];
  for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
    for (size_t k = 0; k < sizeof wrong / sizeof wrong[0]; k++) {
      snprintf(command, sizeof command, "$nonet %s --fail-if '%s'", commands[i], wrong[k]);
      assert_refused(command, 2, "write MEASURE, one of > < >= <= = != and a number");
    }
    snprintf(command, sizeof command, "$nonet %s --fail-if 'compnents>3'", commands[i]);
    assert_refused(command, 2, "did you mean 'components'");
    snprintf(command, sizeof command, "$nonet %s --fail-if 'cohesive-blocks>3'", commands[i]);
    assert_refused(command, 2, "it is a table");
  }
}

static void a_measure_that_cannot_be_taken_costs_no_half_a_result(void **state) {
  (void)state;
  assert_refused(MEASURE "'two-mode-density>0.5'", 2, "two-mode-density");
}

static void info_and_report_stand_on_conditions_too(void **state) {
  (void)state;
  assert_status("$nonet info ties.csv --fail-if 'components>2'", 1);
  assert_contains(ran.out, "components");
  assert_string_equal(ran.err, "nonet: components is 3 (--fail-if 'components>2')\n");
  assert_status("$nonet info ties.csv --fail-if 'components>3'", 0);
  assert_status("$nonet report ties.csv -o folder -q --fail-if 'components>2'", 1);
  assert_string_equal(ran.out, "folder/index.html\n");
  assert_contains(ran.err, "nonet: components is 3");
  assert_status("test -s folder/index.html", 0);
  assert_refused("$nonet draw ties.csv --fail-if 'components>2'", 2, "'draw' does not take --fail-if");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_condition_that_is_true_ends_with_1_behind_the_output),
      cmocka_unit_test(a_condition_that_is_false_changes_nothing),
      cmocka_unit_test(every_sign_is_understood),
      cmocka_unit_test(of_nodes_ties_and_layers_one_is_enough_and_the_first_is_named),
      cmocka_unit_test(several_conditions_are_told_in_one_line),
      cmocka_unit_test(weights_and_normalising_count_as_in_the_command),
      cmocka_unit_test(an_undefined_value_fails_nothing_and_is_told),
      cmocka_unit_test(a_wrong_condition_is_refused_before_anything_is_read),
      cmocka_unit_test(a_measure_that_cannot_be_taken_costs_no_half_a_result),
      cmocka_unit_test(info_and_report_stand_on_conditions_too),
  };
  return cmocka_run_group_tests(tests, files, scratch_close);
}
