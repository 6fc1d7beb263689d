/* What tests of gaps share: a question asked, its rows, and goals measured again in another way. */
#ifndef NONET_TESTS_ASK_GAPS_OF_H
#define NONET_TESTS_ASK_GAPS_OF_H

#include "fixture/net_of.h"
#include "tests/test.h"

#include <stdio.h>

static inline nonet_answer *gaps_of(const nonet *n, const nonet_gaps_options *o) {
  nonet_answer *a;
  nonet_err err;
  assert_ok(nonet_gaps(&a, n, o, NULL, &err), err);
  return a;
}

static inline void assert_gaps_refused(const nonet *n, const nonet_gaps_options *o, nonet_code want, const char *part) {
  nonet_answer *a = (nonet_answer *)(uintptr_t)1;
  nonet_err err = {0};
  assert_int_equal(nonet_gaps(&a, n, o, NULL, &err), want);
  assert_null(a);
  assert_contains(err.text, part);
}

static inline size_t gaps_column(const nonet_sheet *s, const char *name) {
  bool number;
  for (size_t c = 0; c < nonet_sheet_columns(s); c++)
    if (strcmp(nonet_sheet_column(s, c, &number), name) == 0) return c;
  fail_msg("no column %s", name);
  return 0;
}

static inline double gaps_number_at(const nonet_answer *a, size_t row, const char *column) {
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  return nonet_sheet_number(s, row, gaps_column(s, column));
}

/* "A-B" of a row of the first sheet. */
static inline const char *gaps_pair(const nonet_answer *a, size_t row) {
  static char text[256];
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  snprintf(text, sizeof text, "%s-%s", nonet_sheet_text(s, row, 0), nonet_sheet_text(s, row, 1));
  return text;
}

static inline bool gaps_says(const nonet_answer *a, const char *part) {
  for (size_t i = 0; nonet_answer_sentence(a, i); i++)
    if (strstr(nonet_answer_sentence(a, i), part)) return true;
  return false;
}

#define assert_says(answer, part)                                                                                                          \
  do {                                                                                                                                     \
    if (!gaps_says(answer, part)) fail_msg("no sentence contains \"%s\"; the first is \"%s\"", part, nonet_answer_sentence(answer, 0));    \
  } while (0)

/* The network with the first rows of the first sheet as ties. */
static inline nonet *gaps_closed(const nonet *n, const nonet_answer *a, size_t from, size_t count) {
  nonet_edit edit[16];
  nonet *then;
  nonet_err err;
  const nonet_sheet *s = nonet_answer_sheet(a, 0);
  assert_true(count <= 16);
  for (size_t i = 0; i < count; i++)
    edit[i] = (nonet_edit){
        .kind = NONET_ADD_TIE, .a = nonet_sheet_text(s, from + i, 0), .b = nonet_sheet_text(s, from + i, 1), .direction = NONET_UNDIRECTED};
  assert_ok(nonet_edited(&then, n, edit, count, NULL, &err), err);
  return then;
}

/* Distances by Floyd and Warshall, direction left out. */
static inline void gaps_distances(double *d, const nonet *n) {
  uint32_t nodes = nonet_nodes(n);
  for (uint32_t i = 0; i < nodes * nodes; i++)
    d[i] = i / nodes == i % nodes ? 0 : (double)INFINITY;
  for (uint32_t t = 0; t < nonet_ties(n); t++) {
    nonet_tie tie;
    nonet_tie_get(&tie, n, t);
    if (tie.from != tie.to) d[tie.from * nodes + tie.to] = d[tie.to * nodes + tie.from] = 1;
  }
  for (uint32_t k = 0; k < nodes; k++)
    for (uint32_t i = 0; i < nodes; i++)
      for (uint32_t j = 0; j < nodes; j++)
        if (d[i * nodes + k] + d[k * nodes + j] < d[i * nodes + j]) d[i * nodes + j] = d[i * nodes + k] + d[k * nodes + j];
}

static inline bool gaps_in_layer(const nonet *n, uint32_t v, const char *layer) {
  nonet_node node;
  nonet_node_get(&node, n, v);
  for (uint32_t l = 0; l < node.layer_count; l++)
    if (strcmp(nonet_layer_name(n, node.layers[l]), layer) == 0) return true;
  return false;
}

/* Mean of 1/distance between layers L and M of `of`, or how many pairs are within 2 steps (of node 0 where `one`). */
static inline double gaps_goal_again(const nonet *n, const nonet *of, const char *goal, bool one) {
  static double d[64 * 64];
  double sum = 0, pairs = 0;
  uint32_t nodes = nonet_nodes(n);
  assert_true(nodes <= 64);
  gaps_distances(d, n);
  for (uint32_t i = 0; i < nodes; i++)
    for (uint32_t j = i + 1; j < nodes; j++) {
      double x = d[i * nodes + j];
      bool counts = (gaps_in_layer(of, i, "L") && gaps_in_layer(of, j, "M")) || (gaps_in_layer(of, i, "M") && gaps_in_layer(of, j, "L"));
      if (strcmp(goal, "coverage") == 0) {
        sum += x <= 2 && (!one || i == 0);
      } else if (counts) {
        sum += 1 / x;
        pairs++;
      }
    }
  return strcmp(goal, "coverage") == 0 ? sum : pairs > 0 ? sum / pairs : 0;
}

/* What a goal of the library is at, by the measure of that name, with a sign so that more is better. */
static inline double gaps_goal_measured(const nonet *n, const char *measure, double sign) {
  nonet_sheet *s;
  nonet_err err;
  assert_ok(nonet_measure(&s, n, measure, NULL, NULL, &err), err);
  double value = sign * nonet_sheet_number(s, 0, gaps_column(s, "value"));
  nonet_sheet_free(s);
  return value;
}

#endif
