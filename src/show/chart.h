/* A chart: a line over the states of a network, and under it bars of what its change is the sum of. */
#ifndef NONET_SHOW_CHART_H
#define NONET_SHOW_CHART_H

#include "show/picture.h"

enum { CHART_BARS = 4, CHART_STATES = 60 };

struct chart_bars {
  const char *name, *meaning;
  const double *value; /* of each state since the one before; the first is not looked at; NaN: none */
};

struct chart {
  const char *const *at; /* what the states are called */
  size_t count;          /* 2 at least, CHART_STATES at most */
  const char *line_title, *bars_title;
  const double *line; /* NaN: a gap */
  struct chart_bars bars[CHART_BARS];
  size_t bar_count; /* 0: the line alone */
};

/* `n` is what title and footer are of. */
nonet_code picture_of_chart(nonet_picture **out, const nonet *n, const struct chart *chart, const nonet_draw_options *options,
                            nonet_err *err);

#endif
