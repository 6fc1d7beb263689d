/* Fans: routes to a crowd and to one node, judged by trying every set that could part them. */
#include "kernel/built.h"
#include "kernel/fan.h"
#include "tests/test.h"

/* Does v still reach a node before `before` that is not gone? */
static bool reaches(const struct built *b, uint32_t v, uint32_t before, uint32_t gone) {
  uint32_t seen = 1u << v;
  for (uint32_t round = 0; round < b->g.nodes; round++)
    for (uint32_t e = 0; e < b->g.edges; e++) {
      uint32_t t = 1u << b->tail[e], h = 1u << b->head[e];
      if ((t | h) & gone) continue;
      if (seen & t) seen |= h;
      if (!b->g.directed && seen & h) seen |= t;
    }
  return (seen & ((1u << before) - 1)) != 0;
}

/* The fewest nodes other than v whose loss parts v from all nodes before `before`. */
static uint32_t cut_by_force(const struct built *b, uint32_t v, uint32_t before) {
  uint32_t least = before;
  for (uint32_t set = 0; set < 1u << b->g.nodes; set++) {
    uint32_t size = 0;
    for (uint32_t rest = set; rest; rest &= rest - 1)
      size++;
    if (!(set >> v & 1) && size < least && !reaches(b, v, before, set)) least = size;
  }
  return least;
}

static void routes_to_a_crowd_are_as_many_as_the_least_cut_again_and_again(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 13, 0);
  for (int round = 0; round < 150; round++) {
    uint32_t n = 2 + (uint32_t)chance_below(&c, 7), rank[9];
    struct built b = built_random(&c, n, 0.2 + 0.6 * chance_share(&c), round % 2, 0, 1);
    struct fan f;
    for (uint32_t v = 0; v < n; v++)
      rank[v] = v;
    assert_int_equal(fan_start(&f, &b.g, true), KERNEL_DONE);
    for (uint32_t v = 1; v < n; v++) /* one fan for all questions: each must leave it as it was */
      for (uint32_t before = 1; before <= v; before++) {
        uint32_t cut = cut_by_force(&b, v, before);
        assert_int_equal(fan_routes(&f, v, &(struct fan_goal){.rank = rank, .before = before}, n), cut);
        assert_int_equal(fan_routes(&f, v, &(struct fan_goal){.rank = rank, .before = before}, 1), cut > 0);
      }
    fan_free(&f);
    built_free(&b);
  }
}

static void edges_may_end_in_one_node_where_nodes_may_not(void **state) {
  struct built b = built_text("4: 0-1 0-2 1-3 2-3", false);
  uint32_t rank[] = {0, 1, 2, 3};
  struct fan edges, nodes;
  (void)state;
  assert_int_equal(fan_start(&edges, &b.g, false), KERNEL_DONE);
  assert_int_equal(fan_start(&nodes, &b.g, true), KERNEL_DONE);
  assert_int_equal(fan_routes(&edges, 3, &(struct fan_goal){.rank = rank, .before = 1}, 9), 2);
  assert_int_equal(fan_routes(&nodes, 3, &(struct fan_goal){.rank = rank, .before = 1}, 9), 1);
  assert_int_equal(fan_routes(&nodes, 3, &(struct fan_goal){.to = 0}, 9), 2);
  fan_free(&edges);
  fan_free(&nodes);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(routes_to_a_crowd_are_as_many_as_the_least_cut_again_and_again),
      cmocka_unit_test(edges_may_end_in_one_node_where_nodes_may_not),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
