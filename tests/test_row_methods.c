/* Every row of the registry of measures by another way: its second method, more threads, rows in another order. The values stay. */
#include "base/memory.h"
#include "fixture/effort.h"
#include "fixture/net_of.h"
#include "fixture/registry.h"
#include "fixture/row.h"
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>

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

/* ---- methods and threads ---- */

/* Judges that try every pair, or leave out every node: too slow for larger networks, which are there for the kernels' wide lanes. */
static bool has_slow_judge(const struct measure_row *row) {
  return strstr(row->info.name, "-connectivity") || strstr(row->info.name, "vulnerability");
}

static void compare_ways(const struct measure_row *row, nonet *n, bool weighted, bool large) {
  size_t count = measure_values(n, row->info.scope);
  double *one = row_values(row, n, weighted, 1, false);
  if (!one) return;
  double *plain = large && has_slow_judge(row) ? NULL : row_values(row, n, weighted, 1, true);
  for (size_t i = 0; plain && i < count; i++)
    if (!registry_near(one[i], plain[i], 1e-9))
      fail_msg("'%s' of %zu (%s%s) is %.17g, by its second method %.17g", row->info.name, i, n->directed ? "directed" : "undirected",
               weighted ? ", weighted" : "", one[i], plain[i]);
  for (unsigned threads = 2; threads <= 8; threads *= 4) {
    double *more = row_values(row, n, weighted, threads, false);
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
  double *a = row_values(row, n, true, 1, false), *b = row_values(row, m, true, 1, false);
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
  for (size_t k = 0, rounds = 12; k < rounds || row_line(k - rounds); k++) {
    uint32_t nodes = 2 + (uint32_t)chance_below(&c, 14);
    char *line = k < rounds ? random_line(&c, nodes, 0.3, k % 2, k % 4 > 1) : memory_text(row_line(k - rounds));
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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(fast_and_plain_agree_and_threads_change_no_bit),
      cmocka_unit_test(the_order_of_rows_changes_no_value),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
