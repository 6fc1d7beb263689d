/* Every way to read a question: each pattern against the words, each place filled with one word, two, three ..., each list cut at every
 * "and".
 *
 * How: the pattern is walked from left to right with the words; a place is tried with every number of words and the rest is matched behind
 * it, so all splits are met. Whether words [first, stop) name something is looked up once for each meaning and kept. Strict: a place is
 * left at once when nobody is called so. Else: unknown names are counted, and the reading with the fewest is kept, to say which name is
 * wrong. Why so thorough: names hold the words of the language ("Crime and Disorder"), so no rule from left to right can know where one
 * ends. */
#include "ask/question.h"

#include "base/memory.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_STEPS = 2000000, MEANINGS_KEPT = 16 };

/* Whether words name something: 0 not looked up, 1 yes, 2 no. */
struct kept {
  uint8_t state;
  struct subject subject;
};

struct match {
  const struct question *q;
  const nonet *net;
  struct readings *out;
  bool strict, failed;
  size_t steps;
  struct reading now;
  size_t unknown_places, unknown_words; /* of `now` */
  struct kept *kept;                    /* [meaning][first][stop - 1]; owned */
};

static const struct language *const language = &language_english;

static void walk(struct match *m, const char *pattern, size_t at);

/* ---- what a place holds ---- */

/* What decides whether a name fits: what may be meant, or the place itself where that is no subject. */
static size_t meaning_of(enum form form, enum slot slot) {
  unsigned allowed = question_allowed(form, slot);
  return allowed ? allowed : 8 + (slot == SLOT_MEASURE ? 0 : slot == SLOT_SIZE || slot == SLOT_WITHIN ? 1 : slot == SLOT_TIES ? 2 : 3);
}

static bool fits(struct match *m, struct argument *a) {
  enum form form = m->now.form->form;
  size_t words = m->q->count;
  struct kept *k = &m->kept[(meaning_of(form, a->slot) * words + a->first) * words + a->stop - 1];
  if (k->state == 0) {
    struct buffer name = {0};
    question_name(&name, m->q, a->first, a->stop);
    if (name.failed) m->failed = true;
    k->state = question_resolve(&k->subject, m->net, form, a->slot, buffer_string(&name), NULL) == NONET_OK ? 1 : 2;
    buffer_free(&name);
  }
  a->subject = k->subject;
  return k->state == 1;
}

/* ---- readings ---- */

static bool same_meaning(const struct reading *x, const struct reading *y) {
  if (x->form->form != y->form->form || x->count != y->count) return false;
  for (size_t i = 0; i < x->count; i++) {
    const struct argument *a = &x->argument[i], *b = &y->argument[i];
    bool words = a->subject.what == 0 && (a->first != b->first || a->stop != b->stop);
    if (a->slot != b->slot || a->subject.what != b->subject.what || a->subject.at != b->subject.at || words) return false;
  }
  return true;
}

static void accept(struct match *m) {
  struct readings *r = m->out;
  if (m->strict) {
    for (size_t i = 0; i < r->count; i++)
      if (same_meaning(&r->found[i], &m->now)) return;
    if (r->count < 2) r->found[r->count++] = m->now;
    return;
  }
  if (r->any && (m->unknown_places > r->unknown_places || (m->unknown_places == r->unknown_places && m->unknown_words >= r->unknown_words)))
    return;
  r->any = true;
  r->nearest = m->now;
  r->unknown_places = m->unknown_places;
  r->unknown_words = m->unknown_words;
}

/* ---- walking ---- */

/* The word of a pattern that begins here: its length. */
static size_t token(const char *pattern) {
  return strcspn(pattern, " []");
}

/* One of the words between "/" is the question's word. */
static bool is_word(const struct match *m, size_t at, const char *words, size_t length) {
  if (at >= m->q->count || m->q->word[at].quoted) return false;
  const char *folded = m->q->word[at].folded;
  for (const char *end = words + length; words < end;) {
    size_t size = strcspn(words, "/ []");
    if (size > (size_t)(end - words)) size = (size_t)(end - words);
    if (strlen(folded) == size && strncmp(words, folded, size) == 0) return true;
    words += size + 1;
  }
  return false;
}

