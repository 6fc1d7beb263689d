/* Values beside chance: each is computed again in networks that keep what is said (net/drawn.h), and stands among what came out.
 *
 * A draw has a stream of its own, so that the number of threads, and how many draws are asked for, change none of them. Two values that
 * differ by rounding are equal. Where a draw leaves a value undefined it says nothing of it.
 *
 * Sources: (1) B. Phipson, G. K. Smyth 2010, Permutation p-values should never be zero, doi:10.2202/1544-6115.1585; (2) B. V. North, D.
 * Curtis, P. C. Sham 2002, A note on the calculation of empirical p values from Monte Carlo procedures, doi:10.1086/341527. */
#include "measure/chance.h"

#include "base/memory.h"
#include "base/team.h"
#include "measure/measured_again.h"
#include "measure/resample.h"
#include "net/drawn.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define EQUAL 1e-9 /* relative difference that is rounding */

nonet_code chance_check(const nonet_measure_options *o, nonet_scope scope, const char *name, nonet_err *err) {
  enum drawn_keeps keeps = DRAWN_DEGREES;
  bool resamples = o->bootstrap || o->jackknife;
  if (!o->chance && !resamples) return o->null ? drawn_read(&keeps, o->null, err) : NONET_OK;
  if (o->samples) return error_set(err, NONET_EUSAGE, "what samples give is not exact enough to be held against chance");
  if (scope == NONET_OF_TABLE) return error_set(err, NONET_EUSAGE, "'%s' is a table, and has no one value to hold against others", name);
  if (scope == NONET_OF_TIES)
    return error_set(err, NONET_EUSAGE, "'%s' is of ties, and in other networks there are other ties: measure nodes, layers or the whole",
                     name);
  if (resamples && scope != NONET_OF_WHOLE)
    return error_set(err, NONET_EUSAGE, "'%s' is not of the whole network, and only that can be had from other sets of nodes", name);
  if (o->bootstrap == 1) return error_set(err, NONET_EUSAGE, "one resampled network is not enough for an interval");
  return drawn_read(&keeps, o->null, err);
}

/* ---- one value among its draws ---- */

struct stand {
  double shift, squares; /* of the differences to what was observed: their sum, the sum of their squares */
  uint64_t low, high, drawn;
};

static void stand_add(struct stand *s, double observed, double x) {
  if (isnan(x) || isnan(observed)) return;
  double slack = 1e-14 + EQUAL * fmax(fabs(x), fabs(observed)), gap = x - observed;
  s->shift += gap;
  s->squares += gap * gap;
  s->low += gap <= slack;
  s->high += gap >= -slack;
  s->drawn++;
}

enum field { MEAN, SD, Z, PERCENTILE, P_HIGH, P_LOW, P_ERROR, DRAWS, FIELDS };
static const char *const field_name[FIELDS] = {"mean", "sd", "z", "percentile", "p-high", "p-low", "p-error", "draws"};

static double spread(const struct stand *s) {
  double drawn = (double)s->drawn, mean = s->shift / drawn, left = s->squares - s->shift * mean;
  return left > 1e-12 * s->squares && drawn > 1 ? sqrt(left / (drawn - 1)) : drawn > 1 ? 0 : (double)NAN;
}

static double field_of(const struct stand *s, double observed, enum field field) {
  double drawn = (double)s->drawn, high = ((double)s->high + 1) / (drawn + 1), low = ((double)s->low + 1) / (drawn + 1);
  double sd = spread(s), least = fmin(high, low);
  if (field == DRAWS) return drawn;
  if (!s->drawn) return NAN;
  switch (field) {
  case MEAN:
    return observed + s->shift / drawn;
  case SD:
    return sd <= 1e-12 * fabs(observed) ? 0 : sd;
  case Z:
    return sd > 1e-12 * fmax(1e-6, fabs(observed)) ? -s->shift / drawn / sd : (double)NAN;
  case PERCENTILE:
    return 100 * (drawn + (double)s->low - (double)s->high) / (2 * drawn);
  case P_HIGH:
    return high;
  case P_LOW:
    return low;
  default:
    return sqrt(least * (1 - least) / drawn);
  }
}

/* ---- all of them ---- */

#define BATCH 16

/* Networks are drawn side by side, as many as there are threads, and measured one after the other: a measure has threads of its own. */
struct batch {
  const struct drawn *from;
  uint64_t seed, first;
  nonet *net[BATCH];
  nonet_code code[BATCH];
  nonet_err why[BATCH];
};

