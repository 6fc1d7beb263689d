/* Sealing: a draft becomes a nonet in steps, each a file of its own. What the steps share stands here.
 *
 *   seal_nodes.c        rows of nodes -> nodes                identity is (scope, key), in words of the draft
 *   seal_ends.c         ends of ties -> nodes
 *   seal_survey.c       who was asked about whom
 *   seal_node_fields.c  keys, labels, kinds, origins
 *   seal_layers.c       layers that nodes declare, aliases
 *   seal_ties.c         kind, layer, dates, direction of ties
 *   seal_weights.c      weights and what they mean
 *   seal_columns.c      further columns
 *   seal_doubts.c       what is odd: pairs both ways, duplicates, loops
 *   seal_title.c        the title, from the inputs
 *   sift.c              all of it again without the rows that were found wrong */
#ifndef NONET_NET_SEAL_H
#define NONET_NET_SEAL_H

#include "net/build.h"
#include "net/draft_rows.h"
#include "net/identity.h"

/* A node while it is being resolved. */
struct seal_node {
  uint32_t key, scope;                               /* words of the draft */
  uint32_t label, short_name, kind, layers, aliases; /* words of the nonet */
  uint32_t row;                                      /* the row that declares it first; NONET_NONE: a tie made it */
  uint32_t tie;                                      /* the tie that made it, where one did */
  bool kind_by_heading;
};

/* A kind of doubt: how often, and where first. */
struct seal_doubt {
  uint64_t count, line;
  const char *file;
};

/* Wrong rows that a step found, where they are left out instead of ending it. */
struct seal_wrong {
  bool of_tie;
  uint32_t row, file;
  uint64_t line;
  nonet_err why;
};
struct seal_rejects {
  struct seal_wrong *at; /* owned */
  size_t count, room;
};

struct seal {
  const nonet_draft *d;
  struct seal_rejects *rejects; /* NULL: a wrong row is an error */
  nonet_seal_options o;
  struct run run;
  nonet *n;
  struct words *words;  /* the nonet's, being filled */
  struct word_map word; /* word of the draft -> word of the nonet */
  struct identity ids, labels;
  struct word_map declared_in; /* scope -> 1 where a node row has it */
  struct seal_node *node;
  size_t node_room;
  uint32_t nodes;
  uint32_t *node_of_row;
  struct word_map kind_of, layer_of; /* word of the nonet -> kind, layer */
  size_t kind_room, layer_room;
  uint64_t *declared_first; /* n + 1: layers that rows declare for each node */
  uint32_t *declared_layer;
  struct seal_doubt merged, kind_twice, by_label, added;
  char added_key[128];
  struct seal_doubt not_asked; /* names in surveys that mean no node */
  char not_asked_key[128];
};

nonet_code seal_nodes(struct seal *s, nonet_err *err);
nonet_code seal_ends(struct seal *s, nonet_err *err);
nonet_code seal_survey(struct seal *s, nonet_err *err);
nonet_code seal_node_fields(struct seal *s, nonet_err *err); /* after all nodes are known */
nonet_code seal_ties(struct seal *s, nonet_err *err);
nonet_code seal_directions(struct seal *s, nonet_err *err);
nonet_code seal_weights(struct seal *s, nonet_err *err);
nonet_code seal_layers(struct seal *s, nonet_err *err);
nonet_code seal_aliases(struct seal *s, nonet_err *err);
nonet_code seal_columns(struct seal *s, nonet_err *err);
nonet_code seal_modes(struct seal *s, nonet_err *err);
nonet_code seal_doubts(struct seal *s, nonet_err *err);
nonet_code seal_title(struct seal *s, nonet_err *err);

/* The nonet's word for a word of the draft; WORDS_NONE: out of memory. */
uint32_t seal_word(struct seal *s, uint32_t word);
/* A new node of (scope, key), which is in none yet. */
nonet_code seal_add_node(uint32_t *out, struct seal *s, uint32_t scope, uint32_t key, nonet_err *err);
/* The node that a key means, found as the end of a tie is, or made where no node table speaks or missing ones are added; NONET_NONE: a node
 * table does not know it, or several nodes have it as their label. */
nonet_code seal_meant(uint32_t *out, struct seal *s, uint32_t scope, uint32_t key, nonet_err *err);
/* The layer, the kind, of a word of the nonet, made when new; 0 gives NONET_NONE. */
nonet_code seal_layer(uint32_t *out, struct seal *s, uint32_t word, nonet_err *err);
nonet_code seal_kind(uint32_t *out, struct seal *s, uint32_t word, nonet_err *err);
/* Count a doubt at a place. */
void seal_doubt(struct seal_doubt *doubt, const char *file, uint64_t line);
nonet_code seal_go_on(struct seal *s, uint64_t step, nonet_err *err); /* asks the run now and then */

/* A row of which `code` and `why` were said: noted and NONET_OK where wrong rows are left out, else the same code. */
nonet_code seal_reject(struct seal *s, bool of_tie, uint32_t row, nonet_code code, const nonet_err *why);
/* nonet_seal; with `rejects` a step that finds wrong rows ends it, and they are there. */
nonet_code seal_noting(nonet **out, const nonet_draft *d, const nonet_seal_options *options, const nonet_run *run,
                       struct seal_rejects *rejects, nonet_err *err);

static inline const char *seal_node_file(const struct seal *s, uint32_t row) {
  return draft_file_path(s->d, lane_word(&s->d->node.lane[NODE_FILE], row));
}
static inline uint64_t seal_node_line(const struct seal *s, uint32_t row) {
  return lane_long(&s->d->node.lane[NODE_LINE], row);
}
static inline const char *seal_tie_file(const struct seal *s, uint32_t row) {
  return draft_file_path(s->d, lane_word(&s->d->tie.lane[TIE_FILE], row));
}
static inline uint64_t seal_tie_line(const struct seal *s, uint32_t row) {
  return lane_long(&s->d->tie.lane[TIE_LINE], row);
}

#endif
