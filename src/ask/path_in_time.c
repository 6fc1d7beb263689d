/* The first way to arrive when dates are respected.
 *
 * How: the ties that the filters leave, each with its period, go to the kernel of timely paths, which says on what day the end is reached
 * first. Of the paths that arrive on that day one of fewest steps is taken: the first day on which each node can be reached is told for one
 * step, for two and so on, until the end is reached on it (Bellman's method, as many rounds as there are steps). Of the ties of a step the
 * first is taken that holds on its day. */
#include "ask/listing.h"
#include "ask/tell.h"
#include "base/memory.h"
#include "kernel/timely.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct in_time {
  const nonet *net;
  const struct ways *ways;
  uint32_t from, to;
  int32_t start;
  struct timely arcs;
  double *day;      /* owned; of each node */
  uint32_t *before; /* owned; of each node */
  struct listing listing;
};

static bool may_cross(const struct in_time *p, uint32_t t, uint32_t from) {
  const uint8_t *closed = p->ways->closed_node;
  if (closed && (closed[p->net->tie_from[t]] || closed[p->net->tie_to[t]])) return false;
  return ways_open(p->ways, t, from);
}

static struct timely_tie tie_of(const struct in_time *p, uint32_t t, bool turned) {
  const nonet *n = p->net;
  int32_t since = n->tie_since ? n->tie_since[t] : DATE_NONE, until = n->tie_until ? n->tie_until[t] : DATE_NONE;
  return (struct timely_tie){turned ? n->tie_to[t] : n->tie_from[t], turned ? n->tie_from[t] : n->tie_to[t],
                             since == DATE_NONE ? -TIMELY_EVER : since, until == DATE_NONE ? TIMELY_EVER : until, false};
}

static nonet_code search(struct in_time *p, nonet_err *err) {
  const nonet *n = p->net;
  struct timely_tie *tie = memory_array((size_t)n->ties * 2, sizeof *tie);
  size_t count = 0;
  enum kernel_code code = KERNEL_NO_MEMORY;
  p->day = memory_array(n->nodes, sizeof *p->day);
  p->before = memory_array(n->nodes, sizeof *p->before);
  if (tie && p->day && p->before) {
    for (uint32_t t = 0; t < n->ties; t++) {
      if (n->tie_from[t] == n->tie_to[t]) continue;
      if (may_cross(p, t, n->tie_from[t])) tie[count++] = tie_of(p, t, false);
      if (may_cross(p, t, n->tie_to[t])) tie[count++] = tie_of(p, t, true);
    }
    code = timely_start(&p->arcs, n->nodes, tie, count, false);
    if (code == KERNEL_DONE) code = timely_arrival(p->day, p->before, &p->arcs, &p->from, 1, p->start);
  }
  free(tie);
  return code == KERNEL_DONE ? NONET_OK : error_memory(err);
}

/* ---- fewest steps ---- */

/* One step more: later[v] is the day on which v is reached then, by[v] the node before it where that is earlier than it was. */
static void go_on(double *later, uint32_t *by, const double *day, const struct timely *t) {
  memcpy(later, day, t->nodes * sizeof *later);
  for (uint32_t v = 0; v < t->nodes; v++)
    by[v] = NONET_NONE;
  for (uint32_t v = 0; v < t->nodes; v++)
    for (uint64_t a = t->first[v]; a < t->first[v + 1] && isfinite(day[v]); a++) {
      double on = fmax(day[v], t->since[a]);
      if (on > t->until[a] || on >= later[t->to[a]]) continue;
      later[t->to[a]] = on;
      by[t->to[a]] = v;
    }
}

/* The day on which v is reached from u, where one is on `day`. */
static double cross(const struct timely *t, uint32_t u, uint32_t v, double day) {
  double first = INFINITY;
  for (uint64_t a = t->first[u]; a < t->first[u + 1]; a++)
    if (t->to[a] == v && fmax(day, t->since[a]) <= t->until[a]) first = fmin(first, fmax(day, t->since[a]));
  return first;
}

/* Follow the rounds back, and write the path where the kernel wrote its own; `node` has room for a node of each round and one more. */
static void take_path(struct in_time *p, uint32_t *const *by, uint32_t rounds, uint32_t *node) {
  uint32_t count = 0;
  node[count++] = p->to;
  for (uint32_t round = rounds; round > 0; round--)
    if (by[round - 1][node[count - 1]] != NONET_NONE) {
      node[count] = by[round - 1][node[count - 1]];
      count++;
    }
  for (uint32_t i = count - 1; i > 0; i--) {
    p->before[node[i - 1]] = node[i];
    p->day[node[i - 1]] = cross(&p->arcs, node[i], node[i - 1], p->day[node[i]]);
  }
}

