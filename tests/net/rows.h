/* Rows with places, for tests of sealing: "nodes.csv" is file 0, "ties.csv" file 1. */
#ifndef NONET_TESTS_NET_ROWS_H
#define NONET_TESTS_NET_ROWS_H

#include "tests/test.h"
#include <stdio.h>

static inline nonet_draft *rows_new(void) {
  nonet_draft *d;
  uint32_t file;
  nonet_err err;
  assert_ok(nonet_draft_new(&d, &err), err);
  assert_ok(nonet_draft_file(&file, d, "nodes.csv", &err), err);
  assert_ok(nonet_draft_file(&file, d, "ties.csv", &err), err);
  return d;
}

static inline uint32_t rows_node(nonet_draft *d, nonet_node_row row) {
  uint32_t number;
  nonet_err err;
  assert_ok(nonet_draft_node(&number, d, &row, &err), err);
  return number;
}

static inline uint32_t rows_tie(nonet_draft *d, nonet_tie_row row) {
  uint32_t number;
  nonet_err err;
  if (!row.origin.line) row.origin = (nonet_origin){1, nonet_draft_ties(d) + 2};
  assert_ok(nonet_draft_tie(&number, d, &row, &err), err);
  return number;
}

/* Seal and free the draft. */
static inline nonet *rows_seal(nonet_draft *d, nonet_seal_options options) {
  nonet *n;
  nonet_err err;
  assert_ok(nonet_seal(&n, d, &options, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

/* A sealing that must fail, with a text that contains a part. Frees the draft. */
static inline void rows_refused(nonet_draft *d, nonet_seal_options options, nonet_code code, const char *part) {
  nonet *n;
  nonet_err err;
  assert_int_equal(nonet_seal(&n, d, &options, NULL, &err), code);
  assert_null(n);
  assert_contains(err.text, part);
  nonet_draft_free(d);
}

/* Whether a list of notes has one that contains a part. */
static inline int rows_say(const char *(*note)(const nonet *, size_t), const nonet *n, const char *part) {
  for (size_t i = 0; note(n, i); i++)
    if (strstr(note(n, i), part)) return 1;
  return 0;
}

#endif
