/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet paths: who connects two nodes, by all shortest paths. */
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/say.h"

#include <stdlib.h>

/* Every --avoid, NULL at the end; the texts are borrowed. */
static const char **avoided(const struct options *o) {
  const char **list = calloc(o->count + 1, sizeof *list);
  size_t cursor = 0, count = 0;
  for (const char *name; list && (name = option_next(o, OPTION_AVOID, &cursor));)
    list[count++] = name;
  return list;
}

/* --in-time: the one path that is first to arrive. */
static nonet_code in_time(nonet_answer **out, struct job *job, const nonet *n, const char **avoid, nonet_err *err) {
  static const enum option_id others[] = {OPTION_WITHIN, OPTION_AT_MOST, OPTION_WEIGHTED};
  const struct options *o = &job->options;
  nonet_in_time_options how = {.from = option_text(o, OPTION_FROM),
                               .to = option_text(o, OPTION_TO),
                               .avoid = avoid,
                               .via = option_text(o, OPTION_VIA),
                               .leaving = option_text(o, OPTION_IN_TIME)};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (option_given(o, others[i]))
      return fail(err, NONET_EUSAGE, "--in-time looks for the first to arrive: it takes no --within, --at-most or --weighted");
  return nonet_path_in_time(out, n, &how, &job->run, err);
}

static nonet_code run(struct job *job, nonet_err *err) {
  const struct options *o = &job->options;
  if (!option_given(o, OPTION_FROM) || !option_given(o, OPTION_TO))
    return fail(err, NONET_EUSAGE, "both ends are needed: nonet paths FILE... --from A --to B");
  uint64_t within = option_whole(o, OPTION_WITHIN, 0);
  const char **avoid = avoided(o);
  nonet_paths_options how = {.from = option_text(o, OPTION_FROM),
                             .to = option_text(o, OPTION_TO),
                             .avoid = avoid,
                             .via = option_text(o, OPTION_VIA),
                             .within = within > UINT32_MAX ? UINT32_MAX : (uint32_t)within,
                             .at_most = option_whole(o, OPTION_AT_MOST, 0),
                             .weighted = option_given(o, OPTION_WEIGHTED)};
  nonet *n = NULL;
  nonet_answer *answer = NULL;
  nonet_out *out = NULL;
  nonet_show_options show = output_show(job);
  nonet_code code = avoid ? input_open(&n, job, err) : fail_memory(err);
  if (code == NONET_OK)
    code = option_given(o, OPTION_IN_TIME) ? in_time(&answer, job, n, avoid, err) : nonet_paths(&answer, n, &how, &job->run, err);
  if (code == NONET_OK) code = output_open(&out, job, err);
  if (code == NONET_OK) code = output_close(out, job, nonet_answer_write(out, answer, &show, err), err);
  nonet_answer_free(answer);
  nonet_free(n);
  free(avoid);
  return code;
}

const struct command command_paths = {
    .name = "paths",
    .usage = "FILE... --from A --to B [options]",
    .summary = "who connects A to B: all shortest paths, with the evidence for each tie",
    .details =
        "Every step shows its tie with kind, layer, dates, source and the line it was read from; parallel ties between two nodes stand "
        "in rows of the same step. A name is a key, label, alias or short name. No path is status 1, and the sentence says what stands "
        "in the way.",
    .examples = "nonet paths network/ --from 'Youth Service' --to 'Health Trust'\tfewest steps\n"
                "nonet paths network/ --from A --to B --avoid C --via Health\tround a node, inside a layer\n"
                "nonet paths network/ --from A --to B --weighted --at-most 3\tleast sum of lengths\n"
                "nonet paths network/ --from A --to B --in-time 2024-03\tthe first way to arrive, dates of ties respected\n",
    .takes = TAKES_PATHS | TAKES_WEIGHTS | TAKES_FILES | TAKES_TABLES | TAKES_OUT,
    .run = run,
};
