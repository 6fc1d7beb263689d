/* --rejects FILE: rows that are wrong are left out and stand there, one a line. */
#ifndef NONET_CLI_REJECTS_H
#define NONET_CLI_REJECTS_H

#include "cli/job.h"

/* NONET_EUSAGE: --max-rejects alone. */
nonet_code rejects_start(struct job *job, nonet_err *err);

/* What nonet_read and nonet_sift call; `of` is a struct job. */
void rejects_add(void *of, const nonet_rejected *row);

/* Write FILE, whatever became of the reading, and return its `code`; NONET_EINPUT: there are more than --max-rejects. */
nonet_code rejects_end(struct job *job, nonet_code code, nonet_err *err);

#endif
