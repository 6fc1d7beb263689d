/* From options to a question: every name is looked up once, and what makes no sense for this network is refused with what would. */
#include "ask/gaps.h"

#include "base/memory.h"
#include "base/number.h"
#include "kernel/gain.h"
#include "net/sides.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool go_on(void *context) {
  return run_check(context, NULL) == NONET_OK;
}

nonet_code gaps_result(const struct gaps *q, enum kernel_code code, nonet_err *err) {
  if (code == KERNEL_DONE) return NONET_OK;
  if (code == KERNEL_NO_MEMORY) return error_memory(err);
  if (code == KERNEL_TOO_MANY_PATHS)
    return error_set(err, NONET_ELIMIT, "a shortest path here is longer than the %u steps that distances are kept up to", GAIN_FAR - 1);
  nonet_code stopped = run_check(q->run, err);
  return stopped ? stopped : error_set(err, NONET_EINTERNAL, "the search for gaps ended early");
}

/* ---- who ---- */

static nonet_code find_sides(struct gaps *q, nonet_err *err) {
  uint32_t n = q->net->nodes;
  bool *strategy = memory_zeroed(n, sizeof *strategy);
  q->strategy = memory_zeroed(n, 1);
  q->may = memory_array(n, 1);
  if (!strategy || !q->strategy || !q->may) {
    free(strategy);
    return error_memory(err);
  }
  q->has_sides = net_strategy_nodes(strategy, q->net);
  for (uint32_t v = 0; v < n; v++) {
    q->strategy[q->keyed.place[v]] = strategy[v];
    q->may[v] = 1;
  }
  free(strategy);
  return NONET_OK;
}

static nonet_code find_people(struct gaps *q, nonet_err *err) {
  uint32_t v;
  nonet_code code = NONET_OK;
  q->of = NONET_NONE;
  for (size_t i = 0; !code && q->o->not_asked && q->o->not_asked[i]; i++) {
    code = nonet_find_node(&v, q->net, q->o->not_asked[i], err);
    if (!code) q->may[q->keyed.place[v]] = 0;
  }
  if (code || !q->o->of) return code;
  code = nonet_find_node(&v, q->net, q->o->of, err);
  if (code) return code;
  q->of = q->keyed.place[v];
  if (q->may[q->of]) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "the gaps of %s are asked for, who may not be asked", q->o->of);
}

static nonet_code find_suggest(struct gaps *q, nonet_err *err) {
  static const char *const words[] = {"ties", "memberships", "both", "strategies"};
  const char *word = q->o->suggest;
  q->suggest = !q->has_sides ? GAPS_TIES : q->net->two_modes ? GAPS_MEMBERSHIPS : GAPS_BOTH;
  if (!word) return NONET_OK;
  size_t which = 0;
  while (which < 4 && strcmp(words[which], word) != 0)
    which++;
  if (which == 4) return error_set(err, NONET_EUSAGE, "'%s' cannot be suggested; ties, memberships, both or strategies can", word);
  q->suggest = (enum gaps_suggest)which;
  if (!q->has_sides && (q->suggest == GAPS_MEMBERSHIPS || q->suggest == GAPS_BOTH))
    return error_set(err, NONET_EUSAGE,
                     "there are no strategies to be a member of; a kind of nodes called strategy, project, event ... makes some");
  if (q->net->two_modes && (q->suggest == GAPS_TIES || q->suggest == GAPS_BOTH))
    return error_set(err, NONET_EUSAGE, "in a network of two modes ties run between the modes: suggest memberships or strategies");
  if (q->suggest == GAPS_STRATEGIES && q->o->of)
    return error_set(err, NONET_EUSAGE, "new strategies bring several together: they cannot be only of %s", q->o->of);
  return NONET_OK;
}

/* ---- the goal ---- */

