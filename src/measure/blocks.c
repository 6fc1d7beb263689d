/* Cohesion: cohesive blocks (k-components) as a nested tree, how deep each node lies in it, biconnected blocks, the block-cut tree,
 * trusses.
 *
 * Exact by our own kernel: igraph 0.10.2's cohesive blocks are wrong on Zachary's karate club (its blocks are not maximal).
 *
 * Sources: (1) J. Moody, D. R. White 2003, doi:10.2307/3088904; (2) R. Tarjan 1972, doi:10.1137/0201010; (3) J. Cohen 2008, Trusses:
 * cohesive subgraphs for social network analysis. */
#include "kernel/blocks.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "kernel/truss.h"
#include "measure/judge.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static nonet_code start(struct blocks *b, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  struct kernel_watch watch = pass_watch(ask);
  nonet_code code = pass_undirected(&g, ask, err);
  return code ? code : pass_result(blocks_start(b, g, &watch), ask, err);
}

static nonet_code cohesion(double *out, const struct measure_ask *ask, nonet_err *err) {
  struct blocks b;
  uint32_t n = ask->net->nodes, *depth = memory_array(n, sizeof *depth);
  nonet_code code = depth ? start(&b, ask, err) : error_memory(err);
  if (!code) {
    blocks_depth(depth, &b, n);
    for (uint32_t v = 0; v < n; v++)
      out[v] = depth[v];
    blocks_free(&b);
  }
  free(depth);
  return code;
}

static nonet_code set_id(nonet_sheet *s, size_t row, size_t column, uint32_t id, nonet_err *err) {
  char text[16];
  snprintf(text, sizeof text, "%" PRIu32, id + 1);
  return sheet_set_text(s, row, column, text, err);
}

/* The keys of some nodes in one cell, separated by ';'. */
static nonet_code set_members(nonet_sheet *s, size_t row, size_t column, const nonet *n, const uint32_t *node, uint64_t count,
                              nonet_err *err) {
  struct buffer text = {0};
  for (uint64_t i = 0; i < count; i++) {
    if (i) buffer_text(&text, "; ");
    buffer_text(&text, net_key(n, node[i]));
  }
  nonet_code code = text.failed ? error_memory(err) : sheet_set_text(s, row, column, buffer_string(&text), err);
  buffer_free(&text);
  return code;
}

static nonet_code cohesive_blocks(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct blocks b = {0};
  double *k, *size;
  size_t members;
  nonet_code code = start(&b, ask, err);
  if (!code) code = sheet_new(out, "cohesive-blocks", "Cohesive blocks", NONET_BY_TREE, b.count, err);
  if (!code) code = sheet_add_numbers(&k, *out, "k", err);
  if (!code) code = sheet_add_numbers(&size, *out, "size", err);
  if (!code) code = sheet_add_texts(&members, *out, "members", err);
  for (uint32_t i = 0; !code && i < b.count; i++) {
    k[i] = b.k[i];
    size[i] = (double)(b.first[i + 1] - b.first[i]);
    code = set_id(*out, i, 0, i, err);
    if (!code && b.parent[i] != BLOCKS_NONE) code = set_id(*out, i, 1, b.parent[i], err);
    if (!code) code = set_members(*out, i, members, ask->net, b.node + b.first[i], b.first[i + 1] - b.first[i], err);
  }
  blocks_free(&b);
  return code;
}

static nonet_code on_ties(double *out, const uint32_t *of_edge, uint32_t edges, const nonet *n) {
  for (uint32_t e = 0; e < edges; e++) {
    size_t count;
    const uint32_t *ties = net_simple_ties(n, false, e, &count);
    for (size_t i = 0; i < count; i++)
      out[ties[i]] = of_edge[e];
  }
  return NONET_OK;
}

