/* With and without, side by side: what somebody adds is what the second panel lacks.
 *
 * How: the network now and as the edits would make it are two states of one picture (changes_panels.c), so every node keeps its place and
 * what goes is dashed. Who stays but would be parted from the largest group of those it can reach now is marked as cut off; groups are
 * found as for the answer (whatif_parts.c), so that picture and sentence say the same. */
#include "ask/changes_panels.h"
#include "ask/whatif.h"
#include "show/fate.h"

#include "base/memory.h"

#include <stdlib.h>

/* The component of each node of `all` in a state; NONET_NONE: it is not there. */
static nonet_code parts_of(uint32_t *part, const struct state_panels *p, size_t state, nonet_err *err) {
  const nonet *n = p->at[state].net, *all = p->all;
  uint32_t *own = memory_array(n->nodes, sizeof *own);
  nonet_code code = own ? parts_components(own, n, err) : error_memory(err);
  for (uint32_t v = 0; v < all->nodes && !code; v++) {
    uint32_t at = p->place[state * all->nodes + v];
    part[v] = at == NONET_NONE ? NONET_NONE : own[at];
  }
  free(own);
  return code;
}

/* Groups but the greatest of each whole that comes apart. */
static nonet_code mark_parted(struct state_panels *p, nonet_err *err) {
  uint32_t nodes = p->all->nodes, *now = memory_array(nodes, sizeof *now), *then = memory_array(nodes, sizeof *then);
  struct parts parted = {0};
  nonet_code code = now && then ? NONET_OK : error_memory(err);
  if (!code) code = parts_of(now, p, 0, err);
  if (!code) code = parts_of(then, p, 1, err);
  for (uint32_t v = 0; v < nodes && !code; v++)
    if (now[v] == NONET_NONE || then[v] == NONET_NONE) now[v] = then[v] = NONET_NONE;
  if (!code) code = parts_compare(&parted, p->all, now, then, err);
  for (uint32_t g = 1; g < parted.groups && !code; g++)
    for (uint32_t i = 0; i < parted.group[g].count && parted.group[g].whole == parted.group[g - 1].whole; i++)
      p->panel[1].node[parted.node[parted.group[g].first + i]] = FATE_ROLE_PARTED;
  parts_free(&parted);
  free(now);
  free(then);
  return code;
}

nonet_code nonet_what_if_draw(nonet_picture **out, const nonet *n, const nonet_edit *edits, size_t count, const nonet_draw_options *options,
                              const nonet_run *run, nonet_err *err) {
  struct state_panels p = {.count = 2, .asked = run};
  nonet_draw_options how = options ? *options : (nonet_draw_options){0};
  struct whatif w = {.n = n, .edits = edits, .count = count};
  nonet *then = NULL;
  *out = NULL;
  run_start(&p.run, run);
  nonet_code code = nonet_edited(&then, n, edits, count, run, err);
  if (!code) code = whatif_condition(&w, err);
  const nonet_snapshot states[] = {{"As it is", n}, {buffer_string(&w.condition), then}};
  p.at = states;
  if (!how.title) how.title = nonet_title(n);
  if (!code) code = state_panels_prepare(&p, err);
  if (!code) code = mark_parted(&p, err);
  if (!code) code = picture_of_panels(out, p.all, p.panel, p.count, &how, run, err);
  state_panels_free(&p);
  buffer_free(&w.condition);
  nonet_free(then);
  return code;
}
