/* Projections, against the values that the literature gives for Davis's women and events (the edition of 89 ties, graphs/davis). */
#include "base/buffer.h"
#include "base/run.h"
#include "base/team.h"
#include "fixture/net_of.h"
#include "rows.h"

#include <stdlib.h>

static nonet *view_of(nonet *n, const char *text) {
  nonet *v;
  nonet_err err;
  assert_ok(nonet_view(&v, n, text, NULL, &err), err);
  nonet_free(n);
  return v;
}

/* Add the rows of a table without quotes; its columns are given to `add`. */
static void read_rows(nonet_draft *d, const char *path, void (*add)(nonet_draft *, char **)) {
  FILE *file = fopen(path, "r");
  assert_non_null(file);
  char line[512];
  for (unsigned number = 0; fgets(line, sizeof line, file); number++) {
    char *cell[8] = {NULL}, *rest = line;
    line[strcspn(line, "\r\n")] = '\0';
    for (size_t i = 0; i < 7 && rest; i++)
      cell[i] = strsep(&rest, ",");
    if (number) add(d, cell);
  }
  fclose(file);
}

static void add_node(nonet_draft *d, char **cell) {
  rows_node(d, (nonet_node_row){.key = cell[0], .label = cell[1], .kind = cell[2]});
}

static void add_tie(nonet_draft *d, char **cell) {
  rows_tie(d, (nonet_tie_row){.from = cell[0], .to = cell[1]});
}

static nonet *davis(void) {
  nonet_draft *d = rows_new();
  read_rows(d, NONET_SOURCE_DIR "/graphs/davis/nodes.csv", add_node);
  read_rows(d, NONET_SOURCE_DIR "/graphs/davis/ties.csv", add_tie);
  nonet *n = rows_seal(d, (nonet_seal_options){0});
  assert_int_equal(nonet_nodes(n), 32);
  assert_int_equal(nonet_ties(n), 89);
  assert_true(nonet_two_modes(n, NULL, NULL));
  return n;
}

/* The tie between two nodes of an undirected network; NONET_NONE: none. */
static uint32_t tie_between(const nonet *n, const char *a, const char *b) {
  uint32_t from = node_of(n, a), to = node_of(n, b);
  for (uint32_t t = 0; t < nonet_ties(n); t++) {
    nonet_tie tie;
    nonet_tie_get(&tie, n, t);
    if ((tie.from == from && tie.to == to) || (tie.from == to && tie.to == from)) return t;
  }
  return NONET_NONE;
}

static double weight(const nonet *n, const char *a, const char *b) {
  nonet_tie tie;
  uint32_t t = tie_between(n, a, b);
  assert_int_not_equal(t, NONET_NONE);
  nonet_tie_get(&tie, n, t);
  return tie.weight;
}

static double sum_at(const nonet *n, const char *key) {
  double sum = 0;
  uint32_t v = node_of(n, key);
  for (uint32_t t = 0; t < nonet_ties(n); t++) {
    nonet_tie tie;
    nonet_tie_get(&tie, n, t);
    if (tie.from == v || tie.to == v) sum += tie.weight;
  }
  return sum;
}

static void davis_women_and_events_are_tied_as_breiger_says(void **state) {
  (void)state;
  nonet *v = view_of(davis(), "project:woman");
  assert_int_equal(nonet_nodes(v), 18);
  assert_int_equal(nonet_ties(v), 139);
  assert_near(weight(v, "Evelyn", "Theresa"), 7, 0);
  assert_false(nonet_is_directed(v));
  nonet_free(v);
  v = view_of(davis(), "project:event/woman:count");
  assert_int_equal(nonet_nodes(v), 14);
  assert_int_equal(nonet_ties(v), 66);
  nonet_free(v);
}

static void newmans_weights_add_up_to_the_events_a_woman_shares(void **state) {
  (void)state;
  nonet *v = view_of(davis(), "project:woman:newman");
  assert_near(weight(v, "Evelyn", "Theresa"), 1.48687979, 1e-8);
  assert_near(sum_at(v, "Evelyn"), 8, 1e-12);
  nonet_free(v);
}

