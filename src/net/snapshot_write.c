/* Writing a snapshot: one pass over the sections; what goes out is cut into pages that are summed on the way.
 *
 * How: a first walk over all sections notes what the file needs (only ids and sizes), the second sends the bytes; both are the same walk
 * over one list, so what is announced is what is written. Texts of words are gathered page by page and never stand in memory twice. */
#include "base/buffer.h"
#include "base/checksum.h"
#include "base/memory.h"
#include "base/out.h"
#include "net/identity.h"
#include "net/lazy.h"
#include "net/snapshot.h"
#include "net/survey.h"

#include <stdlib.h>
#include <string.h>

struct writing {
  nonet_out *out;
  const struct run *run;
  uint64_t at; /* bytes written, and in hand */
  struct snapshot_section *section;
  size_t sections, section_room;
  uint64_t *sum;
  size_t sums, sum_room;
  unsigned char *page; /* the one that is being filled */
  nonet_code code;
  nonet_err *err;
};

static void send(struct writing *w, const void *bytes, size_t size) {
  if (!w->code && (w->code = nonet_out_write(w->out, bytes, size)) != NONET_OK) error_set(w->err, w->code, "cannot write the snapshot");
}

/* The page in hand, whole or the last one. */
static void send_page(struct writing *w, size_t size) {
  if (w->code || !size) return;
  if (!memory_grow(&w->sum, &w->sum_room, w->sums + 1, sizeof *w->sum)) {
    w->code = error_memory(w->err);
    return;
  }
  w->sum[w->sums++] = checksum(w->page, size);
  send(w, w->page, size);
  if (!w->code) w->code = run_check(w->run, w->err);
}

static void add(struct writing *w, const void *bytes, size_t size) {
  const unsigned char *from = bytes;
  while (!w->code && size) {
    size_t filled = w->at % TRUST_PAGE, piece = TRUST_PAGE - filled < size ? TRUST_PAGE - filled : size;
    memcpy(w->page + filled, from, piece);
    w->at += piece;
    from += piece;
    size -= piece;
    if (w->at % TRUST_PAGE == 0) send_page(w, TRUST_PAGE);
  }
}

static void align(struct writing *w) {
  static const unsigned char zeros[SNAPSHOT_ALIGN];
  add(w, zeros, (SNAPSHOT_ALIGN - w->at % SNAPSHOT_ALIGN) % SNAPSHOT_ALIGN);
}

static void begin(struct writing *w, uint32_t id, size_t index) {
  align(w);
  if (w->code) return;
  if (!memory_grow(&w->section, &w->section_room, w->sections + 1, sizeof *w->section)) {
    w->code = error_memory(w->err);
    return;
  }
  w->section[w->sections++] = (struct snapshot_section){id, (uint32_t)index, w->at, 0};
}

static void end(struct writing *w) {
  if (!w->code) w->section[w->sections - 1].bytes = w->at - w->section[w->sections - 1].offset;
}

static void section(struct writing *w, uint32_t id, size_t index, const void *bytes, uint64_t size) {
  begin(w, id, index);
  add(w, bytes, (size_t)size);
  end(w);
}

/* ---- the sections ---- */

static void words_out(struct writing *w, uint32_t id, const struct words *words) {
  struct words_image image;
  uint64_t start = 0;
  words_table(&image, words);
  begin(w, id, 0);
  for (uint32_t i = 0; i < image.count && !w->code; i++)
    add(w, words_text(words, i), words_length(words, i) + 1);
  end(w);
  begin(w, id + 1, 0);
  for (uint32_t i = 0; i < image.count && !w->code; i++) {
    add(w, &start, sizeof start);
    start += words_length(words, i) + 1;
  }
  end(w);
  section(w, id + 2, 0, image.slots, image.slot_count * 8);
}

static void notes_out(struct writing *w, uint32_t id, const struct net_notes *notes) {
  begin(w, id, 0);
  for (size_t i = 0; i < notes->count; i++)
    add(w, notes->at[i], strlen(notes->at[i]) + 1);
  end(w);
}

static void columns_out(struct writing *w, const nonet *n) {
  const struct net_columns *both[] = {&n->node_columns, &n->tie_columns};
  begin(w, SNAPSHOT_COLUMNS, 0);
  for (size_t side = 0; side < 2; side++)
    for (size_t i = 0; i < both[side]->count; i++) {
      struct snapshot_column c = {.name = both[side]->at[i].name, .count = both[side]->at[i].count};
      add(w, &c, sizeof c);
    }
  end(w);
  for (size_t side = 0, index = 0; side < 2; side++)
    for (size_t i = 0; i < both[side]->count; i++, index++) {
      const struct net_column *c = &both[side]->at[i];
      if (c->row) section(w, SNAPSHOT_COLUMN_ROWS, index, c->row, c->count * sizeof *c->row);
      section(w, SNAPSHOT_COLUMN_VALUES, index, c->value, c->count * sizeof *c->value);
      if (c->number) section(w, SNAPSHOT_COLUMN_NUMBERS, index, c->number, c->count * sizeof *c->number);
    }
}

