/* Layers that join everybody to everybody.
 *
 * How: the pairs of each layer are sorted and counted once; a layer of at least 8 nodes with 19 of 20 pairs tied is complete for the eye.
 * Its ties are taken away by the view that does that for anybody (without:LAYER), so layout, widths and legend follow by themselves.
 * Why: the lines of a layer such as "distance" cover all others, and the one sentence that they mean can be said in words. */
#include "show/complete.h"

#include "base/memory.h"

#include <stdlib.h>

enum { LEAST_NODES = 8, OF_PAIRS = 20, PAIRS_TIED = 19 };

struct pair {
  uint32_t layer, a, b;
};

static int by_layer(const void *x, const void *y) {
  const struct pair *p = x, *q = y;
  if (p->layer != q->layer) return p->layer < q->layer ? -1 : 1;
  if (p->a != q->a) return p->a < q->a ? -1 : 1;
  return p->b < q->b ? -1 : p->b > q->b;
}

/* Pairs of a run of one layer, and the nodes that they join; `seen` is all false before and after. */
static bool is_complete(const struct pair *run, size_t count, bool *seen) {
  uint64_t pairs = 0, nodes = 0;
  for (size_t i = 0; i < count; i++) {
    if (i == 0 || by_layer(&run[i], &run[i - 1]) != 0) pairs++;
    if (!seen[run[i].a]) nodes++;
    if (!seen[run[i].b]) nodes++;
    seen[run[i].a] = seen[run[i].b] = true;
  }
  for (size_t i = 0; i < count; i++)
    seen[run[i].a] = seen[run[i].b] = false;
  return nodes >= LEAST_NODES && pairs * OF_PAIRS >= nodes * (nodes - 1) / 2 * PAIRS_TIED;
}

/* complete[] of each layer; gives how many are. *others: ties of layers that are not, or of none. */
static uint32_t find(bool *complete, uint32_t *others, const nonet *n, struct pair *pairs, bool *seen) {
  size_t count = 0;
  uint32_t found = 0;
  for (uint32_t t = 0; t < n->ties; t++) {
    uint32_t a = n->tie_from[t], b = n->tie_to[t], layer = net_tie_layer(n, t);
    if (layer != NONET_NONE && a != b) pairs[count++] = (struct pair){layer, a < b ? a : b, a < b ? b : a};
  }
  if (count) qsort(pairs, count, sizeof *pairs, by_layer);
  for (size_t i = 0, end; i < count; i = end) {
    for (end = i; end < count && pairs[end].layer == pairs[i].layer;)
      end++;
    complete[pairs[i].layer] = is_complete(pairs + i, end - i, seen);
    found += complete[pairs[i].layer];
  }
  *others = 0;
  for (uint32_t t = 0; t < n->ties; t++)
    *others += net_tie_layer(n, t) == NONET_NONE || !complete[net_tie_layer(n, t)];
  return found;
}

/* Take away the ties of one layer; *at is replaced. */
static nonet_code take_away(nonet **at, struct buffer *said, const nonet *n, uint32_t layer, const nonet_run *run, nonet_err *err) {
  struct buffer view = {0};
  nonet *next = NULL;
  uint32_t before = *at ? (*at)->ties : n->ties;
  buffer_print(&view, "without:%s", nonet_layer_name(n, layer));
  nonet_code code = view.failed ? error_memory(err) : nonet_view(&next, *at ? *at : n, buffer_string(&view), run, err);
  buffer_free(&view);
  if (code != NONET_OK) return code;
  buffer_print(said, "the %u ties of the layer '%s' join all with all, and are not drawn", before - next->ties, nonet_layer_name(n, layer));
  buffer_add(said, "", 1);
  nonet_free(*at);
  *at = next;
  return said->failed ? error_memory(err) : NONET_OK;
}

nonet_code complete_left_out(nonet **out, struct buffer *said, size_t *count, const nonet *n, const nonet_run *run, nonet_err *err) {
  *out = NULL;
  *count = 0;
  if (n->layers < 2 || n->nodes < LEAST_NODES) return NONET_OK;
  bool *complete = memory_zeroed(n->layers, sizeof *complete), *seen = memory_zeroed(n->nodes, sizeof *seen);
  struct pair *pairs = memory_zeroed(n->ties, sizeof *pairs);
  uint32_t others, found = 0;
  nonet_code code = complete && seen && pairs ? NONET_OK : error_memory(err);
  if (code == NONET_OK) found = find(complete, &others, n, pairs, seen);
  for (uint32_t l = 0; found && others && l < n->layers && code == NONET_OK; l++) {
    if (!complete[l]) continue;
    code = take_away(out, said, n, l, run, err);
    *count += code == NONET_OK;
  }
  if (code != NONET_OK) {
    nonet_free(*out);
    *out = NULL;
  }
  free(complete);
  free(seen);
  free(pairs);
  return code;
}
