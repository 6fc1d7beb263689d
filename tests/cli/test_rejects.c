/* --rejects: what is left of tables with wrong rows is the network of the right ones, and FILE says the others. */
#include "cli/program.h"

#define NODES "id,label,kind,size\na,Alpha,charity,1\nb,Beta,charity,2\nc,Gamma,agency,3\n"
#define TIES "from,to,layer,weight,since,until\na,b,X,1,2000,2001\n"

static int files(void **state) {
  if (scratch_open(state) != 0 || mkdir("bad", 0777) != 0 || mkdir("good", 0777) != 0) return -1;
  write_file("bad/nodes.csv", NODES "b,Beta 2,charity,2\nc,,,4\n,Nobody,charity,\nd,\"Delta, \"\"4\"\"\",agency,x,extra\n");
  write_file("bad/ties.csv", TIES "a,b,X,lots,2000,2001\na,z,X;Y,1,2000,2001\na,,X,1,2000,2001\nb,c,Y,2,2005,2001\n"
                                  "b,c,Y,2,then,2001\nb,c,Y,2,2000\nb,c,Y,3,2000,2001\nd,a,Y,3,2000,2001\n");
  write_file("good/nodes.csv", NODES);
  write_file("good/ties.csv", TIES "b,c,Y,3,2000,2001\n");
  return 0;
}

static void assert_same_network(const char *with_rejects, const char *without) {
  char command[512];
  snprintf(command, sizeof command,
           "rm -rf one two; $nonet convert %s -o one/ -q && $nonet convert %s -o two/ -q && diff one/nodes.csv two/nodes.csv && diff "
           "one/ties.csv two/ties.csv",
           with_rejects, without);
  assert_status(command, 0);
}

static void without_it_the_first_wrong_row_ends_the_command(void **state) {
  (void)state;
  assert_refused("$nonet info bad", 3, "bad/nodes.csv:7: the cell under 'id' is empty");
}

static void the_right_rows_make_the_network_they_would_make_alone(void **state) {
  (void)state;
  assert_same_network("bad --rejects rejects.csv", "good");
}

static void each_row_stands_in_the_file_once_with_place_reason_and_text(void **state) {
  (void)state;
  assert_status("$nonet info bad --rejects rejects.csv -q", 0);
  char *text = read_back("rejects.csv");
  static const char *const lines[] = {
      "file,line,reason,row\n",
      "bad/nodes.csv,7,the cell under 'id' is empty: a node needs a name,\",Nobody,charity,\"\n",
      "bad/nodes.csv,8,the row has 5 cells where 4 are due,\"d,\"\"Delta, \"\"\"\"4\"\"\"\"\"\",agency,x,extra\"\n",
      "bad/ties.csv,3,weight: 'lots' is not a number,\"a,b,X,lots,2000,2001\"\n",
      "bad/ties.csv,5,the cell under 'to' is empty: a tie needs two ends,\"a,,X,1,2000,2001\"\n",
      "bad/ties.csv,7,\"since: 'then' is no date (2000, 2000-08 or 2000-08-03)\",\"b,c,Y,2,then,2001\"\n",
      "bad/ties.csv,8,the row has 5 cells where 6 are due,\"b,c,Y,2,2000\"\n",
      "bad/nodes.csv,5,\"node 'b' was declared at bad/nodes.csv:3 with label 'Beta', now 'Beta 2' (--merge-nodes keeps the "
      "first)\",\"b,Beta "
      "2,charity,2\"\n",
      "bad/ties.csv,4,tie end 'z' is in no node table; --add-missing makes it a node,\"a,z,X,1,2000,2001\"\n",
      "bad/ties.csv,10,tie end 'd' is in no node table; --add-missing makes it a node,\"d,a,Y,3,2000,2001\"\n",
      "bad/ties.csv,6,since '2005' is after until '2001',\"b,c,Y,2,2005,2001\"\n",
      "bad/nodes.csv,6,\"node 'c' was declared at bad/nodes.csv:4 with size '3', now '4' (--merge-nodes keeps the first)\",\"c,4\"\n"};
  size_t size = 0;
  assert_non_null(text);
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    assert_contains(text, lines[i]);
    size += strlen(lines[i]);
  }
  assert_int_equal(strlen(text), size);
  free(text);
}

