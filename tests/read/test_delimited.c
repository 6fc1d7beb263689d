/* Delimited text: cells, quotes, line ends, delimiters, and what is refused with its line. */
#include "read/reading.h"

static void check(const char *text, size_t size, uint32_t nodes, uint32_t ties) {
  struct reading_case c;
  reading_start(&c);
  reading_bytes(&c, NULL, "t.csv", text, size);
  reading_run(&c);
  if (c.code) fail_msg("\"%s\": %s", text, c.err.text);
  assert_size(&c, nodes, ties);
  reading_end(&c);
}
#define assert_reads(text, n, m) check(text, sizeof(text) - 1, n, m)

static void a_byte_order_mark_and_every_line_end_are_read(void **state) {
  (void)state;
  assert_reads("\xef\xbb\xbfsource,target\na,b\n", 2, 1);
  assert_reads("source,target\r\na,b\r\n", 2, 1);
  assert_reads("source,target\ra,b\rb,c\r", 3, 2);
  assert_reads("source,target\na,b", 2, 1);
  assert_reads("source,target\n", 0, 0);
  assert_reads("\n\nsource,target\n\n,\na,b\n \n", 2, 1);
}

static void quotes_hold_delimiters_line_ends_and_doubled_quotes(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "source,target,note\n\"a\nx\",\"b, \"\"c\"\"\" , \"\"\nd,e\"f,\n");
  assert_size(&c, 4, 2);
  assert_string_equal(reading_key(c.net, reading_tie(c.net, 0).from), "a\nx");
  assert_string_equal(reading_key(c.net, reading_tie(c.net, 0).to), "b, \"c\"");
  assert_string_equal(reading_key(c.net, reading_tie(c.net, 1).to), "e\"f");
  assert_int_equal(reading_tie(c.net, 1).line, 4);
  reading_end(&c);
}

static void the_delimiter_is_told_from_the_text(void **state) {
  (void)state;
  assert_reads("from;to;weight\na;b;1\nc;d;2\n", 4, 2);
  assert_reads("from\tto\na, b\tc\n", 2, 1);
  assert_reads("from|to\na|b\n", 2, 1);
  assert_reads("from,to,layer\na,b,x;y\nc,d,x;y\n", 4, 4);
  assert_reads("from;relation;to\n\"Batagelj, V\";wrote;\"Paper\"\n\"Doreian, P\";wrote;\"Paper\"\n", 3, 2);
}

static void a_decimal_comma_is_an_option(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "t.csv", "from;to;weight\na;b;1,5\n");
  c.options.decimal_comma = true;
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_near(reading_tie(c.net, 0).weight, 1.5, 0);
  reading_end(&c);
  assert_refused("t.csv", "from;to;weight\na;b;1,5\n", 2, "--decimal-comma");
}

static void spaces_at_the_ends_of_cells_do_not_count(void **state) {
  struct reading_case c;
  (void)state;
  reading_csv(&c, "from,to\n\xc2\xa0 a\xc2\xa0,\tb \nb,\xe2\x80\xaf"
                  "a\xef\xbb\xbf\n");
  assert_size(&c, 2, 2);
  reading_end(&c);
}

static void rows_that_are_too_short_or_too_long_name_their_line(void **state) {
  (void)state;
  assert_refused("t.csv", "source,target,weight\na,b,1\nc\n", 3, "1 cell where 3");
  assert_refused("t.csv", "source,target\na,b\nc,d,e,f\n", 3, "4 cells where 2");
  assert_reads("source,target\na,b,,\n", 2, 1);
}

static void an_open_quote_names_the_line_where_it_opens(void **state) {
  (void)state;
  assert_refused("t.csv", "source,target\na,b\n\"c,d\ne,f\n", 3, "never closed");
  assert_refused("t.csv", "source,target\n\"a\"x,b\n", 2, "behind a closing quote");
}

static void a_tie_needs_both_ends(void **state) {
  (void)state;
  assert_refused("t.csv", "source,target\n,b\n", 2, "'source' is empty");
  assert_refused("t.csv", "source,target\na,\n", 2, "'target' is empty");
  assert_refused("t.csv", "id,label\na,x\n,y\n", 3, "'id' is empty");
}

static void weights_that_are_no_numbers_name_line_and_column(void **state) {
  (void)state;
  assert_refused("t.csv", "source,target,weight\na,b,1e\n", 2, "weight: '1e' is not a number");
  assert_refused("t.csv", "source,target,weight\na,b,1e999\n", 2, "too large");
  assert_refused("t.csv", "source,target,weight\na,b,NaN\n", 2, "not a finite number");
  assert_refused("t.csv", "source,target,weight\na,b,inf\n", 2, "not a finite number");
  assert_refused("t.csv", "source,target,weight\na,b,\xd9\xa1\n", 2, "not a number");
  assert_refused("t.csv", "source,target,weight\na,b,NA\n", 2, "--missing");
  assert_reads("source,target,weight\na,b,-1\n", 2, 1);
}

