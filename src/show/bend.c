/* Bending lines.
 *
 * How: a few bows, from none to a third of the length to either side, are tried; the one that meets the fewest marks and names of other
 * nodes is taken, the flattest of equals. In two columns lines are S-shaped and leave level. A loop is a small arc beside its mark. Why
 * only a few bows: a picture with gentle bends of one family looks calm; the exact least is not worth the time. */
#include "show/bend.h"

#include <math.h>
#include <string.h>

enum { SAMPLES = 14 };

static struct frame name_frame(const struct map_node *n) {
  double half = n->name_w / 2, y = n->side == SIDE_ABOVE ? n->mark.y + n->size / 2 : n->mark.y - n->size / 2 - n->name_h;
  if (!n->name) return (struct frame){INFINITY, INFINITY, -INFINITY, -INFINITY};
  return (struct frame){n->mark.x - half, y, n->mark.x + half, y + n->name_h};
}

static bool inside(const struct frame *f, struct point p) {
  return p.x > f->x0 && p.x < f->x1 && p.y > f->y0 && p.y < f->y1;
}

/* What a line is to stay in: the box that both ends are in, below its title, else the drawing. */
static struct frame bounds(const struct map *m, uint32_t a, uint32_t b) {
  const double title = 14;
  uint8_t group = m->boxes ? m->style->node_group[a] : STYLE_NO_GROUP;
  if (m->boxes && group < m->style->groups && group == m->style->node_group[b]) {
    struct frame f = m->frames[group];
    return (struct frame){f.x0, f.y0, f.x1, f.y1 - title};
  }
  return (struct frame){-m->width / 2 - 2, -m->height / 2 - 2, m->width / 2 + 2, m->height / 2 + 2};
}

/* How much a curve disturbs other nodes: marks count more than names. */
static double disturbance(const struct point p[4], const struct map *m, uint32_t a, uint32_t b) {
  double cost = 0;
  struct frame hull = {INFINITY, INFINITY, -INFINITY, -INFINITY};
  for (int i = 0; i < 4; i++)
    hull = (struct frame){fmin(hull.x0, p[i].x), fmin(hull.y0, p[i].y), fmax(hull.x1, p[i].x), fmax(hull.y1, p[i].y)};
  struct frame stay = bounds(m, a, b);
  for (int i = 1; i < SAMPLES; i++) { /* out of the drawing, it would make the whole picture smaller; through a title, that unreadable */
    struct point at = scene_on_curve(p, (double)i / SAMPLES);
    if (!inside(&stay, at)) cost += 2;
  }
  for (uint32_t v = 0; v < m->net->nodes; v++) {
    const struct map_node *n = &m->nodes[v];
    const struct place *c = &n->cell;
    if (v == a || v == b) continue;
    if (c->x + c->w / 2 < hull.x0 || c->x - c->w / 2 > hull.x1 || c->y + c->h / 2 < hull.y0 || c->y - c->h / 2 > hull.y1) continue;
    struct frame name = name_frame(n);
    bool on_mark = false, on_name = false;
    for (int i = 1; i < SAMPLES; i++) {
      struct point at = scene_on_curve(p, (double)i / SAMPLES);
      on_mark |= hypot(at.x - n->mark.x, at.y - n->mark.y) < n->size / 2 + 2;
      on_name |= inside(&name, at);
    }
    cost += on_mark * 3.0 + on_name;
  }
  return cost;
}

