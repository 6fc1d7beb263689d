/* The lines under a sheet of measures: what was counted, what was left out of account, what could not be said. */
#ifndef NONET_MEASURE_REMARKS_H
#define NONET_MEASURE_REMARKS_H

#include "measure/names.h"

/* How many values of each measure came out undefined, in the order of the names. */
nonet_code remarks_add(nonet_sheet *s, const nonet *n, const struct names *names, const size_t *undefined,
                       const nonet_measure_options *options, nonet_err *err);

/* How many values of a measure are undefined, and why, in words. */
struct buffer;
void remarks_gap(struct buffer *line, const struct asked *a, size_t undefined);

/* What --verify did with a measure. */
enum verified {
  VERIFIED_NOT,       /* there is no second method */
  VERIFIED_RANGE,     /* there is none, but every value lies in the measure's range */
  VERIFIED_OWN,       /* a plain computation of our own agrees */
  VERIFIED_BY_IGRAPH, /* igraph agrees */
};

/* One more line: how a measure was verified; `difference` is the largest to the second method, `why` tells why that could not be used
 * (NULL: there is none). */
nonet_code remarks_verified(nonet_sheet *s, const struct asked *a, enum verified how, double difference, const char *why, nonet_err *err);

/* One more line for each reference of the measures. */
nonet_code remarks_cite(nonet_sheet *s, const struct names *names, nonet_err *err);

#endif
