/* Titles from the names of the inputs. */
#include "fixture/net_of.h"
#include "rows.h"

static void assert_title(const char *const *paths, const char *title, const char *want) {
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  uint32_t file;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (size_t i = 0; paths[i]; i++)
    assert_ok(nonet_draft_file(&file, d, paths[i], &err), err);
  assert_ok(nonet_seal(&n, d, &(nonet_seal_options){.title = title}, NULL, &err), err);
  assert_string_equal(nonet_title(n), want);
  if (paths[0]) assert_string_equal(nonet_source_path(n, 0), paths[0]);
  nonet_free(n);
  nonet_draft_free(d);
}

static void the_title_comes_from_the_inputs(void **state) {
  (void)state;
  assert_title((const char *const[]){"graphs/davis/nodes.csv", "graphs/davis/ties.csv", NULL}, NULL, "davis");
  assert_title((const char *const[]){"graphs/attendance.csv", NULL}, NULL, "attendance");
  assert_title((const char *const[]){"-", NULL}, NULL, "standard input");
  assert_title((const char *const[]){"a.csv", "b.json", NULL}, NULL, "a, b");
  assert_title((const char *const[]){"./a.csv", "./b.json", "c", "d.e.csv", NULL}, NULL, "a, b, c and 1 more");
  assert_title((const char *const[]){"a.csv", NULL}, "Our town", "Our town");
  assert_title((const char *const[]){NULL}, NULL, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_title_comes_from_the_inputs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
