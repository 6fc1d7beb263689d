/* The reduced network: what is left to walk, and that nothing is lost. */
#include "kernel/built.h"
#include "kernel/reduce.h"
#include "tests/test.h"

static void a_tree_leaves_nothing_to_walk(void **state) {
  struct built b = built_text("5: 0-1 0-2 0-3 3-4", false);
  struct reduced r;
  double node[5];
  (void)state;
  assert_int_equal(reduce_start(&r, node, NULL, &b.g, NULL), KERNEL_DONE);
  assert_int_equal(r.net.nodes, 0);
  assert_near(node[0], 10, 0);
  reduce_free(&r);
  built_free(&b);
}

/* 0 and 1 in strategies 2, 3 and 4: two classes. 0 and 1 have three common neighbours, those have two. */
static void twins_are_walked_once_and_share_what_lies_between_them(void **state) {
  struct built b = built_text("5: 0-2 0-3 0-4 1-2 1-3 1-4", false);
  struct reduced r;
  double node[5];
  (void)state;
  assert_int_equal(reduce_start(&r, node, NULL, &b.g, NULL), KERNEL_DONE);
  assert_int_equal(r.net.nodes, 2);
  assert_near(r.net.copies[0] * r.net.copies[1], 6, 0);
  assert_near(node[0], 3, 0); /* of 3 x 2 ordered pairs, shared by two */
  assert_near(node[2], 2 / 3.0, 1e-15);
  reduce_free(&r);
  built_free(&b);
}

/* Directed networks are not taken apart; lengths stand beside their arcs on both sides. */
static void directed_rows_keep_their_lengths(void **state) {
  struct built b = built_text("4: 0-1 1-2 2-0 3-0", true);
  struct reduced r;
  double node[4], length[4];
  (void)state;
  for (uint32_t e = 0; e < 4; e++)
    length[e] = b.g.tail[e] * 10 + b.g.head[e] + 1;
  assert_int_equal(reduce_start(&r, node, NULL, &b.g, length), KERNEL_DONE);
  assert_int_equal(r.net.nodes, 4);
  for (uint32_t i = 0; i < 4; i++) {
    for (uint64_t a = r.net.first[i]; a < r.net.first[i + 1]; a++)
      assert_near(r.length[a], r.order.node[i] * 10 + r.order.node[r.net.to[a]] + 1, 0);
    for (uint64_t a = r.net.in_first[i]; a < r.net.in_first[i + 1]; a++)
      assert_near(r.in_length[a], r.order.node[r.net.in_to[a]] * 10 + r.order.node[i] + 1, 0);
  }
  reduce_free(&r);
  built_free(&b);
}

static void with_edges_asked_every_arc_of_a_block_is_kept(void **state) {
  struct built b = built_text("6: 0-2 0-3 1-2 1-3 3-4 4-5", false);
  struct reduced r;
  double edge[6];
  (void)state;
  assert_int_equal(reduce_start(&r, NULL, edge, &b.g, NULL), KERNEL_DONE);
  assert_int_equal(r.net.nodes, 4);
  assert_int_equal(r.net.first[4], 8);
  assert_null(r.net.copies);
  assert_near(edge[4], 2 * 4 * 2, 0);
  assert_near(edge[0], 0, 0);
  reduce_free(&r);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_tree_leaves_nothing_to_walk),
      cmocka_unit_test(twins_are_walked_once_and_share_what_lies_between_them),
      cmocka_unit_test(directed_rows_keep_their_lengths),
      cmocka_unit_test(with_edges_asked_every_arc_of_a_block_is_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
