/* The prompt: lines edited, remembered and completed at a terminal. */
#ifndef NONET_CLI_PROMPT_H
#define NONET_CLI_PROMPT_H

#include <nonet.h>

struct prompt;

/* Names of the network are completed; it is borrowed. NULL: out of memory. */
struct prompt *prompt_start(const nonet *n);
/* The next line, yours to free; NULL: the end of input. */
char *prompt_line(struct prompt *p);
void prompt_end(struct prompt *p);

#endif
