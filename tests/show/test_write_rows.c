/* Large tables as text: the same bytes whoever makes them, in memory and in a file, and an end where the run or the out ends it. */
#include "base/out.h"
#include "fixture/net_of.h"
#include "show/write.h"
#include "tests/test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { TIES = 270000, NODES = 20000 }; /* so many that two threads are worth it */

/* Ties of everything, some with long names, so that texts of all lengths meet at the borders of pieces. */
static nonet *large_net(void) {
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  assert_ok(nonet_draft_new(&d, &err), err);
  for (unsigned i = 0; i < TIES; i++) {
    char from[64], to[64];
    snprintf(from, sizeof from, i % 97 ? "n,%u" : "a name that is longer than a step %u", i % NODES);
    snprintf(to, sizeof to, i % 5 ? "b%u" : "%u", i * 7919u % NODES);
    nonet_tie_row row = {.from = from,
                         .to = to,
                         .kind = i % 3 ? "leads" : "funds \"well\"",
                         .layer = i % 4 ? "Health" : "A layer with a long name; and more",
                         .since = i % 7 ? NULL : "2000-08",
                         .source = i % 11 ? NULL : "minutes",
                         .weight = i / 8.0,
                         .has_weight = i % 2,
                         .direction = i % 13 ? NONET_UNDIRECTED : NONET_DIRECTED};
    uint32_t at;
    assert_ok(nonet_draft_tie(&at, d, &row, &err), err);
    if (i % 1000 == 0) assert_ok(nonet_draft_tie_attribute(d, at, "note", "one in a thousand", &err), err);
  }
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static nonet_out *written(const nonet *n, const char *format, unsigned threads) {
  nonet_out *o;
  nonet_err err;
  const nonet_run run = {.threads = threads};
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_write(o, n, format, &run, &err), err);
  return o;
}

static void the_bytes_are_the_same_at_any_number_of_threads(void **state) {
  static const char *const formats[] = {"dot", "csv", "json"};
  nonet *n = *state;
  for (size_t f = 0; f < 3; f++) {
    nonet_out *one = written(n, formats[f], 1);
    size_t size, lines = 0;
    const char *want = nonet_out_bytes(one, &size);
    for (size_t i = 0; i < size; i++)
      lines += want[i] == '\n';
    assert_true(lines > TIES);
    for (unsigned threads = 2; threads <= 32; threads *= 16) {
      nonet_out *many = written(n, formats[f], threads);
      size_t got;
      const char *bytes = nonet_out_bytes(many, &got);
      assert_int_equal(got, size);
      assert_memory_equal(bytes, want, size);
      assert_int_equal(bytes[got], 0);
      nonet_out_free(many);
    }
    nonet_out_free(one);
  }
}

static void a_descriptor_gets_what_memory_gets(void **state) {
  nonet *n = *state;
  nonet_err err;
  nonet_out *want = written(n, "json", 3), *o;
  char name[] = "test_write_rows.XXXXXX", *got;
  size_t size;
  const char *bytes = nonet_out_bytes(want, &size);
  int file = mkstemp(name);
  assert_true(file >= 0);
  unlink(name);
  assert_ok(nonet_out_descriptor(&o, file, name, &err), err);
  assert_ok(nonet_write(o, n, "json", &(nonet_run){.threads = 3}, &err), err);
  assert_ok(nonet_out_commit(o, &err), err);
  assert_int_equal(lseek(file, 0, SEEK_CUR), size);
  assert_non_null(got = malloc(size));
  assert_int_equal(pread(file, got, size, 0), size);
  assert_memory_equal(got, bytes, size);
  free(got);
  close(file);
  nonet_out_free(o);
  nonet_out_free(want);
}

static void an_out_that_fails_ends_the_writing(void **state) {
  nonet *n = *state;
  int file = open("/dev/full", O_WRONLY | O_CLOEXEC);
  if (file < 0) skip();
  for (unsigned threads = 1; threads <= 2; threads++) {
    nonet_err err;
    nonet_out *o;
    assert_ok(nonet_out_descriptor(&o, file, "/dev/full", &err), err);
    assert_int_equal(nonet_write(o, n, "dot", &(nonet_run){.threads = threads}, &err), NONET_EIO);
    assert_string_equal(err.text, "cannot write the network");
    nonet_out_free(o);
  }
  close(file);
}

struct stops {
  unsigned asked, at;
};

static bool stop(void *user) {
  struct stops *s = user;
  return ++s->asked >= s->at;
}

