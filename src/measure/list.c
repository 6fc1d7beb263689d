/* The registry: which files hold measures, in the order in which they are listed. A file may export several runs of rows where the order of
 * the list asks for it. */
#include "measure/measure.h"

extern const struct measure_rows degree_rows, betweenness_rows, betweenness_between_rows, closeness_rows, eigenvector_rows, pagerank_rows,
    coreness_rows, constraint_rows, clustering_rows, component_rows, cut_rows, eccentricity_rows;
extern const struct measure_rows stress_rows, currentflow_rows, opsahl_rows, hits_rows, walks_rows, subgraph_rows, reach_rows, group_rows;
extern const struct measure_rows two_mode_centrality_rows, two_mode_eigenvector_rows, two_mode_sharing_rows, two_mode_whole_rows,
    two_mode_value_rows;
extern const struct measure_rows cohesion_rows, local_efficiency_rows, strong_rows, truss_rows, whole_local_efficiency_rows,
    whole_strong_rows, fragmentation_rows, robustness_rows, laplacian_rows, richclub_rows, routes_rows, blocks_rows, biconnected_rows,
    separators_rows, dominating_rows, bowtie_rows;
extern const struct measure_rows bridge_rows, tie_betweenness_rows;
extern const struct measure_rows systems_rows, added_rows, joint_working_rows, people_reached_rows;
extern const struct measure_rows governance_rows, coverage_rows, strategies_node_rows, strategies_whole_rows, strategies_rows;
extern const struct measure_rows size_rows, whole_component_rows, whole_distance_rows, whole_clustering_rows, reciprocity_rows,
    whole_cut_rows, connectivity_rows, centralisation_rows;
extern const struct measure_rows brokerage_rows, holes_rows, participation_rows, external_node_rows, neighbour_diversity_rows,
    core_periphery_node_rows, community_rows, structural_class_rows, external_rows, assortativity_rows, diversity_rows, modularity_rows,
    agreement_rows, core_periphery_fit_rows, brokerage_chance_rows, local_constraint_rows, external_table_rows, density_matrix_rows,
    core_periphery_rows, community_chance_rows, equivalence_rows, similarity_rows;
extern const struct measure_rows layer_size_rows, layer_parts_rows, layer_correlation_rows, layer_correlation_table_rows;
extern const struct measure_rows key_players_named_rows, key_players_rows;
extern const struct measure_rows layer_brokerage_rows, layer_brokers_rows;
extern const struct measure_rows versatility_rows, whole_versatility_rows, multilayer_degree_rows, multilayer_degree_table_rows,
    multilayer_overlap_rows, mutual_rows, multilayer_relevance_rows, multilayer_paths_rows, multilayer_distance_rows,
    multilayer_clustering_rows, multilayer_modularity_rows, multilayer_communities_rows;
extern const struct measure_rows timely_rows, whole_timely_rows, turnover_node_rows, turnover_rows;
extern const struct measure_rows survey_node_rows, survey_rows;

static const struct measure_rows *const files[] = {
    /* of nodes */ &degree_rows,
    &betweenness_rows,
    &betweenness_between_rows,
    &stress_rows,
    &closeness_rows,
    &reach_rows,
    &people_reached_rows,
    &currentflow_rows,
    &opsahl_rows,
    &eigenvector_rows,
    &hits_rows,
    &walks_rows,
    &subgraph_rows,
    &pagerank_rows,
    &coreness_rows,
    &constraint_rows,
    &clustering_rows,
    &component_rows,
    &cut_rows,
    &cohesion_rows,
    &local_efficiency_rows,
    &strong_rows,
    &eccentricity_rows,
    &two_mode_centrality_rows,
    &two_mode_eigenvector_rows,
    &two_mode_sharing_rows,
    &strategies_node_rows,
    &holes_rows,
    &brokerage_rows,
    &participation_rows,
    &external_node_rows,
    &neighbour_diversity_rows,
    &core_periphery_node_rows,
    &community_rows,
    &structural_class_rows,
    &versatility_rows,
    &multilayer_paths_rows,
    &multilayer_clustering_rows,
    &multilayer_degree_rows,
    &timely_rows,
    &turnover_node_rows,
    &survey_node_rows,
    /* of ties */ &bridge_rows,
    &tie_betweenness_rows,
    &truss_rows,
    /* of layers */ &layer_size_rows,
    &layer_parts_rows,
    &layer_brokerage_rows,
    /* of the whole */ &size_rows,
    &whole_component_rows,
    &whole_distance_rows,
    &whole_clustering_rows,
    &reciprocity_rows,
    &whole_cut_rows,
    &connectivity_rows,
    &centralisation_rows,
    &fragmentation_rows,
    &robustness_rows,
    &laplacian_rows,
    &whole_local_efficiency_rows,
    &whole_strong_rows,
    &richclub_rows,
    &routes_rows,
    &group_rows,
    &key_players_named_rows,
    &two_mode_whole_rows,
    &strategies_whole_rows,
    &joint_working_rows,
    &two_mode_value_rows,
    &external_rows,
    &assortativity_rows,
    &diversity_rows,
    &modularity_rows,
    &agreement_rows,
    &core_periphery_fit_rows,
    &whole_versatility_rows,
    &multilayer_distance_rows,
    &multilayer_overlap_rows,
    &mutual_rows,
    &multilayer_modularity_rows,
    &layer_correlation_rows,
    &whole_timely_rows,
    &turnover_rows,
    &survey_rows,
    /* tables */ &blocks_rows,
    &biconnected_rows,
    &separators_rows,
    &dominating_rows,
    &bowtie_rows,
    &governance_rows,
    &strategies_rows,
    &added_rows,
    &systems_rows,
    &coverage_rows,
    &brokerage_chance_rows,
    &local_constraint_rows,
    &external_table_rows,
    &density_matrix_rows,
    &core_periphery_rows,
    &community_chance_rows,
    &equivalence_rows,
    &similarity_rows,
    &multilayer_degree_table_rows,
    &multilayer_relevance_rows,
    &multilayer_communities_rows,
    &layer_brokers_rows,
    &layer_correlation_table_rows,
    &key_players_rows,
};

const struct measure_row *measure_row_at(size_t i) {
  for (size_t f = 0; f < sizeof files / sizeof *files; f++) {
    if (i < files[f]->count) return &files[f]->at[i];
    i -= files[f]->count;
  }
  return NULL;
}
