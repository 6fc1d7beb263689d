/* The best core by going through all of them, or by climbing.
 *
 * The correlation needs only the number q of cells with a tie in the pattern, which follows from the size of the core, and the sum x of
 * ties in them, which changes by what a node has to the core (or to the rest) when it joins or leaves. Exhaustive: subsets in Gray order,
 * one node at a time. Climbing: the best single change, else the best exchange of a member for another node, until nothing helps; begun
 * from the nodes of highest degree for every size, and from cores drawn by chance.
 *
 * Sources: (1) S. P. Borgatti, M. G. Everett 1999, Models of core/periphery structures, doi:10.1016/S0378-8733(99)00019-2. */
#include "kernel/coreperiphery.h"

#include "base/memory.h"
#include "base/run.h"
#include "kernel/waves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define EXHAUSTIVE 20
#define RESTARTS 50
#define LITTLE 1e-11 /* differences of fit below this are rounding */

struct fitting {
  const struct graph *g;
  enum coreperiphery_ideal ideal;
  const struct kernel_watch *watch;
  double cells, sum, squares; /* of all ties */
  double *total, *toward;     /* of each node: strength of its ties, of those to the core */
  double *row;                /* of one node: strength to each other */
  uint8_t *core, *best;
  uint32_t size, best_size;
  double in_pattern, best_fit;
};

static double strength(const struct graph *g, uint32_t edge) {
  return g->strength ? g->strength[edge] : 1;
}

static double pairs(const struct fitting *f, double n) {
  return f->g->directed ? n * (n - 1) : n * (n - 1) / 2;
}

/* Correlation for a core of that size with so much strength in the pattern; -2 where there is none. */
static double fit(const struct fitting *f, uint32_t size, double in_pattern) {
  double n = f->g->nodes, q = f->ideal == COREPERIPHERY_WITHIN ? pairs(f, size) : f->cells - pairs(f, n - size);
  double spread = (f->cells * f->squares - f->sum * f->sum) * q * (f->cells - q);
  return spread > 0 ? (f->cells * in_pattern - f->sum * q) / sqrt(spread) : -2;
}

/* What the pattern gains when v joins, or loses when it leaves. */
static double worth(const struct fitting *f, uint32_t v) {
  return f->ideal == COREPERIPHERY_WITHIN ? f->toward[v] : f->total[v] - f->toward[v];
}

static void turn(struct fitting *f, uint32_t v) {
  const struct graph *g = f->g;
  double sign = f->core[v] ? -1 : 1;
  f->in_pattern += sign * worth(f, v);
  f->core[v] = !f->core[v];
  f->size += f->core[v] ? 1u : -1u;
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    f->toward[g->to[a]] += sign * strength(g, g->edge[a]);
  for (uint64_t a = g->in_first[v]; g->directed && a < g->in_first[v + 1]; a++)
    f->toward[g->in_to[a]] += sign * strength(g, g->in_edge[a]);
}

static void consider(struct fitting *f) {
  double now = fit(f, f->size, f->in_pattern);
  bool better = now > f->best_fit + LITTLE || (now > f->best_fit - LITTLE && now > -1.5 && f->size < f->best_size);
  if (!better) return;
  f->best_fit = now;
  f->best_size = f->size;
  memcpy(f->best, f->core, f->g->nodes);
}

/* Every subset, each one node away from the one before: node k turns at every odd multiple of 2^k. */
static enum kernel_code go_through_all(struct fitting *f) {
  for (uint64_t i = 1; i < (uint64_t)1 << f->g->nodes; i++) {
    uint32_t v = 0;
    while (!(i >> v & 1))
      v++;
    turn(f, v);
    consider(f);
    if (i % 65536 == 0 && !watch_says_go(f->watch)) return KERNEL_STOPPED;
  }
  return KERNEL_DONE;
}

/* The single change that helps most; false if none does. */
static bool best_turn(struct fitting *f) {
  double most = fit(f, f->size, f->in_pattern) + LITTLE;
  uint32_t best = UINT32_MAX;
  for (uint32_t v = 0; v < f->g->nodes; v++) {
    double then = f->core[v] ? fit(f, f->size - 1, f->in_pattern - worth(f, v)) : fit(f, f->size + 1, f->in_pattern + worth(f, v));
    if (then > most) most = then, best = v;
  }
  if (best != UINT32_MAX) turn(f, best);
  return best != UINT32_MAX;
}

static void set_row(struct fitting *f, uint32_t u, bool clear) {
  const struct graph *g = f->g;
  for (uint64_t a = g->first[u]; a < g->first[u + 1]; a++)
    f->row[g->to[a]] = clear ? 0 : f->row[g->to[a]] + strength(g, g->edge[a]);
  for (uint64_t a = g->in_first[u]; g->directed && a < g->in_first[u + 1]; a++)
    f->row[g->in_to[a]] = clear ? 0 : f->row[g->in_to[a]] + strength(g, g->in_edge[a]);
}

