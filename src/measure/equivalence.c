/* Structural equivalence: nodes with the same ties to the same others.
 *
 * How: two nodes that are not tied are equivalent when their rows are the same; two that are tied both ways, when their rows are the same
 * once each counts itself among its own. So every node is written twice, as its row of neighbours (outward, then inward) and as that row
 * with itself in it, all are sorted, and equal neighbours in that order are one class. No node can have a partner of both sorts.
 *
 * Sources: (1) F. Lorrain, H. C. White 1971, doi:10.1080/0022250X.1971.9989788. */
#include "base/buffer.h"
#include "base/memory.h"
#include "measure/judge.h"
#include "measure/keyed.h"
#include "measure/pass.h"
#include "net/sheet.h"

#include <math.h>
#include <stdlib.h>

/* One writing of a node; its `out` first neighbours are outward. */
struct profile {
  const uint32_t *row;
  uint64_t out, length;
  uint32_t node;
};

static int by_row(const void *a, const void *b) {
  const struct profile *x = a, *y = b;
  if (x->out != y->out) return x->out < y->out ? -1 : 1;
  if (x->length != y->length) return x->length < y->length ? -1 : 1;
  for (uint64_t i = 0; i < x->length; i++)
    if (x->row[i] != y->row[i]) return x->row[i] < y->row[i] ? -1 : 1;
  return 0;
}
static int by_row_and_node(const void *a, const void *b) {
  const struct profile *x = a, *y = b;
  int row = by_row(a, b);
  return row ? row : (x->node > y->node) - (x->node < y->node);
}

/* Copy an ascending row, with v in its place if wanted; returns where it ends. */
static uint32_t *copy_row(uint32_t *at, const uint32_t *row, uint64_t length, uint32_t v, bool with_itself) {
  bool due = with_itself;
  for (uint64_t i = 0; i < length; i++) {
    if (due && row[i] > v) *at++ = v, due = false;
    *at++ = row[i];
  }
  if (due) *at++ = v;
  return at;
}

/* Write all nodes into `text` (room for all arcs and 2 more a node), and sort. */
static void write_profiles(struct profile *profile, uint32_t *text, const struct graph *g, bool with_itself) {
  for (uint32_t v = 0; v < g->nodes; v++) {
    uint32_t *begin = text;
    text = copy_row(text, g->to + g->first[v], g->first[v + 1] - g->first[v], v, with_itself);
    uint64_t out = (uint64_t)(text - begin);
    if (g->directed) text = copy_row(text, g->in_to + g->in_first[v], g->in_first[v + 1] - g->in_first[v], v, with_itself);
    profile[v] = (struct profile){begin, out, (uint64_t)(text - begin), v};
  }
  if (g->nodes) qsort(profile, g->nodes, sizeof *profile, by_row_and_node);
}

/* first[v]: the first node of v's class. */
static void join(uint32_t *first, const struct profile *profile, uint32_t nodes) {
  for (uint32_t i = 1, from = 0; i < nodes; i++) {
    if (by_row(&profile[i - 1], &profile[i]) != 0) from = i;
    if (i != from) first[profile[i].node] = profile[from].node;
  }
}

static bool find_classes(uint32_t *first, const struct graph *g) {
  size_t arcs = (size_t)g->edges * 2;
  struct profile *profile = memory_array(g->nodes, sizeof *profile);
  uint32_t *text = memory_array(arcs + 2 * (size_t)g->nodes, sizeof *text);
  bool ready = profile && text;
  for (uint32_t v = 0; v < g->nodes; v++)
    first[v] = v;
  for (int with_itself = 0; ready && with_itself < 2; with_itself++) {
    write_profiles(profile, text, g, with_itself);
    join(first, profile, g->nodes);
  }
  free(profile);
  free(text);
  return ready;
}

/* ---- numbers ---- */

struct class {
  uint32_t size, first;
};

static int larger_first(const void *a, const void *b) {
  const struct class *x = a, *y = b;
  if (x->size != y->size) return x->size > y->size ? -1 : 1;
  return (x->first > y->first) - (x->first < y->first);
}

/* first[v] becomes the number of v's class, 0 the largest; returns classes of at least 2 members, which come first. */
static bool number_classes(uint32_t *first, uint32_t nodes, uint32_t *with_partner) {
  struct class *class = memory_zeroed(nodes, sizeof *class);
  uint32_t *place = memory_array(nodes, sizeof *place);
  bool ready = class && place;
  for (uint32_t v = 0; ready && v < nodes; v++)
    class[v].first = v;
  for (uint32_t v = 0; ready && v < nodes; v++)
    class[first[v]].size++;
  if (ready && nodes) qsort(class, nodes, sizeof *class, larger_first);
  *with_partner = 0;
  for (uint32_t h = 0; ready && h < nodes; h++) {
    place[class[h].first] = h;
    *with_partner += class[h].size > 1;
  }
  for (uint32_t v = 0; ready && v < nodes; v++)
    first[v] = place[first[v]];
  free(class);
  free(place);
  return ready;
}

