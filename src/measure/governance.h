/* The form of governance and the numbers that it is told from. */
#ifndef NONET_MEASURE_GOVERNANCE_H
#define NONET_MEASURE_GOVERNANCE_H

#include "measure/partners.h"

/* Where the line is drawn: at or above CENTRAL one is in the middle; at or above DENSE and at or below EVEN all govern together. */
#define GOVERNANCE_CENTRAL 0.5
#define GOVERNANCE_DENSE 0.5
#define GOVERNANCE_EVEN 0.25

#define GOVERNANCE_ROWS 14 /* lines of the table */

/* Among partners; undefined numbers are NaN. */
struct governance {
  double partners, strategies, pairs, density, components, giant, degree, betweenness; /* the last two: centralisations */
  double top, second;                                                                  /* contacts of the two that have most */
  uint32_t hub; /* the one who has most, in the network; NONET_NONE: several have as many */
};

/* The name of the form by the rule. */
const char *governance_name(const struct governance *f, bool administers);

/* Is a kind (NONET_NONE: none) of those who only administer: the one that the parameter names, else one called so? NONET_EUSAGE: no kind is
 * called as the parameter says. */
nonet_code governance_administers(bool *out, uint32_t kind, const struct measure_ask *ask, nonet_err *err);

/* Two kinds split the network and neither is called as what people work on: then the second of two modes may as well be partners round one
 * of another kind, and all are partners. */
bool governance_one_side(const nonet *n);

#endif
