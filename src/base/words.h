/* Words: an interner. Each distinct text is kept once and has a number; 0 is the empty text.
 *
 *   cells:  |Arts\0    |Housing\0 |-> in the arena |      word -> its text: up to 15 bytes here, a longer one elsewhere
 *   slots:  open addressing, hash -> word
 *
 * A word's text stays where it is until the words are freed (cells and arena are made of chunks that never move). */
#ifndef NONET_BASE_WORDS_H
#define NONET_BASE_WORDS_H

#include "base/error.h"
#include "base/trust.h"

#include <stdbool.h>

#define WORDS_NONE UINT32_MAX /* out of memory, or not found */

struct words;

struct words *words_new(void);
void words_free(struct words *w);

/* The number of a text, added if new; WORDS_NONE when memory (or 2^32 - 1 words) ran out. O(length). */
uint32_t words_add(struct words *w, const char *text, size_t length);
uint32_t words_add_text(struct words *w, const char *text); /* NULL is "" */

/* Texts that are looked up together, so that one does not wait for the memory that another needs. `at` and `length` say where each stands
 * from `base` on, without a NUL in it; the rest is filled in. */
struct words_asked {
  uint32_t at, length;
  uint32_t hash, word;
};
/* The numbers of those that are there, WORDS_NONE for the others. Threads may look up in the same words together. */
void words_find_many(const struct words *w, const char *base, struct words_asked *asked, size_t count);
/* Add those that words_find_many found not, in their order. False: as words_add gives WORDS_NONE. */
bool words_add_missing(struct words *w, const char *base, struct words_asked *asked, size_t count);
/* Add words of others, in their order: taken[i] is the number here of from's word[i]. False: as words_add gives WORDS_NONE. */
bool words_take_many(struct words *w, const struct words *from, const uint32_t *word, uint32_t *taken, size_t count);
/* Make room for so many words, so that adding them makes none. False: out of memory (nothing is lost). */
bool words_reserve(struct words *w, size_t count);

/* The number of a text that is there, else WORDS_NONE. */
uint32_t words_find(const struct words *w, const char *text, size_t length);

const char *words_text(const struct words *w, uint32_t word); /* NUL-terminated, borrowed */
size_t words_length(const struct words *w, uint32_t word);
uint32_t words_count(const struct words *w);
size_t words_bytes(const struct words *w); /* memory held */

/* Words laid out in one piece, as a snapshot keeps them: text i begins at bytes[start[i]]; the slots are the table of the words that it was
 * made from. All borrowed. */
struct words_image {
  const char *bytes; /* NULL from words_table */
  size_t size;
  const uint64_t *start; /* NULL from words_table */
  uint32_t count;
  const void *slots; /* 8 bytes each */
  size_t slot_count; /* a power of two, one of them free at least */
  uint64_t seed;
  struct trust *trust; /* of the file that all this stands in; NULL: it was checked */
};

/* The table of words, for an image of them; its bytes and starts are for the caller to lay out. */
void words_table(struct words_image *out, const struct words *w);
/* Whether each slot of an image is free or a word's, and one is free. O(slots) */
bool words_image_fits(const struct words_image *image);
/* Words that stand in an image, which has to outlive them; where it is trusted it fits, holds starts below its size and a NUL at its end.
 * They cannot grow. A word that cannot be trusted is "", and never found. NULL: out of memory. O(1) */
struct words *words_of_image(const struct words_image *image);

#endif
