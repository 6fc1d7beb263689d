/* Edits while they are applied: what is left of a network, and what is added to it.
 *
 *   node numbers   0 .. n - 1 as in the network, then the new ones in the order of the edits
 *   into[v]        the node that v is now: itself, the one that it was merged into, or NONET_NONE (it left)
 *   layer numbers  as in the network, then the new ones
 *
 * Texts are borrowed from the edits. */
#ifndef NONET_NET_EDIT_H
#define NONET_NET_EDIT_H

#include "base/buffer.h"
#include "net/build.h"

struct edit_node {
  const char *key, *kind; /* kind NULL: not said */
};

struct edit_tie {
  uint32_t from, to, layer;
  const char *kind, *source, *since, *until; /* NULL: not said */
  const nonet_said *said;
  size_t count;
  double weight; /* NaN: not said */
  bool directed, gone;
};

struct edit_member {
  uint32_t node, layer;
};

/* What is said of a node, old or new; the last word counts. */
struct edit_told {
  uint32_t node;
  const char *label, *short_name; /* NULL: as it was */
  const nonet_said *said;
  size_t count;
};

struct edit_work {
  const nonet *n;
  uint32_t *into;      /* owned, as are all arrays here */
  uint8_t *tie_gone;   /* of ties of the network; one whose end left is gone without it */
  uint8_t *layer_gone; /* of all layers */
  struct edit_node *node;
  struct edit_tie *tie;
  const char **layer;
  struct edit_told *told;
  struct edit_member *in, *out; /* memberships declared, and declared ones taken back */
  size_t nodes, node_room, ties, tie_room, layers, layer_room, ins, in_room, outs, out_room, tolds, told_room, into_room, layer_gone_room;
  bool merged;
};

nonet_code edit_start(struct edit_work *w, const nonet *n, nonet_err *err);
void edit_free(struct edit_work *w);
nonet_code edit_apply(struct edit_work *w, const nonet_edit *edit, nonet_err *err);

/* How many nodes and layers there are under a number, those that left among them. */
static inline uint32_t edit_nodes(const struct edit_work *w) {
  return w->n->nodes + (uint32_t)w->nodes;
}
static inline uint32_t edit_layers(const struct edit_work *w) {
  return w->n->layers + (uint32_t)w->layers;
}
/* Whether a tie of the network is left. */
static inline bool edit_has_tie(const struct edit_work *w, uint32_t t) {
  return !w->tie_gone[t] && w->into[w->n->tie_from[t]] != NONET_NONE && w->into[w->n->tie_to[t]] != NONET_NONE;
}
static inline bool edit_has_new_tie(const struct edit_work *w, const struct edit_tie *t) {
  return !t->gone && w->into[t->from] != NONET_NONE && w->into[t->to] != NONET_NONE;
}

/* Where nodes and ties went: those of the network, then the new ones; NONET_NONE: they are not there any more. Owned. */
struct edit_map {
  uint32_t *node, *tie;
  uint32_t nodes, ties;
};
void edit_map_free(struct edit_map *m);

/* The network that the work describes. */
nonet_code edit_build(nonet **out, struct edit_map *map, const struct edit_work *w, nonet_err *err);

/* What goes along into a network that was built: files, dates, notes. */
nonet_code edit_take_over(nonet *v, const nonet *n, nonet_err *err);

/* nonet_edited, and where everything went; `map` may be NULL. */
nonet_code net_edited(nonet **out, struct edit_map *map, const nonet *n, const nonet_edit *edits, size_t count, const struct run *run,
                      nonet_err *err);

/* What an edit does in a few words, its names as the network labels them: "without Medici", "with Medici - Strozzi". */
void edit_words(struct buffer *out, const nonet *n, const nonet_edit *edit);

#endif
