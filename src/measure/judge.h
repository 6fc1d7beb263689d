/* Judges of finished tables, for --verify: each reads the sheet as people do and holds it against the network, by brute force where that
 * is small, else by what must hold of any right answer. */
#ifndef NONET_MEASURE_JUDGE_H
#define NONET_MEASURE_JUDGE_H

#include "base/buffer.h"
#include "measure/pass.h"

/* Writes what was checked, words that go on from "NAME: ". A table that is wrong is NONET_EINTERNAL. */
measure_check judge_cohesive_blocks, judge_biconnected, judge_separators, judge_dominating, judge_bow_tie;
measure_check judge_brokerage, judge_local_constraint, judge_e_i_groups, judge_e_i_test, judge_density_matrix, judge_community_test;
measure_check judge_core_periphery, judge_equivalence, judge_similarity, judge_key_players, judge_qap;
measure_check judge_multilayer_degree, judge_layer_relevance, judge_multilayer_communities, judge_layer_brokers;

/* ---- what judges share ---- */

#define JUDGE_STEPS 2e7 /* what brute force may take: a fraction of a second */

/* The table is wrong: "'NAME' failed its check: WHAT". */
nonet_code judge_failed(const nonet_sheet *s, const char *what, nonet_err *err);

/* The node whose key stands in each row of a column; owned by the caller. */
nonet_code judge_nodes(uint32_t **out, const nonet_sheet *s, size_t column, const nonet *n, nonet_err *err);
/* The end of the set (rows with the same first column) that begins at a row. */
size_t judge_set_end(const nonet_sheet *s, size_t row);
/* A column by its name; it must be there. */
size_t judge_column(const nonet_sheet *s, const char *name);

bool judge_tied(const struct graph *g, uint32_t from, uint32_t to);
/* Into how many parts (direction left out) those fall that are not gone; UINT32_MAX: no memory. */
uint32_t judge_parts(const struct graph *g, const uint8_t *gone);

/* Sets of k out of n, each ascending: the first is 0 .. k - 1; the next one, false after the last. How many there are. */
void judge_first_set(uint32_t *set, uint32_t k);
bool judge_next_set(uint32_t *set, uint32_t k, uint32_t n);
double judge_sets(uint32_t k, uint32_t n);

/* The values of another measure by its second method (or its only one). */
nonet_code judge_plain(double *out, const char *measure, const char *parameter, const struct measure_ask *ask, nonet_err *err);
/* Alike up to rounding; undefined is like undefined. */
bool judge_alike(double a, double b);

#endif
