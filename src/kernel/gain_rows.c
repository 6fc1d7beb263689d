/* A tie u - v gains only for pairs of a node that was nearer to u and one that was nearer to v (gain.c). Who they are follows from the
 * rows of u and v; how far apart they are now, from the rows of the fewer of the two. So ties are taken together: the rows of all their
 * ends, then those of all nodes that are in some smaller set, each searched once and shown to all ties that wait for it.
 *
 * Searches run 64 at a time (gain_walk.h). Gains are whole numbers, so sums of several threads add up alike in any order. */
#include "kernel/gain_rows.h"

#include "base/memory.h"
#include "kernel/gain_walk.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

#define ROOM (UINT64_C(400) << 20) /* bytes of rows of ends, and as many of lists */

/* A node that a tie waits for, and how far it is from its end of the tie. `back`: its row is to be of the ways into it. */
struct wait {
  uint32_t source, pair, steps;
  bool back;
};

struct rows {
  const struct gain_field *f;
  const struct graph *g;
  const uint32_t (*pair)[2];
  struct gain_score *score;
  const struct kernel_watch *watch;
  uint32_t most;               /* steps beyond which nothing is worth more */
  uint32_t *begin, *goal;      /* room for n each */
  uint32_t *end, ends, *place; /* nodes at ends of ties; of each node: its number among them */
  uint16_t *leave, *come;      /* their rows; undirected: the same */
  size_t *list, from, to;      /* of pairs from .. to - 1: where each one's list begins */
  uint32_t *node;              /* lists: those of the greater set */
  uint16_t *steps;             /* and how far each is from its end */
  size_t node_room, steps_room, used;
  struct wait *wait; /* by source */
  size_t waits, wait_room;
  size_t *batch, batches, batch_room; /* where the waits of up to GAIN_WALKS sources begin */
  bool against;
  struct gain_walker *scratch;
};

static void some_ends(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct rows *r = context;
  (void)lane;
  for (size_t batch = from; batch < to; batch++) {
    uint32_t start = (uint32_t)batch * GAIN_WALKS, left = r->ends - start;
    uint16_t *row[GAIN_WALKS];
    struct gain_walk x = {.first = r->against ? r->g->in_first : r->g->first,
                          .to = r->against ? r->g->in_to : r->g->to,
                          .source = r->end + start,
                          .nodes = r->g->nodes,
                          .count = left < GAIN_WALKS ? left : GAIN_WALKS,
                          .most = r->most,
                          .row = row,
                          .f = r->f};
    for (uint32_t i = 0; i < x.count; i++) {
      row[i] = (r->against ? r->come : r->leave) + (size_t)(start + i) * r->g->nodes;
      gain_walk_forget(row[i], r->g->nodes);
    }
    gain_walk(&r->scratch[worker], &x);
  }
}

static enum kernel_code run(struct rows *r, size_t items, waves_work *work, bool with_rows, size_t scores) {
  struct waves_job job = {items, 8.0 * (double)(r->g->nodes + r->g->first[r->g->nodes]), work, r};
  unsigned workers = waves_workers(&job, r->watch);
  r->scratch = gain_walkers_start(workers, r->g->nodes);
  enum kernel_code code = r->scratch ? KERNEL_DONE : KERNEL_NO_MEMORY;
  for (unsigned w = 0; !code && with_rows && w < workers; w++) {
    r->scratch[w].row = memory_array((size_t)GAIN_WALKS * r->g->nodes, sizeof *r->scratch[w].row);
    r->scratch[w].score = memory_zeroed(scores, sizeof *r->scratch[w].score);
    if (!r->scratch[w].row || !r->scratch[w].score) code = KERNEL_NO_MEMORY;
  }
  if (!code) code = waves_run(&job, r->watch);
  for (unsigned w = 0; !code && with_rows && w < workers; w++)
    for (size_t i = 0; i < scores; i++) {
      struct gain_score *to = &r->score[r->from + i], *more = &r->scratch[w].score[i];
      to->gain += more->gain, to->closer += more->closer, to->met += more->met, to->looks += more->looks;
    }
  code = gain_walkers_end(r->scratch, workers, code);
  r->scratch = NULL;
  return code;
}

