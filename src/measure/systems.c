/* Systems, not projects: how far strategies hang together through the partners that they share, as a few shares, each between 0 (every
 * strategy a project of its own) and 1, and their mean.
 *
 * How: chance keeps how many strategies each partner works on and how many partners each strategy has, and exchanges ends of ties before
 * each of 99 draws (kernel/rewire.h). A share that no draw can change, because the numbers of ties alone give it, has no rank.
 *
 * Sources: (1) R. L. Breiger 1974, doi:10.2307/2576011, for strategies tied by shared partners; (2) S. Maslov,
 * K. Sneppen 2002, doi:10.1126/science.1065103, for the draws; (3) K. G. Provan, H. B. Milward 2001, doi:10.1111/0033-3352.00045. */
#include "measure/systems.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "kernel/rewire.h"
#include "measure/partition.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DRAWS 99
static const double most_steps = 2e9;

static const char *const names[SYSTEMS_PARTS + 1] = {"shared-strategies", "mixed-strategies", "partners-in-several",
                                                     "linked-strategies", "giant-share",      "score"};

/* ---- sectors ---- */

/* Are the partners of two kinds at least? */
static bool has_kinds(const struct coverage *c, const nonet *n) {
  for (uint32_t i = 1; i < c->sets; i++)
    if (net_node_kind(n, c->set[i]) != net_node_kind(n, c->set[0])) return true;
  return false;
}

nonet_code systems_sectors(uint32_t **out, char **what, const struct coverage *c, const struct measure_ask *ask, nonet_err *err) {
  struct partition p = {0};
  const char *named = ask->parameter_text;
  *out = NULL;
  *what = NULL;
  if (!*named) named = partition_column(ask->net, "sector") != SIZE_MAX ? "sector" : has_kinds(c, ask->net) ? "kind" : "";
  if (!*named) return NONET_OK;
  nonet_code code = partition_of(&p, ask, named, err);
  uint32_t *sector = code ? NULL : memory_array(c->sets, sizeof *sector);
  if (!code && !sector) code = error_memory(err);
  for (uint32_t i = 0; !code && i < c->sets; i++)
    sector[i] = p.group[c->set[i]];
  *out = sector;
  if (!code) *what = p.what, p.what = NULL;
  if (!code) partition_free(&p);
  return code;
}

/* ---- the shares ---- */

/* The ties of one network, from both sides. */
struct sides {
  uint32_t partners, strategies;
  uint64_t *first, *of_first; /* partner -> strategies, strategy -> partners */
  uint32_t *to, *of, *mark, *part;
  const uint32_t *sector; /* NULL: nobody has one */
};

static bool sides_start(struct sides *s, uint32_t partners, uint32_t strategies, uint32_t ties, const uint32_t *sector) {
  *s = (struct sides){.partners = partners, .strategies = strategies, .sector = sector};
  s->first = memory_array((size_t)partners + 2, sizeof *s->first);
  s->of_first = memory_array((size_t)strategies + 2, sizeof *s->of_first);
  s->to = memory_array(ties, sizeof *s->to);
  s->of = memory_array(ties, sizeof *s->of);
  s->mark = memory_array(strategies, sizeof *s->mark);
  s->part = memory_array(strategies, sizeof *s->part);
  return s->first && s->of_first && s->to && s->of && s->mark && s->part;
}

static void sides_free(struct sides *s) {
  free(s->first);
  free(s->of_first);
  free(s->to);
  free(s->of);
  free(s->mark);
  free(s->part);
}

/* Rows from pairs: by counting. */
static void rows_of(uint64_t *first, uint32_t *to, uint32_t rows, const uint32_t *from, const uint32_t *far, uint32_t ties) {
  memset(first, 0, ((size_t)rows + 2) * sizeof *first);
  for (uint32_t t = 0; t < ties; t++)
    first[from[t] + 2]++;
  for (uint32_t v = 0; v < rows; v++)
    first[v + 2] += first[v + 1];
  for (uint32_t t = 0; t < ties; t++)
    to[first[from[t] + 1]++] = far[t];
}

