/* The sealed network from inside: arrays that floors 3 and above read and only seal and views write.
 *
 * Columns that nothing was said for are NULL; the functions below give the default, so callers never look at the pointers of optional
 * columns themselves.
 *
 *   ends of node v:  end_first[v] .. end_first[v + 1]      (each tie has two ends; a loop has both at its node)
 *   end_other[e]     the node at the far end               ascending by (other, tie) within a node
 *   end_tie[e]       the tie                                direction: ties[t].from == v means outward, unless undirected
 *
 * One owner: every array belongs to the nonet; `words` is shared between a nonet and its views and counted. */
#ifndef NONET_NET_NET_H
#define NONET_NET_NET_H

#include "base/error.h"
#include "base/words.h"
#include "kernel/graph.h"

/* A further column: values are words; numbers hold the parsed value (NaN where empty) when the column is numeric. */
struct net_column {
  uint32_t name;   /* word */
  uint32_t *value; /* word of each row */
  double *number;  /* NULL: a text column */
};

struct net_columns {
  struct net_column *at;
  size_t count;
};

struct nonet {
  struct net_words *shared; /* counted: words, files, name index inputs */
  const struct words *words;

  uint32_t nodes, ties, layers, kinds;
  bool directed, weighted;
  bool two_modes;
  uint32_t mode_kind[2];
  uint32_t title, latest_date; /* words */

  /* node columns */
  uint32_t *node_key;   /* word */
  uint32_t *node_label; /* word; NULL: keys */
  uint32_t *node_short; /* word; NULL: none */
  uint32_t *node_kind;  /* index of a kind; NONET_NONE: not said; NULL: no node has one */
  uint32_t *node_file;  /* word of the path */
  uint64_t *node_line;
  uint64_t *member_first; /* n + 1; layers of a node, main one first; NULL: no layers */
  uint32_t *member_layer;
  uint64_t *alias_first; /* n + 1; NULL: no aliases */
  uint32_t *alias;       /* words */
  struct net_columns node_columns;

  /* tie columns */
  uint32_t *tie_from, *tie_to;
  uint32_t *tie_kind;                                     /* word */
  uint32_t *tie_layer;                                    /* index of a layer */
  double *tie_weight;                                     /* NaN: not said */
  uint8_t *tie_scale;                                     /* nonet_scale */
  uint8_t *tie_directed;                                  /* NULL: all as `directed` says */
  int32_t *tie_since, *tie_until;                         /* first and last day; DATE_NONE: open */
  uint32_t *tie_since_text, *tie_until_text, *tie_source; /* words */
  uint32_t *tie_file;                                     /* word of the path */
  uint64_t *tie_line;
  struct net_columns tie_columns;
  uint32_t *parent;       /* ties of the first network, ascending within a tie; NULL: this is no view */
  uint64_t *parent_first; /* ties + 1 */

  double rank_top; /* greatest rank given, for NONET_RANK: strength = rank_top + 1 - rank */
  nonet_repeats repeats;

  uint32_t *layer_name; /* words */
  uint32_t *kind_name;  /* words */

  uint64_t *end_first;
  uint32_t *end_other, *end_tie;

  /* Notes: words of sentences. */
  uint32_t *warning, *assumption, *source;
  size_t warnings, assumptions, sources;

  /* Built when first asked, under a lock; see simple.h, index.h and igraph_border.h. */
  struct net_lazy *lazy;
};

static inline const char *net_word(const nonet *n, uint32_t word) {
  return words_text(n->words, word);
}
static inline const char *net_key(const nonet *n, uint32_t v) {
  return words_text(n->words, n->node_key[v]);
}
static inline uint32_t net_tie_layer(const nonet *n, uint32_t t) {
  return n->tie_layer ? n->tie_layer[t] : NONET_NONE;
}
static inline uint32_t net_node_kind(const nonet *n, uint32_t v) {
  return n->node_kind ? n->node_kind[v] : NONET_NONE;
}
static inline bool net_tie_directed(const nonet *n, uint32_t t) {
  return n->tie_directed ? n->tie_directed[t] != 0 : n->directed;
}
/* Layers of a node: the count, and where they stand (main one first). */
uint32_t net_node_layers(const nonet *n, uint32_t v, const uint32_t **layers);

/* How close, how far: by the tie's scale; a tie without weight has 1 and 1. May be 0, negative or infinite where the input is: the
 * measure that cannot take it calls net_check_weights. */
double net_tie_strength(const nonet *n, uint32_t t);
double net_tie_length(const nonet *n, uint32_t t);

/* Refuse weights that a measure cannot take, naming the first tie: "FILE:LINE: tie A - B has weight -1; 'closeness' needs lengths above 0".
 */
enum net_weights { NET_WEIGHTS_ANY, NET_WEIGHTS_NOT_NEGATIVE, NET_WEIGHTS_POSITIVE };
nonet_code net_check_weights(const nonet *n, enum net_weights need, const char *measure, nonet_err *err);

/* The simple network: parallel ties merged by `repeats`, loops left out; arrays live as long as the nonet. `directed` false reads a
 * directed network as undirected. Weights: strength and length of each edge (length = 1 / merged strength for strengths and ranks; for
 * lengths merged by least length; sum means the sum of strengths). Built once for each form. O(m log) the first time. */
nonet_code net_simple(const struct graph **out, const nonet *n, bool directed, bool weighted, nonet_err *err);

/* The ties that edge e of the simple network stands for. */
const uint32_t *net_simple_ties(const nonet *n, bool directed, uint32_t edge, size_t *count);

/* An edge of the simple network as one weight may need all ties of a pair: the tie shown for it is the first. */

#endif
