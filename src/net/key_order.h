/* The order of keys, which breaks ties: a result never depends on the order of rows. */
#ifndef NONET_NET_KEY_ORDER_H
#define NONET_NET_KEY_ORDER_H

#include "net/net.h"

/* Below, at or above 0, as for qsort: whole numbers first, by value, then all other keys by bytes: an order without cycles. */
int key_order(const char *a, const char *b);

static inline bool key_before(const nonet *n, uint32_t a, uint32_t b) {
  return key_order(net_key(n, a), net_key(n, b)) < 0;
}

#endif
