/* Who reaches whom when dates are respected: a path may use a tie on the days on which it holds alone, and never goes back in time.
 *
 * Second methods: the ties are gone through again and again, and whoever can be reached earlier (or left later) by one of them is moved,
 * until nobody is (1).
 *
 * Sources: (1) H. Wu et al. 2014, Path problems in temporal graphs, doi:10.14778/2732939.2732945. (2) D. Kempe, J. Kleinberg, A. Kumar
 * 2002, Connectivity and inference problems for temporal networks, doi:10.1006/jcss.2002.1829. (3) P. Holme, J. Saramaki 2012, Temporal
 * networks, doi:10.1016/j.physrep.2012.03.001. */
#include "kernel/timely.h"

#include "base/memory.h"
#include "measure/dates.h"
#include "measure/pass.h"

#include <math.h>
#include <stdlib.h>

/* ---- ties ---- */

static struct timely_tie tie_of(const nonet *n, uint32_t t) {
  int32_t since = n->tie_since ? n->tie_since[t] : DATE_NONE, until = n->tie_until ? n->tie_until[t] : DATE_NONE;
  return (struct timely_tie){n->tie_from[t], n->tie_to[t], since == DATE_NONE ? -TIMELY_EVER : since,
                             until == DATE_NONE ? TIMELY_EVER : until, !net_tie_directed(n, t)};
}

/* All ties but loops. */
static nonet_code list_ties(struct timely_tie **out, size_t *count, const nonet *n, nonet_err *err) {
  struct timely_tie *tie = memory_array(n->ties, sizeof *tie);
  *count = 0;
  *out = tie;
  if (!tie) return error_memory(err);
  for (uint32_t t = 0; t < n->ties; t++)
    if (n->tie_from[t] != n->tie_to[t]) tie[(*count)++] = tie_of(n, t);
  return NONET_OK;
}

static nonet_code start(struct timely *t, const struct measure_ask *ask, bool backward, nonet_err *err) {
  struct timely_tie *tie;
  size_t count;
  nonet_code code = list_ties(&tie, &count, ask->net, err);
  if (!code) code = pass_result(timely_start(t, ask->net->nodes, tie, count, backward), ask, err);
  free(tie);
  return code;
}

/* ---- the second method ---- */

/* day[v] is given for those where paths begin, NaN elsewhere; backward: where they end. */
static void relax(double *day, const struct timely_tie *tie, size_t count, bool backward) {
  for (bool moved = true; moved;) {
    moved = false;
    for (size_t i = 0; i < count; i++)
      for (int way = 0; way <= tie[i].both; way++) {
        uint32_t near = way ? tie[i].to : tie[i].from, far = way ? tie[i].from : tie[i].to;
        if (backward) {
          uint32_t turned = near;
          near = far, far = turned;
        }
        double on = backward ? fmin(day[near], tie[i].until) : fmax(day[near], tie[i].since);
        if (isnan(day[near]) || (backward ? on < tie[i].since : on > tie[i].until)) continue;
        if (!isnan(day[far]) && (backward ? on <= day[far] : on >= day[far])) continue;
        day[far] = on;
        moved = true;
      }
  }
}

/* ---- from or to some ---- */

static const char *const names[] = {"earliest-arrival", "latest-departure"};

