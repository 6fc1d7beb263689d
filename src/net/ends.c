/* The arrays of ends: who stands at the far end of each tie of a node.
 *
 * How: ties are counted at their nodes, put into the rows in the order of ties with their far ends, and then each row is ordered by itself.
 *   row of u, ties ascending:  u: (v,t1) (w,t4) (v,t6) ...   ->   u: (v,t1) (v,t6) (w,t4) ...
 * The first passes write to places all over the memory, so places are found some steps before they are written to, and asked for
 * meanwhile; the last one goes through memory from end to end.
 * With several threads each writes the rows of some of the nodes: no two write to one place, and the arrays are the same. O(n + m log n),
 * one temporary of 8 bytes an end. */
#include "base/memory.h"
#include "base/team.h"
#include "net/build.h"
#include "net/row_order.h"

#include <stdlib.h>
#include <string.h>

#define AHEAD 64u                          /* ends whose places are found together */
#define WORTH_A_THREAD ((uint32_t)1 << 17) /* ties */

/* What all threads see. Part p has the nodes from bound[p] up to bound[p + 1]. */
#define MOST_PARTS 8u
struct build {
  nonet *n;
  struct row_end *row; /* the rows in the order of ties */
  uint64_t *at;        /* the next free place of each node's row */
  uint32_t bound[MOST_PARTS + 1];
};

/* An end on its way to the row of `node`. Steps are gathered where they may be of another part as well, and overwritten then. */
struct step {
  uint32_t node;
  struct row_end end;
};

static void count_some(uint64_t *first, const uint32_t *node, unsigned count) {
  for (unsigned i = 0; i < count; i++)
    __builtin_prefetch(&first[node[i] + 1], 1);
  for (unsigned i = 0; i < count; i++)
    first[node[i] + 1]++;
}

static void count_ends(void *context, size_t part, unsigned worker) {
  const struct build *b = context;
  nonet *n = b->n;
  uint32_t low = b->bound[part], size = b->bound[part + 1] - low, node[AHEAD + 2];
  unsigned count = 0;
  (void)worker;
  for (uint32_t t = 0; t < n->ties; t++) {
    node[count] = n->tie_from[t];
    count += node[count] - low < size; /* no branch, for nobody could foretell it */
    node[count] = n->tie_to[t];
    count += node[count] - low < size;
    if (count < AHEAD) continue;
    count_some(n->end_first, node, count);
    count = 0;
  }
  count_some(n->end_first, node, count);
}

/* Where ends go: the next free places of their nodes' rows. */
static void find_places(uint64_t *place, uint64_t *at, const struct step *step, unsigned count) {
  for (unsigned i = 0; i < count; i++)
    __builtin_prefetch(&at[step[i].node], 1);
  for (unsigned i = 0; i < count; i++)
    place[i] = at[step[i].node]++;
}

static void put_in_rows(struct row_end *row, uint64_t *at, const struct step *step, unsigned count) {
  uint64_t place[AHEAD + 1];
  find_places(place, at, step, count);
  for (unsigned i = 0; i < count; i++)
    __builtin_prefetch(&row[place[i]], 1);
  for (unsigned i = 0; i < count; i++)
    row[place[i]] = step[i].end;
}

static void fill_rows(void *context, size_t part, unsigned worker) {
  const struct build *b = context;
  const nonet *n = b->n;
  uint32_t low = b->bound[part], size = b->bound[part + 1] - low;
  struct step step[AHEAD + 2];
  unsigned count = 0;
  (void)worker;
  for (uint32_t t = 0; t < n->ties; t++) {
    uint32_t from = n->tie_from[t], to = n->tie_to[t];
    step[count] = (struct step){from, {to, t}};
    count += from - low < size;
    step[count] = (struct step){to, {from, t}};
    count += to - low < size;
    if (count < AHEAD) continue;
    put_in_rows(b->row, b->at, step, count);
    count = 0;
  }
  put_in_rows(b->row, b->at, step, count);
}

/* Bits of the greatest number of a node. */
static unsigned bits_of(const nonet *n) {
  unsigned bits = 1;
  while (bits < 32 && (n->nodes - 1) >> bits)
    bits++;
  return bits;
}

static void order_rows(void *context, size_t part, unsigned worker) {
  const struct build *b = context;
  const nonet *n = b->n;
  unsigned bits = bits_of(n);
  (void)worker;
  for (uint32_t v = b->bound[part]; v < b->bound[part + 1]; v++) {
    uint64_t first = n->end_first[v];
    row_order(n->end_other + first, n->end_tie + first, b->row + first, n->end_first[v + 1] - first, bits);
  }
}

static void start_rows(const struct build *b) {
  for (uint32_t v = 0; v < b->n->nodes; v++)
    b->at[v] = b->n->end_first[v];
}

/* Cut the nodes into parts with about as many ends each. */
static void cut_by_ends(struct build *b, unsigned parts) {
  const nonet *n = b->n;
  uint64_t ends = n->end_first[n->nodes];
  uint32_t v = 0;
  for (unsigned p = 1; p < parts; p++) {
    while (v < n->nodes && n->end_first[v] < ends / parts * p)
      v++;
    b->bound[p] = v;
  }
}

static void fill(struct build *b, unsigned parts) {
  nonet *n = b->n;
  for (unsigned p = 0; p <= parts; p++)
    b->bound[p] = (uint32_t)((uint64_t)n->nodes * p / parts);
  team_run(parts, parts, count_ends, b, NULL);
  for (uint32_t v = 0; v < n->nodes; v++)
    n->end_first[v + 1] += n->end_first[v];
  cut_by_ends(b, parts);
  start_rows(b);
  team_run(parts, parts, fill_rows, b, NULL);
  team_run(parts, parts, order_rows, b, NULL);
}

nonet_code net_build_ends_by(nonet *n, unsigned threads, nonet_err *err) {
  uint64_t ends = 2 * (uint64_t)n->ties;
  struct build b = {.n = n};
  unsigned worth = n->ties / WORTH_A_THREAD, parts = threads < worth ? threads : worth;
  if (parts > MOST_PARTS) parts = MOST_PARTS;
  n->end_first = memory_large((size_t)n->nodes + 1, sizeof *n->end_first);
  n->end_other = memory_large(ends, sizeof *n->end_other);
  n->end_tie = memory_large(ends, sizeof *n->end_tie);
  b.row = memory_large(ends, sizeof *b.row);
  b.at = memory_large(n->nodes, sizeof *b.at);
  nonet_code code = n->end_first && n->end_other && n->end_tie && b.row && b.at ? NONET_OK : error_memory(err);
  if (!code) {
    memset(n->end_first, 0, ((size_t)n->nodes + 1) * sizeof *n->end_first);
    fill(&b, parts ? parts : 1);
  }
  free(b.row);
  free(b.at);
  return code;
}

nonet_code net_build_ends(nonet *n, nonet_err *err) {
  return net_build_ends_by(n, 1, err);
}
