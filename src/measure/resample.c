/* Standard errors and intervals that follow from the network alone.
 *
 * The bootstrap measures networks of nodes drawn with replacement (net/resampled.c). What is drawn more than once is tied to itself by
 * chance, so that a measure of closed triangles, say, comes out lower there: its mean tells how much. The jackknife leaves each node out in
 * turn; as ties belong to two nodes, squares are summed with (n-2)/(2n) where a mean of n independent values has (n-1)/n, which is exact
 * for the density of independent ties [1, 2].
 *
 * Sources: (1) T. A. B. Snijders, S. P. Borgatti 1999, Non-parametric standard errors and tests for network statistics, Connections 22; (2)
 * O. Frank, T. A. B. Snijders 1994, Estimating the size of hidden populations using snowball sampling, Journal of Official Statistics 10;
 * (3) R. J. Hyndman, Y. Fan 1996, Sample quantiles in statistical packages, doi:10.1080/00031305.1996.10473566. */
#include "measure/resample.h"

#include "base/memory.h"
#include "net/resampled.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#define TAIL 0.025 /* below, and above, the interval */

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* Definition 7 of [3]. */
static double quantile(const double *sorted, size_t count, double share) {
  double at = share * (double)(count - 1), whole = floor(at);
  size_t i = (size_t)whole;
  return i + 1 < count ? sorted[i] + (at - whole) * (sorted[i + 1] - sorted[i]) : sorted[i];
}

static double mean_of(const double *x, size_t count) {
  double sum = 0;
  for (size_t i = 0; i < count; i++)
    sum += x[i];
  return sum / (double)count;
}

static double squares_around(const double *x, size_t count, double mean) {
  double sum = 0;
  for (size_t i = 0; i < count; i++)
    sum += (x[i] - mean) * (x[i] - mean);
  return sum;
}

/* A measure's values of all networks, those that are undefined left out; the count. */
static size_t gather(double *out, const double *value, size_t measures, size_t networks, size_t measure) {
  size_t count = 0;
  for (size_t i = 0; i < networks; i++)
    if (!isnan(value[i * measures + measure])) out[count++] = value[i * measures + measure];
  return count;
}

/* ---- bootstrap ---- */

static nonet_code draw_all(double *value, const struct measured_again *m, const nonet *n, nonet_err *err) {
  uint32_t *order = resampled_order(n);
  nonet_code code = order ? NONET_OK : error_memory(err);
  for (uint32_t i = 0; !code && i < m->options->bootstrap; i++) {
    nonet *other = NULL;
    struct chance c;
    chance_start(&c, m->run->asked->seed ^ 0x626f6f74, i);
    run_progress(m->run, "resampling nodes", (double)i / m->options->bootstrap);
    code = resampled_make(&other, n, order, &c, err);
    if (!code) code = measured_of(value + i * m->measures, m, other, "resampled network", i, err);
    nonet_free(other);
  }
  free(order);
  return code;
}

enum field { MEAN, SE, LOW, HIGH, DRAWS, FIELDS };
static const char *const field_name[FIELDS] = {"bootstrap-mean", "bootstrap-se", "bootstrap-low", "bootstrap-high", "bootstrap-draws"};

static void summarise(double *field[FIELDS], size_t measure, double *drawn, size_t count) {
  double mean = count ? mean_of(drawn, count) : (double)NAN;
  qsort(drawn, count, sizeof *drawn, ascending);
  field[MEAN][measure] = mean;
  field[SE][measure] = count > 1 ? sqrt(squares_around(drawn, count, mean) / (double)(count - 1)) : (double)NAN;
  field[LOW][measure] = count ? quantile(drawn, count, TAIL) : (double)NAN;
  field[HIGH][measure] = count ? quantile(drawn, count, 1 - TAIL) : (double)NAN;
  field[DRAWS][measure] = (double)count;
}

