/* Texts as a format writes them, each made once: a tie names its nodes by copying what stands here. */
#ifndef NONET_SHOW_WRITTEN_H
#define NONET_SHOW_WRITTEN_H

#include "base/buffer.h"
#include "net/net.h"

#define WRITTEN_STEP 16u /* bytes that are copied at once: most texts are shorter */
#define WRITTEN_AHEAD 8u /* ties */

/* All owned. Behind the last text stand WRITTEN_STEP bytes more, so that a step may begin anywhere. */
struct written {
  struct buffer text;
  size_t *first; /* of each text, and where the last one ends */
};

/* Append the text of one node, layer or whatever is counted. */
typedef void written_make(struct buffer *out, const nonet *n, uint32_t i);

/* Make `count` texts. False: out of memory; free it all the same. */
bool written_start(struct written *w, const nonet *n, uint32_t count, written_make *make);
void written_free(struct written *w);

static inline const char *written_at(const struct written *w, uint32_t i, size_t *size) {
  *size = w->first[i + 1] - w->first[i];
  return w->text.bytes + w->first[i];
}

/* Ask for the texts of the nodes of later ties, which may stand anywhere: where one begins, then what it is. */
static inline void written_ask_for_tie(const struct written *w, const nonet *n, uint32_t t) {
  if (n->ties - t <= 2 * WRITTEN_AHEAD) return;
  uint32_t near = t + WRITTEN_AHEAD, far = near + WRITTEN_AHEAD;
  __builtin_prefetch(w->first + n->tie_from[far]);
  __builtin_prefetch(w->first + n->tie_to[far]);
  __builtin_prefetch(w->text.bytes + w->first[n->tie_from[near]]);
  __builtin_prefetch(w->text.bytes + w->first[n->tie_to[near]]);
}

static inline void written_add(struct buffer *b, const struct written *w, uint32_t i) {
  size_t size;
  const char *text = written_at(w, i, &size);
  if (size > WRITTEN_STEP || !buffer_reserve(b, WRITTEN_STEP)) {
    buffer_add(b, text, size);
    return;
  }
  memcpy(b->bytes + b->size, text, WRITTEN_STEP);
  b->size += size;
  b->bytes[b->size] = '\0';
}

#endif
