/* Added value: what the others have with partners, strategies or ties, and without them, and whether that is more than as many others taken
 * by chance would add.
 *
 * How: who is named is compared with all removals of as many partners, strategies and ties (each number kept) where these are at most a
 * thousand, else with a thousand drawn by --seed. The rank is the share of them that add less, those that add as much counting half.
 *
 * Sources: (1) the counterfactual of V. Latora, M. Marchiori 2005, doi:10.1103/PhysRevE.71.015103, for a set, and of the pairs that work
 * together after R. L. Breiger 1974, doi:10.2307/2576011. */
#include "measure/added.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "measure/judge.h"
#include "measure/partners.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define REMOVALS 1000 /* tried or drawn at most */
#define LEAST 20      /* draws, or there is no rank */
static const double most_steps = 2e9;

static const char *const names[ADDED_NUMBERS] = {"joint-pairs", "efficiency", "reach", "strategies-covered"};

/* ---- what is named ---- */

/* Partners, strategies and edges, each as places among their like. */
enum sort { PARTNERS, STRATEGIES, EDGES, SORTS };

struct removal {
  uint32_t count[SORTS], all[SORTS];
  uint32_t *member[SORTS]; /* what there is of each sort: nodes by place, edges; owned */
  uint32_t *chosen[SORTS]; /* which are out, by number in member; owned */
};

static void removal_free(struct removal *r) {
  for (int s = 0; s < SORTS; s++) {
    free(r->member[s]);
    free(r->chosen[s]);
  }
}

static nonet_code removal_start(struct removal *r, const struct added *a, nonet_err *err) {
  const struct graph *g = &a->keyed.graph;
  *r = (struct removal){0};
  for (int s = 0; s < SORTS; s++) {
    uint32_t room = s == EDGES ? g->edges : g->nodes;
    r->member[s] = memory_array(room, sizeof *r->member[s]);
    r->chosen[s] = memory_array(room, sizeof *r->chosen[s]);
    if (!r->member[s] || !r->chosen[s]) return error_memory(err);
  }
  for (uint32_t v = 0; v < g->nodes; v++) {
    int s = a->strategy[v] ? STRATEGIES : PARTNERS;
    r->member[s][r->all[s]++] = v;
  }
  for (uint32_t e = 0; e < g->edges; e++)
    r->member[EDGES][r->all[EDGES]++] = e;
  return NONET_OK;
}

/* Put the chosen ones out, or back. */
static void take_out(struct added *a, const struct removal *r, bool out) {
  for (int s = 0; s < SORTS; s++)
    for (uint32_t i = 0; i < r->count[s]; i++) {
      uint32_t x = r->member[s][r->chosen[s][i]];
      if (s == EDGES)
        a->cut[x] = out;
      else
        a->named[x] = a->gone[x] = out;
    }
}

/* ---- reading names ---- */

/* Each counts once, however often it is named. */
static void choose(struct removal *r, int sort, uint32_t number) {
  for (uint32_t i = 0; i < r->count[sort]; i++)
    if (r->chosen[sort][i] == number) return;
  r->chosen[sort][r->count[sort]++] = number;
}

static nonet_code add_edge(struct removal *r, const struct added *a, const nonet *n, uint32_t v, uint32_t w, nonet_err *err) {
  const struct graph *g = &a->keyed.graph;
  uint32_t from = a->keyed.place[v], to = a->keyed.place[w];
  for (uint64_t i = g->first[from]; i < g->first[from + 1]; i++)
    if (g->to[i] == to) {
      choose(r, EDGES, g->edge[i]);
      return NONET_OK;
    }
  return error_set(err, NONET_EUSAGE, "'added-value': there is no tie between '%s' and '%s'", net_key(n, v), net_key(n, w));
}

static void add_node(struct removal *r, const struct added *a, uint32_t v) {
  uint32_t place = a->keyed.place[v];
  int s = a->strategy[place] ? STRATEGIES : PARTNERS;
  for (uint32_t i = 0; i < r->all[s]; i++)
    if (r->member[s][i] == place) choose(r, s, i);
}

/* "NAME", or "NAME~NAME" where no node is called so. */
static nonet_code add_name(struct removal *r, const struct added *a, const nonet *n, char *text, nonet_err *err) {
  uint32_t v, w;
  char *split = strchr(text, '~');
  if (!split || nonet_find_node(&v, n, text, NULL) == NONET_OK) {
    nonet_code code = nonet_find_node(&v, n, text, err);
    if (!code) add_node(r, a, v);
    return code;
  }
  *split = '\0';
  nonet_code code = nonet_find_node(&v, n, text, err);
  if (!code) code = nonet_find_node(&w, n, split + 1, err);
  return code ? code : add_edge(r, a, n, v, w, err);
}

