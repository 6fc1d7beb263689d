/* The built program, run in a scratch folder of its own: `run("$nonet info a.csv")` goes through the shell, so that redirections, pipes and
 * signals can be written as people write them. */
#ifndef NONET_TESTS_CLI_PROGRAM_H
#define NONET_TESTS_CLI_PROGRAM_H

#include "tests/test.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define UNUSED __attribute__((__unused__))

static char scratch[256];

UNUSED static double seconds_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

UNUSED static int scratch_open(void **state) {
  const char *root = getenv("TMPDIR");
  (void)state;
  snprintf(scratch, sizeof scratch, "%s/nonet-test-XXXXXX", root ? root : "/tmp");
  unsetenv("COLUMNS");
  return mkdtemp(scratch) && chdir(scratch) == 0 && setenv("nonet", NONET_PATH, 1) == 0 ? 0 : -1;
}

UNUSED static int scratch_close(void **state) {
  char command[320];
  (void)state;
  if (chdir("/") != 0) return -1;
  snprintf(command, sizeof command, "rm -rf '%s'", scratch);
  return system(command) == 0 ? 0 : -1;
}

UNUSED static void write_file(const char *name, const char *text) {
  FILE *f = fopen(name, "w");
  if (!f || fputs(text, f) < 0 || fclose(f) != 0) fail_msg("cannot write %s", name);
}

/* What a file holds; owned by the caller; NULL: it is not there. */
UNUSED static char *read_back(const char *name) {
  FILE *f = fopen(name, "r");
  if (!f) return NULL;
  size_t size = 0, room = 1 << 16;
  char *text = malloc(room);
  for (size_t got; text && (got = fread(text + size, 1, room - size - 1, f)) > 0;) {
    size += got;
    if (room - size < 2) text = realloc(text, room *= 2);
  }
  fclose(f);
  if (!text) fail_msg("out of memory");
  text[size] = 0;
  return text;
}

/* How a run ended. One at a time: the next run takes its place. */
static struct {
  int status; /* of the shell: 128 + signal where one ended it */
  char *out, *err;
  double seconds;
} ran;

UNUSED static int run(const char *command) {
  char line[4096];
  snprintf(line, sizeof line, "{ %s\n} >.out 2>.err", command);
  double began = seconds_now();
  int status = system(line);
  ran.seconds = seconds_now() - began;
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  free(ran.out);
  free(ran.err);
  ran.out = read_back(".out");
  ran.err = read_back(".err");
  return ran.status;
}

/* A run must end so, with its reason when it does not. */
#define assert_status(command, want)                                                                                                       \
  do {                                                                                                                                     \
    int got_ = run(command);                                                                                                               \
    if (got_ != (want)) fail_msg("%s: status %d, not %d: %s", command, got_, (want), ran.err);                                             \
  } while (0)

/* A run must fail with one line, "nonet: ..." that contains a part, and nothing on standard output. */
#define assert_refused(command, want, part)                                                                                                \
  do {                                                                                                                                     \
    assert_status(command, want);                                                                                                          \
    assert_string_equal(ran.out, "");                                                                                                      \
    if (strncmp(ran.err, "nonet: ", 7) != 0) fail_msg("%s: \"%s\" does not start as an error", command, ran.err);                          \
    if (strchr(ran.err, '\n') != ran.err + strlen(ran.err) - 1) fail_msg("%s: \"%s\" is not one line", command, ran.err);                  \
    assert_contains(ran.err, part);                                                                                                        \
  } while (0)

/* The names in the scratch folder, without those of the runs themselves: "a.csv b.csv". */
UNUSED static const char *folder_listing(void) {
  static char text[4096];
  FILE *f = popen("ls -A | grep -v -x -e .out -e .err | tr '\\n' ' '", "r");
  size_t size = f ? fread(text, 1, sizeof text - 1, f) : 0;
  if (!f || pclose(f) < 0) fail_msg("cannot list the folder");
  while (size > 0 && text[size - 1] == ' ')
    size--;
  text[size] = 0;
  return text;
}

#endif
