/* Lanes: scratch space, and the choice of the form that the processor and the network at hand run best.
 *
 * How many lanes: more lanes share the look at an arc's bits (and what is mispredicted there) among more sources, fewer keep the values in
 * the caches. With path counts of 16 bits, those of 32 lanes are one line of memory. */
#include "kernel/lanes.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define LINE 64u
#define MISSES_IN 8 /* batches are tried with narrow counts as long as fewer than one in so many had counts that did not fit */

enum lanes_width lanes_best_width(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")) return LANES_AVX512;
  if (__builtin_cpu_supports("avx2")) return LANES_AVX2;
#endif
  return LANES_SCALAR;
}

enum kernel_code lanes_walk(struct lanes_scratch *s, const struct lanes_batch *b, enum lanes_width width) {
  static lanes_form *const forms[][2] = {
    {lanes_scalar_narrow, lanes_scalar_wide},
#if defined(__x86_64__)
    {lanes_avx2_narrow, lanes_avx2_wide},
    {lanes_avx512_narrow, lanes_avx512_wide},
#endif
  };
  enum kernel_code code = KERNEL_TOO_MANY_PATHS;
  if (s->misses <= s->batches++ / MISSES_IN) {
    code = forms[width][0](s, b);
    s->misses += code == KERNEL_TOO_MANY_PATHS;
  }
  return code == KERNEL_TOO_MANY_PATHS ? forms[width][1](s, b) : code;
}

/* Of all nodes and lanes, 0: lanes that are not reached are computed with, then left out. */
static void *rows(void **block, size_t values, size_t size) {
  *block = memory_large(values + LINE / size, size);
  if (!*block) return NULL;
  void *at = (void *)(((uintptr_t)*block + LINE - 1) & ~(uintptr_t)(LINE - 1));
  return memset(at, 0, values * size);
}

bool lanes_scratch_start(struct lanes_scratch *s, const struct lanes_net *net) {
  size_t values = (size_t)net->nodes * LANES;
  *s = (struct lanes_scratch){0};
  s->value = rows(&s->block[0], values, sizeof *s->value);
  s->count = rows(&s->block[1], values, sizeof *s->count);
  s->seen = memory_zeroed(net->nodes, sizeof *s->seen);
  s->near = memory_zeroed(net->nodes, sizeof *s->near);
  s->entry = memory_large(values + 1, sizeof *s->entry);
  return s->value && s->count && s->seen && s->near && s->entry;
}

/* For so many more arcs. */
static bool room(struct lanes_scratch *s, const struct lanes_net *net, uint64_t arcs) {
  size_t need = s->arcs + (size_t)arcs + LANES_AHEAD;
  return memory_grow(&s->arc, &s->room, need, sizeof *s->arc) &&
         (!net->edge || memory_grow(&s->edge, &s->edge_room, need, sizeof *s->edge));
}

/* There is room. What leads nowhere new is written over by what follows it: nothing is to be predicted. */
static void list_arcs(struct lanes_scratch *s, const struct lanes_net *net, struct lanes_entry *e) {
  lanes_arc *arc = s->arc + s->arcs;
  const uint32_t *seen = s->seen, *to = net->to, lanes = e->lanes;
  uint32_t taken = 0;
  for (uint64_t a = net->first[e->node], end = net->first[e->node + 1]; a < end; a++) {
    uint32_t w = to[a], on = lanes & ~seen[w];
    arc[taken] = lanes_arc_of(w, on);
    if (net->edge) s->edge[s->arcs + taken] = net->edge[a];
    taken += on != 0;
  }
  e->arcs = taken;
  s->arcs += taken;
}

const lanes_arc *lanes_list(struct lanes_scratch *s, const struct lanes_net *net, uint64_t from, uint64_t end) {
  const size_t start = s->arcs;
  for (uint64_t i = from; i < end; i++) {
    uint32_t v = s->entry[i].node;
    if (!room(s, net, net->first[v + 1] - net->first[v])) return NULL;
    list_arcs(s, net, &s->entry[i]);
  }
  memset(s->arc + s->arcs, 0, LANES_AHEAD * sizeof *s->arc);
  return s->arc + start;
}

/* What is asked for ahead of the list's end, on its way back, is node 0. */
enum kernel_code lanes_list_start(struct lanes_scratch *s, const struct lanes_net *net) {
  s->arcs = 0;
  if (!room(s, net, LANES_AHEAD)) return KERNEL_NO_MEMORY;
  memset(s->arc, 0, LANES_AHEAD * sizeof *s->arc);
  s->arcs = LANES_AHEAD;
  return KERNEL_DONE;
}

enum kernel_code lanes_broken_off(struct lanes_scratch *s, const struct lanes_net *net, enum kernel_code why) {
  memset(s->seen, 0, net->nodes * sizeof *s->seen);
  memset(s->near, 0, net->nodes * sizeof *s->near);
  return why;
}

void lanes_scratch_free(struct lanes_scratch *s) {
  free(s->block[0]);
  free(s->block[1]);
  free(s->seen);
  free(s->near);
  free(s->entry);
  free(s->arc);
  free(s->edge);
  *s = (struct lanes_scratch){0};
}
