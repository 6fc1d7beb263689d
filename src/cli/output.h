/* Output: standard output, or the file of -o. */
#ifndef NONET_CLI_OUTPUT_H
#define NONET_CLI_OUTPUT_H

#include "cli/job.h"

/* Open what -o names ("-" or nothing: standard output). With --strict, warnings so far fail it, so nothing is touched. */
nonet_code output_open(nonet_out **out, struct job *job, nonet_err *err);

/* Finish and free: commits where code is NONET_OK, else discards. Returns the first failure. */
nonet_code output_close(nonet_out *o, struct job *job, nonet_code code, nonet_err *err);

/* Write several texts, the last of them NULL. Nothing is put together in memory, so nothing can be lost for want of it. */
void output_texts(nonet_out *o, ...) __attribute__((__sentinel__));

/* The path of -o; NULL: standard output. */
const char *output_path(const struct job *job);

/* Columns of the terminal, `otherwise` where there is none. */
unsigned output_width(unsigned otherwise);

/* How tables are to be shown, by --as, --top and the terminal. */
nonet_show_options output_show(const struct job *job);

/* Open descriptors 0, 1 and 2 where they are closed, so that no file takes their place; what is written to a closed 1 fails. */
void output_secure(void);

#endif
