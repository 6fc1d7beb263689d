/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet report: the main job. Read, measure, answer, draw, and put it together as a page. */
#include "cli/commands.h"
#include "cli/fail_if.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/say.h"

#include <stdlib.h>
#include <string.h>

/* The command line as a shell would take it again; owned, NULL out of memory. */
static char *command_line(char *const *arguments) {
  size_t size = sizeof "nonet";
  for (size_t i = 1; arguments[i]; i++) {
    size_t quotes = 0;
    for (const char *c = arguments[i]; *c; c++)
      quotes += *c == '\'';
    size += strlen(arguments[i]) + 3 + 3 * quotes;
  }
  char *line = malloc(size), *at = line;
  if (!line) return NULL;
  at = stpcpy(at, "nonet");
  for (size_t i = 1; arguments[i]; i++) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=,+@%-";
    bool quote = arguments[i][strspn(arguments[i], plain)] || !*arguments[i];
    *at++ = ' ';
    if (quote) *at++ = '\'';
    for (const char *c = arguments[i]; *c; c++) {
      if (*c == '\'')
        at = stpcpy(at, "'\\''");
      else
        *at++ = *c;
    }
    if (quote) *at++ = '\'';
    *at = 0;
  }
  return line;
}

/* Where the report lies, on standard output. */
static nonet_code tell(struct job *job, const char *folder, nonet_err *err) {
  nonet_out *o = NULL;
  nonet_code code = nonet_out_descriptor(&o, 1, "standard output", err);
  size_t length = strlen(folder);
  if (code != NONET_OK) return code;
  output_texts(o, folder, length > 0 && folder[length - 1] == '/' ? "" : "/", "index.html\n", NULL);
  return output_close(o, job, code, err);
}

static nonet_code run(struct job *job, nonet_err *err) {
  const struct options *o = &job->options;
  const char *folder = output_path(job);
  if (!folder) return fail(err, NONET_EUSAGE, "a folder is needed: nonet report FILE... -o DIR");
  char *line = command_line(job->arguments);
  nonet_report_options how = {.title = option_text(o, OPTION_TITLE),
                              .paper = option_text(o, OPTION_PAPER),
                              .command = option_given(o, OPTION_ANONYMISE) ? NULL : line, /* it names files */
                              .weighted = option_given(o, OPTION_WEIGHTED)};
  struct fail_if conditions;
  nonet *n = NULL;
  nonet_code code = fail_if_read(&conditions, o, err);
  if (code == NONET_OK) code = line ? input_open(&n, job, err) : fail_memory(err);
  if (code == NONET_OK) code = fail_if_measure(&conditions, job, n, err);
  if (code == NONET_OK) code = nonet_report(folder, n, &how, &job->run, err);
  job_clear_line(job);
  if (code == NONET_OK) code = job_strict(job, err);
  if (code == NONET_OK) code = tell(job, folder, err);
  if (code == NONET_OK) code = fail_if_tell(&conditions, err);
  fail_if_free(&conditions);
  nonet_free(n);
  free(line);
  return code;
}

const struct command command_report = {
    .name = "report",
    .usage = "FILE... -o DIR [options]",
    .summary = "the main job: read, measure, answer and draw, as one page to open and print",
    .details = "Writes index.html (it needs no other file and no network), summary.json, the measures as CSV, and the diagrams as DOT and "
               "SVG into "
               "the folder DIR, and prints where the page lies.",
    .examples = "nonet report partners.csv work.csv -o report\ttwo tables\n"
                "nonet report network/ -o report --title 'Our partnership' --paper A3\ta folder of tables\n",
    .takes = TAKES_REPORT | TAKES_CONDITIONS | TAKES_PAPER | TAKES_WEIGHTS | TAKES_FILES | TAKES_OUT,
    .run = run,
};
