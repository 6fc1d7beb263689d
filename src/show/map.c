/* A map: which layout, which font, how many names.
 *
 * How: the engine runs once; then fonts from 10 to 8.5 points are tried, and fewer and fewer names, until the drawing with its legend
 * fits the paper with names of 8 points or more. The first that does is kept, else the best.
 * Which layout: two modes and at most 40 nodes: two columns. Directed, and hardly more ties than nodes: dot, from left to right. Else
 * neato, and sfdp for many nodes: forces keep dense networks compact where dot does not. */
#include "show/map.h"

#include "base/memory.h"
#include "show/fate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS_UP_TO = 40, DOT_UP_TO = 40, NEATO_UP_TO = 300, NAMES_FOR_ALL = 300, NAMES_BEYOND = 80 };
static const double least_points = 8.2; /* a little over 8, for the legend grows as the drawing shrinks */

static int by_size(const void *a, const void *b) {
  const struct map_node *x = a, *y = b;
  if (x->size != y->size) return x->size > y->size ? -1 : 1;
  return x->name < y->name ? -1 : x->name > y->name;
}

/* Whether an answer marks a node; of a picture of change, as new or gone. */
static bool is_marked(const struct style *s, uint32_t v) {
  const char *role = s->node_role ? s->node_role[v] : NULL;
  return role && (!s->fates || fate_look(role)->told);
}

/* Nodes by falling size; those with a role in an answer before all others. */
static bool order_by_size(struct map *m) {
  uint32_t n = m->net->nodes;
  struct map_node *order = memory_zeroed(n, sizeof *order);
  if (!order) return false;
  for (uint32_t v = 0; v < n; v++) {
    double size = isfinite(m->style->size[v]) ? m->style->size[v] : -INFINITY;
    order[v] = (struct map_node){.name = v, .size = is_marked(m->style, v) ? INFINITY : size};
  }
  qsort(order, n, sizeof *order, by_size);
  for (uint32_t i = 0; i < n; i++)
    m->by_size[i] = (uint32_t)order[i].name;
  free(order);
  return true;
}

static const char *choose_layout(const nonet *n, const struct style *style, const struct graph *simple) {
  if (n->two_modes && n->nodes <= COLUMNS_UP_TO) return "columns";
  if (n->directed && n->nodes <= DOT_UP_TO && simple->edges * 5 <= (uint64_t)n->nodes * 6 && !style->boxes) return "dot";
  return n->nodes <= NEATO_UP_TO ? "neato" : "sfdp";
}

static nonet_code run_engine(struct map *m, const char *program, const struct graph *g, const nonet_run *run, nonet_err *err) {
  uint32_t n = m->net->nodes;
  struct place *cells = memory_zeroed(n, sizeof *cells);
  if (!cells) return error_memory(err);
  for (uint32_t v = 0; v < n; v++)
    cells[v] = m->nodes[v].cell;
  struct engine_ask ask = {
      .program = program, .engine = m->layout, .cells = cells, .nodes = n, .tail = g->tail, .head = g->head, .edges = g->edges};
  bool dot = strcmp(m->layout, "dot") == 0;
  ask.directed = g->directed;
  ask.sideways = dot;
  ask.group = m->boxes && !g->directed && !dot ? m->style->node_group : NULL;
  ask.groups = m->style->groups;
  nonet_code code = engine_place(m->raw, &ask, run, err);
  free(cells);
  return code;
}

/* One try: how many points names have on the paper. */
struct attempt {
  double font, points;
  size_t named;
};

/* Can cells of this area be hoped to fit when names may shrink to the least size? */
static bool may_fit(const struct map *m, double font, double w, double h) {
  const double filled = m->boxes ? 0.72 : 0.82, air = 5;
  double area = 0;
  for (uint32_t v = 0; v < m->net->nodes; v++)
    area += (m->nodes[v].cell.w + air) * (m->nodes[v].cell.h + air);
  return area * (least_points / font) * (least_points / font) <= w * h * filled;
}

