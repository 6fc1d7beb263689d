/* base/out.c: output that is whole or absent: what is written, and when it is there. Where paths lead: test_out_paths.c; devices, pipes and
 * full disks: test_out_through.c. */
#include <errno.h>
#include <sys/syscall.h>

#include "out_folder.h"

/* write() stands here in front of the C library's: while `odd_writes`, it is interrupted, or takes only a few bytes. */
static bool odd_writes;
static unsigned turn;

ssize_t write(int file, const void *bytes, size_t size) {
  if (odd_writes && turn++ % 3 == 0) {
    errno = EINTR;
    return -1;
  }
  if (odd_writes && size > 1000 && turn % 3) size = size / 2 + turn % 7;
  return syscall(SYS_write, file, bytes, size);
}

static void a_file_appears_on_commit_with_all_its_bytes(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  struct buffer b = {0};
  buffer_text(&b, "from a buffer;");
  assert_ok(nonet_out_file(&o, "a.csv", &err), err);
  nonet_out_text(o, "text;");
  nonet_out_write(o, "b\0c;", 4);
  out_buffer(o, &b);
  out_number(o, 0.5);
  out_number(o, (double)NAN);
  out_print(o, ";%s %d", "printed", 7);
  assert_int_equal(access("a.csv", F_OK), -1);
  assert_ok(nonet_out_commit(o, &err), err);
  assert_ok(nonet_out_commit(o, &err), err);
  nonet_out_free(o);
  char got[64];
  FILE *f = fopen("a.csv", "r");
  const char want[] = "text;b\0c;from a buffer;0.5;printed 7";
  assert_int_equal(fread(got, 1, sizeof got, f), sizeof want - 1);
  assert_memory_equal(got, want, sizeof want - 1);
  fclose(f);
  buffer_free(&b);
  assert_int_equal(empty_folder(), 1);
}

static void freeing_without_commit_discards(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  make_file("a.csv", "old");
  assert_ok(nonet_out_file(&o, "a.csv", &err), err);
  nonet_out_text(o, "new");
  nonet_out_free(o);
  nonet_out_free(NULL);
  assert_file("a.csv", "old");
  assert_int_equal(empty_folder(), 1);
}

static void write_pieces(void) {
  nonet_out *o;
  nonet_err err;
  const size_t sizes[] = {1, 65535, 65536, 65537, 7, 200000, 0, 65535, 1, 1};
  static unsigned char bytes[200000];
  size_t total = 0;
  assert_ok(nonet_out_file(&o, "big", &err), err);
  for (size_t i = 0; i < 10; i++) {
    for (size_t k = 0; k < sizes[i]; k++)
      bytes[k] = (unsigned char)((total + k) * 2654435761u >> 13);
    nonet_out_write(o, bytes, sizes[i]);
    total += sizes[i];
  }
  assert_ok(nonet_out_commit(o, &err), err);
  nonet_out_free(o);
  FILE *f = fopen("big", "r");
  for (size_t i = 0; i < total; i++)
    if (fgetc(f) != (unsigned char)(i * 2654435761u >> 13)) fail_msg("byte %zu is wrong", i);
  assert_int_equal(fgetc(f), EOF);
  fclose(f);
}

static void pieces_of_every_size_come_out_in_order(void **state) {
  (void)state;
  write_pieces();
}

static void short_and_interrupted_writes_are_gone_on_with(void **state) {
  (void)state;
  odd_writes = true;
  write_pieces();
  odd_writes = false;
  assert_true(turn > 9); /* more writes than pieces were needed */
}

static void memory_holds_what_was_written(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  size_t size = 5;
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_string_equal(nonet_out_bytes(o, &size), "");
  assert_int_equal(size, 0);
  for (int i = 0; i < 100000; i++)
    nonet_out_text(o, "ab");
  assert_ok(nonet_out_commit(o, &err), err);
  const char *bytes = nonet_out_bytes(o, &size);
  assert_int_equal(size, 200000);
  assert_int_equal(strlen(bytes), 200000);
  nonet_out_free(o);
}

static void what_is_expected_changes_nothing_but_the_room(void **state) {
  const size_t expected[][2] = {
      {1, 1}, {1, 5000000}, {0, 0}, {9, 3}, {SIZE_MAX, SIZE_MAX}, {SIZE_MAX / 2, SIZE_MAX / 2}, {3000000, 9000000}};
  (void)state;
  nonet_out *o, *file;
  nonet_err err;
  size_t size;
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_out_file(&file, "a.csv", &err), err);
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
    out_expect(o, expected[i][0], expected[i][1]);
    out_expect(file, expected[i][0], expected[i][1]);
    assert_int_equal(strlen(nonet_out_bytes(o, &size)), i * 2000);
    assert_int_equal(size, i * 2000);
    for (int k = 0; k < 1000; k++) {
      nonet_out_text(o, "ab");
      nonet_out_text(file, "ab");
    }
  }
  const char *bytes = nonet_out_bytes(o, &size);
  for (size_t i = 0; i < size; i++)
    assert_int_equal(bytes[i], i % 2 ? 'b' : 'a');
  assert_ok(nonet_out_commit(o, &err), err);
  assert_ok(nonet_out_commit(file, &err), err);
  nonet_out_free(o);
  nonet_out_free(file);
  struct stat about;
  assert_int_equal(stat("a.csv", &about), 0);
  assert_int_equal(about.st_size, size);
  unlink("a.csv");
}

static void a_buffer_that_failed_fails_the_output(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  struct buffer b = {.failed = true};
  assert_ok(nonet_out_file(&o, "a.csv", &err), err);
  assert_int_equal(out_buffer(o, &b), NONET_ELIMIT);
  assert_int_equal(nonet_out_commit(o, &err), NONET_ELIMIT);
  assert_string_equal(err.text, "out of memory");
  nonet_out_free(o);
  assert_int_equal(empty_folder(), 0);
}

static void writing_after_commit_is_refused(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  assert_ok(nonet_out_file(&o, "a.csv", &err), err);
  assert_ok(nonet_out_commit(o, &err), err);
  assert_int_equal(nonet_out_text(o, "late"), NONET_EUSAGE);
  assert_int_equal(out_print(o, "%s", "late"), NONET_EUSAGE);
  assert_int_equal(nonet_out_commit(o, &err), NONET_EUSAGE);
  assert_string_equal(err.text, "a.csv: written to after it was complete");
  nonet_out_free(o);
  assert_file("a.csv", "");
}

static void abandoning_removes_the_temporaries_and_commit_says_so(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  make_file("a.csv", "old");
  assert_ok(nonet_out_file(&o, "a.csv", &err), err);
  nonet_out_text(o, "new");
  nonet_out_abandon_all();
  assert_file("a.csv", "old");
  assert_int_equal(nonet_out_commit(o, &err), NONET_EIO);
  nonet_out_free(o);
  assert_file("a.csv", "old");
  assert_int_equal(empty_folder(), 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      HERE(a_file_appears_on_commit_with_all_its_bytes),
      HERE(freeing_without_commit_discards),
      HERE(pieces_of_every_size_come_out_in_order),
      HERE(short_and_interrupted_writes_are_gone_on_with),
      HERE(memory_holds_what_was_written),
      HERE(what_is_expected_changes_nothing_but_the_room),
      HERE(a_buffer_that_failed_fails_the_output),
      HERE(writing_after_commit_is_refused),
      HERE(abandoning_removes_the_temporaries_and_commit_says_so),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