static void a_warning_says_how_many_and_strict_makes_it_an_error(void **state) {
  (void)state;
  assert_status("$nonet measure bad --rejects rejects.csv", 0);
  assert_contains(ran.err, "bad/nodes.csv:7: warning: a row that is wrong was left out (and 10 more)\n");
  assert_status("$nonet info bad --rejects rejects.csv --as json", 0);
  assert_contains(ran.out, "a row that is wrong was left out (and 10 more)");
  assert_refused("$nonet info bad --rejects rejects.csv --strict", 3, "left out (and 10 more)");
}

static void more_than_the_most_is_status_3_and_the_file_says_them(void **state) {
  (void)state;
  assert_status("$nonet info bad --rejects all.csv --max-rejects 11 -q", 0);
  assert_refused("$nonet info bad --rejects most.csv --max-rejects 10", 3,
                 "11 rows are wrong, which is more than --max-rejects 10; most.csv says which and why");
  assert_status("cmp all.csv most.csv", 0);
  assert_refused("$nonet info bad --rejects none.csv --max-rejects 0", 3, "more than --max-rejects 0");
}

static void without_wrong_rows_the_file_has_its_headings_alone(void **state) {
  (void)state;
  assert_status("$nonet info good --rejects none.csv --max-rejects 0", 0);
  char *text = read_back("none.csv");
  assert_non_null(text);
  assert_string_equal(text, "file,line,reason,row\n");
  free(text);
}

static void what_no_row_is_to_blame_for_is_an_error_all_the_same(void **state) {
  (void)state;
  assert_refused("$nonet info bad nowhere.csv --rejects rejects.csv", 4, "nowhere.csv");
  assert_refused("$nonet info good --columns from=Nope --rejects rejects.csv", 2, "Nope");
  write_file("quote.csv", "from,to\na,\"b\nc,d\n");
  assert_refused("$nonet info quote.csv --rejects rejects.csv", 3, "quote.csv:2: ");
}

static void misuse_is_refused(void **state) {
  (void)state;
  assert_refused("$nonet info good --max-rejects 3", 2, "--max-rejects goes with --rejects FILE");
  assert_refused("$nonet info good --rejects nowhere/r.csv", 4, "nowhere/r.csv");
  assert_status("$nonet convert good -o good.nonet -q", 0);
  assert_refused("$nonet info good.nonet --rejects r.csv", 2, "--rejects says how tables are read");
}

static void a_node_that_is_left_out_takes_its_ties_along(void **state) {
  (void)state;
  write_file("n.csv", "id,kind,year\na,x,1\nb,x,2,3\nc,x,3\n");
  write_file("t.csv", "from,to\na,b\nb,c\na,c\n");
  assert_status("$nonet convert n.csv t.csv --as csv --rejects r.csv -q", 0);
  assert_string_equal(ran.out, "from,to\na,c\n");
}

static void of_one_line_of_json_each_record_goes_by_itself(void **state) {
  (void)state;
  write_file("j.json", "{\"nodes\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"a\"}],\"links\":[{\"source\":\"a\",\"target\":\"b\"},"
                       "{\"source\":\"a\",\"target\":\"q\"}]}\n");
  assert_refused("$nonet info j.json", 3, "declared before");
  assert_status("$nonet convert j.json --as csv --rejects r.csv -q && cat r.csv", 0);
  assert_contains(ran.out, "from,to\na,b\nfile,");
  assert_contains(ran.out, "j.json,1,tie end 'q' is in no node table");
  assert_contains(ran.out, "j.json,1,\"node 'a' was declared before");
}

