/* base/child.c */
#include "test.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/child.h"
#include "base/run.h"
#include "base/team.h"

/* Run /bin/sh -c script as the child. */
static nonet_code run_script(struct child_result *out, const char *script, double timeout, nonet_err *err) {
  const char *argv[] = {"sh", "-c", script, NULL};
  struct child_job job = {.program = "/bin/sh", .argv = argv, .timeout = timeout};
  return child_run(out, &job, NULL, err);
}

static void a_childs_output_words_and_status_come_back(void **state) {
  (void)state;
  struct child_result r;
  nonet_err err;
  assert_ok(run_script(&r, "echo out; echo words >&2; exit 7", 0, &err), err);
  assert_string_equal(buffer_string(&r.output), "out\n");
  assert_string_equal(buffer_string(&r.words), "words\n");
  assert_int_equal(r.status, 7);
  child_result_free(&r);
}

static void a_child_that_dies_by_a_signal_has_128_and_its_number(void **state) {
  (void)state;
  struct child_result r;
  nonet_err err;
  assert_ok(run_script(&r, "kill -9 $$", 0, &err), err);
  assert_int_equal(r.status, 128 + 9);
  child_result_free(&r);
}

static void much_goes_in_while_much_comes_out(void **state) {
  (void)state;
  size_t size = 20000000;
  char *bytes = malloc(size);
  struct chance c;
  chance_start(&c, 2, 0);
  for (size_t i = 0; i < size; i += 8) {
    uint64_t drawn = chance_next(&c);
    memcpy(bytes + i, &drawn, 8);
  }
  const char *argv[] = {"cat", NULL};
  struct child_job job = {.program = "/bin/cat", .argv = argv, .input = bytes, .input_size = size, .most = size};
  struct child_result r;
  nonet_err err;
  assert_ok(child_run(&r, &job, NULL, &err), err);
  assert_int_equal(r.status, 0);
  assert_int_equal(r.output.size, size);
  assert_int_equal(memcmp(r.output.bytes, bytes, size), 0);
  child_result_free(&r);
  free(bytes);
}

static void a_child_that_does_not_read_does_not_kill_us(void **state) {
  (void)state;
  size_t size = 5000000;
  char *bytes = calloc(1, size);
  const char *argv[] = {"true", NULL};
  struct child_job job = {.program = "/bin/true", .argv = argv, .input = bytes, .input_size = size};
  sigset_t before, after, pending;
  signal(SIGPIPE, SIG_DFL);
  pthread_sigmask(SIG_SETMASK, NULL, &before);
  for (int i = 0; i < 20; i++) {
    struct child_result r;
    nonet_err err;
    assert_ok(child_run(&r, &job, NULL, &err), err);
    assert_int_equal(r.status, 0);
    child_result_free(&r);
  }
  pthread_sigmask(SIG_SETMASK, NULL, &after);
  sigpending(&pending);
  assert_int_equal(sigismember(&before, SIGPIPE), sigismember(&after, SIGPIPE));
  assert_int_equal(sigismember(&pending, SIGPIPE), 0);
  free(bytes);
}

static void a_child_that_takes_too_long_is_ended(void **state) {
  (void)state;
  const char *scripts[] = {"exec sleep 60", "exec >&- 2>&-; sleep 60", "while :; do echo endless; done", "sleep 8 & exit 0",
                           "trap '' TERM; exec sleep 60"};
  for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
    struct child_result r;
    nonet_err err;
    double start = run_clock();
    nonet_code code = run_script(&r, scripts[i], 0.3, &err);
    double took = run_clock() - start;
    if (i == 3) { /* it ended at once; what it left behind is not waited for */
      assert_int_equal(code, NONET_OK);
      assert_int_equal(r.status, 0);
    } else {
      assert_int_equal(code, NONET_ELIMIT);
      assert_string_equal(err.text, "time-out after 0.3 s");
      assert_true(took >= 0.3);
    }
    assert_null(code ? r.output.bytes : NULL);
    assert_true(took < 5);
    child_result_free(&r);
  }
  assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* none is left */
}

static bool stop_soon(void *user) {
  double *until = user;
  return run_clock() > *until;
}

static void a_stop_ends_the_child(void **state) {
  (void)state;
  double start = run_clock(), until = start + 0.2;
  nonet_run run = {.stop = stop_soon, .user = &until};
  const char *argv[] = {"sleep", "60", NULL};
  struct child_job job = {.program = "/bin/sleep", .argv = argv};
  struct child_result r;
  nonet_err err;
  assert_int_equal(child_run(&r, &job, &run, &err), NONET_ESTOPPED);
  assert_true(run_clock() - start < 0.2 + 0.5);
}

