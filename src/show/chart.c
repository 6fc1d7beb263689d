/* A chart as a scene, so that it is written in every form that pictures are, and printed on the same paper.
 *
 *   title
 *   line_title            the line, each state a point with its value
 *    0.5 |----------o-
 *    0.0 |--o---------
 *        2023      2024
 *   bars_title            four bars for each state, above and below 0
 *   legend, footer
 *
 * How: axes end at round numbers (1, 2 or 5 times a power of ten) and hold 0, so that heights can be compared. Names along the axis are
 * left out, evenly, where they would touch. Bars are told apart by four greys from dark to hollow: nothing is said by colour alone.
 *
 * Sources: [1] P. S. Heckbert, Nice Numbers for Graph Labels, Graphics Gems, 1990. */
#include "show/chart.h"

#include "base/memory.h"
#include "base/number.h"
#include "show/lettering.h"
#include "show/palette.h"
#include "show/sketch.h"

#include <math.h>
#include <string.h>

static const double line_height = 190, bars_height = 130, font = 9, left = 46, head = 22, names_height = 22, between = 26;
static const char *const fills[CHART_BARS] = {"#333333", "#8a8a8a", "#d0d0d0", "#ffffff"};
#define CHART_LINE "#1d4e66"

/* An axis up the page. */
struct axis {
  double low, high, step; /* in values */
  double bottom, height;  /* on the page */
};

/* Where the plots stand. */
struct plot {
  struct scene *s;
  const struct chart *c;
  double width, pitch; /* of one state */
};

static double nice_step(double span) {
  double power = pow(10, floor(log10(span / 4))), share = span / 4 / power;
  return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
}

static void axis_hold(struct axis *a, const double *value, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (!isfinite(value[i])) continue;
    a->low = fmin(a->low, value[i]);
    a->high = fmax(a->high, value[i]);
  }
}

static void axis_round(struct axis *a) {
  if (!(a->high > a->low)) a->high = a->low + 1;
  a->step = nice_step(a->high - a->low);
  a->low = floor(a->low / a->step + 1e-9) * a->step;
  a->high = ceil(a->high / a->step - 1e-9) * a->step;
}

static double up(const struct axis *a, double value) {
  return a->bottom + (value - a->low) / (a->high - a->low) * a->height;
}

static double along(const struct plot *p, size_t i) {
  return left + p->pitch * ((double)i + 0.5);
}

static uint32_t dot(struct scene *s, double x, double y) {
  struct scene_mark *m = scene_mark(s, "chart");
  if (!m) return 0;
  m->x = x, m->y = y, m->w = m->h = 1;
  m->shape = SHAPE_TEXT;
  return (uint32_t)(s->mark_count - 1);
}

static void rule(struct scene *s, struct point a, struct point b, const char *colour, double width) {
  uint32_t from = dot(s, a.x, a.y), to = dot(s, b.x, b.y);
  struct scene_line *l = scene_line(s);
  if (!l) return;
  l->from = from, l->to = to, l->colour = colour, l->width = width;
  for (int i = 0; i < 4; i++)
    l->at[i] = (struct point){a.x + (b.x - a.x) * i / 3, a.y + (b.y - a.y) * i / 3};
}

static void write_number(struct buffer *b, double x) {
  char text[NUMBER_ROOM];
  buffer_clear(b);
  buffer_add(b, text, number_print_short(text, fabs(x) < 1e-12 ? 0 : x, 3));
}

static void draw_axis(const struct plot *p, const struct axis *a, const char *title, struct buffer *text) {
  double top = a->bottom + a->height;
  scene_write(p->s, "chart", 0, top + head * 0.6, title, font + 0.5, PALETTE_INK, ALIGN_LEFT);
  for (double k = 0; a->low + k * a->step <= a->high + a->step / 2; k++) {
    double value = a->low + k * a->step, y = up(a, value);
    bool zero = fabs(value) < a->step / 2;
    rule(p->s, (struct point){left, y}, (struct point){p->width, y}, zero ? "#777777" : PALETTE_RULE, zero ? 1 : 0.7);
    write_number(text, value);
    scene_write(p->s, "chart", left - 4, y, buffer_string(text), font, PALETTE_SOFT, ALIGN_RIGHT);
  }
}

/* Names under the axis; every k-th where all would touch. */
static void draw_names(const struct plot *p, double y) {
  double widest = 0;
  for (size_t i = 0; i < p->c->count; i++)
    widest = fmax(widest, lettering_width(p->c->at[i], font) + font);
  size_t every = (size_t)ceil(widest / p->pitch);
  for (size_t i = 0; i < p->c->count; i += every ? every : 1)
    scene_write(p->s, "chart", along(p, i), y - names_height * 0.45, p->c->at[i], font, PALETTE_INK, ALIGN_CENTRE);
}

/* The value beside its point: below where the line comes down to it and goes up again, else above. */
static void draw_value(const struct plot *p, const struct axis *a, size_t i, struct buffer *text) {
  const double *v = p->c->line;
  double before = i && isfinite(v[i - 1]) ? v[i - 1] : v[i], after = i + 1 < p->c->count && isfinite(v[i + 1]) ? v[i + 1] : v[i];
  bool valley = before + after > 2 * v[i] && up(a, v[i]) - a->bottom > font * 2;
  write_number(text, v[i]);
  scene_write(p->s, "chart", along(p, i), up(a, v[i]) + (valley ? -1 : 1) * font * 1.2, buffer_string(text), font, PALETTE_INK,
              ALIGN_CENTRE);
  if (p->s->mark_count) p->s->marks[p->s->mark_count - 1].fill = "#ffffffd8";
}

