/* Communities: repeatable, whatever the order of rows and whatever igraph's own generator does; weights as they are. */
#include "measure/communities.h"
#include "measure/values.h"
#include "net/igraph_border.h"

#include <stdio.h>

static const char *const methods[] = {"leiden", "louvain", "infomap", "walktrap", "label-propagation", "fast-greedy"};
enum { METHODS = sizeof methods / sizeof *methods };

static double community_of(const nonet *n, const char *method, const char *key) {
  char name[64];
  return value_of(n, strcat(strcpy(name, "community:"), method), key);
}

static void every_method_parts_two_cliques_and_leaves_an_isolate_alone(void **state) {
  (void)state;
  nonet *n = net_of("i x-y y-z z-x x-w y-w z-w a-b b-c c-d a-c a-d b-d d-e e-a e-b e-c w-a");
  for (size_t m = 0; m < METHODS; m++) {
    for (const char *v = "abcde"; *v; v++)
      assert_near(community_of(n, methods[m], (char[]){*v, 0}), 1, 0);
    for (const char *v = "wxyz"; *v; v++)
      assert_near(community_of(n, methods[m], (char[]){*v, 0}), 2, 0);
    assert_near(community_of(n, methods[m], "i"), 3, 0);
  }
  nonet_free(n);
}

static void a_network_without_ties_has_as_many_groups_as_nodes(void **state) {
  (void)state;
  nonet *n = net_of("b a c");
  for (size_t m = 0; m < METHODS; m++) {
    assert_near(community_of(n, methods[m], "a"), 1, 0);
    assert_near(community_of(n, methods[m], "b"), 2, 0);
    assert_near(community_of(n, methods[m], "c"), 3, 0);
  }
  nonet_free(n);
}

static void the_generator_of_igraph_is_left_as_it_was_and_has_no_say(void **state) {
  double first[METHODS];
  igraph_integer_t want = 0;
  (void)state;
  nonet *n = net_of(karate);
  for (int round = 0; round < 2; round++) {
    assert_int_equal(border_seed(round ? 99 : 1), IGRAPH_SUCCESS);
    for (size_t m = 0; m < METHODS; m++) {
      double value = community_of(n, methods[m], "9");
      if (round) assert_near(value, first[m], 0);
      first[m] = value;
    }
  }
  igraph_integer_t got = igraph_rng_get_integer(igraph_rng_default(), 0, 1000000);
  assert_int_equal(border_seed(99), IGRAPH_SUCCESS);
  want = igraph_rng_get_integer(igraph_rng_default(), 0, 1000000);
  assert_int_equal(got, want);
  nonet_free(n);
}

/* Weights below 1 that igraph 0.10.2 rounds away: c is held by 0.4 + 0.4 on one side against 0.7 on the other. */
static void labels_compare_weights_as_they_are(void **state) {
  (void)state;
  nonet *n = net_of("a-b:9 a-c:0.4 b-c:0.4 c-d:0.7 d-e:9 d-f:9 e-f:9");
  assert_near(value_with(n, "community:label-propagation", "c", &(nonet_measure_options){.weighted = true}), 1, 0);
  assert_near(value_with(n, "community:label-propagation", "a", &(nonet_measure_options){.weighted = true}), 1, 0);
  nonet_free(n);
}

static void weights_decide_and_a_tie_of_none_is_no_tie(void **state) {
  nonet_measure_options weighted = {.weighted = true};
  (void)state;
  nonet *n = net_of("a-b:5 b-c:1 c-d:5 d-a:1 e-a:0");
  for (size_t m = 0; m < METHODS; m++) {
    char name[64];
    strcat(strcpy(name, "community:"), methods[m]);
    assert_near(value_with(n, name, "a", &weighted), value_with(n, name, "b", &weighted), 0);
    assert_true(value_with(n, name, "e", &weighted) > fmax(value_with(n, name, "a", &weighted), value_with(n, name, "c", &weighted)));
  }
  nonet_free(n);
  assert_refused("a-b:-1 b-c:1", "community", &weighted, NONET_EINPUT, "a - b");
}

static void infomap_follows_the_arcs(void **state) {
  (void)state;
  nonet *n = net_of("a>b b>c c>a d>e e>f f>d a>d");
  assert_near(community_of(n, "infomap", "a"), community_of(n, "infomap", "c"), 0);
  assert_true(community_of(n, "infomap", "a") != community_of(n, "infomap", "d"));
  nonet_free(n);
}

/* igraph settles what is equal by number: as these stand, it parts the chain in three whatever is drawn, and never in two. */
static void a_chain_of_six_and_a_pair_are_parted_as_well_as_can_be(void **state) {
  (void)state;
  nonet *n = net_of("d-h h-e e-b b-f f-i a-g"); /* best: d h e, b f i, a g */
  assert_near(value_of(n, "modularity:communities:leiden", NULL), 33 / 72.0, 1e-15);
  assert_near(value_of(n, "modularity:communities:louvain", NULL), 33 / 72.0, 1e-15);
  nonet_free(n);
}

/* Random networks of 30 nodes whose weights are 1 to 5 units. */
static nonet *drawn_in_units(uint64_t stream, unsigned unit) {
  char line[8000] = "";
  struct chance c;
  chance_start(&c, 24, stream);
  for (unsigned v = 0; v < 30; v++)
    for (unsigned w = 0; w < v; w++)
      if (chance_below(&c, 10) < 3)
        snprintf(line + strlen(line), sizeof line - strlen(line), "n%u-n%u:%u ", v, w, unit * (1 + (unsigned)chance_below(&c, 5)));
  return net_of(line);
}

static void the_unit_of_weights_changes_no_community(void **state) {
  (void)state;
  for (uint64_t stream = 0; stream < 20; stream++) {
    nonet *n = drawn_in_units(stream, 1), *m = drawn_in_units(stream, 64);
    nonet_sheet *one = sheet_of(n, "community", &(nonet_measure_options){.weighted = true});
    nonet_sheet *other = sheet_of(m, "community", &(nonet_measure_options){.weighted = true});
    for (size_t v = 0; v < nonet_sheet_rows(one); v++)
      assert_near(nonet_sheet_number(one, v, 1), nonet_sheet_number(other, v, 1), 0);
    nonet_sheet_free(one);
    nonet_sheet_free(other);
    nonet_free(n);
    nonet_free(m);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_method_parts_two_cliques_and_leaves_an_isolate_alone),
      cmocka_unit_test(a_network_without_ties_has_as_many_groups_as_nodes),
      cmocka_unit_test(the_generator_of_igraph_is_left_as_it_was_and_has_no_say),
      cmocka_unit_test(labels_compare_weights_as_they_are),
      cmocka_unit_test(the_unit_of_weights_changes_no_community),
      cmocka_unit_test(weights_decide_and_a_tie_of_none_is_no_tie),
      cmocka_unit_test(infomap_follows_the_arcs),
      cmocka_unit_test(a_chain_of_six_and_a_pair_are_parted_as_well_as_can_be),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
