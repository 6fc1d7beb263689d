/* The bow-tie against its definition, with reach by repeated squaring of the adjacency. */
#include "kernel/bowtie.h"

#include "kernel/component.h"
#include "kernel/known_graphs.h"

static void check(const struct graph *g) {
  bool reach[32][32] = {{false}};
  uint32_t n = g->nodes, strong[32], size[32], parts;
  uint8_t place[32];
  assert_int_equal(component_strong(strong, size, &parts, g), KERNEL_DONE);
  assert_int_equal(bowtie(place, strong, g), KERNEL_DONE);
  for (uint32_t u = 0; u < n; u++) {
    reach[u][u] = true;
    for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
      reach[u][g->to[a]] = true;
  }
  for (uint32_t k = 0; k < n; k++)
    for (uint32_t u = 0; u < n; u++)
      for (uint32_t v = 0; v < n; v++)
        reach[u][v] = reach[u][v] || (reach[u][k] && reach[k][v]);
  if (n == 0 || size[0] < 2) {
    for (uint32_t v = 0; v < n; v++)
      assert_int_equal(place[v], BOWTIE_APART);
    return;
  }
  uint32_t c = 0;
  while (strong[c] != 0)
    c++;
  for (uint32_t v = 0; v < n; v++) {
    bool from_in = false, to_out = false;
    for (uint32_t u = 0; u < n; u++) {
      from_in = from_in || (reach[u][c] && !reach[c][u] && reach[u][v]);
      to_out = to_out || (reach[c][u] && !reach[u][c] && reach[v][u]);
    }
    enum bowtie_place want = reach[v][c] && reach[c][v] ? BOWTIE_CORE
                             : reach[v][c]              ? BOWTIE_IN
                             : reach[c][v]              ? BOWTIE_OUT
                             : from_in && to_out        ? BOWTIE_TUBE
                             : from_in                  ? BOWTIE_TENDRIL_IN
                             : to_out                   ? BOWTIE_TENDRIL_OUT
                                                        : BOWTIE_APART;
    assert_int_equal(place[v], want);
  }
}

static void random_networks_agree_with_the_definition(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 7, 0);
  for (int round = 0; round < 500; round++) {
    struct known_graph k;
    uint32_t n = (uint32_t)chance_below(&c, 32);
    known_random(&k, &c, n, round % 5 != 0, 1.3 * chance_share(&c) / (n + 1));
    check(&k.g);
    known_graph_free(&k);
  }
}

/* 0 -> 1 <-> 2 -> 3, a tube 0 -> 4 -> 3, tendrils 0 -> 5 and 6 -> 3, and 7 beyond the tendril 5 the wrong way. */
static void every_place_occurs(void **state) {
  static const uint32_t pairs[][2] = {{0, 1}, {1, 2}, {2, 1}, {2, 3}, {0, 4}, {4, 3}, {0, 5}, {6, 3}, {7, 5}};
  static const uint8_t want[] = {BOWTIE_IN,   BOWTIE_CORE,       BOWTIE_CORE,        BOWTIE_OUT,
                                 BOWTIE_TUBE, BOWTIE_TENDRIL_IN, BOWTIE_TENDRIL_OUT, BOWTIE_APART};
  struct known_graph k;
  uint32_t strong[8], size[8], parts;
  uint8_t place[8];
  (void)state;
  known_graph_start(&k, 8, true, pairs, 9, NULL);
  assert_int_equal(component_strong(strong, size, &parts, &k.g), KERNEL_DONE);
  assert_int_equal(bowtie(place, strong, &k.g), KERNEL_DONE);
  assert_memory_equal(place, want, 8);
  known_graph_free(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks_agree_with_the_definition),
      cmocka_unit_test(every_place_occurs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
