/* A connection: two sides, the ways between them, and what was found there. Filled by connection.c, told by connection_words.c, missed by
 * connection_miss.c. */
#ifndef NONET_ASK_CONNECTION_H
#define NONET_ASK_CONNECTION_H

#include "ask/subject.h"
#include "ask/trails.h"
#include "net/answer.h"

struct connection {
  const nonet *net;
  const nonet_connection_options *options;
  struct run run;
  struct subject end[2];
  uint8_t *flag[2]; /* owned; who is on each side; NULL: not flagged yet, a node */
  struct side side[2];
  bool apart[2]; /* the other end, one node, was a member and was taken out */

  struct ways ways;
  struct terrain terrain;
  struct shortest_found shortest;
  struct trails strongest;
  double strength_length; /* of the strongest way; INFINITY where none was looked for */
  struct routes_found routes;
  double steps_without; /* the tie between the two; INFINITY: no way */
  char unweighted[512]; /* why strengths are left out of account; "" they are not, or there are none */
};

/* Find both ends and open the ways. Two nodes are not flagged, and lengths between them not measured in advance, unless `within` is asked
 * for: nothing then looks at the whole network. */
nonet_code connection_start(struct connection *c, const nonet *n, const nonet_connection_options *o, const nonet_run *run, nonet_err *err);
void connection_free(struct connection *c);

/* Flag the sides that are not, for those who look at the whole network. O(n) */
nonet_code connection_flag(struct connection *c, nonet_err *err);

/* The filters as ways take them. */
struct ways_options connection_filters(const struct connection *c);

/* NONET_ENOANSWER and the sentence why. */
nonet_code connection_miss(const struct connection *c, nonet_err *err);

/* Sentences, sheets and marks. */
nonet_code connection_tell(nonet_answer *a, const struct connection *c, nonet_err *err);

#endif
