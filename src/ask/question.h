/* A question as words, and as what it was read to mean. */
#ifndef NONET_ASK_QUESTION_H
#define NONET_ASK_QUESTION_H

#include "ask/language.h"
#include "ask/subject.h"

enum { QUESTION_WORDS = 200, READING_ARGUMENTS = 64 };

/* A word as typed: bytes [start, stop) of the text, quotes included. */
struct question_word {
  size_t start, stop;
  bool quoted;
  char *name;   /* without quotes; owned */
  char *folded; /* owned; never equal to a word of a pattern when quoted */
};

struct question {
  const char *text; /* borrowed */
  struct question_word *word;
  size_t count;
};

/* NONET_EUSAGE: no words, too many, or not UTF-8. */
nonet_code question_start(struct question *out, const char *text, nonet_err *err);
void question_free(struct question *q);

/* The name that words [first, stop) make, appended: as typed, without quotes. */
void question_name(struct buffer *out, const struct question *q, size_t first, size_t stop);

/* A place of a pattern with the words that fill it. Several names of one place are several arguments. */
struct argument {
  enum slot slot;
  size_t first, stop;
  struct subject subject; /* where it is one; else .at is the number, the day or the word */
};

/* What a question can mean. */
struct reading {
  const struct language_form *form;
  struct argument argument[READING_ARGUMENTS];
  size_t count;
};

/* The only reading in which every name is known. NONET_EUSAGE: none, or several; the text says what to write instead. */
nonet_code question_read(struct reading *out, const struct question *q, const nonet *n, nonet_err *err);

/* ---- between question.c, match.c and unread.c ---- */

/* What was found by trying all ways to read a question. */
struct readings {
  struct reading found[2]; /* two that mean different things */
  size_t count;
  struct reading nearest; /* no name known in some places: the one with the fewest unknown words */
  size_t unknown_places, unknown_words;
  bool any;     /* nearest is there */
  bool endless; /* given up: too many ways to try */
};

/* Try every pattern and split; strict: with names that are known only. */
nonet_code match_all(struct readings *out, const struct question *q, const nonet *n, bool strict, nonet_err *err);

/* What a form lets a place be, as enum subject_what; 0: no subject. */
unsigned question_allowed(enum form form, enum slot slot);

/* Whether a name fits a place; with err why not. */
nonet_code question_resolve(struct subject *out, const nonet *n, enum form form, enum slot slot, const char *name, nonet_err *err);

/* The error of a question that no reading fits, or two. Always NONET_EUSAGE (or memory). */
nonet_code unread_names(const struct readings *r, const struct question *q, const nonet *n, nonet_err *err);
nonet_code unread_several(const struct readings *r, const struct question *q, nonet_err *err);
nonet_code unread_forms(const struct question *q, nonet_err *err);

#endif
