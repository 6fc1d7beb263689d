/* Groups in two levels: first the boxes inside each group, then the groups among each other.
 *
 * How: the boxes of a group move apart in an area just large enough for them; the frame around them then is one box among the other
 * groups' frames and the boxes of no group. So members are inside their frame and nobody else is, whatever the engine gave.
 * Why: only some engines know of groups, and theirs overlap once labels need room. */
#include "show/groups.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

struct inside {
  struct place *boxes; /* copies of the members */
  size_t count;
  size_t outer; /* where its frame stands among the outer boxes */
  struct place frame;
  double shift_x, shift_y; /* from the frame's centre to the centre of the members */
};

static struct place middle_of(const struct place *boxes, size_t count) {
  struct place m = {0};
  for (size_t i = 0; i < count; i++) {
    m.x += boxes[i].x / (double)count;
    m.y += boxes[i].y / (double)count;
  }
  return m;
}

/* An area in which boxes can be expected to fit, in the shape that they have. */
static void area_for(const struct place *boxes, size_t count, double gap, double *w, double *h) {
  const double filled = 0.74;
  double area = 0, x0 = INFINITY, x1 = -INFINITY, y0 = INFINITY, y1 = -INFINITY;
  for (size_t i = 0; i < count; i++) {
    area += (boxes[i].w + gap) * (boxes[i].h + gap);
    x0 = fmin(x0, boxes[i].x);
    x1 = fmax(x1, boxes[i].x);
    y0 = fmin(y0, boxes[i].y);
    y1 = fmax(y1, boxes[i].y);
  }
  double aspect = y1 - y0 > 1e-6 ? (x1 - x0) / (y1 - y0) : 2;
  aspect = fmin(2.2, fmax(0.9, aspect));
  *w = sqrt(area / filled * aspect);
  *h = sqrt(area / filled / aspect);
}

static nonet_code arrange(struct inside *in, const struct grouping *how, nonet_err *err) {
  double w, h, x0 = INFINITY, x1 = -INFINITY, y0 = INFINITY, y1 = -INFINITY;
  struct place middle = middle_of(in->boxes, in->count);
  area_for(in->boxes, in->count, how->gap, &w, &h);
  nonet_code code = apart_in_area(in->boxes, in->count, how->gap, 2.5, &w, &h, err);
  if (code != NONET_OK) return code;
  for (size_t i = 0; i < in->count; i++) {
    const struct place *b = &in->boxes[i];
    x0 = fmin(x0, b->x - b->w / 2);
    x1 = fmax(x1, b->x + b->w / 2);
    y0 = fmin(y0, b->y - b->h / 2);
    y1 = fmax(y1, b->y + b->h / 2);
  }
  x0 -= how->margin, x1 += how->margin, y0 -= how->margin, y1 += how->margin + how->title;
  in->frame = (struct place){middle.x, middle.y, x1 - x0, y1 - y0};
  in->shift_x = -(x0 + x1) / 2;
  in->shift_y = -(y0 + y1) / 2;
  return NONET_OK;
}

static bool in_group(const struct grouping *how, size_t i) {
  return how->group[i] < how->groups;
}

/* Sort the boxes into groups; false if memory ran out. */
static bool sort_in(struct inside *in, const struct place *boxes, size_t count, const struct grouping *how) {
  for (size_t i = 0; i < count; i++)
    if (in_group(how, i)) in[how->group[i]].count++;
  for (size_t g = 0; g < how->groups; g++) {
    in[g].boxes = memory_array(in[g].count, sizeof *in[g].boxes);
    if (!in[g].boxes) return false;
    in[g].count = 0;
  }
  for (size_t i = 0; i < count; i++)
    if (in_group(how, i)) in[how->group[i]].boxes[in[how->group[i]].count++] = boxes[i];
  return true;
}

/* Where the outer level put the frames, there go the members. */
static void put_back(struct place *boxes, size_t count, struct inside *in, const struct place *outer, struct grouping *how) {
  size_t free_box = 0;
  for (size_t g = 0; g < how->groups; g++) {
    const struct place *f = &outer[in[g].outer];
    how->frames[g] = (struct frame){0};
    if (!in[g].count) continue;
    free_box = in[g].outer + 1;
    how->frames[g] = (struct frame){f->x - f->w / 2, f->y - f->h / 2, f->x + f->w / 2, f->y + f->h / 2};
    for (size_t i = 0; i < in[g].count; i++) {
      in[g].boxes[i].x += f->x + in[g].shift_x;
      in[g].boxes[i].y += f->y + in[g].shift_y;
    }
    in[g].count = 0;
  }
  for (size_t i = 0; i < count; i++)
    boxes[i] = in_group(how, i) ? in[how->group[i]].boxes[in[how->group[i]].count++] : outer[free_box++];
}

nonet_code groups_in_area(struct place *boxes, size_t count, struct grouping *how, double *w, double *h, nonet_err *err) {
  struct inside *in = memory_zeroed(how->groups, sizeof *in);
  struct place *outer = memory_zeroed(how->groups + count, sizeof *outer);
  size_t outer_count = 0;
  nonet_code code = NONET_OK;
  if (!in || !outer || !sort_in(in, boxes, count, how)) {
    code = error_memory(err);
    goto done;
  }
  for (size_t g = 0; g < how->groups && code == NONET_OK; g++) {
    if (!in[g].count) continue;
    code = arrange(&in[g], how, err);
    in[g].outer = outer_count;
    outer[outer_count++] = in[g].frame;
  }
  for (size_t i = 0; i < count; i++)
    if (!in_group(how, i)) outer[outer_count++] = boxes[i];
  if (code == NONET_OK) code = apart_in_area(outer, outer_count, how->gap * 1.5, 2.5, w, h, err);
  if (code == NONET_OK) put_back(boxes, count, in, outer, how);
done:
  for (size_t g = 0; in && g < how->groups; g++)
    free(in[g].boxes);
  free(in);
  free(outer);
  return code;
}
