/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet gaps: what is missing, and what closing it would gain. */
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/say.h"
#include "cli/without.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every --not, NULL at the end; the texts are borrowed. */
static const char **not_asked(const struct options *o) {
  const char **list = calloc(o->count + 1, sizeof *list);
  size_t cursor = 0, count = 0;
  for (const char *name; list && (name = option_next(o, OPTION_NOT, &cursor));)
    list[count++] = name;
  return list;
}

static uint32_t whole(const struct options *o, enum option_id id) {
  uint64_t value = option_whole(o, id, 0);
  return value < UINT32_MAX ? (uint32_t)value : UINT32_MAX;
}

static nonet_gaps_options read_options(const struct options *o, const char *const *names) {
  const char *as = option_text(o, OPTION_AS);
  return (nonet_gaps_options){.goal = option_text(o, OPTION_GOAL),
                              .suggest = option_text(o, OPTION_SUGGEST),
                              .between = option_text(o, OPTION_BETWEEN),
                              .of = option_text(o, OPTION_FOR),
                              .not_asked = names,
                              .cost = option_text(o, OPTION_COST),
                              .candidates = option_text(o, OPTION_CANDIDATES),
                              .budget = whole(o, OPTION_BUDGET),
                              .within = whole(o, OPTION_WITHIN),
                              .top = (size_t)option_whole(o, OPTION_TOP, 0),
                              .reasons_in_rows = as && strcmp(as, "table") != 0};
}

/* A picture under the heading "florentine, with what is suggested", to -o. */
static nonet_code draw(const nonet_renderer *renderer, struct job *job, const nonet *n, const nonet_answer *answer, nonet_err *err) {
  char title[512];
  nonet_picture *picture = NULL;
  nonet_out *out = NULL;
  snprintf(title, sizeof title, "%s, with what is suggested", nonet_title(n));
  nonet_code code = without_draw(&picture, job, n, answer, title, err);
  if (code == NONET_OK) code = output_open(&out, job, err);
  if (code == NONET_OK) code = output_close(out, job, nonet_picture_write(out, picture, renderer->name, &job->run, err), err);
  for (size_t i = 0; code == NONET_OK && nonet_picture_note(picture, i); i++)
    job_note(job, nonet_picture_note(picture, i));
  nonet_picture_free(picture);
  return code;
}

/* All rows: --top has chosen them already. Where -o takes a picture the words go to standard output. */
static nonet_code tell(struct job *job, const nonet *n, const nonet_answer *answer, nonet_err *err) {
  const nonet_renderer *renderer = without_renderer(output_path(job));
  nonet_show_options show = output_show(job);
  nonet_out *out = NULL;
  show.top = 0;
  nonet_code code = renderer ? draw(renderer, job, n, answer, err) : NONET_OK;
  if (code == NONET_OK) code = renderer ? nonet_out_descriptor(&out, 1, "standard output", err) : output_open(&out, job, err);
  return code == NONET_OK ? output_close(out, job, nonet_answer_write(out, answer, &show, err), err) : code;
}

static nonet_code run(struct job *job, nonet_err *err) {
  const char **names = not_asked(&job->options);
  nonet_gaps_options how = read_options(&job->options, names);
  nonet *n = NULL;
  nonet_answer *answer = NULL;
  nonet_code code = names ? input_open(&n, job, err) : fail_memory(err);
  if (code == NONET_OK) code = nonet_gaps(&answer, n, &how, &job->run, err);
  if (code == NONET_OK) code = tell(job, n, answer, err);
  nonet_answer_free(answer);
  nonet_free(n);
  free(names);
  return code;
}

const struct command command_gaps = {
    .name = "gaps",
    .usage = "FILE... [--goal GOAL] [options]",
    .summary = "where the gaps are: missing ties and memberships, each with what closing it would gain",
    .details =
        "Each gap is judged by the exact gain of one goal: efficiency, components, cut-points, bridges, connectivity, coverage or "
        "closeness. Beside it stands how likely such a tie is by who is shared, which is another thing. With --budget K ties are chosen "
        "that gain most together, and what is proved of the choice is said. Ties are read as unweighted. Where they are directed ways "
        "follow them and A -> B is a tie from A to B; bridges, cut points and new strategies leave direction out. With -o FILE.svg "
        "(png, pdf, dot, html) a picture shows what is suggested; any other -o takes the answer.",
    .examples = "nonet gaps network/\twhich missing tie would bring most partners nearer\n"
                "nonet gaps network/ --goal bridges\twhich would leave fewest bridges, and how few ties leave none\n"
                "nonet gaps network/ --budget 3 --not 'Health Trust' -o gaps.svg\tthree ties together, as a picture\n"
                "nonet gaps network/ --between Health,Education --for 'Youth Service'\twhom one partner should meet\n"
                "nonet gaps network/ --suggest strategies --budget 4\ta new strategy for four partners\n",
    .takes = TAKES_GAPS | TAKES_PAPER | TAKES_FILES | TAKES_TABLES | TAKES_OUT,
    .run = run,
};
