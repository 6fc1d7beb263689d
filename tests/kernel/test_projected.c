/* Projections as arrays: each pair again by its definition, over all pairs; and what must not depend on threads or on how far nodes are
 * apart in the bitmap. */
#include "base/memory.h"
#include "base/run.h"
#include "kernel/projected.h"
#include "tests/test.h"

#include <stdlib.h>

enum { NO_MARK = 9 };

/* What is asked, and its arrays: those of nodes, then those of what they reach. Owned. */
struct given {
  struct projected_ask ask;
  uint32_t middles;
  uint64_t *first, *next;
  uint32_t *to[2], *mark[2];
  double *strength[2], *divisor;
};

static void free_given(struct given *g) {
  for (int way = 0; way < 2; way++) {
    free(g->to[way]);
    free(g->mark[way]);
    free(g->strength[way]);
  }
  free(g->first);
  free(g->next);
  free(g->divisor);
}

/* Turn the rows of nodes round, so ascending too. */
static void turn(struct given *g, uint32_t nodes) {
  uint64_t place = 0, entries = g->first[nodes];
  g->next = memory_array(entries, sizeof *g->next);
  uint64_t *at = memory_zeroed((size_t)g->middles + 1, sizeof *at);
  for (uint64_t a = 0; a < entries; a++)
    at[g->to[0][a]]++;
  for (uint32_t k = 0; k < g->middles; k++) {
    uint64_t row = at[k] + (at[k] > 0);
    at[k] = place;
    place += row;
    if (row) g->to[1][place - 1] = PROJECTED_END;
  }
  for (uint32_t i = 0; i < nodes; i++)
    for (uint64_t a = g->first[i]; a < g->first[i + 1]; a++) {
      place = at[g->to[0][a]]++;
      g->to[1][place] = i;
      g->next[a] = place + 1;
      g->mark[1][place] = g->mark[0][a];
      g->strength[1][place] = g->strength[0][a];
    }
  free(at);
}

static struct given given_of(uint32_t nodes, uint32_t middles, uint64_t most) {
  struct given g = {.middles = middles, .divisor = memory_array(middles, sizeof *g.divisor)};
  g.first = memory_zeroed((size_t)nodes + 1, sizeof *g.first);
  for (int way = 0; way < 2; way++) {
    g.to[way] = memory_array(most + middles, sizeof *g.to[way]);
    g.mark[way] = memory_array(most + middles, sizeof *g.mark[way]);
    g.strength[way] = memory_array(most + middles, sizeof *g.strength[way]);
  }
  for (uint32_t k = 0; k < middles; k++)
    g.divisor[k] = 1 + k % 3;
  return g;
}

static void set_ask(struct given *g, uint32_t nodes, bool strengths, bool marks, bool divided) {
  g->ask = (struct projected_ask){.nodes = nodes, .first = g->first, .next = g->next, .to = g->to[0], .back = g->to[1], .no_mark = NO_MARK};
  if (strengths) g->ask.own_strength = g->strength[0], g->ask.back_strength = g->strength[1];
  if (marks) g->ask.own_mark = g->mark[0], g->ask.back_mark = g->mark[1];
  if (divided) g->ask.divisor = g->divisor;
}

/* Each node reaches each middle with a chance of `share`. */
static struct given random_given(struct chance *c, uint32_t nodes, uint32_t middles, double share) {
  struct given g = given_of(nodes, middles, (uint64_t)nodes * middles);
  uint64_t entries = 0;
  for (uint32_t i = 0; i < nodes; i++) {
    for (uint32_t k = 0; k < middles; k++) {
      if (chance_share(c) >= share) continue;
      g.to[0][entries] = k;
      g.mark[0][entries] = (uint32_t)chance_below(c, 2);
      g.strength[0][entries++] = chance_share(c);
    }
    g.first[i + 1] = entries;
  }
  turn(&g, nodes);
  return g;
}

