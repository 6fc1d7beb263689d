/* Sheets made by hand, and what a page of them looks like. */
#ifndef NONET_TESTS_SHOW_PAGES_H
#define NONET_TESTS_SHOW_PAGES_H

#include "net/sheet.h"
#include "tests/test.h"

#include <stdlib.h>

/* A sheet of nodes with these keys and a number column "degree" (NaN: undefined). */
static inline nonet_sheet *sheet_with(const char *const *keys, const double *degree, size_t rows) {
  nonet_sheet *s = NULL;
  nonet_err err;
  double *column;
  assert_ok(sheet_new(&s, "nodes", "Nodes", NONET_BY_NODE, rows, &err), err);
  for (size_t i = 0; i < rows; i++)
    assert_ok(sheet_set_text(s, i, 0, keys[i], &err), err);
  assert_ok(sheet_add_numbers(&column, s, "degree", &err), err);
  for (size_t i = 0; i < rows; i++)
    column[i] = degree[i];
  return s;
}

/* The sheet as a page; frees the sheet. The text is the caller's to free. */
static inline char *page_of(nonet_sheet *s, const nonet_show_options *options) {
  const nonet_sheet *list[] = {s};
  nonet_out *o = NULL;
  nonet_err err;
  size_t size;
  assert_ok(nonet_out_memory(&o, &err), err);
  assert_ok(nonet_show(o, list, 1, options, &err), err);
  const char *bytes = nonet_out_bytes(o, &size);
  char *copy = malloc(size + 1);
  assert_non_null(copy);
  memcpy(copy, bytes, size + 1);
  nonet_out_free(o);
  nonet_sheet_free(s);
  return copy;
}

#endif
