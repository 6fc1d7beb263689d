/* Pairs of nodes that share neighbours, by counting two-step walks.
 *
 * From v, walk to each neighbour and on: count[w] becomes the number of neighbours that w shares with v, list holds the nodes met. Two
 * nodes opposite each other in a cycle of four share two neighbours, so v is in sum over w of count(count - 1)/2 such cycles. A chain
 * a - x - v - y - b is closed where a and b share a neighbour; over all pairs of list, the products of counts give the chains, and those of
 * pairs that share one are taken off. x and y differ by themselves in an open chain.
 *
 * Nothing of a projection is kept in memory: it may be far larger than the network.
 *
 * Sources: (1) M. Latapy, C. Magnien, N. Del Vecchio 2008, doi:10.1016/j.socnet.2007.04.006; (2) G. Robins, M. Alexander 2004,
 * doi:10.1023/B:CMOT.0000032580.12184.c0; (3) L. Jasny, M. Lubell 2015, doi:10.1016/j.socnet.2014.11.005. */
#include "kernel/sharing.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>

/* Of one worker; all zero between two nodes. */
struct scratch {
  uint32_t *count, *seen; /* of each node */
  uint32_t *list;         /* nodes with a count */
};

struct pass;
typedef double at_node(const struct pass *p, struct scratch *s, uint32_t v);

struct pass {
  const struct graph *g;
  enum sharing_form form;
  at_node *value;
  double *out;
  struct scratch *scratch;
};

static uint64_t neighbours(const struct graph *g, uint32_t v) {
  return g->first[v + 1] - g->first[v];
}

/* Fill count and list with those that share a neighbour with v; how many. */
static uint32_t gather(struct scratch *s, const struct graph *g, uint32_t v) {
  uint32_t size = 0;
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    for (uint64_t b = g->first[g->to[a]]; b < g->first[g->to[a] + 1]; b++)
      if (g->to[b] != v && s->count[g->to[b]]++ == 0) s->list[size++] = g->to[b];
  return size;
}

static void clear(struct scratch *s, uint32_t size) {
  for (uint32_t i = 0; i < size; i++)
    s->count[s->list[i]] = s->seen[s->list[i]] = 0;
}

static double likeness_at(const struct pass *p, struct scratch *s, uint32_t v) {
  uint32_t size = gather(s, p->g, v);
  double sum = 0, k = (double)neighbours(p->g, v);
  for (uint32_t i = 0; i < size; i++) {
    double c = s->count[s->list[i]], l = (double)neighbours(p->g, s->list[i]);
    sum += c / (p->form == SHARING_OF_ALL ? k + l - c : p->form == SHARING_OF_LESSER ? fmin(k, l) : fmax(k, l));
  }
  clear(s, size);
  return size ? sum / size : (double)NAN;
}

static double cycles_at(const struct pass *p, struct scratch *s, uint32_t v) {
  uint32_t size = gather(s, p->g, v);
  double sum = 0;
  for (uint32_t i = 0; i < size; i++) {
    double c = s->count[s->list[i]];
    sum += c * (c - 1) / 2;
  }
  clear(s, size);
  return sum;
}

/* How many of v's neighbours behind u share a neighbour with u that is not v. count marks the neighbours of v, seen those met. */
static uint32_t also_tied(struct scratch *s, const struct graph *g, uint32_t v, uint32_t u, uint32_t mark) {
  uint32_t pairs = 0;
  for (uint64_t b = g->first[u]; b < g->first[u + 1]; b++) {
    uint32_t other = g->to[b];
    if (other == v) continue;
    for (uint64_t c = g->first[other]; c < g->first[other + 1]; c++) {
      uint32_t w = g->to[c];
      if (w <= u || !s->count[w] || s->seen[w] == mark) continue;
      s->seen[w] = mark;
      pairs++;
    }
  }
  return pairs;
}

static double redundancy_at(const struct pass *p, struct scratch *s, uint32_t v) {
  const struct graph *g = p->g;
  uint64_t start = g->first[v], end = g->first[v + 1];
  double pairs = 0, k = (double)neighbours(g, v);
  if (k < 2) return NAN;
  for (uint64_t a = start; a < end; a++)
    s->count[g->to[a]] = 1;
  for (uint64_t a = start; a < end; a++)
    pairs += also_tied(s, g, v, g->to[a], (uint32_t)(a - start) + 1);
  for (uint64_t a = start; a < end; a++)
    s->count[g->to[a]] = s->seen[g->to[a]] = 0;
  return pairs / (k * (k - 1) / 2);
}

