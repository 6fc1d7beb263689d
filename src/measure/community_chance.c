/* Are communities more than chance? The modularity that a method reaches here, beside what it reaches on networks drawn by chance, because
 * it finds some grouping in any network.
 *
 * How: draws with the same degrees are made by exchanging the ends of two ties 10 times for each tie, where that makes neither a loop nor a
 * second tie; draws with the same number of ties by drawing pairs. A set of the tied pairs answers whether a pair is tied. Directions and
 * weights are left out.
 *
 * Sources: (1) R. Guimera, M. Sales-Pardo, L. A. N. Amaral 2004, doi:10.1103/PhysRevE.70.025101; (2) S. Maslov, K. Sneppen 2002,
 * doi:10.1126/science.1065103. */
#include "base/buffer.h"
#include "base/memory.h"
#include "base/number.h"
#include "measure/communities.h"
#include "measure/judge.h"
#include "measure/keyed.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DRAWS 99          /* where none are asked for */
#define DRAWS_MOST 100000 /* each takes the method's time */
#define EXCHANGES 10      /* tried for each tie */

/* ---- tied pairs ---- */

/* Open addressing; a pair is greater end * 2^32 + smaller end, never 0. */
struct pairs {
  uint64_t *slot;
  size_t mask;
};

static uint64_t pair_of(uint32_t a, uint32_t b) {
  return a > b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}
static size_t slot_of(const struct pairs *p, uint64_t pair) {
  size_t i = (size_t)((pair * 0x9e3779b97f4a7c15u) >> 20) & p->mask;
  while (p->slot[i] && p->slot[i] != pair)
    i = (i + 1) & p->mask;
  return i;
}
static bool pairs_have(const struct pairs *p, uint64_t pair) {
  return p->slot[slot_of(p, pair)] == pair;
}
static void pairs_add(struct pairs *p, uint64_t pair) {
  p->slot[slot_of(p, pair)] = pair;
}
/* Those behind it in the run are put in again, so that no gap hides them. */
static void pairs_remove(struct pairs *p, uint64_t pair) {
  size_t i = slot_of(p, pair);
  p->slot[i] = 0;
  for (i = (i + 1) & p->mask; p->slot[i]; i = (i + 1) & p->mask) {
    uint64_t moved = p->slot[i];
    p->slot[i] = 0;
    pairs_add(p, moved);
  }
}
static bool pairs_start(struct pairs *p, size_t count) {
  size_t size = 16;
  while (size < 2 * count)
    size *= 2;
  p->mask = size - 1;
  p->slot = memory_zeroed(size, sizeof *p->slot);
  return p->slot != NULL;
}

/* ---- draws ---- */

struct draw {
  struct graph graph; /* nodes, edges and ends only */
  uint32_t *tail, *head;
  struct pairs pairs;
};

static void exchange(struct draw *d, struct chance *c) {
  uint32_t e = (uint32_t)chance_below(c, d->graph.edges), f = (uint32_t)chance_below(c, d->graph.edges);
  bool turn = chance_below(c, 2);
  uint32_t a = d->tail[e], b = d->head[e], x = turn ? d->head[f] : d->tail[f], y = turn ? d->tail[f] : d->head[f];
  if (a == y || x == b || a == x || b == y || pairs_have(&d->pairs, pair_of(a, y)) || pairs_have(&d->pairs, pair_of(x, b))) return;
  pairs_remove(&d->pairs, pair_of(a, b));
  pairs_remove(&d->pairs, pair_of(x, y));
  pairs_add(&d->pairs, pair_of(a, y));
  pairs_add(&d->pairs, pair_of(x, b));
  d->tail[e] = a, d->head[e] = y;
  d->tail[f] = x, d->head[f] = b;
}

