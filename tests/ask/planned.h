/* What tests of the learning ledger share: plans made, written and read again. */
#ifndef NONET_TESTS_ASK_PLANNED_H
#define NONET_TESTS_ASK_PLANNED_H

#include "ask/asked.h"

#include <unistd.h>

UNUSED static nonet_ledger *ledger_new(void) {
  nonet_ledger *l;
  nonet_err err;
  assert_ok(nonet_ledger_new(&l, &err), err);
  return l;
}

UNUSED static nonet_answer *planned(nonet_ledger *l, const nonet *n, const char *goal, const nonet_edit *edits, size_t count) {
  nonet_plan_options how = {.edits = edits, .count = count, .goal = goal, .date = "2024-05-03"};
  nonet_answer *a;
  nonet_err err;
  assert_ok(nonet_plan(&a, l, n, &how, NULL, &err), err);
  return a;
}
#define PLANNED(l, n, goal, ...)                                                                                                           \
  planned(l, n, goal, (const nonet_edit[]){__VA_ARGS__}, sizeof((const nonet_edit[]){__VA_ARGS__}) / sizeof(nonet_edit))
#define JOIN(x, y)                                                                                                                         \
  { .kind = NONET_ADD_TIE, .a = (x), .b = (y) }
#define LEAVE(x)                                                                                                                           \
  { .kind = NONET_REMOVE_NODE, .a = (x) }
#define UNTIE(x, y)                                                                                                                        \
  { .kind = NONET_REMOVE_TIES, .a = (x), .b = (y) }

UNUSED static nonet_answer *reviewed(const nonet_ledger *l, const nonet *n) {
  nonet_answer *a;
  nonet_err err;
  assert_ok(nonet_review(&a, l, n, NULL, &err), err);
  return a;
}

/* A number of the one sheet of an answer. */
UNUSED static double number_at(const nonet_answer *a, size_t row, const char *column) {
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  return nonet_sheet_number(s, row, column_named(s, column));
}

UNUSED static const char *text_at(const nonet_answer *a, size_t row, const char *column) {
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  return nonet_sheet_text(s, row, column_named(s, column));
}

/* A ledger as it would be written; owned by the caller. */
UNUSED static char *written(const nonet_ledger *l) {
  nonet_out *o;
  nonet_err err;
  size_t size;
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_ledger_write(o, l), err);
  const char *bytes = nonet_out_bytes(o, &size);
  char *text = calloc(size + 1, 1);
  assert_non_null(text);
  memcpy(text, bytes, size);
  nonet_out_free(o);
  return text;
}

/* Read a text as a ledger, from a file that is gone afterwards. */
UNUSED static nonet_code read_text(nonet_ledger **out, const char *text, nonet_err *err) {
  char path[] = "/tmp/nonet-plan-XXXXXX";
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
  close(fd);
  nonet_code code = nonet_ledger_read(out, path, NULL, err);
  unlink(path);
  return code;
}

#endif
