/* Sharing of neighbours: each value again by its definition, over all pairs and all paths. */
#include "kernel/built.h"
#include "kernel/sharing.h"
#include "tests/test.h"

#define MOST 16

struct table {
  uint32_t n;
  bool tied[MOST][MOST];
};

static struct table table_of(const struct built *b) {
  struct table t = {.n = b->g.nodes};
  for (uint32_t e = 0; e < b->g.edges; e++)
    t.tied[b->tail[e]][b->head[e]] = t.tied[b->head[e]][b->tail[e]] = true;
  return t;
}

static double shared(const struct table *t, uint32_t v, uint32_t w) {
  double count = 0;
  for (uint32_t k = 0; k < t->n; k++)
    count += t->tied[v][k] && t->tied[w][k];
  return count;
}

static double likeness(const struct table *t, uint32_t v, enum sharing_form form) {
  double sum = 0, others = 0, k = shared(t, v, v);
  for (uint32_t w = 0; w < t->n; w++) {
    double c = w == v ? 0 : shared(t, v, w), l = shared(t, w, w);
    if (!(c > 0)) continue;
    others++;
    sum += c / (form == SHARING_OF_ALL ? k + l - c : form == SHARING_OF_LESSER ? fmin(k, l) : fmax(k, l));
  }
  return others > 0 ? sum / others : (double)NAN;
}

static double redundancy(const struct table *t, uint32_t v) {
  double pairs = 0, all = 0;
  for (uint32_t a = 0; a < t->n; a++)
    for (uint32_t b = 0; b < a; b++) {
      if (!t->tied[v][a] || !t->tied[v][b]) continue;
      all++;
      pairs += shared(t, a, b) > 1;
    }
  return all > 0 ? pairs / all : (double)NAN;
}

static double cycles(const struct table *t, uint32_t v) {
  double count = 0;
  for (uint32_t a = 0; a < t->n; a++)
    for (uint32_t b = 0; b < a; b++)
      for (uint32_t w = 0; w < t->n; w++)
        count += w != v && t->tied[v][a] && t->tied[v][b] && t->tied[w][a] && t->tied[w][b];
  return count;
}

static double chains(const struct table *t, uint32_t v) {
  double count = 0;
  for (uint32_t a = 0; a < t->n; a++)
    for (uint32_t b = 0; b < a; b++)
      for (uint32_t x = 0; x < t->n; x++)
        for (uint32_t y = 0; y < t->n; y++)
          count += a != v && b != v && t->tied[a][x] && t->tied[x][v] && t->tied[v][y] && t->tied[y][b] && !(shared(t, a, b) > 0);
  return count;
}

static void compare(const struct built *b, unsigned threads) {
  struct table t = table_of(b);
  struct kernel_watch watch = {.threads = threads};
  double got[6][MOST];
  for (unsigned form = 0; form < 3; form++)
    assert_int_equal(sharing_likeness(got[form], &b->g, (enum sharing_form)form, &watch), KERNEL_DONE);
  assert_int_equal(sharing_redundancy(got[3], &b->g, &watch), KERNEL_DONE);
  assert_int_equal(sharing_cycles(got[4], &b->g, &watch), KERNEL_DONE);
  assert_int_equal(sharing_chains(got[5], &b->g, &watch), KERNEL_DONE);
  for (uint32_t v = 0; v < t.n; v++) {
    for (unsigned form = 0; form < 3; form++)
      assert_near(got[form][v], likeness(&t, v, (enum sharing_form)form), 1e-14);
    assert_near(got[3][v], redundancy(&t, v), 1e-14);
    assert_near(got[4][v], cycles(&t, v), 0);
    assert_near(got[5][v], chains(&t, v), 0);
  }
}

static void random_graphs_agree_with_the_definitions(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 41, 0);
  for (int round = 0; round < 200; round++) {
    struct built b = built_random(&c, (uint32_t)chance_below(&c, MOST + 1), chance_share(&c), false, 0, 1);
    compare(&b, 1 + (unsigned)round % 3);
    built_free(&b);
  }
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void a_watch_that_says_no_ends_it(void **state) {
  struct chance c;
  double out[60];
  struct kernel_watch watch = {.go_on = never, .threads = 1};
  (void)state;
  chance_start(&c, 42, 0);
  struct built b = built_random(&c, 60, 0.3, false, 0, 1);
  assert_int_equal(sharing_chains(out, &b.g, &watch), KERNEL_STOPPED);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_graphs_agree_with_the_definitions),
      cmocka_unit_test(a_watch_that_says_no_ends_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
