/* Lists of nodes and ties that grow while a question is answered. */
#ifndef NONET_ASK_CIRCLE_H
#define NONET_ASK_CIRCLE_H

#include "net/answer.h"
#include "net/net.h"

struct circle {
  uint32_t *at; /* owned */
  size_t count, room;
  bool failed; /* out of memory: looked at once at the end */
};

void circle_add(struct circle *c, uint32_t x);
void circle_free(struct circle *c);
bool circle_has(const struct circle *c, uint32_t x);
/* Nodes: each once, by keys. Ties: each once, ascending. */
void circle_settle_nodes(struct circle *c, const nonet *n);
void circle_settle_ties(struct circle *c);

/* Other nodes that are tied to v, whichever way; each once. Ties from v to w; the ties of both ways. */
void circle_neighbours(struct circle *c, const nonet *n, uint32_t v);
void circle_ties_between(struct circle *c, const nonet *n, uint32_t v, uint32_t w);
bool circle_tied(const nonet *n, uint32_t v, uint32_t w);

/* Add sheets and marks: nodes with a role, ties with the role "tie". */
nonet_code circle_show_nodes(nonet_answer *a, const char *name, const char *title, const nonet *n, const struct circle *nodes,
                             const char *role, nonet_err *err);
nonet_code circle_show_ties(nonet_answer *a, const char *name, const char *title, const nonet *n, struct circle *ties, nonet_err *err);

#endif
