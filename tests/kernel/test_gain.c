/* Gains of single ties and of new nodes against the slow twin, the update of distances, and the bound on sets. */
#include "kernel/gain.h"

#include "kernel/families.h"
#include "kernel/gain_grown.h"
#include "kernel/gain_rows.h"
#include "kernel/known_graphs.h"
#include "tests/test.h"

static const struct gain_worth efficiency = {0};

static struct gain_score score_of(const struct gain_field *f, uint32_t u, uint32_t v) {
  const uint32_t pair[1][2] = {{u, v}};
  struct gain_score s;
  assert_int_equal(gain_of_ties(&s, f, pair, 1, NULL), KERNEL_DONE);
  return s;
}

static double mean(const struct gain_field *f, uint64_t points) {
  return (double)points / (double)f->unit / (double)f->pairs;
}

/* ---- known answers ---- */

static void one_and_thirty_four_of_karate_would_gain_most(void **state) {
  (void)state;
  struct known_graph k;
  struct gain_field f;
  known_graph_start(&k, KARATE_NODES, false, KNOWN(karate), NULL);
  assert_int_equal(gain_field_start(&f, &k.g, &efficiency, NULL), KERNEL_DONE);
  assert_near(mean(&f, gain_field_sum(&f)), .4920083184789052, 1e-14);
  assert_near(mean(&f, score_of(&f, 0, 33).gain), .01645870, 5e-9);
  for (uint32_t u = 0; u < KARATE_NODES; u++)
    for (uint32_t v = u + 1; v < KARATE_NODES; v++)
      if (!known_tied(&k.g, u, v) && !(u == 0 && v == 33)) assert_true(score_of(&f, u, v).gain < score_of(&f, 0, 33).gain);
  gain_field_free(&f);
  known_graph_free(&k);
}

static void two_marriages_would_gain_exactly_as_much(void **state) {
  (void)state;
  struct known_graph k;
  struct gain_field f;
  known_graph_start(&k, FLORENCE_NODES, false, KNOWN(florence), NULL);
  assert_int_equal(gain_field_start(&f, &k.g, &efficiency, NULL), KERNEL_DONE);
  assert_near(mean(&f, score_of(&f, BISCHERI, SALVIATI).gain), .02206349, 5e-9);
  assert_true(score_of(&f, BISCHERI, SALVIATI).gain == score_of(&f, GUADAGNI, PAZZI).gain);
  gain_field_free(&f);
  known_graph_free(&k);
}

/* ---- against the twin ---- */

static void groups_of(uint8_t *side, struct chance *c, uint32_t n) {
  for (uint32_t v = 0; v < n; v++)
    side[v] = (uint8_t)chance_below(c, 4);
}

static void compare_ties(struct chance *c, const struct graph *g, const struct gain_worth *w) {
  struct gain_field f;
  assert_int_equal(gain_field_start(&f, g, w, NULL), KERNEL_DONE);
  for (uint32_t i = 0; i < 12; i++) {
    uint32_t u = (uint32_t)chance_below(c, g->nodes), v = (uint32_t)chance_below(c, g->nodes);
    struct gain_score slow, fast;
    if (u == v || known_tied(g, u, v)) continue;
    fast = score_of(&f, u, v);
    assert_int_equal(gain_of_tie_plain(&slow, g, w, u, v), KERNEL_DONE);
    assert_true(fast.gain == slow.gain && fast.closer == slow.closer && fast.met == slow.met);
  }
  gain_field_free(&f);
}

