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

/* Whether --picture asks for panels; NONET_EUSAGE: -o names no picture, or what else is asked has none. */
nonet_code without_panels(bool *out, const struct job *job, nonet_err *err);
nonet_draw_options without_drawing(const struct job *job);
/* A picture to -o, and an answer's words to standard output. Frees the picture. */
nonet_code without_tell_picture(struct job *job, nonet_picture *picture, const nonet_answer *answer, nonet_err *err);

/* nonet without --cascade. */
nonet_code without_cascade(struct job *job, const nonet *n, nonet_err *err);

#endif
