/* The walk itself, on a network that is not reduced: masses, copies, lanes that are left empty, and counts of every size. */
#include "base/memory.h"
#include "kernel/betweenness.h"
#include "kernel/families.h"
#include "kernel/lanes.h"
#include "tests/test.h"

static struct lanes_net net_of_graph(const struct graph *g, const double *mass) {
  struct lanes_net net = {.nodes = g->nodes, .first = g->first, .to = g->to, .in_first = g->in_first, .in_to = g->in_to};
  net.from = net.onto = mass;
  return net;
}

/* Narrow and wide, the widths of vectors in turn. */
static lanes_form *const forms[] = {
    lanes_scalar_narrow, lanes_scalar_wide,
#if defined(__x86_64__)
    lanes_avx2_narrow,   lanes_avx2_wide,   lanes_avx512_narrow, lanes_avx512_wide,
#endif
};

static int last_form(void) {
  return 2 * (int)lanes_best_width() + 1;
}

static enum kernel_code one_walk(struct lanes_scratch *s, const struct lanes_batch *b, lanes_form *form) {
  return form ? form(s, b) : lanes_walk(s, b, lanes_best_width());
}

/* NULL: the form that the walk chooses by itself. misses: batches whose counts did not fit. */
static enum kernel_code walk_all(double *node, double *edge, const struct lanes_net *net, lanes_form *form, uint32_t *misses) {
  struct lanes_scratch s;
  struct halt halt;
  enum kernel_code code = KERNEL_DONE;
  halt_start(&halt, NULL);
  assert_true(lanes_scratch_start(&s, net));
  memset(node, 0, net->nodes * sizeof *node);
  for (uint32_t v = 0; v < net->nodes && !code; v += LANES) {
    unsigned left = net->nodes - v;
    struct lanes_batch b = {
        .net = net, .source = v, .count = left < LANES ? left : LANES, .node = node, .edge = edge, .halt = &halt, .ask = v % 3 == 0};
    code = one_walk(&s, &b, form);
  }
  if (misses) *misses = s.misses;
  lanes_scratch_free(&s);
  return code;
}

static void every_form_walks_the_same(void **state) {
  struct chance c;
  double mass[200], node[200], plain[200], first[200];
  int fitted = 0;
  (void)state;
  chance_start(&c, 80, 0);
  for (uint32_t v = 0; v < 200; v++)
    mass[v] = 3;
  for (int round = 0; round < 2 * FAMILIES; round++) {
    struct built b = family_make(&c, (enum family)(round % FAMILIES), 1 + (uint32_t)chance_below(&c, 200), round / FAMILIES);
    struct lanes_net net = net_of_graph(&b.g, mass);
    assert_int_equal(betweenness_plain(plain, NULL, &b.g, NULL), KERNEL_DONE);
    for (int form = last_form(); form >= 0; form--) {
      enum kernel_code code = walk_all(node, NULL, &net, forms[form], NULL);
      fitted += code == KERNEL_DONE;
      if (form % 2 == 0 && code == KERNEL_TOO_MANY_PATHS) continue; /* for so few bits; a grid has them */
      assert_int_equal(code, KERNEL_DONE);
      for (uint32_t v = 0; v < b.g.nodes; v++) /* three sources and three targets at each node */
        assert_near(node[v], plain[v] * 9 * (b.g.directed ? 1 : 2), 1e-12);
      if (form == last_form()) memcpy(first, node, sizeof first);
      assert_memory_equal(node, first, b.g.nodes * sizeof *node);
    }
    built_free(&b);
  }
  assert_true(fitted >= 2 * FAMILIES * (last_form() + 1) * 3 / 4);
}

enum { RUNGS = 12, NODES = 5 * RUNGS + 1 };

