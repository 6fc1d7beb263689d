/* Parts of a directed network: who can reach whom both ways, and the bow-tie around the largest such part.
 *
 * Sources: (1) R. Tarjan 1972, doi:10.1137/0201010; (2) A. Broder and others 2000, doi:10.1016/S1389-1286(00)00083-9. */
#include "base/memory.h"
#include "kernel/bowtie.h"
#include "kernel/component.h"
#include "measure/judge.h"
#include "measure/numbering.h"
#include "measure/pass.h"
#include "measure/through_igraph.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>

/* Strong components: the part of each node, 0 the largest; free both. */
static nonet_code strong(uint32_t **part, uint32_t **size, uint32_t *parts, const struct measure_ask *ask, nonet_err *err) {
  uint32_t n = ask->simple->nodes;
  *part = memory_array(n, sizeof **part);
  *size = memory_zeroed(n, sizeof **size);
  return *part && *size ? pass_result(component_strong(*part, *size, parts, ask->simple), ask, err) : error_memory(err);
}

static nonet_code strong_component(double *out, const struct measure_ask *ask, nonet_err *err) {
  uint32_t *part, *size, parts;
  nonet_code code = strong(&part, &size, &parts, ask, err);
  if (!code) code = numbering(out, part, parts, ask->net, err);
  free(part);
  free(size);
  return code;
}

static nonet_code strong_components(double *out, const struct measure_ask *ask, nonet_err *err) {
  uint32_t *part, *size, parts;
  nonet_code code = strong(&part, &size, &parts, ask, err);
  if (!code) *out = parts;
  free(part);
  free(size);
  return code;
}

static nonet_code strong_giant(double *out, const struct measure_ask *ask, nonet_err *err) {
  uint32_t *part, *size, parts;
  nonet_code code = strong(&part, &size, &parts, ask, err);
  if (!code) *out = parts ? size[0] : 0;
  free(part);
  free(size);
  return code;
}

static igraph_error_t call_count(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  igraph_integer_t count = 0;
  (void)weights, (void)ask;
  igraph_error_t code = igraph_connected_components(g, NULL, NULL, &count, IGRAPH_STRONG);
  if (!code) code = igraph_vector_resize(out, 1);
  if (!code) VECTOR(*out)[0] = (double)count;
  return code;
}

static nonet_code strong_components_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return through_igraph(out, 1, ask, false, THROUGH_NONE, call_count, err);
}

static igraph_error_t call_giant(igraph_vector_t *out, const igraph_t *g, const igraph_vector_t *weights, const struct measure_ask *ask) {
  igraph_vector_int_t size;
  (void)weights, (void)ask;
  igraph_error_t code = igraph_vector_int_init(&size, 0);
  if (code) return code;
  code = igraph_connected_components(g, NULL, &size, NULL, IGRAPH_STRONG);
  if (!code) code = igraph_vector_resize(out, 1);
  if (!code) VECTOR(*out)[0] = igraph_vector_int_size(&size) ? (double)igraph_vector_int_max(&size) : 0;
  igraph_vector_int_destroy(&size);
  return code;
}

static nonet_code strong_giant_by_igraph(double *out, const struct measure_ask *ask, nonet_err *err) {
  return through_igraph(out, 1, ask, false, THROUGH_NONE, call_giant, err);
}

/* The core of equally large ones is that with the least key, as in 'strong-component': parts by their numbers there, from 0. */
static nonet_code number_parts(uint32_t *part, uint32_t parts, const nonet *n, nonet_err *err) {
  double *number = memory_array(n->nodes, sizeof *number);
  nonet_code code = number ? numbering(number, part, parts, n, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < n->nodes; v++)
    part[v] = (uint32_t)number[v] - 1;
  free(number);
  return code;
}

static nonet_code bow_tie(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  static const char *const words[BOWTIE_PLACES] = {"core", "in", "out", "tube", "tendril of in", "tendril of out", "apart"};
  uint32_t *part, *size, parts, n = ask->net->nodes;
  uint8_t *place = memory_array(n, 1);
  size_t column;
  nonet_code code = strong(&part, &size, &parts, ask, err);
  if (!code && !place) code = error_memory(err);
  if (!code) code = number_parts(part, parts, ask->net, err);
  if (!code) code = pass_result(bowtie(place, part, ask->simple), ask, err);
  if (!code) code = sheet_of_nodes(out, "bow-tie", "Bow-tie", ask->net, err);
  if (!code) code = sheet_add_texts(&column, *out, "place", err);
  for (uint32_t v = 0; !code && v < n; v++)
    code = sheet_set_text(*out, v, column, words[place[v]], err);
  free(part);
  free(size);
  free(place);
  return code;
}

#define TARJAN "Tarjan, R. (1972) Depth-first search and linear graph algorithms, doi:10.1137/0201010"

static const struct measure_row rows[] = {
    {.info = {.name = "strong-component",
              .title = "Strong component",
              .summary = "Which partners can reach each other both ways: they have the same number, 1 for the largest such group.",
              .scope = NONET_OF_NODES,
              .low = 1,
              .high = INFINITY,
              .formula = "number of the maximal set in which each reaches each along the arcs",
              .convention = "1 is the largest, equal ones by the least key in them; undirected: the same as component",
              .undefined = "an isolate is a part of its own",
              .source = TARJAN,
              .cost = "O(n + m)"},
     .plain = strong_component},
};

static const struct measure_row whole_rows[] = {
    {.info = {.name = "strong-components",
              .title = "Strong components",
              .summary = "Into how many groups the network falls in which everybody can reach everybody along the direction of the ties.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "number of maximal sets in which each reaches each along the arcs",
              .convention = "undirected: the same as components",
              .undefined = "0 for a network without nodes",
              .source = TARJAN,
              .cost = "O(n + m)"},
     .plain = strong_components_by_igraph,
     .fast = strong_components},
    {.info = {.name = "strong-giant",
              .title = "Largest strong component",
              .summary =
                  "How many partners are in the largest group in which everybody can reach everybody along the direction of the ties.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = INFINITY,
              .formula = "number of nodes of the largest strong component",
              .convention = "undirected: the same as giant",
              .undefined = "0 for a network without nodes",
              .source = TARJAN,
              .cost = "O(n + m)"},
     .plain = strong_giant_by_igraph,
     .fast = strong_giant},
};

static const struct measure_row table_rows[] = {
    {.info =
         {.name = "bow-tie",
          .title = "Bow-tie",
          .summary = "Who feeds the core in which all reach each other, who is fed by it, and who is only loosely attached.",
          .scope = NONET_OF_TABLE,
          .low = 0,
          .high = INFINITY,
          .formula =
              "core: the largest strong component; in: reaches it; out: is reached from it; tube, tendril: on the way past or hanging on",
          .convention =
              "where no two reach each other both ways there is no core and all are apart; undirected: the largest component is the core",
          .undefined = "an isolate is apart",
          .source = "Broder, A. and others (2000) Graph structure in the Web, doi:10.1016/S1389-1286(00)00083-9",
          .cost = "O(n + m)"},
     .table = bow_tie,
     .check = judge_bow_tie},
};

const struct measure_rows strong_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows whole_strong_rows = {whole_rows, sizeof whole_rows / sizeof *whole_rows};
const struct measure_rows bowtie_rows = {table_rows, sizeof table_rows / sizeof *table_rows};
