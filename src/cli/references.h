/* The references of what was measured: what --cite prints. */
#ifndef NONET_CLI_REFERENCES_H
#define NONET_CLI_REFERENCES_H

#include "cli/job.h"

/* Each reference once, in the order of the measures: a list under the tables, or, where the result is CSV, to standard error. JSON has them
 * among its notes, so nothing is written then. */
nonet_code references_write(nonet_out *o, struct job *job, const nonet_sheet *const *sheets, size_t count, nonet_err *err);

#endif