double map_panel_gap(const struct map *m) {
  return m->across * m->down > 1 ? 16 : 0;
}

double map_panel_head(const struct map *m) {
  return m->across * m->down > 1 ? 16 : 0;
}

/* One panel's share of a side of the paper, and what panels of this size take together. */
static double panel_room(double side, size_t panels, double head, double between) {
  return fmax(40, (side - between * (double)(panels - 1)) / (double)panels - head);
}

static double all_panels(double size, size_t panels, double head, double between) {
  return (size + head) * (double)panels + between * (double)(panels - 1);
}

/* `anyway`: also where it cannot be hoped to fit. */
static nonet_code try_out(struct attempt *t, struct map *m, const struct sketch *k, const struct legend *legend, bool anyway,
                          nonet_err *err) {
  double room_w = k->paper_w, room_h = k->paper_h - sketch_surround(k, legend, k->paper_w);
  nonet_code code = map_cells(m, t->font, t->named, err);
  room_w = panel_room(room_w, m->across, 0, map_panel_gap(m));
  room_h = panel_room(room_h, m->down, map_panel_head(m), map_panel_gap(m));
  if (code == NONET_OK && !anyway && !may_fit(m, t->font, room_w, room_h)) return NONET_OK;
  if (code == NONET_OK) code = map_place(m, room_w, room_h, err);
  t->points = code == NONET_OK ? t->font * sketch_scale(k, legend, all_panels(m->width, m->across, 0, map_panel_gap(m)),
                                                        all_panels(m->height, m->down, map_panel_head(m), map_panel_gap(m)))
                               : 0;
  return code;
}

/* All fonts for one number of names; the first with `enough` points, else the best, is left in *best. */
static nonet_code try_fonts(struct attempt *best, double enough, size_t named, struct map *m, const struct sketch *k,
                            const struct legend *legend, nonet_err *err) {
  static const double fonts[] = {10, 9, 8.5};
  for (size_t f = 0; f < sizeof fonts / sizeof *fonts; f++) {
    struct attempt now = {.font = fonts[f], .named = named};
    nonet_code code = try_out(&now, m, k, legend, false, err);
    if (code != NONET_OK) return code;
    if (now.points > best->points) *best = now;
    if (now.points >= enough) break;
  }
  return NONET_OK;
}

/* Fewer and fewer names until they can be read; m is left as the best try was. */
static nonet_code fit(struct map *m, struct sketch *k, const struct legend *legend, nonet_err *err) {
  static const double shares[] = {1, 0.85, 0.7, 0.55, 0.45, 0.35, 0.27, 0.2, 0.12, 0.06, 0.03, 0.01};
  size_t n = m->net->nodes, most = n <= NAMES_FOR_ALL ? n : NAMES_BEYOND; /* in a large network names of the greatest are what helps */
  struct attempt best = {.font = 8.5, .named = (size_t)ceil(0.01 * (double)most)};
  nonet_code code = NONET_OK;
  for (size_t s = 0; s < sizeof shares / sizeof *shares && best.points < least_points && code == NONET_OK; s++) {
    code = try_fonts(&best, least_points, (size_t)ceil(shares[s] * (double)most), m, k, legend, err);
  }
  bool nameless = m->across * m->down > 1 && best.points < least_points;
  if (nameless) best.named = 0; /* what cannot be read in a panel only hides it */
  if (code == NONET_OK) code = try_out(&best, m, k, legend, true, err);
  if (code != NONET_OK) return code;
  if (nameless) {
    sketch_note(k, "names are left out, for they could not be read in %zu panels on %s: fewer states, or a larger paper, show them",
                k->scene.panels, k->paper);
    return NONET_OK;
  }
  if (m->named < n)
    sketch_note(k, "names are shown for %zu of %zu nodes, those with the highest %s, so that they stay readable on %s", m->named, n,
                m->style->size_title, k->paper);
  if (best.points < 7.95)
    sketch_note(k, "names are %d points on %s, below 8: a larger paper, the matrix or a view of one layer shows more", (int)best.points,
                k->paper);
  return NONET_OK;
}

