/* See whatif_parts.h.
 *
 * How: nodes are sorted by counting, first by the part that they are in after, then by the one that they were in before; runs of both are
 * groups, and a whole of two groups or more has come apart. */
#include "ask/whatif_parts.h"

#include "base/memory.h"
#include "kernel/component.h"
#include "net/key_order.h"

#include <stdlib.h>
#include <string.h>

/* Stable: `from` by part[], into `to`. `start` has nodes + 1 places. */
static void sort_by(uint32_t *to, const uint32_t *from, uint32_t count, const uint32_t *part, uint32_t *start, uint32_t nodes) {
  memset(start, 0, ((size_t)nodes + 1) * sizeof *start);
  for (uint32_t i = 0; i < count; i++)
    start[part[from[i]] + 1]++;
  for (uint32_t p = 0; p < nodes; p++)
    start[p + 1] += start[p];
  for (uint32_t i = 0; i < count; i++)
    to[start[part[from[i]]]++] = from[i];
}

/* Runs of the sorted nodes that are together before and after. */
static void list_groups(struct parts *p, uint32_t count, const uint32_t *before, const uint32_t *after) {
  for (uint32_t i = 0, stop; i < count; i = stop) {
    uint32_t v = p->node[i];
    for (stop = i + 1; stop < count && before[p->node[stop]] == before[v] && after[p->node[stop]] == after[v];)
      stop++;
    p->group[p->groups++] = (struct parts_group){before[v], i, stop - i};
  }
}

/* Keep wholes of several groups, numbered anew. */
static void keep_parted(struct parts *p) {
  uint32_t kept = 0;
  for (uint32_t i = 0, stop; i < p->groups; i = stop) {
    double all = 0, inside = 0;
    for (stop = i; stop < p->groups && p->group[stop].whole == p->group[i].whole; stop++) {
      double size = p->group[stop].count;
      all += size;
      inside += size * size;
    }
    if (stop - i < 2) continue;
    p->pairs += (all * all - inside) / 2;
    for (uint32_t g = i; g < stop; g++)
      p->group[kept++] = (struct parts_group){p->wholes, p->group[g].first, p->group[g].count};
    p->wholes++;
  }
  p->groups = kept;
}

/* A group with the key that comes first in it. */
struct ranked {
  struct parts_group group;
  const char *key;
};

static int by_size(const void *left, const void *right) {
  const struct ranked *a = left, *b = right;
  if (a->group.whole != b->group.whole) return a->group.whole < b->group.whole ? -1 : 1;
  if (a->group.count != b->group.count) return a->group.count > b->group.count ? -1 : 1;
  return key_order(a->key, b->key);
}

static bool rank_groups(struct parts *p, const nonet *n) {
  struct ranked *r = memory_array(p->groups, sizeof *r);
  if (!r) return false;
  for (uint32_t g = 0; g < p->groups; g++) {
    const struct parts_group *group = &p->group[g];
    uint32_t least = p->node[group->first];
    for (uint32_t i = 1; i < group->count; i++)
      if (key_before(n, p->node[group->first + i], least)) least = p->node[group->first + i];
    r[g] = (struct ranked){*group, net_key(n, least)};
  }
  if (p->groups) qsort(r, p->groups, sizeof *r, by_size);
  for (uint32_t g = 0; g < p->groups; g++)
    p->group[g] = r[g].group;
  free(r);
  return true;
}

nonet_code parts_compare(struct parts *out, const nonet *n, const uint32_t *before, const uint32_t *after, nonet_err *err) {
  uint32_t *listed = memory_array(n->nodes, sizeof *listed), *start = memory_array((size_t)n->nodes + 1, sizeof *start), count = 0;
  *out = (struct parts){.group = memory_array(n->nodes, sizeof *out->group), .node = memory_array(n->nodes, sizeof *out->node)};
  bool fits = listed && start && out->group && out->node;
  for (uint32_t v = 0; fits && v < n->nodes; v++)
    if (before[v] != NONET_NONE && after[v] != NONET_NONE) out->node[count++] = v;
  if (fits) {
    sort_by(listed, out->node, count, after, start, n->nodes);
    sort_by(out->node, listed, count, before, start, n->nodes);
    list_groups(out, count, before, after);
    keep_parted(out);
    fits = rank_groups(out, n);
  }
  free(listed);
  free(start);
  if (!fits) parts_free(out);
  return fits ? NONET_OK : error_memory(err);
}

void parts_free(struct parts *p) {
  free(p->group);
  free(p->node);
  *p = (struct parts){0};
}

nonet_code parts_components(uint32_t *part, const nonet *n, nonet_err *err) {
  const struct graph *g;
  uint32_t parts;
  nonet_code code = net_simple(&g, n, false, false, err);
  if (!code && component_weak(part, NULL, &parts, g)) code = error_memory(err);
  return code;
}

/* Number everything that `from` reaches without passing `without`. */
static void spread(uint32_t *part, uint32_t *queue, const nonet *n, uint32_t from, uint32_t without, uint32_t number) {
  uint32_t head = 0, tail = 0;
  queue[tail++] = from;
  part[from] = number;
  while (head < tail) {
    uint32_t v = queue[head++];
    for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++) {
      uint32_t w = n->end_other[e];
      if (w == without || part[w] != NONET_NONE) continue;
      part[w] = number;
      queue[tail++] = w;
    }
  }
}

nonet_code parts_without(struct parts *out, const nonet *n, uint32_t node, nonet_err *err) {
  uint32_t *whole = memory_zeroed(n->nodes, sizeof *whole), *part = memory_array(n->nodes, sizeof *part);
  uint32_t *queue = memory_array(n->nodes, sizeof *queue), number = 0;
  nonet_code code = whole && part && queue ? NONET_OK : error_memory(err);
  *out = (struct parts){0};
  if (!code) {
    memset(part, 0xff, n->nodes * sizeof *part);
    for (uint64_t e = n->end_first[node]; e < n->end_first[node + 1]; e++) {
      uint32_t w = n->end_other[e];
      if (w != node && part[w] == NONET_NONE) spread(part, queue, n, w, node, number++);
    }
    code = parts_compare(out, n, whole, part, err);
  }
  free(whole);
  free(part);
  free(queue);
  return code;
}
