/* Every row of the registry of measures, tomorrow's included: its texts, its results on corner graphs, in every way and together. */
#include "fixture/effort.h"
#include "fixture/net_of.h"
#include "fixture/registry.h"
#include "fixture/row.h"
#include "measure/known.h"
#include "tests/test.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- texts ---- */

static bool is_kebab(const char *name) {
  if (!islower((unsigned char)name[0])) return false;
  for (size_t i = 0; name[i]; i++)
    if (!islower((unsigned char)name[i]) && !isdigit((unsigned char)name[i]) && !(name[i] == '-' && isalnum((unsigned char)name[i + 1])))
      return false;
  return true;
}

static bool has_year(const char *source) {
  for (const char *at = source; *at; at++)
    if ((at[0] == '1' || at[0] == '2') && isdigit((unsigned char)at[1]) && isdigit((unsigned char)at[2]) && isdigit((unsigned char)at[3]))
      return true;
  return false;
}

/* One line of text that does not end in a dot (a sentence does). */
static void assert_text(const char *name, const char *what, const char *text, bool is_sentence) {
  if (!text || !*text) fail_msg("'%s' has no %s", name, what);
  size_t length = strlen(text);
  if (strpbrk(text, "\n\t")) fail_msg("the %s of '%s' is more than a line", what, name);
  if (text[0] == ' ' || text[length - 1] == ' ' || strstr(text, "  ")) fail_msg("the %s of '%s' has a space too many", what, name);
  if ((text[length - 1] == '.') != is_sentence) fail_msg("the %s of '%s' ends wrongly: %s", what, name, text);
  if (is_sentence && !isupper((unsigned char)text[0])) fail_msg("the %s of '%s' begins in lower case", what, name);
}

static void every_row_says_what_it_is_whence_it_comes_and_what_it_costs(void **state) {
  const struct measure_row *row;
  size_t i = 0;
  (void)state;
  for (; (row = measure_row_at(i)); i++) {
    const nonet_measure_info *info = &row->info;
    if (!is_kebab(info->name)) fail_msg("'%s' is not kebab-case", info->name);
    assert_text(info->name, "title", info->title, false);
    assert_text(info->name, "summary", info->summary, true);
    assert_text(info->name, "formula", info->formula, false);
    assert_text(info->name, "convention", info->convention, false);
    assert_text(info->name, "gap", info->undefined, false);
    assert_text(info->name, "source", info->source, false);
    assert_text(info->name, "cost", info->cost, false);
    if (!has_year(info->source)) fail_msg("the source of '%s' has no year", info->name);
    if (strncmp(info->cost, "O(", 2) != 0) fail_msg("the cost of '%s' is %s", info->name, info->cost);
    if (!(info->low <= info->high)) fail_msg("the range of '%s' is empty", info->name);
    if (info->normalised) assert_text(info->name, "divisor", info->normalised, false);
    if (info->parameter) assert_text(info->name, "parameter", info->parameter, false);
    if (!row->plain == !row->table) fail_msg("'%s' has no plain function, or is a table and has one", info->name);
    if (row->table) continue;
    if ((row->gaps == MEASURE_GAPS) != (strstr(info->undefined, "undefined") != NULL) && row->gaps != MEASURE_DEFINED_RAW)
      fail_msg("'%s' says of its gaps: %s", info->name, info->undefined);
  }
  assert_true(i > 0);
}

static void every_name_is_there_once(void **state) {
  const struct measure_row *a, *b;
  (void)state;
  for (size_t i = 0; (a = measure_row_at(i)); i++)
    for (size_t j = 0; j < i && (b = measure_row_at(j)); j++)
      if (!strcmp(a->info.name, b->info.name)) fail_msg("'%s' is there twice", a->info.name);
}

/* ---- results ---- */

static uint32_t neighbours_of(const nonet *n, uint32_t v) {
  const struct graph *g;
  nonet_err err;
  assert_ok(net_simple(&g, n, false, false, &err), err);
  return (uint32_t)(g->first[v + 1] - g->first[v]);
}

