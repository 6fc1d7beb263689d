/* Groups in tiles: the area is cut into one tile for each group, and the boxes of a group move apart inside theirs.
 *
 *   +-------+----------+
 *   |   A   |    B     |     cut along the longer side, where the groups' room is halved, in the order of where the engine put them;
 *   +-------+---+------+     then each half again
 *   |     C     |  D   |
 *   +-----------+------+
 *
 * How: a group's room is what its boxes take. Where a tile turns out too small for its boxes the whole area grows and is cut anew.
 * Boxes of no group share a tile without a frame. So members are inside their frame, nobody else is, and the paper is used.
 * Why not the engines' clusters: only some know them, they overlap once names need room, and they leave holes on the page.
 *
 * Sources: [1] B. Shneiderman, M. Wattenberg, Ordered Treemap Layouts, IEEE InfoVis 2001. */
#include "show/groups.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { TRIES = 24 };

struct tile {
  struct place *boxes; /* owned: copies of the members */
  size_t count;
  size_t group;
  double x, y; /* middle of the members, as the engine put them */
  double room;
  struct frame frame;
};

static bool tile_before(const struct tile *a, const struct tile *b, bool across) {
  double p = across ? a->x : -a->y, q = across ? b->x : -b->y;
  return p != q ? p < q : a->group < b->group;
}

static void sort_tiles(struct tile *tiles, size_t count, bool across) {
  for (size_t i = 1; i < count; i++) {
    for (size_t k = i; k > 0 && tile_before(&tiles[k], &tiles[k - 1], across); k--) {
      struct tile swap = tiles[k];
      tiles[k] = tiles[k - 1];
      tiles[k - 1] = swap;
    }
  }
}

/* Cut a frame into tiles: rows from the top, columns from the left. */
static void cut(struct tile *tiles, size_t count, struct frame f) {
  double all = 0, first = 0, w = f.x1 - f.x0, h = f.y1 - f.y0;
  size_t split = 1;
  if (count == 1) tiles[0].frame = f;
  if (count <= 1) return;
  bool across = w >= h;
  sort_tiles(tiles, count, across);
  for (size_t i = 0; i < count; i++)
    all += tiles[i].room;
  first = tiles[0].room;
  while (split + 1 < count && fabs(first + tiles[split].room - all / 2) < fabs(first - all / 2))
    first += tiles[split++].room;
  double share = first / all;
  struct frame a = f, b = f;
  if (across)
    a.x1 = b.x0 = f.x0 + w * share;
  else
    a.y0 = b.y1 = f.y1 - h * share;
  cut(tiles, split, a);
  cut(tiles + split, count - split, b);
}

static bool in_group(const struct grouping *how, size_t i) {
  return how->group[i] < how->groups;
}

static size_t tile_of(const struct grouping *how, size_t i) {
  return in_group(how, i) ? how->group[i] : how->groups;
}

/* Members into their tiles; empty tiles stay empty. */
static bool fill_tiles(struct tile *tiles, const struct place *boxes, size_t count, const struct grouping *how) {
  for (size_t i = 0; i < count; i++)
    tiles[tile_of(how, i)].count++;
  for (size_t g = 0; g <= how->groups; g++) {
    tiles[g].group = g;
    tiles[g].boxes = memory_array(tiles[g].count, sizeof *tiles[g].boxes);
    if (!tiles[g].boxes) return false;
    tiles[g].count = 0;
  }
  for (size_t i = 0; i < count; i++) {
    struct tile *t = &tiles[tile_of(how, i)];
    const struct place *b = &boxes[i];
    t->boxes[t->count++] = *b;
    t->room += (b->w + how->gap) * (b->h + how->gap);
  }
  for (size_t g = 0; g <= how->groups; g++) {
    struct tile *t = &tiles[g];
    for (size_t i = 0; i < t->count; i++) {
      t->x += t->boxes[i].x / (double)t->count;
      t->y += t->boxes[i].y / (double)t->count;
    }
    double side = sqrt(t->room / 0.7);
    t->room = (side + 2 * how->margin) * (side + 2 * how->margin + how->title);
  }
  return true;
}

