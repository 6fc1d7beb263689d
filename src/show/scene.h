/* A scene: everything that a picture consists of, placed. Marks are things at a place (a node, its label, a sample of the legend), lines
 * are ties or samples of ties, boxes lie behind them. Points, y upwards. */
#ifndef NONET_SHOW_SCENE_H
#define NONET_SHOW_SCENE_H

#include "base/buffer.h"
#include "net/net.h"

struct point {
  double x, y;
};

struct frame {
  double x0, y0, x1, y1;
};

enum scene_shape { SHAPE_TEXT, SHAPE_CIRCLE, SHAPE_BOX, SHAPE_DIAMOND, SHAPE_TRIANGLE, SHAPE_HEXAGON, SHAPE_OCTAGON };
enum scene_align { ALIGN_CENTRE, ALIGN_LEFT, ALIGN_RIGHT };
enum scene_dash { DASH_SOLID, DASH_DASHED, DASH_DOTTED, DASH_DOUBLE };

struct scene_mark {
  const char *class; /* static: node, label, legend, title, footer, cell */
  uint32_t node;     /* NONET_NONE: none of the network */
  double x, y, w, h; /* centre and size */
  enum scene_shape shape;
  const char *fill, *pen; /* static; NULL: none */
  double pen_width;
  bool dashed;
  size_t text; /* where it begins in texts; lines end in \n */
  double size; /* of its font */
  const char *ink;
  enum scene_align align;
};

struct scene_line {
  uint32_t from, to; /* marks */
  uint32_t tie;      /* the first that it stands for; NONET_NONE: a sample */
  uint32_t ties;     /* how many */
  struct point at[4];
  bool head, tail; /* arrows */
  const char *colour;
  double width;
  enum scene_dash dash;
  bool below; /* other lines lie above it */
};

struct scene_box {
  struct frame frame;
  size_t text;
  double label_y, size;
  const char *fill, *pen, *ink;
  uint32_t first_mark, marks; /* its members in `members` */
};

struct scene {
  const nonet *net; /* borrowed */
  struct scene_mark *marks;
  struct scene_line *lines;
  struct scene_box *boxes;
  uint32_t *members; /* marks in boxes */
  size_t mark_count, mark_room, line_count, line_room, box_count, box_room, member_count, member_room;
  struct buffer texts; /* NUL-separated; begins with an empty one */
  const char *title;   /* of the graph; borrowed; NULL: the network's */
  size_t panels;       /* that the lines are spread over; 0: one */
  bool failed;         /* memory ran out: checked once at the end */
};

bool scene_start(struct scene *s, const nonet *net);
void scene_free(struct scene *s);
/* Room for one more; NULL when memory ran out. What is returned is zeroed (node and tie: NONET_NONE). */
struct scene_mark *scene_mark(struct scene *s, const char *class);
struct scene_line *scene_line(struct scene *s);
struct scene_box *scene_box(struct scene *s);
void scene_member(struct scene *s, uint32_t mark);
/* Keep a text; gives where it begins. */
size_t scene_text(struct scene *s, const char *text);
const char *scene_text_at(const struct scene *s, size_t text);

/* A line of text whose left (or right, or middle) edge is at x; gives its width. */
double scene_write(struct scene *s, const char *class, double x, double y, const char *text, double size, const char *ink,
                   enum scene_align align);

/* The point of a line at t in [0, 1]. */
struct point scene_on_curve(const struct point p[4], double t);

/* What everything covers. */
struct frame scene_frame(const struct scene *s);

/* The whole scene as DOT with positions; `paper` is the printable area in points. */
void scene_dot(struct buffer *out, const struct scene *s, double paper_w, double paper_h);

#endif
