/* Estimates through the library: in the units of the exact measure, with what they guarantee said. */
#include "measure/values.h"

#include <stdio.h>
#include <stdlib.h>

/* All notes of a sheet. */
static void notes_of(char room[2000], const nonet_sheet *s) {
  *room = 0;
  for (size_t i = 0; nonet_sheet_note(s, i); i++)
    strncat(room, nonet_sheet_note(s, i), 1900 - strlen(room));
}

/* The largest difference of a measure from samples to the exact one. */
static double farthest(const nonet *n, const char *name, const nonet_measure_options *options, uint64_t seed, char notes[2000]) {
  nonet_measure_options exactly = {.normalised = options->normalised};
  nonet_sheet *exact = sheet_of(n, name, &exactly), *sampled;
  nonet_err err;
  double most = 0;
  assert_ok(nonet_measure(&sampled, n, name, options, &(nonet_run){.seed = seed}, &err), err);
  for (uint32_t v = 0; v < nonet_nodes(n); v++)
    most = fmax(most, fabs(nonet_sheet_number(sampled, v, 1) - nonet_sheet_number(exact, v, 1)));
  notes_of(notes, sampled);
  nonet_sheet_free(sampled);
  nonet_sheet_free(exact);
  return most;
}

static void sampled_betweenness_of_the_karate_club_is_within_epsilon_in_nine_of_ten_runs(void **state) {
  nonet *n = net_of(karate);
  char notes[2000];
  int wrong = 0;
  (void)state;
  for (uint64_t seed = 0; seed < 20; seed++)
    wrong += farthest(n, "betweenness", &(nonet_measure_options){.samples = "auto", .epsilon = .05, .delta = .1}, seed, notes) >
             .05 * 34 * 33 / 2;
  assert_true(wrong <= 2);
  assert_contains(notes, "betweenness: an estimate from ");
  assert_contains(notes, "with a probability of at least 0.9 every value is within 0.05 of the number of pairs, 28.1 raw");
  assert_contains(notes, "(epsilon 0.05, delta 0.1, seed 19)");
  assert_true(farthest(n, "betweenness", &(nonet_measure_options){.samples = "auto", .epsilon = .05, .normalised = true}, 1, notes) <= .06);
  nonet_free(n);
}

static void the_number_of_riondato_and_kornaropoulos_for_the_karate_club_is_26513(void **state) {
  nonet *n = net_of(karate);
  char notes[2000];
  (void)state;
  double apart = farthest(n, "betweenness", &(nonet_measure_options){.samples = "vc"}, 0, notes);
  assert_contains(notes, "an estimate from 26513 sampled shortest paths, Riondato and Kornaropoulos's number for paths of at most 6 nodes");
  assert_true(apart > 0 && apart <= .01 * 34 * 33 / 2);
  nonet_free(n);
}

static void a_directed_network_is_sampled_by_ordered_pairs(void **state) {
  nonet *n = net_of("a>b b>c c>d d>e e>a a>c d>f f>g");
  char notes[2000];
  (void)state;
  assert_true(farthest(n, "betweenness", &(nonet_measure_options){.samples = "20000"}, 3, notes) <= .02 * 7 * 6);
  assert_contains(notes, "20000 sampled shortest paths");
  assert_true(farthest(n, "harmonic", &(nonet_measure_options){.samples = "6"}, 3, notes) > 0);
  assert_contains(notes, "harmonic: an estimate from the distances to 6 sampled nodes");
  nonet_free(n);
}

/* A ring of 300 with chords, an island of a path, and one alone. */
static nonet *ring(void) {
  char *line = malloc(20000);
  size_t at = 0;
  for (int i = 0; i < 300; i++)
    at += (size_t)snprintf(line + at, 64, "n%d-n%d n%d-n%d ", i, (i + 1) % 300, i, (i * 7 + 3) % 300 == i ? 0 : (i * 7 + 3) % 300);
  snprintf(line + at, 64, "x-y y-z q-q");
  nonet *n = net_of(line);
  free(line);
  return n;
}

