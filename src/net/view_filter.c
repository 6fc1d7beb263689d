/* Views that leave something out: one kind, one value of a column, one date, one node or layer.
 *
 * where:COLUMN=VALUE looks at fields (key, label, short, kind, layer, alias, source, since, until, weight, from, to) and further columns. A
 * column of nodes keeps the nodes that have the value, and the ties among them; a column of ties keeps the ties that have it, and their
 * ends. Where both have a column of the name, nodes come first if one has the value. Values are compared as numbers where both are, else
 * folded like names. at:DATE keeps ties whose period overlaps the date's, ends included; nodes stay. without:LAYER takes its ties and
 * memberships; nodes stay. */
#include "base/buffer.h"
#include "base/date.h"
#include "base/name.h"
#include "base/number.h"
#include "net/view.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static nonet_code make_kind(nonet **out, const struct view_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  uint32_t kind;
  nonet_code code = nonet_find_kind(&kind, n, ask->argument, err);
  if (code) return code;
  struct subset s;
  code = subset_start(&s, n, false, true, err);
  for (uint32_t v = 0; v < n->nodes && !code; v++)
    s.node[v] = net_node_kind(n, v) == kind;
  if (!code) code = subset_build(out, &s, err);
  subset_free(&s);
  return code;
}

static nonet_code make_at(nonet **out, const struct view_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  struct date_period at;
  if (!date_parse(&at, ask->argument, strlen(ask->argument)))
    return error_set(err, NONET_EUSAGE, "'%s' is no date (2000, 2000-08 and 2000-08-03 are)", ask->argument);
  struct subset s;
  nonet_code code = subset_start(&s, n, true, true, err);
  for (uint32_t t = 0; t < n->ties && !code; t++)
    s.tie[t] = net_tie_holds(n, t, at);
  if (!code) code = subset_build(out, &s, err);
  subset_free(&s);
  return code;
}

static nonet_code make_without(nonet **out, const struct view_ask *ask, nonet_err *err) {
  const nonet *n = ask->net;
  uint32_t node, layer = NONET_NONE;
  nonet_code code = nonet_find_node(&node, n, ask->argument, err);
  if (code == NONET_EUSAGE && nonet_find_layer(&layer, n, ask->argument, NULL) == NONET_OK) code = NONET_OK;
  if (code) return code;
  struct subset s;
  code = subset_start(&s, n, true, true, err);
  if (!code && layer == NONET_NONE) s.node[node] = 0;
  s.not_layer = layer;
  for (uint32_t t = 0; t < n->ties && !code && layer != NONET_NONE; t++)
    s.tie[t] = net_tie_layer(n, t) != layer;
  if (!code) code = subset_build(out, &s, err);
  subset_free(&s);
  return code;
}

/* ---- where ---- */

/* What is looked for. */
struct wanted {
  struct buffer folded;
  bool is_number;
  double number;
};

struct scratch {
  struct buffer folded;
  bool failed; /* memory ran out while comparing */
};

static bool want(struct wanted *w, const char *value) {
  *w = (struct wanted){0};
  w->is_number = number_parse(&w->number, value, strlen(value), '.') == NUMBER_OK;
  return name_fold(&w->folded, value);
}

static bool is_wanted(const struct wanted *w, struct scratch *room, const char *text) {
  double x;
  if (w->is_number && number_parse(&x, text, strlen(text), '.') == NUMBER_OK) return x == w->number;
  buffer_clear(&room->folded);
  room->failed = room->failed || !name_fold(&room->folded, text);
  return !room->failed && strcmp(buffer_string(&room->folded), buffer_string(&w->folded)) == 0;
}

/* A field or column by its name; `further` is the number of a further column where it is one. */
enum where_field {
  WHERE_NONE,
  WHERE_KEY,
  WHERE_LABEL,
  WHERE_SHORT,
  WHERE_KIND,
  WHERE_LAYER,
  WHERE_ALIAS,
  WHERE_FROM,
  WHERE_TO,
  WHERE_SOURCE,
  WHERE_SINCE,
  WHERE_UNTIL,
  WHERE_WEIGHT,
  WHERE_FURTHER
};
struct place {
  enum where_field field;
  size_t further;
};
struct field_name {
  const char *name;
  enum where_field field;
};
static const struct field_name node_fields[] = {{"key", WHERE_KEY},     {"node", WHERE_KEY},    {"id", WHERE_KEY},
                                                {"label", WHERE_LABEL}, {"name", WHERE_LABEL},  {"short", WHERE_SHORT},
                                                {"kind", WHERE_KIND},   {"layer", WHERE_LAYER}, {"alias", WHERE_ALIAS}};