static void a_child_that_says_too_much_is_ended(void **state) {
  (void)state;
  const char *argv[] = {"sh", "-c", "while :; do echo endless; done", NULL};
  struct child_job job = {.program = "/bin/sh", .argv = argv, .most = 100000};
  struct child_result r;
  nonet_err err;
  assert_int_equal(child_run(&r, &job, NULL, &err), NONET_ELIMIT);
  assert_string_equal(err.text, "/bin/sh gave more than 100000 bytes");
  assert_int_equal(r.output.size, 0);
}

static void of_its_words_the_first_are_kept_and_the_rest_is_read(void **state) {
  (void)state;
  struct child_result r;
  nonet_err err;
  assert_ok(run_script(&r, "i=0; while [ $i -lt 20000 ]; do echo 0123456789 >&2; i=$((i+1)); done; echo done", 0, &err), err);
  assert_int_equal(r.words.size, 65536);
  assert_string_equal(buffer_string(&r.output), "done\n");
  child_result_free(&r);
}

static void a_program_that_is_missing_is_an_error_with_its_name(void **state) {
  (void)state;
  const char *argv[] = {"x", NULL};
  struct child_job job = {.program = "/nowhere/x", .argv = argv};
  struct child_result r;
  nonet_err err;
  assert_int_equal(child_run(&r, &job, NULL, &err), NONET_EIO);
  assert_string_equal(err.text, "/nowhere/x: cannot start: No such file or directory");
  job.program = "/etc/passwd";
  assert_int_equal(child_run(&r, &job, NULL, &err), NONET_EIO);
  assert_contains(err.text, "Permission denied");
  job.program = "sh";
  assert_int_equal(child_run(&r, &job, NULL, &err), NONET_EUSAGE);
}

static void its_environment_is_empty_but_for_the_source_date(void **state) {
  (void)state;
  const char *argv[] = {"env", NULL};
  struct child_job job = {.program = "/usr/bin/env", .argv = argv};
  struct child_result r;
  nonet_err err;
  setenv("SECRET", "x", 1);
  unsetenv("SOURCE_DATE_EPOCH");
  assert_ok(child_run(&r, &job, NULL, &err), err);
  assert_string_equal(buffer_string(&r.output), "");
  child_result_free(&r);
  setenv("SOURCE_DATE_EPOCH", "951782400", 1);
  assert_ok(child_run(&r, &job, NULL, &err), err);
  assert_string_equal(buffer_string(&r.output), "SOURCE_DATE_EPOCH=951782400\n");
  child_result_free(&r);
  unsetenv("SOURCE_DATE_EPOCH");
}

static void it_gets_no_descriptor_and_no_blocked_or_ignored_signal_of_ours(void **state) {
  (void)state;
  int file = open("/etc/passwd", O_RDONLY);
  sigset_t all, before;
  sigfillset(&all);
  signal(SIGPIPE, SIG_IGN);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  struct child_result r;
  nonet_err err;
  const char *argv[] = {"grep", "-E", "Sig(Blk|Ign)", "/proc/self/status", NULL};
  struct child_job job = {.program = "/bin/grep", .argv = argv};
  nonet_code code = child_run(&r, &job, NULL, &err);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  signal(SIGPIPE, SIG_DFL);
  assert_int_equal(code, NONET_OK);
  const char *blocked = strstr(buffer_string(&r.output), "SigBlk:"), *ignored = strstr(buffer_string(&r.output), "SigIgn:");
  assert_true(blocked && ignored);
  assert_int_equal(strtoull(blocked + 7, NULL, 16), 0);
  assert_int_equal(strtoull(ignored + 7, NULL, 16) & ~0x180000000u, 0); /* 32 and 33 are the C library's own */
  child_result_free(&r);
  assert_true(file > 2);
  assert_ok(run_script(&r, "ls /proc/$$/fd", 0, &err), err);
  assert_string_equal(buffer_string(&r.output), "0\n1\n2\n");
  child_result_free(&r);
  close(file);
}

static void no_shell_reads_its_arguments(void **state) {
  (void)state;
  const char *argv[] = {"printf", "%s", "$(id) `id` ; | > x '\"", NULL};
  struct child_job job = {.program = "/usr/bin/printf", .argv = argv};
  struct child_result r;
  nonet_err err;
  assert_ok(child_run(&r, &job, NULL, &err), err);
  assert_string_equal(buffer_string(&r.output), argv[2]);
  child_result_free(&r);
}

static size_t open_descriptors(void) {
  size_t count = 0;
  DIR *d = opendir("/proc/self/fd");
  while (readdir(d))
    count++;
  closedir(d);
  return count;
}

static void no_descriptor_stays_open(void **state) {
  (void)state;
  struct child_result r;
  size_t before = open_descriptors();
  for (int i = 0; i < 5; i++) {
    if (!run_script(&r, "echo x", 0, NULL)) child_result_free(&r);
    run_script(&r, "sleep 60", 0.01, NULL);
    child_run(&r, &(struct child_job){.program = "/nowhere", .argv = (const char *[]){"x", NULL}}, NULL, NULL);
  }
  assert_int_equal(open_descriptors(), before);
}

