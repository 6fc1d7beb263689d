/* What a sealed network builds when it is first asked: the name index, the simple networks, igraph's graphs. Each is built once, under
 * one lock, and lives as long as the network; a nonet may be asked by several threads. */
#ifndef NONET_NET_LAZY_H
#define NONET_NET_LAZY_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct nonet;
struct words;

struct net_index;    /* index.c */
struct net_simple;   /* simple.c */
struct net_graphs;   /* igraph_border.c */
struct net_evidence; /* projection_evidence.c */

struct net_lazy {
  pthread_mutex_t lock;
  struct net_index *index;
  struct net_simple *simple[2]; /* undirected, directed */
  struct net_graphs *graphs;
  struct net_evidence *evidence; /* of a projection whose parents are not told yet; set when it is made, or NULL */
  unsigned weights_well;         /* a bit for each enum net_weights that no weight fails; set atomically */
};

/* The name index as arrays, for a snapshot: folded names, and what each of them is. */
struct net_index_image {
  struct words *folded;
  const uint32_t *keys, *others; /* by folded word: a node, IDENTITY_MANY, or UINT32_MAX for none; words beyond the room have none */
  size_t key_room, other_room;
};
bool net_index_image(struct net_index_image *out, const struct nonet *n); /* borrowed; false: out of memory */
/* Give a network that nobody else knows yet its index; takes `folded`, the arrays have to outlive it. */
bool net_index_of_image(struct nonet *n, const struct net_index_image *image);

void index_free(struct net_index *x);
void simple_free(struct net_simple *s);
void border_graphs_free(struct net_graphs *g);
void evidence_free(struct net_evidence *e);

/* Write what parents the network's ties have, where that was left until somebody asks. */
void evidence_tell(const struct nonet *n);

#endif
