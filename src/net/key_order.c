/* See key_order.h. */
#include "net/key_order.h"

#include "base/number.h"

#include <string.h>

int key_order(const char *a, const char *b) {
  uint64_t x = 0, y = 0;
  bool x_whole = number_parse_whole(&x, a, strlen(a)), y_whole = number_parse_whole(&y, b, strlen(b));
  if (x_whole != y_whole) return x_whole ? -1 : 1;
  return x != y ? (x < y ? -1 : 1) : strcmp(a, b);
}
