/* Boxes that overlap move apart, and positions are stretched to an area. */
#ifndef NONET_SHOW_APART_H
#define NONET_SHOW_APART_H

#include "show/engine.h"

/* Stretch the centres to an area of *w x *h around the origin (one direction at most `stretch` times more than the other) and move the
 * boxes apart until none is nearer to another than `gap`. Where that has no room the area grows; *w and *h are then what was
 * needed. The order of nodes decides where two stand at the same place. O(rounds n log n) when boxes are small beside the area. */
nonet_code apart_in_area(struct place *boxes, size_t count, double gap, double stretch, double *w, double *h, nonet_err *err);

/* Do two boxes overlap by more than a hundredth of a point? */
bool apart_overlap(const struct place *a, const struct place *b);

#endif
