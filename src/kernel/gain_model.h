/* A network whose gaps are being closed: what it is worth for a goal, what each tie would add, and ties that are tried and taken back. */
#ifndef NONET_KERNEL_GAIN_MODEL_H
#define NONET_KERNEL_GAIN_MODEL_H

#include "kernel/gain.h"

/* The first three are sums over pairs of nodes, by gain.h; the others are counted. */
enum gain_goal {
  GAIN_EFFICIENCY,   /* mean of 1 / distance over the pairs that count */
  GAIN_CLOSENESS,    /* the same, the pairs being those between two groups */
  GAIN_COVERAGE,     /* how many pairs are within some steps of each other */
  GAIN_COMPONENTS,   /* how many components, strong ones where directed: fewer is better */
  GAIN_CUT_POINTS,   /* how many cut nodes: fewer is better */
  GAIN_BRIDGES,      /* how many bridges: fewer is better */
  GAIN_CONNECTIVITY, /* node connectivity */
  GAIN_GOALS
};

/* A gain in points, so that equal gains are equal. `second` tells apart what gains as much: components: pairs of nodes that come into
 * contact, undirected; connectivity: components, else cut nodes, that are fewer; else 0. */
struct gain_points {
  int64_t gain, second;
};

/* Owns all but g. */
struct gain_model {
  const struct graph *g;
  enum gain_goal goal;
  struct gain_worth worth;
  struct gain_field field;   /* of the first three goals */
  uint16_t **before;         /* distances as they were before each tie */
  uint32_t (*added)[2];      /* ties that were put in */
  struct gain_score *scores; /* of some of the pairs that were asked for last */
  size_t count, room, before_room, score_room;
};

/* Directed, all goals but cut nodes and bridges, which leave direction out, follow the arcs; worth is of no use to the goals that count. */
enum kernel_code gain_model_start(struct gain_model *m, const struct graph *g, enum gain_goal goal, const struct gain_worth *worth,
                                  const struct kernel_watch *watch);
void gain_model_free(struct gain_model *m);

/* What the goal is at now: points, and as people read it. Points of goals that count down are below 0. */
enum kernel_code gain_model_points(int64_t *points, const struct gain_model *m, const struct kernel_watch *watch);
double gain_model_value(const struct gain_model *m, int64_t points);
static inline bool gain_goal_sums(enum gain_goal goal) {
  return goal <= GAIN_COVERAGE;
}

/* Points of each pair by itself, in the network with the ties put in so far. *looks (may be NULL): how much work it was, in looks at
 * pairs. A pair that was put in has gain 0. */
enum kernel_code gain_model_gains(struct gain_points *out, uint64_t *looks, struct gain_model *m, const uint32_t (*pair)[2], size_t count,
                                  const struct kernel_watch *watch);

/* The same as scores, of the goals that are sums. */
enum kernel_code gain_model_scores(struct gain_score *out, const struct gain_model *m, const uint32_t (*pair)[2], size_t count,
                                   const struct kernel_watch *watch);

/* Of a slim model: (*out)[d] counted pairs are d steps apart, with the ties put in; owned by the caller, also on failure. */
enum kernel_code gain_model_apart(uint64_t **out, const struct gain_model *m, const struct kernel_watch *watch);

/* Put a tie in; take the last one out. */
enum kernel_code gain_model_push(struct gain_model *m, uint32_t u, uint32_t v);
void gain_model_pop(struct gain_model *m);

/* Points that a new node tied to all members adds; not of a slim model's sums. Sums over pairs are over the nodes that there were; what is
 * counted, is counted with it. `near` has room for n. */
enum kernel_code gain_model_hub(int64_t *gain, struct gain_model *m, const uint32_t *member, size_t members, uint16_t *near,
                                const struct kernel_watch *watch);

#endif