static void jaccard_and_overlap_have_their_known_values(void **state) {
  (void)state;
  nonet *v = view_of(davis(), "project:woman:jaccard");
  assert_near(weight(v, "Evelyn", "Theresa"), .777778, 1e-6);
  nonet_free(v);
  v = view_of(davis(), "project:woman:overlap");
  assert_near(weight(v, "Evelyn", "Theresa"), .875, 1e-12);
  nonet_free(v);
}

/* i has k and l, j has k and m, o has k: n_k 3, n_l 1, n_m 1; s_i 2, s_j 2, s_o 1. */
static nonet *small(void) {
  return net_of("i=p j=p o=p k=q l=q m=q i-k i-l j-k j-m o-k");
}

static void weightings_of_a_small_network_by_hand(void **state) {
  (void)state;
  nonet *v = view_of(small(), "project:p:hyperbolic");
  assert_near(weight(v, "i", "j"), 1.0 / 3, 1e-15);
  nonet_free(v);
  v = view_of(small(), "project:p:resource-allocation");
  assert_near(weight(v, "i", "j"), 1.0 / 6, 1e-15);
  assert_near(weight(v, "i", "o"), (0.5 + 1) / 2 / 3, 1e-15);
  nonet_free(v);
  v = view_of(small(), "project:q");
  assert_int_equal(nonet_ties(v), 2); /* k-l by i, k-m by j */
  nonet_free(v);
}

static void tie_weights_are_respected_by_the_lesser_of_two(void **state) {
  (void)state;
  const char *line = "i=p j=p k=q l=q i-k:3 j-k:2 j-k:4 i-l:1 j-l:5";
  nonet *v = view_of(net_of(line), "project:p"); /* j-k merges to 6: min(3, 6) + min(1, 5) */
  assert_near(weight(v, "i", "j"), 4, 1e-15);
  nonet_free(v);
  v = view_of(net_of(line), "project:p:jaccard");
  assert_near(weight(v, "i", "j"), 4.0 / (4 + 11 - 4), 1e-15);
  nonet_free(v);
}

static void a_projected_tie_knows_all_ties_it_came_from(void **state) {
  (void)state;
  nonet *v = view_of(net_of("i=p j=p k=q l=q i-k@L j-k@L i-l@L j-l@M i-j k-i@L"), "project:p");
  size_t count;
  const uint32_t *parent = nonet_tie_parents(v, 0, &count);
  assert_int_equal(nonet_ties(v), 1);
  assert_int_equal(count, 5);
  for (uint32_t i = 0; i < 4; i++)
    assert_int_equal(parent[i], i);
  assert_int_equal(parent[4], 5); /* i-j is among partners: it is no evidence */
  nonet_tie tie;
  nonet_tie_get(&tie, v, 0);
  assert_int_equal(tie.layer, NONET_NONE); /* not all of one layer */
  nonet_free(v);
}

/* Whether a tie of n leads from v to a node that u has a tie to as well. */
static bool leads_to_shared(const nonet *n, uint32_t t, uint32_t v, uint32_t u) {
  nonet_tie tie, other;
  nonet_tie_get(&tie, n, t);
  if (tie.from != v && tie.to != v) return false;
  uint32_t k = tie.from == v ? tie.to : tie.from;
  for (uint32_t o = 0; o < nonet_ties(n); o++) {
    nonet_tie_get(&other, n, o);
    if ((other.from == u && other.to == k) || (other.from == k && other.to == u)) return true;
  }
  return false;
}

struct asking {
  const nonet *n, *v;
  unsigned wrong[4];
};

