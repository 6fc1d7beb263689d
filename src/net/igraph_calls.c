/* Calls into igraph that differ between 0.10 and 1.x, each under one shape.
 *
 * igraph's PageRank adds up on several threads of OpenMP in an order of their own, so that its last bits change from run to run; it gets
 * one thread, where OpenMP is there at all.
 *
 * [1] igraph 0.10.2 and 1.0, include/igraph_centrality.h, igraph_paths.h, igraph_community.h */
#include "net/igraph_border.h"

#if IGRAPH_VERSION_MAJOR >= 1
#define IS_1 1
#else
#define IS_1 0
#endif

igraph_error_t border_betweenness(igraph_vector_t *out, const igraph_t *g, bool directed, const igraph_vector_t *weights) {
#if IS_1
  return igraph_betweenness(g, weights, out, igraph_vss_all(), directed, false);
#else
  return igraph_betweenness(g, out, igraph_vss_all(), directed, weights);
#endif
}

igraph_error_t border_edge_betweenness(igraph_vector_t *out, const igraph_t *g, bool directed, const igraph_vector_t *weights) {
#if IS_1
  return igraph_edge_betweenness(g, weights, out, igraph_ess_all(IGRAPH_EDGEORDER_ID), directed, false);
#else
  return igraph_edge_betweenness(g, out, directed, weights);
#endif
}

/* OpenMP's, of this thread alone; NULL where igraph was built without it. */
int omp_get_max_threads(void) __attribute__((weak));
void omp_set_num_threads(int threads) __attribute__((weak));

static igraph_error_t pagerank(igraph_vector_t *out, const igraph_t *g, bool directed, double damping, const igraph_vector_t *weights) {
#if IS_1
  return igraph_pagerank(g, weights, out, NULL, damping, directed, igraph_vss_all(), IGRAPH_PAGERANK_ALGO_PRPACK, NULL);
#else
  return igraph_pagerank(g, IGRAPH_PAGERANK_ALGO_PRPACK, out, NULL, igraph_vss_all(), directed, damping, weights, NULL);
#endif
}

igraph_error_t border_pagerank(igraph_vector_t *out, const igraph_t *g, bool directed, double damping, const igraph_vector_t *weights) {
  bool threads = omp_get_max_threads && omp_set_num_threads;
  int before = threads ? omp_get_max_threads() : 1;
  if (threads) omp_set_num_threads(1);
  igraph_error_t code = pagerank(out, g, directed, damping, weights);
  if (threads) omp_set_num_threads(before);
  return code;
}

igraph_error_t border_eigenvector(igraph_vector_t *out, double *value, const igraph_t *g, bool directed, const igraph_vector_t *weights) {
  igraph_arpack_options_t options;
  igraph_arpack_options_init(&options);
#if IS_1
  return igraph_eigenvector_centrality(g, out, value, directed ? IGRAPH_OUT : IGRAPH_ALL, weights, &options);
#else
  return igraph_eigenvector_centrality(g, out, value, directed, true, weights, &options);
#endif
}

igraph_error_t border_hits(igraph_vector_t *hub, igraph_vector_t *authority, double *value, const igraph_t *g,
                           const igraph_vector_t *weights) {
  igraph_arpack_options_t options;
  igraph_arpack_options_init(&options);
#if IS_1
  return igraph_hub_and_authority_scores(g, hub, authority, value, weights, &options);
#else
  return igraph_hub_and_authority_scores(g, hub, authority, value, true, weights, &options);
#endif
}

igraph_error_t border_distances(igraph_matrix_t *out, const igraph_t *g, const igraph_vector_t *weights, igraph_neimode_t mode) {
#if IS_1
  return igraph_distances(g, weights, out, igraph_vss_all(), igraph_vss_all(), mode);
#else
  return igraph_distances_dijkstra(g, out, igraph_vss_all(), igraph_vss_all(), weights, mode);
#endif
}

