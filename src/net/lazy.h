/* What a sealed network builds when it is first asked: the name index, the simple networks, igraph's graphs. Each is built once, under
 * one lock, and lives as long as the network; a nonet may be asked by several threads. */
#ifndef NONET_NET_LAZY_H
#define NONET_NET_LAZY_H

#include <pthread.h>

struct net_index;  /* index.c */
struct net_simple; /* simple.c */
struct net_graphs; /* igraph_border.c */

struct net_lazy {
  pthread_mutex_t lock;
  struct net_index *index;
  struct net_simple *simple[2]; /* undirected, directed */
  struct net_graphs *graphs;
};

void index_free(struct net_index *x);
void simple_free(struct net_simple *s);
void border_graphs_free(struct net_graphs *g);

#endif
