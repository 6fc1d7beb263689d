/* Is every byte of a snapshot as it was written, and does every number in it point to something that is there? A page is summed and, while
 * it is still in the cache, its values are compared with their bounds: when a reader comes to it, or, where all is wanted, by all threads.
 *
 * Why bounds besides sums: a sum finds damage, but whoever makes a file can make its sums too; no file may lead outside of its arrays.
 *
 * [1] G. L. Steele, D. Lea, C. H. Flood 2014, doi:10.1145/2660193.2660195 (the last step of SplitMix). */
#include "base/checksum.h"
#include "base/memory.h"
#include "base/team.h"
#include "net/identity.h"
#include "net/snapshot.h"

#include <stdlib.h>
#include <sys/random.h>

enum verdict { FINE = TRUST_FINE, DAMAGED, POINTS_NOWHERE };

/* What the values of a section may be: 32-bit ones below `below` or at least `or_from`; 64-bit ones ascending up to `below`. */
struct snapshot_bounds {
  unsigned width; /* 4: numbers below; 8: ascending; 1: bytes below; 0: anything */
  uint64_t below, or_from;
  bool strictly_below; /* of width 8: below instead of ascending up to */
};

#define NO_OTHER ((uint64_t)1 << 32)

static struct snapshot_bounds of_array(const struct snapshot_facts *f, enum snapshot_value value) {
  switch (value) {
  case ANY_VALUE:
    return (struct snapshot_bounds){0};
  case A_WORD:
    return (struct snapshot_bounds){4, f->words, NO_OTHER, false};
  case A_NODE:
    return (struct snapshot_bounds){4, f->nodes, NO_OTHER, false};
  case A_TIE:
    return (struct snapshot_bounds){4, f->ties, NO_OTHER, false};
  case A_LAYER:
    return (struct snapshot_bounds){4, f->layers, NO_OTHER, false};
  case A_LAYER_OR_NONE:
    return (struct snapshot_bounds){4, f->layers, NONET_NONE, false};
  case A_KIND_OR_NONE:
    return (struct snapshot_bounds){4, f->kinds, NONET_NONE, false};
  case A_SCALE:
    return (struct snapshot_bounds){1, NONET_RANK + 1, NO_OTHER, false};
  case LAYERS_OF_NODE:
    return (struct snapshot_bounds){4, f->layers + 1, NO_OTHER, false};
  case TO_MEMBERS:
    return (struct snapshot_bounds){8, f->members, 0, false};
  case TO_ALIASES:
    return (struct snapshot_bounds){8, f->aliases, 0, false};
  case TO_ENDS:
    return (struct snapshot_bounds){8, f->ends, 0, false};
  }
  return (struct snapshot_bounds){0};
}

static uint64_t bytes_of(const struct snapshot_trust *c, uint32_t id) {
  for (size_t i = 0; i < c->sections; i++)
    if (c->section[i].id == id) return c->section[i].bytes;
  return 0;
}

static struct snapshot_bounds of_section(const struct snapshot_trust *c, const struct snapshot_section *s) {
  const struct snapshot_facts *f = c->facts;
  const struct snapshot_survey *survey = NULL;
  if (s->id >= SNAPSHOT_ARRAYS) return of_array(f, snapshot_arrays[s->id - SNAPSHOT_ARRAYS].value);
  for (size_t i = 0; i < c->sections; i++)
    if (c->section[i].id == SNAPSHOT_SURVEYS && s->index < f->surveys)
      survey = (const struct snapshot_survey *)(const void *)(c->trust.file + c->section[i].offset) + s->index;
  switch (s->id) {
  case SNAPSHOT_WORD_STARTS:
    return (struct snapshot_bounds){8, bytes_of(c, SNAPSHOT_WORDS), 0, true};
  case SNAPSHOT_FOLDED_STARTS:
    return (struct snapshot_bounds){8, bytes_of(c, SNAPSHOT_FOLDED), 0, true};
  case SNAPSHOT_KEYS:
  case SNAPSHOT_OTHERS:
    return (struct snapshot_bounds){4, f->nodes, IDENTITY_MANY, false};
  case SNAPSHOT_COLUMN_ROWS:
    return (struct snapshot_bounds){4, s->index < f->node_columns ? f->nodes : f->ties, NO_OTHER, false};
  case SNAPSHOT_COLUMN_VALUES:
    return (struct snapshot_bounds){4, f->words, NO_OTHER, false};
  case SNAPSHOT_RESPONDENTS:
  case SNAPSHOT_ALTERS:
  case SNAPSHOT_OPEN:
    return (struct snapshot_bounds){4, f->nodes, NO_OTHER, false};
  case SNAPSHOT_OPEN_FIRST:
    return (struct snapshot_bounds){8, survey ? survey->open : 0, 0, false};
  default:
    return (struct snapshot_bounds){0};
  }
}

