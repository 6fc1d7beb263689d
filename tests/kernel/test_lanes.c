/* The walk itself, on a network that is not reduced: masses, copies, and lanes that are left empty. */
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

/* The numbers of arcs with those behind the last that looking ahead comes to. */
static uint32_t *with_more(const uint32_t *to, uint64_t arcs) {
  uint32_t *more = memory_zeroed(arcs + LANES_AHEAD, sizeof *more);
  assert_non_null(more);
  if (arcs) memcpy(more, to, arcs * sizeof *more);
  return more;
}

static bool walk_all(double *node, const struct lanes_net *net, struct lanes_form form, bool ahead) {
  struct lanes_scratch s;
  struct halt halt;
  bool fine = true;
  halt_start(&halt, NULL);
  assert_true(lanes_scratch_start(&s, net, form.lanes));
  for (uint32_t v = 0; v < net->nodes; v++)
    node[v] = 0;
  for (uint32_t v = 0; v < net->nodes; v += form.lanes) {
    unsigned left = net->nodes - v;
    struct lanes_batch b = {
        .net = net, .source = v, .count = left < form.lanes ? left : form.lanes, .node = node, .halt = &halt, .ahead = ahead};
    fine &= lanes_walk_of(form)(&s, &b);
  }
  lanes_scratch_free(&s);
  return fine;
}

static void every_form_walks_the_same(void **state) {
  struct chance c;
  double mass[200], node[200], plain[200];
  (void)state;
  chance_start(&c, 80, 0);
  for (uint32_t v = 0; v < 200; v++)
    mass[v] = 3;
  for (int round = 0; round < 2 * FAMILIES; round++) {
    struct built b = family_make(&c, (enum family)(round % FAMILIES), 1 + (uint32_t)chance_below(&c, 200), round / FAMILIES);
    struct lanes_net net = net_of_graph(&b.g, mass);
    uint32_t *to = with_more(b.g.to, b.g.first[b.g.nodes]), *in_to = with_more(b.g.in_to, b.g.first[b.g.nodes]);
    net.to = to, net.in_to = in_to;
    assert_int_equal(betweenness_plain(plain, NULL, &b.g, NULL), KERNEL_DONE);
    for (int width = LANES_SCALAR; width <= (int)lanes_best_width(); width++)
      for (unsigned lanes = 8; lanes <= LANES_MOST; lanes *= 2) {
        assert_true(walk_all(node, &net, (struct lanes_form){(enum lanes_width)width, lanes}, (round + width) % 2));
        for (uint32_t v = 0; v < b.g.nodes; v++) /* three sources and three targets at each node */
          assert_near(node[v], plain[v] * 9 * (b.g.directed ? 1 : 2), 1e-12);
      }
    free(to);
    free(in_to);
    built_free(&b);
  }
}

/* a - C - b with C four nodes: each of them has a quarter of the two ordered pairs. */
static void copies_share_what_passes_between_others(void **state) {
  struct built b = built_text("3: 0-1 1-2", false);
  static const double mass[] = {1, 4, 1}, copies[] = {1, 4, 1};
  struct lanes_net net = net_of_graph(&b.g, mass);
  double node[3];
  (void)state;
  net.copies = copies;
  assert_true(walk_all(node, &net, (struct lanes_form){LANES_SCALAR, 8}, false));
  assert_near(node[1], 0.5, 1e-15);
  assert_near(node[0], 0, 0);
  built_free(&b);
}

static void large_networks_get_fewer_lanes_and_look_ahead(void **state) {
  (void)state;
  assert_int_equal(lanes_for(100), 32);
  assert_int_equal(lanes_for(100000), 32);
  assert_int_equal(lanes_for(1000000), 16);
  assert_false(lanes_reach_far(10000, 32));
  assert_true(lanes_reach_far(100000, 32));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_form_walks_the_same),
      cmocka_unit_test(copies_share_what_passes_between_others),
      cmocka_unit_test(large_networks_get_fewer_lanes_and_look_ahead),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
