/* The graph of states and its coupling, against the matrix written out replica by replica. */
#include "base/memory.h"
#include "base/run.h"
#include "kernel/supra.h"
#include "tests/test.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NODES = 5, LAYERS = 4 };

/* Layers drawn by chance, arcs ascending. */
struct drawn {
  bool arc[LAYERS][NODES][NODES], member[LAYERS][NODES];
  struct supra_arc list[LAYERS * NODES * NODES];
  struct supra_place place[LAYERS * NODES];
  struct supra_plan plan;
};

static void draw(struct drawn *d, struct chance *c, bool directed, bool everywhere, bool successive) {
  memset(d, 0, sizeof *d);
  d->plan = (struct supra_plan){NODES, LAYERS, directed, everywhere, successive, d->list, 0, d->place, 0};
  for (uint32_t l = 0; l + 1 < LAYERS; l++) /* the last layer stays without ties */
    for (uint32_t u = 0; u < NODES; u++)
      for (uint32_t v = 0; v < NODES; v++)
        if (u != v && chance_below(c, 4) == 0) d->arc[l][u][v] = true, d->arc[l][v][u] |= !directed;
  for (uint32_t u = 0; u < NODES; u++)
    for (uint32_t l = 0; l < LAYERS; l++) {
      bool placed = chance_below(c, 4) == 0;
      if (placed) d->place[d->plan.places++] = (struct supra_place){u, l};
      d->member[l][u] = everywhere || placed;
      for (uint32_t v = 0; v < NODES; v++) {
        if (d->arc[l][u][v]) d->list[d->plan.arcs++] = (struct supra_arc){u, l, v, 1 + u + v, 1};
        d->member[l][u] |= d->arc[l][u][v] || d->arc[l][v][u];
      }
    }
}

/* The layers of a node that it has replicas in; how many. */
static uint32_t layers_of(uint32_t out[LAYERS], const struct drawn *d, uint32_t v) {
  uint32_t count = 0;
  for (uint32_t l = 0; l < LAYERS; l++)
    if (d->member[l][v]) out[count++] = l;
  return count;
}

static void every_replica_is_in_one_state_and_every_arc_between_two(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 3, 0);
  for (int round = 0; round < 200; round++) {
    struct drawn d;
    struct supra s;
    draw(&d, &c, round & 1, round & 2, round & 4);
    assert_int_equal(supra_start(&s, &d.plan), KERNEL_DONE);
    double replicas = 0;
    for (uint32_t v = 0; v < NODES; v++) {
      uint32_t own[LAYERS], count = layers_of(own, &d, v);
      double times = 0;
      for (uint32_t i = s.first[v]; i < s.first[v + 1]; i++) {
        assert_int_equal(s.node[i], v);
        times += s.times[i];
        assert_near(s.root[i] * s.root[i], s.times[i], 1e-15 * s.times[i]);
      }
      assert_near(times, count, 0);
      replicas += count;
      for (uint32_t l = 0; l < LAYERS; l++)
        for (uint32_t w = 0; w < NODES; w++) {
          if (!d.arc[l][v][w]) continue;
          uint32_t from = supra_state(&s, v, l), to = supra_state(&s, w, l), found = 0;
          for (uint64_t a = s.ties.first[from]; a < s.ties.first[from + 1]; a++)
            found += s.ties.to[a] == to && s.strength[a] == 1 + v + w;
          assert_int_equal(found, 1);
          found = 0;
          for (uint64_t a = s.ties.in_first[to]; a < s.ties.in_first[to + 1]; a++)
            found += s.ties.in_to[a] == from && s.strength[s.ties.in_edge[a]] == 1 + v + w;
          assert_int_equal(found, 1);
        }
    }
    assert_near(s.replicas, replicas, 0);
    assert_int_equal(s.ties.first[s.states], d.plan.arcs);
    supra_free(&s);
  }
}

/* The replicas of one state have one value; the operator in the even form must do what the matrix does. */
static void coupling_does_what_its_matrix_does(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 4, 0);
  for (int round = 0; round < 200; round++) {
    struct drawn d;
    struct supra s;
    draw(&d, &c, round & 1, round & 2, round & 4);
    assert_int_equal(supra_start(&s, &d.plan), KERNEL_DONE);
    for (uint32_t v = 0; v < NODES; v++) {
      uint32_t own[LAYERS], count = layers_of(own, &d, v), first = s.first[v];
      double x[LAYERS], even[LAYERS + 1], to[LAYERS + 1] = {0}, value[LAYERS + 1];
      for (uint32_t i = first; i < s.first[v + 1]; i++) {
        value[i - first] = chance_share(&c);
        even[i - first] = value[i - first] * s.root[i];
      }
      for (uint32_t k = 0; k < count; k++) {
        uint32_t i = supra_state(&s, v, own[k]);
        x[k] = value[(i == UINT32_MAX ? s.first[v + 1] - 1 : i) - first];
      }
      supra_couple(to, even, &s, 0.5, v);
      for (uint32_t k = 0; k < count; k++) {
        double want = 0, links = 0;
        for (uint32_t j = 0; j < count; j++)
          if (j != k && (!s.successive || j + 1 == k || j == k + 1)) want += 0.5 * x[j], links++;
        uint32_t i = supra_state(&s, v, own[k]);
        if (i == UINT32_MAX) i = s.first[v + 1] - 1;
        assert_near(to[i - first] / s.root[i], want, 1e-14);
        assert_near(supra_coupled(even, &s, 0.5, i) / s.root[i], want, 1e-14);
        assert_near(supra_coupled_to(&s, i), links, 1e-14);
      }
    }
    supra_free(&s);
  }
}

static void absent_replicas_take_one_place_unless_they_differ(void **state) {
  const struct supra_arc arc[] = {{0, 7, 1, 1, 1}, {1, 7, 0, 1, 1}};
  struct supra_plan plan = {.nodes = 3, .layers = 500, .everywhere = true, .arc = arc, .arcs = 2};
  struct supra s;
  (void)state;
  assert_int_equal(supra_start(&s, &plan), KERNEL_DONE);
  assert_int_equal(s.states, 5); /* two of 0, two of 1, the rest of 2 */
  assert_near(s.times[1], 499, 0);
  assert_near(s.times[4], 500, 0);
  supra_free(&s);
  plan.successive = true;
  assert_int_equal(supra_start(&s, &plan), KERNEL_DONE);
  assert_int_equal(s.states, 1500);
  supra_free(&s);
}

static void nothing_at_all_is_a_graph_too(void **state) {
  struct supra_plan plan = {.layers = 1};
  struct supra s;
  (void)state;
  assert_int_equal(supra_start(&s, &plan), KERNEL_DONE);
  assert_int_equal(s.states, 0);
  assert_int_equal(s.ties.edges, 0);
  supra_free(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_replica_is_in_one_state_and_every_arc_between_two),
      cmocka_unit_test(coupling_does_what_its_matrix_does),
      cmocka_unit_test(absent_replicas_take_one_place_unless_they_differ),
      cmocka_unit_test(nothing_at_all_is_a_graph_too),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
