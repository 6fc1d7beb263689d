/* Key players: known sets by exhaustive search, proofs, the order of rows, and questions that have no answer. */
#include "measure/values.h"

#include <stdio.h>
#include <string.h>

/* The members of a sheet as "A;B", in its order. */
static const char *members_of(char text[512], const nonet_sheet *s) {
  *text = '\0';
  for (size_t i = 0; i < nonet_sheet_rows(s); i++) {
    assert_string_equal(nonet_sheet_text(s, i, 0), "1");
    strcat(strcat(text, i ? ";" : ""), nonet_sheet_text(s, i, 1));
  }
  return text;
}

/* Is this the set (NULL: any), with this score, and proved the best? */
static void assert_best(const char *line, const char *name, const char *members, double score, double tolerance) {
  nonet *n = net_of(line);
  nonet_sheet *s = sheet_of(n, name, NULL);
  char text[512];
  members_of(text, s);
  if (members) assert_string_equal(text, members);
  for (size_t i = 0; i < nonet_sheet_rows(s); i++) {
    assert_near(nonet_sheet_number(s, i, 2), score, tolerance);
    assert_near(nonet_sheet_number(s, i, 3), nonet_sheet_number(s, i, 2), 0);
  }
  assert_contains(nonet_sheet_note(s, 0), "does better");
  nonet_sheet_free(s);
  nonet_free(n);
}