static const struct field_name tie_fields[] = {{"kind", WHERE_KIND},   {"layer", WHERE_LAYER},   {"from", WHERE_FROM},
                                               {"to", WHERE_TO},       {"source", WHERE_SOURCE}, {"evidence", WHERE_SOURCE},
                                               {"since", WHERE_SINCE}, {"until", WHERE_UNTIL},   {"weight", WHERE_WEIGHT}};

/* A further column of the exact name counts before a field of ours, and both before a name that only folds alike. */
static struct place find_place(const nonet *n, bool of_ties, const char *name, const struct wanted *folded, struct scratch *room) {
  const struct net_columns *c = of_ties ? &n->tie_columns : &n->node_columns;
  const struct field_name *field = of_ties ? tie_fields : node_fields;
  size_t fields = of_ties ? sizeof tie_fields / sizeof *tie_fields : sizeof node_fields / sizeof *node_fields;
  for (size_t i = 0; i < c->count; i++)
    if (strcmp(net_word(n, c->at[i].name), name) == 0) return (struct place){WHERE_FURTHER, i};
  for (size_t i = 0; i < fields; i++)
    if (strcmp(field[i].name, buffer_string(&folded->folded)) == 0) return (struct place){field[i].field, 0};
  for (size_t i = 0; i < c->count; i++)
    if (is_wanted(folded, room, net_word(n, c->at[i].name))) return (struct place){WHERE_FURTHER, i};
  return (struct place){WHERE_NONE, 0};
}

static bool node_has(const nonet *n, uint32_t v, const struct place *p, const struct wanted *w, struct scratch *room) {
  nonet_node node;
  if (p->field == WHERE_FURTHER) return is_wanted(w, room, nonet_node_value(n, p->further, v, NULL));
  nonet_node_get(&node, n, v);
  if (p->field == WHERE_KEY) return is_wanted(w, room, node.key);
  if (p->field == WHERE_LABEL) return is_wanted(w, room, node.label);
  if (p->field == WHERE_SHORT) return is_wanted(w, room, node.short_name);
  if (p->field == WHERE_KIND) return is_wanted(w, room, node.kind);
  bool has = false;
  if (p->field == WHERE_LAYER)
    for (uint32_t i = 0; i < node.layer_count && !has; i++)
      has = is_wanted(w, room, nonet_layer_name(n, node.layers[i]));
  if (p->field == WHERE_ALIAS && n->alias_first)
    for (uint64_t i = n->alias_first[v]; i < n->alias_first[v + 1] && !has; i++)
      has = is_wanted(w, room, net_word(n, n->alias[i]));
  return has;
}

static bool tie_has(const nonet *n, uint32_t t, const struct place *p, const struct wanted *w, struct scratch *room) {
  nonet_tie tie;
  if (p->field == WHERE_FURTHER) return is_wanted(w, room, nonet_tie_value(n, p->further, t, NULL));
  nonet_tie_get(&tie, n, t);
  if (p->field == WHERE_KIND) return is_wanted(w, room, tie.kind);
  if (p->field == WHERE_LAYER) return is_wanted(w, room, nonet_layer_name(n, tie.layer));
  if (p->field == WHERE_FROM) return is_wanted(w, room, net_key(n, tie.from));
  if (p->field == WHERE_TO) return is_wanted(w, room, net_key(n, tie.to));
  if (p->field == WHERE_SOURCE) return is_wanted(w, room, tie.source);
  if (p->field == WHERE_SINCE) return is_wanted(w, room, tie.since);
  if (p->field == WHERE_UNTIL) return is_wanted(w, room, tie.until);
  return tie.has_weight && w->is_number && tie.weight == w->number;
}

