/* How a name typed by a person finds what it means: folding, distance, and the nearest few.
 *
 * Folding decomposes (NFKD), folds case, leaves out what is ignorable (soft hyphens, joiners), and drops accents: the combining marks of
 * Latin, Greek and Cyrillic, Hebrew and Arabic points. The vowel signs of Indic scripts are marks too, but letters to their readers, and
 * stay. Distance is that of [1] (a swap of neighbours counts one, no piece is edited twice), over characters, inside a band of
 * `limit` cells either side of the diagonal.
 *
 * [1] F. J. Damerau (1964), A technique for computer detection and correction of spelling errors, CACM 7(3), doi:10.1145/363958.363994 */
#include "base/name.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/memory.h"
#include "base/utf8.h"

/* ---- folding ---- */

static bool is_accent(utf8proc_int32_t c) {
  return (c >= 0x300 && c <= 0x36f) || (c >= 0x483 && c <= 0x489) || (c >= 0x591 && c <= 0x5c7) || (c >= 0x610 && c <= 0x61a) ||
         (c >= 0x64b && c <= 0x65f) || c == 0x670 || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff) ||
         (c >= 0x20d0 && c <= 0x20ff) || (c >= 0xfe20 && c <= 0xfe2f);
}

static bool is_space(utf8proc_int32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  utf8proc_category_t kind = utf8proc_category(c);
  return c == 0x85 || kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP;
}

/* Adds folded characters; spaces wait until a character follows them, so that none is doubled and none ends the name. */
struct folding {
  struct buffer *out;
  size_t start; /* of this name in out */
  bool space;
};

static void fold_add(struct folding *f, const char *bytes, size_t size) {
  if (f->space && f->out->size > f->start) buffer_char(f->out, ' ');
  f->space = false;
  buffer_add(f->out, bytes, size);
}

/* The leading part that is plain ASCII; returns its length. A character before a non-ASCII one is left to fold_rest, which may
 * have to put marks on it. */
static size_t fold_ascii(struct folding *f, const char *name) {
  size_t length = 0;
  while (name[length] && !(name[length] & 0x80))
    length++;
  if (name[length] && length) length--;
  for (size_t i = 0; i < length; i++) {
    char c = name[i];
    if (is_space(c)) {
      f->space = true;
      continue;
    }
    if (c >= 'A' && c <= 'Z') c = (char)(c + ('a' - 'A'));
    fold_add(f, &c, 1);
  }
  return length;
}

static bool fold_rest(struct folding *f, const char *name, size_t size) {
  utf8proc_int32_t few[256], *characters = few;
  const utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
  const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)name;
  utf8proc_ssize_t room = 256, count = utf8proc_decompose(bytes, (utf8proc_ssize_t)size, characters, room, how);
  if (count > room) {
    room = count;
    characters = memory_array((size_t)room, sizeof *characters);
    if (!characters) return false;
    count = utf8proc_decompose(bytes, (utf8proc_ssize_t)size, characters, room, how);
  }
  for (utf8proc_ssize_t i = 0; i < count; i++) {
    utf8proc_uint8_t encoded[4];
    if (is_space(characters[i]))
      f->space = true;
    else if (!is_accent(characters[i]))
      fold_add(f, (const char *)encoded, (size_t)utf8proc_encode_char(characters[i], encoded));
  }
  if (characters != few) free(characters);
  return count >= 0;
}

bool name_fold(struct buffer *out, const char *name) {
  struct folding f = {.out = out, .start = out->size};
  size_t size = strlen(name), at = fold_ascii(&f, name);
  bool done = at == size || fold_rest(&f, name + at, size - at);
  if (!done) out->size = f.start;
  buffer_add(out, "", 0); /* ends it, also where nothing was added */
  return done && !out->failed;
}

/* ---- distance ---- */

#define FEW 128

/* Names that are near by their words alone come behind all others. */
enum { BY_WORDS = 1000000 };

/* The characters of a text; returns how many. */
static size_t characters_of(uint32_t *out, const char *text, size_t size) {
  size_t count = 0;
  for (size_t at = 0, length; (length = utf8_next(&out[count], text + at, size - at)); at += length)
    count++;
  return count;
}

