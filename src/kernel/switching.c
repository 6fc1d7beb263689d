/* Shortest paths over layers from one node at a time, by Dijkstra's method over states (1), and Brandes' sums on them (2).
 *
 * How: of each state (v, a) two lengths: that of the shortest path whose last tie is of layer a and ends at v (arrival), and that of the
 * shortest after which a tie of a may follow (departure):
 *     departure(v, a) = min(arrival(v, a), least arrival at v + price).
 * So the replicas of a node are not tied to each other pair by pair. States are taken by departure; all lengths being above 0, what leads
 * to an arrival was taken before it is needed, and counts of paths can be made when a state is taken: those that arrive in the layer
 * itself, and, where changing costs no more, those that arrive with the least length in another. Backward the same sums give each state
 * the share of targets behind it. Lengths and the price are compared in whole units where they have a common one (kernel/length.h).
 *
 * Sources: (1) E. W. Dijkstra 1959, doi:10.1007/BF01386390; (2) U. Brandes 2001, doi:10.1080/0022250X.2001.9990249; (3) M. De Domenico et
 * al. 2015, doi:10.1038/ncomms7868. */
#include "kernel/switching.h"

#include "base/memory.h"
#include "kernel/dial.h"
#include "kernel/heap.h"
#include "kernel/length.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>

struct search {
  const struct supra *s;
  struct lengths lengths;
  double price, *with_price;           /* with_price: lengths of arcs, and behind them the price; owned */
  double *arrival, *departure, *least; /* of states; least: of nodes */
  double *paths_in, *paths_out, *all;  /* counts: that arrive, that may depart; all: of shortest ones to a node */
  double *behind_in, *behind_out;      /* shares of targets behind, of one path each */
  uint8_t *known;                      /* behind_in is */
  uint32_t *order, taken;              /* states as they were taken */
  uint32_t *node, found;               /* nodes that were reached, the source first */
  bool counting;                       /* of paths; else lengths alone */
  bool by_dial;                        /* lengths are whole numbers within the ring */
  struct dial dial;
  struct heap heap;
};

static void search_free(struct search *w) {
  void *const owned[] = {w->with_price, w->arrival,   w->departure,  w->least, w->paths_in, w->paths_out,
                         w->all,        w->behind_in, w->behind_out, w->known, w->order,    w->node};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free(owned[i]);
  if (w->by_dial) dial_free(&w->dial);
  heap_free(&w->heap);
  lengths_free(&w->lengths);
}

/* The price is a length like those of ties, so that sums of both compare exactly. */
static enum kernel_code find_units(struct search *w, double price) {
  uint32_t arcs = w->s->ties.edges;
  w->with_price = memory_array((size_t)arcs + 1, sizeof *w->with_price);
  if (!w->with_price) return KERNEL_NO_MEMORY;
  for (uint32_t a = 0; a < arcs; a++)
    w->with_price[a] = w->s->length[a];
  w->with_price[arcs] = price;
  struct graph g = w->s->ties;
  g.length = w->with_price;
  g.edges = arcs + (price > 0);
  g.nodes *= 2; /* a path may change layer at every node */
  enum kernel_code code = lengths_start(&w->lengths, &g);
  w->price = price > 0 && !code ? w->lengths.of_edge[arcs] : 0;
  return code;
}

/* Keys in the queue lie no further apart than the longest tie and a change. */
static bool start_queue(struct search *w) {
  double longest = 0;
  for (uint32_t a = 0; a < w->s->ties.edges; a++)
    longest = fmax(longest, w->lengths.of_edge[a]);
  w->by_dial = w->lengths.exact && longest + w->price <= DIAL_SPAN;
  if (w->by_dial) return dial_start(&w->dial, w->s->states, (uint32_t)(longest + w->price));
  return heap_start(&w->heap, w->s->states, w->departure);
}

static enum kernel_code search_start(struct search *w, const struct supra *s, double price, bool counting) {
  *w = (struct search){.s = s, .counting = counting};
  enum kernel_code code = find_units(w, price);
  double **const of_states[] = {&w->arrival, &w->departure, &w->paths_in, &w->paths_out, &w->behind_in, &w->behind_out};
  bool fits = !code;
  for (size_t i = 0; i < sizeof of_states / sizeof *of_states; i++)
    fits = fits && (*of_states[i] = memory_array(s->states, sizeof(double)));
  fits = fits && (w->least = memory_array(s->nodes, sizeof *w->least)) && (w->all = memory_array(s->nodes, sizeof *w->all));
  fits = fits && (w->known = memory_array(s->states, 1)) && (w->order = memory_array(s->states, sizeof *w->order));
  fits = fits && (w->node = memory_array(s->nodes, sizeof *w->node));
  for (uint32_t i = 0; fits && i < s->states; i++)
    w->arrival[i] = w->departure[i] = INFINITY;
  for (uint32_t v = 0; fits && v < s->nodes; v++)
    w->least[v] = INFINITY;
  return fits && start_queue(w) ? KERNEL_DONE : KERNEL_NO_MEMORY;
}

