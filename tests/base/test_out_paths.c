/* base/out.c: where a path leads, by links and in folders, and which are refused. */
#include "out_folder.h"

static void through_a_link_the_file_that_it_names_is_written(void **state) {
  (void)state;
  assert_int_equal(mkdir("real", 0700), 0);
  make_file("real/a.csv", "old");
  assert_int_equal(symlink("real/a.csv", "link"), 0);
  assert_int_equal(symlink("link", "link2"), 0);
  write_text("link2", "new");
  struct stat s;
  assert_int_equal(lstat("link2", &s), 0);
  assert_true(S_ISLNK(s.st_mode));
  assert_int_equal(lstat("link", &s), 0);
  assert_true(S_ISLNK(s.st_mode));
  assert_file("real/a.csv", "new");
  assert_int_equal(symlink("real/fresh.csv", "dangling"), 0);
  write_text("dangling", "made");
  assert_file("real/fresh.csv", "made");
  char absolute[64];
  snprintf(absolute, sizeof absolute, "%s/real/third", folder);
  assert_int_equal(symlink(absolute, "real/to-third"), 0);
  write_text("real/to-third", "3");
  assert_file("real/third", "3");
}

static void links_that_lead_round_are_an_error(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  assert_int_equal(symlink("b", "a"), 0);
  assert_int_equal(symlink("a", "b"), 0);
  assert_int_equal(nonet_out_file(&o, "a", &err), NONET_EIO);
  assert_null(o);
  assert_string_equal(err.text, "a: cannot write: Too many levels of symbolic links");
}

static void a_path_that_cannot_be_written_is_an_error_at_once(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  assert_int_equal(nonet_out_file(&o, "nowhere/a.csv", &err), NONET_EIO);
  assert_string_equal(err.text, "nowhere/a.csv: cannot write: No such file or directory");
  assert_int_equal(nonet_out_file(&o, folder, &err), NONET_EIO);
  assert_contains(err.text, "Is a directory");
  assert_int_equal(nonet_out_file(&o, "fresh/", &err), NONET_EIO);
  make_file("file", "x");
  assert_int_equal(nonet_out_file(&o, "file/a.csv", &err), NONET_EIO);
  assert_contains(err.text, "Not a directory");
  assert_int_equal(nonet_out_file(&o, "", &err), NONET_EUSAGE);
  assert_int_equal(nonet_out_file(&o, NULL, &err), NONET_EUSAGE);
  assert_null(o);
  assert_int_equal(empty_folder(), 1);
}

static void a_file_that_may_not_be_written_is_not_replaced(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  make_file("a.csv", "old");
  chmod("a.csv", 0444);
  chmod(folder, 0777);
  bool root = !geteuid();
  if (root) assert_int_equal(seteuid(65534), 0); /* root may write everything */
  nonet_code code = nonet_out_file(&o, "a.csv", &err);
  if (root) assert_int_equal(seteuid(0), 0);
  assert_int_equal(code, NONET_EIO);
  assert_contains(err.text, "Permission denied");
  assert_file("a.csv", "old");
  assert_int_equal(empty_folder(), 1);
}

static void a_name_that_leaves_its_folder_is_refused(void **state) {
  (void)state;
  const char *wrong[] = {"", ".", "..", "../x", "/abs", "a/b", "a/"};
  assert_int_equal(mkdir("report", 0700), 0);
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    nonet_out *o;
    nonet_err err;
    if (out_in_folder(&o, "report", wrong[i], &err) != NONET_EUSAGE || o) fail_msg("'%s' is taken", wrong[i]);
  }
  assert_int_equal(empty_folder(), 0);
}

static void in_a_folder_a_link_is_replaced(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  make_file("victim", "kept");
  assert_int_equal(mkdir("report", 0700), 0);
  assert_int_equal(symlink("../victim", "report/index.html"), 0);
  assert_ok(out_in_folder(&o, "report/", "index.html", &err), err);
  nonet_out_text(o, "page");
  assert_ok(nonet_out_commit(o, &err), err);
  nonet_out_free(o);
  assert_file("victim", "kept");
  assert_file("report/index.html", "page");
  assert_int_equal(mkdir("report/sub", 0700), 0);
  assert_int_equal(out_in_folder(&o, "report", "sub", &err), NONET_EIO);
  assert_string_equal(err.text, "report/sub: cannot write: Is a directory");
  assert_int_equal(out_in_folder(&o, "nowhere", "a", &err), NONET_EIO);
  assert_string_equal(err.text, "nowhere/a: cannot write: No such file or directory");
}

static void a_folder_is_made_with_its_parents(void **state) {
  (void)state;
  nonet_err err;
  struct stat s;
  assert_ok(out_make_folder("a/b/c", &err), err);
  assert_ok(out_make_folder("a/b/c", &err), err);
  assert_ok(out_make_folder("a//b/./d/", &err), err);
  assert_int_equal(stat("a/b/c", &s), 0);
  assert_int_equal(stat("a/b/d", &s), 0);
  assert_ok(out_make_folder(folder, &err), err);
  assert_ok(out_make_folder("/", &err), err);
  assert_ok(out_make_folder(".", &err), err);
  make_file("a/file", "x");
  assert_int_equal(out_make_folder("a/file", &err), NONET_EIO);
  assert_string_equal(err.text, "a/file: cannot make folder: Not a directory");
  assert_int_equal(out_make_folder("a/file/b", &err), NONET_EIO);
  assert_int_equal(out_make_folder("", &err), NONET_EIO);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      HERE(through_a_link_the_file_that_it_names_is_written),
      HERE(links_that_lead_round_are_an_error),
      HERE(a_path_that_cannot_be_written_is_an_error_at_once),
      HERE(a_file_that_may_not_be_written_is_not_replaced),
      HERE(a_name_that_leaves_its_folder_is_refused),
      HERE(in_a_folder_a_link_is_replaced),
      HERE(a_folder_is_made_with_its_parents),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
