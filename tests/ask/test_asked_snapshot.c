/* Questions to a snapshot that is checked only where they come to it: the answers are those of the whole network, damage on their way is
 * refused, damage elsewhere means nothing, and no file leads outside of itself. */
#include "base/checksum.h"
#include "fixture/net_of.h"
#include "net/snapshot.h"
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char path[64];

static const char *const questions[] = {
    "who connects a to f",
    "is a connected to f",
    "how is a connected to d avoiding c",
    "who connects a to f via L",
    "who connects a to f within 3",
    "who connects L to M",
    "who works with a",
    "is a connected to z",
    "who connects a to nobody",
    "could you introduce a to f?",
    "is f connected to a",
    "what if c left",
};
enum { QUESTIONS = sizeof questions / sizeof *questions };

static nonet *small(bool directed) {
  return net_of(directed ? "a>b:2@L b>d:1@M a>c@L c>e:3@M d>f:1@M e>f:2@L b>c:1 f>a:1@M g-h z"
                         : "a-b:2@L b-d:1@M a-c@L c-e:3@M d-f:1@M e-f:2@L b-c:1 a-b:4@M c-c g-h z");
}

/* The answer in full, or the error that there is instead. */
static char *answer_of(const nonet *n, const char *question, nonet_code *code) {
  nonet_answer *a;
  nonet_out *o;
  nonet_err err;
  *code = nonet_ask(&a, n, question, NULL, NULL, &err);
  if (*code) return strdup(err.text);
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_answer_write(o, a, &(nonet_show_options){.as = "json"}, &err), err);
  size_t size;
  char *text = strdup(nonet_out_bytes(o, &size));
  nonet_out_free(o);
  nonet_answer_free(a);
  return text;
}

static nonet *asked_snapshot(const nonet *n) {
  nonet *back;
  nonet_err err;
  assert_ok(nonet_convert(path, n, "nonet", NULL, &err), err);
  assert_ok(nonet_open_to_ask(&back, path, NULL, &err), err);
  return back;
}

static void answers_are_those_of_the_whole_network(void **state) {
  (void)state;
  for (int i = 0; i < 2 * QUESTIONS; i++) {
    nonet *n = small(i % 2), *back = asked_snapshot(n);
    nonet_code codes[2];
    char *one = answer_of(n, questions[i / 2], &codes[0]), *other = answer_of(back, questions[i / 2], &codes[1]);
    assert_int_equal(codes[0], codes[1]);
    assert_string_equal(one, other);
    free(one);
    free(other);
    nonet_free(n);
    nonet_free(back);
  }
}

static unsigned char *bytes_of(size_t *size) {
  FILE *f = fopen(path, "rb");
  assert_non_null(f);
  unsigned char *bytes = malloc(1 << 20);
  assert_non_null(bytes);
  *size = fread(bytes, 1, 1 << 20, f);
  fclose(f);
  return bytes;
}

static void write_bytes(const unsigned char *bytes, size_t size) {
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  assert_int_equal(fwrite(bytes, 1, size, f), size);
  fclose(f);
}

/* What was damaged is refused, or was not read and the answer is as it was; never anything else. */
static void ask_damaged(size_t *refused, const char *question, const char *answer) {
  nonet *n;
  nonet_err err;
  nonet_code code = nonet_open_to_ask(&n, path, NULL, &err);
  if (!code) {
    char *text = answer_of(n, question, &code);
    if (!code) assert_string_equal(text, answer);
    if (code) assert_contains(text, path);
    free(text);
    nonet_free(n);
  }
  if (code) assert_int_equal(code, NONET_EINPUT);
  *refused += code != NONET_OK;
}

static void a_changed_byte_is_refused_or_was_not_read(void **state) {
  (void)state;
  for (int directed = 0; directed < 2; directed++) {
    size_t size, refused = 0;
    nonet_code code;
    nonet *n = small(directed);
    char *answer = answer_of(n, questions[0], &code);
    assert_int_equal(code, NONET_OK);
    nonet_free(asked_snapshot(n));
    unsigned char *bytes = bytes_of(&size);
    for (size_t i = 0; i < size; i++) {
      bytes[i] ^= 0x10;
      write_bytes(bytes, size);
      ask_damaged(&refused, questions[0], answer);
      bytes[i] ^= 0x10;
    }
    assert_true(refused > size / 3);
    free(answer);
    free(bytes);
    nonet_free(n);
  }
}

