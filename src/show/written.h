/* Texts as a format writes them, each made once: a tie names its nodes by copying what stands here.
 *
 *   cell  |"P17"          5|   a text of up to 15 bytes, and its length: copied whole in one step, whatever its length
 *         |place, size  255|   a longer one stands in `longer` */
#ifndef NONET_SHOW_WRITTEN_H
#define NONET_SHOW_WRITTEN_H

#include "base/buffer.h"
#include "net/net.h"

#define WRITTEN_STEP 16u /* bytes that are copied at once */
#define WRITTEN_LONG 255u
#define WRITTEN_AHEAD 16u /* ties */
#define WRITTEN_PARTS 8u

struct written_cell {
  char text[WRITTEN_STEP - 1]; /* or a struct written_place */
  uint8_t size;                /* or WRITTEN_LONG */
};
struct written_place {
  size_t first;
  uint32_t size;
};

/* All owned. */
struct written {
  struct written_cell *cell;           /* of each text */
  uint32_t part;                       /* texts of a part */
  struct buffer longer[WRITTEN_PARTS]; /* texts of each part that do not fit in their cells */
};

/* Append the text of one node, layer or whatever is counted. Threads may ask together. */
typedef void written_make(struct buffer *out, const nonet *n, uint32_t i);

/* Make `count` texts, by up to so many threads where it pays. False: out of memory; free it all the same. */
bool written_start(struct written *w, const nonet *n, uint32_t count, written_make *make, unsigned threads);
void written_free(struct written *w);

/* The text of a cell that is WRITTEN_LONG. */
const char *written_longer(const struct written *w, uint32_t i, size_t *size);

static inline const char *written_at(const struct written *w, uint32_t i, size_t *size) {
  const struct written_cell *cell = &w->cell[i];
  *size = cell->size;
  return cell->size == WRITTEN_LONG ? written_longer(w, i, size) : cell->text;
}

static inline void written_add(struct buffer *b, const struct written *w, uint32_t i) {
  const struct written_cell *cell = &w->cell[i];
  if (cell->size == WRITTEN_LONG) {
    size_t size;
    const char *text = written_longer(w, i, &size);
    buffer_add(b, text, size);
  } else if (buffer_reserve(b, WRITTEN_STEP)) {
    memcpy(b->bytes + b->size, cell, WRITTEN_STEP);
    b->size += cell->size;
    b->bytes[b->size] = '\0';
  }
}

/* A text that is the same in every row, of less than a step. */
struct written_mark {
  char text[WRITTEN_STEP];
  uint32_t size;
};
#define WRITTEN_MARK(text) ((struct written_mark){text, sizeof(text) - 1})

/* What stands before the two ends of a tie. */
struct written_ends {
  struct written_mark before[2];
};

static inline char *written_put_mark(char *at, const struct written_mark *mark) {
  memcpy(at, mark->text, WRITTEN_STEP);
  return at + mark->size;
}
static inline char *written_put_cell(char *at, const struct written_cell *cell) {
  memcpy(at, cell, WRITTEN_STEP);
  return at + cell->size;
}

/* The ends of a tie: a mark, a text, a mark, a text. Asks for the texts of a later tie, which may stand anywhere. */
static inline void written_add_ends(struct buffer *b, const struct written *w, const struct written_ends *ends, const nonet *n,
                                    uint32_t t) {
  uint32_t from = n->tie_from[t], to = n->tie_to[t];
  if (n->ties - t > WRITTEN_AHEAD) {
    __builtin_prefetch(&w->cell[n->tie_from[t + WRITTEN_AHEAD]]);
    __builtin_prefetch(&w->cell[n->tie_to[t + WRITTEN_AHEAD]]);
  }
  if (w->cell[from].size == WRITTEN_LONG || w->cell[to].size == WRITTEN_LONG || !buffer_reserve(b, 4 * (size_t)WRITTEN_STEP)) {
    buffer_add(b, ends->before[0].text, ends->before[0].size);
    written_add(b, w, from);
    buffer_add(b, ends->before[1].text, ends->before[1].size);
    written_add(b, w, to);
    return;
  }
  char *at = b->bytes + b->size;
  at = written_put_mark(at, &ends->before[0]);
  at = written_put_cell(at, &w->cell[from]);
  at = written_put_mark(at, &ends->before[1]);
  at = written_put_cell(at, &w->cell[to]);
  *at = '\0';
  b->size = (size_t)(at - b->bytes);
}

#endif
