/* Robustness: who leaves in what order, and what is left after each departure. */
#ifndef NONET_MEASURE_ROBUSTNESS_H
#define NONET_MEASURE_ROBUSTNESS_H

#include "base/run.h"
#include "net/net.h"

struct robustness {
  uint32_t *order, *giant; /* owned; giant[q]: the largest component after q departures, n + 1 entries */
  double r;                /* mean over departures 1 .. n of giant / n; of orders drawn by chance the mean over all of them */
  double deviation;        /* among those orders; NaN: there is but one */
  size_t orders;           /* drawn by chance; the first is what `order` holds; 0: not by chance */
};

/* Simple network, direction left out of account; ties of rank are broken by key. n is not empty. Ended by the run. */
nonet_code robustness_start(struct robustness *out, const nonet *n, nonet_removal by, const struct run *run, nonet_err *err);
void robustness_free(struct robustness *r);

#endif
