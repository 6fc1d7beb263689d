/* Boxes in rows: the tightest order that keeps roughly where they were. */
#ifndef NONET_SHOW_ROWS_H
#define NONET_SHOW_ROWS_H

#include "show/engine.h"

/* Put boxes into rows within w x h around the origin, upper ones into upper rows, left ones to the left. False, and nothing moved, where
 * they do not fit. `room` holds as many boxes. O(rows n + n log n). */
bool rows_in_area(struct place *boxes, struct place *room, size_t count, double gap, double w, double h);

#endif
