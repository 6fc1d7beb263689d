/* Nodes and links of a JSON network: elements into rows of the draft. */
#ifndef NONET_READ_JSON_ROWS_H
#define NONET_READ_JSON_ROWS_H

#include "read/json_walk.h"
#include "read/read.h"

struct json_network {
  struct reading *r;
  const struct place *place;
  struct json_span nodes, links;
  nonet_direction direction;
  uint32_t *key; /* words of the nodes in order, for ends by place; owned */
  size_t key_count, key_room;
  bool whole_id; /* an id is a whole number */
  bool other_id; /* an id is not written as a number */
  bool by_place; /* an end was a place in the list of nodes */
};

/* Read the elements of "nodes", or of "links". */
nonet_code json_read_list(struct json_network *n, const struct json_span *span, bool of_ties, nonet_err *err);

#endif