/* The set scores what the measure of a named set says of it. */
static void assert_same_as_named(const char *line, const char *table, const char *measure, const char *before) {
  nonet *n = net_of(line);
  nonet_sheet *s = sheet_of(n, table, NULL);
  char text[512], name[640];
  snprintf(name, sizeof name, "%s:%s%s", measure, before, members_of(text, s));
  assert_true(nonet_sheet_rows(s) > 0);
  assert_near(nonet_sheet_number(s, 0, 2), value_of(n, name, NULL), 1e-15);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void the_fifteen_families_break_as_by_exhaustive_search(void **state) {
  (void)state;
  assert_best(florentine_15, "key-players-fragmentation:1", "Medici", 0.38461538, 1e-8);
  assert_best(florentine_15, "key-players-fragmentation:2", "Guadagni;Medici", 0.70512821, 1e-8);
  assert_best(florentine_15, "key-players-fragmentation:3", "Guadagni;Medici;Strozzi", 0.86363636, 1e-8);
  assert_best(florentine_15, "key-players-distance:1", NULL, 0.67380952, 1e-8);
  assert_best(florentine_15, "key-players-distance-reach:1", "Medici", 0.70, 1e-12);
  assert_best(florentine_15, "key-players-distance-reach:2", "Bischeri;Medici", 0.86666667, 1e-8);
}

static void the_karate_club_has_its_known_sets(void **state) {
  (void)state;
  assert_best(karate, "key-players-fragmentation:1", "1", 0.31628788, 1e-8);
  assert_best(karate, "key-players-fragmentation:2", "1;2", 0.42338710, 1e-8);
  assert_best(karate, "key-players-fragmentation:3", "1;33;34", 0.56989247, 1e-8);
  assert_best(karate, "key-players-distance:2", NULL, 0.68440860, 1e-8);
  assert_best(karate, "key-players-distance-reach:2", "1;34", 0.95588235, 1e-8);
  assert_best(karate, "key-players-reach:2", "1;34", 31, 0);
  assert_best(karate, "key-players-reach:3", NULL, 33, 0);
  assert_best(karate, "key-players-reach:4", NULL, 34, 0);
}

static void a_set_scores_what_its_names_score(void **state) {
  (void)state;
  assert_same_as_named(florentine_16, "key-players-fragmentation:3", "set-fragmentation", "");
  assert_same_as_named(florentine_16, "key-players-distance:3", "set-distance-fragmentation", "");
  assert_same_as_named(davis_89, "key-players-reach:2;2", "set-reach", "2;");
  assert_same_as_named(davis_89, "key-players-distance-reach:3", "set-distance-reach", "");
}

static void of_equal_sets_the_first_by_key_is_named_whatever_the_order_of_rows(void **state) {
  static const char *const lines[] = {"a-b b-c c-d d-e e-f f-a", "e-f c-d f-a b-c d-e a-b", "f e d c b a f-a b-c d-e a-b c-d e-f"};
  (void)state;
  for (size_t i = 0; i < 3; i++) {
    assert_best(lines[i], "key-players-fragmentation:2", "a;d", 1 - 4 / 12.0, 1e-15);
    assert_best(lines[i], "key-players-distance:1", "a", 1 - (4 + 3 / 2.0 + 2 / 3.0 + 1 / 4.0) / 10, 1e-15);
  }
  nonet *one = net_of(lines[0]), *other = net_of(lines[1]);
  for (int k = 1; k <= 3; k++) {
    char name[64], a[512], b[512];
    snprintf(name, sizeof name, "key-players-distance-reach:%d", k);
    nonet_sheet *s = sheet_of(one, name, NULL), *t = sheet_of(other, name, NULL);
    assert_string_equal(members_of(a, s), members_of(b, t));
    nonet_sheet_free(s);
    nonet_sheet_free(t);
  }
  nonet_free(one);
  nonet_free(other);
}

static void reach_goes_along_the_arcs_and_loss_ignores_them(void **state) {
  (void)state;
  assert_best("a>b b>c d>c", "key-players-reach:1", "a", 2, 0);
  assert_best("b>a c>b c>d", "key-players-reach:1", "c", 3, 0);
  assert_best("a>b b>c d>c", "key-players-reach:1;2", "a", 3, 0);
  assert_best("a>b b>c d>c", "key-players-distance-reach:1", "a", (1 + 1 + 0.5) / 4, 1e-15);
  assert_best("a>b b>c d>c", "key-players-fragmentation:1", "b", 1 - 2 / 6.0, 1e-15);
}

/* A ring of 120 with short cuts: more sets of 3 than can be tried for distances. */
static void beyond_what_can_be_tried_the_note_says_how_much_better_a_set_can_be(void **state) {
  char line[4096] = "", part[32];
  (void)state;
  for (int i = 0; i < 120; i++) {
    snprintf(part, sizeof part, "n%d-n%d ", i, (i + 1) % 120);
    strcat(line, part);
    if (i % 4) continue;
    snprintf(part, sizeof part, "n%d-n%d ", i, (i * 7 + 31) % 120);
    strcat(line, part);
  }
  nonet *n = net_of(line);
  nonet_sheet *s = sheet_of(n, "key-players-distance:3", NULL);
  assert_int_equal(nonet_sheet_rows(s), 3);
  assert_contains(nonet_sheet_note(s, 0), "no set of 3 scores above");
  assert_contains(nonet_sheet_note(s, 0), "better.");
  assert_true(nonet_sheet_number(s, 0, 3) > nonet_sheet_number(s, 0, 2));
  assert_true(nonet_sheet_number(s, 0, 3) <= 1);
  assert_true(value_of(n, "set-distance-fragmentation:n0;n40;n80", NULL) <= nonet_sheet_number(s, 0, 3));
  nonet_sheet_free(s);
  nonet_free(n);
}

/* The notes say the score before and after, and what it means. */
static void notes_say_what_the_score_is(void **state) {
  (void)state;
  nonet *n = net_of(florentine_16);
  nonet_sheet *s = sheet_of(n, "key-players-fragmentation:1", NULL);
  assert_contains(nonet_sheet_note(s, 0), "with all 0.125; no set of 1 does better");
  assert_contains(nonet_sheet_note(s, 1), "1 where nobody is in contact with anybody");
  nonet_sheet_free(s);
  s = sheet_of(n, "key-players-reach:2;2", NULL);
  assert_contains(nonet_sheet_note(s, 0), "of 16 within 2 steps");
  assert_contains(nonet_sheet_note(s, 1), "members of the set included");
  nonet_sheet_free(s);
  nonet_free(n);
}

static void where_too_few_are_there_nobody_is_named(void **state) {
  static const char *const names[] = {"key-players-fragmentation:2", "key-players-distance:2", "key-players-reach:4",
                                      "key-players-distance-reach:4"};
  static const char *const why[] = {"leaves fewer than 2", "leaves fewer than 2", "is more than that", "is more than that"};
  (void)state;
  nonet *n = net_of("a-b b-c");
  for (size_t i = 0; i < 4; i++) {
    nonet_sheet *s = sheet_of(n, names[i], NULL);
    assert_int_equal(nonet_sheet_rows(s), 0);
    assert_contains(nonet_sheet_note(s, 0), why[i]);
    nonet_sheet_free(s);
  }
  nonet_free(n);
  n = net_of("");
  for (size_t i = 0; i < 4; i++) {
    nonet_sheet *s = sheet_of(n, names[i], NULL);
    assert_int_equal(nonet_sheet_rows(s), 0);
    nonet_sheet_free(s);
  }
  nonet_free(n);
}

static void a_size_that_is_none_is_refused(void **state) {
  (void)state;
  assert_refused("a-b b-c", "key-players-fragmentation", NULL, NONET_EUSAGE, "key-players-fragmentation:3");
  assert_refused("a-b b-c", "key-players-distance:0", NULL, NONET_EUSAGE, "1 or more");
  assert_refused("a-b b-c", "key-players-distance:1;2", NULL, NONET_EUSAGE, "nothing else");
  assert_refused("a-b b-c", "key-players-reach:1.5", NULL, NONET_EUSAGE, "size of the set");
  assert_refused("a-b b-c", "key-players-reach:1;0", NULL, NONET_EUSAGE, "steps");
  assert_refused("a-b b-c", "key-players-distance-reach:a", NULL, NONET_EUSAGE, "size of the set");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_fifteen_families_break_as_by_exhaustive_search),
      cmocka_unit_test(the_karate_club_has_its_known_sets),
      cmocka_unit_test(a_set_scores_what_its_names_score),
      cmocka_unit_test(of_equal_sets_the_first_by_key_is_named_whatever_the_order_of_rows),
      cmocka_unit_test(reach_goes_along_the_arcs_and_loss_ignores_them),
      cmocka_unit_test(beyond_what_can_be_tried_the_note_says_how_much_better_a_set_can_be),
      cmocka_unit_test(notes_say_what_the_score_is),
      cmocka_unit_test(where_too_few_are_there_nobody_is_named),
      cmocka_unit_test(a_size_that_is_none_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
