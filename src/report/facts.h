/* Facts: what the report says, as data. A fact has a name and a number or a text; sentences are made from facts only. */
#ifndef NONET_REPORT_FACTS_H
#define NONET_REPORT_FACTS_H

#include "base/buffer.h"
#include "base/run.h"

struct fact {
  char *name;
  double number; /* NaN: a text */
  char *text;    /* owned; NULL: a number */
};

/* A set of nodes with the words for it: "partner", "partners". */
struct group {
  char singular[64], plural[64];
  uint32_t *at;
  size_t count;
};

/* What would be lost if one node left. */
struct loss {
  uint32_t node;
  uint32_t *lost; /* who would no longer reach the largest part of its component; ascending */
  size_t count;
};

struct facts {
  struct group partners, strategies; /* strategies may be empty: then all nodes are partners */
  uint32_t *carried;                 /* for each node: how many of the other group it is tied to */
  struct loss *losses;               /* most lost first, then by node */
  size_t loss_count;
  uint32_t *rank;      /* nodes by betweenness, greatest first, then by node */
  double *betweenness; /* of each node */
  char **sentences;    /* the opening ones */
  size_t sentence_count;
  struct fact *at;
  size_t count, room;
};

struct report;
nonet_code facts_gather(struct report *r, nonet_err *err);
nonet_code facts_number(struct facts *f, const char *name, double x, nonet_err *err);
nonet_code facts_text(struct facts *f, const char *name, const char *text, nonet_err *err);
void facts_free(struct facts *f);

/* Which nodes are the partners and which the strategies: by the kinds, else by the modes, else all are partners. */
nonet_code facts_groups(struct facts *f, const nonet *n, nonet_err *err);
/* What each departure would cut off. O(cut nodes * (n + m)). */
nonet_code facts_losses(struct facts *f, const nonet *n, const struct run *run, const nonet_sheet *nodes, nonet_err *err);
/* The plain sentences that open the report. */
nonet_code facts_sentences(struct report *r, nonet_err *err);

#endif