/* "L,M". A name may hold a comma itself: every one is tried, and the first is what an error is about. */
static nonet_code find_groups(struct gaps *q, nonet_err *err) {
  const char *between = q->o->between;
  nonet_code code = NONET_EUSAGE, first_code = NONET_EUSAGE;
  nonet_err first = {0}, why = {0};
  size_t found = 0;
  for (const char *comma = strchr(between, ','); comma; comma = strchr(comma + 1, ',')) {
    struct buffer name = {0};
    struct subject one, other;
    buffer_add(&name, between, (size_t)(comma - between));
    code = name.failed ? error_memory(&why) : subject_find(&one, q->net, buffer_string(&name), SUBJECT_GROUP, &why);
    buffer_free(&name);
    if (!code) code = subject_find(&other, q->net, comma + 1 + strspn(comma + 1, " "), SUBJECT_GROUP, &why);
    if (code == NONET_ELIMIT) return error_memory(err);
    if (!code && found++ == 0) q->group[0] = one, q->group[1] = other;
    if (comma == strchr(between, ',')) first = why, first_code = code;
  }
  if (!strchr(between, ',')) return error_set(err, NONET_EUSAGE, "two layers or kinds are needed, as in L,M, not '%s'", between);
  if (found == 0) return error_set(err, first_code, "%s", first.text);
  if (found > 1) return error_set(err, NONET_EUSAGE, "'%s' can be read in several ways: name layers without a comma", between);
  if (q->group[0].what == q->group[1].what && q->group[0].at == q->group[1].at)
    return error_set(err, NONET_EUSAGE, "two layers or kinds are needed, and '%s' is one", between);
  return NONET_OK;
}

static nonet_code put_groups(struct gaps *q, nonet_err *err) {
  q->group_of = memory_zeroed(q->net->nodes, 1);
  if (!q->group_of) return error_memory(err);
  for (uint32_t v = 0; v < q->net->nodes; v++)
    for (uint8_t l = 0; l < 2; l++)
      if (subject_has(&q->group[l], q->net, v)) q->group_of[q->keyed.place[v]] |= (uint8_t)(1 << l);
  return NONET_OK;
}

static nonet_code find_goal(struct gaps *q, nonet_err *err) {
  const char *name = q->o->goal ? q->o->goal : q->o->between ? "closeness" : "efficiency";
  nonet_code code = gaps_goal_find(&q->goal, name, err);
  if (code) return code;
  bool closeness = q->goal->goal == GAIN_CLOSENESS;
  q->within = q->o->within ? q->o->within : 2;
  bool coverage = q->goal->goal == GAIN_COVERAGE, sides = coverage || closeness;
  if (closeness && !q->o->between) return error_set(err, NONET_EUSAGE, "closeness is between two layers or kinds: name them, as in L,M");
  if (coverage && q->o->between && q->of != NONET_NONE)
    return error_set(err, NONET_EUSAGE, "coverage is of %s or between %s, not both", q->o->of, q->o->between);
  if (q->o->between) code = find_groups(q, err);
  q->submodular = coverage && q->of != NONET_NONE;
  if (!code && q->o->between) code = put_groups(q, err);
  if (code || !((q->o->between && sides) || q->submodular)) return code;
  q->side = memory_zeroed(q->net->nodes, 1);
  if (!q->side) return error_memory(err);
  if (q->o->between) memcpy(q->side, q->group_of, q->net->nodes);
  for (uint32_t v = 0; q->submodular && v < q->net->nodes; v++)
    q->side[v] = v == q->of ? 1 : 2;
  return NONET_OK;
}

/* Ties are followed where the network is directed, but for what is said without direction: bridges and cut points, memberships where there
 * are no others, and what a new strategy brings together. */
static nonet_code find_direction(struct gaps *q, nonet_err *err) {
  const struct graph *simple;
  bool apart = q->goal->goal == GAIN_CUT_POINTS || q->goal->goal == GAIN_BRIDGES;
  if (!q->net->directed || apart || q->net->two_modes || q->suggest == GAPS_STRATEGIES) return NONET_OK;
  nonet_code code = net_simple(&simple, q->net, true, false, err);
  if (!code) code = keyed_start(&q->arcs, simple, q->net, err);
  if (!code) q->g = &q->arcs.graph;
  return code;
}

