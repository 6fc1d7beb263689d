/* How: each side is a queue of the nodes it has reached, level by level; a node that was touched knows its depth on each side (0: not
 * reached). The side whose newest level costs less takes the next step, whole. The first level that holds nodes of the other side's newest
 * level is where all shortest paths cross; from there they are walked back along each side's own depths. That last level is the largest by
 * far, and but for the nodes in which it crosses no path needs it: each step looks first whether it is the last, and keeps these alone.
 *
 *   from  o - o - o = M = o - o  to       = : levels known to both
 *
 * Source: I. Pohl (1971), Bi-directional search, Machine Intelligence 6. Choosing the smaller side: the ends of a level are what a step
 * costs. */
#include "kernel/meeting.h"

#include "base/memory.h"
#include "kernel/touched.h"
#include "kernel/waves.h"

#include <stdlib.h>

enum { CHECK_EVERY = 4096 };

struct place {
  uint32_t depth[2]; /* on each side, from 1; 0: not reached; TAKEN: on a path, and gathered */
};
#define TAKEN UINT32_MAX

struct side {
  uint32_t *queue;           /* nodes; owned */
  size_t count, room, level; /* level: where the newest begins */
  uint64_t cost;             /* of the step from the newest level */
  uint32_t deep;             /* depth of the newest level */
};

struct hall {
  const struct rows *rows;
  const struct kernel_watch *watch;
  struct touched touched;
  struct side side[2];
  size_t looked; /* nodes, for asking whether to go on */
};

/* The record of a node, new where it was not touched; NULL: out of memory. */
static struct place *place_at(struct hall *h, uint32_t v) {
  uint32_t number = touched_at(&h->touched, v);
  return number == TOUCHED_NONE ? NULL : touched_record(&h->touched, number);
}

/* The same of one that was; NULL: it was not. */
static struct place *place_of(const struct hall *h, uint32_t v) {
  uint32_t number = touched_find(&h->touched, v);
  return number == TOUCHED_NONE ? NULL : touched_record(&h->touched, number);
}

static bool reach(struct hall *h, struct side *s, uint32_t v) {
  if (!memory_grow(&s->queue, &s->room, s->count + 1, sizeof *s->queue)) return false;
  s->queue[s->count++] = v;
  s->cost += h->rows->cost(h->rows->context, v);
  return true;
}

static enum kernel_code ask_on(struct hall *h) {
  return h->looked++ % CHECK_EVERY == 0 && !watch_says_go(h->watch) ? KERNEL_STOPPED : KERNEL_DONE;
}

/* Nodes of the other side next to the newest level, which are where the sides meet: they are this side's next level. */
static enum kernel_code cross(struct hall *h, int side, size_t first, size_t stop) {
  struct side *s = &h->side[side];
  for (size_t i = first; i < stop; i++) {
    struct row row = rows_of(h->rows, s->queue[i], side == 1);
    for (size_t k = 0; k < row.count; k++) {
      struct place *p = place_of(h, row.to[k]);
      if (!p || !p->depth[1 - side] || p->depth[side]) continue;
      p->depth[side] = s->deep;
      if (!reach(h, s, row.to[k])) return KERNEL_NO_MEMORY;
    }
    enum kernel_code code = ask_on(h);
    if (code) return code;
  }
  return KERNEL_DONE;
}

static enum kernel_code grow(struct hall *h, int side, size_t first, size_t stop) {
  struct side *s = &h->side[side];
  s->cost = 0;
  for (size_t i = first; i < stop; i++) {
    struct row row = rows_of(h->rows, s->queue[i], side == 1);
    for (size_t k = 0; k < row.count; k++) {
      struct place *p = place_at(h, row.to[k]);
      if (!p) return KERNEL_NO_MEMORY;
      if (p->depth[side]) continue;
      p->depth[side] = s->deep;
      if (!reach(h, s, row.to[k])) return KERNEL_NO_MEMORY;
    }
    enum kernel_code code = ask_on(h);
    if (code) return code;
  }
  return KERNEL_DONE;
}

/* One step: the newest level becomes the next; *met when it is the other side's too, as far as it is kept. */
static enum kernel_code step(bool *met, struct hall *h, int side) {
  struct side *s = &h->side[side];
  size_t first = s->level, stop = s->count;
  s->level = stop;
  s->deep++;
  enum kernel_code code = cross(h, side, first, stop);
  *met = s->count > stop;
  return code || *met ? code : grow(h, side, first, stop);
}