struct point map_leave(const struct map *m, uint32_t node, struct point towards) {
  const struct map_node *n = &m->nodes[node];
  double dx = towards.x - n->mark.x, dy = towards.y - n->mark.y, length = hypot(dx, dy), out;
  if (length < 1e-9) return n->mark;
  dx /= length, dy /= length;
  enum scene_shape shape = style_shape(m->style, node);
  double half = n->size / 2;
  if (shape == SHAPE_BOX)
    out = half * 0.886 / fmax(fabs(dx), fabs(dy));
  else if (shape == SHAPE_DIAMOND)
    out = half / (fabs(dx) + fabs(dy));
  else
    out = half;
  if (n->name && (n->side == SIDE_BELOW || n->side == SIDE_ABOVE)) {
    /* Through the name: on to its far edge. */
    double down = n->side == SIDE_BELOW ? -dy : dy;
    if (down > 1e-6 && fabs(dx) / down * half < n->name_w / 2) {
      double to_far = (half + n->name_h) / down, to_side = fabs(dx) > 1e-6 ? n->name_w / 2 / fabs(dx) : INFINITY;
      out = fmax(out, fmin(to_far, to_side));
    }
  }
  return (struct point){n->mark.x + dx * fmin(out, length * 0.9),
                        n->mark.y + dy * fmin(out, length * 0.9)}; /* towards: a third of the way */
}

static void loop(struct point at[4], const struct map_node *n) {
  double r = n->size / 2, x = n->mark.x, y = n->mark.y, far = r + 14;
  at[0] = (struct point){x + r * 0.87, y + r * 0.5};
  at[1] = (struct point){x + far, y + far * 0.75};
  at[2] = (struct point){x + far, y - far * 0.75};
  at[3] = (struct point){x + r * 0.87, y - r * 0.5};
}

static void level(struct point at[4], const struct map *m, uint32_t a, uint32_t b, double bow) {
  const struct map_node *p = &m->nodes[a], *q = &m->nodes[b];
  double sign = q->mark.x > p->mark.x ? 1 : -1, reach = fabs(q->mark.x - p->mark.x) * 0.42, shift = bow * 24;
  at[0] = (struct point){p->mark.x + sign * p->size / 2, p->mark.y};
  at[3] = (struct point){q->mark.x - sign * q->size / 2, q->mark.y};
  at[1] = (struct point){at[0].x + sign * reach, at[0].y + shift};
  at[2] = (struct point){at[3].x - sign * reach, at[3].y + shift};
}

/* A curve whose middle is `bow` of its length to the left of the straight line. */
static void curve(struct point at[4], const struct map *m, uint32_t a, uint32_t b, double bow) {
  struct point p = m->nodes[a].mark, q = m->nodes[b].mark;
  double dx = q.x - p.x, dy = q.y - p.y, off = bow * 4 / 3;
  at[1] = (struct point){p.x + dx / 3 - dy * off, p.y + dy / 3 + dx * off};
  at[2] = (struct point){p.x + dx * 2 / 3 - dy * off, p.y + dy * 2 / 3 + dx * off};
  at[0] = map_leave(m, a, at[1]);
  at[3] = map_leave(m, b, at[2]);
}

void bend_line(struct point at[4], const struct map *m, uint32_t a, uint32_t b, double bow, const struct bend_field *field) {
  static const double tries[] = {0, 0.08, -0.08, 0.15, -0.15, 0.23, -0.23, 0.32, -0.32};
  double best = INFINITY, length = hypot(m->nodes[b].mark.x - m->nodes[a].mark.x, m->nodes[b].mark.y - m->nodes[a].mark.y);
  if (a == b) {
    loop(at, &m->nodes[a]);
    return;
  }
  if (m->nodes[a].side == SIDE_LEFT || m->nodes[a].side == SIDE_RIGHT) {
    level(at, m, a, b, bow);
    return;
  }
  for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
    struct point now[4];
    curve(now, m, a, b, bow + tries[i]);
    if (tries[i] != 0 && fabs(tries[i]) * length > 60) continue; /* a long line may not swing out of the picture */
    double cost = field->avoids ? disturbance(now, m, a, b) + fabs(tries[i]) * 2.5 : 0;
    if (cost < best) {
      best = cost;
      memcpy(at, now, sizeof now);
    }
    if (!field->avoids) return;
  }
}
