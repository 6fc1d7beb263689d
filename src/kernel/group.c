/* Group centralities: one search from all members together, and one from each node outside.
 *
 * Betweenness: along the shortest paths from s, in the order of distance, the paths that keep clear of the group are counted beside all
 * paths; a member passes none on. What is left, over all paths, is the group's share of the pair. Both counts are whole numbers, so their
 * difference is exact below 2^53.
 *
 * Sources: (1) M. G. Everett, S. P. Borgatti 1999, The centrality of groups and classes, doi:10.1080/0022250X.1999.9990219. */
#include "kernel/group.h"

#include "base/memory.h"
#include "kernel/shortest.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>

static enum kernel_code search_from_all(struct shortest *s, const bool *member, const struct graph *g) {
  uint32_t *source = memory_array(g->nodes, sizeof *source);
  size_t count = 0;
  if (!source) return KERNEL_NO_MEMORY;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (member[v]) source[count++] = v;
  shortest_from(s, source, count);
  free(source);
  return KERNEL_DONE;
}

static bool is_tied(uint32_t v, const bool *member, const struct graph *g) {
  for (uint64_t a = g->in_first[v]; a < g->in_first[v + 1]; a++)
    if (member[g->in_to[a]]) return true;
  return false;
}

enum kernel_code group_reach(struct group_reach *out, const bool *member, const struct graph *g) {
  struct shortest s = {0};
  struct lengths lengths = {0};
  enum kernel_code code = lengths_start(&lengths, g);
  if (!code) code = shortest_start(&s, g, &lengths, false) ? search_from_all(&s, member, g) : KERNEL_NO_MEMORY;
  *out = (struct group_reach){0};
  for (size_t i = 0; !code && i < s.settled; i++) {
    uint32_t v = s.order[i];
    if (member[v]) continue;
    out->reached++;
    out->distance += s.distance[v];
    out->tied += is_tied(v, member, g);
  }
  if (!code && g->length) out->distance /= lengths.units;
  shortest_free(&s);
  lengths_free(&lengths);
  return code;
}

struct scratch {
  struct shortest search;
  double *clear; /* shortest paths that keep clear of the group */
};

struct pass {
  const struct graph *g;
  const bool *member;
  struct lengths lengths;
  struct scratch *scratch; /* one for each worker */
  double *of_source;       /* n: the group's shares in the paths from each */
};

static double share_from(const struct pass *p, struct scratch *s, uint32_t source) {
  const struct shortest *found = &s->search;
  double share = 0;
  shortest_from(&s->search, &source, 1);
  s->clear[source] = 1;
  for (size_t i = 1; i < found->settled; i++) {
    uint32_t v = found->order[i];
    s->clear[v] = 0;
    if (p->member[v]) continue;
    for (uint64_t a = found->back.first[v]; a < found->back.first[v + 1]; a++)
      if (shortest_on_path(found, found->back.to[a], v, found->back.edge[a])) s->clear[v] += s->clear[found->back.to[a]];
    share += (found->count[v] - s->clear[v]) / found->count[v];
  }
  return share;
}

static void some_sources(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  (void)lane;
  for (size_t s = from; s < to; s++)
    p->of_source[s] = p->member[s] ? 0 : share_from(p, &p->scratch[worker], (uint32_t)s);
}

static bool pass_start(struct pass *p, unsigned workers) {
  p->of_source = memory_array(p->g->nodes, sizeof *p->of_source);
  p->scratch = memory_zeroed(workers, sizeof *p->scratch);
  bool ready = p->of_source && p->scratch;
  for (unsigned w = 0; ready && w < workers; w++) {
    struct scratch *s = &p->scratch[w];
    s->clear = memory_array(p->g->nodes, sizeof *s->clear);
    ready = shortest_start(&s->search, p->g, &p->lengths, false) && s->clear;
  }
  return ready;
}

static void pass_free(struct pass *p, unsigned workers) {
  for (unsigned w = 0; p->scratch && w < workers; w++) {
    shortest_free(&p->scratch[w].search);
    free(p->scratch[w].clear);
  }
  free(p->scratch);
  free(p->of_source);
  lengths_free(&p->lengths);
}

enum kernel_code group_betweenness(double *out, const bool *member, const struct graph *g, const struct kernel_watch *watch) {
  struct pass p = {.g = g, .member = member};
  struct waves_job job = {g->nodes, (g->nodes + (double)g->first[g->nodes]) * (g->length ? 10 : 4), some_sources, &p};
  unsigned workers = waves_workers(&job, watch);
  double sum = 0;
  enum kernel_code code = lengths_start(&p.lengths, g);
  if (!code) code = pass_start(&p, workers) ? waves_run(&job, watch) : KERNEL_NO_MEMORY;
  for (uint32_t s = 0; !code && s < g->nodes; s++)
    sum += p.of_source[s];
  if (!code && !isfinite(sum)) code = KERNEL_TOO_MANY_PATHS;
  *out = g->directed ? sum : sum / 2;
  pass_free(&p, workers);
  return code;
}
