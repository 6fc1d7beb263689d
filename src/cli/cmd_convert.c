/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet convert: the same network in another format. */
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/near.h"
#include "cli/output.h"
#include "cli/say.h"

#include <string.h>

/* A format that can be written; NULL name: none asked for. */
static nonet_code check_format(const char *name, nonet_err *err) {
  char room[NEAR_ROOM];
  struct near near;
  if (!name) return NONET_OK;
  near_start(&near, name);
  for (size_t i = 0; nonet_format_at(i); i++) {
    if (!nonet_format_at(i)->writes) continue;
    if (strcmp(nonet_format_at(i)->name, name) == 0) return NONET_OK;
    near_offer(&near, nonet_format_at(i)->name);
  }
  return fail(err, NONET_EUSAGE, "no format '%s' can be written%s", name, near_words(&near, room));
}

static nonet_code run(struct job *job, nonet_err *err) {
  const char *path = output_path(job), *format = option_text(&job->options, OPTION_AS);
  nonet *n = NULL;
  nonet_out *o = NULL;
  if (!path && !format) return fail(err, NONET_EUSAGE, "where to? nonet convert FILE... -o FILE, or --as FORMAT for standard output");
  nonet_code code = check_format(format, err);
  if (code == NONET_OK) code = input_open(&n, job, err);
  if (code == NONET_OK && path) code = nonet_convert(path, n, format, &job->run, err);
  if (code == NONET_OK && !path) {
    code = output_open(&o, job, err);
    if (code == NONET_OK) code = output_close(o, job, nonet_write(o, n, format, &job->run, err), err);
  }
  nonet_free(n);
  return code;
}

const struct command command_convert = {
    .name = "convert",
    .usage = "FILE... -o FILE [options]",
    .summary = "the network in any format that can be written",
    .details =
        "The suffix of -o tells the format unless --as does. As CSV, a folder (a name that ends in '/') gets nodes.csv and ties.csv. A "
        "view is written as the network that it is.",
    .examples = "nonet convert network/ -o network.json\tone file with everything\n"
                "nonet convert network.json -o tables/\ttwo tables\n"
                "nonet convert network/ --view project:partner --as dot\tpartners that share a strategy, for Graphviz\n",
    .takes = TAKES_FILES | TAKES_WRITING | TAKES_OUT,
    .run = run,
};
