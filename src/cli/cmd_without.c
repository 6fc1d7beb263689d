/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet without: what would change if nodes, ties or layers went, if nodes were tied or became one. */
#include "cli/commands.h"
#include "cli/edits.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/say.h"
#include "cli/without.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- output ---- */

const nonet_renderer *without_renderer(const char *path) {
  const char *name = path ? strrchr(path, '/') : NULL;
  size_t length = path ? strlen(path) : 0;
  name = name ? name + 1 : path;
  if (!path || !strchr(name, '.')) return NULL;
  for (size_t i = 0; nonet_renderer_at(i); i++) {
    const nonet_renderer *r = nonet_renderer_at(i);
    size_t suffix = strlen(r->suffix);
    if (suffix > 0 && length > suffix && strcasecmp(path + length - suffix, r->suffix) == 0) return r;
  }
  return NULL;
}

nonet_code without_draw(nonet_picture **out, struct job *job, const nonet *n, const nonet_answer *answer, const char *title,
                        nonet_err *err) {
  const struct options *o = &job->options;
  nonet_draw_options how = {.paper = option_text(o, OPTION_PAPER), .title = title, .highlight = answer};
  if (option_given(o, OPTION_TITLE)) how.title = option_text(o, OPTION_TITLE);
  const nonet *of = nonet_answer_network(answer);
  return nonet_draw(out, of ? of : n, &how, &job->run, err);
}

nonet_draw_options without_drawing(const struct job *job) {
  return (nonet_draw_options){.paper = option_text(&job->options, OPTION_PAPER), .title = option_text(&job->options, OPTION_TITLE)};
}

nonet_code without_panels(bool *out, const struct job *job, nonet_err *err) {
  const struct options *o = &job->options;
  *out = option_choice(o, OPTION_PICTURE) == 1;
  if (!*out) return NONET_OK;
  if (!without_renderer(output_path(job)))
    return fail(err, NONET_EUSAGE, "--picture panels draws: name a file for it, -o FILE.svg (png, pdf, dot, html)");
  if (option_given(o, OPTION_THROUGH) || option_given(o, OPTION_CURVE))
    return fail(err, NONET_EUSAGE, "panels show the network itself: leave out --%s", option_given(o, OPTION_CURVE) ? "curve" : "through");
  return NONET_OK;
}

nonet_code without_tell_picture(struct job *job, nonet_picture *picture, const nonet_answer *answer, nonet_err *err) {
  nonet_show_options show = output_show(job);
  nonet_out *out = NULL;
  nonet_code code = output_open(&out, job, err);
  const nonet_renderer *renderer = without_renderer(output_path(job));
  if (code == NONET_OK) code = output_close(out, job, nonet_picture_write(out, picture, renderer->name, &job->run, err), err);
  for (size_t i = 0; code == NONET_OK && nonet_picture_note(picture, i); i++)
    job_note(job, nonet_picture_note(picture, i));
  if (code == NONET_OK) code = nonet_out_descriptor(&out, 1, "standard output", err);
  if (code == NONET_OK) code = output_close(out, job, nonet_answer_write(out, answer, &show, err), err);
  nonet_picture_free(picture);
  return code;
}

nonet_code without_tell(struct job *job, const nonet *n, const nonet_answer *answer, const char *title, nonet_err *err) {
  nonet_show_options show = output_show(job);
  nonet_picture *picture = NULL;
  nonet_out *out = NULL;
  nonet_code code = NONET_OK;
  if (without_renderer(output_path(job))) {
    code = without_draw(&picture, job, n, answer, title, err);
    return code == NONET_OK ? without_tell_picture(job, picture, answer, err) : code;
  }
  code = output_open(&out, job, err);
  return code == NONET_OK ? output_close(out, job, nonet_answer_write(out, answer, &show, err), err) : code;
}

/* ---- the command ---- */

/* The network as it would be names the picture: "florentine (without Medici)". */
static nonet_code tell(struct job *job, const nonet *n, const nonet_answer *answer, const struct edits *e, nonet_err *err) {
  nonet *then = NULL;
  nonet_draw_options how = without_drawing(job);
  nonet_picture *picture = NULL;
  bool panels;
  nonet_code code = without_panels(&panels, job, err);
  if (code == NONET_OK && panels) {
    code = nonet_what_if_draw(&picture, n, e->edit, e->count, &how, &job->run, err);
    return code == NONET_OK ? without_tell_picture(job, picture, answer, err) : code;
  }
  if (code == NONET_OK && without_renderer(output_path(job))) code = nonet_edited(&then, n, e->edit, e->count, &job->run, err);
  if (code == NONET_OK) code = without_tell(job, n, answer, then ? nonet_title(then) : NULL, err);
  nonet_free(then);
  return code;
}

