/* base/name.c: how a typed name finds what it means. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/name.h"
#include "base/run.h"
#include "base/utf8.h"

static void assert_folds(const char *name, const char *want) {
  struct buffer out = {0};
  assert_true(name_fold(&out, name));
  assert_string_equal(buffer_string(&out), want);
  assert_int_equal(out.size, strlen(want));
  buffer_free(&out);
}

static void case_accents_and_repeated_spaces_do_not_count(void **state) {
  (void)state;
  assert_folds("Core  Skills", "core skills");
  assert_folds("  Core\t\n Skills \r", "core skills");
  assert_folds("CAF\xc3\x89", "cafe");
  assert_folds("cafe\xcc\x81", "cafe");
  assert_folds("e\xcc\x81"
               "e",
               "ee");
  assert_folds("Stra\xc3\x9f"
               "e",
               "strasse");
  assert_folds("\xef\xac\x81rst", "first");
  assert_folds("\xc4\xb0stanbul", "istanbul");
  assert_folds("\xce\x9f\xce\x94\xce\x9f\xce\xa3", "\xce\xbf\xce\xb4\xce\xbf\xcf\x83");
  assert_folds("", "");
  assert_folds("   ", "");
  assert_folds("\xcc\x81", "");
}

static void all_kinds_of_spaces_are_one(void **state) {
  (void)state;
  assert_folds("Core\xc2\xa0Skills", "core skills");
  assert_folds("Core\xe2\x80\x83\xe3\x80\x80Skills", "core skills");
  assert_folds("Core\xe2\x80\xa8Skills\xe1\x9a\x80", "core skills");
  assert_folds("\xc2\x85"
               "Core \xc2\xa0 Skills",
               "core skills");
  assert_folds("Co\xc2\xadre Sk\xe2\x80\x8b"
               "ills",
               "core skills");
}

static void vowel_signs_and_voicing_marks_are_letters(void **state) {
  (void)state;
  assert_folds("\xe0\xa4\x95\xe0\xa4\xbf", "\xe0\xa4\x95\xe0\xa4\xbf");
  assert_folds("\xe3\x81\x8c", "\xe3\x81\x8b\xe3\x82\x99");
}

static void what_is_folded_is_appended(void **state) {
  (void)state;
  struct buffer out = {0};
  buffer_text(&out, "x");
  assert_true(name_fold(&out, " A  B "));
  assert_true(name_fold(&out, "\xc3\x89 c"));
  assert_string_equal(buffer_string(&out), "xa be c");
  buffer_free(&out);
}

static void a_name_that_is_not_utf8_is_refused_and_adds_nothing(void **state) {
  (void)state;
  struct buffer out = {0};
  buffer_text(&out, "kept");
  assert_false(name_fold(&out, "abc\xe9t"));
  assert_false(name_fold(&out, "\xff"));
  assert_string_equal(buffer_string(&out), "kept");
  buffer_free(&out);
}

static void folding_twice_is_folding_once(void **state) {
  (void)state;
  struct buffer once = {0}, twice = {0};
  for (uint32_t c = 1; c <= 0x10ffff; c++) {
    char name[8];
    if (c >= 0xd800 && c <= 0xdfff) continue;
    size_t length = 0;
    name[length++] = 'A';
    if (c < 0x80)
      name[length++] = (char)c;
    else if (c < 0x800) {
      name[length++] = (char)(0xc0 | c >> 6);
      name[length++] = (char)(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
      name[length++] = (char)(0xe0 | c >> 12);
      name[length++] = (char)(0x80 | (c >> 6 & 0x3f));
      name[length++] = (char)(0x80 | (c & 0x3f));
    } else {
      name[length++] = (char)(0xf0 | c >> 18);
      name[length++] = (char)(0x80 | (c >> 12 & 0x3f));
      name[length++] = (char)(0x80 | (c >> 6 & 0x3f));
      name[length++] = (char)(0x80 | (c & 0x3f));
    }
    name[length++] = 'b';
    name[length] = '\0';
    buffer_clear(&once);
    buffer_clear(&twice);
    if (!name_fold(&once, name) || !name_fold(&twice, once.bytes)) fail_msg("U+%04X is not folded", (unsigned)c);
    if (strcmp(once.bytes, twice.bytes)) fail_msg("U+%04X: '%s' folds on to '%s'", (unsigned)c, once.bytes, twice.bytes);
  }
  buffer_free(&once);
  buffer_free(&twice);
}

static void a_very_long_name_is_folded_whole(void **state) {
  (void)state;
  struct buffer name = {0}, out = {0};
  for (int i = 0; i < 10000; i++)
    buffer_text(&name, "\xc3\x89 ");
  assert_true(name_fold(&out, name.bytes));
  assert_int_equal(out.size, 2 * 10000 - 1);
  buffer_free(&name);
  buffer_free(&out);
}

static void edits_are_counted(void **state) {
  (void)state;
  assert_int_equal(name_distance("", "", 3), 0);
  assert_int_equal(name_distance("abc", "abc", 3), 0);
  assert_int_equal(name_distance("abc", "abd", 3), 1);
  assert_int_equal(name_distance("abc", "ab", 3), 1);
  assert_int_equal(name_distance("abc", "xabc", 3), 1);
  assert_int_equal(name_distance("abc", "acb", 3), 1);
  assert_int_equal(name_distance("abcd", "badc", 3), 2);
  assert_int_equal(name_distance("kitten", "sitting", 3), 3);
  assert_int_equal(name_distance("kitten", "sitting", 2), 3);
  assert_int_equal(name_distance("kitten", "", 2), 3);
  assert_int_equal(name_distance("", "ab", 2), 2);
  assert_int_equal(name_distance("abc", "abc", 0), 0);
  assert_int_equal(name_distance("abc", "abd", 0), 1);
  assert_int_equal(name_distance("\xce\xb1\xce\xb2", "\xce\xb1\xce\xb3", 3), 1);
  assert_int_equal(name_distance("abc", "xyz", UINT32_MAX), 3);
}

/* The whole table, without a band. */
static unsigned slow_distance(const char *a, const char *b) {
  static unsigned table[64][64];
  size_t n = strlen(a), m = strlen(b);
  for (size_t i = 0; i <= n; i++)
    for (size_t j = 0; j <= m; j++) {
      unsigned best = i == 0 ? (unsigned)j : j == 0 ? (unsigned)i : table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
      if (i && j) {
        if (table[i - 1][j] + 1 < best) best = table[i - 1][j] + 1;
        if (table[i][j - 1] + 1 < best) best = table[i][j - 1] + 1;
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && table[i - 2][j - 2] + 1 < best)
          best = table[i - 2][j - 2] + 1;
      }
      table[i][j] = best;
    }
  return table[n][m];
}