static void fill_legend(struct legend *legend, const struct map *m) {
  const nonet *n = m->net;
  double least = INFINITY, greatest = 0;
  for (uint32_t v = 0; v < n->nodes; v++) {
    least = fmin(least, m->nodes[v].size);
    greatest = fmax(greatest, m->nodes[v].size);
  }
  *legend = (struct legend){.style = m->style, .least_mark = least, .greatest_mark = greatest, .ties = n->ties > 0};
  legend->widths = n->weighted && n->ties && (m->style->width_high > m->style->width_low || m->style->of_layers);
  struct buffer letters = {0};
  for (uint32_t v = 0; v < n->nodes && !legend->letters_of_more && !m->style->parts; v++) {
    style_further_letters(m->style, v, &letters);
    legend->letters_of_more = letters.size > 0;
  }
  buffer_free(&letters);
}

/* Columns are tried on both ways of the paper, the engines' layouts on the side that they lie on. */
nonet_code map_fit(struct map *m, struct sketch *k, struct legend *legend, nonet_err *err) {
  nonet_code code = map_cells(m, 10, m->net->nodes, err);
  if (code != NONET_OK) return code;
  fill_legend(legend, m);
  if (strcmp(m->layout, "columns") == 0 && m->across * m->down == 1) {
    code = map_place(m, k->paper_w, k->paper_h, err);
    if (code != NONET_OK) return code;
    double across = sketch_scale(k, legend, m->width, m->height);
    sketch_turn(k, true);
    if (sketch_scale(k, legend, m->width, m->height) <= across) sketch_turn(k, false);
  }
  code = fit(m, k, legend, err);
  fill_legend(legend, m);
  return code;
}

void map_free(struct map *m) {
  free(m->raw);
  free(m->by_size);
  free(m->nodes);
  free(m->frames);
  buffer_free(&m->texts);
}

nonet_code map_start(struct map *m, const struct style *style, const char *layout, const char *program, const nonet_run *run,
                     nonet_err *err) {
  const nonet *n = style->net;
  const struct graph *simple;
  *m = (struct map){.net = n, .style = style, .boxes = style->boxes, .across = 1, .down = 1};
  nonet_code code = net_simple(&simple, n, false, false, err);
  if (code != NONET_OK) return code;
  m->layout = layout ? layout : choose_layout(n, style, simple);
  if (strcmp(m->layout, "columns") == 0) m->boxes = false;
  if (n->directed && strcmp(m->layout, "dot") == 0) code = net_simple(&simple, n, true, false, err);
  if (code != NONET_OK) return code;
  m->raw = memory_zeroed(n->nodes, sizeof *m->raw);
  m->by_size = memory_zeroed(n->nodes, sizeof *m->by_size);
  m->nodes = memory_zeroed(n->nodes, sizeof *m->nodes);
  m->frames = memory_zeroed(style->groups, sizeof *m->frames);
  if (!m->raw || !m->by_size || !m->nodes || !m->frames || !order_by_size(m)) return error_memory(err);
  code = map_cells(m, 9, n->nodes <= NEATO_UP_TO ? n->nodes : 0, err);
  if (code == NONET_OK && strcmp(m->layout, "columns") != 0 && n->nodes) code = run_engine(m, program, simple, run, err);
  return code;
}

nonet_code map_draw(struct sketch *k, const struct style *style, const char *layout, const char *program, const nonet_run *run,
                    nonet_err *err) {
  struct map m;
  struct legend legend;
  nonet_code code = map_start(&m, style, layout, program, run, err);
  if (code == NONET_OK) code = map_fit(&m, k, &legend, err);
  if (code == NONET_OK) code = map_scene(&k->scene, &m, err);
  if (code == NONET_OK) sketch_finish(k, &legend, scene_frame(&k->scene));
  map_free(&m);
  return code;
}
