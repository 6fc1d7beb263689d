/* How a network falls apart as its nodes leave one after the other: the curve of the giant component, and R, its mean, told for people. The
 * work is the measure's (measure/robustness.h). */
#include "base/memory.h"
#include "base/number.h"
#include "measure/robustness.h"
#include "net/answer.h"
#include "net/sheet.h"

#include <stdio.h>
#include <stdlib.h>

struct curve {
  const nonet *n;
  struct robustness found;
};

static const char *const words[] = {[NONET_BY_CHANCE] = "by chance",
                                    [NONET_BY_DEGREE] = "those with most contacts first",
                                    [NONET_BY_BETWEENNESS] = "those most relied upon between others first",
                                    [NONET_BY_DEGREE_ADAPTIVE] = "always the one with most contacts left",
                                    [NONET_BY_BETWEENNESS_ADAPTIVE] = "always the one most relied upon in what is left"};

/* Departures until the giant component is at most half of what it was. */
static uint32_t half(const struct curve *c) {
  uint32_t q = 0;
  while (q < c->n->nodes && 2 * (uint64_t)c->found.giant[q] > c->found.giant[0])
    q++;
  return q;
}

static nonet_code say(nonet_answer *a, const struct curve *c, nonet_removal by, nonet_err *err) {
  char r[NUMBER_ROOM], deviation[NUMBER_ROOM], verdict[NUMBER_ROOM + 8];
  uint32_t departures = half(c);
  number_print_short(r, c->found.r, 6);
  number_print_short(deviation, c->found.deviation, 3);
  snprintf(verdict, sizeof verdict, "R = %s", r);
  nonet_code code = answer_verdict(a, verdict, err);
  if (!code)
    code = answer_say(a, err,
                      "If nodes left one after the other, %s, the largest part would hold a share of %s of all nodes on average over all "
                      "departures (R; 0 where it falls apart at once, near 0.5 where it holds to the end).",
                      words[by], r);
  if (!code && by == NONET_BY_CHANCE && c->found.orders > 1)
    code = answer_say(a, err, "That is the mean over %zu orders (standard deviation %s); the first of them is listed.", c->found.orders,
                      deviation);
  if (!code)
    code = answer_say(a, err, "After %u of %u departures the largest part, %u nodes at first, is half of that or less.", departures,
                      c->n->nodes, c->found.giant[0]);
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
    code = sheet_set_text(s, q, 1, net_key(c->n, c->found.order[q]), err);
    giant[q] = c->found.giant[q + 1];
    share[q] = (double)c->found.giant[q + 1] / c->n->nodes;
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
    code = answer_mark_node(a, c->found.order[q], role, err);
  }
  return code;
}

static nonet_code answer(nonet_answer **out, const struct curve *c, nonet_removal by, nonet_err *err) {
  nonet_answer *a = NULL;
  nonet_code code = answer_new(&a, err);
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
  struct curve c = {.n = n};
  *out = NULL;
  run_start(&started, run);
  if ((unsigned)order >= sizeof words / sizeof *words) return error_set(err, NONET_EUSAGE, "there is no order of removal %d", (int)order);
  if (n->nodes == 0) return error_set(err, NONET_ENOANSWER, "there are no nodes that could leave");
  nonet_code code = robustness_start(&c.found, n, order, &started, err);
  if (!code) code = answer(out, &c, order, err);
  robustness_free(&c.found);
  return code;
}
