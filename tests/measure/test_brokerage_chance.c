/* Brokerage against chance: expectation and deviation by going through all networks, each with its chance. */
#include "measure/clubs.h"

enum { NODES = 4, ARCS = 12 };

/* Is arc i -> j among the bits? */
static bool has(unsigned bits, int i, int j) {
  return bits >> (i * (NODES - 1) + j - (j > i)) & 1u;
}

/* Paths a -> 0 -> b, open, from another group than node 0's to its own: nodes 0 and 1 are of one group, 2 and 3 of the other. */
static int gates(unsigned bits) {
  int count = 0;
  for (int a = 2; a < 4; a++)
    count += has(bits, a, 0) && has(bits, 0, 1) && !has(bits, a, 1);
  return count;
}

static void expectation_and_deviation_are_those_over_all_networks(void **state) {
  (void)state;
  nonet *n = net_of("A=1 B=1 C=2 D=2 A>B A>C B>C B>D C>D D>A");
  double p = 6 / 12.0, mean = 0, square = 0;
  for (unsigned bits = 0; bits < 1u << ARCS; bits++) {
    double chance = pow(p, ARCS); /* the density is one half: all networks are equally likely */
    mean += chance * gates(bits);
    square += chance * gates(bits) * gates(bits);
  }
  nonet_sheet *s = sheet_of(n, "brokerage", NULL);
  assert_int_equal(nonet_sheet_rows(s), 4 * 6);
  assert_string_equal(nonet_sheet_text(s, 2, 0), "A");
  assert_string_equal(nonet_sheet_text(s, 2, 1), "1");
  assert_string_equal(nonet_sheet_text(s, 2, 2), "gatekeeper");
  assert_near(nonet_sheet_number(s, 2, 3), 1, 0);
  assert_near(nonet_sheet_number(s, 2, 4), mean, 1e-12);
  assert_near(nonet_sheet_number(s, 2, 5), sqrt(square - mean * mean), 1e-12);
  assert_near(nonet_sheet_number(s, 2, 6), (1 - mean) / sqrt(square - mean * mean), 1e-12);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void the_last_line_of_a_node_adds_up_the_five_above(void **state) {
  (void)state;
  nonet *n = karate_with_clubs();
  nonet_sheet *s = sheet_of(n, "brokerage:kind", NULL);
  for (size_t v = 0; v < 34; v++)
    for (size_t column = 3; column <= 4; column++) {
      double sum = 0;
      for (size_t role = 0; role < 5; role++)
        sum += nonet_sheet_number(s, v * 6 + role, column);
      assert_string_equal(nonet_sheet_text(s, v * 6 + 5, 2), "all");
      assert_near(nonet_sheet_number(s, v * 6 + 5, column), sum, 1e-12);
    }
  nonet_sheet_free(s);
  nonet_free(n);
}

static void a_node_without_group_has_an_empty_line(void **state) {
  (void)state;
  nonet *n = net_of("a=1 b=2 x a-x x-b");
  nonet_sheet *s = sheet_of(n, "brokerage:kind", NULL);
  assert_string_equal(nonet_sheet_text(s, 12, 1), "");
  assert_near(nonet_sheet_number(s, 12, 3), (double)NAN, 0);
  nonet_sheet_free(s);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(expectation_and_deviation_are_those_over_all_networks),
      cmocka_unit_test(the_last_line_of_a_node_adds_up_the_five_above),
      cmocka_unit_test(a_node_without_group_has_an_empty_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
