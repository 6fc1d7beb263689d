/* Shapes: each kind of table that people have, told from its headings and cells. */
#include "read/reading.h"

static void a_table_of_ties_is_told_by_its_two_ends(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "From,To,Role,Network,Weight,Hours\na,b,leads,Health,2.5,10\nb,c,funds,Education,,\n");
  assert_size(&c, 3, 2);
  nonet_tie t = reading_tie(c.net, 0);
  assert_string_equal(t.kind, "leads");
  assert_string_equal(nonet_layer_name(c.net, t.layer), "Health");
  assert_near(t.weight, 2.5, 0);
  assert_int_equal(t.line, 2);
  assert_string_equal(reading_tie_value(c.net, "Hours", 0), "10");
  assert_false(reading_tie(c.net, 1).has_weight);
  assert_assumes(&c,
                 "a table of ties: from = 'From', to = 'To', kind = 'Role', layer = 'Network', weight = 'Weight'; further columns 'Hours'");
  reading_end(&c);
}

static void a_heading_such_as_partner_or_strategy_is_the_kind_of_its_nodes(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Partner,Strategy,Role\nYouth Service,Core Skills,leads\n");
  assert_string_equal(reading_node(c.net, "Youth Service").kind, "partner");
  assert_string_equal(reading_node(c.net, "Core Skills").kind, "strategy");
  reading_end(&c);
}

static void a_table_of_nodes_is_told_by_its_id_or_name(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "ID,Name,Short name,Type,Network,Aliases,Staff\ny,Youth Service,YS,partner,Health; Education,Youth|The Youth,28\n");
  assert_size(&c, 1, 0);
  nonet_node n = reading_node(c.net, "ys");
  assert_string_equal(n.key, "y");
  assert_string_equal(n.label, "Youth Service");
  assert_string_equal(n.kind, "partner");
  assert_int_equal(n.layer_count, 2);
  assert_string_equal(reading_node(c.net, "the youth").key, "y");
  assert_string_equal(reading_node_value(c.net, "Staff", "y"), "28");
  reading_end(&c);
}

static void organisations_alone_are_nodes_of_that_kind(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Organisation,Sector,Staff\nHealth Trust,public,300\nCore Skills,voluntary,12\n");
  assert_size(&c, 2, 0);
  assert_string_equal(reading_node(c.net, "Health Trust").kind, "organisation");
  reading_end(&c);
}

static void nodes_and_ties_may_stand_in_one_table(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "id,label,kind,from,to,weight\na,Alpha,partner,,,\nb,Beta,partner,,,\n,,funds,a,b,3\n");
  assert_size(&c, 2, 1);
  assert_string_equal(reading_node(c.net, "alpha").kind, "partner");
  assert_string_equal(reading_tie(c.net, 0).kind, "funds");
  assert_near(reading_tie(c.net, 0).weight, 3, 0);
  reading_end(&c);
}

static void a_matrix_of_ticks_ties_partners_to_strategies(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Partner,Youth Offer,Early Years,Attendance\nYouth Service,x,,\xe2\x9c\x93\nHealth Trust,,X,\nMuseum,,,\n");
  assert_size(&c, 6, 3);
  assert_string_equal(reading_node(c.net, "Museum").kind, "partner");
  assert_string_equal(reading_node(c.net, "Attendance").kind, "strategy");
  assert_false(nonet_is_weighted(c.net));
  uint32_t a, b;
  assert_true(nonet_two_modes(c.net, &a, &b));
  reading_end(&c);
}

static void words_in_a_matrix_are_roles_and_two_in_a_cell_are_two_ties(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Partner,Youth Offer,Early Years\nYouth Service,leads;funds,\nHealth Trust,advises,leads\nMuseum,,advises\n");
  assert_size(&c, 5, 5);
  assert_string_equal(reading_tie(c.net, 0).kind, "leads");
  assert_string_equal(reading_tie(c.net, 1).kind, "funds");
  reading_end(&c);
}

