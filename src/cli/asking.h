/* Answering one question: shared by nonet ask and nonet shell. */
#ifndef NONET_CLI_ASKING_H
#define NONET_CLI_ASKING_H

#include "cli/job.h"

/* The renderer that the suffix of a path names; NULL: none, or no path. */
const nonet_renderer *asking_renderer(const char *path);

/* How questions are to be answered, by --at-most and --top. */
nonet_ask_options asking_options(const struct job *job);

/* Write the picture of just an answer. */
nonet_code asking_draw(struct job *job, const nonet *n, const nonet_answer *answer, const char *path, nonet_err *err);

#endif