static uint32_t pairs_tied(const nonet *n) {
  uint32_t ends = 0;
  for (uint32_t v = 0; v < n->nodes; v++)
    ends += neighbours_of(n, v);
  return ends / 2;
}

static bool some_two_ties_meet(const nonet *n) {
  for (uint32_t v = 0; v < n->nodes; v++)
    if (neighbours_of(n, v) > 1) return true;
  return false;
}

enum answer { NO, YES, EITHER };

/* Is value i of a measure undefined here? What `undefined` says, in code, for the rows that all else rests on. */
static enum answer is_undefined(const struct measure_row *row, const nonet *n, size_t i) {
  const char *name = row->info.name;
  if (row->gaps != MEASURE_GAPS) return NO;
  if (!strcmp(name, "constraint")) return neighbours_of(n, (uint32_t)i) == 0;
  if (!strcmp(name, "clustering")) return neighbours_of(n, (uint32_t)i) < 2;
  if (!strcmp(name, "eigenvector")) return n->directed ? EITHER : pairs_tied(n) == 0;
  if (!strcmp(name, "algebraic-connectivity")) return n->nodes < 2;
  if (!strcmp(name, "diameter") || strstr(name, "-connectivity")) return n->nodes == 0;
  if (!strcmp(name, "mean-distance")) return pairs_tied(n) == 0;
  if (!strcmp(name, "efficiency") || !strcmp(name, "density")) return n->nodes < 2;
  if (!strcmp(name, "transitivity")) return !some_two_ties_meet(n);
  if (!strcmp(name, "reciprocity")) return !n->directed || pairs_tied(n) == 0;
  if (!strcmp(name, "centralisation-eigenvector")) return n->nodes < 3 ? YES : n->directed ? EITHER : pairs_tied(n) == 0;
  if (!strncmp(name, "centralisation-", 15)) return n->nodes < 3;
  if (!strcmp(name, "hub") || !strcmp(name, "authority")) return pairs_tied(n) == 0;
  if (!strcmp(name, "katz") || !strcmp(name, "bonacich-power")) return n->directed ? EITHER : pairs_tied(n) == 0;
  if (!strcmp(name, "group-closeness")) return n->nodes < 3; /* of a group of two */
  return EITHER;                                             /* what its own test checks */
}

static void on_corner_graphs_every_row_is_in_range_and_undefined_only_where_it_says(void **state) {
  const struct measure_row *row;
  const char *line;
  (void)state;
  for (size_t k = 0; (line = row_line(k)); k++) {
    nonet *n = net_of(line);
    for (size_t i = 0; (row = measure_row_at(i)); i++) {
      double *value = row_values(row, n, false, 1, false);
      for (size_t v = 0; value && v < measure_values(n, row->info.scope); v++) {
        enum answer gap = is_undefined(row, n, v);
        if (gap != EITHER && isnan(value[v]) != (gap == YES)) fail_msg("'%s' of %zu in \"%s\" is %g", row->info.name, v, line, value[v]);
        if (isnan(value[v]) || (value[v] >= row->info.low - 1e-12 && value[v] <= row->info.high + 1e-12 && isfinite(value[v]))) continue;
        fail_msg("'%s' of %zu in \"%s\" is %.17g, out of its range", row->info.name, v, line, value[v]);
      }
      free(value);
    }
    nonet_free(n);
  }
}

