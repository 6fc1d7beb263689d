/* Closeness of directed networks from samples. */
#ifndef NONET_MEASURE_SAMPLING_DIRECTED_H
#define NONET_MEASURE_SAMPLING_DIRECTED_H

#include "measure/sampling_plan.h"

nonet_code sampling_directed_closeness(double *out, const struct measure_ask *ask, const struct sampling_plan *plan, nonet_err *err);

#endif
