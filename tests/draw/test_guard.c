/* Ways to die: each ends in one line and its status, and none takes the caller along. */
#include "draw/drawing.h"
#include <signal.h>
#include <time.h>

/* A graph with many nodes and random ties; the caller frees it. */
static char *random_graph(size_t nodes, size_t edges) {
  char *dot = malloc(edges * 30 + 40), *at = dot;
  unsigned seed = 1;
  assert_non_null(dot);
  at += sprintf(at, "graph {");
  for (size_t i = 0; i < edges; i++) {
    unsigned a = seed = seed * 1103515245 + 12345, b = seed = seed * 1103515245 + 12345;
    at += sprintf(at, "n%zu -- n%zu;", (a >> 8) % nodes, (b >> 8) % nodes);
  }
  strcpy(at, "}");
  return dot;
}

static void a_layout_that_takes_too_long_ends_with_5_in_time(void **state) {
  (void)state;
  struct timespec before, after;
  char *dot = random_graph(3000, 9000);
  clock_gettime(CLOCK_MONOTONIC, &before);
  struct drawing made = drawing_fails(5, "--layout dot --as svg --timeout 0.5", dot);
  clock_gettime(CLOCK_MONOTONIC, &after);
  assert_contains(made.err, "--timeout");
  assert_true(after.tv_sec - before.tv_sec <= 10);
  free(dot);
}

/* Under an address sanitizer there is no memory limit to test: it needs terabytes of addresses. */
static void a_layout_that_takes_too_much_memory_ends_with_5(void **state) {
  (void)state;
  char *dot = random_graph(20000, 60000);
  struct drawing made = drawing_run("--layout sfdp --as svg --max-memory 80M --timeout 20", dot);
  free(dot);
  assert_int_equal(made.status, 5);
  if (strstr(made.err, "--timeout") != NULL) {
    print_message("skipped: no memory limit in this build\n");
    skip();
  }
  assert_contains(made.err, "out of memory");
}

static void memory_may_end_anywhere(void **state) {
  (void)state;
  char *dot = random_graph(300, 400);
  for (int megabytes = 1; megabytes < 120; megabytes += 7) {
    char args[80];
    snprintf(args, sizeof args, "--layout sfdp --as png --max-memory %dM", megabytes);
    struct drawing made = drawing_run(args, dot);
    if (made.status == 0) continue;
    if (made.status != 5) fail_msg("%d MB: status %d: %s", megabytes, made.status, made.err);
    assert_true(strchr(made.err, '\n') != NULL && strchr(made.err, '\n')[1] == '\0');
  }
  free(dot);
}

/* Starts nonet-draw on an input that does not come, sends it a signal, and returns its status (128 + signal when it died of it). */
static int status_after(int signal_number, char said[static 200]) {
  extern char **environ;
  char *argv[] = {"nonet-draw", "--layout", "dot", "--as", "svg", NULL};
  int input[2], status;
  pid_t child;
  FILE *err = tmpfile();
  posix_spawn_file_actions_t actions;
  assert_non_null(err);
  assert_int_equal(pipe(input), 0);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input[0], 0);
  posix_spawn_file_actions_adddup2(&actions, fileno(err), 2);
  assert_int_equal(posix_spawn(&child, NONET_DRAW_PATH, &actions, NULL, argv, environ), 0);
  posix_spawn_file_actions_destroy(&actions);
  nanosleep(&(struct timespec){.tv_nsec = 700000000}, NULL);
  assert_int_equal(kill(child, signal_number), 0);
  assert_int_equal(waitpid(child, &status, 0), child);
  close(input[0]);
  close(input[1]);
  char *text = drawing_take(err, NULL);
  snprintf(said, 200, "%s", text);
  free(text);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* A sanitizer keeps crashes for itself. gcc and clang say in different ways that one is there. */
#if defined(__SANITIZE_ADDRESS__)
#define UNDER_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define UNDER_SANITIZER 1
#endif
#endif
#ifndef UNDER_SANITIZER
#define UNDER_SANITIZER 0
#endif

static void a_crash_is_one_sentence_and_status_70(void **state) {
  (void)state;
#if UNDER_SANITIZER
  skip();
#else
  static const int crashes[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
  for (size_t i = 0; i < 4; i++) {
    char said[200];
    assert_int_equal(status_after(crashes[i], said), 70);
    assert_string_equal(said, "nonet-draw: the drawing library crashed on this graph\n");
  }
#endif
}

static void a_stop_ends_it_by_that_signal_without_a_word(void **state) {
  (void)state;
  static const int stops[] = {SIGINT, SIGTERM, SIGHUP};
  for (size_t i = 0; i < 3; i++) {
    char said[200];
    assert_int_equal(status_after(stops[i], said), 128 + stops[i]);
    assert_string_equal(said, "");
  }
}

static void the_environment_has_no_say(void **state) {
  (void)state;
  char *plain = strdup(drawing_of("--layout dot --as svg", "graph { a -- b }").out);
  static const char *const names[] = {"GVBINDIR",        "DOTFONTPATH",   "GV_FILE_PATH", "SERVER_NAME",
                                      "FONTCONFIG_FILE", "PANGO_RC_FILE", "LC_NUMERIC"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    setenv(names[i], "/nowhere", 1);
  assert_string_equal(drawing_of("--layout dot --as svg", "graph { a -- b }").out, plain);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    unsetenv(names[i]);
  free(plain);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_layout_that_takes_too_long_ends_with_5_in_time),
      cmocka_unit_test(a_layout_that_takes_too_much_memory_ends_with_5),
      cmocka_unit_test(memory_may_end_anywhere),
      cmocka_unit_test(a_crash_is_one_sentence_and_status_70),
      cmocka_unit_test(a_stop_ends_it_by_that_signal_without_a_word),
      cmocka_unit_test(the_environment_has_no_say),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
