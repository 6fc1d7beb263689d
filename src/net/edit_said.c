/* See edit_said.h. A column that a value is put into has a place for every row from then on; whether it holds numbers is told anew, and one
 * that is left without any value goes. */
#include "net/edit_said.h"

#include "base/date.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* ---- words ---- */

static bool is_known(const nonet *n, const char *text) {
  return !text || !*text || words_find(n->words, text, strlen(text)) != WORDS_NONE;
}

static bool all_known(const nonet *n, const nonet_said *said, size_t count) {
  bool known = true;
  for (size_t i = 0; i < count; i++)
    known = known && is_known(n, said[i].column) && is_known(n, said[i].value);
  return known;
}

bool edit_said_known(const struct edit_work *w) {
  bool known = true;
  for (size_t i = 0; i < w->tolds; i++) {
    const struct edit_told *t = &w->told[i];
    known = known && is_known(w->n, t->label) && is_known(w->n, t->short_name) && all_known(w->n, t->said, t->count);
  }
  for (size_t i = 0; i < w->ties; i++) {
    const struct edit_tie *t = &w->tie[i];
    known = known && is_known(w->n, t->since) && is_known(w->n, t->until) && all_known(w->n, t->said, t->count);
  }
  return known;
}

struct saying {
  nonet *v;
  struct words *words; /* NULL: all is known */
};

/* The word of a text; 0: nothing is said; WORDS_NONE: out of memory. */
static uint32_t word_of(const struct saying *s, const char *text) {
  if (!text || !*text) return 0;
  return s->words ? words_add_text(s->words, text) : words_find(s->v->words, text, strlen(text));
}

/* ---- names ---- */

/* A column of words, made where it is absent: filled with another one, or with "not said". */
static bool need_words(uint32_t **column, const uint32_t *fill, uint32_t count) {
  if (*column) return true;
  *column = fill ? memory_copy(fill, count, sizeof **column) : memory_zeroed(count, sizeof **column);
  return *column != NULL;
}

static nonet_code say_names(const struct saying *s, const struct edit_told *t, uint32_t node, nonet_err *err) {
  nonet *v = s->v;
  uint32_t label = word_of(s, t->label), short_name = word_of(s, t->short_name);
  if (label == WORDS_NONE || short_name == WORDS_NONE) return error_memory(err);
  if (t->label && !need_words(&v->node_label, v->node_key, v->nodes)) return error_memory(err);
  if (t->short_name && !need_words(&v->node_short, NULL, v->nodes)) return error_memory(err);
  if (t->label) v->node_label[node] = label ? label : v->node_key[node];
  if (t->short_name) v->node_short[node] = short_name;
  return NONET_OK;
}

/* ---- dates ---- */

/* One end of a tie's time: its day and its text. */
static nonet_code say_date(const struct saying *s, const char *text, bool until, uint32_t tie, nonet_err *err) {
  nonet *v = s->v;
  int32_t **day = until ? &v->tie_until : &v->tie_since;
  uint32_t **words = until ? &v->tie_until_text : &v->tie_since_text, word = word_of(s, text);
  struct date_period p;
  if (!word) return NONET_OK;
  if (!date_parse(&p, text, strlen(text))) return error_set(err, NONET_EUSAGE, "'%s' is no date (2000, 2000-08 and 2000-08-03 are)", text);
  bool made = !*day;
  if (made) *day = memory_array(v->ties, sizeof **day);
  if (word == WORDS_NONE || !*day || !need_words(words, NULL, v->ties)) return error_memory(err);
  for (uint32_t t = 0; made && t < v->ties; t++)
    (*day)[t] = DATE_NONE;
  (*day)[tie] = until ? p.last : p.first;
  (*words)[tie] = word;
  return NONET_OK;
}

static nonet_code say_dates(const struct saying *s, const struct edit_tie *e, uint32_t tie, nonet_err *err) {
  nonet *v = s->v;
  nonet_code code = say_date(s, e->since, false, tie, err);
  if (!code) code = say_date(s, e->until, true, tie, err);
  if (code || !v->tie_since || !v->tie_until || v->tie_since[tie] == DATE_NONE || v->tie_until[tie] == DATE_NONE) return code;
  if (v->tie_since[tie] <= v->tie_until[tie]) return NONET_OK;
  return error_set(err, NONET_EUSAGE, "since '%s' is after until '%s'", e->since, e->until);
}