/* So many times four neighbours of both of two: 4 to the power of `rungs` shortest paths from end to end. */
static struct built rungs_of_four(uint32_t rungs) {
  uint32_t pair[8 * RUNGS][2], count = 0;
  for (uint32_t r = 0; r < rungs; r++)
    for (uint32_t k = 5 * r + 1; k <= 5 * r + 4; k++) {
      pair[count][0] = 5 * r, pair[count++][1] = k;
      pair[count][0] = k, pair[count++][1] = 5 * r + 5;
    }
  return built_from(5 * rungs + 1, count, (const uint32_t(*)[2])pair, false);
}

/* 4 to the power of 8 is one more than 16 bits hold. */
static void counts_that_do_not_fit_are_walked_in_doubles(void **state) {
  double mass[NODES], node[NODES], plain[NODES], edge[8 * RUNGS], plain_edge[8 * RUNGS];
  uint32_t misses;
  (void)state;
  for (uint32_t v = 0; v < NODES; v++)
    mass[v] = 1;
  for (uint32_t rungs = 6; rungs <= RUNGS; rungs++) {
    struct built b = rungs_of_four(rungs);
    struct lanes_net net = net_of_graph(&b.g, mass);
    net.edge = b.g.edge;
    for (int form = 0; form <= last_form(); form += 2)
      assert_int_equal(walk_all(node, NULL, &net, forms[form], NULL), rungs < 8 ? KERNEL_DONE : KERNEL_TOO_MANY_PATHS);
    memset(edge, 0, sizeof edge);
    assert_int_equal(walk_all(node, edge, &net, NULL, &misses), KERNEL_DONE);
    assert_int_equal(misses, rungs < 8 ? 0 : 1); /* after one of two did not fit, the other is not tried */
    assert_int_equal(betweenness_plain(plain, plain_edge, &b.g, NULL), KERNEL_DONE);
    for (uint32_t v = 0; v < b.g.nodes; v++)
      assert_near(node[v], 2 * plain[v], 1e-12);
    for (uint32_t e = 0; e < b.g.edges; e++)
      assert_near(edge[e], 2 * plain_edge[e], 1e-12);
    built_free(&b);
  }
}

/* Counts grow by the copies of the nodes on the way too: 300 x 300 paths from end to end, and through 70 000. */
static void copies_that_do_not_fit_are_walked_in_doubles(void **state) {
  static const double mass[] = {1, 300, 300, 1, 70000, 1}, copies[] = {1, 300, 300, 1, 70000, 1};
  struct built b = built_text("6: 0-1 1-2 2-3 3-4 4-5", false);
  struct lanes_net net = net_of_graph(&b.g, mass);
  double node[6], first[6];
  (void)state;
  net.copies = copies;
  for (int form = 0; form <= last_form(); form++) {
    assert_int_equal(walk_all(node, NULL, &net, forms[form], NULL), form % 2 ? KERNEL_DONE : KERNEL_TOO_MANY_PATHS);
    if (form == 1) memcpy(first, node, sizeof first);
    if (form % 2) assert_memory_equal(node, first, sizeof first);
  }
  assert_near(node[4], 2.0 * 602 / 70000, 1e-12);
  assert_near(node[3], 2.0 * 601 * 70001, 1e-12);
  built_free(&b);
}

/* a - C - b with C four nodes: each of them has a quarter of the two ordered pairs. */
static void copies_share_what_passes_between_others(void **state) {
  struct built b = built_text("3: 0-1 1-2", false);
  static const double mass[] = {1, 4, 1}, copies[] = {1, 4, 1};
  struct lanes_net net = net_of_graph(&b.g, mass);
  double node[3];
  (void)state;
  net.copies = copies;
  assert_int_equal(walk_all(node, NULL, &net, NULL, NULL), KERNEL_DONE);
  assert_near(node[1], 0.5, 1e-15);
  assert_near(node[0], 0, 0);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_form_walks_the_same),
      cmocka_unit_test(copies_share_what_passes_between_others),
      cmocka_unit_test(counts_that_do_not_fit_are_walked_in_doubles),
      cmocka_unit_test(copies_that_do_not_fit_are_walked_in_doubles),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
