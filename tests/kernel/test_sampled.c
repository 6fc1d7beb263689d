/* Sampled betweenness against exact betweenness: the guarantee over seeds, and what it costs. */
#include "kernel/sampled.h"

#include "kernel/betweenness.h"
#include "kernel/families.h"
#include "kernel/samplebound.h"
#include "test.h"

/* The largest difference to the exact share of pairs. */
static double farthest(const double *got, const double *exact, const struct graph *g) {
  double pairs = (double)g->nodes * (g->nodes - 1.0) / (g->directed ? 1 : 2), most = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    most = fmax(most, fabs(got[v] - exact[v] / pairs));
  return most;
}

static void check_guarantee(const struct built *b, double epsilon, double delta, int runs, double *spent) {
  double *got = memory_array(b->g.nodes, sizeof *got), *exact = memory_array(b->g.nodes, sizeof *exact);
  int wrong = 0;
  assert_int_equal(betweenness(exact, NULL, &b->g, NULL), KERNEL_DONE);
  for (int run = 0; run < runs; run++) {
    struct sampled_ask ask = {.epsilon = epsilon, .delta = delta, .seed = (uint64_t)run};
    struct sampled said;
    assert_int_equal(betweenness_sampled(got, &said, &b->g, &ask, NULL), KERNEL_DONE);
    assert_true(said.epsilon <= epsilon);
    wrong += farthest(got, exact, &b->g) > epsilon;
    *spent += (double)(said.samples + said.pilot) / runs;
  }
  assert_true(wrong <= delta * runs);
  free(got), free(exact);
}

static void all_values_are_within_epsilon_in_as_many_runs_as_promised(void **state) {
  struct chance c;
  (void)state;
  chance_start(&c, 3, 0);
  for (int family = 0; family < FAMILIES; family++) {
    struct built b = family_make(&c, (enum family)family, 60, family % 2);
    double spent = 0;
    check_guarantee(&b, .05, .2, 10, &spent);
    built_free(&b);
  }
}

static void nodes_of_little_betweenness_need_far_fewer_samples_than_hoeffding_takes(void **state) {
  struct chance c;
  double spent = 0;
  (void)state;
  chance_start(&c, 4, 0);
  struct built b = family_make(&c, FAMILY_DENSE, 200, false);
  check_guarantee(&b, .02, .1, 3, &spent);
  assert_true(spent > 0 && spent < samplebound_hoeffding(200, .02, .1) / 3);
  built_free(&b);
}

static void a_fixed_number_of_samples_says_what_it_guarantees(void **state) {
  struct chance c;
  double before = 1, got[90], exact[90];
  (void)state;
  chance_start(&c, 8, 0);
  struct built b = family_make(&c, FAMILY_TWO_MODE, 90, false);
  assert_true(b.g.nodes <= 90);
  assert_int_equal(betweenness(exact, NULL, &b.g, NULL), KERNEL_DONE);
  for (uint64_t samples = 100; samples <= 10000; samples *= 10) {
    struct sampled said;
    struct sampled_ask ask = {.samples = samples, .delta = .1, .seed = 9};
    assert_int_equal(betweenness_sampled(got, &said, &b.g, &ask, NULL), KERNEL_DONE);
    assert_int_equal(said.samples, samples);
    assert_true(said.epsilon < before && said.epsilon > 0);
    assert_true(farthest(got, exact, &b.g) <= said.epsilon);
    before = said.epsilon;
  }
  built_free(&b);
}

static void the_same_bytes_come_out_at_any_number_of_threads_and_others_from_another_seed(void **state) {
  struct chance c;
  double one[200], many[200];
  struct sampled said;
  (void)state;
  chance_start(&c, 6, 0);
  struct built b = family_make(&c, FAMILY_SPARSE, 200, true);
  assert_true(b.g.nodes <= 200);
  struct sampled_ask ask = {.epsilon = .02, .delta = .1, .seed = 7};
  assert_int_equal(betweenness_sampled(one, &said, &b.g, &ask, &(struct kernel_watch){.threads = 1}), KERNEL_DONE);
  for (unsigned threads = 2; threads <= 8; threads *= 2) {
    assert_int_equal(betweenness_sampled(many, &said, &b.g, &ask, &(struct kernel_watch){.threads = threads}), KERNEL_DONE);
    assert_memory_equal(one, many, b.g.nodes * sizeof *one);
  }
  ask.seed = 8;
  assert_int_equal(betweenness_sampled(many, &said, &b.g, &ask, NULL), KERNEL_DONE);
  assert_memory_not_equal(one, many, b.g.nodes * sizeof *one);
  built_free(&b);
}

static void where_nobody_can_lie_between_there_is_nothing_to_draw(void **state) {
  const char *const texts[] = {"0:", "1:", "2: 0-1", "4: 0-1 2-3"};
  (void)state;
  for (size_t i = 0; i < 4; i++) {
    struct built b = built_text(texts[i], i == 2);
    double got[4] = {9, 9, 9, 9};
    struct sampled said;
    struct sampled_ask ask = {.epsilon = .1, .delta = .1};
    assert_int_equal(betweenness_sampled(got, &said, &b.g, &ask, NULL), KERNEL_DONE);
    assert_int_equal(said.samples, 0);
    for (uint32_t v = 0; v < b.g.nodes; v++)
      assert_near(got[v], 0, 0);
    built_free(&b);
  }
}

static bool never(void *context) {
  (void)context;
  return false;
}

static void it_stops_when_told_to(void **state) {
  struct built b = built_text("3: 0-1 1-2", false);
  struct sampled said;
  double got[3];
  (void)state;
  assert_int_equal(betweenness_sampled(got, &said, &b.g, &(struct sampled_ask){.epsilon = .1, .delta = .1},
                                       &(struct kernel_watch){.go_on = never, .threads = 1}),
                   KERNEL_STOPPED);
  built_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_values_are_within_epsilon_in_as_many_runs_as_promised),
      cmocka_unit_test(nodes_of_little_betweenness_need_far_fewer_samples_than_hoeffding_takes),
      cmocka_unit_test(a_fixed_number_of_samples_says_what_it_guarantees),
      cmocka_unit_test(the_same_bytes_come_out_at_any_number_of_threads_and_others_from_another_seed),
      cmocka_unit_test(where_nobody_can_lie_between_there_is_nothing_to_draw),
      cmocka_unit_test(it_stops_when_told_to),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
