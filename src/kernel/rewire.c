/* Networks with given degrees, drawn by exchanging ends.
 *
 *   a - b      a   b          a > b          a < b      two edges, and what becomes of them; in a directed network three arcs in a
 *                X      and   ^   v  becomes v   ^      circle too, without which some networks could never be reached [1]
 *   x - y      x   y            c              c
 *
 * How: a step takes two edges of one kind, each as likely as any, and lets them exchange their heads; an undirected edge is first turned
 * round or not. Where that would make a loop, or a second edge between two nodes, the step leaves all as it is, and counts: each network
 * then has as many steps in as out, so all that have these degrees are equally likely in the end [1, 5]; leaving the failed steps
 * uncounted, or matching free ends until it fits, would prefer some. 100 steps are tried for each edge [2], at least 500, always from the
 * observed network on, so that a draw depends on its own numbers alone. Two modes are matrices with given margins, exchanged in the same
 * way; the trades of whole rows of [3, 4] reach the same distribution sooner, but do not know of ties that are taken by another kind. A
 * hash table answers whether two nodes are tied.
 *
 * Sources: (1) A. R. Rao, R. Jana, S. Bandyopadhyay 1996, A Markov chain Monte Carlo method for generating random (0,1)-matrices with given
 * marginals, Sankhya A 58; (2) R. Milo, N. Kashtan, S. Itzkovitz, M. E. J. Newman, U. Alon 2003, On the uniform generation of random graphs
 * with prescribed degree sequences, arXiv:cond-mat/0312028; (3) G. Strona and others 2014, doi:10.1038/ncomms5114; (4) C. J. Carstens 2015,
 * doi:10.1103/PhysRevE.91.042812; (5) B. K. Fosdick, D. B. Larremore, J. Nishimura, J. Ugander 2018, Configuring random graph models with
 * fixed degree sequences, doi:10.1137/16M1087175. */
#include "kernel/rewire.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define STEPS 100 /* for each edge */
#define STEPS_LEAST 500
#define CIRCLES 8 /* one step of so many turns a circle of three arcs, where there are arcs */
#define NO_CELL UINT64_MAX

/* ---- which cells are taken ---- */

/* Open addressing; at most half full. */
struct taken {
  uint64_t *cell;
  size_t mask;
  bool one_way; /* there is an edge with a direction: an undirected one then takes both cells of its pair, else the lesser alone */
};

static size_t slot_of(const struct taken *t, uint64_t cell) {
  size_t i = (size_t)((cell * 0x9e3779b97f4a7c15u) >> 24) & t->mask;
  while (t->cell[i] != NO_CELL && t->cell[i] != cell)
    i = (i + 1) & t->mask;
  return i;
}

static uint64_t cell_of(uint32_t tail, uint32_t head) {
  return (uint64_t)tail << 32 | head;
}

static bool is_cell(const struct taken *t, uint64_t cell) {
  return t->cell[slot_of(t, cell)] == cell;
}

static void add_cell(struct taken *t, uint64_t cell) {
  t->cell[slot_of(t, cell)] = cell;
}

/* Those behind it in the run are put in again, so that no gap hides them. */
static void remove_cell(struct taken *t, uint64_t cell) {
  size_t i = slot_of(t, cell);
  t->cell[i] = NO_CELL;
  for (i = (i + 1) & t->mask; t->cell[i] != NO_CELL; i = (i + 1) & t->mask) {
    uint64_t moved = t->cell[i];
    t->cell[i] = NO_CELL;
    add_cell(t, moved);
  }
}

static bool has_direction(uint8_t kind) {
  return kind == REWIRE_ARC || kind == REWIRE_ARC_OUT || kind == REWIRE_ARC_BACK;
}

/* The cells of an edge: one or two. */
static unsigned cells_of(uint64_t cell[2], const struct taken *t, uint8_t kind, uint32_t tail, uint32_t head) {
  bool turn = !t->one_way && !has_direction(kind) && head < tail;
  cell[0] = turn ? cell_of(head, tail) : cell_of(tail, head);
  cell[1] = cell_of(head, tail);
  return t->one_way && !has_direction(kind) ? 2 : 1;
}

static bool is_free(const struct taken *t, uint8_t kind, uint32_t tail, uint32_t head) {
  uint64_t cell[2];
  unsigned cells = cells_of(cell, t, kind, tail, head);
  return tail != head && !is_cell(t, cell[0]) && (cells == 1 || !is_cell(t, cell[1]));
}

