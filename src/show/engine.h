/* An engine: nonet-draw's layouts, asked where nodes should stand. The first of its two passes. */
#ifndef NONET_SHOW_ENGINE_H
#define NONET_SHOW_ENGINE_H

#include "base/run.h"
#include "show/scene.h"

/* The centre and size of something placed. */
struct place {
  double x, y, w, h;
};

struct engine_ask {
  const char *program; /* absolute path of nonet-draw */
  const char *engine;
  const struct place *cells; /* their sizes count */
  size_t nodes;
  const uint32_t *tail, *head; /* of each edge */
  size_t edges;
  const uint8_t *group; /* of each node, below `groups`, or anything else for none; NULL: no groups; undirected engines only */
  size_t groups;
  bool directed, sideways; /* sideways: dot from left to right */
};

/* Where each node should stand. NONET_EINTERNAL and a sentence where the layout fails. */
nonet_code engine_place(struct point *out, const struct engine_ask *ask, const nonet_run *run, nonet_err *err);

/* Run nonet-draw on a text; its output is the caller's to free. */
nonet_code engine_render(struct buffer *out, const char *program, const char *const *argv, const struct buffer *dot, const nonet_run *run,
                         nonet_err *err);

/* The path of nonet-draw: as given, else beside this executable, else where it was installed. Owned. */
char *engine_find(const char *given);

#endif
