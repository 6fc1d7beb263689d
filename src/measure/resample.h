/* How far a value of the whole network rests on just these nodes: bootstrap and jackknife over nodes. */
#ifndef NONET_MEASURE_RESAMPLE_H
#define NONET_MEASURE_RESAMPLE_H

#include "measure/measured_again.h"

nonet_code resample_bootstrap(nonet_sheet *s, const struct measured_again *m, const nonet *n, nonet_err *err);
nonet_code resample_jackknife(nonet_sheet *s, const struct measured_again *m, const nonet *n, nonet_err *err);

#endif
