/* How a picture of change looks: what stayed, came, went, or became stronger or weaker. */
#ifndef NONET_SHOW_FATE_H
#define NONET_SHOW_FATE_H

#include "show/scene.h"

enum { FATES_SHOWN = 6, FATE_LOOK_STAYED = 0, FATE_LOOK_CAME, FATE_LOOK_WENT };
/* The role of a node that stays, but parted from the others; of nodes alone. */
#define FATE_ROLE_PARTED "parted"

/* A row for each role that marks may have; told apart in colour, and without it by lines and outlines. */
struct fate_look {
  const char *role;
  const char *tie, *node; /* in the legend; node NULL: ties alone have it; tie NULL: nodes alone */
  const char *told;       /* under a node's name; NULL: nothing */
  const char *colour;     /* of lines, and of the outline of marks */
  const char *fill;       /* of marks */
  enum scene_dash dash;
  double more; /* width on top of what the strength gives */
  double outline;
  bool dashed; /* the outline */
};
const struct fate_look *fate_look_at(size_t i); /* NULL beyond the last */
/* The look of a role; NULL: it is none of change. */
const struct fate_look *fate_look(const char *role);

/* Whether the marks of an answer say what became of nodes and ties. */
bool fate_is_told(const nonet_answer *answer);

#endif