static bool equal(const struct search *w, double a, double b) {
  return isfinite(a) && isfinite(b) && lengths_equal(&w->lengths, a, b);
}

/* ---- forward ---- */

/* Somebody may depart by this state after so long. */
static void lower(struct search *w, uint32_t state, double length) {
  if (!(length < w->departure[state])) return;
  if (w->by_dial && isfinite(w->departure[state])) dial_drop(&w->dial, state, (uint64_t)w->departure[state]);
  w->departure[state] = length;
  if (w->by_dial)
    dial_put(&w->dial, state, (uint64_t)length);
  else
    heap_raise(&w->heap, state);
}

static void arrive(struct search *w, uint32_t state, double length, double paths) {
  uint32_t v = w->s->node[state];
  if (equal(w, length, w->arrival[state])) {
    w->paths_in[state] += paths;
    return;
  }
  if (length > w->arrival[state]) return;
  w->arrival[state] = length;
  w->paths_in[state] = paths;
  lower(w, state, length);
  if (!(length < w->least[v])) return;
  if (isinf(w->least[v])) w->node[w->found++] = v;
  w->least[v] = length;
  for (uint32_t i = w->s->first[v]; i < w->s->first[v + 1]; i++)
    if (i != state && w->s->ties.first[i] < w->s->ties.first[i + 1]) lower(w, i, length + w->price);
}

/* May those who arrive at a node with the least length depart by this state after changing layer? */
static bool by_change(const struct search *w, uint32_t state) {
  return equal(w, w->departure[state], w->least[w->s->node[state]] + w->price);
}

static double count_departures(const struct search *w, uint32_t state) {
  uint32_t v = w->s->node[state];
  double sum = equal(w, w->arrival[state], w->departure[state]) ? w->paths_in[state] : 0;
  if (!by_change(w, state)) return sum;
  for (uint32_t i = w->s->first[v]; i < w->s->first[v + 1]; i++)
    if (i != state && equal(w, w->arrival[i], w->least[v])) sum += w->paths_in[i];
  return sum;
}

static void forward(struct search *w, uint32_t source) {
  const struct graph *g = &w->s->ties;
  w->taken = 0;
  w->found = 1;
  w->node[0] = source;
  w->least[source] = 0;
  if (w->by_dial) dial_reset(&w->dial);
  for (uint32_t i = w->s->first[source]; i < w->s->first[source + 1]; i++)
    lower(w, i, 0);
  while (w->by_dial ? w->dial.count : w->heap.count) {
    uint32_t i = w->by_dial ? dial_take(&w->dial) : heap_take(&w->heap);
    w->order[w->taken++] = i;
    w->paths_out[i] = w->s->node[i] == source || !w->counting ? 1 : count_departures(w, i);
    for (uint64_t a = g->first[i]; a < g->first[i + 1]; a++)
      if (w->s->node[g->to[a]] != source) arrive(w, g->to[a], w->departure[i] + w->lengths.of_edge[a], w->paths_out[i]);
  }
}

/* As before the search. */
static void forget(struct search *w) {
  for (uint32_t k = 0; k < w->found; k++) {
    uint32_t v = w->node[k];
    w->least[v] = INFINITY;
    for (uint32_t i = w->s->first[v]; i < w->s->first[v + 1]; i++)
      w->arrival[i] = w->departure[i] = INFINITY;
  }
}

/* ---- backward ---- */

static void count_all(struct search *w, uint32_t source) {
  for (uint32_t k = 0; k < w->found; k++)
    w->all[w->node[k]] = 0;
  for (uint32_t k = 0; k < w->taken; k++)
    w->known[w->order[k]] = 0;
  for (uint32_t k = 0; k < w->taken; k++) {
    uint32_t i = w->order[k], v = w->s->node[i];
    if (v != source && equal(w, w->arrival[i], w->least[v])) w->all[v] += w->paths_in[i];
  }
}

/* What lies behind one path that arrives here: the node itself where it arrives first, and what lies behind the departures it may take. */
static double arrivals_behind(struct search *w, uint32_t state) {
  uint32_t v = w->s->node[state];
  if (w->known[state]) return w->behind_in[state];
  bool first = equal(w, w->arrival[state], w->least[v]);
  double sum = first ? 1 / w->all[v] : 0;
  for (uint32_t i = w->s->first[v]; i < w->s->first[v + 1]; i++) {
    if (isinf(w->departure[i])) continue;
    if (i == state ? equal(w, w->arrival[i], w->departure[i]) : first && by_change(w, i)) sum += w->behind_out[i];
  }
  w->known[state] = 1;
  return w->behind_in[state] = sum;
}

