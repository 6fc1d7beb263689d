/* Layers held against each other: known values, both ways to count, what is refused. */
#include "base/run.h"
#include "measure/measure.h"
#include "measure/values.h"

#include <stdio.h>

static double cell(const nonet_sheet *s, size_t row, const char *column) {
  bool is_number;
  for (size_t c = 0; c < nonet_sheet_columns(s); c++)
    if (!strcmp(nonet_sheet_column(s, c, &is_number), column)) return nonet_sheet_number(s, row, c);
  fail_msg("there is no column '%s'", column);
  return NAN;
}

/* Four nodes, six pairs: two tied in E, two in H, one in both: (6 * 1 - 4)/(12 - 4) = 1/4. */
static void two_layers_are_as_alike_as_their_pairs(void **state) {
  (void)state;
  nonet *n = net_of("a-b@E a-b@E b-c@E c-c@E a-b@H c-d@H");
  assert_near(value_of(n, "graph-correlation", NULL), 0.25, 1e-15);
  assert_near(value_of(n, "graph-correlation:h; E", NULL), 0.25, 1e-15);
  nonet_sheet *s = sheet_of(n, "qap", &(nonet_measure_options){.verify = true});
  assert_int_equal(nonet_sheet_rows(s), 1);
  assert_near(cell(s, 0, "r"), 0.25, 1e-15);
  assert_near(cell(s, 0, "jaccard"), 1 / 3.0, 1e-15);
  assert_contains(nonet_sheet_note(s, 1), "near that of all permutations");
  nonet_sheet_free(s);
  nonet_free(n);
}

/* b and c are of E alone, and x of none: all four count, as untied where they are not. */
static void a_node_that_a_layer_does_not_have_is_without_ties_there(void **state) {
  (void)state;
  nonet *n = net_of("a-b@E a-c@E a-d@H x");
  assert_near(value_of(n, "graph-correlation", NULL), (10 * 0 - 2 * 1) / sqrt((10 * 2 - 4) * (10 * 1 - 1)), 1e-15);
  nonet_free(n);
}

/* Ordered pairs a>b, b>a, ... are cells of their own, an undirected tie is two of them. */
static void direction_and_strength_are_taken_as_they_are(void **state) {
  (void)state;
  nonet *n = net_of("a>b@E b>c@E b>a@H a-c@H");
  assert_near(value_of(n, "graph-correlation", NULL), (6 * 0 - 2 * 3) / sqrt((6 * 2 - 4) * (6 * 3 - 9)), 1e-15);
  nonet_free(n);
  n = net_of("a-b:2@E b-c:1@E a-b:4@H b-c:1@H b-c:1@H");
  assert_near(weighted_of(n, "graph-correlation", NULL), 1, 1e-15); /* 2, 1, 0 and 4, 2, 0 */
  nonet_free(n);
}

