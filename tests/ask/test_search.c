/* The search against a slow, different twin: every simple path is walked, the least kept and counted. */
#include "ask/search.h"
#include "base/run.h"
#include "fixture/net_of.h"
#include "tests/test.h"

#include <stdio.h>

/* All simple paths from `at`, by trying. */
struct trial {
  const struct ways *ways;
  uint32_t to, within;
  bool seen[16];
  double best, count;
};

static void try_all(struct trial *t, uint32_t at, double length, uint32_t steps) {
  if (at == t->to) {
    if (length < t->best - 1e-9) t->best = length, t->count = 0;
    if (fabs(length - t->best) <= 1e-9) t->count++;
    return;
  }
  if (t->within && steps == t->within) return;
  t->seen[at] = true;
  for (struct way way = {.stop = t->ways->net->end_first[at]}; ways_next(&way, t->ways, at);)
    if (!t->seen[way.to]) try_all(t, way.to, length + way.length, steps + 1);
  t->seen[at] = false;
}

/* A network of 8 nodes with about `ties` ties, some directed, weights 1 to 4. */
static nonet *random_net(struct chance *c, unsigned ties, bool directed) {
  char line[1024] = "a b c d e f g h";
  for (unsigned i = 0; i < ties; i++) {
    char from = (char)('a' + chance_below(c, 8)), to = (char)('a' + chance_below(c, 8));
    snprintf(line + strlen(line), sizeof line - strlen(line), " %c%c%c:%u", from, directed && chance_below(c, 2) ? '>' : '-', to,
             (unsigned)chance_below(c, 4) + 1);
  }
  return net_of(line);
}

static void compare(const nonet *n, bool weighted, uint32_t within) {
  struct run run;
  struct ways ways;
  nonet_err err;
  run_start(&run, NULL);
  assert_ok(ways_start(&ways, n, &(struct ways_options){.weighted = weighted}, &err), err);
  for (uint32_t to = 1; to < n->nodes; to++) {
    struct web web;
    struct trial trial = {.ways = &ways, .to = to, .within = within, .best = INFINITY};
    assert_ok(web_start(&web, &ways, 0, to, within, &run, &err), err);
    try_all(&trial, 0, 0, 0);
    assert_int_equal(web.found, isfinite(trial.best));
    if (web.found) {
      assert_near(web.length, trial.best / ways.length.units, 1e-12);
      assert_near(web.paths, trial.count, 0);
    }
    web_free(&web);
  }
  ways_free(&ways);
}

static void random_networks_agree_with_trying_every_path(void **state) {
  (void)state;
  struct chance chance;
  chance_start(&chance, 1, 0);
  for (unsigned i = 0; i < 400; i++) {
    nonet *n = random_net(&chance, 4 + i % 14, i % 2);
    for (uint32_t within = 0; within < 5; within++) {
      compare(n, false, within);
      compare(n, true, within);
    }
    nonet_free(n);
  }
}

static void a_web_has_no_dead_ends(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d b-x x-y c-z a-z");
  struct run run;
  struct ways ways;
  struct web web;
  nonet_err err;
  run_start(&run, NULL);
  assert_ok(ways_start(&ways, n, &(struct ways_options){0}, &err), err);
  assert_ok(web_start(&web, &ways, node_of(n, "a"), node_of(n, "d"), 0, &run, &err), err);
  for (uint32_t p = 0; p < web.places; p++) {
    size_t count;
    const struct web_arc *arcs = web_arcs(&web, p, &count);
    for (size_t i = 0; i < count; i++) {
      assert_true(arcs[i].to > p);
      assert_true(web.paths_on[arcs[i].to] > 0);
    }
  }
  assert_near(web.paths, 2, 0);
  web_free(&web);
  ways_free(&ways);
  nonet_free(n);
}

/* A ladder of k rungs of two nodes each has 2^k shortest paths. */
static void counts_beyond_whole_numbers_stay_finite(void **state) {
  (void)state;
  static char line[16384];
  size_t at = 0;
  for (unsigned i = 0; i < 200; i++)
    at += (size_t)snprintf(line + at, sizeof line - at, "s%u-a%u s%u-b%u a%u-s%u b%u-s%u ", i, i, i, i, i, i + 1, i, i + 1);
  nonet *n = net_of(line);
  nonet_answer *a;
  nonet_err err;
  assert_ok(nonet_paths(&a, n, &(nonet_paths_options){.from = "s0", .to = "s200", .at_most = 1}, NULL, &err), err);
  assert_contains(nonet_answer_sentence(a, 0), "there are about 1.61e+60 shortest paths");
  nonet_answer_free(a);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks_agree_with_trying_every_path),
      cmocka_unit_test(a_web_has_no_dead_ends),
      cmocka_unit_test(counts_beyond_whole_numbers_stay_finite),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
