/* Values beside what they are in other networks: those that chance makes, and those of resampled nodes. */
#ifndef NONET_MEASURE_CHANCE_H
#define NONET_MEASURE_CHANCE_H

#include "measure/measure.h"

/* Is a sheet with such keys one of values that can be held against others? NONET_EUSAGE says why not. Looked at before anything is
 * computed. */
nonet_code chance_check(const nonet_measure_options *options, nonet_scope scope, const char *name, nonet_err *err);

/* Add the columns that the options ask for to a finished sheet of values. */
nonet_code chance_add(nonet_sheet *s, const nonet *n, const nonet_measure_options *options, const struct run *run, nonet_err *err);

#endif
