/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet review: what was planned beside what came. */
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/say.h"

/* The words behind the first are the network. */
static nonet_code open_network(nonet **out, struct job *job, nonet_err *err) {
  const char **words = job->options.words;
  size_t count = job->options.word_count;
  job->options.words = words + 1;
  job->options.word_count = count - 1;
  nonet_code code = input_open(out, job, err);
  job->options.words = words;
  job->options.word_count = count;
  return code;
}

static nonet_code run(struct job *job, nonet_err *err) {
  nonet *n = NULL;
  nonet_ledger *ledger = NULL;
  nonet_answer *answer = NULL;
  nonet_out *out = NULL;
  nonet_show_options show = output_show(job);
  if (job->options.word_count < 2) return fail(err, NONET_EUSAGE, "a plan and a network are needed: nonet review PLAN FILE...");
  nonet_code code = nonet_ledger_read(&ledger, job->options.words[0], &job->run, err);
  if (code == NONET_OK) code = open_network(&n, job, err);
  if (code == NONET_OK) code = nonet_review(&answer, ledger, n, &job->run, err);
  if (code == NONET_OK) code = output_open(&out, job, err);
  if (code == NONET_OK) code = output_close(out, job, nonet_answer_write(out, answer, &show, err), err);
  nonet_answer_free(answer);
  nonet_ledger_free(ledger);
  nonet_free(n);
  return code;
}

const struct command command_review = {
    .name = "review",
    .usage = "PLAN FILE... [options]",
    .summary = "what became of planned changes: carried out or not, predicted and realised gain, and what came from elsewhere",
    .details =
        "PLAN is what nonet plan wrote; FILEs are the network as it is now. What came from a plan is how much better its goal is now "
        "than it would be now without what was carried out; the rest of the gain since then came from elsewhere.",
    .examples = "nonet review plans.txt network-2025/\twhat was learnt\n"
                "nonet review plans.txt network-2025/ --as csv\tpredicted and realised, for a chart\n",
    .takes = TAKES_FILES | TAKES_TABLES | TAKES_OUT,
    .run = run,
};
