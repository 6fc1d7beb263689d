/* A source: the bytes of one input, then its text. */
#ifndef NONET_READ_SOURCE_H
#define NONET_READ_SOURCE_H

#include "base/run.h"

struct source {
  const char *name; /* as errors show it; borrowed */
  char *bytes;      /* owned; a NUL stands behind them that does not count */
  size_t size;
  size_t start;   /* where the text begins: behind a byte order mark */
  size_t on_disk; /* bytes that were read */
};

/* Read a file, or standard input for "-", whole. At most `most` bytes (0: no limit), else NONET_ELIMIT. */
nonet_code source_open(struct source *out, const char *path, uint64_t most, const struct run *run, nonet_err *err);
void source_close(struct source *s);

/* Make the bytes UTF-8 text without NUL and without a byte order mark. `encoding` NULL or "utf-8" checks; any other converts. What is
 * wrong is said with its line and a way out. O(size). */
nonet_code source_to_text(struct source *s, const char *encoding, uint64_t most, nonet_err *err);

static inline const char *source_text(const struct source *s) {
  return s->bytes + s->start;
}
static inline size_t source_length(const struct source *s) {
  return s->size - s->start;
}

#endif