/* class[v] of the network's nodes; *with_partner as above. The caller frees class. */
static nonet_code classes(uint32_t **class, uint32_t *with_partner, const struct measure_ask *ask, nonet_err *err) {
  struct keyed k;
  nonet_code code = keyed_start(&k, ask->simple, ask->net, err);
  *class = NULL;
  if (code) return code;
  uint32_t *found = memory_array(k.graph.nodes, sizeof *found);
  *class = memory_array(k.graph.nodes, sizeof **class);
  if (!found || !*class || !find_classes(found, &k.graph) || !number_classes(found, k.graph.nodes, with_partner)) code = error_memory(err);
  for (uint32_t v = 0; !code && v < k.graph.nodes; v++)
    (*class)[v] = found[k.place[v]];
  free(found);
  keyed_free(&k);
  return code;
}

static nonet_code by_class(double *out, const struct measure_ask *ask, nonet_err *err) {
  uint32_t *class, with_partner;
  nonet_code code = classes(&class, &with_partner, ask, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    out[v] = class[v] + 1.0;
  free(class);
  return code;
}

/* ---- the table ---- */

static nonet_code write(nonet_sheet *s, const uint32_t *class, uint32_t with_partner, const nonet *n, nonet_err *err) {
  struct buffer text = {0};
  nonet_code code = NONET_OK;
  size_t row = 0;
  size_t *start = memory_zeroed((size_t)with_partner + 1, sizeof *start);
  if (!start) return error_memory(err);
  for (uint32_t v = 0; v < n->nodes; v++)
    if (class[v] < with_partner) start[class[v] + 1]++;
  for (uint32_t h = 0; h < with_partner; h++)
    start[h + 1] += start[h];
  for (uint32_t v = 0; !code && v < n->nodes; v++) {
    if (class[v] >= with_partner) continue;
    row = start[class[v]]++;
    buffer_clear(&text);
    buffer_print(&text, "%u", class[v] + 1);
    code = text.failed ? error_memory(err) : sheet_set_text(s, row, 0, buffer_string(&text), err);
    if (!code) code = sheet_set_text(s, row, 1, net_key(n, v), err);
  }
  buffer_free(&text);
  free(start);
  return code;
}

static nonet_code table(nonet_sheet **out, const struct measure_ask *ask, nonet_err *err) {
  uint32_t *class, with_partner;
  size_t members = 0;
  nonet_code code = classes(&class, &with_partner, ask, err);
  for (uint32_t v = 0; !code && v < ask->net->nodes; v++)
    members += class[v] < with_partner;
  if (!code) code = sheet_new(out, "structural-equivalence", "Structurally equivalent nodes", NONET_BY_SET, members, err);
  if (!code) code = write(*out, class, with_partner, ask->net, err);
  free(class);
  return code;
}

#define LORRAIN                                                                                                                            \
  "Lorrain, F., White, H. C. (1971) Structural equivalence of individuals in social networks, doi:10.1080/0022250X.1971.9989788"
#define EXACT                                                                                                                              \
  "exact: the same ties to and from the same others, and to each other both ways or not at all; simple network; never weighted; classes "  \
  "are numbered from the largest, equal ones by their first key"

static const struct measure_row rows[] = {
    {.info = {.name = "structural-class",
              .title = "Structural equivalence class",
              .summary = "Partners of one class have the same contacts, so that each could stand in for the other; 1 is the largest class.",
              .scope = NONET_OF_NODES,
              .low = 1,
              .high = INFINITY,
              .formula = "u and v are of one class when x_uk = x_vk and x_ku = x_kv for all other k, and x_uv = x_vu",
              .convention = EXACT,
              .undefined = "isolates are of one class; a node without equivalent is a class of its own",
              .source = LORRAIN,
              .cost = "O(m log n)"},
     .plain = by_class},
    {.info = {.name = "structural-equivalence",
              .title = "Structurally equivalent nodes",
              .summary = "Who has the same contacts as whom, so that each could stand in for the other.",
              .scope = NONET_OF_TABLE,
              .low = 1,
              .high = INFINITY,
              .formula = "u and v are of one class when x_uk = x_vk and x_ku = x_kv for all other k, and x_uv = x_vu",
              .convention = EXACT,
              .undefined = "isolates are of one class; no line for a node without equivalent",
              .source = LORRAIN,
              .cost = "O(m log n)"},
     .table = table,
     .check = judge_equivalence},
};

const struct measure_rows structural_class_rows = {rows, 1};
const struct measure_rows equivalence_rows = {rows + 1, 1};
