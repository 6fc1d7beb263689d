/* The history of the prompt: the lines that were asked, kept from session to session in a file of their owner's alone. */
#ifndef NONET_CLI_HISTORY_H
#define NONET_CLI_HISTORY_H

#include <nonet.h>

struct history_file;

/* Open the history of this user: $XDG_STATE_HOME/nonet/history, else ~/.local/state/nonet/history; its folders are made, it is readable by
 * its owner alone. NULL: there is none; *why then says so, yours to free (NULL: there is no place for one, and nothing to say). */
struct history_file *history_open(char **why);
/* The line of an earlier session, the oldest first; NULL beyond the last. */
const char *history_at(const struct history_file *h, size_t i);
/* Keep a line. False: it could not be written, and none will be from here on. */
bool history_add(struct history_file *h, const char *line);
void history_close(struct history_file *h);

#endif
