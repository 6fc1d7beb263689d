/* Augmenting paths (Menger, Ford and Fulkerson) looked for from both ends at once, a whole pass of shortest ones at a time (Hopcroft and
 * Karp), in a residual graph that is kept only for the nodes that were touched.
 *
 * How: a node is two points, in and out, joined by an arc of room 1; arcs between nodes are as wide as one likes. A node on a route knows
 * the nodes before and after it, and that is all the flow there is. In the residual graph then
 *
 *   out u -> in w     for each arc of the graph                in w -> out u     where the route runs u -> w (taken back)
 *   in v  -> out v    where no route runs through v            out v -> in v     where one does (taken back)
 *
 * A pass searches level by level from out `from` along these and from in `to` against them, always on the side that will have spent less,
 * until a level holds points of both; through these it sends as many paths as share no point. When a side has nowhere to go, the nodes that
 * it entered by one point and not by the other are the cut, which proves the routes to be all. Where they are as many as an end has
 * neighbours, that side is these neighbours, so the proof costs no search.
 *
 * Why the side is chosen by what it will have spent after its next level: then the side whose whole costs less ends first, whatever the
 * order in which routes were found, and both nearest cuts belong to the graph alone.
 *
 * Sources: (1) K. Menger 1927, Fund. Math. 10, 96-115; (2) L. R. Ford, D. R. Fulkerson 1956, doi:10.4153/CJM-1956-045-5; (3) J. E.
 * Hopcroft, R. M. Karp 1973, doi:10.1137/0202019; (4) I. Pohl 1971, Bi-directional search, Machine Intelligence 6. */
#include "kernel/apart.h"

#include "base/memory.h"
#include "kernel/touched.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

#define NO_POINT UINT32_MAX

enum { IN, OUT };

/* What is known of a node that was touched; numbers are those of touched.h. Marks count where they are of the pass in hand. */
struct place {
  uint32_t node;
  uint32_t before, after; /* on its route, number + 1; 0: on none */
  struct {
    uint32_t pass, level, parent;
  } seen[2][2];      /* by side, by point */
  uint32_t spent[2]; /* the point is on a path of this pass, or leads nowhere in it */
};

struct side {
  uint32_t *queue; /* points, level by level; owned */
  size_t count, room, level;
  uint64_t spent, next; /* what the levels so far have cost, and what the next will */
};

struct stride {
  uint32_t point;
  size_t next; /* which of its arcs is tried next */
};

struct hunt {
  const struct rows *rows;
  struct touched touched;
  uint32_t end[2];  /* nodes: from, to */
  uint32_t root[2]; /* points: out of from, into to */
  uint32_t pass;
  struct side side[2];
  uint32_t *meet; /* points that both sides have seen; owned */
  size_t meets, meet_room;
  struct stride *trail; /* of the search for half a path; owned */
  size_t trail_length, trail_room;
  uint32_t *arc; /* of the paths of this pass: point, point; owned */
  size_t arcs, arc_room;
  bool failed; /* out of memory */
};

static struct place *place_of(const struct hunt *h, uint32_t point) {
  return touched_record(&h->touched, point / 2);
}

static uint32_t touch(struct hunt *h, uint32_t node) {
  uint32_t number = touched_at(&h->touched, node);
  if (number == TOUCHED_NONE)
    h->failed = true;
  else
    ((struct place *)touched_record(&h->touched, number))->node = node;
  return number;
}

/* ---- the residual graph ---- */

/* The arcs out of a point (side 0), or into it (side 1): to one point of each node of a row, but for those that `skips` names, and to one
 * point more. */
struct fan {
  struct row row;
  uint32_t part, other;
};

static bool has_row(uint32_t point, int side) {
  return point % 2 == (side == 0 ? OUT : IN);
}

static struct fan fan_of(const struct hunt *h, uint32_t point, int side) {
  const struct place *p = place_of(h, point);
  uint32_t link = side == 0 ? p->before : p->after;
  struct fan f = {.part = 1 - point % 2, .other = NO_POINT};
  if (has_row(point, side)) {
    f.row = rows_of(h->rows, p->node, side == 1);
    if (link) f.other = point ^ 1;
  } else
    f.other = link ? 2 * (link - 1) + f.part : point ^ 1;
  return f;
}

