/* Groups that every layer holds together, against the definition. */
#include "kernel/built.h"
#include "kernel/mutual.h"
#include "tests/test.h"

enum { MOST = 9, LAYERS = 3 };

/* The layers that hold a set of nodes together by its own ties, as bits. */
static bool holds(const struct graph *g, unsigned set) {
  unsigned reached = set & -set, before = 0;
  while (reached != before) {
    before = reached;
    for (uint32_t e = 0; e < g->edges; e++) {
      unsigned tail = 1u << g->tail[e], head = 1u << g->head[e];
      if ((tail & set) && (head & set) && (reached & (tail | head))) reached |= tail | head;
    }
  }
  return reached == set;
}

/* The group of v by definition: the largest set with v that every layer holds together. (Two such sets that share a node hold together
 * as one, so there is just one largest.) */
static unsigned group_of(const struct graph *g, uint32_t layers, uint32_t n, unsigned failed, uint32_t v) {
  unsigned best = 1u << v;
  for (unsigned set = 1; set < 1u << n; set++) {
    bool all = (set >> v & 1) && !(set & failed) && __builtin_popcount(set) > __builtin_popcount(best);
    for (uint32_t l = 0; l < layers && all; l++)
      all = holds(&g[l], set);
    if (all) best = set;
  }
  return best;
}

static void settle(struct mutual_run *r) {
  uint32_t layer, passes = 0;
  while (mutual_step(r, &layer))
    assert_true(++passes < 100);
}

static void groups_are_the_largest_sets_that_every_layer_holds(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 11, 0);
  for (int round = 0; round < 150; round++) {
    uint32_t n = 1 + (uint32_t)chance_below(&c, MOST), layers = 2 + (uint32_t)(round % 2);
    struct built b[LAYERS];
    struct graph g[LAYERS];
    uint8_t failed[MOST] = {0};
    unsigned gone = 0;
    for (uint32_t l = 0; l < layers; l++) {
      b[l] = built_random(&c, n, 0.3 + 0.4 * chance_share(&c), false, 0, 1);
      g[l] = b[l].g;
    }
    struct mutual m = {g, layers, n};
    struct mutual_run r;
    assert_int_equal(mutual_start(&r, &m), KERNEL_DONE);
    settle(&r);
    for (int part = 0; part < 2; part++) {
      uint32_t largest = 0;
      for (uint32_t v = 0; v < n; v++) {
        unsigned mine = gone >> v & 1 ? 1u << v : group_of(g, layers, n, gone, v), same = 0;
        for (uint32_t w = 0; w < n; w++)
          same |= (unsigned)(r.group[w] == r.group[v]) << w;
        assert_int_equal(same, mine);
        if (!(gone >> v & 1) && (uint32_t)__builtin_popcount(mine) > largest) largest = (uint32_t)__builtin_popcount(mine);
      }
      assert_int_equal(mutual_largest(&r, failed), largest);
      uint32_t fails = (uint32_t)chance_below(&c, n);
      failed[fails] = 1;
      gone = 1u << fails;
      mutual_fail(&r, failed);
      settle(&r);
    }
    mutual_free(&r);
    for (uint32_t l = 0; l < layers; l++)
      built_free(&b[l]);
  }
}

static void a_network_without_nodes_has_no_group(void **state) {
  struct built b = built_text("0:", false);
  struct graph g[] = {b.g, b.g};
  struct mutual m = {g, 2, 0};
  struct mutual_run r;
  (void)state;
  assert_int_equal(mutual_start(&r, &m), KERNEL_DONE);
  settle(&r);
  assert_int_equal(mutual_largest(&r, NULL), 0);
  mutual_free(&r);
  built_free(&b);
}

static void when_all_fail_nobody_is_left(void **state) {
  struct built b = built_text("2: 0-1", false);
  struct graph g[] = {b.g, b.g};
  struct mutual m = {g, 2, 2};
  uint8_t failed[] = {1, 1};
  struct mutual_run r;
  (void)state;
  assert_int_equal(mutual_start(&r, &m), KERNEL_DONE);
  settle(&r);
  assert_int_equal(mutual_largest(&r, NULL), 2);
  mutual_fail(&r, failed);
  settle(&r);
  assert_int_equal(mutual_largest(&r, failed), 0);
  mutual_free(&r);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(groups_are_the_largest_sets_that_every_layer_holds),
      cmocka_unit_test(a_network_without_nodes_has_no_group),
      cmocka_unit_test(when_all_fail_nobody_is_left),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
