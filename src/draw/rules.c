/* SPDX-License-Identifier: MIT
 * A table of what is let through to a layout; the rest is left behind. So nothing that opens a file (image, shapefile, imagepath,
 * fontpath, stylesheet, _background), chooses another engine (layout) or another reading of the bytes (charset) is ever
 * seen, whatever a later Graphviz adds. Lengths are in inches (width), points (fontsize) or points (pos), as in DOT.
 * The ranges are wide for a picture and narrow for a bomb. The table is sorted by name for bsearch.
 * Names and meanings: https://graphviz.org/doc/info/attrs.html */
#include "draw/rules.h"
#include <stdlib.h>
#include <string.h>

#define ARROWS                                                                                                                             \
  " normal inv dot invdot odot invodot none tee empty invempty diamond odiamond ediamond crow box obox open halfopen vee onormal oinv "    \
  "lnormal rnormal curve icurve "
#define SHAPES                                                                                                                             \
  " box polygon ellipse oval circle point egg triangle none plaintext plain diamond trapezium parallelogram house pentagon hexagon "       \
  "septagon octagon note tab folder box3d component cylinder rect rectangle square doublecircle doubleoctagon tripleoctagon invtriangle "  \
  "invtrapezium invhouse underline Mdiamond Msquare Mcircle star record Mrecord larrow rarrow cds signature "
#define STYLES " solid dashed dotted bold invis filled rounded diagonals striped wedged radial tapered "

#define FAR 1e6 /* points: 350 m of paper */