/* Loops, arcs back to where the side begins, and the straight arc between the ends lead nowhere new. */
static bool skips(const struct hunt *h, uint32_t self, uint32_t node, int side) {
  return node == self || node == h->end[side] || (self == h->end[side] && node == h->end[1 - side]);
}

static uint64_t cost_of(const struct hunt *h, uint32_t point, int side) {
  return 1 + (has_row(point, side) ? h->rows->cost(h->rows->context, place_of(h, point)->node) : 0);
}

/* ---- levels ---- */

/* Whether a side has seen a point in this pass. */
static bool is_of(const struct hunt *h, uint32_t point, int side) {
  return place_of(h, point)->seen[side][point % 2].pass == h->pass;
}

static void reach(struct hunt *h, int side, uint32_t point, uint32_t level, uint32_t parent) {
  struct place *p = place_of(h, point);
  struct side *s = &h->side[side];
  if (is_of(h, point, side)) return;
  p->seen[side][point % 2].pass = h->pass;
  p->seen[side][point % 2].level = level;
  p->seen[side][point % 2].parent = parent;
  h->failed |= !memory_grow(&s->queue, &s->room, s->count + 1, sizeof *s->queue);
  if (h->failed) return;
  s->queue[s->count++] = point;
  s->next += cost_of(h, point, side);
  if (!is_of(h, point, 1 - side)) return;
  h->failed |= !memory_grow(&h->meet, &h->meet_room, h->meets + 1, sizeof *h->meet);
  if (!h->failed) h->meet[h->meets++] = point;
}

/* Reach what is next to a point; `crossing`: only what the other side has seen. */
static void expand(struct hunt *h, int side, uint32_t point, bool crossing) {
  uint32_t self = place_of(h, point)->node, level = place_of(h, point)->seen[side][point % 2].level + 1;
  struct fan f = fan_of(h, point, side);
  if (f.other != NO_POINT && (!crossing || is_of(h, f.other, 1 - side))) reach(h, side, f.other, level, point);
  for (size_t i = 0; i < f.row.count && !h->failed; i++) {
    if (skips(h, self, f.row.to[i], side)) continue;
    uint32_t number = crossing ? touched_find(&h->touched, f.row.to[i]) : touch(h, f.row.to[i]);
    if (h->failed || number == TOUCHED_NONE) continue;
    if (!crossing || is_of(h, 2 * number + f.part, 1 - side)) reach(h, side, 2 * number + f.part, level, point);
  }
}

/* The last level is the largest by far, and only the points in which the sides meet are on a path: look for these first. */
static void next_level(struct hunt *h, int side) {
  struct side *s = &h->side[side];
  size_t first = s->level, stop = s->count;
  s->level = stop;
  s->spent += s->next;
  s->next = 0;
  for (size_t i = first; i < stop && !h->failed; i++)
    expand(h, side, s->queue[i], true);
  for (size_t i = first; i < stop && !h->meets && !h->failed; i++)
    expand(h, side, s->queue[i], false);
}

/* Search until the sides meet, or one of them has nowhere to go: *closed is that one, else -1. */
static enum kernel_code search(int *closed, struct hunt *h, const struct kernel_watch *watch) {
  h->pass++;
  h->meets = 0;
  *closed = -1;
  for (int i = 0; i < 2; i++) {
    h->side[i].count = h->side[i].level = 0;
    h->side[i].spent = h->side[i].next = 0;
    reach(h, i, h->root[i], 0, NO_POINT);
  }
  while (!h->meets && *closed < 0 && !h->failed) {
    const struct side *s = h->side;
    int side = s[0].spent + s[0].next <= s[1].spent + s[1].next ? 0 : 1;
    if (!watch_says_go(watch)) return KERNEL_STOPPED;
    next_level(h, side);
    if (s[side].level == s[side].count) *closed = side;
  }
  return h->failed ? KERNEL_NO_MEMORY : KERNEL_DONE;
}

/* ---- paths through the levels ---- */

/* Whether a side came to a point at this level, and no path of this pass did. */
static bool is_free(const struct hunt *h, uint32_t point, int side, uint32_t level) {
  const struct place *p = place_of(h, point);
  return p->seen[side][point % 2].pass == h->pass && p->seen[side][point % 2].level == level &&
         (level == 0 || p->spent[point % 2] != h->pass);
}

