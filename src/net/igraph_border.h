/* The border to igraph: every call whose signature differs between 0.10 and 1.x stands here and nowhere else, and every call into igraph
 * is made between border_enter and border_leave, which install our error, warning and fatal handlers, hold the one lock (Debian's igraph
 * is not built for threads), and turn igraph's first error into a nonet_err. */
#ifndef NONET_NET_IGRAPH_BORDER_H
#define NONET_NET_IGRAPH_BORDER_H

#include "base/error.h"
#include "base/run.h"

#include <igraph/igraph.h>

struct border {
  char first[512];  /* igraph's first message of this call */
  nonet_err halted; /* why the run was stopped, where it was */
  const struct run *run;
};

/* Take the lock and set handlers; `run` (may be NULL) is asked by igraph's interruption hook. Never enter twice from one thread. */
void border_enter(struct border *b, const struct run *run);
/* Release; asserts in debug builds that igraph's finally stack is empty. */
void border_leave(struct border *b);

/* An igraph return code as ours: IGRAPH_ENOMEM -> NONET_ELIMIT, interrupted -> what the run said, else NONET_EINTERNAL with the message. */
nonet_code border_result(const struct border *b, igraph_error_t code, const char *doing, nonet_err *err);

/* The igraph_t of a network, built when first asked (simple: the graph of net_simple, edges numbered as there; multi: every tie, numbered
 * as ours; the second arcs of undirected ties in a directed network come behind all ties, in their order). Borrowed; call between
 * border_enter and border_leave only. */
nonet_code net_igraph(const igraph_t **out, const nonet *n, bool simple, bool directed, nonet_err *err);

/* ---- calls that differ between 0.10 and 1.x, under one shape each ----
 * Results are initialised vectors, resized as needed; `weights` may be NULL. Calls whose signature is the same in both (closeness,
 * harmonic, constraint, transitivity, coreness, articulation, bridges, connectivity, layouts) are made by whoever needs them. Add here what
 * differs. */

/* Raw counts of all nodes, of all edges. */
igraph_error_t border_betweenness(igraph_vector_t *out, const igraph_t *g, bool directed, const igraph_vector_t *weights);
igraph_error_t border_edge_betweenness(igraph_vector_t *out, const igraph_t *g, bool directed, const igraph_vector_t *weights);
/* PRPACK; the sum of *out is 1. */
igraph_error_t border_pagerank(igraph_vector_t *out, const igraph_t *g, bool directed, double damping, const igraph_vector_t *weights);
/* The greatest value is 1; *value (may be NULL) is the eigenvalue. Directed: a node has what those that point to it give. */
igraph_error_t border_eigenvector(igraph_vector_t *out, double *value, const igraph_t *g, bool directed, const igraph_vector_t *weights);
/* The greatest value of each is 1; *value (may be NULL) is the eigenvalue of A A'. */
igraph_error_t border_hits(igraph_vector_t *hub, igraph_vector_t *authority, double *value, const igraph_t *g,
                           const igraph_vector_t *weights);
/* Between all pairs; an initialised matrix; infinite where there is no path. */
igraph_error_t border_distances(igraph_matrix_t *out, const igraph_t *g, const igraph_vector_t *weights, igraph_neimode_t mode);
/* The longest finite distance; NaN for the null graph. */
igraph_error_t border_diameter(double *out, const igraph_t *g, const igraph_vector_t *weights, bool directed);
igraph_error_t border_density(double *out, const igraph_t *g, bool loops);
/* Triangles at each node, undirected. */
igraph_error_t border_triangles(igraph_vector_t *out, const igraph_t *g);
/* Groups of an undirected graph by modularity, with resolution 1 for Newman's. Repeats until nothing changes, at most `rounds` times.
 * Seed first. */
igraph_error_t border_leiden(igraph_vector_int_t *out, const igraph_t *g, const igraph_vector_t *weights, double resolution,
                             igraph_integer_t rounds);
igraph_error_t border_seed(uint64_t seed);
/* Groups by the shortest description of a random walk, the best of `tries`; *bits (may be NULL) is the length of that description. */
igraph_error_t border_infomap(igraph_vector_int_t *out, double *bits, const igraph_t *g, const igraph_vector_t *weights,
                              igraph_integer_t tries);

/* A seeded generator in place of igraph's own, until the end, when its own is as it was. */
struct border_dice {
  igraph_rng_t own, kept; /* 0.10 copies what it is given, */
  igraph_rng_t *kept_at;  /* 1.x points to it */
};
igraph_error_t border_dice_start(struct border_dice *dice, uint64_t seed);
void border_dice_end(struct border_dice *dice);

#endif
