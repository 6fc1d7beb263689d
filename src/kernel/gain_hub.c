/* Which members a new node should have: see gain_search.h. */
#include "kernel/gain_search.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

#define EFFORT UINT64_C(2000000000)

struct finding {
  struct gain_hub *out;
  struct gain_model *m;
  const struct gain_hub_ask *ask;
  const struct kernel_watch *watch;
  uint32_t *set, *place; /* members, and where they stand among the candidates */
  uint16_t *near;
};

/* Put a set among the best ones. Of equals the one that came first stays first. */
static void offer(struct finding *f, int64_t gain, uint32_t members) {
  struct gain_hub *h = f->out;
  size_t at = h->count, size = members * sizeof *h->member;
  while (at > 0 && h->gain[at - 1] < gain)
    at--;
  if (at == f->ask->top) return;
  if (h->count < f->ask->top) h->count++;
  memmove(h->gain + at + 1, h->gain + at, (h->count - at - 1) * sizeof *h->gain);
  memmove(h->member + (at + 1) * members, h->member + at * members, (h->count - at - 1) * size);
  h->gain[at] = gain;
  memcpy(h->member + at * members, f->set, size);
}

static enum kernel_code judge(struct finding *f, int64_t *gain, uint32_t members) {
  if (f->out->tried++ % 256 == 0 && !watch_says_go(f->watch)) return KERNEL_STOPPED;
  return gain_model_hub(gain, f->m, f->set, members, f->near, f->watch);
}

/* Every set of so many members, in lexicographic order. */
static enum kernel_code try_all(struct finding *f, uint32_t members) {
  uint32_t n = f->ask->count, i;
  enum kernel_code code = KERNEL_DONE;
  for (i = 0; i < members; i++)
    f->place[i] = i;
  while (!code) {
    int64_t gain;
    for (i = 0; i < members; i++)
      f->set[i] = f->ask->node[f->place[i]];
    code = judge(f, &gain, members);
    if (!code) offer(f, gain, members);
    for (i = members; i > 0 && f->place[i - 1] == n - members + i - 1;)
      i--;
    if (i == 0) break;
    f->place[i - 1]++;
    for (; i < members; i++)
      f->place[i] = f->place[i - 1] + 1;
  }
  return code;
}

static bool has(const uint32_t *set, uint32_t count, uint32_t node) {
  for (uint32_t i = 0; i < count; i++)
    if (set[i] == node) return true;
  return false;
}

static int ascending(const void *x, const void *y) {
  uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
  return a < b ? -1 : a > b;
}

/* From a first member on, always the one that gains most. */
static enum kernel_code grow(struct finding *f, uint32_t first) {
  enum kernel_code code = KERNEL_DONE;
  int64_t best = 0, gain;
  f->set[0] = first;
  for (uint32_t size = 1; !code && size < f->ask->members; size++) {
    uint32_t which = UINT32_MAX;
    for (uint32_t i = 0; !code && i < f->ask->count; i++) {
      if (has(f->set, size, f->ask->node[i])) continue;
      f->set[size] = f->ask->node[i];
      code = judge(f, &gain, size + 1);
      if (!code && (which == UINT32_MAX || gain > best)) best = gain, which = f->ask->node[i];
    }
    f->set[size] = which;
  }
  if (code) return code;
  qsort(f->set, f->ask->members, sizeof *f->set, ascending);
  for (size_t i = 0; i < f->out->count; i++)
    if (!memcmp(f->out->member + i * f->ask->members, f->set, f->ask->members * sizeof *f->set)) return code;
  offer(f, best, f->ask->members);
  return code;
}

/* Looks for one set: a sum over pairs looks at half of all, what counts at the whole network. */
static double work_of_one(const struct finding *f) {
  double n = f->m->g->nodes, m = (double)f->m->g->first[f->m->g->nodes];
  if (gain_goal_sums(f->m->goal)) return n * n / 2;
  return (n + m) * (f->m->goal == GAIN_CONNECTIVITY ? 50 : 10);
}

static enum kernel_code find(struct finding *f, double effort) {
  double sets = 1, one = work_of_one(f), growing = (double)f->ask->count * f->ask->members * one;
  enum kernel_code code = KERNEL_DONE;
  for (uint32_t i = 0; i < f->ask->members && sets < 1e18; i++)
    sets *= (double)(f->ask->count - i) / (i + 1);
  f->out->exact = sets * one <= effort;
  if (f->out->exact) return try_all(f, f->ask->members);
  double starts = effort / growing;
  for (uint32_t i = 0; !code && i < f->ask->count && (i == 0 || i < starts); i++)
    code = grow(f, f->ask->node[i]);
  return code;
}

enum kernel_code gain_hub_find(struct gain_hub *out, struct gain_model *m, const struct gain_hub_ask *ask,
                               const struct kernel_watch *watch) {
  struct finding f = {.out = out, .m = m, .ask = ask, .watch = watch};
  *out = (struct gain_hub){.members = ask->members};
  if (ask->members < 2 || ask->members > ask->count || !ask->top) return KERNEL_DONE;
  f.set = memory_array(ask->members, sizeof *f.set);
  f.place = memory_array(ask->members, sizeof *f.place);
  f.near = memory_array(m->g->nodes, sizeof *f.near);
  out->member = memory_array((size_t)ask->members * ((size_t)ask->top + 1), sizeof *out->member);
  out->gain = memory_array((size_t)ask->top + 1, sizeof *out->gain);
  bool ready = f.set && f.place && f.near && out->member && out->gain;
  enum kernel_code code = ready ? find(&f, ask->effort ? (double)ask->effort : (double)EFFORT) : KERNEL_NO_MEMORY;
  free(f.set);
  free(f.place);
  free(f.near);
  if (code) gain_hub_free(out);
  return code;
}

void gain_hub_free(struct gain_hub *h) {
  free(h->member);
  free(h->gain);
  *h = (struct gain_hub){0};
}
