/* A map: nodes as marks with their names beside, ties as lines between. */
#ifndef NONET_SHOW_MAP_H
#define NONET_SHOW_MAP_H

#include "show/engine.h"
#include "show/sketch.h"
#include "show/style.h"

enum map_side { SIDE_BELOW, SIDE_ABOVE, SIDE_LEFT, SIDE_RIGHT };

/* A node as it stands: its cell holds the mark and the name. */
struct map_node {
  struct place cell;
  struct point mark; /* centre */
  double size;       /* of the mark, across */
  size_t name;       /* in the map's texts; 0: no name is shown */
  double name_w, name_h;
  enum map_side side;
};

struct map {
  const nonet *net;
  const struct style *style;
  const char *layout;     /* of an engine, or "columns" */
  struct point *raw;      /* owned: where the engine put the nodes */
  uint32_t *by_size;      /* owned: nodes, greatest first */
  struct map_node *nodes; /* owned */
  struct frame *frames;   /* owned: of the style's groups, where they are boxes */
  bool boxes;
  double font, width, height; /* of the drawing, or of one panel */
  size_t across, down;        /* panels; 1 and 1: one drawing */
  size_t named;
  struct buffer texts; /* owned */
};

/* Choose a layout, run it and fit it on the paper. What is less than perfect becomes a note of the sketch. */
nonet_code map_draw(struct sketch *sketch, const struct style *style, const char *layout, const char *program, const nonet_run *run,
                    nonet_err *err);
/* The same in parts, for a drawing of several panels: `across` and `down` are set between map_start and map_fit. */
nonet_code map_start(struct map *m, const struct style *style, const char *layout, const char *program, const nonet_run *run,
                     nonet_err *err);
nonet_code map_fit(struct map *m, struct sketch *sketch, struct legend *legend, nonet_err *err);
void map_free(struct map *m);
/* What a panel needs beside its drawing: below and beside it, and above for its title. */
double map_panel_gap(const struct map *m);
double map_panel_head(const struct map *m);

/* Sizes of marks and names for this font, with names for the `named` greatest. */
nonet_code map_cells(struct map *m, double font, size_t named, nonet_err *err);
/* Where cells go in an area of w x h; sets width and height. */
nonet_code map_place(struct map *m, double w, double h, nonet_err *err);
/* Marks, lines and boxes into a scene. */
nonet_code map_scene(struct scene *s, struct map *m, nonet_err *err);
/* Only the lines; the marks are those of the nodes, in their order. */
nonet_code map_lines(struct scene *s, const struct map *m, uint32_t first_mark, nonet_err *err);

/* Where a line from the mark of a node towards a point leaves its mark and name. */
struct point map_leave(const struct map *m, uint32_t node, struct point towards);

#endif
