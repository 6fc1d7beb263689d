/* Places of a map: from the engine's positions to cells that fit the paper without overlap.
 *
 * How: cells take the engine's positions, stretched to the paper; groups.c and apart.c see to it that none overlaps. What dot, circo and
 * twopi placed keeps its shape: there direction and circles mean something. Nodes without ties stand in rows below, out of the way, unless
 * a box holds them. */
#include "base/memory.h"
#include "show/apart.h"
#include "show/columns.h"
#include "show/groups.h"
#include "show/map.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double gap = 7;

static bool is_isolate(const struct map *m, uint32_t v) {
  return m->net->end_first[v] == m->net->end_first[v + 1] && !(m->boxes && m->style->node_group[v] < m->style->groups);
}

/* Rows of isolates, centred below y 0; gives their height. */
static double place_isolates(struct map *m, double width) {
  double x = 0, y = 0, row = 0;
  for (uint32_t v = 0; v < m->net->nodes; v++) {
    struct place *c = &m->nodes[v].cell;
    if (!is_isolate(m, v)) continue;
    if (x > 0 && x + c->w > width) {
      y -= row + gap;
      x = row = 0;
    }
    c->x = x + c->w / 2 - width / 2;
    c->y = y - c->h / 2;
    x += c->w + gap;
    row = fmax(row, c->h);
  }
  return row > 0 ? row - y : 0;
}

static void shift_isolates(struct map *m, double dy) {
  for (uint32_t v = 0; v < m->net->nodes; v++)
    if (is_isolate(m, v)) m->nodes[v].cell.y += dy;
}

/* The drawing around its middle, and how large it is. */
static void centre(struct map *m) {
  struct frame f = {INFINITY, INFINITY, -INFINITY, -INFINITY};
  for (uint32_t v = 0; v < m->net->nodes; v++) {
    const struct place *c = &m->nodes[v].cell;
    f = (struct frame){fmin(f.x0, c->x - c->w / 2), fmin(f.y0, c->y - c->h / 2), fmax(f.x1, c->x + c->w / 2), fmax(f.y1, c->y + c->h / 2)};
  }
  for (size_t g = 0; m->boxes && g < m->style->groups; g++) {
    const struct frame *b = &m->frames[g];
    if (b->x1 > b->x0) f = (struct frame){fmin(f.x0, b->x0), fmin(f.y0, b->y0), fmax(f.x1, b->x1), fmax(f.y1, b->y1)};
  }
  if (!m->net->nodes) f = (struct frame){0, 0, 0, 0};
  double x = (f.x0 + f.x1) / 2, y = (f.y0 + f.y1) / 2;
  for (uint32_t v = 0; v < m->net->nodes; v++) {
    m->nodes[v].cell.x -= x;
    m->nodes[v].cell.y -= y;
  }
  for (size_t g = 0; m->boxes && g < m->style->groups; g++) {
    struct frame *b = &m->frames[g];
    *b = (struct frame){b->x0 - x, b->y0 - y, b->x1 - x, b->y1 - y};
  }
  m->width = f.x1 - f.x0;
  m->height = f.y1 - f.y0;
}

static bool keeps_shape(const char *layout) {
  return strcmp(layout, "dot") == 0 || strcmp(layout, "circo") == 0 || strcmp(layout, "twopi") == 0;
}

/* Nodes that have ties (or a box), through apart or groups. */
static nonet_code place_free(struct map *m, double w, double h, nonet_err *err) {
  uint32_t n = m->net->nodes, count = 0;
  struct place *boxes = memory_zeroed(n, sizeof *boxes);
  uint8_t *group = memory_zeroed(n, 1);
  nonet_code code = NONET_OK;
  double x0 = INFINITY, x1 = -INFINITY, y0 = INFINITY, y1 = -INFINITY;
  if (!boxes || !group) {
    code = error_memory(err);
    goto done;
  }
  for (uint32_t v = 0; v < n; v++) {
    if (is_isolate(m, v)) continue;
    const struct place *c = &m->nodes[v].cell;
    boxes[count] = (struct place){m->raw[v].x, m->raw[v].y, c->w, c->h};
    group[count++] = m->style->node_group[v];
    x0 = fmin(x0, m->raw[v].x), x1 = fmax(x1, m->raw[v].x), y0 = fmin(y0, m->raw[v].y), y1 = fmax(y1, m->raw[v].y);
  }
  bool keeps = keeps_shape(m->layout);
  for (uint32_t i = 0; i < count && !keeps && (x1 - x0 < y1 - y0) != (w < h); i++) { /* turned by a quarter to lie as the paper does */
    double x = boxes[i].x;
    boxes[i].x = boxes[i].y;
    boxes[i].y = -x;
  }
  double air = n > 1000 ? 0.5 : n > 60 ? 5 : gap;
  double share = fmin(1, 0.4 + 0.06 * count); /* a handful of nodes needs no whole page */
  w *= share, h *= share;
  if (m->boxes) {
    struct grouping how = {.group = group, .groups = m->style->groups, .gap = air, .margin = 8, .title = 14, .frames = m->frames};
    code = groups_in_area(boxes, count, &how, &w, &h, err);
  } else {
    if (keeps) w = x1 - x0 + 120, h = y1 - y0 + 60;
    code = apart_in_area(boxes, count, &(struct apart_how){air, keeps ? 1.3 : 2, false}, &w, &h, err);
  }
  for (uint32_t v = 0, i = 0; v < n && code == NONET_OK; v++) {
    if (is_isolate(m, v)) continue;
    m->nodes[v].cell.x = boxes[i].x;
    m->nodes[v].cell.y = boxes[i++].y;
  }
done:
  free(boxes);
  free(group);
  return code;
}