/* p1, p2 meet s1, s2: four cells; permuted within each mode there are four ways. */
static void two_modes_have_cells_across_only(void **state) {
  (void)state;
  nonet *n = net_of("p1=p p2=p s1=s s2=s p1-s1@E p1-s1@H p2-s2@H");
  assert_near(value_of(n, "graph-correlation", NULL), (4 * 1 - 1 * 2) / sqrt((4 * 1 - 1) * (4 * 2 - 4)), 1e-15);
  nonet_sheet *s = sheet_of(n, "qap", &(nonet_measure_options){.verify = true});
  assert_true(fabs(cell(s, 0, "p-high") - 0.5) < 0.03);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void all_pairs_of_layers_have_a_line(void **state) {
  (void)state;
  nonet *n = net_of("a-b@E b-c@E a-b@H c-d@H a-d@Z a-c@Z");
  nonet_sheet *s = sheet_of(n, "qap", NULL), *one = sheet_of(n, "qap:Z;H", NULL);
  assert_int_equal(nonet_sheet_rows(s), 3);
  assert_string_equal(nonet_sheet_text(s, 1, 0), "E");
  assert_string_equal(nonet_sheet_text(s, 1, 1), "Z");
  assert_int_equal(nonet_sheet_rows(one), 1);
  assert_near(cell(one, 0, "r"), cell(s, 2, "r"), 0);
  nonet_sheet_free(s);
  nonet_sheet_free(one);
  nonet_free(n);
}

static void layers_that_vary_nowhere_have_no_r(void **state) {
  (void)state;
  nonet *n = net_of("a-b@E a-b@H");
  nonet_sheet *s = sheet_of(n, "qap", &(nonet_measure_options){.verify = true});
  assert_near(value_of(n, "graph-correlation", NULL), (double)NAN, 0);
  assert_near(cell(s, 0, "p-high"), (double)NAN, 0);
  assert_near(cell(s, 0, "p-error"), (double)NAN, 0);
  assert_near(cell(s, 0, "jaccard"), 1, 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void which_layers_are_meant_must_be_said(void **state) {
  (void)state;
  assert_refused("a-b", "graph-correlation", NULL, NONET_EUSAGE, "fewer than two layers");
  assert_refused("a-b", "qap", NULL, NONET_EUSAGE, "fewer than two layers");
  assert_refused("a-b@E b-c@H c-d@Z", "graph-correlation", NULL, NONET_EUSAGE, "'E;H'");
  assert_refused("a-b@E b-c@H c-d@Z", "graph-correlation:E", NULL, NONET_EUSAGE, "two layers are named");
  assert_refused("a-b@E b-c@H c-d@Z", "graph-correlation:E;H;Z", NULL, NONET_EUSAGE, "two layers are named");
  assert_refused("a-b@E b-c@H", "graph-correlation:E;Hh", NULL, NONET_EUSAGE, "Hh");
  assert_refused("a-b@E b-c@H", "qap:E;e", NULL, NONET_EUSAGE, "named twice");
}

static void the_seed_decides_and_the_order_of_rows_does_not(void **state) {
  static const char *const lines[] = {"a-b@E b-c@E c-d@E e-a@E a-b@H c-d@H d-e@H", "d-e@H e-a@E c-d@E a-b@H b-c@E c-d@H a-b@E"};
  double p[3];
  (void)state;
  for (size_t i = 0; i < 3; i++) {
    nonet *n = net_of(lines[i % 2]);
    nonet_sheet *s;
    nonet_err err;
    assert_ok(nonet_measure(&s, n, "qap:E;H", NULL, &(nonet_run){.seed = i < 2 ? 3 : 4}, &err), err);
    p[i] = cell(s, 0, "p-high");
    nonet_sheet_free(s);
    nonet_free(n);
  }
  assert_near(p[1], p[0], 0);
  assert_true(p[2] < p[0] || p[2] > p[0]);
}

/* Ties of three layers, by weight and direction, both methods and the judge. */
static void cells_and_edges_give_the_same(void **state) {
  static const char *const layer[] = {"E", "H", "Z"};
  char line[4000];
  struct chance c;
  (void)state;
  chance_start(&c, 4, 0);
  for (int round = 0; round < 40; round++) {
    size_t at = 0;
    uint32_t nodes = 2 + (uint32_t)chance_below(&c, 5), ties = 4 + (uint32_t)chance_below(&c, 20);
    for (uint32_t t = 0; t < ties; t++)
      at += (size_t)sprintf(line + at, "n%u%cn%u:%u@%s ", (uint32_t)chance_below(&c, nodes), round % 2 && chance_below(&c, 3) ? '>' : '-',
                            (uint32_t)chance_below(&c, nodes), 1 + (uint32_t)chance_below(&c, 4), layer[t < 2 ? t : chance_below(&c, 3)]);
    nonet *n = net_of(line);
    nonet_measure_options options = {.verify = true, .weighted = round % 3 == 0};
    nonet_sheet_free(sheet_of(n, "graph-correlation:E;H", &options));
    nonet_sheet_free(sheet_of(n, "qap", &options));
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_layers_are_as_alike_as_their_pairs),
      cmocka_unit_test(a_node_that_a_layer_does_not_have_is_without_ties_there),
      cmocka_unit_test(direction_and_strength_are_taken_as_they_are),
      cmocka_unit_test(two_modes_have_cells_across_only),
      cmocka_unit_test(all_pairs_of_layers_have_a_line),
      cmocka_unit_test(layers_that_vary_nowhere_have_no_r),
      cmocka_unit_test(which_layers_are_meant_must_be_said),
      cmocka_unit_test(the_seed_decides_and_the_order_of_rows_does_not),
      cmocka_unit_test(cells_and_edges_give_the_same),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