static void draw_one(void *context, size_t part, unsigned worker) {
  struct batch *b = context;
  (void)worker;
  b->code[part] = drawn_make(&b->net[part], b->from, b->seed, b->first + part, &b->why[part]);
}

static nonet_code measure_batch(struct stand *stand, double *value, struct batch *b, size_t count, const struct measured_again *m,
                                nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < count; i++) {
    if (!code && b->code[i]) {
      code = b->code[i];
      if (err) *err = b->why[i];
    }
    if (!code) code = measured_of(value, m, b->net[i], "draw", b->first + i, err);
    for (size_t v = 0; !code && v < m->measures * m->rows; v++)
      stand_add(&stand[v], m->value[v], value[v]);
    nonet_free(b->net[i]);
    b->net[i] = NULL;
  }
  return code;
}

static nonet_code draw_all(struct stand *stand, const struct measured_again *m, const nonet *n, nonet_err *err) {
  double *value = memory_array(m->measures * m->rows, sizeof *value);
  struct batch *b = memory_zeroed(1, sizeof *b);
  struct drawn *drawn = NULL;
  enum drawn_keeps keeps = DRAWN_DEGREES;
  uint32_t draws = m->options->chance;
  unsigned threads = run_threads(m->run) < BATCH ? run_threads(m->run) : BATCH;
  nonet_code code = value && b ? drawn_read(&keeps, m->options->null, err) : error_memory(err);
  if (!code) code = drawn_start(&drawn, n, keeps, err);
  for (uint32_t i = 0; !code && i < draws; i += threads) {
    size_t count = draws - i < threads ? draws - i : threads;
    run_progress(m->run, "drawing networks", (double)i / draws);
    b->from = drawn, b->seed = m->run->asked->seed, b->first = i;
    team_run(count, threads, draw_one, b, NULL);
    code = measure_batch(stand, value, b, count, m, err);
  }
  drawn_free(drawn);
  free(value);
  free(b);
  return code;
}

static nonet_code write(nonet_sheet *s, const struct stand *stand, const struct measured_again *m, nonet_err *err) {
  size_t values = m->measures * m->rows;
  double *value = memory_array(values, sizeof *value);
  nonet_code code = value ? NONET_OK : error_memory(err);
  for (int field = 0; !code && field < FIELDS; field++) {
    for (size_t v = 0; v < values; v++)
      value[v] = field_of(&stand[v], m->value[v], (enum field)field);
    code = measured_column(s, m, field_name[field], value, err);
  }
  free(value);
  return code;
}

static nonet_code note(nonet_sheet *s, const struct measured_again *m, nonet_err *err) {
  static const char *const kept[] = {"the degrees of each node in each layer", "the number of ties of each layer",
                                     "the ties of each layer, but not who stands where"};
  struct buffer said = {0};
  enum drawn_keeps keeps = DRAWN_DEGREES;
  nonet_code code = drawn_read(&keeps, m->options->null, err);
  if (code) return code;
  buffer_print(&said,
               "By chance: %" PRIu32 " networks with %s (seed %" PRIu64
               "). percentile: share of draws below, with half of those that are equal; p-high, p-low: share with a value as great, as "
               "small, what was observed among them; p-error: standard error of the lesser of the two.",
               m->options->chance, kept[keeps], m->run->asked->seed);
  code = said.failed ? error_memory(err) : sheet_note(s, buffer_string(&said), err);
  buffer_free(&said);
  return code;
}

static nonet_code add_chance(nonet_sheet *s, const struct measured_again *m, const nonet *n, nonet_err *err) {
  struct stand *stand = memory_zeroed(m->measures * m->rows, sizeof *stand);
  nonet_code code = stand ? draw_all(stand, m, n, err) : error_memory(err);
  if (!code) code = write(s, stand, m, err);
  if (!code) code = note(s, m, err);
  free(stand);
  return code;
}

nonet_code chance_add(nonet_sheet *s, const nonet *n, const nonet_measure_options *options, const struct run *run, nonet_err *err) {
  struct measured_again m;
  if (!options->chance && !options->bootstrap && !options->jackknife) return NONET_OK;
  nonet_code code = measured_start(&m, s, options, run, err);
  if (code) return code;
  if (options->chance) code = add_chance(s, &m, n, err);
  if (!code && options->bootstrap) code = resample_bootstrap(s, &m, n, err);
  if (!code && options->jackknife) code = resample_jackknife(s, &m, n, err);
  measured_free(&m);
  return code;
}
