/* Partitions by layer, kind, component, communities or a column.
 *
 * How: each source writes a number for every node, whatever numbers it has (a layer's index, the word of a value); these are then made
 * 0 .. groups - 1 in the order of the groups, so that no group is empty. Nodes that say nothing are in none. */
#include "measure/partition.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/name.h"
#include "measure/communities.h"
#include "measure/numbering.h"
#include "measure/pass.h"

#include <stdlib.h>
#include <string.h>

void partition_free(struct partition *p) {
  for (uint32_t h = 0; p->name && h < p->groups; h++)
    free(p->name[h]);
  free(p->name);
  free(p->group);
  free(p->what);
  *p = (struct partition){0};
}

uint32_t *partition_sizes(const struct partition *p, uint32_t nodes) {
  uint32_t *size = memory_zeroed(p->groups, sizeof *size);
  for (uint32_t v = 0; size && v < nodes; v++)
    if (p->group[v] != NONET_NONE) size[p->group[v]]++;
  return size;
}

/* ---- numbers in place of marks ---- */

/* A mark that nodes bear, and how it sorts. */
struct mark {
  uint32_t mark;
  double number; /* of a column of numbers, else 0 */
  const char *text;
};

static int by_mark(const void *a, const void *b) {
  const struct mark *x = a, *y = b;
  return (x->mark > y->mark) - (x->mark < y->mark);
}
static int by_order(const void *a, const void *b) {
  const struct mark *x = a, *y = b;
  if (x->number < y->number || x->number > y->number) return x->number < y->number ? -1 : 1;
  int texts = x->text && y->text ? strcmp(x->text, y->text) : 0;
  return texts ? texts : by_mark(a, b);
}

/* The different marks of `count`, in the order of the groups; their number. */
static uint32_t distinct(struct mark *mark, uint32_t count) {
  uint32_t kept = 0;
  if (count) qsort(mark, count, sizeof *mark, by_mark);
  for (uint32_t i = 0; i < count; i++)
    if (!kept || mark[i].mark != mark[kept - 1].mark) mark[kept++] = mark[i];
  if (kept) qsort(mark, kept, sizeof *mark, by_order);
  return kept;
}

/* Where each mark came to stand, for looking up. */
static int by_first(const void *a, const void *b) {
  const uint32_t *x = a, *y = b;
  return (x[0] > y[0]) - (x[0] < y[0]);
}

/* p->group holds marks; make them group numbers and name the groups. */
static nonet_code number_groups(struct partition *p, struct mark *mark, uint32_t count, uint32_t nodes, nonet_err *err) {
  uint32_t groups = distinct(mark, count), (*place)[2] = memory_array(groups, sizeof *place);
  nonet_code code = NONET_OK;
  p->name = memory_zeroed(groups, sizeof *p->name);
  if (!place || !p->name) code = error_memory(err);
  for (uint32_t h = 0; !code && h < groups; h++) {
    p->groups = h + 1;
    place[h][0] = mark[h].mark, place[h][1] = h;
    if (!(p->name[h] = memory_text(mark[h].text))) code = error_memory(err);
  }
  if (!code && groups) qsort(place, groups, sizeof *place, by_first);
  for (uint32_t v = 0; !code && v < nodes; v++) {
    if (p->group[v] == NONET_NONE) continue;
    const uint32_t(*found)[2] = bsearch(&p->group[v], place, groups, sizeof *place, by_first);
    p->group[v] = (*found)[1];
  }
  free(place);
  return code;
}

/* ---- sources ---- */

static struct mark mark_of_layer(const nonet *n, uint32_t v) {
  const uint32_t *layer;
  if (!net_node_layers(n, v, &layer)) return (struct mark){NONET_NONE, 0, NULL};
  return (struct mark){layer[0], layer[0], nonet_layer_name(n, layer[0])};
}