static void every_row_can_be_asked_for_by_name_in_every_way(void **state) {
  const struct measure_row *row;
  const char *line;
  (void)state;
  for (size_t k = 0; (line = row_line(k)); k++) {
    nonet *n = net_of(line);
    for (size_t i = 0; (row = measure_row_at(i)); i++)
      for (size_t turn = 0, ways = effort("NONET_WAYS", 4); turn < ways; turn++) { /* fewer: in turns, each network in another way */
        size_t way = (k + turn) % 4;
        nonet_measure_options options = {.weighted = way & 1, .normalised = way & 2, .verify = true};
        nonet_sheet *s;
        nonet_err err;
        char name[128];
        char parameter[64];
        snprintf(name, sizeof name, "%s%s%s", row->info.name, *row_parameter(parameter, row, n) ? ":" : "", parameter);
        nonet_code code = nonet_measure(&s, n, name, &options, NULL, &err);
        if (code == NONET_EUSAGE && !s) continue; /* not for such a network, or it wants names where there are none */
        if (code) fail_msg("'%s' on \"%s\" gave %d: %s", row->info.name, line, (int)code, err.text);
        if (!row->table) {
          assert_int_equal(nonet_sheet_rows(s), measure_values(n, row->info.scope));
          assert_int_equal(nonet_sheet_columns(s), nonet_sheet_key_columns(s) + 1);
        }
        nonet_sheet_free(s);
      }
    nonet_free(n);
  }
}

/* Its name, with its example where it has one. */
static const char *in_full(char text[128], const struct measure_row *row) {
  snprintf(text, 128, "%s%s%s", row->info.name, row->example ? ":" : "", row->example ? row->example : "");
  return text;
}

/* Is it for this network, asked for without names of nodes? */
static bool suits(const struct measure_row *row, const nonet *n) {
  char text[128];
  nonet_sheet *s = NULL;
  nonet_err err;
  if (registry_needs_names(row)) return false;
  nonet_code code = nonet_measure(&s, n, in_full(text, row), NULL, NULL, &err);
  if (code && code != NONET_EUSAGE) fail_msg("'%s' gave %d: %s", text, (int)code, err.text);
  nonet_sheet_free(s);
  return !code;
}

static void compare_together(const nonet *n, nonet_scope scope) {
  const struct measure_row *row;
  char names[4000] = "", text[128];
  nonet_sheet *all, *one;
  nonet_err err;
  for (size_t i = 0; (row = measure_row_at(i)); i++)
    if (row->info.scope == scope && suits(row, n)) strcat(strcat(names, in_full(text, row)), ",");
  if (!*names) return;
  assert_ok(nonet_measure(&all, n, names, NULL, NULL, &err), err);
  for (size_t i = 0, at = 0; (row = measure_row_at(i)); i++) {
    if (row->info.scope != scope || !suits(row, n)) continue;
    bool whole = scope == NONET_OF_WHOLE;
    size_t column = nonet_sheet_key_columns(all) + (whole ? 0 : at), rows = whole ? 1 : nonet_sheet_rows(all);
    assert_ok(nonet_measure(&one, n, in_full(text, row), NULL, NULL, &err), err);
    for (size_t r = 0; r < rows; r++)
      assert_near(nonet_sheet_number(all, whole ? at : r, column), nonet_sheet_number(one, r, nonet_sheet_key_columns(one)), 0);
    nonet_sheet_free(one);
    at++;
  }
  nonet_sheet_free(all);
}

static void measures_asked_together_are_those_asked_apart(void **state) {
  static const char *const lines[] = {"a=p b=p c=p x=q y=q z=q a-x a-y b-x b-y b-z c-z", "a=p b=p c=p x=q y=q z=q a>x a>y x>b b>y b>z z>c"};
  (void)state;
  for (size_t i = 0; i < 3; i++) {
    nonet *n = net_of(i < 2 ? lines[i] : karate);
    for (int scope = 0; scope <= NONET_OF_WHOLE; scope++)
      compare_together(n, (nonet_scope)scope);
    nonet_free(n);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_row_says_what_it_is_whence_it_comes_and_what_it_costs),
      cmocka_unit_test(every_name_is_there_once),
      cmocka_unit_test(on_corner_graphs_every_row_is_in_range_and_undefined_only_where_it_says),
      cmocka_unit_test(every_row_can_be_asked_for_by_name_in_every_way),
      cmocka_unit_test(measures_asked_together_are_those_asked_apart),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
