/* The border to igraph: every call whose signature differs between 0.10 and 1.x stands here and nowhere else, and every call into igraph
 * is made between border_enter and border_leave, which install our error, warning and fatal handlers, hold the one lock (Debian's igraph
 * is not built for threads), and turn igraph's first error into a nonet_err. */
#ifndef NONET_NET_IGRAPH_BORDER_H
#define NONET_NET_IGRAPH_BORDER_H

#include "base/error.h"
#include "base/run.h"

#include <igraph/igraph.h>

struct border {
  char first[512]; /* igraph's first message of this call */
  const struct run *run;
};

/* Take the lock and set handlers; `run` (may be NULL) is asked by igraph's interruption hook. */
void border_enter(struct border *b, const struct run *run);
/* Release; asserts in debug builds that igraph's finally stack is empty. */
void border_leave(struct border *b);

/* An igraph return code as ours: IGRAPH_ENOMEM -> NONET_ELIMIT, interrupted -> what the run said, else NONET_EINTERNAL with the message. */
nonet_code border_result(const struct border *b, igraph_error_t code, const char *doing, nonet_err *err);

/* The igraph_t of a network, built when first asked (simple: the graph of net_simple; multi: every tie). Borrowed; call between
 * border_enter and border_leave only. Node and edge numbers are ours. */
nonet_code net_igraph(const igraph_t **out, const nonet *n, bool simple, bool directed, nonet_err *err);

/* Calls that differ between 0.10 and 1.x, under one shape each. Add here what a measure needs. */

#endif
