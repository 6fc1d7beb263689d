/* Versatility of nodes over several layers: by hand where a hand can do it, by the measures of one layer where there is one. */
#include "measure/values.h"

static const nonet_measure_options members = {.replicas = NONET_REPLICAS_MEMBERS, .verify = true};

static void in_one_layer_it_is_the_measure_of_one_layer(void **state) {
  static const char *const line[] = {"a-b b-c c-a c-d d-e f", "a>b b>c c>a c>d", "a-b@L b-c@L c-a@L c-d@L"};
  (void)state;
  for (size_t i = 0; i < 3; i++) {
    nonet *n = net_of(line[i]);
    for (uint32_t v = 0; v < nonet_nodes(n); v++) {
      nonet_node node;
      nonet_node_get(&node, n, v);
      assert_near(value_of(n, "eigenvector-versatility", node.key), value_of(n, "eigenvector", node.key), 1e-12);
      assert_near(value_of(n, "pagerank-versatility", node.key), value_of(n, "pagerank", node.key), 1e-12);
    }
    nonet_free(n);
  }
}

/* a-b in one layer, a-c in the other, coupling 1, members only: a path b - a - a' - c. */
static void members_make_a_path_of_replicas(void **state) {
  nonet *n = net_of("a-b@1 a-c@2");
  (void)state;
  double golden = (1 + sqrt(5)) / 2;
  assert_near(value_with(n, "supra-eigenvalue", NULL, &members), golden, 1e-14);
  assert_near(value_with(n, "eigenvector-versatility", "a", &members), 1, 0);
  assert_near(value_with(n, "eigenvector-versatility", "b", &members), 1 / (2 * golden), 1e-14);
  nonet_free(n);
}

/* A tie in each of two layers: the matrix of a square with sides 1 and omega. */
static void the_coupling_adds_to_the_greatest_eigenvalue(void **state) {
  nonet *n = net_of("a-b@1 a-b@2");
  (void)state;
  assert_near(value_of(n, "supra-eigenvalue", NULL), 2, 1e-14);
  assert_near(value_of(n, "supra-eigenvalue:0.25", NULL), 1.25, 1e-14);
  nonet_free(n);
}

/* Three layers in a row differ from three that are all coupled; their order is that of names, not of rows. */
static void ordinal_coupling_goes_by_the_names_of_layers(void **state) {
  nonet *n = net_of("a-b@9 a-b@10 a-b@11 a-c@10"), *m = net_of("a-c@10 a-b@11 a-b@9 a-b@10"), *k = net_of("a-b@9 a-b@11 a-b@10 a-c@9");
  (void)state;
  double value = value_of(n, "supra-eigenvalue:1;ordinal", NULL);
  assert_near(value, value_of(m, "supra-eigenvalue:ordinal", NULL), 1e-13);
  assert_true(fabs(value - value_of(k, "supra-eigenvalue:ordinal", NULL)) > 1e-3);
  assert_near(value_of(n, "supra-eigenvalue", NULL), value_of(k, "supra-eigenvalue", NULL), 1e-13);
  nonet_free(n);
  nonet_free(m);
  nonet_free(k);
}

static void weights_count_when_asked_for(void **state) {
  nonet *n = net_of("a-b:3@1 a-b@2");
  (void)state;
  assert_near(value_of(n, "supra-eigenvalue", NULL), 2, 1e-14);
  assert_near(weighted_of(n, "supra-eigenvalue", NULL), 2 + sqrt(2), 1e-13); /* [3 1; 1 1] */
  nonet_free(n);
}

static void without_ties_nothing_leads(void **state) {
  nonet *n = net_of("a b");
  (void)state;
  assert_true(isnan(value_of(n, "eigenvector-versatility", "a")));
  assert_near(value_of(n, "pagerank-versatility", "a"), 0.5, 1e-15);
  assert_near(value_of(n, "supra-eigenvalue", NULL), 0, 0);
  nonet_free(n);
}

static void a_coupling_of_nothing_is_refused(void **state) {
  (void)state;
  assert_refused("a-b", "eigenvector-versatility:0", NULL, NONET_EUSAGE, "a coupling above 0");
  assert_refused("a-b", "pagerank-versatility:1;sideways", NULL, NONET_EUSAGE, "a coupling above 0");
  assert_refused("a-b", "supra-eigenvalue:inf", NULL, NONET_EUSAGE, "a coupling above 0");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(in_one_layer_it_is_the_measure_of_one_layer),
      cmocka_unit_test(members_make_a_path_of_replicas),
      cmocka_unit_test(the_coupling_adds_to_the_greatest_eigenvalue),
      cmocka_unit_test(ordinal_coupling_goes_by_the_names_of_layers),
      cmocka_unit_test(weights_count_when_asked_for),
      cmocka_unit_test(without_ties_nothing_leads),
      cmocka_unit_test(a_coupling_of_nothing_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