static void rows_of_other_shapes_are_left_out_too(void **state) {
  (void)state;
  write_file("matrix.csv", "Partner,S1,S2\na,1,2\nb,1,\nc,4\nd,2,0\n");
  write_file("matrix2.csv", "Partner,S1,S2\na,1,2\nb,1,\nd,2,0\n");
  assert_same_network("matrix.csv --rejects r.csv", "matrix2.csv");
  write_file("lists.csv", "Partner,Strategy 1,Strategy 2\na,S,T\n,S,\nb,T,\nc,S,T,U\n");
  write_file("lists2.csv", "Partner,Strategy 1,Strategy 2\na,S,T\nb,T,\n");
  assert_same_network("lists.csv --rejects r.csv", "lists2.csv");
  write_file("meetings.csv", "Meeting,Date,Attendees\nOne,2020-01-01,a;b\nTwo,soon,a;c\n,2020-01-03,b\nFour,2020-01-04,b;c\n");
  write_file("meetings2.csv", "Meeting,Date,Attendees\nOne,2020-01-01,a;b\nFour,2020-01-04,b;c\n");
  assert_same_network("meetings.csv --rejects r.csv", "meetings2.csv");
}

/* Rows go out of the middle of lanes and of full and nearly empty columns. */
static void among_many_rows_the_others_keep_what_they_said(void **state) {
  (void)state;
  FILE *bad = fopen("many.csv", "w"), *good = fopen("few.csv", "w");
  unsigned x = 12345;
  assert_non_null(bad);
  assert_non_null(good);
  fputs("from,to,layer,weight,since,until,full,rare\n", bad);
  fputs("from,to,layer,weight,since,until,full,rare\n", good);
  for (int i = 0; i < 3000; i++) {
    x = x * 1103515245u + 12345u;
    bool wrong = x >> 16 & 1, at_sealing = x >> 17 & 1;
    char row[160], rare[16] = "";
    if (i % 97 == 0) snprintf(rare, sizeof rare, "r%d", i);
    snprintf(row, sizeof row, "n%d,n%d,%s,%d,%d,%s,f%d,%s\n", i % 50, i % 31, i % 3 ? "L" : "", i, wrong && at_sealing ? 2010 : 2000,
             wrong && !at_sealing ? "x" : "2005", i, rare);
    fputs(row, bad);
    if (!wrong) fputs(row, good);
  }
  fclose(bad);
  fclose(good);
  assert_same_network("many.csv --rejects r.csv", "few.csv");
}

static void a_word_among_the_numbers_of_a_matrix_costs_its_row(void **state) {
  (void)state;
  FILE *f = fopen("long.csv", "w");
  assert_non_null(f);
  fputs("Partner,S1,S2\n", f);
  for (int i = 0; i < 3000; i++)
    fprintf(f, "p%d,2,\n", i);
  fputs("q,3,some\n", f);
  fclose(f);
  assert_refused("$nonet info long.csv", 3, "long.csv:3002: S2: 'some' is no number");
  assert_status("$nonet info long.csv -q --rejects r.csv && cat r.csv", 0);
  assert_contains(ran.out, "long: 3002 nodes and 3000 ties.");
  assert_contains(ran.out, "long.csv,3002,S2: 'some' is no number,\"q,3,some\"\n");
}

/* What the others say of the one whose row is wrong stays, and the matrix is symmetric still. */
static void a_wrong_row_of_a_square_matrix_is_as_one_that_did_not_answer(void **state) {
  (void)state;
  write_file("square.csv", ",a,b,c,d\na,0,1,2,0\nb,1,0,many,0\nc,2,5,0,3\nd,0,0,3,0\n");
  assert_refused("$nonet info square.csv", 3, "square.csv:3: c: 'many' is no number");
  assert_status("$nonet convert square.csv --as csv --rejects r.csv -q && cat r.csv", 0);
  assert_contains(ran.out, "from,to,weight\na,b,1\na,c,2\nc,b,5\nc,d,3\n");
  assert_contains(ran.out, "square.csv,3,c: 'many' is no number,\"b,1,0,many,0\"\n");
  assert_status("$nonet info square.csv --rejects r.csv -q", 0);
  assert_contains(ran.out, "Ties have no direction.");
  assert_contains(ran.out, "Did not answer: b.");
  write_file("again.csv", ",a,b,c\na,0,1,1\nb,1,0,0\nb,1,0,1\nc,1,0,0\n");
  assert_status("$nonet convert again.csv --as csv --rejects r.csv -q && cat r.csv", 0);
  assert_contains(ran.out, "from,to\na,b\na,c\n");
  assert_contains(ran.out, "again.csv,4,row 'b' comes again (first in line 3),\"b,1,0,1\"\n");
}

