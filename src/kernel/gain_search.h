/* Which ties together: choice one after the other, exchange, every set where that can be done, and what is proved of the result. */
#ifndef NONET_KERNEL_GAIN_SEARCH_H
#define NONET_KERNEL_GAIN_SEARCH_H

#include "kernel/gain_model.h"

struct gain_search_ask {
  const uint32_t (*pair)[2]; /* that may be tied; of equals the first counts */
  size_t count;
  uint32_t budget; /* so many of them at most */
  bool submodular; /* the goal is such that a tie never adds more for others being there */
  uint64_t effort; /* looks at pairs; 0: 2e9, some seconds */
};

/* What a set was proved to be. */
enum gain_proof {
  GAIN_UNPROVED, /* `bound` holds all the same */
  GAIN_BOUNDED,  /* the set reaches the bound, so none is better */
  GAIN_TRIED     /* every set was tried */
};

/* The set in the order in which each tie adds the most to those before; gains in points, their sum `total`; no set of `budget` ties or
 * fewer gains more than `bound`. greedy: what choice one after the other gained, without exchange. Arrays owned. */
struct gain_plan {
  uint32_t count;
  size_t *chosen; /* indices of pairs */
  int64_t *gain;
  int64_t total, greedy, bound;
  enum gain_proof proof;
  uint64_t sets; /* tried, with GAIN_TRIED */
};

/* The model is left as it was: without added ties. A search that stops adding when nothing more gains. */
enum kernel_code gain_search(struct gain_plan *out, struct gain_model *m, const struct gain_search_ask *ask,
                             const struct kernel_watch *watch);
void gain_plan_free(struct gain_plan *p);

/* New nodes: the best sets of `members` of the candidates to be tied to one. Every such set where that takes no more than `effort` looks;
 * else sets grown from a first member, one after the other, from as many first members as the effort allows. */
struct gain_hub_ask {
  const uint32_t *node;
  uint32_t count, members;
  uint32_t top; /* so many sets */
  uint64_t effort;
};
struct gain_hub {
  uint32_t members; /* of each set */
  size_t count;
  uint32_t *member; /* set i: member[i * members] .., ascending; best first, then in lexicographic order; owned */
  int64_t *gain;
  bool exact;
  uint64_t tried;
};
enum kernel_code gain_hub_find(struct gain_hub *out, struct gain_model *m, const struct gain_hub_ask *ask,
                               const struct kernel_watch *watch);
void gain_hub_free(struct gain_hub *h);

#endif
