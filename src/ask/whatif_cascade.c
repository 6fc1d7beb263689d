/* Layers that depend on each other: who hangs together in all of them at once, and who falls away step by step because somebody fails.
 *
 * A node is held only while it hangs together with the same others in every layer; one that is in no tie of a layer stands alone there. The
 * partition comes from refining (kernel/mutual.h), so it does not depend on the order of layers; the steps, which follow the group that is
 * the largest in the end, do: layers are looked at in their order. Of groups of one size the one with the least key counts as the largest.
 *
 * Sources: (1) S. Buldyrev et al. 2010, Catastrophic cascade of failures in interdependent networks, doi:10.1038/nature08932. */
#include "ask/whatif_cascade.h"

#include "base/memory.h"
#include "net/key_order.h"

#include <stdlib.h>
#include <string.h>

/* ---- the layers as graphs ---- */

/* One CSR for each layer with ties, over all nodes. */
static nonet_code build_layer(struct graph *g, const nonet *n, uint32_t layer, nonet_err *err) {
  uint64_t *first = memory_zeroed((size_t)n->nodes + 1, sizeof *first), count = 0;
  for (uint32_t t = 0; t < n->ties; t++)
    count += n->tie_layer[t] == layer && n->tie_from[t] != n->tie_to[t];
  uint32_t *to = memory_array(2 * (size_t)count, sizeof *to);
  *g = (struct graph){.nodes = n->nodes, .first = first, .to = to, .in_first = first, .in_to = to};
  if (!first || !to) return error_memory(err);
  count = 0;
  for (uint32_t v = 0; v < n->nodes; v++) {
    for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++)
      if (n->end_other[e] != v && n->tie_layer[n->end_tie[e]] == layer) to[count++] = n->end_other[e];
    first[v + 1] = count;
  }
  return NONET_OK;
}

static nonet_code build_layers(struct cascade *c, nonet_err *err) {
  const nonet *n = c->n;
  c->graph = memory_zeroed(n->layers, sizeof *c->graph);
  c->layer = memory_array(n->layers, sizeof *c->layer);
  uint8_t *used = memory_zeroed(n->layers, 1);
  nonet_code code = c->graph && c->layer && used ? NONET_OK : error_memory(err);
  for (uint32_t t = 0; !code && n->tie_layer && t < n->ties; t++)
    if (n->tie_layer[t] != NONET_NONE) used[n->tie_layer[t]] = 1;
  for (uint32_t l = 0; !code && l < n->layers; l++) {
    if (!used[l]) continue;
    c->layer[c->m.layers] = l;
    code = build_layer(&c->graph[c->m.layers++], n, l, err);
  }
  free(used);
  if (!code && c->m.layers < 2)
    return error_set(err, NONET_EUSAGE, "a cascade runs between layers: two at least need ties, and %s",
                     c->m.layers == 0 ? "there is none" : "there is one");
  c->m.layer = c->graph;
  c->m.nodes = n->nodes;
  return code;
}

nonet_code cascade_start(struct cascade *c, const nonet *n, const char *const *names, nonet_err *err) {
  *c = (struct cascade){.n = n, .failed = memory_zeroed(n->nodes, 1), .step = memory_zeroed(n->nodes, sizeof *c->step)};
  c->cause = memory_zeroed(n->nodes, sizeof *c->cause);
  nonet_code code = c->failed && c->step && c->cause ? build_layers(c, err) : error_memory(err);
  for (; !code && names && *names; names++) {
    uint32_t v;
    code = nonet_find_node(&v, n, *names, err);
    if (code) continue;
    c->failures += !c->failed[v];
    c->failed[v] = 1;
  }
  return code;
}

void cascade_free(struct cascade *c) {
  for (uint32_t l = 0; c->graph && l < c->m.layers; l++) {
    free((void *)(uintptr_t)c->graph[l].first);
    free((void *)(uintptr_t)c->graph[l].to);
  }
  free(c->graph);
  free(c->layer);
  free(c->failed);
  free(c->step);
  free(c->cause);
  free(c->group);
  free(c->size);
}

