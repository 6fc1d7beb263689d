/* Trails: rows of nodes, each from one side of a question to the other. */
#ifndef NONET_ASK_TRAILS_H
#define NONET_ASK_TRAILS_H

#include "ask/terrain.h"
#include "base/run.h"

/* Trail i is node[first[i]] .. node[first[i + 1] - 1]; points of sides are not in it. */
struct trails {
  uint32_t *node; /* owned */
  size_t *first;  /* owned; count + 1 */
  size_t count, nodes, node_room, first_room;
};

bool trails_add(struct trails *t, const uint32_t *node, size_t count);
void trails_free(struct trails *t);
static inline size_t trail_length(const struct trails *t, size_t i) {
  return t->first[i + 1] - t->first[i];
}
/* The shortest first, equals by their keys. */
nonet_code trails_sort(struct trails *t, const nonet *n, nonet_err *err);

/* ---- what is found on a terrain ---- */

/* All shortest ways, in steps. */
struct shortest_found {
  double steps, count;  /* INFINITY: no way; how many there are, perhaps rounded */
  struct trails trails; /* at most so many of them, by keys; 0: all */
};
nonet_code trails_shortest(struct shortest_found *out, const struct terrain *t, uint64_t at_most, const struct run *run, nonet_err *err);

/* The strongest way: the least sum of lengths, of at most `within` steps (0: any); of equals the first by keys. Its length in *length;
 * INFINITY: no way. O(m log n), with `within` O(m within). */
nonet_code trails_strongest(struct trails *out, double *length, const struct terrain *t, uint32_t within, const struct run *run,
                            nonet_err *err);

/* Routes that share nobody but a side that is one node, as many as there can be, and the smallest set that meets all of them. */
struct routes_found {
  struct trails trails;
  uint32_t *cut; /* owned; nodes, ascending */
  size_t cuts;
  bool tied; /* two nodes with a tie between them, which is a route and which no node can cut */
};
nonet_code trails_apart(struct routes_found *out, const struct terrain *t, const struct run *run, nonet_err *err);
void routes_found_free(struct routes_found *r);

/* Steps from one side (0) to each node, or from each node to the other (1); INFINITY: never. Owned by the caller. */
nonet_code trails_steps(double **out, const struct terrain *t, int side, nonet_err *err);

#endif
