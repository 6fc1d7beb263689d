/* The ends of a node in order. */
#ifndef NONET_NET_ROW_ORDER_H
#define NONET_NET_ROW_ORDER_H

#include <stdint.h>

struct row_end {
  uint32_t other, tie;
};

/* Write the ends of a row, whose ties ascend, ascending by (other, tie) to two arrays. `others` are less than 2^bits. The row is scratch.
 */
void row_order(uint32_t *other, uint32_t *tie, struct row_end *row, uint64_t count, unsigned bits);

#endif
