/* How: each side is a queue of the nodes it has reached, level by level, and a depth for each node (0: not reached, so untouched memory
 * stays untouched). The side whose newest level has fewer ends takes the next step, whole. The first level that holds nodes of the other
 * side's newest level is where all shortest paths cross; from there they are walked back along each side's own depths.
 *
 *   from  o - o - o = M = o - o  to       = : levels known to both
 *
 * Source: I. Pohl (1971), Bi-directional search, Machine Intelligence 6. Choosing the smaller side: the ends of a level are what a step
 * costs. */
#include "ask/meeting.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { CHECK_EVERY = 4096 };

struct side {
  uint32_t *depth;           /* of each node, from 1; 0: not reached; owned */
  uint32_t *queue;           /* owned */
  size_t count, room, level; /* level: where the newest begins */
  uint32_t deep;             /* depth of the newest level */
  bool inward;               /* walks against the ways */
};

struct hall {
  const struct ways *ways;
  const struct run *run;
  struct side side[2];
  size_t looked; /* nodes, for asking whether to go on */
};

static bool reach(struct side *s, uint32_t v, uint32_t depth) {
  if (!memory_grow(&s->queue, &s->room, s->count + 1, sizeof *s->queue)) return false;
  s->queue[s->count++] = v;
  s->depth[v] = depth;
  return true;
}

static bool next(struct way *way, const struct side *s, const struct ways *w, uint32_t v) {
  return s->inward ? ways_next_inward(way, w, v) : ways_next(way, w, v);
}

/* What a step from the newest level costs. */
static uint64_t ends_of_level(const struct side *s, const nonet *n) {
  uint64_t ends = 0;
  for (size_t i = s->level; i < s->count; i++)
    ends += n->end_first[s->queue[i] + 1] - n->end_first[s->queue[i]];
  return ends;
}

static nonet_code ask_on(struct hall *h, nonet_err *err) {
  return h->looked++ % CHECK_EVERY == 0 ? run_check(h->run, err) : NONET_OK;
}

/* One step: the newest level becomes the next; *met when a node of it is the other side's. */
static nonet_code step(bool *met, struct hall *h, struct side *s, const struct side *other, nonet_err *err) {
  size_t first = s->level, stop = s->count;
  s->level = stop;
  s->deep++;
  for (size_t i = first; i < stop; i++) {
    uint32_t v = s->queue[i];
    for (struct way way = {.stop = h->ways->net->end_first[v]}; next(&way, s, h->ways, v);) {
      if (s->depth[way.to]) continue;
      if (!reach(s, way.to, s->deep)) return error_memory(err);
      if (other->depth[way.to]) *met = true;
    }
    nonet_code code = ask_on(h, err);
    if (code) return code;
  }
  return NONET_OK;
}

/* ---- what lies on a path ---- */

static nonet_code gather(struct meeting *out, size_t *room, uint32_t v, uint32_t distance, nonet_err *err) {
  size_t distances = *room;
  if (!memory_grow(&out->node, room, (size_t)out->count + 1, sizeof *out->node) ||
      !memory_grow(&out->distance, &distances, (size_t)out->count + 1, sizeof *out->distance))
    return error_memory(err);
  out->node[out->count] = v;
  out->distance[out->count++] = distance;
  return NONET_OK;
}

/* From the level gathered last, level by level to the end where a side began; a node that is taken loses its depth on that side, so it is
 * taken once. `down`: distances fall. */
static nonet_code follow(struct meeting *out, size_t *room, struct hall *h, struct side *s, size_t first, bool down, nonet_err *err) {
  struct side back = {.inward = !s->inward};
  for (uint32_t depth = s->deep; depth-- > 1;) {
    size_t stop = out->count;
    for (size_t i = first; i < stop; i++) {
      uint32_t v = out->node[i], distance = down ? out->distance[i] - 1 : out->distance[i] + 1;
      for (struct way way = {.stop = h->ways->net->end_first[v]}; next(&way, &back, h->ways, v);) {
        if (s->depth[way.to] != depth) continue;
        s->depth[way.to] = UINT32_MAX;
        nonet_code code = gather(out, room, way.to, distance, err);
        if (code) return code;
      }
      nonet_code code = ask_on(h, err);
      if (code) return code;
    }
    first = stop;
  }
  return NONET_OK;
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
static nonet_code collect(struct meeting *out, struct hall *h, nonet_err *err) {
  struct side *near = &h->side[0], *far = &h->side[1];
  size_t room = 0;
  nonet_code code = NONET_OK;
  out->found = true;
  out->steps = near->deep + far->deep - 2;
  for (size_t i = near->level; i < near->count && !code; i++)
    if (far->depth[near->queue[i]] == far->deep) code = gather(out, &room, near->queue[i], near->deep - 1, err);
  size_t middle = out->count;
  if (!code) code = follow(out, &room, h, near, 0, true, err);
  if (code) return code;
  turn(out, 0, out->count);
  return follow(out, &room, h, far, out->count - middle, false, err);
}

static nonet_code search(struct meeting *out, struct hall *h, uint32_t within, nonet_err *err) {
  const nonet *n = h->ways->net;
  bool met = false;
  nonet_code code = NONET_OK;
  while (!met && !code) {
    struct side *near = &h->side[0], *far = &h->side[1];
    if (near->level == near->count || far->level == far->count) return NONET_OK; /* one side has nowhere to go */
    if (within && near->deep + far->deep - 2 >= within) return NONET_OK;
    bool outward = ends_of_level(near, n) <= ends_of_level(far, n);
    code = outward ? step(&met, h, near, far, err) : step(&met, h, far, near, err);
  }
  return code ? code : collect(out, h, err);
}

nonet_code meeting_find(struct meeting *out, const struct ways *w, uint32_t from, uint32_t to, uint32_t within, const struct run *run,
                        nonet_err *err) {
  struct hall h = {.ways = w, .run = run, .side = {{.deep = 1}, {.deep = 1, .inward = true}}};
  *out = (struct meeting){0};
  nonet_code code = NONET_OK;
  for (int i = 0; i < 2 && !code; i++) {
    h.side[i].depth = memory_zeroed(w->net->nodes, sizeof *h.side[i].depth);
    if (!h.side[i].depth || !reach(&h.side[i], i ? to : from, 1)) code = error_memory(err);
  }
  if (!code) code = search(out, &h, within, err);
  for (int i = 0; i < 2; i++) {
    free(h.side[i].depth);
    free(h.side[i].queue);
  }
  if (code) meeting_free(out);
  return code;
}

void meeting_free(struct meeting *m) {
  free(m->node);
  free(m->distance);
  *m = (struct meeting){0};
}
