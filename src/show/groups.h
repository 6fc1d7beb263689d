/* Groups: nodes of a layer stand together in a box. */
#ifndef NONET_SHOW_GROUPS_H
#define NONET_SHOW_GROUPS_H

#include "show/apart.h"

struct grouping {
  const uint8_t *group; /* of each box; below `groups`, or anything else for none */
  size_t groups;
  double gap;           /* between boxes */
  double margin, title; /* of a frame: around its boxes, and above them for its name */
  struct frame *frames; /* out: of each group; empty ones are 0 */
};

/* Move boxes apart so that those of a group fill a frame that no other group and no other box touches. Area as in apart_in_area. */
nonet_code groups_in_area(struct place *boxes, size_t count, struct grouping *how, double *w, double *h, nonet_err *err);

#endif