static void free_made(struct projected *p) {
  void *const owned[] = {p->first, p->row_first, p->from, p->to, p->weight, p->mark, p->row_other, p->row_pair};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
    free(owned[i]);
}

static struct projected make(const struct projected_ask *ask, unsigned threads) {
  struct kernel_watch watch = {.threads = threads};
  struct projected p = {.first = memory_array((size_t)ask->nodes + 1, 8), .row_first = memory_array((size_t)ask->nodes + 1, 8)};
  assert_int_equal(projected_count(&p, ask, &watch), KERNEL_DONE);
  uint64_t pairs = p.first[ask->nodes];
  p.from = memory_array(pairs, sizeof *p.from), p.to = memory_array(pairs, sizeof *p.to);
  p.weight = memory_array(pairs, sizeof *p.weight);
  if (ask->own_mark) p.mark = memory_array(pairs, sizeof *p.mark);
  p.row_other = memory_array(2 * pairs, sizeof *p.row_other), p.row_pair = memory_array(2 * pairs, sizeof *p.row_pair);
  assert_int_equal(projected_fill(&p, ask, &watch), KERNEL_DONE);
  return p;
}

/* By definition: whether i and j share anything, how much, and by which mark. */
static bool share(double *weight, uint32_t *mark, const struct projected_ask *ask, uint32_t i, uint32_t j) {
  bool any = false;
  *weight = 0;
  for (uint64_t a = ask->first[i]; a < ask->first[i + 1]; a++)
    for (uint64_t b = ask->first[j]; b < ask->first[j + 1]; b++) {
      if (ask->to[a] != ask->to[b]) continue;
      double c = ask->own_strength ? fmin(ask->own_strength[a], ask->own_strength[b]) : 1;
      *weight += ask->divisor ? c / ask->divisor[ask->to[a]] : c;
      for (int side = 0; side < 2 && ask->own_mark; side++) {
        uint32_t own = ask->own_mark[side ? b : a];
        *mark = (!any && !side) || *mark == own ? own : NO_MARK;
      }
      any = true;
    }
  return any;
}

static void compare(const struct given *g, const struct projected *p) {
  const struct projected_ask *ask = &g->ask;
  uint64_t t = 0;
  for (uint32_t i = 0; i < ask->nodes; i++) {
    assert_int_equal(p->first[i], t);
    uint64_t place = p->row_first[i];
    for (uint32_t j = 0; j < ask->nodes; j++) {
      double weight;
      uint32_t mark = NO_MARK;
      if (i == j || !share(&weight, &mark, ask, i < j ? i : j, i < j ? j : i)) continue;
      assert_int_equal(p->row_other[place], j);
      uint32_t pair = p->row_pair[place++];
      assert_int_equal(p->from[pair], i < j ? i : j);
      assert_int_equal(p->to[pair], i < j ? j : i);
      if (j < i) continue;
      assert_int_equal(pair, t++);
      assert_true(p->weight[pair] == weight);
      if (p->mark) assert_int_equal(p->mark[pair], mark);
    }
    assert_int_equal(p->row_first[i + 1], place);
  }
  assert_int_equal(p->first[ask->nodes], t);
}

static void random_rows_agree_with_the_definition(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 91, 0);
  for (unsigned round = 0; round < 160; round++) {
    uint32_t nodes = (uint32_t)chance_below(&c, round % 8 ? 24 : 150);
    struct given g = random_given(&c, nodes, (uint32_t)chance_below(&c, 12), chance_share(&c));
    set_ask(&g, nodes, round & 1, round & 2, round & 4);
    struct projected p = make(&g.ask, 1 + round % 3);
    compare(&g, &p);
    free_made(&p);
    free_given(&g);
  }
}

