/* States of a network put together for a picture with a panel for each. */
#ifndef NONET_ASK_CHANGES_PANELS_H
#define NONET_ASK_CHANGES_PANELS_H

#include "ask/changes.h"
#include "show/picture.h"

struct state_panels {
  const nonet_snapshot *at;
  size_t count;
  const nonet_run *asked;
  struct run run;
  nonet *all;          /* owned: every node and tie that is in one of them */
  uint8_t *node, *tie; /* owned; of each state in turn: what of `all` is there */
  uint32_t *place;     /* owned; of each state in turn: the number of each node in it; NONET_NONE: it is not there */
  struct panel *panel; /* owned, and its arrays: roles of fate.h since the state before */
};

/* From at, count, asked and run; free it also after a failure. */
nonet_code state_panels_prepare(struct state_panels *p, nonet_err *err);
void state_panels_free(struct state_panels *p);

#endif