/* Without kept distances: the same numbers, the sum as well. */
static void compare_rows(struct chance *c, const struct graph *g, const struct gain_worth *w) {
  struct gain_field f, bare;
  uint32_t pair[40][2];
  size_t count = 0;
  struct gain_score kept[40], rows[40];
  uint64_t *apart = memory_zeroed(GAIN_FAR + 1, sizeof *apart), sum = 0;
  assert_int_equal(gain_field_start(&f, g, w, NULL), KERNEL_DONE);
  assert_int_equal(gain_worth_start(&bare, g, w), KERNEL_DONE);
  for (uint32_t i = 0; i < 40; i++) {
    uint32_t u = (uint32_t)chance_below(c, g->nodes), v = (uint32_t)chance_below(c, g->nodes);
    if (u != v && !known_tied(g, u, v)) pair[count][0] = u, pair[count++][1] = v;
  }
  assert_int_equal(gain_of_ties(kept, &f, (const uint32_t(*)[2])pair, count, NULL), KERNEL_DONE);
  assert_int_equal(gain_rows_of_ties(rows, &bare, g, (const uint32_t(*)[2])pair, count, &(struct kernel_watch){.threads = 2}), KERNEL_DONE);
  for (size_t i = 0; i < count; i++) {
    assert_true(kept[i].gain == rows[i].gain && kept[i].closer == rows[i].closer);
    if (!w->counts_steps) assert_int_equal(kept[i].met, rows[i].met);
  }
  assert_non_null(apart);
  assert_int_equal(gain_rows_count(apart, &bare, g, NULL), KERNEL_DONE);
  for (uint32_t d = 1; d < GAIN_FAR; d++)
    sum += apart[d] * bare.worth[d];
  assert_true(sum == gain_field_sum(&f));
  assert_true(gain_bound_of(&bare, apart, 2, 5) == gain_bound(&f, 2, 5));
  free(apart);
  gain_field_free(&f);
  gain_field_free(&bare);
}

static void ties_gain_the_same_where_distances_are_not_kept(void **state) {
  (void)state;
  struct chance c;
  uint8_t side[90];
  chance_start(&c, 10, 1);
  for (int round = 0; round < 24; round++) {
    uint32_t n = 40 + (uint32_t)chance_below(&c, 50);
    struct built b = family_make(&c, (enum family)(round % FAMILIES), n, round / FAMILIES % 2 == 1);
    groups_of(side, &c, n);
    compare_rows(&c, &b.g, &efficiency);
    compare_rows(&c, &b.g, &(struct gain_worth){.side = side});
    compare_rows(&c, &b.g, &(struct gain_worth){.side = side, .one_way = true});
    compare_rows(&c, &b.g, &(struct gain_worth){.counts_steps = true, .within = 1 + (uint32_t)round % 4});
    compare_rows(&c, &b.g, &(struct gain_worth){.counts_steps = true, .one_way = true, .within = 2, .side = side});
    built_free(&b);
  }
}

static void ties_gain_what_a_new_search_finds(void **state) {
  (void)state;
  struct chance c;
  uint8_t side[90];
  chance_start(&c, 7, 1);
  for (int round = 0; round < 24; round++) {
    uint32_t n = 40 + (uint32_t)chance_below(&c, 50);
    struct built b = family_make(&c, (enum family)(round % FAMILIES), n, round / FAMILIES % 2 == 1);
    groups_of(side, &c, n);
    compare_ties(&c, &b.g, &efficiency);
    compare_ties(&c, &b.g, &(struct gain_worth){.side = side});
    compare_ties(&c, &b.g, &(struct gain_worth){.side = side, .one_way = true});
    compare_ties(&c, &b.g, &(struct gain_worth){.counts_steps = true, .within = 1 + (uint32_t)round % 4});
    compare_ties(&c, &b.g, &(struct gain_worth){.counts_steps = true, .within = 2, .side = side});
    built_free(&b);
  }
}

