/* A map as a scene: boxes, marks with letters, names, and the lines of map_lines.c.
 *
 * How: the marks of nodes come first, in the order of the nodes, so a line names its ends by number; names follow, each on a white
 * ground that ties do not cross. */
#include "show/fate.h"
#include "show/lettering.h"
#include "show/map.h"

#include <math.h>
#include <string.h>

static bool is_faded(const struct style *style, uint32_t v) {
  return style->node_role && !style->node_role[v];
}

/* In a picture of change: as what became of the node; one that is not there leaves its number to an empty mark. */
static void show_fate(struct scene_mark *mark, const char *role) {
  const struct fate_look *look = fate_look(role);
  if (!look || !look->fill) {
    mark->shape = SHAPE_TEXT;
    mark->node = NONET_NONE;
    mark->fill = mark->pen = NULL;
    mark->text = 0;
    return;
  }
  mark->fill = look->fill;
  mark->pen = look->colour;
  mark->pen_width = look->outline;
  mark->dashed = look->dashed;
}

static void add_mark(struct scene *s, const struct map *m, uint32_t v) {
  const struct map_node *at = &m->nodes[v];
  const struct style *style = m->style;
  const char *ink;
  const struct palette_colour *colour = style_node_colour(style, v, &ink);
  bool faded = is_faded(style, v);
  size_t letter = scene_text(s, at->size >= m->font + 3 && !(style->parts && faded) ? style_letter(style, v) : "");
  struct scene_mark *mark = scene_mark(s, "node");
  if (!mark) return;
  mark->node = v;
  mark->x = at->mark.x;
  mark->y = at->mark.y;
  mark->w = mark->h = at->size;
  mark->shape = style_shape(style, v);
  if (mark->shape == SHAPE_BOX) mark->w = mark->h = at->size * 0.886; /* the area of the circle */
  mark->fill = faded ? "#f3f3f3" : colour->fill;
  mark->pen = faded ? PALETTE_FADED : m->net->nodes > 400 ? colour->line : "#444444";
  mark->pen_width = style->node_role && style->node_role[v] && !style->parts ? 2.4 : m->net->nodes > 400 ? 0.4 : 0.9;
  mark->dashed = isnan(style->size[v]);
  mark->text = letter;
  mark->size = fmin(m->font, at->size * 0.62);
  mark->ink = faded ? "#9a9a9a" : ink;
  if (style->fates) show_fate(mark, style->node_role[v]);
}

static void add_name(struct scene *s, const struct map *m, uint32_t v) {
  const struct map_node *at = &m->nodes[v];
  if (!at->name || ((m->style->fates || m->style->parts) && !m->style->node_role[v])) return;
  size_t text = scene_text(s, m->texts.bytes + at->name);
  struct scene_mark *mark = scene_mark(s, "label");
  if (!mark) return;
  double dx = at->size / 2 + 2 + at->name_w / 2, dy = at->size / 2 + at->name_h / 2;
  mark->x = at->mark.x + (at->side == SIDE_LEFT ? -dx : at->side == SIDE_RIGHT ? dx : 0);
  mark->y = at->mark.y + (at->side == SIDE_BELOW ? -dy : at->side == SIDE_ABOVE ? dy : 0);
  mark->w = at->name_w;
  mark->h = at->name_h;
  mark->node = v;
  mark->text = text;
  mark->size = m->font;
  mark->ink = is_faded(m->style, v) ? "#9a9a9a" : PALETTE_INK;
  mark->align = at->side == SIDE_LEFT ? ALIGN_RIGHT : at->side == SIDE_RIGHT ? ALIGN_LEFT : ALIGN_CENTRE;
  if (!m->boxes && at->side != SIDE_LEFT && at->side != SIDE_RIGHT) mark->fill = "#ffffffd8";
}

static void add_box(struct scene *s, const struct map *m, size_t g) {
  const struct frame *f = &m->frames[g];
  struct buffer title = {0};
  if (!(f->x1 > f->x0)) return;
  buffer_print(&title, "%s  %s", m->style->group[g].letter, m->style->group[g].name);
  struct buffer cut = {0};
  double columns = (f->x1 - f->x0) / (m->font * 0.62);
  lettering_wrap(&cut, buffer_string(&title), columns < 4 ? 4 : (size_t)columns, 1);
  size_t text = scene_text(s, buffer_string(&cut));
  struct scene_box *box = scene_box(s);
  if (box) {
    *box = (struct scene_box){.frame = *f, .text = text, .label_y = f->y1 - 9, .size = m->font, .first_mark = box->first_mark};
    box->fill = palette_colour(g)->wash;
    box->pen = palette_colour(g)->line;
    box->ink = palette_colour(g)->line;
    for (uint32_t v = 0; v < m->net->nodes; v++)
      if (m->style->node_group[v] == g) scene_member(s, v);
  }
  s->failed |= title.failed || cut.failed;
  buffer_free(&title);
  buffer_free(&cut);
}

/* Names inside a box stand on its wash, so that no white patch shows. */
static void ground_names(struct scene *s, const struct map *m) {
  static const char *const grounds[] = {"#f0f5fbd8", "#fdf3efd8", "#edf8f5d8", "#fdfaeed8", "#fff4f6d8", "#f8faebd8", "#f2fafed8"};
  for (size_t i = 0; m->boxes && i < s->mark_count; i++) {
    struct scene_mark *mark = &s->marks[i];
    if (mark->node == NONET_NONE || strcmp(mark->class, "label") != 0) continue;
    uint8_t group = m->style->node_group[mark->node];
    mark->fill = group < m->style->groups ? grounds[group] : "#ffffffd8";
  }
}

nonet_code map_scene(struct scene *s, struct map *m, nonet_err *err) {
  uint32_t first = (uint32_t)s->mark_count;
  for (uint32_t v = 0; v < m->net->nodes; v++)
    add_mark(s, m, v);
  for (uint32_t v = 0; v < m->net->nodes; v++)
    add_name(s, m, v);
  for (size_t g = 0; m->boxes && g < m->style->groups; g++)
    add_box(s, m, g);
  ground_names(s, m);
  if (s->failed) return error_memory(err);
  return map_lines(s, m, first, err);
}
