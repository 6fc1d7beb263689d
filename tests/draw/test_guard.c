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

/* A node in two clusters is more than osage of Graphviz 2.42 can bear; a later one may bear it. */
static void a_crash_of_graphviz_is_one_sentence(void **state) {
  (void)state;
  struct drawing made =
      drawing_run("--layout osage --as svg", "graph { subgraph cluster_a { a; b } subgraph cluster_b { subgraph cluster_c { b; c } a } }");
  assert_true(made.status == 70 || made.status == 0 || made.status == 3);
  if (made.status == 70) assert_string_equal(made.err, "nonet-draw: the drawing library crashed on this graph\n");
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
      cmocka_unit_test(a_crash_of_graphviz_is_one_sentence),
      cmocka_unit_test(the_environment_has_no_say),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
