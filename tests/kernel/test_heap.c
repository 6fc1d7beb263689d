/* The heap gives the least key first, also after keys were lowered. */
#include "base/run.h"
#include "kernel/heap.h"
#include "tests/test.h"

static void nodes_come_out_by_ascending_key(void **state) {
  enum { N = 500 };
  double key[N], last = -1;
  struct chance c;
  struct heap h;
  (void)state;
  chance_start(&c, 5, 0);
  assert_true(heap_start(&h, N, key));
  for (uint32_t v = 0; v < N; v++) {
    key[v] = 1 + chance_share(&c);
    heap_raise(&h, v);
  }
  for (uint32_t v = 0; v < N; v += 3) {
    key[v] *= 0.5;
    heap_raise(&h, v);
  }
  for (uint32_t i = 0; i < N; i++) {
    double next = key[heap_take(&h)];
    assert_true(next >= last);
    last = next;
  }
  assert_int_equal(h.count, 0);
  heap_free(&h);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(nodes_come_out_by_ascending_key)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
