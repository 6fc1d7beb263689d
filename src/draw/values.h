/* SPDX-License-Identifier: MIT
 * Kinds of attribute values, and whether a value is one that may reach Graphviz. */
#ifndef DRAW_VALUES_H
#define DRAW_VALUES_H
#include "draw/bytes.h"

enum value_kind {
  VALUE_TEXT,    /* shown in the picture */
  VALUE_NAME,    /* of a node, a cluster or a group: any text */
  VALUE_NUMBER,  /* within low..high; clamped */
  VALUE_NUMBERS, /* one or more numbers, with , ; ! + and blanks between, each within low..high */
  VALUE_SPLINE,  /* VALUE_NUMBERS with the marks e and s */
  VALUE_FLAG,
  VALUE_WORD,  /* one of `words` */
  VALUE_WORDS, /* some of `words`, with commas */
  VALUE_COLOUR,
  VALUE_IDENT, /* letters, digits and _ . : - */
  VALUE_FONT,
  VALUE_LINK, /* only with --keep-links, and only to http, https, mailto or a place in the page */
  VALUE_TIP   /* text, only with --keep-links */
};

struct value_rule {
  const char *name;
  const char *kinds; /* of g(raph or subgraph), r(oot graph only), n(ode), e(dge) */
  enum value_kind kind;
  double low, high;
  const char *words; /* with a blank before and after each */
};

enum value_verdict { VALUE_KEPT, VALUE_CHANGED, VALUE_DROPPED };

/* Writes the value to use into `out` (emptied first) unless it is kept. The empty value is always kept. */
enum value_verdict value_check(const struct value_rule *rule, const char *value, bool keep_links, struct bytes *out);
#endif