/* The next point, one level nearer to where the side begins: first the one that it was reached from. */
static uint32_t step_back(const struct hunt *h, struct stride *t, int side) {
  const struct place *p = place_of(h, t->point);
  uint32_t level = p->seen[side][t->point % 2].level - 1;
  if (t->next++ == 0 && is_free(h, p->seen[side][t->point % 2].parent, side, level)) return p->seen[side][t->point % 2].parent;
  struct fan f = fan_of(h, t->point, 1 - side);
  if (t->next == 1) t->next = 2;
  if (t->next == 2 && f.other != NO_POINT && is_free(h, f.other, side, level)) {
    t->next++;
    return f.other;
  }
  for (size_t i = t->next < 3 ? 0 : t->next - 3; i < f.row.count; i++) {
    uint32_t number = skips(h, p->node, f.row.to[i], 1 - side) ? TOUCHED_NONE : touched_find(&h->touched, f.row.to[i]);
    if (number == TOUCHED_NONE || !is_free(h, 2 * number + f.part, side, level)) continue;
    t->next = i + 4;
    return 2 * number + f.part;
  }
  return NO_POINT;
}

static void push(struct hunt *h, uint32_t point) {
  h->failed |= !memory_grow(&h->trail, &h->trail_room, h->trail_length + 1, sizeof *h->trail);
  if (!h->failed) h->trail[h->trail_length++] = (struct stride){.point = point};
}

/* From a point where the sides meet back to where one of them began, by points that are free, which then are spent. */
static bool find_half(struct hunt *h, uint32_t point, int side) {
  h->trail_length = 0;
  push(h, point);
  while (h->trail_length && !h->failed) {
    struct stride *t = &h->trail[h->trail_length - 1];
    if (t->point == h->root[side]) return true;
    uint32_t next = step_back(h, t, side);
    if (next == NO_POINT)
      h->trail_length--;
    else {
      if (next != h->root[side]) place_of(h, next)->spent[next % 2] = h->pass;
      push(h, next);
    }
  }
  return false;
}

static void keep_half(struct hunt *h, int side) {
  h->failed |= !memory_grow(&h->arc, &h->arc_room, h->arcs + 2 * h->trail_length, sizeof *h->arc);
  for (size_t i = 0; i + 1 < h->trail_length && !h->failed; i++) {
    h->arc[h->arcs++] = h->trail[side == 0 ? i + 1 : i].point;
    h->arc[h->arcs++] = h->trail[side == 0 ? i : i + 1].point;
  }
}

/* A path through a point where the sides meet; where its second half is missing, the first is free again. */
static bool find_path(struct hunt *h, uint32_t point) {
  size_t before = h->arcs;
  if (!find_half(h, point, 0)) return false;
  keep_half(h, 0);
  if (find_half(h, point, 1)) {
    keep_half(h, 1);
    return true;
  }
  for (size_t i = before; i < h->arcs; i += 2)
    place_of(h, h->arc[i])->spent[h->arc[i] % 2] = 0;
  h->arcs = before;
  return false;
}

/* Along the arcs of all paths routes are first taken back, then laid. */
static void lay(struct hunt *h) {
  for (int laying = 0; laying < 2; laying++)
    for (size_t i = 0; i < h->arcs; i += 2) {
      bool onward = h->arc[i] % 2 == OUT;
      uint32_t tail = h->arc[onward ? i : i + 1], head = h->arc[onward ? i + 1 : i];
      if (tail / 2 == head / 2 || onward != (laying == 1)) continue;
      if (tail != h->root[0]) place_of(h, tail)->after = laying ? head / 2 + 1 : 0;
      if (head != h->root[1]) place_of(h, head)->before = laying ? tail / 2 + 1 : 0;
    }
}

static uint32_t add_routes(struct hunt *h) {
  uint32_t added = 0;
  h->arcs = 0;
  for (size_t i = 0; i < h->meets && !h->failed; i++)
    added += find_path(h, h->meet[i]);
  if (!h->failed) lay(h);
  return added;
}

/* ---- the answer ---- */

