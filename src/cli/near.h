/* The nearest of several names to one that was not found. */
#ifndef NONET_CLI_NEAR_H
#define NONET_CLI_NEAR_H

#include <stddef.h>

struct near {
  const char *typed;
  const char *best; /* borrowed from who offered it; NULL: none is near */
  unsigned distance;
};

void near_start(struct near *n, const char *typed);
void near_offer(struct near *n, const char *name);

/* " (did you mean 'x'?)", or ""; in `room`, which is returned. */
#define NEAR_ROOM 128
const char *near_words(const struct near *n, char room[NEAR_ROOM]);

#endif