static void new_nodes_gain_what_a_new_search_finds(void **state) {
  (void)state;
  struct chance c;
  uint8_t side[60];
  uint16_t near[60];
  chance_start(&c, 8, 1);
  for (int round = 0; round < 80; round++) {
    uint32_t n = 10 + (uint32_t)chance_below(&c, 50), member[5], members = 0;
    struct built b = family_make(&c, (enum family)(round % FAMILIES), n, false);
    struct gain_worth w = {.side = round % 3 ? NULL : side};
    struct gain_field f;
    struct gain_score slow, fast;
    groups_of(side, &c, n);
    for (uint32_t v = 0; v < n && members < 5; v++)
      if (chance_share(&c) < 0.2) member[members++] = v;
    assert_int_equal(gain_field_start(&f, &b.g, &w, NULL), KERNEL_DONE);
    fast = gain_of_hub(&f, member, members, near);
    assert_int_equal(gain_of_hub_plain(&slow, &b.g, &w, member, members), KERNEL_DONE);
    assert_true(fast.gain == slow.gain && fast.closer == slow.closer && fast.met == slow.met);
    gain_field_free(&f);
    built_free(&b);
  }
}

static void a_tie_worked_in_leaves_the_distances_that_a_new_search_finds(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 9, 1);
  for (int round = 0; round < 60; round++) {
    struct known_graph k;
    struct grown grown;
    struct gain_field f, again;
    known_random(&k, &c, 2 + (uint32_t)chance_below(&c, 30), round % 2 == 1, 0.05 + 0.1 * chance_share(&c));
    uint32_t pair[3][2], count = 0, n = k.g.nodes;
    for (int i = 0; i < 3; i++) {
      uint32_t u = (uint32_t)chance_below(&c, n), v = (uint32_t)chance_below(&c, n);
      bool twice = u == v || known_tied(&k.g, u, v);
      for (uint32_t j = 0; j < count; j++)
        twice |= (pair[j][0] == u && pair[j][1] == v) || (!k.g.directed && pair[j][0] == v && pair[j][1] == u);
      if (!twice) pair[count][0] = u, pair[count++][1] = v;
    }
    assert_int_equal(gain_field_start(&f, &k.g, &efficiency, NULL), KERNEL_DONE);
    for (uint32_t i = 0; i < count; i++) {
      uint64_t before = gain_field_sum(&f), gain = score_of(&f, pair[i][0], pair[i][1]).gain;
      gain_field_tie(&f, pair[i][0], pair[i][1]);
      assert_true(gain_field_sum(&f) == before + gain);
    }
    assert_int_equal(grown_start(&grown, &k.g, (const uint32_t(*)[2])pair, count, 0), KERNEL_DONE);
    for (uint32_t v = 0; v < n; v++)
      for (uint64_t a = grown.first[v] + 1; a < grown.first[v + 1]; a++)
        assert_true(grown.to[a - 1] < grown.to[a]);
    for (uint32_t v = 0; v < n && k.g.directed; v++)
      for (uint64_t a = grown.in_first[v] + 1; a < grown.in_first[v + 1]; a++)
        assert_true(grown.in_to[a - 1] < grown.in_to[a]);
    assert_int_equal(gain_field_start(&again, &grown.graph, &efficiency, NULL), KERNEL_DONE);
    assert_memory_equal(f.distance, again.distance, (size_t)n * n * sizeof *f.distance);
    assert_memory_equal(f.into, again.into, (size_t)n * n * sizeof *f.into);
    gain_field_free(&f);
    gain_field_free(&again);
    grown_free(&grown);
    known_graph_free(&k);
  }
}

static void the_number_of_threads_changes_nothing(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 10, 1);
  struct built b = family_make(&c, FAMILY_SPARSE, 300, false);
  struct gain_field f;
  static uint32_t pair[20000][2];
  static struct gain_score one[20000], many[20000];
  size_t count = 0;
  for (uint32_t u = 0; u < 300; u++)
    for (uint32_t v = u + 1; v < 300 && count < 20000; v++)
      if (!known_tied(&b.g, u, v)) pair[count][0] = u, pair[count++][1] = v;
  assert_int_equal(gain_field_start(&f, &b.g, &efficiency, NULL), KERNEL_DONE);
  assert_int_equal(gain_of_ties(one, &f, (const uint32_t(*)[2])pair, count, &(struct kernel_watch){.threads = 1}), KERNEL_DONE);
  assert_int_equal(gain_of_ties(many, &f, (const uint32_t(*)[2])pair, count, &(struct kernel_watch){.threads = 8}), KERNEL_DONE);
  assert_memory_equal(one, many, count * sizeof *one);
  gain_field_free(&f);
  built_free(&b);
}

