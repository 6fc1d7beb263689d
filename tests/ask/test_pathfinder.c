/* Paths for programs, along the arcs of the simple network. */
#include "fixture/net_of.h"
#include "tests/test.h"

static uint32_t node(const nonet *n, const char *name) {
  uint32_t v;
  assert_int_equal(nonet_find_node(&v, n, name, NULL), NONET_OK);
  return v;
}

/* Steps from one to the other; -1: none. */
static int steps(nonet_pathfinder *p, const nonet *n, const char *from, const char *to) {
  const uint32_t *path;
  uint32_t count;
  nonet_err err;
  nonet_code code = nonet_pathfinder_find(&path, &count, p, node(n, from), node(n, to), &err);
  if (code == NONET_ENOANSWER) return -1;
  assert_int_equal(code, NONET_OK);
  assert_int_equal(path[0], node(n, from));
  assert_int_equal(path[count], node(n, to));
  return (int)count;
}

static void paths_follow_the_direction_of_the_network(void **state) {
  (void)state;
  nonet_err err;
  nonet_pathfinder *p;
  nonet *both = net_of("a-b b-c c-d a-d z"), *one = net_of("a>b b>c c>d d>a z");
  assert_int_equal(nonet_pathfinder_new(&p, both, &err), NONET_OK);
  assert_int_equal(steps(p, both, "a", "c"), 2);
  assert_int_equal(steps(p, both, "a", "d"), 1);
  assert_int_equal(steps(p, both, "a", "z"), -1);
  assert_int_equal(steps(p, both, "a", "a"), 0);
  nonet_pathfinder_free(p);
  assert_int_equal(nonet_pathfinder_new(&p, one, &err), NONET_OK);
  assert_int_equal(steps(p, one, "a", "d"), 3);
  assert_int_equal(steps(p, one, "d", "a"), 1);
  nonet_pathfinder_free(p);
  nonet_free(both);
  nonet_free(one);
}

static void a_number_that_no_node_has_is_refused(void **state) {
  (void)state;
  nonet_err err;
  nonet_pathfinder *p;
  const uint32_t *path;
  uint32_t count;
  nonet *n = net_of("a-b");
  assert_int_equal(nonet_pathfinder_new(&p, n, &err), NONET_OK);
  assert_int_equal(nonet_pathfinder_find(&path, &count, p, 0, 2, &err), NONET_EUSAGE);
  assert_int_equal(nonet_pathfinder_find(&path, &count, p, NONET_NONE, 0, &err), NONET_EUSAGE);
  assert_null(path);
  nonet_pathfinder_free(p);
  nonet_pathfinder_free(NULL);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(paths_follow_the_direction_of_the_network),
      cmocka_unit_test(a_number_that_no_node_has_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
