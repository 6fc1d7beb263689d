/* Are communities more than chance? The modularity that a method reaches here, beside what it reaches on networks drawn by chance, because
 * it finds some grouping in any network.
 *
 * How: the draws are those of kernel/rewire.h, with the same degrees or with the same number of ties; directions and weights are left out.
 *
 * Sources: (1) R. Guimera, M. Sales-Pardo, L. A. N. Amaral 2004, doi:10.1103/PhysRevE.70.025101; (2) S. Maslov, K. Sneppen 2002,
 * doi:10.1126/science.1065103. */
#include "base/buffer.h"
#include "base/memory.h"
#include "base/number.h"
#include "kernel/rewire.h"
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

/* ---- draws ---- */

/* The network that is drawn, and its edges as a graph: nodes, edges and ends only. */
struct draw {
  struct graph graph;
  struct rewire rewire;
};

static bool draw_start(struct draw *d, const struct graph *g) {
  d->rewire = (struct rewire){.nodes = g->nodes, .edges = g->edges, .kind = memory_zeroed(g->edges, 1)}; /* REWIRE_PAIR, all */
  d->rewire.tail = memory_copy(g->tail, g->edges, sizeof *d->rewire.tail);
  d->rewire.head = memory_copy(g->head, g->edges, sizeof *d->rewire.head);
  d->graph = (struct graph){.nodes = g->nodes, .edges = g->edges, .tail = d->rewire.tail, .head = d->rewire.head};
  return d->rewire.tail && d->rewire.head && d->rewire.kind;
}

static void draw_free(struct draw *d) {
  free(d->rewire.tail);
  free(d->rewire.head);
  free((void *)(uintptr_t)d->rewire.kind);
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
    code = pass_result(a->degrees ? rewire_degrees(&d->rewire, &c) : rewire_ties(&d->rewire, &c), ask, err);
    if (!code) code = reach(&value[i], NULL, &d->graph, ask, a->method, err);
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
                  "degrees: each node keeps its degree (100 exchanges of ends tried for each tie); ties: only their number is kept; "
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
