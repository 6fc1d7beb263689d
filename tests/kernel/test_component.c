/* Components: weak and strong, numbered by size, then by first node. */
#include "kernel/built.h"
#include "kernel/component.h"
#include "tests/test.h"

static void the_largest_part_is_0_and_equal_ones_go_by_their_first_node(void **state) {
  struct built b = built_text("9: 0-1 2-3 5-6 6-7", false);
  uint32_t part[9], size[9], parts, want[] = {1, 1, 2, 2, 3, 0, 0, 0, 4};
  (void)state;
  assert_int_equal(component_weak(part, size, &parts, &b.g), KERNEL_DONE);
  assert_int_equal(parts, 5);
  assert_memory_equal(part, want, sizeof want);
  assert_int_equal(size[0], 3);
  assert_int_equal(size[1], 2);
  assert_int_equal(size[4], 1);
  built_free(&b);
}

static void direction_does_not_count_in_weak_parts(void **state) {
  struct built b = built_text("3: 0-1 2-1", true);
  uint32_t part[3], parts;
  (void)state;
  assert_int_equal(component_weak(part, NULL, &parts, &b.g), KERNEL_DONE);
  assert_int_equal(parts, 1);
  built_free(&b);
}

static void strong_parts_in_order_follow_the_arcs(void **state) {
  struct built b = built_text("6: 5-4 4-3 3-5 3-0 0-1 1-0 1-2", true);
  uint32_t part[6], size[6], parts, want[] = {1, 1, 2, 0, 0, 0};
  (void)state;
  assert_int_equal(component_strong_in_order(part, &parts, &b.g), KERNEL_DONE);
  assert_int_equal(parts, 3);
  assert_memory_equal(part, want, sizeof want);
  assert_int_equal(component_strong(part, size, &parts, &b.g), KERNEL_DONE);
  assert_memory_equal(part, want, sizeof want);
  assert_int_equal(size[2], 1);
  built_free(&b);
}

/* Two nodes are in one strong part when each reaches the other: judged by closing the relation. */
static void random_strong_parts_are_mutual_reach(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 1, 0);
  for (int round = 0; round < 200; round++) {
    enum { N = 9 };
    struct built b = built_random(&c, N, 0.15, true, 0, 1);
    bool reach[N][N] = {{false}};
    uint32_t part[N], parts;
    for (uint32_t e = 0; e < b.g.edges; e++)
      reach[b.tail[e]][b.head[e]] = true;
    for (int k = 0; k < N; k++)
      for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
          reach[i][j] |= reach[i][k] && reach[k][j];
    assert_int_equal(component_strong_in_order(part, &parts, &b.g), KERNEL_DONE);
    for (int i = 0; i < N; i++)
      for (int j = 0; j < N; j++) {
        assert_int_equal(part[i] == part[j], i == j || (reach[i][j] && reach[j][i]));
        if (reach[i][j]) assert_true(part[i] <= part[j]);
      }
    built_free(&b);
  }
}

static void a_long_path_needs_no_deep_stack(void **state) {
  enum { N = 2000000 };
  uint64_t *first = memory_array(N + 1, sizeof *first);
  uint32_t *to = memory_array(N, sizeof *to), *part = memory_array(N, sizeof *part), parts;
  (void)state;
  for (uint32_t v = 0; v < N; v++)
    first[v] = v, to[v] = v + 1;
  first[N - 1] = N - 1, first[N] = N - 1;
  struct graph g = {.nodes = N, .edges = N - 1, .directed = true, .first = first, .to = to};
  assert_int_equal(component_strong(part, NULL, &parts, &g), KERNEL_DONE);
  assert_int_equal(parts, N);
  free(first), free(to), free(part);
}

static void no_nodes_have_no_parts(void **state) {
  struct built b = built_text("0:", false);
  uint32_t part[1], parts = 7;
  (void)state;
  assert_int_equal(component_weak(part, NULL, &parts, &b.g), KERNEL_DONE);
  assert_int_equal(parts, 0);
  assert_int_equal(component_strong(part, NULL, &parts, &b.g), KERNEL_DONE);
  assert_int_equal(parts, 0);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_largest_part_is_0_and_equal_ones_go_by_their_first_node),
      cmocka_unit_test(direction_does_not_count_in_weak_parts),
      cmocka_unit_test(strong_parts_in_order_follow_the_arcs),
      cmocka_unit_test(random_strong_parts_are_mutual_reach),
      cmocka_unit_test(a_long_path_needs_no_deep_stack),
      cmocka_unit_test(no_nodes_have_no_parts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