/* Rows of the ends of as many ties from `first` on as there is room for; *past: the first one that is left. */
static enum kernel_code take_ends(struct rows *r, size_t first, size_t count, size_t *past) {
  uint64_t each = (uint64_t)r->g->nodes * sizeof *r->leave * (r->g->directed ? 2 : 1), most = ROOM / each;
  size_t i = first;
  if (most < 2) most = 2;
  r->ends = 0;
  for (uint32_t v = 0; v < r->g->nodes; v++)
    r->place[v] = UINT32_MAX;
  for (; i < count && r->ends + 2 <= most; i++)
    for (int side = 0; side < 2; side++) {
      uint32_t v = r->pair[i][side];
      if (r->place[v] == UINT32_MAX) r->place[v] = r->ends, r->end[r->ends++] = v;
    }
  *past = i;
  free(r->come == r->leave ? NULL : r->come);
  free(r->leave);
  r->leave = memory_array((size_t)r->ends * r->g->nodes, sizeof *r->leave);
  r->come = r->g->directed ? memory_array((size_t)r->ends * r->g->nodes, sizeof *r->come) : r->leave;
  if (!r->leave || !r->come) return KERNEL_NO_MEMORY;
  r->against = false;
  enum kernel_code code = run(r, (r->ends + GAIN_WALKS - 1) / GAIN_WALKS, some_ends, false, 0);
  r->against = true;
  if (!code && r->g->directed) code = run(r, (r->ends + GAIN_WALKS - 1) / GAIN_WALKS, some_ends, false, 0);
  return code;
}

/* ---- who comes nearer ---- */

struct nearer {
  const uint16_t *far, *near; /* ways of the one end and of the other */
  uint32_t *node, count;
  uint8_t has; /* groups that they are of */
};

/* Whether v may be in a pair with one of the groups `with`; `leads`: v is where ways begin. */
static bool of_use(const struct gain_field *f, uint32_t v, uint8_t with, bool leads) {
  if (!f->side) return true;
  bool there = (f->side[v] & 1) && (with & 2), back = (f->side[v] & 2) && (with & 1);
  return f->one_way ? (leads ? there : back) : there || back;
}

static void find_nearer(const struct rows *r, struct nearer *x) {
  uint32_t all = gain_savers(x->node, x->far, x->near, r->g->nodes);
  for (uint32_t i = 0; i < all; i++) {
    uint32_t v = x->node[i];
    if (x->near[v] >= r->most || (r->f->side && !r->f->side[v])) continue;
    x->node[x->count++] = v;
    x->has |= r->f->side ? r->f->side[v] : 3;
  }
}

static void keep_useful(const struct rows *r, struct nearer *x, uint8_t with, bool leads) {
  uint32_t all = x->count;
  x->count = x->has = 0;
  for (uint32_t i = 0; i < all; i++) {
    uint32_t v = x->node[i];
    if (!of_use(r->f, v, with, leads)) continue;
    x->node[x->count++] = v;
    x->has |= r->f->side ? r->f->side[v] : 3;
  }
}

static enum kernel_code add_wait(struct rows *r, struct wait w) {
  if (!memory_grow(&r->wait, &r->wait_room, r->waits + 1, sizeof *r->wait)) return KERNEL_NO_MEMORY;
  r->wait[r->waits++] = w;
  return KERNEL_DONE;
}

/* The sets of pair i: the smaller one waits, the greater one is listed. */
static enum kernel_code put_pair(struct rows *r, size_t i) {
  size_t n = r->g->nodes;
  const uint16_t *leave_u = r->leave + r->place[r->pair[i][0]] * n, *leave_v = r->leave + r->place[r->pair[i][1]] * n;
  const uint16_t *come_u = r->come + r->place[r->pair[i][0]] * n, *come_v = r->come + r->place[r->pair[i][1]] * n;
  struct nearer begin = {.far = come_v, .near = come_u, .node = r->begin}, end = {.far = leave_u, .near = leave_v, .node = r->goal};
  enum kernel_code code = KERNEL_DONE;
  find_nearer(r, &begin);
  if (begin.count) find_nearer(r, &end);
  keep_useful(r, &end, begin.has, false);
  keep_useful(r, &begin, end.has, true);
  bool back = end.count < begin.count;
  struct nearer *few = back ? &end : &begin, *many = back ? &begin : &end;
  r->list[i - r->from] = r->used;
  r->score[i] = (struct gain_score){.looks = r->f->members / 4};
  if (!few->count) return KERNEL_DONE;
  if (!memory_grow(&r->node, &r->node_room, r->used + many->count, sizeof *r->node)) return KERNEL_NO_MEMORY;
  if (!memory_grow(&r->steps, &r->steps_room, r->used + many->count, sizeof *r->steps)) return KERNEL_NO_MEMORY;
  for (uint32_t m = 0; m < many->count; m++)
    r->node[r->used] = many->node[m], r->steps[r->used++] = many->near[many->node[m]];
  for (uint32_t m = 0; !code && m < few->count; m++)
    code = add_wait(r, (struct wait){few->node[m], (uint32_t)(i - r->from), few->near[few->node[m]], back && r->g->directed});
  return code;
}

/* ---- all who wait ---- */

static int by_source(const void *x, const void *y) {
  const struct wait *a = x, *b = y;
  if (a->back != b->back) return a->back ? 1 : -1;
  if (a->source != b->source) return a->source < b->source ? -1 : 1;
  return a->pair < b->pair ? -1 : a->pair > b->pair;
}

static bool counts(const struct gain_field *f, bool back, uint32_t source, uint32_t other) {
  return back ? gain_counts(f, other, source) : gain_counts(f, source, other);
}