static void sampled_closeness_and_harmonic_are_near_the_exact_ones_and_exact_on_small_islands(void **state) {
  nonet *n = ring();
  char notes[2000];
  (void)state;
  double apart = farthest(n, "closeness", &(nonet_measure_options){.samples = "80"}, 2, notes);
  assert_true(apart > 0 && apart < .05);
  assert_contains(notes, "closeness: an estimate from the distances to 80 sampled nodes of each component");
  assert_contains(notes, " steps, of the exact one");
  assert_near(value_with(n, "closeness", "y", &(nonet_measure_options){.samples = "80"}), value_of(n, "closeness", "y"), 1e-15);
  assert_near(value_with(n, "closeness", "q", &(nonet_measure_options){.samples = "80"}), 0, 0);
  apart = farthest(n, "harmonic", &(nonet_measure_options){.samples = "auto", .epsilon = .2, .delta = .2}, 2, notes);
  assert_true(apart > 0 && apart <= .2);
  assert_contains(
      notes, "harmonic: an estimate from the distances to 102 sampled nodes: with a probability of at least 0.8"); /* 1 + ln(3040) / .08 */
  nonet_free(n);
}

/* A ring of `nodes` one way, chords both ways from every third, a tail that leads out of it, and an island. */
static nonet *one_way(int nodes) {
  size_t room = (size_t)nodes * 64 + 1000, at = 0;
  char *line = malloc(room);
  for (int i = 0; i < nodes; i++) {
    at += (size_t)snprintf(line + at, room - at, "n%d>n%d n%d>n%d ", i, (i + 1) % nodes, i,
                           (i * 7 + 3) % nodes == i ? 0 : (i * 7 + 3) % nodes);
    if (i % 9 == 0) at += (size_t)snprintf(line + at, room - at, "n%d>t%d s%d>n%d ", i, i % 4, i, i);
  }
  snprintf(line + at, room - at, "t0>t1 t1>t2 t2>t3 t3>t4 t4>t5 x>y y>z z>y y>w q>q");
  nonet *n = net_of(line);
  free(line);
  return n;
}

/* The number in a note behind "every value is within ". */
static double said_within(const char *notes) {
  const char *at = strstr(notes, "every value is within ");
  assert_non_null(at);
  return strtod(at + strlen("every value is within "), NULL);
}

static void sampled_closeness_along_arcs_is_within_what_is_said_in_nine_of_ten_runs(void **state) {
  nonet *n = one_way(400);
  char notes[2000];
  int wrong = 0;
  (void)state;
  for (uint64_t seed = 0; seed < 20; seed++) {
    double apart = farthest(n, "closeness", &(nonet_measure_options){.samples = "300"}, seed, notes), within = said_within(notes);
    wrong += apart > within;
    assert_true(apart > 0 && apart < .01 && within < .1); /* closeness is about .12 of most of these */
  }
  assert_true(wrong <= 2);
  assert_contains(notes, "closeness: an estimate from the distances to 300 sampled nodes of each component (all of a smaller one): with a "
                         "probability of at least 0.9 every value is within ");
  nonet_free(n);
}

static void more_sources_say_less_and_small_islands_and_ends_are_exact_along_arcs(void **state) {
  nonet *n = one_way(400);
  char notes[2000];
  double before = 1;
  (void)state;
  for (int i = 0; i < 3; i++) {
    farthest(n, "closeness", &(nonet_measure_options){.samples = ((const char *[]){"50", "150", "300"})[i]}, 1, notes);
    assert_true(said_within(notes) < before);
    before = said_within(notes);
  }
  for (int i = 0; i < 6; i++) {
    const char *node = ((const char *[]){"x", "y", "z", "w", "q", "t5"})[i];
    assert_near(value_with(n, "closeness", node, &(nonet_measure_options){.samples = "80"}), value_of(n, "closeness", node), 1e-15);
  }
  nonet_free(n);
}

static void along_arcs_sources_are_doubled_until_all_values_are_within_epsilon(void **state) {
  nonet *n = one_way(1500);
  char notes[2000];
  (void)state;
  nonet_measure_options some = {.samples = "auto", .epsilon = .08}, all = {.samples = "auto", .epsilon = .001};
  double apart = farthest(n, "closeness", &some, 0, notes);
  assert_true(apart > 0 && apart <= .08);
  assert_contains(notes, "distances to 512 sampled nodes");
  assert_contains(notes, "every value is within 0.08 of the exact one (epsilon 0.08, delta 0.1, seed 0).");
  assert_near(farthest(n, "closeness", &all, 0, notes), 0, 1e-15);
  assert_contains(notes, "closeness: exact, for 2048 sources of each component are all of its nodes (epsilon 0, delta 0.1, seed 0).");
  nonet_free(n);
}

