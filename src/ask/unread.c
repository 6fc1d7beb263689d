/* What is said of a question that cannot be read: which name is unknown, which two readings there are, or which forms are nearest. */
#include "ask/question.h"

#include "base/memory.h"
#include "base/name.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const struct language *const language = &language_english;

/* ---- a name that nobody has ---- */

nonet_code unread_names(const struct readings *r, const struct question *q, const nonet *n, nonet_err *err) {
  const struct reading *nearest = &r->nearest;
  struct buffer name = {0};
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < nearest->count && !code; i++) {
    const struct argument *a = &nearest->argument[i];
    struct subject s;
    buffer_clear(&name);
    question_name(&name, q, a->first, a->stop);
    code = question_resolve(&s, n, nearest->form->form, a->slot, buffer_string(&name), err);
  }
  buffer_free(&name);
  return code ? code : error_set(err, NONET_EINTERNAL, "a question was read in one way only and then in none");
}

/* ---- two readings ---- */

/* The question with every name in quotes: what stands between arguments is kept. */
static void quoted(struct buffer *out, const struct reading *r, const struct question *q) {
  size_t word = 0;
  for (size_t i = 0; i <= r->count; i++) {
    /* Arguments stand in the order of the words. */
    size_t first = i < r->count ? r->argument[i].first : q->count;
    for (; word < first; word++)
      buffer_print(out, "%s%s", word > 0 && strcmp(q->word[word].name, ",") != 0 ? " " : "", q->word[word].name);
    if (i == r->count) break;
    if (word > 0) buffer_char(out, ' ');
    buffer_char(out, '"');
    question_name(out, q, first, r->argument[i].stop);
    buffer_char(out, '"');
    word = r->argument[i].stop;
  }
}

nonet_code unread_several(const struct readings *r, const struct question *q, nonet_err *err) {
  struct buffer one = {0}, other = {0};
  quoted(&one, &r->found[0], q);
  quoted(&other, &r->found[1], q);
  nonet_code code = one.failed || other.failed ? error_memory(err)
                                               : error_set(err, NONET_EUSAGE, "this can be read as: %s; and as: %s; put names in quotes",
                                                           buffer_string(&one), buffer_string(&other));
  buffer_free(&one);
  buffer_free(&other);
  return code;
}

/* ---- no form at all ---- */

/* How well a pattern's words are met, in order, among those of the question: twice the words met, less those missed on either side. */
struct nearness {
  int score;
  const struct language_form *form;
};

static bool near_word(const char *typed, const char *words, size_t length) {
  struct buffer one = {0};
  bool near = false;
  for (const char *end = words + length; words < end && !near;) {
    size_t size = strcspn(words, "/ []");
    if (size > (size_t)(end - words)) size = (size_t)(end - words);
    buffer_clear(&one);
    buffer_add(&one, words, size);
    unsigned limit = size < 4 ? 0 : size < 7 ? 1 : 2;
    near = name_distance(typed, buffer_string(&one), limit) <= limit;
    words += size + 1;
  }
  buffer_free(&one);
  return near;
}

static int score_of(const char *pattern, const struct question *q) {
  int met = 0, missed = 0;
  size_t at = 0;
  for (; *pattern;) {
    size_t length = strcspn(pattern, " []");
    if (length > 0 && !isupper((unsigned char)*pattern)) {
      size_t found = at;
      while (found < q->count && (q->word[found].quoted || !near_word(q->word[found].folded, pattern, length)))
        found++;
      if (found < q->count)
        met++, at = found + 1;
      else
        missed++;
    }
    pattern += length;
    if (*pattern) pattern++;
  }
  return met == 0 ? -1 : 3 * met - 2 * missed;
}

static int by_score(const void *a, const void *b) {
  const struct nearness *x = a, *y = b;
  if (x->score != y->score) return x->score < y->score ? 1 : -1;
  return x->form < y->form ? -1 : x->form > y->form;
}

nonet_code unread_forms(const struct question *q, nonet_err *err) {
  enum { SHOWN = 3 };
  struct nearness *near = memory_array(language->forms, sizeof *near);
  struct buffer list = {0};
  if (!near) return error_memory(err);
  for (size_t i = 0; i < language->forms; i++) {
    near[i] = (struct nearness){-1, &language->form[i]};
    for (size_t k = 0; k < LANGUAGE_PATTERNS && language->form[i].pattern[k]; k++) {
      int score = score_of(language->form[i].pattern[k], q);
      if (score > near[i].score) near[i].score = score;
    }
  }
  qsort(near, language->forms, sizeof *near, by_score);
  for (size_t i = 0; i < SHOWN && i < language->forms && near[i].score > 0; i++)
    buffer_print(&list, "%s'%s'", i == 0 ? "; the nearest that can be asked: " : ", ", near[i].form->shown);
  nonet_code code =
      error_set(err, NONET_EUSAGE, "this question cannot be read%s (all of them: nonet list questions)", buffer_string(&list));
  free(near);
  buffer_free(&list);
  return code;
}