nonet_code edit_latest(nonet *v, const struct edit_work *w, nonet_err *err) {
  int32_t latest = DATE_NONE;
  const uint32_t *const texts[] = {v->tie_since_text, v->tie_until_text};
  bool dated = false;
  (void)err;
  for (size_t i = 0; i < w->ties; i++)
    dated = dated || w->tie[i].since || w->tie[i].until;
  for (uint32_t t = 0; dated && t < v->ties; t++)
    for (int end = 0; end < 2; end++) {
      const char *text = texts[end] && texts[end][t] ? net_word(v, texts[end][t]) : "";
      size_t length = strlen(text);
      struct date_period p;
      if (!*text || !date_parse(&p, text, length) || p.last <= latest) continue;
      latest = p.last;
      if (length > 10) length = 10; /* without the time of the day */
      memcpy(v->latest_date, text, length);
      v->latest_date[length] = '\0';
    }
  return NONET_OK;
}

/* ---- further columns ---- */

/* Give a column that lists its rows a place for every row. */
static bool spread(struct net_column *c, uint32_t rows) {
  if (!c->row) return true;
  uint32_t *value = memory_zeroed(rows, sizeof *value);
  if (!value) return false;
  for (size_t i = 0; i < c->count; i++)
    value[c->row[i]] = c->value[i];
  free(c->row);
  free(c->value);
  c->row = NULL;
  c->value = value;
  c->count = rows;
  return true;
}

/* The column of a name, made where there is none; its numbers are told anew in the end. NULL: out of memory. */
static struct net_column *column_of(const struct saying *s, struct net_columns *c, const char *name, uint32_t rows) {
  struct net_column *at = NULL;
  for (size_t i = 0; i < c->count && !at; i++)
    if (strcmp(net_word(s->v, c->at[i].name), name) == 0) at = &c->at[i];
  if (!at) {
    uint32_t word = word_of(s, name);
    struct net_column *more = realloc(c->at, (c->count + 1) * sizeof *more);
    if (more) c->at = more;
    if (!more || word == WORDS_NONE) return NULL;
    at = &c->at[c->count];
    *at = (struct net_column){.name = word, .value = memory_zeroed(rows, sizeof *at->value), .count = rows};
    if (!at->value) return NULL;
    c->count++;
  }
  free(at->number);
  at->number = NULL;
  return spread(at, rows) ? at : NULL;
}

static nonet_code say_columns(const struct saying *s, struct net_columns *c, const nonet_said *said, size_t count, uint32_t row,
                              uint32_t rows, nonet_err *err) {
  for (size_t i = 0; i < count; i++) {
    uint32_t word = word_of(s, said[i].value);
    if (!said[i].column || !*said[i].column) return error_set(err, NONET_EUSAGE, "a change does not name its column");
    struct net_column *at = word == WORDS_NONE ? NULL : column_of(s, c, said[i].column, rows);
    if (!at) return error_memory(err);
    at->value[row] = word;
  }
  return NONET_OK;
}

/* Tell which columns hold numbers, of those that have none; one without any value goes. */
static nonet_code settle(struct net_columns *c, const nonet *v, nonet_err *err) {
  size_t kept = 0;
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < c->count; i++) {
    bool any = c->at[i].number != NULL;
    for (size_t k = 0; k < c->at[i].count && !any; k++)
      any = c->at[i].value[k] != 0;
    if (!any) {
      free(c->at[i].row);
      free(c->at[i].value);
      continue;
    }
    if (!c->at[i].number && !code) code = net_column_type(&c->at[i], v->words, err);
    c->at[kept++] = c->at[i];
  }
  c->count = kept;
  return code;
}

/* ---- all ---- */

nonet_code edit_say(nonet *v, const struct edit_work *w, const uint32_t *node_map, const uint32_t *tie_map, struct words *words,
                    nonet_err *err) {
  struct saying s = {v, words};
  nonet_code code = NONET_OK;
  bool nodes = false, ties = false;
  for (size_t i = 0; i < w->tolds && !code; i++) {
    const struct edit_told *t = &w->told[i];
    if (w->into[t->node] != t->node) continue; /* it left, or is another one now */
    code = say_names(&s, t, node_map[t->node], err);
    if (!code) code = say_columns(&s, &v->node_columns, t->said, t->count, node_map[t->node], v->nodes, err);
    nodes = nodes || t->count > 0;
  }
  for (size_t i = 0; i < w->ties && !code; i++) {
    const struct edit_tie *t = &w->tie[i];
    uint32_t tie = tie_map[w->n->ties + i];
    if (tie == NONET_NONE) continue;
    code = say_dates(&s, t, tie, err);
    if (!code) code = say_columns(&s, &v->tie_columns, t->said, t->count, tie, v->ties, err);
    ties = ties || t->count > 0;
  }
  if (!code && nodes) code = settle(&v->node_columns, v, err);
  if (!code && ties) code = settle(&v->tie_columns, v, err);
  return code;
}
