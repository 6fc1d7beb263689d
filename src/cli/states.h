/* States of a network one after the other: FILEs, or one network at dates. */
#ifndef NONET_CLI_STATES_H
#define NONET_CLI_STATES_H

#include "cli/job.h"

/* In order. Starts zeroed. */
struct states {
  nonet_snapshot *at;
  char **name;  /* owned copies, where they are not words of the command line */
  nonet *whole; /* owned: the network that states are views of; NULL: each is its own */
  size_t count;
};

nonet_code states_room(struct states *s, size_t count, nonet_err *err);
void states_free(struct states *s);

/* Each FILE is read as if it were the only one. `otherwise`: what else could be typed, said where there are fewer than two. */
nonet_code states_open_each(struct states *s, struct job *job, const char *otherwise, nonet_err *err);

#endif
