/* Panels: small multiples, one for each state, or for each part of one network.
 *
 * How: the network of all states is laid out once and fitted to a share of the paper; each panel then draws those marks and lines that are
 * there, moved to its own place. So a node stands at the same point in every panel, and what differs is what changed. Of parts (layers)
 * each panel draws its own nodes and ties as the map does, and all other nodes faint, so that the eye finds its place.
 * Why not one picture after the other: the eye compares what lies side by side (small multiples, Tufte 1983). */
#include "show/panels.h"
#include "show/map.h"

#include "net/answer.h"
#include "show/fate.h"

#include <math.h>
#include <string.h>

/* Everything from a mark and a line on, to its place. A node that stands in several panels has its own name in one alone, so that the marks
 * of all are told apart. */
static void move(struct scene *s, size_t mark, size_t line, double dx, double dy, bool first) {
  for (; mark < s->mark_count; mark++) {
    s->marks[mark].x += dx;
    s->marks[mark].y += dy;
    if (!first) s->marks[mark].node = NONET_NONE;
  }
  for (; line < s->line_count; line++)
    for (int i = 0; i < 4; i++) {
      s->lines[line].at[i].x += dx;
      s->lines[line].at[i].y += dy;
    }
}

/* How many stand side by side: wide paper has more across than down. */
static size_t across_of(size_t count, const struct sketch *k) {
  double wanted = sqrt((double)count * k->paper_w / k->paper_h);
  size_t across = (size_t)fmax(1, round(wanted));
  return across > count ? count : across;
}

static nonet_code draw_panel(struct sketch *k, struct map *m, struct style *style, const struct panel *panel, size_t i, nonet_err *err) {
  struct scene *s = &k->scene;
  size_t mark = s->mark_count, line = s->line_count, column = i % m->across, row = i / m->across;
  double gap = map_panel_gap(m), head = map_panel_head(m);
  double x = (double)column * (m->width + gap), y = -(double)row * (m->height + gap + head);
  style->node_role = panel->node;
  style->tie_role = panel->tie;
  if (panel->part && style->colours == COLOURS_OF_LAYERS && style->nodes_coloured)
    for (uint32_t v = 0; v < m->net->nodes; v++)
      style->node_group[v] = style->layer_group[panel->layer];
  nonet_code code = map_scene(s, m, err);
  move(s, mark, line, x, y, i == 0);
  scene_write(s, "title", x - m->width / 2, y + m->height / 2 + head / 2, panel->title, 10, PALETTE_INK, ALIGN_LEFT);
  return code;
}

/* A frame of thin lines would be one more thing to read: panels are told apart by room, and each has its corners held by empty marks so
 * that a state without marks at the rim takes its room as well. */
static void hold_corners(struct scene *s, const struct map *m) {
  double gap = map_panel_gap(m), head = map_panel_head(m);
  const double x[] = {-m->width / 2, (double)(m->across - 1) * (m->width + gap) + m->width / 2};
  const double y[] = {m->height / 2 + head, -(double)(m->down - 1) * (m->height + gap + head) - m->height / 2};
  for (int i = 0; i < 2; i++) {
    struct scene_mark *corner = scene_mark(s, "label");
    if (!corner) return;
    corner->shape = SHAPE_TEXT;
    corner->x = x[i];
    corner->y = y[i];
    corner->w = corner->h = 1;
  }
}

/* Roles of the whole, as an answer: a tie has a look that it has in some panel, so that the legend shows it. */
static nonet_code roles_of_all(nonet_answer **out, const nonet *n, const struct panel *panel, size_t count, nonet_err *err) {
  const char *stayed = fate_look_at(0)->role;
  nonet_code code = answer_new(out, err);
  for (uint32_t v = 0; v < n->nodes && code == NONET_OK; v++)
    code = answer_mark_node(*out, v, stayed, err);
  for (uint32_t t = 0; t < n->ties && code == NONET_OK; t++) {
    const char *role = stayed;
    for (size_t i = 0; i < count; i++)
      if (panel[i].tie[t] && strcmp(panel[i].tie[t], stayed) != 0) role = panel[i].tie[t];
    code = answer_mark_tie(*out, t, role, err);
  }
  return code;
}

static nonet_code draw_all(struct sketch *k, struct style *style, const struct panel *panel, size_t count, const char *layout,
                           const char *program, const nonet_run *run, nonet_err *err) {
  const char **node = style->node_role, **tie = style->tie_role;
  struct legend legend = {0};
  struct map m;
  nonet_code code = map_start(&m, style, layout, program, run, err);
  k->scene.panels = count;
  m.across = across_of(count, k);
  m.down = (count + m.across - 1) / m.across;
  if (code == NONET_OK) code = map_fit(&m, k, &legend, err);
  if (style->parts) legend.extra[0] = "faint: not in that layer; every node keeps its place";
  legend.widths = false; /* lines are thinner here, and what is kept thinner still: widths say no strength */
  for (size_t i = 0; i < count && code == NONET_OK; i++)
    code = draw_panel(k, &m, style, &panel[i], i, err);
  style->node_role = node;
  style->tie_role = tie;
  if (code == NONET_OK) {
    hold_corners(&k->scene, &m);
    sketch_finish(k, &legend, scene_frame(&k->scene));
  }
  map_free(&m);
  return code;
}

nonet_code panels_draw(struct sketch *k, const nonet *n, const struct panel *panel, size_t count, const nonet_draw_options *options,
                       const char *program, const nonet_run *run, nonet_err *err) {
  struct style style = {0};
  nonet_answer *roles = NULL;
  nonet_draw_options how = *options;
  bool parts = count > 0 && panel[0].part;
  nonet_code code = parts ? NONET_OK : roles_of_all(&roles, n, panel, count, err);
  how.highlight = roles;
  if (code == NONET_OK) code = style_make(&style, n, &how, run, err);
  for (size_t i = 0; i < count; i++)
    for (uint32_t v = 0; v < n->nodes && !parts; v++)
      style.parted |= panel[i].node[v] && strcmp(panel[i].node[v], FATE_ROLE_PARTED) == 0;
  if (parts) style.parts = true, style.boxes = false; /* a panel is what a box would be */
  if (code == NONET_OK) code = draw_all(k, &style, panel, count, options->layout, program, run, err);
  style_free(&style);
  nonet_answer_free(roles);
  return code;
}
