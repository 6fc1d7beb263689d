/* base/run.c: going on, telling, and chance. */
#include "test.h"

#include <stdlib.h>
#include <time.h>

#include "base/run.h"

static bool stop_after(void *user) {
  int *left = user;
  return (*left)-- <= 0;
}

static void a_run_that_asks_nothing_goes_on(void **state) {
  (void)state;
  struct run r;
  nonet_err err;
  run_start(&r, NULL);
  assert_int_equal(run_check(&r, &err), NONET_OK);
  run_progress(&r, "reading", 0.5);
  run_warn(&r, "%s", "nobody listens");
  assert_true(run_threads(&r) >= 1);
}

static void a_stop_ends_the_run(void **state) {
  (void)state;
  int left = 2;
  nonet_run asked = {.stop = stop_after, .user = &left};
  struct run r;
  nonet_err err;
  run_start(&r, &asked);
  assert_int_equal(run_check(&r, &err), NONET_OK);
  assert_int_equal(run_check(&r, &err), NONET_OK);
  assert_int_equal(run_check(&r, &err), NONET_ESTOPPED);
  assert_int_equal(err.code, NONET_ESTOPPED);
}

static void a_time_out_is_told_with_its_seconds(void **state) {
  (void)state;
  nonet_run asked = {.timeout = 0.02};
  struct run r;
  nonet_err err;
  run_start(&r, &asked);
  assert_int_equal(run_check(&r, &err), NONET_OK);
  nanosleep(&(struct timespec){.tv_nsec = 30000000}, NULL);
  assert_int_equal(run_check(&r, &err), NONET_ELIMIT);
  assert_string_equal(err.text, "time-out after 0.02 s");
}

static void keep_text(void *user, const char *text) {
  strcpy(user, text);
}

static void a_warning_is_one_clean_line(void **state) {
  (void)state;
  char heard[1024] = "";
  nonet_run asked = {.warn = keep_text, .user = heard};
  struct run r;
  run_start(&r, &asked);
  run_warn(&r, "line %d: '%s'", 3, "a\nb");
  assert_string_equal(heard, "line 3: 'a\\x0ab'");
}

static void keep_share(void *user, const char *what, double share) {
  assert_string_equal(what, "betweenness");
  *(double *)user = share;
}

static void progress_is_passed_on(void **state) {
  (void)state;
  double share = 0;
  nonet_run asked = {.progress = keep_share, .user = &share, .threads = 3};
  struct run r;
  run_start(&r, &asked);
  run_progress(&r, "betweenness", 0.25);
  assert_near(share, 0.25, 0);
  assert_int_equal(run_threads(&r), 3);
}

static void a_part_of_several_is_told_as_a_share_of_all(void **state) {
  (void)state;
  double share = -7;
  nonet_run asked = {.progress = keep_share, .user = &share};
  struct run r;
  run_start(&r, &asked);
  run_part(&r, .5);
  assert_near(share, -7, 0); /* nothing has begun */
  run_begin(&r, "betweenness", 1, 4);
  assert_near(share, .25, 0);
  run_part(&r, .5);
  assert_near(share, .375, 0);
}

/* The state 1, 2, 3, 4 and the first numbers of xoshiro256** from it, as its authors' code gives them. */
static void the_generator_is_the_published_one(void **state) {
  (void)state;
  struct chance c = {{1, 2, 3, 4}};
  const uint64_t want[] = {11520u, 0u, 1509978240u, 1215971899390074240u};
  for (size_t i = 0; i < 4; i++)
    assert_true(chance_next(&c) == want[i]);
}

static void the_same_seed_and_stream_draw_the_same_and_others_do_not(void **state) {
  (void)state;
  struct chance a, b, other;
  chance_start(&a, 5, 6);
  chance_start(&b, 5, 6);
  for (int i = 0; i < 100; i++)
    assert_true(chance_next(&a) == chance_next(&b));
  uint64_t first[3];
  chance_start(&a, 5, 6);
  chance_start(&b, 5, 7);
  chance_start(&other, 6, 5);
  first[0] = chance_next(&a);
  first[1] = chance_next(&b);
  first[2] = chance_next(&other);
  assert_true(first[0] != first[1] && first[1] != first[2] && first[0] != first[2]);
}

static void draws_below_a_bound_are_even(void **state) {
  (void)state;
  enum { BOUND = 7, DRAWS = 700000 };
  struct chance c;
  chance_start(&c, 0, 0);
  int count[BOUND] = {0};
  for (int i = 0; i < DRAWS; i++) {
    uint64_t drawn = chance_below(&c, BOUND);
    assert_true(drawn < BOUND);
    count[drawn]++;
  }
  double chi = 0;
  for (int i = 0; i < BOUND; i++)
    chi += pow(count[i] - DRAWS / BOUND, 2) / (DRAWS / BOUND);
  assert_true(chi < 22.46); /* 6 degrees of freedom, p = 0.001; the seed is fixed */
  assert_int_equal(chance_below(&c, 1), 0);
  assert_int_equal(chance_below(&c, 0), 0);
  uint64_t large = (uint64_t)1 << 63 | 1;
  for (int i = 0; i < 1000; i++)
    assert_true(chance_below(&c, large) < large);
}

static void shares_lie_in_0_to_1_with_their_mean_in_the_middle(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 1, 1);
  double sum = 0;
  for (int i = 0; i < 100000; i++) {
    double share = chance_share(&c);
    assert_true(share >= 0 && share < 1);
    sum += share;
  }
  assert_near(sum / 100000, 0.5, 0.004);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_run_that_asks_nothing_goes_on),
      cmocka_unit_test(a_stop_ends_the_run),
      cmocka_unit_test(a_time_out_is_told_with_its_seconds),
      cmocka_unit_test(a_warning_is_one_clean_line),
      cmocka_unit_test(progress_is_passed_on),
      cmocka_unit_test(a_part_of_several_is_told_as_a_share_of_all),
      cmocka_unit_test(the_generator_is_the_published_one),
      cmocka_unit_test(the_same_seed_and_stream_draw_the_same_and_others_do_not),
      cmocka_unit_test(draws_below_a_bound_are_even),
      cmocka_unit_test(shares_lie_in_0_to_1_with_their_mean_in_the_middle),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
