/* What decides itself in a cover.
 *
 * A node that would cover no more than another is barred; a node that is covered whenever another is need not be asked for. Both are done
 * until nothing changes; on networks with many leaves little is left to search.
 *
 * Sources: (1) F. V. Fomin, F. Grandoni, D. Kratsch 2009, A measure & conquer approach for the analysis of exact algorithms,
 * doi:10.1145/1552285.1552286. */
#include "kernel/dominating_cover.h"

#include "kernel/waves.h"

#include <string.h>

/* Does w cover every node asked for that v covers? The nodes that w covers are marked in `times`. */
static bool covers_as_much(const struct cover *c, uint32_t v) {
  for (uint64_t i = 0; i < reach(c->g, v); i++) {
    uint32_t x = covered_by(c->g, v, i);
    if (c->open[x] && !c->times[x]) return false;
  }
  return true;
}

/* Bar the nodes that would cover no more than w does (of two alike the higher number), w being marked. */
static bool bar_lesser(struct cover *c, uint32_t w) {
  bool changed = false;
  for (uint64_t i = 0; i < reach(c->g, w); i++) {
    uint32_t x = covered_by(c->g, w, i);
    for (uint64_t j = 0; c->open[x] && j < coverers(c->g, x); j++) {
      uint32_t v = coverer_of(c->g, x, j);
      if (v == w || !c->allowed[v] || c->useful[v] > c->useful[w] || (c->useful[v] == c->useful[w] && v < w)) continue;
      if (covers_as_much(c, v)) c->allowed[v] = 0, changed = true;
    }
  }
  return changed;
}

/* Are all that may cover v marked in `times`? */
static bool covered_with(const struct cover *c, uint32_t v) {
  for (uint64_t i = 0; i < coverers(c->g, v); i++) {
    uint32_t w = coverer_of(c->g, v, i);
    if (c->allowed[w] && !c->times[w]) return false;
  }
  return true;
}

/* Ask no more for nodes that are covered whenever v is (of two alike the higher number goes): whatever may cover v covers them. Those that
 * may cover v are found first, then each node that one of them covers is looked at. */
static bool drop_implied(struct cover *c, uint32_t v) {
  uint32_t first = DOMINATING_NONE, most, ways = cover_ways(c, v, &most);
  bool changed = false;
  for (uint64_t i = 0; i < coverers(c->g, v) && first == DOMINATING_NONE; i++)
    if (c->allowed[coverer_of(c->g, v, i)]) first = coverer_of(c->g, v, i);
  for (uint64_t i = 0; first != DOMINATING_NONE && i < reach(c->g, first); i++) {
    uint32_t x = covered_by(c->g, first, i), others, unused;
    if (x == v || !c->open[x]) continue;
    others = cover_ways(c, x, &unused);
    if (others < ways || (others == ways && x < v)) continue;
    bool implied = true;
    for (uint64_t j = 0; j < coverers(c->g, x); j++)
      c->times[coverer_of(c->g, x, j)] = 1;
    implied = covered_with(c, v);
    for (uint64_t j = 0; j < coverers(c->g, x); j++)
      c->times[coverer_of(c->g, x, j)] = 0;
    if (implied) c->open[x] = 0, changed = true;
  }
  return changed;
}

/* Settle what decides itself, until nothing more does. The least number of nodes stays what it is, and a cover of what is left is one of
 * all. */
enum kernel_code cover_settle(struct cover *c, const struct kernel_watch *watch) {
  memset(c->times, 0, c->g->nodes * sizeof *c->times);
  for (bool changed = true; changed;) {
    changed = false;
    cover_count_useful(c);
    for (uint32_t w = 0; w < c->g->nodes; w++) {
      if (w % 256 == 0 && !watch_says_go(watch)) return KERNEL_STOPPED;
      if (!c->allowed[w]) continue;
      for (uint64_t i = 0; i < reach(c->g, w); i++)
        c->times[covered_by(c->g, w, i)] = 1;
      changed = bar_lesser(c, w) || changed;
      for (uint64_t i = 0; i < reach(c->g, w); i++)
        c->times[covered_by(c->g, w, i)] = 0;
    }
    for (uint32_t v = 0; v < c->g->nodes; v++)
      if (c->open[v]) changed = drop_implied(c, v) || changed;
  }
  return KERNEL_DONE;
}
