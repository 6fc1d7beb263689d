/* One value of one measure, for tests: by measure, and by the key of the node or the number of the tie. */
#ifndef NONET_TESTS_MEASURE_VALUES_H
#define NONET_TESTS_MEASURE_VALUES_H

#include "fixture/net_of.h"
#include "measure/known.h"
#include "tests/test.h"

/* The sheet of one or more measures; fails the test where it cannot be had. */
static inline nonet_sheet *sheet_of(const nonet *n, const char *names, const nonet_measure_options *options) {
  nonet_sheet *s;
  nonet_err err;
  assert_ok(nonet_measure(&s, n, names, options, NULL, &err), err);
  return s;
}

static inline double value_with(const nonet *n, const char *name, const char *key, const nonet_measure_options *options) {
  nonet_sheet *s = sheet_of(n, name, options);
  double value = nonet_sheet_number(s, key ? node_of(n, key) : 0, nonet_sheet_key_columns(s));
  nonet_sheet_free(s);
  return value;
}

/* Of a node (or, key NULL, of the whole network). */
static inline double value_of(const nonet *n, const char *name, const char *key) {
  return value_with(n, name, key, NULL);
}

static inline double normalised_of(const nonet *n, const char *name, const char *key) {
  return value_with(n, name, key, &(nonet_measure_options){.normalised = true});
}

static inline double weighted_of(const nonet *n, const char *name, const char *key) {
  return value_with(n, name, key, &(nonet_measure_options){.weighted = true});
}

/* Of a tie, counted from 0 in the order of the line. */
static inline double tie_value(const nonet *n, const char *name, uint32_t tie) {
  nonet_sheet *s = sheet_of(n, name, NULL);
  double value = nonet_sheet_number(s, tie, nonet_sheet_key_columns(s));
  nonet_sheet_free(s);
  return value;
}

/* Does the code come with this text? */
#define assert_refused(line, names, options, code, part)                                                                                   \
  do {                                                                                                                                     \
    nonet *net_ = net_of(line);                                                                                                            \
    nonet_sheet *sheet_;                                                                                                                   \
    nonet_err err_;                                                                                                                        \
    assert_int_equal(nonet_measure(&sheet_, net_, names, options, NULL, &err_), code);                                                     \
    assert_null(sheet_);                                                                                                                   \
    assert_contains(err_.text, part);                                                                                                      \
    nonet_free(net_);                                                                                                                      \
  } while (0)

#endif
