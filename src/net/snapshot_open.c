/* Opening a snapshot: the file is mapped, its frame and all it holds are checked, and the arrays of the network point into it.
 *
 * How: head and foot say whether the file is ours and whole; the table of sections, whether each is where it can be and as long as the
 * facts say; snapshot_check.c, whether its bytes are what was written and lead nowhere else, all of them at once or those that are read.
 * Only the few small things are built anew. The mapping goes with the words, which views share. */
#include "base/checksum.h"
#include "base/memory.h"
#include "net/build.h"
#include "net/lazy.h"
#include "net/snapshot.h"
#include "net/survey.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct opening {
  const char *path;
  struct mapping file;
  const struct snapshot_foot *foot;
  const struct snapshot_section *section;
  const struct snapshot_facts *facts;
  const uint64_t *sum;
  struct snapshot_trust *trust;
  nonet_err *err;
};

bool nonet_is_snapshot(const char *path) {
  char magic[8];
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return false;
  bool ours = pread(fd, magic, sizeof magic, 0) == sizeof magic && memcmp(magic, SNAPSHOT_MAGIC, sizeof magic) == 0;
  close(fd);
  return ours;
}

static nonet_code refuse(const struct opening *o, const char *why) {
  return error_set(o->err, NONET_EINPUT, "%s: %s", o->path, why);
}

/* ---- the frame ---- */

static nonet_code open_frame(struct opening *o) {
  const struct snapshot_head *head = (const void *)o->file.at;
  if (o->file.size < sizeof *head || memcmp(head->magic, SNAPSHOT_MAGIC, sizeof head->magic) != 0)
    return refuse(o, "not a snapshot of nonet");
  if (head->order != SNAPSHOT_ORDER) return refuse(o, "the snapshot was written on a machine with another order of bytes");
  if (head->version != SNAPSHOT_VERSION)
    return error_set(o->err, NONET_EINPUT,
                     "%s: the snapshot is of version %" PRIu32 ", this nonet opens version %u: write it again from the tables", o->path,
                     head->version, SNAPSHOT_VERSION);
  if (o->file.size < sizeof *head + sizeof *o->foot || o->file.size % 8 != 0) return refuse(o, "the snapshot is cut short");
  o->foot = (const void *)(o->file.at + o->file.size - sizeof *o->foot);
  if (memcmp(o->foot->magic, SNAPSHOT_MAGIC, sizeof o->foot->magic) != 0 || o->foot->end != o->file.size)
    return refuse(o, "the snapshot is cut short, or something was added to it");
  if (checksum(o->foot, offsetof(struct snapshot_foot, foot_sum)) != o->foot->foot_sum)
    return refuse(o, "the snapshot is damaged at its foot");
  uint64_t room = o->file.size - sizeof *o->foot;
  if (o->foot->table % SNAPSHOT_ALIGN || o->foot->table > room || o->foot->sections > room / sizeof *o->section ||
      o->foot->sums > room / sizeof *o->sum ||
      o->foot->sections * sizeof *o->section + o->foot->sums * sizeof *o->sum != room - o->foot->table)
    return refuse(o, "the table of the snapshot is not where it says");
  o->section = (const void *)(o->file.at + o->foot->table);
  o->sum = (const void *)(o->section + o->foot->sections);
  return checksum(o->section, (size_t)(room - o->foot->table)) == o->foot->table_sum ? NONET_OK
                                                                                     : refuse(o, "the table of the snapshot is damaged");
}

/* Whether there is at most one section of this id: who finds it and who bounds it must not come to two different ones. */
static bool is_single(uint32_t id) {
  return id >= SNAPSHOT_ARRAYS || id < SNAPSHOT_COLUMN_ROWS || id == SNAPSHOT_SURVEYS;
}

