/* A child program: started by absolute path with posix_spawn, never through a shell; fed and read through pipes. */
#ifndef NONET_BASE_CHILD_H
#define NONET_BASE_CHILD_H

#include "base/buffer.h"

struct child_job {
  const char *program;     /* absolute path */
  const char *const *argv; /* NULL-terminated, argv[0] included */
  const void *input;       /* bytes for its standard input */
  size_t input_size;
  double timeout; /* seconds; 0: none */
  size_t most;    /* bytes of output it may give; 0: no limit */
};

struct child_result {
  struct buffer output, words; /* its stdout, and the first 64 kB of its stderr; free with child_result_free */
  int status;                  /* exit status, or 128 + signal */
};

/* Run to the end; its environment is empty but for SOURCE_DATE_EPOCH when the parent has it. Stops (kill, wait) when run->stop says so
 * or the time is over. A child that exits non-zero is no error here: look at out->status. */
nonet_code child_run(struct child_result *out, const struct child_job *job, const nonet_run *run, nonet_err *err);
void child_result_free(struct child_result *result);

/* End every child that is running: async-signal-safe. */
void child_end_all(void);

/* Where a program of the house is: beside this executable, then in `installed` (a folder). Absolute, owned; NULL if nowhere. */
char *child_find(const char *name, const char *installed);

#endif
