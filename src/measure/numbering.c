/* See numbering.h. */
#include "measure/numbering.h"

#include "base/memory.h"
#include "net/key_order.h"

#include <stdlib.h>

struct part {
  uint32_t number, size;
  const char *least_key;
};

static int by_size_then_key(const void *a, const void *b) {
  const struct part *x = a, *y = b;
  return x->size != y->size ? (x->size > y->size ? -1 : 1) : key_order(x->least_key, y->least_key);
}

nonet_code numbering(double *out, const uint32_t *part, uint32_t parts, const nonet *n, nonet_err *err) {
  struct part *all = memory_zeroed(parts, sizeof *all);
  double *number = memory_array(parts, sizeof *number);
  nonet_code code = all && number ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; !code && v < n->nodes; v++) {
    struct part *p = &all[part[v]];
    if (p->size++ == 0 || key_order(net_key(n, v), p->least_key) < 0) p->least_key = net_key(n, v);
    p->number = part[v];
  }
  if (!code) qsort(all, parts, sizeof *all, by_size_then_key);
  for (uint32_t i = 0; !code && i < parts; i++)
    number[all[i].number] = (double)i + 1;
  for (uint32_t v = 0; !code && v < n->nodes; v++)
    out[v] = number[part[v]];
  free(all);
  free(number);
  return code;
}
