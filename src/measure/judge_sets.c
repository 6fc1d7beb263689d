/* Judges of core and periphery, of who could stand in for whom, and of key players: the definition, pair by pair. */
#include "measure/judge.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static double weight_of(const struct graph *g, uint32_t u, uint32_t v) {
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    if (g->to[a] == v) return g->strength ? g->strength[g->edge[a]] : 1;
  return 0;
}

/* Pearson's correlation from sums over `count` places. */
struct sums {
  double count, x, y, xx, yy, xy;
};

static void add(struct sums *s, double x, double y) {
  s->count++;
  s->x += x, s->y += y;
  s->xx += x * x, s->yy += y * y, s->xy += x * y;
}

static double correlation(const struct sums *s) {
  double xx = s->xx - s->x * s->x / s->count, yy = s->yy - s->y * s->y / s->count, xy = s->xy - s->x * s->y / s->count;
  return xx > 1e-12 * s->xx && yy > 1e-12 * s->yy ? xy / sqrt(xx) / sqrt(yy) : (double)NAN;
}

/* ---- core and periphery ---- */

/* Of ties and an ideal pattern, over all pairs. */
static double fit_of(const struct graph *g, const uint8_t *core, bool within) {
  struct sums s = {0};
  for (uint32_t u = 0; u < g->nodes; u++)
    for (uint32_t v = g->directed ? 0 : u + 1; v < g->nodes; v++)
      if (u != v) add(&s, weight_of(g, u, v), within ? core[u] && core[v] : core[u] || core[v]);
  return correlation(&s);
}

static nonet_code none_fits_better(const nonet_sheet *s, const struct graph *g, double fit, bool within, nonet_err *err) {
  uint8_t core[16] = {0};
  for (uint32_t set = 0; set < 1u << g->nodes; set++) {
    for (uint32_t v = 0; v < g->nodes; v++)
      core[v] = set >> v & 1;
    if (fit_of(g, core, within) > fit + 1e-9) return judge_failed(s, "another core fits better", err);
  }
  return NONET_OK;
}

nonet_code judge_core_periphery(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  bool within = !strcmp(ask->parameter_text, "within");
  double again, fit = NAN;
  uint8_t *core = memory_zeroed(g->nodes, 1);
  nonet_code code = core ? judge_plain(&fit, "core-periphery-fit", ask->parameter_text, ask, err) : error_memory(err);
  if (!code && (double)g->nodes * ((double)g->nodes + 2.0 * g->edges) > 20 * JUDGE_STEPS) {
    buffer_text(said, "not checked, as all pairs of so many nodes would have to be gone through");
  } else if (!code && isnan(fit)) {
    buffer_text(said, "there is no pattern to fit");
  } else if (!code) {
    for (uint32_t v = 0; v < g->nodes; v++)
      core[v] = nonet_sheet_number(s, v, judge_column(s, "core")) > 0.5;
    again = fit_of(g, core, within);
    if (!judge_alike(again, fit)) code = judge_failed(s, "the fit of its core is another", err);
    buffer_text(said, "the fit, over all pairs of nodes, is that of the core that is named");
    if (!code && g->nodes <= 10) {
      code = none_fits_better(s, g, fit, within, err);
      buffer_text(said, ", and no other, all tried, fits better");
    }
    buffer_text(said, "; scores are not checked");
  }
  free(core);
  return code;
}

/* ---- who could stand in for whom ---- */

static bool equivalent(const struct graph *g, uint32_t u, uint32_t v) {
  for (uint32_t k = 0; k < g->nodes; k++)
    if (k != u && k != v && (judge_tied(g, u, k) != judge_tied(g, v, k) || judge_tied(g, k, u) != judge_tied(g, k, v))) return false;
  return judge_tied(g, u, v) == judge_tied(g, v, u);
}

/* The class of each node by the sheet; 0: none. */
static uint32_t *class_of(const nonet_sheet *s, const uint32_t *node, uint32_t nodes) {
  uint32_t *class = memory_zeroed(nodes, sizeof *class), number = 0;
  for (size_t row = 0, end; class && row < nonet_sheet_rows(s); row = end)
    for (end = judge_set_end(s, row), number++; row < end; row++)
      class[node[row]] = number;
  return class;
}