static bool comes_again(const struct opening *o, size_t i) {
  const struct snapshot_section *s = &o->section[i];
  if (!is_single(s->id)) return false;
  for (size_t j = 0; j < i; j++)
    if (o->section[j].id == s->id) return true;
  return s->index != 0;
}

static nonet_code check_table(const struct opening *o) {
  uint64_t before = sizeof(struct snapshot_head);
  for (size_t i = 0; i < o->foot->sections; i++) {
    const struct snapshot_section *s = &o->section[i];
    bool known =
        s->id >= SNAPSHOT_ARRAYS ? s->id - SNAPSHOT_ARRAYS < snapshot_array_count : s->id >= SNAPSHOT_FACTS && s->id <= SNAPSHOT_OPEN;
    if (!known || s->offset % SNAPSHOT_ALIGN || s->offset < before || s->offset > o->foot->table || s->bytes > o->foot->table - s->offset)
      return refuse(o, "a section of the snapshot is not where it can be");
    if (comes_again(o, i)) return refuse(o, "a section of the snapshot comes again");
    before = s->offset + s->bytes;
  }
  return snapshot_pages(o->foot->table) == o->foot->sums ? NONET_OK : refuse(o, "the snapshot has not one checksum for each of its pages");
}

/* A section, and its bytes; NULL: there is none. */
static const void *find(const struct opening *o, uint32_t id, size_t index, uint64_t *bytes) {
  for (size_t i = 0; i < o->foot->sections; i++)
    if (o->section[i].id == id && o->section[i].index == index) {
      *bytes = o->section[i].bytes;
      return o->file.at + o->section[i].offset;
    }
  *bytes = 0;
  return NULL;
}

/* A section that has to be there and of that size. */
static const void *due(const struct opening *o, uint32_t id, size_t index, uint64_t bytes) {
  uint64_t got;
  const void *at = find(o, id, index, &got);
  return got == bytes ? at : NULL;
}

static nonet_code check_facts(struct opening *o) {
  const struct snapshot_facts *f = o->facts = due(o, SNAPSHOT_FACTS, 0, sizeof *f);
  const uint64_t most = UINT32_MAX - 2;
  size_t page = o->foot->table < TRUST_PAGE ? (size_t)o->foot->table : TRUST_PAGE;
  bool in_it = f && (const unsigned char *)(f + 1) <= o->file.at + page;
  if (!in_it || checksum(o->file.at, page) != o->sum[0]) return refuse(o, "the snapshot is damaged: a checksum differs");
  if (f->nodes > most || f->ties > most || f->layers > most || f->kinds > most || f->words > most || f->folded > most ||
      f->ends != 2 * f->ties || f->sources > f->words || f->repeats > NONET_MEAN || f->node_columns > most || f->tie_columns > most ||
      f->surveys > most || f->word_slots > o->file.size / 8 || f->folded_slots > o->file.size / 8 || f->members > o->file.size / 4 ||
      f->aliases > o->file.size / 4 || (f->two_modes && (f->mode_kind[0] >= f->kinds || f->mode_kind[1] >= f->kinds)) ||
      memchr(f->latest_date, 0, DATE_ROOM) == NULL)
    return refuse(o, "the snapshot contradicts itself");
  return NONET_OK;
}

static nonet_code check_limits(const struct opening *o, const struct run *run) {
  const nonet_run *asked = run->asked;
  if (asked->max_nodes && o->facts->nodes > asked->max_nodes)
    return error_set(o->err, NONET_ELIMIT, "more than %" PRIu64 " nodes, the limit", asked->max_nodes);
  if (asked->max_ties && o->facts->ties > asked->max_ties)
    return error_set(o->err, NONET_ELIMIT, "more than %" PRIu64 " ties, the limit", asked->max_ties);
  if (asked->max_memory && o->file.size > asked->max_memory)
    return error_set(o->err, NONET_ELIMIT, "the snapshot has more than %" PRIu64 " bytes, the limit", asked->max_memory);
  return NONET_OK;
}

