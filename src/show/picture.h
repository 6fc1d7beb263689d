/* A picture: the DOT with positions that all renderers start from. */
#ifndef NONET_SHOW_PICTURE_H
#define NONET_SHOW_PICTURE_H

#include "base/buffer.h"
#include "base/run.h"

struct nonet_picture {
  struct buffer dot;   /* owned */
  struct buffer notes; /* owned; sentences, each NUL-terminated */
  size_t note_count;
  char *program, *id_prefix, *title; /* owned; program NULL where nonet-draw was not found */
  bool bare;
};

struct renderer {
  nonet_renderer info;
  nonet_code (*write)(nonet_out *o, const nonet_picture *p, const nonet_run *run, nonet_err *err);
};

/* The i-th renderer, NULL beyond the last. */
const struct renderer *renderer_at(size_t i);

#endif
