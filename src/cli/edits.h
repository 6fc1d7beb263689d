/* Edits from the command line: --node, --without, --tie, --layer, --join, --merge. */
#ifndef NONET_CLI_EDITS_H
#define NONET_CLI_EDITS_H

#include "cli/options.h"

struct edits {
  nonet_edit *edit; /* owned */
  char **text;      /* owned copies of pairs that were taken apart */
  size_t count, texts;
};

/* The edits in the order in which they are given; names are looked for in n only to take pairs apart. */
nonet_code edits_read(struct edits *out, const struct options *o, const nonet *n, nonet_err *err);
void edits_free(struct edits *e);

#endif
