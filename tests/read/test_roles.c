/* Headings and what the columns become: the files of Gephi, Kumu and R, synonyms, --columns. */
#include "read/reading.h"

static void gephi_tables_are_read_as_they_are(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "nodes.csv", "Id,Label,timeset\n1,uno,\n2,dos,\n");
  reading_file(&c, "edges.csv",
               "Source,Target,Type,Id,Label,Weight\n1,2,Directed,7,\"str with, and \"\"quotes\"\"\",1.5\n2,1,Undirected,8,,2\n");
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 2, 2);
  assert_true(reading_tie(c.net, 0).directed);
  assert_false(reading_tie(c.net, 1).directed);
  assert_string_equal(reading_tie_value(c.net, "Label", 0), "str with, and \"quotes\"");
  assert_string_equal(reading_tie(c.net, 0).kind, "");
  reading_end(&c);
}

static void kumu_tables_are_read_as_they_are(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "elements.csv", "Label,Type,Tags\nAlpha,Partner,big|old\nBeta,Strategy,\n");
  reading_file(&c, "connections.csv", "From,To,Direction,Label,Type\nAlpha,Beta,directed,,leads\nBeta,Alpha,mutual,,talks\n");
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 2, 2);
  assert_string_equal(reading_tie(c.net, 0).kind, "leads");
  assert_true(reading_tie(c.net, 0).directed);
  assert_false(reading_tie(c.net, 1).directed);
  assert_string_equal(reading_node_value(c.net, "Tags", "Alpha"), "big|old");
  reading_end(&c);
}

static void vertex_names_of_r_are_labels_beside_an_id_and_else_ids(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "\"id\",\"agency\",\"vertex.names\"\n1,0,\"ACF-1\"\n");
  assert_string_equal(reading_node(c.net, "ACF-1").key, "1");
  reading_end(&c);
  reading_csv(&c, "vertex.names,agency\nACF-1,0\n");
  assert_string_equal(reading_node(c.net, "ACF-1").key, "ACF-1");
  reading_end(&c);
}

static void source_is_an_end_beside_target_and_evidence_beside_from(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "source,target\na,b\n");
  assert_string_equal(reading_key(c.net, reading_tie(c.net, 0).from), "a");
  reading_end(&c);
  reading_csv(&c, "from,to,source\na,b,minutes\n");
  assert_string_equal(reading_tie(c.net, 0).source, "minutes");
  reading_end(&c);
  reading_csv(&c, "Partner,Strategy,Source\na,b,minutes\n");
  assert_string_equal(reading_tie(c.net, 0).source, "minutes");
  assert_string_equal(reading_key(c.net, reading_tie(c.net, 0).from), "a");
  reading_end(&c);
}

static void exact_words_come_before_synonyms(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "partner,from,to,value,weight,role,kind\nx,a,b,7,2,r,k\n");
  nonet_tie t = reading_tie(c.net, 0);
  assert_string_equal(reading_key(c.net, t.from), "a");
  assert_near(t.weight, 2, 0);
  assert_string_equal(t.kind, "k");
  assert_string_equal(reading_tie_value(c.net, "role", 0), "r");
  reading_end(&c);
}

static void headings_compare_without_case_accents_and_punctuation(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, " FROM ,To,From_Date,Source.Document\na,b,2001-02,letter\n");
  assert_string_equal(reading_tie(c.net, 0).since, "2001-02");
  assert_string_equal(reading_tie(c.net, 0).source, "letter");
  reading_end(&c);
}

static void a_distance_is_a_length(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "from,to,distance\na,b,4\n");
  assert_near(reading_tie(c.net, 0).length, 4, 0);
  assert_near(reading_tie(c.net, 0).strength, 0.25, 1e-12);
  assert_assumes(&c, "lengths");
  reading_end(&c);
}

static void a_synonym_whose_cells_are_something_else_is_a_further_column(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "from,to,strength,start\na,b,strong,Leeds\n");
  assert_false(reading_tie(c.net, 0).has_weight);
  assert_string_equal(reading_tie_value(c.net, "strength", 0), "strong");
  assert_string_equal(reading_tie_value(c.net, "start", 0), "Leeds");
  reading_end(&c);
}