/* ---- following the group that is the largest in the end ---- */

static void settle(struct mutual_run *r) {
  uint32_t layer;
  while (mutual_step(r, &layer))
    continue;
}

/* A node of the largest group; NONET_NONE: nobody is left. size[] holds the sizes of groups. */
static uint32_t find_largest(const struct cascade *c, const struct mutual_run *r, uint32_t *size) {
  uint32_t best = NONET_NONE;
  memset(size, 0, c->n->nodes * sizeof *size);
  for (uint32_t v = 0; v < c->n->nodes; v++)
    size[r->group[v]] += !c->failed[v];
  for (uint32_t v = 0; v < c->n->nodes; v++) {
    if (c->failed[v]) continue;
    uint32_t mine = size[r->group[v]], greatest = best == NONET_NONE ? 0 : size[r->group[best]];
    if (mine > greatest || (mine == greatest && key_before(c->n, v, best))) best = v;
  }
  return best;
}

/* Go on to the end; who parts from `follow` gets the step and the layer. */
static void follow_on(struct cascade *c, struct mutual_run *r, uint32_t follow, bool one_step) {
  uint32_t layer;
  while (mutual_step(r, &layer)) {
    bool any = false;
    for (uint32_t v = 0; v < c->n->nodes; v++) {
      if (c->cause[v] != CASCADE_HOLDS || r->group[v] == r->group[follow]) continue;
      if (!any && !one_step) c->steps++;
      any = true;
      c->step[v] = one_step ? 0 : c->steps;
      c->cause[v] = layer + 1;
    }
  }
}

nonet_code cascade_run(struct cascade *c, nonet_err *err) {
  struct mutual_run ahead = {0}, r = {0};
  c->group = memory_array(c->n->nodes, sizeof *c->group);
  c->size = memory_array(c->n->nodes, sizeof *c->size);
  if (!c->group || !c->size || mutual_start(&ahead, &c->m) || mutual_start(&r, &c->m)) {
    mutual_free(&ahead);
    return error_memory(err);
  }
  settle(&ahead);
  c->before = mutual_largest(&ahead, NULL);
  mutual_fail(&ahead, c->failed);
  settle(&ahead);
  uint32_t follow = find_largest(c, &ahead, c->size);
  if (follow != NONET_NONE) {
    follow_on(c, &r, follow, c->failures > 0);
    c->after = c->size[ahead.group[follow]];
  }
  if (c->failures) c->steps = 1;
  for (uint32_t v = 0; v < c->n->nodes; v++)
    if (c->failed[v]) c->step[v] = 1, c->cause[v] = CASCADE_FAILS;
  if (c->failures && follow != NONET_NONE) {
    mutual_fail(&r, c->failed);
    follow_on(c, &r, follow, false);
  }
  memcpy(c->group, ahead.group, c->n->nodes * sizeof *c->group);
  mutual_free(&ahead);
  mutual_free(&r);
  return NONET_OK;
}

nonet_code cascade_each(uint32_t *left, const struct cascade *c, const struct run *run, nonet_err *err) {
  struct mutual_run base = {0}, r = {0};
  uint8_t *failed = memory_zeroed(c->n->nodes, 1);
  nonet_code code = !failed || mutual_start(&base, &c->m) || mutual_start(&r, &c->m) ? error_memory(err) : NONET_OK;
  if (!code) settle(&base);
  for (uint32_t v = 0; v < c->n->nodes && !code; v++) {
    memcpy(r.group, base.group, c->n->nodes * sizeof *r.group);
    r.groups = base.groups;
    failed[v] = 1;
    mutual_fail(&r, failed);
    settle(&r);
    left[v] = mutual_largest(&r, failed);
    failed[v] = 0;
    code = run_check(run, err);
  }
  mutual_free(&base);
  mutual_free(&r);
  free(failed);
  return code;
}
