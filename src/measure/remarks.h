/* The lines under a sheet of measures: what was counted, what was left out of account, what could not be said. */
#ifndef NONET_MEASURE_REMARKS_H
#define NONET_MEASURE_REMARKS_H

#include "measure/names.h"

/* How many values of each measure came out undefined, in the order of the names. */
nonet_code remarks_add(nonet_sheet *s, const nonet *n, const struct names *names, const size_t *undefined,
                       const nonet_measure_options *options, nonet_err *err);

/* One more line: a measure was computed twice and both ways agree. */
nonet_code remarks_verified(nonet_sheet *s, const struct asked *a, double difference, nonet_err *err);

#endif
