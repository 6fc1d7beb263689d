/* Two networks side by side from inside: what is the same in both, what came and what went. Nodes and ties are numbered anew, in an order
 * of their own (by keys), so that nothing depends on which network comes first or on the order of rows. */
#ifndef NONET_ASK_CHANGES_H
#define NONET_ASK_CHANGES_H

#include "base/buffer.h"
#include "base/run.h"
#include "net/answer.h"
#include "net/net.h"

enum { BEFORE, AFTER };

/* What became of a node or tie. */
enum fate { FATE_STAYED, FATE_CAME, FATE_WENT, FATE_STRONGER, FATE_WEAKER, FATES };
extern const char *const fate_words[FATES]; /* roles, and what sheets say */

/* A tie of either network: its number in each; NONET_NONE: it is not there. */
struct pair_of_ties {
  uint32_t tie[2];
  enum fate fate;
};

struct change_counts {
  uint32_t node[FATES], tie[FATES];
  uint32_t kinds, labels, documented; /* nodes of another kind or label, ties of other dates or evidence */
  uint64_t members[FATES];            /* came and went alone */
};

struct changes {
  const nonet *net[2];
  const nonet_changes_options *options; /* never NULL */
  const nonet_run *asked;
  const struct run *run;
  uint32_t nodes, ties;
  uint32_t (*node)[2];      /* owned: number in each network; NONET_NONE: it is not there */
  uint32_t *place[2];       /* owned: of each network's nodes, its number here */
  struct pair_of_ties *tie; /* owned */
  struct change_counts count;
  nonet *both; /* owned until it is given away: all nodes and ties, numbered as here */
};

/* Match nodes and ties. NONET_EUSAGE: they cannot be compared. O(n log n + m log m) */
nonet_code changes_match(struct changes *c, nonet_err *err);
void changes_free(struct changes *c);
const char *changes_name(const struct changes *c, int which); /* what a state is called */

static inline enum fate changes_node_fate(const struct changes *c, uint32_t v) {
  return c->node[v][BEFORE] == NONET_NONE ? FATE_CAME : c->node[v][AFTER] == NONET_NONE ? FATE_WENT : FATE_STAYED;
}
/* The network that a node or tie is shown from: the later one that has it. */
static inline int changes_shown(const uint32_t number[2]) {
  return number[AFTER] != NONET_NONE ? AFTER : BEFORE;
}
bool changes_any(const struct changes *c); /* whether anything changed */

/* Memberships that came or went, by node and name of the layer. */
struct change_member {
  uint32_t node, layer; /* node as here, layer of the network that has it */
  enum fate fate;
};
nonet_code changes_members(struct change_member **out, size_t *count, struct changes *c, nonet_err *err);

/* Both networks in one, as c->both. */
nonet_code changes_unite(struct changes *c, nonet_err *err);

/* Joint working: how much two partners work together, summed and split. A pair counts what its two share: strategies that both are tied to
 * and ties between them. Exact as long as weights are whole numbers. */
struct joint {
  double pairs[2];       /* possible pairs of partners in each network */
  double total[2];       /* joint working of all pairs */
  double came, went;     /* joint working of pairs that began, of pairs that ended */
  double kept, deepened; /* of pairs that go on: what they had, and what they have more (or less) */
  double pairs_came, pairs_went, pairs_kept, pairs_deeper, pairs_weaker;
  bool too_long; /* it was left out */
};
struct joint_pair {
  uint32_t a, b;
  double before, after;
};
/* *changed (owned by the caller; may be NULL): pairs whose joint working is not as it was. */
nonet_code changes_joint(struct joint *out, struct joint_pair **changed, size_t *count, const struct changes *c, nonet_err *err);
double joint_index(const struct joint *j, int which);
/* The four parts that the change of the index is the sum of. */
enum joint_part { JOINT_NEW, JOINT_DEEPENED, JOINT_KEPT, JOINT_LOST, JOINT_PARTS };
double joint_part(const struct joint *j, enum joint_part part);

/* Whole measures "a,b,c" of a network as a sheet; those that are not for it, or take long, are left out. */
nonet_code changes_measure(nonet_sheet **out, const nonet *n, const char *names, bool weighted, const nonet_run *run, nonet_err *err);

/* Parts of the answer. */
nonet_code changes_say(nonet_answer *a, const struct changes *c, nonet_err *err);
nonet_code changes_measures(nonet_answer *a, const struct changes *c, nonet_err *err);
nonet_code changes_nodes(nonet_answer *a, const struct changes *c, nonet_err *err);
nonet_code changes_ties(nonet_answer *a, struct changes *c, nonet_err *err);
nonet_code changes_joint_working(nonet_answer *a, const struct changes *c, nonet_err *err);
nonet_code changes_mark(nonet_answer *a, struct changes *c, nonet_err *err); /* gives c->both away */

#endif