nonet_code judge_equivalence(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  uint32_t *node;
  nonet_code code = judge_nodes(&node, s, 1, ask->net, err);
  uint32_t *class = code ? NULL : class_of(s, node, g->nodes);
  bool all = pow(g->nodes, 3) <= JUDGE_STEPS;
  if (!code && !class) code = error_memory(err);
  for (uint32_t u = 0; !code && all && u < g->nodes; u++)
    for (uint32_t v = 0; !code && v < u; v++)
      if ((class[u] && class[u] == class[v]) != equivalent(g, u, v)) code = judge_failed(s, "two are, or are not, of one class", err);
  for (size_t row = 0, end; !code && !all && row < nonet_sheet_rows(s); row = end) {
    end = judge_set_end(s, row);
    if (!equivalent(g, node[row], node[end - 1])) code = judge_failed(s, "two of a class have different ties", err);
    code = code ? code : run_check(ask->run, err);
  }
  if (!code)
    buffer_text(said,
                all ? "all pairs of nodes, held against each other, agree" : "the first and the last of each class have the same ties");
  free(class);
  free(node);
  return code;
}

/* Of two nodes, over the others, those with ties to them and, when directed, from them. */
static double likeness(const struct graph *g, uint32_t u, uint32_t v, const char *what) {
  struct sums s = {0};
  double both = 0, either = 0, squares = 0;
  for (uint32_t k = 0; k < g->nodes; k++)
    for (int side = 0; side < (g->directed ? 2 : 1) && k != u && k != v; side++) {
      double x = side ? weight_of(g, k, u) : weight_of(g, u, k), y = side ? weight_of(g, k, v) : weight_of(g, v, k);
      bool tied_x = side ? judge_tied(g, k, u) : judge_tied(g, u, k), tied_y = side ? judge_tied(g, k, v) : judge_tied(g, v, k);
      add(&s, x, y);
      both += tied_x && tied_y;
      either += tied_x || tied_y;
      squares += (x - y) * (x - y);
    }
  if (s.count == 0) return NAN;
  if (!strcmp(what, "distance")) return sqrt(squares);
  return !strcmp(what, "jaccard") ? both > 0 || either > 0 ? both / either : (double)NAN : correlation(&s);
}

nonet_code judge_similarity(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  bool number;
  const char *what = nonet_sheet_column(s, 2, &number);
  size_t rows = nonet_sheet_rows(s), tried = 0,
         step = 1 + (size_t)((double)rows * (g->nodes + 8.0 * g->edges / fmax(1, g->nodes)) / JUDGE_STEPS);
  uint32_t *from = NULL, *to = NULL;
  nonet_code code = judge_nodes(&from, s, 0, ask->net, err);
  if (!code) code = judge_nodes(&to, s, 1, ask->net, err);
  for (size_t row = 0; !code && row < rows; row += step, tried++)
    if (!judge_alike(nonet_sheet_number(s, row, 2), likeness(g, from[row], to[row], what)))
      code = judge_failed(s, "a likeness is another", err);
  if (!code) buffer_print(said, "%zu of %zu pairs, place by place, agree", tried, rows);
  free(from);
  free(to);
  return code;
}

/* ---- key players ---- */

struct question {
  const struct graph *g;
  bool by_distance, breaks, reach;
  double most; /* steps */
  uint32_t *steps, *queue;
};

/* Steps from the first `tail` nodes of the queue; members that are gone have UINT32_MAX - 1. How many are reached. */
static size_t spread(struct question *q, size_t tail) {
  const struct graph *g = q->g;
  for (size_t head = 0; head < tail; head++)
    for (int side = 0; side < (q->breaks && g->directed ? 2 : 1); side++) {
      const uint64_t *first = side ? g->in_first : g->first;
      const uint32_t *to = side ? g->in_to : g->to;
      for (uint64_t a = first[q->queue[head]]; a < first[q->queue[head] + 1]; a++)
        if (q->steps[to[a]] == UINT32_MAX) q->steps[to[a]] = q->steps[q->queue[head]] + 1, q->queue[tail++] = to[a];
    }
  return tail;
}