static const struct value_rule rules[] = {
    {"Damping", "g", VALUE_NUMBER, 0, 1, NULL},
    {"K", "g", VALUE_NUMBER, 0.001, 1000, NULL},
    {"URL", "gne", VALUE_LINK, 0, 0, NULL},
    {"arrowhead", "e", VALUE_WORD, 0, 0, ARROWS},
    {"arrowsize", "e", VALUE_NUMBER, 0, 20, NULL},
    {"arrowtail", "e", VALUE_WORD, 0, 0, ARROWS},
    {"bb", "g", VALUE_NUMBERS, -FAR, FAR, NULL},
    {"bgcolor", "g", VALUE_COLOUR, 0, 0, NULL},
    {"center", "g", VALUE_FLAG, 0, 0, NULL},
    {"class", "gne", VALUE_IDENT, 0, 0, NULL},
    {"clusterrank", "g", VALUE_WORD, 0, 0, " local global none "},
    {"color", "gne", VALUE_COLOUR, 0, 0, NULL},
    {"colorscheme", "gne", VALUE_IDENT, 0, 0, NULL},
    {"compound", "g", VALUE_FLAG, 0, 0, NULL},
    {"constraint", "e", VALUE_FLAG, 0, 0, NULL},
    {"decorate", "e", VALUE_FLAG, 0, 0, NULL},
    {"dir", "e", VALUE_WORD, 0, 0, " forward back both none "},
    {"epsilon", "g", VALUE_NUMBER, 1e-9, 1000, NULL},
    {"esep", "g", VALUE_NUMBERS, -100, 1000, NULL},
    {"fillcolor", "gne", VALUE_COLOUR, 0, 0, NULL},
    {"fixedsize", "n", VALUE_WORD, 0, 0, " true false shape yes no 0 1 "},
    {"fontcolor", "gne", VALUE_COLOUR, 0, 0, NULL},
    {"fontname", "gne", VALUE_FONT, 0, 0, NULL},
    {"fontsize", "gne", VALUE_NUMBER, 1, 1000, NULL},
    {"forcelabels", "g", VALUE_FLAG, 0, 0, NULL},
    {"group", "n", VALUE_NAME, 0, 0, NULL},
    {"head_lp", "e", VALUE_NUMBERS, -FAR, FAR, NULL},
    {"headclip", "e", VALUE_FLAG, 0, 0, NULL},
    {"headlabel", "e", VALUE_TEXT, 0, 0, NULL},
    {"headport", "e", VALUE_NAME, 0, 0, NULL},
    {"height", "n", VALUE_NUMBER, 0.01, 1000, NULL},
    {"href", "gne", VALUE_LINK, 0, 0, NULL},
    {"id", "gne", VALUE_IDENT, 0, 0, NULL},
    {"label", "gne", VALUE_TEXT, 0, 0, NULL},
    {"labelangle", "e", VALUE_NUMBER, -360, 360, NULL},
    {"labeldistance", "e", VALUE_NUMBER, 0, 100, NULL},
    {"labelfloat", "e", VALUE_FLAG, 0, 0, NULL},
    {"labelfontcolor", "e", VALUE_COLOUR, 0, 0, NULL},
    {"labelfontname", "e", VALUE_FONT, 0, 0, NULL},
    {"labelfontsize", "e", VALUE_NUMBER, 1, 1000, NULL},
    {"labeljust", "g", VALUE_WORD, 0, 0, " l c r "},
    {"labelloc", "gn", VALUE_WORD, 0, 0, " t c b "},
    {"len", "e", VALUE_NUMBER, 0.001, 1000, NULL},
    {"lhead", "e", VALUE_NAME, 0, 0, NULL},
    {"lp", "ge", VALUE_NUMBERS, -FAR, FAR, NULL},
    {"ltail", "e", VALUE_NAME, 0, 0, NULL},
    {"margin", "gn", VALUE_NUMBERS, 0, 100, NULL},
    {"maxiter", "g", VALUE_NUMBER, 1, 10000, NULL},
    {"mclimit", "g", VALUE_NUMBER, 0, 100, NULL},
    {"mindist", "g", VALUE_NUMBER, 0, 100, NULL},
    {"minlen", "e", VALUE_NUMBER, 0, 100, NULL},
    {"mode", "g", VALUE_WORD, 0, 0, " major KK sgd hier ipsep "},
    {"model", "g", VALUE_WORD, 0, 0, " shortpath circuit subset mds "},
    {"newrank", "g", VALUE_FLAG, 0, 0, NULL},
    {"nodesep", "g", VALUE_NUMBER, 0.02, 20, NULL},
    {"nojustify", "gne", VALUE_FLAG, 0, 0, NULL},
    {"normalize", "g", VALUE_FLAG, 0, 0, NULL},
    {"nslimit", "g", VALUE_NUMBER, 0, 1000, NULL},
    {"nslimit1", "g", VALUE_NUMBER, 0, 1000, NULL},
    {"oneblock", "g", VALUE_FLAG, 0, 0, NULL},
    {"ordering", "gn", VALUE_WORD, 0, 0, " in out "},
    {"orientation", "n", VALUE_NUMBER, -360, 360, NULL},
    {"outputorder", "g", VALUE_WORD, 0, 0, " breadthfirst nodesfirst edgesfirst "},
    {"overlap", "g", VALUE_WORD, 0, 0, " true false scale scalexy prism compress vpsc voronoi ipsep ortho orthoxy "},
    {"overlap_scaling", "g", VALUE_NUMBER, -1000, 1000, NULL},
    {"pack", "g", VALUE_NUMBER, 0, 1000, NULL},
    {"packmode", "g", VALUE_WORD, 0, 0, " node clust graph "},
    {"pad", "g", VALUE_NUMBERS, 0, 100, NULL},
    {"pencolor", "g", VALUE_COLOUR, 0, 0, NULL},
    {"penwidth", "gne", VALUE_NUMBER, 0, 100, NULL},
    {"peripheries", "gn", VALUE_NUMBER, 0, 9, NULL},
    {"pin", "n", VALUE_FLAG, 0, 0, NULL},
    {"pos", "ne", VALUE_SPLINE, -FAR, FAR, NULL},
    {"quadtree", "g", VALUE_WORD, 0, 0, " normal fast none true false "},
    {"rank", "g", VALUE_WORD, 0, 0, " same min max source sink "},
    {"rankdir", "g", VALUE_WORD, 0, 0, " TB LR BT RL "},
    {"ranksep", "g", VALUE_NUMBER, 0.02, 20, NULL},
    {"ratio", "g", VALUE_NUMBER, 0.02, 50, NULL},
    {"regular", "n", VALUE_FLAG, 0, 0, NULL},
    {"remincross", "g", VALUE_FLAG, 0, 0, NULL},
    {"repulsiveforce", "g", VALUE_NUMBER, 0, 100, NULL},
    {"root", "g", VALUE_NAME, 0, 0, NULL}, /* on a node it crashes twopi 2.42 */
    {"samehead", "e", VALUE_NAME, 0, 0, NULL},
    {"sametail", "e", VALUE_NAME, 0, 0, NULL},
    {"searchsize", "g", VALUE_NUMBER, 1, 1000, NULL},
    {"sep", "g", VALUE_NUMBERS, -100, 1000, NULL},
    {"shape", "n", VALUE_WORD, 0, 0, SHAPES},
    {"sides", "n", VALUE_NUMBER, 0, 60, NULL},
    {"size", "g", VALUE_NUMBERS, 0.01, 10000, NULL},
    {"skew", "n", VALUE_NUMBER, -100, 100, NULL},
    {"smoothing", "g", VALUE_WORD, 0, 0, " none avg_dist graph_dist power_dist rng spring triangle "},
    {"sortv", "gn", VALUE_NUMBER, 0, 65535, NULL},
    {"splines", "r", VALUE_WORD, 0, 0, " none false no line true yes spline polyline curved ortho "},
    {"start", "g", VALUE_NUMBER, 0, 2147483647, NULL}, /* the word random takes the time as seed */
    {"style", "gne", VALUE_WORDS, 0, 0, STYLES},
    {"tail_lp", "e", VALUE_NUMBERS, -FAR, FAR, NULL},
    {"tailclip", "e", VALUE_FLAG, 0, 0, NULL},
    {"taillabel", "e", VALUE_TEXT, 0, 0, NULL},
    {"tailport", "e", VALUE_NAME, 0, 0, NULL},
    {"target", "gne", VALUE_WORD, 0, 0, " _blank _self _top _parent "},
    {"tooltip", "gne", VALUE_TIP, 0, 0, NULL},
    {"weight", "e", VALUE_NUMBER, 0, 1000, NULL},
    {"width", "n", VALUE_NUMBER, 0.01, 1000, NULL},
    {"xlabel", "ne", VALUE_TEXT, 0, 0, NULL},
    {"xlp", "ne", VALUE_NUMBERS, -FAR, FAR, NULL},
};

static int by_name(const void *name, const void *rule) {
  return strcmp(name, ((const struct value_rule *)rule)->name);
}

const struct value_rule *rules_find(const char *name, char kind) {
  const struct value_rule *rule = bsearch(name, rules, sizeof rules / sizeof *rules, sizeof *rules, by_name);
  if (rule == NULL) return NULL;
  bool root = kind == 'g' && strchr(rule->kinds, 'r') != NULL;
  return root || strchr(rule->kinds, kind) != NULL ? rule : NULL;
}
