/* Rows of nodes, kept one behind the other. */
#include "ask/trails.h"

#include "base/memory.h"
#include "net/key_order.h"

#include <stdlib.h>
#include <string.h>

bool trails_add(struct trails *t, const uint32_t *node, size_t count) {
  if (!memory_grow(&t->first, &t->first_room, t->count + 2, sizeof *t->first)) return false;
  if (!memory_grow(&t->node, &t->node_room, t->nodes + count, sizeof *t->node)) return false;
  if (count > 0) memcpy(t->node + t->nodes, node, count * sizeof *node);
  t->first[t->count++] = t->nodes;
  t->nodes += count;
  t->first[t->count] = t->nodes;
  return true;
}

void trails_free(struct trails *t) {
  free(t->node);
  free(t->first);
  *t = (struct trails){0};
}

struct trail_order {
  const struct trails *trails;
  const nonet *net;
};

static int compare(const void *a, const void *b, void *context) {
  const struct trail_order *order = context;
  const struct trails *t = order->trails;
  size_t x = *(const size_t *)a, y = *(const size_t *)b, count = trail_length(t, x);
  if (count != trail_length(t, y)) return count < trail_length(t, y) ? -1 : 1;
  for (size_t i = 0; i < count; i++) {
    int by_key = key_order(net_key(order->net, t->node[t->first[x] + i]), net_key(order->net, t->node[t->first[y] + i]));
    if (by_key) return by_key;
  }
  return x < y ? -1 : x > y;
}

nonet_code trails_sort(struct trails *t, const nonet *n, nonet_err *err) {
  struct trails sorted = {0};
  struct trail_order order = {t, n};
  size_t *at = memory_array(t->count, sizeof *at);
  bool good = at != NULL;
  for (size_t i = 0; good && i < t->count; i++)
    at[i] = i;
  if (good && t->count > 1) qsort_r(at, t->count, sizeof *at, compare, &order);
  for (size_t i = 0; good && i < t->count; i++)
    good = trails_add(&sorted, t->node + t->first[at[i]], trail_length(t, at[i]));
  free(at);
  if (!good) {
    trails_free(&sorted);
    return error_memory(err);
  }
  trails_free(t);
  *t = sorted;
  return NONET_OK;
}
