/* Names of measures as people type them: "degree, reach:2,pagerank:0.9". */
#ifndef NONET_MEASURE_NAMES_H
#define NONET_MEASURE_NAMES_H

#include "measure/measure.h"

/* One measure asked for. */
struct asked {
  const struct measure_row *row;
  char *typed;                /* owned: with its parameter, the name of its column */
  const char *parameter_text; /* into typed; "": none */
  double parameter;           /* NaN: none, or a text */
};

struct names {
  struct asked *at; /* owned */
  size_t count;
};

/* In the order typed; one that is typed twice counts once. NONET_EUSAGE: no name at all, an unknown one, a parameter where none is taken or
 * that is no number where one is due. */
nonet_code names_parse(struct names *out, const char *text, nonet_err *err);
void names_free(struct names *names);

#endif
