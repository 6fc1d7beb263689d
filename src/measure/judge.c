/* What the judges of tables share: rows to nodes, parts, sets one after the other, measures by their second method. */
#include "measure/judge.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

nonet_code judge_failed(const nonet_sheet *s, const char *what, nonet_err *err) {
  return error_set(err, NONET_EINTERNAL, "'%s' failed its check: %s", nonet_sheet_name(s), what);
}

nonet_code judge_nodes(uint32_t **out, const nonet_sheet *s, size_t column, const nonet *n, nonet_err *err) {
  size_t rows = nonet_sheet_rows(s);
  uint32_t *node = memory_array(rows, sizeof *node);
  nonet_code code = node ? NONET_OK : error_memory(err);
  for (size_t row = 0; !code && row < rows; row++)
    if (nonet_find_node(&node[row], n, nonet_sheet_text(s, row, column), err)) code = judge_failed(s, "a row names no node", err);
  *out = code ? NULL : node;
  if (code) free(node);
  return code;
}

size_t judge_set_end(const nonet_sheet *s, size_t row) {
  size_t end = row + 1;
  while (end < nonet_sheet_rows(s) && !strcmp(nonet_sheet_text(s, end, 0), nonet_sheet_text(s, row, 0)))
    end++;
  return end;
}

size_t judge_column(const nonet_sheet *s, const char *name) {
  bool number;
  for (size_t c = 0; c < nonet_sheet_columns(s); c++)
    if (!strcmp(nonet_sheet_column(s, c, &number), name)) return c;
  return 0;
}

bool judge_tied(const struct graph *g, uint32_t from, uint32_t to) {
  uint64_t low = g->first[from], end = g->first[from + 1], high = end;
  while (low < high) {
    uint64_t middle = low + (high - low) / 2;
    if (g->to[middle] < to)
      low = middle + 1;
    else
      high = middle;
  }
  return low < end && g->to[low] == to;
}

uint32_t judge_parts(const struct graph *g, const uint8_t *gone) {
  uint32_t parts = 0, *queue = memory_array(g->nodes, sizeof *queue);
  uint8_t *seen = memory_copy(gone, g->nodes, 1);
  if (!queue || !seen) parts = UINT32_MAX;
  for (uint32_t v = 0; parts != UINT32_MAX && v < g->nodes; v++) {
    size_t head = 0, tail = 0;
    if (seen[v]) continue;
    seen[v] = 1;
    queue[tail++] = v;
    for (parts++; head < tail; head++)
      for (int side = 0; side < (g->directed ? 2 : 1); side++) {
        const uint64_t *first = side ? g->in_first : g->first;
        const uint32_t *to = side ? g->in_to : g->to;
        for (uint64_t a = first[queue[head]]; a < first[queue[head] + 1]; a++)
          if (!seen[to[a]]) seen[to[a]] = 1, queue[tail++] = to[a];
      }
  }
  free(queue);
  free(seen);
  return parts;
}

void judge_first_set(uint32_t *set, uint32_t k) {
  for (uint32_t i = 0; i < k; i++)
    set[i] = i;
}

bool judge_next_set(uint32_t *set, uint32_t k, uint32_t n) {
  uint32_t i = k;
  while (i > 0 && set[i - 1] == n - k + i - 1)
    i--;
  if (i == 0) return false;
  set[i - 1]++;
  for (; i < k; i++)
    set[i] = set[i - 1] + 1;
  return true;
}

double judge_sets(uint32_t k, uint32_t n) {
  double sets = k <= n;
  for (uint32_t i = 0; i < k && i < n; i++)
    sets *= (double)(n - i) / (i + 1);
  return sets;
}

nonet_code judge_plain(double *out, const char *measure, const char *parameter, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_row *row = measure_row_find(measure, strlen(measure));
  struct measure_ask other = *ask;
  other.parameter_text = parameter;
  other.parameter = NAN;
  other.normalised = false;
  for (size_t i = 0; i < measure_values(ask->net, row->info.scope); i++)
    out[i] = NAN;
  return row->plain(out, &other, err);
}

bool judge_alike(double a, double b) {
  if (isnan(a) || isnan(b)) return isnan(a) && isnan(b);
  return fabs(a - b) <= 1e-8 * fmax(1, fmax(fabs(a), fabs(b)));
}
