/* The listing of a web of shortest paths: one row for each step and tie of each path. */
#ifndef NONET_ASK_LISTING_H
#define NONET_ASK_LISTING_H

#include "ask/search.h"

struct listing_row {
  uint64_t path; /* 1 .. */
  uint32_t step; /* 1 .. */
  uint32_t tie, from, to;
};

struct listing {
  struct listing_row *row; /* owned */
  size_t count, room;
  uint64_t paths; /* listed */
};

/* List at most so many paths; 0: all. O(what is listed). */
nonet_code listing_start(struct listing *out, const struct web *web, const struct ways *w, uint64_t at_most, const struct run *run,
                         nonet_err *err);
void listing_free(struct listing *l);

/* Add one path by its nodes: every open tie of every step is a row; a path of one node is a row of step 0 without a tie. */
nonet_code listing_add_trail(struct listing *l, const uint32_t *node, size_t count, const struct ways *w, nonet_err *err);

/* As a sheet: keys path, step, tie; from, to, kind, layer, weight, since, until, source, file, line; for a view whose ties stand for
 * several, stands-for: how many ties of the network it was made from. */
nonet_code listing_sheet_as(nonet_sheet **out, const char *name, const char *title, const struct listing *l, const nonet *n,
                            nonet_err *err);
/* Named "paths", "Shortest paths". */
nonet_code listing_sheet(nonet_sheet **out, const struct listing *l, const nonet *n, nonet_err *err);

#endif
