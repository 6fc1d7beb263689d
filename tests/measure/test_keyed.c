/* A network in the order of its keys: the same arrays whatever the order of rows, and rows as kernels want them. */
#include "measure/keyed.h"
#include "measure/values.h"
#include "net/key_order.h"

static void start(struct keyed *k, const nonet *n) {
  const struct graph *g;
  nonet_err err;
  assert_ok(net_simple(&g, n, n->directed, true, &err), err);
  assert_ok(keyed_start(k, g, n, &err), err);
}

static void the_order_of_rows_changes_no_array(void **state) {
  static const char *const lines[][2] = {{"b-a:2 c-b:3 10-9:4 a-10:1 d", "a-10:1 d 9-10:4 a-b:2 b-c:3"},
                                         {"b>a:2 a>b:5 c>b:3 d>a:1", "d>a:1 c>b:3 a>b:5 b>a:2"}};
  (void)state;
  for (size_t i = 0; i < 2; i++) {
    nonet *one = net_of(lines[i][0]), *other = net_of(lines[i][1]);
    struct keyed a, b;
    start(&a, one);
    start(&b, other);
    assert_int_equal(a.graph.edges, b.graph.edges);
    assert_memory_equal(a.graph.tail, b.graph.tail, a.graph.edges * sizeof(uint32_t));
    assert_memory_equal(a.graph.head, b.graph.head, a.graph.edges * sizeof(uint32_t));
    assert_memory_equal(a.graph.strength, b.graph.strength, a.graph.edges * sizeof(double));
    for (uint32_t v = 0; v < a.graph.nodes; v++)
      assert_string_equal(net_key(one, a.node[v]), net_key(other, b.node[v]));
    keyed_free(&a);
    keyed_free(&b);
    nonet_free(one);
    nonet_free(other);
  }
}

static void nodes_stand_in_the_order_of_keys_and_rows_ascend(void **state) {
  static const char *const lines[] = {"x-c c-a a-x x-b b-a 10-2 2-c", "x>c c>a a>x x>b b>a 10>2 2>c c>x"};
  (void)state;
  for (size_t i = 0; i < 2; i++) {
    nonet *n = net_of(lines[i]);
    struct keyed k;
    start(&k, n);
    const struct graph *g = &k.graph;
    for (uint32_t v = 0; v < g->nodes; v++) {
      assert_int_equal(k.place[k.node[v]], v);
      if (v) assert_true(key_order(net_key(n, k.node[v - 1]), net_key(n, k.node[v])) < 0);
      for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
        if (a > g->first[v]) assert_true(g->to[a - 1] < g->to[a]);
        assert_true(g->tail[g->edge[a]] == v || (!g->directed && g->head[g->edge[a]] == v));
        assert_true(g->head[g->edge[a]] == g->to[a] || (!g->directed && g->tail[g->edge[a]] == g->to[a]));
      }
      for (uint64_t a = g->in_first[v]; a < g->in_first[v + 1]; a++) {
        if (a > g->in_first[v]) assert_true(g->in_to[a - 1] < g->in_to[a]);
        assert_true(!g->directed || (g->head[g->in_edge[a]] == v && g->tail[g->in_edge[a]] == g->in_to[a]));
      }
    }
    assert_int_equal(g->first[g->nodes], g->directed ? g->edges : 2 * g->edges);
    keyed_free(&k);
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_order_of_rows_changes_no_array),
      cmocka_unit_test(nodes_stand_in_the_order_of_keys_and_rows_ascend),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
