/* Networks drawn by chance: what is kept, and whether all that keep it are equally likely. */
#include "base/memory.h"
#include "kernel/rewire.h"
#include "tests/test.h"

#include <stdlib.h>

#define NODES 30
#define EDGES 400

struct network {
  struct rewire r;
  uint32_t tail[EDGES], head[EDGES];
  uint8_t kind[EDGES], mode[NODES];
};

static void add(struct network *w, enum rewire_kind kind, uint32_t tail, uint32_t head) {
  uint32_t e = w->r.edges++;
  assert_true(e < EDGES);
  w->kind[e] = (uint8_t)kind, w->tail[e] = tail, w->head[e] = head;
}

static void start(struct network *w, uint32_t nodes) {
  w->r = (struct rewire){.nodes = nodes, .tail = w->tail, .head = w->head, .kind = w->kind};
}

/* What is kept of each node: edges of each kind by direction; an undirected one has no direction, but between two modes. */
struct degrees {
  uint32_t of[NODES][REWIRE_KINDS][2];
};

static void count(struct degrees *d, const struct network *w) {
  memset(d, 0, sizeof *d);
  for (uint32_t e = 0; e < w->r.edges; e++) {
    uint8_t kind = w->kind[e];
    d->of[w->tail[e]][kind][0]++;
    d->of[w->head[e]][kind][kind != REWIRE_PAIR]++;
  }
}

/* No loop; no cell twice, an undirected edge having both. */
static void assert_simple(const struct network *w) {
  uint8_t taken[NODES][NODES] = {{0}};
  for (uint32_t e = 0; e < w->r.edges; e++) {
    uint32_t u = w->tail[e], v = w->head[e];
    if (u == v) fail_msg("a loop at %u", u);
    if (w->kind[e] == REWIRE_STAYS) continue;
    bool both = w->kind[e] == REWIRE_PAIR || w->kind[e] == REWIRE_ACROSS;
    if (taken[u][v]++ || (both && taken[v][u]++)) fail_msg("%u and %u are tied twice", u, v);
  }
}

/* A random layer of some kinds, with a mode for each node where they are across. */
static void draw(struct network *w, unsigned kinds, double density, struct chance *c) {
  bool across = kinds & (1u << REWIRE_ACROSS | 1u << REWIRE_ARC_OUT | 1u << REWIRE_ARC_BACK);
  start(w, 3 + (uint32_t)chance_below(c, 18));
  for (uint32_t v = 0; v < w->r.nodes; v++)
    w->mode[v] = (uint8_t)(v % 3 == 0);
  if (across) w->r.mode = w->mode;
  for (uint32_t u = 0; u < w->r.nodes; u++)
    for (uint32_t v = u + 1; v < w->r.nodes; v++) {
      if (chance_share(c) >= density || (across && w->mode[u] == w->mode[v])) continue;
      uint32_t low = across && w->mode[u] ? v : u, high = low == u ? v : u; /* low: of mode 0 */
      unsigned kind;
      do
        kind = (unsigned)chance_below(c, REWIRE_STAYS);
      while (!(kinds >> kind & 1));
      if (kind == REWIRE_ARC_BACK)
        add(w, kind, high, low);
      else
        add(w, kind, low, high);
      if (kind == REWIRE_ARC && chance_below(c, 2)) add(w, kind, high, low);
    }
}

static void a_thousand_draws_keep_every_degree_every_kind_and_every_mode(void **state) {
  static const unsigned kinds[] = {1u << REWIRE_PAIR,
                                   1u << REWIRE_ARC,
                                   1u << REWIRE_ACROSS,
                                   1u << REWIRE_ARC_OUT | 1u << REWIRE_ARC_BACK,
                                   1u << REWIRE_PAIR | 1u << REWIRE_ARC,
                                   1u << REWIRE_ACROSS | 1u << REWIRE_ARC_OUT | 1u << REWIRE_ARC_BACK};
  static struct network w;
  static struct degrees before, after;
  struct chance c;
  (void)state;
  chance_start(&c, 1, 0);
  for (int round = 0; round < 1000; round++) {
    draw(&w, kinds[round % 6], chance_share(&c), &c);
    count(&before, &w);
    assert_int_equal(rewire_degrees(&w.r, &c), KERNEL_DONE);
    count(&after, &w);
    assert_simple(&w);
    assert_memory_equal(&before, &after, sizeof before);
    for (uint32_t e = 0; w.r.mode && e < w.r.edges; e++)
      assert_int_equal(w.mode[w.tail[e]], w.kind[e] == REWIRE_ARC_BACK);
  }
}

