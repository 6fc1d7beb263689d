/* The quadratic assignment procedure: known values, all permutations as judge, threads. */
#include "base/memory.h"
#include "base/run.h"
#include "kernel/qap.h"
#include "tests/test.h"

#include <stdlib.h>

#define MOST 64

struct layer {
  uint32_t tail[MOST * MOST], head[MOST * MOST], edges;
  double value[MOST * MOST];
};

static void draw(struct layer *l, uint32_t n, double density, bool directed, const uint8_t *mode, struct chance *c) {
  l->edges = 0;
  for (uint32_t u = 0; u < n; u++)
    for (uint32_t v = directed ? 0 : u + 1; v < n; v++) {
      if (u == v || (mode && mode[u] == mode[v]) || chance_share(c) >= density) continue;
      l->value[l->edges] = (double)chance_below(c, 5) + 1;
      l->tail[l->edges] = u, l->head[l->edges++] = v;
    }
}

static struct qap_edges edges_of(const struct layer *l, bool valued) {
  return (struct qap_edges){l->edges, l->tail, l->head, valued ? l->value : NULL};
}

static void put(double at[MOST][MOST], const struct qap_edges *e, bool directed) {
  memset(at, 0, MOST * MOST * sizeof **at);
  for (uint32_t i = 0; i < e->edges; i++) {
    at[e->tail[i]][e->head[i]] = e->value ? e->value[i] : 1;
    if (!directed) at[e->head[i]][e->tail[i]] = e->value ? e->value[i] : 1;
  }
}

/* Pearson's r over all ordered pairs, from two matrices. */
static double slow_r(const struct qap_ask *q, const uint32_t *name) {
  static double x[MOST][MOST], y[MOST][MOST];
  double n = 0, sx = 0, sy = 0, xx = 0, yy = 0, xy = 0;
  put(x, &q->a, q->directed);
  put(y, &q->b, q->directed);
  for (uint32_t u = 0; u < q->nodes; u++)
    for (uint32_t v = 0; v < q->nodes; v++) {
      if (u == v || (q->mode && q->mode[u] == q->mode[v])) continue;
      double a = name ? x[name[u]][name[v]] : x[u][v], b = y[u][v];
      n++, sx += a, sy += b, xx += a * a, yy += b * b, xy += a * b;
    }
  double spread = (n * xx - sx * sx) * (n * yy - sy * sy);
  return spread > 1e-9 ? (n * xy - sx * sy) / sqrt(spread) : (double)NAN;
}

static void r_is_that_of_two_matrices(void **state) {
  static struct layer a, b;
  static const uint8_t modes[12] = {0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0};
  struct chance c;
  (void)state;
  chance_start(&c, 1, 0);
  for (uint32_t round = 0; round < 400; round++) {
    struct qap_ask q = {.nodes = 2 + (uint32_t)chance_below(&c, 11), .directed = round % 2, .mode = round % 3 ? NULL : modes};
    struct qap out;
    draw(&a, q.nodes, chance_share(&c), q.directed, q.mode, &c);
    draw(&b, q.nodes, chance_share(&c), q.directed, q.mode, &c);
    q.a = edges_of(&a, round % 4 > 1), q.b = edges_of(&b, round % 8 > 3);
    assert_int_equal(qap_correlation(&out, &q), KERNEL_DONE);
    assert_near(out.r, slow_r(&q, NULL), 1e-12);
  }
}

/* Share of the permutations of five names whose r is as great. */
static double share_as_great(const struct qap_ask *q, uint32_t *name, uint32_t at, double observed) {
  if (at == q->nodes) return slow_r(q, name) >= observed - 1e-9;
  double share = 0;
  for (uint32_t i = at; i < q->nodes; i++) {
    uint32_t kept = name[at];
    name[at] = name[i], name[i] = kept;
    share += share_as_great(q, name, at + 1, observed) / (q->nodes - at);
    kept = name[at];
    name[at] = name[i], name[i] = kept;
  }
  return share;
}

static void p_is_near_that_of_every_permutation(void **state) {
  static struct layer a, b;
  struct chance c;
  (void)state;
  chance_start(&c, 2, 0);
  for (uint32_t round = 0; round < 40; round++) {
    struct qap_ask q = {.nodes = 5, .directed = round % 2};
    struct qap out;
    uint32_t name[MOST] = {0, 1, 2, 3, 4};
    draw(&a, 5, 0.4, q.directed, NULL, &c);
    draw(&b, 5, 0.4, q.directed, NULL, &c);
    q.a = edges_of(&a, round % 3 == 0), q.b = edges_of(&b, round % 3 == 0);
    assert_int_equal(qap_test(&out, &q, &(struct qap_chance){1999, round}, NULL), KERNEL_DONE);
    if (isnan(out.r)) continue;
    double share = share_as_great(&q, name, 0, out.r);
    assert_true(fabs(out.p_high - share) <= 5 * sqrt(share * (1 - share) / 1999) + 1 / 2000.0);
    assert_true(fabs(out.mean) <= 5 * out.sd / sqrt(1999) + 1e-12); /* the mean over all permutations is 0 */
  }
}