/* ---- the network ---- */

/* The words of three sections. */
static nonet_code open_words(struct words **out, const struct opening *o, uint32_t id, const uint64_t *counts) {
  struct words_image image = {.count = (uint32_t)counts[0], .slot_count = (size_t)counts[1], .seed = counts[2]};
  uint64_t size;
  image.bytes = find(o, id, 0, &size);
  image.size = (size_t)size;
  image.trust = &o->trust->trust;
  image.start = due(o, id + 1, 0, counts[0] * sizeof *image.start);
  image.slots = due(o, id + 2, 0, counts[1] * 8);
  bool there = image.bytes && size && image.start && image.slots && image.count && image.slot_count;
  if (there && !trust_holds(image.trust, image.bytes + size - 1, 1)) return snapshot_trust_said(o->trust, o->err);
  if (!there || image.bytes[size - 1] || image.slot_count & (image.slot_count - 1))
    return refuse(o, "the words of the snapshot contradict each other");
  *out = words_of_image(&image);
  return *out ? NONET_OK : error_memory(o->err);
}

static nonet_code open_index(nonet *n, const struct opening *o) {
  struct net_index_image names = {0};
  const uint64_t counts[] = {o->facts->folded, o->facts->folded_slots, o->facts->folded_seed};
  uint64_t keys, others;
  nonet_code code = open_words(&names.folded, o, SNAPSHOT_FOLDED, counts);
  names.keys = find(o, SNAPSHOT_KEYS, 0, &keys);
  names.others = find(o, SNAPSHOT_OTHERS, 0, &others);
  names.key_room = (size_t)keys / sizeof *names.keys;
  names.other_room = (size_t)others / sizeof *names.others;
  if (!code && !net_index_of_image(n, &names)) code = error_memory(o->err);
  if (code) words_free(names.folded);
  return code;
}

static nonet_code open_arrays(nonet *n, const struct opening *o) {
  for (size_t i = 0; i < snapshot_array_count; i++) {
    const struct snapshot_array *a = &snapshot_arrays[i];
    uint64_t bytes, wanted = snapshot_count_of(o->facts, a->count) * a->width;
    const void *at = find(o, (uint32_t)(SNAPSHOT_ARRAYS + i), 0, &bytes);
    if (at ? bytes != wanted : a->due && wanted > 0) return refuse(o, "an array of the snapshot has not the size it should");
    memcpy((char *)n + a->place, &at, sizeof at);
  }
  const uint64_t nodes = o->facts->nodes;
  const uint64_t *const first[] = {n->end_first, n->member_first, n->alias_first};
  for (size_t i = 0; i < 3; i++)
    if (first[i] && !trust_holds(n->trust, first[i] + nodes, sizeof **first)) return snapshot_trust_said(o->trust, o->err);
  if (n->end_first[nodes] != o->facts->ends || (n->member_first && (n->member_first[nodes] != o->facts->members || !n->member_layer)) ||
      (n->alias_first && (n->alias_first[nodes] != o->facts->aliases || !n->alias)))
    return refuse(o, "the snapshot contradicts itself");
  return NONET_OK;
}

static nonet_code open_notes(struct net_notes *notes, const struct opening *o, uint32_t id) {
  uint64_t size, at = 0;
  const char *text = find(o, id, 0, &size);
  if (size && text[size - 1]) return refuse(o, "a text of the snapshot has no end");
  for (; at < size; at += strlen(text + at) + 1)
    if (notes_add(notes, o->err, "%s", text + at) != NONET_OK) return NONET_ELIMIT;
  return NONET_OK;
}

