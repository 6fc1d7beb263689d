/* The graph of states as it is made from a network: which ties are of which layer, who has a replica where. */
#include "measure/multilayer.h"

#include "base/run.h"
#include "measure/pass.h"
#include "measure/values.h"

struct made {
  nonet *net;
  struct multilayer m;
};

static struct made made_of(const char *line, bool weighted, nonet_replicas replicas) {
  struct made made = {.net = net_of(line)};
  nonet_measure_options options = {.replicas = replicas};
  nonet_run asked = {0};
  struct run run;
  nonet_err err;
  run_start(&run, &asked);
  struct measure_ask ask = {.net = made.net, .weighted = weighted, .parameter_text = "", .options = &options, .run = &run};
  assert_ok(multilayer_start(&made.m, &ask, NULL, &err), err);
  return made;
}

static void made_free(struct made *made) {
  multilayer_free(&made->m);
  nonet_free(made->net);
}

/* The strength of the arc between two nodes in the layer at a position; 0: none. */
static double strength_of(const struct made *made, const char *from, const char *to, uint32_t layer) {
  const struct supra *s = &made->m.supra;
  uint32_t i = supra_state(s, node_of(made->net, from), layer);
  if (i == UINT32_MAX) return 0;
  for (uint64_t a = s->ties.first[i]; a < s->ties.first[i + 1]; a++)
    if (s->node[s->ties.to[a]] == node_of(made->net, to)) return s->strength[a];
  return 0;
}

static void ties_of_a_layer_are_merged_within_it_only(void **state) {
  struct made made = made_of("a-b:2@x b-a:3@x a-b:1@y a-a@x b-c:4", true, NONET_REPLICAS_ALL);
  (void)state;
  assert_near(strength_of(&made, "a", "b", 0), 5, 0);
  assert_near(strength_of(&made, "b", "a", 0), 5, 0);
  assert_near(strength_of(&made, "a", "b", 1), 1, 0);
  assert_int_equal(made.m.supra.ties.edges, 4); /* b-c is of no layer, a-a is a loop */
  made_free(&made);
}

static void an_undirected_tie_in_a_directed_network_is_two_arcs(void **state) {
  struct made made = made_of("a>b@x a-b@y", false, NONET_REPLICAS_ALL);
  (void)state;
  assert_near(strength_of(&made, "a", "b", 0), 1, 0);
  assert_near(strength_of(&made, "b", "a", 0), 0, 0);
  assert_near(strength_of(&made, "b", "a", 1), 1, 0);
  made_free(&made);
}

static void layers_stand_in_the_order_of_their_names(void **state) {
  struct made made = made_of("a-b@10 b-c@9", false, NONET_REPLICAS_ALL);
  (void)state;
  assert_near(strength_of(&made, "b", "c", 0), 1, 0);
  assert_near(strength_of(&made, "a", "b", 1), 1, 0);
  assert_int_equal(made.m.layer[0], 1);
  made_free(&made);
}

static void replicas_are_everywhere_or_only_where_a_node_is_a_member(void **state) {
  struct made all = made_of("a-b@x b-c@y d", false, NONET_REPLICAS_ALL), own = made_of("a-b@x b-c@y d", false, NONET_REPLICAS_MEMBERS);
  (void)state;
  assert_near(all.m.supra.replicas, 8, 0);
  assert_near(own.m.supra.replicas, 4, 0);
  made_free(&all);
  made_free(&own);
}

static void a_network_without_layers_is_one_layer(void **state) {
  struct made made = made_of("a-b b-c", false, NONET_REPLICAS_MEMBERS);
  (void)state;
  assert_int_equal(made.m.supra.layers, 1);
  assert_near(made.m.supra.replicas, 3, 0);
  assert_int_equal(made.m.supra.ties.edges, 4);
  made_free(&made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ties_of_a_layer_are_merged_within_it_only),
      cmocka_unit_test(an_undirected_tie_in_a_directed_network_is_two_arcs),
      cmocka_unit_test(layers_stand_in_the_order_of_their_names),
      cmocka_unit_test(replicas_are_everywhere_or_only_where_a_node_is_a_member),
      cmocka_unit_test(a_network_without_layers_is_one_layer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
