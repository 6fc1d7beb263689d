/* A question cut into words. Blanks separate them, a comma is one of its own; what stands in quotes is one word, and is never taken for a
 * word of the language. A straight single quote opens only where a word begins and closes only where one ends, for names hold apostrophes.
 */
#include "ask/question.h"

#include "base/date.h"
#include "base/memory.h"
#include "base/name.h"
#include "base/number.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* ---- words ---- */

static bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The quote that opens at a place, and what closes it; NULL: none. */
static const char *opening(const char *at, bool begins, size_t *size) {
  static const struct {
    const char *open, *close;
  } quotes[] = {{"\"", "\""}, {"\xe2\x80\x9c", "\xe2\x80\x9d"}, {"\xe2\x80\x98", "\xe2\x80\x99"}, {"'", "'"}};
  for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
    *size = strlen(quotes[i].open);
    if (strncmp(at, quotes[i].open, *size) == 0) return i == 3 && !begins ? NULL : quotes[i].close;
  }
  return NULL;
}

/* Where a quote closes: for a single quote only where a word ends. NULL: nowhere. */
static const char *closing(const char *from, const char *close) {
  size_t size = strlen(close);
  for (const char *at = from; (at = strstr(at, close)); at += size) {
    char next = at[size];
    if (*close != '\'' || !next || is_blank(next) || next == ',' || next == '?') return at;
  }
  return NULL;
}

/* One word from `at` on; where it stops. */
static const char *cut(struct buffer *name, bool *quoted, const char *at) {
  const char *start = at;
  *quoted = false;
  while (*at && !is_blank(*at) && *at != ',') {
    size_t size;
    const char *close = opening(at, at == start, &size), *end = close ? closing(at + size, close) : NULL;
    if (end) {
      buffer_add(name, at + size, (size_t)(end - at - (ptrdiff_t)size));
      at = end + strlen(close);
      *quoted = true;
    } else
      buffer_char(name, *at++);
  }
  if (at == start && *at == ',') buffer_char(name, *at++);
  return at;
}

/* A mark at the end of the question belongs to no name. */
static void trim_end(struct buffer *name, struct question_word *w, const char *text) {
  while (name->size > 1 && strchr("?!.", name->bytes[name->size - 1]) && text[w->stop - 1] == name->bytes[name->size - 1]) {
    name->bytes[--name->size] = 0;
    w->stop--;
  }
}

static nonet_code add_word(struct question *q, size_t *room, struct question_word w, struct buffer *name, nonet_err *err) {
  struct buffer folded = {0};
  if (q->count == QUESTION_WORDS)
    return error_set(err, NONET_EUSAGE, "a question of more than %d words is not read: shorten it, or put names in quotes", QUESTION_WORDS);
  bool good = memory_grow(&q->word, room, q->count + 1, sizeof *q->word) && name_fold(&folded, buffer_string(name));
  w.name = good ? memory_text(buffer_string(name)) : NULL;
  w.folded = good ? memory_text(buffer_string(&folded)) : NULL;
  buffer_free(&folded);
  if (!w.name || !w.folded) {
    free(w.name);
    free(w.folded);
    return error_memory(err);
  }
  q->word[q->count++] = w;
  return NONET_OK;
}

nonet_code question_start(struct question *out, const char *text, nonet_err *err) {
  size_t room = 0, length = strlen(text);
  struct buffer name = {0};
  nonet_code code = NONET_OK;
  *out = (struct question){.text = text};
  if (utf8_valid(text, length) < length) return error_set(err, NONET_EUSAGE, "the question is not UTF-8");
  while (length > 0 && (is_blank(text[length - 1]) || text[length - 1] == '?'))
    length--;
  for (const char *at = text; !code;) {
    while (is_blank(*at))
      at++;
    if (!*at || at >= text + length) break;
    struct question_word w = {.start = (size_t)(at - text)};
    buffer_clear(&name);
    at = cut(&name, &w.quoted, at);
    w.stop = (size_t)(at - text);
    if (w.stop >= length && !w.quoted) trim_end(&name, &w, text);
    code = name.failed ? error_memory(err) : add_word(out, &room, w, &name, err);
  }
  buffer_free(&name);
  if (!code && out->count == 0) code = error_set(err, NONET_EUSAGE, "the question is empty; see: nonet list questions");
  if (code) question_free(out);
  return code;
}

