/* nonet measure: which measures, which rows, which form. */
#include "cli/program.h"

#define KARATE NONET_SOURCE_DIR "/graphs/karate"

static int files(void **state) {
  if (scratch_open(state) != 0) return -1;
  write_file("ties.csv", "from,to,weight\na,b,2\nb,c,3\n");
  write_file("arcs.csv", "from,to,direction\na,b,directed\nb,c,directed\n");
  return 0;
}

static size_t times(const char *text, const char *part) {
  size_t count = 0;
  for (const char *at = text; (at = strstr(at, part)); at++)
    count++;
  return count;
}

static void karate_has_its_known_values(void **state) {
  (void)state;
  assert_status("$nonet measure " KARATE "/*.csv --measures betweenness,closeness --as csv | head -2", 0);
  double betweenness, closeness;
  assert_int_equal(sscanf(ran.out, "node,betweenness,closeness\n1,%lf,%lf", &betweenness, &closeness), 2);
  assert_near(betweenness, 231.0714285714286, 1e-12);
  assert_near(closeness, 0.5689655172413793, 1e-12);
}

static void a_set_is_picked_that_suits_the_network(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --as csv", 0);
  assert_contains(ran.out, "degree");
  assert_contains(ran.out, "betweenness");
  assert_contains(ran.out, "strength");
  assert_null(strstr(ran.out, "in-degree"));
  assert_status("$nonet measure arcs.csv --as csv", 0);
  assert_contains(ran.out, "in-degree");
  assert_null(strstr(ran.out, "strength"));
}

static void each_scope_can_be_asked_for(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --scope tie --as csv", 0);
  assert_int_equal(strncmp(ran.out, "tie,from,to,", 12), 0);
  assert_status("$nonet measure ties.csv --scope whole --as csv", 0);
  assert_int_equal(strncmp(ran.out, "measure,value\nnodes,3\nties,2\n", 29), 0);
}

static void layers_are_rows_of_their_own(void **state) {
  (void)state;
  write_file("layers.csv", "from,to,layer\na,b,Education\nb,c,Health\nc,a,Health\n");
  assert_status("$nonet measure layers.csv --measures layer-nodes,layer-ties --as csv", 0);
  assert_string_equal(ran.out, "layer,layer-nodes,layer-ties\nEducation,2,1\nHealth,3,2\n");
  assert_status("$nonet measure layers.csv --scope layer --as json", 0);
  assert_contains(ran.out, "\"layer\":\"Health\",\"layer-nodes\":3");
  assert_status("$nonet measure layers.csv --profile multilayer", 0);
  assert_contains(ran.out, "Measures of layers");
}

static void csv_refuses_scopes_that_are_mixed_and_json_holds_them(void **state) {
  (void)state;
  assert_refused("$nonet measure ties.csv --measures degree,density --as csv", 2, "scope node and whole");
  assert_status("$nonet measure ties.csv --measures degree,density --as csv --scope whole", 0);
  assert_string_equal(ran.out, "measure,value\ndensity,0.6666666666666666\n");
  assert_status("$nonet measure ties.csv --measures degree,density --as json", 0);
  assert_contains(ran.out, "\"degree\":2");
  assert_contains(ran.out, "\"measure\":\"density\"");
  assert_refused("$nonet measure ties.csv --measures density --scope node", 2, "none of 'density'");
}

static void top_sorts_by_the_first_measure(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --measures degree --top 1 --as csv", 0);
  assert_string_equal(ran.out, "node,degree\nb,2\n");
}

static void sort_names_a_column(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --measures degree,strength --sort strength --as csv", 0);
  assert_string_equal(ran.out, "node,degree,strength\nb,2,5\nc,1,3\na,1,2\n");
  assert_refused("$nonet measure ties.csv --measures degree --sort strenth", 2, "strenth");
}

static void weights_count_only_when_asked(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --measures closeness --as csv -q", 0);
  char *plain = strdup(ran.out);
  assert_status("$nonet measure ties.csv --measures closeness --weighted --as csv -q", 0);
  assert_string_not_equal(ran.out, plain);
  free(plain);
}

