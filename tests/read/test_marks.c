/* Which tables are matrices, and what their cells say. */
#include "reading.h"

static void ticks_and_roles_make_ties_of_partners_and_strategies(void **state) {
  (void)state;
  struct reading_case c;
  reading_csv(&c, "Partner,Youth Offer,Early Years\nCouncil,x,\nTrust,,X\n");
  assert_size(&c, 4, 2);
  reading_end(&c);
  reading_csv(&c, "Partner,Youth Offer,Early Years\nCouncil,leads;funds,\nTrust,leads,supports\n");
  assert_size(&c, 4, 4);
  assert_string_equal(reading_tie(c.net, 1).kind, "funds");
  reading_end(&c);
}

static void columns_of_numbers_in_every_row_are_attributes_and_no_matrix(void **state) {
  (void)state;
  struct reading_case c;
  reading_csv(&c, "Partner,Staff,Budget\nCouncil,40,100\nTrust,12,30\nCharity,3,2\n");
  assert_size(&c, 3, 0);
  assert_string_equal(reading_node_value(c.net, "Staff", "Trust"), "12");
  reading_end(&c);
  reading_csv(&c, "Partner,Youth Offer,Early Years,Skills\nCouncil,40,,\nTrust,,30,\nCharity,,,2\n");
  assert_size(&c, 6, 3);
  assert_near(reading_tie(c.net, 0).weight, 40, 0);
  reading_end(&c);
}

static void words_of_their_own_in_each_column_are_attributes(void **state) {
  (void)state;
  struct reading_case c;
  reading_csv(&c, "Partner,Sector,Town\nCouncil,public,North\nTrust,third,\nCharity,third,South\n");
  assert_size(&c, 3, 0);
  assert_string_equal(reading_node_value(c.net, "Sector", "Charity"), "third");
  reading_end(&c);
}

static void names_of_rows_and_columns_that_agree_make_a_square(void **state) {
  (void)state;
  struct reading_case c;
  reading_csv(&c, ",A,B,C\nA,,1,\nB,1,,1\nC,,1,\n");
  assert_size(&c, 3, 2);
  assert_false(nonet_is_directed(c.net));
  reading_end(&c);
}

static void a_word_among_numbers_is_an_error_with_its_column(void **state) {
  (void)state;
  assert_refused("t.csv", ",A,B,C\nA,0,2,0\nB,2,0,much\nC,0,3,0\n", 3, "'much'");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(ticks_and_roles_make_ties_of_partners_and_strategies),
                                     cmocka_unit_test(columns_of_numbers_in_every_row_are_attributes_and_no_matrix),
                                     cmocka_unit_test(words_of_their_own_in_each_column_are_attributes),
                                     cmocka_unit_test(names_of_rows_and_columns_that_agree_make_a_square),
                                     cmocka_unit_test(a_word_among_numbers_is_an_error_with_its_column)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
