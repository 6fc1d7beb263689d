/* SPDX-License-Identifier: MIT
 * The attributes that may reach a layout. */
#ifndef DRAW_RULES_H
#define DRAW_RULES_H
#include "draw/values.h"

/* The rule for an attribute of a 'g'raph or subgraph, 'n'ode or 'e'dge; NULL where it has no business in a picture. */
const struct value_rule *rules_find(const char *name, char kind);
#endif
