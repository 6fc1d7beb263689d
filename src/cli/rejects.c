/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * file,line,reason,row: collected while files are read, written when that is over. All of them are told, also beyond --max-rejects and
 * where reading fails for another reason, for whoever mends the tables wants to see them at once. A command that reads several networks has
 * one FILE, which is written again with what the next one adds. */
#include "cli/rejects.h"

#include "cli/output.h"
#include "cli/say.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

nonet_code rejects_start(struct job *job, nonet_err *err) {
  const struct options *o = &job->options;
  if (option_given(o, OPTION_MAX_REJECTS) && !option_given(o, OPTION_REJECTS))
    return fail(err, NONET_EUSAGE, "--max-rejects goes with --rejects FILE, where the rows that are left out are written");
  if (!option_given(o, OPTION_REJECTS) || job->rejected) return NONET_OK;
  nonet_code code = nonet_out_memory(&job->rejected, err);
  if (code == NONET_OK) nonet_out_text(job->rejected, "file,line,reason,row\n");
  return code;
}

static void add_cell(nonet_out *o, const char *text, const char *behind) {
  if (!text[strcspn(text, ",\"\r\n")]) {
    output_texts(o, text, behind, NULL);
    return;
  }
  nonet_out_text(o, "\"");
  for (size_t length; *text; text += length) {
    length = strcspn(text, "\"");
    if (length == 0) {
      nonet_out_text(o, "\"\"");
      length = 1;
    } else {
      nonet_out_write(o, text, length);
    }
  }
  output_texts(o, "\"", behind, NULL);
}

void rejects_add(void *of, const nonet_rejected *row) {
  struct job *job = of;
  char line[24] = "";
  if (row->line) snprintf(line, sizeof line, "%" PRIu64, row->line);
  add_cell(job->rejected, row->file, ",");
  add_cell(job->rejected, line, ",");
  add_cell(job->rejected, row->reason, ",");
  add_cell(job->rejected, row->row, "\n");
  job->rejects++;
}

static nonet_code write_file(struct job *job, nonet_err *err) {
  nonet_out *o = NULL;
  size_t size;
  const char *path = option_text(&job->options, OPTION_REJECTS);
  if (nonet_out_write(job->rejected, "", 0) != NONET_OK) return fail_memory(err);
  nonet_code code = nonet_out_file(&o, path, err);
  if (code != NONET_OK) return code;
  const char *text = nonet_out_bytes(job->rejected, &size);
  nonet_out_write(o, text, size);
  code = nonet_out_commit(o, err);
  nonet_out_free(o);
  return code;
}

nonet_code rejects_end(struct job *job, nonet_code code, nonet_err *err) {
  const struct options *o = &job->options;
  uint64_t most = option_whole(o, OPTION_MAX_REJECTS, UINT64_MAX);
  if (!job->rejected || (code != NONET_OK && job->rejects == 0)) return code;
  nonet_err why = {0};
  nonet_code written = write_file(job, &why);
  if (written != NONET_OK) return fail(err, written, "%s", why.text);
  if (job->rejects <= most) return code;
  return fail(err, NONET_EINPUT, "%" PRIu64 " rows are wrong, which is more than --max-rejects %" PRIu64 "; %s says which and why",
              job->rejects, most, option_text(o, OPTION_REJECTS));
}