/* Of two sectors at least; one without sector is of none. */
static bool is_mixed(const struct sides *s, uint32_t strategy) {
  uint32_t one = NONET_NONE;
  for (uint64_t a = s->of_first[strategy]; a < s->of_first[strategy + 1]; a++) {
    uint32_t sector = s->sector[s->of[a]];
    if (sector == NONET_NONE) continue;
    if (one != NONET_NONE && sector != one) return true;
    one = sector;
  }
  return false;
}

/* Strategies tied to v by a partner, v left out: marked with v, and those of one part get its number. */
static double linked_to(struct sides *s, uint32_t v) {
  double count = 0;
  s->mark[v] = v;
  for (uint64_t a = s->of_first[v]; a < s->of_first[v + 1]; a++)
    for (uint64_t b = s->first[s->of[a]]; b < s->first[s->of[a] + 1]; b++) {
      uint32_t w = s->to[b];
      if (s->mark[w] != v) s->mark[w] = v, count++;
    }
  return count;
}

static uint32_t root_of(uint32_t *part, uint32_t v) {
  while (part[v] != v)
    v = part[v] = part[part[v]];
  return v;
}

static double giant(struct sides *s) {
  double most = 0;
  for (uint32_t v = 0; v < s->strategies; v++)
    s->part[v] = v;
  for (uint32_t p = 0; p < s->partners; p++)
    for (uint64_t a = s->first[p] + 1; a < s->first[p + 1]; a++)
      s->part[root_of(s->part, s->to[a])] = root_of(s->part, s->to[a - 1]);
  memset(s->mark, 0, s->strategies * sizeof *s->mark);
  for (uint32_t v = 0; v < s->strategies; v++)
    most = fmax(most, ++s->mark[root_of(s->part, v)]);
  return most;
}

static void count_shares(double out[SYSTEMS_PARTS + 1], struct sides *s, const uint32_t *from, const uint32_t *to, uint32_t ties) {
  double several = 0, shared = 0, mixed = 0, linked = 0, sum = 0, defined = 0, all = s->strategies;
  rows_of(s->first, s->to, s->partners, from, to, ties);
  rows_of(s->of_first, s->of, s->strategies, to, from, ties);
  for (uint32_t p = 0; p < s->partners; p++)
    several += s->first[p + 1] - s->first[p] > 1;
  for (uint32_t v = 0; v < s->strategies; v++)
    s->mark[v] = NONET_NONE;
  for (uint32_t v = 0; v < s->strategies; v++) {
    shared += s->of_first[v + 1] - s->of_first[v] > 1;
    mixed += s->sector && is_mixed(s, v);
    linked += linked_to(s, v);
  }
  out[SYSTEMS_SHARED] = all > 0 ? shared / all : (double)NAN;
  out[SYSTEMS_MIXED] = all > 0 && s->sector ? mixed / all : (double)NAN;
  out[SYSTEMS_SEVERAL] = s->partners > 0 ? several / s->partners : (double)NAN;
  out[SYSTEMS_LINKED] = all > 1 ? linked / (all * (all - 1)) : (double)NAN;
  out[SYSTEMS_GIANT] = all > 1 ? (giant(s) - 1) / (all - 1) : (double)NAN;
  for (int i = 0; i < SYSTEMS_PARTS; i++)
    if (!isnan(out[i])) sum += out[i], defined++;
  out[SYSTEMS_PARTS] = defined > 0 ? sum / defined : (double)NAN;
}

/* ---- chance ---- */

struct drawn {
  double mean[SYSTEMS_PARTS + 1], rank[SYSTEMS_PARTS + 1];
  bool any; /* was anything drawn? */
};

