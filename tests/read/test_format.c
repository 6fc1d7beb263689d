/* The registry of formats: its rows are whole, and a file finds its reader. */
#include "read/reading.h"

static void every_format_is_named_titled_and_has_suffixes(void **state) {
  size_t count = 0;
  (void)state;
  for (const nonet_format *f; (f = nonet_format_at(count)); count++) {
    assert_true(strlen(f->name) > 0 && strlen(f->title) > 0 && strlen(f->note) > 0);
    assert_int_equal(f->suffixes[0], '.');
    assert_true(f->reads || f->writes);
    for (size_t i = 0; i < count; i++)
      assert_string_not_equal(f->name, nonet_format_at(i)->name);
  }
  assert_true(count >= 5);
  assert_null(nonet_format_at(count));
}

static void csv_tsv_json_and_dot_can_be_written(void **state) {
  static const char *const names[] = {"csv", "tsv", "json", "dot"};
  (void)state;
  for (size_t i = 0; i < 4; i++) {
    bool found = false;
    for (size_t k = 0; nonet_format_at(k); k++)
      found |= strcmp(nonet_format_at(k)->name, names[i]) == 0 && nonet_format_at(k)->writes;
    assert_true(found);
  }
}

static void a_tsv_is_cut_at_tabs_only(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "t.TSV", "from\tto\na,b\tc,d\n");
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_string_equal(reading_key(c.net, 0), "a,b");
  reading_end(&c);
}

static void the_format_can_be_named(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "list", "id\na\nb\n");
  c.inputs[0].format = "csv";
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 2, 0);
  reading_end(&c);
}

static void unknown_formats_are_errors_with_the_list(void **state) {
  struct reading_case c;
  (void)state;
  assert_refused("t.what", "neither this\nnor that\n", 1, "one of xlsx, json, csv, tsv");
  reading_start(&c);
  reading_file(&c, "t.csv", "from,to\n");
  c.inputs[0].format = "cvs";
  reading_run(&c);
  assert_int_equal(c.code, NONET_EUSAGE);
  assert_contains(c.err.text, "did you mean 'csv'");
  reading_end(&c);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_format_is_named_titled_and_has_suffixes),
      cmocka_unit_test(csv_tsv_json_and_dot_can_be_written),
      cmocka_unit_test(a_tsv_is_cut_at_tabs_only),
      cmocka_unit_test(the_format_can_be_named),
      cmocka_unit_test(unknown_formats_are_errors_with_the_list),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