/* The same network beside another part, which no question comes to. */
static nonet *beside(void) {
  char text[16384] = "a-b:2@L b-d:1@M a-c@L c-e:3@M d-f:1@M e-f:2@L b-c:1 a-b:4@M c-c g-h z";
  for (size_t i = 0, at = strlen(text); i < 1000; i++)
    at += (size_t)snprintf(text + at, sizeof text - at, " y%zu-y%zu", i, i + 1);
  return net_of(text);
}

static void a_page_that_nobody_reads_is_told_by_asking_for_all(void **state) {
  (void)state;
  size_t size, refused = 0, refused_by_whole = 0;
  nonet_code code;
  nonet_err err;
  nonet *n = beside();
  char *answer = answer_of(n, questions[0], &code);
  assert_int_equal(code, NONET_OK);
  nonet_free(asked_snapshot(n));
  unsigned char *bytes = bytes_of(&size);
  assert_true(size > 8 * TRUST_PAGE);
  for (size_t i = 0; i < size; i += TRUST_PAGE / 8) {
    nonet *whole;
    bytes[i] ^= 0x10;
    write_bytes(bytes, size);
    size_t before = refused;
    ask_damaged(&refused, questions[0], answer);
    bool opened = nonet_open_to_ask(&whole, path, NULL, &err) == NONET_OK;
    bool told = !opened || nonet_check(whole, NULL, &err) != NONET_OK;
    assert_true(told);
    refused_by_whole += refused == before;
    if (opened) nonet_free(whole);
    bytes[i] ^= 0x10;
  }
  assert_true(refused > 0);
  assert_true(refused_by_whole > 0);
  free(answer);
  free(bytes);
  nonet_free(n);
}

/* The sums of a file that was changed, as its maker would make them. */
static void sum_again(unsigned char *bytes, size_t size) {
  struct snapshot_foot *foot = (void *)(bytes + size - sizeof *foot);
  const struct snapshot_section *section = (const void *)(bytes + foot->table);
  uint64_t *sum = (void *)(bytes + foot->table + foot->sections * sizeof *section);
  for (uint64_t from = 0; from < foot->table; from += TRUST_PAGE)
    *sum++ = checksum(bytes + from, foot->table - from < TRUST_PAGE ? (size_t)(foot->table - from) : TRUST_PAGE);
  foot->table_sum = checksum(bytes + foot->table, size - sizeof *foot - foot->table);
  foot->foot_sum = checksum(foot, offsetof(struct snapshot_foot, foot_sum));
}

/* Sanitizers look on: an answer may be wrong then, for the file says something else, but nothing outside of it is read. */
static void forge(bool directed) {
  static const unsigned char changes[] = {0x01, 0x80, 0xff};
  size_t size, refused = 0;
  nonet *n = small(directed);
  nonet_free(asked_snapshot(n));
  unsigned char *was = bytes_of(&size), *bytes = malloc(size);
  const struct snapshot_foot *foot = (const void *)(was + size - sizeof *foot);
  assert_non_null(bytes);
  for (size_t i = sizeof(struct snapshot_head); i < foot->table; i += 2 + i % 5) {
    nonet *forged;
    nonet_code code;
    memcpy(bytes, was, size);
    bytes[i] ^= changes[i % 3];
    sum_again(bytes, size);
    write_bytes(bytes, size);
    if (nonet_open_to_ask(&forged, path, NULL, NULL)) {
      refused++;
      continue;
    }
    free(answer_of(forged, questions[0], &code));
    refused += code != NONET_OK;
    nonet_free(forged);
  }
  assert_true(refused > 0);
  free(bytes);
  free(was);
  nonet_free(n);
}

