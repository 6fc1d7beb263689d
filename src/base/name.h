/* Names: how a name typed by a person finds what it means.
 * fold() takes away case, accents, compatibility forms and repeated spaces (utf8proc). */
#ifndef NONET_BASE_NAME_H
#define NONET_BASE_NAME_H

#include "base/buffer.h"

/* Append the folded form of a name; false if memory ran out or the text is not UTF-8. */
bool name_fold(struct buffer *out, const char *name);

/* Edits (insert, delete, replace, swap of neighbours) between two folded names, counted up to `limit`; limit + 1 beyond (or if memory ran
 * out). A limit over a million counts as a million. */
unsigned name_distance(const char *a, const char *b, unsigned limit);

/* The names nearest to one that was not found: feed candidates, then read. Keeps the best 3 (distance at most a third of the
 * length, or one begins with or contains the other; only where there is none such, those of which every word typed is near some word);
 * among equals those first in byte order, so the order of offers is no matter. */
struct name_nearest {
  struct buffer folded;  /* of what was typed */
  size_t length;         /* of it in characters */
  struct buffer scratch; /* of the candidate at hand */
  char *best[3];         /* owned */
  unsigned distance[3];
  size_t count;
};
bool name_nearest_start(struct name_nearest *near, const char *typed);
void name_nearest_offer(struct name_nearest *near, const char *candidate);
/* Append " (did you mean 'a' or 'b'?)", or nothing. */
void name_nearest_say(const struct name_nearest *near, struct buffer *out);
void name_nearest_free(struct name_nearest *near);

#endif
