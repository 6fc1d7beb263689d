/* What a long loop asks of its nonet_run: may I go on? how far am I? */
#ifndef NONET_BASE_RUN_H
#define NONET_BASE_RUN_H

#include "base/error.h"

/* A run in progress: started at the beginning of a public call, looked at now and then. */
struct run {
  const nonet_run *asked; /* never NULL */
  double until;           /* monotonic seconds; INFINITY: no time-out */
  const char *what;       /* which of several things is being done; NULL: nothing is said of it */
  double from, part;      /* where it begins in the whole, and its share of that */
};

void run_start(struct run *r, const nonet_run *asked); /* asked may be NULL */

/* NONET_OK, or NONET_ESTOPPED / NONET_ELIMIT ("time-out after 5 s"). Cheap enough for every few thousand steps; calling thread only. */
nonet_code run_check(const struct run *r, nonet_err *err);

void run_progress(const struct run *r, const char *what, double share);
/* Begin the i-th of several things that take about as long; what is done of it is then said by run_part. */
void run_begin(struct run *r, const char *what, size_t i, size_t count);
void run_part(const struct run *r, double share);
void run_warn(const struct run *r, const char *format, ...) NONET_PRINTF(2, 3);
unsigned run_threads(const struct run *r);

double run_clock(void); /* monotonic seconds */

/* A generator for everything drawn by chance (splitmix64 seeds xoshiro256**): same numbers everywhere for the same seed and stream. */
struct chance {
  uint64_t state[4];
};
void chance_start(struct chance *c, uint64_t seed, uint64_t stream);
uint64_t chance_next(struct chance *c);
uint64_t chance_below(struct chance *c, uint64_t bound); /* uniform, no bias */
double chance_share(struct chance *c);                   /* [0, 1), 53 bits */

#endif
