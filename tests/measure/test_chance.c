/* Values beside chance, and beside what other sets of nodes would give. */
#include "base/memory.h"
#include "base/run.h"
#include "measure/values.h"

#include <stdio.h>
#include <stdlib.h>

static double cell(const nonet_sheet *s, size_t row, const char *column) {
  bool is_number;
  for (size_t c = 0; c < nonet_sheet_columns(s); c++)
    if (!strcmp(nonet_sheet_column(s, c, &is_number), column)) return nonet_sheet_number(s, row, c);
  fail_msg("there is no column '%s'", column);
  return NAN;
}

static nonet_sheet *asked(const nonet *n, const char *names, const nonet_measure_options *options, const nonet_run *run) {
  nonet_sheet *s;
  nonet_err err;
  assert_ok(nonet_measure(&s, n, names, options, run, &err), err);
  return s;
}

/* ---- what is known ---- */

/* Only one network has these degrees: every draw is the network itself. */
static void a_star_is_what_its_degrees_make_it(void **state) {
  (void)state;
  nonet *n = net_of("h-a h-b h-c h-d");
  nonet_sheet *s = asked(n, "efficiency", &(nonet_measure_options){.chance = 49}, NULL);
  assert_near(cell(s, 0, "value"), cell(s, 0, "mean"), 1e-15);
  assert_near(cell(s, 0, "sd"), 0, 0);
  assert_near(cell(s, 0, "z"), (double)NAN, 0);
  assert_near(cell(s, 0, "percentile"), 50, 0);
  assert_near(cell(s, 0, "p-high"), 1, 0);
  assert_near(cell(s, 0, "p-low"), 1, 0);
  assert_near(cell(s, 0, "p-error"), 0, 0);
  assert_near(cell(s, 0, "draws"), 49, 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

/* Three ties among four nodes: of the 20 ways four are a triangle, each as likely. */
static void ties_alone_leave_all_networks_of_their_number(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-a d");
  uint32_t a = node_of(n, "a"), d = node_of(n, "d");
  nonet_sheet *s = asked(n, "triangles,degree", &(nonet_measure_options){.chance = 1999, .null = "ties"}, NULL);
  assert_near(cell(s, a, "degree-mean"), 1.5, 0.1);
  assert_true(fabs(cell(s, a, "triangles-p-high") - 3 / 20.0) < 5 * sqrt(3 / 20.0 * 17 / 20 / 1999) + 1e-3); /* a is in three of the four */
  assert_near(cell(s, d, "triangles-p-low"), 17 / 20.0, 0.05);
  assert_near(cell(s, d, "triangles-percentile"), 100 * 17 / 40.0, 3);
  nonet_sheet_free(s);
  nonet_free(n);
}

/* Who stands where does not change the shape of one layer, but who is tied to whom of what club. */
static void places_alone_leave_the_shape_and_deal_the_nodes(void **state) {
  (void)state;
  nonet *n = net_of("a-b@E b-c@E c-a@E d-e@E e-f@E a-b@H b-c@H c-a@H");
  nonet_sheet *s = asked(n, "transitivity,graph-correlation", &(nonet_measure_options){.chance = 199, .null = "nodes"}, NULL);
  assert_true(cell(s, 1, "value") > cell(s, 1, "mean") && cell(s, 1, "p-high") < 0.5 && cell(s, 1, "sd") > 0.1);
  nonet_sheet_free(s);
  s = asked(n, "layer-transitivity,layer-ties", &(nonet_measure_options){.chance = 49, .null = "nodes"}, NULL);
  for (size_t l = 0; l < 2; l++) {
    assert_near(cell(s, l, "layer-transitivity-sd"), 0, 1e-12);
    assert_near(cell(s, l, "layer-ties-mean"), cell(s, l, "layer-ties"), 0);
  }
  nonet_sheet_free(s);
  nonet_free(n);
}

static void draws_that_leave_a_value_undefined_say_nothing_of_it(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c d e"); /* without a path of three nodes there is no transitivity */
  nonet_sheet *s = asked(n, "transitivity", &(nonet_measure_options){.chance = 99, .null = "ties"}, NULL);
  assert_true(cell(s, 0, "draws") > 30 && cell(s, 0, "draws") < 90); /* 30 of 45 pairs of pairs meet */
  nonet_sheet_free(s);
  nonet_free(n);
  n = net_of("a-b");
  s = asked(n, "transitivity", &(nonet_measure_options){.chance = 9}, NULL);
  assert_near(cell(s, 0, "p-high"), (double)NAN, 0);
  assert_near(cell(s, 0, "draws"), 0, 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

/* ---- other sets of nodes ---- */

/* Leaving out an end of the only tie leaves none, leaving out another node one of three pairs. */
static void the_jackknife_of_density_is_that_of_its_closed_form(void **state) {
  (void)state;
  nonet *n = net_of("a-b c d");
  nonet_sheet *s = asked(n, "density", &(nonet_measure_options){.jackknife = true}, NULL);
  assert_near(cell(s, 0, "jackknife-mean"), 1 / 6.0, 1e-15);
  assert_near(cell(s, 0, "jackknife-se"), sqrt(2 / 8.0 * 4 * (1 / 6.0) * (1 / 6.0)), 1e-15);
  nonet_sheet_free(s);
  nonet_free(n);
}

/* Copies of two nodes are tied as they are, those of one by chance: the mean density is the density. */
static void the_bootstrap_keeps_the_mean_of_density(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s = asked(n, "density,nodes", &(nonet_measure_options){.bootstrap = 400}, NULL);
  double se = cell(s, 0, "bootstrap-se");
  assert_true(fabs(cell(s, 0, "bootstrap-mean") - cell(s, 0, "value")) < 5 * se / 20);
  assert_true(cell(s, 0, "bootstrap-low") < cell(s, 0, "value") && cell(s, 0, "value") < cell(s, 0, "bootstrap-high"));
  assert_true(cell(s, 0, "bootstrap-high") - cell(s, 0, "bootstrap-low") > 3 * se);
  assert_near(cell(s, 1, "bootstrap-se"), 0, 0);
  assert_near(cell(s, 1, "bootstrap-low"), 34, 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void two_modes_are_resampled_each_from_itself(void **state) {
  (void)state;
  nonet *n = net_of(davis_89), *m = net_of("p1=p p2=p s1=s s2=s s3=s p1-s1 p1-s2 p2-s3");
  nonet_sheet *s = asked(m, "two-mode-density,nodes,matching-number", &(nonet_measure_options){.bootstrap = 60, .jackknife = false}, NULL);
  assert_near(cell(s, 0, "value"), 0.5, 0);
  assert_true(fabs(cell(s, 0, "bootstrap-mean") - 0.5) < 5 * cell(s, 0, "bootstrap-se") / sqrt(60));
  assert_true(cell(s, 2, "bootstrap-high") <= 2);
  nonet_sheet_free(s);
  nonet_free(m);
  nonet_free(n);
}

/* ---- what is asked wrongly ---- */

static void what_has_no_one_value_is_refused(void **state) {
  static const nonet_measure_options chance = {.chance = 9}, boot = {.bootstrap = 9}, jack = {.jackknife = true}, one = {.bootstrap = 1};
  (void)state;
  assert_refused("a-b b-c", "tie-betweenness", &chance, NONET_EUSAGE, "is of ties");
  assert_refused("a-b b-c", "biconnected-blocks", &chance, NONET_EUSAGE, "is a table");
  assert_refused("a-b b-c", "degree", &boot, NONET_EUSAGE, "not of the whole");
  assert_refused("a-b b-c", "degree", &jack, NONET_EUSAGE, "not of the whole");
  assert_refused("a-b b-c", "density", &one, NONET_EUSAGE, "one resampled network");
  nonet_measure_options other = {.chance = 9, .null = "weights"};
  assert_refused("a-b b-c", "density", &other, NONET_EUSAGE, "'degrees'");
}

static void a_time_out_ends_the_draws(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s;
  nonet_err err;
  nonet_measure_options options = {.chance = 1000000};
  assert_int_equal(nonet_measure(&s, n, "efficiency", &options, &(nonet_run){.timeout = 0.05}, &err), NONET_ELIMIT);
  assert_contains(err.text, "time-out");
  nonet_free(n);
}

/* ---- chance ---- */

static void the_number_of_threads_changes_no_bit_and_the_seed_does(void **state) {
  nonet *n = net_of(karate);
  nonet_measure_options options = {.chance = 19, .bootstrap = 9, .jackknife = true, .verify = true};
  double value[4][40];
  size_t columns = 0;
  (void)state;
  for (size_t i = 0; i < 4; i++) {
    nonet_sheet *s =
        asked(n, "transitivity,mean-distance", &options, &(nonet_run){.threads = i < 3 ? 1u << (i * 3 / 2) : 1, .seed = i < 3 ? 5 : 6});
    columns = nonet_sheet_columns(s);
    assert_true(columns < 20);
    for (size_t c = 0; c < columns; c++)
      value[i][c] = nonet_sheet_number(s, 0, c), value[i][20 + c] = nonet_sheet_number(s, 1, c);
    nonet_sheet_free(s);
  }
  for (size_t i = 1; i < 3; i++)
    for (size_t c = 1; c < columns; c++) {
      assert_memory_equal(&value[0][c], &value[i][c], sizeof(double));
      assert_memory_equal(&value[0][20 + c], &value[i][20 + c], sizeof(double));
    }
  assert_true(value[0][2] < value[3][2] || value[0][2] > value[3][2]);
  nonet_free(n);
}

static void the_order_of_rows_changes_nothing(void **state) {
  static const char *const lines[] = {"a-b:2@E b-c:1@E c-d:4@E d-a:1@E a-c:3@H b-d:1@H d-e:2@H e-f:1@E",
                                      "e-f:1@E d-e:2@H b-d:1@H a-c:3@H d-a:1@E c-b:1@E b-a:2@E d-c:4@E"};
  static const char *const nulls[] = {"degrees", "ties", "nodes"};
  double mean[2][3], boot[2];
  (void)state;
  for (size_t i = 0; i < 2; i++) {
    nonet *n = net_of(lines[i]);
    for (size_t k = 0; k < 3; k++) {
      nonet_measure_options options = {.chance = 29, .null = nulls[k], .bootstrap = 9, .weighted = true};
      nonet_sheet *s = asked(n, "efficiency", &options, NULL);
      mean[i][k] = cell(s, 0, "mean"), boot[i] = cell(s, 0, "bootstrap-mean");
      nonet_sheet_free(s);
    }
    nonet_free(n);
  }
  for (size_t k = 0; k < 3; k++)
    assert_near(mean[1][k], mean[0][k], 1e-12);
  assert_near(boot[1], boot[0], 1e-12);
}

/* Kolmogorov and Smirnov's distance of p's, whole multiples of 1/(draws + 1), from the uniform ones. */
static double distance_from_uniform(const double *p, size_t count, uint32_t draws) {
  double most = 0;
  for (uint32_t k = 1; k <= draws + 1; k++) {
    double share = 0;
    for (size_t i = 0; i < count; i++)
      share += p[i] * (draws + 1) < k + 0.5;
    most = fmax(most, fabs(share / (double)count - k / (draws + 1.0)));
  }
  return most;
}

#define DRAWN 240
#define KOLMOGOROV 1.9495 /* of sqrt(count) * distance: passed by chance once in 1000 times (Smirnov 1948) */

/* Networks that are themselves drawn by chance must get every p as often as any other. Weights tell nearly all draws apart. */
static void p_is_uniform_where_there_is_nothing_but_chance(void **state) {
  static const char *const nulls[] = {"degrees", "ties", "nodes"};
  static const char *const lines[] = {"a-b:1 b-c:2 c-d:3.5 d-e:4 e-a:5.5 a-c:6 b-f:7.25 f-g:8 g-h:9.5 h-c:1.5 h-e:2.75 f-i:3 i-a:4.25",
                                      "a-b:1 b-c:2 c-d:3.5 d-e:4 e-a:5.5 a-c:6 b-f:7.25 f-g:8 g-h:9.5",
                                      ("a-b:1@E b-c:2@E c-d:3.5@E d-e:4@E e-f:5.5@E f-g:6@E a-d:7.5@E b-e:8@E c-f:1.25@E d-g:9@E a-g:2@E "
                                       "a-c:1@H b-d:2.5@H c-e:3@H d-f:4.25@H e-g:6@H a-f:7@H b-g:1.5@H c-g:8.5@H a-e:3.25@H b-f:5@H")};
  static const char *const measures[] = {"efficiency", "efficiency", "graph-correlation"};
  (void)state;
  for (size_t k = 0; k < 3; k++) {
    nonet *n = net_of(lines[k]);
    double high[DRAWN], low[DRAWN];
    for (size_t i = 0; i < DRAWN; i++) {
      nonet *d;
      nonet_err err;
      assert_ok(nonet_drawn(&d, n, nulls[k], i, &(nonet_run){.seed = 1}, &err), err);
      nonet_measure_options options = {.chance = 19, .null = nulls[k], .weighted = true};
      nonet_sheet *s = asked(d, measures[k], &options, &(nonet_run){.seed = 1000 + i});
      high[i] = cell(s, 0, "p-high"), low[i] = cell(s, 0, "p-low");
      nonet_sheet_free(s);
      nonet_free(d);
    }
    double far = fmax(distance_from_uniform(high, DRAWN, 19), distance_from_uniform(low, DRAWN, 19)), most = KOLMOGOROV / sqrt(DRAWN);
    if (far > most) fail_msg("p of '%s' is %g from uniform, more than %g", nulls[k], far, most);
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_star_is_what_its_degrees_make_it),
      cmocka_unit_test(ties_alone_leave_all_networks_of_their_number),
      cmocka_unit_test(places_alone_leave_the_shape_and_deal_the_nodes),
      cmocka_unit_test(draws_that_leave_a_value_undefined_say_nothing_of_it),
      cmocka_unit_test(the_jackknife_of_density_is_that_of_its_closed_form),
      cmocka_unit_test(the_bootstrap_keeps_the_mean_of_density),
      cmocka_unit_test(two_modes_are_resampled_each_from_itself),
      cmocka_unit_test(what_has_no_one_value_is_refused),
      cmocka_unit_test(a_time_out_ends_the_draws),
      cmocka_unit_test(the_number_of_threads_changes_no_bit_and_the_seed_does),
      cmocka_unit_test(the_order_of_rows_changes_nothing),
      cmocka_unit_test(p_is_uniform_where_there_is_nothing_but_chance),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