static nonet_code open_columns(struct net_columns *columns, const struct opening *o, size_t first, uint64_t count, uint64_t rows) {
  const struct snapshot_column *c = due(o, SNAPSHOT_COLUMNS, 0, (o->facts->node_columns + o->facts->tie_columns) * sizeof *c);
  if (!c) return refuse(o, "a further column of the snapshot is not there");
  if (!count) return NONET_OK;
  if (!(columns->at = memory_zeroed((size_t)count, sizeof *columns->at))) return error_memory(o->err);
  columns->count = (size_t)count;
  for (size_t i = 0; i < count; i++) {
    struct net_column *to = &columns->at[i];
    const struct snapshot_column *from = &c[first + i];
    uint64_t bytes;
    to->name = from->name;
    to->count = (size_t)from->count;
    to->row = (uint32_t *)(uintptr_t)find(o, SNAPSHOT_COLUMN_ROWS, first + i, &bytes);
    bool fits =
        from->name < o->facts->words && from->count <= rows && (to->row ? bytes == from->count * sizeof *to->row : from->count == rows);
    to->value = (uint32_t *)(uintptr_t)find(o, SNAPSHOT_COLUMN_VALUES, first + i, &bytes);
    fits = fits && to->value && bytes == from->count * sizeof *to->value;
    to->number = (double *)(uintptr_t)find(o, SNAPSHOT_COLUMN_NUMBERS, first + i, &bytes);
    if (!fits || (to->number && bytes != from->count * sizeof *to->number))
      return refuse(o, "a further column of the snapshot contradicts the others");
  }
  return NONET_OK;
}

static nonet_code open_surveys(nonet *n, const struct opening *o) {
  const struct snapshot_survey *s = due(o, SNAPSHOT_SURVEYS, 0, o->facts->surveys * sizeof *s);
  if (!s) return refuse(o, "a survey of the snapshot is not there");
  if (!o->facts->surveys) return NONET_OK;
  if (!(n->survey = memory_zeroed((size_t)o->facts->surveys, sizeof *n->survey))) return error_memory(o->err);
  for (n->surveys = 0; n->surveys < o->facts->surveys; n->surveys++) {
    size_t i = n->surveys;
    struct net_survey *to = &n->survey[i];
    *to = (struct net_survey){.layer = s[i].layer, .respondents = s[i].respondents, .alters = s[i].alters};
    to->respondent = (uint32_t *)(uintptr_t)due(o, SNAPSHOT_RESPONDENTS, i, s[i].respondents * sizeof *to->respondent);
    to->alter = (uint32_t *)(uintptr_t)due(o, SNAPSHOT_ALTERS, i, s[i].alters * sizeof *to->alter);
    to->open_first = (uint64_t *)(uintptr_t)due(o, SNAPSHOT_OPEN_FIRST, i, ((uint64_t)s[i].respondents + 1) * sizeof *to->open_first);
    to->open = (uint32_t *)(uintptr_t)due(o, SNAPSHOT_OPEN, i, s[i].open * sizeof *to->open);
    if (s[i].layer >= o->facts->words || !to->respondent || !to->alter || !to->open_first || !to->open ||
        to->open_first[to->respondents] != s[i].open)
      return refuse(o, "a survey of the snapshot contradicts itself");
  }
  return NONET_OK;
}

