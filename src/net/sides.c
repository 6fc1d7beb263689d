/* Told from words: a kind called strategy, project, programme, event ... is what partners work on, whatever the ties between partners; so a
 * network that is nearly two-mode (some partners are tied to each other) has two sides as well. */
#include "net/sides.h"

#include "base/memory.h"
#include "base/name.h"

#include <stdlib.h>
#include <string.h>

static const char *const words[] = {"strategy", "strategies", "activity", "project",   "programme", "program",
                                    "plan",     "event",      "meeting",  "committee", "grant",     "initiative"};

bool net_is_strategy_word(const char *kind) {
  struct buffer folded = {0};
  bool found = false;
  if (name_fold(&folded, kind))
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
      found = found || strcmp(buffer_string(&folded), words[i]) == 0;
  buffer_free(&folded);
  return found;
}

uint32_t net_strategy_kinds(bool *strategy, const nonet *n) {
  uint32_t count = 0;
  for (uint32_t k = 0; k < n->kinds; k++)
    count += strategy[k] = net_is_strategy_word(net_word(n, n->kind_name[k]));
  if (count == 0 && n->two_modes) strategy[n->mode_kind[1]] = true, count = 1;
  if (count < n->kinds) return count;
  memset(strategy, 0, n->kinds * sizeof *strategy);
  return 0;
}

bool net_strategy_nodes(bool *strategy, const nonet *n) {
  bool *kind = memory_zeroed(n->kinds, sizeof *kind), any = false;
  memset(strategy, 0, n->nodes * sizeof *strategy);
  if (kind && net_strategy_kinds(kind, n) > 0)
    for (uint32_t v = 0; v < n->nodes; v++)
      any |= strategy[v] = net_node_kind(n, v) != NONET_NONE && kind[net_node_kind(n, v)];
  free(kind);
  return any;
}