static bool numbers_fit(const uint32_t *value, size_t count, const struct snapshot_bounds *b) {
  uint32_t wrong = 0, below = b->below < NO_OTHER ? (uint32_t)b->below : UINT32_MAX, from = (uint32_t)b->or_from;
  if (b->or_from == NO_OTHER)
    for (size_t i = 0; i < count; i++)
      wrong |= value[i] >= below;
  else
    for (size_t i = 0; i < count; i++)
      wrong |= (value[i] >= below) & (value[i] < from);
  return !wrong;
}

static bool places_fit(const uint64_t *value, size_t count, bool has_before, const struct snapshot_bounds *b) {
  uint64_t wrong = 0;
  if (b->strictly_below)
    for (size_t i = 0; i < count; i++)
      wrong |= value[i] >= b->below;
  else {
    wrong = has_before ? value[-1] > value[0] : value[0] != 0;
    for (size_t i = 1; i < count; i++)
      wrong |= value[i - 1] > value[i];
    wrong |= value[count - 1] > b->below;
  }
  return !wrong;
}

static bool bytes_fit(const unsigned char *value, size_t count, const struct snapshot_bounds *b) {
  bool wrong = false;
  for (size_t i = 0; i < count; i++)
    wrong |= value[i] >= b->below;
  return !wrong;
}

/* ---- pages ---- */

/* What of a section stands between two places of the file. */
static bool section_fits(const struct snapshot_trust *t, size_t section, uint64_t from, uint64_t end) {
  const struct snapshot_section *s = &t->section[section];
  const struct snapshot_bounds *b = &t->bounds[section];
  uint64_t first = s->offset > from ? s->offset : from, last = s->offset + s->bytes < end ? s->offset + s->bytes : end;
  if (first >= last) return true;
  const unsigned char *at = t->trust.file + first;
  size_t size = (size_t)(last - first);
  return b->width == 4   ? numbers_fit((const void *)at, size / 4, b)
         : b->width == 1 ? bytes_fit(at, size, b)
         : b->width == 8 ? size < 8 || places_fit((const void *)at, size / 8, first > s->offset, b)
                         : true;
}

/* The last section that begins at a place or before; the first one if none does. */
static size_t section_at(const struct snapshot_trust *t, uint64_t place) {
  size_t low = 0, high = t->sections;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (t->section[middle].offset <= place)
      low = middle;
    else
      high = middle;
  }
  return low;
}

static enum verdict sum_and_compare(const struct snapshot_trust *t, size_t page) {
  uint64_t from = (uint64_t)page * TRUST_PAGE, end = t->end - from < TRUST_PAGE ? t->end : from + TRUST_PAGE;
  if (checksum(t->trust.file + from, (size_t)(end - from)) != t->sum[page]) return DAMAGED;
  for (size_t i = section_at(t, from); i < t->sections && t->section[i].offset < end; i++)
    if (!section_fits(t, i, from, end)) return POINTS_NOWHERE;
  return FINE;
}

static bool look_at_page(struct snapshot_trust *t, size_t page) {
  uint8_t state = __atomic_load_n(&t->trust.page[page], __ATOMIC_ACQUIRE);
  if (state) return state == FINE;
  enum verdict verdict = sum_and_compare(t, page);
  if (verdict != FINE) __atomic_store_n(&t->verdict, (int)verdict, __ATOMIC_RELAXED);
  __atomic_store_n(&t->trust.page[page], (uint8_t)verdict, __ATOMIC_RELEASE);
  return verdict == FINE;
}