static void the_band_changes_no_distance(void **state) {
  (void)state;
  struct chance c;
  chance_start(&c, 3, 0);
  for (int i = 0; i < 200000; i++) {
    char a[24], b[24];
    size_t n = chance_below(&c, 12), m = chance_below(&c, 12);
    for (size_t k = 0; k < n; k++)
      a[k] = (char)('a' + chance_below(&c, 3));
    for (size_t k = 0; k < m; k++)
      b[k] = (char)('a' + chance_below(&c, 3));
    a[n] = b[m] = '\0';
    unsigned want = slow_distance(a, b), limit = (unsigned)chance_below(&c, 13);
    unsigned got = name_distance(a, b, limit);
    if (got != (want <= limit ? want : limit + 1)) fail_msg("%s to %s within %u: %u, not %u", a, b, limit, got, want);
  }
}

static void long_names_are_compared_whole(void **state) {
  (void)state;
  char a[2001], b[2001];
  memset(a, 'a', 2000);
  memset(b, 'a', 2000);
  a[2000] = b[2000] = '\0';
  b[0] = b[1000] = b[1999] = 'b';
  assert_int_equal(name_distance(a, b, 5), 3);
  assert_int_equal(name_distance(a, b, 2), 3);
}

static void assert_said(const char *typed, const char *const *names, const char *want) {
  size_t count = 0;
  while (names[count])
    count++;
  for (int backwards = 0; backwards < 2; backwards++) {
    struct name_nearest near;
    struct buffer out = {0};
    assert_true(name_nearest_start(&near, typed));
    for (size_t i = 0; i < count; i++)
      name_nearest_offer(&near, names[backwards ? count - 1 - i : i]);
    name_nearest_say(&near, &out);
    assert_string_equal(buffer_string(&out), want);
    name_nearest_free(&near);
    buffer_free(&out);
  }
}

