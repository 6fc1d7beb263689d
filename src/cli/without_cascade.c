/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet without --cascade: the steps of a cascade between layers, told, and drawn one by one into a folder. */
#include "cli/input.h"
#include "cli/output.h"
#include "cli/say.h"
#include "cli/without.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Every --node, NULL at the end; the texts are borrowed. */
static const char **failing(const struct options *o) {
  const char **list = calloc(o->count + 1, sizeof *list);
  size_t cursor = 0, count = 0;
  for (const char *name; list && (name = option_next(o, OPTION_NODE, &cursor));)
    list[count++] = name;
  return list;
}

/* Whether -o names a folder: one that is there, "NAME/", or a name without a suffix. */
static bool is_folder(const char *path) {
  struct stat at;
  if (!path) return false;
  if (stat(path, &at) == 0) return S_ISDIR(at.st_mode);
  const char *name = strrchr(path, '/');
  name = name ? name + 1 : path;
  return !*name || !strchr(name, '.');
}

static const nonet_sheet *steps_of(const nonet_answer *answer) {
  for (size_t i = 0; nonet_answer_sheet(answer, i); i++)
    if (strcmp(nonet_sheet_name(nonet_answer_sheet(answer, i)), "cascade") == 0) return nonet_answer_sheet(answer, i);
  return NULL;
}

static char *path_in(const char *folder, const char *name) {
  size_t length = strlen(folder), size = length + strlen(name) + 2;
  char *path = malloc(size);
  if (path) snprintf(path, size, "%s%s%s", folder, length > 0 && folder[length - 1] == '/' ? "" : "/", name);
  return path;
}

/* ---- files of the folder, each whole or absent ---- */

static nonet_code write_frame(struct job *job, const nonet *n, const nonet_answer *answer, const char *path, const char *title,
                              nonet_err *err) {
  nonet_picture *picture = NULL;
  nonet_out *out = NULL;
  nonet_code code = without_draw(&picture, job, n, answer, title, err);
  if (code == NONET_OK) code = nonet_out_file(&out, path, err);
  if (code == NONET_OK) code = output_close(out, job, nonet_picture_write(out, picture, "dot", &job->run, err), err);
  nonet_picture_free(picture);
  return code;
}

static nonet_code frame(struct job *job, const nonet *n, const char *const *nodes, uint32_t step, uint32_t steps, nonet_err *err) {
  nonet_cascade_options how = {.nodes = nodes, .until = step};
  nonet_answer *answer = NULL;
  char name[32];
  size_t size = strlen(nonet_title(n)) + 64;
  char *title = malloc(size);
  snprintf(name, sizeof name, "step-%02u.dot", step);
  char *path = path_in(output_path(job), name);
  if (title) snprintf(title, size, "%s, step %u of %u", nonet_title(n), step, steps);
  nonet_code code = path && title ? nonet_cascade(&answer, n, &how, &job->run, err) : fail_memory(err);
  if (code == NONET_OK) code = write_frame(job, n, answer, path, title, err);
  nonet_answer_free(answer);
  free(path);
  free(title);
  return code;
}

static nonet_code write_sheet(struct job *job, const nonet_sheet *sheet, nonet_err *err) {
  nonet_show_options show = {.as = "csv"};
  nonet_out *out = NULL;
  char *path = path_in(output_path(job), "cascade.csv");
  nonet_code code = path ? nonet_out_file(&out, path, err) : fail_memory(err);
  if (code == NONET_OK) code = output_close(out, job, nonet_show(out, &sheet, 1, &show, err), err);
  free(path);
  return code;
}

/* step-01.dot and so on, then cascade.csv. */
static nonet_code write_folder(struct job *job, const nonet *n, const nonet_answer *answer, const char *const *nodes, nonet_err *err) {
  const char *folder = output_path(job);
  const nonet_sheet *sheet = steps_of(answer);
  double steps = 0;
  nonet_code code = job_strict(job, err);
  if (code != NONET_OK) return code;
  if (mkdir(folder, 0777) != 0 && errno != EEXIST) return fail(err, NONET_EIO, "%s: cannot make the folder: %s", folder, strerror(errno));
  for (size_t row = 0; row < nonet_sheet_rows(sheet); row++)
    if (nonet_sheet_number(sheet, row, 0) > steps) steps = nonet_sheet_number(sheet, row, 0);
  for (uint32_t step = 1; step <= steps && code == NONET_OK; step++)
    code = frame(job, n, nodes, step, (uint32_t)steps, err);
  return code == NONET_OK ? write_sheet(job, sheet, err) : code;
}

/* ---- the command ---- */

static nonet_code tell(struct job *job, const nonet_answer *answer, nonet_err *err) {
  nonet_show_options show = output_show(job);
  nonet_out *out = NULL;
  job_clear_line(job);
  nonet_code code = nonet_out_descriptor(&out, 1, "standard output", err);
  return code == NONET_OK ? output_close(out, job, nonet_answer_write(out, answer, &show, err), err) : code;
}

nonet_code without_cascade(struct job *job, const nonet *n, nonet_err *err) {
  const struct options *o = &job->options;
  if (option_given(o, OPTION_TIE) || option_given(o, OPTION_LAYER) || option_given(o, OPTION_JOIN) || option_given(o, OPTION_MERGE) ||
      option_given(o, OPTION_THROUGH))
    return fail(err, NONET_EUSAGE, "with --cascade only nodes fail: nonet without FILE... --cascade --node NAME");
  const char **nodes = failing(o);
  nonet_cascade_options how = {.nodes = nodes};
  nonet_answer *answer = NULL;
  nonet_code code = nodes ? nonet_cascade(&answer, n, &how, &job->run, err) : fail_memory(err);
  bool panels = false;
  if (code == NONET_OK) code = without_panels(&panels, job, err);
  if (code == NONET_OK && panels) {
    nonet_draw_options drawn = without_drawing(job);
    nonet_picture *picture = NULL;
    code = nonet_cascade_draw(&picture, n, &how, &drawn, &job->run, err);
    if (code == NONET_OK) code = without_tell_picture(job, picture, answer, err);
  } else if (code == NONET_OK && is_folder(output_path(job))) {
    code = write_folder(job, n, answer, nodes, err);
    if (code == NONET_OK) code = tell(job, answer, err);
  } else if (code == NONET_OK) {
    code = without_tell(job, n, answer, NULL, err);
  }
  nonet_answer_free(answer);
  free(nodes);
  return code;
}
