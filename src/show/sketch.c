/* A sketch: what stands around the drawing, and how it fits the paper.
 *
 *   title                     15 points
 *   3 partners, 2 strategies, 7 ties, 2 layers
 *   drawing
 *   legend
 *   footer                    sources, and the latest date in the data
 *
 * How: heights are found by drawing the legend into a scene that is thrown away. */
#include "show/sketch.h"

#include "show/lettering.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const double margin = 34, title_size = 15, line_size = 9, footer_size = 8, air = 9;

nonet_code sketch_start(struct sketch *k, const nonet *n, const nonet_draw_options *options, nonet_err *err) {
  const char *paper = options->paper ? options->paper : "A4";
  bool a3 = strcmp(paper, "A3") == 0 || strcmp(paper, "a3") == 0;
  *k = (struct sketch){.title = options->title ? options->title : nonet_title(n), .paper = a3 ? "A3" : "A4"};
  if (!a3 && strcmp(paper, "A4") != 0 && strcmp(paper, "a4") != 0)
    return error_set(err, NONET_EUSAGE, "no paper '%s'; there are A4 and A3", paper);
  k->paper_w = (a3 ? 1190.55 : 841.89) - 2 * margin;
  k->paper_h = (a3 ? 841.89 : 595.28) - 2 * margin;
  return scene_start(&k->scene, n) ? NONET_OK : error_memory(err);
}

void sketch_free(struct sketch *k) {
  scene_free(&k->scene);
  buffer_free(&k->notes);
}

void sketch_turn(struct sketch *k, bool portrait) {
  if (k->portrait == portrait) return;
  double w = k->paper_w;
  k->paper_w = k->paper_h;
  k->paper_h = w;
  k->portrait = portrait;
}

void sketch_note(struct sketch *k, const char *format, ...) {
  char text[512];
  va_list args;
  va_start(args, format);
  int length = vsnprintf(text, sizeof text, format, args);
  va_end(args);
  if (length < 0) return;
  buffer_add(&k->notes, text, strlen(text) + 1);
  k->note_count++;
}

const char *sketch_note_at(const struct sketch *k, size_t i) {
  const char *at = k->notes.bytes;
  if (i >= k->note_count) return NULL;
  while (i--)
    at += strlen(at) + 1;
  return at;
}

static double legend_height(const struct sketch *k, const struct legend *legend, double width, double font) {
  struct scene trial;
  double height = 0;
  if (!legend) return 0;
  if (scene_start(&trial, k->scene.net)) height = legend_draw(&trial, legend, 0, 0, width, font);
  scene_free(&trial);
  return height;
}

double sketch_surround(const struct sketch *k, const struct legend *legend, double width) {
  return title_size * 1.3 + line_size * 1.5 + air * 3 + footer_size * 1.5 + legend_height(k, legend, fmax(width, k->paper_w * 0.98), 8.5);
}

double sketch_scale(const struct sketch *k, const struct legend *legend, double w, double h) {
  double whole = h + sketch_surround(k, legend, w);
  return fmin(1, fmin(k->paper_w / fmax(w, 1), k->paper_h / whole));
}

/* "47 nodes (partner 35, strategy 12), 88 ties, 5 layers". */
static void summary(struct buffer *b, const nonet *n) {
  buffer_print(b, "%u node%s", n->nodes, n->nodes == 1 ? "" : "s");
  for (uint32_t k = 0, said = 0; k < n->kinds && n->kinds <= 4; k++) {
    uint32_t count = 0;
    for (uint32_t v = 0; v < n->nodes; v++)
      count += net_node_kind(n, v) == k;
    buffer_print(b, "%s%s %u%s", said++ ? ", " : " (", nonet_kind_name(n, k), count, k + 1 == n->kinds ? ")" : "");
  }
  buffer_print(b, ", %u tie%s", n->ties, n->ties == 1 ? "" : "s");
  if (n->layers) buffer_print(b, ", %u layer%s", n->layers, n->layers == 1 ? "" : "s");
}

static const char *file_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash && slash[1] ? slash + 1 : path;
}

static void footer(struct buffer *b, const nonet *n) {
  size_t shown = 0;
  buffer_text(b, "Source: ");
  for (; nonet_source_path(n, shown) && shown < 4; shown++)
    buffer_print(b, "%s%s", shown ? ", " : "", file_name(nonet_source_path(n, shown)));
  size_t more = 0;
  while (nonet_source_path(n, shown + more))
    more++;
  if (more) buffer_print(b, " and %zu more", more);
  if (!shown) buffer_text(b, "not a file");
  if (*nonet_latest_date(n))
    buffer_print(b, " · latest date in the data: %s", nonet_latest_date(n));
  else
    buffer_text(b, " · no dates in the data");
}

/* A line of text that is cut where the drawing ends. */
static void write_cut(struct sketch *k, const char *class, double x, double y, const char *text, double size, const char *ink,
                      double width) {
  struct buffer cut = {0};
  double columns = width / (size * 0.64);
  lettering_wrap(&cut, text, columns < 12 ? 12 : (size_t)columns, 1);
  scene_write(&k->scene, class, x, y, buffer_string(&cut), size, ink, ALIGN_LEFT);
  k->scene.failed |= cut.failed;
  buffer_free(&cut);
}

void sketch_finish(struct sketch *k, const struct legend *legend, struct frame f) {
  struct buffer text = {0};
  double scale = sketch_scale(k, legend, f.x1 - f.x0, f.y1 - f.y0), grow = fmin(1.3, 1 / scale);
  double width = fmax(f.x1 - f.x0, k->paper_w * 0.98 / scale), x = f.x0, y = f.y1 + air;
  if (k->under)
    buffer_text(&text, k->under);
  else
    summary(&text, k->scene.net);
  const char *said = k->said;
  for (size_t i = 0; i < k->said_count; i++, said += strlen(said) + 1)
    buffer_print(&text, "; %s", said);
  write_cut(k, "title", x, y + line_size * 0.6, buffer_string(&text), line_size * grow, PALETTE_SOFT, width);
  write_cut(k, "title", x, y + line_size * 1.5 * grow + title_size * 0.65 * grow, k->title, title_size * grow, PALETTE_INK, width);
  y = f.y0 - air;
  if (legend) y -= legend_draw(&k->scene, legend, x, y, width, 8.5 * grow) + air;
  buffer_clear(&text);
  footer(&text, k->scene.net);
  write_cut(k, "footer", x, y - footer_size * 0.6, buffer_string(&text), footer_size * grow, PALETTE_SOFT, width);
  k->scene.failed |= text.failed;
  buffer_free(&text);
}
