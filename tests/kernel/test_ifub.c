/* The diameter alone: known graphs, and every sort against all distances. */
#include "kernel/distance.h"
#include "kernel/families.h"
#include "kernel/ifub.h"
#include "tests/test.h"

static uint32_t diameter_of(const struct graph *g) {
  uint32_t diameter = 12345;
  assert_int_equal(ifub_diameter(&diameter, g, NULL), KERNEL_DONE);
  return diameter;
}

static void known_graphs_have_their_diameter(void **state) {
  static const struct {
    const char *text;
    uint32_t diameter;
  } cases[] = {{"0:", 0},
               {"1:", 0},
               {"3:", 0},
               {"2: 0-1", 1},
               {"5: 0-1 1-2 2-3 3-4", 4},
               {"6: 0-1 1-2 2-3 3-4 4-5 0-5", 3},
               {"5: 0-1 0-2 0-3 0-4", 2},
               {"9: 0-1 0-2 0-3 0-4 5-6 6-7 7-8", 3}}; /* the smaller part is the longer one */
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct built b = built_text(cases[i].text, false);
    assert_int_equal(diameter_of(&b.g), cases[i].diameter);
    built_free(&b);
  }
}

static void graphs_of_every_sort_have_the_longest_of_all_distances(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 20, 0);
  for (int round = 0; round < 30 * FAMILIES; round++) {
    struct built b = family_make(&c, (enum family)(round % FAMILIES), 1 + (uint32_t)chance_below(&c, round % 4 ? 120 : 900), false);
    struct distances d;
    assert_int_equal(distances_plain(&d, &b.g, NULL), KERNEL_DONE);
    assert_int_equal(diameter_of(&b.g), d.longest);
    distances_free(&d);
    built_free(&b);
  }
}

/* A ring: every node is in the fringe of every other. Two modes: all but a few are not. */
static void threads_find_the_same(void **state) {
  struct chance c;
  struct family_pairs *p = memory_zeroed(1, sizeof *p);
  (void)state;
  chance_start(&c, 22, 0);
  for (uint32_t v = 0; v < 2001; v++)
    family_add(p, v, (v + 1) % 2001);
  struct built each[] = {family_build(p, 2001, false), family_make(&c, FAMILY_TWO_MODE, 5000, false)};
  for (size_t i = 0; i < 2; i++) {
    uint32_t one = diameter_of(&each[i].g), more = 12345;
    struct kernel_watch watch = {.threads = 3};
    assert_int_equal(ifub_diameter(&more, &each[i].g, &watch), KERNEL_DONE);
    assert_int_equal(more, one);
    if (!i) assert_int_equal(one, 1000);
    built_free(&each[i]);
  }
  free(p);
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void a_stop_leaves_the_result_alone(void **state) {
  struct kernel_watch watch = {.go_on = never, .threads = 1};
  uint32_t diameter = 12345;
  struct chance c;
  (void)state;
  chance_start(&c, 21, 0);
  struct built b = family_make(&c, FAMILY_DENSE, 500, false);
  assert_int_equal(ifub_diameter(&diameter, &b.g, &watch), KERNEL_STOPPED);
  assert_int_equal(diameter, 12345);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(known_graphs_have_their_diameter),
      cmocka_unit_test(graphs_of_every_sort_have_the_longest_of_all_distances),
      cmocka_unit_test(threads_find_the_same),
      cmocka_unit_test(a_stop_leaves_the_result_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
