/* Signals: the status tells which, nothing is left behind, and it does not take long. */
#include "cli/program.h"

#include <signal.h>

/* Enough pairs that betweenness takes far longer than any of these tests waits. */
static int files(void **state) {
  if (scratch_open(state) != 0) return -1;
  FILE *f = fopen("large.csv", "w");
  if (!f) return -1;
  fputs("from,to\n", f);
  uint64_t x = 1;
  for (unsigned i = 0; i < 400000; i++) {
    x = x * 6364136223846793005u + 1442695040888963407u;
    fprintf(f, "%u,%u\n", (unsigned)(x >> 33) % 60000, (unsigned)(x >> 13) % 60000);
  }
  return fclose(f);
}

static pid_t start(const char *const *arguments) {
  pid_t pid = fork();
  if (pid == 0) {
    FILE *silent = freopen(".out", "w", stdout), *words = freopen(".err", "w", stderr);
    if (silent && words) execv(NONET_PATH, (char *const *)arguments);
    _exit(127);
  }
  return pid;
}

static void wait_seconds(double seconds) {
  struct timespec t = {.tv_sec = (time_t)seconds, .tv_nsec = (long)((seconds - (double)(time_t)seconds) * 1e9)};
  nanosleep(&t, NULL);
}

/* Send a signal after some time; the status, and how long the end took. */
static int end_by(const char *const *arguments, int signal, double after, double *took) {
  int status;
  pid_t pid = start(arguments);
  assert_true(pid > 0);
  wait_seconds(after);
  assert_int_equal(waitpid(pid, &status, WNOHANG), 0);
  double began = seconds_now();
  kill(pid, signal);
  assert_int_equal(waitpid(pid, &status, 0), pid);
  *took = seconds_now() - began;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static const char *const long_measure[] = {"nonet", "measure", "large.csv", "--measures", "betweenness", "--as",
                                           "csv",   "-o",      "out.csv",   "-q",         NULL};

static void a_signal_ends_a_long_measure_with_its_status(void **state) {
  (void)state;
  static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
  static const double after[] = {0.05, 0.4, 2.0};
  write_file("out.csv", "old\n");
  for (size_t i = 0; i < 3; i++)
    for (size_t j = 0; j < 3; j++) {
      double took;
      int status = end_by(long_measure, signals[i], after[j], &took);
      if (j == 0 && status == -signals[i]) status = 128 + signals[i]; /* it came before main began, which leaves nothing behind either */
      assert_int_equal(status, 128 + signals[i]);
      if (took > 0.6) fail_msg("signal %d after %g s took %g s", signals[i], after[j], took);
      assert_string_equal(folder_listing(), "large.csv out.csv");
    }
  char *old = read_back("out.csv"), *words = read_back(".err");
  assert_string_equal(old, "old\n");
  assert_string_equal(words, "");
  free(old);
  free(words);
}

static void a_time_out_is_a_limit(void **state) {
  (void)state;
  assert_refused("$nonet measure large.csv --measures betweenness -q --timeout 1.5", 5, "time-out after 1.5 s");
  assert_true(ran.seconds < 2.2);
  assert_refused("$nonet measure large.csv --measures betweenness -q --timeout 0.05", 5, "0.05 s");
  assert_true(ran.seconds < 0.8);
}

static void an_ignored_hangup_stays_ignored(void **state) {
  (void)state;
  write_file("small.csv", "from,to\na,b\n");
  assert_status(
      "mkfifo late; { sleep 0.5; cat small.csv; } > late & trap '' HUP; $nonet measure - --measures degree --as csv < late & p=$!; "
      "sleep 0.2; kill -HUP $p; wait $p",
      0);
  assert_contains(ran.out, "a,1");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_signal_ends_a_long_measure_with_its_status),
      cmocka_unit_test(a_time_out_is_a_limit),
      cmocka_unit_test(an_ignored_hangup_stays_ignored),
  };
  return cmocka_run_group_tests(tests, files, scratch_close);
}
