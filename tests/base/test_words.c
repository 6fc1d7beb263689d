/* base/words.c */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/run.h"
#include "base/words.h"

static void the_empty_text_is_word_0(void **state) {
  (void)state;
  struct words *w = words_new();
  assert_int_equal(words_count(w), 1);
  assert_int_equal(words_add(w, "", 0), 0);
  assert_int_equal(words_add(w, NULL, 0), 0);
  assert_int_equal(words_add_text(w, NULL), 0);
  assert_int_equal(words_find(w, "", 0), 0);
  assert_string_equal(words_text(w, 0), "");
  words_free(w);
}

static void words_are_numbered_as_they_come_and_kept_once(void **state) {
  (void)state;
  struct words *w = words_new();
  assert_int_equal(words_add_text(w, "Arts"), 1);
  assert_int_equal(words_add_text(w, "Housing"), 2);
  assert_int_equal(words_add(w, "Artsy", 4), 1);
  assert_int_equal(words_count(w), 3);
  assert_string_equal(words_text(w, 1), "Arts");
  assert_int_equal(words_length(w, 2), 7);
  words_free(w);
}

static void a_text_that_is_not_there_is_not_found_and_not_added(void **state) {
  (void)state;
  struct words *w = words_new();
  words_add_text(w, "Arts");
  assert_int_equal(words_find(w, "Art", 3), WORDS_NONE);
  assert_int_equal(words_find(w, "Artsy", 5), WORDS_NONE);
  assert_int_equal(words_find(w, "Arts", 4), 1);
  assert_int_equal(words_count(w), 2);
  words_free(w);
}

static void any_bytes_but_nul_make_a_word_and_a_nul_ends_it(void **state) {
  (void)state;
  struct words *w = words_new();
  uint32_t odd = words_add(w, "\xff\n\x01", 3);
  assert_memory_equal(words_text(w, odd), "\xff\n\x01", 4);
  uint32_t a = words_add(w, "a", 1);
  assert_int_equal(words_add(w, "a\0b", 3), a);
  assert_int_equal(words_find(w, "a\0b", 3), a);
  words_free(w);
}

/* Each length on its own path of the hash; texts that differ in one byte at each place. */
static void texts_that_differ_in_one_byte_are_different_words(void **state) {
  (void)state;
  struct words *w = words_new();
  char text[41];
  uint32_t want = 1;
  for (size_t length = 1; length <= 40; length++)
    for (size_t at = 0; at < length; at++) {
      memset(text, 'a', length);
      text[at] = 'b';
      assert_int_equal(words_add(w, text, length), want++);
    }
  assert_int_equal(words_count(w), want);
  words_free(w);
}

static void a_long_text_has_a_place_of_its_own(void **state) {
  (void)state;
  struct words *w = words_new();
  size_t size = 5000000;
  char *text = malloc(size);
  memset(text, 'x', size);
  const char *first = words_text(w, words_add_text(w, "first"));
  uint32_t lengthy = words_add(w, text, size);
  assert_int_equal(words_length(w, lengthy), size);
  assert_int_equal(words_add(w, text, size), lengthy);
  assert_int_equal(words_add(w, text, size - 1), lengthy + 1);
  assert_string_equal(first, "first");
  assert_in_range(words_bytes(w), 2 * size, 3 * size);
  free(text);
  words_free(w);
}

