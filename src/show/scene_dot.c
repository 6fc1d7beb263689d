/* A scene as DOT with positions: what a user saves, and what nonet-draw renders as it is (layout nop2).
 *
 * How: nodes of the network keep their ids; all else (labels, legend, title, cells) are nodes of class label, legend ... whose
 * ids hold a colon, which no node's id can. Boxes are clusters with their own `bb`. Numbers have two decimals at most.
 * Why labels are marks of their own: a label then has a white ground that ties do not cross, and its place is ours.
 *
 * Sources: [1] https://graphviz.org/docs/layouts/nop2/ [2] https://graphviz.org/docs/attr-types/splineType/ */
#include "show/dot_text.h"
#include "show/lettering.h"
#include "show/palette.h"
#include "show/scene.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

enum { MANY_LINES = 600 };
static const char *const shapes[] = {"box", "circle", "box", "diamond", "triangle", "hexagon", "octagon"};
static const char *const aligns[] = {"\\n", "\\l", "\\r"};
static const char *const dashes[] = {"solid", "dashed", "dotted", "solid"};

/* How many lines lie in one drawing. */
static size_t lines_of(const struct scene *s) {
  return s->line_count / (s->panels ? s->panels : 1);
}

static void number(struct buffer *b, double x) {
  char text[NUMBER_ROOM];
  double rounded = round(x * 100) / 100;
  buffer_add(b, text, number_print(text, rounded + 0.0));
}

static void pair(struct buffer *b, double x, double y) {
  number(b, x);
  buffer_char(b, ',');
  number(b, y);
}

static void attribute_number(struct buffer *b, const char *name, double x) {
  buffer_print(b, ", %s=", name);
  number(b, x);
}

/* Inches with enough decimals to come back as the same points. */
static void inches(struct buffer *b, const char *name, double points) {
  char text[NUMBER_ROOM];
  buffer_print(b, ", %s=", name);
  buffer_add(b, text, number_print(text, round(points / 72 * 1e4) / 1e4));
}

static void mark_id(struct buffer *b, const struct scene *s, size_t mark) {
  const struct scene_mark *m = &s->marks[mark];
  if (m->node != NONET_NONE && strcmp(m->class, "node") == 0)
    dot_id(b, s->net, m->node);
  else
    buffer_print(b, "\"%s:%zu\"", m->class, mark);
}

static void mark_text(struct buffer *b, const struct scene *s, const struct scene_mark *m) {
  const char *text = scene_text_at(s, m->text);
  buffer_text(b, ", label=\"");
  dot_label(b, text, aligns[m->align]);
  if (*text && m->align != ALIGN_CENTRE) buffer_text(b, aligns[m->align]);
  buffer_char(b, '"');
  if (*text) {
    attribute_number(b, "fontsize", m->size);
    buffer_print(b, ", fontcolor=\"%s\"", m->ink);
  }
}

/* What the network says of a node, for whoever reads the file. */
static void node_facts(struct buffer *b, const nonet *n, uint32_t v) {
  const uint32_t *layers;
  uint32_t count = net_node_layers(n, v, &layers), kind = net_node_kind(n, v);
  nonet_node node;
  nonet_node_get(&node, n, v);
  buffer_text(b, ", name=");
  dot_value(b, node.label);
  if (kind != NONET_NONE) {
    buffer_text(b, ", kind=");
    dot_value(b, nonet_kind_name(n, kind));
  }
  if (!count) return;
  struct buffer joined = {0};
  for (uint32_t i = 0; i < count; i++)
    buffer_print(&joined, "%s%s", i ? ";" : "", nonet_layer_name(n, layers[i]));
  buffer_text(b, ", layer=");
  dot_value(b, buffer_string(&joined));
  buffer_free(&joined);
}

static void write_mark(struct buffer *b, const struct scene *s, size_t i) {
  const struct scene_mark *m = &s->marks[i];
  buffer_text(b, "  ");
  mark_id(b, s, i);
  buffer_text(b, " [pos=\"");
  pair(b, m->x, m->y);
  buffer_char(b, '"');
  inches(b, "width", m->w);
  inches(b, "height", m->h);
  buffer_print(b, ", shape=%s", shapes[m->shape]);
  mark_text(b, s, m);
  if (m->fill || m->pen) buffer_print(b, ", style=\"%s%s\"", m->fill ? "filled" : "solid", m->dashed ? ",dashed" : "");
  if (m->fill) buffer_print(b, ", fillcolor=\"%s\"", m->fill);
  if (m->pen) {
    buffer_print(b, ", color=\"%s\"", m->pen);
    if (m->pen_width != 1) attribute_number(b, "penwidth", m->pen_width);
  } else {
    buffer_text(b, m->fill ? ", color=\"#00000000\", penwidth=0" : ", style=solid, color=\"#00000000\", peripheries=0");
  }
  if (strcmp(m->class, "node") == 0 && m->node != NONET_NONE)
    node_facts(b, s->net, m->node);
  else
    buffer_print(b, ", class=\"nonet-%s\"", m->class);
  buffer_text(b, "];\n");
}

static void line_facts(struct buffer *b, const struct scene *s, const struct scene_line *l) {
  nonet_tie t;
  if (l->tie == NONET_NONE) {
    buffer_text(b, ", class=\"nonet-legend\"");
    return;
  }
  nonet_tie_get(&t, s->net, l->tie);
  if (*t.kind) {
    buffer_text(b, ", kind=");
    dot_value(b, t.kind);
  }
  if (t.layer != NONET_NONE) {
    buffer_text(b, ", layer=");
    dot_value(b, nonet_layer_name(s->net, t.layer));
  }
  if (l->ties > 1) buffer_print(b, ", ties=%u", l->ties);
}

