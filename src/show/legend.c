/* The legend: blocks side by side, each a heading and samples with words.
 *
 * How: a block is laid out in a scene of its own first, so its size is known; blocks then flow from left to right and into a further row
 * where the width ends. Samples are drawn the way the picture draws the thing itself, with real values from the data. Why under the drawing
 * and not in it: there it can cover nothing. */
#include "show/legend.h"

#include "base/number.h"
#include "show/fate.h"
#include "show/lettering.h"

#include <math.h>
#include <string.h>

enum { ROWS = 4 };

/* Where the next row of a block goes. */
struct pen {
  struct scene *s;
  const struct legend *legend;
  double x, y, font, row; /* row: height of one */
  double widest;          /* of the column so far */
  unsigned rows;
};

static void column_end(struct pen *p) {
  p->x += p->widest + p->font * 1.2;
  p->widest = 0;
  p->rows = 0;
}

/* Place for a sample of this width; its text follows. */
static void words(struct pen *p, double sample, const char *text) {
  double y = p->y - (p->rows + 0.5) * p->row;
  double width = sample + 4 + scene_write(p->s, "legend", p->x + sample + 4, y, text, p->font, PALETTE_INK, ALIGN_LEFT);
  p->widest = fmax(p->widest, width);
  if (++p->rows == ROWS) column_end(p);
}

static void sample_mark(struct pen *p, enum scene_shape shape, double size, double room, const char *fill, const char *letter,
                        bool dashed) {
  size_t text = scene_text(p->s, letter);
  struct scene_mark *m = scene_mark(p->s, "legend");
  if (!m) return;
  m->x = p->x + room / 2;
  m->y = p->y - (p->rows + 0.5) * p->row;
  m->w = m->h = shape == SHAPE_BOX ? size * 0.886 : size;
  m->shape = shape;
  m->fill = fill;
  m->pen = "#444444";
  m->pen_width = 0.9;
  m->dashed = dashed;
  m->text = text;
  m->size = fmin(p->font, size * 0.62);
}

static void sample_end(struct pen *p, double x, double y, uint32_t *mark) {
  struct scene_mark *m = scene_mark(p->s, "legend");
  if (!m) return;
  *mark = (uint32_t)(p->s->mark_count - 1);
  m->x = x;
  m->y = y;
  m->w = m->h = 1;
  m->shape = SHAPE_TEXT;
}

static void sample_line(struct pen *p, double room, const char *colour, double width, enum scene_dash dash, bool head) {
  double y = p->y - (p->rows + 0.5) * p->row, x0 = p->x, x1 = p->x + room;
  uint32_t from = 0, to = 0;
  sample_end(p, x0, y, &from);
  sample_end(p, x1, y, &to);
  struct scene_line *l = scene_line(p->s);
  if (!l) return;
  *l = (struct scene_line){
      .from = from, .to = to, .tie = NONET_NONE, .ties = 1, .head = head, .colour = colour, .width = width, .dash = dash};
  for (int i = 0; i < 4; i++)
    l->at[i] = (struct point){x0 + (x1 - x0) * i / 3, y};
}

static void heading(struct pen *p, const char *text) {
  scene_write(p->s, "legend", p->x, p->y + p->font * 0.75, text, p->font, PALETTE_SOFT, ALIGN_LEFT);
}

static void counted(struct buffer *b, const char *name, uint32_t count) {
  buffer_clear(b);
  lettering_wrap(b, name, 30, 1);
  buffer_print(b, " (%u)", count);
}

static void shapes_block(struct pen *p, struct buffer *b) {
  const nonet *n = p->legend->style->net;
  const struct style *style = p->legend->style;
  uint32_t unsaid = 0, others = 0;
  if (!n->kinds) return;
  heading(p, "Shape: kind");
  for (uint32_t k = 0; k < n->kinds; k++) {
    uint32_t count = 0;
    for (uint32_t v = 0; v < n->nodes; v++)
      count += net_node_kind(n, v) == k;
    if (!count) continue;
    if (style->kind_shape[k] == SHAPE_OCTAGON) {
      others += count;
      continue;
    }
    sample_mark(p, (enum scene_shape)style->kind_shape[k], p->font + 2, p->font + 3, palette_plain()->fill, "", false);
    counted(b, nonet_kind_name(n, k), count);
    words(p, p->font + 3, buffer_string(b));
  }
  for (uint32_t v = 0; v < n->nodes; v++)
    unsaid += net_node_kind(n, v) == NONET_NONE;
  if (!others && !unsaid) return;
  sample_mark(p, SHAPE_OCTAGON, p->font + 2, p->font + 3, palette_plain()->fill, "", false);
  counted(b, others && unsaid ? "other kinds, or not said" : others ? "other kinds" : "kind not said", others + unsaid);
  words(p, p->font + 3, buffer_string(b));
}

