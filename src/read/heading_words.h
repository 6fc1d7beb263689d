/* The words that headings are known by. */
#ifndef NONET_READ_HEADING_WORDS_H
#define NONET_READ_HEADING_WORDS_H

#include "read/headings.h"

/* Of a role, the exact word first, then its synonyms by rank; NULL-terminated; NULL: a role without words. */
const char *const *heading_words(enum role role);
extern const char *const heading_nouns[];   /* Organisation, Strategy ... */
extern const char *const heading_targets[]; /* what makes a `source` beside it an end */
extern const char *const heading_dates[];   /* of a meeting */
bool heading_among(const char *const *words, const char *folded);

/* The column of a folded name that has no role yet, NO_COLUMN: none; and whether there is one of several names. */
size_t headings_find(const struct headings *h, const char *folded);
bool headings_have(const struct headings *h, const char *const *words);

#endif
