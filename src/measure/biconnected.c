/* Biconnected blocks and the block-cut tree: each block with its members, cut nodes marked; a cut node is a member of several blocks.
 *
 * Source: R. Tarjan 1972, doi:10.1137/0201010. */
#include "base/memory.h"
#include "kernel/lowpoint.h"
#include "measure/judge.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct member {
  uint32_t block, node;
};

static int by_block(const void *a, const void *b) {
  const struct member *x = a, *y = b;
  if (x->block != y->block) return x->block < y->block ? -1 : 1;
  return x->node < y->node ? -1 : x->node > y->node;
}

/* Both ends of each edge are members of its block; each once, in order. Returns how many. */
static size_t gather(struct member *out, const struct graph *g, const uint32_t *block) {
  size_t count = 0, ends = 0;
  for (uint32_t e = 0; e < g->edges; e++) {
    out[ends++] = (struct member){block[e], g->tail[e]};
    out[ends++] = (struct member){block[e], g->head[e]};
  }
  qsort(out, ends, sizeof *out, by_block);
  for (size_t i = 0; i < ends; i++)
    if (i == 0 || by_block(&out[i], &out[i - 1]) != 0) out[count++] = out[i];
  return count;
}

static nonet_code make_sheet(nonet_sheet **out, const struct member *members, size_t count, const uint8_t *cut, const nonet *n,
                             nonet_err *err) {
  double *is_cut;
  nonet_code code = sheet_new(out, "biconnected-blocks", "Biconnected blocks", NONET_BY_SET, count, err);
  if (!code) code = sheet_add_numbers(&is_cut, *out, "cut-node", err);
  for (size_t i = 0; !code && i < count; i++) {
    char set[16];
    snprintf(set, sizeof set, "%" PRIu32, members[i].block + 1);
    is_cut[i] = cut[members[i].node];
    code = sheet_set_text(*out, i, 0, set, err);
    if (!code) code = sheet_set_text(*out, i, 1, net_key(n, members[i].node), err);
  }
  return code;
}

static nonet_code biconnected(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  nonet_code code = pass_undirected(&g, ask, err);
  if (code) return code;
  struct lowpoint low = {.cut = memory_zeroed(g->nodes, 1), .block = memory_array(g->edges, sizeof *low.block)};
  struct member *members = memory_array(2 * (size_t)g->edges, sizeof *members);
  code = low.cut && low.block && members ? pass_result(lowpoint(&low, g), ask, err) : error_memory(err);
  if (!code) code = make_sheet(out, members, gather(members, g, low.block), low.cut, ask->net, err);
  free(low.cut);
  free(low.block);
  free(members);
  return code;
}

static const struct measure_row rows[] = {
    {.info =
         {.name = "biconnected-blocks",
          .title = "Biconnected blocks and the block-cut tree",
          .summary = "Which groups no single departure can part, and which partners hold two or more of them together.",
          .scope = NONET_OF_TABLE,
          .low = 0,
          .high = INFINITY,
          .formula = "maximal sets of ties of which every two lie on a common cycle; a cut node is a member of several",
          .convention =
              "the block-cut tree ties each block to its cut nodes (column cut-node); a bridge is a block of two; direction is left out of "
              "account",
          .undefined = "no block for an isolate",
          .source = "Tarjan, R. (1972) Depth-first search and linear graph algorithms, doi:10.1137/0201010",
          .cost = "O(n + m)"},
     .reads_undirected = true,
     .table = biconnected,
     .check = judge_biconnected},
};

const struct measure_rows biconnected_rows = {rows, sizeof rows / sizeof *rows};
