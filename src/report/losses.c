/* What hangs on one node: for each node whose loss disconnects, who would no longer reach the largest part of what it held together.
 *
 * One breadth-first search over the network without the node for each such node: O(cut nodes * (n + m)). The cut nodes are known from the
 * measure `cut-node`, so nothing is searched for the others. */
#include "base/memory.h"
#include "net/net.h"
#include "report/facts.h"
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

struct search {
  const nonet *net;
  uint32_t *part, *queue; /* part of each node: 0 not seen, else its number */
};

/* Number everything that `from` reaches without passing `without`; returns how many. */
static uint32_t reach(struct search *s, uint32_t from, uint32_t without, uint32_t number) {
  const nonet *n = s->net;
  uint32_t head = 0, tail = 0;
  s->queue[tail++] = from;
  s->part[from] = number;
  while (head < tail) {
    uint32_t v = s->queue[head++];
    for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++) {
      uint32_t w = n->end_other[e];
      if (w == without || s->part[w]) continue;
      s->part[w] = number;
      s->queue[tail++] = w;
    }
  }
  return tail;
}

static nonet_code lose(struct loss *out, struct search *s, uint32_t node, nonet_err *err) {
  const nonet *n = s->net;
  uint32_t number = 0, largest = 0, largest_size = 0, total = 0;
  memset(s->part, 0, n->nodes * sizeof *s->part);
  for (uint64_t e = n->end_first[node]; e < n->end_first[node + 1]; e++) {
    uint32_t w = n->end_other[e];
    if (w == node || s->part[w]) continue;
    uint32_t size = reach(s, w, node, ++number);
    total += size;
    if (size > largest_size) largest = number, largest_size = size;
  }
  *out = (struct loss){.node = node, .lost = memory_array(total - largest_size, sizeof *out->lost)};
  if (!out->lost) return error_memory(err);
  for (uint32_t v = 0; v < n->nodes; v++)
    if (s->part[v] && s->part[v] != largest) out->lost[out->count++] = v;
  return NONET_OK;
}

static int by_loss(const void *a, const void *b) {
  const struct loss *x = a, *y = b;
  if (x->count != y->count) return x->count < y->count ? 1 : -1;
  return x->node < y->node ? -1 : x->node > y->node;
}

nonet_code facts_losses(struct facts *f, const nonet *n, const struct run *run, const nonet_sheet *nodes, nonet_err *err) {
  struct search s = {n, memory_array(n->nodes, sizeof *s.part), memory_array(n->nodes, sizeof *s.queue)};
  nonet_code code = s.part && s.queue ? NONET_OK : error_memory(err);
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
    if (!code) code = lose(&f->losses[f->loss_count], &s, v, err);
    if (!code) f->loss_count++;
  }
  if (f->loss_count) qsort(f->losses, f->loss_count, sizeof *f->losses, by_loss);
  free(s.part);
  free(s.queue);
  return code;
}
