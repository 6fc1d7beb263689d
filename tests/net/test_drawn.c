/* Networks drawn by chance: a thousand of each kind keep what they must. */
#include "base/memory.h"
#include "base/run.h"
#include "fixture/net_of.h"
#include "net/drawn.h"
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>

#define NODES 16
#define LAYERS 4 /* three, and none */

/* Of each node in each layer: contacts of its simple network outward, inward, by undirected ties; each pair once. */
struct degrees {
  uint32_t of[NODES][LAYERS][3];
};

static uint32_t layer_of(const nonet *n, uint32_t t) {
  uint32_t layer = net_tie_layer(n, t);
  return layer == NONET_NONE ? LAYERS - 1 : layer;
}

/* The first tie of its layer between these two that points this way? */
static bool comes_first(const nonet *n, uint32_t t) {
  for (uint32_t s = 0; s < t; s++) {
    bool same = n->tie_from[s] == n->tie_from[t] && n->tie_to[s] == n->tie_to[t];
    bool turned = n->tie_from[s] == n->tie_to[t] && n->tie_to[s] == n->tie_from[t];
    bool alike = layer_of(n, s) == layer_of(n, t) && net_tie_directed(n, s) == net_tie_directed(n, t);
    if (alike && (same || (turned && !net_tie_directed(n, t)))) return false;
  }
  return true;
}

static void count(struct degrees *d, const nonet *n) {
  memset(d, 0, sizeof *d);
  for (uint32_t t = 0; t < n->ties; t++) {
    bool directed = net_tie_directed(n, t);
    if (!comes_first(n, t)) continue;
    d->of[n->tie_from[t]][layer_of(n, t)][directed ? 0 : 2]++;
    d->of[n->tie_to[t]][layer_of(n, t)][directed ? 1 : 2]++;
  }
}

/* Ties of several layers, some repeated, some loops; two modes where the kinds say so. */
static nonet *random_net(struct chance *c, int shape) {
  static const char *const layer[] = {"@E", "@H", "@Z", ""};
  char line[8000];
  size_t at = 0;
  uint32_t nodes = 3 + (uint32_t)chance_below(c, NODES - 2), ties = 1 + (uint32_t)chance_below(c, 40);
  bool two_modes = shape % 3 == 2, directed = shape % 2;
  for (uint32_t v = 0; v < nodes; v++)
    at += (size_t)sprintf(line + at, two_modes ? "n%u=%c " : "n%u ", v, v % 2 ? 'p' : 'q');
  for (uint32_t t = 0; t < ties; t++) {
    uint32_t u = (uint32_t)chance_below(c, nodes), v = (uint32_t)chance_below(c, nodes);
    if (two_modes && u % 2 == v % 2) v = (v + 1) % nodes;
    if (two_modes && u % 2 == v % 2) continue;
    at += (size_t)sprintf(line + at, "n%u%cn%u:%u%s ", u, directed && chance_below(c, 3) ? '>' : '-', v, (uint32_t)chance_below(c, 5) + 1,
                          shape % 4 ? layer[chance_below(c, 4)] : "");
  }
  return net_of(line);
}

static nonet *draw(const nonet *n, const char *null, uint64_t number, uint64_t seed) {
  nonet *out;
  nonet_err err;
  assert_ok(nonet_drawn(&out, n, null, number, &(nonet_run){.seed = seed}, &err), err);
  return out;
}

static void assert_same_nodes(const nonet *a, const nonet *b) {
  assert_int_equal(a->nodes, b->nodes);
  assert_int_equal(a->ties, b->ties);
  assert_int_equal(a->layers, b->layers);
  assert_int_equal(a->directed, b->directed);
  assert_int_equal(a->two_modes, b->two_modes);
  for (uint32_t v = 0; v < a->nodes; v++) {
    const uint32_t *x, *y;
    uint32_t count = net_node_layers(a, v, &x);
    assert_string_equal(net_key(a, v), net_key(b, v));
    assert_int_equal(net_node_kind(a, v), net_node_kind(b, v));
    assert_int_equal(net_node_layers(b, v, &y), count);
    if (count) assert_memory_equal(x, y, count * sizeof *x);
  }
  for (uint32_t t = 0; t < a->ties; t++) {
    assert_int_equal(net_tie_layer(a, t), net_tie_layer(b, t));
    assert_int_equal(net_tie_directed(a, t), net_tie_directed(b, t));
    assert_near(net_tie_strength(a, t), net_tie_strength(b, t), 0);
    if (b->two_modes) assert_true(net_node_kind(b, b->tie_from[t]) != net_node_kind(b, b->tie_to[t]));
  }
}

static void a_thousand_draws_keep_degrees_modes_and_layers(void **state) {
  static struct degrees before, after;
  struct chance c;
  (void)state;
  chance_start(&c, 1, 0);
  for (int round = 0; round < 100; round++) {
    nonet *n = random_net(&c, round);
    count(&before, n);
    for (uint64_t number = 0; number < 10; number++) {
      nonet *d = draw(n, "degrees", number, (uint64_t)round);
      count(&after, d);
      assert_same_nodes(n, d);
      assert_memory_equal(&before, &after, sizeof before);
      nonet_free(d);
    }
    nonet_free(n);
  }
}