static void a_run_that_stops_ends_the_writing_within_whole_rows(void **state) {
  nonet *n = *state;
  nonet_out *whole = written(n, "csv", 1);
  size_t all;
  const char *want = nonet_out_bytes(whole, &all);
  for (unsigned threads = 1; threads <= 2; threads++)
    for (unsigned at = 1; at <= 3; at++) {
      struct stops stops = {.at = at};
      nonet_err err;
      nonet_out *o;
      size_t size;
      assert_ok(nonet_out_memory(&o, &err), err);
      assert_int_equal(nonet_write(o, n, "csv", &(nonet_run){.threads = threads, .stop = stop, .user = &stops}, &err), NONET_ESTOPPED);
      const char *got = nonet_out_bytes(o, &size);
      assert_true(size < all);
      assert_memory_equal(got, want, size);
      assert_int_equal(got[size - 1], '\n');
      nonet_out_free(o);
    }
  nonet_out_free(whole);
}

enum { ROWS = 2000000 };

/* Rows whose making fails from one on, as if memory were at its end. */
static void rows_that_fail(struct buffer *out, const void *of, uint32_t first, uint32_t end) {
  const uint32_t *bad = of;
  for (uint32_t i = first; i < end; i++)
    i >= *bad ? (void)(out->failed = true) : buffer_char(out, 'x');
}

static void rows_that_find_no_memory_end_the_writing(void **state) {
  (void)state;
  for (unsigned threads = 1; threads <= 8; threads += 7)
    for (uint32_t bad = 0; bad < ROWS; bad += ROWS / 4) {
      nonet_err err;
      nonet_out *o;
      struct run run;
      const nonet_run asked = {.threads = threads};
      size_t size;
      run_start(&run, &asked);
      assert_ok(nonet_out_memory(&o, &err), err);
      struct write_stream w = {.out = o, .run = &run, .err = &err};
      write_rows(&w, ROWS, rows_that_fail, &bad);
      write_rows(&w, ROWS, rows_that_fail, &bad);
      assert_int_equal(write_end(&w), NONET_ELIMIT);
      assert_string_equal(err.text, "out of memory");
      nonet_out_bytes(o, &size);
      assert_true(size <= bad);
      nonet_out_free(o);
    }
}

/* Rows that tell their number, some of them at length. */
static void rows_that_count(struct buffer *out, const void *of, uint32_t first, uint32_t end) {
  (void)of;
  for (uint32_t i = first; i < end; i++) {
    buffer_add(out, &i, sizeof i);
    for (uint32_t k = 0; i % 500000 == 7 && k < i; k++)
      buffer_char(out, 'x');
  }
}

static void rows_come_in_their_order_however_long_they_are(void **state) {
  (void)state;
  for (unsigned threads = 1; threads <= 8; threads += 7) {
    nonet_err err;
    nonet_out *o;
    struct run run;
    const nonet_run asked = {.threads = threads};
    run_start(&run, &asked);
    assert_ok(nonet_out_memory(&o, &err), err);
    struct write_stream w = {.out = o, .run = &run, .err = &err};
    buffer_text(&w.text, "head");
    write_rows(&w, ROWS, rows_that_count, NULL);
    buffer_text(&w.text, "foot");
    assert_int_equal(write_end(&w), NONET_OK);
    size_t size;
    const char *at = nonet_out_bytes(o, &size), *end = at + size;
    assert_memory_equal(at, "head", 4);
    at += 4;
    for (uint32_t i = 0; i < ROWS; i++) {
      uint32_t row;
      assert_true(end - at >= 4);
      memcpy(&row, at, sizeof row);
      if (row != i) fail_msg("row %u stands where row %u should", row, i);
      at += sizeof row + (i % 500000 == 7 ? i : 0);
    }
    assert_string_equal(at, "foot");
    nonet_out_free(o);
  }
}

static int start(void **state) {
  *state = large_net();
  return 0;
}

static int end(void **state) {
  nonet_free(*state);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_bytes_are_the_same_at_any_number_of_threads),
      cmocka_unit_test(a_descriptor_gets_what_memory_gets),
      cmocka_unit_test(an_out_that_fails_ends_the_writing),
      cmocka_unit_test(a_run_that_stops_ends_the_writing_within_whole_rows),
      cmocka_unit_test(rows_come_in_their_order_however_long_they_are),
      cmocka_unit_test(rows_that_find_no_memory_end_the_writing),
  };
  return cmocka_run_group_tests(tests, start, end);
}
