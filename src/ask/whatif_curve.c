/* How a network falls apart as its nodes leave one after the other: the curve of the giant component, and R, its mean.
 *
 * R is the share of all nodes that the largest component holds, averaged over the states after 1, 2 ... n departures (1). Simple network,
 * direction left out of account. Ties of rank are broken by key, so the order of rows does not matter; an order drawn by chance is drawn
 * from the nodes in the order of their keys, and R is then averaged over many orders, for one says little.
 *
 * Sources: (1) C. M. Schneider et al. 2011, Mitigation of malicious attacks on networks, doi:10.1073/pnas.1009440108; (2) P. Holme et al.
 * 2002, Attack vulnerability of complex networks, doi:10.1103/PhysRevE.65.056109 (adaptive orders). */
#include "base/memory.h"
#include "base/number.h"
#include "base/run.h"
#include "kernel/removal.h"
#include "net/answer.h"
#include "net/key_order.h"
#include "net/sheet.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct curve {
  const nonet *n;
  const struct run *run;
  nonet_err *err; /* of the check that stopped it */
  nonet_code stopped;
  uint32_t *rank, *order, *giant; /* owned; giant has n + 1 entries */
  double r, deviation;
  size_t orders;
};

/* ---- orders ---- */

static int by_key(const void *left, const void *right, void *context) {
  const nonet *n = context;
  return key_order(net_key(n, *(const uint32_t *)left), net_key(n, *(const uint32_t *)right));
}

/* order: nodes by key; rank: the place of each. */
static void rank_nodes(struct curve *c) {
  for (uint32_t v = 0; v < c->n->nodes; v++)
    c->order[v] = v;
  if (c->n->nodes) qsort_r(c->order, c->n->nodes, sizeof *c->order, by_key, (void *)c->n);
  for (uint32_t i = 0; i < c->n->nodes; i++)
    c->rank[c->order[i]] = i;
}

static bool go_on(void *context) {
  struct curve *c = context;
  c->stopped = run_check(c->run, c->err);
  return !c->stopped;
}

static double mean_share(const struct curve *c) {
  double sum = 0, n = c->n->nodes;
  for (uint32_t q = 1; q <= c->n->nodes; q++)
    sum += c->giant[q];
  return sum / n / n;
}

static void shuffle(struct curve *c, uint64_t stream) {
  struct chance chance;
  uint32_t nodes = c->n->nodes;
  chance_start(&chance, c->run->asked->seed, stream);
  for (uint32_t v = 0; v < nodes; v++)
    c->order[c->rank[v]] = v;
  for (uint32_t i = nodes; i > 1; i--) {
    uint32_t j = (uint32_t)chance_below(&chance, i), swap = c->order[i - 1];
    c->order[i - 1] = c->order[j];
    c->order[j] = swap;
  }
}

/* R over many orders; the first of them stays as the curve to show. */
static enum kernel_code by_chance(struct curve *c, const struct graph *g) {
  static const double steps = 2e8;
  double fit = steps / ((double)g->nodes + g->edges + 1), sum = 0, squares = 0;
  enum kernel_code code = KERNEL_DONE;
  c->orders = fit > 1000 ? 1000 : fit < 1 ? 1 : (size_t)fit;
  for (size_t i = c->orders; i-- > 0 && !code;) { /* the first comes last, and stays */
    shuffle(c, i);
    code = go_on(c) ? removal_giant(c->giant, c->order, g) : KERNEL_STOPPED;
    double r = mean_share(c);
    sum += r;
    squares += r * r;
  }
  double count = (double)c->orders;
  c->r = sum / count;
  c->deviation = c->orders > 1 ? sqrt(fmax(0, (squares - count * c->r * c->r) / (count - 1))) : (double)NAN;
  return code;
}

static nonet_code compute(struct curve *c, nonet_removal by, nonet_err *err) {
  const struct graph *g;
  struct kernel_watch watch = {go_on, c, run_threads(c->run)};
  nonet_code code = net_simple(&g, c->n, false, false, err);
  enum kernel_code kernel = KERNEL_DONE;
  if (code) return code;
  rank_nodes(c);
  if (by == NONET_BY_DEGREE) kernel = removal_by_degree(c->order, c->rank, g);
  if (by == NONET_BY_DEGREE_ADAPTIVE) kernel = removal_by_degree_adaptive(c->order, c->rank, g);
  if (by == NONET_BY_BETWEENNESS) kernel = removal_by_betweenness(c->order, c->rank, g, &watch);
  if (by == NONET_BY_BETWEENNESS_ADAPTIVE) kernel = removal_by_betweenness_adaptive(c->order, c->rank, g, &watch);
  if (!kernel) kernel = by == NONET_BY_CHANCE ? by_chance(c, g) : removal_giant(c->giant, c->order, g);
  if (by != NONET_BY_CHANCE) c->r = mean_share(c);
  if (kernel == KERNEL_STOPPED) return c->stopped;
  if (kernel == KERNEL_TOO_MANY_PATHS)
    return error_set(err, NONET_ELIMIT, "there are more shortest paths between two nodes than numbers can hold");
  return kernel ? error_memory(err) : NONET_OK;
}

