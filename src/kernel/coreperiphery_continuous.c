/* Continuous coreness: the products of two nodes' values come as close to their ties as they can, the diagonal left out.
 *
 * One value at a time is set to what is best given the others, c_v = sum of a_vw c_w / sum of c_w^2 over the others w, in the order of
 * nodes; each step lowers the sum of squared errors, so this settles. Without the diagonal this is not the leading eigenvector, though
 * close to it.
 *
 * Sources: (1) S. P. Borgatti, M. G. Everett 1999, doi:10.1016/S0378-8733(99)00019-2; (2) J. P. Boyd, W. J. Fitzgerald, M. C. Mahutga,
 * D. A. Smith 2010, Computing continuous core/periphery structures, doi:10.1016/j.socnet.2009.09.003; (3) A. L. Comrey 1962, The minimum
 * residual method of factor analysis, doi:10.2466/pr0.1962.11.1.15. */
#include "kernel/coreperiphery.h"
#include "kernel/waves.h"

#include <math.h>

#define ROUNDS 100000

static double strength(const struct graph *g, uint32_t edge) {
  return g->strength ? g->strength[edge] : 1;
}

/* Sum of ties times the other ends' values; a directed pair's two arcs count half each. */
static double pull(const struct graph *g, const double *c, uint32_t v) {
  double sum = 0;
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    sum += strength(g, g->edge[a]) * c[g->to[a]];
  if (!g->directed) return sum;
  for (uint64_t a = g->in_first[v]; a < g->in_first[v + 1]; a++)
    sum += strength(g, g->in_edge[a]) * c[g->in_to[a]];
  return sum / 2;
}

static double sum_of_squares(const struct graph *g, const double *c) {
  double sum = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    sum += c[v] * c[v];
  return sum;
}

/* Set each value once; the greatest change, against the length of the whole. */
static double one_round(double *c, const struct graph *g) {
  double squares = sum_of_squares(g, c), greatest = 0, length = sqrt(squares);
  for (uint32_t v = 0; v < g->nodes; v++) {
    double others = squares - c[v] * c[v], now = others > 1e-300 ? pull(g, c, v) / others : c[v];
    greatest = fmax(greatest, fabs(now - c[v]));
    squares = others + now * now;
    c[v] = now;
  }
  return length > 0 ? greatest / length : 0;
}

static double correlation(const double *c, const struct graph *g) {
  double n = g->nodes, cells = n * (n - 1) / 2, sum = 0, squares = 0, fourth = 0, ties = 0, ties_squares = 0, both = 0;
  double each = g->directed ? 2 : 1; /* cells for each pair */
  for (uint32_t v = 0; v < g->nodes; v++) {
    sum += c[v];
    squares += c[v] * c[v];
    fourth += pow(c[v], 4);
  }
  for (uint32_t e = 0; e < g->edges; e++) {
    double s = strength(g, e);
    ties += s;
    ties_squares += s * s;
    both += s * c[g->tail[e]] * c[g->head[e]];
  }
  double products = each * (sum * sum - squares) / 2, products_squares = each * (squares * squares - fourth) / 2;
  cells *= each;
  double spread = (cells * ties_squares - ties * ties) * (cells * products_squares - products * products);
  return spread > 1e-20 * cells * cells ? (cells * both - ties * products) / sqrt(spread) : (double)NAN;
}

enum kernel_code coreperiphery_continuous(double *coreness, double *fit, bool *settled, const struct graph *g,
                                          const struct kernel_watch *watch) {
  *settled = false;
  *fit = (double)NAN;
  for (uint32_t v = 0; v < g->nodes; v++)
    coreness[v] = g->edges ? 0 : (double)NAN;
  for (uint32_t e = 0; e < g->edges; e++) {
    coreness[g->tail[e]] += strength(g, e);
    coreness[g->head[e]] += strength(g, e);
  }
  if (!g->edges) {
    *settled = true;
    return KERNEL_DONE;
  }
  double start = sqrt(sum_of_squares(g, coreness));
  for (uint32_t v = 0; v < g->nodes; v++)
    coreness[v] /= start;
  for (uint32_t round = 0; round < ROUNDS && !*settled; round++) {
    if (round % 64 == 0 && !watch_says_go(watch)) return KERNEL_STOPPED;
    *settled = one_round(coreness, g) < 1e-14;
  }
  double length = sqrt(sum_of_squares(g, coreness));
  for (uint32_t v = 0; v < g->nodes; v++)
    coreness[v] /= length;
  *fit = correlation(coreness, g);
  return KERNEL_DONE;
}