static void a_forged_file_leads_nowhere_outside(void **state) {
  (void)state;
  forge(true);
  forge(false);
}

/* Bounds are those of one section, so what is found must be that one. */
static void a_section_that_comes_again_is_refused(void **state) {
  (void)state;
  size_t size;
  nonet *n = small(false);
  nonet_free(asked_snapshot(n));
  unsigned char *was = bytes_of(&size), *bytes = malloc(size);
  const struct snapshot_foot *foot = (const void *)(was + size - sizeof *foot);
  assert_non_null(bytes);
  for (size_t i = 0; i < foot->sections; i++) {
    memcpy(bytes, was, size);
    struct snapshot_section *section = (void *)(bytes + foot->table);
    if (section[i].id < SNAPSHOT_ARRAYS) continue;
    section[i].id = i % 2 ? SNAPSHOT_WORDS : SNAPSHOT_WORD_SLOTS;
    section[i].index = i % 3 == 0;
    sum_again(bytes, size);
    write_bytes(bytes, size);
    nonet *forged;
    nonet_err err;
    assert_int_equal(nonet_open_to_ask(&forged, path, NULL, &err), NONET_EINPUT);
    assert_contains(err.text, "comes again");
  }
  free(bytes);
  free(was);
  nonet_free(n);
}

/* The simple network is laid out by what the ends say of the ties. */
static void ends_that_are_not_those_of_the_ties_are_refused(void **state) {
  (void)state;
  size_t size, tried = 0;
  nonet *n = small(false);
  nonet_free(asked_snapshot(n));
  unsigned char *was = bytes_of(&size), *bytes = malloc(size);
  const struct snapshot_foot *foot = (const void *)(was + size - sizeof *foot);
  const struct snapshot_section *section = (const void *)(was + foot->table);
  assert_non_null(bytes);
  for (size_t i = 0; i < foot->sections; i++) {
    uint32_t id = section[i].id - SNAPSHOT_ARRAYS;
    if (section[i].id < SNAPSHOT_ARRAYS || snapshot_arrays[id].count != OF_ENDS) continue;
    for (size_t at = 0; at < section[i].bytes; at += 4, tried++) {
      nonet *forged;
      nonet_err err;
      memcpy(bytes, was, size);
      uint32_t *value = (void *)(bytes + section[i].offset + at);
      *value = *value ? *value - 1 : 1;
      sum_again(bytes, size);
      write_bytes(bytes, size);
      assert_int_equal(nonet_open(&forged, path, NULL, &err), NONET_EINPUT);
      assert_contains(err.text, "contradicts itself");
    }
  }
  assert_int_equal(tried, 4 * nonet_ties(n));
  free(bytes);
  free(was);
  nonet_free(n);
}

static void one_that_was_checked_is_like_any_other(void **state) {
  (void)state;
  nonet *n = small(false), *back = asked_snapshot(n), *view;
  nonet_err err;
  assert_ok(nonet_check(back, NULL, &err), err);
  assert_ok(nonet_view(&view, back, "layer:L", NULL, &err), err);
  nonet_free(back);
  assert_int_equal(nonet_ties(view), 3);
  nonet_free(view);
  nonet_free(n);
}

static int make_path(void **state) {
  (void)state;
  strcpy(path, "/tmp/nonet-asked-XXXXXX");
  int fd = mkstemp(path);
  return fd < 0 ? -1 : close(fd);
}

static int remove_path(void **state) {
  (void)state;
  return unlink(path);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(answers_are_those_of_the_whole_network),
      cmocka_unit_test(a_changed_byte_is_refused_or_was_not_read),
      cmocka_unit_test(a_page_that_nobody_reads_is_told_by_asking_for_all),
      cmocka_unit_test(a_forged_file_leads_nowhere_outside),
      cmocka_unit_test(a_section_that_comes_again_is_refused),
      cmocka_unit_test(ends_that_are_not_those_of_the_ties_are_refused),
      cmocka_unit_test(one_that_was_checked_is_like_any_other),
  };
  return cmocka_run_group_tests(tests, make_path, remove_path);
}