static void number_text(struct buffer *b, double x) {
  char text[NUMBER_ROOM];
  buffer_add(b, text, number_print_short(text, x, 3));
}

static void steps_block(struct pen *p, struct buffer *b) {
  const struct style *s = p->legend->style;
  if (!(s->high >= s->low)) return;
  for (size_t i = 0; i < PALETTE_STEPS; i++) {
    double from = s->low + (s->high - s->low) * (double)i / PALETTE_STEPS,
           to = s->low + (s->high - s->low) * (double)(i + 1) / PALETTE_STEPS;
    sample_mark(p, SHAPE_CIRCLE, p->font + 2, p->font + 3, palette_step(i)->fill, "", false);
    buffer_clear(b);
    number_text(b, from);
    buffer_text(b, " to ");
    number_text(b, to);
    words(p, p->font + 3, buffer_string(b));
    if (!(s->high > s->low)) break;
  }
}

static void colours_block(struct pen *p, struct buffer *b) {
  const struct style *s = p->legend->style;
  bool lines = s->colours == COLOURS_OF_LAYERS && !s->nodes_coloured && !p->legend->letters_in_cells;
  double room = lines ? 24 : p->font + 3;
  if (s->colours == COLOURS_OF_NUMBERS || s->groups) {
    buffer_clear(b);
    buffer_text(b, lines ? "Colour of ties: " : "Colour: ");
    buffer_text(b, s->colours_title);
    heading(p, buffer_string(b));
  }
  if (s->colours == COLOURS_OF_NUMBERS) {
    steps_block(p, b);
    return;
  }
  for (size_t g = 0; g < s->groups; g++) {
    if (lines)
      sample_line(p, room, palette_colour(g)->line, 1.6, s->dash_by_layer ? (enum scene_dash)(g % STYLE_DASHES) : DASH_SOLID, false);
    else
      sample_mark(p, SHAPE_CIRCLE, p->font + 3, room, palette_colour(g)->fill, s->group[g].letter, false);
    buffer_clear(b);
    lettering_wrap(b, s->group[g].name, 30, 1);
    words(p, room, buffer_string(b));
  }
  if (s->others) {
    if (lines)
      sample_line(p, room, palette_colour(STYLE_OTHER)->line, 1.6, DASH_SOLID, false);
    else
      sample_mark(p, SHAPE_CIRCLE, p->font + 3, room, palette_colour(STYLE_OTHER)->fill, "", false);
    words(p, room, "other");
  }
  if (p->legend->letters_of_more) {
    buffer_clear(b);
    buffer_print(b, "+ %s", s->groups > 1 ? s->group[1].letter : "…");
    double width = scene_write(p->s, "legend", p->x, p->y - (p->rows + 0.5) * p->row, buffer_string(b), p->font, PALETTE_INK, ALIGN_LEFT);
    words(p, width, "under a name: also in that layer");
  }
}

static void dashes(struct pen *p, struct buffer *b) {
  const struct style *s = p->legend->style;
  const char *colour = s->colours == COLOURS_OF_LAYERS && s->groups ? "#555555" : "#777777";
  for (size_t k = 0; !s->dash_by_layer && k < s->dashes; k++) {
    const char *kind = net_word(s->net, s->dash_kind[k]);
    if (s->dashes == 1 && !*kind) break;
    sample_line(p, 24, colour, 1.4, (enum scene_dash)k, false);
    buffer_clear(b);
    lettering_wrap(b, *kind ? kind : "kind not said", 30, 1);
    words(p, 24, buffer_string(b));
  }
  if (!s->other_dash) return;
  sample_line(p, 24, "#b0b0b0", 1.4, DASH_SOLID, false);
  words(p, 24, "other kinds");
}

