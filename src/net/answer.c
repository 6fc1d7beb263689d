/* Answers: a verdict, sentences, sheets and what to highlight in a picture, which may be of a network of the answer's own. An answer owns
 * all of them. */
#include "net/answer.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>

struct answer_mark {
  uint32_t node, tie;
  char *role; /* owned */
};

struct nonet_answer {
  char *verdict; /* owned; NULL: "" */
  char **sentence;
  size_t sentences, sentence_room;
  nonet_sheet **sheet;
  size_t sheets, sheet_room;
  struct answer_mark *mark;
  size_t marks, mark_room;
  nonet *network; /* owned; NULL: marks are of the network that was asked */
};

nonet_code answer_new(nonet_answer **out, nonet_err *err) {
  *out = memory_zeroed(1, sizeof **out);
  return *out ? NONET_OK : error_memory(err);
}

void nonet_answer_free(nonet_answer *a) {
  if (!a) return;
  for (size_t i = 0; i < a->sentences; i++)
    free(a->sentence[i]);
  for (size_t i = 0; i < a->sheets; i++)
    nonet_sheet_free(a->sheet[i]);
  for (size_t i = 0; i < a->marks; i++)
    free(a->mark[i].role);
  free(a->sentence);
  free(a->sheet);
  free(a->mark);
  free(a->verdict);
  nonet_free(a->network);
  free(a);
}

nonet_code answer_verdict(nonet_answer *a, const char *verdict, nonet_err *err) {
  char *copy = memory_text(verdict);
  if (!copy) return error_memory(err);
  free(a->verdict);
  a->verdict = copy;
  return NONET_OK;
}

nonet_code answer_say(nonet_answer *a, nonet_err *err, const char *format, ...) {
  va_list list, again;
  va_start(list, format);
  va_copy(again, list);
  int length = vsnprintf(NULL, 0, format, list);
  char *text = length < 0 ? NULL : memory_array((size_t)length + 1, 1);
  if (text) vsnprintf(text, (size_t)length + 1, format, again);
  va_end(again);
  va_end(list);
  if (!text || !memory_grow(&a->sentence, &a->sentence_room, a->sentences + 1, sizeof *a->sentence)) {
    free(text);
    return error_memory(err);
  }
  a->sentence[a->sentences++] = text;
  return NONET_OK;
}

nonet_code answer_add_sheet(nonet_answer *a, nonet_sheet *owned, nonet_err *err) {
  if (!memory_grow(&a->sheet, &a->sheet_room, a->sheets + 1, sizeof *a->sheet)) {
    nonet_sheet_free(owned);
    return error_memory(err);
  }
  a->sheet[a->sheets++] = owned;
  return NONET_OK;
}

static nonet_code mark(nonet_answer *a, uint32_t node, uint32_t tie, const char *role, nonet_err *err) {
  char *copy = memory_text(role);
  if (!copy || !memory_grow(&a->mark, &a->mark_room, a->marks + 1, sizeof *a->mark)) {
    free(copy);
    return error_memory(err);
  }
  a->mark[a->marks++] = (struct answer_mark){node, tie, copy};
  return NONET_OK;
}

nonet_code answer_mark_node(nonet_answer *a, uint32_t node, const char *role, nonet_err *err) {
  return mark(a, node, NONET_NONE, role, err);
}

nonet_code answer_mark_tie(nonet_answer *a, uint32_t tie, const char *role, nonet_err *err) {
  return mark(a, NONET_NONE, tie, role, err);
}

void answer_network(nonet_answer *a, nonet *owned) {
  nonet_free(a->network);
  a->network = owned;
}

const nonet *nonet_answer_network(const nonet_answer *a) {
  return a->network;
}

const char *nonet_answer_verdict(const nonet_answer *a) {
  return a->verdict ? a->verdict : "";
}

const char *nonet_answer_sentence(const nonet_answer *a, size_t i) {
  return i < a->sentences ? a->sentence[i] : NULL;
}

const nonet_sheet *nonet_answer_sheet(const nonet_answer *a, size_t i) {
  return i < a->sheets ? a->sheet[i] : NULL;
}

bool nonet_answer_highlight(const nonet_answer *a, size_t i, uint32_t *node, uint32_t *tie, const char **role) {
  if (i >= a->marks) return false;
  if (node) *node = a->mark[i].node;
  if (tie) *tie = a->mark[i].tie;
  if (role) *role = a->mark[i].role;
  return true;
}
