/* A question for gaps, its names found: what may be tied, and what it would gain. Nodes are numbered in the order of their keys, so that
 * nothing depends on the order of rows. */
#ifndef NONET_ASK_GAPS_H
#define NONET_ASK_GAPS_H

#include "ask/subject.h"
#include "base/buffer.h"
#include "base/run.h"
#include "kernel/gain_search.h"
#include "kernel/likely.h"
#include "measure/keyed.h"

/* A goal as people name it. */
struct gaps_goal {
  nonet_goal info;
  enum gain_goal goal;
};

enum gaps_suggest { GAPS_TIES, GAPS_MEMBERSHIPS, GAPS_BOTH, GAPS_STRATEGIES };

/* Owns its arrays. */
struct gaps {
  const nonet *net;
  const nonet_gaps_options *o;
  const struct run *run;
  struct kernel_watch watch;
  struct keyed keyed, arcs;
  const struct graph *near; /* simple, undirected, unweighted, in the order of keys: who shares whom */
  const struct graph *g;    /* what gains are counted in: the same, or where ties are followed the directed one */
  const struct gaps_goal *goal;
  enum gaps_suggest suggest;
  struct subject group[2]; /* what the gaps are between: layers or kinds; .what is 0: not said */
  uint32_t of;             /* NONET_NONE: anybody */
  uint32_t within, top;
  bool has_sides; /* there are strategies */
  bool submodular;
  uint8_t *strategy; /* of each node */
  uint8_t *may;      /* of each node: may be asked */
  uint8_t *side;     /* of each node, for the pairs that count; NULL: all count */
  uint8_t *group_of; /* of each node: bits of the groups it is in; NULL: gaps are not between groups */
  double *cost;      /* of each node; NULL: none */
  double each;       /* cost of every tie; NaN: none */
  const char *cost_name;

  struct gain_model model;
  int64_t points; /* before */

  /* candidates, ascending (directed: from each, in both orders) but that the partner comes first in a membership */
  uint32_t (*pair)[2]; /* directed: from the first to the second */
  uint8_t *between;    /* of each pair: a membership */
  size_t count;
  uint64_t missing; /* gaps there are, before any were passed over */
  uint32_t looked;  /* only gaps among so many nodes of each side; 0: all */
  double seconds;   /* that looking at all would take, roughly */
};

/* Find what the options name. */
nonet_code gaps_start(struct gaps *q, const nonet *n, const nonet_gaps_options *o, const struct run *run, nonet_err *err);
void gaps_free(struct gaps *q);
/* What became of a kernel, as a code. */
nonet_code gaps_result(const struct gaps *q, enum kernel_code code, nonet_err *err);

/* The goals: NULL beyond the last; the one of a name, or NONET_EUSAGE with the nearest. */
const struct gaps_goal *gaps_goal_at(size_t i);
nonet_code gaps_goal_find(const struct gaps_goal **out, const char *name, nonet_err *err);

/* Whether only gaps between the groups are asked for: by the goals of the whole network. Those that are about the groups may be served by
 * any tie. */
bool gaps_only_between(const struct gaps *q);

/* List the candidates. */
nonet_code gaps_candidates(struct gaps *q, nonet_err *err);

/* Cost of a pair; NaN: none is known. */
double gaps_cost(const struct gaps *q, const uint32_t *pair);

/* A gap for people. */
struct gaps_row {
  size_t at; /* index of the pair */
  struct gain_points points;
  struct gain_score score; /* 0 for goals that count */
  struct likely likely;
  double cost, value; /* value: what it is ranked by */
  uint32_t rank;
};
/* Ties of rows by the network's own numbers, for gaps_mark; owned. NULL: out of memory. */
uint32_t (*gaps_ties(const struct gaps *q, const struct gaps_row *row, size_t count))[2];
void gaps_name(struct buffer *b, const struct gaps *q, uint32_t node);
/* " between L and M". */
void gaps_sides(struct buffer *b, const struct gaps *q);
/* "A - B", directed "A -> B", as tell_node tells them. */
void gaps_pair(struct buffer *b, const struct gaps *q, const uint32_t *pair);
const char *gaps_key(const struct gaps *q, uint32_t node);
/* "Bischeri and Salviati have no tie; joined, ...": the reason, without a final dot. */
void gaps_reason(struct buffer *b, const struct gaps *q, const struct gaps_row *row);
/* Points as the goal is read. */
double gaps_value(const struct gaps *q, int64_t points);
void gaps_number(struct buffer *b, double x, int digits);
/* "1 pair", "3 pairs". */
void gaps_count(struct buffer *b, uint64_t count, const char *one, const char *many);
/* "efficiency from 0.5 to 0.54". */
void gaps_change(struct buffer *b, const struct gaps *q, int64_t gain);
nonet_code gaps_say(nonet_answer *a, struct buffer *b, nonet_err *err); /* says and frees */

/* The three forms of answer, and what the goal bridges says besides. */
nonet_code gaps_single(nonet_answer *a, struct gaps *q, nonet_err *err);
nonet_code gaps_plan(nonet_answer *a, struct gaps *q, nonet_err *err);
nonet_code gaps_strategies(nonet_answer *a, struct gaps *q, nonet_err *err);
nonet_code gaps_bridges(nonet_answer *a, struct gaps *q, nonet_err *err);

/* Put ties (of the network's own numbers; its number of nodes is the new strategy) into a network that goes with the answer, and mark
 * them. */
nonet_code gaps_mark(nonet_answer *a, const struct gaps *q, const uint32_t (*pair)[2], size_t count, bool strategy, nonet_err *err);

/* The columns that singles and plans share. */
struct gaps_columns {
  double *cost, *per_cost, *closer, *shared, *adamic_adar, *resource_allocation, *jaccard;
  size_t reason;
  bool has_reason;
};
nonet_code gaps_columns_add(struct gaps_columns *c, nonet_sheet *s, const struct gaps *q, nonet_err *err);
nonet_code gaps_columns_fill(nonet_sheet *s, size_t row, const struct gaps_columns *c, const struct gaps *q, const struct gaps_row *gap,
                             nonet_err *err);

#endif
