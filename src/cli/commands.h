/* The commands: each file cmd_NAME.c exports one row; commands.c names them. */
#ifndef NONET_CLI_COMMANDS_H
#define NONET_CLI_COMMANDS_H

#include "cli/job.h"

extern const struct command command_report, command_info, command_measure, command_paths, command_draw, command_convert, command_list,
    command_help, command_template, command_version, command_without, command_gaps, command_ask, command_shell, command_changes,
    command_plan, command_review;

/* The nearest command to a name, in err: NONET_EUSAGE. */
nonet_code command_unknown(const char *name, nonet_err *err);

/* Help on one command, for --help as well. */
nonet_code help_on_command(struct job *job, const struct command *command, nonet_err *err);

#endif