static void offer_names(struct name_nearest *near, struct buffer *list, const nonet *n, bool of_ties) {
  const struct net_columns *c = of_ties ? &n->tie_columns : &n->node_columns;
  const struct field_name *field = of_ties ? tie_fields : node_fields;
  size_t fields = of_ties ? sizeof tie_fields / sizeof *tie_fields : sizeof node_fields / sizeof *node_fields;
  for (size_t i = 0; i < fields; i++)
    name_nearest_offer(near, field[i].name);
  for (size_t i = 0; i < c->count; i++) {
    name_nearest_offer(near, net_word(n, c->at[i].name));
    if (i < 20) buffer_print(list, ", %s", net_word(n, c->at[i].name));
  }
}

static nonet_code unknown_column(const nonet *n, const char *name, nonet_err *err) {
  struct name_nearest near;
  struct buffer hint = {0}, list = {0};
  if (name_nearest_start(&near, name)) {
    offer_names(&near, &list, n, false);
    offer_names(&near, &list, n, true);
    name_nearest_say(&near, &hint);
  }
  nonet_code code = error_set(err, NONET_EUSAGE, "there is no column '%s'%s; there are key, label, kind, layer, source%s", name,
                              buffer_string(&hint), buffer_string(&list));
  name_nearest_free(&near);
  buffer_free(&hint);
  buffer_free(&list);
  return code;
}

/* Flag the nodes, or the ties and their ends, that have the value; returns how many have it. */
static uint32_t flag(struct subset *s, bool of_ties, const struct place *p, const struct wanted *w, struct scratch *room) {
  const nonet *n = s->net;
  uint32_t found = 0;
  memset(s->node, 0, n->nodes);
  memset(s->tie, !of_ties, n->ties);
  for (uint32_t v = 0; v < n->nodes && !of_ties; v++)
    found += s->node[v] = node_has(n, v, p, w, room);
  for (uint32_t t = 0; t < n->ties && of_ties; t++) {
    if (!tie_has(n, t, p, w, room)) continue;
    s->tie[t] = s->node[n->tie_from[t]] = s->node[n->tie_to[t]] = 1;
    found++;
  }
  return found;
}

static nonet_code where(nonet **out, const nonet *n, const char *column, const char *value, nonet_err *err) {
  struct wanted name, w;
  struct scratch room = {0};
  struct subset s = {0};
  bool folded = want(&name, column), wanted = want(&w, value);
  nonet_code code = folded && wanted ? subset_start(&s, n, false, false, err) : net_unfolded(column, value, err);
  if (!code) {
    struct place in_nodes = find_place(n, false, column, &name, &room), in_ties = find_place(n, true, column, &name, &room);
    uint32_t found = 0;
    if (in_nodes.field == WHERE_NONE && in_ties.field == WHERE_NONE) code = unknown_column(n, column, err);
    if (!code && in_nodes.field != WHERE_NONE) found = flag(&s, false, &in_nodes, &w, &room);
    if (!code && !found && in_ties.field != WHERE_NONE) flag(&s, true, &in_ties, &w, &room);
    if (room.failed) code = error_memory(err);
  }
  if (!code) code = subset_build(out, &s, err);
  subset_free(&s);
  buffer_free(&name.folded);
  buffer_free(&w.folded);
  buffer_free(&room.folded);
  return code;
}

static nonet_code make_where(nonet **out, const struct view_ask *ask, nonet_err *err) {
  const char *equals = strchr(ask->argument, '=');
  if (!equals || equals == ask->argument)
    return error_set(err, NONET_EUSAGE, "view 'where:%s' is not of the form where:COLUMN=VALUE", ask->argument);
  struct buffer column = {0};
  buffer_add(&column, ask->argument, (size_t)(equals - ask->argument));
  nonet_code code = column.failed ? error_memory(err) : where(out, ask->net, buffer_string(&column), equals + 1, err);
  buffer_free(&column);
  return code;
}

static const struct view_row rows[] = {
    {{"kind:NAME", "the nodes of one kind, and the ties among them"}, "kind", true, make_kind},
    {{"where:COLUMN=VALUE", "the nodes, or the ties and their ends, with a value in a column"}, "where", true, make_where},
    {{"at:DATE", "the ties of a date (2000, 2000-08 or 2000-08-03); all nodes stay"}, "at", true, make_at},
    {{"without:NAME", "all but a node, or all but the ties of a layer"}, "without", true, make_without},
};
const struct view_rows view_filter_rows = {rows, sizeof rows / sizeof *rows};
