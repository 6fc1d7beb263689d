/* nonet_read: several files, folders, layers, order, limits, and a failure that leaves no trace. */
#include "read/reading.h"

static void the_order_of_files_does_not_matter(void **state) {
  static const char *const nodes = "id,label\na,Alpha\nb,Beta\n", *const ties = "from,to\na,b\n";
  (void)state;
  for (int i = 0; i < 2; i++) {
    struct reading_case c;
    reading_start(&c);
    reading_file(&c, i ? "1.csv" : "2.csv", i ? nodes : ties);
    reading_file(&c, i ? "2.csv" : "1.csv", i ? ties : nodes);
    reading_run(&c);
    assert_ok(c.code, c.err);
    assert_size(&c, 2, 1);
    assert_string_equal(reading_key(c.net, 0), "a");
    assert_string_equal(reading_node(c.net, "alpha").key, "a");
    reading_end(&c);
  }
}

static void a_matrix_beside_a_table_of_nodes_declares_none(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "m.csv", "Partner,s1,s2\np1,x,\np2,,x\n");
  reading_file(&c, "n.csv", "id,kind\np1,agency\np2,agency\ns1,plan\ns2,plan\n");
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 4, 2);
  assert_string_equal(reading_node(c.net, "p1").kind, "agency");
  reading_end(&c);
}

static void a_folder_of_tables_is_one_network(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "work.csv", "from,to\na,b\n");
  reading_file(&c, "partners.csv", "id\na\nb\n");
  reading_file(&c, "notes.txt", "no table at all");
  reading_file(&c, ".hidden.csv", "no,table\n1,2\n");
  nonet_input folder = {.path = c.folder};
  assert_int_equal(nonet_draft_new(&c.draft, &c.err), NONET_OK);
  assert_ok(nonet_read(c.draft, &folder, 1, NULL, NULL, &c.err), c.err);
  assert_int_equal(nonet_draft_nodes(c.draft), 2);
  assert_int_equal(nonet_draft_ties(c.draft), 1);
  reading_end(&c);
}

static void a_folder_without_tables_is_an_error(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  nonet_input folder = {.path = c.folder};
  assert_int_equal(nonet_draft_new(&c.draft, &c.err), NONET_OK);
  assert_int_equal(nonet_read(c.draft, &folder, 1, NULL, NULL, &c.err), NONET_EINPUT);
  assert_contains(c.err.text, "no table");
  reading_end(&c);
}

static void files_of_two_layers_have_ids_of_their_own_unless_they_are_shared(void **state) {
  (void)state;
  for (int shared = 0; shared < 2; shared++) {
    struct reading_case c;
    reading_start(&c);
    reading_bytes(&c, "Texas", "t.csv", "from,to,layer\n1,2,x\n", 20);
    reading_bytes(&c, "Wichita", "w.csv", "from,to\n1,2\n", 12);
    c.options.same_ids = shared;
    reading_run(&c);
    assert_ok(c.code, c.err);
    assert_size(&c, shared ? 2 : 4, 2);
    assert_int_equal(nonet_layers(c.net), 2);
    assert_string_equal(nonet_layer_name(c.net, reading_tie(c.net, 0).layer), "Texas");
    assert_string_equal(reading_tie_value(c.net, "layer", 0), "x");
    reading_end(&c);
  }
}

static void a_failure_leaves_the_draft_as_it_was(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "a.csv", "id,extra\nx,1\n");
  reading_run(&c);
  assert_ok(c.code, c.err);
  reading_file(&c, "b.csv", "id,other\ny,1\n");
  reading_file(&c, "c.csv", "from,to\nx,y\nx\n");
  assert_int_equal(nonet_read(c.draft, c.inputs + 1, 2, NULL, NULL, &c.err), NONET_EINPUT);
  assert_int_equal(nonet_draft_nodes(c.draft), 1);
  assert_int_equal(nonet_draft_ties(c.draft), 0);
  assert_non_null(nonet_draft_assumption(c.draft, 0));
  assert_null(nonet_draft_assumption(c.draft, 1));
  reading_end(&c);
}

static void a_file_that_is_not_there_is_an_error_of_reading(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  c.inputs[c.count++] = (nonet_input){.path = "/nowhere/at/all.csv"};
  reading_run(&c);
  assert_int_equal(c.code, NONET_EIO);
  assert_contains(c.err.text, "/nowhere/at/all.csv");
  reading_end(&c);
}

static void limits_of_nodes_ties_and_memory_are_kept(void **state) {
  static const nonet_run runs[] = {{.max_nodes = 1}, {.max_ties = 1}, {.max_memory = 16}};
  (void)state;
  for (size_t i = 0; i < 3; i++) {
    struct reading_case c;
    reading_start(&c);
    reading_file(&c, "t.csv", i ? "from,to\na,b\nb,c\n" : "id\na\nb\nc\n");
    c.run = runs[i];
    if (i == 2) c.run.max_memory = 10;
    reading_run(&c);
    assert_int_equal(c.code, NONET_ELIMIT);
    reading_end(&c);
  }
}

static bool say_stop(void *user) {
  ++*(int *)user;
  return true;
}

static void a_stop_ends_reading(void **state) {
  struct reading_case c;
  int asked = 0;
  (void)state;
  reading_start(&c);
  reading_file(&c, "t.csv", "from,to\na,b\n");
  c.run = (nonet_run){.stop = say_stop, .user = &asked};
  reading_run(&c);
  assert_int_equal(c.code, NONET_ESTOPPED);
  assert_true(asked > 0);
  reading_end(&c);
}

static void ten_thousand_rows_are_streamed_with_their_lines(void **state) {
  struct reading_case c;
  size_t room = 400000, at = 0;
  char *text = malloc(room);
  (void)state;
  assert_non_null(text);
  at += (size_t)snprintf(text, room, "from,to\n");
  for (int i = 0; i < 10000; i++)
    at += (size_t)snprintf(text + at, room - at, "n%d,n%d\n", i % 100, (i * 7 + 1) % 100);
  reading_csv(&c, text);
  assert_size(&c, 100, 10000);
  assert_int_equal(reading_tie(c.net, 9999).line, 10001);
  reading_end(&c);
  free(text);
}

static void a_tie_in_two_layers_is_a_tie_in_each(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "from,to,layer\na;b,c,Health; Housing\n");
  assert_size(&c, 2, 2);
  assert_string_equal(reading_key(c.net, reading_tie(c.net, 0).from), "a;b");
  assert_string_equal(nonet_layer_name(c.net, reading_tie(c.net, 1).layer), "Housing");
  reading_end(&c);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_order_of_files_does_not_matter),
      cmocka_unit_test(a_matrix_beside_a_table_of_nodes_declares_none),
      cmocka_unit_test(a_folder_of_tables_is_one_network),
      cmocka_unit_test(a_folder_without_tables_is_an_error),
      cmocka_unit_test(files_of_two_layers_have_ids_of_their_own_unless_they_are_shared),
      cmocka_unit_test(a_failure_leaves_the_draft_as_it_was),
      cmocka_unit_test(a_file_that_is_not_there_is_an_error_of_reading),
      cmocka_unit_test(limits_of_nodes_ties_and_memory_are_kept),
      cmocka_unit_test(a_stop_ends_reading),
      cmocka_unit_test(ten_thousand_rows_are_streamed_with_their_lines),
      cmocka_unit_test(a_tie_in_two_layers_is_a_tie_in_each),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
