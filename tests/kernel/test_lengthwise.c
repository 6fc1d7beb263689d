/* Betweenness by length from one source: which queue is taken, and counts beyond double. */
#include "kernel/families.h"
#include "kernel/lengthwise.h"
#include "tests/test.h"

static bool queue_is_dial(struct built *b, double length) {
  struct lengths l;
  struct reduced r;
  struct lengthwise s;
  double node[4], each[4] = {length, length, 1, 1};
  b->g.length = each;
  assert_int_equal(lengths_start(&l, &b->g), KERNEL_DONE);
  assert_int_equal(reduce_start(&r, node, NULL, &b->g, l.of_edge), KERNEL_DONE);
  assert_true(lengthwise_start(&s, &r, &l, false));
  bool is = s.by_dial;
  lengthwise_free(&s);
  reduce_free(&r);
  lengths_free(&l);
  return is;
}

static void whole_lengths_go_round_the_ring_and_others_through_the_heap(void **state) {
  struct built b = built_text("4: 0-1 0-2 1-3 2-3", false);
  (void)state;
  assert_true(queue_is_dial(&b, 7));
  assert_true(queue_is_dial(&b, 0.25));
  assert_true(queue_is_dial(&b, DIAL_SPAN));
  assert_false(queue_is_dial(&b, DIAL_SPAN + 1.0));
  assert_false(queue_is_dial(&b, 3.14159265358979));
  built_free(&b);
}

/* 320 layers of 10 nodes, each tied to all of the next, all of one length: 10^319 paths. */
static void more_paths_than_a_double_can_count_are_told(void **state) {
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  struct lengths l;
  struct reduced r;
  struct lengthwise s;
  struct halt halt;
  (void)state;
  for (uint32_t layer = 0; layer + 1 < 320; layer++)
    for (uint32_t i = 0; i < 100; i++)
      family_add(p, layer * 10 + i / 10, (layer + 1) * 10 + i % 10);
  struct built b = family_build(p, 3200, false);
  b.length = memory_array(b.g.edges, sizeof *b.length);
  for (uint32_t e = 0; e < b.g.edges; e++)
    b.length[e] = 2;
  b.g.length = b.length;
  double *node = memory_zeroed(3200, sizeof *node);
  halt_start(&halt, NULL);
  assert_int_equal(lengths_start(&l, &b.g), KERNEL_DONE);
  assert_int_equal(reduce_start(&r, node, NULL, &b.g, l.of_edge), KERNEL_DONE);
  assert_true(lengthwise_start(&s, &r, &l, false));
  assert_false(lengthwise_walk(&s, &r, r.order.place[0], node, NULL, &halt, 0));
  assert_true(lengthwise_walk(&s, &r, r.order.place[1600], node, NULL, &halt, 0)); /* from the middle there are 10^159 */
  lengthwise_free(&s);
  reduce_free(&r);
  lengths_free(&l);
  built_free(&b);
  free(node);
  free(p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(whole_lengths_go_round_the_ring_and_others_through_the_heap),
      cmocka_unit_test(more_paths_than_a_double_can_count_are_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
