/* Robustness: how much of the network hangs together while its nodes leave one after the other.
 *
 * R is the share of all nodes that the largest component holds, averaged over the states after 1, 2 ... n departures (1). Ties of rank are
 * broken by key, so the order of rows does not matter; an order drawn by chance is drawn from the nodes in the order of their keys, and R
 * is then averaged over many orders, for one says little. The second method takes each node out of the network and looks at what is left.
 *
 * Sources: (1) C. M. Schneider et al. 2011, Mitigation of malicious attacks on networks, doi:10.1073/pnas.1009440108; (2) P. Holme et al.
 * 2002, Attack vulnerability of complex networks, doi:10.1103/PhysRevE.65.056109 (adaptive orders). */
#include "measure/robustness.h"

#include "base/memory.h"
#include "kernel/betweenness.h"
#include "kernel/component.h"
#include "kernel/part.h"
#include "kernel/removal.h"
#include "measure/measure.h"
#include "net/key_order.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- the work ---- */

struct work {
  const nonet *n;
  const struct graph *g; /* undirected */
  const struct run *run;
  struct robustness *out;
  uint32_t *rank;
  nonet_err *err;
  nonet_code stopped;
};

static int by_key(const void *left, const void *right, void *context) {
  const nonet *n = context;
  return key_order(net_key(n, *(const uint32_t *)left), net_key(n, *(const uint32_t *)right));
}

/* The place of each node in the order of keys. */
static void rank_nodes(struct work *w) {
  uint32_t *order = w->out->order;
  for (uint32_t v = 0; v < w->n->nodes; v++)
    order[v] = v;
  if (w->n->nodes) qsort_r(order, w->n->nodes, sizeof *order, by_key, (void *)(uintptr_t)w->n);
  for (uint32_t i = 0; i < w->n->nodes; i++)
    w->rank[order[i]] = i;
}

static bool go_on(void *context) {
  struct work *w = context;
  w->stopped = run_check(w->run, w->err);
  return !w->stopped;
}

static double mean_share(const struct work *w) {
  double sum = 0, n = w->n->nodes;
  for (uint32_t q = 1; q <= w->n->nodes; q++)
    sum += w->out->giant[q];
  return sum / n / n;
}

static void shuffle(struct work *w, uint64_t stream) {
  struct chance chance;
  uint32_t *order = w->out->order;
  chance_start(&chance, w->run->asked->seed, stream);
  for (uint32_t v = 0; v < w->n->nodes; v++)
    order[w->rank[v]] = v;
  for (uint32_t i = w->n->nodes; i > 1; i--) {
    uint32_t j = (uint32_t)chance_below(&chance, i), swap = order[i - 1];
    order[i - 1] = order[j];
    order[j] = swap;
  }
}

typedef enum kernel_code make_curve(struct work *w);

/* The mean over many orders; the first of them comes last, and stays. */
static enum kernel_code by_chance(struct work *w, make_curve *curve) {
  static const double steps = 4e7;
  double fit = steps / ((double)w->g->nodes + w->g->edges + 1), sum = 0, squares = 0;
  enum kernel_code code = KERNEL_DONE;
  struct robustness *out = w->out;
  out->orders = fit > 1000 ? 1000 : fit < 1 ? 1 : (size_t)fit;
  for (size_t i = out->orders; i-- > 0 && !code;) {
    shuffle(w, i);
    code = go_on(w) ? curve(w) : KERNEL_STOPPED;
    double r = code ? 0 : mean_share(w);
    sum += r;
    squares += r * r;
  }
  double count = (double)out->orders;
  out->r = sum / count;
  if (out->orders > 1) out->deviation = sqrt(fmax(0, (squares - count * out->r * out->r) / (count - 1)));
  return code;
}

static enum kernel_code fast_curve(struct work *w) {
  return removal_giant(w->out->giant, w->out->order, w->g);
}

static enum kernel_code fast_order(struct work *w, nonet_removal by) {
  struct kernel_watch watch = {.go_on = go_on, .context = w, .threads = run_threads(w->run)};
  switch (by) {
  case NONET_BY_DEGREE:
    return removal_by_degree(w->out->order, w->rank, w->g);
  case NONET_BY_DEGREE_ADAPTIVE:
    return removal_by_degree_adaptive(w->out->order, w->rank, w->g);
  case NONET_BY_BETWEENNESS:
    return removal_by_betweenness(w->out->order, w->rank, w->g, &watch);
  case NONET_BY_BETWEENNESS_ADAPTIVE:
    return removal_by_betweenness_adaptive(w->out->order, w->rank, w->g, &watch);
  case NONET_BY_CHANCE:
    break;
  }
  return KERNEL_DONE;
}

