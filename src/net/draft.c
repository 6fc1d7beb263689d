/* A draft: rows as they were read, with their origin; it grows and is then sealed.
 *
 * How: texts are words of one interner, rows are lanes of words (draft_rows.h). The public functions check what a caller may get wrong
 * (no key, text that is no UTF-8, a weight that is no finite number) and then go the way the readers go.
 * Why: nothing is resolved here, so rows may come in any order and from any number of files. */
#include "net/draft.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "net/draft_rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static uint64_t double_bits(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

nonet_code nonet_draft_new(nonet_draft **out, nonet_err *err) {
  static const uint8_t node_sizes[NODE_LANES] = {4, 4, 4, 4, 4, 4, 4, 4, 8};
  static const uint8_t tie_sizes[TIE_LANES] = {4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 8, 8, 1, 1};
  const uint64_t none[TIE_LANES] = {[TIE_WEIGHT] = double_bits(NAN)};
  *out = NULL;
  nonet_draft *d = memory_zeroed(1, sizeof *d);
  if (!d) return error_memory(err);
  d->words = words_new();
  if (!d->words) {
    free(d);
    return error_memory(err);
  }
  table_start(&d->node, node_sizes, none, NODE_LANES);
  table_start(&d->tie, tie_sizes, none, TIE_LANES);
  *out = d;
  return NONET_OK;
}

void nonet_draft_free(nonet_draft *d) {
  if (!d) return;
  draft_back_to(d, &(struct draft_mark){0});
  table_free(&d->node);
  table_free(&d->tie);
  free(d->file);
  free(d->assumption);
  free(d->warning);
  free(d->survey);
  words_free(d->words);
  free(d);
}

uint32_t draft_word(nonet_draft *d, const char *text, size_t length) {
  return words_add(d->words, text, length);
}

const char *draft_text(const nonet_draft *d, uint32_t word) {
  return words_text(d->words, word);
}

uint32_t nonet_draft_nodes(const nonet_draft *d) {
  return d->node.rows;
}

uint32_t nonet_draft_ties(const nonet_draft *d) {
  return d->tie.rows;
}

void draft_has_node_table(nonet_draft *d) {
  d->node_table = true;
}

void draft_strict_ids(nonet_draft *d, uint32_t file) {
  if (file < d->files) d->file[file].strict_ids = true;
}

const char *draft_file_path(const nonet_draft *d, uint32_t file) {
  return file < d->files ? d->file[file].path : "";
}

nonet_code nonet_draft_file(uint32_t *out, nonet_draft *d, const char *path, nonet_err *err) {
  *out = NONET_NONE;
  char *copy = memory_text(path);
  if (!copy || !memory_grow(&d->file, &d->file_room, (size_t)d->files + 1, sizeof *d->file)) {
    free(copy);
    return error_memory(err);
  }
  d->file[d->files] = (struct draft_file){.path = copy};
  *out = d->files++;
  return NONET_OK;
}

static nonet_code add_row(uint32_t *out, struct draft_table *t, const uint64_t *values, nonet_err *err) {
  if (t->rows >= NONET_NONE - 1) return error_set(err, NONET_ELIMIT, "more than %u rows", t->rows);
  if (!table_add(t, values)) return error_memory(err);
  if (out) *out = t->rows - 1;
  return NONET_OK;
}

nonet_code draft_add_node(uint32_t *out, nonet_draft *d, const struct draft_node *row, nonet_err *err) {
  if (!row->key) return error_at(err, NONET_EINPUT, draft_file_path(d, row->file), row->line, "a node without a key");
  const uint64_t values[NODE_LANES] = {row->key,     row->label, row->short_name, row->kind, row->layers,
                                       row->aliases, row->scope, row->file,       row->line};
  return add_row(out, &d->node, values, err);
}

/* The values of a tie's row, by lane. */
static void tie_values(uint64_t values[TIE_LANES], const struct draft_tie *row) {
  double weight = isnan(row->weight) ? NAN : row->weight; /* one NaN, so that equal rows have equal bits */
  const uint64_t of_row[TIE_LANES] = {row->from,  row->to,     row->kind,           row->layer,           row->since,
                                      row->until, row->source, row->scope,          row->from_kind,       row->to_kind,
                                      row->file,  row->line,   double_bits(weight), (uint64_t)row->scale, (uint64_t)row->direction};
  memcpy(values, of_row, sizeof of_row);
}

nonet_code draft_add_tie(uint32_t *out, nonet_draft *d, const struct draft_tie *row, nonet_err *err) {
  const char *file = draft_file_path(d, row->file);
  if (!row->from || !row->to)
    return error_at(err, NONET_EINPUT, file, row->line, "a tie without %s", row->from ? "a second end" : "a first end");
  if (isinf(row->weight)) return error_at(err, NONET_EINPUT, file, row->line, "the weight of a tie is not a finite number");
  uint64_t values[TIE_LANES];
  tie_values(values, row);
  return add_row(out, &d->tie, values, err);
}

nonet_code draft_add_ties(nonet_draft *d, const struct draft_tie *alike, const struct draft_ties *own, uint32_t ties, nonet_err *err) {
  const struct lane_values of[] = {{TIE_FROM, own->from},          {TIE_TO, own->to},       {TIE_KIND, own->kind},
                                   {TIE_LAYER, own->layer},        {TIE_SINCE, own->since}, {TIE_UNTIL, own->until},
                                   {TIE_SOURCE, own->source},      {TIE_LINE, own->line},   {TIE_WEIGHT, own->weight},
                                   {TIE_DIRECTION, own->direction}};
  uint64_t values[TIE_LANES];
  tie_values(values, alike);
  if (ties > NONET_NONE - 1 - d->tie.rows) return error_set(err, NONET_ELIMIT, "more than %u rows", NONET_NONE - 1);
  return table_add_rows(&d->tie, values, of, sizeof of / sizeof *of, ties) ? NONET_OK : error_memory(err);
}