/* The ties between two sides, of which strategies are numbered behind the partners. */
static bool draw_start(struct rewire *r, const struct coverage *c, const uint32_t *from, uint32_t ties) {
  uint32_t nodes = c->sets + c->elements;
  uint8_t *kind = memory_zeroed(ties, 1), *mode = memory_zeroed(nodes, 1);
  *r = (struct rewire){.nodes = nodes, .edges = ties, .kind = kind, .mode = mode};
  r->tail = memory_copy(from, ties, sizeof *from);
  r->head = memory_copy(c->to, ties, sizeof *c->to);
  if (!kind || !mode || !r->tail || !r->head) return false;
  for (uint32_t t = 0; t < ties; t++)
    kind[t] = REWIRE_ACROSS, r->head[t] += c->sets;
  memset(mode + c->sets, 1, c->elements);
  return true;
}

static void draw_free(struct rewire *r) {
  free(r->tail);
  free(r->head);
  free((void *)(uintptr_t)r->kind);
  free((void *)(uintptr_t)r->mode);
}

static nonet_code draw(struct drawn *d, struct sides *s, const double *mine, struct rewire *r, const struct measure_ask *ask,
                       nonet_err *err) {
  double share[SYSTEMS_PARTS + 1], sum[SYSTEMS_PARTS + 1] = {0}, less[SYSTEMS_PARTS + 1] = {0}, alike[SYSTEMS_PARTS + 1] = {0};
  uint32_t *to = memory_array(r->edges, sizeof *to);
  struct chance c;
  nonet_code code = to ? NONET_OK : error_memory(err);
  chance_start(&c, ask->run->asked->seed, 0x73797374);
  for (int k = 0; !code && k < DRAWS; k++) {
    code = pass_result(rewire_degrees(r, &c), ask, err);
    if (code) break;
    for (uint32_t t = 0; t < r->edges; t++)
      to[t] = r->head[t] - s->partners;
    count_shares(share, s, r->tail, to, r->edges);
    for (int i = 0; i <= SYSTEMS_PARTS; i++) {
      sum[i] += share[i];
      less[i] += share[i] < mine[i] - 1e-12;
      alike[i] += fabs(share[i] - mine[i]) <= 1e-12;
    }
    code = run_check(ask->run, err);
  }
  d->any = true;
  for (int i = 0; i <= SYSTEMS_PARTS; i++) {
    d->mean[i] = sum[i] / DRAWS;
    d->rank[i] = isnan(mine[i]) || alike[i] >= DRAWS ? (double)NAN : (less[i] + alike[i] / 2) / DRAWS;
  }
  free(to);
  return code;
}

/* Each draw goes through the strategies of every strategy's partners. */
static bool takes_too_long(const struct coverage *c) {
  double steps = 0;
  for (uint32_t i = 0; i < c->sets; i++)
    steps += pow((double)(c->first[i + 1] - c->first[i]) + 50, 2);
  return steps * DRAWS > most_steps;
}

/* ---- the table ---- */

static nonet_code say(nonet_sheet *s, const struct drawn *d, const char *sectors, uint64_t seed, nonet_err *err) {
  struct buffer b = {0};
  if (sectors)
    buffer_print(&b, "systems-not-projects: sectors are those of '%s'.", sectors);
  else
    buffer_text(&b, "systems-not-projects: nothing tells partners of different sectors, so mixed-strategies is empty and no part of the "
                    "score; a column 'sector', or one named behind the colon, would tell.");
  nonet_code code = b.failed ? error_memory(err) : sheet_note(s, buffer_string(&b), err);
  buffer_clear(&b);
  if (d->any)
    buffer_print(&b,
                 "systems-not-projects: mean and rank are of %d draws by chance in which everybody keeps its number of ties, seed %" PRIu64
                 "; a share that these numbers alone give has no rank.",
                 DRAWS, seed);
  else
    buffer_text(&b, "systems-not-projects: no draws by chance: they would take too long.");
  if (!code) code = b.failed ? error_memory(err) : sheet_note(s, buffer_string(&b), err);
  buffer_free(&b);
  return code;
}

static nonet_code fill(nonet_sheet *s, const double *mine, const struct drawn *d, nonet_err *err) {
  double *value, *mean, *rank;
  nonet_code code = sheet_add_numbers(&value, s, "value", err);
  if (!code) code = sheet_add_numbers(&mean, s, "mean", err);
  if (!code) code = sheet_add_numbers(&rank, s, "rank", err);
  for (size_t i = 0; !code && i <= SYSTEMS_PARTS; i++) {
    value[i] = mine[i];
    if (d->any && !isnan(mine[i])) mean[i] = d->mean[i], rank[i] = d->rank[i];
    code = sheet_set_text(s, i, 0, names[i], err);
  }
  return code;
}

