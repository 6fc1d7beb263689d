/* Is every byte of a snapshot as it was written, and does every number in it point to something that is there? One pass: a part is summed
 * and, while it is still in the cache, its values are compared with their bounds. All threads share the parts of all sections.
 *
 * Why bounds besides sums: a sum finds damage, but whoever makes a file can make its sums too; no file may lead outside of its arrays. */
#include "base/checksum.h"
#include "base/memory.h"
#include "base/team.h"
#include "net/identity.h"
#include "net/snapshot.h"

#include <stdlib.h>

enum verdict { FINE, DAMAGED, POINTS_NOWHERE };

/* What the values of a section may be: 32-bit ones below `below` or at least `or_from`; 64-bit ones ascending up to `below`. */
struct bounds {
  unsigned width; /* 4: numbers below; 8: ascending; 1: bytes below; 0: anything */
  uint64_t below, or_from;
  bool strictly_below; /* of width 8: below instead of ascending up to */
};

#define NO_OTHER ((uint64_t)1 << 32)

static struct bounds of_array(const struct snapshot_facts *f, enum snapshot_value value) {
  switch (value) {
  case ANY_VALUE:
    return (struct bounds){0};
  case A_WORD:
    return (struct bounds){4, f->words, NO_OTHER, false};
  case A_NODE:
    return (struct bounds){4, f->nodes, NO_OTHER, false};
  case A_TIE:
    return (struct bounds){4, f->ties, NO_OTHER, false};
  case A_LAYER:
    return (struct bounds){4, f->layers, NO_OTHER, false};
  case A_LAYER_OR_NONE:
    return (struct bounds){4, f->layers, NONET_NONE, false};
  case A_KIND_OR_NONE:
    return (struct bounds){4, f->kinds, NONET_NONE, false};
  case A_SCALE:
    return (struct bounds){1, NONET_RANK + 1, NO_OTHER, false};
  case LAYERS_OF_NODE:
    return (struct bounds){4, f->layers + 1, NO_OTHER, false};
  case TO_MEMBERS:
    return (struct bounds){8, f->members, 0, false};
  case TO_ALIASES:
    return (struct bounds){8, f->aliases, 0, false};
  case TO_ENDS:
    return (struct bounds){8, f->ends, 0, false};
  }
  return (struct bounds){0};
}

static uint64_t bytes_of(const struct snapshot_check *c, uint32_t id) {
  for (size_t i = 0; i < c->sections; i++)
    if (c->section[i].id == id) return c->section[i].bytes;
  return 0;
}

static struct bounds of_section(const struct snapshot_check *c, const struct snapshot_section *s) {
  const struct snapshot_facts *f = c->facts;
  const struct snapshot_survey *survey = NULL;
  if (s->id >= SNAPSHOT_ARRAYS) return of_array(f, snapshot_arrays[s->id - SNAPSHOT_ARRAYS].value);
  for (size_t i = 0; i < c->sections; i++)
    if (c->section[i].id == SNAPSHOT_SURVEYS && s->index < f->surveys)
      survey = (const struct snapshot_survey *)(const void *)(c->file + c->section[i].offset) + s->index;
  switch (s->id) {
  case SNAPSHOT_WORD_STARTS:
    return (struct bounds){8, bytes_of(c, SNAPSHOT_WORDS), 0, true};
  case SNAPSHOT_FOLDED_STARTS:
    return (struct bounds){8, bytes_of(c, SNAPSHOT_FOLDED), 0, true};
  case SNAPSHOT_KEYS:
  case SNAPSHOT_OTHERS:
    return (struct bounds){4, f->nodes, IDENTITY_MANY, false};
  case SNAPSHOT_COLUMN_ROWS:
    return (struct bounds){4, s->index < f->node_columns ? f->nodes : f->ties, NO_OTHER, false};
  case SNAPSHOT_COLUMN_VALUES:
    return (struct bounds){4, f->words, NO_OTHER, false};
  case SNAPSHOT_RESPONDENTS:
  case SNAPSHOT_ALTERS:
  case SNAPSHOT_OPEN:
    return (struct bounds){4, f->nodes, NO_OTHER, false};
  case SNAPSHOT_OPEN_FIRST:
    return (struct bounds){8, survey ? survey->open : 0, 0, false};
  default:
    return (struct bounds){0};
  }
}

