/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The registry of commands, in the order that help shows them. */
#include "cli/commands.h"

#include "cli/near.h"
#include "cli/say.h"

#include <string.h>
#include <unistd.h>

static const struct command *const commands[] = {&command_report, &command_info,    &command_measure, &command_ask,      &command_shell,
                                                 &command_paths,  &command_without, &command_gaps,    &command_changes,  &command_plan,
                                                 &command_review, &command_draw,    &command_convert, &command_template, &command_list,
                                                 &command_help,   &command_version};

const struct command *command_at(size_t i) {
  return i < sizeof commands / sizeof commands[0] ? commands[i] : NULL;
}

const struct command *command_find(const char *name) {
  for (size_t i = 0; command_at(i); i++)
    if (strcmp(command_at(i)->name, name) == 0) return command_at(i);
  return NULL;
}

nonet_code command_unknown(const char *name, nonet_err *err) {
  char room[NEAR_ROOM];
  struct near near;
  near_start(&near, name);
  for (size_t i = 0; command_at(i); i++)
    near_offer(&near, command_at(i)->name);
  if (!near.best && access(name, F_OK) == 0) return fail(err, NONET_EUSAGE, "a command comes first: nonet info %s", name);
  if (!near.best) return fail(err, NONET_EUSAGE, "unknown command '%s' (see: nonet help)", name);
  return fail(err, NONET_EUSAGE, "unknown command '%s'%s", name, near_words(&near, room));
}
