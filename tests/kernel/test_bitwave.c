/* The wave of bits: chosen sources along arcs, and the sum of inverse distances. */
#include "kernel/bitwave.h"
#include "kernel/families.h"
#include "tests/test.h"

static struct bitwave_net net_of_graph(const struct graph *g) {
  return (struct bitwave_net){g->nodes, 0, g->first, g->in_first, g->to, g->in_to};
}

static void what_reaches_the_sources_along_arcs_is_counted(void **state) {
  struct built b = built_text("5: 0-1 1-2 2-3 4-2", true);
  struct bitwave_net net = net_of_graph(&b.g);
  struct bitwave_scratch s;
  struct halt halt;
  static const uint32_t sources[] = {3, 1};
  (void)state;
  halt_start(&halt, NULL);
  assert_true(bitwave_scratch_start(&s, 5));
  assert_int_equal(bitwave_walk(&s, &net, sources, 2, &halt, 0), 3);
  bitwave_gather(&s, 1);
  assert_int_equal(s.sums[0].reached, 2); /* 1 after one step, 3 after three */
  assert_int_equal(s.sums[0].steps, 4);
  assert_int_equal(s.sums[0].farthest, 3);
  assert_near(bitwave_inverse(&s.sums[0]), 1 + 1 / 3.0, 2e-16);
  assert_int_equal(s.sums[3].reached, 0);
  assert_int_equal(s.sums[4].steps, 2);
  assert_int_equal(s.pairs[1], 2);
  assert_int_equal(s.pairs[2], 2);
  bitwave_scratch_free(&s);
  built_free(&b);
}

static void words_are_clean_for_the_next_walk(void **state) {
  struct chance c;
  struct bitwave_scratch s;
  struct halt halt;
  uint32_t sources[BITWAVE_SOURCES];
  (void)state;
  chance_start(&c, 60, 0);
  halt_start(&halt, NULL);
  struct built b = family_make(&c, FAMILY_SPARSE, 600, false);
  struct bitwave_net net = net_of_graph(&b.g);
  assert_true(bitwave_scratch_start(&s, 600));
  for (uint32_t i = 0; i < BITWAVE_SOURCES; i++)
    sources[i] = i;
  uint32_t once = bitwave_walk(&s, &net, sources, BITWAVE_SOURCES, &halt, 0);
  uint32_t pairs = s.shallow[2 * 600];
  assert_int_equal(bitwave_walk(&s, &net, sources, BITWAVE_SOURCES, &halt, 0), once);
  assert_int_equal(s.shallow[2 * 600], 2 * pairs);
  bitwave_scratch_free(&s);
  built_free(&b);
}

/* All nodes as sources, a batch after the other; what is counted lies in s afterwards. */
static void walk_all(struct bitwave_scratch *s, const struct bitwave_net *net, enum bitwave_width width) {
  struct halt halt;
  halt_start(&halt, NULL);
  assert_true(bitwave_scratch_start(s, net->nodes));
  s->width = width;
  for (uint32_t at = 0; at < net->nodes;) {
    uint32_t source[BITWAVE_SOURCES], count = 0, end = at < net->sides ? net->sides : net->nodes;
    for (; count < BITWAVE_SOURCES && at < end; at++)
      source[count++] = at;
    bitwave_walk(s, net, source, count, &halt, 0);
  }
  bitwave_gather(s, 1);
}

static void assert_alike(const struct bitwave_scratch *a, const struct bitwave_scratch *b) {
  assert_int_equal(a->longest, b->longest);
  assert_memory_equal(a->pairs, b->pairs, (a->nodes + 1) * sizeof *a->pairs);
  assert_memory_equal(a->sums, b->sums, a->nodes * sizeof *a->sums);
}

static void every_width_counts_the_same(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 61, 0);
  for (int round = 0; round < 2 * FAMILIES; round++) {
    struct built b = family_make(&c, (enum family)(round % FAMILIES), 1 + (uint32_t)chance_below(&c, 900), round / FAMILIES);
    struct bitwave_net net = net_of_graph(&b.g);
    struct bitwave_scratch plain, other;
    walk_all(&plain, &net, BITWAVE_PLAIN);
    for (int width = BITWAVE_AVX2; width <= (int)bitwave_best_width(); width++) {
      walk_all(&other, &net, (enum bitwave_width)width);
      assert_alike(&plain, &other);
      bitwave_scratch_free(&other);
    }
    bitwave_scratch_free(&plain);
    built_free(&b);
  }
}

/* Partners 0 .. 699 and strategies 700 .. 999; every second round has a ring of 400 beside them, with long distances. */
static void knowing_the_sides_changes_no_number(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 62, 0);
  for (int round = 0; round < 4; round++) {
    struct family_pairs *p = memory_zeroed(1, sizeof *p);
    for (int i = 0; i < 1500; i++) {
      uint32_t v = (uint32_t)chance_below(&c, round % 2 ? 500 : 700), w = 700 + (uint32_t)chance_below(&c, round % 2 ? 100 : 300);
      family_add(p, i % 2 ? v : w, i % 2 ? w : v);
    }
    for (uint32_t i = 0; round % 2 && i < 200; i++)
      family_add(p, 500 + i, 800 + i), family_add(p, 500 + i, 800 + (i + 199) % 200);
    struct built b = family_build(p, 1000, round / 2);
    struct bitwave_net net = net_of_graph(&b.g);
    for (int width = BITWAVE_PLAIN; width <= (int)bitwave_best_width(); width++) {
      struct bitwave_scratch without, with;
      net.sides = 0;
      walk_all(&without, &net, (enum bitwave_width)width);
      net.sides = 700;
      walk_all(&with, &net, (enum bitwave_width)width);
      assert_alike(&without, &with);
      if (round == 1) assert_true(with.longest >= BITWAVE_SHALLOW);
      bitwave_scratch_free(&without);
      bitwave_scratch_free(&with);
    }
    built_free(&b);
    free(p);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_reaches_the_sources_along_arcs_is_counted),
      cmocka_unit_test(words_are_clean_for_the_next_walk),
      cmocka_unit_test(every_width_counts_the_same),
      cmocka_unit_test(knowing_the_sides_changes_no_number),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
