/* Paths that respect time, against slower ways that follow the definition. */
#include "kernel/timely.h"

#include "base/memory.h"
#include "base/run.h"
#include "tests/test.h"

#include <math.h>
#include <stdlib.h>

enum { MOST = 200, TIES = 900, DAYS = 14 };

static size_t draw_ties(struct timely_tie *tie, struct chance *c, uint32_t n, size_t count, bool directed) {
  for (size_t i = 0; i < count; i++) {
    int32_t a = (int32_t)chance_below(c, DAYS), b = (int32_t)chance_below(c, DAYS);
    tie[i] = (struct timely_tie){(uint32_t)chance_below(c, n), (uint32_t)chance_below(c, n), a < b ? a : b, a < b ? b : a,
                                 !directed || chance_below(c, 5) == 0};
    if (chance_below(c, 3) == 0) tie[i].until = tie[i].since; /* one day alone */
    if (chance_below(c, 6) == 0) tie[i].since = -TIMELY_EVER;
    if (chance_below(c, 6) == 0) tie[i].until = TIMELY_EVER;
  }
  return count;
}

/* Day by day: who is there goes on along the ties of the day until nobody new comes. */
static void day_by_day(double *arrival, const struct timely_tie *tie, size_t ties, uint32_t n, uint32_t source, int32_t start) {
  for (uint32_t v = 0; v < n; v++)
    arrival[v] = v == source ? start : (double)INFINITY;
  for (int32_t day = start; day <= DAYS + 1; day++)
    for (bool grew = true; grew;) {
      grew = false;
      for (size_t i = 0; i < ties; i++) {
        if (day < tie[i].since || day > tie[i].until) continue;
        uint32_t ends[] = {tie[i].from, tie[i].to};
        for (int k = 0; k <= tie[i].both; k++)
          if (arrival[ends[k]] <= day && arrival[ends[!k]] > day) arrival[ends[!k]] = day, grew = true;
      }
    }
}

static void assert_same(const double *a, const double *b, uint32_t n) {
  for (uint32_t v = 0; v < n; v++)
    if (!(a[v] == b[v])) fail_msg("node %u: %g, not %g", v, a[v], b[v]);
}

static void first_days_and_reach_are_those_of_going_day_by_day(void **state) {
  static struct timely_tie tie[TIES];
  static double fast[MOST], slow[MOST];
  static uint32_t reached[MOST];
  struct chance c;
  (void)state;
  chance_start(&c, 31, 0);
  for (int round = 0; round < 60; round++) {
    uint32_t n = round < 50 ? 1 + (uint32_t)chance_below(&c, 12) : 60 + (uint32_t)chance_below(&c, MOST - 60);
    size_t ties = draw_ties(tie, &c, n, (size_t)chance_below(&c, 3 * n), round % 2);
    int32_t start = (int32_t)chance_below(&c, DAYS) - 1;
    struct timely t;
    assert_int_equal(timely_start(&t, n, tie, ties, false), KERNEL_DONE);
    for (unsigned threads = 1; threads <= 8; threads += 7) {
      struct kernel_watch watch = {.threads = threads};
      assert_int_equal(timely_reach(reached, &t, start, &watch), KERNEL_DONE);
      for (uint32_t v = 0; v < n; v++) {
        uint32_t others = 0;
        day_by_day(slow, tie, ties, n, v, start);
        assert_int_equal(timely_arrival(fast, NULL, &t, &v, 1, start), KERNEL_DONE);
        assert_same(fast, slow, n);
        for (uint32_t w = 0; w < n; w++)
          others += w != v && isfinite(slow[w]);
        assert_int_equal(reached[v], others);
      }
    }
    timely_free(&t);
  }
}

/* The latest day on which v can be left so that the target is reached in time: tried day by day. */
static double latest(const struct timely *t, uint32_t v, uint32_t target, int32_t end, double *room) {
  for (int32_t day = end; day >= -1; day--) {
    assert_int_equal(timely_arrival(room, NULL, t, &v, 1, day), KERNEL_DONE);
    if (room[target] <= end) return day;
  }
  return -INFINITY;
}

