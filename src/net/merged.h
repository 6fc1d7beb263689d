/* What several ties between a pair come to, by the network's way with repeats (simple.c): the same for the whole and for a layer. */
#ifndef NONET_NET_MERGED_H
#define NONET_NET_MERGED_H

#include "net/net.h"

/* What has been merged so far; begin with {0}. */
struct net_merged {
  uint64_t count;
  double sum, most, first;                /* strengths */
  double length_sum, least, first_length; /* lengths */
  bool all_lengths;
};

void net_merge_tie(struct net_merged *m, const nonet *n, uint32_t t);
void net_merge_end(double *strength, double *length, const struct net_merged *m, nonet_repeats repeats);

#endif
