/* See key_order.h. */
#include "ask/key_order.h"

#include "base/number.h"

#include <string.h>

bool key_before(const nonet *n, uint32_t a, uint32_t b) {
  const char *x = net_key(n, a), *y = net_key(n, b);
  uint64_t i, j;
  if (number_parse_whole(&i, x, strlen(x)) && number_parse_whole(&j, y, strlen(y)) && i != j) return i < j;
  return strcmp(x, y) < 0;
}
