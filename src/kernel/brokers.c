/* Counting brokerage roles.
 *
 * All paths a -> v -> b, closed ones too, follow from how many neighbours v has in each group, inward and outward; paths back to a itself
 * are taken off. Closed ones, a -> v -> b with a -> b, are found as triangles and taken off one by one: with the heads of a marked, either
 * v's arcs are gone through, or a's are looked up among v's, whichever is less work.
 *
 * Sources: (1) R. V. Gould, R. M. Fernandez 1989, Structures of mediation, doi:10.2307/270949. */
#include "kernel/brokers.h"

#include "base/memory.h"
#include "kernel/waves.h"

#include <stdlib.h>
#include <string.h>

/* How many neighbours v has in each group; `met` lists the groups with any. */
struct around {
  uint64_t *in, *out;
  uint32_t *met;
  uint32_t met_count;
};

static enum broker_role role_of(uint32_t from, uint32_t at, uint32_t to) {
  if (from == at) return to == at ? BROKER_COORDINATOR : BROKER_REPRESENTATIVE;
  if (to == at) return BROKER_GATEKEEPER;
  return from == to ? BROKER_ITINERANT : BROKER_LIAISON;
}

static bool has_arc(const struct graph *g, uint32_t u, uint32_t v) {
  uint64_t low = g->first[u], high = g->first[u + 1];
  while (low < high) {
    uint64_t middle = low + (high - low) / 2;
    if (g->to[middle] < v)
      low = middle + 1;
    else
      high = middle;
  }
  return low < g->first[u + 1] && g->to[low] == v;
}

static void meet(struct around *s, uint64_t *side, uint32_t h) {
  if (!s->in[h] && !s->out[h]) s->met[s->met_count++] = h;
  side[h]++;
}

/* Paths through v, closed or not, but not back to where they came from. */
static void all_paths(uint64_t *count, struct around *s, const struct graph *g, const uint32_t *group, uint32_t v) {
  uint32_t own = group[v];
  uint64_t in = 0, out = 0, same = 0;
  s->met_count = 0;
  for (uint64_t a = g->in_first[v]; a < g->in_first[v + 1]; a++)
    if (group[g->in_to[a]] != BROKER_NO_GROUP) meet(s, s->in, group[g->in_to[a]]), in++;
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++)
    if (group[g->to[a]] != BROKER_NO_GROUP) meet(s, s->out, group[g->to[a]]), out++;
  uint64_t in_own = s->in[own], out_own = s->out[own];
  for (uint32_t i = 0; i < s->met_count; i++) {
    uint32_t h = s->met[i];
    if (h != own) same += s->in[h] * s->out[h];
    s->in[h] = s->out[h] = 0;
  }
  count[BROKER_COORDINATOR] = in_own * out_own;
  count[BROKER_ITINERANT] = same;
  count[BROKER_GATEKEEPER] = (in - in_own) * out_own;
  count[BROKER_REPRESENTATIVE] = in_own * (out - out_own);
  count[BROKER_LIAISON] = (in - in_own) * (out - out_own) - same;
  for (uint64_t a = g->first[v]; a < g->first[v + 1]; a++) {
    uint32_t w = g->to[a];
    if (group[w] == BROKER_NO_GROUP || (g->directed && !has_arc(g, w, v))) continue;
    count[group[w] == own ? BROKER_COORDINATOR : BROKER_ITINERANT]--;
  }
}

/* Take off a -> v -> b where a -> b: the heads of a are marked. */
static void closed_paths(uint64_t *count, const struct graph *g, const uint32_t *group, const uint8_t *head_of_a, uint32_t a, uint32_t v) {
  bool through_v = g->first[v + 1] - g->first[v] <= 8 * (g->first[a + 1] - g->first[a]);
  uint32_t row = through_v ? v : a;
  for (uint64_t i = g->first[row]; i < g->first[row + 1]; i++) {
    uint32_t b = g->to[i];
    if (b == a || b == v || group[b] == BROKER_NO_GROUP) continue;
    if (through_v ? head_of_a[b] : has_arc(g, v, b)) count[(size_t)v * BROKER_ROLES + role_of(group[a], group[v], group[b])]--;
  }
}

enum kernel_code brokers(uint64_t *count, const struct graph *g, const uint32_t *group, uint32_t groups, const struct kernel_watch *watch) {
  struct around s = {
      .in = memory_zeroed(groups, sizeof *s.in), .out = memory_zeroed(groups, sizeof *s.out), .met = memory_array(groups, sizeof *s.met)};
  uint8_t *head_of_a = memory_zeroed(g->nodes, 1);
  enum kernel_code code = KERNEL_NO_MEMORY;
  if (!s.in || !s.out || !s.met || !head_of_a) goto done;
  memset(count, 0, (size_t)g->nodes * BROKER_ROLES * sizeof *count);
  code = KERNEL_STOPPED;
  for (uint32_t v = 0; v < g->nodes; v++)
    if (group[v] != BROKER_NO_GROUP) all_paths(count + (size_t)v * BROKER_ROLES, &s, g, group, v);
  for (uint32_t a = 0; a < g->nodes; a++) {
    if (a % 256 == 0 && !watch_says_go(watch)) goto done;
    if (group[a] == BROKER_NO_GROUP) continue;
    for (uint64_t i = g->first[a]; i < g->first[a + 1]; i++)
      head_of_a[g->to[i]] = 1;
    for (uint64_t i = g->first[a]; i < g->first[a + 1]; i++)
      if (group[g->to[i]] != BROKER_NO_GROUP) closed_paths(count, g, group, head_of_a, a, g->to[i]);
    for (uint64_t i = g->first[a]; i < g->first[a + 1]; i++)
      head_of_a[g->to[i]] = 0;
  }
  for (uint32_t v = 0; v < g->nodes; v++)
    for (int role = 0; role < BROKER_ALL; role++)
      count[(size_t)v * BROKER_ROLES + BROKER_ALL] += count[(size_t)v * BROKER_ROLES + (size_t)role];
  code = KERNEL_DONE;
done:
  free(s.in);
  free(s.out);
  free(s.met);
  free(head_of_a);
  return code;
}