static void a_profile_measures_what_suits_and_says_what_it_leaves_out(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --profile partnership", 0);
  assert_contains(ran.out, "Measures of ties");
  assert_contains(ran.out, "centralisation-degree");
  assert_null(strstr(ran.out, "reciprocity"));
  assert_status("$nonet measure ties.csv --profile all --as json", 0);
  assert_contains(ran.out, "\"current-flow-closeness\":");
  assert_contains(ran.out, "\"cohesive-blocks\"");
  assert_null(strstr(ran.out, "rich-club"));
  assert_contains(ran.err, "nonet: left out: rich-club, ");
  assert_int_equal(times(ran.err, "behind the colon has to be chosen"), 1);
  assert_int_equal(times(ran.err, "neither layers nor kinds split all the nodes"), 1);
  assert_status("$nonet measure ties.csv --profile all --scope whole --as csv -q", 0);
  assert_string_equal(ran.err, "");
  assert_refused("$nonet measure ties.csv --profile all --as csv -q", 2, "CSV holds one sheet");
  assert_refused("$nonet measure ties.csv --profile all --measures degree", 2, "exclude each other");
  assert_refused("$nonet measure ties.csv --profile everything", 2, "partnership, two-mode, multilayer or all");
  assert_refused("$nonet measure ties.csv --profile partnership --scope layer", 2, "has no measure of scope 'layer'");
}

static void weights_that_cannot_be_taken_leave_out_what_needs_them_and_name_the_tie(void **state) {
  (void)state;
  write_file("minus.csv", "from,to,weight\na,b,2\nb,c,-3\n");
  assert_status("$nonet measure minus.csv --profile partnership --weighted --as json", 0);
  assert_contains(ran.out, "\"degree\":2");
  assert_null(strstr(ran.out, "\"closeness\""));
  assert_int_equal(times(ran.err, "minus.csv:3: tie b - c has weight -3; needed: lengths above 0"), 1);
  assert_refused("$nonet measure minus.csv --measures closeness --weighted", 3, "minus.csv:3: tie b - c has weight -3; 'closeness'");
}

static void a_network_of_two_modes_is_measured_as_one(void **state) {
  (void)state;
  write_file("grid.csv", "Partner,Early Years,Skills\nLibrary,x,\nCollege,x,x\n");
  assert_status("$nonet measure grid.csv --as csv", 0);
  assert_contains(ran.out, "two-mode-degree");
  write_file("kinds.csv", "from,to,from kind,to kind\na,b,person,event\nc,b,person,event\n");
  write_file("k.csv", "id,kind\na,person\nb,event\nc,person\nd,place\n");
  write_file("t.csv", "from,to\na,b\nc,b\n");
  assert_status("$nonet measure k.csv t.csv --as csv", 0);
  assert_null(strstr(ran.out, "two-mode-degree"));
  assert_status("$nonet measure k.csv t.csv --modes person,event --as csv", 0);
  assert_contains(ran.out, "two-mode-degree");
  assert_refused("$nonet measure k.csv t.csv --modes person,evnt --as csv", 2, "evnt");
}

static void reports_are_confirmed_by_either_side_or_both(void **state) {
  (void)state;
  write_file("reports.csv", "from,to,direction\na,b,directed\nb,a,directed\nb,c,directed\n");
  assert_status("$nonet measure reports.csv --confirm both --measures degree --as csv", 0);
  assert_string_equal(ran.out, "node,degree\na,1\nb,1\nc,0\n");
  assert_status("$nonet measure reports.csv --confirm either --view without:a --measures degree --as csv", 0);
  assert_string_equal(ran.out, "node,degree\nb,1\nc,1\n");
  assert_refused("$nonet measure ties.csv --confirm both", 2, "nothing to confirm");
}

static void verify_says_which_second_method_agreed(void **state) {
  (void)state;
  assert_status("$nonet measure ties.csv --measures betweenness,degree --verify", 0);
  assert_contains(ran.out, "betweenness: a second method, igraph, agrees");
  assert_contains(ran.out, "degree: no second method");
  assert_status("$nonet measure ties.csv --measures betweenness --verify --as csv", 0);
  assert_contains(ran.err, "betweenness: a second method, igraph, agrees");
  assert_status("$nonet measure ties.csv --measures cohesive-blocks --verify", 0);
  assert_contains(ran.out, "cohesive-blocks: checked: each block is within its parent");
}

