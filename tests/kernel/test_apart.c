/* Routes apart, found where they run: as many as the flow through the whole graph finds, each a route, and the cut cuts. */
#include "kernel/apart.h"

#include "kernel/families.h"
#include "kernel/flow.h"
#include "kernel/known_graphs.h"
#include "kernel/rows_of.h"

static struct graph_rows room;

static bool has_arc(const struct graph *g, uint32_t v, uint32_t w) {
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    if (g->to[a] == w) return true;
  return false;
}

static void check_routes(const struct graph *g, const struct apart_answer *f, uint32_t from, uint32_t to) {
  uint8_t *used = memory_zeroed(g->nodes, 1);
  for (uint32_t r = 0; r < f->routes; r++) {
    const uint32_t *route = f->route_node + f->route_first[r];
    size_t length = (size_t)(f->route_first[r + 1] - f->route_first[r]);
    assert_true(length >= 2);
    assert_int_equal(route[0], from);
    assert_int_equal(route[length - 1], to);
    assert_true((length == 2) == (f->tied && r == 0));
    for (size_t i = 1; i < length; i++) {
      assert_true(has_arc(g, route[i - 1], route[i]));
      if (i + 1 < length) assert_int_equal(used[route[i]]++, 0);
    }
  }
  assert_false(used[from] || used[to]);
  free(used);
}

/* Without the cut, and the arc between the two, nothing leads from one to the other. */
static void check_cut(const struct graph *g, const struct apart_answer *f, uint32_t from, uint32_t to) {
  uint8_t *seen = memory_zeroed(g->nodes, 1);
  uint32_t *queue = memory_array(g->nodes, sizeof *queue), head = 0, tail = 0;
  assert_int_equal(f->cut_nodes + f->tied, f->routes);
  for (uint32_t i = 0; i < f->cut_nodes; i++) {
    assert_true(i == 0 || f->cut_node[i] > f->cut_node[i - 1]);
    assert_true(f->cut_node[i] != from && f->cut_node[i] != to);
    seen[f->cut_node[i]] = 1;
  }
  seen[from] = 1, queue[tail++] = from;
  while (head < tail)
    for (uint64_t v = queue[head++], a = g->first[v]; a < g->first[v + 1]; a++) {
      if (seen[g->to[a]] || (v == from && g->to[a] == to)) continue;
      seen[g->to[a]] = 1, queue[tail++] = g->to[a];
    }
  assert_false(seen[to]);
  free(queue);
  free(seen);
}

/* Against the twin; also where arcs come twice and nodes have loops, which change nothing. */
static void compare(const struct graph *g, uint32_t from, uint32_t to) {
  struct flow_question q = {.source = &from, .target = &to, .sources = 1, .targets = 1, .apart = FLOW_BETWEEN};
  struct flow_answer want;
  assert_int_equal(flow_between(&want, g, &q, NULL), KERNEL_DONE);
  for (int untidy = 0; untidy < 2; untidy++) {
    struct rows rows = rows_of_graph(&room, g, untidy);
    struct apart_answer got;
    assert_int_equal(apart_between(&got, &rows, from, to, NULL), KERNEL_DONE);
    assert_int_equal(got.routes, want.routes);
    assert_int_equal(got.tied, want.cut_edges > 0);
    check_routes(g, &got, from, to);
    check_cut(g, &got, from, to);
    apart_free(&got);
  }
  flow_answer_free(&want);
}

static void routes_are_as_many_as_flow_finds(void **state) {
  (void)state;
  struct chance c = {{11}};
  for (int trial = 0; trial < 1500; trial++) {
    struct built b = built_random(&c, 2 + (uint32_t)chance_below(&c, 14), chance_share(&c), trial % 2, 0, 1);
    uint32_t from = (uint32_t)chance_below(&c, b.g.nodes), to = (uint32_t)chance_below(&c, b.g.nodes);
    if (from != to) compare(&b.g, from, to);
    built_free(&b);
  }
}

static void routes_are_as_many_as_flow_finds_in_larger_graphs_of_all_sorts(void **state) {
  (void)state;
  struct chance c = {{12}};
  for (int trial = 0; trial < 2 * FAMILIES * 6; trial++) {
    struct built b = family_make(&c, (enum family)(trial / 2 % FAMILIES), 200, trial % 2);
    for (int pair = 0; pair < 12; pair++) {
      uint32_t from = (uint32_t)chance_below(&c, b.g.nodes), to = (uint32_t)chance_below(&c, b.g.nodes);
      if (from != to) compare(&b.g, from, to);
    }
    built_free(&b);
  }
}