static size_t move_empty_last(struct tile *tiles, size_t count) {
  size_t filled = 0;
  for (size_t i = 0; i < count; i++) {
    if (!tiles[i].count) continue;
    struct tile swap = tiles[filled];
    tiles[filled++] = tiles[i];
    tiles[i] = swap;
  }
  return filled;
}

/* Boxes apart inside a tile; what it needs more than it has, as a factor of at least 1. */
static nonet_code settle(const struct tile *t, struct place *boxes, const struct grouping *how, double *needs, nonet_err *err) {
  const struct frame *f = &t->frame;
  double title = t->group < how->groups ? how->title : 0, around = 2 * how->margin + how->gap;
  double has_w = fmax(1, f->x1 - f->x0 - around), has_h = fmax(1, f->y1 - f->y0 - around - title), w = has_w, h = has_h;
  for (size_t i = 0; i < t->count; i++)
    boxes[i] = t->boxes[i];
  nonet_code code = apart_in_area(boxes, t->count, &(struct apart_how){how->gap, 2.5, true}, &w, &h, err);
  *needs = fmax((w + around) / (has_w + around), (h + around + title) / (has_h + around + title));
  double x = (f->x0 + f->x1) / 2, y = (f->y0 + f->y1 - title) / 2;
  for (size_t i = 0; i < t->count; i++) {
    boxes[i].x += x;
    boxes[i].y += y;
  }
  return code;
}

/* Cut and settle; the area grows until all tiles are large enough. `settled` has a place for each box, tile by tile. */
static nonet_code fit_tiles(struct tile *tiles, size_t filled, struct place *settled, const struct grouping *how, double *w, double *h,
                            nonet_err *err) {
  for (unsigned i = 0; i < TRIES; i++) {
    double most = 1, needs;
    size_t at = 0;
    cut(tiles, filled, (struct frame){-*w / 2, -*h / 2, *w / 2, *h / 2});
    for (size_t t = 0; t < filled; t++) {
      nonet_code code = settle(&tiles[t], settled + at, how, &needs, err);
      if (code != NONET_OK) return code;
      most = fmax(most, needs);
      at += tiles[t].count;
    }
    if (most < 1.0001) return NONET_OK;
    *w *= fmin(most, 1.08);
    *h *= fmin(most, 1.08);
  }
  return error_set(err, NONET_EINTERNAL, "the boxes of %zu layers found no room", filled);
}

static void put_back(struct place *boxes, size_t count, struct tile *tiles, size_t filled, const struct place *settled,
                     struct grouping *how) {
  for (size_t t = 0; t < filled; t++) {
    const struct frame *f = &tiles[t].frame;
    double half = how->gap / 2;
    if (tiles[t].group < how->groups) how->frames[tiles[t].group] = (struct frame){f->x0 + half, f->y0 + half, f->x1 - half, f->y1 - half};
    for (size_t i = 0; i < count; i++)
      if (tile_of(how, i) == tiles[t].group) boxes[i] = *settled++;
  }
}

nonet_code groups_in_area(struct place *boxes, size_t count, struct grouping *how, double *w, double *h, nonet_err *err) {
  struct tile *tiles = memory_zeroed(how->groups + 1, sizeof *tiles);
  struct place *settled = memory_zeroed(count, sizeof *settled);
  nonet_code code = NONET_OK;
  if (!tiles || !settled || !fill_tiles(tiles, boxes, count, how)) {
    code = error_memory(err);
    goto done;
  }
  for (size_t g = 0; g < how->groups; g++)
    how->frames[g] = (struct frame){0};
  size_t filled = move_empty_last(tiles, how->groups + 1);
  code = fit_tiles(tiles, filled, settled, how, w, h, err);
  if (code == NONET_OK) put_back(boxes, count, tiles, filled, settled, how);
done:
  for (size_t g = 0; tiles && g <= how->groups; g++)
    free(tiles[g].boxes);
  free(tiles);
  free(settled);
  return code;
}