void question_free(struct question *q) {
  for (size_t i = 0; i < q->count; i++) {
    free(q->word[i].name);
    free(q->word[i].folded);
  }
  free(q->word);
  *q = (struct question){0};
}

void question_name(struct buffer *out, const struct question *q, size_t first, size_t stop) {
  if (stop == first + 1)
    buffer_text(out, q->word[first].name);
  else
    buffer_add(out, q->text + q->word[first].start, q->word[stop - 1].stop - q->word[first].start);
}

/* ---- places ---- */

unsigned question_allowed(enum form form, enum slot slot) {
  bool connection = form == FORM_CONNECTS || form == FORM_HOW || form == FORM_WHETHER;
  switch (slot) {
  case SLOT_A:
  case SLOT_B:
    return connection ? SUBJECT_ANY : SUBJECT_NODE;
  case SLOT_L:
  case SLOT_M:
    return SUBJECT_GROUP;
  case SLOT_S:
    return form == FORM_WORKERS || form == FORM_JOINED ? SUBJECT_NODE | SUBJECT_LAYER : SUBJECT_NODE;
  case SLOT_AVOIDED:
    return SUBJECT_NODE | SUBJECT_LAYER;
  case SLOT_VIA:
    return SUBJECT_LAYER;
  case SLOT_KIND:
    return SUBJECT_KIND;
  default:
    return 0;
  }
}

static nonet_code resolve_number(uint32_t *out, const char *name, nonet_err *err) {
  uint64_t number;
  if (!number_parse_whole(&number, name, strlen(name)) || number == 0 || number > UINT32_MAX)
    return error_set(err, NONET_EUSAGE, "'%s' is no whole number above 0", name);
  *out = (uint32_t)number;
  return NONET_OK;
}

static nonet_code resolve_measure(const char *name, nonet_err *err) {
  const nonet_measure_info *m = nonet_measure_find(name);
  if (!m) return nonet_measure_unknown(name, err);
  return m->scope == NONET_OF_NODES ? NONET_OK : error_set(err, NONET_EUSAGE, "'%s' is no measure of nodes", name);
}

nonet_code question_resolve(struct subject *out, const nonet *n, enum form form, enum slot slot, const char *name, nonet_err *err) {
  struct date_period date;
  unsigned allowed = question_allowed(form, slot);
  *out = (struct subject){0};
  if (allowed) return subject_find(out, n, name, allowed, err);
  switch (slot) {
  case SLOT_SIZE:
  case SLOT_WITHIN:
    return resolve_number(&out->at, name, err);
  case SLOT_SINCE:
  case SLOT_BEFORE:
    if (date_parse(&date, name, strlen(name))) return NONET_OK;
    return error_set(err, NONET_EUSAGE, "'%s' is no date (2000, 2000-08 and 2000-08-03 are)", name);
  case SLOT_MEASURE:
    return resolve_measure(name, err);
  default:
    return subject_tie_kind(&out->at, n, name, err);
  }
}

/* ---- reading ---- */

nonet_code question_read(struct reading *out, const struct question *q, const nonet *n, nonet_err *err) {
  struct readings *r = memory_zeroed(1, sizeof *r);
  nonet_code code = r ? match_all(r, q, n, true, err) : error_memory(err);
  if (!code && r->count == 1) {
    *out = r->found[0];
    goto done;
  }
  if (!code && r->endless)
    code = error_set(err, NONET_EUSAGE, "there are too many ways to read this question: put names in quotes");
  else if (!code && r->count > 1)
    code = unread_several(r, q, err);
  else if (!code) {
    code = match_all(r, q, n, false, err);
    if (!code) code = r->any ? unread_names(r, q, n, err) : unread_forms(q, err);
  }
done:
  free(r);
  return code;
}