static void columns_say_what_headings_do_not(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "t.csv", "wer,wen,wie oft,\"a, b\",x\na,b,3,r,gone\n");
  c.options.columns = "from=wer,to=WEN,weight='wie oft',kind=\"a, b\",ignore=x";
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_near(reading_tie(c.net, 0).weight, 3, 0);
  assert_string_equal(reading_tie(c.net, 0).kind, "r");
  assert_int_equal(nonet_tie_columns(c.net), 0);
  reading_end(&c);
}

static void alternatives_serve_files_that_name_it_differently(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_bytes(&c, "contact", "cnt.csv", "from,to,contact\n1,2,5\n", 22);
  reading_bytes(&c, "dist", "dist.csv", "from,to,distance\n1,2,4\n", 23);
  c.options.columns = "weight=contact,weight=distance";
  c.options.same_ids = true;
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 2, 2);
  assert_int_equal(nonet_layers(c.net), 2);
  assert_near(reading_tie(c.net, 0).strength, 5, 0);
  assert_near(reading_tie(c.net, 1).length, 4, 0);
  reading_end(&c);
}

static void a_heading_that_no_table_has_is_an_error_with_the_nearest(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "t.csv", "from,to,contact\na,b,3\n");
  c.options.columns = "weight=contct";
  reading_run(&c);
  assert_int_equal(c.code, NONET_EUSAGE);
  assert_contains(c.err.text, "did you mean 'contact'?");
  assert_int_equal(nonet_draft_ties(c.draft), 0);
  reading_end(&c);
}

static void an_unknown_role_and_a_bad_number_are_errors_of_usage(void **state) {
  static const char *const wrong[] = {"frm=a", "from", "from=", "from=#0", "from=#x"};
  (void)state;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    struct reading_case c;
    reading_start(&c);
    reading_file(&c, "t.csv", "from,to\na,b\n");
    c.options.columns = wrong[i];
    reading_run(&c);
    assert_int_equal(c.code, NONET_EUSAGE);
    assert_contains(c.err.text, "--columns");
    reading_end(&c);
  }
}

static void a_file_without_headings_is_read_by_numbers(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "routes.dat", "2B,410,AER,2965,KZN\n2B,410,ASF,2966,KZN\n");
  c.options.columns = "from=#3,to=#5";
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 3, 2);
  assert_int_equal(reading_tie(c.net, 0).line, 1);
  assert_assumes(&c, "no row of headings");
  reading_end(&c);
}

static void numbers_beside_headings_of_ours_leave_the_headings_alone(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "t.csv", "name,source,target\nx,a,b\n");
  c.options.columns = "kind=#1";
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 2, 1);
  assert_string_equal(reading_tie(c.net, 0).kind, "x");
  reading_end(&c);
}

static void two_columns_of_one_name_are_two_columns(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "id,note,note,\na,x,y,z\n");
  assert_string_equal(reading_node_value(c.net, "note", "a"), "x");
  assert_string_equal(reading_node_value(c.net, "note (2)", "a"), "y");
  assert_string_equal(reading_node_value(c.net, "column 4", "a"), "z");
  reading_end(&c);
}

static void a_pair_of_partners_is_a_tie(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "Partner 1,Partner 2\na,b\n");
  assert_size(&c, 2, 1);
  reading_end(&c);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(gephi_tables_are_read_as_they_are),
      cmocka_unit_test(kumu_tables_are_read_as_they_are),
      cmocka_unit_test(vertex_names_of_r_are_labels_beside_an_id_and_else_ids),
      cmocka_unit_test(source_is_an_end_beside_target_and_evidence_beside_from),
      cmocka_unit_test(exact_words_come_before_synonyms),
      cmocka_unit_test(headings_compare_without_case_accents_and_punctuation),
      cmocka_unit_test(a_distance_is_a_length),
      cmocka_unit_test(a_synonym_whose_cells_are_something_else_is_a_further_column),
      cmocka_unit_test(columns_say_what_headings_do_not),
      cmocka_unit_test(alternatives_serve_files_that_name_it_differently),
      cmocka_unit_test(a_heading_that_no_table_has_is_an_error_with_the_nearest),
      cmocka_unit_test(an_unknown_role_and_a_bad_number_are_errors_of_usage),
      cmocka_unit_test(a_file_without_headings_is_read_by_numbers),
      cmocka_unit_test(numbers_beside_headings_of_ours_leave_the_headings_alone),
      cmocka_unit_test(two_columns_of_one_name_are_two_columns),
      cmocka_unit_test(a_pair_of_partners_is_a_tie),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
