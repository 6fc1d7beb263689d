/* Dominating sets and the rich club.
 *
 * Sources: (1) O. Ore 1962, Theory of Graphs; (2) S. Zhou, R. J. Mondragon 2004, doi:10.1109/LCOMM.2004.823426. */
#include "kernel/dominating.h"

#include "base/memory.h"
#include "kernel/richclub.h"
#include "measure/judge.h"
#include "measure/keyed.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* The search goes by the order of keys: which of several smallest sets is shown does not depend on the order of rows. */
static nonet_code dominating_set(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  struct dominating d = {0};
  struct kernel_watch watch = pass_watch(ask);
  struct keyed k;
  nonet_code code = keyed_start(&k, ask->simple, ask->net, err);
  if (code) return code;
  code = pass_result(dominating_start(&d, &k.graph, &(struct dominating_question){0}, &watch), ask, err);
  for (uint32_t i = 0; !code && i < d.size; i++)
    d.node[i] = k.node[d.node[i]];
  if (!code) qsort(d.node, d.size, sizeof *d.node, by_number);
  if (!code) code = sheet_new(out, "dominating-set", "Dominating set", NONET_BY_SET, d.size, err);
  for (uint32_t i = 0; !code && i < d.size; i++) {
    code = sheet_set_text(*out, i, 0, "1", err);
    if (!code) code = sheet_set_text(*out, i, 1, net_key(ask->net, d.node[i]), err);
  }
  if (!code) {
    char note[160];
    if (d.bound == d.size)
      snprintf(note, sizeof note, "dominating-set: no set of fewer than %" PRIu32 " reaches everybody.", d.size);
    else
      snprintf(note, sizeof note, "dominating-set: %" PRIu32 " were found; no set of fewer than %" PRIu32 " can reach everybody.", d.size,
               d.bound);
    code = sheet_note(*out, note, err);
  }
  dominating_free(&d);
  keyed_free(&k);
  return code;
}

static nonet_code rich_club(double *out, const struct measure_ask *ask, nonet_err *err) {
  const struct graph *g;
  nonet_code code = pass_undirected(&g, ask, err);
  if (code) return code;
  double k = ask->parameter;
  if (!(k >= 0) || k != floor(k)) return error_set(err, NONET_EUSAGE, "'rich-club' needs a whole number of ties, as in rich-club:3");
  uint32_t levels = richclub_levels(g), *nodes = memory_array(levels, sizeof *nodes), *edges = memory_array(levels, sizeof *edges);
  double *density = memory_array(levels, sizeof *density);
  code = nodes && edges && density ? pass_result(richclub(nodes, edges, density, g), ask, err) : error_memory(err);
  if (!code && k < levels) *out = density[(uint32_t)k];
  free(nodes);
  free(edges);
  free(density);
  return code;
}

static const struct measure_row rows[] = {
    {.info = {.name = "rich-club",
              .title = "Rich club",
              .summary = "How densely the partners with many contacts are tied to each other.",
              .scope = NONET_OF_WHOLE,
              .low = 0,
              .high = 1,
              .formula = "density among the nodes with more than K neighbours",
              .convention = "not divided by that of a random network; direction is left out of account; simple network",
              .undefined = "undefined where fewer than 2 nodes have more than K neighbours",
              .source =
                  "Zhou, S., Mondragon, R. J. (2004) The rich-club phenomenon in the Internet topology, doi:10.1109/LCOMM.2004.823426",
              .cost = "O(n + m)",
              .parameter = "K, neighbours"},
     .example = "2",
     .needs_parameter = true,
     .reads_undirected = true,
     .gaps = MEASURE_GAPS,
     .plain = rich_club},
};

static const struct measure_row table_rows[] = {
    {.info = {.name = "dominating-set",
              .title = "Dominating set",
              .summary = "The fewest partners that together are tied to everybody else.",
              .scope = NONET_OF_TABLE,
              .low = 0,
              .high = INFINITY,
              .formula = "a smallest set such that every node is in it or tied to one in it",
              .convention =
                  "exact where the search can prove it, else the note says how far from the least it may be; along the arcs when directed",
              .undefined = "an isolate is in the set",
              .source = "Ore, O. (1962) Theory of Graphs, American Mathematical Society Colloquium Publications 38",
              .cost = "O(n + m) for a good set; proving that it is least may take long and is bounded"},
     .table = dominating_set,
     .check = judge_dominating},
};

const struct measure_rows richclub_rows = {rows, sizeof rows / sizeof *rows};
const struct measure_rows dominating_rows = {table_rows, sizeof table_rows / sizeof *table_rows};
