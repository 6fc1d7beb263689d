/* What edits say of nodes and new ties beyond what joins them: labels, short names, dates, further columns. */
#ifndef NONET_NET_EDIT_SAID_H
#define NONET_NET_EDIT_SAID_H

#include "net/edit.h"

/* Whether the words of the network hold every text that is said. */
bool edit_said_known(const struct edit_work *w);

/* Put it into the network that is built: all nodes and ties stand in it, where `node_map` and `tie_map` lead. `words` may grow; NULL: all
 * texts are known. NONET_EUSAGE: a date that is none, or since after until. O(what is said + n + m for each column it touches) */
nonet_code edit_say(nonet *v, const struct edit_work *w, const uint32_t *node_map, const uint32_t *tie_map, struct words *words,
                    nonet_err *err);

/* Where new ties brought dates: the latest date that any tie has. */
nonet_code edit_latest(nonet *v, const struct edit_work *w, nonet_err *err);

#endif
