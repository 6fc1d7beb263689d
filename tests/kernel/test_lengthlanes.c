/* Betweenness by length side by side: against one source at a time, at every width; what is too far, what is beyond double, and what is
 * long. */
#include "kernel/families.h"
#include "kernel/lengthlanes.h"
#include "kernel/lengthwise.h"
#include "tests/test.h"

/* A graph as if it were reduced: rows and lengths as they are. */
static struct reduced as_it_is(const struct graph *g, double *mass) {
  struct reduced r = {.net = {.nodes = g->nodes, .first = g->first, .to = g->to, .in_first = g->in_first, .in_to = g->in_to}};
  uint64_t arcs = g->first[g->nodes];
  r.order.out.edge = (uint32_t *)g->edge;
  r.order.in.edge = (uint32_t *)g->in_edge;
  r.length = memory_array(arcs + 1, sizeof *r.length);
  if (g->directed) r.in_length = memory_array(arcs + 1, sizeof *r.in_length);
  for (uint64_t a = 0; a < arcs; a++) {
    r.length[a] = g->length[g->edge[a]];
    if (g->directed) r.in_length[a] = g->length[g->in_edge[a]];
  }
  for (uint32_t v = 0; v < g->nodes; v++)
    mass[v] = 1;
  r.net.from = r.net.onto = mass;
  return r;
}

struct bench {
  struct built built;
  struct lengths lengths;
  double *mass, *node, *edge; /* one of each, sums */
  struct reduced small;
  struct lengthlanes_net net;
  struct lengthlanes lanes;
  struct lengthwise one;
  struct halt halt;
};

static void bench_start(struct bench *t) {
  uint32_t n = t->built.g.nodes;
  halt_start(&t->halt, NULL);
  t->mass = memory_array(n + 1, sizeof *t->mass);
  t->node = memory_array(n + 1, sizeof *t->node);
  t->edge = memory_array(t->built.g.edges + 1, sizeof *t->edge);
  t->built.g.length = t->built.length;
  t->small = as_it_is(&t->built.g, t->mass);
  t->lengths = (struct lengths){.units = 1, .exact = true};
  assert_true(lengthlanes_fit(&t->small, &t->lengths));
  assert_true(lengthlanes_net_start(&t->net, &t->small));
  assert_true(lengthlanes_start(&t->lanes, &t->net, true));
  assert_true(lengthwise_start(&t->one, &t->small, &t->lengths, true));
}

static void bench_free(struct bench *t) {
  lengthlanes_free(&t->lanes);
  lengthlanes_net_free(&t->net);
  lengthwise_free(&t->one);
  free(t->small.length);
  free(t->small.in_length);
  free(t->mass);
  free(t->node);
  free(t->edge);
  built_free(&t->built);
}

/* Sums of a batch into node and edge, at a width. */
static enum lengthlanes_code walk(struct bench *t, int width, uint32_t source, unsigned count) {
  struct lengthlanes_batch b = {source, count, t->node, t->edge, &t->halt, 0};
  memset(t->node, 0, t->built.g.nodes * sizeof *t->node);
  memset(t->edge, 0, t->built.g.edges * sizeof *t->edge);
  t->lanes.width = (enum lengthlanes_width)width;
  return lengthlanes_walk(&t->lanes, &t->net, &b);
}

static void give_lengths(struct built *b, struct chance *c, uint32_t most) {
  b->length = memory_array(b->g.edges, sizeof *b->length);
  for (uint32_t e = 0; e < b->g.edges; e++)
    b->length[e] = (double)(1 + chance_below(c, most));
}

