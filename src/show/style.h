/* Style: what each colour, letter, shape, size, width and dash of a picture means. Decided once for a network; the legend reads it back. */
#ifndef NONET_SHOW_STYLE_H
#define NONET_SHOW_STYLE_H

#include "base/run.h"
#include "net/net.h"
#include "show/palette.h"
#include "show/scene.h"

enum { STYLE_GROUPS = PALETTE_COLOURS, STYLE_OTHER = PALETTE_COLOURS, STYLE_NO_GROUP = 255, STYLE_SHAPES = 6, STYLE_DASHES = 4 };

enum style_colours { COLOURS_OF_LAYERS, COLOURS_OF_WORDS, COLOURS_OF_NUMBERS };

/* What one colour stands for. */
struct style_group {
  char *name; /* owned */
  char letter[8];
  uint32_t count; /* nodes, or ties where nodes have no colour */
};

struct style {
  const nonet *net;
  enum style_colours colours;
  char *colours_title; /* owned; "layer", "sector", "betweenness" */
  struct style_group group[STYLE_GROUPS];
  size_t groups;
  uint32_t others;     /* nodes (or ties) in grey */
  uint8_t *node_group; /* owned; group, STYLE_OTHER or STYLE_NO_GROUP; steps of a number */
  uint8_t *layer_group;
  bool of_layers;      /* the network of the layers themselves: its nodes are layers, with their members */
  bool nodes_coloured; /* false where nodes are in most layers: the ties then carry the colour */
  bool boxes;          /* layers may be drawn as boxes */
  double low, high;    /* of the number behind the colours */

  uint8_t *kind_shape; /* owned; kinds */
  bool other_shape;    /* some kinds share the last shape */

  char *size_title; /* owned */
  double *size;     /* owned; of nodes; NaN: undefined */
  double size_low, size_high;

  uint32_t dash_kind[STYLE_DASHES]; /* words of tie kinds */
  bool dash_by_layer;               /* one kind, several layers: the dash repeats the layer's colour */
  size_t dashes;
  bool other_dash;
  bool many; /* ties are so many that their kinds are not told apart */

  double width_low, width_high; /* strengths of ties drawn */
  const char *width_title;      /* what a strength is; static */

  const char **node_role, **tie_role; /* of an answer; owned array of borrowed texts; NULL: no answer */
  bool fates;                         /* roles say what came and went (fate.h); what has none is not there, and not drawn */
  bool parted;                        /* some node in a panel stays but is cut off */
  bool parts;                         /* roles say what is in a panel, and look like nothing: other nodes are faint, other ties not drawn */
};

nonet_code style_make(struct style *out, const nonet *n, const nonet_draw_options *options, const nonet_run *run, nonet_err *err);
void style_free(struct style *s);

enum scene_shape style_shape(const struct style *s, uint32_t node);
/* The colour of a node; its ink for letters in *ink (may be NULL). */
const struct palette_colour *style_node_colour(const struct style *s, uint32_t node, const char **ink);
const char *style_tie_colour(const struct style *s, uint32_t tie);
enum scene_dash style_tie_dash(const struct style *s, uint32_t tie);
double style_tie_width(const struct style *s, double strength);
/* The letter in a node's mark ("" where none), and the letters of its further layers (" +HS" ...), appended. */
const char *style_letter(const struct style *s, uint32_t node);
void style_further_letters(const struct style *s, uint32_t node, struct buffer *out);
/* Share of the greatest size, by area: 0 for nothing, 1 for the greatest; 0 where undefined. */
double style_size_share(const struct style *s, double value);

/* A letter for each name, different from those before: its first letter that is free, else a digit. */
void style_choose_letter(struct style_group *groups, size_t i);

#endif
