/* Dial's ring against a plain search for the least key. */
#include "base/run.h"
#include "kernel/dial.h"
#include "tests/test.h"

#define NODES 50

static void nodes_come_out_by_ascending_keys_through_moves_and_turns_of_the_ring(void **state) {
  static const uint32_t spans[] = {1, 5, 63, 64, 1000, DIAL_SPAN};
  struct chance c;
  (void)state;
  chance_start(&c, 50, 0);
  for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
    struct dial d;
    uint64_t key[NODES], now = 0;
    bool in[NODES] = {false};
    assert_true(dial_start(&d, NODES, spans[i]));
    for (int step = 0; step < 4000; step++) {
      uint32_t v = (uint32_t)chance_below(&c, NODES);
      if (chance_below(&c, 3)) {
        uint64_t wish = now + chance_below(&c, spans[i] + 1);
        if (in[v]) dial_drop(&d, v, key[v]);
        dial_put(&d, v, wish);
        in[v] = true, key[v] = wish;
      } else if (d.count) {
        uint32_t got = dial_take(&d);
        assert_true(in[got]);
        for (uint32_t w = 0; w < NODES; w++)
          assert_true(!in[w] || key[w] >= key[got]);
        in[got] = false, now = key[got];
      }
    }
    dial_free(&d);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(nodes_come_out_by_ascending_keys_through_moves_and_turns_of_the_ring)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
