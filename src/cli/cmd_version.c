/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet --version. */
#include "cli/commands.h"
#include "cli/output.h"

static nonet_code run(struct job *job, nonet_err *err) {
  nonet_out *o = NULL;
  nonet_code code = output_open(&o, job, err);
  if (code != NONET_OK) return code;
  nonet_out_text(o, "nonet " NONET_VERSION "\n");
  return output_close(o, job, code, err);
}

const struct command command_version = {
    .name = "version",
    .usage = "",
    .summary = "the version of nonet; the same as nonet --version",
    .run = run,
};
