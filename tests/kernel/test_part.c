/* A part of a graph as a graph of its own. */
#include "kernel/part.h"

#include "base/memory.h"
#include "base/run.h"
#include "fixture/net_of.h"
#include "net/net.h"
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>

/* Is there an arc from a to b, and is it the same edge from the other side? */
static bool has_arc(const struct graph *g, uint32_t a, uint32_t b, uint32_t *edge) {
  for (uint64_t i = g->first[a]; i < g->first[a + 1]; i++)
    if (g->to[i] == b) {
      *edge = g->edge[i];
      return true;
    }
  return false;
}

static bool comes_in(const struct graph *g, uint32_t a, uint32_t b, uint32_t edge) {
  for (uint64_t i = g->in_first[b]; i < g->in_first[b + 1]; i++)
    if (g->in_to[i] == a && g->in_edge[i] == edge) return true;
  return false;
}

/* The part must hold an arc exactly where the whole does, ends ascending, weights alike. */
static void check(const struct graph *g, const uint32_t *node, uint32_t count) {
  uint32_t *place = memory_array(g->nodes, sizeof *place), e = 0, old = 0;
  struct part p;
  for (uint32_t v = 0; v < g->nodes; v++)
    place[v] = PART_NONE;
  assert_int_equal(part_start(&p, g, node, count, place), KERNEL_DONE);
  assert_int_equal(p.graph.nodes, count);
  for (uint32_t i = 0; i < count; i++)
    for (uint32_t j = 0; j < count; j++) {
      bool there = has_arc(g, node[i], node[j], &old);
      assert_int_equal(has_arc(&p.graph, i, j, &e), there);
      if (!there) continue;
      assert_true(comes_in(&p.graph, i, j, e));
      assert_true(e < p.graph.edges);
      if (g->strength) assert_near(p.graph.strength[e], g->strength[old], 0);
    }
  for (uint32_t i = 0; i < count; i++)
    for (uint64_t a = p.graph.first[i] + 1; a < p.graph.first[i + 1]; a++)
      assert_true(p.graph.to[a - 1] < p.graph.to[a]);
  for (uint32_t v = 0; v < g->nodes; v++)
    assert_int_equal(place[v], PART_NONE);
  part_free(&p);
  free(place);
}

static void parts_of_random_graphs_hold_what_joins_their_nodes(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 5, 0);
  for (int round = 0; round < 200; round++) {
    uint32_t n = 1 + (uint32_t)chance_below(&c, 12), count = 0, node[12];
    char line[4096] = "";
    for (uint32_t v = 0; v < n; v++)
      sprintf(line + strlen(line), "n%u ", v);
    for (uint32_t v = 0; v < n; v++)
      for (uint32_t w = 0; w < n; w++)
        if (v != w && chance_below(&c, 3) == 0)
          sprintf(line + strlen(line), "n%u%cn%u:%u ", v, round % 2 ? '>' : '-', w, 1 + (unsigned)chance_below(&c, 9));
    nonet *net = net_of(line);
    const struct graph *g;
    nonet_err err;
    assert_ok(net_simple(&g, net, net->directed, round % 3 == 0, &err), err);
    for (uint32_t v = 0; v < n; v++)
      if (chance_below(&c, 2)) node[count++] = v;
    check(g, node, count);
    nonet_free(net);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(parts_of_random_graphs_hold_what_joins_their_nodes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
