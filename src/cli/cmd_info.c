/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet info: what is in the files, and how they were understood. */
#include "cli/commands.h"
#include "cli/fail_if.h"
#include "cli/input.h"
#include "cli/output.h"

static nonet_code run(struct job *job, nonet_err *err) {
  nonet *n = NULL;
  nonet_answer *answer = NULL;
  nonet_out *o = NULL;
  nonet_show_options show = output_show(job);
  struct fail_if conditions;
  nonet_code code = fail_if_read(&conditions, &job->options, err);
  if (code == NONET_OK) code = input_open(&n, job, err);
  if (code == NONET_OK) code = fail_if_measure(&conditions, job, n, err);
  if (code == NONET_OK) code = nonet_info(&answer, n, &job->run, err);
  if (code == NONET_OK) code = output_open(&o, job, err);
  if (code == NONET_OK) code = output_close(o, job, nonet_answer_write(o, answer, &show, err), err);
  if (code == NONET_OK) code = fail_if_tell(&conditions, err);
  fail_if_free(&conditions);
  nonet_answer_free(answer);
  nonet_free(n);
  return code;
}

const struct command command_info = {
    .name = "info",
    .usage = "FILE... [options]",
    .summary = "what is in it: nodes, ties, layers, kinds, components, and what was assumed",
    .details = "Says how each file was understood, with the first three resulting ties, so that a wrong column shows before any number is "
               "believed. Then what the network holds: nodes by kind, ties by layer and kind, direction, weights, dates, components and "
               "isolates, and what was odd.",
    .examples = "nonet info partners.csv work.csv\twhat these two tables hold\n"
                "nonet info Health=health.csv Arts=arts.csv\ttwo layers from two files\n"
                "nonet info network/ --view layer:Health --as json\tone layer, for a program\n",
    .takes = TAKES_CONDITIONS | TAKES_FILES | TAKES_TABLES | TAKES_OUT,
    .says_warnings = true,
    .run = run,
};
