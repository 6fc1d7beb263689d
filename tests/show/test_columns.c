/* The order of two columns. */
#include "fixture/net_of.h"
#include "net/net.h"
#include "show/columns.h"
#include "tests/test.h"

/* Crossings counted pair by pair. */
static uint64_t slowly(const struct graph *g, const bool *right, const uint32_t *rank) {
  uint64_t count = 0;
  for (uint32_t e = 0; e < g->edges; e++)
    for (uint32_t f = e + 1; f < g->edges; f++) {
      uint32_t a = right[g->tail[e]] ? g->head[e] : g->tail[e], b = right[g->tail[e]] ? g->tail[e] : g->head[e];
      uint32_t c = right[g->tail[f]] ? g->head[f] : g->tail[f], d = right[g->tail[f]] ? g->tail[f] : g->head[f];
      count += (rank[a] < rank[c] && rank[b] > rank[d]) || (rank[a] > rank[c] && rank[b] < rank[d]);
    }
  return count;
}

static void on(const char *line, uint64_t most) {
  nonet *n = net_of(line);
  const struct graph *g;
  bool right[64] = {false};
  double first[64] = {0};
  uint32_t rank[64];
  uint64_t got;
  nonet_err err;
  assert_ok(net_simple(&g, n, false, false, &err), err);
  for (uint32_t v = 0; v < g->nodes; v++)
    right[v] = net_key(n, v)[0] >= '0' && net_key(n, v)[0] <= '9';
  assert_ok(columns_order(rank, g, right, first, &err), err);
  assert_ok(columns_crossings(&got, g, right, rank, &err), err);
  assert_int_equal(got, slowly(g, right, rank));
  assert_true(got <= most);
  nonet_free(n);
}

static void ties_that_need_not_cross_do_not(void **state) {
  (void)state;
  on("a-3 b-2 c-1 d-1 d-2", 0);
  on("a-1 b-1 c-2 d-2 e-3 f-3 b-2 d-3", 0);
}

static void crossings_are_counted_as_a_slow_count_does(void **state) {
  (void)state;
  on("a-1 a-2 a-3 b-1 b-2 b-3 c-1 c-2 c-3", 9);
  on("a-4 a-1 b-3 c-2 c-4 d-1 d-3 e-2 e-4 a-3 b-1", 40);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(ties_that_need_not_cross_do_not),
                                     cmocka_unit_test(crossings_are_counted_as_a_slow_count_does)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
