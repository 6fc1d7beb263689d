/* Numbers for the parts of a network that do not depend on the order of rows: by size, then by the least key in them, from 1. */
#ifndef NONET_MEASURE_NUMBERING_H
#define NONET_MEASURE_NUMBERING_H

#include "net/net.h"

/* out[v] is the number of part[v], which is below `parts`. O(n + parts log parts). */
nonet_code numbering(double *out, const uint32_t *part, uint32_t parts, const nonet *n, nonet_err *err);

#endif
