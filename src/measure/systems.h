/* The shares that say how far strategies hang together. */
#ifndef NONET_MEASURE_SYSTEMS_H
#define NONET_MEASURE_SYSTEMS_H

#include "measure/coverage.h"

/* In the order of the table; the score stands behind them. */
enum systems_part { SYSTEMS_SHARED, SYSTEMS_MIXED, SYSTEMS_SEVERAL, SYSTEMS_LINKED, SYSTEMS_GIANT, SYSTEMS_PARTS };

/* The sector of each partner (of each set) by the parameter, else by a column 'sector', else by kind; NONET_NONE: it has none. *out NULL:
 * nothing tells sectors. Both are the caller's to free; *what is what they go by. */
nonet_code systems_sectors(uint32_t **out, char **what, const struct coverage *c, const struct measure_ask *ask, nonet_err *err);

measure_check judge_systems;

#endif