static void cite_gives_each_reference_once_and_never_among_the_rows_of_csv(void **state) {
  static const char freeman[] = "10.1016/0378-8733(78)90021-7";
  (void)state;
  assert_status("$nonet measure arcs.csv --measures degree,in-degree,centralisation-degree --cite", 0);
  assert_int_equal(times(ran.out, freeman), 1);
  assert_contains(ran.out, "\nReferences\n  Freeman, L. C. (1978/79)");
  assert_status("$nonet measure arcs.csv --measures degree,in-degree --cite --as csv", 0);
  assert_int_equal(times(ran.out, freeman), 0);
  assert_int_equal(times(ran.err, freeman), 1);
  assert_status("$nonet measure arcs.csv --measures degree,in-degree --cite --as json", 0);
  assert_int_equal(times(ran.out, freeman), 1);
  assert_contains(ran.out, "\"Reference: Freeman");
  assert_status("$nonet measure arcs.csv --measures cohesive-blocks --cite --as markdown", 0);
  assert_contains(ran.out, "- Moody, J., White, D. R. (2003)");
}

static void numbers_do_not_depend_on_the_locale(void **state) {
  (void)state;
  assert_status("LC_ALL=de_DE.UTF-8 $nonet measure ties.csv --measures density --as csv", 0);
  assert_string_equal(ran.out, "measure,value\ndensity,0.6666666666666666\n");
}

static void over_time_each_state_has_its_rows(void **state) {
  (void)state;
  write_file("dated.csv", "from,to,since,until\na,b,2001,2002\nb,c,2002,\nc,d,,\n");
  assert_status("$nonet measure dated.csv --measures ties,components --over years --as csv", 0);
  assert_string_equal(ran.out, "date,ties,components\n2001,2,2\n2002,3,1\n");
  assert_status("$nonet measure dated.csv --measures degree --over 2003-05,2001-Q1 --as csv", 0);
  assert_string_equal(ran.out, "date,node,degree\n2003-05,a,0\n2003-05,b,1\n2003-05,c,2\n2003-05,d,1\n2001-Q1,a,1\n2001-Q1,b,1\n"
                               "2001-Q1,c,1\n2001-Q1,d,1\n");
  assert_status("$nonet measure dated.csv --measures degree --over years --top 1 --as csv", 0);
  assert_string_equal(ran.out, "date,node,degree\n2002,b,2\n");
  assert_status("$nonet measure dated.csv --measures bridge --over 2003 --as csv", 0);
  assert_string_equal(ran.out, "date,tie,from,to,bridge\n2003,2,b,c,1\n2003,3,c,d,1\n");
  assert_status("$nonet measure dated.csv --measures ties,degree --over years --as json", 0);
  assert_contains(ran.out, "\"name\":\"series\"");
  assert_contains(ran.out, "\"keys\":[\"date\",\"node\"]");
  assert_contains(ran.out, "Of 3 ties 1 has no date and counts in every state, 1 has no end");
  assert_status("$nonet measure dated.csv --profile all --scope whole --over years", 0);
  assert_status("$nonet measure dated.csv --over years --cite", 0);
  assert_contains(ran.out, "References");
}

static void files_are_states_where_that_is_said(void **state) {
  (void)state;
  write_file("x.csv", "from,to\na,b\n");
  write_file("y.csv", "from,to\na,b\nb,c\n");
  assert_status("$nonet measure x.csv y.csv --measures ties,nodes --over snapshots --as csv", 0);
  assert_string_equal(ran.out, "date,ties,nodes\nx.csv,1,2\ny.csv,2,3\n");
  assert_status("$nonet measure x.csv y.csv --over snapshots", 0);
  assert_refused("$nonet measure x.csv --measures ties --over snapshots", 2, "two states are needed");
}

