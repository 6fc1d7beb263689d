/* The Laplacian taken apart: solutions are put back into the equations, pivots compared with a determinant. */
#include "kernel/laplacian.h"

#include "kernel/component.h"
#include "kernel/known_graphs.h"

static void check_solution(const struct graph *g, struct chance *c) {
  struct laplacian l;
  uint32_t part[64], size[64], parts;
  double b[64], x[64], sum[64] = {0};
  assert_int_equal(laplacian_start(&l, g, 0, NULL), KERNEL_DONE);
  assert_int_equal(component_weak(part, size, &parts, g), KERNEL_DONE);
  assert_int_equal(l.parts, parts);
  for (uint32_t v = 0; v < g->nodes; v++)
    sum[part[v]] += b[v] = chance_share(c);
  for (uint32_t v = 0; v < g->nodes; v++)
    x[v] = b[v] -= sum[part[v]] / size[part[v]];
  laplacian_solve(&l, x);
  for (uint32_t v = 0; v < g->nodes; v++) {
    double image = 0;
    for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
      image += (g->strength ? g->strength[g->edge[a]] : 1) * (x[v] - x[g->to[a]]);
    assert_near(image, b[v], 1e-11);
  }
  laplacian_free(&l);
}

static void solutions_solve(void **state) {
  struct chance c;
  static double strength[4096];
  (void)state;
  chance_start(&c, 19, 0);
  for (int round = 0; round < 300; round++) {
    struct known_graph k;
    uint32_t n = (uint32_t)chance_below(&c, 40);
    known_random(&k, &c, n, false, round % 3 ? 3.0 / (n + 1) : chance_share(&c));
    for (uint32_t e = 0; e < k.g.edges; e++)
      strength[e] = 0.01 + chance_share(&c);
    if (round % 2) k.g.strength = strength;
    check_solution(&k.g, &c);
    known_graph_free(&k);
  }
}

/* Product of pivots modulo a small prime, against the same from plain elimination of a minor modulo that prime. */
static uint32_t minor_modulo(const struct graph *g, uint32_t prime) {
  static uint64_t a[64][64];
  uint64_t product = 1;
  memset(a, 0, sizeof a);
  for (uint32_t e = 0; e < g->edges; e++) {
    uint32_t u = g->tail[e], v = g->head[e];
    a[u][v] = a[v][u] = prime - 1;
    a[u][u]++;
    a[v][v]++;
  }
  for (uint32_t c = 0; c + 1 < g->nodes; c++) {
    uint64_t inverse = 1, base = a[c][c] % prime;
    if (base == 0) return 0;
    product = product * base % prime;
    for (uint64_t power = prime - 2; power; power >>= 1, base = base * base % prime)
      if (power & 1) inverse = inverse * base % prime;
    for (uint32_t r = c + 1; r + 1 < g->nodes; r++)
      for (uint32_t k = g->nodes - 1; k-- > c;)
        a[r][k] = (a[r][k] + (prime - a[r][c] * inverse % prime) * a[c][k]) % prime;
  }
  return (uint32_t)product;
}

static void residues_are_those_of_the_determinant(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 20, 0);
  for (int round = 0; round < 200; round++) {
    struct known_graph k;
    struct laplacian l;
    known_random(&k, &c, 2 + (uint32_t)chance_below(&c, 20), false, 0.2 + 0.8 * chance_share(&c));
    assert_int_equal(laplacian_start(&l, &k.g, 1000003, NULL), KERNEL_DONE);
    uint32_t want = minor_modulo(&k.g, 1000003);
    if (l.parts == 1 && want && l.residue) assert_int_equal(l.residue, want);
    laplacian_free(&l);
    known_graph_free(&k);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(solutions_solve),
      cmocka_unit_test(residues_are_those_of_the_determinant),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