static void draw_line(const struct plot *p, const struct axis *a, struct buffer *text) {
  const double *v = p->c->line, room = lettering_width("0.000", font) + 4;
  for (size_t i = 1; i < p->c->count; i++)
    if (isfinite(v[i]) && isfinite(v[i - 1]))
      rule(p->s, (struct point){along(p, i - 1), up(a, v[i - 1])}, (struct point){along(p, i), up(a, v[i])}, CHART_LINE, 2);
  for (size_t i = 0; i < p->c->count; i++) {
    if (!isfinite(v[i])) continue;
    struct scene_mark *m = scene_mark(p->s, "chart");
    if (m) m->x = along(p, i), m->y = up(a, v[i]), m->w = m->h = 6, m->shape = SHAPE_CIRCLE, m->fill = m->pen = CHART_LINE;
    if (p->pitch >= room) draw_value(p, a, i, text);
  }
}

static void bar(struct scene *s, struct frame f, size_t kind) {
  struct scene_mark *m = scene_mark(s, "chart");
  if (!m) return;
  m->x = (f.x0 + f.x1) / 2, m->y = (f.y0 + f.y1) / 2;
  m->w = f.x1 - f.x0, m->h = fmax(0.5, fabs(f.y1 - f.y0));
  m->shape = SHAPE_BOX;
  m->fill = fills[kind];
  m->pen = "#333333";
  m->pen_width = 0.7;
}

static void draw_bars(const struct plot *p, const struct axis *a) {
  const struct chart *c = p->c;
  double width = fmin(16, p->pitch * 0.8 / (double)c->bar_count), zero = up(a, 0);
  for (size_t i = 1; i < c->count; i++)
    for (size_t k = 0; k < c->bar_count; k++) {
      double value = c->bars[k].value[i], x = along(p, i) + width * ((double)k - (double)c->bar_count / 2);
      if (isfinite(value) && value != 0) bar(p->s, (struct frame){x, fmin(zero, up(a, value)), x + width, fmax(zero, up(a, value))}, k);
    }
}

/* Samples with words, one a row; gives the height. */
static double draw_legend(const struct plot *p, double y, struct buffer *text) {
  const struct chart *c = p->c;
  const double row = font * 1.5;
  for (size_t k = 0; k < c->bar_count; k++) {
    double at = y - row * ((double)k + 0.5);
    bar(p->s, (struct frame){left, at - 4, left + 12, at + 4}, k);
    buffer_clear(text);
    buffer_print(text, "%s: %s", c->bars[k].name, c->bars[k].meaning);
    scene_write(p->s, "legend", left + 18, at, buffer_string(text), font, PALETTE_INK, ALIGN_LEFT);
  }
  return row * (double)c->bar_count;
}

static void draw(struct sketch *k, const struct chart *c, struct buffer *text) {
  struct plot p = {.s = &k->scene, .c = c};
  struct axis values = {.bottom = 0, .height = line_height}, parts = {.height = bars_height};
  double room = fmin(k->paper_w, fmax(360, left + 64 * (double)c->count));
  p.width = room;
  p.pitch = (room - left) / (double)c->count;
  axis_hold(&values, c->line, c->count);
  axis_round(&values);
  draw_axis(&p, &values, c->line_title, text);
  draw_line(&p, &values, text);
  draw_names(&p, 0);
  double bottom = -names_height;
  if (c->bar_count) {
    for (size_t i = 0; i < c->bar_count; i++)
      axis_hold(&parts, c->bars[i].value + 1, c->count - 1);
    axis_round(&parts);
    parts.bottom = bottom - between - bars_height;
    draw_axis(&p, &parts, c->bars_title, text);
    draw_bars(&p, &parts);
    draw_names(&p, parts.bottom);
    bottom = parts.bottom - names_height - 6;
    bottom -= draw_legend(&p, bottom, text);
  }
  rule(p.s, (struct point){left, values.bottom}, (struct point){left, values.bottom + values.height}, "#777777", 1);
  if (c->bar_count) rule(p.s, (struct point){left, parts.bottom}, (struct point){left, parts.bottom + parts.height}, "#777777", 1);
  dot(p.s, room, bottom); /* the drawing is as wide as its axis, whatever is written in it */
}

nonet_code picture_of_chart(nonet_picture **out, const nonet *n, const struct chart *c, const nonet_draw_options *asked, nonet_err *err) {
  nonet_draw_options options = asked ? *asked : (nonet_draw_options){0};
  struct sketch sketch = {0};
  struct buffer text = {0};
  nonet_picture *p = NULL;
  *out = NULL;
  if (c->count > CHART_STATES)
    return error_set(err, NONET_ELIMIT, "%zu states are too many for one chart (at most %d): take longer periods, or fewer states",
                     c->count, (int)CHART_STATES);
  nonet_code code = picture_new(&p, n, &options, err);
  if (code == NONET_OK) code = sketch_start(&sketch, n, &options, err);
  if (code == NONET_OK) {
    draw(&sketch, c, &text);
    buffer_clear(&text);
    buffer_print(&text, "%zu states, from %s to %s", c->count, c->at[0], c->at[c->count - 1]);
    sketch.under = buffer_string(&text);
    sketch_finish(&sketch, NULL, scene_frame(&sketch.scene));
    scene_dot(&p->dot, &sketch.scene, sketch.paper_w, sketch.paper_h);
    if (sketch.scene.failed || sketch.scene.texts.failed || p->dot.failed || text.failed) code = error_memory(err);
  }
  sketch_free(&sketch);
  buffer_free(&text);
  if (code == NONET_OK)
    *out = p;
  else
    nonet_picture_free(p);
  return code;
}
