/* A scene: lists of marks, lines and boxes that grow.
 *
 * How: whoever fills it asks for one more and writes into it; a failed growth is remembered and checked once, at the end.
 * Why a scene between layout and DOT: maps, columns, matrices and legends are all made of the same few things, so each is placed by its
 * own file and written by one. */
#include "show/scene.h"

#include "base/memory.h"
#include "show/lettering.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SAMPLES = 16 };

bool scene_start(struct scene *s, const nonet *net) {
  *s = (struct scene){.net = net};
  buffer_char(&s->texts, '\0');
  return !s->texts.failed;
}

void scene_free(struct scene *s) {
  free(s->marks);
  free(s->lines);
  free(s->boxes);
  free(s->members);
  buffer_free(&s->texts);
  *s = (struct scene){0};
}

struct scene_mark *scene_mark(struct scene *s, const char *class) {
  if (s->mark_count >= NONET_NONE || !memory_grow(&s->marks, &s->mark_room, s->mark_count + 1, sizeof *s->marks)) {
    s->failed = true;
    return NULL;
  }
  struct scene_mark *m = &s->marks[s->mark_count++];
  *m = (struct scene_mark){.class = class, .node = NONET_NONE, .ink = "#222222", .pen_width = 1};
  return m;
}

struct scene_line *scene_line(struct scene *s) {
  if (!memory_grow(&s->lines, &s->line_room, s->line_count + 1, sizeof *s->lines)) {
    s->failed = true;
    return NULL;
  }
  struct scene_line *l = &s->lines[s->line_count++];
  *l = (struct scene_line){.tie = NONET_NONE, .ties = 1, .width = 1};
  return l;
}

struct scene_box *scene_box(struct scene *s) {
  if (!memory_grow(&s->boxes, &s->box_room, s->box_count + 1, sizeof *s->boxes)) {
    s->failed = true;
    return NULL;
  }
  struct scene_box *b = &s->boxes[s->box_count++];
  *b = (struct scene_box){.first_mark = (uint32_t)s->member_count};
  return b;
}

void scene_member(struct scene *s, uint32_t mark) {
  if (!memory_grow(&s->members, &s->member_room, s->member_count + 1, sizeof *s->members)) {
    s->failed = true;
    return;
  }
  s->members[s->member_count++] = mark;
  if (s->box_count) s->boxes[s->box_count - 1].marks++;
}

size_t scene_text(struct scene *s, const char *text) {
  size_t at = s->texts.size;
  if (!*text) return 0;
  buffer_add(&s->texts, text, strlen(text) + 1);
  return s->texts.failed ? 0 : at;
}

const char *scene_text_at(const struct scene *s, size_t text) {
  return s->texts.bytes ? s->texts.bytes + text : "";
}

double scene_write(struct scene *s, const char *class, double x, double y, const char *text, double size, const char *ink,
                   enum scene_align align) {
  double width = lettering_width(text, size) + size * 0.5;
  size_t kept = scene_text(s, text);
  struct scene_mark *m = scene_mark(s, class);
  if (!m) return width;
  m->shape = SHAPE_TEXT;
  m->w = width;
  m->h = size * LETTERING_LEADING * lettering_lines(text);
  m->x = align == ALIGN_LEFT ? x + m->w / 2 : align == ALIGN_RIGHT ? x - m->w / 2 : x;
  m->y = y;
  m->text = kept;
  m->size = size;
  m->ink = ink;
  m->align = align;
  return width;
}

struct point scene_on_curve(const struct point p[4], double t) {
  double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
  return (struct point){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x, a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

static void cover(struct frame *f, double x0, double y0, double x1, double y1) {
  f->x0 = fmin(f->x0, x0);
  f->y0 = fmin(f->y0, y0);
  f->x1 = fmax(f->x1, x1);
  f->y1 = fmax(f->y1, y1);
}

struct frame scene_frame(const struct scene *s) {
  struct frame f = {INFINITY, INFINITY, -INFINITY, -INFINITY};
  for (size_t i = 0; i < s->mark_count; i++) {
    const struct scene_mark *m = &s->marks[i];
    cover(&f, m->x - m->w / 2, m->y - m->h / 2, m->x + m->w / 2, m->y + m->h / 2);
  }
  for (size_t i = 0; i < s->line_count; i++)
    for (int k = 0; k <= SAMPLES; k++) {
      struct point p = scene_on_curve(s->lines[i].at, (double)k / SAMPLES);
      cover(&f, p.x, p.y, p.x, p.y);
    }
  for (size_t i = 0; i < s->box_count; i++)
    cover(&f, s->boxes[i].frame.x0, s->boxes[i].frame.y0, s->boxes[i].frame.x1, s->boxes[i].frame.y1);
  return s->mark_count ? f : (struct frame){0, 0, 0, 0};
}
