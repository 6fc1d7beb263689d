/* SPDX-License-Identifier: MIT
 * DOT text -> a cgraph graph whose nodes and edges know their lines. */
#ifndef DRAW_PARSE_H
#define DRAW_PARSE_H
#include "draw/bytes.h"
#include <graphviz/cgraph.h>

/* Reads exactly one graph; anything that agread reports is an error. The text may be changed. */
int parse_graph(const char *name, struct bytes *text, Agraph_t **out);

/* Line of a node, an edge (where its statement ends) or a subgraph; 0 where unknown. */
size_t parse_line(void *object);

/* The name, or NULL for an anonymous (sub)graph or an edge without a key. Borrowed. */
const char *parse_name(void *object);
#endif
