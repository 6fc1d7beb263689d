/* The border to igraph: graphs, known values through it, errors and stopping. */
#include "fixture/net_of.h"
#include "net/igraph_border.h"
#include "net/net.h"
#include "tests/test.h"

#include <pthread.h>

static void graphs_have_our_numbers(void **state) {
  (void)state;
  nonet *n = net_of("a-b b>c c-c b>c");
  nonet_err err;
  struct border b;
  const igraph_t *simple, *multi, *again, *flat;
  border_enter(&b, NULL);
  assert_ok(net_igraph(&simple, n, true, true, &err), err);
  assert_ok(net_igraph(&multi, n, false, true, &err), err);
  assert_ok(net_igraph(&flat, n, true, false, &err), err);
  assert_ok(net_igraph(&again, n, true, true, &err), err);
  assert_ptr_equal(simple, again);
  assert_int_equal(igraph_ecount(simple), 3); /* a>b b>a b>c */
  assert_int_equal(igraph_ecount(multi), 5);  /* four ties and the way back of the first */
  assert_int_equal(igraph_ecount(flat), 2);
  assert_true(igraph_is_directed(multi));
  assert_false(igraph_is_directed(flat));
  igraph_integer_t from, to;
  igraph_edge(multi, 3, &from, &to);
  assert_int_equal(from, 1);
  assert_int_equal(to, 2);
  igraph_edge(multi, 4, &from, &to);
  assert_int_equal(from, 1);
  assert_int_equal(to, 0);
  border_leave(&b);
  nonet_free(n);
}

static void calls_give_known_values(void **state) {
  (void)state;
  nonet *n = corner("star");
  nonet_err err;
  struct border b;
  const igraph_t *g;
  igraph_vector_t v;
  igraph_matrix_t d;
  double x;
  border_enter(&b, NULL);
  assert_ok(net_igraph(&g, n, true, false, &err), err);
  assert_int_equal(igraph_vector_init(&v, 0), 0);
  assert_int_equal(igraph_matrix_init(&d, 0, 0), 0);
  assert_ok(border_result(&b, border_betweenness(&v, g, false, NULL), "betweenness", &err), err);
  assert_near(VECTOR(v)[0], 6, 1e-12); /* the centre lies between all 6 pairs of leaves */
  assert_ok(border_result(&b, border_edge_betweenness(&v, g, false, NULL), "tie-betweenness", &err), err);
  assert_near(VECTOR(v)[0], 4, 1e-12);
  assert_ok(border_result(&b, border_pagerank(&v, g, false, 0.85, NULL), "pagerank", &err), err);
  assert_near(igraph_vector_sum(&v), 1, 1e-12);
  assert_ok(border_result(&b, border_eigenvector(&v, &x, g, false, NULL), "eigenvector", &err), err);
  assert_near(VECTOR(v)[0], 1, 1e-9);
  assert_near(x, 2, 1e-9);
  assert_ok(border_result(&b, border_distances(&d, g, NULL, IGRAPH_ALL), "distances", &err), err);
  assert_near(MATRIX(d, 1, 2), 2, 0);
  assert_ok(border_result(&b, border_diameter(&x, g, NULL, false), "diameter", &err), err);
  assert_near(x, 2, 0);
  assert_ok(border_result(&b, border_density(&x, g, false), "density", &err), err);
  assert_near(x, 0.4, 1e-12);
  igraph_matrix_destroy(&d);
  igraph_vector_destroy(&v);
  border_leave(&b);
  nonet_free(n);
}

static void leiden_finds_two_cliques(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c a-c d-e e-f d-f c-d");
  nonet_err err;
  struct border b;
  const igraph_t *g;
  igraph_vector_int_t group;
  border_enter(&b, NULL);
  assert_ok(net_igraph(&g, n, true, false, &err), err);
  assert_int_equal(igraph_vector_int_init(&group, 0), 0);
  assert_int_equal(border_seed(1), 0);
  assert_ok(border_result(&b, border_leiden(&group, g, NULL, 1, 10), "leiden", &err), err);
  assert_int_equal(VECTOR(group)[0], VECTOR(group)[2]);
  assert_int_equal(VECTOR(group)[3], VECTOR(group)[5]);
  assert_int_not_equal(VECTOR(group)[0], VECTOR(group)[3]);
  igraph_vector_int_destroy(&group);
  border_leave(&b);
  nonet_free(n);
}

static void an_error_of_igraph_keeps_its_first_message(void **state) {
  (void)state;
  nonet_err err;
  struct border b;
  igraph_t g;
  border_enter(&b, NULL);
  igraph_error_t code = igraph_empty(&g, -1, false);
  assert_int_equal(border_result(&b, code, "making a graph", &err), NONET_EINTERNAL);
  assert_contains(err.text, "making a graph: igraph: ");
  border_leave(&b);
}

static bool stop(void *user) {
  (void)user;
  return true;
}

static void a_run_that_stops_ends_igraph(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-d d-e e-f");
  nonet_run asked = {.stop = stop};
  struct run run;
  nonet_err err;
  struct border b;
  const igraph_t *g;
  igraph_vector_t v;
  run_start(&run, &asked);
  border_enter(&b, &run);
  assert_ok(net_igraph(&g, n, true, false, &err), err);
  assert_int_equal(igraph_vector_init(&v, 0), 0);
  igraph_error_t code = border_betweenness(&v, g, false, NULL);
  assert_int_equal(code, IGRAPH_INTERRUPTED);
  assert_int_equal(border_result(&b, code, "betweenness", &err), NONET_ESTOPPED);
  igraph_vector_destroy(&v);
  border_leave(&b);
  nonet_free(n);
}

static void *ask(void *network) {
  for (unsigned i = 0; i < 50; i++) {
    const nonet *n = network;
    struct border b;
    const igraph_t *g;
    const struct graph *edges;
    uint32_t v;
    if (nonet_find_node(&v, n, "B", NULL) || net_simple(&edges, n, true, true, NULL)) return network;
    border_enter(&b, NULL);
    nonet_code code = net_igraph(&g, n, true, true, NULL);
    border_leave(&b);
    if (code) return network;
  }
  return NULL;
}

static void threads_may_ask_together(void **state) {
  (void)state;
  nonet *n = net_of("a-b:2 b>c c-d");
  pthread_t other[4];
  for (unsigned i = 0; i < 4; i++)
    assert_int_equal(pthread_create(&other[i], NULL, ask, n), 0);
  for (unsigned i = 0; i < 4; i++) {
    void *failed;
    pthread_join(other[i], &failed);
    assert_null(failed);
  }
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(graphs_have_our_numbers),      cmocka_unit_test(calls_give_known_values),
      cmocka_unit_test(leiden_finds_two_cliques),     cmocka_unit_test(an_error_of_igraph_keeps_its_first_message),
      cmocka_unit_test(a_run_that_stops_ends_igraph), cmocka_unit_test(threads_may_ask_together),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