static void the_nearest_names_are_offered_whatever_the_order(void **state) {
  (void)state;
  const char *const names[] = {"Arts",        "Housing",    "Core Skills", "Health Trust", "Youth Service", "Youth Council",
                               "Youth Forum", "Youth Arts", NULL};
  assert_said("Artz", names, " (did you mean 'Arts'?)");
  assert_said("huosing", names, " (did you mean 'Housing'?)");
  assert_said("core", names, " (did you mean 'Core Skills'?)");
  assert_said("skills", names, " (did you mean 'Core Skills'?)");
  assert_said("youth", names, " (did you mean 'Youth Arts', 'Youth Council' or 'Youth Forum'?)");
  assert_said("The Health Trust of the city", names, " (did you mean 'Health Trust'?)");
  assert_said("Quango", names, "");
  assert_said("Helth Trsut", names, " (did you mean 'Health Trust'?)");
  assert_said("", names, "");
  assert_said("zz", names, "");
}

static void where_no_name_is_near_those_near_word_by_word_are_offered(void **state) {
  (void)state;
  const char *const names[] = {"Lifelong Learning Partnership", "Core Skills Partnership", "Police", NULL};
  assert_said("Lerning Partnership", names, " (did you mean 'Lifelong Learning Partnership'?)");
  assert_said("Skils", names, " (did you mean 'Core Skills Partnership'?)");
  assert_said("Partnershop of Skills", names, "");
  assert_said("Pollice", names, " (did you mean 'Police'?)");
  assert_said("of", names, "");
}

static void letters_in_the_middle_of_a_word_are_no_name(void **state) {
  (void)state;
  const char *const names[] = {"ATH", "EAT", "HEA", "London Heathrow Airport", NULL}, *const codes[] = {"ATH", "EAT", "HEA", NULL};
  assert_said("Heathrow", names, " (did you mean 'London Heathrow Airport'?)");
  assert_said("Heathrow", codes, "");
  assert_said("the airport EAT", codes, " (did you mean 'EAT'?)");
}

static void a_name_that_is_offered_twice_is_said_once(void **state) {
  (void)state;
  const char *const names[] = {"degree", "degree", "degree", NULL};
  assert_said("degre", names, " (did you mean 'degree'?)");
}

static void a_name_alike_but_for_case_comes_first(void **state) {
  (void)state;
  const char *const names[] = {"Arty", "ARTS", "Art", NULL};
  assert_said("arts", names, " (did you mean 'ARTS', 'Art' or 'Arty'?)");
}

static void many_candidates_take_little_time(void **state) {
  (void)state;
  struct name_nearest near;
  struct buffer out = {0};
  char name[64];
  assert_true(name_nearest_start(&near, "partner 165432 of Birmingham"));
  double start = run_clock();
  for (unsigned i = 0; i < 200000; i++) {
    snprintf(name, sizeof name, "Partner %u of Birmingam", i);
    name_nearest_offer(&near, name);
  }
  double seconds = run_clock() - start;
  print_message("200,000 candidates: %.2f s\n", seconds);
  assert_true(seconds < 60);
  name_nearest_say(&near, &out);
  assert_contains(buffer_string(&out), "(did you mean 'Partner 165432 of Birmingam'");
  name_nearest_free(&near);
  buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(case_accents_and_repeated_spaces_do_not_count),
      cmocka_unit_test(all_kinds_of_spaces_are_one),
      cmocka_unit_test(vowel_signs_and_voicing_marks_are_letters),
      cmocka_unit_test(what_is_folded_is_appended),
      cmocka_unit_test(a_name_that_is_not_utf8_is_refused_and_adds_nothing),
      cmocka_unit_test(folding_twice_is_folding_once),
      cmocka_unit_test(a_very_long_name_is_folded_whole),
      cmocka_unit_test(edits_are_counted),
      cmocka_unit_test(the_band_changes_no_distance),
      cmocka_unit_test(long_names_are_compared_whole),
      cmocka_unit_test(the_nearest_names_are_offered_whatever_the_order),
      cmocka_unit_test(where_no_name_is_near_those_near_word_by_word_are_offered),
      cmocka_unit_test(letters_in_the_middle_of_a_word_are_no_name),
      cmocka_unit_test(a_name_that_is_offered_twice_is_said_once),
      cmocka_unit_test(a_name_alike_but_for_case_comes_first),
      cmocka_unit_test(many_candidates_take_little_time),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