/* A star and the same star: only the places of the centre count, one of six. */
static void a_star_is_met_by_its_centre(void **state) {
  static const uint32_t tail[] = {0, 0, 0, 0, 0}, head[] = {1, 2, 3, 4, 5};
  struct qap_edges star = {5, tail, head, NULL};
  struct qap_ask q = {.nodes = 6, .a = star, .b = star};
  struct qap out;
  (void)state;
  assert_int_equal(qap_test(&out, &q, &(struct qap_chance){9999, 1}, NULL), KERNEL_DONE);
  assert_near(out.r, 1, 1e-15);
  assert_int_equal(out.both, 5);
  assert_int_equal(out.either, 5);
  assert_true(fabs(out.p_high - 1 / 6.0) < 5 * sqrt(5 / 36.0 / 9999) + 1e-4);
  assert_near(out.p_low, 1, 0);
}

static void without_ties_or_with_all_there_is_no_r(void **state) {
  static const uint32_t tail[] = {0, 0, 1}, head[] = {1, 2, 2};
  struct qap_edges all = {3, tail, head, NULL}, some = {1, tail, head, NULL}, none = {0, NULL, NULL, NULL};
  struct qap_ask asks[] = {{.nodes = 3, .a = all, .b = some}, {.nodes = 3, .a = some, .b = none}, {.nodes = 0, .a = none, .b = none}};
  struct qap out;
  (void)state;
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(qap_test(&out, &asks[i], &(struct qap_chance){99, 1}, NULL), KERNEL_DONE);
    assert_true(isnan(out.r) && isnan(out.p_high) && isnan(out.p_low) && isnan(out.mean));
  }
}

static void threads_change_no_bit(void **state) {
  static struct layer a, b;
  struct qap_ask q = {.nodes = 60};
  struct qap one, more;
  struct chance c;
  (void)state;
  chance_start(&c, 3, 0);
  draw(&a, 60, 0.1, false, NULL, &c);
  draw(&b, 60, 0.2, false, NULL, &c);
  q.a = edges_of(&a, true), q.b = edges_of(&b, true);
  assert_int_equal(qap_test(&one, &q, &(struct qap_chance){999, 5}, &(struct kernel_watch){.threads = 1}), KERNEL_DONE);
  for (unsigned threads = 2; threads <= 8; threads *= 4) {
    assert_int_equal(qap_test(&more, &q, &(struct qap_chance){999, 5}, &(struct kernel_watch){.threads = threads}), KERNEL_DONE);
    assert_memory_equal(&one, &more, sizeof one);
  }
}

#define PAIRS 250
#define KOLMOGOROV 1.9495 /* of sqrt(pairs) * distance: passed by chance once in 1000 times (Smirnov 1948) */

/* Two networks that have nothing to do with each other, their values all different: every p is as likely as any. */
static void p_is_uniform_where_there_is_nothing_but_chance(void **state) {
  static struct layer a, b;
  double p[PAIRS], far = 0;
  struct chance c;
  (void)state;
  chance_start(&c, 6, 0);
  for (uint32_t i = 0; i < PAIRS; i++) {
    struct qap_ask q = {.nodes = 12, .directed = i % 2};
    struct qap out;
    draw(&a, 12, 0.5, q.directed, NULL, &c);
    draw(&b, 12, 0.5, q.directed, NULL, &c);
    for (uint32_t e = 0; e < MOST * MOST; e++)
      a.value[e] = chance_share(&c), b.value[e] = chance_share(&c);
    q.a = edges_of(&a, true), q.b = edges_of(&b, true);
    assert_int_equal(qap_test(&out, &q, &(struct qap_chance){99, 1000 + i}, NULL), KERNEL_DONE);
    p[i] = i % 4 < 2 ? out.p_high : out.p_low;
  }
  for (int k = 1; k <= 100; k++) {
    double share = 0;
    for (size_t i = 0; i < PAIRS; i++)
      share += p[i] * 100 < k + 0.5;
    far = fmax(far, fabs(share / PAIRS - k / 100.0));
  }
  if (far > KOLMOGOROV / sqrt(PAIRS)) fail_msg("p is %g from uniform, more than %g", far, KOLMOGOROV / sqrt(PAIRS));
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void it_stops_when_told(void **state) {
  static const uint32_t tail[] = {0}, head[] = {1};
  struct qap_edges one = {1, tail, head, NULL};
  struct qap_ask q = {.nodes = 3, .a = one, .b = one};
  struct qap out;
  (void)state;
  assert_int_equal(qap_test(&out, &q, &(struct qap_chance){99, 1}, &(struct kernel_watch){.go_on = never}), KERNEL_STOPPED);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(r_is_that_of_two_matrices),   cmocka_unit_test(p_is_near_that_of_every_permutation),
      cmocka_unit_test(a_star_is_met_by_its_centre), cmocka_unit_test(without_ties_or_with_all_there_is_no_r),
      cmocka_unit_test(threads_change_no_bit),       cmocka_unit_test(p_is_uniform_where_there_is_nothing_but_chance),
      cmocka_unit_test(it_stops_when_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
