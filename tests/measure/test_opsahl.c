/* Opsahl's centralities: the network of six nodes of Opsahl, Agneessens and Skvoretz 2010 (graphs/small, opsahl-6), and both ends of alpha.
 */
#include "measure/values.h"

static const char *const opsahl_6 = "A-B:4 A-C:2 B-C:4 B-D:1 B-E:2 E-F:1";

static void degrees_are_those_of_the_paper(void **state) {
  (void)state;
  nonet *n = net_of(opsahl_6);
  assert_near(value_of(n, "opsahl-degree", "B"), 6.6332, 1e-5);
  assert_near(value_of(n, "opsahl-degree:0.5", "B"), sqrt(44), 1e-14);
  assert_near(value_of(n, "opsahl-degree:1.5", "B"), 18.2414, 1e-5);
  assert_near(value_of(n, "opsahl-degree", "A"), 3.4641, 1e-5);
  assert_near(value_of(n, "opsahl-degree:0", "B"), 4, 0);
  assert_near(value_of(n, "opsahl-degree:1", "B"), 11, 0);
  nonet_free(n);
}

static void alpha_0_is_unweighted_and_1_is_weighted(void **state) {
  (void)state;
  static const char *const lines[] = {"A-B:4 A-C:2 B-C:4 B-D:1 B-E:2 E-F:1", "a>b:2 b>c:3 a>c:1 c>d:2 d>b:5 e>a:1", "a-b:2 c-d:3 d-e:1 f"};
  for (int i = 0; i < 3; i++) {
    nonet *n = net_of(lines[i]);
    const nonet_measure_options weighted = {.weighted = true};
    nonet_sheet *o = sheet_of(n, "opsahl-closeness:0,opsahl-betweenness:0,opsahl-closeness:1,opsahl-betweenness:1", NULL);
    nonet_sheet *u = sheet_of(n, "closeness,betweenness", NULL), *w = sheet_of(n, "closeness,betweenness", &weighted);
    for (size_t v = 0; v < nonet_sheet_rows(o); v++)
      for (size_t k = 1; k < 3; k++) {
        assert_near(nonet_sheet_number(o, v, k), nonet_sheet_number(u, v, k), 1e-14);
        assert_near(nonet_sheet_number(o, v, k + 2), nonet_sheet_number(w, v, k), 1e-14);
      }
    nonet_sheet_free(o);
    nonet_sheet_free(u);
    nonet_sheet_free(w);
    nonet_free(n);
  }
}

/* A tie of strength 1, or over a third node by two of strength 4: at 1/2 both are 1 long, above it the strong ones are shorter. */
static void alpha_decides_whether_a_strong_detour_is_shorter(void **state) {
  (void)state;
  nonet *n = net_of("a-b:1 a-c:4 c-b:4");
  assert_near(value_of(n, "opsahl-betweenness:0.4", "c"), 0, 0);
  assert_near(value_of(n, "opsahl-betweenness", "c"), 0.5, 0);
  assert_near(value_of(n, "opsahl-betweenness:0.6", "c"), 1, 0);
  assert_near(value_of(n, "opsahl-closeness", "a"), 2 / 1.5, 1e-15);
  nonet_free(n);
}

static void directed_it_looks_outward(void **state) {
  (void)state;
  nonet *n = net_of("a>b:4 a>c:5 c>b:1 d");
  assert_near(value_of(n, "opsahl-degree", "a"), sqrt(18), 1e-14);
  assert_near(value_of(n, "opsahl-degree", "b"), 0, 0);
  assert_near(value_of(n, "opsahl-closeness", "b"), 0, 0);
  assert_near(value_of(n, "opsahl-degree", "d"), 0, 0);
  nonet_free(n);
}

static void what_cannot_be_is_refused(void **state) {
  (void)state;
  assert_refused("a-b:2", "opsahl-degree:-1", NULL, NONET_EUSAGE, "0 or more");
  assert_refused("a-b:-2", "opsahl-degree", NULL, NONET_EINPUT, "'opsahl-degree'");
  assert_refused("a-b:0.001", "opsahl-closeness:1000", NULL, NONET_ELIMIT, "too great");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(degrees_are_those_of_the_paper),
      cmocka_unit_test(alpha_0_is_unweighted_and_1_is_weighted),
      cmocka_unit_test(alpha_decides_whether_a_strong_detour_is_shorter),
      cmocka_unit_test(directed_it_looks_outward),
      cmocka_unit_test(what_cannot_be_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