static bool numbers_fit(const uint32_t *value, size_t count, const struct bounds *b) {
  uint32_t wrong = 0, below = b->below < NO_OTHER ? (uint32_t)b->below : UINT32_MAX, from = (uint32_t)b->or_from;
  if (b->or_from == NO_OTHER)
    for (size_t i = 0; i < count; i++)
      wrong |= value[i] >= below;
  else
    for (size_t i = 0; i < count; i++)
      wrong |= (value[i] >= below) & (value[i] < from);
  return !wrong;
}

static bool places_fit(const uint64_t *value, size_t count, bool has_before, const struct bounds *b) {
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

static bool bytes_fit(const unsigned char *value, size_t count, const struct bounds *b) {
  bool wrong = false;
  for (size_t i = 0; i < count; i++)
    wrong |= value[i] >= b->below;
  return !wrong;
}

struct pass {
  const struct snapshot_check *check;
  struct bounds *bounds; /* of each section; owned */
  size_t *first;         /* part with which a section begins, and the number of all; owned */
  int verdict;           /* set atomically */
};

static void look(void *context, size_t part, unsigned worker) {
  struct pass *p = context;
  size_t low = 0, high = p->check->sections;
  (void)worker;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (p->first[middle] <= part)
      low = middle;
    else
      high = middle;
  }
  const struct snapshot_section *s = &p->check->section[low];
  const struct bounds *b = &p->bounds[low];
  uint64_t from = (part - p->first[low]) * SNAPSHOT_PART, left = s->bytes - from;
  size_t size = left < SNAPSHOT_PART ? (size_t)left : SNAPSHOT_PART;
  const unsigned char *at = p->check->file + s->offset + from;
  enum verdict verdict = FINE;
  if (checksum(at, size) != p->check->sum[part])
    verdict = DAMAGED;
  else if ((b->width == 4 && !numbers_fit((const void *)at, size / 4, b)) || (b->width == 1 && !bytes_fit(at, size, b)) ||
           (b->width == 8 && !places_fit((const void *)at, size / 8, from > 0, b)))
    verdict = POINTS_NOWHERE;
  if (verdict != FINE) __atomic_store_n(&p->verdict, (int)verdict, __ATOMIC_RELAXED);
}

static bool go_on(void *context) {
  return __atomic_load_n(&((struct pass *)context)->verdict, __ATOMIC_RELAXED) == FINE;
}

nonet_code snapshot_check_all(const struct snapshot_check *c, const struct run *run, nonet_err *err) {
  struct pass p = {
      .check = c, .bounds = memory_array(c->sections, sizeof *p.bounds), .first = memory_array(c->sections + 1, sizeof *p.first)};
  nonet_code code = p.bounds && p.first ? NONET_OK : error_memory(err);
  size_t parts = 0;
  for (size_t i = 0; !code && i < c->sections; i++) {
    p.bounds[i] = of_section(c, &c->section[i]);
    p.first[i] = parts;
    parts += (size_t)((c->section[i].bytes + SNAPSHOT_PART - 1) / SNAPSHOT_PART);
  }
  if (!code) team_run(parts, run_threads(run), look, &p, go_on);
  if (p.verdict == DAMAGED) code = error_set(err, NONET_EINPUT, "%s: the snapshot is damaged: a checksum differs", c->name);
  if (p.verdict == POINTS_NOWHERE) code = error_set(err, NONET_EINPUT, "%s: the snapshot points to what is not in it", c->name);
  free(p.bounds);
  free(p.first);
  return code;
}
