/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet --version: its own on the first line, then those of the libraries that its numbers and pictures come from, one a line. */
#include "cli/commands.h"
#include "cli/output.h"

static nonet_code run(struct job *job, nonet_err *err) {
  nonet_out *o = NULL;
  nonet_err why = {0};
  const char *version;
  char drawing[120];
  bool draws = nonet_draw_version(drawing, sizeof drawing, NULL, &job->run, &why) == NONET_OK;
  nonet_code code = output_open(&o, job, err);
  if (code != NONET_OK) return code;
  nonet_out_text(o, "nonet " NONET_VERSION "\n");
  for (size_t i = 0; nonet_library_at(i, &version); i++)
    output_texts(o, nonet_library_at(i, NULL), " ", version, "\n", NULL);
  output_texts(o, draws ? drawing : "no pictures: ", draws ? "" : why.text, "\n", NULL);
  return output_close(o, job, code, err);
}

const struct command command_version = {
    .name = "version",
    .usage = "",
    .summary = "the version of nonet; the same as nonet --version",
    .run = run,
};