void draft_expect_ties(nonet_draft *d, uint64_t ties) {
  uint64_t rows = ties < NONET_NONE - d->tie.rows ? ties + d->tie.rows : NONET_NONE;
  (void)table_reserve(&d->tie, (size_t)rows); /* else it grows as rows come */
}

struct words *draft_words(nonet_draft *d) {
  return d->words;
}

/* ---- the public way in ---- */

/* A text of a caller's row as a word; what is wrong with it is said with the row's place. */
static nonet_code text_word(uint32_t *out, nonet_draft *d, const char *text, const nonet_origin *origin, nonet_err *err) {
  *out = 0;
  if (!text || !*text) return NONET_OK;
  size_t length = strlen(text);
  if (utf8_valid(text, length) != length)
    return error_at(err, NONET_EINPUT, draft_file_path(d, origin->file), origin->line, "text that is not UTF-8");
  *out = draft_word(d, text, length);
  return *out == WORDS_NONE ? error_memory(err) : NONET_OK;
}

struct text_field {
  uint32_t *word;
  const char *text;
};

static nonet_code text_words(const struct text_field *field, size_t count, nonet_draft *d, const nonet_origin *origin, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < count && !code; i++)
    code = text_word(field[i].word, d, field[i].text, origin, err);
  return code;
}

static nonet_code check_origin(const nonet_draft *d, const nonet_origin *origin, nonet_err *err) {
  if (origin->file == NONET_NONE || origin->file < d->files) return NONET_OK;
  /* A zero origin of a draft without files is a row from nowhere. */
  if (origin->file == 0 && origin->line == 0) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "the draft has no file %u", origin->file);
}

nonet_code nonet_draft_node(uint32_t *out, nonet_draft *d, const nonet_node_row *row, nonet_err *err) {
  struct draft_node r = {.file = row->origin.file, .line = row->origin.line};
  const struct text_field field[] = {{&r.key, row->key},    {&r.label, row->label},   {&r.short_name, row->short_name},
                                     {&r.kind, row->kind},  {&r.layers, row->layers}, {&r.aliases, row->aliases},
                                     {&r.scope, row->scope}};
  nonet_code code = check_origin(d, &row->origin, err);
  if (!code) code = text_words(field, sizeof field / sizeof *field, d, &row->origin, err);
  if (!code) code = draft_add_node(out, d, &r, err);
  if (!code) draft_has_node_table(d); /* whoever declares nodes means their list */
  return code;
}

static nonet_code check_choices(const nonet_tie_row *row, const char *file, nonet_err *err) {
  if (row->has_weight && !isfinite(row->weight))
    return error_at(err, NONET_EINPUT, file, row->origin.line, "the weight of a tie is not a finite number");
  if ((unsigned)row->scale > NONET_RANK || (unsigned)row->direction > NONET_DIRECTED)
    return error_at(err, NONET_EUSAGE, file, row->origin.line, "a tie with a scale or a direction that does not exist");
  return NONET_OK;
}

nonet_code nonet_draft_tie(uint32_t *out, nonet_draft *d, const nonet_tie_row *row, nonet_err *err) {
  struct draft_tie r = {.weight = row->has_weight ? row->weight : NAN,
                        .scale = row->scale,
                        .direction = row->direction,
                        .file = row->origin.file,
                        .line = row->origin.line};
  const struct text_field field[] = {
      {&r.from, row->from},   {&r.to, row->to},         {&r.kind, row->kind},   {&r.layer, row->layer},         {&r.since, row->since},
      {&r.until, row->until}, {&r.source, row->source}, {&r.scope, row->scope}, {&r.from_kind, row->from_kind}, {&r.to_kind, row->to_kind}};
  nonet_code code = check_origin(d, &row->origin, err);
  if (!code) code = check_choices(row, draft_file_path(d, row->origin.file), err);
  if (!code) code = text_words(field, sizeof field / sizeof *field, d, &row->origin, err);
  if (!code) code = draft_add_tie(out, d, &r, err);
  return code;
}

static nonet_code set_attribute(nonet_draft *d, bool of_ties, uint32_t row, const char *column, const char *value, nonet_err *err) {
  const struct draft_table *t = of_ties ? &d->tie : &d->node;
  if (row >= t->rows) return error_set(err, NONET_EUSAGE, "the draft has no %s row %u", of_ties ? "tie" : "node", row);
  nonet_origin none = {NONET_NONE, 0};
  uint32_t name, word, at;
  nonet_code code = text_word(&name, d, column, &none, err);
  if (!code) code = text_word(&word, d, value, &none, err);
  if (!code && !name) code = error_set(err, NONET_EUSAGE, "a further column without a name");
  if (!code) code = draft_column(&at, d, of_ties, column, strlen(column), err);
  return code ? code : draft_set(d, of_ties, at, row, word, err);
}

nonet_code nonet_draft_node_attribute(nonet_draft *d, uint32_t row, const char *column, const char *value, nonet_err *err) {
  return set_attribute(d, false, row, column, value, err);
}

nonet_code nonet_draft_tie_attribute(nonet_draft *d, uint32_t row, const char *column, const char *value, nonet_err *err) {
  return set_attribute(d, true, row, column, value, err);
}
