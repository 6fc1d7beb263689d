/* Leading eigenvectors by ARPACK (through igraph), one connected part at a time.
 *
 * On a connected part the matrix is irreducible: by Perron and Frobenius its eigenvalue of greatest real part is real, simple, and has a
 * positive vector, two-mode networks (whose -lambda has the same size) included. So asking for the largest algebraic value (symmetric) or
 * the largest real part (directed) of one part is well posed, where asking for it on a whole network is not. Parts of two nodes are solved
 * by hand, as are the replicas of a node that is tied to no other; ARPACK's start vector is fixed, so results are reproducible.
 *
 * Sources: (1) R. B. Lehoucq, D. C. Sorensen, C. Yang 1998, ARPACK Users' Guide, doi:10.1137/1.9780898719628. */
#include "measure/spectrum.h"

#include "net/igraph_border.h"

#include <math.h>

#define VECTORS 40   /* Krylov space kept by ARPACK */
#define TOUCHES 3e10 /* of memory: some tens of seconds; what has not converged then is refused */
#define FEWEST_ROUNDS 100
#define MOST_ROUNDS 1000
#define RESIDUE 1e-9 /* of lambda x = A' x, relative */

static double strength(const struct graph *g, uint32_t edge) {
  return g->strength ? g->strength[edge] : 1;
}

/* What coupling adds, for the nodes of the part one by one. */
static void couple(double *to, const double *from, const struct spectrum_part *p) {
  for (uint32_t i = 0; p->supra && i < p->count;) {
    uint32_t v = p->supra->node[p->node[i]];
    supra_couple(to + i, from + i, p->supra, p->omega, v);
    i += p->supra->first[v + 1] - p->supra->first[v];
  }
}

static igraph_error_t product(igraph_real_t *to, const igraph_real_t *from, int count, void *context) {
  const struct spectrum_part *p = context;
  const struct graph *g = p->g;
  (void)count;
  for (uint32_t i = 0; i < p->count; i++) {
    uint32_t v = p->node[i];
    double sum = 0;
    for (uint64_t a = g->in_first[v]; a < g->in_first[v + 1]; a++)
      if (p->part[g->in_to[a]] == p->number) sum += strength(g, g->in_edge[a]) * from[p->place[g->in_to[a]]];
    to[i] = sum;
  }
  couple(to, from, p);
  return igraph_allow_interruption(NULL) ? IGRAPH_INTERRUPTED : IGRAPH_SUCCESS;
}

static double weight_in(const struct spectrum_part *p, uint32_t v, const double *row) {
  const struct graph *g = p->g;
  double sum = 0;
  for (uint64_t a = g->in_first[v]; a < g->in_first[v + 1]; a++)
    if (p->part[g->in_to[a]] == p->number) sum += strength(g, g->in_edge[a]) * (row ? row[p->place[g->in_to[a]]] : 1);
  if (!p->supra) return sum;
  return sum + supra_coupled(row ? row + p->place[p->supra->first[p->supra->node[v]]] : NULL, p->supra, p->omega, v);
}

double spectrum_bound(const struct spectrum_part *p) {
  double greatest = 0;
  for (uint32_t i = 0; i < p->count; i++) {
    const struct graph *g = p->g;
    double walks = 0;
    uint32_t v = p->node[i];
    if (p->supra) {
      greatest = fmax(greatest, weight_in(p, v, NULL));
      continue;
    }
    for (uint64_t a = g->in_first[v]; a < g->in_first[v + 1]; a++)
      if (p->part[g->in_to[a]] == p->number) walks += strength(g, g->in_edge[a]) * weight_in(p, g->in_to[a], NULL);
    greatest = fmax(greatest, walks);
  }
  return p->supra ? greatest : sqrt(greatest);
}

/* Two nodes: [0 a; b 0] has the value sqrt(ab) and the vector (sqrt a, sqrt b). */
static void pair(double *vector, double *value, const struct spectrum_part *p) {
  double a = weight_in(p, p->node[0], NULL), b = weight_in(p, p->node[1], NULL);
  *value = sqrt(a * b);
  vector[0] = sqrt(a / (a + b));
  vector[1] = sqrt(b / (a + b));
}

/* The replicas of one node, without ties among them: all coupled alike, or in a row like a string that swings. */
static void lone_node(double *vector, double *value, const struct spectrum_part *p) {
  const double pi = 3.141592653589793;
  double replicas = 0;
  for (uint32_t i = 0; i < p->count; i++)
    replicas += p->supra->times[p->node[i]];
  for (uint32_t i = 0; i < p->count; i++)
    vector[i] = p->supra->successive ? sqrt(2 / (replicas + 1)) * sin(pi * (i + 1.0) / (replicas + 1))
                                     : p->supra->root[p->node[i]] / sqrt(replicas);
  *value = replicas < 2 ? 0 : p->omega * (p->supra->successive ? 2 * cos(pi / (replicas + 1)) : replicas - 1);
}