/* ---- the answer ---- */

static const char *const words[] = {[NONET_BY_CHANCE] = "by chance",
                                    [NONET_BY_DEGREE] = "those with most contacts first",
                                    [NONET_BY_BETWEENNESS] = "those most relied upon between others first",
                                    [NONET_BY_DEGREE_ADAPTIVE] = "always the one with most contacts left",
                                    [NONET_BY_BETWEENNESS_ADAPTIVE] = "always the one most relied upon in what is left"};

/* Departures until the giant component is at most half of what it was. */
static uint32_t half(const struct curve *c) {
  uint32_t q = 0;
  while (q < c->n->nodes && 2 * (uint64_t)c->giant[q] > c->giant[0])
    q++;
  return q;
}

static nonet_code say(nonet_answer *a, const struct curve *c, nonet_removal by, nonet_err *err) {
  char r[NUMBER_ROOM], deviation[NUMBER_ROOM], verdict[NUMBER_ROOM + 8];
  uint32_t departures = half(c);
  number_print_short(r, c->r, 6);
  number_print_short(deviation, c->deviation, 3);
  snprintf(verdict, sizeof verdict, "R = %s", r);
  nonet_code code = answer_verdict(a, verdict, err);
  if (!code)
    code = answer_say(a, err,
                      "If nodes left one after the other, %s, the largest part would hold a share of %s of all nodes on average over all "
                      "departures (R; 0 where it falls apart at once, near 0.5 where it holds to the end).",
                      words[by], r);
  if (!code && by == NONET_BY_CHANCE && c->orders > 1)
    code =
        answer_say(a, err, "That is the mean over %zu orders (standard deviation %s); the first of them is listed.", c->orders, deviation);
  if (!code)
    code = answer_say(a, err, "After %u of %u departures the largest part, %u nodes at first, is half of that or less.", departures,
                      c->n->nodes, c->giant[0]);
  return code;
}

static nonet_code add_sheet(nonet_answer *a, const struct curve *c, nonet_err *err) {
  double *giant, *share;
  nonet_sheet *s;
  nonet_code code = sheet_new(&s, "curve", "The largest part after each departure", NONET_BY_STEP, c->n->nodes, err);
  if (code) return code;
  code = sheet_add_numbers(&giant, s, "giant", err);
  if (!code) code = sheet_add_numbers(&share, s, "share", err);
  for (uint32_t q = 0; q < c->n->nodes && !code; q++) {
    sheet_set_number(s, q, 0, q + 1.0);
    code = sheet_set_text(s, q, 1, net_key(c->n, c->order[q]), err);
    giant[q] = c->giant[q + 1];
    share[q] = (double)c->giant[q + 1] / c->n->nodes;
  }
  if (!code)
    code = sheet_note(s,
                      "Share is of all nodes at first. R: Schneider, C. M. et al. (2011) Mitigation of malicious attacks on networks, "
                      "doi:10.1073/pnas.1009440108.",
                      err);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code mark(nonet_answer *a, const struct curve *c, nonet_err *err) {
  uint32_t departures = half(c);
  nonet_code code = NONET_OK;
  for (uint32_t q = 0; q < departures && !code; q++) {
    char role[32];
    snprintf(role, sizeof role, "departure %u", q + 1);
    code = answer_mark_node(a, c->order[q], role, err);
  }
  return code;
}

static nonet_code answer(nonet_answer **out, struct curve *c, nonet_removal by, nonet_err *err) {
  nonet_answer *a = NULL;
  nonet_code code = compute(c, by, err);
  if (!code) code = answer_new(&a, err);
  if (!code) code = say(a, c, by, err);
  if (!code) code = add_sheet(a, c, err);
  if (!code) code = mark(a, c, err);
  if (code)
    nonet_answer_free(a);
  else
    *out = a;
  return code;
}

nonet_code nonet_curve(nonet_answer **out, const nonet *n, nonet_removal order, const nonet_run *run, nonet_err *err) {
  struct run started;
  struct curve c = {.n = n, .run = &started, .err = err};
  *out = NULL;
  run_start(&started, run);
  if ((unsigned)order >= sizeof words / sizeof *words) return error_set(err, NONET_EUSAGE, "there is no order of removal %d", (int)order);
  if (n->nodes == 0) return error_set(err, NONET_ENOANSWER, "there are no nodes that could leave");
  c.rank = memory_array(n->nodes, sizeof *c.rank);
  c.order = memory_array(n->nodes, sizeof *c.order);
  c.giant = memory_zeroed((size_t)n->nodes + 1, sizeof *c.giant);
  nonet_code code = c.rank && c.order && c.giant ? answer(out, &c, order, err) : error_memory(err);
  free(c.rank);
  free(c.order);
  free(c.giant);
  return code;
}