/* More entries than one thread is asked for; what is reached is drawn so that some is reached by many. */
static struct given large_given(struct chance *c, uint32_t nodes, uint32_t middles, uint32_t each) {
  struct given g = given_of(nodes, middles, (uint64_t)nodes * each);
  uint64_t entries = 0;
  for (uint32_t i = 0; i < nodes; i++) {
    for (uint32_t k = (uint32_t)chance_below(c, middles), met = 0; met < each && k < middles; met++) {
      g.to[0][entries] = k;
      g.mark[0][entries] = i & 1;
      g.strength[0][entries++] = chance_share(c);
      k += 1 + (uint32_t)chance_below(c, 3);
    }
    g.first[i + 1] = entries;
  }
  turn(&g, nodes);
  return g;
}

static void any_number_of_threads_gives_the_same_bytes(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 92, 0);
  struct given g = large_given(&c, 12000, 9000, 8);
  set_ask(&g, 12000, true, true, true);
  assert_true(g.first[12000] > 65536);
  struct projected one = make(&g.ask, 1);
  uint64_t pairs = one.first[12000];
  for (unsigned threads = 2; threads <= 40; threads += 19) {
    struct projected p = make(&g.ask, threads);
    assert_memory_equal(p.first, one.first, 12001 * sizeof *p.first);
    assert_memory_equal(p.row_first, one.row_first, 12001 * sizeof *p.row_first);
    assert_memory_equal(p.from, one.from, pairs * sizeof *p.from);
    assert_memory_equal(p.to, one.to, pairs * sizeof *p.to);
    assert_memory_equal(p.mark, one.mark, pairs * sizeof *p.mark);
    assert_memory_equal(p.weight, one.weight, pairs * sizeof *p.weight);
    assert_memory_equal(p.row_other, one.row_other, 2 * pairs * sizeof *p.row_other);
    assert_memory_equal(p.row_pair, one.row_pair, 2 * pairs * sizeof *p.row_pair);
    free_made(&p);
  }
  free_made(&one);
  free_given(&g);
}

static void nodes_far_apart_are_paired_in_order(void **state) {
  enum { NODES = 600000 };
  static const uint32_t here[] = {0, 1, 63, 64, 4095, 4096, 262143, 262144, 262145, 524288, 599999};
  enum { HERE = sizeof here / sizeof *here };
  (void)state;
  struct given g = given_of(NODES, 1, HERE);
  for (uint32_t i = 0, h = 0; i < NODES; i++) {
    if (h < HERE && here[h] == i) g.to[0][h] = 0, g.mark[0][h] = 0, g.strength[0][h++] = 1;
    g.first[i + 1] = h;
  }
  turn(&g, NODES);
  set_ask(&g, NODES, false, false, false);
  struct projected p = make(&g.ask, 2);
  uint64_t t = 0;
  for (uint32_t a = 0; a < HERE; a++)
    for (uint32_t b = a + 1; b < HERE; b++, t++) {
      assert_int_equal(p.from[t], here[a]);
      assert_int_equal(p.to[t], here[b]);
      assert_near(p.weight[t], 1, 0);
    }
  assert_int_equal(p.first[NODES], t);
  free_made(&p);
  free_given(&g);
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void a_watch_that_says_no_ends_it(void **state) {
  struct chance c;
  uint64_t first[21], row_first[21];
  struct projected p = {.first = first, .row_first = row_first};
  struct kernel_watch watch = {.go_on = never, .threads = 1};
  (void)state;
  chance_start(&c, 93, 0);
  struct given g = random_given(&c, 20, 5, 0.5);
  set_ask(&g, 20, false, false, false);
  assert_int_equal(projected_count(&p, &g.ask, &watch), KERNEL_STOPPED);
  free_given(&g);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_rows_agree_with_the_definition),
      cmocka_unit_test(any_number_of_threads_gives_the_same_bytes),
      cmocka_unit_test(nodes_far_apart_are_paired_in_order),
      cmocka_unit_test(a_watch_that_says_no_ends_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