static void where_samples_are_all_nodes_the_result_is_exact_and_says_so(void **state) {
  nonet *n = net_of(karate);
  char notes[2000];
  (void)state;
  assert_near(farthest(n, "closeness", &(nonet_measure_options){.samples = "auto"}, 0, notes), 0, 1e-15);
  assert_contains(notes, "closeness: exact");
  assert_near(farthest(n, "harmonic", &(nonet_measure_options){.samples = "40"}, 0, notes), 0, 1e-15);
  assert_contains(notes, "harmonic: exact");
  nonet_free(n);
}

static void what_cannot_be_sampled_is_refused(void **state) {
  (void)state;
  assert_refused("a-b:2 b-c:1", "betweenness", (&(nonet_measure_options){.samples = "auto", .weighted = true}), NONET_EUSAGE, "by steps");
  assert_refused("a-b", "betweenness", &(nonet_measure_options){.samples = "many"}, NONET_EUSAGE, "'auto', 'vc' or a whole number");
  assert_refused("a-b", "betweenness", (&(nonet_measure_options){.samples = "auto", .epsilon = 1}), NONET_EUSAGE, "epsilon");
  assert_refused("a-b", "harmonic", (&(nonet_measure_options){.samples = "auto", .delta = -1}), NONET_EUSAGE, "delta");
}

static void nothing_and_one_node_have_nothing_to_sample(void **state) {
  (void)state;
  for (int i = 0; i < 2; i++) {
    nonet *n = net_of(i ? "a-a" : "");
    for (size_t k = 0; k < 3; k++) {
      nonet_sheet *s =
          sheet_of(n, ((const char *[]){"betweenness", "closeness", "harmonic"})[k], &(nonet_measure_options){.samples = "auto"});
      assert_int_equal(nonet_sheet_rows(s), (size_t)i);
      if (i) assert_near(nonet_sheet_number(s, 0, 1), 0, 0);
      nonet_sheet_free(s);
    }
    nonet_free(n);
  }
}

static void the_time_of_a_small_network_is_no_word_and_that_of_a_larger_one_is_above_0(void **state) {
  (void)state;
  double seconds = 9;
  nonet_err err;
  nonet *n = net_of(karate);
  assert_ok(nonet_measure_seconds(&seconds, n, "betweenness", NULL, NULL, &err), err);
  assert_near(seconds, 0, 0);
  nonet_free(n);
  char *line = malloc(80000);
  size_t at = 0;
  for (int i = 0; i < 2500; i++)
    at += (size_t)snprintf(line + at, 32, "n%d-n%d:%d ", i, (i + 1) % 2500, i % 7 + 1);
  n = net_of(line);
  free(line);
  assert_ok(nonet_measure_seconds(&seconds, n, "betweenness,closeness,harmonic", NULL, NULL, &err), err);
  assert_true(seconds > 0 && seconds < 600);
  assert_ok(nonet_measure_seconds(&seconds, n, "closeness", &(nonet_measure_options){.weighted = true}, NULL, &err), err);
  assert_true(seconds > 0 && seconds < 600); /* by length, too */
  assert_ok(nonet_measure_seconds(&seconds, n, "degree", NULL, NULL, &err), err);
  assert_near(seconds, 0, 0);
  assert_int_equal(nonet_measure_seconds(&seconds, n, "nothing", NULL, NULL, &err), NONET_EUSAGE);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sampled_betweenness_of_the_karate_club_is_within_epsilon_in_nine_of_ten_runs),
      cmocka_unit_test(the_number_of_riondato_and_kornaropoulos_for_the_karate_club_is_26513),
      cmocka_unit_test(a_directed_network_is_sampled_by_ordered_pairs),
      cmocka_unit_test(sampled_closeness_and_harmonic_are_near_the_exact_ones_and_exact_on_small_islands),
      cmocka_unit_test(sampled_closeness_along_arcs_is_within_what_is_said_in_nine_of_ten_runs),
      cmocka_unit_test(more_sources_say_less_and_small_islands_and_ends_are_exact_along_arcs),
      cmocka_unit_test(along_arcs_sources_are_doubled_until_all_values_are_within_epsilon),
      cmocka_unit_test(where_samples_are_all_nodes_the_result_is_exact_and_says_so),
      cmocka_unit_test(what_cannot_be_sampled_is_refused),
      cmocka_unit_test(nothing_and_one_node_have_nothing_to_sample),
      cmocka_unit_test(the_time_of_a_small_network_is_no_word_and_that_of_a_larger_one_is_above_0),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
