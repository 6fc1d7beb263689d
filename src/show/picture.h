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

/* An empty one. */
nonet_code picture_new(nonet_picture **out, const nonet *n, const nonet_draw_options *options, nonet_err *err);

/* A state among several that one picture shows side by side: roles of fate.h for each node and tie; NULL: it is not there. Where panels are
 * parts of one network, not states, any role says that something is in it. */
struct panel {
  const char *title;
  const char **node, **tie;
  bool part;
  uint32_t layer; /* of a part: its nodes have the colour of this one */
};
/* One picture with a panel for each state, every node in the same place in each; more than PANELS_MOST say nothing on one paper. */
nonet_code picture_of_panels(nonet_picture **out, const nonet *n, const struct panel *panel, size_t count,
                             const nonet_draw_options *options, const nonet_run *run, nonet_err *err);

enum { PANELS_MOST = 24 };

/* One more sentence of what to know about a picture. */
nonet_code picture_note(nonet_picture *p, nonet_err *err, const char *format, ...) NONET_PRINTF(3, 4);

/* A panel for each layer of a network. */
nonet_code picture_of_layers(nonet_picture **out, const nonet *n, const nonet_draw_options *options, const nonet_run *run, nonet_err *err);

struct renderer {
  nonet_renderer info;
  nonet_code (*write)(nonet_out *o, const nonet_picture *p, const nonet_run *run, nonet_err *err);
};

/* The i-th renderer, NULL beyond the last. */
const struct renderer *renderer_at(size_t i);

#endif
