/* The search for all shortest paths between two nodes, as a web of arcs on which every walk from one end reaches the other. */
#ifndef NONET_ASK_SEARCH_H
#define NONET_ASK_SEARCH_H

#include "ask/ways.h"
#include "base/run.h"

/* An arc of the web: from a place to a later one, by ends [at, stop) of the node that it leaves. */
struct web_arc {
  uint32_t to; /* place */
  uint64_t at, stop;
};

/* Places are in the order of their distance; place 0 is the beginning. */
struct web {
  bool found;
  bool once;     /* a node has one place at most */
  double length; /* steps, or the least sum of lengths */
  double paths;  /* how many there are; may be beyond 2^53 (then rounded) or infinite */
  uint32_t places;
  uint32_t *node;      /* owned; of each place */
  double *paths_on;    /* owned; paths from each place to the end; 0: it is not in the web */
  uint64_t *arc_first; /* owned; arcs of place p: arc[arc_first[p + 1]] up to arc[arc_first[p]], see web_arcs */
  struct web_arc *arc; /* owned */
};

/* Find them. `within`: at most so many steps; 0: any. With lengths and `within` a place is a node after so many steps, so a longer way
 * round of fewer steps is found too. O(n + m), with lengths O((n + m) log n), with both `within` times as much. */
nonet_code web_start(struct web *out, const struct ways *w, uint32_t from, uint32_t to, uint32_t within, const struct run *run,
                     nonet_err *err);
void web_free(struct web *web);

/* The arcs of a place, ascending by the key of the node that they lead to. */
static inline const struct web_arc *web_arcs(const struct web *web, uint32_t place, size_t *count) {
  *count = (size_t)(web->arc_first[place] - web->arc_first[place + 1]);
  return web->arc + web->arc_first[place + 1];
}

#endif
