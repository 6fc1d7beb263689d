/* The words of the question language: one table for each language, and nothing but these tables knows a word of it.
 *
 * A pattern is a row of words and places. "is/are": either word; "[steps]": may be left out; a word in capitals is a place for a name, with
 * "+" behind it for several joined by "and". Words are written as name_fold leaves them. */
#ifndef NONET_ASK_LANGUAGE_H
#define NONET_ASK_LANGUAGE_H

#include "base/buffer.h"

/* What can be asked; each is a row of forms.c. */
enum form {
  FORM_CONNECTS,
  FORM_HOW,
  FORM_WHETHER,
  FORM_INTRODUCE,
  FORM_WORKS_WITH,
  FORM_WORKS_ON,
  FORM_WORKERS,
  FORM_SHARE,
  FORM_MEMBERS,
  FORM_ONLY,
  FORM_BRIDGES,
  FORM_HOLDS,
  FORM_WHY,
  FORM_CENTRAL,
  FORM_KEY_PLAYERS,
  FORM_LEFT,
  FORM_JOINED,
  FORM_GAPS,
  FORM_GAPS_BETWEEN,
  FORM_GAPS_FOR,
  FORM_CHANGED,
  FORMS
};

/* Places for names. */
enum slot {
  SLOT_A,
  SLOT_B,
  SLOT_L,
  SLOT_M,
  SLOT_S,
  SLOT_MEASURE,
  SLOT_SIZE, /* how many */
  SLOT_AVOIDED,
  SLOT_VIA,
  SLOT_WITHIN,
  SLOT_KIND,
  SLOT_SINCE,
  SLOT_BEFORE,
  SLOT_TIES, /* a kind of tie */
  SLOTS
};

enum { LANGUAGE_PATTERNS = 6 };

/* One form: the pattern that people are shown comes first; the others mean the same. */
struct language_form {
  enum form form;
  const char *shown;                      /* for lists and errors */
  const char *meaning, *example;          /* the example is of the network in graphs/birmingham-2000 */
  const char *pattern[LANGUAGE_PATTERNS]; /* NULL-terminated where fewer */
};

/* A condition behind a question about connections. */
struct language_clause {
  const char *shown, *meaning;
  const char *pattern[LANGUAGE_PATTERNS];
};

struct language {
  const char *name;
  const struct language_form *form;
  size_t forms;
  const struct language_clause *clause;
  size_t clauses;
  const char *const *joins; /* words between several names, NULL-terminated; a comma always is one */
  const char *const *slots; /* how each place is written in patterns, by enum slot */
  /* Append what a folded word for several may be for one ("strategies": "strategy"); the i-th, false beyond the last. */
  bool (*singular)(struct buffer *out, const char *folded, size_t i);
  void (*plural)(struct buffer *out, const char *word); /* the other way round, of a word as it stands */
};

extern const struct language language_english;

#endif
