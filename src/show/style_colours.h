/* Colours of a style: by layer, by kind or a column of words, by a measure or a column of numbers. */
#ifndef NONET_SHOW_STYLE_COLOURS_H
#define NONET_SHOW_STYLE_COLOURS_H

#include "show/style.h"

/* `by` NULL is "layer". */
nonet_code style_colours(struct style *s, const char *by, const nonet_run *run, nonet_err *err);

/* A value for each node: a node measure by its name. */
nonet_code style_values(double *out, const nonet *n, const char *measure, const nonet_run *run, nonet_err *err);

#endif