static void a_parent_without_standard_streams_talks_all_the_same(void **state) {
  (void)state;
  int kept[3];
  for (int i = 0; i < 3; i++) {
    kept[i] = fcntl(i, F_DUPFD_CLOEXEC, 10);
    close(i);
  }
  const char *argv[] = {"cat", NULL};
  struct child_job job = {.program = "/bin/cat", .argv = argv, .input = "through", .input_size = 7};
  struct child_result r;
  nonet_code code = child_run(&r, &job, NULL, NULL);
  for (int i = 0; i < 3; i++)
    if (kept[i] >= 0) {
      dup2(kept[i], i);
      close(kept[i]);
    }
  assert_int_equal(code, NONET_OK);
  assert_string_equal(buffer_string(&r.output), "through");
  child_result_free(&r);
}

static void a_host_that_takes_all_children_is_told_that_the_status_is_lost(void **state) {
  (void)state;
  struct child_result r;
  nonet_err err;
  signal(SIGCHLD, SIG_IGN);
  nonet_code code = run_script(&r, "echo x", 0, &err);
  signal(SIGCHLD, SIG_DFL);
  assert_int_equal(code, NONET_EIO);
  assert_contains(err.text, "/bin/sh: cannot wait for");
}

static void run_one(void *context, size_t part, unsigned worker) {
  unsigned char *right = context;
  char script[64], want[32];
  struct child_result r;
  (void)worker;
  snprintf(script, sizeof script, "echo part %zu; exit %zu", part, part);
  snprintf(want, sizeof want, "part %zu\n", part);
  if (run_script(&r, script, 0, NULL)) return;
  right[part] = r.status == (int)part && !strcmp(buffer_string(&r.output), want);
  child_result_free(&r);
}

static void several_children_run_side_by_side(void **state) {
  (void)state;
  unsigned char right[100] = {0};
  assert_true(team_run(100, 8, run_one, right, NULL));
  for (size_t i = 0; i < 100; i++)
    assert_int_equal(right[i], 1);
}

static void sleep_long(void *context, size_t part, unsigned worker) {
  int *status = context;
  struct child_result r;
  (void)worker;
  if (part == 0) {
    nanosleep(&(struct timespec){.tv_nsec = 300000000}, NULL);
    child_end_all();
  } else if (!run_script(&r, "exec sleep 60", 0, NULL)) {
    *status = r.status;
    child_result_free(&r);
  }
}

static void ending_all_kills_what_runs(void **state) {
  (void)state;
  int status = 0;
  double start = run_clock();
  assert_true(team_run(2, 2, sleep_long, &status, NULL));
  assert_int_equal(status, 128 + SIGKILL);
  assert_true(run_clock() - start < 10);
  child_end_all();
}

static void a_program_is_found_beside_the_executable_then_where_it_was_installed(void **state) {
  (void)state;
  char *found = child_find("sh", "/bin"), self[4096] = "";
  assert_non_null(found);
  assert_int_equal(found[0], '/');
  assert_int_equal(access(found, X_OK), 0);
  free(found);
  assert_null(child_find("no-such-program", "/bin"));
  assert_null(child_find("no-such-program", NULL));
  assert_null(child_find("../bin/sh", "/bin"));
  assert_null(child_find("", "/bin"));
  assert_null(child_find("passwd", "/etc")); /* no program */
  assert_true(readlink("/proc/self/exe", self, sizeof self - 1) > 0);
  found = child_find(strrchr(self, '/') + 1, NULL);
  assert_string_equal(found, self);
  free(found);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_childs_output_words_and_status_come_back),
      cmocka_unit_test(a_child_that_dies_by_a_signal_has_128_and_its_number),
      cmocka_unit_test(much_goes_in_while_much_comes_out),
      cmocka_unit_test(a_child_that_does_not_read_does_not_kill_us),
      cmocka_unit_test(a_child_that_takes_too_long_is_ended),
      cmocka_unit_test(a_stop_ends_the_child),
      cmocka_unit_test(a_child_that_says_too_much_is_ended),
      cmocka_unit_test(of_its_words_the_first_are_kept_and_the_rest_is_read),
      cmocka_unit_test(a_program_that_is_missing_is_an_error_with_its_name),
      cmocka_unit_test(its_environment_is_empty_but_for_the_source_date),
      cmocka_unit_test(it_gets_no_descriptor_and_no_blocked_or_ignored_signal_of_ours),
      cmocka_unit_test(no_shell_reads_its_arguments),
      cmocka_unit_test(no_descriptor_stays_open),
      cmocka_unit_test(a_parent_without_standard_streams_talks_all_the_same),
      cmocka_unit_test(a_host_that_takes_all_children_is_told_that_the_status_is_lost),
      cmocka_unit_test(several_children_run_side_by_side),
      cmocka_unit_test(ending_all_kills_what_runs),
      cmocka_unit_test(a_program_is_found_beside_the_executable_then_where_it_was_installed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
