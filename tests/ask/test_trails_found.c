/* The searches behind connections, on terrains with and without crowds. */
#include "ask/asked.h"
#include "ask/trails.h"

struct ground {
  nonet *net;
  struct ways ways;
  struct terrain terrain;
  uint8_t flag[2][32];
  struct run run;
};

/* A network, and the nodes of each side by the letters of its keys. */
static void ground_start(struct ground *g, const char *line, const char *one, const char *other, bool weighted) {
  nonet_err err;
  struct side side[2];
  const char *keys[] = {one, other};
  memset(g, 0, sizeof *g);
  run_start(&g->run, NULL);
  g->net = net_of(line);
  for (int i = 0; i < 2; i++) {
    side[i] = (struct side){.flag = g->flag[i]};
    for (const char *k = keys[i]; *k; k++) {
      side[i].only = node_of(g->net, (char[]){*k, 0});
      g->flag[i][side[i].only] = 1;
      side[i].count++;
    }
  }
  assert_ok(ways_start(&g->ways, g->net, &(struct ways_options){.weighted = weighted}, &err), err);
  assert_ok(terrain_start(&g->terrain, &g->ways, side, &err), err);
}

static void ground_end(struct ground *g) {
  terrain_free(&g->terrain);
  ways_free(&g->ways);
  nonet_free(g->net);
}

static void assert_trail(const struct ground *g, const struct trails *t, size_t i, const char *want) {
  char got[64] = "";
  for (size_t k = t->first[i]; k < t->first[i + 1]; k++) {
    nonet_node node;
    nonet_node_get(&node, g->net, t->node[k]);
    strcat(got, node.key);
  }
  assert_string_equal(got, want);
}

static void shortest_ways_come_by_keys_and_at_most_so_many(void **state) {
  (void)state;
  struct ground g;
  struct shortest_found found;
  nonet_err err;
  ground_start(&g, "s-x s-a s-y x-t a-t y-t s-q q-r r-t", "s", "t", false);
  assert_ok(trails_shortest(&found, &g.terrain, 2, &g.run, &err), err);
  assert_near(found.steps, 2, 0);
  assert_near(found.count, 3, 0);
  assert_int_equal(found.trails.count, 2);
  assert_trail(&g, &found.trails, 0, "sat");
  assert_trail(&g, &found.trails, 1, "sxt");
  trails_free(&found.trails);
  ground_end(&g);
}

static void crowds_are_searched_from_their_nearest_members(void **state) {
  (void)state;
  struct ground g;
  struct shortest_found found;
  nonet_err err;
  ground_start(&g, "a-x x-y y-t b-z z-t b-a u", "ab", "tu", false);
  assert_ok(trails_shortest(&found, &g.terrain, 0, &g.run, &err), err);
  assert_int_equal(found.trails.count, 1);
  assert_trail(&g, &found.trails, 0, "bzt");
  trails_free(&found.trails);
  ground_end(&g);
}

static void routes_between_crowds_share_no_member_either(void **state) {
  (void)state;
  struct ground g;
  struct routes_found found;
  nonet_err err;
  ground_start(&g, "a-x a-y x-t y-u b-c c-t", "ac", "tu", false);
  assert_ok(trails_apart(&found, &g.terrain, &g.run, &err), err);
  assert_int_equal(found.trails.count, 2);
  assert_int_equal(found.cuts, 2);
  assert_false(found.tied);
  routes_found_free(&found);
  ground_end(&g);
}

static void the_strongest_way_within_steps_is_the_best_of_those_that_short(void **state) {
  (void)state;
  struct ground g;
  struct trails t;
  double length;
  nonet_err err;
  ground_start(&g, "s-a:10 a-b:10 b-t:10 s-c:2 c-t:2 s-t:0.1", "s", "t", true);
  const struct {
    uint32_t within;
    const char *trail;
    double length;
  } cases[] = {{0, "sabt", 0.3}, {3, "sabt", 0.3}, {2, "sct", 1}, {1, "st", 10}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_ok(trails_strongest(&t, &length, &g.terrain, cases[i].within, &g.run, &err), err);
    assert_trail(&g, &t, 0, cases[i].trail);
    assert_near(length, cases[i].length, 1e-12);
    trails_free(&t);
  }
  ground_end(&g);
}

static void arcs_of_a_directed_network_lead_one_way_only(void **state) {
  (void)state;
  struct ground g;
  struct shortest_found found;
  nonet_err err;
  ground_start(&g, "a>x x>t b>a t>b", "t", "ab", false);
  assert_true(terrain_arc(&g.terrain, node_of(g.net, "a"), node_of(g.net, "x")) != UINT64_MAX);
  assert_true(terrain_arc(&g.terrain, node_of(g.net, "x"), node_of(g.net, "a")) == UINT64_MAX);
  assert_ok(trails_shortest(&found, &g.terrain, 0, &g.run, &err), err);
  assert_trail(&g, &found.trails, 0, "tb");
  trails_free(&found.trails);
  ground_end(&g);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shortest_ways_come_by_keys_and_at_most_so_many),
      cmocka_unit_test(crowds_are_searched_from_their_nearest_members),
      cmocka_unit_test(routes_between_crowds_share_no_member_either),
      cmocka_unit_test(the_strongest_way_within_steps_is_the_best_of_those_that_short),
      cmocka_unit_test(arcs_of_a_directed_network_lead_one_way_only),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