static void draw_pairs(struct draw *d, struct chance *c) {
  memset(d->pairs.slot, 0, (d->pairs.mask + 1) * sizeof *d->pairs.slot);
  for (uint32_t e = 0; e < d->graph.edges;) {
    uint32_t a = (uint32_t)chance_below(c, d->graph.nodes), b = (uint32_t)chance_below(c, d->graph.nodes);
    if (a == b || pairs_have(&d->pairs, pair_of(a, b))) continue;
    pairs_add(&d->pairs, pair_of(a, b));
    d->tail[e] = a, d->head[e++] = b;
  }
}

static bool draw_start(struct draw *d, const struct graph *g) {
  d->tail = memory_copy(g->tail, g->edges, sizeof *d->tail);
  d->head = memory_copy(g->head, g->edges, sizeof *d->head);
  d->graph = (struct graph){.nodes = g->nodes, .edges = g->edges, .tail = d->tail, .head = d->head};
  if (!d->tail || !d->head || !pairs_start(&d->pairs, g->edges)) return false;
  for (uint32_t e = 0; e < g->edges; e++)
    pairs_add(&d->pairs, pair_of(g->tail[e], g->head[e]));
  return true;
}

static void draw_next(struct draw *d, bool degrees, struct chance *c) {
  for (uint64_t i = 0; degrees && i < (uint64_t)d->graph.edges * EXCHANGES; i++)
    exchange(d, c);
  if (!degrees) draw_pairs(d, c);
}

static void draw_free(struct draw *d) {
  free(d->tail);
  free(d->head);
  free(d->pairs.slot);
}

/* ---- the test ---- */

struct asked_for {
  char *method; /* owned */
  bool degrees;
  size_t draws;
};

struct test {
  double observed, groups, mean, sd, z, p;
  size_t draws;
};

/* "METHOD;KEPT;DRAWS": what is left out, or empty, is as usual. */
static nonet_code read_parameter(struct asked_for *a, const char *text, nonet_err *err) {
  uint64_t draws = DRAWS;
  char *kept, *count;
  if (!(a->method = memory_text(text))) return error_memory(err);
  if ((kept = strchr(a->method, ';'))) *kept++ = '\0';
  if ((count = kept ? strchr(kept, ';') : NULL)) *count++ = '\0';
  a->degrees = !kept || !*kept || !strcmp(kept, "degrees");
  if (!a->degrees && strcmp(kept, "ties") != 0)
    return error_set(err, NONET_EUSAGE, "what chance keeps is 'degrees' or 'ties', not '%s'", kept);
  if (count && *count && (!number_parse_whole(&draws, count, strlen(count)) || draws < 2 || draws > DRAWS_MOST))
    return error_set(err, NONET_EUSAGE, "draws are a whole number from 2 to %d, not '%s'", DRAWS_MOST, count);
  a->draws = (size_t)draws;
  return NONET_OK;
}

/* The modularity that the method reaches; 0 where there is no tie. */
static nonet_code reach(double *out, double *groups, const struct graph *g, const struct measure_ask *ask, const char *method,
                        nonet_err *err) {
  uint32_t count = 0, *group = memory_array(g->nodes, sizeof *group);
  bool no_memory = false;
  nonet_code code = group ? communities_of_graph(group, &count, g, ask, method, err) : error_memory(err);
  if (!code) *out = communities_modularity(g, group, count, &no_memory);
  if (groups) *groups = count;
  free(group);
  return no_memory ? error_memory(err) : code;
}

static void stand_beside(struct test *t, const double *value) {
  double draws = (double)t->draws, sum = 0, squares = 0, as_high = 1;
  for (size_t i = 0; i < t->draws; i++) {
    sum += value[i];
    as_high += value[i] >= t->observed - 1e-12;
  }
  t->mean = sum / draws;
  for (size_t i = 0; i < t->draws; i++)
    squares += (value[i] - t->mean) * (value[i] - t->mean);
  t->sd = sqrt(squares / (draws - 1));
  t->z = t->sd > 1e-12 ? (t->observed - t->mean) / t->sd : (double)NAN;
  t->p = as_high / (draws + 1);
}

