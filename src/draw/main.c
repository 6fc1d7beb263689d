/* SPDX-License-Identifier: MIT
 * nonet-draw: a graph in DOT -> its structure, its layout, or its picture.
 *
 *   FILE --input--> bytes --parse--> graph --clean--> safe graph --layout--> places --render--> picture --output--> PATH
 *                                      \--structure--> JSON
 *
 * A program of its own for two reasons. Graphviz (EPL-1.0) and igraph (GPL) may not stand in one program. And Graphviz
 * crashes, hangs and exits on some graphs; here that ends one small process with one sentence. One graph for each run,
 * nothing is freed at the end, and all pictures are made before the first is written. */
#include "draw/clean.h"
#include "draw/draw.h"
#include "draw/errors.h"
#include "draw/guard.h"
#include "draw/ids.h"
#include "draw/input.h"
#include "draw/layout.h"
#include "draw/options.h"
#include "draw/output.h"
#include "draw/parse.h"
#include "draw/render.h"
#include "draw/say.h"
#include "draw/structure.h"
#include <string.h>

#ifndef NONET_VERSION
#define NONET_VERSION "0"
#endif

static int write_text(const char *text) {
  return output_write(NULL, &(struct bytes){.data = (char *)(size_t)text, .length = strlen(text)});
}

static int write_version(GVC_t *context) {
  struct bytes text = {0};
  bytes_format(&text, "nonet-draw %s (Graphviz %s)\n", NONET_VERSION, gvcVersion(context));
  return text.failed ? DRAW_LIMIT : output_write(NULL, &text);
}

static int make_one(GVC_t *context, Agraph_t *graph, const struct draw_options *options, enum draw_format format, struct bytes *to) {
  int status = options->layout == NULL ? structure_write(graph, to) : render_picture(context, graph, format, options, to);
  if (status == DRAW_OK && to->failed) {
    say_error("out of memory (see --max-memory)");
    return DRAW_LIMIT;
  }
  return status;
}

/* *graph becomes the safe copy. */
static int prepare(Agraph_t **graph, const struct draw_options *options, GVC_t **context) {
  int status = clean_copy(*graph, options->keep_links, graph);
  if (status == DRAW_OK && options->id_prefix != NULL) status = ids_set(*graph, options->id_prefix);
  return status == DRAW_OK ? layout_run(*graph, options->layout, context) : status;
}

static int run(const struct draw_options *options) {
  struct bytes text = {0}, made[DRAW_MAX_TARGETS] = {{0}};
  Agraph_t *graph = NULL;
  GVC_t *context = NULL;
  int status = input_read(options->file, &text);
  if (status == DRAW_OK) status = parse_graph(input_name(options->file), &text, &graph);
  if (status == DRAW_OK && options->layout != NULL) status = prepare(&graph, options, &context);
  for (size_t i = 0; status == DRAW_OK && i < options->count; i++)
    status = make_one(context, graph, options, options->targets[i].format, &made[i]);
  return status == DRAW_OK ? output_write_all(options->targets, made, options->count) : status;
}

int main(int argc, char **argv) {
  struct draw_options options;
  guard_environment();
  say_begin();
  guard_ends();
  int status = options_read(argc, argv, &options);
  if (status != DRAW_OK) guard_leave(status);
  guard_limits(options.max_memory, options.timeout);
  errors_begin();
  if (options.help)
    status = write_text(options_help);
  else if (options.version)
    status = write_version(gvContext());
  else
    status = run(&options);
  if (status == DRAW_OK) say_warnings();
  guard_leave(status);
}
