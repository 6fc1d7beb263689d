/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * "Did you mean": the fewest edits (insert, delete, replace, swap of two neighbours) between what was typed and a name. A name counts as
 * near when at most a third of its letters differ, or when one begins with the other.
 * Source: F. J. Damerau, A technique for computer detection and correction of spelling errors, CACM 7 (1964) 171-176. */
#include "cli/near.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST = 64 };

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static unsigned least(unsigned a, unsigned b) {
  return a < b ? a : b;
}

static unsigned distance(const char *a, const char *b) {
  size_t la = strlen(a), lb = strlen(b);
  if (la > LONGEST || lb > LONGEST) return LONGEST;
  unsigned row[3][LONGEST + 1] = {{0}};
  for (size_t j = 0; j <= lb; j++)
    row[0][j] = (unsigned)j;
  for (size_t i = 1; i <= la; i++) {
    unsigned *now = row[i % 3], *one = row[(i + 2) % 3], *two = row[(i + 1) % 3];
    now[0] = (unsigned)i;
    for (size_t j = 1; j <= lb; j++) {
      char x = lower(a[i - 1]), y = lower(b[j - 1]);
      now[j] = least(least(now[j - 1], one[j]) + 1, one[j - 1] + (x != y));
      if (i > 1 && j > 1 && x == lower(b[j - 2]) && lower(a[i - 2]) == y) now[j] = least(now[j], two[j - 2] + 1);
    }
  }
  return row[la % 3][lb];
}

void near_start(struct near *n, const char *typed) {
  *n = (struct near){.typed = typed};
}

void near_offer(struct near *n, const char *name) {
  size_t typed = strlen(n->typed), length = strlen(name), shorter = typed < length ? typed : length;
  unsigned d = distance(n->typed, name);
  bool begins = shorter >= 3 && strncmp(n->typed, name, shorter) == 0;
  if (begins) d = 1;
  size_t longest = typed > length ? typed : length;
  if (d > (longest + 2) / 3 || d >= longest) return;
  if (n->best && n->distance <= d) return;
  n->best = name;
  n->distance = d;
}

const char *near_words(const struct near *n, char room[NEAR_ROOM]) {
  room[0] = 0;
  if (n->best) snprintf(room, NEAR_ROOM, " (did you mean '%s'?)", n->best);
  return room;
}