static bool is_neighbour(const struct hunt *h) {
  struct row row = rows_of(h->rows, h->end[0], false);
  for (size_t i = 0; i < row.count; i++)
    if (row.to[i] == h->end[1]) return true;
  return false;
}

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* Nodes that the closed side came to by the point where it enters them, and not by the one where it would leave. */
static bool read_cut(struct apart_answer *out, const struct hunt *h, int closed) {
  const struct side *s = &h->side[closed];
  const uint32_t enters = closed == 0 ? IN : OUT;
  size_t room = 0;
  if (!memory_grow(&out->cut_node, &room, (size_t)out->routes + 1, sizeof *out->cut_node)) return false;
  for (size_t i = 0; i < s->count; i++) {
    const struct place *p = place_of(h, s->queue[i]);
    if (s->queue[i] % 2 != enters || p->seen[closed][1 - enters].pass == h->pass) continue;
    if (!memory_grow(&out->cut_node, &room, (size_t)out->cut_nodes + 1, sizeof *out->cut_node)) return false;
    out->cut_node[out->cut_nodes++] = p->node;
  }
  if (out->cut_nodes) qsort(out->cut_node, out->cut_nodes, sizeof *out->cut_node, by_number);
  return true;
}

static bool add_node(struct apart_answer *out, size_t *room, size_t *length, uint32_t node) {
  if (!memory_grow(&out->route_node, room, *length + 1, sizeof *out->route_node)) return false;
  out->route_node[(*length)++] = node;
  return true;
}

/* Follow each route from its first node, in the order of the row; a first node that was read is on no route any more. */
static bool read_routes(struct apart_answer *out, struct hunt *h) {
  size_t room = 0, length = 0;
  uint32_t r = 0, from = h->root[0] / 2, to = h->root[1] / 2;
  out->route_first = memory_zeroed((size_t)out->routes + 1, sizeof *out->route_first);
  if (!out->route_first) return false;
  if (out->tied) {
    if (!add_node(out, &room, &length, h->end[0]) || !add_node(out, &room, &length, h->end[1])) return false;
    out->route_first[++r] = length;
  }
  struct row row = rows_of(h->rows, h->end[0], false);
  for (size_t i = 0; i < row.count && r < out->routes; i++) {
    uint32_t number = touched_find(&h->touched, row.to[i]);
    struct place *first = number == TOUCHED_NONE ? NULL : touched_record(&h->touched, number);
    if (!first || first->before != from + 1) continue;
    first->before = 0;
    if (!add_node(out, &room, &length, h->end[0])) return false;
    for (; number != to; number = ((const struct place *)touched_record(&h->touched, number))->after - 1)
      if (!add_node(out, &room, &length, ((const struct place *)touched_record(&h->touched, number))->node)) return false;
    if (!add_node(out, &room, &length, h->end[1])) return false;
    out->route_first[++r] = length;
  }
  out->routes = r; /* fewer only where rows contradict each other */
  return true;
}

static void hunt_free(struct hunt *h) {
  touched_free(&h->touched);
  for (int i = 0; i < 2; i++)
    free(h->side[i].queue);
  free(h->meet);
  free(h->trail);
  free(h->arc);
}

enum kernel_code apart_between(struct apart_answer *out, const struct rows *rows, uint32_t from, uint32_t to,
                               const struct kernel_watch *watch) {
  struct hunt h = {.rows = rows, .end = {from, to}};
  enum kernel_code code = KERNEL_DONE;
  int closed = -1;
  *out = (struct apart_answer){0};
  h.failed = !touched_start(&h.touched, sizeof(struct place));
  if (!h.failed) h.root[0] = 2 * touch(&h, from) + OUT;
  if (!h.failed) h.root[1] = 2 * touch(&h, to) + IN;
  while (!code && closed < 0) {
    code = h.failed ? KERNEL_NO_MEMORY : search(&closed, &h, watch);
    if (!code && closed < 0) out->routes += add_routes(&h);
    if (!code && closed < 0 && h.failed) code = KERNEL_NO_MEMORY;
  }
  if (!code) {
    out->tied = is_neighbour(&h);
    out->routes += out->tied;
    if (!read_cut(out, &h, closed) || !read_routes(out, &h)) code = KERNEL_NO_MEMORY;
  }
  hunt_free(&h);
  if (code) apart_free(out);
  return code;
}

void apart_free(struct apart_answer *a) {
  free(a->route_first);
  free(a->route_node);
  free(a->cut_node);
  *a = (struct apart_answer){0};
}
