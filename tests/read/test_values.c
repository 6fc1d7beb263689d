/* Weights, directions and dates as tables and JSON give them. */
#include "read/read.h"
#include "test.h"

#include <math.h>

static struct cell cell_of(const char *text) {
  return (struct cell){text, strlen(text)};
}

static void a_weight_is_a_finite_number_or_nothing(void **state) {
  (void)state;
  nonet_err err;
  double x;
  assert_ok(value_weight(&x, cell_of("2.5"), '.', "t.csv", 3, "weight", &err), err);
  assert_near(x, 2.5, 0);
  assert_ok(value_weight(&x, cell_of("2,5"), ',', "t.csv", 3, "weight", &err), err);
  assert_near(x, 2.5, 0);
  assert_ok(value_weight(&x, cell_of(""), '.', "t.csv", 3, "weight", &err), err);
  assert_true(isnan(x));
}

static void a_weight_that_is_none_names_its_place_and_the_way_out(void **state) {
  static const char *const wrong[][2] = {{"2,5", "--decimal-comma"}, {"NA", "--missing"},    {"inf", "not a finite number"},
                                         {"1e999", "too large"},     {"1e", "not a number"}, {"\xd9\xa1", "not a number"}};
  (void)state;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    nonet_err err = {0};
    double x;
    assert_int_equal(value_weight(&x, cell_of(wrong[i][0]), '.', "t.csv", 7, "hours", &err), NONET_EINPUT);
    assert_int_equal(err.line, 7);
    assert_contains(err.text, "t.csv:7: hours: ");
    assert_contains(err.text, wrong[i][1]);
  }
  nonet_err err = {0};
  double x;
  assert_int_equal(value_weight(&x, cell_of("2.5"), ',', "t.csv", 7, "hours", &err), NONET_EINPUT);
  assert_contains(err.text, "the decimal sign is a comma here");
}

static void directions_have_many_words(void **state) {
  static const char *const directed[] = {"Directed", "TRUE", "->", "one-way", "1"}, *const both[] = {"undirected", "Mutual", "--", "<->",
                                                                                                     "0"};
  (void)state;
  nonet_direction got;
  nonet_err err;
  for (size_t i = 0; i < 5; i++) {
    assert_ok(value_direction(&got, cell_of(directed[i]), "t.csv", 2, "type", &err), err);
    assert_int_equal(got, NONET_DIRECTED);
    assert_ok(value_direction(&got, cell_of(both[i]), "t.csv", 2, "type", &err), err);
    assert_int_equal(got, NONET_UNDIRECTED);
  }
  assert_ok(value_direction(&got, cell_of(""), "t.csv", 2, "type", &err), err);
  assert_int_equal(got, NONET_AS_INPUT);
  assert_int_equal(value_direction(&got, cell_of("sideways"), "t.csv", 2, "type", &err), NONET_EINPUT);
  assert_contains(err.text, "'sideways'");
}

static void a_date_that_is_no_day_is_refused(void **state) {
  static const char *const good[] = {"", "2000", "2000-02", "2000-02-29"}, *const bad[] = {"2001-02-29", "2000-13", "03/05/2000", "May"};
  (void)state;
  nonet_err err;
  for (size_t i = 0; i < 4; i++) {
    assert_ok(value_date(cell_of(good[i]), "t.csv", 4, "since", &err), err);
    assert_int_equal(value_date(cell_of(bad[i]), "t.csv", 4, "since", &err), NONET_EINPUT);
    assert_contains(err.text, bad[i]);
    assert_int_equal(err.line, 4);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_weight_is_a_finite_number_or_nothing),
                                     cmocka_unit_test(a_weight_that_is_none_names_its_place_and_the_way_out),
                                     cmocka_unit_test(directions_have_many_words), cmocka_unit_test(a_date_that_is_no_day_is_refused)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