/* How many rounds of ARPACK a part is worth. */
static int rounds(const struct spectrum_part *p) {
  double arcs = 0;
  for (uint32_t i = 0; i < p->count; i++)
    arcs += (double)(p->g->in_first[p->node[i] + 1] - p->g->in_first[p->node[i]]);
  return (int)fmin(fmax(TOUCHES / (VECTORS * (VECTORS * (double)p->count + arcs)), FEWEST_ROUNDS), MOST_ROUNDS);
}

static igraph_error_t solve(igraph_matrix_t *vectors, double *value, const struct spectrum_part *p) {
  igraph_arpack_options_t options;
  igraph_vector_t values;
  igraph_matrix_t complex_values;
  igraph_arpack_options_init(&options);
  options.n = (int)p->count;
  options.nev = 1;
  options.ncv = p->count < VECTORS ? (int)p->count : VECTORS;
  options.which[0] = 'L';
  options.which[1] = p->g->directed ? 'R' : 'A';
  options.start = 1;
  options.mxiter = rounds(p);
  igraph_error_t code = igraph_vector_init(&values, 0);
  if (code) return code;
  code = igraph_matrix_init(&complex_values, 0, 0);
  if (!code) {
    void *context = (void *)(uintptr_t)p;
    code = p->g->directed ? igraph_arpack_rnsolve(product, context, &options, NULL, &complex_values, vectors)
                          : igraph_arpack_rssolve(product, context, &options, NULL, &values, vectors);
    if (!code) *value = p->g->directed ? MATRIX(complex_values, 0, 0) : VECTOR(values)[0];
    igraph_matrix_destroy(&complex_values);
  }
  igraph_vector_destroy(&values);
  return code;
}

/* The vector as lengths of 1, turned to the positive side. */
static void tidy(double *vector, const igraph_matrix_t *from, uint32_t count) {
  double sum = 0, squares = 0;
  for (uint32_t i = 0; i < count; i++) {
    vector[i] = MATRIX(*from, i, 0);
    sum += vector[i];
    squares += vector[i] * vector[i];
  }
  double by = (sum < 0 ? -1 : 1) / sqrt(squares);
  for (uint32_t i = 0; i < count; i++)
    vector[i] = fmax(vector[i] * by, 0);
}

/* Is it an eigenvector? ARPACK's word is not taken for it. */
static bool holds(const double *vector, double value, const struct spectrum_part *p) {
  for (uint32_t i = 0; i < p->count; i++)
    if (!(fabs(weight_in(p, p->node[i], vector) - value * vector[i]) <= RESIDUE * value)) return false;
  return value > 0;
}

static nonet_code by_arpack(double *vector, double *value, const struct spectrum_part *p, const struct run *run, nonet_err *err) {
  igraph_matrix_t vectors;
  struct border b;
  if (p->count > INT32_MAX) return error_set(err, NONET_ELIMIT, "a network of more than 2^31 nodes has no eigenvector here");
  border_enter(&b, run);
  igraph_error_t code = igraph_matrix_init(&vectors, (igraph_integer_t)p->count, 1);
  if (!code) {
    for (uint32_t i = 0; i < p->count; i++)
      MATRIX(vectors, i, 0) = p->g->directed ? 1 : weight_in(p, p->node[i], NULL);
    code = solve(&vectors, value, p);
    if (!code) tidy(vector, &vectors, p->count);
    igraph_matrix_destroy(&vectors);
  }
  nonet_code done = border_result(&b, code, "the leading eigenvector", err);
  border_leave(&b);
  if (done != NONET_EINTERNAL && (done || holds(vector, *value, p))) return done;
  return error_set(err, NONET_ELIMIT, "the leading eigenvector was not found: the largest eigenvalues are too close together");
}

nonet_code spectrum_leading(double *vector, double *value, const struct spectrum_part *p, const struct run *run, nonet_err *err) {
  *value = 0;
  if (p->supra && p->supra->node[p->node[0]] == p->supra->node[p->node[p->count - 1]]) {
    lone_node(vector, value, p);
    return NONET_OK;
  }
  if (p->count == 1) vector[0] = 1;
  if (p->count == 2) pair(vector, value, p);
  return p->count > 2 ? by_arpack(vector, value, p, run, err) : NONET_OK;
}

void spectrum_group(uint32_t *node, uint32_t *place, uint32_t *start, const uint32_t *part, uint32_t parts, uint32_t nodes) {
  for (uint32_t p = 0; p <= parts; p++)
    start[p] = 0;
  for (uint32_t v = 0; v < nodes; v++)
    place[v] = start[part[v] + 1]++;
  for (uint32_t p = 0; p < parts; p++)
    start[p + 1] += start[p];
  for (uint32_t v = 0; v < nodes; v++)
    node[start[part[v]] + place[v]] = v;
}
