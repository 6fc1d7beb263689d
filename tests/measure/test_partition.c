/* Partitions: what people may name behind a colon, and what is taken where they name nothing. */
#include "measure/partition.h"
#include "measure/pass.h"
#include "measure/values.h"

/* A partition as text, "ab|c": members of each group in the network's order, groups in theirs; nodes in none are left out. */
static void assert_partition(const nonet *n, const char *named, const char *want) {
  struct measure_shared shared = {0};
  struct run run;
  run_start(&run, NULL);
  nonet_measure_options options = {0};
  struct measure_ask ask = {.net = n, .options = &options, .run = &run, .shared = &shared};
  struct partition p;
  nonet_err err;
  char got[256] = "";
  assert_ok(net_simple(&ask.simple, n, n->directed, false, &err), err);
  assert_ok(partition_of(&p, &ask, named, &err), err);
  for (uint32_t h = 0; h < p.groups; h++) {
    strcat(strcat(strcat(got, h ? "|" : ""), p.name[h]), ":");
    for (uint32_t v = 0; v < n->nodes; v++)
      if (p.group[v] == h) strcat(got, net_key(n, v));
  }
  assert_string_equal(got, want);
  partition_free(&p);
  pass_free(&shared);
}

static nonet *with_column(void) {
  static const struct {
    const char *key, *sector, *age;
  } node[] = {{"a", "Health", "10"}, {"b", "Arts", "9"}, {"c", "Health", "9"}, {"d", NULL, NULL}};
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (size_t i = 0; i < 4; i++) {
    uint32_t row;
    assert_ok(nonet_draft_node(&row, d, &(nonet_node_row){.key = node[i].key}, &err), err);
    if (node[i].sector) assert_ok(nonet_draft_node_attribute(d, row, "Sector", node[i].sector, &err), err);
    if (node[i].age) assert_ok(nonet_draft_node_attribute(d, row, "age", node[i].age, &err), err);
    if (node[i].sector) assert_ok(nonet_draft_node_attribute(d, row, "component", node[i].key, &err), err);
  }
  assert_ok(nonet_draft_tie(NULL, d, &(nonet_tie_row){.from = "a", .to = "b"}, &err), err);
  assert_ok(nonet_draft_tie(NULL, d, &(nonet_tie_row){.from = "c", .to = "a"}, &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static void a_column_splits_by_its_values_in_order_and_leaves_out_who_has_none(void **state) {
  nonet *n = with_column();
  (void)state;
  assert_partition(n, "Sector", "Arts:b|Health:ac");
  assert_partition(n, "sector", "Arts:b|Health:ac");
  assert_partition(n, "age", "9:bc|10:a");
  nonet_free(n);
}

static void a_word_of_ours_goes_before_a_column_of_that_name(void **state) {
  nonet *n = with_column();
  (void)state;
  assert_partition(n, "component", "1:abc|2:d");
  assert_partition(n, "column:component", "a:a|b:b|c:c");
  nonet_free(n);
}

static void layers_go_before_kinds_where_they_split_all(void **state) {
  nonet *n = net_of("a-b@X c-d@Y");
  (void)state;
  assert_partition(n, "", "X:ab|Y:cd");
  nonet_free(n);
  n = net_of("a=p b=p c=q a-b@X c");
  assert_partition(n, "", "p:ab|q:c");
  assert_partition(n, "layer", "X:ab");
  nonet_free(n);
  n = net_of("a=p b=q a-b@X"); /* one layer splits nothing */
  assert_partition(n, "", "p:a|q:b");
  nonet_free(n);
}

static void components_and_communities_come_from_the_largest(void **state) {
  nonet *n = net_of("z y-x a-b b-c a-c c-d d-e e-f d-f g");
  (void)state;
  assert_partition(n, "component", "1:abcdef|2:yx|3:g|4:z");
  assert_partition(n, "communities", "1:abc|2:def|3:yx|4:g|5:z");
  assert_partition(n, "communities:fast-greedy", "1:abc|2:def|3:yx|4:g|5:z");
  nonet_free(n);
}

static void where_nothing_splits_all_the_groups_must_be_named(void **state) {
  (void)state;
  assert_refused("a-b b-c", "coordinator", NULL, NONET_EUSAGE, "name the groups behind a colon");
  assert_refused("a-b b-c", "coordinator:componnent", NULL, NONET_EUSAGE, "did you mean 'component'?");
  assert_refused("a-b b-c", "coordinator:communities:lieden", NULL, NONET_EUSAGE, "leiden, louvain");
  assert_refused("a-b b-c", "nmi:component", NULL, NONET_EUSAGE, "two partitions");
  assert_refused("a-b b-c", "nmi:component;component;component", NULL, NONET_EUSAGE, "two partitions");
}

static void a_network_without_nodes_has_no_groups(void **state) {
  nonet *n = net_of("");
  (void)state;
  assert_partition(n, "component", "");
  assert_partition(n, "communities", "");
  assert_partition(n, "kind", "");
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_column_splits_by_its_values_in_order_and_leaves_out_who_has_none),
      cmocka_unit_test(a_word_of_ours_goes_before_a_column_of_that_name),
      cmocka_unit_test(layers_go_before_kinds_where_they_split_all),
      cmocka_unit_test(components_and_communities_come_from_the_largest),
      cmocka_unit_test(where_nothing_splits_all_the_groups_must_be_named),
      cmocka_unit_test(a_network_without_nodes_has_no_groups),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
