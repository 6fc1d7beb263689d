/* Overlap removal.
 *
 * How: boxes sorted by their left edge; each overlapping pair is pushed apart along the direction in which it overlaps less, half each, and
 * what leaves the area is put back; again until nothing overlaps. Where that does not settle the area grows by a little, and all goes
 * on from there. When it has grown by a tenth, up to 200 boxes are put into rows (rows.c) instead.
 * Why not the engines' own removal: they know no paper. Here the boxes fill the page that was asked for, as large as they can be.
 *
 * Sources: [1] K. Misue et al., Layout Adjustment and the Mental Map, JVLC 6 (1995), whose force-scan idea this simplifies. */
#include "show/apart.h"

#include "base/memory.h"
#include "show/rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 150, GROWTHS = 160, ROWS_UP_TO = 200, ROWS_FROM = 3 };

struct edge_of_box {
  double left;
  uint32_t box;
};

static int by_left(const void *a, const void *b) {
  const struct edge_of_box *x = a, *y = b;
  if (x->left != y->left) return x->left < y->left ? -1 : 1;
  return x->box < y->box ? -1 : x->box > y->box;
}

bool apart_overlap(const struct place *a, const struct place *b) {
  return fabs(a->x - b->x) + 0.01 < (a->w + b->w) / 2 && fabs(a->y - b->y) + 0.01 < (a->h + b->h) / 2;
}

/* What one round of pushes works with. */
struct round {
  double gap, w, h; /* the area is w x h */
  double bias;      /* above 1: rather up and down than sideways */
};

static double clamp(double x, double half, double most) {
  double room = fmax(0, most / 2 - half);
  return fmin(room, fmax(-room, x));
}

/* Push two boxes apart; false if they do not overlap. */
static bool push(struct place *a, struct place *b, const struct round *r, bool a_first) {
  double dx = b->x - a->x, dy = b->y - a->y;
  double ox = (a->w + b->w) / 2 + r->gap - fabs(dx), oy = (a->h + b->h) / 2 + r->gap - fabs(dy);
  if (ox <= 0.01 || oy <= 0.01) return false;
  bool no_width = a->w + b->w + r->gap > r->w, no_height = a->h + b->h + r->gap > r->h; /* side by side has no room at all */
  if (!no_width && (no_height || ox * r->bias < oy)) {
    double move = ox / 2 + 0.01, sign = dx > 0 || (dx == 0 && a_first) ? 1 : -1, before = a->x, other = b->x;
    a->x = clamp(before - sign * move, a->w / 2, r->w);
    b->x = clamp(other + sign * (2 * move - fabs(a->x - before)), b->w / 2, r->w);
    a->x = clamp(before - sign * (2 * move - fabs(b->x - other)), a->w / 2, r->w);
  } else {
    double move = oy / 2 + 0.01, sign = dy > 0 || (dy == 0 && a_first) ? 1 : -1, before = a->y, other = b->y;
    a->y = clamp(before - sign * move, a->h / 2, r->h);
    b->y = clamp(other + sign * (2 * move - fabs(a->y - before)), b->h / 2, r->h);
    a->y = clamp(before - sign * (2 * move - fabs(b->y - other)), a->h / 2, r->h);
  }
  return true;
}

/* One round over all pairs; true if nothing overlapped. */
static bool round_of_pushes(struct place *boxes, struct edge_of_box *order, size_t count, const struct round *r) {
  bool settled = true;
  for (size_t i = 0; i < count; i++)
    order[i] = (struct edge_of_box){boxes[i].x - boxes[i].w / 2, (uint32_t)i};
  qsort(order, count, sizeof *order, by_left);
  for (size_t i = 0; i < count; i++) {
    struct place *a = &boxes[order[i].box];
    for (size_t k = i + 1; k < count && order[k].left < a->x + a->w / 2 + r->gap; k++) {
      struct place *b = &boxes[order[k].box];
      if (push(a, b, r, order[i].box < order[k].box)) settled = false;
    }
  }
  for (size_t i = 0; i < count; i++) {
    boxes[i].x = clamp(boxes[i].x, boxes[i].w / 2, r->w);
    boxes[i].y = clamp(boxes[i].y, boxes[i].h / 2, r->h);
  }
  return settled;
}

