"""Which measure is compared by which script with what: the one list, read by coverage_check.py and by every script when it ends.

A script that has compared no value of a row that stands here under its name fails; a row of the registry that stands nowhere here fails
coverage_check.py. So a line here is a promise that is tested from both sides.

Judges: networkx; igraph (python-igraph); definition (a slow version of ours that follows the definition: fractions, or every set, path or
division tried); properties (what any right answer must fulfil, for those rows that have several right answers, with the reason below).
"""
import re

COMPARED = {
    "against_networkx.py": {
        "networkx":
            "degree in-degree out-degree neighbours strength betweenness closeness harmonic eigenvector pagerank coreness constraint "
            "clustering component cut-node eccentricity bridge tie-betweenness nodes ties density components giant diameter mean-distance "
            "efficiency transitivity reciprocity cut-nodes bridges node-connectivity tie-connectivity centralisation-degree "
            "centralisation-betweenness"},
    "centrality.py": {
        "definition":
            "hub authority katz bonacich-power subgraph-centrality current-flow-betweenness current-flow-closeness load stress reach "
            "opsahl-degree opsahl-closeness opsahl-betweenness triangles group-degree group-closeness group-betweenness "
            "centralisation-closeness centralisation-eigenvector",
        "networkx": "katz load reach triangles group-degree group-closeness centralisation-closeness",
        "igraph": "hub authority"},
    "chance.py": {
        "definition": "graph-correlation qap"},
    "cohesion.py": {
        "definition":
            "cohesion local-efficiency vulnerability vulnerability-among-others strong-component truss connectedness fragmentation "
            "compactness algebraic-connectivity spanning-trees log-spanning-trees mean-local-efficiency strong-components strong-giant "
            "rich-club node-routes tie-routes betweenness-between codelength cohesive-blocks biconnected-blocks minimum-separators dominating-set bow-tie",
        "networkx":
            "local-efficiency vulnerability vulnerability-among-others strong-component truss compactness mean-local-efficiency "
            "strong-components strong-giant rich-club node-routes tie-routes biconnected-blocks dominating-set"},
    "community_chance.py": {
        "definition": "community-test"},
    "groups.py": {
        "definition":
            "effective-size ego-efficiency hierarchy coordinator itinerant gatekeeper representative liaison participation "
            "within-module-z within-module-z-sample e-i-index-node neighbour-blau neighbour-iqv core-member structural-class e-i-index "
            "blau iqv modularity core-periphery-fit core-periphery brokerage local-constraint e-i-groups e-i-test density-matrix "
            "structural-equivalence structural-similarity",
        "networkx": "effective-size modularity assortativity",
        "igraph": "assortativity degree-assortativity modularity nmi adjusted-rand",
        "properties": "community core-score"},
    "layers.py": {
        "networkx":
            "layer-nodes layer-own-nodes layer-ties layer-density layer-reciprocity layer-isolates layer-components layer-giant-share "
            "layer-transitivity layer-mean-distance"},
    "multilayer.py": {
        "definition":
            "eigenvector-versatility pagerank-versatility supra-eigenvalue overlapping-degree multilayer-participation "
            "multilayer-entropy layer-coverage edge-overlap mutual-giant-component multilayer-degree layer-relevance closeness-versatility "
            "betweenness-versatility multilayer-distance clustering-two-layers clustering-three-layers "
            "multilayer-modularity layer-brokerage layer-brokers",
        "properties": "multilayer-communities"},
    "normalised.py": {  # what --normalised makes of every row that has such a form
        "networkx":
            "degree in-degree out-degree neighbours betweenness betweenness-between tie-betweenness load eigenvector katz pagerank "
            "group-degree",
        "definition":
            "strength reach giant current-flow-betweenness opsahl-betweenness hub authority group-betweenness set-reach"},
    "over_time.py": {
        "networkx": "temporal-reach temporal-connectedness earliest-arrival latest-departure",
        "definition": "contact-turnover tie-jaccard tie-survival node-turnover"},
    "partnership.py": {
        "definition":
            "governance-form coverage strategy-coverage sole-strategies strategies-with-one strategies-with-none partners-per-strategy "
            "added-value joint-working people-reached systems-not-projects"},
    "slow_key_players.py": {
        "definition":
            "set-fragmentation set-distance-fragmentation set-reach set-distance-reach key-players-fragmentation key-players-distance "
            "key-players-reach key-players-distance-reach"},
    "survey_grids.py": {
        "definition": "answered response-rate answered-density answered-reciprocity"},
    "two_modes.py": {
        "networkx":
            "two-mode-degree two-mode-closeness two-mode-betweenness latapy-clustering redundancy two-mode-density two-mode-clustering "
            "matching-number",
        "definition":
            "two-mode-eigenvector latapy-clustering two-mode-brokerage matching-number two-mode-singular-value"},
    "what_if.py": {
        "networkx": "robustness"},
}

# Rows that are judged by properties alone, and why.
PROPERTIES_ALONE = {
    "community":
        "the methods are heuristics that draw; a division must be numbered by size, no better than the exact optimum, Leiden's near it, "
        "labels the heaviest around; its modularity and code length are compared as values of their own",
    "multilayer-communities":
        "moving and merging finds a division, not the best of all; it must be numbered by size and no worse than the plain ones, and its "
        "modularity by definition is compared with 'multilayer-modularity'",
    "core-score":
        "the best scores are found by climbing; they must have length 1 and be stationary, which is what defines them",
}


def left_out(script, compared):
    """A line for each row that stands here under the script and has no value among those compared (names that begin with the row's)."""
    seen = {re.match(r"[a-z-]+", name)[0] for name in compared}
    rows = {row for names in COMPARED[script].values() for row in names.split()}
    return [f"{row}: covered.py says that {script} compares it, yet it compared no value" for row in sorted(rows - seen)]
