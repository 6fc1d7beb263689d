/* Paths that change layer at a price, against every path written out. */
#include "base/memory.h"
#include "base/run.h"
#include "kernel/switching.h"
#include "tests/test.h"

#include <math.h>
#include <stdlib.h>

enum { NODES = 5, LAYERS = 3 };

struct layers {
  bool directed;
  double length[LAYERS][NODES][NODES]; /* 0: none */
  struct supra_arc list[LAYERS * NODES * NODES];
  struct supra supra;
};

static void draw(struct layers *d, struct chance *c, bool directed) {
  static const double lengths[] = {1, 1, 2, 0.5, 1.0 / 3};
  struct supra_plan plan = {.nodes = NODES, .layers = LAYERS, .directed = directed, .everywhere = true, .arc = d->list};
  d->directed = directed;
  for (uint32_t l = 0; l < LAYERS; l++)
    for (uint32_t u = 0; u < NODES; u++)
      for (uint32_t v = 0; v < NODES; v++)
        d->length[l][u][v] = !directed && v < u ? d->length[l][v][u] : u != v && chance_below(c, 4) == 0 ? lengths[chance_below(c, 5)] : 0;
  for (uint32_t u = 0; u < NODES; u++)
    for (uint32_t l = 0; l < LAYERS; l++)
      for (uint32_t v = 0; v < NODES; v++)
        if (d->length[l][u][v] > 0) d->list[plan.arcs++] = (struct supra_arc){u, l, v, 1, d->length[l][u][v]};
  assert_int_equal(supra_start(&d->supra, &plan), KERNEL_DONE);
}

/* All paths from the first node to `to` that meet no node twice: the least length and how many have it, in all and through each node. */
struct found {
  double least, count, through[NODES];
};

static void walk(struct found *f, const struct layers *d, double price, uint32_t to, const uint32_t *path, uint32_t steps, int layer,
                 double length) {
  uint32_t at = path[steps], next[NODES + 1];
  assert_true(steps < NODES); /* no node twice */
  if (steps >= NODES) return;
  if (at == to && steps) {
    if (length < f->least - 1e-9) *f = (struct found){.least = length};
    if (length > f->least + 1e-9) return;
    f->count++;
    for (uint32_t i = 1; i < steps; i++)
      f->through[path[i]]++;
    return;
  }
  for (uint32_t v = 0; v < NODES; v++) {
    bool seen = false;
    for (uint32_t i = 0; i <= steps; i++)
      seen |= path[i] == v, next[i] = path[i];
    next[steps + 1] = v;
    for (int l = 0; l < LAYERS && !seen; l++)
      if (d->length[l][at][v] > 0)
        walk(f, d, price, to, next, steps + 1, l, length + d->length[l][at][v] + (layer >= 0 && l != layer ? price : 0));
  }
}

static void lengths_and_shares_are_those_of_all_paths(void **state) {
  static const double prices[] = {0, 1, 0.5, 2, 1.0 / 3, 0.7};
  struct chance c;
  (void)state;
  chance_start(&c, 8, 0);
  for (int round = 0; round < 120; round++) {
    struct layers d;
    double price = prices[round % 6], reached[NODES], sum[NODES], distance[NODES * NODES], between[NODES], want[NODES] = {0};
    draw(&d, &c, round & 1);
    assert_int_equal(switching_distances(reached, sum, distance, &d.supra, price, NULL), KERNEL_DONE);
    assert_int_equal(switching_betweenness(between, &d.supra, price, NULL), KERNEL_DONE);
    for (uint32_t s = 0; s < NODES; s++) {
      double count = 0, total = 0;
      for (uint32_t t = 0; t < NODES; t++) {
        struct found f = {.least = INFINITY};
        if (s == t) continue;
        const uint32_t path[NODES + 1] = {s};
        walk(&f, &d, price, t, path, 0, -1, 0);
        double one;
        assert_int_equal(switching_distance(&one, &d.supra, price, s, t), KERNEL_DONE);
        assert_true(isinf(f.least) ? isinf(one) && isinf(distance[s * NODES + t]) : fabs(one - f.least) < 1e-12);
        if (isinf(f.least)) continue;
        assert_near(distance[s * NODES + t], f.least, 1e-12);
        count++, total += f.least;
        for (uint32_t v = 0; v < NODES; v++)
          want[v] += f.through[v] / f.count / (d.directed ? 1 : 2);
      }
      assert_near(reached[s], count, 0);
      assert_near(sum[s], total, 1e-12);
    }
    for (uint32_t v = 0; v < NODES; v++)
      assert_near(between[v], want[v], 1e-12);
    supra_free(&d.supra);
  }
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void a_search_that_is_stopped_says_so(void **state) {
  struct chance c;
  struct layers d;
  struct kernel_watch watch = {.go_on = never};
  double reached[NODES], sum[NODES];
  (void)state;
  chance_start(&c, 9, 0);
  draw(&d, &c, false);
  assert_int_equal(switching_distances(reached, sum, NULL, &d.supra, 1, &watch), KERNEL_STOPPED);
  assert_int_equal(switching_betweenness(sum, &d.supra, 1, &watch), KERNEL_STOPPED);
  supra_free(&d.supra);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lengths_and_shares_are_those_of_all_paths),
      cmocka_unit_test(a_search_that_is_stopped_says_so),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
