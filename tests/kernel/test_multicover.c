/* Covers: by hand, against every choice of sets, and where the search is not given the time. */
#include "kernel/multicover.h"

#include "base/memory.h"
#include "base/run.h"
#include "tests/test.h"

#include <stdlib.h>

#define SETS 9
#define ELEMENTS 9

struct case_of {
  uint64_t first[SETS + 1];
  uint32_t to[SETS * ELEMENTS], demand[ELEMENTS + 1], bits[SETS], sets, elements;
};

static struct multicover_question question(const struct case_of *c) {
  return (struct multicover_question){
      .sets = c->sets, .elements = c->elements, .first = c->first, .to = c->to, .demand = c->demand, .keep = 1000};
}

/* Sets as bits of their elements. */
static void set_up(struct case_of *c, const uint32_t *bits, uint32_t sets, uint32_t elements, uint32_t demand) {
  uint64_t at = 0;
  *c = (struct case_of){.sets = sets, .elements = elements};
  for (uint32_t s = 0; s < sets; s++) {
    c->bits[s] = bits[s];
    for (uint32_t e = 0; e < elements; e++)
      if (bits[s] >> e & 1) c->to[at++] = e;
    c->first[s + 1] = at;
  }
  for (uint32_t e = 0; e < elements; e++)
    for (uint32_t s = 0; s < sets; s++)
      if (c->demand[e] < demand && (bits[s] >> e & 1)) c->demand[e]++;
}

static bool covers(const struct case_of *c, uint32_t choice) {
  for (uint32_t e = 0; e < c->elements; e++) {
    uint32_t times = 0;
    for (uint32_t s = 0; s < c->sets; s++)
      times += (choice >> s & 1) && (c->bits[s] >> e & 1);
    if (times < c->demand[e]) return false;
  }
  return true;
}

static void compare_with_every_choice(const struct case_of *c) {
  uint32_t least = SETS + 1;
  double count = 0;
  struct multicover m;
  struct multicover_question q = question(c);
  for (uint32_t choice = 0; choice < 1u << c->sets; choice++) {
    uint32_t size = (uint32_t)__builtin_popcount(choice);
    if (size > least || !covers(c, choice)) continue;
    count = size < least ? 1 : count + 1;
    least = size;
  }
  assert_int_equal(multicover_start(&m, &q, NULL), KERNEL_DONE);
  assert_int_equal(m.size, least);
  assert_int_equal(m.bound, least);
  assert_true(m.counted);
  assert_near(m.count, count, 0);
  assert_near((double)m.kept, count, 0);
  for (size_t i = 0; i < m.kept; i++) {
    uint32_t choice = 0;
    for (uint32_t k = 0; k < m.size; k++)
      choice |= 1u << m.cover[i * m.size + k];
    assert_int_equal(__builtin_popcount(choice), m.size);
    assert_true(covers(c, choice));
    for (uint32_t k = 0; i > 0 && k < m.size; k++) { /* ascending, none twice */
      if (m.cover[i * m.size + k] == m.cover[(i - 1) * m.size + k] && k + 1 < m.size) continue;
      assert_true(m.cover[i * m.size + k] > m.cover[(i - 1) * m.size + k]);
      break;
    }
  }
  multicover_free(&m);
}

static void the_least_cover_and_their_number_are_those_of_every_choice(void **state) {
  struct chance random;
  (void)state;
  chance_start(&random, 7, 0);
  for (int round = 0; round < 600; round++) {
    struct case_of c;
    uint32_t bits[SETS], sets = (uint32_t)chance_below(&random, SETS + 1), elements = (uint32_t)chance_below(&random, ELEMENTS + 1);
    uint32_t dense = 1 + (uint32_t)chance_below(&random, 3);
    for (uint32_t s = 0; s < sets; s++) {
      bits[s] = (uint32_t)chance_below(&random, 1u << elements);
      for (uint32_t i = 1; i < dense; i++)
        bits[s] &= (uint32_t)chance_below(&random, 1u << elements);
    }
    set_up(&c, bits, sets, elements, 1 + (uint32_t)round % 3);
    compare_with_every_choice(&c);
  }
}

/* Greed takes the three of the middle row first and needs three; two rows do it. */
static void greed_is_not_enough(void **state) {
  const uint32_t bits[] = {0x07, 0x38, 0x1e};
  struct case_of c;
  struct multicover m;
  (void)state;
  set_up(&c, bits, 3, 6, 1);
  struct multicover_question q = question(&c);
  assert_int_equal(multicover_start(&m, &q, NULL), KERNEL_DONE);
  assert_int_equal(m.size, 2);
  assert_near(m.count, 1, 0);
  assert_int_equal(m.cover[0], 0);
  assert_int_equal(m.cover[1], 1);
  multicover_free(&m);
}

static void nothing_to_cover_needs_nothing(void **state) {
  struct case_of c;
  struct multicover m;
  (void)state;
  set_up(&c, (const uint32_t[]){0, 0}, 2, 3, 1);
  struct multicover_question q = question(&c);
  assert_int_equal(multicover_start(&m, &q, NULL), KERNEL_DONE);
  assert_int_equal(m.size, 0);
  assert_int_equal(m.bound, 0);
  assert_near(m.count, 1, 0);
  multicover_free(&m);
}

static void without_effort_a_cover_is_found_and_nothing_is_claimed_of_it(void **state) {
  struct chance random;
  struct case_of c;
  struct multicover m;
  uint32_t bits[SETS];
  (void)state;
  chance_start(&random, 3, 0);
  for (uint32_t s = 0; s < SETS; s++)
    bits[s] = (uint32_t)chance_below(&random, 1u << ELEMENTS) & (uint32_t)chance_below(&random, 1u << ELEMENTS);
  set_up(&c, bits, SETS, ELEMENTS, 2);
  struct multicover_question q = question(&c);
  q.effort = 1;
  assert_int_equal(multicover_start(&m, &q, NULL), KERNEL_DONE);
  assert_true(m.bound <= m.size);
  assert_false(m.counted);
  assert_true(m.kept == 1 && m.count > 0);
  multicover_free(&m);
}

static bool never(void *context) {
  return (void)context, false;
}

/* Every pair of 24 elements a set: more branches than anybody waits for. */
static void a_watch_ends_the_search(void **state) {
  uint64_t first[277] = {0};
  uint32_t to[276 * 2], demand[24], s = 0;
  struct multicover m;
  const struct kernel_watch watch = {.go_on = never};
  (void)state;
  for (uint32_t a = 0; a < 24; a++) {
    demand[a] = 1;
    for (uint32_t b = a + 1; b < 24; b++, s++)
      to[2 * s] = a, to[2 * s + 1] = b, first[s + 1] = 2 * (s + 1);
  }
  struct multicover_question q = {.sets = 276, .elements = 24, .first = first, .to = to, .demand = demand, .keep = 1};
  assert_int_equal(multicover_start(&m, &q, &watch), KERNEL_STOPPED);
  assert_null(m.cover);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_least_cover_and_their_number_are_those_of_every_choice),
      cmocka_unit_test(greed_is_not_enough),
      cmocka_unit_test(nothing_to_cover_needs_nothing),
      cmocka_unit_test(without_effort_a_cover_is_found_and_nothing_is_claimed_of_it),
      cmocka_unit_test(a_watch_ends_the_search),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