static void a_wrong_element_of_json_goes_and_the_places_of_the_others_stay(void **state) {
  (void)state;
  write_file("e.json", "{\"nodes\":[{\"id\":\"a\"},{\"id\":\"b\",\"x\":{\"y\":1 2}},7,\n{\"id\":\"d\"}],\n"
                       "\"links\":[{\"source\":0,\"target\":3},{\"source\":0,\"target\":1},\n{\"source\":0},"
                       "{\"source\":0,\"target\":3,\"weight\":\"many\"}]}\n");
  assert_refused("$nonet info e.json", 3, "e.json:1: ");
  assert_status("$nonet convert e.json --as csv --rejects r.csv -q && cat r.csv", 0);
  assert_contains(ran.out, "from,to\na,d\nfile,");
  assert_contains(ran.out, "e.json,1,a node or link is an object { ... },7\n");
  assert_contains(ran.out, "e.json,3,\"\"\"target\"\" is 1, a node that was left out\",");
  assert_contains(ran.out, "e.json,4,\"a link without \"\"target\"\"\",");
  assert_contains(ran.out, "e.json,4,weight: 'many' is not a number,");
  assert_refused("$nonet info e.json --rejects r.csv --max-rejects 4", 3, "5 rows are wrong");
  write_file("torn.json", "{\"nodes\":[{\"id\":\"a\"},{\"id\":\"b\"]}\n");
  assert_refused("$nonet info torn.json --rejects r.csv", 3, "torn.json:2: the JSON is wrong: the text ends too early");
}

static void changes_tells_the_rejects_of_both_states(void **state) {
  (void)state;
  write_file("old.csv", "from,to,weight\na,b,1\na,c,x\n");
  write_file("new.csv", "from,to,weight\na,b,y\na,c,2\n");
  assert_status("$nonet changes old.csv new.csv --rejects r.csv -q >none && cat r.csv", 0);
  assert_contains(ran.out, "old.csv,3,");
  assert_contains(ran.out, "new.csv,2,");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(without_it_the_first_wrong_row_ends_the_command),
      cmocka_unit_test(the_right_rows_make_the_network_they_would_make_alone),
      cmocka_unit_test(each_row_stands_in_the_file_once_with_place_reason_and_text),
      cmocka_unit_test(a_warning_says_how_many_and_strict_makes_it_an_error),
      cmocka_unit_test(more_than_the_most_is_status_3_and_the_file_says_them),
      cmocka_unit_test(without_wrong_rows_the_file_has_its_headings_alone),
      cmocka_unit_test(what_no_row_is_to_blame_for_is_an_error_all_the_same),
      cmocka_unit_test(misuse_is_refused),
      cmocka_unit_test(a_node_that_is_left_out_takes_its_ties_along),
      cmocka_unit_test(of_one_line_of_json_each_record_goes_by_itself),
      cmocka_unit_test(rows_of_other_shapes_are_left_out_too),
      cmocka_unit_test(among_many_rows_the_others_keep_what_they_said),
      cmocka_unit_test(a_word_among_the_numbers_of_a_matrix_costs_its_row),
      cmocka_unit_test(a_wrong_row_of_a_square_matrix_is_as_one_that_did_not_answer),
      cmocka_unit_test(a_wrong_element_of_json_goes_and_the_places_of_the_others_stay),
      cmocka_unit_test(changes_tells_the_rejects_of_both_states),
  };
  return cmocka_run_group_tests(tests, files, scratch_close);
}
