/* A file seen as memory: read-only, read from disk page by page where it is touched. It must not be shortened meanwhile by others: replace
 * it by renaming, as all output here does. */
#ifndef NONET_BASE_MAPPING_H
#define NONET_BASE_MAPPING_H

#include "base/error.h"

struct mapping {
  const unsigned char *at; /* NULL: an empty file */
  size_t size;
};

nonet_code mapping_open(struct mapping *out, const char *path, nonet_err *err);
void mapping_close(struct mapping *m);

#endif