static void widths(struct pen *p, struct buffer *b) {
  const struct style *s = p->legend->style;
  double low = s->width_low, high = s->width_high, value[3] = {low, (low + high) / 2, high};
  bool whole = low == floor(low) && high == floor(high);
  if (whole) value[1] = floor(value[1]);
  for (int i = 0; i < 3; i++) {
    if (i && value[i] == value[i - 1]) continue;
    sample_line(p, 24, "#777777", style_tie_width(s, value[i]), DASH_SOLID, false);
    buffer_clear(b);
    buffer_print(b, "%s ", s->width_title);
    number_text(b, value[i]);
    words(p, 24, buffer_string(b));
  }
}

static void lines_block(struct pen *p, struct buffer *b) {
  const struct style *s = p->legend->style;
  size_t lines = p->s->line_count;
  if (!p->legend->ties) return;
  if ((s->dash_by_layer || s->fates) && !s->net->directed && !p->legend->widths) return;
  heading(p, "Lines: ties");
  dashes(p, b);
  if (s->net->directed) {
    sample_line(p, 24, "#777777", 1.2, DASH_SOLID, true);
    words(p, 24, "from one to the other");
  }
  if (p->legend->widths) widths(p, b);
  if (s->many && s->net->tie_kind) {
    sample_line(p, 24, "#777777", 0.7, DASH_SOLID, false);
    words(p, 24, "a tie of any kind: too many to tell apart");
  }
  if (p->s->line_count == lines && !s->dash_by_layer && !s->fates) {
    sample_line(p, 24, "#777777", 1.1, DASH_SOLID, false);
    words(p, 24, "a tie");
  }
}

/* The real values at the least, the middle and the greatest size, side by side. */
static void sizes_block(struct pen *p, struct buffer *b) {
  const struct style *s = p->legend->style;
  double least = p->legend->least_mark, greatest = p->legend->greatest_mark, value[3], tallest = fmax(greatest + 2, p->row);
  bool undefined = false;
  if (!(greatest > 0) || !(s->size_high >= s->size_low)) return;
  for (uint32_t v = 0; v < s->net->nodes; v++)
    undefined |= isnan(s->size[v]);
  buffer_clear(b);
  buffer_print(b, "Area: %s%s", s->size_title, s->parts ? ", in the whole network" : "");
  heading(p, buffer_string(b));
  value[0] = s->size_low, value[2] = s->size_high, value[1] = (value[0] + value[2]) / 2;
  if (value[0] == floor(value[0]) && value[2] == floor(value[2])) value[1] = floor(value[1]);
  p->y -= (tallest - p->row) / 2;
  for (int i = 0; i < 3; i++) {
    if (i && !(value[i] > value[i - 1])) continue;
    double low = style_size_share(s, s->size_low), full = fmax(1e-9, 1 - low), share = (style_size_share(s, value[i]) - low) / full;
    double size = sqrt(least * least + (greatest * greatest - least * least) * share);
    sample_mark(p, SHAPE_CIRCLE, size, size + 1, palette_plain()->fill, "", false);
    buffer_clear(b);
    number_text(b, value[i]);
    words(p, size + 1, buffer_string(b));
    column_end(p);
  }
  if (!undefined) return;
  sample_mark(p, SHAPE_CIRCLE, least, least + 1, palette_plain()->fill, "", true);
  words(p, least + 1, "not defined");
}

static void roles_block(struct pen *p, struct buffer *b) {
  const struct legend *l = p->legend;
  if (!l->letters_in_cells || !l->role_count) return;
  heading(p, "Letters: kind of tie");
  for (size_t i = 0; i < l->role_count; i++) {
    sample_mark(p, SHAPE_TEXT, p->font + 3, p->font + 5, NULL, l->roles[i].letter, false);
    counted(b, l->roles[i].name, l->roles[i].count);
    words(p, p->font + 5, buffer_string(b));
  }
}