/* A batch's sums beside those of its sources one at a time, and the same bits from every width. */
static void compare(struct bench *t, uint32_t source, unsigned count) {
  uint32_t n = t->built.g.nodes, m = t->built.g.edges;
  double *node = memory_zeroed(n + 1, sizeof *node), *edge = memory_zeroed(m + 1, sizeof *edge);
  for (uint32_t v = source; v < source + count; v++)
    assert_true(lengthwise_walk(&t->one, &t->small, v, node, edge, &t->halt, 0));
  for (int width = LENGTHLANES_PLAIN; width <= (int)lengthlanes_best_width(); width++) {
    assert_int_equal(walk(t, width, source, count), LENGTHLANES_DONE);
    for (uint32_t v = 0; v < n; v++)
      assert_near(t->node[v], node[v], 1e-12);
    for (uint32_t e = 0; e < m; e++)
      assert_near(t->edge[e], edge[e], 1e-12);
    if (width) assert_memory_equal(t->node, node, n * sizeof *node);
    if (width) assert_memory_equal(t->edge, edge, m * sizeof *edge);
    memcpy(node, t->node, n * sizeof *node);
    memcpy(edge, t->edge, m * sizeof *edge);
  }
  free(node);
  free(edge);
}

/* Some nodes weigh more than one, some nothing. */
static void give_mass(struct bench *t, struct chance *c) {
  for (uint32_t v = 0; v < t->built.g.nodes; v++)
    t->mass[v] = (double)chance_below(c, 4);
  for (uint32_t v = 0; v < t->built.g.nodes; v++)
    t->net.onto[v] = (uint32_t)t->mass[v];
}

static void every_width_finds_what_one_source_at_a_time_finds(void **state) {
  struct chance c;
  struct bench *t = memory_zeroed(1, sizeof *t);
  (void)state;
  const uint32_t longest[2][4] = {{20, 3, 100, 5000}, {3, 70000, 20, 2000000}};
  chance_start(&c, 90, 0);
  for (int round = 0; round < 8 * FAMILIES; round++) {
    uint32_t n = 1 + (uint32_t)chance_below(&c, round / FAMILIES == 6 ? 1000 : 200);
    t->built = family_make(&c, (enum family)(round % FAMILIES), n, round / FAMILIES % 4 == 1);
    give_lengths(&t->built, &c, longest[round / FAMILIES % 2][round % 4]);
    bench_start(t);
    if (round / FAMILIES % 4 == 2) give_mass(t, &c);
    for (int batch = 0; batch < 3; batch++) {
      uint32_t source = (uint32_t)chance_below(&c, n), most = batch ? LENGTHLANES : 1;
      compare(t, source, n - source < most ? n - source : most);
    }
    bench_free(t);
  }
  free(t);
}

/* A path of long steps: from the middle all is near enough, from an end it is not. */
static void too_far(uint32_t steps, double length) {
  struct bench *t = memory_zeroed(1, sizeof *t);
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  for (uint32_t v = 0; v < steps; v++)
    family_add(p, v, v + 1);
  t->built = family_build(p, steps + 1, false);
  t->built.length = memory_array(steps, sizeof *t->built.length);
  for (uint32_t e = 0; e < steps; e++)
    t->built.length[e] = length;
  bench_start(t);
  for (int width = LENGTHLANES_PLAIN; width <= (int)lengthlanes_best_width(); width++) {
    assert_int_equal(walk(t, width, 0, 1), LENGTHLANES_TOO_FAR);
    assert_int_equal(walk(t, width, steps / 2, steps / 2 + 1), LENGTHLANES_TOO_FAR);
    for (uint32_t v = 0; v <= steps; v++)
      assert_true(t->node[v] == 0);
    compare(t, steps / 2, 1);
  }
  bench_free(t);
  free(t);
  free(p);
}

static void what_is_too_far_is_told_and_leaves_nothing_behind(void **state) {
  (void)state;
  too_far(24, LENGTHLANES_LONGEST);
  too_far(6, LENGTHLANES_LONGEST_WIDE);
}

