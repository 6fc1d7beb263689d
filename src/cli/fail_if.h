/* --fail-if: conditions on measures that a pipeline stands on. What is true of one ends the command with status 1, behind its output. */
#ifndef NONET_CLI_FAIL_IF_H
#define NONET_CLI_FAIL_IF_H

#include "cli/job.h"

/* The conditions of a job, and what was found true. */
struct fail_if {
  struct condition *at; /* owned */
  size_t count;
  char found[768]; /* what is true, in words; "": nothing */
};

/* Read every --fail-if. NONET_EUSAGE before any file is opened: a condition that is none, or a measure that is not there. */
nonet_code fail_if_read(struct fail_if *out, const struct options *o, nonet_err *err);

/* Measure what the conditions name. Before the output is begun, so that a measure that cannot be taken costs no half a result. */
nonet_code fail_if_measure(struct fail_if *f, struct job *job, const nonet *n, nonet_err *err);

/* Behind the output: NONET_ENOANSWER, with what is true, where something is. */
nonet_code fail_if_tell(const struct fail_if *f, nonet_err *err);

void fail_if_free(struct fail_if *f);

#endif
