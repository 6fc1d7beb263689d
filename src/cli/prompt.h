/* The prompt: lines edited, remembered and completed at a terminal. */
#ifndef NONET_CLI_PROMPT_H
#define NONET_CLI_PROMPT_H

#include "cli/history.h"

struct prompt;

/* Names of the network are completed. The history that is kept may be NULL; both are borrowed. NULL: out of memory. */
struct prompt *prompt_start(const nonet *n, struct history_file *kept);
/* The next line, yours to free; NULL: the end of input. */
char *prompt_line(struct prompt *p);
void prompt_end(struct prompt *p);

#endif