/* ---- the second method: take one out, look at the rest ---- */

/* What is left when flagged nodes are gone; `node` has room for all. */
static enum kernel_code rest(struct part *out, uint32_t *node, uint32_t *count, const struct work *w, const uint8_t *gone) {
  uint32_t *place = memory_array(w->n->nodes, sizeof *place);
  *count = 0;
  *out = (struct part){0};
  if (!place) return KERNEL_NO_MEMORY;
  for (uint32_t v = 0; v < w->n->nodes; v++) {
    place[v] = PART_NONE;
    if (!gone[v]) node[(*count)++] = v;
  }
  enum kernel_code code = part_start(out, w->g, node, *count, place);
  free(place);
  return code;
}

static enum kernel_code slow_curve(struct work *w) {
  uint32_t nodes = w->n->nodes, *node = memory_array(nodes, sizeof *node), *part = memory_array(nodes, sizeof *part);
  uint32_t *size = memory_array(nodes, sizeof *size), count, parts;
  uint8_t *gone = memory_zeroed(nodes, 1);
  enum kernel_code code = node && part && size && gone ? KERNEL_DONE : KERNEL_NO_MEMORY;
  for (uint32_t q = 0; q <= nodes && !code; q++) {
    struct part left;
    code = rest(&left, node, &count, w, gone);
    if (!code) code = component_weak(part, size, &parts, &left.graph);
    if (!code) w->out->giant[q] = count ? size[0] : 0;
    part_free(&left);
    if (q < nodes) gone[w->out->order[q]] = 1;
  }
  free(node);
  free(part);
  free(size);
  free(gone);
  return code;
}

/* The greatest value, of equal ones the least rank; they agree where they do to nine digits. */
static uint32_t greatest(const double *value, const uint32_t *node, uint32_t count, const uint32_t *rank) {
  double most = 0;
  uint32_t best = UINT32_MAX;
  for (uint32_t i = 0; i < count; i++)
    if (value[i] > most) most = value[i];
  for (uint32_t i = 0; i < count; i++)
    if (value[i] >= most - 1e-9 * most && (best == UINT32_MAX || rank[node[i]] < rank[best])) best = node[i];
  return best;
}

static enum kernel_code values(double *value, const struct graph *g, bool between) {
  for (uint32_t v = 0; !between && v < g->nodes; v++)
    value[v] = (double)(g->first[v + 1] - g->first[v]);
  return between ? betweenness_plain(value, NULL, g, NULL) : KERNEL_DONE;
}

static enum kernel_code slow_order(struct work *w, nonet_removal by) {
  bool adaptive = by == NONET_BY_DEGREE_ADAPTIVE || by == NONET_BY_BETWEENNESS_ADAPTIVE;
  bool between = by == NONET_BY_BETWEENNESS || by == NONET_BY_BETWEENNESS_ADAPTIVE;
  uint32_t nodes = w->n->nodes, *node = memory_array(nodes, sizeof *node), count;
  double *value = memory_array(nodes, sizeof *value), *first = memory_array(nodes, sizeof *first);
  uint8_t *gone = memory_zeroed(nodes, 1);
  enum kernel_code code = node && value && first && gone ? values(first, w->g, between) : KERNEL_NO_MEMORY;
  for (uint32_t q = 0; q < nodes && !code; q++) {
    struct part left;
    code = rest(&left, node, &count, w, gone);
    if (!code && adaptive) code = values(value, &left.graph, between);
    for (uint32_t i = 0; !code && !adaptive && i < count; i++)
      value[i] = first[node[i]];
    part_free(&left);
    if (!code) gone[w->out->order[q] = greatest(value, node, count, w->rank)] = 1;
    if (!code && !go_on(w)) code = KERNEL_STOPPED;
  }
  free(node);
  free(value);
  free(first);
  free(gone);
  return code;
}

/* ---- either way ---- */

