/* SPDX-License-Identifier: MIT
 * Renders into memory by gvRenderData: Graphviz's own writing to a file calls exit(1) on a full disk. What comes out
 * is then cleaned (SVG) or dated (PDF). A PNG's resolution is lowered where its canvas would pass 64 million points or
 * 16,000 along one side: Graphviz would go on until memory ends. */
#include "draw/render.h"
#include "draw/errors.h"
#include "draw/pdf.h"
#include "draw/places.h"
#include "draw/say.h"
#include "draw/svg.h"
#include <math.h>
#include <stdlib.h>

#define MOST_PIXELS 64e6
#define MOST_SIDE 16000.0
#define PAD 4.0 /* points round the picture, unless the graph says otherwise */

static const char *const devices[] = {
    [DRAW_SVG] = "svg", [DRAW_PNG] = "png:cairo", [DRAW_PDF] = "pdf:cairo", [DRAW_DOT] = "dot", [DRAW_XDOT] = "xdot"};
static const char *const names[] = {
    [DRAW_SVG] = "the svg", [DRAW_PNG] = "the png", [DRAW_PDF] = "the pdf", [DRAW_DOT] = "the dot", [DRAW_XDOT] = "the xdot"};

/* Width and height in points as drawn: `size` scales a picture down, or up with "!". */
static pointf picture_size(Agraph_t *graph) {
  boxf box = GD_bb(graph);
  pointf pad = {PAD, PAD}, size = GD_drawing(graph)->size;
  const char *asked = agget(graph, "pad");
  char *end;
  if (asked != NULL && *asked != '\0') {
    pad.x = pad.y = strtod(asked, &end) * 72;
    if (*end == ',') pad.y = strtod(end + 1, NULL) * 72;
  }
  pointf natural = {box.UR.x - box.LL.x + 2 * pad.x, box.UR.y - box.LL.y + 2 * pad.y};
  bool scaled = size.x > 0.001 && size.y > 0.001 && natural.x > 0 && natural.y > 0;
  bool large = size.x < natural.x || size.y < natural.y;
  double zoom = scaled && (large || GD_drawing(graph)->filled) ? fmin(size.x / natural.x, size.y / natural.y) : 1;
  return (pointf){natural.x * zoom, natural.y * zoom};
}

static double png_dpi(Agraph_t *graph, double asked) {
  pointf size = picture_size(graph);
  double most = fmin(MOST_SIDE * 72 / fmax(fmax(size.x, size.y), 1), 72 * sqrt(MOST_PIXELS / fmax(size.x * size.y, 1)));
  if (asked <= most) return asked;
  say_warning("the PNG is drawn at %.3g dots per inch instead of %g: the picture is %.0f x %.0f points large", most, asked, size.x, size.y);
  return most;
}

/* Graphviz 2.42 takes the length as unsigned int, later ones as size_t. */
static int render(GVC_t *context, Agraph_t *graph, enum draw_format format, char **data, unsigned int *length) {
  size_t before = errors_count();
  int failed = gvRenderData(context, graph, devices[format], data, length);
  if (failed == 0 && errors_count() == before && *data != NULL && *length > 0) return DRAW_OK;
  return errors_say(names[format], "Graphviz gave no picture", DRAW_FAULT);
}

int render_picture(GVC_t *context, Agraph_t *graph, enum draw_format format, const struct draw_options *options, struct bytes *to) {
  if (format == DRAW_JSON) return places_write(graph, to);
  char *data = NULL;
  unsigned int length = 0;
  GD_drawing(graph)->dpi = format == DRAW_PNG ? png_dpi(graph, options->dpi) : 0;
  int status = render(context, graph, format, &data, &length);
  if (status != DRAW_OK) return status;
  if (format == DRAW_PDF) pdf_set_date(data, length);
  if (format == DRAW_SVG)
    status = svg_clean(data, length, &(struct svg_options){options->inline_svg, options->id_prefix}, to);
  else
    bytes_add(to, data, length);
  gvFreeRenderData(data);
  return status;
}
