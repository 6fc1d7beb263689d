/* Files as memory: whole, empty, absent, and what is no file. */
#include "base/mapping.h"
#include "tests/test.h"

#include <stdlib.h>
#include <unistd.h>

static void a_file_is_there_as_memory(void **state) {
  char path[] = "/tmp/nonet-mapping-XXXXXX";
  struct mapping m;
  nonet_err err;
  (void)state;
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  assert_ok(mapping_open(&m, path, &err), err);
  assert_int_equal(m.size, 0);
  mapping_close(&m);
  assert_int_equal(write(fd, "Health", 6), 6);
  assert_ok(mapping_open(&m, path, &err), err);
  assert_int_equal(m.size, 6);
  close(fd);
  unlink(path);
  assert_memory_equal(m.at, "Health", 6);
  mapping_close(&m);
  assert_null(m.at);
}

static void what_is_no_file_is_refused(void **state) {
  struct mapping m;
  nonet_err err;
  (void)state;
  assert_int_equal(mapping_open(&m, "/nowhere/at/all", &err), NONET_EIO);
  assert_contains(err.text, "/nowhere/at/all");
  assert_int_equal(mapping_open(&m, "/tmp", &err), NONET_EIO);
  assert_contains(err.text, "not a regular file");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_file_is_there_as_memory), cmocka_unit_test(what_is_no_file_is_refused)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
