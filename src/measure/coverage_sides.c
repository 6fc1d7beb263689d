/* Sets and elements: the nodes of each side in the order of their keys, then for each set its elements, ascending. */
#include "measure/coverage.h"

#include "base/memory.h"
#include "base/number.h"
#include "measure/partners.h"
#include "measure/pass.h"
#include "net/key_order.h"

#include <stdlib.h>
#include <string.h>

struct named {
  const char *key;
  uint32_t number;
};

static int by_key(const void *a, const void *b) {
  return key_order(((const struct named *)a)->key, ((const struct named *)b)->key);
}

static int ascending(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

nonet_code coverage_times(uint32_t *times, const char **kind, const char *text, nonet_err *err) {
  size_t length = strcspn(text, ";");
  uint64_t k;
  *times = 1;
  *kind = text;
  if (!number_parse_whole(&k, text, length)) {
    if (!text[length]) return NONET_OK;
    return error_set(err, NONET_EUSAGE, "behind the colon stand how often, and then whose nodes are chosen, as in coverage:2;partner");
  }
  if (k < 1 || k > 1000000) return error_set(err, NONET_EUSAGE, "'coverage' needs a whole number from 1 to 1000000, as in coverage:2");
  *times = (uint32_t)k;
  *kind = text + length + (text[length] == ';');
  return NONET_OK;
}

const char *coverage_element(const struct coverage *c, const nonet *n, uint32_t element) {
  return c->layers ? nonet_layer_name(n, c->element[element]) : net_key(n, c->element[element]);
}

/* ---- sides ---- */

/* Who may be chosen, and what is to be covered: flags of nodes. */
struct sides {
  bool *chosen, *covered;
};

static nonet_code by_kind(struct coverage *c, struct sides *s, const bool *strategy, const nonet *n, const char *kind, nonet_err *err) {
  uint32_t named;
  bool reversed = false;
  nonet_code code = nonet_find_kind(&named, n, kind, err);
  for (uint32_t v = 0; !code && v < n->nodes; v++)
    reversed |= net_node_kind(n, v) == named && strategy[v];
  for (uint32_t v = 0; !code && v < n->nodes; v++) {
    s->chosen[v] = net_node_kind(n, v) == named;
    s->covered[v] = strategy[v] != reversed;
  }
  if (reversed) c->what = "partners";
  return code;
}

static nonet_code tell_sides(struct coverage *c, struct sides *s, const nonet *n, const char *kind, const char *measure, nonet_err *err) {
  uint32_t strategies, other;
  bool *strategy = partners_strategies(&strategies, n);
  nonet_code code = strategy && s->chosen && s->covered ? NONET_OK : error_memory(err);
  c->layers = !code && !strcmp(kind, "layer") && nonet_find_kind(&other, n, kind, NULL) != NONET_OK;
  if (!code && c->layers && n->layers == 0) code = error_set(err, NONET_EUSAGE, "'%s': there is no layer to cover", measure);
  if (!code && !c->layers && strategies == 0)
    code = error_set(err, NONET_EUSAGE,
                     "'%s' asks for partners and what they work on, and no kind of nodes tells strategies (--modes A,B names both%s)",
                     measure, n->layers ? "; coverage:1;layer takes layers" : "");
  for (uint32_t v = 0; !code && v < n->nodes; v++)
    s->chosen[v] = !strategy[v], s->covered[v] = !c->layers && strategy[v];
  c->what = c->layers ? "layers" : "strategies";
  if (!code && !c->layers && *kind) code = by_kind(c, s, strategy, n, kind, err);
  free(strategy);
  return code;
}

/* The nodes of a side in the order of their keys, or all layers by name; place[]: of each node or layer. */
static uint32_t *in_order(uint32_t *count, uint32_t *place, const bool *side, const nonet *n) {
  uint32_t all = side ? n->nodes : n->layers;
  struct named *named = memory_array(all, sizeof *named);
  uint32_t *out = memory_array(all, sizeof *out);
  *count = 0;
  for (uint32_t v = 0; named && v < all; v++)
    if (!side || side[v]) named[(*count)++] = (struct named){side ? net_key(n, v) : nonet_layer_name(n, v), v};
  if (named && *count) qsort(named, *count, sizeof *named, by_key);
  for (uint32_t i = 0; named && out && i < *count; i++)
    out[i] = named[i].number, place[named[i].number] = i;
  bool ready = named && out;
  free(named);
  if (ready) return out;
  free(out);
  return NULL;
}

/* ---- who is in what ---- */

struct filling {
  const struct graph *g;
  const bool *covered;
  const uint32_t *place;
  size_t room, count;
};

static bool add(struct coverage *c, struct filling *f, uint32_t element) {
  if (!memory_grow(&c->to, &f->room, f->count + 1, sizeof *c->to)) return false;
  c->to[f->count++] = element;
  c->sets_of[element]++;
  return true;
}

static bool add_set(struct coverage *c, struct filling *f, const nonet *n, uint32_t i) {
  size_t start = f->count;
  uint32_t v = c->set[i];
  bool ready = true;
  if (c->layers) {
    const uint32_t *layer;
    uint32_t layers = net_node_layers(n, v, &layer);
    for (uint32_t k = 0; ready && k < layers; k++)
      ready = add(c, f, f->place[layer[k]]);
  }
  for (uint64_t a = f->g->first[v]; !c->layers && ready && a < f->g->first[v + 1]; a++)
    if (f->covered[f->g->to[a]]) ready = add(c, f, f->place[f->g->to[a]]);
  if (f->count > start) qsort(c->to + start, f->count - start, sizeof *c->to, ascending);
  c->first[i + 1] = f->count;
  return ready;
}

nonet_code coverage_start(struct coverage *c, const struct measure_ask *ask, const char *kind, const char *measure, nonet_err *err) {
  const nonet *n = ask->net;
  uint32_t most = n->nodes > n->layers ? n->nodes : n->layers, *place = memory_array(most, sizeof *place);
  struct sides s = {memory_zeroed(n->nodes, sizeof(bool)), memory_zeroed(n->nodes, sizeof(bool))};
  struct filling f = {.covered = s.covered, .place = place};
  *c = (struct coverage){0};
  nonet_code code = place ? pass_undirected(&f.g, ask, err) : error_memory(err);
  if (!code) code = tell_sides(c, &s, n, kind, measure, err);
  if (!code) {
    c->set = in_order(&c->sets, place, s.chosen, n);
    c->element = in_order(&c->elements, place, c->layers ? NULL : s.covered, n);
    c->first = memory_zeroed((size_t)c->sets + 1, sizeof *c->first);
    c->sets_of = memory_zeroed(c->elements, sizeof *c->sets_of);
    if (!c->set || !c->element || !c->first || !c->sets_of) code = error_memory(err);
  }
  for (uint32_t i = 0; !code && i < c->sets; i++)
    if (!add_set(c, &f, n, i)) code = error_memory(err);
  free(place);
  free(s.chosen);
  free(s.covered);
  if (code) coverage_free(c);
  return code;
}

void coverage_free(struct coverage *c) {
  free(c->set);
  free(c->element);
  free(c->first);
  free(c->to);
  free(c->sets_of);
  *c = (struct coverage){0};
}