static void take(struct taken *t, uint8_t kind, uint32_t tail, uint32_t head) {
  uint64_t cell[2];
  for (unsigned i = cells_of(cell, t, kind, tail, head); i-- > 0;)
    add_cell(t, cell[i]);
}

static void leave(struct taken *t, uint8_t kind, uint32_t tail, uint32_t head) {
  uint64_t cell[2];
  for (unsigned i = cells_of(cell, t, kind, tail, head); i-- > 0;)
    remove_cell(t, cell[i]);
}

/* An empty table with room for every edge. What stays may be directed or not: it takes both cells where directions count. */
static bool taken_start(struct taken *t, const struct rewire *r) {
  size_t size = 16;
  while (size < 4 * (size_t)r->edges)
    size *= 2;
  *t = (struct taken){.cell = memory_array(size, sizeof *t->cell), .mask = size - 1};
  for (uint32_t e = 0; e < r->edges; e++)
    t->one_way |= has_direction(r->kind[e]);
  if (t->cell) memset(t->cell, 0xff, size * sizeof *t->cell);
  return t->cell != NULL;
}

/* ---- edges by kind ---- */

struct kinds {
  uint32_t *edge; /* by kind, then by number */
  uint32_t first[REWIRE_KINDS + 1];
};

static bool kinds_start(struct kinds *k, const struct rewire *r) {
  uint32_t at[REWIRE_KINDS];
  *k = (struct kinds){.edge = memory_array(r->edges, sizeof *k->edge)};
  if (!k->edge) return false;
  for (uint32_t e = 0; e < r->edges; e++)
    k->first[r->kind[e] + 1]++;
  for (unsigned i = 0; i < REWIRE_KINDS; i++) {
    at[i] = k->first[i];
    k->first[i + 1] += k->first[i];
  }
  for (uint32_t e = 0; e < r->edges; e++)
    k->edge[at[r->kind[e]]++] = e;
  return true;
}

/* ---- one step ---- */

struct chain {
  struct rewire *r;
  struct chance *chance;
  struct kinds kinds;
  struct taken taken;
  /* arcs by tail, for circles; NULL without REWIRE_ARC */
  uint32_t *arc_first, *arc;
};

static void exchange(struct chain *s, uint32_t e, uint32_t f) {
  struct rewire *r = s->r;
  uint8_t kind = r->kind[e];
  bool turn = kind == REWIRE_PAIR && chance_below(s->chance, 2);
  uint32_t a = r->tail[e], b = r->head[e], x = turn ? r->head[f] : r->tail[f], y = turn ? r->tail[f] : r->head[f];
  if (e == f || a == x || b == y || !is_free(&s->taken, kind, a, y) || !is_free(&s->taken, kind, x, b)) return;
  leave(&s->taken, kind, a, b);
  leave(&s->taken, kind, x, y);
  take(&s->taken, kind, a, y);
  take(&s->taken, kind, x, b);
  r->head[e] = y;
  r->tail[f] = x, r->head[f] = b;
}

/* Some arc of a node; NONE of none. The tails of arcs never change, nor do the rows. */
static uint32_t arc_of(const struct chain *s, uint32_t v) {
  uint32_t first = s->arc_first[v], count = s->arc_first[v + 1] - first;
  return count ? s->arc[first + chance_below(s->chance, count)] : UINT32_MAX;
}

/* a > b > c > a becomes a > c > b > a. The way there is as likely as the way back: the three out-degrees are what they were. */
static void turn_circle(struct chain *s, uint32_t e) {
  struct rewire *r = s->r;
  uint32_t a = r->tail[e], b = r->head[e], f = arc_of(s, b);
  if (f == UINT32_MAX || r->head[f] == a) return;
  uint32_t c = r->head[f], g = arc_of(s, c);
  if (g == UINT32_MAX || r->head[g] != a) return;
  struct taken *t = &s->taken;
  if (is_cell(t, cell_of(b, a)) || is_cell(t, cell_of(c, b)) || is_cell(t, cell_of(a, c))) return;
  leave(t, REWIRE_ARC, a, b), leave(t, REWIRE_ARC, b, c), leave(t, REWIRE_ARC, c, a);
  take(t, REWIRE_ARC, a, c), take(t, REWIRE_ARC, c, b), take(t, REWIRE_ARC, b, a);
  r->head[e] = c, r->head[g] = b, r->head[f] = a;
}