static nonet_code measure(double *mine, struct drawn *d, const struct coverage *c, const uint32_t *sector, const struct measure_ask *ask,
                          nonet_err *err) {
  uint32_t ties = (uint32_t)c->first[c->sets], *from = memory_array(ties, sizeof *from);
  struct sides s = {0};
  struct rewire r = {0};
  bool ready = from && sides_start(&s, c->sets, c->elements, ties, sector);
  nonet_code code = ready ? NONET_OK : error_memory(err);
  for (uint32_t i = 0; !code && i < c->sets; i++)
    for (uint64_t a = c->first[i]; a < c->first[i + 1]; a++)
      from[a] = i;
  if (!code) count_shares(mine, &s, from, c->to, ties);
  if (!code && !takes_too_long(c)) {
    if (!draw_start(&r, c, from, ties)) code = error_memory(err);
    if (!code) code = draw(d, &s, mine, &r, ask, err);
  }
  draw_free(&r);
  sides_free(&s);
  free(from);
  return code;
}

static nonet_code table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct coverage c;
  struct drawn d = {0};
  double mine[SYSTEMS_PARTS + 1];
  uint32_t *sector = NULL;
  char *what = NULL;
  nonet_code code = coverage_start(&c, ask, "", "systems-not-projects", err);
  if (code) return code;
  code = systems_sectors(&sector, &what, &c, ask, err);
  if (!code) code = measure(mine, &d, &c, sector, ask, err);
  if (!code) code = sheet_new(out, "systems-not-projects", "Systems, not projects", NONET_BY_MEASURE, SYSTEMS_PARTS + 1, err);
  if (!code) code = fill(*out, mine, &d, err);
  if (!code) code = say(*out, &d, what, ask->run->asked->seed, err);
  free(sector);
  free(what);
  coverage_free(&c);
  return code;
}

static const struct measure_row rows[] = {
    {.info =
         {.name = "systems-not-projects",
          .title = "Systems, not projects",
          .summary = "How far strategies hang together through shared partners, instead of each being a project of its own.",
          .scope = NONET_OF_TABLE,
          .low = 0,
          .high = 1,
          .formula = "score: mean of those of these shares that are defined. shared-strategies: strategies with 2 partners or more / "
                     "strategies; mixed-strategies: strategies with partners of 2 sectors or more / strategies; partners-in-several: "
                     "partners in 2 strategies or more / partners; linked-strategies: pairs of strategies that share a partner / pairs of "
                     "strategies; giant-share: (strategies in the largest part joined by shared partners - 1) / (strategies - 1)",
          .convention =
              "the choice of shares and their equal weight are nonet's own; mean and rank are of 99 draws that keep every partner's and "
              "every "
              "strategy's number of ties, rank being the share of draws below, equals counting half; by --seed; sectors are a column "
              "'sector', else the kinds of partners where there are two; " COVERAGE_SIDES,
          .undefined =
              "refused where no kind tells strategies; mixed-strategies is empty without sectors, linked-strategies and giant-share "
              "below 2 strategies, a rank where the numbers of ties alone give the share; it cannot tell what the work in a "
              "strategy is",
          .source =
              "Breiger, R. L. (1974) The duality of persons and groups, doi:10.2307/2576011; Maslov, S., Sneppen, K. (2002), "
              "doi:10.1126/science.1065103; Provan, K. G., Milward, H. B. (2001), doi:10.1111/0033-3352.00045; the score is nonet's own",
          .cost = "O(99 times the sum of squares of the strategies of each partner)",
          .parameter = PARTITION_PARAMETER},
     .reads_undirected = true,
     .parameter_is_text = true,
     .table = table,
     .check = judge_systems},
};

const struct measure_rows systems_rows = {rows, sizeof rows / sizeof *rows};
