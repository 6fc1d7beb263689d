/* An interner: see the drawing in words.h.
 *
 * A slot holds 32 bits of hash beside the word, so that a probe seldom touches a text and a larger table is filled without reading any.
 * Probing is linear, the table at most 4/5 full. The hash multiplies 8 bytes at a time into 128 bits and folds them, as in [1]; it starts
 * from a number that differs from run to run, so that no input can be made in which all texts collide. No result depends on it: words are
 * numbered in the order in which they come.
 *
 * [1] Wang Yi, D. Barclay et al. (2019-2022), wyhash: a fast hash by folded multiplication. */
#include "base/words.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/memory.h"

#define FIRST_CHUNK 4096
#define LARGEST_CHUNK ((size_t)1 << 20)
#define FIRST_SLOTS 64

struct slot {
  uint32_t hash, word; /* WORDS_NONE: free */
};

/* Invariants: count <= start_room; slot_count is a power of two; the text of word i ends with a NUL inside one chunk. */
struct words {
  char **chunks; /* owned, each of them too */
  size_t chunk_count, chunk_room;
  char *next; /* free bytes of the newest shared chunk */
  size_t left, chunk_size, held;
  const char **start; /* word -> text */
  size_t start_room;
  struct slot *slots;
  size_t slot_count;
  uint32_t count;
  uint64_t seed;
  bool of_image; /* the slots are borrowed, nothing grows, and texts stand where the image says: */
  struct words_image image;
};

/* The two halves of the product of a and b, folded into one. */
static uint64_t fold_product(uint64_t a, uint64_t b) {
#ifdef __SIZEOF_INT128__
  __extension__ typedef unsigned __int128 wide;
  wide product = (wide)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
#else
  uint64_t al = (uint32_t)a, ah = a >> 32, bl = (uint32_t)b, bh = b >> 32;
  uint64_t low = al * bl, mid = ah * bl + (low >> 32), mid2 = al * bh + (uint32_t)mid;
  return ((mid2 << 32) | (uint32_t)low) ^ (ah * bh + (mid >> 32) + (mid2 >> 32));
#endif
}

static uint32_t hash_text(uint64_t seed, const char *text, size_t length) {
  const uint64_t odd1 = 0x9e3779b97f4a7c15u, odd2 = 0xd1b54a32d192ed03u;
  uint64_t h = seed ^ fold_product(length ^ odd1, odd2);
  size_t at = 0;
  for (; length - at > 8; at += 8) {
    uint64_t piece;
    memcpy(&piece, text + at, 8);
    h = fold_product(piece ^ odd2, h ^ odd1);
  }
  uint64_t rest = 0; /* the last 0 to 8 bytes */
  if (length >= 8)
    memcpy(&rest, text + length - 8, 8);
  else if (length >= 4) {
    uint32_t head, tail;
    memcpy(&head, text, 4);
    memcpy(&tail, text + length - 4, 4);
    rest = (uint64_t)head << 32 | tail;
  } else if (length)
    rest = (uint64_t)(unsigned char)text[0] << 16 | (uint64_t)(unsigned char)text[length >> 1] << 8 | (unsigned char)text[length - 1];
  h = fold_product(rest ^ odd2, h ^ odd1);
  return (uint32_t)(h ^ h >> 32);
}

static struct slot *slots_new(size_t count) {
  struct slot *slots = memory_array(count, sizeof *slots);
  if (slots) memset(slots, 0xff, count * sizeof *slots);
  return slots;
}

/* ---- texts ---- */

/* Whether a text of an image may be read up to its NUL: step by step, for where it ends is not known before. */
static bool may_read(const struct words_image *image, const char *text) {
  enum { STEP = 64 };
  const char *end = image->bytes + image->size;
  while (text < end) {
    size_t size = end - text < STEP ? (size_t)(end - text) : STEP;
    if (!trust_holds(image->trust, text, size)) return false;
    if (memchr(text, 0, size)) return true;
    text += size;
  }
  return false;
}

static const char *text_of_image(const struct words_image *image, uint32_t word) {
  struct trust *trust = image->trust;
  if (trust_whole(trust)) return image->bytes + image->start[word];
  if (word >= image->count || !trust_holds(trust, &image->start[word], sizeof *image->start)) return "";
  const char *text = image->bytes + image->start[word];
  return may_read(image, text) ? text : "";
}

const char *words_text(const struct words *w, uint32_t word) {
  return w->of_image ? text_of_image(&w->image, word) : w->start[word];
}

/* Where a text is, or the free slot where it belongs; NULL: the image cannot be trusted, or has no free slot. */
static struct slot *slot_of(const struct words *w, uint32_t hash, const char *text, size_t length) {
  size_t mask = w->slot_count - 1;
  for (size_t i = hash & mask, tries = w->slot_count; tries-- > 0; i = (i + 1) & mask) {
    struct slot *s = &w->slots[i];
    if (!trust_holds(w->image.trust, s, sizeof *s)) return NULL;
    if (s->word == WORDS_NONE) return s;
    if (s->hash != hash) continue;
    const char *known = words_text(w, s->word);
    if (!strncmp(known, text, length) && !known[length]) return s;
  }
  return NULL;
}