static void edges_anywhere_keep_their_kinds_modes_and_members(void **state) {
  static const unsigned kinds[] = {1u << REWIRE_PAIR, 1u << REWIRE_ARC, 1u << REWIRE_ACROSS | 1u << REWIRE_ARC_OUT | 1u << REWIRE_ARC_BACK,
                                   1u << REWIRE_PAIR | 1u << REWIRE_ARC};
  static struct network w;
  uint8_t member[NODES];
  struct chance c;
  (void)state;
  chance_start(&c, 2, 0);
  for (int round = 0; round < 400; round++) {
    draw(&w, kinds[round % 4], chance_share(&c), &c);
    memset(member, 0, sizeof member);
    for (uint32_t e = 0; e < w.r.edges; e++)
      member[w.tail[e]] = member[w.head[e]] = 1;
    w.r.member = member;
    assert_int_equal(rewire_ties(&w.r, &c), KERNEL_DONE);
    assert_simple(&w);
    for (uint32_t e = 0; e < w.r.edges; e++) {
      assert_true(member[w.tail[e]] && member[w.head[e]]);
      if (w.r.mode) assert_true(w.mode[w.tail[e]] != w.mode[w.head[e]] && w.mode[w.tail[e]] == (w.kind[e] == REWIRE_ARC_BACK));
    }
  }
}

/* ---- are all equally likely? ---- */

#define CELLS 20 /* at most: 2^20 networks are tried */
#define ALIKE 2000
#define EXPECTED 30 /* draws of each network */

struct census {
  uint32_t code[ALIKE], seen[ALIKE], networks; /* those that keep what w has */
};

static bool is_undirected(const struct network *w) {
  return w->kind[0] == REWIRE_PAIR || w->kind[0] == REWIRE_ACROSS;
}

/* The cells that an edge may take, in a fixed order. */
static uint32_t cells_of(uint32_t cell[CELLS][2], const struct network *w) {
  uint32_t cells = 0;
  for (uint32_t u = 0; u < w->r.nodes; u++)
    for (uint32_t v = 0; v < w->r.nodes; v++) {
      if (u == v || (is_undirected(w) && !w->r.mode && v < u)) continue;
      if (w->r.mode && (w->mode[u] || !w->mode[v])) continue;
      assert_true(cells < CELLS);
      cell[cells][0] = u, cell[cells++][1] = v;
    }
  return cells;
}

static uint32_t code_of(const struct network *w) {
  uint32_t cell[CELLS][2], cells = cells_of(cell, w), code = 0;
  for (uint32_t e = 0; e < w->r.edges; e++)
    for (uint32_t i = 0; i < cells; i++) {
      bool same = cell[i][0] == w->tail[e] && cell[i][1] == w->head[e], turned = cell[i][0] == w->head[e] && cell[i][1] == w->tail[e];
      if (same || (turned && w->kind[0] == REWIRE_PAIR)) code |= 1u << i;
    }
  return code;
}

/* Every set of so many cells that gives each node its degrees. */
static void take_census(struct census *all, const struct network *w, bool degrees) {
  static struct network other;
  static struct degrees wanted, got;
  uint32_t cell[CELLS][2], cells = cells_of(cell, w);
  memset(all, 0, sizeof *all);
  count(&wanted, w);
  for (uint32_t code = 0; code < 1u << cells; code++) {
    if ((uint32_t)__builtin_popcount(code) != w->r.edges) continue;
    start(&other, w->r.nodes);
    for (uint32_t i = 0; i < cells; i++)
      if (code >> i & 1) add(&other, w->kind[0], cell[i][0], cell[i][1]);
    count(&got, &other);
    if (degrees && memcmp(&wanted, &got, sizeof got) != 0) continue;
    assert_true(all->networks < ALIKE);
    all->code[all->networks++] = code;
  }
}

/* The value of chi-square that is passed by chance once in 1000 times (Wilson and Hilferty 1931). */
static double critical(double freedom) {
  double z = 3.0902, a = 2 / (9 * freedom), b = 1 - a + z * sqrt(a);
  return freedom * b * b * b;
}

static void assert_uniform(const struct network *observed, bool degrees, uint64_t seed) {
  static struct census all;
  static struct network w;
  double square = 0;
  take_census(&all, observed, degrees);
  uint32_t draws = EXPECTED * all.networks;
  for (uint32_t i = 0; i < draws; i++) {
    struct chance c;
    uint32_t at = 0;
    w = *observed;
    w.r.tail = w.tail, w.r.head = w.head, w.r.kind = w.kind, w.r.mode = observed->r.mode ? w.mode : NULL;
    chance_start(&c, seed, i);
    assert_int_equal((degrees ? rewire_degrees : rewire_ties)(&w.r, &c), KERNEL_DONE);
    uint32_t code = code_of(&w);
    while (at < all.networks && all.code[at] != code)
      at++;
    if (at == all.networks) fail_msg("a draw is no network of the kind");
    all.seen[at]++;
  }
  for (uint32_t i = 0; i < all.networks; i++)
    square += (all.seen[i] - (double)EXPECTED) * (all.seen[i] - (double)EXPECTED) / EXPECTED;
  if (all.networks > 1 && square > critical(all.networks - 1.0))
    fail_msg("%u networks are not equally likely: chi-square is %g, above %g", all.networks, square, critical(all.networks - 1.0));
}

