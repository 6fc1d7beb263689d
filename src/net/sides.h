/* The two sides of a partnership: who works together, and what they work on. */
#ifndef NONET_NET_SIDES_H
#define NONET_NET_SIDES_H

#include "net/net.h"

/* Which kinds of nodes are strategies (or projects, events, meetings ...), told from the words that people use for them, else from the
 * second of two modes. strategy[] has an entry for each kind. Returns how many kinds are; 0 also where all would be: then there is one
 * side. */
uint32_t net_strategy_kinds(bool *strategy, const nonet *n);

/* Is a kind called by one of these words? */
bool net_is_strategy_word(const char *kind);

/* Which nodes are strategies; false where no node is one or memory ran out (strategy[] is then all false). */
bool net_strategy_nodes(bool *strategy, const nonet *n);

#endif
