/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet template: two tables to fill in. The example rows read as a network of their own, so that the pair can be tried as it is. */
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/prose.h"
#include "cli/say.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct table {
  const char *name, *about, *text;
};

static const struct table tables[] = {
    {"partners.csv",
     "One row for each partner and each strategy. ID is a short name that never changes; Network names the layers it belongs to, separated "
     "by ';' "
     "(the main one first). Further columns are kept and can be measured or coloured by.",
     "ID,Name,Short name,Kind,Network,Also known as\n"
     "youth,Youth Service,Youth,partner,Education;Health,Young People's Service\n"
     "trust,Health Trust,Trust,partner,Health,\n"
     "skills,Core Skills Strategy,Skills,strategy,Education,\n"},
    {"work.csv",
     "One row for each tie: who works on what, or with whom. From and To are IDs of partners.csv; Role is leads, contributes, funds or any "
     "word; "
     "Strength, if given, is greater for closer work; Since and Until are dates such as 2026, 2026-05 or 2026-05-03; Evidence is what the "
     "row "
     "rests on: a document, a page.",
     "From,To,Role,Network,Strength,Since,Until,Evidence\n"
     "youth,skills,leads,Education,3,2025-09,,\"minutes, 3 September 2025\"\n"
     "trust,skills,funds,Health,1,2026,,\"grant letter, page 2\"\n"},
};
enum { TABLES = sizeof tables / sizeof tables[0] };

static nonet_code make_folder(const char *path, nonet_err *err) {
  struct stat is;
  if (mkdir(path, 0777) == 0 || (errno == EEXIST && stat(path, &is) == 0 && S_ISDIR(is.st_mode))) return NONET_OK;
  return fail(err, NONET_EIO, "%s: cannot make the folder: %s", path, strerror(errno));
}

/* The path of a table in a folder; owned. Refused where a file is already there: it may be somebody's work. */
static nonet_code path_in(char **out, const char *folder, const char *name, nonet_err *err) {
  size_t length = strlen(folder);
  *out = NULL;
  if (asprintf(out, "%s%s%s", folder, length > 0 && folder[length - 1] == '/' ? "" : "/", name) < 0) return fail_memory(err);
  if (access(*out, F_OK) != 0) return NONET_OK;
  nonet_code code = fail(err, NONET_EIO, "%s: is there already and stays as it is", *out);
  free(*out);
  *out = NULL;
  return code;
}

static nonet_code write_table(struct job *job, const char *path, const char *text, nonet_err *err) {
  nonet_out *o = NULL;
  nonet_code code = nonet_out_file(&o, path, err);
  if (code != NONET_OK) return code;
  nonet_out_text(o, text);
  return output_close(o, job, code, err);
}

static nonet_code write_folder(struct job *job, const char *folder, nonet_err *err) {
  char *paths[TABLES] = {NULL};
  nonet_code code = make_folder(folder, err);
  for (size_t i = 0; code == NONET_OK && i < TABLES; i++)
    code = path_in(&paths[i], folder, tables[i].name, err);
  for (size_t i = 0; code == NONET_OK && i < TABLES; i++)
    code = write_table(job, paths[i], tables[i].text, err);
  for (size_t i = 0; i < TABLES; i++)
    free(paths[i]);
  return code;
}

static nonet_code run(struct job *job, nonet_err *err) {
  const char *folder = output_path(job);
  nonet_out *o = NULL;
  unsigned width = output_width(80);
  if (job->options.word_count > 0)
    return fail(err, NONET_EUSAGE, "'%s' is not needed: nonet template %s", job->options.words[0], job->command->usage);
  nonet_code code = folder ? write_folder(job, folder, err) : NONET_OK;
  if (code == NONET_OK) code = nonet_out_descriptor(&o, STDOUT_FILENO, "standard output", err);
  if (code != NONET_OK) return code;
  for (size_t i = 0; i < TABLES; i++) {
    output_texts(o, i > 0 ? "\n" : "", tables[i].name, "\n", NULL);
    prose_paragraph(o, NULL, 2, tables[i].about, width);
    if (!folder) output_texts(o, "\n", tables[i].text, NULL);
  }
  output_texts(o, "\nThe rows are examples: put yours in their place. ",
               folder ? "Then: nonet info " : "Both as files: nonet template -o DIR", folder ? folder : "", "\n", NULL);
  return output_close(o, job, code, err);
}

const struct command command_template = {
    .name = "template",
    .usage = "[-o DIR]",
    .summary = "two tables to fill in: partners.csv and work.csv",
    .details =
        "Writes both into the folder DIR, with headings and example rows, and says what each column means; a file that is there already "
        "stays. Without -o both are shown.",
    .examples = "nonet template -o network\ttwo tables in the folder network\n"
                "nonet info network\twhat they hold\n",
    .takes = TAKES_OUT,
    .run = run,
};
