/* Words on how long measures take: before a long exact run, and behind samples that took longer than one. */
#ifndef NONET_CLI_EFFORT_H
#define NONET_CLI_EFFORT_H

#include "cli/job.h"

/* A note when exact values will take more than 10 s. */
void effort_before(struct job *job, const nonet *n, const char *names, const nonet_measure_options *how);

/* Behind a run with samples that took `seconds`: a note when exact values would have come sooner. */
void effort_after(struct job *job, const nonet *n, const char *names, const nonet_measure_options *how, double seconds);

#endif
