/* An interner: see the drawing in words.h.
 *
 * Most names are short, so a short text stands in its cell: a look-up touches a slot and a cell, two lines of memory.
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
#define CELL 16u
#define FIRST_CELLS 6u /* the first piece has 2^6 cells, each as many as all before it and 2^6 more */
#define MOST_PIECES 33u
#define AHEAD 32u /* texts that are looked up together */

struct slot {
  uint32_t hash, word; /* WORDS_NONE: free */
};

/* The text of a word: a short one, padded with zeros to a cell, so that it is compared a few bytes at once; or where a longer one stands.
 */
union cell {
  char text[CELL];
  struct {
    const char *longer;
    char between[CELL - 1 - sizeof(char *)];
    bool is_long; /* the last byte, which is the NUL of a short one */
  } at;
};

/* Invariants: count <= cell_room; slot_count is a power of two; the text of word i ends with a NUL inside one chunk. */
struct words {
  char **chunks; /* owned, each of them too */
  size_t chunk_count, chunk_room;
  char *next; /* free bytes of the newest shared chunk */
  size_t left, chunk_size, held;
  union cell *cells[MOST_PIECES]; /* owned: pieces that never move; see cell_of */
  size_t cell_room;
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
  struct slot *slots = memory_large(count, sizeof *slots);
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

/* Word + 2^6 tells the piece by its highest bit, and the place in it by the rest. */
static union cell *cell_of(const struct words *w, uint32_t word) {
  uint64_t place = (uint64_t)word + (1u << FIRST_CELLS);
  unsigned top = 63u - (unsigned)__builtin_clzll(place);
  return &w->cells[top - FIRST_CELLS][place - ((uint64_t)1 << top)];
}

static const char *text_of_cell(const union cell *cell) {
  return cell->at.is_long ? cell->at.longer : cell->text;
}

const char *words_text(const struct words *w, uint32_t word) {
  return w->of_image ? text_of_image(&w->image, word) : text_of_cell(cell_of(w, word));
}

static uint64_t eight(const char *at) {
  uint64_t x;
  memcpy(&x, at, 8);
  return x;
}

static uint32_t four(const char *at) {
  uint32_t x;
  memcpy(&x, at, 4);
  return x;
}

/* Whether a word's text is this one. Of a cell all bytes may be read; of `text` not one behind its end. */
static bool same_text(const struct words *w, uint32_t word, const char *text, size_t length) {
  if (w->of_image || length >= CELL) {
    const char *known = words_text(w, word);
    return !strncmp(known, text, length) && !known[length];
  }
  const char *known = cell_of(w, word)->text;
  if (known[CELL - 1] || known[length]) return false;
  if (length >= 8) return ((eight(known) ^ eight(text)) | (eight(known + length - 8) ^ eight(text + length - 8))) == 0;
  if (length >= 4) return ((four(known) ^ four(text)) | (four(known + length - 4) ^ four(text + length - 4))) == 0;
  return length == 0 || (known[0] == text[0] && known[length >> 1] == text[length >> 1] && known[length - 1] == text[length - 1]);
}

/* Where a text is, or the free slot where it belongs; NULL: the image cannot be trusted, or has no free slot. */
static struct slot *slot_of(const struct words *w, uint32_t hash, const char *text, size_t length) {
  size_t mask = w->slot_count - 1;
  for (size_t i = hash & mask, tries = w->slot_count; tries-- > 0; i = (i + 1) & mask) {
    struct slot *s = &w->slots[i];
    if (!trust_holds(w->image.trust, s, sizeof *s)) return NULL;
    if (s->word == WORDS_NONE) return s;
    if (s->hash != hash) continue;
    if (same_text(w, s->word, text, length)) return s;
  }
  return NULL;
}

/* More slots, a power of two. */
static bool slots_grow(struct words *w, size_t count) {
  size_t mask = count - 1;
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

/* Room for so many cells. */
static bool cells_grow(struct words *w, size_t count) {
  while (w->cell_room < count) {
    unsigned piece = 63u - (unsigned)__builtin_clzll((uint64_t)w->cell_room + (1u << FIRST_CELLS)) - FIRST_CELLS;
    size_t cells = (size_t)1 << (piece + FIRST_CELLS);
    if (piece >= MOST_PIECES || !(w->cells[piece] = memory_large(cells, sizeof **w->cells))) return false;
    w->cell_room += cells;
  }
  return true;
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
  for (unsigned i = 0; i < MOST_PIECES; i++)
    free(w->cells[i]);
  if (!w->of_image) free(w->slots);
  free(w);
}

/* Add a text that is not there, at the slot where it belongs. */
static uint32_t add_new(struct words *w, struct slot *slot, uint32_t hash, const char *text, size_t length) {
  if (w->count == WORDS_NONE || w->of_image) return WORDS_NONE;
  if (w->count >= w->slot_count / 5 * 4) {
    if (w->slot_count > SIZE_MAX / 2 / sizeof(struct slot) || !slots_grow(w, w->slot_count * 2)) return WORDS_NONE;
    slot = slot_of(w, hash, text, length);
  }
  if (!cells_grow(w, (size_t)w->count + 1)) return WORDS_NONE;
  union cell *cell = cell_of(w, w->count);
  *cell = (union cell){.text = {0}};
  if (length >= CELL) {
    char *copy = arena_room(w, length + 1);
    if (!copy) return WORDS_NONE;
    memcpy(copy, text, length);
    copy[length] = '\0';
    cell->at.longer = copy;
    cell->at.is_long = true;
  } else
    memcpy(cell->text, text, length);
  *slot = (struct slot){hash, w->count};
  return w->count++;
}

uint32_t words_add(struct words *w, const char *text, size_t length) {
  if (!length) text = "";
  length = strnlen(text, length); /* a NUL ends a text, whatever was said */
  uint32_t hash = hash_text(w->seed, text, length);
  struct slot *slot = slot_of(w, hash, text, length);
  if (!slot) return WORDS_NONE;
  return slot->word != WORDS_NONE ? slot->word : add_new(w, slot, hash, text, length);
}

/* ---- many at once ---- */

/* How: each step asks for the memory that the next one reads, for all of a group, and the group is small enough that it is still in the
 * cache then: slots, then cells, then texts that stand in none. */
static void find_group(const struct words *w, const char *base, struct words_asked *asked, size_t count) {
  size_t mask = w->slot_count - 1;
  for (size_t i = 0; i < count; i++) {
    asked[i].hash = hash_text(w->seed, base + asked[i].at, asked[i].length);
    __builtin_prefetch(&w->slots[asked[i].hash & mask]);
  }
  for (size_t i = 0; i < count; i++) {
    const struct slot *s = &w->slots[asked[i].hash & mask];
    while (s->word != WORDS_NONE && s->hash != asked[i].hash)
      s = s == &w->slots[mask] ? w->slots : s + 1;
    asked[i].word = s->word;
    if (s->word != WORDS_NONE) __builtin_prefetch(cell_of(w, s->word));
  }
  for (size_t i = 0; i < count; i++)
    if (asked[i].length >= CELL && asked[i].word != WORDS_NONE) __builtin_prefetch(words_text(w, asked[i].word));
  for (size_t i = 0; i < count; i++) {
    const char *text = base + asked[i].at;
    if (asked[i].word == WORDS_NONE || same_text(w, asked[i].word, text, asked[i].length)) continue;
    asked[i].word = slot_of(w, asked[i].hash, text, asked[i].length)->word; /* two texts of one hash */
  }
}

void words_find_many(const struct words *w, const char *base, struct words_asked *asked, size_t count) {
  for (size_t i = 0; i < count; i += AHEAD) {
    size_t group = count - i < AHEAD ? count - i : AHEAD;
    if (!w->of_image) {
      find_group(w, base, asked + i, group);
      continue;
    }
    for (size_t j = i; j < i + group; j++)
      asked[j].word = words_find(w, base + asked[j].at, asked[j].length);
  }
}

bool words_add_missing(struct words *w, const char *base, struct words_asked *asked, size_t count) {
  if (w->of_image) return false;
  for (size_t i = 0; i < count; i++) {
    if (i + AHEAD < count && asked[i + AHEAD].word == WORDS_NONE)
      __builtin_prefetch(&w->slots[asked[i + AHEAD].hash & (w->slot_count - 1)], 1);
    if (asked[i].word != WORDS_NONE) continue;
    const char *text = base + asked[i].at;
    struct slot *slot = slot_of(w, asked[i].hash, text, asked[i].length);
    asked[i].word = slot->word != WORDS_NONE ? slot->word : add_new(w, slot, asked[i].hash, text, asked[i].length);
    if (asked[i].word == WORDS_NONE) return false;
  }
  return true;
}

static bool take_group(struct words *w, const struct words *from, const uint32_t *word, uint32_t *taken, size_t count) {
  const char *text[AHEAD];
  uint32_t hash[AHEAD];
  size_t length[AHEAD];
  for (size_t i = 0; i < count && !from->of_image; i++)
    __builtin_prefetch(cell_of(from, word[i]));
  for (size_t i = 0; i < count; i++) {
    text[i] = words_text(from, word[i]);
    __builtin_prefetch(text[i]);
  }
  for (size_t i = 0; i < count; i++) {
    length[i] = strlen(text[i]);
    hash[i] = hash_text(w->seed, text[i], length[i]);
    __builtin_prefetch(&w->slots[hash[i] & (w->slot_count - 1)], 1);
  }
  for (size_t i = 0; i < count; i++) {
    struct slot *slot = slot_of(w, hash[i], text[i], length[i]);
    taken[i] = slot->word != WORDS_NONE ? slot->word : add_new(w, slot, hash[i], text[i], length[i]);
    if (taken[i] == WORDS_NONE) return false;
  }
  return true;
}

bool words_take_many(struct words *w, const struct words *from, const uint32_t *word, uint32_t *taken, size_t count) {
  if (w->of_image) return false;
  for (size_t i = 0; i < count; i += AHEAD)
    if (!take_group(w, from, word + i, taken + i, count - i < AHEAD ? count - i : AHEAD)) return false;
  return true;
}

bool words_reserve(struct words *w, size_t count) {
  if (w->of_image || count > WORDS_NONE) return false;
  size_t slots = w->slot_count;
  while (slots / 5 * 4 <= count) {
    if (slots > SIZE_MAX / 2 / sizeof(struct slot)) return false;
    slots *= 2;
  }
  if (slots > w->slot_count && !slots_grow(w, slots)) return false;
  return cells_grow(w, count);
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
  return sizeof *w + w->held + w->chunk_room * sizeof *w->chunks + w->cell_room * sizeof **w->cells + w->slot_count * sizeof *w->slots;
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