igraph_error_t border_diameter(double *out, const igraph_t *g, const igraph_vector_t *weights, bool directed) {
#if IS_1
  return igraph_diameter(g, weights, out, NULL, NULL, NULL, NULL, directed, true);
#else
  return igraph_diameter_dijkstra(g, weights, out, NULL, NULL, NULL, NULL, directed, true);
#endif
}

igraph_error_t border_density(double *out, const igraph_t *g, bool loops) {
#if IS_1
  return igraph_density(g, NULL, out, loops);
#else
  return igraph_density(g, out, loops);
#endif
}

igraph_error_t border_triangles(igraph_vector_t *out, const igraph_t *g) {
#if IS_1
  return igraph_count_adjacent_triangles(g, out, igraph_vss_all());
#else
  return igraph_adjacent_triangles(g, out, igraph_vss_all());
#endif
}

/* Modularity as igraph's general objective: node weights are strengths, the resolution is divided by twice the sum of weights. Its beta,
 * how readily chance takes a worse step, is measured in weights: 0.01 of their mean, so that it means the same in any unit. */
static igraph_error_t leiden(igraph_vector_int_t *out, const igraph_t *g, const igraph_vector_t *weights, const igraph_vector_t *strength,
                             double resolution, igraph_integer_t rounds) {
  double total = igraph_vector_sum(strength), scaled = total > 0 ? resolution / total : 0, ties = (double)igraph_ecount(g);
  double beta = total > 0 ? 0.01 * (total / (2 * ties)) : 0.01;
  igraph_integer_t groups;
  igraph_real_t quality;
#if IS_1
  return igraph_community_leiden(g, weights, strength, NULL, scaled, beta, false, rounds, out, &groups, &quality);
#else
  return igraph_community_leiden(g, weights, strength, scaled, beta, false, rounds, out, &groups, &quality);
#endif
}

igraph_error_t border_leiden(igraph_vector_int_t *out, const igraph_t *g, const igraph_vector_t *weights, double resolution,
                             igraph_integer_t rounds) {
  igraph_vector_t strength;
  igraph_error_t code = igraph_vector_init(&strength, 0);
  if (code) return code;
  code = igraph_strength(g, &strength, igraph_vss_all(), IGRAPH_ALL, true, weights);
  if (!code) code = leiden(out, g, weights, &strength, resolution, rounds);
  igraph_vector_destroy(&strength);
  return code;
}

igraph_error_t border_seed(uint64_t seed) {
  return igraph_rng_seed(igraph_rng_default(), (igraph_uint_t)seed);
}

igraph_error_t border_infomap(igraph_vector_int_t *out, double *bits, const igraph_t *g, const igraph_vector_t *weights,
                              igraph_integer_t tries) {
  igraph_real_t length;
#if IS_1
  igraph_error_t code = igraph_community_infomap(g, weights, NULL, tries, false, 0, out, &length);
#else
  igraph_error_t code = igraph_community_infomap(g, weights, NULL, tries, out, &length);
#endif
  if (!code && bits) *bits = length;
  return code;
}

igraph_error_t border_dice_start(struct border_dice *dice, uint64_t seed) {
  igraph_error_t code = igraph_rng_init(&dice->own, &igraph_rngtype_mt19937);
  if (code) return code;
  code = igraph_rng_seed(&dice->own, (igraph_uint_t)seed);
  if (code) {
    igraph_rng_destroy(&dice->own);
    return code;
  }
#if IS_1
  dice->kept_at = igraph_rng_set_default(&dice->own);
#else
  dice->kept = *igraph_rng_default();
  igraph_rng_set_default(&dice->own);
#endif
  return IGRAPH_SUCCESS;
}

void border_dice_end(struct border_dice *dice) {
#if IS_1
  igraph_rng_set_default(dice->kept_at);
#else
  igraph_rng_set_default(&dice->kept);
#endif
  igraph_rng_destroy(&dice->own);
}
