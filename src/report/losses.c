/* What hangs on one node: for each node whose loss disconnects, who would no longer reach the largest part of what it held together.
 *
 * The cut nodes are known from the measure `cut-node`, so nothing is searched for the others; each of them is asked as a what-if is
 * (ask/whatif_parts.h): O(cut nodes * (n + m)). */
#include "ask/whatif_parts.h"
#include "base/memory.h"
#include "net/net.h"
#include "report/facts.h"
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

static int by_node(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* All groups but the first, which is the greatest. */
static nonet_code lose(struct loss *out, const nonet *n, uint32_t node, nonet_err *err) {
  struct parts parts;
  size_t count = 0;
  nonet_code code = parts_without(&parts, n, node, err);
  if (code) return code;
  for (uint32_t g = 1; g < parts.groups; g++)
    count += parts.group[g].count;
  *out = (struct loss){.node = node, .lost = memory_array(count, sizeof *out->lost)};
  for (uint32_t g = 1; out->lost && g < parts.groups; g++) {
    memcpy(out->lost + out->count, parts.node + parts.group[g].first, parts.group[g].count * sizeof *out->lost);
    out->count += parts.group[g].count;
  }
  parts_free(&parts);
  if (!out->lost) return error_memory(err);
  qsort(out->lost, count, sizeof *out->lost, by_node);
  return NONET_OK;
}

static int by_loss(const void *a, const void *b) {
  const struct loss *x = a, *y = b;
  if (x->count != y->count) return x->count < y->count ? 1 : -1;
  return x->node < y->node ? -1 : x->node > y->node;
}

nonet_code facts_losses(struct facts *f, const nonet *n, const struct run *run, const nonet_sheet *nodes, nonet_err *err) {
  nonet_code code = NONET_OK;
  size_t column = 0;
  while (column < nonet_sheet_columns(nodes) && strcmp(nonet_sheet_column(nodes, column, NULL), "cut-node") != 0)
    column++;
  size_t cuts = 0;
  for (uint32_t v = 0; v < n->nodes; v++)
    cuts += nonet_sheet_number(nodes, v, column) > 0;
  if (!code && !(f->losses = memory_zeroed(cuts, sizeof *f->losses))) code = error_memory(err);
  for (uint32_t v = 0; !code && v < n->nodes; v++) {
    if (!(nonet_sheet_number(nodes, v, column) > 0)) continue;
    code = run_check(run, err);
    if (!code) code = lose(&f->losses[f->loss_count], n, v, err);
    if (!code) f->loss_count++;
  }
  if (f->loss_count) qsort(f->losses, f->loss_count, sizeof *f->losses, by_loss);
  return code;
}
