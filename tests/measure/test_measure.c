/* What rows of the registry promise in words, held against what they do: values of isolates and of networks too small, weights that they
 * cannot take, counts of paths beyond the range of numbers. */
#include "measure/measure.h"

#include "measure/values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the sentence about what is undefined ---- */

/* A promise begins with a text, holds on a network for a node (NULL: for the whole), and has a value. */
static const struct promise {
  const char *says;
  bool at_start;
  const char *line, *node;
  double value;
} promises[] = {
    {"0 for an isolate", true, "a-b b-c c-a i", "i", 0},
    {"0 for an isolate", true, "a>b b>c c>a i", "i", 0},
    {"; 0 for an isolate", false, "a=p b=q c=p i=q a-b b-c", "i", 0},
    {"0 for an isolate", true, "a=p b=q c=p i=q a-b b-c", "i", 0},
    {"1 for an isolate", true, "a-b b-c c-a i", "i", 1},
    {"undefined for an isolate", true, "a-b b-c c-a i", "i", NAN},
    {"undefined for a node with fewer than 2 neighbours", true, "a-b b-c c-d", "d", NAN},
    {"undefined for a node with fewer than 2 neighbours", true, "a=p b=q c=p a-b b-c", "a", NAN},
    {"0 for a node with fewer than 2 neighbours", true, "a-b b-c c-d", "d", 0},
    {"undefined below 2 neighbours", true, "a-b b-c c-d", "d", NAN},
    {"undefined without ties", false, "a=p b=q c=p d=q", "a", NAN},
    {"a node that reaches nobody", false, "a>b b>c", "c", 0},
    {"a node that points to nobody", false, "a>b b>c", "c", 0},
    {"undefined for fewer than 2 nodes", false, "a", NULL, NAN},
    {"undefined below 2 nodes", false, "a", NULL, NAN},
    {"undefined for fewer than 3 nodes", true, "a-b", NULL, NAN},
    {"undefined for a network without nodes", false, "", NULL, NAN},
    {"undefined without ties", false, "a=p b=q c=p d=q", NULL, NAN},
    {"0 for a network without nodes", false, "", NULL, 0},
    {"0 without ties", false, "a=p b=q c=p", NULL, 0},
    {"0 for a single node", true, "a", NULL, 0},
    {"1 for a single node", true, "a", NULL, 1},
    {"0 where the network is disconnected", false, "a-b c-d", NULL, 0},
    {"undefined where no two ties meet", true, "a-b c-d", NULL, NAN},
    {"undefined where no pair has a path", true, "a b", NULL, NAN},
};

static bool is_said(const struct promise *p, const struct measure_row *row) {
  const char *at = strstr(row->info.undefined, p->says);
  if (!at || row->table || (p->at_start && at != row->info.undefined)) return false;
  return row->info.scope == (p->node ? NONET_OF_NODES : NONET_OF_WHOLE) && !strstr(at, "with --normalised undefined without ties");
}

/* Its name and what needs to stand behind the colon; false where nodes have to be named. */
static bool in_full(char text[128], const struct measure_row *row) {
  snprintf(text, 128, "%s%s%s", row->info.name, row->example ? ":" : "", row->example ? row->example : "");
  return !row->info.parameter || strncmp(row->info.parameter, "A;", 2) != 0;
}

static size_t hold_against(const struct promise *p) {
  const struct measure_row *row;
  size_t held = 0;
  nonet *n = net_of(p->line);
  for (size_t i = 0; (row = measure_row_at(i)); i++) {
    char name[128];
    nonet_sheet *s;
    nonet_err err;
    if (!is_said(p, row) || !in_full(name, row)) continue;
    if (nonet_measure(&s, n, name, NULL, NULL, &err)) continue; /* not for such a network, and it says why */
    double value = nonet_sheet_number(s, p->node ? node_of(n, p->node) : 0, nonet_sheet_key_columns(s));
    if (isnan(p->value) != isnan(value) || fabs(value - p->value) > 1e-12)
      fail_msg("'%s' says \"%s\" and is %g on \"%s\"", name, row->info.undefined, value, p->line);
    nonet_sheet_free(s);
    held++;
  }
  nonet_free(n);
  return held;
}

static void what_is_said_of_isolates_and_small_networks_is_so(void **state) {
  size_t held = 0;
  (void)state;
  for (size_t i = 0; i < sizeof promises / sizeof *promises; i++) {
    size_t here = hold_against(&promises[i]);
    if (here == 0) fail_msg("no measure says \"%s\" on \"%s\"", promises[i].says, promises[i].line);
    held += here;
  }
  assert_true(held > 100);
}

/* ---- weights ---- */

