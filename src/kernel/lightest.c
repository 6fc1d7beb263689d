/* How: Dijkstra's search from both ends, the side with the nearer next node going on [1]. Each arc that is looked at and whose far end the
 * other side knows is a crossing, and the least sum over one is the least so far; when the next nodes of both sides are together farther
 * than that, no lighter path is left to find [2]. The later of the two looks at a crossing sees both final distances, so all crossings of
 * lightest paths are noted; from them the paths are walked back on each side over arcs that lead to their end's distance.
 *
 * Sums are compared with a slack of 1e-9, a thousand times what the sums of a path of 10^6 arcs round by: whoever is on a lightest path is
 * never left out, whatever the order in which it was added up.
 *
 * Sources: (1) E. W. Dijkstra 1959, doi:10.1007/BF01386390; (2) I. Pohl 1971, Bi-directional search, Machine Intelligence 6. */
#include "kernel/lightest.h"

#include "base/memory.h"
#include "kernel/touched.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>

static const double slack = 1e-9;
enum { CHECK_EVERY = 4096 };

struct place {
  double distance[2]; /* on each side; where it was not reached, 0 and not `reached` */
  uint32_t node;
  uint8_t reached[2], settled[2], taken[2];
};

struct entry {
  double distance;
  uint32_t number;
};

/* A heap of distances; those that were undercut stay and are passed over. */
struct side {
  struct entry *heap; /* owned */
  size_t count, room;
};

/* An arc of the path `total` long: from the tail, which `from` reached, to the head, which `to` did. */
struct crossing {
  double total;
  uint32_t tail, head; /* numbers */
};

struct survey {
  const struct rows *rows;
  const struct kernel_watch *watch;
  struct touched touched;
  struct side side[2];
  struct crossing *crossing; /* owned */
  size_t crossings, crossing_room;
  uint32_t *queue; /* numbers, on the way back; owned */
  size_t queued, queue_room;
  double best;
  bool failed; /* out of memory */
};

static struct place *place_of(const struct survey *s, uint32_t number) {
  return touched_record(&s->touched, number);
}

/* ---- the heap ---- */

static void heap_put(struct survey *s, int side, double distance, uint32_t number) {
  struct side *h = &s->side[side];
  s->failed |= !memory_grow(&h->heap, &h->room, h->count + 1, sizeof *h->heap);
  if (s->failed) return;
  size_t i = h->count++;
  for (; i > 0 && h->heap[(i - 1) / 2].distance > distance; i = (i - 1) / 2)
    h->heap[i] = h->heap[(i - 1) / 2];
  h->heap[i] = (struct entry){distance, number};
}

static struct entry heap_take(struct side *h) {
  struct entry top = h->heap[0], last = h->heap[--h->count];
  size_t i = 0;
  for (size_t child; (child = 2 * i + 1) < h->count; i = child) {
    if (child + 1 < h->count && h->heap[child + 1].distance < h->heap[child].distance) child++;
    if (h->heap[child].distance >= last.distance) break;
    h->heap[i] = h->heap[child];
  }
  if (h->count) h->heap[i] = last;
  return top;
}

/* How near the next node of a side is; INFINITY: there is none. */
static double next_distance(struct survey *s, int side) {
  struct side *h = &s->side[side];
  while (h->count && place_of(s, h->heap[0].number)->settled[side])
    heap_take(h);
  return h->count ? h->heap[0].distance : INFINITY;
}

/* ---- searching ---- */

static void offer(struct survey *s, int side, uint32_t number, double distance) {
  struct place *p = place_of(s, number);
  if (p->reached[side] && p->distance[side] <= distance) return;
  p->reached[side] = 1;
  p->distance[side] = distance;
  heap_put(s, side, distance, number);
}

static void note_crossing(struct survey *s, int side, uint32_t self, uint32_t other, double total) {
  if (total > s->best * (1 + slack)) return;
  if (total < s->best) s->best = total;
  s->failed |= !memory_grow(&s->crossing, &s->crossing_room, s->crossings + 1, sizeof *s->crossing);
  if (!s->failed) s->crossing[s->crossings++] = (struct crossing){total, side == 0 ? self : other, side == 0 ? other : self};
}

