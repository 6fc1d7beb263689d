/* nonet draw, convert and report: where it goes, what it is written as, and that nothing is left of a failure. */
#include "cli/program.h"

static int files(void **state) {
  if (scratch_open(state) != 0) return -1;
  write_file("ties.csv", "from,to\na,b\nb,c\n");
  return 0;
}

static void the_suffix_tells_the_renderer(void **state) {
  (void)state;
  assert_status("$nonet draw ties.csv -o x.svg -q && head -c 200 x.svg | grep -q -i svg", 0);
  assert_status("$nonet draw ties.csv -o x.PNG -q && head -c 4 x.PNG | grep -q PNG", 0);
  assert_status("$nonet draw ties.csv -o x.dot -q && grep -q 'pos=' x.dot", 0);
}

static void without_a_file_it_is_dot(void **state) {
  (void)state;
  assert_status("$nonet draw ties.csv -q", 0);
  assert_int_equal(strncmp(ran.out, "graph ", 6), 0);
  assert_status("$nonet draw ties.csv -q --as svg", 0);
  assert_contains(ran.out, "<svg");
}

static void layers_are_drawn_as_a_network_and_side_by_side(void **state) {
  (void)state;
  write_file("layers.csv", "from,to,layer\na,b,work\nb,c,work\na,c,play\nc,d,play\n");
  assert_status("$nonet draw layers.csv --picture layers -q && $nonet draw layers.csv --view layers -o v.dot -q", 0);
  char *viewed = read_back("v.dot");
  assert_contains(ran.out, "shared members and ties: 2");
  assert_string_equal(ran.out, viewed);
  free(viewed);
  assert_status("$nonet draw layers.csv --picture panels -q", 0);
  assert_contains(ran.out, "work: 3 nodes, 2 ties");
  assert_contains(ran.out, "play: 3 nodes, 2 ties");
  assert_refused("$nonet draw ties.csv --picture panels", 2, "needs two layers");
  assert_refused("$nonet draw ties.csv --picture layers", 1, "no layers");
}

static void a_drawing_that_cannot_be_written_leaves_nothing(void **state) {
  (void)state;
  assert_status("rm -rf empty && mkdir empty && cd empty && $nonet draw ../ties.csv -q -o /dev/full --as svg; test $? = 4 && ls -A | wc -l",
                0);
  assert_string_equal(ran.out, "0\n");
}

static void a_network_goes_through_each_format_unchanged(void **state) {
  (void)state;
  assert_status("$nonet convert ties.csv -o n.json && $nonet convert n.json -o back/ && $nonet measure back --measures degree --as csv", 0);
  assert_string_equal(ran.out, "node,degree\na,1\nb,2\nc,1\n");
  assert_status("$nonet convert ties.csv --as json | $nonet measure - --measures degree --as csv", 0);
  assert_string_equal(ran.out, "node,degree\na,1\nb,2\nc,1\n");
}

static void a_format_that_cannot_be_told_is_wrong_use(void **state) {
  (void)state;
  assert_refused("$nonet convert ties.csv", 2, "where to?");
  assert_refused("$nonet convert ties.csv -o x.qqq", 2, "qqq");
  assert_refused("$nonet convert ties.csv --as jsn", 2, "did you mean 'json'?");
}

static void a_report_needs_a_folder(void **state) {
  (void)state;
  assert_refused("$nonet report ties.csv", 2, "a folder is needed");
}

static void a_report_says_where_it_lies(void **state) {
  (void)state;
  assert_status("$nonet report ties.csv -o report/deep -q", 0);
  assert_string_equal(ran.out, "report/deep/index.html\n");
  assert_int_equal(access("report/deep/index.html", R_OK), 0);
  assert_int_equal(access("report/deep/summary.json", R_OK), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_suffix_tells_the_renderer),
      cmocka_unit_test(without_a_file_it_is_dot),
      cmocka_unit_test(layers_are_drawn_as_a_network_and_side_by_side),
      cmocka_unit_test(a_drawing_that_cannot_be_written_leaves_nothing),
      cmocka_unit_test(a_network_goes_through_each_format_unchanged),
      cmocka_unit_test(a_format_that_cannot_be_told_is_wrong_use),
      cmocka_unit_test(a_report_needs_a_folder),
      cmocka_unit_test(a_report_says_where_it_lies),
  };
  return cmocka_run_group_tests(tests, files, scratch_close);
}
