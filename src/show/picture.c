/* A picture: from a network to DOT with positions.
 *
 * How: a style is made, then a map, two columns or a matrix is sketched on the paper; the scene becomes DOT, and that is kept. Rendering it
 * (render.c) is a second pass that places nothing.
 * Why networks beyond 5,000 nodes are refused: a picture of them shows nothing but its own limits, and a view of them does. */
#include "show/picture.h"

#include "base/memory.h"
#include "show/complete.h"
#include "show/map.h"
#include "show/matrix.h"
#include "show/panels.h"
#include "show/write.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_NODES = 5000, MOST_TIES = 60000, MATRIX_FROM = 41, DENSE_FROM = 12, DENSE_UP_TO = 60, DENSE_TIES = 10 };

static const nonet_layout layouts[] = {
    {"dot", "levels from left to right: for sparse, directed or tree-like networks"},
    {"neato", "distances on the paper follow distances in the network: for up to a few hundred nodes"},
    {"fdp", "springs: for up to about a thousand nodes"},
    {"sfdp", "springs for many nodes"},
    {"circo", "circles: for rings and small dense groups"},
    {"twopi", "rings around the centre: for stars and trees"},
    {"columns", "one kind left, the other right: for two-mode networks of up to about 40 nodes"},
    {"matrix", "partners as rows, strategies as columns, roles as letters: for two-mode or dense networks"},
};
enum { LAYOUTS = sizeof layouts / sizeof *layouts };

const nonet_layout *nonet_layout_at(size_t i) {
  return i < LAYOUTS ? &layouts[i] : NULL;
}

static nonet_code check_layout(const nonet *n, const char *layout, nonet_err *err) {
  struct buffer names = {0};
  for (size_t i = 0; layout && i < LAYOUTS; i++) {
    if (strcmp(layouts[i].name, layout) == 0) {
      buffer_free(&names);
      if (strcmp(layout, "columns") == 0 && !n->two_modes)
        return error_set(err, NONET_EUSAGE, "the layout 'columns' needs a network of two kinds with ties only between them");
      return NONET_OK;
    }
    buffer_print(&names, "%s%s", i ? ", " : "", layouts[i].name);
  }
  if (layout) error_set(err, NONET_EUSAGE, "unknown layout '%s'; there are %s", layout, buffer_string(&names));
  buffer_free(&names);
  return layout ? NONET_EUSAGE : NONET_OK;
}

static nonet_code check_size(const nonet *n, nonet_err *err) {
  if (n->nodes <= MOST_NODES && n->ties <= MOST_TIES) return NONET_OK;
  return error_set(
      err, NONET_ELIMIT,
      "%u nodes and %u ties are too many for one picture (at most %d and %d): draw a view, such as --view layers, --view giant, "
      "--view layer:NAME or --view around:NAME",
      n->nodes, n->ties, MOST_NODES, MOST_TIES);
}

/* A matrix for two modes beyond about 40 nodes, and where lines would lie so close that none can be followed. */
static bool is_matrix(const nonet *n, const nonet_draw_options *options) {
  if (options->layout) return strcmp(options->layout, "matrix") == 0;
  if (options->highlight) return false;
  bool dense = n->kinds < 2 && n->nodes >= DENSE_FROM && n->nodes <= DENSE_UP_TO && n->ties > n->nodes * DENSE_TIES;
  return dense || (n->two_modes && n->nodes >= MATRIX_FROM);
}

/* Sketch the picture and write its DOT. */
static nonet_code sketch_picture(nonet_picture *p, const nonet *n, const nonet_draw_options *options, const nonet_run *run,
                                 nonet_err *err) {
  struct style style;
  struct sketch sketch = {0};
  nonet_code code = style_make(&style, n, options, run, err);
  if (code != NONET_OK) return code;
  code = sketch_start(&sketch, n, options, err);
  if (code != NONET_OK) goto done;
  sketch.said = p->notes.bytes;
  sketch.said_count = p->note_count;
  if (is_matrix(n, options))
    code = matrix_draw(&sketch, &style, err);
  else if (!p->program)
    code = error_set(err, NONET_EINTERNAL, "the program nonet-draw, which draws pictures, was not found");
  else
    code = map_draw(&sketch, &style, options->layout, p->program, run, err);
  if (code != NONET_OK) goto done;
  scene_dot(&p->dot, &sketch.scene, sketch.paper_w, sketch.paper_h);
  buffer_add(&p->notes, sketch.notes.bytes, sketch.notes.size);
  p->note_count += sketch.note_count;
  if (sketch.scene.failed || sketch.scene.texts.failed || p->dot.failed || p->notes.failed) code = error_memory(err);
done:
  sketch_free(&sketch);
  style_free(&style);
  return code;
}