/* The graph with its nodes numbered anew. */
static struct built renumbered(const struct graph *g, const uint32_t *number) {
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  for (uint32_t e = 0; e < g->edges; e++)
    family_add(p, number[g->tail[e]], number[g->head[e]]);
  struct built b = family_build(p, g->nodes, g->directed);
  free(p);
  return b;
}

static void the_cut_is_the_same_however_nodes_are_numbered(void **state) {
  (void)state;
  struct chance c = {{13}};
  for (int trial = 0; trial < 400; trial++) {
    struct built b = family_make(&c, (enum family)(trial / 2 % FAMILIES), 40, trial % 2);
    uint32_t number[40], from = (uint32_t)chance_below(&c, 40), to = (uint32_t)chance_below(&c, 40);
    for (uint32_t v = 0; v < 40; v++)
      number[v] = v;
    for (uint32_t v = 39; v > 0; v--) {
      uint32_t w = (uint32_t)chance_below(&c, v + 1), kept = number[v];
      number[v] = number[w], number[w] = kept;
    }
    struct built other = renumbered(&b.g, number);
    struct apart_answer one, two;
    struct rows rows = rows_of_graph(&room, &b.g, false);
    if (from != to) {
      assert_int_equal(apart_between(&one, &rows, from, to, NULL), KERNEL_DONE);
      rows = rows_of_graph(&room, &other.g, false);
      assert_int_equal(apart_between(&two, &rows, number[from], number[to], NULL), KERNEL_DONE);
      assert_int_equal(one.cut_nodes, two.cut_nodes);
      for (uint32_t i = 0; i < one.cut_nodes; i++) {
        bool there = false;
        for (uint32_t k = 0; k < two.cut_nodes; k++)
          there |= two.cut_node[k] == number[one.cut_node[i]];
        assert_true(there);
      }
      apart_free(&one);
      apart_free(&two);
    }
    built_free(&other);
    built_free(&b);
  }
}

/* Two neighbours of one node each in a grid of 10,000: the corner has two neighbours, so two routes are all, and nothing else is looked at
 * to prove it; a row of the grid was looked at, not the grid. */
static void a_proof_by_the_neighbours_of_an_end_looks_no_farther(void **state) {
  (void)state;
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  for (uint32_t v = 0; v < 10000; v++) {
    if ((v + 1) % 100) family_add(p, v, v + 1);
    if (v + 100 < 10000) family_add(p, v, v + 100);
  }
  struct built b = family_build(p, 10000, false);
  free(p);
  struct rows rows = rows_of_graph(&room, &b.g, false);
  struct apart_answer got;
  assert_int_equal(apart_between(&got, &rows, 0, 303, NULL), KERNEL_DONE);
  assert_int_equal(got.routes, 2);
  assert_int_equal(got.cut_nodes, 2);
  assert_int_equal(got.cut_node[0], 1);
  assert_int_equal(got.cut_node[1], 100);
  assert_true(room.calls < 200);
  apart_free(&got);
  built_free(&b);
}

static void nodes_apart_have_no_route_and_an_empty_cut(void **state) {
  (void)state;
  struct built b = built_text("4: 0-1 2-3", false);
  struct rows rows = rows_of_graph(&room, &b.g, false);
  struct apart_answer got;
  assert_int_equal(apart_between(&got, &rows, 0, 3, NULL), KERNEL_DONE);
  assert_int_equal(got.routes, 0);
  assert_int_equal(got.cut_nodes, 0);
  assert_false(got.tied);
  apart_free(&got);
  built_free(&b);
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void a_watch_stops_the_search(void **state) {
  (void)state;
  struct built b = built_text("3: 0-1 1-2", false);
  struct rows rows = rows_of_graph(&room, &b.g, false);
  struct apart_answer got;
  assert_int_equal(apart_between(&got, &rows, 0, 2, &(struct kernel_watch){.go_on = never}), KERNEL_STOPPED);
  assert_null(got.route_first);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(routes_are_as_many_as_flow_finds),
      cmocka_unit_test(routes_are_as_many_as_flow_finds_in_larger_graphs_of_all_sorts),
      cmocka_unit_test(the_cut_is_the_same_however_nodes_are_numbered),
      cmocka_unit_test(a_proof_by_the_neighbours_of_an_end_looks_no_farther),
      cmocka_unit_test(nodes_apart_have_no_route_and_an_empty_cut),
      cmocka_unit_test(a_watch_stops_the_search),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
