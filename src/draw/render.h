/* SPDX-License-Identifier: MIT
 * A layout -> the bytes of a picture. */
#ifndef DRAW_RENDER_H
#define DRAW_RENDER_H
#include "draw/bytes.h"
#include "draw/draw.h"
#include <graphviz/gvc.h>

/* Adds the picture to `to`. May be called for several formats of one layout. */
int render_picture(GVC_t *context, Agraph_t *graph, enum draw_format format, const struct draw_options *options, struct bytes *to);
#endif