/* ---- long distances, and the bound ---- */

static void long_paths_keep_twelve_digits(void **state) {
  (void)state;
  enum { N = 900 };
  struct gain_field f;
  double want = 0;
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  for (uint32_t v = 0; v + 1 < N; v++)
    family_add(p, v, v + 1);
  struct built b = family_build(p, N, false);
  assert_int_equal(gain_field_start(&f, &b.g, &efficiency, NULL), KERNEL_DONE);
  for (int d = 1; d < N; d++)
    want += (double)(N - d) / d;
  assert_near(mean(&f, gain_field_sum(&f)), want / (N * (N - 1) / 2), 1e-12);
  gain_field_free(&f);
  built_free(&b);
  free(p);
}

/* All sets of two ties, by brute force, stay below the bound. */
static void no_two_ties_gain_more_than_the_bound(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 11, 1);
  for (int round = 0; round < 40; round++) {
    struct known_graph k;
    struct gain_field f;
    known_random(&k, &c, 4 + (uint32_t)chance_below(&c, 6), false, 0.1 + 0.4 * chance_share(&c));
    uint32_t n = k.g.nodes, most_degree = 0;
    assert_int_equal(gain_field_start(&f, &k.g, &efficiency, NULL), KERNEL_DONE);
    for (uint32_t v = 0; v < n; v++)
      if (k.first[v + 1] - k.first[v] > most_degree) most_degree = (uint32_t)(k.first[v + 1] - k.first[v]);
    uint64_t bound = gain_bound(&f, 2, 4 * most_degree + 1);
    for (uint32_t i = 0; i < n * n; i++)
      for (uint32_t j = i + 1; j < n * n; j++) {
        uint32_t two[2][2] = {{i / n, i % n}, {j / n, j % n}};
        if (i / n >= i % n || j / n >= j % n || known_tied(&k.g, i / n, i % n) || known_tied(&k.g, j / n, j % n)) continue;
        struct grown grown;
        struct gain_field then;
        assert_int_equal(grown_start(&grown, &k.g, (const uint32_t(*)[2])two, 2, 0), KERNEL_DONE);
        assert_int_equal(gain_field_start(&then, &grown.graph, &efficiency, NULL), KERNEL_DONE);
        assert_true(gain_field_sum(&then) - gain_field_sum(&f) <= bound);
        gain_field_free(&then);
        grown_free(&grown);
        if (j > i + 3 * n) break; /* enough of each */
      }
    gain_field_free(&f);
    known_graph_free(&k);
  }
}

static void networks_of_no_and_of_one_node_are_worth_nothing(void **state) {
  (void)state;
  for (uint32_t n = 0; n < 2; n++) {
    struct known_graph k;
    struct gain_field f;
    known_graph_start(&k, n, false, karate_ties, 0, NULL);
    assert_int_equal(gain_field_start(&f, &k.g, &efficiency, NULL), KERNEL_DONE);
    assert_int_equal(f.pairs, 0);
    assert_int_equal(gain_field_sum(&f), 0);
    gain_field_free(&f);
    known_graph_free(&k);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_and_thirty_four_of_karate_would_gain_most),
      cmocka_unit_test(two_marriages_would_gain_exactly_as_much),
      cmocka_unit_test(ties_gain_the_same_where_distances_are_not_kept),
      cmocka_unit_test(ties_gain_what_a_new_search_finds),
      cmocka_unit_test(new_nodes_gain_what_a_new_search_finds),
      cmocka_unit_test(a_tie_worked_in_leaves_the_distances_that_a_new_search_finds),
      cmocka_unit_test(the_number_of_threads_changes_nothing),
      cmocka_unit_test(long_paths_keep_twelve_digits),
      cmocka_unit_test(no_two_ties_gain_more_than_the_bound),
      cmocka_unit_test(networks_of_no_and_of_one_node_are_worth_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
