/* Judges of the partnership's own tables: the definition, pair by pair, on the network as it is read. */
#include "measure/added.h"
#include "measure/governance.h"
#include "measure/judge.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- who works with whom ---- */

struct work {
  const struct graph *g;
  bool *strategy; /* owned */
  uint32_t *node; /* owned: the partners */
  uint32_t partners, strategies;
};

static nonet_code work_start(struct work *w, const struct measure_ask *ask, bool everybody, nonet_err *err) {
  *w = (struct work){0};
  nonet_code code = pass_undirected(&w->g, ask, err);
  w->strategy = everybody ? memory_zeroed(ask->net->nodes, sizeof *w->strategy) : partners_strategies(&w->strategies, ask->net);
  w->node = memory_array(ask->net->nodes, sizeof *w->node);
  if (!code && (!w->strategy || !w->node)) code = error_memory(err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    if (!w->strategy[v]) w->node[w->partners++] = v;
  return code;
}

static void work_free(struct work *w) {
  free(w->strategy);
  free(w->node);
}

static bool together(const struct work *w, uint32_t u, uint32_t v) {
  if (judge_tied(w->g, u, v)) return true;
  for (uint64_t a = w->g->first[u]; a < w->g->first[u + 1]; a++)
    if (w->strategy[w->g->to[a]] && judge_tied(w->g, w->g->to[a], v)) return true;
  return false;
}

/* tied[i * partners + j]; owned by the caller. */
static uint8_t *tied_pairs(const struct work *w) {
  size_t n = w->partners;
  uint8_t *tied = memory_zeroed(n * n, 1);
  for (size_t i = 0; tied && i < n; i++)
    for (size_t j = 0; j < n; j++)
      tied[i * n + j] = i != j && together(w, w->node[i], w->node[j]);
  return tied;
}

/* The value in the row of a name. */
static double named(const nonet_sheet *s, const char *row) {
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    if (!strcmp(nonet_sheet_text(s, i, 0), row)) return nonet_sheet_number(s, i, judge_column(s, "value"));
  return INFINITY;
}

/* ---- form of governance ---- */

/* Steps and numbers of shortest paths from one to all. */
static void paths_from(double *steps, double *paths, const uint8_t *tied, uint32_t n, uint32_t from) {
  for (uint32_t v = 0; v < n; v++)
    steps[v] = INFINITY, paths[v] = 0;
  steps[from] = 0, paths[from] = 1;
  for (double at = 0; at < n; at++)
    for (uint32_t u = 0; u < n; u++)
      for (uint32_t v = 0; steps[u] <= at && steps[u] >= at && v < n; v++) {
        if (!tied[(size_t)u * n + v] || steps[v] < at + 1) continue;
        steps[v] = at + 1;
        paths[v] += paths[u];
      }
}

/* How often v is passed between others, by the definition. */
static bool between(double *sum, const uint8_t *tied, uint32_t n) {
  double *steps = memory_array((size_t)n * n, sizeof *steps), *paths = memory_array((size_t)n * n, sizeof *paths);
  bool ready = steps && paths;
  for (uint32_t v = 0; ready && v < n; v++)
    paths_from(steps + (size_t)v * n, paths + (size_t)v * n, tied, n, v);
  for (size_t v = 0; ready && v < n; v++) {
    sum[v] = 0;
    for (size_t s = 0; s < n; s++)
      for (size_t t = s + 1; t < n; t++)
        if (s != v && t != v && isfinite(steps[s * n + t]) && steps[s * n + v] + steps[v * n + t] <= steps[s * n + t])
          sum[v] += paths[s * n + v] * paths[v * n + t] / paths[s * n + t];
  }
  free(steps);
  free(paths);
  return ready;
}

static double gathered(const double *value, uint32_t n) {
  double most = 0, sum = 0;
  for (uint32_t v = 0; v < n; v++)
    most = fmax(most, value[v]);
  for (uint32_t v = 0; v < n; v++)
    sum += most - value[v];
  return sum;
}

static bool count_again(struct governance *f, const struct work *w) {
  uint32_t n = w->partners;
  uint8_t *tied = tied_pairs(w);
  double *contacts = memory_zeroed(n, sizeof *contacts), *passed = memory_zeroed(n, sizeof *passed);
  bool ready = tied && contacts && passed && between(passed, tied, n);
  for (uint32_t i = 0; ready && i < n; i++)
    for (uint32_t j = 0; j < n; j++)
      contacts[i] += tied[(size_t)i * n + j];
  for (uint32_t i = 0; ready && i < n; i++) {
    f->pairs += contacts[i] / 2;
    if (contacts[i] > f->top)
      f->second = f->top, f->top = contacts[i];
    else if (contacts[i] > f->second)
      f->second = contacts[i];
  }
  if (ready && n > 1) f->density = f->pairs / (n * (n - 1.0) / 2);
  if (ready && n > 2) f->degree = gathered(contacts, n) / ((n - 1.0) * (n - 2.0));
  if (ready && n > 2) f->betweenness = gathered(passed, n) / ((n - 1.0) * (n - 1.0) * (n - 2.0) / 2);
  free(tied);
  free(contacts);
  free(passed);
  return ready;
}

static nonet_code form_follows(struct governance *f, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  bool administers;
  const char *hub = nonet_sheet_text(s, 1, judge_column(s, "words"));
  f->components = named(s, "components");
  f->hub = NONET_NONE;
  if (*hub && nonet_find_node(&f->hub, ask->net, hub, err)) return judge_failed(s, "the hub is no node", err);
  uint32_t kind = f->hub == NONET_NONE ? NONET_NONE : net_node_kind(ask->net, f->hub);
  nonet_code code = governance_administers(&administers, kind, ask, err);
  if (!code && strcmp(nonet_sheet_text(s, 0, judge_column(s, "words")), governance_name(f, administers)) != 0)
    code = judge_failed(s, "another form follows from its numbers", err);
  return code;
}

nonet_code judge_governance(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  struct work w = {0};
  nonet_code code = work_start(&w, ask, governance_one_side(ask->net), err);
  struct governance f = {.partners = w.partners, .density = NAN, .degree = NAN, .betweenness = NAN};
  if (!code && pow(w.partners, 3) > JUDGE_STEPS) {
    buffer_text(said, "not checked, as all pairs of so many partners would have to be gone through");
  } else if (!code) {
    if (!count_again(&f, &w)) code = error_memory(err);
    if (!code && (!judge_alike(named(s, "tied-pairs"), f.pairs) || !judge_alike(named(s, "density"), f.density) ||
                  !judge_alike(named(s, "most-contacts"), f.top) || !judge_alike(named(s, "second-contacts"), f.second)))
      code = judge_failed(s, "the contacts of partners are others", err);
    if (!code &&
        (!judge_alike(named(s, "centralisation-degree"), f.degree) || !judge_alike(named(s, "centralisation-betweenness"), f.betweenness)))
      code = judge_failed(s, "a centralisation is another", err);
    if (!code) code = form_follows(&f, s, ask, err);
    buffer_text(said, "contacts and centralisations, pair by pair, agree, and the form follows from them");
  }
  work_free(&w);
  return code;
}

/* ---- added value ---- */

/* Ties that are left, and who is named. */
struct left {
  uint32_t nodes;
  bool *named;
  uint8_t *tied; /* nodes * nodes */
};

/* Marks one name, "A" or "A~B". */
static nonet_code leave_out(struct left *l, const nonet *n, char *name, nonet_err *err) {
  uint32_t v, w;
  char *split = strchr(name, '~');
  if (nonet_find_node(&v, n, name, NULL) == NONET_OK) {
    l->named[v] = true;
    return NONET_OK;
  }
  if (split) *split = '\0';
  nonet_code code = split ? nonet_find_node(&v, n, name, err) : nonet_find_node(&w, n, name, err);
  if (!code && split) code = nonet_find_node(&w, n, split + 1, err);
  if (!code) l->tied[(size_t)v * l->nodes + w] = l->tied[(size_t)w * l->nodes + v] = 0;
  return code;
}

/* Do two partners work together by the ties that are left? */
static bool still_together(const struct left *l, const struct work *w, uint32_t u, uint32_t v) {
  bool shared = l->tied[(size_t)u * l->nodes + v];
  for (uint32_t s = 0; s < l->nodes && !shared; s++)
    shared = w->strategy[s] && l->tied[(size_t)u * l->nodes + s] && l->tied[(size_t)v * l->nodes + s];
  return shared;
}

static bool count_left(double out[ADDED_NUMBERS], const struct left *l, const struct work *w) {
  uint32_t n = w->partners;
  double others = 0, pairs = 0, near = 0, reached = 0;
  uint8_t *tied = memory_zeroed((size_t)n * n, 1);
  double *steps = memory_array(n, sizeof *steps), *paths = memory_array(n, sizeof *paths);
  bool ready = tied && steps && paths;
  for (uint32_t i = 0; ready && i < n; i++)
    for (uint32_t j = 0; j < n; j++)
      tied[(size_t)i * n + j] = i != j && still_together(l, w, w->node[i], w->node[j]);
  for (uint32_t i = 0; ready && i < n; i++) {
    if (l->named[w->node[i]]) continue;
    others++;
    paths_from(steps, paths, tied, n, i);
    for (uint32_t j = 0; j < n; j++) {
      if (j == i || l->named[w->node[j]] || !isfinite(steps[j])) continue;
      pairs += steps[j] < 2, near += 1 / steps[j], reached++;
    }
  }
  double all = others * (others - 1), strategies = 0, covered = 0;
  for (uint32_t s = 0; ready && s < l->nodes; s++) {
    bool any = false;
    for (uint32_t i = 0; i < n; i++)
      any |= l->tied[(size_t)s * l->nodes + w->node[i]];
    strategies += w->strategy[s] && !l->named[s];
    covered += w->strategy[s] && !l->named[s] && any;
  }
  out[ADDED_PAIRS] = pairs / 2;
  out[ADDED_EFFICIENCY] = all > 0 ? near / all : (double)NAN;
  out[ADDED_REACH] = all > 0 ? reached / all : (double)NAN;
  out[ADDED_COVERED] = strategies > 0 ? covered : (double)NAN;
  free(tied);
  free(steps);
  free(paths);
  return ready;
}

static nonet_code both_ways(const nonet_sheet *s, struct left *l, const struct work *w, const char *names, const nonet *n, nonet_err *err) {
  double with[ADDED_NUMBERS], without[ADDED_NUMBERS];
  char *copy = memory_text(names);
  nonet_code code = copy ? NONET_OK : error_memory(err);
  for (uint32_t u = 0; u < l->nodes; u++)
    for (uint32_t v = 0; v < l->nodes; v++)
      l->tied[(size_t)u * l->nodes + v] = judge_tied(w->g, u, v);
  uint8_t *all = memory_copy(l->tied, (size_t)l->nodes * l->nodes, 1), *cut = l->tied;
  if (!code && !all) code = error_memory(err);
  for (char *at = copy, *next; !code && at; at = next) {
    if ((next = strchr(at, ';'))) *next++ = '\0';
    at += strspn(at, " ");
    if (*at) code = leave_out(l, n, at, err);
  }
  for (uint32_t u = 0; !code && u < l->nodes; u++)
    for (uint32_t v = 0; v < l->nodes; v++)
      if (l->named[u] || l->named[v]) cut[(size_t)u * l->nodes + v] = 0;
  if (!code && !count_left(without, l, w)) code = error_memory(err);
  l->tied = all;
  if (!code && !count_left(with, l, w)) code = error_memory(err);
  l->tied = cut;
  for (int i = 0; !code && i < ADDED_NUMBERS; i++) {
    double rank = nonet_sheet_number(s, (size_t)i, judge_column(s, "rank"));
    if (!judge_alike(nonet_sheet_number(s, (size_t)i, judge_column(s, "with")), with[i]) ||
        !judge_alike(nonet_sheet_number(s, (size_t)i, judge_column(s, "without")), without[i]))
      code = judge_failed(s, "the others have something else", err);
    else if (!judge_alike(nonet_sheet_number(s, (size_t)i, judge_column(s, "added")), with[i] - without[i]) || rank < 0 || rank > 1)
      code = judge_failed(s, "what is added is not the difference, or its rank is no share", err);
  }
  free(all);
  free(copy);
  return code;
}

nonet_code judge_added(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  struct work w;
  uint32_t n = ask->net->nodes;
  nonet_code code = work_start(&w, ask, false, err);
  if (!code && pow(n, 3) > JUDGE_STEPS) {
    buffer_text(said, "not checked, as all pairs of so many nodes would have to be gone through");
  } else if (!code) {
    struct left l = {.nodes = n, .named = memory_zeroed(n, sizeof *l.named), .tied = memory_array((size_t)n * n, 1)};
    code = l.named && l.tied ? both_ways(s, &l, &w, ask->parameter_text, ask->net, err) : error_memory(err);
    buffer_text(said, "both networks, pair by pair, agree; of ranks that they are shares");
    free(l.named);
    free(l.tied);
  }
  work_free(&w);
  return code;
}
