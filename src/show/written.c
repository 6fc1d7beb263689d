/* Texts made once: quoting and escaping cost more than copying, and a node is named by every tie at it. */
#include "show/written.h"

#include "base/memory.h"

#include <stdlib.h>

bool written_start(struct written *w, const nonet *n, uint32_t count, written_make *make) {
  static const char beyond[WRITTEN_STEP];
  *w = (struct written){.first = memory_array((size_t)count + 1, sizeof *w->first)};
  if (!w->first) return false;
  for (uint32_t i = 0; i < count; i++) {
    w->first[i] = w->text.size;
    make(&w->text, n, i);
  }
  w->first[count] = w->text.size;
  buffer_add(&w->text, beyond, sizeof beyond);
  return !w->text.failed;
}

void written_free(struct written *w) {
  buffer_free(&w->text);
  free(w->first);
}