/* The picture of all ties but those of layers that join all with all, which it says; all ties where an answer marks some. */
static nonet_code whole_picture(nonet_picture *p, const nonet *n, const nonet_draw_options *options, const nonet_run *run, nonet_err *err) {
  nonet *rest = NULL;
  nonet_draw_options how = *options;
  nonet_code code = options->highlight ? NONET_OK : complete_left_out(&rest, &p->notes, &p->note_count, n, run, err);
  how.title = options->title ? options->title : nonet_title(n);
  if (code == NONET_OK) code = sketch_picture(p, rest ? rest : n, &how, run, err);
  nonet_free(rest);
  return code;
}

static nonet_code bare_picture(nonet_picture *p, const nonet *n, const nonet_run *run, nonet_err *err) {
  nonet_out *o = NULL;
  size_t size = 0;
  p->bare = true;
  nonet_code code = nonet_out_memory(&o, err);
  if (code == NONET_OK) code = nonet_write(o, n, "dot", run, err);
  if (code == NONET_OK) {
    const char *bytes = nonet_out_bytes(o, &size);
    buffer_add(&p->dot, bytes, size);
    if (p->dot.failed) code = error_memory(err);
  }
  nonet_out_free(o);
  return code;
}

/* Panels: what they need is an engine and a paper. */
static nonet_code panel_picture(nonet_picture *p, const nonet *n, const struct panel *panel, size_t count,
                                const nonet_draw_options *options, const nonet_run *run, nonet_err *err) {
  struct sketch sketch = {0};
  if (!p->program) return error_set(err, NONET_EINTERNAL, "the program nonet-draw, which draws pictures, was not found");
  nonet_code code = sketch_start(&sketch, n, options, err);
  sketch.scene.title = sketch.title; /* what several states are put together in has no name that says what the picture is of */
  if (code == NONET_OK) code = panels_draw(&sketch, n, panel, count, options, p->program, run, err);
  if (code == NONET_OK) {
    scene_dot(&p->dot, &sketch.scene, sketch.paper_w, sketch.paper_h);
    buffer_add(&p->notes, sketch.notes.bytes, sketch.notes.size);
    p->note_count += sketch.note_count;
    if (sketch.scene.failed || sketch.scene.texts.failed || p->dot.failed || p->notes.failed) code = error_memory(err);
  }
  sketch_free(&sketch);
  return code;
}

nonet_code nonet_draw(nonet_picture **out, const nonet *n, const nonet_draw_options *asked, const nonet_run *run, nonet_err *err) {
  bool layers = asked && asked->panels && strcmp(asked->panels, "layers") == 0;
  *out = NULL;
  if (asked && asked->panels && !layers)
    return error_set(err, NONET_EUSAGE, "no panels by '%s'; there are panels by 'layers'", asked->panels);
  return layers ? picture_of_layers(out, n, asked, run, err) : picture_of_panels(out, n, NULL, 0, asked, run, err);
}

nonet_code picture_new(nonet_picture **out, const nonet *n, const nonet_draw_options *options, nonet_err *err) {
  nonet_picture *p = memory_zeroed(1, sizeof *p);
  *out = NULL;
  if (!p) return error_memory(err);
  p->program = engine_find(options->program);
  p->id_prefix = memory_text(options->id_prefix ? options->id_prefix : "g");
  p->title = memory_text(options->title ? options->title : nonet_title(n));
  if (p->id_prefix && p->title) {
    *out = p;
    return NONET_OK;
  }
  nonet_picture_free(p);
  return error_memory(err);
}

nonet_code picture_of_panels(nonet_picture **out, const nonet *n, const struct panel *panel, size_t count, const nonet_draw_options *asked,
                             const nonet_run *run, nonet_err *err) {
  nonet_draw_options options = asked ? *asked : (nonet_draw_options){0};
  *out = NULL;
  nonet_code code = check_layout(n, options.layout, err);
  if (code == NONET_OK && !options.bare) code = check_size(n, err);
  if (code != NONET_OK) return code;
  nonet_picture *p = NULL;
  code = picture_new(&p, n, &options, err);
  if (code != NONET_OK) return code;
  if (panel)
    code = panel_picture(p, n, panel, count, &options, run, err);
  else
    code = options.bare ? bare_picture(p, n, run, err) : whole_picture(p, n, &options, run, err);
  if (code == NONET_OK)
    *out = p;
  else
    nonet_picture_free(p);
  return code;
}

nonet_code picture_note(nonet_picture *p, nonet_err *err, const char *format, ...) {
  char text[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  buffer_add(&p->notes, text, strlen(text) + 1);
  p->note_count += !p->notes.failed;
  return p->notes.failed ? error_memory(err) : NONET_OK;
}

const char *nonet_picture_note(const nonet_picture *p, size_t i) {
  const char *at = p->notes.bytes;
  if (i >= p->note_count) return NULL;
  while (i--)
    at += strlen(at) + 1;
  return at;
}

void nonet_picture_free(nonet_picture *p) {
  if (!p) return;
  buffer_free(&p->dot);
  buffer_free(&p->notes);
  free(p->program);
  free(p->id_prefix);
  free(p->title);
  free(p);
}