static unsigned least(unsigned a, unsigned b) {
  return a < b ? a : b;
}

/* Row i of the table from the rows one and two above it, inside the band; returns its least cell. Cells outside hold `beyond`. */
static unsigned distance_row(unsigned *row, const unsigned *above, const unsigned *above2, const uint32_t *a, const uint32_t *b, size_t i,
                             size_t b_count, unsigned beyond) {
  size_t band = beyond - 1, from = i > band ? i - band : 1, to = i + band < b_count ? i + band : b_count;
  row[from - 1] = from == 1 ? least((unsigned)i, beyond) : beyond;
  unsigned best = row[from - 1];
  for (size_t j = from; j <= to; j++) {
    unsigned cell = above[j - 1] + (a[i - 1] != b[j - 1]);
    cell = least(cell, least(above[j], row[j - 1]) + 1);
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cell = least(cell, above2[j - 2] + 1);
    row[j] = least(cell, beyond);
    best = least(best, row[j]);
  }
  if (to < b_count) row[to + 1] = beyond;
  return best;
}

static unsigned distance_of(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count, unsigned *cells, unsigned limit) {
  unsigned beyond = limit + 1;
  unsigned *row = cells, *above = cells + b_count + 1, *above2 = cells + 2 * (b_count + 1);
  for (size_t j = 0; j <= b_count; j++)
    above[j] = above2[j] = row[j] = j < beyond ? (unsigned)j : beyond;
  unsigned before = 0;
  for (size_t i = 1; i <= a_count; i++) {
    unsigned best = distance_row(row, above, above2, a, b, i, b_count, beyond);
    if (best >= beyond && before >= beyond) return beyond; /* two rows: a swap reaches back over one */
    before = best;
    unsigned *spare = above2;
    above2 = above;
    above = row;
    row = spare;
  }
  return above[b_count];
}

unsigned name_distance(const char *a, const char *b, unsigned limit) {
  size_t a_size = strlen(a), b_size = strlen(b), most = (a_size > b_size ? a_size : b_size) + 1;
  if (limit > 1000000) limit = 1000000; /* no name is so long; keeps limit + 1 in range */
  unsigned result = limit + 1, few_cells[3 * (FEW + 1)], *cells = few_cells;
  uint32_t few_a[FEW + 1], few_b[FEW + 1], *a_text = few_a, *b_text = few_b;
  if (most > FEW) {
    a_text = memory_array(most, sizeof *a_text);
    b_text = memory_array(most, sizeof *b_text);
    cells = memory_array(most, 3 * sizeof *cells);
    if (!a_text || !b_text || !cells) goto done;
  }
  size_t a_count = characters_of(a_text, a, a_size), b_count = characters_of(b_text, b, b_size);
  size_t apart = a_count > b_count ? a_count - b_count : b_count - a_count;
  if (apart <= limit) result = distance_of(a_text, a_count, b_text, b_count, cells, limit);
done:
  if (cells != few_cells) {
    free(a_text);
    free(b_text);
    free(cells);
  }
  return result;
}

/* ---- the nearest ---- */

bool name_nearest_start(struct name_nearest *near, const char *typed) {
  *near = (struct name_nearest){0};
  if (!name_fold(&near->folded, typed)) return false;
  uint32_t c;
  for (size_t at = 0, step; (step = utf8_next(&c, near->folded.bytes + at, near->folded.size - at)); at += step)
    near->length++;
  return true;
}

/* Whether what was typed holds a shorter name by accident: less than half of it, and not as words of it, as "heathrow" holds "eat". */
static bool by_accident(const char *typed, size_t typed_size, const char *name, size_t size) {
  if (size == 0 || 2 * size >= typed_size) return false;
  for (const char *at = typed; (at = strstr(at, name)); at++)
    if ((at == typed || at[-1] == ' ') && (!at[size] || at[size] == ' ')) return false;
  return true;
}

/* How far a folded candidate is from what was typed; UINT_MAX if it is not near. A name that begins with the other is as near as one
 * edit, one that holds the other as two: short forms are what people type. */
