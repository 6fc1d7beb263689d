/* Boxes that overlap move apart, and positions are stretched to an area. */
#ifndef NONET_SHOW_APART_H
#define NONET_SHOW_APART_H

#include "show/engine.h"

struct apart_how {
  double gap;     /* least distance between boxes */
  double stretch; /* one direction at most so many times more than the other */
  bool rows_soon; /* rows rather than a larger area; else the area may grow by a tenth first */
};

/* Stretch the centres to an area of *w x *h around the origin and move the boxes apart. Where that has no room the area grows; *w and *h
 * are then what was needed. The order of nodes decides where two stand at the same place. O(rounds n log n) when boxes are small beside the
 * area. */
nonet_code apart_in_area(struct place *boxes, size_t count, const struct apart_how *how, double *w, double *h, nonet_err *err);

/* Do two boxes overlap by more than a hundredth of a point? */
bool apart_overlap(const struct place *a, const struct place *b);

#endif
