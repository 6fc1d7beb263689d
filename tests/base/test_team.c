/* base/team.c */
#include "test.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "base/team.h"

enum { PARTS = 10000 };

struct tally {
  atomic_uint done[PARTS];
  atomic_uint highest;
  unsigned threads;
  unsigned asked;
  unsigned stop_when; /* asked so often; 0: never */
};

static void count_part(void *context, size_t part, unsigned worker) {
  struct tally *t = context;
  atomic_fetch_add(&t->done[part], 1);
  unsigned highest = atomic_load(&t->highest);
  while (worker > highest && !atomic_compare_exchange_weak(&t->highest, &highest, worker))
    continue;
}

static bool may_go_on(void *context) {
  struct tally *t = context;
  t->asked++;
  return !t->stop_when || t->asked < t->stop_when;
}

static void every_part_runs_once_for_any_number_of_threads(void **state) {
  (void)state;
  const unsigned threads[] = {0, 1, 2, 3, 8, 64};
  const size_t parts[] = {0, 1, 2, 7, PARTS};
  for (size_t i = 0; i < 6; i++)
    for (size_t k = 0; k < 5; k++) {
      struct tally *t = calloc(1, sizeof *t);
      assert_true(team_run(parts[k], threads[i], count_part, t, may_go_on));
      for (size_t part = 0; part < PARTS; part++)
        if (atomic_load(&t->done[part]) != (part < parts[k])) fail_msg("part %zu ran %u times", part, atomic_load(&t->done[part]));
      if (threads[i]) assert_true(atomic_load(&t->highest) < threads[i]);
      free(t);
    }
}

static void a_team_that_is_told_to_stop_starts_no_new_part(void **state) {
  (void)state;
  for (unsigned threads = 1; threads <= 4; threads++) {
    struct tally *t = calloc(1, sizeof *t);
    t->stop_when = 1;
    assert_false(team_run(PARTS, threads, count_part, t, may_go_on));
    for (size_t part = 0; part < PARTS; part++)
      assert_int_equal(atomic_load(&t->done[part]), 0);
    free(t);
  }
  struct tally *t = calloc(1, sizeof *t);
  t->stop_when = 11; /* once before the first part, then after each: ten parts */
  assert_false(team_run(PARTS, 1, count_part, t, may_go_on));
  for (size_t part = 0; part < PARTS; part++)
    assert_int_equal(atomic_load(&t->done[part]), part < 10);
  free(t);
}

/* Two parts that each wait for the other: they can only both end when they run at the same time. */
static void meet(void *context, size_t part, unsigned worker) {
  atomic_uint *arrived = context;
  (void)part;
  (void)worker;
  atomic_fetch_add(arrived, 1);
  for (int i = 0; i < 5000 && atomic_load(arrived) < 2; i++)
    nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
  if (atomic_load(arrived) < 2) atomic_store(arrived, 100);
}

static void parts_run_side_by_side(void **state) {
  (void)state;
  atomic_uint arrived = 0;
  assert_true(team_run(2, 2, meet, &arrived, NULL));
  assert_int_equal(atomic_load(&arrived), 2);
}

/* What is put where, and whether anything is where it should not be. */
struct line_of_work {
  size_t held[TEAM_MOST_SLOTS]; /* part + 1 of each slot; 0: free */
  size_t put;                   /* parts so far */
  atomic_uint putting, wrong, slots, begun;
  unsigned asked, stop_when;
};

static void work_for_line(void *context, size_t part, unsigned slot) {
  struct line_of_work *l = context;
  atomic_fetch_add(&l->begun, 1);
  if (slot >= atomic_load(&l->slots) || l->held[slot]) atomic_fetch_add(&l->wrong, 1);
  l->held[slot] = part + 1;
  for (volatile unsigned i = 0; i < part * 7919u % 300; i++) /* some take longer than others */
    continue;
}

static void put_in_line(void *context, size_t part, unsigned slot) {
  struct line_of_work *l = context;
  if (atomic_fetch_add(&l->putting, 1) || l->held[slot] != part + 1 || l->put != part) atomic_fetch_add(&l->wrong, 1);
  l->held[slot] = 0;
  l->put++;
  atomic_fetch_sub(&l->putting, 1);
}

static bool line_may_go_on(void *context) {
  struct line_of_work *l = context;
  l->asked++;
  return !l->stop_when || l->asked < l->stop_when;
}

static void parts_are_put_one_after_the_other_from_slots_of_their_own(void **state) {
  const unsigned threads[] = {0, 1, 2, 3, 8, 20}, slots[] = {1, 2, 5, TEAM_MOST_SLOTS};
  const size_t parts[] = {0, 1, 2, 7, 3000};
  (void)state;
  for (size_t i = 0; i < 6; i++)
    for (size_t k = 0; k < 5; k++)
      for (size_t s = 0; s < 4; s++) {
        struct line_of_work l = {.slots = slots[s]};
        const struct team_line line = {work_for_line, put_in_line, &l, NULL, slots[s]};
        assert_true(team_run_in_line(parts[k], threads[i], &line));
        assert_int_equal(atomic_load(&l.wrong), 0);
        assert_int_equal(l.put, parts[k]);
      }
}

static void a_line_that_is_told_to_stop_puts_all_that_it_began(void **state) {
  (void)state;
  for (unsigned threads = 1; threads <= 4; threads++) {
    struct line_of_work l = {.slots = 8, .stop_when = 11};
    const struct team_line line = {work_for_line, put_in_line, &l, line_may_go_on, 8};
    bool all = team_run_in_line(PARTS, threads, &line);
    assert_int_equal(atomic_load(&l.wrong), 0);
    assert_int_equal(l.put, atomic_load(&l.begun));
    assert_true(all ? l.put == PARTS : l.put >= 10); /* the other threads may be through before the tenth of the calling one */
    if (threads == 1) assert_int_equal(l.put, 10);
    for (size_t slot = 0; slot < 8; slot++)
      assert_int_equal(l.held[slot], 0);
  }
}

static void there_is_a_processor(void **state) {
  (void)state;
  assert_in_range(team_processors(), 1, 100000);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_part_runs_once_for_any_number_of_threads),
      cmocka_unit_test(a_team_that_is_told_to_stop_starts_no_new_part),
      cmocka_unit_test(parts_run_side_by_side),
      cmocka_unit_test(parts_are_put_one_after_the_other_from_slots_of_their_own),
      cmocka_unit_test(a_line_that_is_told_to_stop_puts_all_that_it_began),
      cmocka_unit_test(there_is_a_processor),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