static void settle(struct survey *s, int side) {
  uint32_t self = heap_take(&s->side[side]).number;
  double distance = place_of(s, self)->distance[side];
  uint32_t node = place_of(s, self)->node;
  place_of(s, self)->settled[side] = 1;
  struct row row = s->rows->row(s->rows->context, node, side == 1, true);
  for (size_t i = 0; i < row.count && !s->failed; i++) {
    uint32_t number = touched_at(&s->touched, row.to[i]);
    s->failed |= number == TOUCHED_NONE;
    if (s->failed || row.to[i] == node) continue;
    struct place *p = place_of(s, number);
    p->node = row.to[i];
    double there = distance + row.length[i];
    if (p->reached[1 - side]) note_crossing(s, side, self, number, there + p->distance[1 - side]);
    if (there <= s->best * (1 + slack)) offer(s, side, number, there);
  }
}

static enum kernel_code search(struct survey *s) {
  for (size_t looked = 0; !s->failed; looked++) {
    double near = next_distance(s, 0), far = next_distance(s, 1);
    if (isinf(near) || isinf(far) || near + far > s->best * (1 + slack)) return KERNEL_DONE;
    if (looked % CHECK_EVERY == 0 && !watch_says_go(s->watch)) return KERNEL_STOPPED;
    settle(s, near <= far ? 0 : 1);
  }
  return KERNEL_NO_MEMORY;
}

/* ---- what lies on a path ---- */

static void take(struct survey *s, int side, uint32_t number) {
  struct place *p = place_of(s, number);
  if (p->taken[side] || !p->settled[side]) return;
  p->taken[side] = 1;
  s->failed |= !memory_grow(&s->queue, &s->queue_room, s->queued + 1, sizeof *s->queue);
  if (!s->failed) s->queue[s->queued++] = number;
}

/* From the crossings of lightest paths back to where the side began. */
static void walk_back(struct survey *s, int side) {
  s->queued = 0;
  for (size_t i = 0; i < s->crossings && !s->failed; i++)
    if (s->crossing[i].total <= s->best * (1 + slack)) take(s, side, side == 0 ? s->crossing[i].tail : s->crossing[i].head);
  for (size_t i = 0; i < s->queued && !s->failed; i++) {
    const struct place *p = place_of(s, s->queue[i]);
    struct row row = s->rows->row(s->rows->context, p->node, side == 0, true);
    for (size_t k = 0; k < row.count && !s->failed; k++) {
      uint32_t number = touched_find(&s->touched, row.to[k]);
      if (number == TOUCHED_NONE || !place_of(s, number)->settled[side]) continue;
      if (fabs(place_of(s, number)->distance[side] + row.length[k] - p->distance[side]) <= slack * s->best) take(s, side, number);
    }
  }
}

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

static enum kernel_code collect(struct lightest *out, struct survey *s) {
  size_t room = 0;
  for (int side = 0; side < 2 && !s->failed; side++) {
    walk_back(s, side);
    for (size_t i = 0; i < s->queued && !s->failed; i++) {
      const struct place *p = place_of(s, s->queue[i]);
      if (side == 1 && p->taken[0]) continue;
      s->failed |= !memory_grow(&out->node, &room, (size_t)out->count + 1, sizeof *out->node);
      if (!s->failed) out->node[out->count++] = p->node;
    }
  }
  out->length = s->best;
  if (!s->failed && out->count) qsort(out->node, out->count, sizeof *out->node, by_number);
  return s->failed ? KERNEL_NO_MEMORY : KERNEL_DONE;
}

enum kernel_code lightest_find(struct lightest *out, const struct rows *rows, uint32_t from, uint32_t to,
                               const struct kernel_watch *watch) {
  struct survey s = {.rows = rows, .watch = watch, .best = INFINITY};
  *out = (struct lightest){.length = INFINITY};
  s.failed = !touched_start(&s.touched, sizeof(struct place));
  for (int i = 0; i < 2 && !s.failed; i++) {
    uint32_t end = i == 0 ? from : to, number = touched_at(&s.touched, end);
    s.failed |= number == TOUCHED_NONE;
    if (s.failed) break;
    place_of(&s, number)->node = end;
    offer(&s, i, number, 0);
  }
  enum kernel_code code = search(&s);
  if (!code) code = collect(out, &s);
  touched_free(&s.touched);
  free(s.side[0].heap);
  free(s.side[1].heap);
  free(s.crossing);
  free(s.queue);
  if (code) lightest_free(out);
  return code;
}

void lightest_free(struct lightest *l) {
  free(l->node);
  *l = (struct lightest){.length = INFINITY};
}