/* Rounds until nothing overlaps, in an area of w x h; false if that did not come about. The direction of pushes changes from round to
 * round, or boxes would swing between two places for ever. */
static bool settle(struct place *boxes, struct edge_of_box *order, size_t count, double gap, double w, double h) {
  static const double biases[] = {1, 1, 1, 0.4, 1, 2.5};
  unsigned rounds = count > 1000 ? ROUNDS / 4 : ROUNDS;
  for (unsigned i = 0; i < rounds; i++) {
    struct round r = {gap, w, h, i < 12 ? 1 : biases[i % (sizeof biases / sizeof *biases)]};
    if (round_of_pushes(boxes, order, count, &r)) return true;
  }
  return count < 2;
}

/* Centres from the bounds of their boxes to [-w/2, w/2] x [-h/2, h/2]. */
static void stretch_to(struct place *boxes, const struct place *from, size_t count, double stretch, double w, double h) {
  double x0 = INFINITY, x1 = -INFINITY, y0 = INFINITY, y1 = -INFINITY, half_w = 0, half_h = 0;
  for (size_t i = 0; i < count; i++) {
    x0 = fmin(x0, from[i].x);
    x1 = fmax(x1, from[i].x);
    y0 = fmin(y0, from[i].y);
    y1 = fmax(y1, from[i].y);
    half_w = fmax(half_w, from[i].w);
    half_h = fmax(half_h, from[i].h);
  }
  double sx = x1 - x0 > 1e-9 ? fmax(1, w - half_w) / (x1 - x0) : 0, sy = y1 - y0 > 1e-9 ? fmax(1, h - half_h) / (y1 - y0) : 0;
  if (sx > 0 && sy > 0) {
    sx = fmin(sx, sy * stretch);
    sy = fmin(sy, sx * stretch);
  }
  for (size_t i = 0; i < count; i++) {
    boxes[i] = from[i];
    boxes[i].x = (from[i].x - (x0 + x1) / 2) * sx;
    boxes[i].y = (from[i].y - (y0 + y1) / 2) * sy;
  }
}

nonet_code apart_in_area(struct place *boxes, size_t count, const struct apart_how *how, double *w, double *h, nonet_err *err) {
  struct place *from = memory_copy(boxes, count, sizeof *boxes);
  struct place *room = memory_array(count, sizeof *room);
  struct edge_of_box *order = memory_array(count, sizeof *order);
  nonet_code code = NONET_OK;
  if (!from || !room || !order) {
    code = error_memory(err);
    goto done;
  }
  for (size_t i = 0; i < count; i++) {
    *w = fmax(*w, boxes[i].w);
    *h = fmax(*h, boxes[i].h);
  }
  stretch_to(boxes, from, count, how->stretch, *w, *h);
  for (unsigned growth = 0; growth < GROWTHS; growth++) {
    const double more = 1.03;
    if (settle(boxes, order, count, how->gap, *w, *h)) goto done;
    if ((how->rows_soon || growth >= ROWS_FROM) && count <= ROWS_UP_TO && rows_in_area(from, room, count, how->gap, *w, *h)) {
      memcpy(boxes, from, count * sizeof *boxes);
      goto done;
    }
    *w *= more;
    *h *= more;
    for (size_t i = 0; i < count; i++) {
      boxes[i].x *= more;
      boxes[i].y *= more;
    }
  }
  code = error_set(err, NONET_EINTERNAL, "%zu labels could not be moved apart", count);
done:
  free(from);
  free(room);
  free(order);
  return code;
}
