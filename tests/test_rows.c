/* Every row of the registry of measures, tomorrow's included: its texts, its results on corner graphs and random networks, the second
 * method, renumbering, threads. */
#include "base/memory.h"
#include "fixture/effort.h"
#include "fixture/net_of.h"
#include "fixture/registry.h"
#include "measure/known.h"
#include "measure/pass.h"
#include "tests/test.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- networks to measure ---- */

/* The lines of all such tests, then published networks. */
static const char *line_at(size_t i) {
  size_t shared = 0;
  while (registry_line(shared))
    shared++;
  if (i < shared) return registry_line(i);
  static const char *const *const known[] = {&karate, &florentine_16, &davis_89, &kite};
  return i - shared < 4 ? *known[i - shared] : NULL;
}

/* A random network as a line: nodes n0.., ties with weights 1 .. 5, some repeated, some loops; or of two modes, odd and even ones, the
 * latter what partners work on. */
static char *random_line(struct chance *c, uint32_t nodes, double density, bool directed, bool two_modes) {
  size_t room = (size_t)nodes * 12 + (size_t)nodes * nodes * 24 + 1, at = 0;
  char *line = memory_zeroed(room, 1);
  for (uint32_t v = 0; v < nodes; v++)
    at += (size_t)sprintf(line + at, two_modes ? "n%u=%s " : "n%u ", v, v % 2 ? "p" : "plan");
  for (uint32_t v = 0; v < nodes; v++)
    for (uint32_t w = directed ? 0 : v; w < nodes; w++) {
      if (chance_share(c) >= (v == w ? density / 4 : density) || (two_modes && v % 2 == w % 2)) continue;
      uint32_t times = 1 + (chance_below(c, 10) == 0);
      while (times-- > 0)
        at += (size_t)sprintf(line + at, "n%u%cn%u:%u ", v, directed ? '>' : '-', w, 1 + (uint32_t)chance_below(c, 5));
    }
  return line;
}

/* ---- one row on one network ---- */

/* The least key above another one (NULL: of all), whatever the numbering; "" beyond the last. */
static const char *key_above(const nonet *n, const char *other) {
  const char *least = "";
  for (uint32_t v = 0; v < n->nodes; v++)
    if ((!other || strcmp(net_key(n, v), other) > 0) && (!*least || strcmp(net_key(n, v), least) < 0)) least = net_key(n, v);
  return least;
}

/* What stands behind the colon here, with the two least keys where the row's example names nodes. */
static const char *parameter_of(char text[64], const struct measure_row *row, const nonet *n) {
  const char *first = registry_needs_names(row) ? key_above(n, NULL) : "", *second = *first ? key_above(n, first) : "";
  return registry_parameter(text, row, first, second);
}

/* What a function needs, put together as nonet_measure does it. */
struct bench {
  nonet *net;
  struct measure_shared shared;
  nonet_measure_options options;
  nonet_run asked;
  struct run run;
  struct measure_ask ask;
  char parameter[64];
};

static void bench_start(struct bench *b, nonet *net, const struct measure_row *row, bool weighted, unsigned threads) {
  nonet_err err;
  *b = (struct bench){.net = net, .asked = {.threads = threads}};
  run_start(&b->run, &b->asked);
  b->ask = (struct measure_ask){.net = net,
                                .weighted = weighted && row->info.takes_weights && net->weighted,
                                .parameter = row->example && !row->parameter_is_text ? strtod(row->example, NULL) : (double)NAN,
                                .parameter_text = parameter_of(b->parameter, row, net),
                                .options = &b->options,
                                .run = &b->run,
                                .shared = &b->shared};
  assert_ok(net_simple(&b->ask.simple, net, net->directed, b->ask.weighted, &err), err);
}

