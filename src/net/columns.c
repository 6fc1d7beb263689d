/* Further columns of a sealed network: typed values, dense or sparse.
 *
 * How: a column that fewer than half of the rows fill keeps its rows in an ascending list beside the values; any other has a place for each
 * row. A column is one of numbers when every value in it is one. */
#include "base/memory.h"
#include "base/number.h"
#include "net/build.h"

#include <math.h>
#include <stdlib.h>

size_t net_column_at(const struct net_column *c, uint32_t row) {
  if (!c->row) return row < c->count && c->value[row] ? row : SIZE_MAX;
  size_t low = 0, high = c->count;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (c->row[mid] < row)
      low = mid + 1;
    else
      high = mid;
  }
  return low < c->count && c->row[low] == row ? low : SIZE_MAX;
}

nonet_code net_column_type(struct net_column *c, const struct words *words, nonet_err *err) {
  c->number = memory_array(c->count, sizeof *c->number);
  if (!c->number) return error_memory(err);
  size_t numbers = 0;
  for (size_t i = 0; i < c->count; i++) {
    c->number[i] = NAN;
    if (!c->value[i]) continue;
    if (number_parse(&c->number[i], words_text(words, c->value[i]), words_length(words, c->value[i]), '.') != NUMBER_OK) {
      numbers = 0;
      break;
    }
    numbers++;
  }
  if (numbers) return NONET_OK;
  free(c->number);
  c->number = NULL;
  return NONET_OK;
}

void net_columns_free(struct net_columns *c) {
  for (size_t i = 0; i < c->count; i++) {
    free(c->at[i].row);
    free(c->at[i].value);
    free(c->at[i].number);
  }
  free(c->at);
  *c = (struct net_columns){0};
}

static const char *column_name(const nonet *n, const struct net_columns *c, size_t column, bool *is_number) {
  if (is_number) *is_number = column < c->count && c->at[column].number;
  return column < c->count ? net_word(n, c->at[column].name) : NULL;
}

static const char *column_value(const nonet *n, const struct net_columns *c, size_t column, uint32_t row, double *number) {
  if (number) *number = NAN;
  size_t at = column < c->count ? net_column_at(&c->at[column], row) : SIZE_MAX;
  if (at == SIZE_MAX) return "";
  if (number && c->at[column].number) *number = c->at[column].number[at];
  return net_word(n, c->at[column].value[at]);
}

size_t nonet_node_columns(const nonet *n) {
  return n->node_columns.count;
}

const char *nonet_node_column(const nonet *n, size_t column, bool *is_number) {
  return column_name(n, &n->node_columns, column, is_number);
}

const char *nonet_node_value(const nonet *n, size_t column, uint32_t node, double *number) {
  return column_value(n, &n->node_columns, column, node, number);
}

size_t nonet_tie_columns(const nonet *n) {
  return n->tie_columns.count;
}

const char *nonet_tie_column(const nonet *n, size_t column, bool *is_number) {
  return column_name(n, &n->tie_columns, column, is_number);
}

const char *nonet_tie_value(const nonet *n, size_t column, uint32_t tie, double *number) {
  return column_value(n, &n->tie_columns, column, tie, number);
}