/* Compare the parents of all ties of the view with the definition, in an order of its own. */
static void ask_all(void *context, size_t part, unsigned worker) {
  struct asking *a = context;
  (void)worker;
  for (uint32_t i = 0; i < nonet_ties(a->v); i++) {
    uint32_t t = part & 1 ? nonet_ties(a->v) - 1 - i : i, end[2];
    size_t count, want = 0;
    nonet_tie tie;
    nonet_node node;
    nonet_tie_get(&tie, a->v, t);
    for (int side = 0; side < 2; side++) {
      nonet_node_get(&node, a->v, side ? tie.to : tie.from);
      end[side] = node_of(a->n, node.key);
    }
    const uint32_t *parent = nonet_tie_parents(a->v, t, &count);
    for (uint32_t p = 0; p < nonet_ties(a->n); p++)
      if (leads_to_shared(a->n, p, end[0], end[1]) || leads_to_shared(a->n, p, end[1], end[0]))
        a->wrong[part] += want >= count || parent[want++] != p;
    a->wrong[part] += want != count;
  }
}

static void parents_are_the_same_for_all_who_ask_at_once(void **state) {
  struct buffer line = {0};
  struct chance c;
  (void)state;
  chance_start(&c, 17, 0);
  for (int i = 0; i < 12; i++)
    buffer_print(&line, "p%d=p s%d=s ", i, i);
  for (int i = 0; i < 50; i++) /* some twice */
    buffer_print(&line, "p%d-s%d ", (int)chance_below(&c, 12), (int)chance_below(&c, 12));
  nonet *n = net_of(buffer_string(&line)), *v = view_of(net_of(buffer_string(&line)), "project:p");
  struct asking a = {.n = n, .v = v};
  assert_true(nonet_ties(v) > 20);
  assert_true(team_run(4, 4, ask_all, &a, NULL));
  for (int part = 0; part < 4; part++)
    assert_int_equal(a.wrong[part], 0);
  nonet_free(v);
  nonet_free(n);
  buffer_free(&line);
}

static void a_projected_tie_is_of_the_layer_that_all_its_ties_are_of(void **state) {
  (void)state;
  nonet *v = view_of(net_of("x-y@K i=p j=p k=q i-k@L j-k@L"), "project:p");
  nonet_tie tie;
  nonet_node node;
  nonet_tie_get(&tie, v, 0);
  assert_string_equal(nonet_layer_name(v, tie.layer), "L");
  nonet_node_get(&node, v, 0);
  assert_int_equal(node.layer_count, 1);
  assert_string_equal(nonet_layer_name(v, node.layers[0]), "L");
  nonet_free(v);
}

static void parents_of_a_projected_view_are_of_the_first_network(void **state) {
  (void)state;
  nonet *v = view_of(view_of(net_of("x-y i=p j=p k=q i-k j-k"), "giant"), "project:p");
  nonet_free(v);
  v = view_of(view_of(net_of("x-y i=p j=p k=q i-k j-k z-k"), "around:k"), "project:p");
  size_t count;
  const uint32_t *parent = nonet_tie_parents(v, 0, &count);
  assert_int_equal(count, 2);
  assert_int_equal(parent[0], 1);
  assert_int_equal(parent[1], 2);
  v = view_of(v, "giant");
  parent = nonet_tie_parents(v, 0, &count);
  assert_int_equal(count, 2);
  assert_int_equal(parent[1], 2);
  nonet_free(v);
}

static void through_takes_only_one_kind_of_neighbour(void **state) {
  (void)state;
  const char *line = "i=p j=p k=q l=r i-k j-k i-l j-l";
  nonet *v = view_of(net_of(line), "project:p/r");
  assert_near(weight(v, "i", "j"), 1, 0);
  nonet_free(v);
  v = view_of(net_of(line), "project:p");
  assert_near(weight(v, "i", "j"), 2, 0);
  nonet_free(v);
}

/* Partners, strategies, places: i and j reach P by s and t, j and o reach Q by t and u; o comes to both. */
static const char *const three_kinds =
    "i=partner j=partner o=partner s=strategy t=strategy u=strategy P=place Q=place i-s j-t o-u o-t s-P t-P t-Q "
    "u-Q";