/* The arrows take their length off the ends of the line; `pos` names the tips. */
static void write_line(struct buffer *b, const struct scene *s, const struct scene_line *l, bool directed) {
  const double arrow = lines_of(s) > 200 ? 4.5 : 6.5;
  struct point p[4], tip = l->at[3], back = l->at[0];
  memcpy(p, l->at, sizeof p);
  double dx = p[3].x - p[2].x, dy = p[3].y - p[2].y, length = hypot(dx, dy);
  if (l->head && length > 1e-9) p[3] = (struct point){tip.x - dx / length * arrow, tip.y - dy / length * arrow};
  dx = p[0].x - p[1].x, dy = p[0].y - p[1].y, length = hypot(dx, dy);
  if (l->tail && length > 1e-9) p[0] = (struct point){back.x - dx / length * arrow, back.y - dy / length * arrow};
  buffer_text(b, "  ");
  mark_id(b, s, l->from);
  buffer_text(b, directed ? " -> " : " -- ");
  mark_id(b, s, l->to);
  buffer_text(b, " [pos=\"");
  if (l->tail) {
    buffer_text(b, "s,");
    pair(b, back.x, back.y);
    buffer_char(b, ' ');
  }
  if (l->head) {
    buffer_text(b, "e,");
    pair(b, tip.x, tip.y);
    buffer_char(b, ' ');
  }
  for (size_t k = 0; k < 4; k++) {
    if (k) buffer_char(b, ' ');
    pair(b, p[k].x, p[k].y);
  }
  /* Where lines are very many each is let through, so that density shows. */
  buffer_print(b, "\", color=\"%s%s", l->colour, lines_of(s) > MANY_LINES && l->tie != NONET_NONE && strlen(l->colour) == 7 ? "80" : "");
  if (l->dash == DASH_DOUBLE) buffer_print(b, ":#ffffff:%s", l->colour);
  buffer_char(b, '"');
  attribute_number(b, "penwidth", l->width);
  if (l->dash != DASH_SOLID && l->dash != DASH_DOUBLE) buffer_print(b, ", style=%s", dashes[l->dash]);
  if (directed) buffer_print(b, ", dir=%s", l->head ? (l->tail ? "both" : "forward") : l->tail ? "back" : "none");
  line_facts(b, s, l);
  buffer_text(b, "];\n");
}

static void write_box(struct buffer *b, const struct scene *s, size_t i) {
  const struct scene_box *box = &s->boxes[i];
  const struct frame *f = &box->frame;
  buffer_print(b, "  subgraph \"cluster_%zu\" {\n    bb=\"", i + 1);
  pair(b, f->x0, f->y0);
  buffer_char(b, ',');
  pair(b, f->x1, f->y1);
  buffer_print(b, "\"; style=\"filled,rounded\"; fillcolor=\"%s\"; color=\"%s\"; fontcolor=\"%s\"; fontsize=", box->fill, box->pen,
               box->ink);
  number(b, box->size);
  buffer_text(b, "; label=\"");
  dot_label(b, scene_text_at(s, box->text), " ");
  buffer_text(b, "\"; lp=\"");
  pair(b, (f->x0 + f->x1) / 2, box->label_y);
  buffer_text(b, "\";\n");
  for (uint32_t k = 0; k < box->marks; k++) {
    buffer_text(b, "    ");
    mark_id(b, s, s->members[box->first_mark + k]);
    buffer_text(b, ";\n");
  }
  buffer_text(b, "  }\n");
}

void scene_dot(struct buffer *b, const struct scene *s, double paper_w, double paper_h) {
  bool directed = nonet_is_directed(s->net);
  struct frame f = scene_frame(s);
  buffer_text(b, directed ? "digraph \"" : "graph \"");
  dot_label(b, s->title ? s->title : nonet_title(s->net), " ");
  buffer_text(b, "\" {\n  graph [bb=\"");
  pair(b, f.x0, f.y0);
  buffer_char(b, ',');
  pair(b, f.x1, f.y1);
  buffer_text(b, "\", bgcolor=\"#ffffff\", outputorder=edgesfirst, pad=0.08, fontname=\"" LETTERING_FONTS "\", size=\"");
  number(b, paper_w / 72);
  buffer_char(b, ',');
  number(b, paper_h / 72);
  buffer_text(b, "\"];\n  node [fixedsize=true, margin=0, fontname=\"" LETTERING_FONTS "\"];\n  edge [arrowsize=");
  number(b, lines_of(s) > 200 ? 0.45 : 0.65);
  buffer_text(b, "];\n");
  for (size_t i = 0; i < s->box_count; i++)
    write_box(b, s, i);
  for (size_t i = 0; i < s->mark_count; i++)
    write_mark(b, s, i);
  for (int above = 0; above < 2; above++) /* faded lines first, so that they lie below */
    for (size_t i = 0; i < s->line_count; i++)
      if ((!s->lines[i].below && strcmp(s->lines[i].colour, PALETTE_FADED) != 0) == (above == 1)) write_line(b, s, &s->lines[i], directed);
  buffer_text(b, "}\n");
}
