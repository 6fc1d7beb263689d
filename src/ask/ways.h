/* Ways: the network as a path may walk it. A way leads from a node to a neighbour by the ties between them that the filters leave and
 * that go in that direction; it is as long as those ties merged. */
#ifndef NONET_ASK_WAYS_H
#define NONET_ASK_WAYS_H

#include "kernel/length.h"
#include "kernel/rows.h"
#include "net/net.h"

struct ways_options {
  const char *const *avoid; /* names of nodes or layers, "node:NAME" and "layer:NAME" where a name is both; NULL-terminated, or NULL */
  const char *via;          /* only ties of this layer; NULL: all */
  bool weighted;
  bool one_by_one;      /* lengths are not measured in advance, but by ways_length where a search comes to them */
  bool both_directions; /* leave the direction of ties out of account */
  const char *through;  /* a kind: nodes of other kinds are closed, but for those flagged in `ends`; NULL: none is */
  const uint8_t *ends;  /* of each node; NULL: none is flagged */
  const char *tie_kind; /* only ties of this kind; NULL: all */
  const char *since;    /* a date: only ties that hold then or later; NULL: all */
  const char *before;   /* a date: only ties that held before it; NULL: all */
};

struct ways {
  const nonet *net;
  bool directed;
  uint8_t *closed_node;  /* owned; of each node; NULL: all are open */
  uint8_t *closed_layer; /* owned; of each layer, and one place more for ties in none; NULL: all are open */
  bool by_kind, since_said, before_said;
  uint32_t kind;                    /* word; by_kind: ties of others are closed */
  struct date_period since, before; /* where said: ties that were over, or had not begun */
  uint32_t parted[2];               /* two nodes, the ties between which are closed; NONET_NONE: none are */
  bool weighted;                    /* ways have lengths */
  struct lengths length;            /* of each end: of the pair that it belongs to, outward; of_edge NULL: not measured in advance */
};

/* NONET_EUSAGE: a name that is unknown, or both a node's and a layer's. NONET_EINPUT: a weight that no path can have. O(n + m) with lengths
 * in advance, O(n) with `through`, O(1) else, but that all of closed_node is zeroed when its pages are first touched. */
nonet_code ways_start(struct ways *out, const nonet *n, const struct ways_options *options, nonet_err *err);
void ways_free(struct ways *w);

/* Whether a tie may be walked from one of its ends. */
bool ways_open(const struct ways *w, uint32_t tie, uint32_t from);

/* A way out of a node: ends [at, stop) of it, not all of them open. */
struct way {
  uint32_t to;
  uint64_t at, stop;
  double length; /* in the units of ways.length */
};
/* Before the first of a node. */
struct way ways_begin(const struct ways *w, uint32_t v);
bool ways_next(struct way *way, const struct ways *w, uint32_t from);
/* The same against the ways: a way into a node, from way->to. Its length is 1; lengths are known outward. */
bool ways_next_inward(struct way *way, const struct ways *w, uint32_t to);

/* How long a way out of `from` is, or one into the node whose row it is met in, from way->to: 1 / its merged strength. */
double ways_length(const struct ways *w, const struct way *way, uint32_t from);

/* The ways as rows for searches that touch few nodes. Start with zeroes, ask `failed` and `endless` afterwards. */
struct ways_rows {
  const struct ways *ways;
  uint32_t *to;   /* owned */
  double *length; /* owned */
  size_t room, length_room;
  bool failed;  /* out of memory */
  bool endless; /* a way has no length that sums can be made of */
};
struct rows ways_rows_start(struct ways_rows *r, const struct ways *w);
void ways_rows_free(struct ways_rows *r);

#endif
