/* States of a network one after the other, from inside: at dates, or networks as they are. */
#ifndef NONET_ASK_OVER_H
#define NONET_ASK_OVER_H

#include "base/run.h"
#include "net/net.h"

/* Opened by over_open; one state is held at a time. */
struct over {
  const nonet_times *times;
  const nonet_run *asked;
  size_t count;
  char **name;    /* owned: dates; NULL: the names of the snapshots */
  nonet *view;    /* owned: the state that was asked for last; NULL: it is a snapshot */
  uint8_t *holds; /* owned: the ties that it has */
};

/* NONET_EUSAGE: no date that is one, or a network in which no tie has one. */
nonet_code over_open(struct over *o, const nonet_times *times, const nonet_run *run, nonet_err *err);
void over_free(struct over *o);

const char *over_name(const struct over *o, size_t i);

/* The state i, for i from 0 on: *out lives until the next one is asked for. *same: it has the very ties of the one before, and *out is that
 * one, which is not built again. O(n + m) */
nonet_code over_state(const nonet **out, bool *same, struct over *o, size_t i, nonet_err *err);

/* What is to be known of ties whose dates are not all said, as a sentence; "" where there is nothing. */
struct buffer;
void over_remark(struct buffer *out, const struct over *o);

#endif
