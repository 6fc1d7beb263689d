/* Texts made once and copied: short ones in a step, long ones whole, whatever stands behind them. */
#include "fixture/net_of.h"
#include "show/written.h"
#include "tests/test.h"

/* Of as many letters as the number says. */
static void make_letters(struct buffer *out, const nonet *n, uint32_t i) {
  (void)n;
  for (uint32_t letter = 0; letter < i; letter++)
    buffer_char(out, (char)('a' + (i + letter) % 26));
}

static void texts_of_every_length_are_copied_whole(void **state) {
  enum { TEXTS = 50 };
  struct written w;
  struct buffer want = {0}, got = {0};
  (void)state;
  assert_true(written_start(&w, NULL, TEXTS, make_letters, 4));
  for (uint32_t round = 0; round < 3; round++)
    for (uint32_t i = 0; i < TEXTS; i++) {
      uint32_t text = i * 7 % TEXTS;
      size_t size;
      make_letters(&want, NULL, text);
      written_add(&got, &w, text);
      written_at(&w, text, &size);
      assert_int_equal(size, text);
      assert_string_equal(buffer_string(&got), buffer_string(&want));
    }
  written_free(&w);
  buffer_free(&want);
  buffer_free(&got);
}

static void make_number(struct buffer *out, const nonet *n, uint32_t i) {
  (void)n;
  buffer_print(out, i % 7 ? "%u" : "a text that is longer than a cell %u", i);
}

static void texts_that_several_threads_made_stand_where_they_should(void **state) {
  static const uint32_t counts[] = {131072, 262144, 300001};
  (void)state;
  for (size_t c = 0; c < 3; c++) {
    struct written w;
    assert_true(written_start(&w, NULL, counts[c], make_number, 4));
    for (uint32_t i = 0; i < counts[c]; i++) {
      struct buffer want = {0};
      size_t size;
      const char *got = written_at(&w, i, &size);
      make_number(&want, NULL, i);
      if (size != want.size || memcmp(got, want.bytes, size)) fail_msg("text %u is '%.*s'", i, (int)size, got);
      buffer_free(&want);
    }
    written_free(&w);
  }
}

static void no_texts_are_no_failure(void **state) {
  struct written w;
  (void)state;
  assert_true(written_start(&w, NULL, 0, make_letters, 4));
  written_free(&w);
}

static void nothing_is_added_to_a_buffer_that_failed(void **state) {
  struct written w;
  struct buffer b = {.failed = true};
  (void)state;
  assert_true(written_start(&w, NULL, 30, make_letters, 4));
  written_add(&b, &w, 3);
  written_add(&b, &w, 29);
  assert_int_equal(b.size, 0);
  written_free(&w);
}

/* What each tie's line should be, one after the other, is the end of what is written. */
static void ends_with_ties(const nonet *n, const char *format, const char *line, const char *foot) {
  struct buffer want = {0};
  nonet_out *o;
  nonet_err err;
  size_t size;
  for (uint32_t t = 0; t < nonet_ties(n); t++) {
    nonet_tie tie;
    nonet_node end[2];
    nonet_tie_get(&tie, n, t);
    nonet_node_get(&end[0], n, tie.from);
    nonet_node_get(&end[1], n, tie.to);
    for (const char *c = line; *c; c++)
      *c == '1' || *c == '2' ? buffer_text(&want, end[*c - '1'].key) : buffer_char(&want, *c);
  }
  buffer_text(&want, foot);
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_write(o, n, format, NULL, &err), err);
  const char *got = nonet_out_bytes(o, &size);
  assert_true(size > want.size);
  assert_string_equal(got + size - want.size, buffer_string(&want));
  nonet_out_free(o);
  buffer_free(&want);
}

static void every_tie_names_its_own_nodes(void **state) {
  struct buffer line = {0};
  (void)state;
  for (int i = 0; i < 90; i++) /* some names are longer than a step; the last ties have no ties far behind them */
    buffer_print(&line, "a%d-%s%d ", i * 5 % 31, i % 3 ? "b" : "a_name_that_is_longer_than_a_step_", i % 7);
  nonet *n = net_of(buffer_string(&line));
  assert_int_equal(nonet_ties(n), 90);
  ends_with_ties(n, "dot", "  \"1\" -- \"2\";\n", "}\n");
  ends_with_ties(n, "csv", "1,2\n", "");
  nonet_free(n);
  buffer_free(&line);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(texts_of_every_length_are_copied_whole),
      cmocka_unit_test(texts_that_several_threads_made_stand_where_they_should),
      cmocka_unit_test(no_texts_are_no_failure),
      cmocka_unit_test(nothing_is_added_to_a_buffer_that_failed),
      cmocka_unit_test(every_tie_names_its_own_nodes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
