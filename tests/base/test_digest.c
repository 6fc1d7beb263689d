/* base/digest.c: known answers of FIPS 180-4's examples. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/digest.h"

#define OF_ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define OF_NOTHING "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define OF_MILLION_A "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"

static void known_texts_have_their_known_digests(void **state) {
  (void)state;
  char out[65];
  digest_bytes(out, "abc", 3);
  assert_string_equal(out, OF_ABC);
  digest_bytes(out, NULL, 0);
  assert_string_equal(out, OF_NOTHING);
}

static void a_file_has_the_digest_of_its_bytes(void **state) {
  (void)state;
  char path[] = "/tmp/nonet-digest-XXXXXX", out[65];
  nonet_err err;
  int file = mkstemp(path);
  assert_true(file >= 0);
  assert_ok(digest_file(out, path, &err), err);
  assert_string_equal(out, OF_NOTHING);
  char *a = malloc(1000000);
  memset(a, 'a', 1000000);
  assert_int_equal(write(file, a, 1000000), 1000000);
  close(file);
  free(a);
  assert_ok(digest_file(out, path, &err), err);
  assert_string_equal(out, OF_MILLION_A);
  unlink(path);
}

static void a_file_that_cannot_be_read_is_an_error_with_its_name(void **state) {
  (void)state;
  char out[65] = "untouched";
  nonet_err err;
  assert_int_equal(digest_file(out, "/nowhere/at/all", &err), NONET_EIO);
  assert_string_equal(err.text, "/nowhere/at/all: cannot open: No such file or directory");
  assert_int_equal(digest_file(out, "/tmp", &err), NONET_EIO);
  assert_string_equal(err.text, "/tmp: cannot read: Is a directory");
  assert_string_equal(out, "untouched");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(known_texts_have_their_known_digests),
      cmocka_unit_test(a_file_has_the_digest_of_its_bytes),
      cmocka_unit_test(a_file_that_cannot_be_read_is_an_error_with_its_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
