/* Two sides of a question, "A;B": each a node, or all members of a layer or a kind. */
#ifndef NONET_MEASURE_SIDES_H
#define NONET_MEASURE_SIDES_H

#include "net/net.h"

struct sides {
  uint32_t *node[2], count[2]; /* owned; ascending */
};

/* A name is a node's before it is a layer's, and a layer's before it is a kind's. NONET_EUSAGE: not two names, or one of nothing. */
nonet_code sides_read(struct sides *out, const nonet *n, const char *text, nonet_err *err);
void sides_free(struct sides *s);

#endif