static struct mark mark_of_kind(const nonet *n, uint32_t v) {
  uint32_t kind = net_node_kind(n, v);
  return kind == NONET_NONE ? (struct mark){NONET_NONE, 0, NULL} : (struct mark){kind, kind, nonet_kind_name(n, kind)};
}

static struct mark mark_of_column(const nonet *n, size_t column, uint32_t v) {
  const struct net_column *c = &n->node_columns.at[column];
  size_t at = net_column_at(c, v);
  if (at == SIZE_MAX || !c->value[at]) return (struct mark){NONET_NONE, 0, NULL};
  return (struct mark){c->value[at], c->number ? c->number[at] : 0, net_word(n, c->value[at])};
}

enum source { BY_LAYER, BY_KIND, BY_COLUMN };

static nonet_code from_nodes(struct partition *p, const nonet *n, enum source source, size_t column, nonet_err *err) {
  struct mark *mark = memory_array(n->nodes, sizeof *mark);
  uint32_t count = 0;
  p->group = memory_array(n->nodes, sizeof *p->group);
  nonet_code code = mark && p->group ? NONET_OK : error_memory(err);
  for (uint32_t v = 0; !code && v < n->nodes; v++) {
    mark[count] = source == BY_LAYER ? mark_of_layer(n, v) : source == BY_KIND ? mark_of_kind(n, v) : mark_of_column(n, column, v);
    p->group[v] = mark[count].mark;
    count += mark[count].mark != NONET_NONE;
  }
  if (!code) code = number_groups(p, mark, count, n->nodes, err);
  free(mark);
  return code;
}

/* p->group is numbered from the largest group: name them "1", "2" ... */
static nonet_code name_by_number(struct partition *p, uint32_t groups, nonet_err *err) {
  struct buffer text = {0};
  p->name = memory_zeroed(groups, sizeof *p->name);
  nonet_code code = p->name ? NONET_OK : error_memory(err);
  for (uint32_t h = 0; !code && h < groups; h++) {
    p->groups = h + 1;
    buffer_clear(&text);
    buffer_print(&text, "%u", h + 1);
    if (text.failed || !(p->name[h] = memory_text(buffer_string(&text)))) code = error_memory(err);
  }
  buffer_free(&text);
  return code;
}

/* As 'component' numbers them. */
static nonet_code from_components(struct partition *p, const struct measure_ask *ask, nonet_err *err) {
  const struct measure_shared *shared;
  uint32_t n = ask->net->nodes;
  nonet_code code = pass_components(&shared, ask, err);
  if (code) return code;
  double *number = memory_array(n, sizeof *number);
  p->group = memory_array(n, sizeof *p->group);
  code = number && p->group ? numbering(number, shared->component, shared->components, ask->net, err) : error_memory(err);
  for (uint32_t v = 0; !code && v < n; v++)
    p->group[v] = (uint32_t)number[v] - 1;
  free(number);
  return code ? code : name_by_number(p, shared->components, err);
}

static nonet_code from_communities(struct partition *p, const struct measure_ask *ask, const char *method, nonet_err *err) {
  uint32_t groups;
  p->group = memory_array(ask->net->nodes, sizeof *p->group);
  if (!p->group) return error_memory(err);
  nonet_code code = communities_find(p->group, &groups, ask, method, err);
  return code ? code : name_by_number(p, groups, err);
}

/* ---- names ---- */

/* Are two names the same, folded? False also where memory ran out. */
static bool is_same(const char *a, const char *b) {
  struct buffer x = {0}, y = {0};
  bool same = name_fold(&x, a) && name_fold(&y, b) && !strcmp(buffer_string(&x), buffer_string(&y));
  buffer_free(&x);
  buffer_free(&y);
  return same;
}