static unsigned nearness(const char *typed, size_t typed_size, size_t length, const char *name, size_t size) {
  unsigned limit = length < 1000 ? (unsigned)length / 3 : 333, best = UINT32_MAX;
  const char *longer = typed_size > size ? typed : name, *shorter = typed_size > size ? name : typed;
  size_t least_size = typed_size > size ? size : typed_size, apart = typed_size > size ? typed_size - size : size - typed_size;
  if (by_accident(typed, typed_size, name, size)) least_size = 0;
  if (least_size >= 2 && !strncmp(longer, shorter, least_size))
    best = apart ? 1 : 0;
  else if (least_size >= 3 && strstr(longer, shorter))
    best = 2;
  if (apart > 4 * (size_t)limit || !limit) return best; /* an edit moves the size by at most the 4 bytes of a character */
  unsigned distance = name_distance(typed, name, limit);
  return distance <= limit && distance < best ? distance : best;
}

/* The next word of a folded name; false: none is left. */
static bool next_word(char word[FEW], size_t *length, const char **at) {
  while (**at == ' ')
    (*at)++;
  *length = strcspn(*at, " ");
  if (*length == 0 || *length >= FEW) return false;
  memcpy(word, *at, *length);
  word[*length] = '\0';
  *at += *length;
  return true;
}

/* Where names are not near as wholes: every word typed is within a third of its letters of some word of the name, as "lerning partnership"
 * is of "lifelong learning partnership". Words of less than four letters say too little to be the only ones. */
static unsigned nearness_by_words(const char *typed, const char *name) {
  char word[FEW], other[FEW];
  size_t length, other_length, longest = 0;
  unsigned all = 0;
  for (const char *at = typed; next_word(word, &length, &at);) {
    unsigned limit = (unsigned)length / 3, best = UINT32_MAX;
    for (const char *from = name; best && next_word(other, &other_length, &from);) {
      unsigned distance = name_distance(word, other, limit);
      if (distance <= limit && distance < best) best = distance;
    }
    if (best == UINT32_MAX) return UINT32_MAX;
    all += best;
    if (length > longest) longest = length;
  }
  return longest >= 4 ? BY_WORDS + all : UINT32_MAX;
}

void name_nearest_offer(struct name_nearest *near, const char *candidate) {
  struct buffer *folded = &near->scratch;
  buffer_clear(folded);
  if (!name_fold(folded, candidate)) return;
  unsigned distance = nearness(buffer_string(&near->folded), near->folded.size, near->length, buffer_string(folded), folded->size);
  if (distance == UINT32_MAX && !(near->count == 3 && near->distance[2] < BY_WORDS))
    distance = nearness_by_words(buffer_string(&near->folded), buffer_string(folded));
  if (distance == UINT32_MAX) return;
  size_t at = near->count;
  for (size_t i = 0; i < near->count; i++)
    if (!strcmp(near->best[i], candidate)) return;
  while (at && (near->distance[at - 1] > distance || (near->distance[at - 1] == distance && strcmp(near->best[at - 1], candidate) > 0)))
    at--;
  if (at == 3) return;
  char *copy = memory_text(candidate);
  if (!copy) return;
  if (near->count == 3) free(near->best[--near->count]);
  for (size_t i = near->count++; i > at; i--) {
    near->best[i] = near->best[i - 1];
    near->distance[i] = near->distance[i - 1];
  }
  near->best[at] = copy;
  near->distance[at] = distance;
}

void name_nearest_say(const struct name_nearest *near, struct buffer *out) {
  size_t count = near->count;
  while (count > 0 && near->distance[0] < BY_WORDS && near->distance[count - 1] >= BY_WORDS)
    count--;
  for (size_t i = 0; i < count; i++) {
    buffer_text(out, !i ? " (did you mean '" : i + 1 < count ? "', '" : "' or '");
    buffer_text(out, near->best[i]);
  }
  if (count) buffer_text(out, "'?)");
}

void name_nearest_free(struct name_nearest *near) {
  buffer_free(&near->folded);
  buffer_free(&near->scratch);
  for (size_t i = 0; i < near->count; i++)
    free(near->best[i]);
  near->count = 0;
}