/* The counts of those in list that share a neighbour with a, each once. */
static double closed_with(struct scratch *s, const struct graph *g, uint32_t a, uint32_t mark) {
  double sum = 0;
  for (uint64_t x = g->first[a]; x < g->first[a + 1]; x++)
    for (uint64_t y = g->first[g->to[x]]; y < g->first[g->to[x] + 1]; y++) {
      uint32_t b = g->to[y];
      if (b == a || !s->count[b] || s->seen[b] == mark) continue;
      s->seen[b] = mark;
      sum += s->count[b];
    }
  return sum;
}

static double chains_at(const struct pass *p, struct scratch *s, uint32_t v) {
  uint32_t size = gather(s, p->g, v);
  double all = 0, twice = 0;
  for (uint32_t i = 0; i < size; i++)
    all += s->count[s->list[i]];
  for (uint32_t i = 0; i < size; i++) {
    double c = s->count[s->list[i]];
    twice += c * (all - c - closed_with(s, p->g, s->list[i], i + 1));
  }
  clear(s, size);
  return twice / 2;
}

static void some_nodes(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct pass *p = context;
  (void)lane;
  for (size_t v = from; v < to; v++)
    p->out[v] = p->value(p, &p->scratch[worker], (uint32_t)v);
}

/* Walks of `steps` steps, for a mean node: what one costs. out is used for space. */
static double mean_walks(double *out, double *next, const struct graph *g, unsigned steps) {
  double sum = 0;
  for (uint32_t v = 0; v < g->nodes; v++)
    out[v] = 1;
  for (unsigned step = 0; step < steps; step++) {
    for (uint32_t v = 0; v < g->nodes; v++) {
      next[v] = 0;
      for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
        next[v] += out[g->to[a]];
    }
    for (uint32_t v = 0; v < g->nodes; v++)
      out[v] = next[v];
  }
  for (uint32_t v = 0; v < g->nodes; v++)
    sum += out[v];
  return g->nodes ? sum / g->nodes : 0;
}

static enum kernel_code run(struct pass *p, unsigned steps, const struct kernel_watch *watch) {
  const struct graph *g = p->g;
  double *space = memory_array(g->nodes, sizeof *space);
  if (!space) return KERNEL_NO_MEMORY;
  struct waves_job job = {g->nodes, 8 + mean_walks(p->out, space, g, steps), some_nodes, p};
  free(space);
  unsigned workers = waves_workers(&job, watch);
  p->scratch = memory_zeroed(workers, sizeof *p->scratch);
  bool ready = p->scratch != NULL;
  for (unsigned w = 0; ready && w < workers; w++) {
    struct scratch *s = &p->scratch[w];
    s->count = memory_zeroed(g->nodes, sizeof *s->count);
    s->seen = memory_zeroed(g->nodes, sizeof *s->seen);
    s->list = memory_array(g->nodes, sizeof *s->list);
    ready = s->count && s->seen && s->list;
  }
  enum kernel_code code = ready ? waves_run(&job, watch) : KERNEL_NO_MEMORY;
  for (unsigned w = 0; p->scratch && w < workers; w++) {
    free(p->scratch[w].count);
    free(p->scratch[w].seen);
    free(p->scratch[w].list);
  }
  free(p->scratch);
  return code;
}

enum kernel_code sharing_likeness(double *mean, const struct graph *g, enum sharing_form form, const struct kernel_watch *watch) {
  return run(&(struct pass){.g = g, .form = form, .value = likeness_at, .out = mean}, 2, watch);
}

enum kernel_code sharing_redundancy(double *share, const struct graph *g, const struct kernel_watch *watch) {
  return run(&(struct pass){.g = g, .value = redundancy_at, .out = share}, 3, watch);
}

enum kernel_code sharing_cycles(double *cycles, const struct graph *g, const struct kernel_watch *watch) {
  return run(&(struct pass){.g = g, .value = cycles_at, .out = cycles}, 2, watch);
}

enum kernel_code sharing_chains(double *chains, const struct graph *g, const struct kernel_watch *watch) {
  return run(&(struct pass){.g = g, .value = chains_at, .out = chains}, 4, watch);
}
