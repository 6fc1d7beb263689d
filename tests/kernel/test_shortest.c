/* Searches for all shortest paths against Floyd and Warshall's closure, and from several nodes at once. */
#include "kernel/shortest.h"

#include "kernel/judge.h"
#include "test.h"

static void check(const struct judge *j, const struct shortest *s, uint32_t source, bool backward) {
  size_t reached = 0;
  for (uint32_t v = 0; v < j->n; v++) {
    double want = backward ? j->d[v][source] : j->d[source][v];
    assert_true(isinf(want) ? isinf(s->distance[v]) : s->distance[v] == want);
    if (isinf(want)) continue;
    reached++;
    assert_near(s->count[v], backward ? j->paths[v][source] : j->paths[source][v], 0);
  }
  assert_int_equal(s->settled, reached);
  for (size_t i = 1; i < s->settled; i++)
    assert_true(s->distance[s->order[i - 1]] <= s->distance[s->order[i]]);
}

static void one_room_serves_search_after_search_both_ways(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 32, 0);
  for (int round = 0; round < 120; round++) {
    bool lengths = round % 4 > 1;
    struct built b = built_random(&c, (uint32_t)chance_below(&c, 13), 0.1 + 0.4 * chance_share(&c), round % 2, lengths ? 4 : 0, 1);
    struct lengths units;
    struct judge j;
    judge_start(&j, &b, 1);
    assert_int_equal(lengths_start(&units, &b.g), KERNEL_DONE);
    for (int backward = 0; backward < 2; backward++) {
      struct shortest s;
      assert_true(shortest_start(&s, &b.g, &units, backward));
      for (uint32_t v = 0; v < b.g.nodes; v++) {
        shortest_from(&s, &v, 1);
        check(&j, &s, v, backward);
      }
      shortest_free(&s);
    }
    lengths_free(&units);
    built_free(&b);
  }
}

static void from_several_nodes_the_nearest_counts(void **state) {
  struct built b = built_text("7: 0-1 1-2 2-3 3-4 4-5", false);
  struct lengths units;
  struct shortest s;
  const uint32_t ends[2] = {0, 4};
  (void)state;
  assert_int_equal(lengths_start(&units, &b.g), KERNEL_DONE);
  assert_true(shortest_start(&s, &b.g, &units, false));
  shortest_from(&s, ends, 2);
  const double want[6] = {0, 1, 2, 1, 0, 1};
  for (int v = 0; v < 6; v++)
    assert_near(s.distance[v], want[v], 0);
  assert_true(isinf(s.distance[6]));
  assert_near(s.count[2], 2, 0);
  assert_true(shortest_on_path(&s, 1, 2, 1));
  assert_false(shortest_on_path(&s, 2, 1, 1));
  shortest_free(&s);
  lengths_free(&units);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_room_serves_search_after_search_both_ways),
      cmocka_unit_test(from_several_nodes_the_nearest_counts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
