/* Shortest paths one after another: the simple network of a sealed one, and a searcher on it (kernel/pathfinder.h). */
#include "kernel/pathfinder.h"
#include "base/error.h"
#include "base/memory.h"
#include "net/net.h"

#include <stdlib.h>

struct nonet_pathfinder {
  struct pathfinder finder;
};

nonet_code nonet_pathfinder_new(nonet_pathfinder **out, const nonet *n, nonet_err *err) {
  const struct graph *g;
  *out = NULL;
  nonet_code code = nonet_check(n, NULL, err);
  if (!code) code = net_simple(&g, n, n->directed, false, err);
  if (code) return code;
  nonet_pathfinder *p = memory_zeroed(1, sizeof *p);
  if (!p || !pathfinder_start(&p->finder, g)) {
    free(p);
    return error_memory(err);
  }
  *out = p;
  return NONET_OK;
}

nonet_code nonet_pathfinder_find(const uint32_t **path, uint32_t *steps, nonet_pathfinder *p, uint32_t from, uint32_t to, nonet_err *err) {
  *path = NULL;
  *steps = 0;
  if (from >= p->finder.g->nodes || to >= p->finder.g->nodes) return error_set(err, NONET_EUSAGE, "there is no node of that number");
  uint32_t found = pathfinder_find(&p->finder, from, to);
  if (found == PATHFINDER_NONE) return error_set(err, NONET_ENOANSWER, "there is no path between them");
  *path = p->finder.path;
  *steps = found;
  return NONET_OK;
}

void nonet_pathfinder_free(nonet_pathfinder *p) {
  if (!p) return;
  pathfinder_free(&p->finder);
  free(p);
}
