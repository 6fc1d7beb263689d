/* Every smallest set of nodes whose loss parts the network.
 *
 * Take as many nodes X as such a set S has, those of highest degree. Either S is X, or some x of X is not in S and S parts x from a node v
 * not tied to it. For each such pair whose flow has just that size: a cut takes one node from each of the flow's routes, and the cuts are
 * the sets of points closed under reach in the residual network; going along the points of the routes, each is put in (with all that it
 * reaches) or left out (with all that reach it), so each branch ends in a cut and each cut is met once. Then x and v are tied, so that no
 * later pair finds the same set again, unless it leaves more than two parts: a set is listed with the first v that it parts from x.
 *
 * Sources: (1) A. Kanevsky 1993, Finding all minimum-size separating vertex sets in a graph, doi:10.1002/net.3230230604; (2) J. C. Picard,
 * M. Queyranne 1980, On the structure of all minimum cuts in a network, doi:10.1007/BFb0120902. */
#include "base/memory.h"
#include "kernel/flow.h"
#include "kernel/separators.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

enum { OPEN, IN, OUT };

struct choice {
  size_t element, decided; /* which element was decided, and how many points were before */
  bool left_out;
};

struct listing {
  const struct graph *g;
  const struct kernel_watch *watch;
  struct separators *out;
  size_t most, room;
  struct flow_net net;
  uint32_t *taken; /* the nodes X */
  uint8_t *tied;   /* marks the neighbours of one node */
  uint8_t *seen;   /* of a search around a cut */
  uint32_t *queue;
  uint64_t extra; /* first arc of the ties to add: for each x, to each node and back */
  /* of one pair */
  uint8_t *side;
  uint32_t *decided, *element; /* points in the order decided; out-points of the nodes on routes */
  size_t decided_count, elements;
  struct choice *choice;
  size_t choices;
};

/* Put p, and all that it reaches (or, left out, all that reach it), on a side. */
static void decide(struct listing *l, uint32_t p, uint8_t side) {
  size_t head = l->decided_count;
  if (l->side[p] != OPEN) return;
  l->side[p] = side;
  l->decided[l->decided_count++] = p;
  while (head < l->decided_count) {
    uint32_t q = l->decided[head++];
    for (uint64_t i = l->net.first[q]; i < l->net.first[q + 1]; i++) {
      uint64_t a = l->net.arc[i];
      uint32_t r = l->net.to[a];
      if (l->side[r] != OPEN || !l->net.room[side == IN ? a : a ^ 1]) continue;
      l->side[r] = side;
      l->decided[l->decided_count++] = r;
    }
  }
}

static bool in_cut(const struct listing *l, uint32_t v) {
  return l->side[2 * v] == IN && l->side[2 * v + 1] == OUT && !l->net.room[2 * v];
}

/* Without the cut, does u reach all nodes before v? */
static bool first_parted(struct listing *l, uint32_t u, uint32_t v) {
  const struct graph *g = l->g;
  size_t head = 0, tail = 0;
  memset(l->seen, 0, g->nodes);
  l->seen[u] = 1;
  l->queue[tail++] = u;
  while (head < tail) {
    uint32_t w = l->queue[head++];
    for (uint64_t a = g->first[w]; a < g->first[w + 1]; a++) {
      if (l->seen[g->to[a]]) continue;
      l->seen[g->to[a]] = 1;
      if (!in_cut(l, g->to[a])) l->queue[tail++] = g->to[a];
    }
  }
  for (uint32_t w = 0; w < v; w++)
    if (!l->seen[w] && !in_cut(l, w)) return false;
  return true;
}

static bool keep_cut(struct listing *l, uint32_t u, uint32_t v) {
  struct separators *out = l->out;
  if (!first_parted(l, u, v)) return true;
  if (l->most && out->count == l->most) {
    out->complete = false;
    return true;
  }
  if (!memory_grow(&out->node, &l->room, (out->count + 1) * out->size, sizeof *out->node)) return false;
  uint32_t *node = out->node + out->count++ * out->size, at = 0;
  for (uint32_t w = 0; w < l->g->nodes; w++)
    if (in_cut(l, w)) node[at++] = w;
  return true;
}

