/* Judges of coverage: what each choice covers, and every choice of the same size or one less, where these can be tried. */
#include "measure/coverage.h"
#include "measure/judge.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static bool holds(const struct coverage *c, uint32_t set, uint32_t element) {
  for (uint64_t a = c->first[set]; a < c->first[set + 1]; a++)
    if (c->to[a] == element) return true;
  return false;
}

static bool covers(const struct coverage *c, const uint32_t *choice, uint32_t size, uint32_t times) {
  for (uint32_t e = 0; e < c->elements; e++) {
    uint32_t have = 0, due = c->sets_of[e] < times ? c->sets_of[e] : times;
    for (uint32_t i = 0; i < size && have < due; i++)
      have += holds(c, choice[i], e);
    if (have < due) return false;
  }
  return true;
}

/* How many choices of a size cover; UINT64_MAX: no memory, or told to stop. */
static uint64_t count_covers(const struct coverage *c, uint32_t size, uint32_t times, const struct measure_ask *ask) {
  uint32_t *choice = memory_array(size, sizeof *choice);
  uint64_t count = 0;
  if (!choice) return UINT64_MAX;
  judge_first_set(choice, size);
  do {
    count += covers(c, choice, size, times);
    if (run_check(ask->run, NULL)) count = UINT64_MAX;
  } while (count != UINT64_MAX && judge_next_set(choice, size, c->sets));
  free(choice);
  return count;
}

/* The choices of a sheet, each as sets. */
static nonet_code each_covers(uint32_t *size, const nonet_sheet *s, const struct coverage *c, uint32_t times, const nonet *n,
                              nonet_err *err) {
  size_t rows = nonet_sheet_rows(s);
  uint32_t *node, *place = memory_array(n->nodes, sizeof *place);
  nonet_code code = judge_nodes(&node, s, 1, n, err);
  *size = 0;
  if (!code && !place) code = error_memory(err);
  for (uint32_t v = 0; !code && v < n->nodes; v++)
    place[v] = NONET_NONE;
  for (uint32_t i = 0; !code && i < c->sets; i++)
    place[c->set[i]] = i;
  for (size_t row = 0; !code && row < rows; row++)
    if ((node[row] = place[node[row]]) == NONET_NONE) code = judge_failed(s, "a member is not one who may be chosen", err);
  for (size_t row = 0, end; !code && row < rows; row = end) {
    end = judge_set_end(s, row);
    if (*size && end - row != *size) code = judge_failed(s, "two choices differ in size", err);
    *size = (uint32_t)(end - row);
    if (!code && !covers(c, node + row, *size, times)) code = judge_failed(s, "a choice leaves something out", err);
  }
  if (!code && rows == 0 && !covers(c, NULL, 0, times)) code = judge_failed(s, "something is left out", err);
  free(node);
  free(place);
  return code;
}

nonet_code judge_coverage(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  struct coverage c = {0};
  const char *kind, *proved = nonet_sheet_note(s, 0);
  uint32_t times, size;
  nonet_code code = coverage_times(&times, &kind, ask->parameter_text, err);
  if (!code) code = coverage_start(&c, ask, kind, "coverage", err);
  if (!code) code = each_covers(&size, s, &c, times, ask->net, err);
  if (!code) buffer_text(said, "each choice reaches all");
  double steps = code ? 0 : (judge_sets(size, c.sets) + judge_sets(size ? size - 1 : 0, c.sets)) * (c.elements + 1.0) * (size + 1.0);
  if (!code && size && steps <= JUDGE_STEPS && proved && strstr(proved, "fewer cannot")) {
    uint64_t same = count_covers(&c, size, times, ask), fewer = count_covers(&c, size - 1, times, ask);
    size_t listed = nonet_sheet_rows(s) / size;
    if (same == UINT64_MAX || fewer == UINT64_MAX)
      code = run_check(ask->run, err) ? NONET_ESTOPPED : error_memory(err);
    else if (fewer > 0)
      code = judge_failed(s, "a smaller choice does", err);
    else if (same != listed && (same <= listed || listed < 20))
      code = judge_failed(s, "the number of choices is another", err);
    buffer_text(said, ", none of one less, all tried, does, and of that size as many as are said");
  }
  coverage_free(&c);
  return code;
}

nonet_code judge_strategy_coverage(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  struct coverage c;
  nonet_code code = coverage_start(&c, ask, "", "strategy-coverage", err);
  if (code) return code;
  size_t count = judge_column(s, "partners"), only = judge_column(s, "only-partner");
  if (nonet_sheet_rows(s) != c.elements) code = judge_failed(s, "strategies are left out", err);
  for (uint32_t e = 0; !code && e < c.elements; e++) {
    uint32_t partners = 0, last = 0;
    for (uint32_t i = 0; i < c.sets; i++)
      if (holds(&c, i, e)) partners++, last = c.set[i];
    if (!judge_alike(nonet_sheet_number(s, e, count), partners)) code = judge_failed(s, "a strategy has other partners", err);
    if (!code && strcmp(nonet_sheet_text(s, e, only), partners == 1 ? net_key(ask->net, last) : "") != 0)
      code = judge_failed(s, "another partner is the only one", err);
  }
  if (!code) buffer_text(said, "partners, pair by pair, agree");
  coverage_free(&c);
  return code;
}