static void surveys_out(struct writing *w, const nonet *n) {
  begin(w, SNAPSHOT_SURVEYS, 0);
  for (size_t i = 0; i < n->surveys; i++) {
    const struct net_survey *s = &n->survey[i];
    struct snapshot_survey facts = {
        .layer = s->layer, .respondents = s->respondents, .alters = s->alters, .open = s->open_first[s->respondents]};
    add(w, &facts, sizeof facts);
  }
  end(w);
  for (size_t i = 0; i < n->surveys; i++) {
    const struct net_survey *s = &n->survey[i];
    section(w, SNAPSHOT_RESPONDENTS, i, s->respondent, s->respondents * sizeof *s->respondent);
    section(w, SNAPSHOT_ALTERS, i, s->alter, s->alters * sizeof *s->alter);
    section(w, SNAPSHOT_OPEN_FIRST, i, s->open_first, ((uint64_t)s->respondents + 1) * sizeof *s->open_first);
    section(w, SNAPSHOT_OPEN, i, s->open, s->open_first[s->respondents] * sizeof *s->open);
  }
}

static struct snapshot_facts facts_of(const nonet *n, const struct net_index_image *names) {
  struct words_image words, folded;
  words_table(&words, n->words);
  words_table(&folded, names->folded);
  struct snapshot_facts f = {
      .nodes = n->nodes,
      .ties = n->ties,
      .layers = n->layers,
      .kinds = n->kinds,
      .sources = n->sources,
      .members = n->member_first ? n->member_first[n->nodes] : 0,
      .aliases = n->alias_first ? n->alias_first[n->nodes] : 0,
      .ends = n->end_first[n->nodes],
      .directed = n->directed,
      .weighted = n->weighted,
      .two_modes = n->two_modes,
      .mode_kind = {n->mode_kind[0], n->mode_kind[1]},
      .repeats = (uint64_t)n->repeats,
      .rank_top = n->rank_top,
      .words = words.count,
      .word_slots = words.slot_count,
      .word_seed = words.seed,
      .folded = folded.count,
      .folded_slots = folded.slot_count,
      .folded_seed = folded.seed,
      .node_columns = n->node_columns.count,
      .tie_columns = n->tie_columns.count,
      .surveys = n->surveys,
      .asked = n->behind.asked,
      .answered = n->behind.answered,
      .questions = n->behind.questions,
      .open = n->behind.open,
      .behind = n->behind.behind,
      .weights_well = n->lazy->weights_well,
  };
  memcpy(f.latest_date, n->latest_date, strnlen(n->latest_date, sizeof f.latest_date - 1));
  return f;
}

static void sections_out(struct writing *w, const nonet *n, const struct net_index_image *names) {
  for (int need = NET_WEIGHTS_ANY; need <= NET_WEIGHTS_POSITIVE; need++) /* so that it need not be asked of the snapshot again */
    net_check_weights(n, (enum net_weights)need, "paths", NULL);
  struct snapshot_facts facts = facts_of(n, names);
  section(w, SNAPSHOT_FACTS, 0, &facts, sizeof facts);
  section(w, SNAPSHOT_TITLE, 0, n->title ? n->title : "", (n->title ? strlen(n->title) : 0) + 1);
  notes_out(w, SNAPSHOT_WARNINGS, &n->warning);
  notes_out(w, SNAPSHOT_ASSUMPTIONS, &n->assumption);
  words_out(w, SNAPSHOT_WORDS, n->words);
  words_out(w, SNAPSHOT_FOLDED, names->folded);
  section(w, SNAPSHOT_KEYS, 0, names->keys, names->key_room * sizeof *names->keys);
  section(w, SNAPSHOT_OTHERS, 0, names->others, names->other_room * sizeof *names->others);
  columns_out(w, n);
  surveys_out(w, n);
  for (size_t i = 0; i < snapshot_array_count; i++) {
    const struct snapshot_array *a = &snapshot_arrays[i];
    const void *at = snapshot_array_at(n, a);
    if (at) section(w, (uint32_t)(SNAPSHOT_ARRAYS + i), 0, at, snapshot_count_of(&facts, a->count) * a->width);
  }
}

static void foot_out(struct writing *w) {
  struct snapshot_foot foot = {0};
  align(w);
  send_page(w, w->at % TRUST_PAGE);
  size_t table = w->sections * sizeof *w->section, sums = w->sums * sizeof *w->sum;
  foot.table = w->at;
  foot.sections = w->sections;
  foot.sums = w->sums;
  foot.end = w->at + table + sums + sizeof foot;
  unsigned char *both = w->code ? NULL : memory_array(table + sums + 1, 1);
  if (!w->code && !both) w->code = error_memory(w->err);
  if (w->code) return;
  memcpy(both, w->section, table);
  if (sums) memcpy(both + table, w->sum, sums);
  foot.table_sum = checksum(both, table + sums);
  foot.foot_sum = checksum(&foot, offsetof(struct snapshot_foot, foot_sum));
  memcpy(foot.magic, SNAPSHOT_MAGIC, sizeof foot.magic);
  send(w, both, table + sums);
  send(w, &foot, sizeof foot);
  free(both);
}

nonet_code snapshot_write(nonet_out *o, const nonet *n, const struct run *run, nonet_err *err) {
  struct snapshot_head head = {.order = SNAPSHOT_ORDER, .version = SNAPSHOT_VERSION};
  struct writing w = {.out = o, .run = run, .err = err};
  struct net_index_image names;
  memcpy(head.magic, SNAPSHOT_MAGIC, sizeof head.magic);
  if (!net_index_image(&names, n) || !(w.page = memory_array(TRUST_PAGE, 1))) return error_memory(err);
  add(&w, &head, sizeof head);
  sections_out(&w, n, &names);
  foot_out(&w);
  free(w.page);
  free(w.section);
  free(w.sum);
  return w.code;
}
