/* The pictures: the map, the matrix of partners and strategies, the network of layers. Each is written as DOT and SVG beside the page and
 * embedded in it. A picture that cannot be drawn costs a sentence, not the report. */
#include "base/out.h"
#include "report/report.h"

#include <stdio.h>

struct wanted {
  const char *name, *caption, *layout, *size_by;
};

/* A picture as bytes of a format, in memory. */
static nonet_code render(struct buffer *out, const nonet_picture *p, const char *renderer, const nonet_run *run, nonet_err *err) {
  nonet_out *memory = NULL;
  nonet_code code = nonet_out_memory(&memory, err);
  if (!code) code = nonet_picture_write(memory, p, renderer, run, err);
  if (!code) code = nonet_out_commit(memory, err);
  if (!code) {
    size_t size;
    const char *bytes = nonet_out_bytes(memory, &size);
    buffer_add(out, bytes, size);
    if (out->failed) code = error_memory(err);
  }
  nonet_out_free(memory);
  return code;
}

static nonet_code keep(const char *folder, const char *name, const char *suffix, const struct buffer *bytes, nonet_err *err) {
  char file[80];
  nonet_out *out = NULL;
  snprintf(file, sizeof file, "%s.%s", name, suffix);
  nonet_code code = out_in_folder(&out, folder, file, err);
  if (!code) code = out_buffer(out, bytes);
  if (!code) code = nonet_out_commit(out, err);
  nonet_out_free(out);
  return code;
}

/* Draw one network; a layout or rendering that fails is said on the page and is no error of the report. */
static nonet_code picture(struct report *r, const nonet *n, const struct wanted *want, nonet_err *err) {
  nonet_picture *p = NULL;
  nonet_err why = {0};
  struct buffer dot = {0}, svg = {0};
  nonet_draw_options options = {.layout = want->layout,
                                .size_by = want->size_by,
                                .paper = r->options->paper,
                                .program = r->options->program,
                                .id_prefix = want->name,
                                .title = r->options->title};
  nonet_code code = nonet_draw(&p, n, &options, r->run.asked, &why);
  if (!code) code = render(&dot, p, "dot", r->run.asked, &why);
  if (!code) code = render(&svg, p, "svg", r->run.asked, &why);
  if (code && run_check(&r->run, err)) {
    code = run_check(&r->run, err); /* stopped: not the drawing's fault */
  } else if (code) {
    html_paragraph(&r->page, "This picture could not be drawn: %s.", why.text);
    run_warn(&r->run, "the picture '%s' could not be drawn: %s", want->name, why.text);
    code = NONET_OK;
  } else {
    struct buffer caption = {0};
    buffer_text(&caption, want->caption);
    for (size_t i = 0; nonet_picture_note(p, i); i++) {
      const char *note = nonet_picture_note(p, i);
      buffer_print(&caption, "%s%s.", i ? " " : " Note: ", note);
    }
    html_picture(&r->page, buffer_string(&svg), svg.size, buffer_string(&caption));
    r->page.failed |= caption.failed;
    buffer_free(&caption);
    code = keep(r->folder, want->name, "dot", &dot, err);
    if (!code) code = keep(r->folder, want->name, "svg", &svg, err);
  }
  buffer_free(&dot);
  buffer_free(&svg);
  nonet_picture_free(p);
  return code;
}

nonet_code chapter_pictures(struct report *r, nonet_err *err) {
  enum { MAP_AT_MOST = 40 }; /* beyond that a two-mode network reads better as a matrix */
  bool two = r->facts.strategies.count > 0, large = nonet_nodes(r->net) > MAP_AT_MOST;
  html_chapter(&r->page, "pictures", "The map");
  if (nonet_nodes(r->net) == 0) {
    html_element(&r->page, "p", "There is nothing to draw.");
    html_close_chapter(&r->page);
    return NONET_OK;
  }
  const struct wanted map = {"map", "Who is tied to whom. The legend says what each size, colour, shape and line means.",
                             two && large ? "fdp" : NULL, NULL};
  const struct wanted matrix = {"matrix", "Who carries which: a letter stands for the role.", "matrix", NULL};
  const struct wanted layers = {
      "layers", "The network of networks: each layer a node, as large as its members; ties by shared members and ties between.", NULL,
      "members"};
  nonet_code code = picture(r, r->net, &map, err);
  if (!code && two) code = picture(r, r->net, &matrix, err);
  if (!code && nonet_layers(r->net) > 1) {
    nonet *view = NULL;
    code = nonet_view(&view, r->net, "layers", r->run.asked, err);
    if (!code && nonet_ties(view) == 0)
      html_element(&r->page, "p",
                   "The layers share no member, and no tie leads from one to another: as recorded they are separate networks.");
    else if (!code)
      code = picture(r, view, &layers, err);
    nonet_free(view);
  }
  html_close_chapter(&r->page);
  return code;
}
