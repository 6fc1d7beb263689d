/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet list: the registries, from their own rows. A terminal is shown the short form; CSV, JSON and Markdown hold all of it. */
#include "cli/commands.h"
#include "cli/lists.h"
#include "cli/near.h"
#include "cli/output.h"
#include "cli/say.h"

#include <string.h>

static nonet_code find(const struct list **out, const char *name, nonet_err *err) {
  char room[NEAR_ROOM];
  struct near near;
  near_start(&near, name);
  for (size_t i = 0; list_at(i); i++) {
    *out = list_at(i);
    if (strcmp((*out)->name, name) == 0) return NONET_OK;
    near_offer(&near, (*out)->name);
  }
  return fail(err, NONET_EUSAGE,
              "there is no list of '%s'%s; there are measures, formats, renderers, layouts, views, profiles and questions", name,
              near_words(&near, room));
}

static nonet_code run(struct job *job, nonet_err *err) {
  const struct options *o = &job->options;
  const char *as = option_text(o, OPTION_AS);
  const struct list *list = NULL;
  nonet_out *out = NULL;
  struct catalogue rows;
  if (o->word_count != 1) return fail(err, NONET_EUSAGE, "name one list: nonet list %s", job->command->usage);
  nonet_code code = find(&list, o->words[0], err);
  if (code != NONET_OK) return code;
  list_catalogue(&rows, list, as && strcmp(as, "table") != 0 ? LIST_WHOLE : LIST_SHORT);
  code = rows.failed ? fail_memory(err) : output_open(&out, job, err);
  if (code == NONET_OK) {
    catalogue_write(out, &rows, list->name, list->title, as, output_width(80));
    code = output_close(out, job, code, err);
  }
  catalogue_free(&rows);
  return code;
}

const struct command command_list = {
    .name = "list",
    .usage = "measures|formats|renderers|layouts|views|profiles|questions [options]",
    .summary = "what nonet knows: measures, formats, renderers, layouts, views, profiles or questions",
    .details = "As CSV, JSON and Markdown a list has more columns than a terminal has room for.",
    .examples = "nonet list measures\tname, scope and meaning of each\n"
                "nonet list measures --as markdown\ta reference to keep\n",
    .takes = TAKES_TABLES | TAKES_OUT,
    .run = run,
};