static void build(struct network *w, enum rewire_kind kind, uint32_t nodes, const char *edges) {
  start(w, nodes);
  for (; *edges; edges += edges[2] ? 3 : 2)
    add(w, kind, (uint32_t)(edges[0] - '0'), (uint32_t)(edges[1] - '0'));
}

static void all_undirected_networks_of_the_same_degrees_are_equally_likely(void **state) {
  static const char *const edges[] = {"01 12 23 34", "01 12 20 34", "01 02 03 12 34 45", "01 23 45", "01 02 03 04 12", "01 02 12 34 35 45"};
  static const uint32_t nodes[] = {5, 5, 6, 6, 5, 6};
  static struct network w;
  (void)state;
  for (size_t i = 0; i < 6; i++) {
    build(&w, REWIRE_PAIR, nodes[i], edges[i]);
    assert_uniform(&w, true, i);
  }
}

/* The first two are circles of three: no exchange of two arcs leads from the one way round to the other. */
static void all_directed_networks_of_the_same_degrees_are_equally_likely(void **state) {
  static const char *const edges[] = {"01 12 20", "01 12 20 30", "01 12 23 30", "01 10 12 23 31", "01 02 12 20 31 13", "01 12 23 34 40 02"};
  static const uint32_t nodes[] = {3, 4, 4, 4, 4, 5};
  static struct network w;
  (void)state;
  for (size_t i = 0; i < 6; i++) {
    build(&w, REWIRE_ARC, nodes[i], edges[i]);
    assert_uniform(&w, true, 20 + i);
  }
}

static void all_networks_of_two_modes_with_the_same_degrees_are_equally_likely(void **state) {
  static const char *const edges[] = {"04 15 26 37", "04 05 14 16 27 36", "04 05 06 14 25 37"};
  static struct network w;
  (void)state;
  for (size_t i = 0; i < 3; i++) {
    build(&w, REWIRE_ACROSS, 8, edges[i]);
    for (uint32_t v = 0; v < 8; v++)
      w.mode[v] = v > 3;
    w.r.mode = w.mode;
    assert_uniform(&w, true, 40 + i);
  }
}

static void all_networks_of_as_many_edges_are_equally_likely(void **state) {
  static struct network w;
  (void)state;
  build(&w, REWIRE_PAIR, 5, "01 12 23");
  assert_uniform(&w, false, 60);
  build(&w, REWIRE_PAIR, 4, "01 12 23 30 02 13");
  assert_uniform(&w, false, 61);
  build(&w, REWIRE_ARC, 4, "01 10 12");
  assert_uniform(&w, false, 62);
}

static void what_stays_is_not_moved_and_nothing_is_put_on_it(void **state) {
  static struct network w;
  struct chance c;
  (void)state;
  for (uint64_t round = 0; round < 200; round++) {
    build(&w, REWIRE_PAIR, 6, "01 12 23 34 45 50");
    w.kind[0] = w.kind[3] = REWIRE_STAYS;
    chance_start(&c, 3, round);
    assert_int_equal((round % 2 ? rewire_degrees : rewire_ties)(&w.r, &c), KERNEL_DONE);
    assert_true(w.tail[0] == 0 && w.head[0] == 1 && w.tail[3] == 3 && w.head[3] == 4);
    w.kind[0] = w.kind[3] = REWIRE_PAIR;
    assert_simple(&w);
  }
}

static void no_edge_and_one_edge_are_what_they_were(void **state) {
  static struct network w;
  struct chance c;
  (void)state;
  chance_start(&c, 4, 0);
  start(&w, 3);
  assert_int_equal(rewire_degrees(&w.r, &c), KERNEL_DONE);
  assert_int_equal(rewire_ties(&w.r, &c), KERNEL_DONE);
  build(&w, REWIRE_PAIR, 3, "01");
  assert_int_equal(rewire_degrees(&w.r, &c), KERNEL_DONE);
  assert_true(w.tail[0] == 0 && w.head[0] == 1);
  start(&w, 0);
  assert_int_equal(rewire_degrees(&w.r, &c), KERNEL_DONE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_thousand_draws_keep_every_degree_every_kind_and_every_mode),
      cmocka_unit_test(edges_anywhere_keep_their_kinds_modes_and_members),
      cmocka_unit_test(all_undirected_networks_of_the_same_degrees_are_equally_likely),
      cmocka_unit_test(all_directed_networks_of_the_same_degrees_are_equally_likely),
      cmocka_unit_test(all_networks_of_two_modes_with_the_same_degrees_are_equally_likely),
      cmocka_unit_test(all_networks_of_as_many_edges_are_equally_likely),
      cmocka_unit_test(what_stays_is_not_moved_and_nothing_is_put_on_it),
      cmocka_unit_test(no_edge_and_one_edge_are_what_they_were),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
