/* The values of a finished sheet in another network: what chance, bootstrap and jackknife repeat. */
#ifndef NONET_MEASURE_MEASURED_AGAIN_H
#define NONET_MEASURE_MEASURED_AGAIN_H

#include "base/buffer.h"
#include "measure/measure.h"

/* The values of a sheet of measures of nodes, layers or the whole, measure by measure. */
struct measured_again {
  const nonet_measure_options *options;
  const struct run *run;
  struct buffer names;   /* "a,b,c" */
  size_t measures, rows; /* of the whole: one row */
  double *value;         /* measures * rows, as observed */
};

nonet_code measured_start(struct measured_again *m, const nonet_sheet *s, const nonet_measure_options *options, const struct run *run,
                          nonet_err *err);
/* The same of another network with as many nodes or layers, into out[]; `what` and number tell which in an error: "draw 7". */
nonet_code measured_of(double *out, const struct measured_again *m, const nonet *n, const char *what, uint64_t number, nonet_err *err);
void measured_free(struct measured_again *m);

/* Add a column "NAME-what" for each measure (of the whole one column `what`) and fill it with one field of each value. */
nonet_code measured_column(nonet_sheet *s, const struct measured_again *m, const char *what, const double *value, nonet_err *err);

#endif
