/* All shortest paths between two nodes.
 *
 * How: 1. settle the nodes of all paths by a search from both ends (meeting.c), or where ways have lengths walk outward by Dijkstra's way
 * [1] until all that is as near as the end is settled; 2. walk back over the settled places, last first, counting for each the paths that
 * lead on to the end [2], and keeping the ways that lie on one: the web. Walking the web from the beginning never meets a dead end.
 *
 *   state:   node + nodes * steps    (steps only where lengths are limited by steps)
 *   settled: place -> state, in the order of distance;   place: state -> place + 1
 *
 * Only ways out of a node are looked at, so direction needs no second array.
 *
 * [1] E. W. Dijkstra (1959), A note on two problems in connexion with graphs, doi:10.1007/BF01386390
 * [2] U. Brandes (2001), A faster algorithm for betweenness centrality, doi:10.1080/0022250X.2001.9990249 */
#include "ask/search.h"

#include "ask/between.h"
#include "base/memory.h"
#include "kernel/heap.h"
#include "net/key_order.h"

#include <math.h>
#include <stdlib.h>

enum { CHECK_EVERY = 4096 };
#define UNSETTLED UINT32_MAX

struct search {
  const struct ways *ways;
  const struct run *run;
  uint32_t from, to, within, nodes;
  bool layered;
  uint32_t states;
  double *distance;          /* of each state */
  uint32_t *settled, *place; /* see above */
  uint32_t count;            /* of settled */
  double best;               /* distance of the end; INFINITY until found */
  struct heap heap;
};

static uint32_t node_of(const struct search *s, uint32_t state) {
  return s->layered ? state % s->nodes : state;
}

/* The state that a way leads to; UNSETTLED beyond the steps that are allowed. */
static uint32_t state_behind(const struct search *s, uint32_t state, uint32_t to) {
  if (!s->layered) return to;
  uint32_t steps = state / s->nodes;
  return steps == s->within ? UNSETTLED : (steps + 1) * s->nodes + to;
}

static bool is_end(const struct search *s, uint32_t state) {
  return node_of(s, state) == s->to;
}

/* The place of a state; UNSETTLED: it has none. Stored from 1, so memory that is not touched says so. */
static uint32_t place_of(const struct search *s, uint32_t state) {
  return s->place[state] - 1;
}

static void settle(struct search *s, uint32_t state) {
  s->place[state] = s->count + 1;
  s->settled[s->count++] = state;
  if (is_end(s, state) && s->distance[state] < s->best) s->best = s->distance[state];
}

/* ---- outward ---- */

/* By steps both ends search, and only what lies on a path is settled. */
static nonet_code walk_steps(struct search *s, nonet_err *err) {
  struct meeting m;
  nonet_code code = between_meeting(&m, s->ways, s->from, s->to, s->within, s->run, err);
  for (uint32_t i = 0; !code && i < m.count; i++) {
    s->distance[m.node[i]] = m.distance[i];
    settle(s, m.node[i]);
  }
  meeting_free(&m);
  return code;
}

static void relax(struct search *s, uint32_t state) {
  uint32_t v = node_of(s, state);
  for (struct way way = {.stop = s->ways->net->end_first[v]}; ways_next(&way, s->ways, v);) {
    uint32_t next = state_behind(s, state, way.to);
    double distance = s->distance[state] + way.length;
    if (next == UNSETTLED || place_of(s, next) != UNSETTLED || distance >= s->distance[next]) continue;
    s->distance[next] = distance;
    heap_raise(&s->heap, next);
  }
}

static nonet_code walk_lengths(struct search *s, nonet_err *err) {
  if (!heap_start(&s->heap, s->states, s->distance)) return error_memory(err);
  s->distance[s->from] = 0;
  heap_raise(&s->heap, s->from);
  nonet_code code = NONET_OK;
  while (s->heap.count > 0 && !code) {
    uint32_t state = heap_take(&s->heap);
    if (s->distance[state] > s->best && !lengths_equal(&s->ways->length, s->distance[state], s->best)) break;
    settle(s, state);
    if (!is_end(s, state)) relax(s, state);
    if (s->count % CHECK_EVERY == 0) code = run_check(s->run, err);
  }
  heap_free(&s->heap);
  return code;
}

/* ---- back ---- */

/* Whether a way from a settled state lies on a shortest path to where it leads; *place is there. */
static bool is_shortest(uint32_t *place, const struct search *s, uint32_t state, const struct way *way) {
  uint32_t next = state_behind(s, state, way->to);
  if (next == UNSETTLED || place_of(s, next) == UNSETTLED || place_of(s, next) <= place_of(s, state)) return false;
  *place = place_of(s, next);
  double distance = s->distance[state] + way->length;
  return s->ways->length.of_edge ? lengths_equal(&s->ways->length, distance, s->distance[next]) : distance == s->distance[next];
}

