/* SPDX-License-Identifier: MIT
 * Makes Graphviz's SVG well-formed, self-contained and free of anything active. */
#ifndef DRAW_SVG_H
#define DRAW_SVG_H
#include "draw/bytes.h"

struct svg_options {
  bool inside_html;   /* no XML declaration */
  const char *prefix; /* for the ids of gradients, NULL for none */
};

/* Adds the cleaned document; an element that a drawing does not need is a fault. */
int svg_clean(const char *data, size_t length, const struct svg_options *options, struct bytes *to);
#endif