static uint32_t steps_of(const struct in_time *p) {
  uint32_t steps = 0;
  for (uint32_t v = p->to; p->before[v] != NONET_NONE; v = p->before[v])
    steps++;
  return steps;
}

static nonet_code shorten(struct in_time *p, nonet_err *err) {
  uint32_t most = steps_of(p), rounds = 0, n = p->net->nodes;
  uint32_t **by = memory_zeroed(most, sizeof *by), *node = memory_array((size_t)most + 1, sizeof *node);
  double *day = memory_array(n, sizeof *day), *later = memory_array(n, sizeof *later);
  nonet_code code = by && node && day && later ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; !code && v < n; v++)
    day[v] = v == p->from ? p->start : (double)INFINITY;
  while (!code && day[p->to] > p->day[p->to]) {
    if (!(by[rounds] = memory_array(n, sizeof **by))) {
      code = error_memory(err);
      break;
    }
    go_on(later, by[rounds++], day, &p->arcs);
    double *swap = day;
    day = later, later = swap;
  }
  if (!code) take_path(p, by, rounds, node);
  for (uint32_t i = 0; by && i < most; i++)
    free(by[i]);
  free(by);
  free(node);
  free(day);
  free(later);
  return code;
}

/* ---- steps ---- */

/* The first tie from u to v that is crossed on the day on which v is reached. */
static uint32_t tie_between(const struct in_time *p, uint32_t u, uint32_t v) {
  const nonet *n = p->net;
  for (uint64_t e = n->end_first[u]; e < n->end_first[u + 1]; e++) {
    struct timely_tie tie = tie_of(p, n->end_tie[e], false);
    double day = fmax(p->day[u], tie.since);
    if (n->end_other[e] == v && may_cross(p, n->end_tie[e], u) && day <= tie.until && day == p->day[v]) return n->end_tie[e];
  }
  return NONET_NONE;
}

/* The steps from the first on. */
static nonet_code list(struct in_time *p, nonet_err *err) {
  struct listing *l = &p->listing;
  uint32_t steps = steps_of(p);
  l->row = memory_array(steps, sizeof *l->row);
  if (!l->row) return error_memory(err);
  l->count = l->room = steps;
  l->paths = 1;
  for (uint32_t v = p->to; steps; v = p->before[v], steps--) {
    uint32_t u = p->before[v];
    l->row[steps - 1] = (struct listing_row){1, steps, tie_between(p, u, v), u, v};
  }
  return NONET_OK;
}

/* ---- the answer ---- */

static nonet_code say_when(nonet_answer *a, const struct in_time *p, nonet_err *err) {
  struct buffer b = {0};
  char day[DATE_ROOM], start[DATE_ROOM];
  double days = p->day[p->to] - p->start;
  date_print(day, (int32_t)p->day[p->to]);
  date_print(start, p->start);
  nonet_code code = answer_verdict(a, day, err);
  buffer_text(&b, "Word from ");
  tell_node(&b, p->net, p->from);
  buffer_text(&b, " gets to ");
  tell_node(&b, p->net, p->to);
  buffer_print(&b, " on %s at the earliest, ", day);
  if (days > 0) tell_count(&b, (uint64_t)days, "day after ", "days after ");
  buffer_print(&b, "%s%s, in ", days > 0 ? "" : "the day on which it may leave, ", start);
  tell_count(&b, p->listing.count, "step", "steps");
  if (!code) code = tell(a, &b, err);
  buffer_free(&b);
  return code;
}

/* Where it has to wait longest. */
static nonet_code say_wait(nonet_answer *a, const struct in_time *p, nonet_err *err) {
  struct buffer b = {0};
  const struct listing_row *longest = NULL;
  double most = 0;
  for (size_t i = 0; i < p->listing.count; i++) {
    const struct listing_row *row = &p->listing.row[i];
    double wait = p->day[row->to] - p->day[row->from];
    if (wait > most) most = wait, longest = row;
  }
  if (!longest) return NONET_OK;
  buffer_text(&b, "It waits longest at ");
  tell_node(&b, p->net, longest->from);
  buffer_text(&b, ", ");
  tell_count(&b, (uint64_t)most, "day", "days");
  nonet_code code = tell(a, &b, err);
  buffer_free(&b);
  return code;
}