static nonet_code what_if(struct job *job, const nonet *n, nonet_err *err) {
  const struct options *o = &job->options;
  struct edits edits = {0};
  nonet_answer *answer = NULL;
  nonet_what_if_options how = {.weighted = option_given(o, OPTION_WEIGHTED),
                               .through = option_text(o, OPTION_THROUGH),
                               .at_most = option_whole(o, OPTION_AT_MOST, 0)};
  nonet_code code = edits_read(&edits, o, n, err);
  if (code == NONET_OK) code = nonet_what_if(&answer, n, edits.edit, edits.count, &how, &job->run, err);
  if (code == NONET_OK) code = tell(job, n, answer, &edits, err);
  nonet_answer_free(answer);
  edits_free(&edits);
  return code;
}

/* The names of --curve, as its row lists them. */
static const nonet_removal curves[] = {NONET_BY_CHANCE, NONET_BY_DEGREE, NONET_BY_BETWEENNESS, NONET_BY_DEGREE_ADAPTIVE,
                                       NONET_BY_BETWEENNESS_ADAPTIVE};

/* Of the network as the changes make it. */
static nonet_code curve(struct job *job, const nonet *n, nonet_err *err) {
  struct edits edits = {0};
  nonet *then = NULL;
  nonet_answer *answer = NULL;
  bool panels;
  nonet_code code = without_panels(&panels, job, err);
  if (code == NONET_OK) code = edits_read(&edits, &job->options, n, err);
  if (code == NONET_OK) code = nonet_edited(&then, n, edits.edit, edits.count, &job->run, err);
  if (code == NONET_OK) code = nonet_curve(&answer, then, curves[option_choice(&job->options, OPTION_CURVE)], &job->run, err);
  if (code == NONET_OK) code = without_tell(job, then, answer, NULL, err);
  nonet_answer_free(answer);
  nonet_free(then);
  edits_free(&edits);
  return code;
}

static bool changes_something(const struct options *o) {
  return option_given(o, OPTION_NODE) || option_given(o, OPTION_TIE) || option_given(o, OPTION_LAYER) || option_given(o, OPTION_JOIN) ||
         option_given(o, OPTION_MERGE);
}

static nonet_code run(struct job *job, nonet_err *err) {
  nonet *n = NULL;
  const struct options *o = &job->options;
  bool curved = option_given(o, OPTION_CURVE), cascades = option_given(o, OPTION_CASCADE);
  if (curved && cascades) return fail(err, NONET_EUSAGE, "--curve and --cascade are two questions: ask one at a time");
  if (!curved && !cascades && !changes_something(o))
    return fail(err, NONET_EUSAGE, "what would go is needed: nonet without FILE... --node NAME (or --tie, --layer, --join, --merge)");
  nonet_code code = input_open(&n, job, err);
  if (code == NONET_OK) code = curved ? curve(job, n, err) : cascades ? without_cascade(job, n, err) : what_if(job, n, err);
  nonet_free(n);
  return code;
}

const struct command command_without = {
    .name = "without",
    .usage = "FILE... --node A [--node B] [options]",
    .summary = "what would break: who would lose contact with whom, and what would rest on whom, if somebody left",
    .details =
        "Changes are made in the order in which they are given: --node leaves, --tie A,B and --layer go, --join A,B are tied, --merge A,B "
        "become one. The answer says who would lose contact with whom, which strategies would be left without a partner or with one, which "
        "ties would be lost with their evidence, and the measures before and after. With -o FILE.svg (png, pdf, dot, html) a picture marks "
        "it, and with --picture panels the network as it is beside the network as it would be; any other -o takes the answer.",
    .examples = "nonet without network/ --node 'Core Skills'\twho is relied upon\n"
                "nonet without network/ --node A --node B -o without.svg\ttwo at once, as a picture\n"
                "nonet without network/ --node A -o added.svg --picture panels\twith and without, side by side\n"
                "nonet without network/ --join A,B --as json\twhat a new tie would bring\n"
                "nonet without network/ --node Fair --through project:partner\twho works with whom, with and without the fair\n",
    .takes = TAKES_WITHOUT | TAKES_PAPER | TAKES_WEIGHTS | TAKES_FILES | TAKES_TABLES | TAKES_OUT,
    .run = run,
};