static void what_is_too_long_or_no_whole_number_does_not_fit(void **state) {
  struct bench *t = memory_zeroed(1, sizeof *t);
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  (void)state;
  family_add(p, 0, 1);
  t->built = family_build(p, 2, false);
  t->built.length = memory_array(1, sizeof *t->built.length);
  t->built.length[0] = 1;
  bench_start(t);
  t->mass[0] = UINT32_MAX - 1.;
  assert_true(lengthlanes_fit(&t->small, &t->lengths));
  t->mass[1] = 2;
  assert_false(lengthlanes_fit(&t->small, &t->lengths));
  t->mass[0] = .5;
  assert_false(lengthlanes_fit(&t->small, &t->lengths));
  t->mass[0] = t->mass[1] = 1;
  t->small.length[0] = LENGTHLANES_LONGEST_WIDE;
  assert_true(lengthlanes_fit(&t->small, &t->lengths));
  t->small.length[0]++;
  assert_false(lengthlanes_fit(&t->small, &t->lengths));
  t->small.length[0] = 1;
  t->lengths.exact = false;
  assert_false(lengthlanes_fit(&t->small, &t->lengths));
  bench_free(t);
  free(t);
  free(p);
}

/* 320 layers of 10 nodes, each tied to all of the next, all of one length: 10^319 paths. */
static void more_paths_than_a_double_holds_are_told(void **state) {
  struct bench *t = memory_zeroed(1, sizeof *t);
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  (void)state;
  for (uint32_t layer = 0; layer < 319; layer++)
    for (uint32_t i = 0; i < 100; i++)
      family_add(p, 10 * layer + i / 10, 10 * layer + 10 + i % 10);
  t->built = family_build(p, 3200, false);
  t->built.length = memory_array(t->built.g.edges, sizeof *t->built.length);
  for (uint32_t e = 0; e < t->built.g.edges; e++)
    t->built.length[e] = 2;
  bench_start(t);
  for (int width = LENGTHLANES_PLAIN; width <= (int)lengthlanes_best_width(); width++) {
    assert_int_equal(walk(t, width, 0, 1), LENGTHLANES_NOT);
    assert_int_equal(walk(t, width, 1600, 1), LENGTHLANES_DONE);
  }
  bench_free(t);
  free(t);
  free(p);
}

/* 60 x 60 nodes, each of one side tied to all of the other, all of one length: a lane has as many arcs as there are edges, but for 60. */
static void columns_hold_all_arcs_that_a_lane_may_have(void **state) {
  struct bench *t = memory_zeroed(1, sizeof *t);
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  (void)state;
  for (uint32_t i = 0; i < 3600; i++)
    family_add(p, i / 60, 60 + i % 60);
  t->built = family_build(p, 120, false);
  t->built.length = memory_array(3600, sizeof *t->built.length);
  for (uint32_t e = 0; e < 3600; e++)
    t->built.length[e] = 7;
  bench_start(t);
  compare(t, 0, LENGTHLANES);
  compare(t, 44, LENGTHLANES);
  bench_free(t);
  free(t);
  free(p);
}

/* The hub of a star has 33,000 arcs; the last ones are found all the same. */
static void the_last_arcs_of_a_long_row_are_found(void **state) {
  const uint32_t n = 33001;
  struct bench *t = memory_zeroed(1, sizeof *t);
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  (void)state;
  for (uint32_t v = 1; v < n; v++)
    family_add(p, 0, v);
  t->built = family_build(p, n, false);
  t->built.length = memory_array(t->built.g.edges, sizeof *t->built.length);
  for (uint32_t e = 0; e < t->built.g.edges; e++)
    t->built.length[e] = 2;
  bench_start(t);
  for (int width = LENGTHLANES_PLAIN; width <= (int)lengthlanes_best_width(); width++) {
    assert_int_equal(walk(t, width, n - 32, 32), LENGTHLANES_DONE);
    assert_true(t->node[0] == 32. * (n - 2));
    assert_true(t->edge[0] == 32 && t->edge[n - 2] == n - 1 + 31.);
  }
  bench_free(t);
  free(t);
  free(p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_width_finds_what_one_source_at_a_time_finds),
      cmocka_unit_test(what_is_too_far_is_told_and_leaves_nothing_behind),
      cmocka_unit_test(what_is_too_long_or_no_whole_number_does_not_fit),
      cmocka_unit_test(more_paths_than_a_double_holds_are_told),
      cmocka_unit_test(columns_hold_all_arcs_that_a_lane_may_have),
      cmocka_unit_test(the_last_arcs_of_a_long_row_are_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