static bool look(struct trust *trust, const void *at, size_t size) {
  struct snapshot_trust *t = (struct snapshot_trust *)(void *)trust;
  uintptr_t from = (uintptr_t)at, file = (uintptr_t)trust->file;
  if (!size || from < file || from >= file + trust->size) return true; /* it stands elsewhere in memory */
  const struct snapshot_section *s = &t->section[section_at(t, from - file)];
  uint64_t place = from - file - s->offset;
  if (from - file < s->offset || size > s->bytes || place > s->bytes - size) {
    __atomic_store_n(&t->verdict, (int)POINTS_NOWHERE, __ATOMIC_RELAXED);
    return false;
  }
  for (size_t page = (from - file) / TRUST_PAGE; page <= (from - file + size - 1) / TRUST_PAGE; page++)
    if (!look_at_page(t, page)) return false;
  return true;
}

/* ---- all ---- */

static bool is_small(const struct snapshot_section *s) {
  if (s->id < SNAPSHOT_ARRAYS) return s->id <= SNAPSHOT_ASSUMPTIONS || s->id == SNAPSHOT_COLUMNS || s->id >= SNAPSHOT_SURVEYS;
  enum snapshot_count count = snapshot_arrays[s->id - SNAPSHOT_ARRAYS].count;
  return count == OF_LAYERS || count == OF_KINDS || count == OF_SOURCES;
}

bool snapshot_trust_small(struct snapshot_trust *t) {
  bool well = true;
  for (size_t i = 0; i < t->sections; i++)
    if (is_small(&t->section[i])) well = well && look(&t->trust, t->trust.file + t->section[i].offset, (size_t)t->section[i].bytes);
  return well;
}

nonet_code snapshot_trust_said(const struct snapshot_trust *t, nonet_err *err) {
  int verdict = __atomic_load_n(&t->verdict, __ATOMIC_RELAXED);
  if (verdict == DAMAGED) return error_set(err, NONET_EINPUT, "%s: the snapshot is damaged: a checksum differs", t->name);
  if (verdict == POINTS_NOWHERE) return error_set(err, NONET_EINPUT, "%s: the snapshot points to what is not in it", t->name);
  return NONET_OK;
}

static void look_at_any(void *context, size_t page, unsigned worker) {
  (void)worker;
  look_at_page(context, page);
}

static bool go_on(void *context) {
  return __atomic_load_n(&((struct snapshot_trust *)context)->verdict, __ATOMIC_RELAXED) == 0;
}

/* What no part can tell by itself. */
static bool agrees(const struct snapshot_trust *t, const nonet *n) {
  const struct snapshot_facts *f = t->facts;
  for (size_t i = 0; i < t->sections; i++) {
    const struct snapshot_section *s = &t->section[i];
    bool words = s->id == SNAPSHOT_WORD_SLOTS, folded = s->id == SNAPSHOT_FOLDED_SLOTS;
    struct words_image image = {.slots = t->trust.file + s->offset,
                                .count = (uint32_t)(words ? f->words : f->folded),
                                .slot_count = (size_t)(words ? f->word_slots : f->folded_slots)};
    if ((words || folded) && !words_image_fits(&image)) return false;
  }
  for (uint32_t v = 0; n->member_declared && v < n->nodes; v++)
    if (!n->member_first || n->member_declared[v] > n->member_first[v + 1] - n->member_first[v]) return false;
  return true;
}

/* ---- ends and ties ---- */

#define A_PART ((size_t)1 << 14) /* nodes, or ties */

/* Ends are those of the ties where both are the same set of (node, other, tie), and where the rows are in order. Two sets are compared by
 * sums of a number for each member, so nothing is looked up all over the memory; the numbers depend on a seed that nobody can know. */
struct end_check {
  const nonet *n;
  uint64_t seed[2], sum; /* of ends, less that of ties; added to atomically */
  size_t node_parts;
  bool wrong; /* set atomically */
};

static uint64_t mixed(uint64_t x) { /* [1] */
  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
  x = (x ^ x >> 27) * 0x94d049bb133111ebu;
  return x ^ x >> 31;
}

static uint64_t number_of(const struct end_check *c, uint32_t v, uint32_t other, uint32_t tie) {
  return mixed(mixed(((uint64_t)v << 32 | other) + c->seed[0]) ^ (tie + c->seed[1]));
}

