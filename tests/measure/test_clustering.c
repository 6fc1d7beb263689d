/* Clustering and transitivity: published values and where they are undefined. */
#include "measure/values.h"

static void karate_has_its_published_transitivity_and_mean_clustering(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s = sheet_of(n, "clustering", NULL);
  double sum = 0;
  int defined = 0;
  for (size_t v = 0; v < 34; v++)
    if (!isnan(nonet_sheet_number(s, v, 1))) sum += nonet_sheet_number(s, v, 1), defined++;
  assert_near(value_of(n, "transitivity", NULL), 0.25568181818181818, 1e-15);
  assert_near(sum / 34, 0.57063848, 1e-8);
  assert_near(sum / defined, 0.58793055, 1e-8);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void below_two_neighbours_clustering_is_undefined_and_a_note_says_so(void **state) {
  (void)state;
  nonet *n = net_of("a-b b-c c-a c-d e d-d d-c");
  assert_near(value_of(n, "clustering", "a"), 1, 0);
  assert_near(value_of(n, "clustering", "c"), 1 / 3.0, 1e-15);
  assert_near(value_of(n, "clustering", "d"), (double)NAN, 0);
  assert_near(value_of(n, "clustering", "e"), (double)NAN, 0);
  nonet_sheet *s = sheet_of(n, "clustering", NULL);
  bool said = false;
  for (size_t i = 0; nonet_sheet_note(s, i); i++)
    said |= strstr(nonet_sheet_note(s, i), "2 values are undefined") != NULL;
  assert_true(said);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void karate_has_45_triangles_each_seen_by_three(void **state) {
  (void)state;
  nonet *n = net_of(karate);
  nonet_sheet *s = sheet_of(n, "triangles", NULL);
  double sum = 0;
  for (size_t v = 0; v < 34; v++)
    sum += nonet_sheet_number(s, v, 1);
  assert_near(sum, 3 * 45, 0);
  assert_near(value_of(n, "triangles", "1"), 18, 0);
  assert_near(value_of(n, "triangles", "12"), 0, 0);
  nonet_sheet_free(s);
  nonet_free(n);
  n = net_of("a>b b>c a>c c>a a-d d-d"); /* as a triangle counts what is one without direction */
  assert_near(value_of(n, "triangles", "a"), 1, 0);
  assert_near(value_of(n, "triangles", "d"), 0, 0);
  nonet_free(n);
}

static void transitivity_of_a_single_tie_is_undefined(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  assert_near(value_of(n, "transitivity", NULL), (double)NAN, 0);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(karate_has_its_published_transitivity_and_mean_clustering),
      cmocka_unit_test(below_two_neighbours_clustering_is_undefined_and_a_note_says_so),
      cmocka_unit_test(karate_has_45_triangles_each_seen_by_three),
      cmocka_unit_test(transitivity_of_a_single_tie_is_undefined),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
