/* Who are the partners, what are the strategies: and the words for them. */
#include "report/facts.h"

#include "base/memory.h"
#include "net/sides.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* English plurals of the words that kinds are; what is not known takes an s. */
static void name_group(struct group *g, const char *singular) {
  static const char *const odd[][2] = {{"woman", "women"}, {"man", "men"}, {"person", "people"}, {"family", "families"}};
  size_t length = strlen(singular);
  snprintf(g->singular, sizeof g->singular, "%.56s", singular);
  snprintf(g->plural, sizeof g->plural, "%.56ss", singular);
  if (length > 2 && length < 56 && singular[length - 1] == 'y' && !strchr("aeiou", singular[length - 2]))
    snprintf(g->plural, sizeof g->plural, "%.*sies", (int)(length - 1), singular);
  if (length > 0 && length < 56 && singular[length - 1] == 's') snprintf(g->plural, sizeof g->plural, "%s", singular);
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
    if (strcmp(odd[i][0], singular) == 0) snprintf(g->plural, sizeof g->plural, "%s", odd[i][1]);
}

/* Nodes on one side, in order. */
static nonet_code collect(struct group *g, uint32_t nodes, const bool *strategy, bool want, nonet_err *err) {
  g->at = memory_array(nodes, sizeof *g->at);
  if (!g->at) return error_memory(err);
  for (uint32_t v = 0; v < nodes; v++)
    if (strategy[v] == want) g->at[g->count++] = v;
  return NONET_OK;
}

/* The word for a side: the kind where it has one only. */
static void name_side(struct group *g, const nonet *n, const bool *strategy, bool want, const char *otherwise) {
  uint32_t count = 0, last = 0;
  for (uint32_t k = 0; k < nonet_kinds(n); k++)
    if (strategy[k] == want) count++, last = k;
  name_group(g, count == 1 ? nonet_kind_name(n, last) : otherwise);
}

nonet_code facts_groups(struct facts *f, const nonet *n, nonet_err *err) {
  bool *kind = memory_zeroed(nonet_kinds(n), sizeof *kind), *node = memory_zeroed(nonet_nodes(n), sizeof *node);
  nonet_code code = kind && node ? NONET_OK : error_memory(err);
  if (!code) {
    bool two = net_strategy_kinds(kind, n) > 0;
    net_strategy_nodes(node, n);
    name_side(&f->strategies, n, kind, true, "strategy");
    name_side(&f->partners, n, kind, false, two ? "partner" : "node");
    code = collect(&f->strategies, nonet_nodes(n), node, true, err);
  }
  if (!code) code = collect(&f->partners, nonet_nodes(n), node, false, err);
  free(kind);
  free(node);
  return code;
}
