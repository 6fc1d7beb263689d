/* The sealed network from inside: arrays that floors 3 and above read and only seal and views write.
 *
 * Columns that nothing was said for are NULL; the functions below give the default, so callers never look at the pointers of optional
 * columns themselves.
 *
 *   ends of node v:  end_first[v] .. end_first[v + 1]      (each tie has two ends; a loop has both at its node)
 *   end_other[e]     the node at the far end               ascending by (other, tie) within a node
 *   end_tie[e]       the tie                                direction: ties[t].from == v means outward, unless undirected
 *
 * One owner: every array belongs to the nonet; `words` is shared between a nonet and its views, counted, and never grows once sealed. */
#ifndef NONET_NET_NET_H
#define NONET_NET_NET_H

#include "base/date.h"
#include "base/error.h"
#include "base/words.h"
#include "kernel/graph.h"

/* A further column: values are words; numbers hold the parsed value (NaN where empty) when the column is numeric. Read it through
 * net_column_at or the public functions. */
struct net_column {
  uint32_t name;   /* word */
  uint32_t *row;   /* ascending: the rows that have a value; NULL: every row has a place */
  uint32_t *value; /* word of each place; 0: empty */
  double *number;  /* of each place; NULL: a text column */
  size_t count;    /* places */
};

/* Where the value of a row stands; SIZE_MAX: it has none. O(log) */
size_t net_column_at(const struct net_column *c, uint32_t row);

struct net_columns {
  struct net_column *at;
  size_t count;
};

/* Sentences, each owned. */
struct net_notes {
  char **at;
  size_t count, room;
};

struct nonet {
  struct net_words *shared; /* counted */
  const struct words *words;
  struct trust *trust; /* in the snapshot that arrays stand in; NULL: they stand in none, or it was checked; see net_holds */

  uint32_t nodes, ties, layers, kinds;
  bool directed, weighted;
  bool two_modes;
  uint32_t mode_kind[2];
  char *title;
  char latest_date[DATE_ROOM]; /* "" where none */

  /* node columns */
  uint32_t *node_key;   /* word */
  uint32_t *node_label; /* word; NULL: keys */
  uint32_t *node_short; /* word; NULL: none */
  uint32_t *node_kind;  /* index of a kind; NONET_NONE: not said; NULL: no node has one */
  uint32_t *node_file;  /* word of the path */
  uint64_t *node_line;
  uint64_t *member_first; /* n + 1; layers of a node, main one first; NULL: no layers */
  uint32_t *member_layer;
  uint32_t *member_declared; /* of each node: so many of its layers, from the first on, were declared; the others follow from ties */
  uint64_t *alias_first;     /* n + 1; NULL: no aliases */
  uint32_t *alias;           /* words */
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
  uint32_t *parent;       /* ties of the first network, ascending within a tie; NULL: this is no view, or one without ties */
  uint64_t *parent_first; /* ties + 1; NULL: one parent each */
  bool is_view;

  double rank_top; /* greatest rank given, for NONET_RANK: strength = rank_top + 1 - rank */
  nonet_repeats repeats;

  uint32_t *layer_name; /* words */
  uint32_t *kind_name;  /* words */
  uint32_t *source;     /* words of paths */
  size_t sources;

  uint64_t *end_first;
  uint32_t *end_other, *end_tie;

  struct net_notes warning, assumption;

  struct net_survey *survey; /* survey.h; NULL: nobody was asked */
  size_t surveys;
  nonet_response behind; /* what was asked in the network that this view's ties were made from; `behind` false: this is none such */

  /* Built when first asked, under a lock; see lazy.h. */
  struct net_lazy *lazy;
};

/* Whether what stands at a place may be read. Whoever can be called on a network that was opened to be asked (nonet_open_to_ask) asks this
 * before he reads an array, goes on as if there were nothing where it is false, and his caller asks net_trusted before he believes the end;
 * all others call net_whole first. */
static inline bool net_holds(const nonet *n, const void *at, size_t size) {
  return trust_holds(n->trust, at, size);
}
#define NET_HAS(n, array, i) net_holds(n, &(n)->array[i], sizeof *(n)->array)
struct run;
/* Check what was not checked yet; NONET_EINPUT: damaged. */
nonet_code net_whole(const nonet *n, const struct run *run, nonet_err *err);
/* NONET_EINPUT: something that was read, or would have been, is damaged. */
nonet_code net_trusted(const nonet *n, nonet_err *err);

static inline const char *net_word(const nonet *n, uint32_t word) {
  return words_text(n->words, word);
}
static inline const char *net_key(const nonet *n, uint32_t v) {
  return NET_HAS(n, node_key, v) ? words_text(n->words, n->node_key[v]) : "";
}
static inline uint32_t net_tie_layer(const nonet *n, uint32_t t) {
  return n->tie_layer && NET_HAS(n, tie_layer, t) ? n->tie_layer[t] : NONET_NONE;
}
static inline uint32_t net_node_kind(const nonet *n, uint32_t v) {
  return n->node_kind && NET_HAS(n, node_kind, v) ? n->node_kind[v] : NONET_NONE;
}
static inline bool net_tie_directed(const nonet *n, uint32_t t) {
  return n->tie_directed && NET_HAS(n, tie_directed, t) ? n->tie_directed[t] != 0 : n->directed;
}
/* Does a tie hold at some day of a period? What is open holds for ever. */
static inline bool net_tie_holds(const nonet *n, uint32_t t, struct date_period at) {
  int32_t since = n->tie_since ? n->tie_since[t] : DATE_NONE, until = n->tie_until ? n->tie_until[t] : DATE_NONE;
  return (since == DATE_NONE || since <= at.last) && (until == DATE_NONE || until >= at.first);
}
/* The first and the last day on which a tie begins or ends; false: no tie has a date. O(m) */
bool net_days(struct date_period *out, const nonet *n);
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

/* Where a tie stands in its file, for errors: its path ("" where none) and line. */
const char *net_tie_file(const nonet *n, uint32_t t);
uint64_t net_tie_line(const nonet *n, uint32_t t);

#endif
