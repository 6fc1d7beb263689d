/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet draw: a picture. What it is written as follows from the suffix of -o, else --as, else DOT. */
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/near.h"
#include "cli/output.h"
#include "cli/say.h"

#include <string.h>
#include <strings.h>
#include <unistd.h>

static nonet_code by_name(const nonet_renderer **out, const char *name, nonet_err *err) {
  char room[NEAR_ROOM];
  struct near near;
  near_start(&near, name);
  for (size_t i = 0; nonet_renderer_at(i); i++) {
    *out = nonet_renderer_at(i);
    if (strcmp((*out)->name, name) == 0) return NONET_OK;
    near_offer(&near, (*out)->name);
  }
  return fail(err, NONET_EUSAGE, "nothing draws as '%s'%s; see: nonet list renderers", name, near_words(&near, room));
}

static nonet_code by_suffix(const nonet_renderer **out, const char *path, nonet_err *err) {
  size_t length = strlen(path);
  for (size_t i = 0; nonet_renderer_at(i); i++) {
    *out = nonet_renderer_at(i);
    size_t suffix = strlen((*out)->suffix);
    if (suffix > 0 && length > suffix && strcasecmp(path + length - suffix, (*out)->suffix) == 0) return NONET_OK;
  }
  return fail(err, NONET_EUSAGE, "%s: the suffix does not tell what to draw; name a file .dot, .svg, .png, .pdf or .html, or give --as",
              path);
}

/* Devices have no suffix, and what has none is drawn as DOT. */
static nonet_code renderer_of(const nonet_renderer **out, const struct job *job, nonet_err *err) {
  const char *as = option_text(&job->options, OPTION_AS), *path = output_path(job);
  const char *name = path ? strrchr(path, '/') : NULL;
  nonet_code code;
  name = name ? name + 1 : path;
  if (as)
    code = by_name(out, as, err);
  else if (name && strchr(name, '.'))
    code = by_suffix(out, path, err);
  else
    code = by_name(out, "dot", err);
  if (code != NONET_OK || path || !isatty(STDOUT_FILENO)) return code;
  if (strcmp((*out)->name, "png") == 0 || strcmp((*out)->name, "pdf") == 0)
    return fail(err, NONET_EUSAGE, "%s is not for a terminal: give -o FILE.%s", (*out)->name, (*out)->name);
  return NONET_OK;
}

static nonet_code check_layout(const char *name, nonet_err *err) {
  char room[NEAR_ROOM];
  struct near near;
  if (!name) return NONET_OK;
  near_start(&near, name);
  for (size_t i = 0; nonet_layout_at(i); i++) {
    if (strcmp(nonet_layout_at(i)->name, name) == 0) return NONET_OK;
    near_offer(&near, nonet_layout_at(i)->name);
  }
  return fail(err, NONET_EUSAGE, "unknown layout '%s'%s; see: nonet list layouts", name, near_words(&near, room));
}

static nonet_code check_size(const char *name, nonet_err *err) {
  const nonet_measure_info *info = name ? nonet_measure_find(name) : NULL;
  if (!name) return NONET_OK;
  if (!info) return nonet_measure_unknown(name, err);
  return info->scope == NONET_OF_NODES ? NONET_OK : fail(err, NONET_EUSAGE, "--size-by takes a measure of nodes, which '%s' is not", name);
}

/* What --picture names: the network itself, or its layers as a network. */
enum { PICTURE_LAYERS = 1, PICTURE_PANELS };

static nonet_code of_layers(nonet **n, struct job *job, nonet_err *err) {
  nonet *layers = NULL;
  nonet_code code = nonet_view(&layers, *n, "layers", &job->run, err);
  if (code == NONET_OK && nonet_nodes(layers) == 0) code = fail(err, NONET_ENOANSWER, "the network has no layers to draw");
  nonet_free(code == NONET_OK ? *n : layers);
  if (code == NONET_OK) *n = layers;
  return code;
}

static nonet_code run(struct job *job, nonet_err *err) {
  const struct options *o = &job->options;
  nonet_draw_options how = {.size_by = option_text(o, OPTION_SIZE_BY),
                            .colour_by = option_text(o, OPTION_COLOUR_BY),
                            .layout = option_text(o, OPTION_LAYOUT),
                            .paper = option_text(o, OPTION_PAPER),
                            .title = option_text(o, OPTION_TITLE)};
  int kind = option_choice(o, OPTION_PICTURE);
  const nonet_renderer *renderer = NULL;
  nonet *n = NULL;
  nonet_picture *picture = NULL;
  nonet_out *out = NULL;
  nonet_code code = renderer_of(&renderer, job, err);
  if (code == NONET_OK) code = check_layout(how.layout, err);
  if (code == NONET_OK) code = check_size(how.size_by, err);
  if (code == NONET_OK) code = input_open(&n, job, err);
  if (code == NONET_OK && kind == PICTURE_LAYERS) code = of_layers(&n, job, err);
  if (kind == PICTURE_PANELS) how.panels = "layers";
  if (code == NONET_OK) code = nonet_draw(&picture, n, &how, &job->run, err);
  if (code == NONET_OK) code = output_open(&out, job, err);
  if (code == NONET_OK) code = output_close(out, job, nonet_picture_write(out, picture, renderer->name, &job->run, err), err);
  for (size_t i = 0; code == NONET_OK && nonet_picture_note(picture, i); i++)
    job_note(job, nonet_picture_note(picture, i));
  nonet_picture_free(picture);
  nonet_free(n);
  return code;
}

const struct command command_draw = {
    .name = "draw",
    .usage = "FILE... [-o FILE.dot|svg|png|pdf|html] [options]",
    .summary = "a picture of the network, with a legend",
    .details =
        "Kinds are told by shape, layers by colour and boxes, size by a measure. The suffix of -o tells what is written; without -o the "
        "picture goes to standard output as DOT, with its positions. Two-mode networks beyond about 40 nodes are drawn as a matrix "
        "unless --layout says else. --picture layers draws the network of networks, --picture panels its layers side by side.",
    .examples = "nonet draw network/ -o map.svg\ta map\n"
                "nonet draw network/ -o map.pdf --size-by betweenness --paper A3\tfor the wall\n"
                "nonet draw network/ --picture layers -o layers.png\tthe network of networks\n"
                "nonet draw network/ --picture panels -o panels.svg\tits layers side by side\n",
    .takes = TAKES_DRAWING | TAKES_PAPER | TAKES_FILES | TAKES_OUT,
    .run = run,
};