static uint64_t sum_of_row(struct end_check *c, uint32_t v) {
  const nonet *n = c->n;
  uint64_t sum = 0, first = n->end_first[v];
  for (uint64_t e = first; e < n->end_first[v + 1]; e++) {
    uint32_t other = n->end_other[e], tie = n->end_tie[e];
    sum += number_of(c, v, other, tie);
    /* a loop has both of its ends in one row */
    if (e > first && (n->end_other[e - 1] > other || (n->end_other[e - 1] == other && n->end_tie[e - 1] > tie)))
      __atomic_store_n(&c->wrong, true, __ATOMIC_RELAXED);
  }
  return sum;
}

static void sum_part(void *context, size_t part, unsigned worker) {
  struct end_check *c = context;
  const nonet *n = c->n;
  bool of_nodes = part < c->node_parts;
  size_t at = (of_nodes ? part : part - c->node_parts) * A_PART, count = of_nodes ? n->nodes : n->ties;
  size_t end = count - at < A_PART ? count : at + A_PART;
  uint64_t sum = 0;
  (void)worker;
  for (; at < end; at++)
    if (of_nodes)
      sum += sum_of_row(c, (uint32_t)at);
    else
      sum -= number_of(c, n->tie_from[at], n->tie_to[at], (uint32_t)at) + number_of(c, n->tie_to[at], n->tie_from[at], (uint32_t)at);
  __atomic_fetch_add(&c->sum, sum, __ATOMIC_RELAXED);
}

/* What is built from the ends, the simple network first, writes to where the far end of each tie has its place. */
static bool ends_agree(const nonet *n, const struct run *run) {
  struct end_check c = {.n = n, .node_parts = n->nodes / A_PART + 1};
  if (getrandom(c.seed, sizeof c.seed, GRND_NONBLOCK) != sizeof c.seed) c.seed[0] = (uint64_t)(uintptr_t)n;
  team_run(c.node_parts + n->ties / A_PART + 1, run_threads(run), sum_part, &c, NULL);
  return !c.wrong && c.sum == 0;
}

nonet_code net_whole(const nonet *n, const struct run *run, nonet_err *err) {
  struct snapshot_trust *t = (struct snapshot_trust *)(void *)n->trust;
  if (trust_whole(n->trust)) return NONET_OK;
  team_run((size_t)snapshot_pages(t->end), run_threads(run), look_at_any, t, go_on);
  nonet_code code = snapshot_trust_said(t, err);
  if (!code && !(agrees(t, n) && ends_agree(n, run))) code = error_set(err, NONET_EINPUT, "%s: the snapshot contradicts itself", t->name);
  if (!code) __atomic_store_n(&t->trust.whole, true, __ATOMIC_RELEASE);
  return code;
}

nonet_code net_trusted(const nonet *n, nonet_err *err) {
  return trust_whole(n->trust) ? NONET_OK : snapshot_trust_said((struct snapshot_trust *)(void *)n->trust, err);
}

nonet_code nonet_check(const nonet *n, const nonet_run *asked, nonet_err *err) {
  struct run run;
  run_start(&run, asked);
  return net_whole(n, &run, err);
}

/* ---- making ---- */

struct snapshot_trust *snapshot_trust_new(const struct snapshot_trust *file) {
  struct snapshot_trust *t = memory_zeroed(1, sizeof *t);
  if (!t) return NULL;
  *t = *file;
  t->trust.look = look;
  t->name = memory_text(file->name);
  t->bounds = memory_array(t->sections, sizeof *t->bounds);
  for (size_t i = 0; t->bounds && i < t->sections; i++)
    t->bounds[i] = of_section(t, &t->section[i]);
  /* the frame at the end was checked by its own sums, and nobody asks for it */
  t->trust.page = memory_zeroed((size_t)snapshot_pages(t->trust.size), 1);
  if (t->name && t->bounds && t->trust.page) return t;
  snapshot_trust_free(t);
  return NULL;
}

void snapshot_trust_free(struct snapshot_trust *t) {
  if (!t) return;
  free(t->name);
  free(t->bounds);
  free(t->trust.page);
  free(t);
}
