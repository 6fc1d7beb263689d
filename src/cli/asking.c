/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What asking once and asking at the prompt have in common. Few paths are listed unless more are asked for: an answer is read by people,
 * and says how many there are. */
#include "cli/asking.h"

#include "cli/output.h"
#include "cli/say.h"

#include <string.h>
#include <strings.h>

enum { PATHS_LISTED = 5 };

const nonet_renderer *asking_renderer(const char *path) {
  const char *name = path ? strrchr(path, '/') : NULL;
  size_t length = path ? strlen(path) : 0;
  name = name ? name + 1 : path;
  for (size_t i = 0; name && strchr(name, '.') && nonet_renderer_at(i); i++) {
    const nonet_renderer *r = nonet_renderer_at(i);
    size_t suffix = strlen(r->suffix);
    if (suffix > 0 && length > suffix && strcasecmp(path + length - suffix, r->suffix) == 0) return r;
  }
  return NULL;
}

nonet_ask_options asking_options(const struct job *job) {
  const struct options *o = &job->options;
  return (nonet_ask_options){.at_most = option_whole(o, OPTION_AT_MOST, PATHS_LISTED), .top = (size_t)option_whole(o, OPTION_TOP, 0)};
}

nonet_code asking_draw(struct job *job, const nonet *n, const nonet_answer *answer, const char *path, nonet_err *err) {
  const nonet_renderer *renderer = asking_renderer(path);
  nonet_draw_options how = {.paper = option_text(&job->options, OPTION_PAPER), .title = option_text(&job->options, OPTION_TITLE)};
  nonet_picture *picture = NULL;
  nonet_out *out = NULL;
  if (!renderer) return fail(err, NONET_EUSAGE, "%s: name a picture .dot, .svg, .png, .pdf or .html", path);
  nonet_code code = nonet_answer_draw(&picture, n, answer, &how, &job->run, err);
  if (code == NONET_OK) code = nonet_out_file(&out, path, err);
  if (code == NONET_OK) code = output_close(out, job, nonet_picture_write(out, picture, renderer->name, &job->run, err), err);
  for (size_t i = 0; code == NONET_OK && nonet_picture_note(picture, i); i++)
    job_note(job, nonet_picture_note(picture, i));
  nonet_picture_free(picture);
  return code;
}
