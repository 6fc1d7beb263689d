/* The delimiter is told from the rows. */
#include "read/delimited.h"
#include "test.h"

static void sniffs(const char *text, char delimiter, size_t columns) {
  size_t found;
  char got = delimited_sniff(&found, text, strlen(text));
  if (got != delimiter || found != columns) fail_msg("'%c' and %zu columns, not '%c' and %zu: %s", got, found, delimiter, columns, text);
}

static void the_delimiter_that_makes_rows_alike_wins(void **state) {
  (void)state;
  sniffs("a,b,c\n1,2,3\n4,5,6\n", ',', 3);
  sniffs("a;b\n1,5;2\n2,5;3\n", ';', 2); /* decimal commas in each row, none in the heading */
  sniffs("a\tb\tc\n1\t2\t3\n", '\t', 3);
  sniffs("a|b\n1|2\n", '|', 2);
}

static void lists_in_cells_and_quoted_cells_do_not_count(void **state) {
  (void)state;
  sniffs("name,layer\nA,Health;Arts;Sport\nB,Health;Arts;Sport\n", ',', 2);
  sniffs("name,note\nA,\"x;y;z\"\nB,\"x;y;z\"\n", ',', 2);
  sniffs("id\n\"=cmd|'/c calc'!A1\"\n\"R;D\"\n", ',', 1);
}

static void title_lines_above_do_not_decide(void **state) {
  (void)state;
  sniffs("Partners of the city\n\nas of May, 2024\nfrom;to\na;b\nb;c\nc;d\n", ';', 2);
}

static void nothing_to_cut_is_one_column(void **state) {
  (void)state;
  sniffs("", ',', 1);
  sniffs("\n\r\n", ',', 1);
  sniffs("name\nA\nB\n", ',', 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(the_delimiter_that_makes_rows_alike_wins),
                                     cmocka_unit_test(lists_in_cells_and_quoted_cells_do_not_count),
                                     cmocka_unit_test(title_lines_above_do_not_decide), cmocka_unit_test(nothing_to_cut_is_one_column)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
