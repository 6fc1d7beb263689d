/* Ways against the simple network, which merges parallel ties by itself. */
#include "ask/ways.h"
#include "base/run.h"
#include "fixture/net_of.h"
#include "tests/test.h"

static void lengths_of_ways_are_those_of_the_simple_network(void **state) {
  (void)state;
  static const nonet_repeats all[] = {NONET_SUM, NONET_ONCE, NONET_MAX, NONET_MEAN};
  static const char *const scales[] = {"strength", "length", "rank"};
  for (size_t r = 0; r < 4; r++)
    for (size_t s = 0; s < 3; s++)
      for (int directed = 0; directed < 2; directed++) {
        nonet_seal_options how = {.repeats = all[r], .scale = scales[s]};
        nonet *n = net_of_with(directed ? "a>b:2 a>b:3 b>a:4 b-c:1 c>b:2 c-a c-c:9" : "a-b:2 a-b:3 b-a:4 b-c:1 c-b:2 c-a c-c:9", &how);
        const struct graph *g;
        struct ways ways;
        nonet_err err;
        assert_ok(net_simple(&g, n, directed, true, &err), err);
        assert_ok(ways_start(&ways, n, &(struct ways_options){.weighted = true}, &err), err);
        for (uint32_t v = 0; v < n->nodes; v++) {
          uint64_t at = g->first[v];
          for (struct way way = {.stop = n->end_first[v]}; ways_next(&way, &ways, v); at++) {
            assert_true(at < g->first[v + 1]);
            assert_int_equal(way.to, g->to[at]);
            assert_near(way.length / ways.length.units, g->length[g->edge[at]], 1e-12);
          }
          assert_int_equal(at, g->first[v + 1]);
        }
        ways_free(&ways);
        nonet_free(n);
      }
}

static void a_layer_kept_to_borrows_no_strength_from_another(void **state) {
  (void)state;
  nonet *n = net_of("a-b:1@L a-b:9@M");
  struct ways ways;
  nonet_err err;
  assert_ok(ways_start(&ways, n, &(struct ways_options){.weighted = true, .via = "L"}, &err), err);
  struct way way = {.stop = 0};
  assert_true(ways_next(&way, &ways, 0));
  assert_near(way.length / ways.length.units, 1, 0);
  assert_false(ways_next(&way, &ways, 0));
  ways_free(&ways);
  nonet_free(n);
}

static void a_layer_cannot_be_kept_to_and_avoided(void **state) {
  (void)state;
  nonet *n = net_of("a-b@L b-c@M");
  const char *avoid[] = {"L", NULL};
  struct ways ways;
  nonet_err err;
  assert_int_equal(ways_start(&ways, n, &(struct ways_options){.avoid = avoid, .via = "L"}, &err), NONET_EUSAGE);
  assert_contains(err.text, "L");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lengths_of_ways_are_those_of_the_simple_network),
      cmocka_unit_test(a_layer_kept_to_borrows_no_strength_from_another),
      cmocka_unit_test(a_layer_cannot_be_kept_to_and_avoided),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