/* Two columns; names stand outside, ties between. */
static nonet_code place_columns(struct map *m, nonet_err *err) {
  const nonet *n = m->net;
  const struct graph *simple;
  bool *right = memory_zeroed(n->nodes, sizeof *right);
  double *first = memory_zeroed(n->nodes, sizeof *first), pitch[2] = {0}, name[2] = {0};
  uint32_t *rank = memory_zeroed(n->nodes, sizeof *rank), count[2] = {0};
  const double between = 190, air = 2;
  nonet_code code = net_simple(&simple, n, false, false, err);
  if (code == NONET_OK && (!right || !first || !rank)) code = error_memory(err);
  if (code != NONET_OK) goto done;
  for (uint32_t v = 0; v < n->nodes; v++) {
    right[v] = net_node_kind(n, v) == n->mode_kind[1];
    first[v] = m->style->node_group[v] * 1000.0 - (double)(n->end_first[v + 1] - n->end_first[v]);
    count[right[v]]++;
    pitch[right[v]] = fmax(pitch[right[v]], m->nodes[v].cell.h + 4);
    name[right[v]] = fmax(name[right[v]], m->nodes[v].name_w);
  }
  code = columns_order(rank, simple, right, first, err);
  if (code != NONET_OK) goto done;
  double height = fmax(pitch[0] * count[0], pitch[1] * count[1]);
  for (uint32_t v = 0; v < n->nodes; v++) {
    struct map_node *at = &m->nodes[v];
    bool r = right[v];
    double step = fmin(height / count[r], pitch[r] * 2.2), top = (count[r] - 1) * step / 2;
    at->side = r ? SIDE_RIGHT : SIDE_LEFT;
    at->cell.y = top - rank[v] * step;
    at->cell.x = (r ? 1 : -1) * (between / 2 + at->cell.w / 2 - at->size / 2 + 10);
    at->mark = (struct point){(r ? 1 : -1) * (between / 2 + 10), at->cell.y};
  }
  m->width = between + 40 + name[0] + name[1] + 2 * air;
  centre(m);
done:
  free(right);
  free(first);
  free(rank);
  return code;
}

/* The name on the side of the mark that fewer ties leave to. */
static void choose_sides(struct map *m) {
  const nonet *n = m->net;
  for (uint32_t v = 0; v < n->nodes; v++) {
    struct map_node *at = &m->nodes[v];
    double down = 0, up = 0;
    for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++) {
      const struct place *far = &m->nodes[n->end_other[e]].cell;
      double dx = far->x - at->cell.x, dy = far->y - at->cell.y, steep = fabs(dy) / (fabs(dx) + fabs(dy) + 1e-9);
      if (dy < 0)
        down += steep;
      else
        up += steep;
    }
    at->side = up + 0.7 < down ? SIDE_ABOVE : SIDE_BELOW;
    double away = (at->cell.h - at->size) / 2 * (at->side == SIDE_ABOVE ? -1 : 1);
    at->mark = (struct point){at->cell.x, at->cell.y + away};
  }
}

nonet_code map_place(struct map *m, double w, double h, nonet_err *err) {
  nonet_code code;
  if (strcmp(m->layout, "columns") == 0) {
    code = place_columns(m, err);
    for (uint32_t v = 0; v < m->net->nodes && code == NONET_OK; v++) {
      struct map_node *at = &m->nodes[v];
      double out = at->cell.w / 2 - at->size / 2;
      at->mark = (struct point){at->cell.x + (at->side == SIDE_LEFT ? out : -out), at->cell.y};
    }
    return code;
  }
  double below = place_isolates(m, w);
  code = place_free(m, w, below > 0 ? fmax(h / 3, h - below - gap * 2) : h, err);
  if (code != NONET_OK) return code;
  if (below > 0) {
    double low = INFINITY;
    for (uint32_t v = 0; v < m->net->nodes; v++)
      if (!is_isolate(m, v)) low = fmin(low, m->nodes[v].cell.y - m->nodes[v].cell.h / 2);
    for (size_t g = 0; m->boxes && g < m->style->groups; g++)
      if (m->frames[g].x1 > m->frames[g].x0) low = fmin(low, m->frames[g].y0);
    shift_isolates(m, isfinite(low) ? low - gap * 2 : 0);
  }
  centre(m);
  choose_sides(m);
  return NONET_OK;
}