static void step(struct chain *s) {
  uint32_t movable = s->kinds.first[REWIRE_STAYS];
  uint32_t e = s->kinds.edge[chance_below(s->chance, movable)], kind = s->r->kind[e];
  uint32_t first = s->kinds.first[kind], count = s->kinds.first[kind + 1] - first;
  if (kind == REWIRE_ARC && chance_below(s->chance, CIRCLES) == 0)
    turn_circle(s, e);
  else
    exchange(s, e, s->kinds.edge[first + chance_below(s->chance, count)]);
}

static bool rows_of_arcs(struct chain *s) {
  const struct rewire *r = s->r;
  uint32_t first = s->kinds.first[REWIRE_ARC], end = s->kinds.first[REWIRE_ARC + 1];
  if (first == end) return true;
  s->arc_first = memory_zeroed((size_t)r->nodes + 2, sizeof *s->arc_first);
  s->arc = memory_array(end - first, sizeof *s->arc);
  if (!s->arc_first || !s->arc) return false;
  for (uint32_t i = first; i < end; i++)
    s->arc_first[r->tail[s->kinds.edge[i]] + 2]++;
  for (uint32_t v = 0; v < r->nodes; v++)
    s->arc_first[v + 2] += s->arc_first[v + 1];
  for (uint32_t i = first; i < end; i++)
    s->arc[s->arc_first[r->tail[s->kinds.edge[i]] + 1]++] = s->kinds.edge[i];
  return true;
}

enum kernel_code rewire_degrees(struct rewire *r, struct chance *c) {
  struct chain s = {.r = r, .chance = c};
  bool ready = taken_start(&s.taken, r) && kinds_start(&s.kinds, r) && rows_of_arcs(&s);
  uint64_t movable = ready ? s.kinds.first[REWIRE_STAYS] : 0, steps = movable < 2 ? 0 : STEPS * movable;
  if (steps && steps < STEPS_LEAST) steps = STEPS_LEAST;
  for (uint32_t e = 0; ready && e < r->edges; e++)
    take(&s.taken, r->kind[e], r->tail[e], r->head[e]);
  for (uint64_t i = 0; i < steps; i++)
    step(&s);
  free(s.taken.cell);
  free(s.kinds.edge);
  free(s.arc_first);
  free(s.arc);
  return ready ? KERNEL_DONE : KERNEL_NO_MEMORY;
}

/* ---- as many edges anywhere ---- */

/* Where edges may begin and end: members of the one mode, then those of the other; of one mode all stand in both. */
struct places {
  uint32_t *node, first[3];
};

static bool places_start(struct places *p, const struct rewire *r) {
  uint32_t count = 0;
  p->node = memory_array(r->nodes, sizeof *p->node);
  if (!p->node) return false;
  p->first[0] = 0;
  for (unsigned mode = 0; mode < 2; mode++) {
    for (uint32_t v = 0; v < r->nodes; v++)
      if ((!r->member || r->member[v]) && (r->mode ? r->mode[v] : 0) == mode) p->node[count++] = v;
    p->first[mode + 1] = count;
  }
  return true;
}

static uint32_t place(const struct places *p, unsigned mode, struct chance *c) {
  return p->node[p->first[mode] + chance_below(c, p->first[mode + 1] - p->first[mode])];
}

static void put_edge(struct rewire *r, uint32_t e, struct taken *t, const struct places *p, struct chance *c) {
  unsigned from = r->kind[e] == REWIRE_ARC_BACK, to = r->mode ? !from : 0;
  do {
    r->tail[e] = place(p, from, c);
    r->head[e] = place(p, to, c);
  } while (!is_free(t, r->kind[e], r->tail[e], r->head[e]));
  take(t, r->kind[e], r->tail[e], r->head[e]);
}

/* What stays first, then the undirected: arcs fit where these do not. */
enum kernel_code rewire_ties(struct rewire *r, struct chance *c) {
  struct taken t = {0};
  struct kinds k = {0};
  struct places p = {0};
  bool ready = taken_start(&t, r) && kinds_start(&k, r) && places_start(&p, r);
  for (uint32_t i = ready ? k.first[REWIRE_STAYS] : 0; ready && i < r->edges; i++)
    take(&t, REWIRE_STAYS, r->tail[k.edge[i]], r->head[k.edge[i]]);
  for (uint32_t i = 0; ready && i < k.first[REWIRE_STAYS]; i++)
    put_edge(r, k.edge[i], &t, &p, c);
  free(t.cell);
  free(k.edge);
  free(p.node);
  return ready ? KERNEL_DONE : KERNEL_NO_MEMORY;
}
