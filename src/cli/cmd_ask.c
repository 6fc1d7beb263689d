/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet ask: a question in words. With -o FILE.svg (or .dot, .png, .pdf, .html) the answer is drawn there and told on standard output. */
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/say.h"

#include <string.h>

static nonet_code write_answer(struct job *job, const nonet_answer *answer, bool drawn, nonet_err *err) {
  nonet_show_options show = output_show(job);
  nonet_out *out = NULL;
  show.top = 0; /* --top is the answer's */
  nonet_code code = drawn ? nonet_out_descriptor(&out, 1, "standard output", err) : output_open(&out, job, err);
  return code == NONET_OK ? output_close(out, job, nonet_answer_write(out, answer, &show, err), err) : code;
}

static nonet_code run(struct job *job, nonet_err *err) {
  struct options *o = &job->options;
  nonet_ask_options how = asking_options(job);
  nonet *n = NULL;
  nonet_answer *answer = NULL;
  bool drawn = asking_renderer(output_path(job)) != NULL;
  if (o->word_count < 2) return fail(err, NONET_EUSAGE, "a question and a FILE are needed: nonet ask %s", job->command->usage);
  const char *question = o->words[0];
  o->word_count--;
  memmove(o->words, o->words + 1, o->word_count * sizeof *o->words);
  nonet_code code = drawn ? input_open(&n, job, err) : input_open_to_ask(&n, job, err);
  if (code == NONET_OK) code = nonet_ask(&answer, n, question, &how, &job->run, err);
  if (code == NONET_OK && drawn) code = asking_draw(job, n, answer, output_path(job), err);
  if (code == NONET_OK) code = write_answer(job, answer, drawn, err);
  nonet_answer_free(answer);
  nonet_free(n);
  return code;
}

const struct command command_ask = {
    .name = "ask",
    .usage = "\"QUESTION\" FILE... [options]",
    .summary = "a question in words: who connects A to B, who works with A, what holds L and M together ...",
    .details =
        "nonet list questions shows every form. Names need no quotes inside the question where only one reading has them all known; "
        "\"node:NAME\", \"layer:NAME\" and \"kind:NAME\" say which is meant. Every tie in an answer stands with its source, file and "
        "line. No answer is status 1; a question that cannot be read is status 2, with the nearest forms.",
    .examples = "nonet ask \"who connects GFA Consulting to Quality Protects\" graphs/birmingham-2000\twith the evidence of each tie\n"
                "nonet ask \"how is A connected to B avoiding C\" network/ -o answer.svg\tand the picture of just the answer\n"
                "nonet ask \"who works with Core Skills\" network/ --as json\tfor a program\n",
    .takes = TAKES_ASKING | TAKES_PAPER | TAKES_FILES | TAKES_TABLES | TAKES_OUT,
    .run = run,
};
