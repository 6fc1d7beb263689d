/* Layers on common nodes: each is taken as the view layer:NAME, whose simple network knows what repeated ties are worth, and its ends are
 * renamed to places in the order of keys. */
#include "measure/layer_edges.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "measure/layers.h"
#include "net/key_order.h"

#include <stdlib.h>
#include <string.h>

/* ---- names ---- */

static nonet_code find_layer(uint32_t *out, const nonet *n, const char *from, size_t length, nonet_err *err) {
  char *name = memory_array(length + 1, 1);
  if (!name) return error_memory(err);
  while (length && *from == ' ')
    from++, length--;
  while (length && from[length - 1] == ' ')
    length--;
  memcpy(name, from, length);
  name[length] = '\0';
  nonet_code code = nonet_find_layer(out, n, name, err);
  free(name);
  return code;
}

nonet_code layer_pair_read(uint32_t pair[2], const nonet *n, const char *text, nonet_err *err) {
  const char *split = strchr(text, ';');
  if (n->layers < 2) return error_set(err, NONET_EUSAGE, "the network has fewer than two layers that could be compared");
  if (!*text && n->layers == 2) {
    pair[0] = 0, pair[1] = 1;
    return NONET_OK;
  }
  if (!split || strchr(split + 1, ';'))
    return error_set(err, NONET_EUSAGE, "two layers are named behind the colon: '%s;%s'", net_word(n, n->layer_name[0]),
                     net_word(n, n->layer_name[1]));
  nonet_code code = find_layer(&pair[0], n, text, (size_t)(split - text), err);
  if (!code) code = find_layer(&pair[1], n, split + 1, strlen(split + 1), err);
  if (!code && pair[0] == pair[1])
    code = error_set(err, NONET_EUSAGE, "'%s' is named twice: a layer is always like itself", net_word(n, n->layer_name[pair[0]]));
  return code;
}

/* ---- ties ---- */

struct named {
  const char *key;
  uint32_t node;
};

static int by_key(const void *a, const void *b) {
  return key_order(((const struct named *)a)->key, ((const struct named *)b)->key);
}

static uint32_t *places(const nonet *n) {
  struct named *named = memory_array(n->nodes, sizeof *named);
  uint32_t *place = memory_array(n->nodes, sizeof *place);
  for (uint32_t v = 0; named && place && v < n->nodes; v++)
    named[v] = (struct named){net_key(n, v), v};
  if (named && place && n->nodes) qsort(named, n->nodes, sizeof *named, by_key);
  for (uint32_t i = 0; named && place && i < n->nodes; i++)
    place[named[i].node] = i;
  if (!named) free(place);
  free(named);
  return named ? place : NULL;
}

/* The places of a layer's members, in the order in which its view has them. */
static uint32_t *member_places(const nonet *n, uint32_t layer, const uint32_t *place) {
  uint32_t *out = memory_array(n->nodes, sizeof *out), count = 0;
  for (uint32_t v = 0; out && v < n->nodes; v++)
    if (layer_has_node(n, layer, v)) out[count++] = place[v];
  return out;
}

struct placed {
  uint32_t tail, head;
  double value;
};

static int by_ends(const void *a, const void *b) {
  const struct placed *x = a, *y = b;
  uint32_t low_x = x->tail < x->head ? x->tail : x->head, low_y = y->tail < y->head ? y->tail : y->head;
  uint32_t high_x = x->tail ^ x->head ^ low_x, high_y = y->tail ^ y->head ^ low_y;
  if (low_x != low_y) return low_x < low_y ? -1 : 1;
  if (high_x != high_y) return high_x < high_y ? -1 : 1;
  return (x->tail > y->tail) - (x->tail < y->tail);
}

static nonet_code copy_edges(struct qap_edges *out, const struct graph *g, const uint32_t *place, nonet_err *err) {
  struct placed *edge = memory_array(g->edges, sizeof *edge);
  uint32_t *tail = memory_array(g->edges, sizeof *tail), *head = memory_array(g->edges, sizeof *head);
  double *value = g->strength ? memory_array(g->edges, sizeof *value) : NULL;
  bool ready = edge && tail && head && (value || !g->strength);
  *out = (struct qap_edges){g->edges, tail, head, value};
  for (uint32_t e = 0; ready && e < g->edges; e++) {
    uint32_t u = place[g->tail[e]], v = place[g->head[e]];
    bool turn = !g->directed && v < u;
    edge[e] = (struct placed){turn ? v : u, turn ? u : v, value ? g->strength[e] : 1};
  }
  if (ready && g->edges) qsort(edge, g->edges, sizeof *edge, by_ends);
  for (uint32_t e = 0; ready && e < g->edges; e++) {
    tail[e] = edge[e].tail, head[e] = edge[e].head;
    if (value) value[e] = edge[e].value;
  }
  free(edge);
  return ready ? NONET_OK : error_memory(err);
}

static nonet_code read_layer(struct qap_edges *out, uint32_t layer, const uint32_t *place, const struct measure_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  struct buffer text = {0};
  const struct graph *g;
  nonet *view = NULL;
  buffer_print(&text, "layer:%s", net_word(n, n->layer_name[layer]));
  nonet_code code = text.failed ? error_memory(err) : nonet_view(&view, n, buffer_string(&text), ask->run->asked, err);
  uint32_t *member = code ? NULL : member_places(n, layer, place);
  if (!code && !member) code = error_memory(err);
  if (!code) code = net_simple(&g, view, n->directed, ask->weighted, err);
  if (!code) code = copy_edges(out, g, member, err);
  free(member);
  nonet_free(view);
  buffer_free(&text);
  return code;
}

static nonet_code read_modes(struct layer_edges *e, const uint32_t *place, const nonet *n, nonet_err *err) {
  if (!n->two_modes) return NONET_OK;
  e->mode = memory_array(n->nodes, 1);
  if (!e->mode) return error_memory(err);
  uint32_t first = NONET_NONE; /* the kind of the node that comes first by key */
  for (uint32_t v = 0; v < n->nodes; v++)
    if (place[v] == 0) first = net_node_kind(n, v);
  for (uint32_t v = 0; v < n->nodes; v++)
    e->mode[place[v]] = net_node_kind(n, v) != first;
  return NONET_OK;
}

nonet_code layer_edges_start(struct layer_edges *out, const struct measure_ask *ask, const uint32_t *only, nonet_err *err) {
  const nonet *n = ask->net;
  uint32_t *place = places(n);
  *out = (struct layer_edges){.layers = n->layers, .at = memory_zeroed(n->layers, sizeof *out->at)};
  nonet_code code = place && out->at ? read_modes(out, place, n, err) : error_memory(err);
  for (uint32_t l = 0; !code && l < n->layers; l++)
    if (!only || l == only[0] || l == only[1]) code = read_layer(&out->at[l], l, place, ask, err);
  free(place);
  if (code) layer_edges_free(out);
  return code;
}

void layer_edges_free(struct layer_edges *e) {
  for (uint32_t l = 0; e->at && l < e->layers; l++) {
    free((void *)(uintptr_t)e->at[l].tail);
    free((void *)(uintptr_t)e->at[l].head);
    free((void *)(uintptr_t)e->at[l].value);
  }
  free(e->at);
  free(e->mode);
  *e = (struct layer_edges){0};
}

struct qap_ask layer_edges_pair(const struct layer_edges *e, const nonet *n, uint32_t a, uint32_t b) {
  return (struct qap_ask){.nodes = n->nodes, .directed = n->directed, .mode = e->mode, .a = e->at[a], .b = e->at[b]};
}
