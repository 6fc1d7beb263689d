/* Mean and standard deviation of brokerage by chance, exactly.
 *
 * A count is a sum over pairs (a, b) of [a -> v][v -> b][not a -> b]. Its mean is the number of pairs times the chance of 2 given ties
 * present and 1 absent. Its variance is a sum over two such pairs: the same pair needs the same 3 places; pairs that share only a or only b
 * need 3 ties present and 2 absent; all others (also a, b and b, a) need 4 and 2. Undirected, (b, a) asks for the same places as (a, b),
 * and pairs share a place whenever they share a node. With the number of ties fixed the chance of i given places tied and j not, of P
 * places with M ties, is M (M-1) .. (M-i+1)  (P-M) .. (P-M-j+1)  /  P (P-1) .. (P-i-j+1).
 *
 * Sources: (1) R. V. Gould, R. M. Fernandez 1989, Structures of mediation, doi:10.2307/270949. */
#include "kernel/brokers.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/* The pairs (a, b) of one role: how many, and sum over a of (its b)(its b - 1), over b of (its a)(its a - 1). */
struct pairs {
  double count, share_a, share_b;
  bool turned_too; /* (b, a) is a pair as well */
};

static double falling(double x, int terms) {
  double product = 1;
  for (int i = 0; i < terms; i++)
    product *= x - i;
  return product;
}

static double chance_of(const struct graph *g, enum broker_model model, int tied, int untied) {
  double n = g->nodes, places = g->directed ? n * (n - 1) : n * (n - 1) / 2, ties = g->edges;
  if (places < tied + untied) return 0;
  if (model == BROKER_DENSITY_FIXED) return pow(ties / places, tied) * pow(1 - ties / places, untied);
  return falling(ties, tied) * falling(places - ties, untied) / falling(places, tied + untied);
}

/* Pairs of each role for a broker whose group has `own` other members; size[h] of each group, `total` outside the own. */
static void pairs_of(struct pairs *p, const uint64_t *size, uint32_t groups, uint32_t broker_group, double own, double total) {
  double all = own + total;
  p[BROKER_COORDINATOR] = (struct pairs){falling(own, 2), falling(own, 3), falling(own, 3), true};
  p[BROKER_GATEKEEPER] = (struct pairs){total * own, total * falling(own, 2), own * falling(total, 2), false};
  p[BROKER_REPRESENTATIVE] = (struct pairs){own * total, own * falling(total, 2), total * falling(own, 2), false};
  p[BROKER_ALL] = (struct pairs){falling(all, 2), falling(all, 3), falling(all, 3), true};
  p[BROKER_ITINERANT] = p[BROKER_LIAISON] = (struct pairs){.turned_too = true};
  for (uint32_t h = 0; h < groups; h++) {
    if (h == broker_group) continue;
    double s = (double)size[h];
    p[BROKER_ITINERANT].count += falling(s, 2);
    p[BROKER_ITINERANT].share_a += falling(s, 3);
    p[BROKER_LIAISON].count += s * (total - s);
    p[BROKER_LIAISON].share_a += s * falling(total - s, 2);
  }
  p[BROKER_ITINERANT].share_b = p[BROKER_ITINERANT].share_a;
  p[BROKER_LIAISON].share_b = p[BROKER_LIAISON].share_a;
}

static double variance(const struct pairs *p, const struct graph *g, enum broker_model model) {
  double one = chance_of(g, model, 2, 1), square = one * one;
  bool doubled = !g->directed && p->turned_too;
  double same = doubled ? 2 * p->count : p->count;
  double sharing = (doubled ? 2 : 1) * (p->share_a + p->share_b);
  double apart = p->count * p->count - same - sharing;
  double sum = same * (one - square) + sharing * (chance_of(g, model, 3, 2) - square);
  if (model == BROKER_TIES_FIXED) sum += apart * (chance_of(g, model, 4, 2) - square);
  return sum > 0 ? sum : 0;
}

enum kernel_code brokers_expected(double *mean, double *sd, const struct graph *g, const uint32_t *group, uint32_t groups,
                                  enum broker_model model) {
  uint64_t *size = memory_zeroed(groups, sizeof *size), grouped = 0;
  struct pairs p[BROKER_ROLES];
  if (!size) return KERNEL_NO_MEMORY;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (group[v] != BROKER_NO_GROUP) size[group[v]]++, grouped++;
  for (uint32_t h = 0; h < groups; h++) {
    if (size[h]) pairs_of(p, size, groups, h, (double)size[h] - 1, (double)(grouped - size[h]));
    for (int role = 0; role < BROKER_ROLES; role++) {
      size_t at = (size_t)h * BROKER_ROLES + (size_t)role;
      mean[at] = size[h] ? p[role].count * chance_of(g, model, 2, 1) : (double)NAN;
      sd[at] = size[h] ? sqrt(variance(&p[role], g, model)) : (double)NAN;
    }
  }
  free(size);
  return KERNEL_DONE;
}
