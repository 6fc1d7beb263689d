/* Layers one by one: how large each is, how dense, how far what is said is returned.
 *
 * Each number is that of the whole network that the layer is by itself: its nodes (declared in it, or at an end of a tie of it) and its
 * ties. The second method says just that: it takes the view layer:NAME and measures it. The first counts in the arrays of the network.
 *
 * Sources: (1) M. Kivela and others 2014, Multilayer networks, doi:10.1093/comnet/cnu016; (2) S. Wasserman, K. Faust 1994,
 * doi:10.1017/CBO9780511815478, ch. 4. */
#include "measure/layers.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

static nonet_code nodes(double *out, const struct measure_ask *ask, nonet_err *err) {
  (void)err;
  layer_members(out, ask->net, false);
  return NONET_OK;
}

static nonet_code own_nodes(double *out, const struct measure_ask *ask, nonet_err *err) {
  (void)err;
  layer_members(out, ask->net, true);
  return NONET_OK;
}

static nonet_code ties(double *out, const struct measure_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  (void)err;
  for (uint32_t l = 0; l < n->layers; l++)
    out[l] = 0;
  for (uint32_t t = 0; t < n->ties; t++) {
    const uint32_t *layer;
    uint32_t room, layers = layers_of_tie(&layer, &room, n, t);
    for (uint32_t i = 0; i < layers; i++)
      out[layer[i]] += n->tie_layer || layer_has_node(n, layer[i], n->tie_to[t]);
  }
  return NONET_OK;
}

static nonet_code density(double *out, const struct measure_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  struct layer_arc *arc;
  size_t arcs = 0;
  nonet_code code = layer_arcs(&arc, &arcs, n, err);
  double *member = code ? NULL : memory_array(n->layers, sizeof *member);
  if (!code && !member) code = error_memory(err);
  if (!code) layer_members(member, n, false);
  for (uint32_t l = 0, i = 0; !code && l < n->layers; l++) {
    double possible = member[l] * (member[l] - 1) / (n->directed ? 1 : 2), pairs = 0;
    for (; i < arcs && arc[i].layer == l; i++)
      pairs++;
    if (member[l] > 1) out[l] = pairs / possible;
  }
  free(member);
  free(arc);
  return code;
}

static bool is_listed(const struct layer_arc *arc, size_t arcs, struct layer_arc sought) {
  return arcs && bsearch(&sought, arc, arcs, sizeof *arc, layer_arc_order);
}

static nonet_code reciprocity(double *out, const struct measure_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  struct layer_arc *arc;
  size_t arcs = 0;
  nonet_code code = n->directed ? layer_arcs(&arc, &arcs, n, err) : NONET_OK;
  if (code || !n->directed) return code;
  for (size_t first = 0, end; first < arcs; first = end) {
    double back = 0;
    for (end = first; end < arcs && arc[end].layer == arc[first].layer; end++)
      back += is_listed(arc, arcs, (struct layer_arc){arc[end].layer, arc[end].to, arc[end].from});
    out[arc[first].layer] = back / (double)(end - first);
  }
  free(arc);
  return NONET_OK;
}

/* ---- the same through views ---- */

static nonet_code view_nodes(double *out, const struct measure_ask *ask, nonet_err *err) {
  return layer_by_view(out, "nodes", false, ask, err);
}
static nonet_code view_ties(double *out, const struct measure_ask *ask, nonet_err *err) {
  return layer_by_view(out, "ties", false, ask, err);
}
static nonet_code view_density(double *out, const struct measure_ask *ask, nonet_err *err) {
  return layer_by_view(out, "density", false, ask, err);
}
static nonet_code view_reciprocity(double *out, const struct measure_ask *ask, nonet_err *err) {
  nonet_code code = ask->net->directed ? layer_by_view(out, "reciprocity", false, ask, err) : NONET_OK;
  return code;
}

#define KIVELA "Kivela, M. et al. (2014) Multilayer networks, doi:10.1093/comnet/cnu016"
#define WASSERMAN_FAUST "Wasserman, S., Faust, K. (1994) Social Network Analysis, ch. 4, doi:10.1017/CBO9780511815478"
#define ITSELF "of the layer by itself: its nodes, and the ties of it; "

static const struct measure_row rows[] = {
    {.info = {.name = "layer-nodes",
              .title = "Nodes of a layer",
              .summary = "How many partners and strategies a layer holds.",
              .scope = NONET_OF_LAYERS,
              .low = 0,
              .high = INFINITY,
              .formula = "number of nodes that are declared in the layer or at an end of a tie of it",
              .convention = "a node of several layers counts in each",
              .undefined = "0 for an empty layer; an isolate counts where it is declared",
              .source = KIVELA,
              .cost = "O(n)"},
     .apart_from_silence = true,
     .plain = view_nodes,
     .fast = nodes},
    {.info = {.name = "layer-own-nodes",
              .title = "Nodes of a layer alone",
              .summary = "How many a layer has that are in no other: who is met only there.",
              .scope = NONET_OF_LAYERS,
              .low = 0,
              .high = INFINITY,
              .formula = "number of its nodes that are in this layer only",
              .convention = "nodes without layer count nowhere",
              .undefined = "0 for an empty layer",
              .source = KIVELA,
              .cost = "O(n)"},
     .apart_from_silence = true,
     .plain = own_nodes},
    {.info = {.name = "layer-ties",
              .title = "Ties of a layer",
              .summary = "How many ties are of a layer, each as it was given.",
              .scope = NONET_OF_LAYERS,
              .low = 0,
              .high = INFINITY,
              .formula = "number of ties of the layer",
              .convention = "all of them: parallel ties each, loops too; an undirected tie is one, in a directed network as well",
              .undefined = "0 for an empty layer",
              .source = KIVELA,
              .cost = "O(m)"},
     .sees_all_ties = true,
     .plain = view_ties,
     .fast = ties},
    {.info = {.name = "layer-density",
              .title = "Density of a layer",
              .summary = "Which share of all possible pairs within a layer is tied directly in it.",
              .scope = NONET_OF_LAYERS,
              .low = 0,
              .high = 1,
              .formula = "2m/(n(n-1)), or m/(n(n-1)) when directed, n the nodes of the layer, m its edges",
              .convention = ITSELF "simple network; over all pairs, also in a network of two modes; never weighted",
              .undefined = "undefined for a layer of fewer than 2 nodes",
              .source = WASSERMAN_FAUST,
              .cost = "O(n + m log m)"},
     .gaps = MEASURE_GAPS,
     .plain = view_density,
     .fast = density},
    {.info = {.name = "layer-reciprocity",
              .title = "Reciprocity of a layer",
              .summary = "Which share of what partners say of each other in a layer is returned in it.",
              .scope = NONET_OF_LAYERS,
              .low = 0,
              .high = 1,
              .formula = "arcs u -> v of the layer for which v -> u is in the layer too / all arcs of the layer",
              .convention = ITSELF "share of arcs, not of pairs; an undirected tie in a directed network is returned; simple network",
              .undefined = "undefined for an undirected network and for a layer without ties",
              .source = "Newman, M. E. J., Forrest, S., Balthrop, J. (2002) Email networks and the spread of computer viruses, "
                        "doi:10.1103/PhysRevE.66.035101",
              .cost = "O(n + m log m)"},
     .gaps = MEASURE_GAPS,
     .plain = view_reciprocity,
     .fast = reciprocity},
};

const struct measure_rows layer_size_rows = {rows, sizeof rows / sizeof *rows};