static nonet_code write_bootstrap(nonet_sheet *s, const struct measured_again *m, const double *value, nonet_err *err) {
  size_t draws = m->options->bootstrap;
  double *drawn = memory_array(draws, sizeof *drawn), *room = memory_array(FIELDS * m->measures, sizeof *room), *field[FIELDS];
  nonet_code code = drawn && room ? NONET_OK : error_memory(err);
  for (size_t f = 0; f < FIELDS; f++)
    field[f] = room ? room + f * m->measures : NULL;
  for (size_t i = 0; !code && i < m->measures; i++)
    summarise(field, i, drawn, gather(drawn, value, m->measures, draws, i));
  for (size_t f = 0; !code && f < FIELDS; f++)
    code = measured_column(s, m, field_name[f], field[f], err);
  free(drawn);
  free(room);
  return code;
}

nonet_code resample_bootstrap(nonet_sheet *s, const struct measured_again *m, const nonet *n, nonet_err *err) {
  struct buffer said = {0};
  double *value = memory_array((size_t)m->options->bootstrap * m->measures, sizeof *value);
  nonet_code code = value ? draw_all(value, m, n, err) : error_memory(err);
  if (!code) code = write_bootstrap(s, m, value, err);
  buffer_print(&said,
               "Bootstrap: %" PRIu32 " networks of as many nodes, drawn with replacement (seed %" PRIu64
               "; Snijders and Borgatti 1999); bootstrap-low to bootstrap-high: nineteen in twenty of them.",
               m->options->bootstrap, m->run->asked->seed);
  if (!code) code = said.failed ? error_memory(err) : sheet_note(s, buffer_string(&said), err);
  buffer_free(&said);
  free(value);
  return code;
}

/* ---- jackknife ---- */

static nonet_code leave_out_each(double *value, const struct measured_again *m, const nonet *n, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (uint32_t v = 0; !code && v < n->nodes; v++) {
    nonet *other = NULL;
    run_progress(m->run, "leaving out nodes", (double)v / n->nodes);
    code = resampled_without(&other, n, v, err);
    if (!code) code = measured_of(value + v * m->measures, m, other, "without node", v, err);
    nonet_free(other);
  }
  return code;
}

/* Empty where a value is undefined without some node. */
static nonet_code write_jackknife(nonet_sheet *s, const struct measured_again *m, const double *value, uint32_t nodes, nonet_err *err) {
  double *left = memory_array(nodes, sizeof *left), *mean = memory_array(m->measures, sizeof *mean),
         *se = memory_array(m->measures, sizeof *se), n = nodes;
  nonet_code code = left && mean && se ? NONET_OK : error_memory(err);
  for (size_t i = 0; !code && i < m->measures; i++) {
    bool all = gather(left, value, m->measures, nodes, i) == nodes && nodes > 2;
    mean[i] = all ? mean_of(left, nodes) : (double)NAN;
    se[i] = all ? sqrt((n - 2) / (2 * n) * squares_around(left, nodes, mean[i])) : (double)NAN;
  }
  if (!code) code = measured_column(s, m, "jackknife-mean", mean, err);
  if (!code) code = measured_column(s, m, "jackknife-se", se, err);
  free(left);
  free(mean);
  free(se);
  return code;
}

nonet_code resample_jackknife(nonet_sheet *s, const struct measured_again *m, const nonet *n, nonet_err *err) {
  double *value = memory_array((size_t)n->nodes * m->measures, sizeof *value);
  nonet_code code = value ? leave_out_each(value, m, n, err) : error_memory(err);
  if (!code) code = write_jackknife(s, m, value, n->nodes, err);
  free(value);
  return code ? code
              : sheet_note(s,
                           "Jackknife: each node left out in turn; jackknife-se = sqrt((n-2)/(2n) * sum of squares around their mean) "
                           "(Snijders and Borgatti 1999); empty where a value is undefined without some node.",
                           err);
}