/* Back to the last element that was put in, and leave it out instead; false when there is none. */
static bool turn_back(struct listing *l) {
  while (l->choices) {
    struct choice *c = &l->choice[l->choices - 1];
    while (l->decided_count > c->decided)
      l->side[l->decided[--l->decided_count]] = OPEN;
    if (!c->left_out) {
      c->left_out = true;
      decide(l, l->element[c->element], OUT);
      return true;
    }
    l->choices--;
  }
  return false;
}

/* All cuts of the flow that was pushed from u to v. */
static enum kernel_code list_cuts(struct listing *l, uint32_t u, uint32_t v) {
  memset(l->side, OPEN, l->net.points);
  l->decided_count = l->elements = l->choices = 0;
  for (uint32_t w = 0; w < l->g->nodes; w++)
    if (!l->net.room[2 * w]) l->element[l->elements++] = 2 * w + 1;
  decide(l, 2 * u + 1, IN);
  decide(l, 2 * v, OUT);
  do {
    size_t e = l->choices ? l->choice[l->choices - 1].element + 1 : 0;
    for (; e < l->elements; e++) {
      if (l->side[l->element[e]] != OPEN) continue;
      l->choice[l->choices++] = (struct choice){e, l->decided_count, false};
      decide(l, l->element[e], IN);
    }
    if (!keep_cut(l, u, v)) return KERNEL_NO_MEMORY;
    if (!watch_says_go(l->watch)) return KERNEL_STOPPED;
  } while (l->out->complete && turn_back(l));
  return KERNEL_DONE;
}

static void tie(struct listing *l, uint32_t x, uint32_t v) {
  uint64_t a = l->extra + 4 * ((uint64_t)x * l->g->nodes + v);
  l->net.full[a] = l->net.full[a + 2] = FLOW_WIDE;
}

static enum kernel_code from_taken(struct listing *l, uint32_t x) {
  const struct graph *g = l->g;
  uint32_t u = l->taken[x], pushed;
  memset(l->tied, 0, g->nodes);
  l->tied[u] = 1;
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    l->tied[g->to[a]] = 1;
  for (uint32_t i = 0; i < x; i++)
    l->tied[l->taken[i]] = 1;
  for (uint32_t v = 0; v < g->nodes && l->out->complete; v++) {
    if (l->tied[v]) continue;
    flow_net_reset(&l->net);
    enum kernel_code code = flow_net_push(&pushed, &l->net, 2 * u + 1, 2 * v, l->out->size + 1, l->watch);
    if (!code && pushed == l->out->size) code = list_cuts(l, u, v);
    if (code) return code;
    tie(l, x, v);
  }
  return KERNEL_DONE;
}

/* The nodes of highest degree, and the network with arcs for the ties to come. */
static enum kernel_code take(struct listing *l) {
  const struct graph *g = l->g;
  size_t extras = 2 * (size_t)l->out->size * g->nodes, at = 0;
  memset(l->tied, 0, g->nodes);
  for (uint32_t i = 0; i < l->out->size; i++) {
    uint32_t best = UINT32_MAX;
    for (uint32_t v = 0; v < g->nodes; v++) {
      if (l->tied[v]) continue;
      if (best == UINT32_MAX || g->first[v + 1] - g->first[v] > g->first[best + 1] - g->first[best]) best = v;
    }
    l->tied[best] = 1;
    l->taken[i] = best;
  }
  struct flow_extra *extra = memory_array(extras, sizeof *extra);
  if (!extra) return KERNEL_NO_MEMORY;
  for (uint32_t i = 0; i < l->out->size; i++)
    for (uint32_t v = 0; v < g->nodes; v++) {
      extra[at++] = (struct flow_extra){2 * l->taken[i] + 1, 2 * v, 0};
      extra[at++] = (struct flow_extra){2 * v + 1, 2 * l->taken[i], 0};
    }
  enum kernel_code code = flow_net_start(&l->net, g, true, 0, extra, extras);
  l->extra = l->net.arcs - 2 * extras;
  free(extra);
  return code;
}