/* Words between names of a list: none where the next name does not begin; else where it begins. */
static size_t behind_join(const struct match *m, size_t at) {
  size_t start = at;
  if (at < m->q->count && !m->q->word[at].quoted && strcmp(m->q->word[at].folded, ",") == 0) at++;
  for (size_t i = 0; language->joins[i] && at < m->q->count; i++)
    if (!m->q->word[at].quoted && strcmp(m->q->word[at].folded, language->joins[i]) == 0) return at + 1;
  return at > start ? at : start;
}

static enum slot slot_of(const char *pattern, size_t length, bool *list) {
  *list = length > 0 && pattern[length - 1] == '+';
  if (*list) length--;
  for (size_t i = 0; i < SLOTS; i++)
    if (strlen(language->slots[i]) == length && strncmp(language->slots[i], pattern, length) == 0) return (enum slot)i;
  return SLOTS;
}

/* Fill a place with 1, 2 ... words, and go on behind it; with several names, also after "and". */
static void fill(struct match *m, enum slot slot, bool list, const char *behind, size_t first) {
  if (slot == SLOTS || m->now.count == READING_ARGUMENTS) return;
  for (size_t stop = first + 1; stop <= m->q->count && !m->failed && !m->out->endless; stop++) {
    struct argument a = {.slot = slot, .first = first, .stop = stop};
    bool known = fits(m, &a);
    if (++m->steps > MOST_STEPS) m->out->endless = true;
    if (!known && m->strict) continue;
    if (!known) m->unknown_places++, m->unknown_words += stop - first;
    m->now.argument[m->now.count++] = a;
    walk(m, behind, stop);
    size_t next = list ? behind_join(m, stop) : stop;
    if (next > stop) fill(m, slot, list, behind, next);
    m->now.count--;
    if (!known) m->unknown_places--, m->unknown_words -= stop - first;
  }
}

static bool takes_clauses(enum form form) {
  return form == FORM_CONNECTS || form == FORM_HOW || form == FORM_WHETHER || form == FORM_INTRODUCE;
}

static bool said_already(const struct match *m, const char *pattern) {
  for (const char *at = pattern; *at; at += token(at) + (at[token(at)] != 0)) {
    bool list;
    enum slot slot = slot_of(at, token(at), &list);
    for (size_t i = 0; slot != SLOTS && !list && i < m->now.count; i++)
      if (m->now.argument[i].slot == slot) return true;
  }
  return false;
}

/* The pattern is at its end: so is the question, or a condition follows. */
static void finish(struct match *m, size_t at) {
  if (at == m->q->count) accept(m);
  if (at == m->q->count || !takes_clauses(m->now.form->form)) return;
  for (size_t i = 0; i < language->clauses; i++)
    for (size_t k = 0; k < LANGUAGE_PATTERNS && language->clause[i].pattern[k]; k++)
      if (!said_already(m, language->clause[i].pattern[k])) walk(m, language->clause[i].pattern[k], at);
}

static void walk(struct match *m, const char *pattern, size_t at) {
  if (++m->steps > MOST_STEPS) m->out->endless = true;
  if (m->out->endless || m->failed) return;
  while (*pattern == ' ' || *pattern == ']')
    pattern++;
  if (!*pattern) {
    finish(m, at);
    return;
  }
  if (*pattern == '[') {
    walk(m, pattern + 1, at);
    walk(m, strchr(pattern, ']') + 1, at);
    return;
  }
  size_t length = token(pattern);
  if (isupper((unsigned char)*pattern)) {
    bool list;
    enum slot slot = slot_of(pattern, length, &list);
    fill(m, slot, list, pattern + length, at);
  } else if (is_word(m, at, pattern, length))
    walk(m, pattern + length, at + 1);
}

nonet_code match_all(struct readings *out, const struct question *q, const nonet *n, bool strict, nonet_err *err) {
  struct match *m = memory_zeroed(1, sizeof *m);
  *out = (struct readings){0};
  if (!m) return error_memory(err);
  *m = (struct match){.q = q, .net = n, .out = out, .strict = strict};
  m->kept = memory_zeroed(MEANINGS_KEPT * q->count * q->count, sizeof *m->kept);
  for (size_t i = 0; m->kept && i < language->forms; i++)
    for (size_t k = 0; k < LANGUAGE_PATTERNS && language->form[i].pattern[k]; k++) {
      m->now = (struct reading){.form = &language->form[i]};
      walk(m, language->form[i].pattern[k], 0);
    }
  nonet_code code = !m->kept || m->failed ? error_memory(err) : NONET_OK;
  free(m->kept);
  free(m);
  return code;
}
