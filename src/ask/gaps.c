/* Where the gaps are, and what closing them would gain.
 *
 * How: names -> question (gaps_ask) -> gaps that there are (gaps_candidates) -> gains (the model of gain_model.h) -> one by one, together,
 * or new strategies. Why gain and not likelihood alone: link prediction names the tie that will probably come by itself, between those who
 * share most; what is missing to a network is often the opposite. Both are shown, side by side.
 *
 * Sources: (1) L. Adamic, E. Adar 2003, doi:10.1016/S0378-8733(03)00009-1; (2) T. Zhou, L. Lu, Y.-C. Zhang 2009,
 * doi:10.1140/epjb/e2009-00335-8; (3) K. P. Eswaran, R. E. Tarjan 1976, doi:10.1137/0205044; (4) G. Nemhauser, L. Wolsey, M. Fisher 1978,
 * doi:10.1007/BF01588971. */
#include "ask/gaps.h"

#include "base/number.h"
#include "net/answer.h"

#include <inttypes.h>
#include <math.h>

/* "3 minutes". */
static void duration(struct buffer *b, double seconds) {
  if (seconds < 90)
    gaps_count(b, (uint64_t)ceil(seconds), "second", "seconds");
  else if (seconds < 5400)
    gaps_count(b, (uint64_t)ceil(seconds / 60), "minute", "minutes");
  else
    gaps_count(b, (uint64_t)ceil(seconds / 3600), "hour", "hours");
}

static nonet_code say_direction(nonet_answer *a, const struct gaps *q, nonet_err *err) {
  if (!q->g->directed)
    return q->net->two_modes
               ? answer_say(a, err, "Memberships are read both ways here.")
               : answer_say(a, err, "The goal %s leaves direction out of account: ties are read as ties both ways.", q->goal->info.name);
  return answer_say(a, err, "A -> B is a tie from A to B; ways follow the direction of ties.%s",
                    q->suggest == GAPS_TIES ? "" : " A membership is a tie from the partner to the strategy.");
}

static nonet_code say_looked(nonet_answer *a, const struct gaps *q, nonet_err *err) {
  static const char *const one[] = {"missing tie", "missing membership", "missing tie or membership"};
  static const char *const many[] = {"missing ties", "missing memberships", "missing ties and memberships"};
  struct buffer b = {0};
  gaps_count(&b, q->count, one[q->suggest], many[q->suggest]);
  if (gaps_only_between(q)) gaps_sides(&b, q);
  buffer_print(&b, " for the goal %s", q->goal->info.name);
  if (q->of != NONET_NONE) {
    buffer_text(&b, ", of ");
    gaps_name(&b, q, q->of);
    buffer_text(&b, " alone");
  }
  buffer_char(&b, '.');
  if (q->looked) {
    buffer_print(&b, " Only those among the %" PRIu32 " %s with the most ties were looked at, of %" PRIu64 " in all", q->looked,
                 q->suggest == GAPS_TIES ? "nodes" : "nodes of each side", q->missing);
    if (q->seconds >= 1) buffer_text(&b, "; all of them would take about ");
    if (q->seconds >= 1) duration(&b, q->seconds);
    buffer_text(&b, q->seconds >= 1 ? " on one processor" : "");
    buffer_text(&b, " (nonet gaps --candidates all).");
  }
  nonet_code code = gaps_say(a, &b, err);
  if (!code && q->net->directed) code = say_direction(a, q, err);
  if (!code && q->o->cost && !q->o->budget)
    code = answer_say(a, err,
                      q->cost ? "Ranked by gain for each unit of cost, %s of both ends."
                              : "Every tie costs %s; ranked by gain for each unit of cost.",
                      q->o->cost);
  return code;
}

static nonet_code fill(nonet_answer *a, struct gaps *q, nonet_err *err) {
  if (q->suggest == GAPS_STRATEGIES) return gaps_strategies(a, q, err);
  nonet_code code = gaps_candidates(q, err);
  if (code) return code;
  if (!q->count) return error_set(err, NONET_ENOANSWER, "nothing is missing: all who may be asked are tied already");
  code = say_looked(a, q, err);
  if (!code) code = q->o->budget ? gaps_plan(a, q, err) : gaps_single(a, q, err);
  if (!code) code = gaps_bridges(a, q, err);
  return code;
}

nonet_code nonet_gaps(nonet_answer **out, const nonet *n, const nonet_gaps_options *options, const nonet_run *run, nonet_err *err) {
  struct run running;
  struct gaps q;
  nonet_answer *a = NULL;
  *out = NULL;
  run_start(&running, run);
  nonet_code code = gaps_start(&q, n, options, &running, err);
  if (code) return code;
  code = answer_new(&a, err);
  if (!code) code = fill(a, &q, err);
  gaps_free(&q);
  if (code)
    nonet_answer_free(a);
  else
    *out = a;
  return code;
}