static nonet_code read_names(struct removal *r, const struct added *a, const nonet *n, const char *text, nonet_err *err) {
  nonet_code code = NONET_OK;
  char *copy = memory_text(text);
  if (!copy) return error_memory(err);
  for (char *at = copy, *next; !code && at; at = next) {
    next = strchr(at, ';');
    if (next) *next++ = '\0';
    at += strspn(at, " \t");
    if (*at) code = add_name(r, a, n, at, err);
  }
  free(copy);
  return code;
}

/* ---- removals of the same size ---- */

struct ranks {
  double less[ADDED_NUMBERS], alike[ADDED_NUMBERS], tried;
  bool all; /* every removal was tried, else some by chance */
};

static nonet_code try_one(struct ranks *k, struct added *a, const struct removal *r, const double *mine, const struct measure_ask *ask,
                          nonet_err *err) {
  double with[ADDED_NUMBERS], without[ADDED_NUMBERS];
  take_out(a, r, true);
  added_count(with, a, true);
  added_count(without, a, false);
  take_out(a, r, false);
  for (int i = 0; i < ADDED_NUMBERS; i++) {
    double value = with[i] - without[i], room = 1e-9 * fmax(1, fabs(mine[i]));
    k->less[i] += value < mine[i] - room;
    k->alike[i] += fabs(value - mine[i]) <= room;
  }
  k->tried++;
  return run_check(ask->run, err);
}

static nonet_code try_all(struct ranks *k, struct added *a, struct removal *r, const double *mine, const struct measure_ask *ask,
                          nonet_err *err) {
  nonet_code code = NONET_OK;
  int s = 0;
  for (int i = 0; i < SORTS; i++)
    judge_first_set(r->chosen[i], r->count[i]);
  while (!code && s < SORTS) {
    code = try_one(k, a, r, mine, ask, err);
    for (s = 0; s < SORTS && !judge_next_set(r->chosen[s], r->count[s], r->all[s]); s++)
      judge_first_set(r->chosen[s], r->count[s]);
  }
  return code;
}

static nonet_code try_some(struct ranks *k, struct added *a, struct removal *r, double draws, const double *mine,
                           const struct measure_ask *ask, nonet_err *err) {
  struct chance c;
  nonet_code code = NONET_OK;
  chance_start(&c, ask->run->asked->seed, 0x616464);
  while (!code && k->tried < draws) {
    for (int s = 0; s < SORTS; s++)
      for (uint32_t i = 0; i < r->count[s]; i++) { /* the first of a shuffled order: members change places, and stay shuffled */
        uint32_t j = i + (uint32_t)chance_below(&c, r->all[s] - i), swap = r->member[s][i];
        r->member[s][i] = r->member[s][j], r->member[s][j] = swap;
        r->chosen[s][i] = i;
      }
    code = try_one(k, a, r, mine, ask, err);
  }
  return code;
}

/* Ranks are of a thousand at most, and of fewer where each takes long; of none where even few take too long. */
static nonet_code rank(struct ranks *k, struct added *a, struct removal *r, const double *mine, const struct measure_ask *ask,
                       nonet_err *err) {
  const struct graph *g = &a->keyed.graph;
  double ways = 1, draws = floor(most_steps / (2 * (a->partners + 1.0) * (g->nodes + 2.0 * g->edges)));
  for (int s = 0; s < SORTS; s++)
    ways *= judge_sets(r->count[s], r->all[s]);
  k->all = ways <= fmin(REMOVALS, draws);
  if (ways <= 1 || (!k->all && draws < LEAST)) return NONET_OK;
  return k->all ? try_all(k, a, r, mine, ask, err) : try_some(k, a, r, fmin(REMOVALS, draws), mine, ask, err);
}

/* ---- the table ---- */

static nonet_code say_ranks(nonet_sheet *s, const struct ranks *k, uint64_t seed, nonet_err *err) {
  struct buffer b = {0};
  buffer_text(&b, "added-value: ");
  if (k->tried > 0) {
    buffer_print(&b, "rank is the share of %s", k->all ? "all " : "");
    buffer_number(&b, k->tried);
    buffer_text(&b, " removals of as many partners, strategies and ties that add less, those that add as much counting half");
    if (!k->all) buffer_print(&b, "; drawn by chance, seed %" PRIu64, seed);
    buffer_char(&b, '.');
  } else {
    buffer_text(&b, k->all ? "there is no other removal of that size: no rank." : "no rank: other removals would take too long.");
  }
  nonet_code code = b.failed ? error_memory(err) : sheet_note(s, buffer_string(&b), err);
  buffer_free(&b);
  return code;
}

/* Every tie of the data touches what is named: then the others cannot but have nothing without it. */
static bool all_runs_through(const struct added *a, const struct removal *r) {
  const struct graph *g = &a->keyed.graph;
  uint32_t cut = 0;
  for (uint32_t e = 0; e < g->edges; e++) {
    bool named = false;
    for (int s = 0; s < EDGES; s++)
      for (uint32_t i = 0; i < r->count[s]; i++)
        named |= r->member[s][r->chosen[s][i]] == g->tail[e] || r->member[s][r->chosen[s][i]] == g->head[e];
    cut += named;
  }
  return g->edges > 0 && cut == g->edges;
}