static nonet_code add_sheet(nonet_answer *a, const struct in_time *p, nonet_err *err) {
  nonet_sheet *s = NULL;
  size_t column = 0;
  nonet_code code = listing_sheet_as(&s, "paths", "The first way to arrive", &p->listing, p->net, err);
  if (!code) code = sheet_add_texts(&column, s, "day", err);
  for (size_t i = 0; !code && i < p->listing.count; i++) {
    char day[DATE_ROOM];
    date_print(day, (int32_t)p->day[p->listing.row[i].to]);
    code = sheet_set_text(s, i, column, day, err);
  }
  if (!code)
    code = sheet_note(s,
                      "A tie is crossed on the day that the last column says, on which it holds; to cross it takes no time, and a tie "
                      "without dates holds always.",
                      err);
  if (!code) return answer_add_sheet(a, s, err);
  nonet_sheet_free(s);
  return code;
}

static nonet_code mark(nonet_answer *a, const struct in_time *p, nonet_err *err) {
  nonet_code code = answer_mark_node(a, p->from, "from", err);
  for (size_t i = 0; !code && i < p->listing.count; i++) {
    const struct listing_row *row = &p->listing.row[i];
    code = answer_mark_tie(a, row->tie, "path", err);
    if (!code) code = answer_mark_node(a, row->to, row->to == p->to ? "to" : "between", err);
  }
  return code;
}

static nonet_code no_way(const struct in_time *p, nonet_err *err) {
  struct buffer b = {0};
  char start[DATE_ROOM];
  date_print(start, p->start);
  buffer_text(&b, "word that leaves ");
  tell_node(&b, p->net, p->from);
  buffer_print(&b, " on %s or later never gets to ", start);
  tell_node(&b, p->net, p->to);
  buffer_text(&b, " over ties that hold one after the other");
  nonet_code code = b.failed ? error_memory(err) : error_set(err, NONET_ENOANSWER, "%s", buffer_string(&b));
  buffer_free(&b);
  return code;
}

static nonet_code answer(nonet_answer **out, struct in_time *p, nonet_err *err) {
  nonet_answer *a = NULL;
  nonet_code code = search(p, err);
  if (!code && isinf(p->day[p->to])) code = no_way(p, err);
  if (!code) code = shorten(p, err);
  if (!code) code = list(p, err);
  if (!code) code = answer_new(&a, err);
  if (!code) code = say_when(a, p, err);
  if (!code) code = say_wait(a, p, err);
  if (!code) code = add_sheet(a, p, err);
  if (!code) code = mark(a, p, err);
  timely_free(&p->arcs);
  listing_free(&p->listing);
  free(p->day);
  free(p->before);
  if (code)
    nonet_answer_free(a);
  else
    *out = a;
  return code;
}

/* The day on which word may leave. */
static nonet_code find_start(int32_t *out, const nonet *n, const char *leaving, nonet_err *err) {
  struct date_period days;
  if (leaving && !date_parse(&days, leaving, strlen(leaving)))
    return error_set(err, NONET_EUSAGE, "'%s' is no date (2000, 2000-Q3, 2000-08 and 2000-08-03 are)", leaving);
  if (!leaving && !net_days(&days, n)) return error_set(err, NONET_EUSAGE, "no tie has a date in a column for since or until");
  *out = days.first;
  return NONET_OK;
}

nonet_code nonet_path_in_time(nonet_answer **out, const nonet *n, const nonet_in_time_options *options, const nonet_run *run,
                              nonet_err *err) {
  struct ways ways;
  struct in_time p = {.net = n, .ways = &ways};
  (void)run; /* one search over the ties: it ends before anybody could ask it to */
  *out = NULL;
  if (!options || !options->from || !options->to) return error_set(err, NONET_EUSAGE, "a path needs both ends");
  nonet_code code = nonet_find_node(&p.from, n, options->from, err);
  if (!code) code = nonet_find_node(&p.to, n, options->to, err);
  if (!code) code = find_start(&p.start, n, options->leaving, err);
  if (code) return code;
  struct ways_options filters = {.avoid = options->avoid, .via = options->via, .one_by_one = true};
  code = ways_start(&ways, n, &filters, err);
  if (code) return code;
  uint32_t ends[] = {p.from, p.to};
  for (size_t i = 0; i < 2 && !code; i++)
    if (ways.closed_node && ways.closed_node[ends[i]])
      code = error_set(err, NONET_EUSAGE, "%s is an end of the path and cannot be avoided", net_key(n, ends[i]));
  if (!code) code = answer(out, &p, err);
  ways_free(&ways);
  return code;
}
