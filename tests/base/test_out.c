/* base/out.c: output that is whole or absent. */
#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "base/out.h"
#include "base/team.h"

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

static char folder[] = "/tmp/nonet-out-XXXXXX";

static int in_folder(void **state) {
  (void)state;
  strcpy(folder + sizeof folder - 7, "XXXXXX");
  return mkdtemp(folder) && !chdir(folder) ? 0 : -1;
}

static unsigned files_seen;

static int remove_one(const char *path, const struct stat *s, int kind, struct FTW *where) {
  (void)s;
  if (kind != FTW_DP) files_seen++;
  return where->level ? remove(path) : 0;
}

/* Remove all that is in the folder; returns how many files there were. */
static unsigned empty_folder(void) {
  files_seen = 0;
  nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
  return files_seen;
}

static int out_of_folder(void **state) {
  (void)state;
  empty_folder();
  return chdir("/") || rmdir(folder);
}

static void make_file(const char *name, const char *text) {
  FILE *f = fopen(name, "w");
  assert_non_null(f);
  fputs(text, f);
  fclose(f);
}

static void assert_file(const char *name, const char *want) {
  char got[256] = "";
  FILE *f = fopen(name, "r");
  if (!f) fail_msg("%s is not there", name);
  got[fread(got, 1, sizeof got - 1, f)] = '\0';
  fclose(f);
  assert_string_equal(got, want);
}

