/* Further columns: values of rows become values of nodes and ties.
 *
 * A tie is its row, so its columns are copied. Rows of nodes may come again: values of one node are brought together by sorting (node,
 * row), the first that is not empty counts, and another that differs is an error unless nodes are merged. */
#include "base/memory.h"
#include "net/seal.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct cell {
  uint32_t owner, row, word; /* node or tie; row and word of the draft */
};

static int by_owner_and_row(const void *left, const void *right) {
  const struct cell *a = left, *b = right;
  if (a->owner != b->owner) return a->owner < b->owner ? -1 : 1;
  return a->row < b->row ? -1 : a->row > b->row;
}

/* The cells of a draft's column, ascending by owner. */
static nonet_code read_cells(struct cell **out, size_t *count, const struct draft_column *c, const uint32_t *owner_of_row, nonet_err *err) {
  struct cell *cell = memory_array(c->count, sizeof *cell);
  if (!cell) return error_memory(err);
  size_t used = 0;
  bool sorted = true;
  for (size_t i = 0; i < c->count; i++) {
    uint32_t row = c->is_dense ? (uint32_t)i : c->pair[i].row, word = c->is_dense ? c->word[i] : c->pair[i].word;
    if (!word) continue;
    cell[used] = (struct cell){owner_of_row ? owner_of_row[row] : row, row, word};
    sorted = sorted && (used == 0 || cell[used - 1].owner < cell[used].owner);
    used++;
  }
  if (!sorted) qsort(cell, used, sizeof *cell, by_owner_and_row);
  *out = cell;
  *count = used;
  return NONET_OK;
}

static nonet_code contradict(const struct seal *s, const struct draft_column *c, const struct cell *was, const struct cell *now,
                             nonet_err *err) {
  return error_at(err, NONET_EINPUT, seal_node_file(s, now->row), seal_node_line(s, now->row),
                  "node '%s' was declared at %s:%" PRIu64 " with %s '%s', now '%s' (--merge-nodes keeps the first)",
                  draft_text(s->d, s->node[now->owner].key), seal_node_file(s, was->row), seal_node_line(s, was->row),
                  draft_text(s->d, c->name), draft_text(s->d, was->word), draft_text(s->d, now->word));
}

/* One cell for each owner: the first. */
static nonet_code keep_first(struct cell *cell, size_t *count, struct seal *s, const struct draft_column *c, nonet_err *err) {
  size_t kept = 0;
  for (size_t i = 0; i < *count; i++) {
    if (kept == 0 || cell[kept - 1].owner != cell[i].owner) {
      cell[kept++] = cell[i];
      continue;
    }
    if (cell[kept - 1].word == cell[i].word) continue;
    if (!s->o.merge_nodes) {
      nonet_code code = seal_reject(s, false, cell[i].row, contradict(s, c, &cell[kept - 1], &cell[i], err), err);
      if (code) return code;
      continue;
    }
    seal_doubt(&s->merged, seal_node_file(s, cell[i].row), seal_node_line(s, cell[i].row));
  }
  *count = kept;
  return NONET_OK;
}

static nonet_code fill_column(struct net_column *out, struct seal *s, const struct cell *cell, size_t count, uint32_t owners,
                              nonet_err *err) {
  bool sparse = count < owners / 2;
  out->count = sparse ? count : owners;
  out->value = memory_zeroed(out->count, sizeof *out->value);
  if (sparse) out->row = memory_array(count, sizeof *out->row);
  if (!out->value || (sparse && !out->row)) return error_memory(err);
  for (size_t i = 0; i < count; i++) {
    uint32_t word = seal_word(s, cell[i].word);
    if (word == WORDS_NONE) return error_memory(err);
    out->value[sparse ? i : cell[i].owner] = word;
    if (sparse) out->row[i] = cell[i].owner;
  }
  return net_column_type(out, s->words, err);
}

static nonet_code seal_column(struct net_column *out, struct seal *s, const struct draft_column *c, bool of_ties, nonet_err *err) {
  struct cell *cell = NULL;
  size_t count = 0;
  out->name = seal_word(s, c->name);
  if (out->name == WORDS_NONE) return error_memory(err);
  nonet_code code = read_cells(&cell, &count, c, of_ties ? NULL : s->node_of_row, err);
  if (!code && !of_ties) code = keep_first(cell, &count, s, c, err);
  if (!code) code = fill_column(out, s, cell, count, of_ties ? s->n->ties : s->nodes, err);
  free(cell);
  return code;
}

static nonet_code seal_table(struct net_columns *out, struct seal *s, const struct draft_table *t, bool of_ties, nonet_err *err) {
  out->at = memory_zeroed(t->columns, sizeof *out->at);
  if (!out->at) return error_memory(err);
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < t->columns && !code; i++) {
    code = seal_column(&out->at[i], s, &t->column[i], of_ties, err);
    out->count++;
    if (!code) code = seal_go_on(s, i * 64, err);
  }
  return code;
}

nonet_code seal_columns(struct seal *s, nonet_err *err) {
  nonet_code code = seal_table(&s->n->node_columns, s, &s->d->node, false, err);
  return code ? code : seal_table(&s->n->tie_columns, s, &s->d->tie, true, err);
}