static bool backward(double *out, struct search *w, uint32_t source) {
  const struct graph *g = &w->s->ties;
  count_all(w, source);
  for (uint32_t k = w->taken; k-- > 0;) {
    uint32_t i = w->order[k], v = w->s->node[i];
    double sum = 0;
    if (v != source && (isinf(w->all[v]) || isinf(w->paths_out[i]))) return false;
    for (uint64_t a = g->first[i]; a < g->first[i + 1]; a++) {
      uint32_t to = g->to[a];
      if (w->s->node[to] != source && equal(w, w->arrival[to], w->departure[i] + w->lengths.of_edge[a])) sum += arrivals_behind(w, to);
    }
    w->behind_out[i] = sum;
    if (v != source) out[v] += w->paths_out[i] * sum;
  }
  return true;
}

/* ---- all sources ---- */

/* Sources shared out between workers; sums of betweenness are kept by lane and merged in their order. */
struct sources {
  const struct supra *s;
  struct search *search; /* one for each worker */
  double *reached, *sum, *distance;
  double *between; /* n for each lane; NULL: lengths alone */
  bool *too_many;  /* of each worker */
};

static void keep_lengths(const struct sources *all, const struct search *w, uint32_t source) {
  double sum = 0;
  for (uint32_t k = 0; k < w->found; k++)
    sum += w->least[w->node[k]];
  all->reached[source] = w->found - 1;
  all->sum[source] = sum / w->lengths.units;
  for (uint32_t u = 0; all->distance && u < w->s->nodes; u++)
    all->distance[(size_t)source * w->s->nodes + u] = w->least[u] / w->lengths.units;
}

static void some_sources(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  const struct sources *all = context;
  struct search *w = &all->search[worker];
  for (size_t v = from; v < to; v++) {
    forward(w, (uint32_t)v);
    if (!all->between)
      keep_lengths(all, w, (uint32_t)v);
    else if (!backward(all->between + (size_t)lane * w->s->nodes, w, (uint32_t)v))
      all->too_many[worker] = true;
    forget(w);
  }
}

static enum kernel_code from_all(struct sources *all, double price, bool counting, const struct kernel_watch *watch) {
  const struct supra *s = all->s;
  struct waves_job job = {.items = s->nodes, .cost = 4.0 * s->ties.edges + 8.0 * s->states, .work = some_sources, .context = all};
  unsigned workers = waves_workers(&job, watch), ready = 0;
  size_t sums = counting ? (size_t)waves_lanes(&job) * s->nodes : 0;
  all->search = memory_zeroed(workers, sizeof *all->search);
  all->too_many = memory_zeroed(workers, sizeof *all->too_many);
  all->between = counting ? memory_zeroed(sums, sizeof *all->between) : NULL;
  enum kernel_code code = all->search && all->too_many && (all->between || !counting) ? KERNEL_DONE : KERNEL_NO_MEMORY;
  while (!code && ready < workers)
    code = search_start(&all->search[ready++], s, price, counting);
  if (!code) code = waves_run(&job, watch);
  for (unsigned i = 0; i < ready; i++) {
    search_free(&all->search[i]);
    if (!code && all->too_many[i]) code = KERNEL_TOO_MANY_PATHS;
  }
  for (size_t i = s->nodes; i < sums && all->between; i++)
    all->between[i % s->nodes] += all->between[i];
  free(all->search);
  free(all->too_many);
  return code;
}

enum kernel_code switching_distances(double *reached, double *sum, double *distance, const struct supra *s, double price,
                                     const struct kernel_watch *watch) {
  struct sources all = {.s = s, .reached = reached, .sum = sum, .distance = distance};
  return from_all(&all, price, false, watch);
}

enum kernel_code switching_betweenness(double *out, const struct supra *s, double price, const struct kernel_watch *watch) {
  struct sources all = {.s = s};
  enum kernel_code code = from_all(&all, price, true, watch);
  for (uint32_t v = 0; !code && v < s->nodes; v++)
    out[v] = s->ties.directed ? all.between[v] : all.between[v] / 2;
  free(all.between);
  return code;
}

enum kernel_code switching_distance(double *out, const struct supra *s, double price, uint32_t from, uint32_t to) {
  struct search w;
  enum kernel_code code = search_start(&w, s, price, false);
  if (!code) forward(&w, from);
  if (!code) *out = w.least[to] / w.lengths.units;
  search_free(&w);
  return code;
}
