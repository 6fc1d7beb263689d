/* Profiles from inside: the table of which measure is in which. */
#ifndef NONET_MEASURE_PROFILE_H
#define NONET_MEASURE_PROFILE_H

#include "base/error.h"

/* The i-th measure that a profile names; NULL beyond the last. */
const char *profile_measure_at(size_t i);

#endif
