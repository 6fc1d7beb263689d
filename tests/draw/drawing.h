/* Runs the built nonet-draw as nonet does (posix_spawn, no shell) and keeps all that it answers.
 * One answer at a time: the next run frees the one before. */
#ifndef NONET_TESTS_DRAWING_H
#define NONET_TESTS_DRAWING_H

#include "test.h"
#include <expat.h>
#include <fcntl.h>
#include <jansson.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct drawing {
  int status; /* exit code, or 128 + signal */
  char *out;
  size_t length;
  char *err;
};

/* The whole of a temporary file, with a NUL behind it; closes it. */
static inline char *drawing_take(FILE *file, size_t *length) {
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *data = calloc((size_t)size + 1, 1);
  assert_non_null(data);
  assert_int_equal(fread(data, 1, (size_t)size, file), size);
  fclose(file);
  if (length != NULL) *length = (size_t)size;
  return data;
}

/* `args` are separated by blanks; output goes to `target` where that is given. */
static inline struct drawing drawing_run_to(const char *args, const char *input, size_t length, const char *target) {
  static struct drawing last;
  extern char **environ;
  char line[1000], *argv[40] = {"nonet-draw"};
  size_t count = 1;
  FILE *in = tmpfile(), *out = target == NULL ? tmpfile() : fopen(target, "w"), *err = tmpfile();
  assert_true(in != NULL && out != NULL && err != NULL);
  assert_true((size_t)snprintf(line, sizeof line, "%s", args) < sizeof line);
  for (char *word = strtok(line, " "); word != NULL && count < 39; word = strtok(NULL, " "))
    argv[count++] = word;
  assert_int_equal(fwrite(input, 1, length, in), length);
  rewind(in);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, fileno(in), 0);
  posix_spawn_file_actions_adddup2(&actions, fileno(out), 1);
  posix_spawn_file_actions_adddup2(&actions, fileno(err), 2);
  pid_t child;
  int status;
  assert_int_equal(posix_spawn(&child, NONET_DRAW_PATH, &actions, NULL, argv, environ), 0);
  posix_spawn_file_actions_destroy(&actions);
  assert_int_equal(waitpid(child, &status, 0), child);
  free(last.out);
  free(last.err);
  last = (struct drawing){.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
  if (target == NULL)
    last.out = drawing_take(out, &last.length);
  else
    fclose(out);
  last.err = drawing_take(err, NULL);
  fclose(in);
  return last;
}

static inline struct drawing drawing_run(const char *args, const char *dot) {
  return drawing_run_to(args, dot, strlen(dot), NULL);
}

/* A run that must succeed without a word. */
static inline struct drawing drawing_of(const char *args, const char *dot) {
  struct drawing made = drawing_run(args, dot);
  if (made.status != 0 || made.err[0] != '\0') fail_msg("%s: status %d: %s", args, made.status, made.err);
  return made;
}

/* A run that must fail with this status, nothing on standard output, and one line that begins as all do. */
static inline struct drawing drawing_fails(int status, const char *args, const char *dot) {
  struct drawing made = drawing_run(args, dot);
  if (made.status != status) fail_msg("%s: status %d, not %d: %s", args, made.status, status, made.err);
  assert_int_equal(made.length, 0);
  const char *end = strchr(made.err, '\n');
  assert_true(strncmp(made.err, "nonet-draw: ", 12) == 0);
  assert_true(end != NULL && end[1] == '\0');
  return made;
}

static inline bool drawing_well_formed(const char *xml) {
  XML_Parser parser = XML_ParserCreate("UTF-8");
  assert_non_null(parser);
  bool good = XML_Parse(parser, xml, (int)strlen(xml), 1) == XML_STATUS_OK;
  XML_ParserFree(parser);
  return good;
}

/* The parsed answer; the caller calls json_decref. */
static inline json_t *drawing_json(const char *args, const char *dot) {
  struct drawing made = drawing_of(args, dot);
  json_error_t error;
  json_t *root = json_loadb(made.out, made.length, JSON_REJECT_DUPLICATES, &error);
  if (root == NULL) fail_msg("not JSON: %s", error.text);
  return root;
}

/* A value inside: names and places separated by dots, "nodes.0.id". */
static inline json_t *drawing_at(json_t *root, const char *path) {
  char copy[200];
  snprintf(copy, sizeof copy, "%s", path);
  for (char *word = strtok(copy, "."); word != NULL && root != NULL; word = strtok(NULL, "."))
    root = json_is_array(root) ? json_array_get(root, (size_t)strtoul(word, NULL, 10)) : json_object_get(root, word);
  if (root == NULL) fail_msg("nothing at %s", path);
  return root;
}

static inline const char *drawing_text(json_t *root, const char *path) {
  return json_string_value(drawing_at(root, path));
}

static inline double drawing_number(json_t *root, const char *path) {
  return json_number_value(drawing_at(root, path));
}

/* A new folder for files; the caller removes it. */
static inline void drawing_folder(char path[static 40]) {
  snprintf(path, 40, "/tmp/nonet-draw-XXXXXX");
  assert_non_null(mkdtemp(path));
}
#endif
