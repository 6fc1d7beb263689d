/* Coreness: how deep in the tightly tied part of the network each node lies. */
#ifndef NONET_KERNEL_CORE_H
#define NONET_KERNEL_CORE_H

#include "kernel/graph.h"

/* core[v]: the greatest k for which v is in a set whose members each have k neighbours inside. g is undirected. O(n + m). */
enum kernel_code coreness(uint32_t *core, const struct graph *g);

#endif