/* ---- what lies on a path ---- */

static bool gather(struct meeting *out, size_t *room, uint32_t v, uint32_t distance) {
  size_t distances = *room;
  if (!memory_grow(&out->node, room, (size_t)out->count + 1, sizeof *out->node) ||
      !memory_grow(&out->distance, &distances, (size_t)out->count + 1, sizeof *out->distance))
    return false;
  out->node[out->count] = v;
  out->distance[out->count++] = distance;
  return true;
}

/* From the level gathered last, level by level to the end where a side began; a node that is taken loses its depth on that side, so it is
 * taken once. */
static enum kernel_code follow(struct meeting *out, size_t *room, struct hall *h, int side, size_t first) {
  for (uint32_t depth = h->side[side].deep; depth-- > 1;) {
    size_t stop = out->count;
    for (size_t i = first; i < stop; i++) {
      uint32_t distance = side == 0 ? out->distance[i] - 1 : out->distance[i] + 1;
      struct row row = rows_of(h->rows, out->node[i], side == 0);
      for (size_t k = 0; k < row.count; k++) {
        struct place *p = place_of(h, row.to[k]);
        if (!p || p->depth[side] != depth) continue;
        p->depth[side] = TAKEN;
        if (!gather(out, room, row.to[k], distance)) return KERNEL_NO_MEMORY;
      }
      enum kernel_code code = ask_on(h);
      if (code) return code;
    }
    first = stop;
  }
  return KERNEL_DONE;
}

/* The nearer half was gathered outward from the middle: turn it. */
static void turn(struct meeting *out, size_t first, size_t stop) {
  for (; first + 1 < stop; first++, stop--) {
    uint32_t v = out->node[first], distance = out->distance[first];
    out->node[first] = out->node[stop - 1];
    out->distance[first] = out->distance[stop - 1];
    out->node[stop - 1] = v;
    out->distance[stop - 1] = distance;
  }
}

/* The nodes where the sides meet, then what is nearer, turned, then what is farther. */
static enum kernel_code collect(struct meeting *out, struct hall *h) {
  const struct side *near = &h->side[0], *far = &h->side[1];
  size_t room = 0;
  out->found = true;
  out->steps = near->deep + far->deep - 2;
  for (size_t i = near->level; i < near->count; i++) {
    if (place_of(h, near->queue[i])->depth[1] == far->deep && !gather(out, &room, near->queue[i], near->deep - 1)) return KERNEL_NO_MEMORY;
  }
  size_t middle = out->count;
  enum kernel_code code = follow(out, &room, h, 0, 0);
  if (code) return code;
  turn(out, 0, out->count);
  return follow(out, &room, h, 1, out->count - middle);
}

static enum kernel_code search(struct meeting *out, struct hall *h, uint32_t within) {
  bool met = false;
  while (!met) {
    const struct side *near = &h->side[0], *far = &h->side[1];
    if (near->level == near->count || far->level == far->count) return KERNEL_DONE; /* one side has nowhere to go */
    if (within && near->deep + far->deep - 2 >= within) return KERNEL_DONE;
    enum kernel_code code = step(&met, h, near->cost <= far->cost ? 0 : 1);
    if (code) return code;
  }
  return collect(out, h);
}

enum kernel_code meeting_find(struct meeting *out, const struct rows *rows, uint32_t from, uint32_t to, uint32_t within,
                              const struct kernel_watch *watch) {
  struct hall h = {.rows = rows, .watch = watch};
  *out = (struct meeting){0};
  enum kernel_code code = touched_start(&h.touched, sizeof(struct place)) ? KERNEL_DONE : KERNEL_NO_MEMORY;
  for (int i = 0; i < 2 && !code; i++) {
    uint32_t end = i == 0 ? from : to;
    struct place *p = place_at(&h, end);
    h.side[i].deep = 1;
    if (p) p->depth[i] = 1;
    if (!p || !reach(&h, &h.side[i], end)) code = KERNEL_NO_MEMORY;
  }
  if (!code) code = search(out, &h, within);
  touched_free(&h.touched);
  free(h.side[0].queue);
  free(h.side[1].queue);
  if (code) meeting_free(out);
  return code;
}

void meeting_free(struct meeting *m) {
  free(m->node);
  free(m->distance);
  *m = (struct meeting){0};
}
