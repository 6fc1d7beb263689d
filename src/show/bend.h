/* Bending lines around what they should not run through. */
#ifndef NONET_SHOW_BEND_H
#define NONET_SHOW_BEND_H

#include "show/map.h"

struct bend_field {
  const struct map *map;
  bool avoids; /* false: there are too many nodes to look at */
};

/* The four points of a line from a to b. `bow` is the least offset of its middle, as a share of its length, to the left. */
void bend_line(struct point at[4], const struct map *m, uint32_t a, uint32_t b, double bow, const struct bend_field *field);

#endif
