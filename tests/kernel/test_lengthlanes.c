/* Shortest paths side by side: against one source at a time, at every width; what is too far, and rows that are too long to tell. */
#include "kernel/families.h"
#include "kernel/lengthlanes.h"
#include "tests/test.h"

/* A graph as if it were reduced: rows and lengths as they are. */
static struct reduced as_it_is(const struct graph *g, double *mass) {
  struct reduced r = {.net = {.nodes = g->nodes, .first = g->first, .to = g->to, .in_first = g->in_first, .in_to = g->in_to}};
  uint64_t arcs = g->first[g->nodes];
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
  double mass[1000];
  struct reduced small;
  struct lengthlanes_net net;
  struct lengthlanes lanes;
  struct lengthwise one, other;
  struct halt halt;
};

static void bench_start(struct bench *t) {
  halt_start(&t->halt, NULL);
  t->built.g.length = t->built.length;
  t->small = as_it_is(&t->built.g, t->mass);
  t->lengths = (struct lengths){.units = 1, .exact = true};
  assert_true(lengthlanes_fit(&t->small, &t->lengths));
  assert_true(lengthlanes_net_start(&t->net, &t->small));
  assert_true(lengthlanes_start(&t->lanes, &t->net));
  assert_true(lengthwise_start(&t->one, &t->small, &t->lengths, false));
  assert_true(lengthwise_start(&t->other, &t->small, &t->lengths, false));
}

static void bench_free(struct bench *t) {
  lengthlanes_free(&t->lanes);
  lengthlanes_net_free(&t->net);
  lengthwise_free(&t->one);
  lengthwise_free(&t->other);
  free(t->small.length);
  free(t->small.in_length);
  built_free(&t->built);
}

static void give_lengths(struct built *b, struct chance *c, uint32_t most) {
  b->length = memory_array(b->g.edges, sizeof *b->length);
  for (uint32_t e = 0; e < b->g.edges; e++)
    b->length[e] = (double)(1 + chance_below(c, most));
}

/* A lane's sums beside those of its source alone. */
static void compare_lane(struct bench *t, uint32_t source, unsigned lane) {
  uint32_t n = t->built.g.nodes;
  double aside[1000] = {0}, alone[1000] = {0};
  lengthlanes_settle(&t->one, &t->lanes, &t->net, lane);
  assert_true(lengthwise_back(&t->one, &t->small, source, aside, NULL));
  assert_true(lengthwise_walk(&t->other, &t->small, source, alone, NULL, &t->halt, 0));
  assert_int_equal(t->one.settled, t->other.settled);
  for (uint32_t v = 0; v < n; v++)
    assert_near(aside[v], alone[v], 1e-12);
}

static void every_width_finds_what_one_source_at_a_time_finds(void **state) {
  struct chance c;
  struct bench *t = memory_zeroed(1, sizeof *t);
  (void)state;
  chance_start(&c, 90, 0);
  for (int round = 0; round < 3 * FAMILIES; round++) {
    uint32_t n = 1 + (uint32_t)chance_below(&c, 200);
    t->built = family_make(&c, (enum family)(round % FAMILIES), n, round / FAMILIES == 1);
    give_lengths(&t->built, &c, round % 2 ? 3 : 20);
    bench_start(t);
    for (int width = LENGTHLANES_PLAIN; width <= (int)lengthlanes_best_width(); width++) {
      uint32_t source = (uint32_t)chance_below(&c, n), count = n - source < LENGTHLANES ? n - source : LENGTHLANES;
      t->lanes.width = (enum lengthlanes_width)width;
      assert_true(lengthlanes_search(&t->lanes, &t->net, source, count, &t->halt, 0));
      for (unsigned l = 0; l < count; l++)
        compare_lane(t, source + l, l);
      lengthlanes_clean(&t->lanes);
    }
    bench_free(t);
  }
  free(t);
}

/* A path of 6 long steps: from the middle all is near enough, from an end it is not. */
static void what_is_too_far_is_told_and_leaves_nothing_behind(void **state) {
  struct bench *t = memory_zeroed(1, sizeof *t);
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  (void)state;
  for (uint32_t v = 0; v < 6; v++)
    family_add(p, v, v + 1);
  t->built = family_build(p, 7, false);
  t->built.length = memory_array(6, sizeof *t->built.length);
  for (uint32_t e = 0; e < 6; e++)
    t->built.length[e] = LENGTHLANES_LONGEST;
  bench_start(t);
  for (int width = LENGTHLANES_PLAIN; width <= (int)lengthlanes_best_width(); width++) {
    t->lanes.width = (enum lengthlanes_width)width;
    assert_false(lengthlanes_search(&t->lanes, &t->net, 0, 1, &t->halt, 0));
    assert_true(lengthlanes_search(&t->lanes, &t->net, 3, 1, &t->halt, 0));
    compare_lane(t, 3, 0);
    lengthlanes_clean(&t->lanes);
  }
  t->small.length[0] = LENGTHLANES_LONGEST + 1;
  assert_false(lengthlanes_fit(&t->small, &t->lengths));
  t->small.length[0] = 1;
  t->lengths.exact = false;
  assert_false(lengthlanes_fit(&t->small, &t->lengths));
  bench_free(t);
  free(t);
  free(p);
}

/* The hub of a star has 33,000 arcs; the last ones are found all the same. */
static void arcs_beyond_what_a_lane_can_tell_are_looked_through(void **state) {
  const uint32_t n = 33001;
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  double *mass = memory_array(n, sizeof *mass);
  struct lengths l = {.units = 1, .exact = true};
  struct lengthlanes_net net;
  struct lengthlanes s;
  struct lengthwise one;
  struct halt halt;
  (void)state;
  for (uint32_t v = 1; v < n; v++)
    family_add(p, 0, v);
  struct built b = family_build(p, n, false);
  b.length = memory_array(b.g.edges, sizeof *b.length);
  for (uint32_t e = 0; e < b.g.edges; e++)
    b.length[e] = 2;
  b.g.length = b.length;
  struct reduced r = as_it_is(&b.g, mass);
  halt_start(&halt, NULL);
  assert_true(lengthlanes_net_start(&net, &r));
  assert_true(lengthlanes_start(&s, &net));
  assert_true(lengthwise_start(&one, &r, &l, false));
  assert_true(lengthlanes_search(&s, &net, n - 32, 32, &halt, 0));
  for (unsigned lane = 0; lane < 32; lane += 31) {
    lengthlanes_settle(&one, &s, &net, lane);
    assert_int_equal(one.settled, n);
    assert_int_equal(one.order[1], 0);
    assert_int_equal(one.before[one.first[1]], n - 32 + lane);
    assert_int_equal(one.first[2] - one.first[1], 1);
  }
  lengthlanes_clean(&s);
  lengthlanes_free(&s);
  lengthlanes_net_free(&net);
  lengthwise_free(&one);
  free(r.length);
  built_free(&b);
  free(mass);
  free(p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_width_finds_what_one_source_at_a_time_finds),
      cmocka_unit_test(what_is_too_far_is_told_and_leaves_nothing_behind),
      cmocka_unit_test(arcs_beyond_what_a_lane_can_tell_are_looked_through),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
