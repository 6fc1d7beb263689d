/* Triangles: counted three by three as the definition says. */
#include "kernel/built.h"
#include "kernel/triangle.h"
#include "tests/test.h"

static void random_graphs_agree_with_trying_every_three_nodes(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 9, 0);
  for (int round = 0; round < 200; round++) {
    uint32_t n = (uint32_t)chance_below(&c, 20);
    struct built b = built_random(&c, n, chance_share(&c), false, 0, 1);
    bool tied[20][20] = {{false}};
    uint64_t want[20] = {0}, got[20];
    for (uint32_t e = 0; e < b.g.edges; e++)
      tied[b.tail[e]][b.head[e]] = tied[b.head[e]][b.tail[e]] = true;
    for (uint32_t i = 0; i < n; i++)
      for (uint32_t j = i + 1; j < n; j++)
        for (uint32_t k = j + 1; k < n; k++)
          if (tied[i][j] && tied[j][k] && tied[i][k]) want[i]++, want[j]++, want[k]++;
    struct kernel_watch watch = {.threads = 2};
    assert_int_equal(triangles(got, &b.g, &watch), KERNEL_DONE);
    for (uint32_t v = 0; v < n; v++)
      assert_int_equal(got[v], want[v]);
    built_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(random_graphs_agree_with_trying_every_three_nodes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
