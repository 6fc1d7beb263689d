/* A sketch: a scene on its paper, with title, legend, footer and notes around the drawing. */
#ifndef NONET_SHOW_SKETCH_H
#define NONET_SHOW_SKETCH_H

#include "show/legend.h"
#include "show/scene.h"

struct sketch {
  struct scene scene;
  const char *title, *paper; /* borrowed */
  const char *said;          /* more for the line below the title, texts that each end in a NUL; borrowed */
  size_t said_count;
  const char *under;       /* the line below the title; borrowed; NULL: what the network holds */
  double paper_w, paper_h; /* printable area of the paper, long side first until turned */
  bool portrait;
  struct buffer notes; /* sentences, each NUL-terminated */
  size_t note_count;
};

/* "A4" or "A3". */
nonet_code sketch_start(struct sketch *k, const nonet *n, const nonet_draw_options *options, nonet_err *err);
void sketch_free(struct sketch *k);
void sketch_turn(struct sketch *k, bool portrait);
void sketch_note(struct sketch *k, const char *format, ...) NONET_PRINTF(2, 3);
const char *sketch_note_at(const struct sketch *k, size_t i);

/* Where `legend` is NULL the drawing has its own. */
/* What title, legend and footer take of the height for a drawing of this width. */
double sketch_surround(const struct sketch *k, const struct legend *legend, double width);
/* How much a drawing of w x h shrinks on the paper; 1 at most. */
double sketch_scale(const struct sketch *k, const struct legend *legend, double w, double h);
/* Add title, legend and footer around the drawing that stands in `frame`. */
void sketch_finish(struct sketch *k, const struct legend *legend, struct frame frame);

#endif