static void a_path_of_kinds_ties_those_that_reach_the_same_end_of_it(void **state) {
  (void)state;
  nonet *v = view_of(net_of(three_kinds), "project:partner/strategy/place");
  assert_int_equal(nonet_nodes(v), 3);
  assert_int_equal(nonet_ties(v), 3);
  assert_near(weight(v, "i", "j"), 1, 0); /* P */
  assert_near(weight(v, "i", "o"), 1, 0); /* P, by t */
  assert_near(weight(v, "j", "o"), 2, 0); /* P and Q; that o comes to Q by t and by u counts once */
  nonet_free(v);
  v = view_of(net_of(three_kinds), "project:partner/strategy");
  assert_int_equal(nonet_ties(v), 1); /* j and o by t */
  nonet_free(v);
  v = view_of(net_of(three_kinds), "project:place/strategy/partner:jaccard");
  assert_near(weight(v, "P", "Q"), 2 / 3.0, 1e-15);
  nonet_free(v);
  v = view_of(net_of(three_kinds), "project:partner/strategy/place:newman");
  assert_near(weight(v, "j", "o"), 1 / 2.0 + 1, 1e-15);
  nonet_free(v);
}

static void parents_of_a_path_are_all_ties_on_the_ways_to_what_is_shared(void **state) {
  (void)state;
  nonet *n = net_of(three_kinds), *v = view_of(net_of(three_kinds), "project:partner/strategy/place");
  static const char *const ends[][2] = {{"i", "j"}, {"i", "o"}, {"j", "o"}};
  static const char *const want[] = {"i-s j-t s-P t-P", "i-s o-t s-P t-P", "j-t o-u o-t t-P t-Q u-Q"};
  for (size_t i = 0; i < 3; i++) {
    char got[200] = "";
    size_t count;
    const uint32_t *parent = nonet_tie_parents(v, tie_between(v, ends[i][0], ends[i][1]), &count);
    for (size_t t = 0; t < count; t++) {
      nonet_tie tie;
      nonet_node from, to;
      nonet_tie_get(&tie, n, parent[t]);
      nonet_node_get(&from, n, tie.from);
      nonet_node_get(&to, n, tie.to);
      snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s-%s", t ? " " : "", from.key, to.key);
    }
    assert_string_equal(got, want[i]);
  }
  nonet_free(n);
  nonet_free(v);
}

static void a_way_is_as_strong_as_its_weakest_tie_and_the_strongest_way_counts(void **state) {
  (void)state;
  const char *line = "i=p j=p s=q t=q P=r i-s:5 s-P:2 i-t:4 t-P:3 j-t:7"; /* i to P: 2 by s, 3 by t; j: 3 */
  nonet *v = view_of(net_of(line), "project:p/q/r");
  assert_near(weight(v, "i", "j"), 3, 0);
  nonet_free(v);
  v = view_of(net_of(line), "project:p/q/r:hyperbolic");
  assert_near(weight(v, "i", "j"), 1.5, 0);
  nonet_free(v);
}

static void a_path_may_come_back_to_its_own_kind_but_nobody_reaches_itself(void **state) {
  (void)state;
  const char *line = "i=p j=p o=p k=q l=q i-k j-k j-l o-l";
  nonet *v = view_of(net_of(line), "project:p/q/p"); /* i and o both reach j; i and j reach nobody in common */
  assert_int_equal(nonet_ties(v), 1);
  assert_near(weight(v, "i", "o"), 1, 0);
  nonet_free(v);
}