static void a_million_words_are_found_again_where_they_were_put(void **state) {
  (void)state;
  enum { COUNT = 1000000 };
  struct words *w = words_new();
  const char **places = malloc(COUNT * sizeof *places);
  char text[32];
  for (uint32_t i = 0; i < COUNT; i++) {
    size_t length = (size_t)snprintf(text, sizeof text, "node %u", i * 2654435761u);
    uint32_t word = words_add(w, text, length);
    assert_int_equal(word, i + 1);
    places[i] = words_text(w, word);
  }
  for (uint32_t i = 0; i < COUNT; i++) {
    size_t length = (size_t)snprintf(text, sizeof text, "node %u", i * 2654435761u);
    if (words_find(w, text, length) != i + 1 || words_text(w, i + 1) != places[i] || strcmp(places[i], text))
      fail_msg("word %u is lost", (unsigned)i);
  }
  assert_int_equal(words_count(w), COUNT + 1);
  assert_in_range(words_bytes(w), COUNT * 16, COUNT * 64); /* text 16, place 8 to 16, slot 10 to 20 */
  free(places);
  words_free(w);
}

/* Texts of every length up to 40, of which every second is there, one behind the other without a NUL between them. */
static size_t many(struct words_asked *asked, char *base, struct words *known) {
  size_t size = 0, count = 0;
  for (unsigned number = 0; number < 50; number++)
    for (unsigned length = 0; length <= 40; length++) {
      for (unsigned i = 0; i < length; i++)
        base[size + i] = (char)('a' + (number * (i + 1) + length) % 26);
      if (length > 1) memcpy(base + size, (const char[]){(char)('0' + number / 10), (char)('0' + number % 10)}, 2);
      if (known && (number + length) % 2) words_add(known, base + size, length);
      asked[count++] = (struct words_asked){.at = (uint32_t)size, .length = length};
      size += length;
    }
  return count;
}

static void texts_looked_up_together_are_found_and_added_as_one_by_one(void **state) {
  (void)state;
  struct words *w = words_new(), *one = words_new();
  struct words_asked *asked = malloc(50 * 41 * sizeof *asked);
  char *base = malloc(50 * 41 * 20 + 1);
  size_t count = many(asked, base, w);
  many(asked, base, one);
  words_find_many(w, base, asked, count);
  for (size_t i = 0; i < count; i++)
    assert_int_equal(asked[i].word, words_find(w, base + asked[i].at, asked[i].length));
  assert_true(words_add_missing(w, base, asked, count));
  for (size_t i = 0; i < count; i++)
    assert_int_equal(asked[i].word, words_add(one, base + asked[i].at, asked[i].length));
  assert_int_equal(words_count(w), words_count(one));
  free(base);
  free(asked);
  words_free(w);
  words_free(one);
}

static void words_are_taken_from_others_in_their_order(void **state) {
  (void)state;
  struct words *from = words_new(), *w = words_new();
  enum { COUNT = 1000 };
  uint32_t word[COUNT], taken[COUNT];
  char text[64];
  for (uint32_t i = 0; i < COUNT; i++) {
    snprintf(text, sizeof text, "%*u", (int)(i % 50), i);
    word[COUNT - 1 - i] = words_add_text(from, text);
  }
  uint32_t known = words_add_text(w, words_text(from, word[5]));
  assert_true(words_reserve(w, COUNT));
  assert_true(words_take_many(w, from, word, taken, COUNT));
  for (uint32_t i = 0; i < COUNT; i++) {
    assert_string_equal(words_text(w, taken[i]), words_text(from, word[i]));
    assert_int_equal(taken[i], i == 5 ? known : i < 5 ? i + 2 : i + 1);
  }
  words_free(from);
  words_free(w);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_empty_text_is_word_0),
      cmocka_unit_test(words_are_numbered_as_they_come_and_kept_once),
      cmocka_unit_test(a_text_that_is_not_there_is_not_found_and_not_added),
      cmocka_unit_test(any_bytes_but_nul_make_a_word_and_a_nul_ends_it),
      cmocka_unit_test(texts_that_differ_in_one_byte_are_different_words),
      cmocka_unit_test(a_long_text_has_a_place_of_its_own),
      cmocka_unit_test(texts_looked_up_together_are_found_and_added_as_one_by_one),
      cmocka_unit_test(words_are_taken_from_others_in_their_order),
      cmocka_unit_test(a_million_words_are_found_again_where_they_were_put),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