static double score_of(struct question *q, const uint32_t *set, uint32_t k) {
  uint32_t n = q->g->nodes;
  double sum = 0, left = (double)n - k;
  if (!q->breaks) {
    memset(q->steps, 0xff, n * sizeof *q->steps);
    for (uint32_t i = 0; i < k; i++)
      q->steps[set[i]] = 0, q->queue[i] = set[i];
    size_t reached = spread(q, k);
    for (size_t i = 0; i < reached; i++)
      sum += q->reach ? q->steps[q->queue[i]] <= q->most : 1.0 / fmax(1, q->steps[q->queue[i]]);
    return q->reach ? sum : sum / n;
  }
  for (uint32_t u = 0; u < n; u++) {
    memset(q->steps, 0xff, n * sizeof *q->steps);
    for (uint32_t i = 0; i < k; i++)
      q->steps[set[i]] = UINT32_MAX - 1;
    if (q->steps[u] != UINT32_MAX) continue;
    q->steps[u] = 0;
    q->queue[0] = u;
    size_t reached = spread(q, 1);
    for (size_t i = 1; i < reached; i++)
      sum += q->by_distance ? 1.0 / q->steps[q->queue[i]] : 1;
  }
  return 1 - sum / (left * (left - 1));
}

static nonet_code none_scores_more(const nonet_sheet *s, struct question *q, uint32_t k, double score, const struct measure_ask *ask,
                                   nonet_err *err) {
  uint32_t *set = memory_array(k, sizeof *set);
  double best = -1, bound = nonet_sheet_number(s, 0, judge_column(s, "bound"));
  nonet_code code = set ? NONET_OK : error_memory(err);
  if (!code) judge_first_set(set, k);
  if (!code) do {
      best = fmax(best, score_of(q, set, k));
      code = run_check(ask->run, err);
    } while (!code && judge_next_set(set, k, q->g->nodes));
  free(set);
  if (!code && best > bound + 1e-9) return judge_failed(s, "a set scores above the bound", err);
  if (!code && judge_alike(bound, score) && best > score + 1e-9) return judge_failed(s, "another set scores more", err);
  return code;
}

nonet_code judge_key_players(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  const char *name = nonet_sheet_name(s), *steps = strchr(ask->parameter_text, ';');
  uint32_t k = (uint32_t)nonet_sheet_rows(s), n = ask->net->nodes, *set = NULL;
  struct question q = {.g = ask->simple,
                       .by_distance = strstr(name, "distance") != NULL,
                       .reach = !strcmp(name, "key-players-reach"),
                       .breaks = !strcmp(name, "key-players-fragmentation") || !strcmp(name, "key-players-distance"),
                       .most = steps ? strtod(steps + 1, NULL) : 1};
  if (k == 0) {
    buffer_text(said, "there is no set to check");
    return NONET_OK;
  }
  nonet_code code = judge_nodes(&set, s, 1, ask->net, err);
  q.steps = memory_array(n, sizeof *q.steps);
  q.queue = memory_array(n, sizeof *q.queue);
  if (!code && (!q.steps || !q.queue)) code = error_memory(err);
  double score = nonet_sheet_number(s, 0, judge_column(s, "score"));
  double once = (n + 2.0 * ask->simple->edges) * (q.breaks ? n : 1);
  if (!code && !judge_alike(score_of(&q, set, k), score)) code = judge_failed(s, "the score of its set is another", err);
  if (!code) buffer_text(said, "the score follows from the definition");
  if (!code && judge_sets(k, n) * once <= JUDGE_STEPS) {
    code = none_scores_more(s, &q, k, score, ask, err);
    buffer_text(said, "; no set of that size, all tried, scores more than what is said");
  }
  free(q.steps);
  free(q.queue);
  free(set);
  return code;
}
