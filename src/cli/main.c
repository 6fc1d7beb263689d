/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet: argv -> calls of nonet.h -> exit code. Commands return codes; this file alone says errors and ends the program.
 *
 *   0 done · 1 no answer · 2 usage · 3 bad input · 4 cannot read or write · 5 a limit · 70 our own fault · 128 + signal · 141 no reader */
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/say.h"
#include "cli/signals.h"

#include <string.h>

static int status_of(nonet_code code) {
  switch (code) {
  case NONET_OK:
    return 0;
  case NONET_ENOANSWER:
    return 1;
  case NONET_EUSAGE:
    return 2;
  case NONET_EINPUT:
    return 3;
  case NONET_EIO:
    return 4;
  case NONET_ELIMIT:
  case NONET_ESTOPPED:
    return 5;
  case NONET_EINTERNAL:
    break;
  }
  return 70;
}

/* Say why a job failed, once, and give the status. */
static int finish(struct job *job, nonet_code code, const nonet_err *err) {
  signals_rest();
  job_clear_line(job);
  if (signals_number() != 0) return 128 + signals_number();
  if (code == NONET_OK) return 0;
  if (job->no_reader) return 141;
  char words[64];
  bool late = code == NONET_ESTOPPED && signals_timed_out();
  if (late) job_time_out_words(words, sizeof words, job);
  say("%s", late ? words : err->text[0] ? err->text : "failed without a reason");
  return status_of(code);
}

/* The command that the first argument names. */
static nonet_code find(struct job *job, const char *name, nonet_err *err) {
  if (!name) return fail(err, NONET_EUSAGE, "no command is given (see: nonet help)");
  if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0)
    job->command = &command_version;
  else if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
    job->command = &command_help;
  else
    job->command = command_find(name);
  return job->command ? NONET_OK : command_unknown(name, err);
}

int main(int argc, char **argv) {
  struct job job = {.arguments = argv};
  nonet_err err = {0};
  output_secure();
  signals_start();
  nonet_code code = find(&job, argc > 1 ? argv[1] : NULL, &err);
  if (code == NONET_OK) code = options_read(&job.options, job.command->name, job.command->takes, argv + 2, &err);
  if (code == NONET_OK) {
    job_start(&job);
    code = option_given(&job.options, OPTION_HELP) ? help_on_command(&job, job.command, &err) : job.command->run(&job, &err);
  }
  int status = finish(&job, code, &err);
  nonet_out_free(job.rejected);
  options_free(&job.options);
  return status;
}