static nonet_code compare(struct test *t, struct draw *d, const struct asked_for *a, const struct measure_ask *ask, nonet_err *err) {
  double *value = memory_array(a->draws, sizeof *value);
  struct chance c;
  nonet_code code = value ? reach(&t->observed, &t->groups, &d->graph, ask, a->method, err) : error_memory(err);
  chance_start(&c, ask->run->asked->seed, 0x64726177);
  for (size_t i = 0; !code && i < a->draws; i++) {
    draw_next(d, a->degrees, &c);
    code = reach(&value[i], NULL, &d->graph, ask, a->method, err);
  }
  t->draws = a->draws;
  if (!code) stand_beside(t, value);
  free(value);
  return code;
}

static nonet_code write(nonet_sheet *s, const struct test *t, uint64_t seed, nonet_err *err) {
  const struct {
    const char *name;
    double value;
  } column[] = {{"modularity", t->observed}, {"groups", t->groups}, {"mean", t->mean}, {"sd", t->sd}, {"z", t->z}, {"p", t->p},
                {"draws", (double)t->draws}, {"seed", (double)seed}};
  nonet_code code = sheet_set_text(s, 0, 0, "modularity", err);
  for (size_t i = 0; !code && i < sizeof column / sizeof *column; i++) {
    double *value;
    code = sheet_add_numbers(&value, s, column[i].name, err);
    if (!code) value[0] = column[i].value;
  }
  return code;
}

static nonet_code table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct asked_for a = {0};
  struct draw d = {0};
  struct keyed k = {0};
  struct test t = {NAN, 0, NAN, NAN, NAN, NAN, 0};
  const struct graph *g;
  nonet_code code = read_parameter(&a, ask->parameter_text, err);
  if (!code) code = pass_undirected(&g, ask, err);
  if (!code) code = keyed_start(&k, g, ask->net, err);
  if (!code && !draw_start(&d, &k.graph)) code = error_memory(err);
  if (!code) code = k.graph.edges ? compare(&t, &d, &a, ask, err) : reach(&t.observed, &t.groups, &d.graph, ask, a.method, err);
  if (!code) code = sheet_new(out, "community-test", "Communities and chance", NONET_BY_MEASURE, 1, err);
  if (!code) code = write(*out, &t, ask->run->asked->seed, err);
  draw_free(&d);
  keyed_free(&k);
  free(a.method);
  return code;
}

static const struct measure_row rows[] = {
    {.info = {.name = "community-test",
              .title = "Communities and chance",
              .summary = "Whether the groups found in the ties are more than what would be found in any network of this kind.",
              .scope = NONET_OF_TABLE,
              .low = -INFINITY,
              .high = INFINITY,
              .formula =
                  "modularity reached here; mean and sd (sample) of that reached on the draws; p = (1 + draws as high) / (1 + draws)",
              .convention =
                  "degrees: each node keeps its degree (10 exchanges of ends tried for each tie); ties: only their number is kept; "
                  "the method divides each draw anew; seeded by --seed; read as undirected; simple network; never weighted",
              .undefined = "empty without ties; z is empty where sd is 0",
              .source = "Guimera, R., Sales-Pardo, M., Amaral, L. A. N. (2004) Modularity from fluctuations in random graphs and complex "
                        "networks, doi:10.1103/PhysRevE.70.025101; Maslov, S., Sneppen, K. (2002), doi:10.1126/science.1065103",
              .cost = "O(draws times what the method takes)",
              .parameter = "METHOD;KEPT;DRAWS: a method as for 'community' (leiden), what chance keeps, degrees or ties (degrees), "
                           "and how often it draws (99)"},
     .reads_undirected = true,
     .parameter_is_text = true,
     .example = "leiden;degrees;9",
     .table = table,
     .check = judge_community_test},
};

const struct measure_rows community_chance_rows = {rows, sizeof rows / sizeof *rows};