static nonet_code tie_truss(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  struct kernel_watch watch = pass_watch(ask);
  uint32_t *number = NULL;
  nonet_code code = pass_undirected(&g, ask, err);
  if (!code && !(number = memory_array(g->edges, sizeof *number))) code = error_memory(err);
  if (!code) code = pass_result(truss(number, g, &watch), ask, err);
  if (!code) code = on_ties(out, number, g->edges, ask->net);
  free(number);
  return code;
}

static igraph_error_t call_truss(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  igraph_vector_int_t number;
  igraph_error_t code = igraph_vector_int_init(&number, 0);
  (void)weights, (void)ask;
  if (code) return code;
  code = igraph_trussness(g, &number);
  if (!code) code = through_whole(out, &number);
  igraph_vector_int_destroy(&number);
  return code;
}

static nonet_code tie_truss_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  double *number = NULL;
  uint32_t *whole = NULL;
  nonet_code code = pass_undirected(&g, ask, err);
  if (code) return code;
  number = memory_array(g->edges, sizeof *number);
  whole = memory_array(g->edges, sizeof *whole);
  code = number && whole ? through_igraph(number, g->edges, ask, true, THROUGH_NONE, call_truss, err) : error_memory(err);
  for (uint32_t e = 0; !code && e < g->edges; e++)
    whole[e] = (uint32_t)number[e];
  if (!code) code = on_ties(out, whole, g->edges, ask->net);
  free(number);
  free(whole);
  return code;
}

#define MOODY "Moody, J., White, D. R. (2003) Structural cohesion and embeddedness, doi:10.2307/3088904"

static const struct measure_row rows[] = {
    {.info = {.name = "cohesion",
              .title = "Structural cohesion (nestedness)",
              .summary = "How many partners would have to leave before this one could be cut off from the firmest group that it is in.",
              .scope = NONET_OF_NODES,
              .low = 0,
              .high = INFINITY,
              .formula =
                  "greatest k of a k-component (maximal set that stays connected when any fewer than k of it are lost) that the node is in",
              .convention =
                  "two tied nodes are connected by 1, so a complete set of k + 1 has k; direction is left out of account; simple network",
              .undefined = "0 for an isolate",
              .source = MOODY,
              .cost = "O(n + m) up to k = 2, above it flows in each block"},
     .reads_undirected = true,
     .plain = cohesion},
};

static const struct measure_row tie_rows[] = {
    {.info = {.name = "truss",
              .title = "Truss number",
              .summary = "How firmly a tie is held up by shared contacts of its two ends.",
              .scope = NONET_OF_TIES,
              .low = 2,
              .high = INFINITY,
              .formula = "greatest k for which the tie is in a set of ties of which each closes k - 2 triangles within the set",
              .convention = "2 for a tie in no triangle; of the pair, however many ties it carries; direction is left out of account",
              .undefined = "undefined for a loop",
              .source =
                  "Cohen, J. (2008) Trusses: cohesive subgraphs for social network analysis, National Security Agency technical report",
              .cost = "O(m^1.5 log n)"},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = tie_truss_by_igraph,
     .fast = tie_truss},
};

static const struct measure_row table_rows[] = {
    {.info =
         {.name = "cohesive-blocks",
          .title = "Cohesive blocks",
          .summary = "Which groups hold together however many fewer than k of their members leave, and which lie within which.",
          .scope = NONET_OF_TABLE,
          .low = 1,
          .high = INFINITY,
          .formula = "maximal sets of nodes that stay connected when any fewer than k of them are lost, for every k",
          .convention =
              "each set once, with its greatest k; its parent is the least block around it; blocks of one k may share fewer than k nodes; "
              "direction is left out of account",
          .undefined = "no block for an isolate",
          .source = MOODY,
          .cost = "O(n + m) up to k = 2, above it flows in each block"},
     .reads_undirected = true,
     .table = cohesive_blocks,
     .check = judge_cohesive_blocks},
};

const struct measure_rows cohesion_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows truss_rows = {tie_rows, sizeof tie_rows / sizeof *tie_rows};
const struct measure_rows blocks_rows = {table_rows, sizeof table_rows / sizeof *table_rows};
