/* Ranks: where a node stands among others by a measure, equals as equals. */
#ifndef NONET_ASK_RANKING_H
#define NONET_ASK_RANKING_H

#include "base/buffer.h"
#include "net/net.h"

struct ranking {
  nonet_sheet *sheet; /* owned; keys, then one column for each measure */
};

/* Measure nodes by names "a,b,c". */
nonet_code ranking_start(struct ranking *out, const nonet *n, const char *measures, const nonet_run *run, nonet_err *err);
void ranking_free(struct ranking *r);

double ranking_value(const struct ranking *r, size_t measure, uint32_t node); /* NaN: undefined */
/* How many have a greater value, how many others an equal one, how many a value at all. */
void ranking_place(size_t *above, size_t *equal, size_t *all, const struct ranking *r, size_t measure, uint32_t node);
/* "1st of 16", "2nd of 16, as 3 others are", "none of 16 has less" is not said: only places from the top. */
void ranking_tell(struct buffer *out, const struct ranking *r, size_t measure, uint32_t node);

#endif
