/* People reached: a column of numbers, such as people served, summed over everybody within some steps, each counted once.
 *
 * Sources: (1) S. P. Borgatti 2006, Identifying sets of key players in a social network, doi:10.1007/s10588-006-7084-x, for reach. */
#include "base/memory.h"
#include "base/name.h"
#include "base/number.h"
#include "measure/distance_matrix.h"
#include "measure/partition.h"
#include "measure/pass.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define USUAL 1

struct question {
  size_t column; /* SIZE_MAX: none is named, and none has a name of its own */
  uint32_t steps;
};

/* What such a column is called where none is named. */
static const char *const usual[] = {"people served", "people reached", "people", "served", "clients", "beneficiaries", "participants"};

static bool is_number_column(const nonet *n, size_t column) {
  bool number = false;
  return nonet_node_column(n, column, &number) && number;
}

static nonet_code find_column(struct question *q, const nonet *n, char *named, nonet_err *err) {
  q->column = SIZE_MAX;
  for (size_t i = 0; !*named && q->column == SIZE_MAX && i < sizeof usual / sizeof *usual; i++) {
    q->column = partition_column(n, usual[i]);
    if (q->column != SIZE_MAX && !is_number_column(n, q->column)) q->column = SIZE_MAX;
  }
  if (!*named) return NONET_OK;
  q->column = partition_column(n, named);
  if (q->column == SIZE_MAX) return error_set(err, NONET_EUSAGE, "'people-reached': the nodes have no column '%s'", named);
  if (is_number_column(n, q->column)) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "'people-reached': the column '%s' holds words, not only numbers", named);
}

/* "COLUMN;K", "COLUMN", ";K" or nothing. */
static nonet_code read_question(struct question *q, const struct measure_ask *ask, nonet_err *err) {
  uint64_t steps = USUAL;
  char *copy = memory_text(ask->parameter_text), *split = copy ? strrchr(copy, ';') : NULL;
  nonet_code code = copy ? NONET_OK : error_memory(err);
  if (!code && split && !number_parse_whole(&steps, split + 1, strlen(split + 1)))
    code =
        error_set(err, NONET_EUSAGE, "'people-reached': behind the column stands a whole number of steps, as in people-reached:people;2");
  if (split) *split = '\0';
  if (!code) code = find_column(q, ask->net, copy, err);
  q->steps = steps < UINT32_MAX ? (uint32_t)steps : UINT32_MAX;
  free(copy);
  return code;
}

/* What v says; NaN: nothing. */
static double served(const struct question *q, const nonet *n, uint32_t v) {
  double number;
  nonet_node_value(n, q->column, v, &number);
  return number;
}

static void add(double *out, double number) {
  if (!isnan(number)) *out = (isnan(*out) ? 0 : *out) + number;
}

static nonet_code by_search(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g = ask->simple;
  struct question q;
  uint32_t *queue = memory_array(g->nodes, sizeof *queue), *steps = memory_array(g->nodes, sizeof *steps);
  nonet_code code = queue && steps ? read_question(&q, ask, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < g->nodes; v++)
    steps[v] = UINT32_MAX;
  for (uint32_t v = 0; !code && q.column != SIZE_MAX && v < g->nodes; v++) {
    uint32_t tail = 1;
    queue[0] = v, steps[v] = 0;
    for (uint32_t head = 0; head < tail; head++) {
      uint32_t u = queue[head];
      add(&out[v], served(&q, ask->net, u));
      for (uint64_t a = g->first[u]; steps[u] < q.steps && a < g->first[u + 1]; a++)
        if (steps[g->to[a]] == UINT32_MAX) steps[g->to[a]] = steps[u] + 1, queue[tail++] = g->to[a];
    }
    for (uint32_t i = 0; i < tail; i++)
      steps[queue[i]] = UINT32_MAX;
    if (v % 256 == 0) code = run_check(ask->run, err);
  }
  free(queue);
  free(steps);
  return code;
}

static nonet_code by_matrix(double *out, const struct measure_ask *ask, nonet_err *err) {
  size_t n = ask->net->nodes;
  struct question q;
  double *d = NULL;
  nonet_code code = read_question(&q, ask, err);
  if (!code) code = distance_matrix(&d, ask, err);
  for (uint32_t v = 0; !code && q.column != SIZE_MAX && v < n; v++)
    for (uint32_t w = 0; w < n; w++)
      if (v == w || d[v * n + w] <= q.steps) add(&out[v], served(&q, ask->net, w));
  free(d);
  return code;
}

static const struct measure_row rows[] = {
    {.info =
         {.name = "people-reached",
          .title = "People reached",
          .summary = "How many people are served by this partner and everybody within some steps of it, each partner counted once.",
          .scope = NONET_OF_NODES,
          .low = -INFINITY,
          .high = INFINITY,
          .formula = "sum of COLUMN over the node and all nodes within K steps",
          .convention = "each node is counted once, however many ways lead to it; a node that says no number adds nothing; people whom two "
                        "partners serve are in both their numbers and so count twice; in steps, unweighted; outward when directed; simple "
                        "network",
          .undefined = "undefined where nobody within reach says a number, and for all where no column is named and none is called people "
                       "served, people reached, people, served, clients, beneficiaries or participants",
          .source = "Borgatti, S. P. (2006) Identifying sets of key players in a social network, doi:10.1007/s10588-006-7084-x, for reach; "
                    "the sum is nonet's own",
          .cost = "O(nm)",
          .parameter = "COLUMN;K: a column of numbers (told from its name unless given), and the steps (1)"},
     .parameter_is_text = true,
     .gaps = MEASURE_GAPS,
     .plain = by_matrix,
     .fast = by_search},
};

const struct measure_rows people_reached_rows = {rows, sizeof rows / sizeof *rows};
