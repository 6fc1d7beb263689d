/* Measures of a profile that are left out, told once for each reason. */
#ifndef NONET_CLI_LEFT_OUT_H
#define NONET_CLI_LEFT_OUT_H

#include "cli/job.h"

struct left_out_reason {
  char *why, *names; /* owned */
};

struct left_out {
  struct left_out_reason *at; /* owned */
  size_t reasons;
  size_t count; /* measures */
};

/* One more, as nonet_measure_options.left_out tells it: `of` is a struct left_out. */
void left_out_add(void *of, const char *name, const char *why);
/* "left out: A, B: WHY", a note for each reason. */
void left_out_tell(const struct left_out *l, struct job *job);
void left_out_free(struct left_out *l);

#endif
