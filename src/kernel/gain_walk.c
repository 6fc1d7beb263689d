/* One bit of a word for each source; a node that is new to some of them hands their bits on together [1].
 *
 * Sources: (1) M. Then et al. 2014, The more the merrier: efficient multi-source graph traversal, doi:10.14778/2735496.2735507. */
#include "kernel/gain_walk.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static void walker_free(struct gain_walker *s) {
  free(s->seen);
  free(s->near);
  free(s->next);
  free(s->front);
  free(s->found);
  free(s->row);
  free(s->count);
  free(s->score);
}

static bool walker_start(struct gain_walker *s, uint32_t nodes) {
  s->seen = memory_zeroed(nodes, sizeof *s->seen);
  s->near = memory_zeroed(nodes, sizeof *s->near);
  s->next = memory_zeroed(nodes, sizeof *s->next);
  s->front = memory_array(nodes, sizeof *s->front);
  s->found = memory_array(nodes, sizeof *s->found);
  return s->seen && s->near && s->next && s->front && s->found;
}

/* Who of the new ones at v are in a pair that counts. */
static uint64_t in_pairs(const struct gain_walk *x, uint32_t v, uint64_t fresh) {
  if (!x->f->side) return fresh;
  uint64_t with = (x->f->side[v] & 2 ? x->one : 0) | (x->f->side[v] & 1 ? x->two : 0);
  return fresh & with;
}

static void meet(struct gain_walker *s, const struct gain_walk *x, uint32_t v, uint64_t fresh, uint32_t steps) {
  if (!x->row) s->count[steps] += (uint64_t)__builtin_popcountll(in_pairs(x, v, fresh));
  for (; x->row && fresh; fresh &= fresh - 1)
    x->row[__builtin_ctzll(fresh)][v] = (uint16_t)steps;
}

void gain_walk(struct gain_walker *s, const struct gain_walk *x) {
  uint32_t fronts = 0, steps = 0;
  for (uint32_t i = 0; i < x->count; i++) {
    uint32_t v = x->source[i];
    if (!s->near[v]) s->front[fronts++] = v;
    s->near[v] |= UINT64_C(1) << i;
    s->seen[v] |= UINT64_C(1) << i;
    if (x->row) x->row[i][v] = 0;
  }
  while (fronts && steps < x->most) {
    uint32_t founds = 0, kept = 0;
    steps++;
    for (uint32_t i = 0; i < fronts; i++) {
      uint32_t v = s->front[i];
      for (uint64_t a = x->first[v]; a < x->first[v + 1]; a++) {
        uint32_t w = x->to[a];
        uint64_t more = s->near[v] & ~s->seen[w];
        if (!more) continue;
        if (!s->next[w]) s->found[founds++] = w;
        s->next[w] |= more;
      }
    }
    for (uint32_t i = 0; i < fronts; i++)
      s->near[s->front[i]] = 0;
    for (uint32_t i = 0; i < founds; i++) {
      uint32_t w = s->found[i];
      s->near[w] = s->next[w], s->next[w] = 0;
      s->seen[w] |= s->near[w];
      meet(s, x, w, s->near[w], steps);
      s->front[kept++] = w;
    }
    fronts = kept;
  }
  if (fronts && steps >= GAIN_FAR - 1) s->too_far = true;
  for (uint32_t i = 0; i < fronts; i++)
    s->near[s->front[i]] = 0;
  memset(s->seen, 0, x->nodes * sizeof *s->seen);
}

void gain_walk_forget(uint16_t *row, uint32_t nodes) {
  for (uint32_t v = 0; v < nodes; v++)
    row[v] = GAIN_FAR;
}

struct gain_walker *gain_walkers_start(unsigned workers, uint32_t nodes) {
  struct gain_walker *s = memory_zeroed(workers, sizeof *s);
  bool ready = s != NULL;
  for (unsigned w = 0; ready && w < workers; w++)
    ready = walker_start(&s[w], nodes);
  if (ready) return s;
  for (unsigned w = 0; s && w < workers; w++)
    walker_free(&s[w]);
  free(s);
  return NULL;
}

enum kernel_code gain_walkers_end(struct gain_walker *s, unsigned workers, enum kernel_code code) {
  for (unsigned w = 0; s && w < workers; w++) {
    if (!code && s[w].too_far) code = KERNEL_TOO_MANY_PATHS;
    walker_free(&s[w]);
  }
  free(s);
  return code;
}