static void columns_before_the_marks_describe_the_row(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Partner,Sector,Youth Offer,Early Years\nYouth Service,public,x,\nMuseum,trust,,x\nHealth Trust,public,x,x\n");
  assert_size(&c, 5, 4);
  assert_string_equal(reading_node_value(c.net, "Sector", "Museum"), "trust");
  reading_end(&c);
}

static void numbers_in_a_matrix_are_weights_and_a_total_row_and_column_are_left_out(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Partner,A,B,C,Total\np,1,0,3,4\nq,0,0,2,2\nTotal,1,0,5,6\n");
  assert_size(&c, 5, 3);
  assert_true(nonet_is_weighted(c.net));
  assert_near(reading_tie(c.net, 1).weight, 3, 0);
  assert_assumes(&c, "below the data, taken as totals or notes and left out: line 4");
  reading_end(&c);
}

static void staff_and_budget_are_no_matrix(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Partner,Staff,Budget\np,12,30000\nq,5,2000\n");
  assert_size(&c, 2, 0);
  assert_string_equal(reading_node_value(c.net, "Budget", "q"), "2000");
  reading_end(&c);
}

static void a_symmetric_square_matrix_is_undirected(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, ",a,b,c\na,0,1,0\nb,1,0,1\nc,0,1,0\n");
  assert_size(&c, 3, 2);
  assert_false(nonet_is_directed(c.net));
  assert_assumes(&c, "symmetric");
  reading_end(&c);
}

static void any_other_square_matrix_goes_from_row_to_column(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Agency,a,b,c\nb,2,0,1\na,0,5,0\nc,0,1,0\n");
  assert_size(&c, 3, 4);
  assert_true(nonet_is_directed(c.net));
  nonet_tie t = reading_tie(c.net, 0);
  assert_string_equal(reading_key(c.net, t.from), "a");
  assert_string_equal(reading_key(c.net, t.to), "b");
  assert_near(t.weight, 5, 0);
  assert_string_equal(reading_node(c.net, "a").kind, "agency");
  reading_end(&c);
}

static void in_a_survey_grid_an_empty_cell_is_not_answered_and_not_no(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, ",a,b,c,d\na,,1,0,\nb,0,,NA,1\nc,,,,\n");
  assert_size(&c, 4, 2);
  assert_string_equal(reading_node_value(c.net, "not answered", "a"), "1");
  assert_string_equal(reading_node_value(c.net, "not answered", "b"), "1");
  assert_string_equal(reading_node_value(c.net, "not answered", "c"), "3");
  assert_string_equal(reading_node_value(c.net, "not answered", "d"), "3");
  assert_assumes(&c, "8 cells are not answered");
  reading_end(&c);
}

static void a_declared_code_is_not_answered_in_a_grid(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "t.csv", "Partner,A,B\np,1,99\nq,0,1\n");
  c.options.missing = "99";
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 4, 2);
  assert_string_equal(reading_node_value(c.net, "not answered", "p"), "1");
  reading_end(&c);
}

static void strategies_in_numbered_columns_are_a_list(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Partner,Sector,Strategy 1,Strategy 2,Strategy 3\np,public,Youth Offer,Early Years,\nq,trust,Early Years,,\n");
  assert_size(&c, 4, 3);
  assert_string_equal(reading_node(c.net, "Early Years").kind, "strategy");
  assert_string_equal(reading_node(c.net, "q").kind, "partner");
  assert_string_equal(reading_node_value(c.net, "Sector", "q"), "trust");
  reading_end(&c);
}

static void numbered_questions_of_a_survey_are_further_columns_unless_asked_for(void **state) {
  static const char *const text = "Name,q1,q2,q3\nann,agree,disagree,agree\nbob,agree,agree,\n";
  struct reading_case c;
  (void)state;
  reading_csv(&c, text);
  assert_size(&c, 2, 0);
  reading_end(&c);
  reading_start(&c);
  reading_file(&c, "t.csv", text);
  c.options.columns = "from=Name";
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 4, 5);
  reading_end(&c);
}

static void strategies_in_columns_of_one_name_are_a_list(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Partner,Strategy,Strategy\np,Youth Offer,Early Years\nq,Early Years,\n");
  assert_size(&c, 4, 3);
  reading_end(&c);
}

