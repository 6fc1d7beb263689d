/* Breadth-first from both ends, a whole level at a time, always from the side whose newest level has fewer arcs to follow. The first arc
 * that leads to a node of the other side ends the search: all such arcs close paths of one length, as no earlier level had any.
 *
 * How: a node's mark says in which search and on which side it was reached, and from where, in 8 bytes; marks of earlier searches are
 * stale, so nothing is cleared. Which nodes a row leads to is known before they are looked at, so their marks are asked for ahead.
 *
 * Source: I. Pohl (1971), Bi-directional search, Machine Intelligence 6. */
#include "kernel/pathfinder.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { AHEAD = 12 };
#define TURNS (UINT32_MAX / 2) /* a turn and a side are one number */

struct pathfinder_mark {
  uint32_t reached; /* 2 x turn + side */
  uint32_t before;  /* the node from which it was */
};

/* A side of the search: where its arcs stand, and its newest level. */
struct side {
  const uint64_t *first;
  const uint32_t *to;
  uint32_t *queue, from, upto;
  uint64_t arcs; /* out of the newest level */
  uint32_t mark;
};

bool pathfinder_start(struct pathfinder *p, const struct graph *g) {
  *p = (struct pathfinder){.g = g};
  p->mark = memory_zeroed(g->nodes, sizeof *p->mark);
  p->queue[0] = memory_array(g->nodes, sizeof *p->queue[0]);
  p->queue[1] = memory_array(g->nodes, sizeof *p->queue[1]);
  p->path = memory_array(g->nodes, sizeof *p->path);
  if (p->mark && p->queue[0] && p->queue[1] && p->path) return true;
  pathfinder_free(p);
  return false;
}

void pathfinder_free(struct pathfinder *p) {
  free(p->mark);
  free(p->queue[0]);
  free(p->queue[1]);
  free(p->path);
  *p = (struct pathfinder){0};
}

static struct side side_at(const struct pathfinder *p, unsigned which, uint32_t end) {
  const struct graph *g = p->g;
  struct side s = {which ? g->in_first : g->first, which ? g->in_to : g->to, p->queue[which], 0, 1, 0, 2 * p->turn + which};
  s.queue[0] = end;
  s.arcs = s.first[end + 1] - s.first[end];
  p->mark[end] = (struct pathfinder_mark){s.mark, PATHFINDER_NONE};
  return s;
}

/* The next level of a side. True: an arc from *near led to *far on the other side, and the level is not complete. */
static bool crosses(uint32_t *near, uint32_t *far, struct pathfinder_mark *mark, struct side *s) {
  uint32_t level = s->upto;
  s->arcs = 0;
  for (; s->from < level; s->from++) {
    uint32_t u = s->queue[s->from];
    for (uint64_t a = s->first[u], end = s->first[u + 1]; a < end; a++) {
      uint32_t w = s->to[a];
      if (a + AHEAD < end) __builtin_prefetch(&mark[s->to[a + AHEAD]]);
      if (mark[w].reached == s->mark) continue;
      if (mark[w].reached == (s->mark ^ 1)) {
        *near = u, *far = w;
        return true;
      }
      mark[w] = (struct pathfinder_mark){s->mark, u};
      s->queue[s->upto++] = w;
      s->arcs += s->first[w + 1] - s->first[w];
    }
  }
  return false;
}

/* The half on the side of `from`, then the other. */
static uint32_t lay(struct pathfinder *p, uint32_t near, uint32_t far) {
  uint32_t half = 0, nodes = 0;
  for (uint32_t v = near; v != PATHFINDER_NONE; v = p->mark[v].before)
    half++;
  for (uint32_t v = near; v != PATHFINDER_NONE; v = p->mark[v].before)
    p->path[half - 1 - nodes++] = v;
  for (uint32_t v = far; v != PATHFINDER_NONE; v = p->mark[v].before)
    p->path[nodes++] = v;
  return nodes - 1;
}

uint32_t pathfinder_find(struct pathfinder *p, uint32_t from, uint32_t to) {
  if (p->turn == TURNS) {
    memset(p->mark, 0, p->g->nodes * sizeof *p->mark);
    p->turn = 0;
  }
  p->turn++;
  p->path[0] = from;
  if (from == to) return 0;
  struct side side[2] = {side_at(p, 0, from), side_at(p, 1, to)};
  while (side[0].arcs && side[1].arcs) {
    unsigned which = side[1].arcs < side[0].arcs;
    uint32_t near, far;
    if (crosses(&near, &far, p->mark, &side[which])) return which ? lay(p, far, near) : lay(p, near, far);
  }
  return PATHFINDER_NONE;
}