static void backward_it_is_the_last_day_to_leave(void **state) {
  static struct timely_tie tie[TIES];
  static double back[MOST], room[MOST];
  struct chance c;
  (void)state;
  chance_start(&c, 32, 0);
  for (int round = 0; round < 60; round++) {
    uint32_t n = 1 + (uint32_t)chance_below(&c, 10), target = (uint32_t)chance_below(&c, n);
    size_t ties = draw_ties(tie, &c, n, (size_t)chance_below(&c, 3 * n), round % 2);
    int32_t end = (int32_t)chance_below(&c, DAYS);
    struct timely there, turned;
    assert_int_equal(timely_start(&there, n, tie, ties, false), KERNEL_DONE);
    assert_int_equal(timely_start(&turned, n, tie, ties, true), KERNEL_DONE);
    assert_int_equal(timely_arrival(back, NULL, &turned, &target, 1, -end), KERNEL_DONE);
    for (uint32_t v = 0; v < n; v++)
      assert_true(-back[v] == latest(&there, v, target, end, room));
    timely_free(&there);
    timely_free(&turned);
  }
}

static void time_makes_ways_one_way_even_where_ties_are_not(void **state) {
  /* Holme and Saramaki 2012: A - B before B - C leads from A to C and not back. */
  const struct timely_tie tie[] = {{0, 1, 1, 1, true}, {1, 2, 2, 2, true}};
  struct timely t;
  double arrival[3];
  uint32_t reached[3], a = 0, c = 2, all[] = {0, 1, 2};
  (void)state;
  assert_int_equal(timely_start(&t, 3, tie, 2, false), KERNEL_DONE);
  assert_int_equal(timely_arrival(arrival, NULL, &t, &a, 1, 0), KERNEL_DONE);
  assert_same(arrival, (const double[]){0, 1, 2}, 3);
  assert_int_equal(timely_arrival(arrival, NULL, &t, &c, 1, 0), KERNEL_DONE);
  assert_same(arrival, (const double[]){(double)INFINITY, 2, 0}, 3);
  assert_int_equal(timely_arrival(arrival, NULL, &t, all, 3, 1), KERNEL_DONE);
  assert_same(arrival, (const double[]){1, 1, 1}, 3);
  assert_int_equal(timely_reach(reached, &t, 0, NULL), KERNEL_DONE);
  assert_int_equal(reached[0], 2);
  assert_int_equal(reached[1], 2);
  assert_int_equal(reached[2], 1);
  assert_int_equal(timely_reach(reached, &t, 2, NULL), KERNEL_DONE);
  assert_int_equal(reached[0], 0);
  timely_free(&t);
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void nothing_is_reached_in_nothing_and_who_says_stop_is_heard(void **state) {
  struct timely t;
  struct kernel_watch watch = {.go_on = never};
  struct timely_tie loop = {0, 0, 3, 4, true};
  double arrival;
  uint32_t reached = 7, source = 0;
  (void)state;
  assert_int_equal(timely_start(&t, 0, NULL, 0, false), KERNEL_DONE);
  assert_int_equal(timely_arrival(NULL, NULL, &t, NULL, 0, 0), KERNEL_DONE);
  assert_int_equal(timely_reach(NULL, &t, 0, NULL), KERNEL_DONE);
  timely_free(&t);
  assert_int_equal(timely_start(&t, 1, &loop, 1, false), KERNEL_DONE);
  assert_int_equal(timely_arrival(&arrival, NULL, &t, &source, 1, 2), KERNEL_DONE);
  assert_true(arrival == 2);
  assert_int_equal(timely_reach(&reached, &t, 0, NULL), KERNEL_DONE);
  assert_int_equal(reached, 0);
  assert_int_equal(timely_reach(&reached, &t, 0, &watch), KERNEL_STOPPED);
  timely_free(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(first_days_and_reach_are_those_of_going_day_by_day),
      cmocka_unit_test(backward_it_is_the_last_day_to_leave),
      cmocka_unit_test(time_makes_ways_one_way_even_where_ties_are_not),
      cmocka_unit_test(nothing_is_reached_in_nothing_and_who_says_stop_is_heard),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
