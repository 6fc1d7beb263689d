/* How alike the ties of two nodes are, pair by pair: from exact structural equivalence to none.
 *
 * How: the profile of a node is its ties to all others, and when directed also those from them. Both nodes of a pair are left out of their
 * profiles. One row of the matrix at a time: sums over the common others come from walking the ties of one node and marking those of the
 * other; all that is not common follows from the sums of each node.
 *
 * Sources: (1) R. S. Burt 1976, Positions in networks, Social Forces 55; (2) S. Wasserman, K. Faust 1994,
 * doi:10.1017/CBO9780511815478, ch. 9. */
#include "base/memory.h"
#include "measure/judge.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum likeness { EUCLIDEAN, CORRELATION, JACCARD };

static nonet_code likeness_of(enum likeness *out, const char *named, nonet_err *err) {
  static const char *const name[] = {"euclidean", "correlation", "jaccard"};
  for (int i = 0; i < 3; i++)
    if (!strcmp(*named ? named : "jaccard", name[i])) {
      *out = (enum likeness)i;
      return NONET_OK;
    }
  return error_set(err, NONET_EUSAGE, "likeness is measured by euclidean, correlation or jaccard, not by '%s'", named);
}

/* Ties of node u by position: out to k at k, in from k at n + k when directed. */
struct marked {
  double *value; /* zero but for u's */
  const struct graph *g;
};

static double strength(const struct graph *g, uint32_t edge) {
  return g->strength ? g->strength[edge] : 1;
}

static void mark(const struct marked *m, uint32_t u, bool on) {
  const struct graph *g = m->g;
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    m->value[g->to[a]] = on ? strength(g, g->edge[a]) : 0;
  for (uint64_t a = g->in_first[u]; g->directed && a < g->in_first[u + 1]; a++)
    m->value[g->nodes + (size_t)g->in_to[a]] = on ? strength(g, g->in_edge[a]) : 0;
}

/* Sums over the positions of the others than u and v. */
struct sums {
  double x, xx, y, yy, xy, squares; /* squares: of differences */
  double of_u, of_v, both;          /* positions with a tie */
};

static void add(struct sums *s, double x, double y) {
  s->x += x, s->xx += x * x, s->y += y, s->yy += y * y, s->xy += x * y;
  s->squares += (x - y) * (x - y);
  s->of_u += x > 0, s->of_v += y > 0, s->both += x > 0 && y > 0;
}

/* The ties of v beside those of u, which are marked; then what only u has. */
static struct sums sum_up(const struct marked *m, uint32_t u, uint32_t v) {
  const struct graph *g = m->g;
  struct sums s = {0};
  for (int side = 0; side < (g->directed ? 2 : 1); side++) {
    const uint64_t *first = side ? g->in_first : g->first;
    const uint32_t *to = side ? g->in_to : g->to, *edge = side ? g->in_edge : g->edge;
    size_t at = side ? g->nodes : 0;
    uint64_t a = first[u], b = first[v];
    while (a < first[u + 1] || b < first[v + 1]) {
      uint32_t k = b == first[v + 1] || (a < first[u + 1] && to[a] < to[b]) ? to[a] : to[b];
      double y = b < first[v + 1] && to[b] == k ? strength(g, edge[b++]) : 0;
      a += a < first[u + 1] && to[a] == k;
      if (k != u && k != v) add(&s, m->value[at + k], y);
    }
  }
  return s;
}

static double likeness(enum likeness what, const struct sums *s, double positions) {
  if (what == EUCLIDEAN) return sqrt(s->squares);
  if (what == JACCARD) return s->of_u + s->of_v > 0 ? s->both / (s->of_u + s->of_v - s->both) : (double)NAN;
  double xx = s->xx - s->x * s->x / positions, yy = s->yy - s->y * s->y / positions, xy = s->xy - s->x * s->y / positions;
  bool spread = xx > 1e-12 * s->xx && yy > 1e-12 * s->yy;
  return spread ? fmax(-1, fmin(1, xy / sqrt(xx) / sqrt(yy))) : (double)NAN;
}

static nonet_code write(nonet_sheet *s, const struct marked *m, enum likeness what, const struct measure_ask *ask, nonet_err *err) {
  static const char *const name[] = {"distance", "correlation", "jaccard"};
  const struct graph *g = m->g;
  double *value, positions = (g->nodes - 2.0) * (g->directed ? 2 : 1);
  size_t row = 0;
  nonet_code code = sheet_add_numbers(&value, s, name[what], err);
  for (uint32_t u = 0; !code && u < g->nodes; u++) {
    mark(m, u, true);
    for (uint32_t v = u + 1; !code && v < g->nodes; v++, row++) {
      struct sums sums = sum_up(m, u, v);
      value[row] = g->nodes > 2 ? likeness(what, &sums, positions) : (double)NAN;
      code = sheet_set_text(s, row, 0, net_key(ask->net, u), err);
      if (!code) code = sheet_set_text(s, row, 1, net_key(ask->net, v), err);
    }
    mark(m, u, false);
    if (!code) code = run_check(ask->run, err);
  }
  return code;
}

static nonet_code table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  enum likeness what = EUCLIDEAN;
  size_t n = ask->net->nodes;
  nonet_code code = likeness_of(&what, ask->parameter_text, err);
  if (code) return code;
  struct marked m = {memory_zeroed(2 * n, sizeof *m.value), ask->simple};
  if (!m.value) code = error_memory(err);
  if (!code) code = sheet_new(out, "structural-similarity", "Likeness of ties", NONET_BY_PAIR, n ? n * (n - 1) / 2 : 0, err);
  if (!code) code = write(*out, &m, what, ask, err);
  free(m.value);
  return code;
}

static const struct measure_row rows[] = {
    {.info = {.name = "structural-similarity",
              .title = "Likeness of ties",
              .summary = "How alike the contacts of two partners are, for every pair: who could stand in for whom.",
              .scope = NONET_OF_TABLE,
              .low = -INFINITY,
              .high = INFINITY,
              .formula =
                  "jaccard: common contacts / contacts of either; euclidean: root of sum over k of (x_uk - x_vk)^2; correlation: of x_u "
                  "and x_v over k",
              .convention = "over the others than the two; when directed, ties to and from k are positions of their own; simple network; "
                            "--weighted: by strength (jaccard: tied or not)",
              .undefined =
                  "empty for fewer than 3 nodes; jaccard where neither has a contact, correlation where one has the same tie to all",
              .source = "Burt, R. S. (1976) Positions in networks, Social Forces 55; Wasserman, S., Faust, K. (1994) Social Network "
                        "Analysis, ch. 9, doi:10.1017/CBO9780511815478",
              .cost = "O(nm), space n^2",
              .parameter = "jaccard, euclidean or correlation (jaccard)",
              .takes_weights = true},
     .needs = NET_WEIGHTS_POSITIVE,
     .parameter_is_text = true,
     .table = table,
     .check = judge_similarity},
};

const struct measure_rows similarity_rows = {rows, sizeof rows / sizeof *rows};