static nonet_code say_shape(nonet_sheet *s, bool through, bool nobody, const double *with, const double *without, nonet_err *err) {
  nonet_code code = NONET_OK;
  if (nobody)
    code = sheet_note(s, "added-value: nobody is named behind the colon, so nothing is taken away and nothing is added.", err);
  else if (through)
    code =
        sheet_note(s,
                   "added-value: every tie in the data is one of what is named, as those of a star are of its centre: without it nothing "
                   "can be left, so the result follows from the shape of the data.",
                   err);
  else if (with[ADDED_REACH] > 0 && without[ADDED_REACH] <= 0)
    code = sheet_note(s,
                      "added-value: whatever the others reach of each other they reach through what is named; see whether their ties to "
                      "each other were asked for.",
                      err);
  return code;
}

static nonet_code fill(nonet_sheet *s, const double *with, const double *without, const struct ranks *k, nonet_err *err) {
  double *column[4];
  static const char *const heading[4] = {"with", "without", "added", "rank"};
  nonet_code code = NONET_OK;
  for (int c = 0; !code && c < 4; c++)
    code = sheet_add_numbers(&column[c], s, heading[c], err);
  for (size_t i = 0; !code && i < ADDED_NUMBERS; i++) {
    column[0][i] = with[i], column[1][i] = without[i], column[2][i] = with[i] - without[i];
    if (k->tried > 0 && !isnan(column[2][i])) column[3][i] = (k->less[i] + k->alike[i] / 2) / k->tried;
    code = sheet_set_text(s, i, 0, names[i], err);
  }
  return code;
}

static nonet_code table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct added a;
  struct removal r = {0};
  struct ranks k = {.all = true};
  double with[ADDED_NUMBERS], without[ADDED_NUMBERS], mine[ADDED_NUMBERS];
  nonet_code code = added_start(&a, ask, err);
  if (code) return code;
  code = removal_start(&r, &a, err);
  if (!code) code = read_names(&r, &a, ask->net, ask->parameter_text, err);
  bool through = !code && all_runs_through(&a, &r), nobody = !(r.count[PARTNERS] || r.count[STRATEGIES] || r.count[EDGES]);
  if (!code) {
    take_out(&a, &r, true);
    added_count(with, &a, true);
    added_count(without, &a, false);
    take_out(&a, &r, false);
    for (int i = 0; i < ADDED_NUMBERS; i++)
      mine[i] = with[i] - without[i];
    code = rank(&k, &a, &r, mine, ask, err);
  }
  if (!code) code = sheet_new(out, "added-value", "Added value", NONET_BY_MEASURE, ADDED_NUMBERS, err);
  if (!code) code = fill(*out, with, without, &k, err);
  if (!code) code = say_shape(*out, through, nobody, with, without, err);
  if (!code && !nobody) code = say_ranks(*out, &k, ask->run->asked->seed, err);
  removal_free(&r);
  added_free(&a);
  return code;
}

static const struct measure_row rows[] = {
    {.info = {.name = "added-value",
              .title = "Added value",
              .summary = "What a partner, a strategy or a tie adds for all the others: what they have with it and without it.",
              .scope = NONET_OF_TABLE,
              .low = -INFINITY,
              .high = INFINITY,
              .formula =
                  "with - without, for the partners that are not named: pairs that work together; mean of 1/d over pairs; share of pairs "
                  "that reach each other; and for the strategies that are not named: those with a partner; rank: share of removals of "
                  "as many partners, strategies and ties that add less, equals counting half",
              .convention =
                  "d in steps from partner to partner, a strategy that both are tied to being one step; all removals of that size where "
                  "they are 1000 or fewer, else 1000 drawn by --seed (fewer, said, where they take long); " PARTNERS_TIED PARTNERS_OF_MODES
                  "; direction is left out of account; unweighted; simple network",
              .undefined =
                  "efficiency and reach are empty where fewer than two partners are not named, strategies-covered where no strategy is "
                  "left, rank where there is no other removal of that size; it cannot tell what follows from whom the data were "
                  "collected, but says where every tie runs through what is named",
              .source = "Latora, V., Marchiori, M. (2005) Vulnerability and protection of infrastructure networks, "
                        "doi:10.1103/PhysRevE.71.015103; Breiger, R. L. (1974) The duality of persons and groups, doi:10.2307/2576011; the "
                        "table is nonet's own",
              .cost = "O(nm) for each of at most 1000 removals",
              .parameter = "A;B;..., names of partners and strategies, and A~B for the ties between two"},
     .reads_undirected = true,
     .parameter_is_text = true,
     .needs_parameter = true,
     .table = table,
     .check = judge_added},
};

const struct measure_rows added_rows = {rows, sizeof rows / sizeof *rows};