static bool slots_grow(struct words *w) {
  if (w->slot_count > SIZE_MAX / 2 / sizeof(struct slot)) return false;
  size_t count = w->slot_count * 2, mask = count - 1;
  struct slot *slots = slots_new(count);
  if (!slots) return false;
  for (size_t i = 0; i < w->slot_count; i++) {
    if (w->slots[i].word == WORDS_NONE) continue;
    size_t at = w->slots[i].hash & mask;
    while (slots[at].word != WORDS_NONE)
      at = (at + 1) & mask;
    slots[at] = w->slots[i];
  }
  free(w->slots);
  w->slots = slots;
  w->slot_count = count;
  return true;
}

/* A new chunk of `size` bytes; NULL leaves the words as they were. */
static char *chunk_new(struct words *w, size_t size) {
  if (!memory_grow(&w->chunks, &w->chunk_room, w->chunk_count + 1, sizeof *w->chunks)) return NULL;
  char *chunk = memory_array(size, 1);
  if (!chunk) return NULL;
  w->chunks[w->chunk_count++] = chunk;
  w->held += size;
  return chunk;
}

/* Room for `size` bytes that will never move: in the shared chunk, or in one of its own when it is long. */
static char *arena_room(struct words *w, size_t size) {
  if (size > w->left) {
    if (size > w->chunk_size / 4 && size > FIRST_CHUNK / 4) return chunk_new(w, size);
    char *chunk = chunk_new(w, w->chunk_size);
    if (!chunk) return NULL;
    w->next = chunk;
    w->left = w->chunk_size;
    if (w->chunk_size < LARGEST_CHUNK) w->chunk_size *= 2;
  }
  char *room = w->next;
  w->next += size;
  w->left -= size;
  return room;
}

struct words *words_new(void) {
  struct words *w = memory_zeroed(1, sizeof *w);
  if (!w) return NULL;
  w->chunk_size = FIRST_CHUNK;
  w->slot_count = FIRST_SLOTS;
  if (getrandom(&w->seed, sizeof w->seed, GRND_NONBLOCK) != sizeof w->seed) w->seed = (uint64_t)(uintptr_t)w;
  w->slots = slots_new(w->slot_count);
  if (!w->slots || words_add(w, "", 0) != 0) {
    words_free(w);
    return NULL;
  }
  return w;
}

void words_free(struct words *w) {
  if (!w) return;
  for (size_t i = 0; i < w->chunk_count; i++)
    free(w->chunks[i]);
  free(w->chunks);
  free(w->start);
  if (!w->of_image) free(w->slots);
  free(w);
}

uint32_t words_add(struct words *w, const char *text, size_t length) {
  if (!length) text = "";
  length = strnlen(text, length); /* a NUL ends a text, whatever was said */
  uint32_t hash = hash_text(w->seed, text, length);
  struct slot *slot = slot_of(w, hash, text, length);
  if (!slot) return WORDS_NONE;
  if (slot->word != WORDS_NONE) return slot->word;
  if (w->count == WORDS_NONE || w->of_image) return WORDS_NONE;
  if (w->count >= w->slot_count / 5 * 4) {
    if (!slots_grow(w)) return WORDS_NONE;
    slot = slot_of(w, hash, text, length);
  }
  if (!memory_grow(&w->start, &w->start_room, (size_t)w->count + 1, sizeof *w->start)) return WORDS_NONE;
  char *copy = arena_room(w, length + 1);
  if (!copy) return WORDS_NONE;
  memcpy(copy, text, length);
  copy[length] = '\0';
  w->start[w->count] = copy;
  *slot = (struct slot){hash, w->count};
  return w->count++;
}

uint32_t words_add_text(struct words *w, const char *text) {
  return text ? words_add(w, text, strlen(text)) : 0;
}

uint32_t words_find(const struct words *w, const char *text, size_t length) {
  if (!length) text = "";
  length = strnlen(text, length);
  const struct slot *slot = slot_of(w, hash_text(w->seed, text, length), text, length);
  return slot ? slot->word : WORDS_NONE;
}

size_t words_length(const struct words *w, uint32_t word) {
  return strlen(words_text(w, word));
}

uint32_t words_count(const struct words *w) {
  return w->count;
}

size_t words_bytes(const struct words *w) {
  return sizeof *w + w->held + w->chunk_room * sizeof *w->chunks + w->start_room * sizeof *w->start + w->slot_count * sizeof *w->slots;
}

void words_table(struct words_image *out, const struct words *w) {
  *out = (struct words_image){.count = w->count, .slots = w->slots, .slot_count = w->slot_count, .seed = w->seed};
}

bool words_image_fits(const struct words_image *image) {
  const struct slot *slots = image->slots;
  size_t unused = 0;
  if (!image->count || !image->slot_count || image->slot_count & (image->slot_count - 1)) return false;
  for (size_t i = 0; i < image->slot_count; i++) {
    if (slots[i].word == WORDS_NONE)
      unused++;
    else if (slots[i].word >= image->count)
      return false;
  }
  return unused > 0;
}

struct words *words_of_image(const struct words_image *image) {
  struct words *w = memory_zeroed(1, sizeof *w);
  if (!w) return NULL;
  *w = (struct words){.slots = (struct slot *)(uintptr_t)image->slots,
                      .slot_count = image->slot_count,
                      .count = image->count,
                      .seed = image->seed,
                      .of_image = true,
                      .image = *image};
  return w;
}
