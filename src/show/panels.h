/* Panels: states of a network side by side in one picture. */
#ifndef NONET_SHOW_PANELS_H
#define NONET_SHOW_PANELS_H

#include "show/picture.h"
#include "show/sketch.h"

nonet_code panels_draw(struct sketch *k, const nonet *n, const struct panel *panel, size_t count, const nonet_draw_options *options,
                       const char *program, const nonet_run *run, nonet_err *err);

#endif
