/* What the forms of `nonet without` share: an answer told and drawn. */
#ifndef NONET_CLI_WITHOUT_H
#define NONET_CLI_WITHOUT_H

#include "cli/job.h"

/* What draws as the suffix of a path says; NULL: nothing does. */
const nonet_renderer *without_renderer(const char *path);
nonet_code without_draw(nonet_picture **out, struct job *job, const nonet *n, const nonet_answer *answer, const char *title,
                        nonet_err *err);

/* The answer to standard output or -o; where -o names a picture, the picture goes there under a title and the words to standard output. */
nonet_code without_tell(struct job *job, const nonet *n, const nonet_answer *answer, const char *title, nonet_err *err);

/* nonet without --cascade. */
nonet_code without_cascade(struct job *job, const nonet *n, nonet_err *err);

#endif
