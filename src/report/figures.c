/* Figures: a picture written as DOT and SVG beside the page and embedded in it. One that cannot be drawn costs a sentence, not the report.
 */
#include "base/out.h"
#include "report/report.h"

#include <stdio.h>

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

static void embed(struct report *r, const struct figure *f, const struct buffer *svg) {
  struct buffer caption = {0};
  buffer_text(&caption, f->caption);
  for (size_t i = 0; nonet_picture_note(f->picture, i); i++)
    buffer_print(&caption, "%s%s.", i ? " " : " Note: ", nonet_picture_note(f->picture, i));
  html_picture(&r->page, buffer_string(svg), svg->size, buffer_string(&caption));
  r->page.failed |= caption.failed;
  buffer_free(&caption);
}

nonet_draw_options figure_drawing(const struct report *r, const char *name) {
  return (nonet_draw_options){.paper = r->options->paper, .program = r->options->program, .id_prefix = name, .title = r->options->title};
}

nonet_code figure_add(struct report *r, struct figure *f, nonet_err *err) {
  struct buffer dot = {0}, svg = {0};
  nonet_code code = f->drawn;
  if (!code) code = render(&dot, f->picture, "dot", r->run.asked, &f->why);
  if (!code) code = render(&svg, f->picture, "svg", r->run.asked, &f->why);
  if (code && run_check(&r->run, err)) {
    code = run_check(&r->run, err); /* stopped: not the drawing's fault */
  } else if (code) {
    html_paragraph(&r->page, "This picture could not be drawn: %s.", f->why.text);
    run_warn(&r->run, "the picture '%s' could not be drawn: %s", f->name, f->why.text);
    code = NONET_OK;
  } else {
    embed(r, f, &svg);
    code = keep(r->folder, f->name, "dot", &dot, err);
    if (!code) code = keep(r->folder, f->name, "svg", &svg, err);
  }
  buffer_free(&dot);
  buffer_free(&svg);
  nonet_picture_free(f->picture);
  f->picture = NULL;
  return code;
}