/* a - b - c of two modes; the tie b - c stands in line 3 and has this weight. */
static nonet *weighing(double weight) {
  static const char *const key[] = {"a", "b", "c"}, *const kind[] = {"p", "q", "p"};
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  uint32_t file;
  assert_ok(nonet_draft_new(&d, &err), err);
  assert_ok(nonet_draft_file(&file, d, "ties.csv", &err), err);
  for (int i = 0; i < 3; i++)
    assert_ok(nonet_draft_node(NULL, d, &(nonet_node_row){.key = key[i], .kind = kind[i]}, &err), err);
  for (int i = 0; i < 2; i++) {
    nonet_tie_row tie = {
        .from = key[i], .to = key[i + 1], .weight = i ? weight : 2, .has_weight = true, .origin = {.file = file, .line = (uint64_t)i + 2}};
    assert_ok(nonet_draft_tie(NULL, d, &tie, &err), err);
  }
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

/* Must this row refuse it? */
static bool refuses(const struct measure_row *row, double weight) {
  return row->needs == NET_WEIGHTS_POSITIVE ? weight <= 0 : row->needs == NET_WEIGHTS_NOT_NEGATIVE && weight < 0;
}

static void every_row_refuses_the_weights_that_it_cannot_take_and_names_the_tie(void **state) {
  static const double weights[] = {0, -3};
  const struct measure_row *row;
  size_t refused = 0, taken = 0;
  (void)state;
  for (size_t w = 0; w < sizeof weights / sizeof *weights; w++) {
    nonet *n = weighing(weights[w]);
    for (size_t i = 0; (row = measure_row_at(i)); i++) {
      char name[128];
      nonet_sheet *s;
      nonet_err err;
      if ((!row->info.takes_weights && !row->always_weighted) || !in_full(name, row)) continue;
      nonet_code code = nonet_measure(&s, n, name, &(nonet_measure_options){.weighted = true}, NULL, &err);
      if (refuses(row, weights[w]) != (code == NONET_EINPUT) && code != NONET_EUSAGE)
        fail_msg("'%s' with a weight of %g gave %d: %s", name, weights[w], (int)code, code ? err.text : "");
      if (code == NONET_EINPUT && !strstr(err.text, "ties.csv:3: tie b - c has weight"))
        fail_msg("'%s' does not name the tie: %s", name, err.text);
      refused += code == NONET_EINPUT;
      taken += code == NONET_OK;
      nonet_sheet_free(s);
    }
    nonet_free(n);
  }
  assert_true(refused > 30 && taken > 0);
}

static void a_weight_that_is_no_number_never_comes_so_far(void **state) {
  static const double weights[] = {NAN, INFINITY, -INFINITY};
  (void)state;
  for (size_t w = 0; w < sizeof weights / sizeof *weights; w++) {
    nonet_draft *d;
    nonet *n = NULL;
    nonet_err err;
    assert_ok(nonet_draft_new(&d, &err), err);
    nonet_tie_row tie = {.from = "a", .to = "b", .weight = weights[w], .has_weight = true};
    nonet_code code = nonet_draft_tie(NULL, d, &tie, &err);
    if (!code) code = nonet_seal(&n, d, NULL, NULL, &err);
    assert_int_equal(code, NONET_EINPUT);
    assert_null(n);
    nonet_draft_free(d);
  }
}

/* ---- counts of paths ---- */

/* 1100 steps, two nodes at each, all four ties between one step and the next: 2^1100 shortest paths from end to end. Kinds in turn. */
static nonet *many_paths(void) {
  enum { STEPS = 1100 };
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  char key[4][16];
  assert_ok(nonet_draft_new(&d, &err), err);
  for (int step = 0; step < STEPS; step++)
    for (int i = 0; i < 2; i++) {
      snprintf(key[0], sizeof key[0], "%c%d", i ? 'y' : 'x', step);
      assert_ok(nonet_draft_node(NULL, d, &(nonet_node_row){.key = key[0], .kind = step % 2 ? "p" : "q"}, &err), err);
    }
  for (int step = 1; step < STEPS; step++)
    for (int i = 0; i < 4; i++) {
      snprintf(key[0], sizeof key[0], "%c%d", i & 1 ? 'y' : 'x', step - 1);
      snprintf(key[1], sizeof key[1], "%c%d", i & 2 ? 'y' : 'x', step);
      assert_ok(nonet_draft_tie(NULL, d, &(nonet_tie_row){.from = key[0], .to = key[1]}, &err), err);
    }
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

static void a_count_of_paths_beyond_the_range_of_numbers_is_scaled_or_refused(void **state) {
  static const char *const names[] = {"betweenness",
                                      "stress",
                                      "load",
                                      "opsahl-betweenness",
                                      "two-mode-betweenness",
                                      "tie-betweenness",
                                      "centralisation-betweenness",
                                      "group-betweenness:x500;y500",
                                      "closeness",
                                      "harmonic",
                                      "mean-distance"};
  (void)state;
  nonet *n = many_paths();
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    nonet_sheet *s;
    nonet_err err;
    nonet_code code = nonet_measure(&s, n, names[i], NULL, NULL, &err);
    if (code && (code != NONET_ELIMIT || (!strstr(err.text, "paths") && !strstr(err.text, "range"))))
      fail_msg("'%s' gave %d: %s", names[i], (int)code, err.text);
    for (size_t row = 0; !code && row < nonet_sheet_rows(s); row++)
      if (!isfinite(nonet_sheet_number(s, row, nonet_sheet_key_columns(s)))) fail_msg("'%s' is no number", names[i]);
    nonet_sheet_free(s);
  }
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_said_of_isolates_and_small_networks_is_so),
      cmocka_unit_test(every_row_refuses_the_weights_that_it_cannot_take_and_names_the_tie),
      cmocka_unit_test(a_weight_that_is_no_number_never_comes_so_far),
      cmocka_unit_test(a_count_of_paths_beyond_the_range_of_numbers_is_scaled_or_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