/* Goals that sum over pairs keep all distances where there is room; else they are searched for a few gaps. */
static nonet_code find_room(bool *slim, const struct gaps *q, nonet_err *err) {
  uint64_t n = q->net->nodes, most = q->run->asked->max_memory, bytes = (q->g->directed ? 4 : 2) * n * n;
  *slim = gain_goal_sums(q->goal->goal) && (n > GAIN_MOST_NODES || (most && bytes > most));
  if (!*slim || q->suggest != GAPS_STRATEGIES) return NONET_OK;
  return error_set(err, NONET_ELIMIT,
                   "new strategies for the goal %s need the distances of all %" PRIu64
                   " nodes, which is too much; look at a part (a view), "
                   "ask for ties or memberships, or take the goal components, cut-points or bridges",
                   q->goal->info.name, n);
}

/* ---- cost ---- */

static nonet_code find_cost(struct gaps *q, nonet_err *err) {
  const char *text = q->o->cost;
  q->each = (double)NAN;
  if (!text) return NONET_OK;
  if (number_parse(&q->each, text, strlen(text), '.') == NUMBER_OK)
    return q->each > 0 ? NONET_OK : error_set(err, NONET_EUSAGE, "a tie costs more than nothing, not %s", text);
  q->each = (double)NAN;
  for (size_t c = 0; c < nonet_node_columns(q->net); c++) {
    bool is_number;
    q->cost_name = nonet_node_column(q->net, c, &is_number);
    if (strcmp(q->cost_name, text) != 0) continue;
    if (!is_number) return error_set(err, NONET_EUSAGE, "the column '%s' holds no numbers to be a cost", text);
    q->cost = memory_array(q->net->nodes, sizeof *q->cost);
    if (!q->cost) return error_memory(err);
    for (uint32_t v = 0; v < q->net->nodes; v++)
      nonet_node_value(q->net, c, v, &q->cost[q->keyed.place[v]]);
    return NONET_OK;
  }
  return error_set(err, NONET_EUSAGE, "the cost '%s' is neither a number nor a column of the nodes", text);
}

double gaps_cost(const struct gaps *q, const uint32_t *pair) {
  return q->cost ? q->cost[pair[0]] + q->cost[pair[1]] : q->each;
}

/* ---- the question ---- */

nonet_code gaps_start(struct gaps *q, const nonet *n, const nonet_gaps_options *o, const struct run *run, nonet_err *err) {
  static const nonet_gaps_options nothing_said;
  const struct graph *simple;
  bool slim = false;
  *q = (struct gaps){.net = n, .o = o ? o : &nothing_said, .run = run, .of = NONET_NONE};
  q->watch = (struct kernel_watch){.go_on = go_on, .context = (void *)(uintptr_t)run, .threads = run_threads(run)};
  q->top = q->o->top ? (q->o->top < UINT32_MAX ? (uint32_t)q->o->top : UINT32_MAX - 1) : 10;
  nonet_code code = net_simple(&simple, n, false, false, err);
  if (!code) code = keyed_start(&q->keyed, simple, n, err);
  if (code) return code;
  q->g = q->near = &q->keyed.graph;
  code = find_sides(q, err);
  if (!code) code = find_people(q, err);
  if (!code) code = find_suggest(q, err);
  if (!code) code = find_goal(q, err);
  if (!code) code = find_direction(q, err);
  if (!code) code = find_room(&slim, q, err);
  if (!code) code = find_cost(q, err);
  struct gain_worth worth = {.counts_steps = !code && q->goal->goal == GAIN_COVERAGE,
                             .one_way = q->submodular,
                             .slim = slim,
                             .within = q->within,
                             .side = q->side};
  if (!code) code = gaps_result(q, gain_model_start(&q->model, q->g, q->goal->goal, &worth, &q->watch), err);
  if (!code) code = gaps_result(q, gain_model_points(&q->points, &q->model, &q->watch), err);
  if (code) gaps_free(q);
  return code;
}

void gaps_free(struct gaps *q) {
  gain_model_free(&q->model);
  keyed_free(&q->keyed);
  keyed_free(&q->arcs);
  free(q->strategy);
  free(q->may);
  free(q->side);
  free(q->group_of);
  free(q->cost);
  free(q->pair);
  free(q->between);
  *q = (struct gaps){0};
}
