/* Ways as the rows of a graph that is not built: see kernel/rows.h.
 *
 * Where nothing is closed and every tie goes both ways, the row of a node is its ends as they lie in the network, loops and repeats
 * included, so that a search by steps reads nothing but them. Else the ways are walked one by one and gathered. */
#include "ask/ways.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

static bool is_plain(const struct ways *w) {
  bool all_ties = !w->closed_layer && !w->by_kind && !w->since_said && !w->before_said && w->parted[0] == NONET_NONE;
  return all_ties && !w->closed_node && !w->directed;
}

static struct row gathered(struct ways_rows *r, uint32_t v, bool inward, bool lengths) {
  const struct ways *w = r->ways;
  struct row row = {0};
  struct way way = ways_begin(w, v);
  while (!r->failed && (inward ? ways_next_inward(&way, w, v) : ways_next(&way, w, v))) {
    r->failed |= !memory_grow(&r->to, &r->room, row.count + 1, sizeof *r->to);
    r->failed |= lengths && !memory_grow(&r->length, &r->length_room, row.count + 1, sizeof *r->length);
    if (r->failed) break;
    if (lengths) {
      double x = ways_length(w, &way, inward ? way.to : v);
      r->endless |= !(x > 0) || isinf(x);
      r->length[row.count] = r->endless ? 1 : x;
    }
    r->to[row.count++] = way.to;
  }
  row.to = r->to;
  row.length = lengths ? r->length : NULL;
  return row;
}

static struct row row_of(void *context, uint32_t v, bool inward, bool lengths) {
  struct ways_rows *r = context;
  const nonet *n = r->ways->net;
  if (lengths || !is_plain(r->ways)) return gathered(r, v, inward, lengths);
  if (!net_holds(n, &n->end_first[v], 2 * sizeof *n->end_first)) return (struct row){0};
  struct row row = {.to = n->end_other + n->end_first[v], .count = (size_t)(n->end_first[v + 1] - n->end_first[v])};
  return net_holds(n, row.to, row.count * sizeof *row.to) ? row : (struct row){0};
}

static uint64_t cost_of(void *context, uint32_t v) {
  const struct ways_rows *r = context;
  const nonet *n = r->ways->net;
  return net_holds(n, &n->end_first[v], 2 * sizeof *n->end_first) ? n->end_first[v + 1] - n->end_first[v] : 0;
}

struct rows ways_rows_start(struct ways_rows *r, const struct ways *w) {
  *r = (struct ways_rows){.ways = w};
  return (struct rows){row_of, cost_of, r};
}

void ways_rows_free(struct ways_rows *r) {
  free(r->to);
  free(r->length);
  *r = (struct ways_rows){0};
}
