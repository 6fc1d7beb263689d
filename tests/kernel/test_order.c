/* The order: each node once, the same arcs, rows ascending; neighbours of the first follow it. */
#include "kernel/families.h"
#include "kernel/order.h"
#include "tests/test.h"

static bool has_arc(const uint64_t *first, const uint32_t *to, uint32_t v, uint32_t w) {
  for (uint64_t a = first[v]; a < first[v + 1]; a++)
    if (to[a] == w) return true;
  return false;
}

static void assert_rows(const struct order_rows *rows, const struct order *o, const uint64_t *first, const uint32_t *to) {
  for (uint32_t i = 0; i < o->nodes; i++)
    for (uint64_t a = rows->first[i]; a < rows->first[i + 1]; a++) {
      assert_true(has_arc(first, to, o->node[i], o->node[rows->to[a]]));
      if (a > rows->first[i]) assert_true(rows->to[a - 1] < rows->to[a]);
    }
}

static void every_node_and_arc_is_there_once(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 40, 0);
  for (int round = 0; round < 6 * FAMILIES; round++) {
    struct built b = family_make(&c, (enum family)(round % FAMILIES), 1 + (uint32_t)chance_below(&c, 80), round % 2);
    struct order o;
    assert_int_equal(order_start(&o, &b.g, NULL, true), KERNEL_DONE);
    assert_int_equal(o.nodes, b.g.nodes);
    for (uint32_t v = 0; v < o.nodes; v++)
      assert_int_equal(o.node[o.place[v]], v);
    assert_int_equal(o.out.first[o.nodes], b.g.first[b.g.nodes]);
    assert_rows(&o.out, &o, b.g.first, b.g.to);
    if (b.g.directed) assert_rows(&o.in, &o, b.g.in_first, b.g.in_to);
    for (uint32_t i = 0; i < o.nodes; i++)
      for (uint64_t a = o.out.first[i]; a < o.out.first[i + 1]; a++) {
        uint32_t e = o.out.edge[a], v = o.node[i], w = o.node[o.out.to[a]];
        assert_true((b.g.tail[e] == v && b.g.head[e] == w) || (!b.g.directed && b.g.tail[e] == w && b.g.head[e] == v));
      }
    order_free(&o);
    built_free(&b);
  }
}

static void the_order_starts_at_the_most_connected_and_goes_outwards(void **state) {
  struct built b = built_text("7: 0-1 1-5 2-3 3-4 3-5 5-6", false);
  struct order o;
  static const uint32_t want[] = {3, 2, 4, 5, 1, 6, 0};
  (void)state;
  assert_int_equal(order_start(&o, &b.g, NULL, false), KERNEL_DONE);
  assert_memory_equal(o.node, want, sizeof want);
  order_free(&o);
  built_free(&b);
}

/* Each side on its own, in the order in which the network is walked from 3, which has three neighbours. */
static void sides_are_told_and_put_one_after_the_other(void **state) {
  struct built two = built_text("8: 0-1 1-5 2-3 3-4 3-5 5-6", false), odd = built_text("5: 0-1 1-2 2-0 3-4", false);
  struct built there = built_text("3: 0-1 2-1", true);
  struct order o;
  uint32_t sides;
  static const uint32_t want[] = {3, 1, 6, 7, 2, 4, 5, 0};
  (void)state;
  assert_int_equal(order_by_sides(&o, &sides, &two.g), KERNEL_DONE);
  assert_int_equal(sides, 4);
  assert_memory_equal(o.node, want, sizeof want);
  for (uint32_t i = 0; i < 8; i++) {
    assert_int_equal(o.place[want[i]], i);
    for (uint64_t a = o.out.first[i]; a < o.out.first[i + 1]; a++)
      assert_int_not_equal(i < sides, o.out.to[a] < sides);
  }
  assert_rows(&o.out, &o, two.g.first, two.g.to);
  order_free(&o);
  assert_int_equal(order_by_sides(&o, &sides, &odd.g), KERNEL_DONE);
  assert_int_equal(sides, 0);
  order_free(&o);
  assert_int_equal(order_by_sides(&o, &sides, &there.g), KERNEL_DONE);
  assert_int_equal(sides, 2); /* 0 and 2 */
  order_free(&o);
  built_free(&two);
  built_free(&odd);
  built_free(&there);
}

static void only_the_chosen_nodes_are_kept(void **state) {
  struct built b = built_text("5: 0-1 0-2 1-2 2-3 3-4", false);
  static const uint32_t only[] = {0, 0, 2, 3, 3};
  struct order o;
  (void)state;
  assert_int_equal(order_start(&o, &b.g, only, false), KERNEL_DONE);
  assert_int_equal(o.nodes, 3);
  assert_int_equal(o.place[1], ORDER_OUT);
  assert_int_equal(o.out.first[3], 4); /* 0 - 2 and 2 - 3, each both ways */
  order_free(&o);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_node_and_arc_is_there_once),
      cmocka_unit_test(the_order_starts_at_the_most_connected_and_goes_outwards),
      cmocka_unit_test(sides_are_told_and_put_one_after_the_other),
      cmocka_unit_test(only_the_chosen_nodes_are_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