static void names_of_kinds_may_hold_slashes_and_colons(void **state) {
  nonet_draft *d = rows_new();
  static const char *const nodes[][2] = {{"i", "p/a"}, {"j", "p/a"}, {"k", "q:newman"}, {"z", "p"}};
  (void)state;
  for (size_t i = 0; i < 4; i++)
    rows_node(d, (nonet_node_row){.key = nodes[i][0], .kind = nodes[i][1]});
  rows_tie(d, (nonet_tie_row){.from = "i", .to = "k"});
  rows_tie(d, (nonet_tie_row){.from = "j", .to = "k"});
  nonet *n = rows_seal(d, (nonet_seal_options){0}), *v;
  static const char *const views[] = {"project:p/a", "project:p/a/q:newman", "project:p/a/q:newman:count"};
  for (size_t i = 0; i < 3; i++) {
    nonet_err err;
    assert_ok(nonet_view(&v, n, views[i], NULL, &err), err);
    assert_near(weight(v, "i", "j"), 1, 0);
    nonet_free(v);
  }
  nonet_free(n);
}

static void what_cannot_be_projected_is_refused(void **state) {
  (void)state;
  nonet *n = small(), *v;
  nonet_err err;
  static const char *const wrong[][2] = {{"project:pp", "there is no kind 'pp'; there are 'p' and 'q'"},
                                         {"project:p/z", "there is no kind 'z'"},
                                         {"project:p:jacard", "'jacard' is none of count, newman"},
                                         {"project:p/q/z:count", "there is no kind 'z'"},
                                         {"project:p/", "there is no kind ''"},
                                         {"project", "is not of the form project:KIND"}};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    assert_int_equal(nonet_view(&v, n, wrong[i][0], NULL, &err), NONET_EUSAGE);
    assert_contains(err.text, wrong[i][1]);
    assert_null(v);
  }
  assert_int_equal(nonet_view(&v, n, "project:p", &(nonet_run){.max_ties = 2}, &err), NONET_ELIMIT);
  nonet_free(n);
  n = net_of("i=p j=p k=q i-k:-1 j-k:2");
  assert_int_equal(nonet_view(&v, n, "project:p", NULL, &err), NONET_EINPUT);
  assert_contains(err.text, "tie i - k has weight -1");
  nonet_free(n);
}

static void a_projection_without_shared_neighbours_has_nodes_only(void **state) {
  (void)state;
  nonet *v = view_of(net_of("i=p j=p k=q i-k"), "project:p:newman");
  assert_int_equal(nonet_nodes(v), 2);
  assert_int_equal(nonet_ties(v), 0);
  v = view_of(view_of(v, "giant"), "layers");
  assert_int_equal(nonet_nodes(v), 0);
  nonet_free(v);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(davis_women_and_events_are_tied_as_breiger_says),
      cmocka_unit_test(newmans_weights_add_up_to_the_events_a_woman_shares),
      cmocka_unit_test(jaccard_and_overlap_have_their_known_values),
      cmocka_unit_test(weightings_of_a_small_network_by_hand),
      cmocka_unit_test(tie_weights_are_respected_by_the_lesser_of_two),
      cmocka_unit_test(a_projected_tie_knows_all_ties_it_came_from),
      cmocka_unit_test(parents_are_the_same_for_all_who_ask_at_once),
      cmocka_unit_test(a_projected_tie_is_of_the_layer_that_all_its_ties_are_of),
      cmocka_unit_test(parents_of_a_projected_view_are_of_the_first_network),
      cmocka_unit_test(through_takes_only_one_kind_of_neighbour),
      cmocka_unit_test(a_path_of_kinds_ties_those_that_reach_the_same_end_of_it),
      cmocka_unit_test(parents_of_a_path_are_all_ties_on_the_ways_to_what_is_shared),
      cmocka_unit_test(a_way_is_as_strong_as_its_weakest_tie_and_the_strongest_way_counts),
      cmocka_unit_test(a_path_may_come_back_to_its_own_kind_but_nobody_reaches_itself),
      cmocka_unit_test(names_of_kinds_may_hold_slashes_and_colons),
      cmocka_unit_test(what_cannot_be_projected_is_refused),
      cmocka_unit_test(a_projection_without_shared_neighbours_has_nodes_only),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
