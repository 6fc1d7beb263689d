/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet plan: a planned change, and what it is expected to gain, into a file that nonet review compares with what came. */
#include "cli/commands.h"
#include "cli/edits.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/say.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { DATE_TEXT = 32 };

/* The day of SOURCE_DATE_EPOCH, so that a plan can be made again to the byte, else today, both in UTC. */
static nonet_code today(char out[DATE_TEXT], nonet_err *err) {
  const char *said = getenv("SOURCE_DATE_EPOCH");
  char *end = NULL;
  time_t now = said && *said ? (time_t)strtoll(said, &end, 10) : time(NULL);
  struct tm day;
  if (end && *end) return fail(err, NONET_EUSAGE, "SOURCE_DATE_EPOCH is '%s', not a number of seconds", said);
  if (!gmtime_r(&now, &day) || strftime(out, DATE_TEXT, "%Y-%m-%d", &day) != 10)
    return fail(err, NONET_EUSAGE, "the date cannot be told: --date says it");
  return NONET_OK;
}

/* What is recorded so far; a file that is not there yet begins empty, and a device or pipe has nothing to be read. */
static nonet_code open_ledger(nonet_ledger **out, struct job *job, nonet_err *err) {
  const char *path = output_path(job);
  struct stat there;
  return path && stat(path, &there) == 0 && S_ISREG(there.st_mode) ? nonet_ledger_read(out, path, &job->run, err)
                                                                   : nonet_ledger_new(out, err);
}

static nonet_code write_ledger(struct job *job, const nonet_ledger *ledger, nonet_err *err) {
  nonet_out *out = NULL;
  nonet_code code = output_open(&out, job, err);
  return code == NONET_OK ? output_close(out, job, nonet_ledger_write(out, ledger), err) : code;
}

/* Where the file goes to standard output, nothing else does. */
static nonet_code tell(struct job *job, const nonet_answer *answer, nonet_err *err) {
  nonet_show_options show = output_show(job);
  nonet_out *out = NULL;
  if (!output_path(job)) return NONET_OK;
  nonet_code code = nonet_out_descriptor(&out, STDOUT_FILENO, "standard output", err);
  return code == NONET_OK ? output_close(out, job, nonet_answer_write(out, answer, &show, err), err) : code;
}

static nonet_code plan(nonet_answer **answer, nonet_ledger *ledger, struct job *job, const nonet *n, nonet_err *err) {
  const struct options *o = &job->options;
  char date[DATE_TEXT];
  struct edits edits = {0};
  uint64_t within = option_whole(o, OPTION_WITHIN, 0);
  nonet_plan_options how = {.goal = option_text(o, OPTION_GOAL),
                            .between = option_text(o, OPTION_BETWEEN),
                            .of = option_text(o, OPTION_FOR),
                            .within = within < UINT32_MAX ? (uint32_t)within : UINT32_MAX,
                            .date = option_text(o, OPTION_DATE)};
  nonet_code code = how.date ? NONET_OK : today(date, err);
  if (!how.date) how.date = date;
  if (code == NONET_OK) code = edits_read(&edits, o, n, err);
  how.edits = edits.edit;
  how.count = edits.count;
  if (code == NONET_OK) code = nonet_plan(answer, ledger, n, &how, &job->run, err);
  edits_free(&edits);
  return code;
}

static nonet_code run(struct job *job, nonet_err *err) {
  const struct options *o = &job->options;
  nonet *n = NULL;
  nonet_ledger *ledger = NULL;
  nonet_answer *answer = NULL;
  if (!option_given(o, OPTION_JOIN) && !option_given(o, OPTION_TIE) && !option_given(o, OPTION_LEAVES))
    return fail(err, NONET_EUSAGE, "a change is needed: nonet plan FILE... --join A,B -o PLAN (or --tie A,B, --without A)");
  if (!option_given(o, OPTION_OUT)) return fail(err, NONET_EUSAGE, "a plan needs a file to be recorded in: -o PLAN");
  nonet_code code = open_ledger(&ledger, job, err);
  if (code == NONET_OK) code = input_open(&n, job, err);
  if (code == NONET_OK) code = plan(&answer, ledger, job, n, err);
  if (code == NONET_OK) code = write_ledger(job, ledger, err);
  if (code == NONET_OK) code = tell(job, answer, err);
  nonet_answer_free(answer);
  nonet_ledger_free(ledger);
  nonet_free(n);
  return code;
}

const struct command command_plan = {
    .name = "plan",
    .usage = "FILE... --join A,B -o PLAN [options]",
    .summary = "record a planned change with the gain it is expected to bring, to be reviewed later",
    .details = "The changes given make one plan: --join A,B are to be tied, --tie A,B goes, --without A leaves. What the goal (as in nonet "
               "gaps) is "
               "at, and what it would be at, is written into PLAN, a file of plain text; a file that is there gets the plan at its end. "
               "The date is "
               "that of --date, else of SOURCE_DATE_EPOCH, else today. Later, nonet review PLAN FILE... says what became of it.",
    .examples = "nonet plan network/ --join 'Youth Service,Health Trust' -o plans.txt\ta tie that is to be made\n"
                "nonet plan network/ --without 'Arts Centre' --goal components -o plans.txt\tone who is going to leave\n"
                "nonet plan network/ --join A,B --join C,D --goal bridges --date 2024-05-03 -o plans.txt\ttwo ties together\n",
    .takes = TAKES_PLANNING | TAKES_FILES | TAKES_TABLES | TAKES_OUT,
    .run = run,
};
