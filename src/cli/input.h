/* Input: from the words of the command line to a sealed network, looked at as asked. */
#ifndef NONET_CLI_INPUT_H
#define NONET_CLI_INPUT_H

#include "cli/job.h"

/* Read every FILE, seal, and apply the views in order; warnings go to standard error. */
nonet_code input_open(nonet **out, struct job *job, nonet_err *err);
/* The same for nonet_ask alone: a snapshot without views is not checked as a whole. */
nonet_code input_open_to_ask(nonet **out, struct job *job, nonet_err *err);

#endif
