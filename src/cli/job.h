/* A job: one command at work, with its options, the run that the library is given, and what was warned of so far. */
#ifndef NONET_CLI_JOB_H
#define NONET_CLI_JOB_H

#include "cli/options.h"

struct job;

/* A command: a row of commands.c, at the foot of the file that implements it. */
struct command {
  const char *name, *usage; /* usage without "nonet NAME" */
  const char *summary;      /* one line */
  const char *details;      /* sentences; NULL: none */
  const char *examples;     /* lines "COMMAND\tWHAT IT DOES\n"; NULL: none */
  unsigned takes;
  bool says_warnings; /* its result tells the warnings, so a terminal that shows both needs them once */
  nonet_code (*run)(struct job *job, nonet_err *err);
};

const struct command *command_at(size_t i); /* NULL beyond the last */
const struct command *command_find(const char *name);

struct job {
  const struct command *command;
  struct options options;
  nonet_run run;
  char *const *arguments; /* the whole command line, for the report's methods */
  double started;         /* monotonic seconds */
  double line_drawn;      /* when the progress line was last drawn; 0: it is not there */
  double under_way;       /* since when progress has been told; 0: not yet */
  double under_way_at;    /* and how far it was then */
  nonet_out *rejected;    /* owned: what --rejects writes, so far; NULL: not asked for */
  uint64_t rejects;       /* rows in it */
  bool shape_told;        /* that small networks are known by their shape */
  bool no_reader;         /* output went to a pipe that nobody reads */
  uint64_t warnings;
  char first_warning[1024];
};

/* Fill job->run from the options and start the clocks. */
void job_start(struct job *job);
/* "42 s", "7 min", "3 h". */
void job_time_words(char *room, size_t size, double seconds);
/* What is said when the time of --timeout is over. */
void job_time_out_words(char *room, size_t size, const struct job *job);
double job_seconds(const struct job *job); /* since it began */

/* A warning to standard error as "FILE:LINE: warning: TEXT" (`text` may start with "PATH:LINE: "; path NULL: none). */
void job_warn(struct job *job, const char *path, const char *text);
/* A sentence to standard error unless --quiet. */
void job_note(struct job *job, const char *text);

/* With --strict, warnings so far are an error: NONET_EINPUT. */
nonet_code job_strict(const struct job *job, nonet_err *err);

/* Take the progress line away before something else is written. */
void job_clear_line(struct job *job);

#endif
