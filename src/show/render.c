/* Renderers: a picture as DOT, SVG, PNG, PDF or a page.
 *
 * How: nonet-draw renders the positions as they are (layout nop2), in a process of its own. The page holds the SVG itself, no style and no
 * script, and a policy that lets nothing load.
 * Why PNG at 144 dots an inch: sharp on a screen and a page, and an A3 sheet still stays under 5 million dots. */
#include "base/child.h"
#include "base/out.h"
#include "show/engine.h"
#include "show/picture.h"

#include <string.h>

static nonet_code render(struct buffer *out, const nonet_picture *p, const char *format, bool inside_page, const nonet_run *run,
                         nonet_err *err) {
  const char *argv[12] = {"nonet-draw", "--layout", "nop2", "--as", format, "--id-prefix", p->id_prefix, "--dpi", "144"};
  if (p->bare) return error_set(err, NONET_EUSAGE, "a bare picture has no positions; it can be written as dot only");
  if (!p->program) return error_set(err, NONET_EINTERNAL, "the program nonet-draw, which draws pictures, was not found");
  if (inside_page) argv[9] = "--inline";
  return engine_render(out, p->program, argv, &p->dot, run, err);
}

static nonet_code give(nonet_out *o, const struct buffer *b, nonet_err *err) {
  nonet_code code = out_buffer(o, b);
  if (code == NONET_OK) return code;
  return b->failed ? error_memory(err) : error_set(err, code, "cannot write the picture");
}

static nonet_code write_rendered(nonet_out *o, const nonet_picture *p, const char *format, const nonet_run *run, nonet_err *err) {
  struct buffer b = {0};
  nonet_code code = render(&b, p, format, false, run, err);
  if (code == NONET_OK) code = give(o, &b, err);
  buffer_free(&b);
  return code;
}

static nonet_code write_dot(nonet_out *o, const nonet_picture *p, const nonet_run *run, nonet_err *err) {
  (void)run;
  return give(o, &p->dot, err);
}

static nonet_code write_svg(nonet_out *o, const nonet_picture *p, const nonet_run *run, nonet_err *err) {
  return write_rendered(o, p, "svg", run, err);
}

static nonet_code write_png(nonet_out *o, const nonet_picture *p, const nonet_run *run, nonet_err *err) {
  return write_rendered(o, p, "png", run, err);
}

static nonet_code write_pdf(nonet_out *o, const nonet_picture *p, const nonet_run *run, nonet_err *err) {
  return write_rendered(o, p, "pdf", run, err);
}

static void escape_text(struct buffer *b, const char *text) {
  for (; *text; text++) {
    if (*text == '<')
      buffer_text(b, "&lt;");
    else if (*text == '>')
      buffer_text(b, "&gt;");
    else if (*text == '&')
      buffer_text(b, "&amp;");
    else if ((unsigned char)*text >= 0x20)
      buffer_char(b, *text);
  }
}

static nonet_code write_html(nonet_out *o, const nonet_picture *p, const nonet_run *run, nonet_err *err) {
  struct buffer page = {0}, svg = {0};
  nonet_code code = render(&svg, p, "svg", true, run, err);
  if (code == NONET_OK) {
    buffer_text(&page, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    escape_text(&page, p->title);
    buffer_text(&page, "</title>\n</head>\n<body>\n");
    buffer_add(&page, buffer_string(&svg), svg.size);
    buffer_text(&page, "</body>\n</html>\n");
    code = give(o, &page, err);
  }
  buffer_free(&page);
  buffer_free(&svg);
  return code;
}

static const struct renderer renderers[] = {
    {{"dot", "DOT with positions, to edit or to keep", ".dot"}, write_dot},
    {{"svg", "SVG, for pages and drawing programs", ".svg"}, write_svg},
    {{"png", "PNG, for slides", ".png"}, write_png},
    {{"pdf", "PDF, for paper", ".pdf"}, write_pdf},
    {{"html", "a page with the SVG in it, which loads nothing", ".html"}, write_html},
};
enum { RENDERERS = sizeof renderers / sizeof *renderers };

const struct renderer *renderer_at(size_t i) {
  return i < RENDERERS ? &renderers[i] : NULL;
}

const nonet_renderer *nonet_renderer_at(size_t i) {
  return i < RENDERERS ? &renderers[i].info : NULL;
}

nonet_code nonet_picture_write(nonet_out *o, const nonet_picture *p, const char *name, const nonet_run *run, nonet_err *err) {
  for (size_t i = 0; i < RENDERERS; i++)
    if (strcmp(renderers[i].info.name, name) == 0) return renderers[i].write(o, p, run, err);
  return error_set(err, NONET_EUSAGE, "cannot draw as '%s'; there are dot, svg, png, pdf and html", name);
}
