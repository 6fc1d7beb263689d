/* Gains of ties where the distances of all pairs are too many to be kept: only rows of distances that a tie needs are searched. */
#ifndef NONET_KERNEL_GAIN_ROWS_H
#define NONET_KERNEL_GAIN_ROWS_H

#include "kernel/gain.h"

/* f holds worths (gain_worth_start) and no distances. KERNEL_TOO_MANY_PATHS: a path is longer than GAIN_FAR tells. */

/* count[d] (GAIN_FAR + 1 of them, zeroed): pairs that count and are d steps apart; where worths count steps, no farther than that or
 * than 3. O(n (n + m)), 64 searches side by side. */
enum kernel_code gain_rows_count(uint64_t *count, const struct gain_field *f, const struct graph *g, const struct kernel_watch *watch);

/* As gain_of_ties, the same numbers; with worths that count steps no search goes beyond those, and `met` are all who were farther apart. A
 * search from both ends of each pair, and one from each node of the smaller of the two sets that come nearer to each other, 64 side by
 * side; the sets' product. Some 400 MB at most but for rows of 64 searches for each thread. */
enum kernel_code gain_rows_of_ties(struct gain_score *score, const struct gain_field *f, const struct graph *g, const uint32_t (*pair)[2],
                                   size_t count, const struct kernel_watch *watch);

#endif
