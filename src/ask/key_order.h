/* The order of nodes by their keys: as numbers where both are whole numbers, else as bytes. It does not depend on the order of the input.
 */
#ifndef NONET_ASK_KEY_ORDER_H
#define NONET_ASK_KEY_ORDER_H

#include "net/net.h"

bool key_before(const nonet *n, uint32_t a, uint32_t b);

#endif