/* X itself, if the rest is apart without it. */
static bool keep_taken(struct listing *l) {
  const struct graph *g = l->g;
  size_t head = 0, tail = 0, left = (size_t)g->nodes - l->out->size;
  for (uint32_t v = 0; v < g->nodes; v++)
    l->side[v] = OPEN;
  for (uint32_t i = 0; i < l->out->size; i++)
    l->side[l->taken[i]] = OUT;
  uint32_t start = 0;
  while (l->side[start] == OUT)
    start++;
  l->side[start] = IN;
  l->decided[tail++] = start;
  while (head < tail) {
    uint32_t v = l->decided[head++];
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      if (l->side[g->to[a]] == OPEN) l->side[g->to[a]] = IN, l->decided[tail++] = g->to[a];
  }
  if (tail == left) return true;
  if (!memory_grow(&l->out->node, &l->room, l->out->size, sizeof *l->out->node)) return false;
  for (uint32_t v = 0, at = 0; v < g->nodes; v++)
    if (l->side[v] == OUT) l->out->node[at++] = v;
  l->out->count = 1;
  return true;
}

/* Sets in lexicographic order: a stable counting sort by each place, the last first. */
static bool put_in_order(struct separators *s, uint32_t nodes) {
  size_t *start = memory_array((size_t)nodes + 1, sizeof *start);
  uint32_t *other = memory_array(s->count * s->size, sizeof *other);
  bool ready = start && other;
  for (uint32_t place = s->size; ready && place-- > 0;) {
    memset(start, 0, ((size_t)nodes + 1) * sizeof *start);
    for (size_t i = 0; i < s->count; i++)
      start[s->node[i * s->size + place] + 1]++;
    for (uint32_t v = 0; v < nodes; v++)
      start[v + 1] += start[v];
    for (size_t i = 0; i < s->count; i++)
      memcpy(other + start[s->node[i * s->size + place]]++ * s->size, s->node + i * s->size, s->size * sizeof *other);
    uint32_t *kept = s->node;
    s->node = other;
    other = kept;
  }
  free(start);
  free(other);
  return ready;
}

static bool listing_start(struct listing *l) {
  uint32_t n = l->g->nodes;
  l->taken = memory_array(l->out->size, sizeof *l->taken);
  l->tied = memory_zeroed(n, 1);
  l->seen = memory_zeroed(n, 1);
  l->queue = memory_array(n, sizeof *l->queue);
  l->side = memory_zeroed(n, 2);
  l->decided = memory_array(n, 2 * sizeof *l->decided);
  l->element = memory_array(n, sizeof *l->element);
  l->choice = memory_array(n, sizeof *l->choice);
  return l->taken && l->tied && l->seen && l->queue && l->side && l->decided && l->element && l->choice;
}

enum kernel_code separators_all(struct separators *out, const struct graph *g, size_t most, const struct kernel_watch *watch) {
  struct listing l = {.g = g, .watch = watch, .out = out, .most = most};
  struct separator one;
  memset(out, 0, sizeof *out);
  enum kernel_code code = separator_of_nodes(&one, g, 0, watch);
  if (code) return code;
  out->size = one.size;
  out->complete = true;
  bool any = one.found && one.size > 0;
  separator_free(&one);
  if (!any) return KERNEL_DONE;
  code = listing_start(&l) ? take(&l) : KERNEL_NO_MEMORY;
  if (!code && !keep_taken(&l)) code = KERNEL_NO_MEMORY;
  for (uint32_t x = 0; x < out->size && !code && out->complete; x++)
    code = from_taken(&l, x);
  if (!code && !put_in_order(out, g->nodes)) code = KERNEL_NO_MEMORY;
  flow_net_free(&l.net);
  free(l.taken);
  free(l.tied);
  free(l.seen);
  free(l.queue);
  free(l.side);
  free(l.decided);
  free(l.element);
  free(l.choice);
  if (code) separators_free(out);
  return code;
}

void separators_free(struct separators *s) {
  free(s->node);
  memset(s, 0, sizeof *s);
}