/* Ties alone keep how many pairs each layer ties; places of nodes keep the degrees of a layer as a list. */
static void other_nulls_keep_the_pairs_of_each_layer(void **state) {
  static struct degrees before, after;
  static const char *const null[] = {"ties", "nodes"};
  struct chance c;
  (void)state;
  chance_start(&c, 2, 0);
  for (int round = 0; round < 200; round++) {
    nonet *n = random_net(&c, round / 2), *d = draw(n, null[round % 2], 0, (uint64_t)round);
    count(&before, n);
    count(&after, d);
    assert_same_nodes(n, d);
    for (size_t l = 0; l < LAYERS; l++)
      for (size_t way = 0; way < 3; way++) {
        uint64_t a = 0, b = 0, squares_a = 0, squares_b = 0;
        for (size_t v = 0; v < NODES; v++) {
          a += before.of[v][l][way], squares_a += before.of[v][l][way] * before.of[v][l][way];
          b += after.of[v][l][way], squares_b += after.of[v][l][way] * after.of[v][l][way];
        }
        assert_int_equal(a, b);
        if (round % 2) assert_int_equal(squares_a, squares_b);
      }
    nonet_free(d);
    nonet_free(n);
  }
}

static bool tied(const nonet *n, const char *a, const char *b) {
  for (uint32_t t = 0; t < n->ties; t++) {
    const char *u = net_key(n, n->tie_from[t]), *v = net_key(n, n->tie_to[t]);
    if ((!strcmp(u, a) && !strcmp(v, b)) || (!strcmp(u, b) && !strcmp(v, a))) return true;
  }
  return false;
}

static void a_draw_follows_from_seed_and_number_whatever_the_order_of_rows(void **state) {
  static const char *const nulls[] = {"degrees", "ties", "nodes"};
  static const char *const keys[] = {"a", "b", "c", "d", "e", "f", "g"};
  nonet *n = net_of("a-b@E b-c@E c-d@E d-e@E e-f@E f-a@E a-c@H b-d@H e-g@H"),
        *m = net_of("e-g@H b-d@H f-a@E c-d@E d-c@E e-f@E b-c@E a-c@H d-e@E b-a@E");
  size_t moved = 0;
  (void)state;
  for (size_t i = 0; i < 3; i++)
    for (uint64_t number = 0; number < 20; number++) {
      nonet *x = draw(n, nulls[i], number, 7), *y = draw(m, nulls[i], number, 7), *z = draw(n, nulls[i], number, 8);
      for (size_t u = 0; u < 7; u++)
        for (size_t v = 0; v < u; v++) {
          assert_int_equal(tied(x, keys[u], keys[v]), tied(y, keys[u], keys[v]));
          moved += tied(x, keys[u], keys[v]) != tied(z, keys[u], keys[v]);
        }
      nonet_free(x);
      nonet_free(y);
      nonet_free(z);
    }
  assert_true(moved > 100);
  nonet_free(n);
  nonet_free(m);
}

static void what_is_said_of_a_tie_goes_with_it(void **state) {
  nonet *n = net_of("a-b:7@E a-b:8@E c-d:9@E e-e:5@E a>b@H a-b@H c>d@H d>e@H");
  bool apart = false;
  (void)state;
  for (uint64_t number = 0; number < 30; number++) {
    nonet *d = draw(n, NULL, number, 1);
    assert_true((d->tie_from[0] == d->tie_from[1] && d->tie_to[0] == d->tie_to[1]) || d->tie_from[0] == d->tie_to[1]); /* a bundle */
    assert_true(d->tie_from[3] == node_of(n, "e") && d->tie_to[3] == node_of(n, "e"));                                 /* a loop */
    assert_true(d->tie_from[4] == node_of(n, "a") && d->tie_to[4] == node_of(n, "b"));                                 /* tied both ways */
    apart |= d->tie_to[0] != node_of(n, "b") && d->tie_from[0] != node_of(n, "b");
    nonet_free(d);
  }
  assert_true(apart);
  nonet_free(n);
}

static void a_null_that_is_not_there_is_refused_by_name(void **state) {
  nonet *n = net_of("a-b"), *d;
  nonet_err err;
  (void)state;
  assert_int_equal(nonet_drawn(&d, n, "weights", 0, NULL, &err), NONET_EUSAGE);
  assert_null(d);
  assert_contains(err.text, "'degrees', 'ties'");
  nonet_free(n);
}

static void networks_without_ties_or_nodes_can_be_drawn(void **state) {
  static const char *const lines[] = {"", "a", "a b", "a-a", "a-b"};
  (void)state;
  for (size_t i = 0; i < 5; i++)
    for (size_t k = 0; nonet_null_at(k); k++) {
      nonet *n = net_of(lines[i]), *d = draw(n, nonet_null_at(k)->name, 3, 0);
      assert_same_nodes(n, d);
      nonet_free(d);
      nonet_free(n);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_thousand_draws_keep_degrees_modes_and_layers),
      cmocka_unit_test(other_nulls_keep_the_pairs_of_each_layer),
      cmocka_unit_test(a_draw_follows_from_seed_and_number_whatever_the_order_of_rows),
      cmocka_unit_test(what_is_said_of_a_tie_goes_with_it),
      cmocka_unit_test(a_null_that_is_not_there_is_refused_by_name),
      cmocka_unit_test(networks_without_ties_or_nodes_can_be_drawn),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
