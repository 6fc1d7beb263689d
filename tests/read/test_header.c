/* Where the headings stand, and where the data end. */
#include "reading.h"

static void titles_above_and_totals_below_are_left_out_and_said(void **state) {
  (void)state;
  struct reading_case c;
  reading_csv(&c, "Partners of the city\nas of May 2024\nfrom,to,weight\na,b,2\nb,c,3\nTotal,,5\nSource: minutes,,\n");
  assert_size(&c, 3, 2);
  assert_assumes(&c, "line 1");
  assert_assumes(&c, "line 6");
  reading_end(&c);
}

static void a_total_that_is_a_node_with_words_beside_it_stays(void **state) {
  (void)state;
  struct reading_case c;
  reading_csv(&c, "from,to\na,b\nTotal,b\n");
  assert_size(&c, 3, 2);
  reading_end(&c);
}

static void by_number_the_first_row_is_data_only_if_it_looks_like_it(void **state) {
  (void)state;
  struct reading_case c;
  reading_start(&c);
  reading_file(&c, "t.csv", "a,2,b\nb,3,c\n");
  c.options.columns = "from=#1,to=#3,weight=#2";
  reading_run(&c);
  assert_size(&c, 3, 2);
  reading_end(&c);
  reading_start(&c);
  reading_file(&c, "t.csv", "who,hours,whom\na,2,b\nb,3,c\n");
  c.options.columns = "from=#1,to=#3,weight=#2";
  reading_run(&c);
  assert_size(&c, 3, 2); /* hours is no number as those below it are */
  reading_end(&c);
}

static void headings_alone_are_an_empty_network_and_nothing_at_all_is_an_error(void **state) {
  (void)state;
  struct reading_case c;
  reading_csv(&c, "from,to\n");
  assert_size(&c, 0, 0);
  reading_end(&c);
  assert_refused("t.csv", "", 1, "nothing in it");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(titles_above_and_totals_below_are_left_out_and_said),
                                     cmocka_unit_test(a_total_that_is_a_node_with_words_beside_it_stays),
                                     cmocka_unit_test(by_number_the_first_row_is_data_only_if_it_looks_like_it),
                                     cmocka_unit_test(headings_alone_are_an_empty_network_and_nothing_at_all_is_an_error)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
