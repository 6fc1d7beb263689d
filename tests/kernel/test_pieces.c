/* Pieces: what hangs behind each node of a block, the pairs that a cut node holds together, and those that cross a bridge. */
#include "kernel/built.h"
#include "kernel/pieces.h"
#include "tests/test.h"

static double mass_of(const struct pieces *p, uint32_t node, unsigned which) {
  for (uint32_t i = 0; i < p->count; i++)
    if (p->node[i] == node && which-- == 0) return p->mass[i];
  return NAN;
}

/* Triangles 0 1 2 and 2 3 4, a tail 4 - 5 - 6, and an isolate. */
static void two_triangles_with_a_tail_fall_into_two_blocks(void **state) {
  struct built b = built_text("8: 0-1 0-2 1-2 2-3 2-4 3-4 4-5 5-6", false);
  struct pieces p;
  double between[8], edge[8];
  (void)state;
  assert_int_equal(pieces_start(&p, between, edge, &b.g), KERNEL_DONE);
  assert_int_equal(p.count, 6);
  assert_near(mass_of(&p, 0, 0), 1, 0);
  assert_near(mass_of(&p, 2, 0), 5, 0); /* among 0 and 1: itself, 3, 4 and the tail */
  assert_near(mass_of(&p, 2, 1), 3, 0);
  assert_near(mass_of(&p, 4, 0), 3, 0);
  assert_near(between[2], 2 * 2 * 4, 0); /* 0 and 1 with 3, 4, 5, 6, both ways */
  assert_near(between[4], 2 * 4 * 2, 0);
  assert_near(between[5], 2 * 5 * 1, 0);
  assert_near(between[0] + between[1] + between[3] + between[6] + between[7], 0, 0);
  assert_near(edge[6], 2 * 5 * 2, 0);
  assert_near(edge[7], 2 * 6 * 1, 0);
  assert_int_equal(p.tail[6], PIECES_NONE);
  assert_int_equal(p.node[p.head[0]], 1);
  pieces_free(&p);
  built_free(&b);
}

static void a_tree_has_no_pieces(void **state) {
  struct built b = built_text("5: 0-1 0-2 0-3 3-4", false);
  struct pieces p;
  double between[5];
  (void)state;
  assert_int_equal(pieces_start(&p, between, NULL, &b.g), KERNEL_DONE);
  assert_int_equal(p.count, 0);
  assert_near(between[0], 10, 0);
  assert_near(between[3], 6, 0);
  pieces_free(&p);
  built_free(&b);
}

static void a_network_without_nodes_has_no_pieces(void **state) {
  struct built b = built_text("0:", false);
  struct pieces p;
  (void)state;
  assert_int_equal(pieces_start(&p, NULL, NULL, &b.g), KERNEL_DONE);
  assert_int_equal(p.count, 0);
  pieces_free(&p);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_triangles_with_a_tail_fall_into_two_blocks),
      cmocka_unit_test(a_tree_has_no_pieces),
      cmocka_unit_test(a_network_without_nodes_has_no_pieces),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
