/* Layers one by one: into how many parts each falls, how far its members are apart.
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

/* Nodes of one layer joined by its ties: each points towards the one that stands for its part. */
struct parts {
  uint32_t *up, *size;
};

static uint32_t top_of(struct parts *p, uint32_t v) {
  while (p->up[v] != v)
    v = p->up[v] = p->up[p->up[v]];
  return v;
}

static void join(struct parts *p, uint32_t u, uint32_t v) {
  u = top_of(p, u), v = top_of(p, v);
  if (u == v) return;
  if (p->size[u] < p->size[v]) {
    uint32_t swap = u;
    u = v, v = swap;
  }
  p->up[v] = u;
  p->size[u] += p->size[v];
}

/* How many parts each layer has, the nodes in its largest, and the parts of one node; any may be NULL. */
static nonet_code count_parts(double *parts, double *largest, double *alone, const nonet *n, nonet_err *err) {
  struct parts p = {memory_array(n->nodes, sizeof *p.up), memory_array(n->nodes, sizeof *p.size)};
  struct layer_arc *arc = NULL;
  size_t arcs = 0;
  nonet_code code = p.up && p.size ? layer_arcs(&arc, &arcs, n, err) : error_memory(err);
  for (uint32_t l = 0, i = 0; !code && l < n->layers; l++) {
    const uint32_t *layer;
    if (parts) parts[l] = 0;
    if (largest) largest[l] = 0;
    if (alone) alone[l] = 0;
    for (uint32_t v = 0; v < n->nodes; v++)
      p.up[v] = v, p.size[v] = 1;
    for (; i < arcs && arc[i].layer == l; i++)
      join(&p, arc[i].from, arc[i].to);
    for (uint32_t v = 0; v < n->nodes; v++) {
      uint32_t count = net_node_layers(n, v, &layer), k = 0;
      while (k < count && layer[k] != l)
        k++;
      if (k == count || p.up[v] != v) continue; /* one node of each part stands for it */
      if (parts) parts[l]++;
      if (largest) largest[l] = fmax(largest[l], p.size[v]);
      if (alone) alone[l] += p.size[v] == 1;
    }
  }
  free(arc);
  free(p.up);
  free(p.size);
  return code;
}

static nonet_code components(double *out, const struct measure_ask *ask, nonet_err *err) {
  return count_parts(out, NULL, NULL, ask->net, err);
}

static nonet_code isolates(double *out, const struct measure_ask *ask, nonet_err *err) {
  return count_parts(NULL, NULL, out, ask->net, err);
}

static nonet_code giant_share(double *out, const struct measure_ask *ask, nonet_err *err) {
  double *member = memory_array(ask->net->layers, sizeof *member);
  nonet_code code = member ? count_parts(NULL, out, NULL, ask->net, err) : error_memory(err);
  if (!code) layer_members(member, ask->net, false);
  for (uint32_t l = 0; !code && l < ask->net->layers; l++)
    out[l] = member[l] > 0 ? out[l] / member[l] : (double)NAN;
  free(member);
  return code;
}

/* ---- the same through views ---- */

static nonet_code view_components(double *out, const struct measure_ask *ask, nonet_err *err) {
  return layer_by_view(out, "components", false, ask, err);
}
static nonet_code view_giant_share(double *out, const struct measure_ask *ask, nonet_err *err) {
  return layer_by_view(out, "giant", true, ask, err);
}
static nonet_code transitivity(double *out, const struct measure_ask *ask, nonet_err *err) {
  return layer_by_view(out, "transitivity", false, ask, err);
}
static nonet_code mean_distance(double *out, const struct measure_ask *ask, nonet_err *err) {
  return layer_by_view(out, "mean-distance", false, ask, err);
}

#define KIVELA "Kivela, M. et al. (2014) Multilayer networks, doi:10.1093/comnet/cnu016"
#define HARARY "Harary, F., Norman, R. Z., Cartwright, D. (1965) Structural Models, Wiley"
#define ITSELF "of the layer by itself: its nodes, and the ties of it; "

static const struct measure_row rows[] = {
    {.info = {.name = "layer-isolates",
              .title = "Isolates of a layer",
              .summary = "How many of a layer's members have no tie in it.",
              .scope = NONET_OF_LAYERS,
              .low = 0,
              .high = INFINITY,
              .formula = "number of its nodes without a neighbour by a tie of the layer",
              .convention = ITSELF "a tie from a node to itself does not count; direction is left out of account",
              .undefined = "0 for an empty layer",
              .source = KIVELA,
              .cost = "O(layers * n + m log n)"},
     .reads_undirected = true,
     .plain = isolates},
    {.info = {.name = "layer-components",
              .title = "Components of a layer",
              .summary = "Into how many parts without any tie between them a layer falls.",
              .scope = NONET_OF_LAYERS,
              .low = 0,
              .high = INFINITY,
              .formula = "number of the layer's components",
              .convention = ITSELF "weak components: direction is left out of account",
              .undefined = "0 for an empty layer; an isolate is a component of its own",
              .source = HARARY,
              .cost = "O(layers * n + m log n)"},
     .reads_undirected = true,
     .plain = view_components,
     .fast = components},
    {.info = {.name = "layer-giant-share",
              .title = "Share of a layer's largest component",
              .summary = "Which share of a layer hangs together in its largest part.",
              .scope = NONET_OF_LAYERS,
              .low = 0,
              .high = 1,
              .formula = "nodes of the layer's largest component / nodes of the layer",
              .convention = ITSELF "weak components: direction is left out of account",
              .undefined = "undefined for an empty layer; 1 for a layer of a single node",
              .source = "Newman, M. E. J. (2003) The structure and function of complex networks, doi:10.1137/S003614450342480",
              .cost = "O(layers * n + m log n)"},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = view_giant_share,
     .fast = giant_share},
    {.info = {.name = "layer-transitivity",
              .title = "Transitivity of a layer",
              .summary = "How often two contacts of a partner in a layer are in direct contact there themselves.",
              .scope = NONET_OF_LAYERS,
              .low = 0,
              .high = 1,
              .formula = "3 * triangles / connected triples, of the layer",
              .convention = ITSELF "as 'transitivity'; direction is left out of account; simple network; never weighted",
              .undefined = "undefined for a layer in which no two ties meet",
              .source = "Luce, R. D., Perry, A. D. (1949) A method of matrix analysis of group structure, doi:10.1007/BF02289146",
              .cost = "O(m^1.5)"},
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = transitivity},
    {.info = {.name = "layer-mean-distance",
              .title = "Mean distance in a layer",
              .summary = "Over how many ties of a layer its members reach each other on average.",
              .scope = NONET_OF_LAYERS,
              .low = 0,
              .high = INFINITY,
              .formula = "mean of the distances of all pairs of the layer that have a path in it",
              .convention = ITSELF "as 'mean-distance'; pairs without a path are left out; along the arcs when directed; never weighted",
              .undefined = "undefined for a layer without ties",
              .source = "Newman, M. E. J. (2003) The structure and function of complex networks, doi:10.1137/S003614450342480",
              .cost = "O(nm) over the layers"},
     .gaps = MEASURE_GAPS,
     .plain = mean_distance},
};

const struct measure_rows layer_parts_rows = {rows, sizeof rows / sizeof *rows};