static void write_text(const char *path, const char *text) {
  nonet_out *o;
  nonet_err err;
  assert_ok(nonet_out_file(&o, path, &err), err);
  assert_int_equal(nonet_out_text(o, text), NONET_OK);
  assert_ok(nonet_out_commit(o, &err), err);
  nonet_out_free(o);
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

static void a_full_device_is_an_error_at_commit(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  assert_ok(nonet_out_file(&o, "/dev/full", &err), err);
  nonet_out_text(o, "lost");
  assert_int_equal(nonet_out_commit(o, &err), NONET_EIO);
  assert_string_equal(err.text, "/dev/full: cannot write: No space left on device");
  assert_int_equal(nonet_out_text(o, "more"), NONET_EIO);
  assert_int_equal(nonet_out_commit(o, NULL), NONET_EIO);
  assert_false(nonet_out_broken_pipe(o));
  nonet_out_free(o);
  struct stat s;
  assert_int_equal(stat("/dev/full", &s), 0);
  assert_true(S_ISCHR(s.st_mode));
}

/* A limit on the size of files makes write fail in the middle of a file, as a full disk does. */
static void a_disk_that_fills_up_leaves_the_old_file(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  struct rlimit before, low;
  static char bytes[100000];
  make_file("a.csv", "old");
  getrlimit(RLIMIT_FSIZE, &before);
  low = before;
  low.rlim_cur = 150000;
  void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
  assert_ok(nonet_out_file(&o, "a.csv", &err), err);
  setrlimit(RLIMIT_FSIZE, &low);
  nonet_code first = nonet_out_write(o, bytes, sizeof bytes), second = nonet_out_write(o, bytes, sizeof bytes);
  nonet_code at_end = nonet_out_commit(o, &err);
  setrlimit(RLIMIT_FSIZE, &before);
  signal(SIGXFSZ, handler);
  nonet_out_free(o);
  assert_int_equal(first, NONET_OK);
  assert_int_equal(second, NONET_EIO);
  assert_int_equal(at_end, NONET_EIO);
  assert_string_equal(err.text, "a.csv: cannot write: File too large");
  assert_file("a.csv", "old");
  assert_int_equal(empty_folder(), 1);
}

static void a_pipe_that_nobody_reads_is_told_apart(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  close(ends[0]);
  void (*handler)(int) = signal(SIGPIPE, SIG_IGN);
  assert_ok(nonet_out_descriptor(&o, ends[1], "standard output", &err), err);
  nonet_out_text(o, "lost");
  assert_int_equal(nonet_out_commit(o, &err), NONET_EIO);
  signal(SIGPIPE, handler);
  assert_string_equal(err.text, "standard output: cannot write: Broken pipe");
  assert_true(nonet_out_broken_pipe(o));
  nonet_out_free(o);
  assert_int_equal(close(ends[1]), 0); /* it stayed ours */
}

static void a_descriptor_that_is_closed_or_only_read_is_refused(void **state) {
  (void)state;
  nonet_out *o;
  nonet_err err;
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  assert_int_equal(nonet_out_descriptor(&o, ends[0], "standard output", &err), NONET_EIO);
  close(ends[0]);
  close(ends[1]);
  assert_int_equal(nonet_out_descriptor(&o, ends[1], "standard output", &err), NONET_EIO);
  assert_string_equal(err.text, "standard output: cannot write: Bad file descriptor");
  assert_null(o);
}

/* A slow reader at the far end of a pipe that does not block: writes come short and are gone on with. */
struct slow_pipe {
  int ends[2];
  size_t got;
  bool right;
};

static void one_end(void *context, size_t part, unsigned worker) {
  struct slow_pipe *p = context;
  (void)worker;
  if (!part) {
    nonet_out *o;
    static char bytes[1000000];
    for (size_t i = 0; i < sizeof bytes; i++)
      bytes[i] = (char)(i % 251);
    if (nonet_out_descriptor(&o, p->ends[1], "pipe", NULL)) return;
    nonet_out_write(o, bytes, sizeof bytes);
    p->right = nonet_out_commit(o, NULL) == NONET_OK;
    nonet_out_free(o);
    close(p->ends[1]);
    return;
  }
  unsigned char piece[10000];
  for (ssize_t got; (got = read(p->ends[0], piece, sizeof piece)) > 0;) {
    for (ssize_t i = 0; i < got; i++)
      p->got += piece[i] == (p->got % 251);
    nanosleep(&(struct timespec){.tv_nsec = 100000}, NULL);
  }
}

static void a_pipe_that_does_not_block_gets_all_bytes(void **state) {
  (void)state;
  struct slow_pipe p = {.got = 0};
  assert_int_equal(pipe(p.ends), 0);
  assert_int_equal(fcntl(p.ends[1], F_SETFL, O_NONBLOCK), 0);
  assert_true(team_run(2, 2, one_end, &p, NULL));
  assert_true(p.right);
  assert_int_equal(p.got, 1000000);
  close(p.ends[0]);
}

static void a_fifo_is_written_through_and_stays_one(void **state) {
  (void)state;
  assert_int_equal(mkfifo("fifo", 0600), 0);
  int reader = open("fifo", O_RDONLY | O_NONBLOCK);
  write_text("fifo", "through");
  char got[16] = "";
  assert_int_equal(read(reader, got, sizeof got), 7);
  assert_string_equal(got, "through");
  close(reader);
  struct stat s;
  assert_int_equal(stat("fifo", &s), 0);
  assert_true(S_ISFIFO(s.st_mode));
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

#define HERE(test) cmocka_unit_test_setup_teardown(test, in_folder, out_of_folder)

int main(void) {
  const struct CMUnitTest tests[] = {
      HERE(a_file_appears_on_commit_with_all_its_bytes),
      HERE(freeing_without_commit_discards),
      HERE(pieces_of_every_size_come_out_in_order),
      HERE(short_and_interrupted_writes_are_gone_on_with),
      HERE(through_a_link_the_file_that_it_names_is_written),
      HERE(links_that_lead_round_are_an_error),
      HERE(a_path_that_cannot_be_written_is_an_error_at_once),
      HERE(a_file_that_may_not_be_written_is_not_replaced),
      HERE(a_full_device_is_an_error_at_commit),
      HERE(a_disk_that_fills_up_leaves_the_old_file),
      HERE(a_pipe_that_nobody_reads_is_told_apart),
      HERE(a_descriptor_that_is_closed_or_only_read_is_refused),
      HERE(a_pipe_that_does_not_block_gets_all_bytes),
      HERE(a_fifo_is_written_through_and_stays_one),
      HERE(memory_holds_what_was_written),
      HERE(a_buffer_that_failed_fails_the_output),
      HERE(writing_after_commit_is_refused),
      HERE(a_name_that_leaves_its_folder_is_refused),
      HERE(in_a_folder_a_link_is_replaced),
      HERE(a_folder_is_made_with_its_parents),
      HERE(abandoning_removes_the_temporaries_and_commit_says_so),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
