/* nonet changes: pairs of files, one network at two dates, rows for many states, and the picture of both. */
#include "cli/program.h"

#define CITY NONET_SOURCE_DIR "/graphs/example-city"

static void write_states(void) {
  write_file("old.csv", "from,to\na,b\nb,c\nc,d\nd,e\n");
  write_file("new.csv", "from,to\na,b\nb,c\nc,d\nd,a\nf,a\n");
  write_file("one-way.csv", "from,to,direction\na,b,directed\n");
}

/* The place of a mark: what stands behind its id in DOT. */
static void place_of(char out[64], const char *dot, const char *id) {
  char start[64];
  snprintf(start, sizeof start, "\n  \"%s\" [pos=\"", id);
  const char *at = strstr(dot, start);
  if (!at) fail_msg("no node %s", id);
  at += strlen(start);
  snprintf(out, 64, "%.*s", (int)strcspn(at, "\""), at);
}

static void two_files_are_compared(void **state) {
  (void)state;
  write_states();
  assert_status("$nonet changes old.csv new.csv", 0);
  assert_contains(ran.out, "From old.csv to new.csv 2 ties came, 1 went and 3 stayed.");
  assert_contains(ran.out, "f came in.\ne went.");
  assert_status("$nonet changes old.csv new.csv --as json", 0);
  assert_contains(ran.out, "\"verdict\":\"1 node came, 1 node went, 2 ties came, 1 tie went\"");
  assert_status("mkdir -p x && cp old.csv new.csv x && $nonet changes x/old.csv x/new.csv", 0);
  assert_contains(ran.out, "From old.csv to new.csv ");
}

static void the_same_file_twice_has_changed_nothing(void **state) {
  (void)state;
  write_states();
  assert_status("$nonet changes old.csv ./old.csv", 0);
  assert_contains(ran.out, "Nothing changed from old.csv to ./old.csv: 5 nodes and 4 ties stayed as they\nwere.");
}

static void one_network_is_compared_at_two_dates(void **state) {
  (void)state;
  assert_status("$nonet changes " CITY " --between 2023-12-31,2024-12-31", 0);
  assert_contains(ran.out, "From 2023-12-31 to 2024-12-31 25 ties came, 2 went and 60 stayed.");
  assert_contains(ran.out, "index-before    595         162    0.272269");
}

static void states_make_rows(void **state) {
  (void)state;
  write_states();
  assert_status("$nonet changes old.csv new.csv old.csv --as csv | cut -d, -f1-5", 0);
  assert_string_equal(ran.out, "date,nodes,nodes-tied,ties,ties-came\nold.csv,5,5,4,\nnew.csv,5,5,5,2\nold.csv,5,5,4,1\n");
  assert_status("$nonet changes " CITY " --over years --as csv | cut -d, -f1-6", 0);
  assert_string_equal(ran.out, "date,nodes,nodes-tied,ties,ties-came,ties-went\n2023,47,41,62,,\n2024,47,46,88,26,0\n");
  assert_status("$nonet changes " CITY " --over months --as csv | wc -l | tr -d ' '", 0);
  assert_string_equal(ran.out, "22\n");
  assert_status("$nonet changes " CITY " --over quarters --as csv | wc -l | tr -d ' '", 0);
  assert_string_equal(ran.out, "8\n");
  assert_status("$nonet changes old.csv new.csv --over snapshots --as csv | wc -l | tr -d ' '", 0);
  assert_string_equal(ran.out, "3\n");
}

/* The picture lays both states out as one, so whoever stays has one place, whichever state comes first. */
static void whoever_stays_keeps_the_place(void **state) {
  static const char *const ids[] = {"a", "b", "c", "d", "e", "f"};
  (void)state;
  write_states();
  assert_status("$nonet changes old.csv new.csv -o there.dot", 0);
  assert_contains(ran.out, "From old.csv to new.csv");
  assert_status("$nonet changes new.csv old.csv -o back.dot", 0);
  char *there = read_back("there.dot"), *back = read_back("back.dot"), x[64], y[64];
  assert_non_null(there);
  assert_non_null(back);
  for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
    place_of(x, there, ids[i]);
    place_of(y, back, ids[i]);
    assert_string_equal(x, y);
  }
  assert_contains(there, "tie lost");
  assert_contains(there, "tie new");
  assert_contains(there, "f\\n(new)");
  assert_contains(back, "f\\n(lost)");
  free(there);
  free(back);
}

static void what_cannot_be_compared_is_refused(void **state) {
  (void)state;
  write_states();
  assert_refused("$nonet changes old.csv", 2, "two states are needed");
  assert_refused("$nonet changes old.csv one-way.csv", 2, "'one-way.csv' is directed and 'old.csv' is not");
  assert_refused("$nonet changes old.csv --between 2023,2024", 1, "no tie has a date");
  assert_refused("$nonet changes " CITY " --between 2023", 2, "two dates");
  assert_refused("$nonet changes " CITY " --between 2023,soon", 2, "'soon' is no date");
  assert_refused("$nonet changes " CITY " --between 2023,2024 --over years", 2, "exclude each other");
  assert_refused("$nonet changes - -", 2, "read only once");
}

static void joint_working_is_drawn_as_a_line_over_the_states(void **state) {
  (void)state;
  assert_status("$nonet changes " CITY " --over years --picture chart -o joint.svg", 0);
  assert_contains(ran.out, "Joint working, what two partners share on average, was");
  char *svg = read_back("joint.svg");
  assert_contains(svg, "0.272");
  assert_contains(svg, "0.492");
  assert_contains(svg, "what two partners share on average");
  free(svg);
  assert_status("$nonet changes " CITY " --between 2023-12-31,2024-12-31 --picture panels -o two.dot -q", 0);
  char *dot = read_back("two.dot");
  assert_contains(dot, "label=\"2023-12-31\\l\"");
  free(dot);
  assert_refused("$nonet changes " CITY " --over years --picture chart", 2, "name a file for it");
  assert_refused("$nonet changes " CITY " --over quarters --picture map -o x.svg", 2, "one map is of two states, and here are 7");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_files_are_compared),
      cmocka_unit_test(the_same_file_twice_has_changed_nothing),
      cmocka_unit_test(one_network_is_compared_at_two_dates),
      cmocka_unit_test(states_make_rows),
      cmocka_unit_test(whoever_stays_keeps_the_place),
      cmocka_unit_test(what_cannot_be_compared_is_refused),
      cmocka_unit_test(joint_working_is_drawn_as_a_line_over_the_states),
  };
  return cmocka_run_group_tests(tests, scratch_open, scratch_close);
}