/* The values of a row; NULL where it is a table, needs names of nodes, or is not for such a network (and says so). */
static double *run_row(const struct measure_row *row, nonet *net, bool weighted, unsigned threads, bool plain) {
  struct bench b;
  nonet_err err;
  if (row->table) return NULL;
  bench_start(&b, net, row, weighted, threads);
  size_t count = measure_values(net, row->info.scope);
  double *out = memory_array(count, sizeof *out);
  for (size_t i = 0; i < count; i++)
    out[i] = NAN;
  nonet_code code = (plain || !row->fast ? row->plain : row->fast)(out, &b.ask, &err);
  if (code && code != NONET_EUSAGE) fail_msg("'%s' gave %d: %s", row->info.name, (int)code, err.text);
  pass_free(&b.shared);
  if (!code) return out;
  free(out);
  return NULL;
}

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
  for (size_t k = 0; (line = line_at(k)); k++) {
    nonet *n = net_of(line);
    for (size_t i = 0; (row = measure_row_at(i)); i++) {
      double *value = run_row(row, n, false, 1, false);
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
  for (size_t k = 0; (line = line_at(k)); k++) {
    nonet *n = net_of(line);
    for (size_t i = 0; (row = measure_row_at(i)); i++)
      for (size_t turn = 0, ways = effort("NONET_WAYS", 4); turn < ways; turn++) { /* fewer: in turns, each network in another way */
        size_t way = (k + turn) % 4;
        nonet_measure_options options = {.weighted = way & 1, .normalised = way & 2, .verify = true};
        nonet_sheet *s;
        nonet_err err;
        char name[128];
        char parameter[64];
        snprintf(name, sizeof name, "%s%s%s", row->info.name, *parameter_of(parameter, row, n) ? ":" : "", parameter);
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

/* Judges that try every pair, or leave out every node: too slow for larger networks, which are there for the kernels' wide lanes. */
static bool has_slow_judge(const struct measure_row *row) {
  return strstr(row->info.name, "-connectivity") || strstr(row->info.name, "vulnerability");
}

static void compare_ways(const struct measure_row *row, nonet *n, bool weighted, bool large) {
  size_t count = measure_values(n, row->info.scope);
  double *one = run_row(row, n, weighted, 1, false);
  if (!one) return;
  double *plain = large && has_slow_judge(row) ? NULL : run_row(row, n, weighted, 1, true);
  for (size_t i = 0; plain && i < count; i++)
    if (!registry_near(one[i], plain[i], 1e-9))
      fail_msg("'%s' of %zu (%s%s) is %.17g, by its second method %.17g", row->info.name, i, n->directed ? "directed" : "undirected",
               weighted ? ", weighted" : "", one[i], plain[i]);
  for (unsigned threads = 2; threads <= 8; threads *= 4) {
    double *more = run_row(row, n, weighted, threads, false);
    if (memcmp(one, more, count * sizeof *one) != 0) fail_msg("'%s' changes with %u threads", row->info.name, threads);
    free(more);
  }
  free(one);
  free(plain);
}

static void fast_and_plain_agree_and_threads_change_no_bit(void **state) {
  const struct measure_row *row;
  struct chance c;
  (void)state;
  chance_start(&c, 20, 0);
  for (size_t round = 0, rounds = effort("NONET_ROWS", 38); round < rounds; round++) {
    bool directed = round % 2, large = round >= 36;
    uint32_t nodes = large ? 160 : (uint32_t)chance_below(&c, 24);
    char *line = random_line(&c, nodes, large ? 0.07 : 0.4 * chance_share(&c), directed, round % 4 > 1);
    nonet *n = net_of(line);
    for (size_t i = 0; (row = measure_row_at(i)); i++)
      for (int weighted = 0; weighted <= (row->info.takes_weights && !row->always_weighted); weighted++)
        compare_ways(row, n, weighted, large);
    nonet_free(n);
    free(line);
  }
}

/* ---- renumbering ---- */

/* The words of a line in another order; moved[i] is where word i went. */
static char *shuffled(const char *line, struct chance *c, size_t *moved, size_t *words) {
  char *copy = memory_text(line), *out = memory_zeroed(strlen(line) + 2, 1), *word[4000];
  size_t count = 0, order[4000];
  for (char *at = strtok(copy, " "); at; at = strtok(NULL, " "))
    word[count++] = at;
  for (size_t i = 0; i < count; i++)
    order[i] = i;
  for (size_t i = count; i > 1; i--) {
    size_t j = (size_t)chance_below(c, i), swap = order[i - 1];
    order[i - 1] = order[j], order[j] = swap;
  }
  for (size_t i = 0; i < count; i++) {
    moved[order[i]] = i;
    strcat(strcat(out, word[order[i]]), " ");
  }
  *words = count;
  free(copy);
  return out;
}

/* Which tie of a line is its word i: the number of ties before it; SIZE_MAX where the word is a node. */
static size_t tie_of_word(const char *line, size_t i) {
  size_t ties = 0;
  for (size_t word = 0; *line; word++) {
    size_t length = strcspn(line, " ");
    bool is_tie = strcspn(line, "->") < length;
    if (word == i) return is_tie ? ties : SIZE_MAX;
    ties += is_tie;
    line += length + (line[length] == ' ');
  }
  return SIZE_MAX;
}

static void compare_renumbered(const struct measure_row *row, const char *line, const char *other, nonet *n, nonet *m, const size_t *moved,
                               size_t words) {
  double *a = run_row(row, n, true, 1, false), *b = run_row(row, m, true, 1, false);
  const char *where = NULL;
  if (!a || !b) {
    if (a || b) fail_msg("'%s' is or is not for a network by the order of its rows", row->info.name);
    return;
  }
  if (row->info.scope == NONET_OF_WHOLE && !registry_near(a[0], b[0], 1e-9)) where = "the whole";
  for (uint32_t v = 0; row->info.scope == NONET_OF_NODES && v < n->nodes; v++)
    if (!registry_near(a[v], b[node_of(m, net_key(n, v))], 1e-9)) where = net_key(n, v);
  for (size_t w = 0; row->info.scope == NONET_OF_TIES && w < words; w++) {
    size_t tie = tie_of_word(line, w);
    if (tie != SIZE_MAX && !registry_near(a[tie], b[tie_of_word(other, moved[w])], 1e-9)) where = "a tie";
  }
  if (where) fail_msg("'%s' of %s changes with the order of rows in \"%s\"", row->info.name, where, line);
  free(a);
  free(b);
}

static void the_order_of_rows_changes_no_value(void **state) {
  const struct measure_row *row;
  struct chance c;
  (void)state;
  chance_start(&c, 21, 0);
  for (size_t k = 0, rounds = 12; k < rounds || line_at(k - rounds); k++) {
    uint32_t nodes = 2 + (uint32_t)chance_below(&c, 14);
    char *line = k < rounds ? random_line(&c, nodes, 0.3, k % 2, k % 4 > 1) : memory_text(line_at(k - rounds));
    size_t moved[4000], words;
    char *other = shuffled(line, &c, moved, &words);
    nonet *n = net_of(line), *m = net_of(other);
    for (size_t i = 0; (row = measure_row_at(i)); i++)
      compare_renumbered(row, line, other, n, m, moved, words);
    nonet_free(n);
    nonet_free(m);
    free(line);
    free(other);
  }
}

/* Can it be asked for by its name alone? */
static bool suits(const struct measure_row *row, const nonet *n) {
  return !registry_needs_names(row) && (n->two_modes || !row->info.needs_two_modes);
}

/* Its name, with its example where it has one. */
static const char *in_full(char text[128], const struct measure_row *row) {
  snprintf(text, 128, "%s%s%s", row->info.name, row->example ? ":" : "", row->example ? row->example : "");
  return text;
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
      cmocka_unit_test(fast_and_plain_agree_and_threads_change_no_bit),
      cmocka_unit_test(the_order_of_rows_changes_no_value),
      cmocka_unit_test(measures_asked_together_are_those_asked_apart),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