static void show(struct rows *r, const struct wait *w, const uint16_t *row, struct gain_score *score) {
  const struct gain_field *f = r->f;
  size_t past = w->pair + r->from + 1 < r->to ? r->list[w->pair + 1] : r->used;
  uint32_t so_far = w->steps + 1;
  for (size_t i = r->list[w->pair]; i < past; i++) {
    uint32_t before = row[r->node[i]], after = so_far + r->steps[i];
    if (after >= before || f->worth[after] == f->worth[before] || !counts(f, w->back, w->source, r->node[i])) continue;
    score->gain += f->worth[after] - f->worth[before];
    score->closer++;
    score->met += before == GAIN_FAR;
  }
  score->looks += past - r->list[w->pair];
}

static void some_sources(void *context, size_t from, size_t to, unsigned lane, unsigned worker) {
  struct rows *r = context;
  struct gain_walker *s = &r->scratch[worker];
  (void)lane;
  for (size_t batch = from; batch < to; batch++) {
    size_t start = r->batch[batch], past = batch + 1 < r->batches ? r->batch[batch + 1] : r->waits;
    uint32_t source[GAIN_WALKS], count = 0;
    uint16_t *row[GAIN_WALKS];
    bool back = r->wait[start].back;
    for (size_t i = start; i < past; i++) {
      if (i > start && r->wait[i].source == r->wait[i - 1].source) continue;
      source[count] = r->wait[i].source;
      row[count] = s->row + (size_t)count * r->g->nodes;
      gain_walk_forget(row[count++], r->g->nodes);
    }
    gain_walk(s, &(struct gain_walk){.first = back ? r->g->in_first : r->g->first,
                                     .to = back ? r->g->in_to : r->g->to,
                                     .source = source,
                                     .nodes = r->g->nodes,
                                     .count = count,
                                     .most = r->most,
                                     .row = row,
                                     .f = r->f});
    uint32_t at = 0;
    for (size_t i = start; i < past; i++) {
      if (i > start && r->wait[i].source != r->wait[i - 1].source) at++;
      show(r, &r->wait[i], row[at], &s->score[r->wait[i].pair]);
    }
  }
}

static enum kernel_code serve(struct rows *r) {
  uint32_t sources = 0;
  r->batches = 0;
  if (!r->waits) return KERNEL_DONE;
  qsort(r->wait, r->waits, sizeof *r->wait, by_source);
  for (size_t i = 0; i < r->waits; i++) {
    bool turn = i && r->wait[i].back != r->wait[i - 1].back;
    if (i && !turn && r->wait[i].source == r->wait[i - 1].source) continue;
    if (i == 0 || turn || sources == GAIN_WALKS) {
      if (!memory_grow(&r->batch, &r->batch_room, r->batches + 1, sizeof *r->batch)) return KERNEL_NO_MEMORY;
      r->batch[r->batches++] = i;
      sources = 0;
    }
    sources++;
  }
  return run(r, r->batches, some_sources, true, r->to - r->from);
}

/* Pairs whose ends' rows are there, as many at a time as there is room for their lists. */
static enum kernel_code judge(struct rows *r, size_t from, size_t past) {
  enum kernel_code code = KERNEL_DONE;
  for (size_t i = from; !code && i < past;) {
    r->from = i, r->used = r->waits = 0;
    for (; !code && i < past && r->used * 6 + r->waits * sizeof *r->wait < ROOM; i++)
      code = watch_says_go(r->watch) ? put_pair(r, i) : KERNEL_STOPPED;
    r->to = i;
    if (!code) code = serve(r);
  }
  return code;
}

enum kernel_code gain_rows_of_ties(struct gain_score *score, const struct gain_field *f, const struct graph *g, const uint32_t (*pair)[2],
                                   size_t count, const struct kernel_watch *watch) {
  struct rows r = {.f = f, .g = g, .pair = pair, .score = score, .watch = watch, .most = GAIN_FAR - 1};
  if (f->within) r.most = f->within;
  r.begin = memory_array(g->nodes, sizeof *r.begin);
  r.goal = memory_array(g->nodes, sizeof *r.goal);
  r.end = memory_array(g->nodes, sizeof *r.end);
  r.place = memory_array(g->nodes, sizeof *r.place);
  r.list = memory_array(count, sizeof *r.list);
  enum kernel_code code = r.begin && r.goal && r.end && r.place && r.list ? KERNEL_DONE : KERNEL_NO_MEMORY;
  for (size_t from = 0, past = 0; !code && from < count; from = past) {
    code = take_ends(&r, from, count, &past);
    if (!code) code = judge(&r, from, past);
  }
  if (r.come != r.leave) free(r.come);
  free(r.leave);
  free(r.begin);
  free(r.goal);
  free(r.end);
  free(r.place);
  free(r.list);
  free(r.node);
  free(r.steps);
  free(r.wait);
  free(r.batch);
  return code;
}
