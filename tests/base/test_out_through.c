/* base/out.c: what is written through, to devices, pipes and descriptors, and what happens when it cannot be. */
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <time.h>

#include "base/team.h"
#include "out_folder.h"

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

int main(void) {
  const struct CMUnitTest tests[] = {
      HERE(a_full_device_is_an_error_at_commit),       HERE(a_disk_that_fills_up_leaves_the_old_file),
      HERE(a_pipe_that_nobody_reads_is_told_apart),    HERE(a_descriptor_that_is_closed_or_only_read_is_refused),
      HERE(a_pipe_that_does_not_block_gets_all_bytes), HERE(a_fifo_is_written_through_and_stays_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