static nonet_code compute(struct work *w, nonet_removal by, bool slow, nonet_err *err) {
  enum kernel_code code = KERNEL_DONE;
  rank_nodes(w);
  if (by == NONET_BY_CHANCE) {
    code = by_chance(w, slow ? slow_curve : fast_curve);
  } else {
    code = slow ? slow_order(w, by) : fast_order(w, by);
    if (!code) code = slow ? slow_curve(w) : fast_curve(w);
    if (!code) w->out->r = mean_share(w);
  }
  if (code == KERNEL_STOPPED) return w->stopped;
  if (code == KERNEL_TOO_MANY_PATHS) return error_set(err, NONET_ELIMIT, "path count overflow: a pair has more than 1e308 shortest paths");
  return code ? error_memory(err) : NONET_OK;
}

static nonet_code start(struct robustness *out, const nonet *n, nonet_removal by, bool slow, const struct run *run, nonet_err *err) {
  struct work w = {.n = n, .run = run, .out = out, .err = err, .rank = memory_array(n->nodes, sizeof *w.rank)};
  *out = (struct robustness){.order = memory_array(n->nodes, sizeof *out->order),
                             .giant = memory_zeroed((size_t)n->nodes + 1, sizeof *out->giant),
                             .deviation = NAN};
  nonet_code code = w.rank && out->order && out->giant ? net_simple(&w.g, n, false, false, err) : error_memory(err);
  if (!code) code = compute(&w, by, slow, err);
  free(w.rank);
  if (code) robustness_free(out);
  return code;
}

nonet_code robustness_start(struct robustness *out, const nonet *n, nonet_removal by, const struct run *run, nonet_err *err) {
  return start(out, n, by, false, run, err);
}

void robustness_free(struct robustness *r) {
  free(r->order);
  free(r->giant);
  *r = (struct robustness){0};
}

/* ---- the measure ---- */

static nonet_code measure(double *out, const struct measure_ask *ask, bool slow, nonet_err *err) {
  static const struct {
    const char *name;
    nonet_removal by;
  } orders[] = {{"", NONET_BY_DEGREE},
                {"degree", NONET_BY_DEGREE},
                {"random", NONET_BY_CHANCE},
                {"betweenness", NONET_BY_BETWEENNESS},
                {"adaptive-degree", NONET_BY_DEGREE_ADAPTIVE},
                {"adaptive-betweenness", NONET_BY_BETWEENNESS_ADAPTIVE}};
  struct robustness found;
  size_t i = 0;
  while (i < sizeof orders / sizeof *orders && strcmp(orders[i].name, ask->parameter_text) != 0)
    i++;
  if (i == sizeof orders / sizeof *orders)
    return error_set(err, NONET_EUSAGE,
                     "behind the colon of 'robustness' stands random, degree, betweenness, adaptive-degree or "
                     "adaptive-betweenness, not '%s'",
                     ask->parameter_text);
  if (ask->net->nodes == 0) return NONET_OK;
  nonet_code code = start(&found, ask->net, orders[i].by, slow, ask->run, err);
  if (code) return code;
  *out = found.r;
  robustness_free(&found);
  return NONET_OK;
}

static nonet_code robustness(double *out, const struct measure_ask *ask, nonet_err *err) {
  return measure(out, ask, false, err);
}
static nonet_code robustness_slow(double *out, const struct measure_ask *ask, nonet_err *err) {
  return measure(out, ask, true, err);
}

static const struct measure_row rows[] = {
    {.info = {.name = "robustness",
              .title = "Robustness",
              .summary = "How much hangs together while partners leave one after the other, those with most contacts first.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 0.5,
              .formula = "mean over the states after 1, 2 ... n departures of (nodes of the largest component) / n",
              .convention = "Schneider's R; who leaves follows from contacts before the first departure, or (adaptive) in what is left; "
                            "equal ones by key; random: the mean over 1000 orders (fewer on large networks) from --seed; n stays what it "
                            "was; simple network, direction left out of account, never weighted",
              .undefined = "0 for a single node; undefined for a network without nodes",
              .source =
                  "Schneider, C. M. et al. (2011) Mitigation of malicious attacks on networks, doi:10.1073/pnas.1009440108; Holme, P. "
                  "et al. (2002) Attack vulnerability of complex networks, doi:10.1103/PhysRevE.65.056109",
              .cost = "O((n + m) log n); by betweenness what that costs, adaptive after each departure again",
              .parameter = "random, degree, betweenness, adaptive-degree or adaptive-betweenness; degree unless given"},
     .reads_undirected = true,
     .parameter_is_text = true,
     .gaps = MEASURE_GAPS,
     .plain = robustness_slow,
     .fast = robustness},
};

const struct measure_rows robustness_rows = {rows, sizeof rows / sizeof *rows};