static void a_series_without_dates_is_refused_in_one_line(void **state) {
  (void)state;
  write_file("x.csv", "from,to\na,b\n");
  assert_refused("$nonet measure x.csv --measures ties --over years", 2, "no tie has a date");
  write_file("dated.csv", "from,to,since\na,b,2001\n");
  assert_refused("$nonet measure dated.csv --measures ties --over weeks", 2, "'weeks' is neither years");
  assert_refused("$nonet measure dated.csv --measures bow-tie --over years", 2, "has no series");
  assert_refused("$nonet measure dated.csv --measures ties --over years --fail-if 'ties>0'", 2, "exclude each other");
}

static void values_stand_beside_chance_with_the_same_bytes_on_any_number_of_threads(void **state) {
  char one[4000];
  (void)state;
  for (int threads = 1; threads <= 8; threads += threads == 1 ? 1 : 6) {
    char command[300];
    snprintf(command, sizeof command,
             "$nonet measure " KARATE " --measures transitivity,efficiency --chance 19 --bootstrap 5 --jackknife --as csv --threads %d",
             threads);
    assert_status(command, 0);
    if (threads == 1) snprintf(one, sizeof one, "%s", ran.out);
    assert_string_equal(ran.out, one);
  }
  assert_contains(one, "measure,value,mean,sd,z,percentile,p-high,p-low,p-error,draws,bootstrap-mean,bootstrap-se,bootstrap-low,");
  assert_status("$nonet measure " KARATE " --measures degree --chance 9 --null nodes --as csv", 0);
  assert_contains(ran.out, "node,degree,degree-mean,degree-sd,degree-z,degree-percentile,degree-p-high");
}

static void a_profile_beside_chance_leaves_out_what_has_no_one_value(void **state) {
  (void)state;
  assert_status("$nonet measure arcs.csv --profile partnership --chance 9 --null ties --as json -q", 0);
  assert_contains(ran.out, "degree-p-low");
  assert_null(strstr(ran.out, "tie-betweenness"));
  assert_status("$nonet measure ties.csv --jackknife --as csv", 0);
  assert_contains(ran.out, "jackknife-se");
}

static void chance_that_is_asked_wrongly_is_refused_in_one_line(void **state) {
  (void)state;
  assert_refused("$nonet measure ties.csv --null ties", 2, "give --chance N too");
  assert_refused("$nonet measure ties.csv --chance 9 --null weights", 2, "weights");
  assert_refused("$nonet measure ties.csv --measures tie-betweenness --chance 9", 2, "is of ties");
  assert_refused("$nonet measure ties.csv --measures degree --bootstrap 9", 2, "not of the whole");
  assert_refused("$nonet measure ties.csv --measures ties --chance 9 --over years", 2, "exclude each other");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_has_its_known_values),
      cmocka_unit_test(a_set_is_picked_that_suits_the_network),
      cmocka_unit_test(each_scope_can_be_asked_for),
      cmocka_unit_test(layers_are_rows_of_their_own),
      cmocka_unit_test(csv_refuses_scopes_that_are_mixed_and_json_holds_them),
      cmocka_unit_test(top_sorts_by_the_first_measure),
      cmocka_unit_test(sort_names_a_column),
      cmocka_unit_test(weights_count_only_when_asked),
      cmocka_unit_test(numbers_do_not_depend_on_the_locale),
      cmocka_unit_test(reports_are_confirmed_by_either_side_or_both),
      cmocka_unit_test(verify_says_which_second_method_agreed),
      cmocka_unit_test(a_profile_measures_what_suits_and_says_what_it_leaves_out),
      cmocka_unit_test(weights_that_cannot_be_taken_leave_out_what_needs_them_and_name_the_tie),
      cmocka_unit_test(a_network_of_two_modes_is_measured_as_one),
      cmocka_unit_test(cite_gives_each_reference_once_and_never_among_the_rows_of_csv),
      cmocka_unit_test(over_time_each_state_has_its_rows),
      cmocka_unit_test(files_are_states_where_that_is_said),
      cmocka_unit_test(a_series_without_dates_is_refused_in_one_line),
      cmocka_unit_test(values_stand_beside_chance_with_the_same_bytes_on_any_number_of_threads),
      cmocka_unit_test(a_profile_beside_chance_leaves_out_what_has_no_one_value),
      cmocka_unit_test(chance_that_is_asked_wrongly_is_refused_in_one_line),
  };
  return cmocka_run_group_tests(tests, files, scratch_close);
}
