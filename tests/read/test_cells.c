/* Cells: trimming, lists, marks. */
#include "read/cells.h"
#include "test.h"

static struct cell cell_of(const char *text) {
  return (struct cell){text, strlen(text)};
}

static void spaces_of_every_kind_are_trimmed_at_both_ends(void **state) {
  static const char *const padded[] = {"a b", " a b\t",
                                       "\xc2\xa0"
                                       "a b\xc2\xa0 ",
                                       "\xe2\x80\x83"
                                       "a b\xe2\x80\xaf\xef\xbb\xbf",
                                       "\xe3\x80\x80"
                                       "a b"};
  (void)state;
  for (size_t i = 0; i < sizeof padded / sizeof *padded; i++)
    assert_true(cell_is(cell_trim(cell_of(padded[i])), "a b"));
  assert_int_equal(cell_trim(cell_of(" \xc2\xa0 ")).length, 0);
  assert_true(cell_is(cell_trim(cell_of("\xc3\xa9")), "\xc3\xa9"));
}

static void a_list_in_a_cell_is_cut_at_semicolons_and_bars(void **state) {
  struct cell name;
  size_t at = 0;
  (void)state;
  struct cell c = cell_of(" Health;; Community Safety | Education ;");
  assert_true(cell_next_name(&name, c, &at, false) && cell_is(name, "Health"));
  assert_true(cell_next_name(&name, c, &at, false) && cell_is(name, "Community Safety"));
  assert_true(cell_next_name(&name, c, &at, false) && cell_is(name, "Education"));
  assert_false(cell_next_name(&name, c, &at, false));
  at = 0;
  assert_true(cell_next_name(&name, cell_of("a\nb"), &at, true) && cell_is(name, "a"));
  at = 0;
  assert_true(cell_next_name(&name, cell_of("a\nb"), &at, false) && cell_is(name, "a\nb"));
}

static void marks_are_told_apart(void **state) {
  static const struct {
    const char *text;
    enum mark mark;
  } marks[] = {{"", MARK_BLANK},
               {"\xc2\xa0", MARK_BLANK},
               {"0", MARK_NO},
               {"0.0", MARK_NO},
               {"No", MARK_NO},
               {"-", MARK_NO},
               {"yes", MARK_YES},
               {"x", MARK_TICK},
               {"X ", MARK_TICK},
               {"\xe2\x9c\x93", MARK_TICK},
               {"\xe2\x9c\x94\xef\xb8\x8f", MARK_TICK},
               {"1", MARK_NUMBER},
               {"2.5", MARK_NUMBER},
               {"-3", MARK_NUMBER},
               {"leads", MARK_WORD},
               {"1e999", MARK_WORD},
               {"NA", MARK_UNANSWERED},
               {"n/a", MARK_UNANSWERED},
               {"NaN", MARK_UNANSWERED}};
  (void)state;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    double x;
    enum mark mark = cell_mark(&x, cell_of(marks[i].text), '.');
    if (mark != marks[i].mark) fail_msg("'%s' is mark %d, not %d", marks[i].text, (int)mark, (int)marks[i].mark);
  }
}

static void totals_and_notes_are_known(void **state) {
  (void)state;
  assert_true(cell_is_total(cell_of("TOTAL:")));
  assert_true(cell_is_total(cell_of("Grand total")));
  assert_false(cell_is_total(cell_of("Total Energies")));
  assert_true(cell_is_note(cell_of("Source: survey")));
  assert_false(cell_is_note(cell_of("Sourceforge")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(spaces_of_every_kind_are_trimmed_at_both_ends),
      cmocka_unit_test(a_list_in_a_cell_is_cut_at_semicolons_and_bars),
      cmocka_unit_test(marks_are_told_apart),
      cmocka_unit_test(totals_and_notes_are_known),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