static nonet_code unknown(const struct measure_ask *ask, const char *named, nonet_err *err) {
  struct name_nearest near;
  struct buffer line = {0};
  static const char *const fixed[] = {"layer", "kind", "component", "communities"};
  if (!name_nearest_start(&near, named)) return error_memory(err);
  for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
    name_nearest_offer(&near, fixed[i]);
  for (size_t i = 0; i < nonet_node_columns(ask->net); i++)
    name_nearest_offer(&near, nonet_node_column(ask->net, i, NULL));
  name_nearest_say(&near, &line);
  name_nearest_free(&near);
  nonet_code code = line.failed ? error_memory(err)
                                : error_set(err, NONET_EUSAGE,
                                            "no groups are called '%s'%s; they go by layer, kind, component, communities, or a column of "
                                            "the nodes",
                                            named, buffer_string(&line));
  buffer_free(&line);
  return code;
}

size_t partition_column(const nonet *n, const char *named) {
  for (size_t i = 0; i < n->node_columns.count; i++)
    if (!strcmp(nonet_node_column(n, i, NULL), named)) return i;
  for (size_t i = 0; i < n->node_columns.count; i++)
    if (is_same(nonet_node_column(n, i, NULL), named)) return i;
  return SIZE_MAX;
}

static nonet_code from_column(struct partition *p, const struct measure_ask *ask, const char *named, nonet_err *err) {
  size_t column = partition_column(ask->net, named);
  return column == SIZE_MAX ? unknown(ask, named, err) : from_nodes(p, ask->net, BY_COLUMN, column, err);
}

static nonet_code find(struct partition *p, const struct measure_ask *ask, const char *named, nonet_err *err) {
  if (is_same(named, "layer")) return from_nodes(p, ask->net, BY_LAYER, 0, err);
  if (is_same(named, "kind")) return from_nodes(p, ask->net, BY_KIND, 0, err);
  if (is_same(named, "component")) return from_components(p, ask, err);
  if (is_same(named, "communities") || is_same(named, "community")) return from_communities(p, ask, "", err);
  if (!strncmp(named, "communities:", 12)) return from_communities(p, ask, named + 12, err);
  if (!strncmp(named, "community:", 10)) return from_communities(p, ask, named + 10, err);
  return from_column(p, ask, !strncmp(named, "column:", 7) ? named + 7 : named, err);
}

/* Is every node in a layer (or of a kind), and are there two? */
static bool splits_all(const nonet *n, enum source source) {
  uint32_t first = NONET_NONE;
  bool two = false;
  for (uint32_t v = 0; v < n->nodes; v++) {
    uint32_t mark = (source == BY_LAYER ? mark_of_layer(n, v) : mark_of_kind(n, v)).mark;
    if (mark == NONET_NONE) return false;
    if (first == NONET_NONE) first = mark;
    two |= mark != first;
  }
  return two;
}

nonet_code partition_of(struct partition *out, const struct measure_ask *ask, const char *named, nonet_err *err) {
  const nonet *n = ask->net;
  *out = (struct partition){0};
  if (!*named) named = splits_all(n, BY_LAYER) ? "layer" : splits_all(n, BY_KIND) ? "kind" : "";
  if (!*named)
    return error_set(err, NONET_EUSAGE,
                     "neither layers nor kinds split all the nodes: name the groups behind a colon (layer, kind, component, communities, "
                     "or a column of the nodes)");
  nonet_code code = (out->what = memory_text(named)) ? find(out, ask, named, err) : error_memory(err);
  if (code) partition_free(out);
  return code;
}

nonet_code partition_pair(struct partition *a, struct partition *b, const struct measure_ask *ask, const char *named, nonet_err *err) {
  const char *split = strchr(named, ';');
  *a = *b = (struct partition){0};
  if (!split || split == named || !split[1] || strchr(split + 1, ';'))
    return error_set(err, NONET_EUSAGE, "behind the colon stand two partitions with a semicolon between them: kind;communities");
  char *first = memory_array((size_t)(split - named) + 1, 1);
  if (!first) return error_memory(err);
  memcpy(first, named, (size_t)(split - named));
  first[split - named] = '\0';
  nonet_code code = partition_of(a, ask, first, err);
  if (!code) code = partition_of(b, ask, split + 1, err);
  if (code) partition_free(a);
  free(first);
  return code;
}
