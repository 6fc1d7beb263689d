/* Waves: every item once, the same lanes at any number of threads, and a stop that is heard. */
#include "kernel/waves.h"
#include "tests/test.h"

#include <stdlib.h>

#define ITEMS 5000

struct seen {
  unsigned char times[ITEMS];
  unsigned lane[ITEMS];
  int asked, asks_left;
};

static void note(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct seen *s = context;
  (void)worker;
  for (size_t i = from; i < to; i++) {
    s->times[i]++;
    s->lane[i] = lane;
  }
}

static bool never_stop(void *context) {
  ((struct seen *)context)->asked++;
  return true;
}

static bool stop_soon(void *context) {
  return ((struct seen *)context)->asks_left-- > 0;
}

static void each_item_is_done_once_and_on_the_same_lane_at_1_2_and_8_threads(void **state) {
  struct seen *one = calloc(1, sizeof *one), *more = calloc(1, sizeof *more);
  (void)state;
  struct waves_job job = {ITEMS, 40000, note, one};
  assert_int_equal(waves_run(&job, NULL), KERNEL_DONE);
  for (unsigned threads = 2; threads <= 8; threads += 6) {
    memset(more, 0, sizeof *more);
    struct waves_job again = {ITEMS, 40000, note, more};
    struct kernel_watch watch = {.go_on = never_stop, .context = more, .threads = threads};
    assert_int_equal(waves_run(&again, &watch), KERNEL_DONE);
    assert_true(more->asked > 1);
    for (size_t i = 0; i < ITEMS; i++) {
      assert_int_equal(more->times[i], 1);
      assert_int_equal(more->lane[i], one->lane[i]);
    }
  }
  free(one);
  free(more);
}

static void a_stop_ends_the_work_before_the_end(void **state) {
  struct seen *s = calloc(1, sizeof *s);
  (void)state;
  s->asks_left = 1;
  struct waves_job job = {ITEMS, 1e6, note, s};
  struct kernel_watch watch = {.go_on = stop_soon, .context = s, .threads = 2};
  assert_int_equal(waves_run(&job, &watch), KERNEL_STOPPED);
  assert_int_equal(s->times[ITEMS - 1], 0);
  free(s);
}

static void no_items_is_no_work(void **state) {
  (void)state;
  struct waves_job job = {0, 1, note, NULL};
  assert_int_equal(waves_lanes(&job), 0);
  assert_int_equal(waves_run(&job, NULL), KERNEL_DONE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_item_is_done_once_and_on_the_same_lane_at_1_2_and_8_threads),
      cmocka_unit_test(a_stop_ends_the_work_before_the_end),
      cmocka_unit_test(no_items_is_no_work),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
