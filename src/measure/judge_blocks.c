/* The judge of cohesive blocks: each is as cohesive as it says, lies within its parent, and in small networks none is missing. */
#include "measure/judge.h"

#include "base/memory.h"
#include "kernel/connectivity.h"
#include "net/igraph_border.h"

#include <stdlib.h>
#include <string.h>

/* The connectivity of some nodes among themselves, by igraph, which tries all pairs. */
static nonet_code connectivity(uint32_t *out, const struct graph *g, const uint8_t *inside, const struct measure_ask *ask, nonet_err *err) {
  igraph_vector_int_t ends;
  igraph_t sub;
  igraph_integer_t value = 0, count = 0, *number = memory_array(g->nodes, sizeof *number);
  struct border b;
  if (!number) return error_memory(err);
  for (uint32_t v = 0; v < g->nodes; v++)
    number[v] = inside[v] ? count++ : 0;
  border_enter(&b, ask->run);
  igraph_error_t code = igraph_vector_int_init(&ends, 0);
  for (uint32_t e = 0; !code && e < g->edges; e++) {
    if (!inside[g->tail[e]] || !inside[g->head[e]]) continue;
    code = igraph_vector_int_push_back(&ends, number[g->tail[e]]);
    if (!code) code = igraph_vector_int_push_back(&ends, number[g->head[e]]);
  }
  if (!code) code = igraph_create(&sub, &ends, count, false);
  if (!code) {
    if (count > 1) code = igraph_vertex_connectivity(&sub, &value, true);
    igraph_destroy(&sub);
  }
  igraph_vector_int_destroy(&ends);
  nonet_code done = border_result(&b, code, "connectivity", err);
  border_leave(&b);
  free(number);
  *out = (uint32_t)value;
  return done;
}

/* The members of a row, "A; B; C", marked; false where they cannot be told apart. */
static bool read_members(uint8_t *inside, const nonet_sheet *s, size_t row, const nonet *n, double size) {
  const char *at = nonet_sheet_text(s, row, judge_column(s, "members"));
  double count = 0;
  memset(inside, 0, n->nodes);
  while (*at) {
    const char *end = strstr(at, "; ");
    size_t length = end ? (size_t)(end - at) : strlen(at);
    char *key = memory_copy(at, length + 1, 1);
    uint32_t v = NONET_NONE;
    if (key) key[length] = '\0';
    bool found = key && !nonet_find_node(&v, n, key, NULL) && !inside[v];
    free(key);
    if (!found) return false;
    inside[v] = 1;
    count++;
    at += length + (end ? 2 : 0);
  }
  return count == size;
}

/* Every set of nodes of a connectivity must lie in a block of at least that. */
static nonet_code look_for_missing(const nonet_sheet *s, uint8_t *const *block, const struct graph *g, const struct measure_ask *ask,
                                   nonet_err *err) {
  uint8_t inside[16];
  nonet_code code = NONET_OK;
  for (uint32_t set = 1; !code && set < 1u << g->nodes; set++) {
    uint32_t k = 0;
    for (uint32_t v = 0; v < g->nodes; v++)
      inside[v] = set >> v & 1;
    code = connectivity(&k, g, inside, ask, err);
    bool found = code || k == 0;
    for (size_t row = 0; !found && row < nonet_sheet_rows(s); row++) {
      found = nonet_sheet_number(s, row, judge_column(s, "k")) >= k;
      for (uint32_t v = 0; found && v < g->nodes; v++)
        found = !inside[v] || block[row][v];
    }
    if (!found) code = judge_failed(s, "a block is missing", err);
  }
  return code;
}

static nonet_code check_row(bool *flows, const nonet_sheet *s, size_t row, uint8_t *const *block, const struct graph *g,
                            const struct measure_ask *ask, nonet_err *err) {
  size_t size_column = judge_column(s, "size"), k_column = judge_column(s, "k");
  const char *parent = nonet_sheet_text(s, row, 1);
  double size = nonet_sheet_number(s, row, size_column), k = nonet_sheet_number(s, row, k_column);
  uint32_t has = 0;
  for (size_t other = 0; *parent && other < nonet_sheet_rows(s); other++) {
    if (strcmp(nonet_sheet_text(s, other, 0), parent) != 0) continue;
    if (nonet_sheet_number(s, other, k_column) >= k) return judge_failed(s, "a parent is no less cohesive", err);
    for (uint32_t v = 0; v < g->nodes; v++)
      if (block[row][v] && !block[other][v]) return judge_failed(s, "a block is not within its parent", err);
  }
  if (size > 60) {
    *flows = false;
    return NONET_OK;
  }
  nonet_code code = connectivity(&has, g, block[row], ask, err);
  return code || has >= k ? code : judge_failed(s, "a block is less cohesive than it says", err);
}

static nonet_code check_all(struct buffer *said, const nonet_sheet *s, uint8_t **block, const struct graph *g,
                            const struct measure_ask *ask, nonet_err *err) {
  bool flows = true;
  nonet_code code = NONET_OK;
  for (size_t row = 0; row < nonet_sheet_rows(s); row++)
    if (!read_members(block[row], s, row, ask->net, nonet_sheet_number(s, row, judge_column(s, "size")))) {
      buffer_text(said, "not checked, as the members of a block cannot be told apart by their text");
      return NONET_OK;
    }
  for (size_t row = 0; !code && row < nonet_sheet_rows(s); row++)
    code = check_row(&flows, s, row, block, g, ask, err);
  buffer_text(said, "each block is within its parent");
  buffer_text(said, flows ? " and by igraph as cohesive as it says" : "; those of up to 60 members are by igraph as cohesive as they say");
  if (!code && g->nodes <= 8) {
    code = look_for_missing(s, block, g, ask, err);
    buffer_text(said, "; of all sets of nodes, all tried, none is missing");
  }
  return code;
}

nonet_code judge_cohesive_blocks(struct buffer *said, const nonet_sheet *s, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  size_t rows = nonet_sheet_rows(s);
  nonet_code code = pass_undirected(&g, ask, err);
  uint8_t **block = memory_zeroed(rows, sizeof *block);
  if (!code && !block) code = error_memory(err);
  for (size_t row = 0; !code && row < rows; row++)
    if (!(block[row] = memory_array(g->nodes, 1))) code = error_memory(err);
  if (!code) code = check_all(said, s, block, g, ask, err);
  for (size_t row = 0; block && row < rows; row++)
    free(block[row]);
  free(block);
  return code;
}
