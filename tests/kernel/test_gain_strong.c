/* Which ties join strong components, against counting them again for each. */
#include "kernel/gain_strong.h"

#include "kernel/component.h"
#include "kernel/gain_grown.h"
#include "kernel/known_graphs.h"
#include "tests/test.h"

static uint32_t count_again(const struct graph *g) {
  uint32_t part[700], parts;
  assert_true(g->nodes <= 700);
  assert_int_equal(component_strong(part, NULL, &parts, g), KERNEL_DONE);
  return parts;
}

static void compare(const struct graph *g, uint32_t u, uint32_t v) {
  const uint32_t pair[1][2] = {{u, v}};
  uint32_t joins, parts;
  struct grown grown;
  assert_int_equal(gain_strong(&joins, &parts, g, pair, 1), KERNEL_DONE);
  assert_int_equal(parts, count_again(g));
  assert_int_equal(grown_start(&grown, g, pair, 1, 0), KERNEL_DONE);
  assert_int_equal(parts - joins, count_again(&grown.graph));
  grown_free(&grown);
}

static void a_tie_joins_what_counting_again_finds(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 71, 1);
  for (int round = 0; round < 150; round++) {
    struct known_graph k;
    known_random(&k, &c, 2 + (uint32_t)chance_below(&c, 40), true, 0.02 + 0.08 * chance_share(&c));
    for (int i = 0; i < 20; i++) {
      uint32_t u = (uint32_t)chance_below(&c, k.g.nodes), v = (uint32_t)chance_below(&c, k.g.nodes);
      if (u != v && !known_tied(&k.g, u, v)) compare(&k.g, u, v);
    }
    known_graph_free(&k);
  }
}

/* More components than are looked at in one round. */
static void a_long_path_is_joined_by_the_way_back(void **state) {
  (void)state;
  enum { NODES = 700 };
  static uint32_t path[NODES - 1][2];
  struct known_graph k;
  for (uint32_t v = 0; v + 1 < NODES; v++)
    path[v][0] = v, path[v][1] = v + 1;
  known_graph_start(&k, NODES, true, (const uint32_t(*)[2])path, NODES - 1, NULL);
  const uint32_t pair[3][2] = {{NODES - 1, 0}, {600, 50}, {50, 600}};
  uint32_t joins[3];
  assert_int_equal(gain_strong(joins, NULL, &k.g, pair, 3), KERNEL_DONE);
  assert_int_equal(joins[0], NODES - 1);
  assert_int_equal(joins[1], 550);
  assert_int_equal(joins[2], 0);
  compare(&k.g, 600, 50);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_tie_joins_what_counting_again_finds),
      cmocka_unit_test(a_long_path_is_joined_by_the_way_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