/* The exchange of a member for another node that helps most. The size stays, so it is the one that gains most in the pattern. */
static bool best_exchange(struct fitting *f) {
  double now = fit(f, f->size, f->in_pattern), most = 0;
  uint32_t leave = UINT32_MAX, join = UINT32_MAX, n = f->g->nodes;
  for (uint32_t u = 0; u < n; u++) {
    if (!f->core[u]) continue;
    set_row(f, u, false);
    for (uint32_t v = 0; v < n; v++) {
      double tie = f->ideal == COREPERIPHERY_WITHIN ? -f->row[v] : f->row[v];
      double gain = worth(f, v) + tie - worth(f, u);
      if (!f->core[v] && gain > most) most = gain, leave = u, join = v;
    }
    set_row(f, u, true);
  }
  if (leave == UINT32_MAX || fit(f, f->size, f->in_pattern + most) <= now + LITTLE) return false;
  turn(f, leave);
  turn(f, join);
  return true;
}

static enum kernel_code climb(struct fitting *f) {
  while (best_turn(f) || best_exchange(f))
    if (!watch_says_go(f->watch)) return KERNEL_STOPPED;
  consider(f);
  return KERNEL_DONE;
}

/* Nodes by strength, greatest first; of two alike the lower number. */
struct rank {
  double total;
  uint32_t node;
};

static int by_total(const void *x, const void *y) {
  const struct rank *a = x, *b = y;
  if (a->total != b->total) return a->total > b->total ? -1 : 1;
  return a->node < b->node ? -1 : 1;
}

static enum kernel_code from_the_strongest(struct fitting *f) {
  uint32_t n = f->g->nodes, best = 0;
  double most = -2;
  struct rank *rank = memory_array(n, sizeof *rank);
  if (!rank) return KERNEL_NO_MEMORY;
  for (uint32_t v = 0; v < n; v++)
    rank[v] = (struct rank){f->total[v], v};
  qsort(rank, n, sizeof *rank, by_total);
  for (uint32_t c = 0; c < n; c++) {
    turn(f, rank[c].node);
    double now = fit(f, f->size, f->in_pattern);
    if (now > most + LITTLE) most = now, best = c + 1;
  }
  for (uint32_t c = n; c-- > best;)
    turn(f, rank[c].node);
  free(rank);
  return climb(f);
}

static enum kernel_code from_chance(struct fitting *f, uint32_t restarts, uint64_t seed) {
  enum kernel_code code = KERNEL_DONE;
  for (uint32_t i = 0; i < restarts && !code; i++) {
    struct chance c;
    chance_start(&c, seed, i);
    double share = chance_share(&c);
    for (uint32_t v = 0; v < f->g->nodes; v++)
      if (f->core[v] != (chance_share(&c) < share)) turn(f, v);
    code = climb(f);
  }
  return code;
}

static bool fitting_start(struct fitting *f) {
  const struct graph *g = f->g;
  f->total = memory_zeroed(g->nodes, sizeof *f->total);
  f->toward = memory_zeroed(g->nodes, sizeof *f->toward);
  f->row = memory_zeroed(g->nodes, sizeof *f->row);
  f->core = memory_zeroed(g->nodes, 1);
  f->best = memory_zeroed(g->nodes, 1);
  if (!f->total || !f->toward || !f->row || !f->core || !f->best) return false;
  f->best_fit = -2;
  f->cells = pairs(f, g->nodes);
  for (uint32_t e = 0; e < g->edges; e++) {
    double s = strength(g, e);
    f->sum += s;
    f->squares += s * s;
    f->total[g->tail[e]] += s;
    f->total[g->head[e]] += s;
  }
  return true;
}

/* The fit once more, from nothing: sums that went up and down carry rounding. */
static double fit_of_best(const struct fitting *f) {
  double in_pattern = 0;
  for (uint32_t e = 0; e < f->g->edges; e++) {
    bool u = f->best[f->g->tail[e]], v = f->best[f->g->head[e]];
    if (f->ideal == COREPERIPHERY_WITHIN ? u && v : u || v) in_pattern += strength(f->g, e);
  }
  return fit(f, f->best_size, in_pattern);
}

enum kernel_code coreperiphery(struct coreperiphery *out, uint8_t *core, const struct graph *g, const struct coreperiphery_question *q,
                               const struct kernel_watch *watch) {
  struct fitting f = {.g = g, .ideal = q->ideal, .watch = watch};
  enum kernel_code code = KERNEL_NO_MEMORY;
  uint32_t exhaustive = q->exhaustive ? q->exhaustive : EXHAUSTIVE;
  *out = (struct coreperiphery){.fit = (double)NAN, .exact = g->nodes <= exhaustive && g->nodes < 63};
  memset(core, 0, g->nodes);
  if (!fitting_start(&f)) goto done;
  if (out->exact) {
    code = go_through_all(&f);
  } else {
    code = from_the_strongest(&f);
    if (!code) code = from_chance(&f, q->restarts ? q->restarts : RESTARTS, q->seed);
  }
  if (code || f.best_fit < -1.5) goto done;
  out->fit = fit_of_best(&f);
  out->size = f.best_size;
  memcpy(core, f.best, g->nodes);
done:
  free(f.total);
  free(f.toward);
  free(f.row);
  free(f.core);
  free(f.best);
  return code;
}