/* Days from the date on, or up to it. */
static nonet_code by_kernel(double *out, const struct measure_ask *ask, bool backward, nonet_err *err) {
  struct node_set set = {0};
  struct timely t = {0};
  int32_t date = 0;
  nonet_code code = dates_behind_nodes(&set, &date, ask->net, ask->parameter_text, backward, names[backward], err);
  if (!code) code = start(&t, ask, backward, err);
  if (!code) code = pass_result(timely_arrival(out, NULL, &t, set.node, set.count, backward ? -date : date), ask, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    out[v] = isfinite(out[v]) ? out[v] - (backward ? -date : date) : (double)NAN;
  timely_free(&t);
  node_set_free(&set);
  return code;
}

static nonet_code by_relaxing(double *out, const struct measure_ask *ask, bool backward, nonet_err *err) {
  struct node_set set = {0};
  struct timely_tie *tie = NULL;
  size_t count = 0;
  int32_t date = 0;
  nonet_code code = dates_behind_nodes(&set, &date, ask->net, ask->parameter_text, backward, names[backward], err);
  if (!code) code = list_ties(&tie, &count, ask->net, err);
  for (uint32_t i = 0; !code && i < set.count; i++)
    out[set.node[i]] = date;
  if (!code) relax(out, tie, count, backward);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    out[v] = backward ? date - out[v] : out[v] - date;
  free(tie);
  node_set_free(&set);
  return code;
}

static nonet_code arrival(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_kernel(out, ask, false, err);
}

static nonet_code arrival_by_relaxing(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_relaxing(out, ask, false, err);
}

static nonet_code departure(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_kernel(out, ask, true, err);
}

static nonet_code departure_by_relaxing(double *out, const struct measure_ask *ask, nonet_err *err) {
  return by_relaxing(out, ask, true, err);
}

/* ---- from all ---- */

static nonet_code count_reached(double *out, const struct measure_ask *ask, const char *name, nonet_err *err) {
  struct kernel_watch watch = pass_watch(ask);
  struct timely t = {0};
  int32_t date = 0;
  uint32_t *reached = memory_array(ask->net->nodes, sizeof *reached);
  nonet_code code = reached ? dates_one(&date, ask->net, ask->parameter_text, false, name, err) : error_memory(err);
  if (!code) code = start(&t, ask, false, err);
  if (!code) code = pass_result(timely_reach(reached, &t, date, &watch), ask, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    out[v] = reached[v];
  timely_free(&t);
  free(reached);
  return code;
}

static nonet_code count_by_relaxing(double *out, const struct measure_ask *ask, const char *name, nonet_err *err) {
  uint32_t n = ask->net->nodes;
  struct timely_tie *tie = NULL;
  size_t count = 0;
  int32_t date = 0;
  double *day = memory_array(n, sizeof *day);
  nonet_code code = day ? dates_one(&date, ask->net, ask->parameter_text, false, name, err) : error_memory(err);
  if (!code) code = list_ties(&tie, &count, ask->net, err);
  for (uint32_t source = 0; !code && source < n; source++) {
    for (uint32_t v = 0; v < n; v++)
      day[v] = v == source ? date : (double)NAN;
    relax(day, tie, count, false);
    out[source] = -1; /* the node itself */
    for (uint32_t v = 0; v < n; v++)
      out[source] += !isnan(day[v]);
    code = run_check(ask->run, err);
  }
  free(tie);
  free(day);
  return code;
}

static nonet_code reach(double *out, const struct measure_ask *ask, nonet_err *err) {
  return count_reached(out, ask, "temporal-reach", err);
}

static nonet_code reach_by_relaxing(double *out, const struct measure_ask *ask, nonet_err *err) {
  return count_by_relaxing(out, ask, "temporal-reach", err);
}

/* The share of ordered pairs. */
static nonet_code share(double *out, const struct measure_ask *ask, bool plain, nonet_err *err) {
  uint32_t n = ask->net->nodes;
  double *count = memory_array(n, sizeof *count), sum = 0;
  nonet_code code = !count  ? error_memory(err)
                    : plain ? count_by_relaxing(count, ask, "temporal-connectedness", err)
                            : count_reached(count, ask, "temporal-connectedness", err);
  for (uint32_t v = 0; !code && v < n; v++)
    sum += count[v];
  if (!code && n > 1) *out = sum / ((double)n * (n - 1));
  free(count);
  return code;
}

static nonet_code connectedness(double *out, const struct measure_ask *ask, nonet_err *err) {
  return share(out, ask, false, err);
}

static nonet_code connectedness_by_relaxing(double *out, const struct measure_ask *ask, nonet_err *err) {
  return share(out, ask, true, err);
}

#define KEMPE                                                                                                                              \
  "Kempe, D., Kleinberg, J. and Kumar, A. (2002) Connectivity and inference problems for temporal networks, doi:10.1006/jcss.2002.1829"
#define HOLME "Holme, P. and Saramäki, J. (2012) Temporal networks, doi:10.1016/j.physrep.2012.03.001"
#define WU "Wu, H. et al. (2014) Path problems in temporal graphs, doi:10.14778/2732939.2732945"
#define WAYS                                                                                                                               \
  "a tie can be used on any day from since to until, both included, one without dates always; to cross it takes no time, so several may "  \
  "be crossed on a day, and one may wait anywhere; "

static const struct measure_row rows[] = {
    {.info = {.name = "temporal-reach",
              .title = "Reach in time",
              .summary = "How many others word from a partner can get to when ties can be used only while they hold, one after the other.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "number of other nodes to which a path leads whose ties are crossed on days that never go back, from DATE on",
              .convention = WAYS "along the ties when directed; never weighted",
              .undefined = "0 for an isolate and a single node",
              .source = HOLME "; " KEMPE,
              .cost = "O(n m) at worst, near O(n (n + m) / 64)",
              .parameter = "DATE, the first day on which word can leave; unless given the first day on which a tie begins or ends"},
     .sees_all_ties = true, /* each with its own dates */
     .loops_left_out = true,
     .parameter_is_text = true,
     .plain = reach_by_relaxing,
     .fast = reach},
    {.info = {.name = "earliest-arrival",
              .title = "Earliest arrival",
              .summary = "After how many days word from a named partner can first get to each other one, if ties are used only while they "
                         "hold.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "least day on which a path from A that leaves on DATE or later can arrive, less the first day of DATE",
              .convention = WAYS "of several named nodes the one from which it is earliest; along the ties when directed; never weighted",
              .undefined = "undefined where no such path leads",
              .source = WU "; " KEMPE,
              .cost = "O(n + m log n)",
              .parameter = "A;DATE, the node (or A;B;...) and the day on which word can leave; without it the first day on which a tie "
                           "begins or ends"},
     .sees_all_ties = true, /* each with its own dates */
     .loops_left_out = true,
     .parameter_is_text = true,
     .needs_parameter = true,
     .gaps = MEASURE_GAPS,
     .plain = arrival_by_relaxing,
     .fast = arrival},
    {.info = {.name = "latest-departure",
              .title = "Latest departure",
              .summary = "How many days before a date word must leave each partner at the latest to get to a named one by then.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula = "the last day of DATE, less the greatest day on which a path to A that arrives by then can leave",
              .convention =
                  WAYS "of several named nodes the one to which one may leave latest; along the ties when directed; never weighted",
              .undefined = "undefined where no such path leads",
              .source = WU,
              .cost = "O(n + m log n)",
              .parameter = "A;DATE, the node (or A;B;...) and the day by which word must be there; without it the last day on which a "
                           "tie begins or ends"},
     .sees_all_ties = true, /* each with its own dates */
     .loops_left_out = true,
     .parameter_is_text = true,
     .needs_parameter = true,
     .gaps = MEASURE_GAPS,
     .plain = departure_by_relaxing,
     .fast = departure},
};
const struct measure_rows timely_rows = {rows, sizeof rows / sizeof *rows};

static const struct measure_row whole_rows[] = {
    {.info = {.name = "temporal-connectedness",
              .title = "Connectedness in time",
              .summary = "The share of pairs in which word can get from the one to the other when ties can be used only while they hold.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "sum of temporal-reach over all nodes / (n * (n - 1))",
              .convention = WAYS "ordered pairs, since time makes ways one-way even where ties are not; along the ties when directed; "
                                 "never weighted; without dates the share of pairs that any path connects",
              .undefined = "undefined for a network of fewer than 2 nodes",
              .source = HOLME "; " KEMPE,
              .cost = "O(n m) at worst, near O(n (n + m) / 64)",
              .parameter = "DATE, the first day on which word can leave; unless given the first day on which a tie begins or ends"},
     .sees_all_ties = true, /* each with its own dates */
     .loops_left_out = true,
     .parameter_is_text = true,
     .gaps = MEASURE_GAPS,
     .plain = connectedness_by_relaxing,
     .fast = connectedness},
};
const struct measure_rows whole_timely_rows = {whole_rows, sizeof whole_rows / sizeof *whole_rows};
