/* Views by reach: the greatest component, and the surroundings of a node. Ties are followed whatever way they point. */
#include "base/buffer.h"
#include "base/memory.h"
#include "base/number.h"
#include "net/view.h"

#include <stdlib.h>
#include <string.h>

/* Breadth first: the queue holds the nodes in the order in which they were reached; `level_end` is where the step's nodes end. */
uint32_t view_reach(uint8_t *reached, uint32_t *queue, const nonet *n, uint32_t start, uint64_t steps) {
  uint32_t head = 0, count = 0;
  reached[start] = 1;
  queue[count++] = start;
  for (uint64_t step = 0; step < steps && head < count; step++)
    for (uint32_t level_end = count; head < level_end; head++)
      for (uint64_t e = n->end_first[queue[head]]; e < n->end_first[queue[head] + 1]; e++) {
        uint32_t other = n->end_other[e];
        if (reached[other]) continue;
        reached[other] = 1;
        queue[count++] = other;
      }
  return count;
}

/* The greatest component; of equals the one whose first node comes first. */
static nonet_code flag_giant(struct subset *s, nonet_err *err) {
  const nonet *n = s->net;
  uint8_t *reached = memory_zeroed(n->nodes, 1);
  uint32_t *queue = memory_array(n->nodes, sizeof *queue), most = 0, start = NONET_NONE;
  nonet_code code = reached && queue ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; v < n->nodes && !code; v++) {
    if (reached[v]) continue;
    uint32_t count = view_reach(reached, queue, n, v, UINT64_MAX);
    if (count > most) {
      most = count;
      start = v;
    }
  }
  if (!code && start != NONET_NONE) view_reach(s->node, queue, n, start, UINT64_MAX);
  free(reached);
  free(queue);
  return code;
}

static nonet_code make_giant(nonet **out, const struct view_ask *ask, nonet_err *err) {
  struct subset s;
  nonet_code code = subset_start(&s, ask->net, false, true, err);
  if (!code) code = flag_giant(&s, err);
  if (!code) code = subset_build(out, &s, err);
  subset_free(&s);
  return code;
}

/* "NAME" or "NAME:STEPS"; a name may hold a colon, so the whole text is tried first. */
static nonet_code read_around(uint32_t *node, uint64_t *steps, const struct view_ask *ask, nonet_err *err) {
  *steps = 1;
  nonet_code code = nonet_find_node(node, ask->net, ask->argument, err);
  const char *colon = strrchr(ask->argument, ':');
  if (code != NONET_EUSAGE || !colon || !number_parse_whole(steps, colon + 1, strlen(colon + 1))) return code;
  struct buffer name = {0};
  buffer_add(&name, ask->argument, (size_t)(colon - ask->argument));
  code = name.failed ? error_memory(err) : nonet_find_node(node, ask->net, buffer_string(&name), err);
  buffer_free(&name);
  return code;
}

static nonet_code make_around(nonet **out, const struct view_ask *ask, nonet_err *err) {
  uint32_t node;
  uint64_t steps;
  nonet_code code = read_around(&node, &steps, ask, err);
  if (code) return code;
  struct subset s;
  uint32_t *queue = memory_array(ask->net->nodes, sizeof *queue);
  code = subset_start(&s, ask->net, false, true, err);
  if (!code && !queue) code = error_memory(err);
  if (!code) view_reach(s.node, queue, ask->net, node, steps);
  if (!code) code = subset_build(out, &s, err);
  free(queue);
  subset_free(&s);
  return code;
}

static const struct view_row rows[] = {
    {{"giant", "the greatest component"}, "giant", false, make_giant},
    {{"around:NAME[:STEPS]", "a node and all within so many steps of it (1 unless said), and the ties among them"},
     "around",
     true,
     make_around},
};
const struct view_rows view_near_rows = {rows, sizeof rows / sizeof *rows};