static bool add_arc(struct web *web, uint64_t *count, size_t *room, const struct web_arc *arc) {
  if (!memory_grow(&web->arc, room, (size_t)*count + 1, sizeof *web->arc)) return false;
  web->arc[(*count)++] = *arc;
  return true;
}

struct arc_order {
  const struct web *web;
  const nonet *net;
};

static int compare_arcs(const void *a, const void *b, void *context) {
  const struct arc_order *order = context;
  uint32_t x = order->web->node[((const struct web_arc *)a)->to], y = order->web->node[((const struct web_arc *)b)->to];
  return key_before(order->net, x, y) ? -1 : key_before(order->net, y, x);
}

/* Ways stand ascending by node number; the order of keys does not depend on the order of the input. */
static void sort_arcs(struct web *web, const nonet *n, uint64_t first, uint64_t stop) {
  struct arc_order order = {web, n};
  if (stop - first > 1) qsort_r(web->arc + first, (size_t)(stop - first), sizeof *web->arc, compare_arcs, &order);
}

static nonet_code walk_back(struct web *web, const struct search *s, nonet_err *err) {
  uint64_t arcs = 0;
  size_t room = 0;
  for (uint32_t p = s->count; p-- > 0;) {
    uint32_t state = s->settled[p], v = node_of(s, state);
    uint64_t first = arcs;
    web->node[p] = v;
    if (is_end(s, state))
      web->paths_on[p] = lengths_equal(&s->ways->length, s->distance[state], s->best) ? 1 : 0;
    else
      for (struct way way = {.stop = s->ways->net->end_first[v]}; ways_next(&way, s->ways, v);) {
        struct web_arc arc = {.at = way.at, .stop = way.stop};
        if (!is_shortest(&arc.to, s, state, &way) || !(web->paths_on[arc.to] > 0)) continue;
        web->paths_on[p] += web->paths_on[arc.to];
        if (!add_arc(web, &arcs, &room, &arc)) return error_memory(err);
      }
    sort_arcs(web, s->ways->net, first, arcs);
    web->arc_first[p] = arcs;
    if (p % CHECK_EVERY != 0) continue;
    nonet_code code = run_check(s->run, err);
    if (code) return code;
  }
  return NONET_OK;
}

static nonet_code build_web(struct web *web, const struct search *s, nonet_err *err) {
  web->places = s->count;
  web->once = !s->layered;
  web->found = isfinite(s->best);
  if (!web->found) return NONET_OK;
  web->node = memory_array(s->count, sizeof *web->node);
  web->paths_on = memory_zeroed(s->count, sizeof *web->paths_on);
  web->arc_first = memory_zeroed((size_t)s->count + 1, sizeof *web->arc_first);
  if (!web->node || !web->paths_on || !web->arc_first) return error_memory(err);
  nonet_code code = walk_back(web, s, err);
  web->length = s->best / s->ways->length.units;
  web->paths = web->paths_on[0];
  return code;
}

/* ---- asking ---- */

static nonet_code prepare(struct search *s, nonet_err *err) {
  uint64_t states = s->nodes;
  if (s->within >= s->nodes) s->within = 0; /* no shortest path has so many steps */
  s->layered = s->within > 0 && s->ways->length.of_edge;
  if (s->layered) states *= (uint64_t)s->within + 1;
  if (states >= UNSETTLED) return error_set(err, NONET_ELIMIT, "paths by length within %u steps need too much memory", s->within);
  s->states = (uint32_t)states;
  s->distance = memory_array(s->states, sizeof *s->distance);
  s->settled = memory_array(s->states, sizeof *s->settled);
  s->place = memory_zeroed(s->states, sizeof *s->place);
  if (!s->distance || !s->settled || !s->place) return error_memory(err);
  for (uint32_t i = 0; s->ways->length.of_edge && i < s->states; i++)
    s->distance[i] = INFINITY;
  return NONET_OK;
}

nonet_code web_start(struct web *out, const struct ways *w, uint32_t from, uint32_t to, uint32_t within, const struct run *run,
                     nonet_err *err) {
  struct search s = {.ways = w, .run = run, .from = from, .to = to, .within = within, .nodes = w->net->nodes, .best = INFINITY};
  *out = (struct web){0};
  nonet_code code = prepare(&s, err);
  if (!code) code = w->length.of_edge ? walk_lengths(&s, err) : walk_steps(&s, err);
  if (!code) code = build_web(out, &s, err);
  free(s.distance);
  free(s.settled);
  free(s.place);
  if (code) web_free(out);
  return code;
}

void web_free(struct web *web) {
  free(web->node);
  free(web->paths_on);
  free(web->arc_first);
  free(web->arc);
  *web = (struct web){0};
}
