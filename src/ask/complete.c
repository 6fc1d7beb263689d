/* What may be typed next: words of forms that begin like what stands there, and names that go on what was begun.
 *
 * How: each pattern is followed word by word as far as what was typed agrees with it, a place for a name taking any words; where the typed
 * text ends inside a pattern's word, that word is offered; where it ends inside a place, names are, from the place's first word on. Offers
 * are the rest of the text from the last blank that belongs to them, so the caller replaces the last word alone. */
#include "ask/question.h"

#include "base/memory.h"
#include "base/name.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct completing {
  const nonet *net;
  const char *typed, *last; /* the last word begins here */
  bool (*offer)(void *user, const char *text);
  void *user;
  bool done, failed;
  char **given; /* owned texts, so that nothing is offered twice */
  size_t count, room;
};

static void give(struct completing *c, const char *text) {
  for (size_t i = 0; i < c->count && !c->done; i++)
    if (strcmp(c->given[i], text) == 0) return;
  if (c->done || c->failed) return;
  char *copy = memory_text(text);
  if (!copy || !memory_grow(&c->given, &c->room, c->count + 1, sizeof *c->given)) {
    free(copy);
    c->failed = true;
    return;
  }
  c->given[c->count++] = copy;
  c->done = !c->offer(c->user, text);
}

static bool begins(const char *text, const char *head) {
  struct buffer one = {0}, other = {0};
  bool good = name_fold(&one, text) && name_fold(&other, head) && strncmp(buffer_string(&one), buffer_string(&other), other.size) == 0;
  buffer_free(&one);
  buffer_free(&other);
  return good;
}

/* ---- names ---- */

/* A name that goes on any run of words at the end of what was typed: the part of it from the last word on. */
static void offer_name(struct completing *c, const char *name) {
  for (const char *start = c->last;; start--) {
    bool word = start == c->typed || start[-1] == ' ' || start[-1] == '"';
    size_t before = (size_t)(c->last - start);
    if (word && *start && before < strlen(name) && begins(name, start)) {
      give(c, name + before);
      return;
    }
    if (start == c->typed) return;
  }
}

static void offer_names(struct completing *c) {
  const nonet *n = c->net;
  for (uint32_t v = 0; v < n->nodes && !c->done; v++) {
    nonet_node node;
    nonet_node_get(&node, n, v);
    offer_name(c, node.label);
    if (*node.short_name) offer_name(c, node.short_name);
  }
  for (uint32_t i = 0; i < n->layers && !c->done; i++)
    offer_name(c, nonet_layer_name(n, i));
  for (uint32_t i = 0; i < n->kinds && !c->done; i++)
    offer_name(c, nonet_kind_name(n, i));
}

/* ---- words ---- */

static void offer_words(struct completing *c, const char *words, size_t length, const char *typed) {
  struct buffer one = {0};
  for (const char *end = words + length; words < end;) {
    size_t size = strcspn(words, "/ []");
    if (size > (size_t)(end - words)) size = (size_t)(end - words);
    buffer_clear(&one);
    buffer_add(&one, words, size);
    if (begins(buffer_string(&one), typed)) give(c, buffer_string(&one));
    words += size + 1;
  }
  buffer_free(&one);
}

static bool is_one_of(const char *words, size_t length, const char *folded) {
  for (const char *end = words + length; words < end;) {
    size_t size = strcspn(words, "/ []");
    if (size > (size_t)(end - words)) size = (size_t)(end - words);
    if (strlen(folded) == size && strncmp(words, folded, size) == 0) return true;
    words += size + 1;
  }
  return false;
}

/* Follow a pattern from word `at` of what stands before the last word. Brackets are passed over: what may be left out is offered too. */
static void follow(struct completing *c, const char *pattern, const struct question *q, size_t at) {
  while (*pattern == ' ' || *pattern == '[' || *pattern == ']')
    pattern++;
  size_t length = strcspn(pattern, " []");
  if (!*pattern || c->done) return;
  if (isupper((unsigned char)*pattern)) {
    for (size_t stop = at + 1; stop <= q->count; stop++)
      follow(c, pattern + length, q, stop);
    return;
  }
  if (at == q->count)
    offer_words(c, pattern, length, c->last);
  else if (is_one_of(pattern, length, q->word[at].folded))
    follow(c, pattern + length, q, at + 1);
}

nonet_code nonet_ask_complete(const nonet *n, const char *typed, bool (*offer)(void *user, const char *text), void *user, nonet_err *err) {
  const struct language *l = &language_english;
  struct completing c = {.net = n, .typed = typed, .last = typed + strlen(typed), .offer = offer, .user = user};
  struct question q = {0};
  while (c.last > typed && c.last[-1] != ' ' && c.last[-1] != '"')
    c.last--;
  struct buffer before = {0};
  buffer_add(&before, typed, (size_t)(c.last - typed));
  if (strspn(buffer_string(&before), " ") < before.size && question_start(&q, buffer_string(&before), NULL) != NONET_OK) {
    buffer_free(&before);
    return NONET_OK; /* nothing can be typed behind what cannot be read */
  }
  for (size_t i = 0; i < l->forms; i++)
    for (size_t k = 0; k < LANGUAGE_PATTERNS && l->form[i].pattern[k]; k++)
      follow(&c, l->form[i].pattern[k], &q, 0);
  for (size_t i = 0; i < l->clauses && q.count > 2; i++)
    for (size_t k = 0; k < LANGUAGE_PATTERNS && l->clause[i].pattern[k]; k++)
      follow(&c, l->clause[i].pattern[k], &q, q.count);
  if (q.count > 1) offer_names(&c);
  question_free(&q);
  buffer_free(&before);
  for (size_t i = 0; i < c.count; i++)
    free(c.given[i]);
  free(c.given);
  return c.failed ? error_memory(err) : NONET_OK;
}