static nonet_code fill(nonet *n, const struct opening *o) {
  const struct snapshot_facts *f = o->facts;
  uint64_t size;
  const char *title = find(o, SNAPSHOT_TITLE, 0, &size);
  if (!title || !size || title[size - 1]) return refuse(o, "a text of the snapshot has no end");
  if (!(n->title = memory_text(title))) return error_memory(o->err);
  n->nodes = (uint32_t)f->nodes;
  n->ties = (uint32_t)f->ties;
  n->layers = (uint32_t)f->layers;
  n->kinds = (uint32_t)f->kinds;
  n->sources = (size_t)f->sources;
  n->directed = f->directed != 0;
  n->weighted = f->weighted != 0;
  n->two_modes = f->two_modes != 0;
  n->mode_kind[0] = (uint32_t)f->mode_kind[0];
  n->mode_kind[1] = (uint32_t)f->mode_kind[1];
  n->repeats = (nonet_repeats)f->repeats;
  n->rank_top = f->rank_top;
  n->lazy->weights_well = (unsigned)f->weights_well;
  n->behind = (nonet_response){(uint32_t)f->asked, (uint32_t)f->answered, f->questions, f->open, f->behind != 0};
  memcpy(n->latest_date, f->latest_date, DATE_ROOM);
  nonet_code code = open_arrays(n, o);
  if (!code) code = open_columns(&n->node_columns, o, 0, f->node_columns, f->nodes);
  if (!code) code = open_columns(&n->tie_columns, o, (size_t)f->node_columns, f->tie_columns, f->ties);
  if (!code) code = open_surveys(n, o);
  if (!code) code = open_notes(&n->warning, o, SNAPSHOT_WARNINGS);
  if (!code) code = open_notes(&n->assumption, o, SNAPSHOT_ASSUMPTIONS);
  return code ? code : open_index(n, o);
}

/* The network of a checked file; takes the mapping. */
static nonet_code build(nonet **out, struct opening *o) {
  struct net_words *shared = memory_zeroed(1, sizeof *shared);
  const uint64_t counts[] = {o->facts->words, o->facts->word_slots, o->facts->word_seed};
  if (!shared) return error_memory(o->err);
  shared->holders = 1;
  shared->file = o->file;
  shared->trust = o->trust;
  nonet_code code = open_words(&shared->words, o, SNAPSHOT_WORDS, counts);
  nonet *n = NULL;
  if (!code) code = net_new(&n, shared, o->err);
  if (!code) n->trust = &o->trust->trust;
  if (!code) code = fill(n, o);
  if (code) nonet_free(n);
  o->file = (struct mapping){0};
  o->trust = NULL;
  net_words_release(shared);
  if (!code) *out = n;
  return code;
}

nonet_code nonet_open_to_ask(nonet **out, const char *path, const nonet_run *asked, nonet_err *err) {
  struct run run;
  struct opening o = {.path = path, .err = err};
  *out = NULL;
  run_start(&run, asked);
  nonet_code code = mapping_open(&o.file, path, err);
  if (!code) code = open_frame(&o);
  if (!code && !o.foot->sections) code = refuse(&o, "the snapshot is empty");
  if (!code) code = check_table(&o);
  if (!code) code = check_facts(&o);
  if (!code) code = check_limits(&o, &run);
  if (!code) {
    /* sizes before sums: a bound is read from what the facts say is there */
    struct snapshot_trust file = {.trust = {.file = o.file.at, .size = o.file.size},
                                  .name = (char *)(uintptr_t)path,
                                  .facts = o.facts,
                                  .section = o.section,
                                  .sections = (size_t)o.foot->sections,
                                  .sum = o.sum,
                                  .end = o.foot->table};
    uint64_t surveys = o.facts->surveys * sizeof(struct snapshot_survey);
    if (!due(&o, SNAPSHOT_SURVEYS, 0, surveys)) code = refuse(&o, "a survey of the snapshot is not there");
    if (!code && !(o.trust = snapshot_trust_new(&file))) code = error_memory(err);
    if (!code && !snapshot_trust_small(o.trust)) code = snapshot_trust_said(o.trust, err);
  }
  if (!code) code = build(out, &o);
  snapshot_trust_free(o.trust);
  mapping_close(&o.file);
  return code;
}

nonet_code nonet_open(nonet **out, const char *path, const nonet_run *asked, nonet_err *err) {
  nonet *n = NULL;
  *out = NULL;
  nonet_code code = nonet_open_to_ask(&n, path, asked, err);
  if (!code) code = nonet_check(n, asked, err);
  if (code) {
    nonet_free(n);
    return code;
  }
  n->trust = NULL; /* nobody has to be asked any more */
  *out = n;
  return NONET_OK;
}