/* What came and went: ties with the looks that occur, then nodes. */
static void fates_block(struct pen *p, struct buffer *b) {
  const struct style *s = p->legend->style;
  const struct fate_look *look;
  if (!s->fates) return;
  heading(p, "Change");
  for (size_t i = 0; (look = fate_look_at(i)); i++) {
    if (!look->tie) continue;
    bool used = look->node != NULL; /* what may come and go is always explained */
    for (uint32_t t = 0; !used && t < s->net->ties; t++)
      used = s->tie_role[t] == look->role || (s->tie_role[t] && strcmp(s->tie_role[t], look->role) == 0);
    if (!used) continue;
    sample_line(p, 24, look->colour, 1.1 + look->more, look->dash, false);
    buffer_clear(b);
    buffer_print(b, "tie %s", look->tie);
    words(p, 24, buffer_string(b));
  }
  if (p->rows) column_end(p);
  for (size_t i = 0; (look = fate_look_at(i)); i++) {
    if (!look->node || (!look->tie && !s->parted)) continue;
    sample_mark(p, SHAPE_CIRCLE, p->font + 2, p->font + 6, look->fill, "", look->dashed);
    struct scene_mark *m = p->s->mark_count ? &p->s->marks[p->s->mark_count - 1] : NULL;
    if (m) m->pen = look->colour, m->pen_width = look->outline;
    buffer_clear(b);
    buffer_print(b, "node %s", look->node);
    words(p, p->font + 6, buffer_string(b));
  }
}

static void answer_block(struct pen *p, struct buffer *b) {
  const struct style *s = p->legend->style;
  if (!s->node_role || s->fates) return;
  heading(p, "The answer");
  bool ties = false;
  for (uint32_t t = 0; s->tie_role && !ties && t < s->net->ties; t++)
    ties = s->tie_role[t] != NULL;
  if (ties) {
    sample_line(p, 24, PALETTE_MARKED, 2, DASH_SOLID, false);
    words(p, 24, "a tie of it");
  }
  struct scene_mark *m;
  sample_mark(p, SHAPE_CIRCLE, p->font + 2, 24, palette_plain()->fill, "", false);
  m = p->s->mark_count ? &p->s->marks[p->s->mark_count - 1] : NULL;
  if (m) m->pen_width = 2.4;
  words(p, 24, "a node of it (its part)");
  (void)b;
}

static void extra_block(struct pen *p, struct buffer *b) {
  if (!p->legend->extra[0]) return;
  heading(p, "Reading");
  for (size_t i = 0; i < 4 && p->legend->extra[i]; i++)
    words(p, 0, p->legend->extra[i]);
  (void)b;
}

static void (*const blocks[])(struct pen *, struct buffer *) = {fates_block, shapes_block, colours_block, lines_block,
                                                                roles_block, sizes_block,  answer_block,  extra_block};
enum { BLOCKS = sizeof blocks / sizeof *blocks };

static void move(struct scene *s, size_t mark, size_t line, double dx, double dy) {
  for (; mark < s->mark_count; mark++) {
    s->marks[mark].x += dx;
    s->marks[mark].y += dy;
  }
  for (; line < s->line_count; line++)
    for (int i = 0; i < 4; i++) {
      s->lines[line].at[i].x += dx;
      s->lines[line].at[i].y += dy;
    }
}

/* What the marks from `mark` on cover. */
static struct frame covered(const struct scene *s, size_t mark) {
  struct frame f = {INFINITY, INFINITY, -INFINITY, -INFINITY};
  for (; mark < s->mark_count; mark++) {
    const struct scene_mark *m = &s->marks[mark];
    f = (struct frame){fmin(f.x0, m->x - m->w / 2), fmin(f.y0, m->y - m->h / 2), fmax(f.x1, m->x + m->w / 2), fmax(f.y1, m->y + m->h / 2)};
  }
  return f;
}

double legend_draw(struct scene *s, const struct legend *legend, double x, double y, double width, double font) {
  struct buffer text = {0};
  double at = 0, top = 0, row = 0, between = font * 2;
  for (size_t i = 0; i < BLOCKS; i++) {
    size_t mark = s->mark_count, line = s->line_count;
    struct pen pen = {.s = s, .legend = legend, .font = font, .row = font * 1.45};
    blocks[i](&pen, &text);
    if (s->mark_count == mark) continue;
    struct frame f = covered(s, mark);
    if (at > 0 && at + f.x1 - f.x0 > width) {
      top += row + font;
      at = row = 0;
    }
    move(s, mark, line, x + at - f.x0, y - top - font * 1.6);
    at += f.x1 - f.x0 + between;
    row = fmax(row, font * 1.6 - f.y0);
  }
  s->failed |= text.failed;
  buffer_free(&text);
  return top + row;
}