static void a_meeting_is_a_node_tied_to_who_attended(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Meeting,Date,Attendees,Place\nBoard,2024-01-10,Ann; Bob;Cy,Hall\nBoard,2024-02-10,Ann|Cy,Hall\n");
  assert_size(&c, 5, 5);
  assert_string_equal(reading_node(c.net, "Board, 2024-02-10").kind, "meeting");
  assert_string_equal(reading_node(c.net, "Ann").kind, "attendee");
  nonet_tie t = reading_tie(c.net, 3);
  assert_string_equal(t.since, "2024-02-10");
  assert_string_equal(t.kind, "attended");
  assert_string_equal(reading_node_value(c.net, "Place", "Board"), "Hall");
  reading_end(&c);
}

static void title_lines_above_and_notes_below_are_recognised_and_said(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Partners of the city,,\nas of May,,\n\nFrom,To,Weight\na,b,2\nb,c,3\nTotal,,5\nSource: the survey of 2024,,\n");
  assert_size(&c, 3, 2);
  assert_assumes(&c, "taken as a title: line 1 ('Partners of the city'), line 2 ('as of May')");
  assert_assumes(&c, "left out: line 7, line 8");
  reading_end(&c);
}

static void a_table_that_cannot_be_told_prints_a_line_to_paste(void **state) {
  (void)state;
  assert_refused("t.csv", "Aardvark,Bee\n1,2\n", 1, "--columns 'from=Aardvark,to=Bee'");
  assert_refused("t.csv", "ID,Name,Partner,Project\n1,x,a,b\n", 1, "cannot tell");
  assert_refused("t.csv", "", 1, "nothing in it");
}

static void labels_that_repeat_beside_a_name_are_warned_of(void **state) {
  struct reading_case c;
  char text[1024] = "id,label,name\n";
  (void)state;
  for (int i = 0; i < 20; i++)
    snprintf(text + strlen(text), sizeof text - strlen(text), "%d,%s,name %d\n", i, i % 2 ? "Program" : "Tool", i);
  reading_csv(&c, text);
  bool said = false;
  for (size_t i = 0; nonet_warning(c.net, i); i++)
    said |= strstr(nonet_warning(c.net, i), "--columns 'label=name,kind=label'") != NULL;
  assert_true(said);
  reading_end(&c);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_table_of_ties_is_told_by_its_two_ends),
      cmocka_unit_test(a_heading_such_as_partner_or_strategy_is_the_kind_of_its_nodes),
      cmocka_unit_test(a_table_of_nodes_is_told_by_its_id_or_name),
      cmocka_unit_test(organisations_alone_are_nodes_of_that_kind),
      cmocka_unit_test(nodes_and_ties_may_stand_in_one_table),
      cmocka_unit_test(a_matrix_of_ticks_ties_partners_to_strategies),
      cmocka_unit_test(words_in_a_matrix_are_roles_and_two_in_a_cell_are_two_ties),
      cmocka_unit_test(columns_before_the_marks_describe_the_row),
      cmocka_unit_test(numbers_in_a_matrix_are_weights_and_a_total_row_and_column_are_left_out),
      cmocka_unit_test(staff_and_budget_are_no_matrix),
      cmocka_unit_test(a_symmetric_square_matrix_is_undirected),
      cmocka_unit_test(any_other_square_matrix_goes_from_row_to_column),
      cmocka_unit_test(in_a_survey_grid_an_empty_cell_is_not_answered_and_not_no),
      cmocka_unit_test(a_declared_code_is_not_answered_in_a_grid),
      cmocka_unit_test(strategies_in_numbered_columns_are_a_list),
      cmocka_unit_test(numbered_questions_of_a_survey_are_further_columns_unless_asked_for),
      cmocka_unit_test(strategies_in_columns_of_one_name_are_a_list),
      cmocka_unit_test(a_meeting_is_a_node_tied_to_who_attended),
      cmocka_unit_test(title_lines_above_and_notes_below_are_recognised_and_said),
      cmocka_unit_test(a_table_that_cannot_be_told_prints_a_line_to_paste),
      cmocka_unit_test(labels_that_repeat_beside_a_name_are_warned_of),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
