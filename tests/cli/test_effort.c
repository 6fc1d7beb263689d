/* Samples on the command line: what they say, the same bytes each time, and what is said of their cost. */
#include "cli/program.h"

static int files(void **state) {
  if (scratch_open(state) != 0) return -1;
  FILE *f = fopen("ring.csv", "w");
  if (!f) return -1;
  fputs("from,to\n", f);
  for (int i = 0; i < 400; i++)
    fprintf(f, "n%d,n%d\nn%d,n%d\n", i, (i + 1) % 400, i, (i + 7 + i % 11) % 400);
  return fclose(f);
}

#define MEASURE "$nonet measure ring.csv --measures betweenness "

static void a_table_from_samples_says_its_guarantee_under_it(void **state) {
  (void)state;
  assert_status(MEASURE "--samples auto --epsilon 0.05 --delta 0.2 --seed 3 --top 2", 0);
  assert_contains(ran.out, "betweenness: an estimate from ");
  assert_contains(ran.out, "(epsilon 0.05, delta 0.2, seed 3).");
  assert_status(MEASURE "--samples 500 --as json", 0);
  assert_contains(ran.out, "an estimate from 500 sampled shortest paths");
}

static void with_csv_the_guarantee_stands_beside_it(void **state) {
  (void)state;
  assert_status(MEASURE "--samples 500 --as csv", 0);
  assert_contains(ran.err, "an estimate from 500 sampled shortest paths");
  assert_null(strstr(ran.out, "estimate"));
  assert_contains(ran.err, "exact values come sooner in so small a network: leave --samples out");
}

static void the_same_seed_gives_the_same_bytes_at_any_number_of_threads(void **state) {
  (void)state;
  assert_status(MEASURE "--samples auto --epsilon 0.05 --as csv -q --threads 1 -o one.csv &&" MEASURE
                        "--samples auto --epsilon 0.05 --as csv -q --threads 3 -o three.csv && cmp one.csv three.csv",
                0);
  assert_string_equal(ran.err, "");
  assert_status(MEASURE "--samples auto --epsilon 0.05 --as csv -q --seed 1 -o one.csv; cmp -s one.csv three.csv", 1);
}

static void wrong_numbers_are_refused(void **state) {
  (void)state;
  assert_status(MEASURE "--samples auto --epsilon 2", 2);
  assert_contains(ran.err, "--epsilon takes a number between 0 and 1, not '2'");
  assert_status(MEASURE "--samples few", 2);
  assert_contains(ran.err, "samples are 'auto', 'vc' or a whole number above 0, not 'few'");
  assert_status("$nonet measure ring.csv --measures betweenness,degree --samples auto", 2);
  assert_contains(ran.err, "'degree' is computed exactly: it takes no samples");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_table_from_samples_says_its_guarantee_under_it),
      cmocka_unit_test(with_csv_the_guarantee_stands_beside_it),
      cmocka_unit_test(the_same_seed_gives_the_same_bytes_at_any_number_of_threads),
      cmocka_unit_test(wrong_numbers_are_refused),
  };
  return cmocka_run_group_tests(tests, files, scratch_close);
}