static void dates_and_directions_name_line_and_column(void **state) {
  (void)state;
  assert_refused("t.csv", "from,to,since\na,b,03/04/2023\n", 2, "since: '03/04/2023' is no date");
  assert_refused("t.csv", "from,to,direction\na,b,sideways\n", 2, "direction: 'sideways'");
}

static void a_code_for_nothing_is_nothing_everywhere(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "t.csv", "from,to,weight,note\na,b,NA,NA\n");
  c.options.missing = "NA";
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_false(nonet_is_weighted(c.net));
  assert_int_equal(nonet_tie_columns(c.net), 0);
  reading_end(&c);
}

static void text_that_is_not_utf_8_names_line_and_way_out(void **state) {
  (void)state;
  assert_refused("t.csv", "source,target\n\xed\xa0\x80,b\n", 2, "--encoding windows-1252");
  assert_refused("t.csv", "source,target\na\0b,c\n", 2, "NUL");
  assert_refused("t.csv", "\xff\xfes\0o\0u\0r\0c\0e\0\n\0", 1, "--encoding utf-16");
  assert_refused("t.csv", "s\0o\0u\0r\0c\0e\0,\0t\0\n\0", 1, "--encoding utf-16le");
  assert_refused("t.csv", "\0\1\2\3\4\5\6\7\10\11\12\13\14\15\16\17\20\21\377\376\375", 1, "binary");
}

static void encodings_are_converted(void **state) {
  struct reading_case c;
  (void)state;
  reading_start(&c);
  reading_file(&c, "t.csv", "from,to\ncaf\xe9,\x80\n");
  c.options.encoding = "windows-1252";
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_string_equal(reading_key(c.net, 0), "caf\xc3\xa9");
  assert_string_equal(reading_key(c.net, 1), "\xe2\x82\xac");
  reading_end(&c);
  reading_start(&c);
  reading_bytes(&c, NULL, "t.csv",
                "\xff\xfe"
                "f\0r\0o\0m\0,\0t\0o\0\n\0a\0,\0\xe9\0\n",
                26);
  c.options.encoding = "utf-16";
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_string_equal(reading_key(c.net, 1), "\xc3\xa9");
  reading_end(&c);
  reading_start(&c);
  reading_file(&c, "t.csv", "from,to\na,b\n");
  c.options.encoding = "klingon";
  reading_run(&c);
  assert_int_equal(c.code, NONET_EUSAGE);
  reading_end(&c);
}

static void too_many_columns_are_a_limit(void **state) {
  size_t columns = 20000;
  char *text = malloc(columns * 2 + 2);
  (void)state;
  assert_non_null(text);
  for (size_t i = 0; i < columns; i++)
    text[i * 2] = 'a', text[i * 2 + 1] = ',';
  text[columns * 2] = '\n';
  reading_refused("t.csv", text, columns * 2 + 1, NONET_ELIMIT, 1, "16384 cells");
  free(text);
}

static void a_cell_of_four_megabytes_is_read_and_one_of_twenty_is_a_limit(void **state) {
  size_t sizes[] = {(size_t)4 << 20, (size_t)20 << 20};
  (void)state;
  for (size_t i = 0; i < 2; i++) {
    char *text = malloc(sizes[i] + 32);
    assert_non_null(text);
    memcpy(text, "id,label\na,", 11);
    memset(text + 11, 'x', sizes[i]);
    struct reading_case c;
    reading_start(&c);
    reading_bytes(&c, NULL, "t.csv", text, sizes[i] + 11);
    reading_run(&c);
    assert_int_equal(c.code, i ? NONET_ELIMIT : NONET_OK);
    reading_end(&c);
    free(text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_byte_order_mark_and_every_line_end_are_read),
      cmocka_unit_test(quotes_hold_delimiters_line_ends_and_doubled_quotes),
      cmocka_unit_test(the_delimiter_is_told_from_the_text),
      cmocka_unit_test(a_decimal_comma_is_an_option),
      cmocka_unit_test(spaces_at_the_ends_of_cells_do_not_count),
      cmocka_unit_test(rows_that_are_too_short_or_too_long_name_their_line),
      cmocka_unit_test(an_open_quote_names_the_line_where_it_opens),
      cmocka_unit_test(a_tie_needs_both_ends),
      cmocka_unit_test(weights_that_are_no_numbers_name_line_and_column),
      cmocka_unit_test(dates_and_directions_name_line_and_column),
      cmocka_unit_test(a_code_for_nothing_is_nothing_everywhere),
      cmocka_unit_test(text_that_is_not_utf_8_names_line_and_way_out),
      cmocka_unit_test(encodings_are_converted),
      cmocka_unit_test(too_many_columns_are_a_limit),
      cmocka_unit_test(a_cell_of_four_megabytes_is_read_and_one_of_twenty_is_a_limit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
