/* Partitions: which group each node is in, as people name it behind a colon: `e-i-index:club`. */
#ifndef NONET_MEASURE_PARTITION_H
#define NONET_MEASURE_PARTITION_H

#include "measure/measure.h"

struct partition {
  uint32_t *group; /* n entries: below `groups`, or NONET_NONE where the node is in none; owned */
  uint32_t groups; /* each has a member */
  char **name;     /* of each group, for people; owned */
  char *what;      /* what it goes by: "layer", "kind", the column's name ...; owned */
};

/* What stands behind the colon of a measure that takes a partition, for the rows' texts. */
#define PARTITION_PARAMETER                                                                                                                \
  "PARTITION: layer (the main one), kind, component, communities or communities:METHOD, or a column of the nodes (column:NAME where it "   \
  "has one of these names); layer or kind unless given; --weighted finds communities by strength"

/* The partition called `named`, without case, accents and repeated spaces; "" takes the layers where every node is in one and there are
 * two at least, else the kinds likewise, else is NONET_EUSAGE, as is an unknown name. Layers and kinds come in the network's order, the
 * values of a column in byte order (of a column of numbers, ascending), components and communities from the largest. */
nonet_code partition_of(struct partition *out, const struct measure_ask *ask, const char *named, nonet_err *err);
void partition_free(struct partition *p);

/* "A;B" as two partitions: NONET_EUSAGE unless exactly two are named. */
nonet_code partition_pair(struct partition *a, struct partition *b, const struct measure_ask *ask, const char *named, nonet_err *err);

/* The column of the nodes that a name means: exactly, else without case, accents and repeated spaces; SIZE_MAX: none. */
size_t partition_column(const nonet *n, const char *named);

/* Members of each group; groups entries, owned by the caller. NULL: no memory. */
uint32_t *partition_sizes(const struct partition *p, uint32_t nodes);

#endif
