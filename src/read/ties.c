/* A table of ties: one row, one tie; where it has an id and no ends, a node. */
#include "read/read.h"

#include <math.h>

static nonet_code tie_words(struct draft_tie *tie, const struct table *t, nonet_err *err) {
  nonet_code code = table_word(&tie->kind, t, table_role(t, ROLE_KIND), err);
  if (!code) code = table_word(&tie->since, t, table_role(t, ROLE_SINCE), err);
  if (!code) code = table_word(&tie->until, t, table_role(t, ROLE_UNTIL), err);
  if (!code) code = table_word(&tie->source, t, table_role(t, ROLE_EVIDENCE), err);
  return code;
}

/* Weight, direction and dates, where the table has columns of them. */
static nonet_code tie_values(struct draft_tie *tie, const struct table *t, nonet_err *err) {
  const struct headings *h = &t->plan->h;
  const char *path = t->place->path;
  uint64_t line = t->rows->line;
  enum role weight = h->length ? ROLE_LENGTH : ROLE_WEIGHT;
  nonet_code code = NONET_OK;
  tie->weight = (double)NAN;
  tie->scale = h->length ? NONET_LENGTH : NONET_STRENGTH;
  if (h->column[weight] != NO_COLUMN)
    code = value_weight(&tie->weight, table_role(t, weight), t->reading->decimal, path, line, h->at[h->column[weight]].name, err);
  if (!code && h->column[ROLE_DIRECTION] != NO_COLUMN)
    code = value_direction(&tie->direction, table_role(t, ROLE_DIRECTION), path, line, h->at[h->column[ROLE_DIRECTION]].name, err);
  if (!code && h->column[ROLE_SINCE] != NO_COLUMN)
    code = value_date(table_role(t, ROLE_SINCE), path, line, h->at[h->column[ROLE_SINCE]].name, err);
  if (!code && h->column[ROLE_UNTIL] != NO_COLUMN)
    code = value_date(table_role(t, ROLE_UNTIL), path, line, h->at[h->column[ROLE_UNTIL]].name, err);
  return code;
}

static nonet_code add_in_layer(struct table *t, struct draft_tie *tie, uint32_t layer, nonet_err *err) {
  uint32_t row;
  tie->layer = layer;
  nonet_code code = draft_add_tie(&row, t->reading->draft, tie, err);
  if (!code) code = table_set_further(t, true, 0, t->plan->width, row, err);
  static const enum role of_nodes[] = {ROLE_ID, ROLE_LABEL}; /* of a tie they are further columns */
  for (size_t i = 0; i < 2 && !code; i++)
    if (t->plan->h.column[of_nodes[i]] != NO_COLUMN)
      code = table_set(t, true, t->plan->h.column[of_nodes[i]], row, table_role(t, of_nodes[i]), err);
  return code;
}

static nonet_code add_tie(struct table *t, struct cell from, struct cell to, nonet_err *err) {
  const struct plan *p = t->plan;
  struct draft_tie tie = {.scope = t->place->scope, .file = t->place->file, .line = t->rows->line};
  nonet_code code = table_word(&tie.from, t, from, err);
  if (!code) code = table_word(&tie.to, t, to, err);
  if (!code && p->h.from_kind) code = table_kind(&tie.from_kind, t, p->h.from_kind, err);
  if (!code && p->h.to_kind) code = table_kind(&tie.to_kind, t, p->h.to_kind, err);
  if (!code) code = tie_words(&tie, t, err);
  if (!code) code = tie_values(&tie, t, err);
  struct cell layers = t->place->in_layer ? (struct cell){"", 0} : table_role(t, ROLE_LAYER), layer;
  size_t at = 0;
  if (!cell_next_name(&layer, layers, &at, false)) return code ? code : add_in_layer(t, &tie, t->place->layer, err);
  do { /* a tie of two layers is a tie in each */
    uint32_t word;
    if (!code) code = table_word(&word, t, layer, err);
    if (!code) code = add_in_layer(t, &tie, word, err);
  } while (!code && cell_next_name(&layer, layers, &at, false));
  return code;
}

static nonet_code read_row(void *of, nonet_err *err) {
  struct table *t = of;
  const struct headings *h = &t->plan->h;
  struct cell from = table_role(t, ROLE_FROM), to = table_role(t, ROLE_TO);
  if (from.length && to.length) return add_tie(t, from, to, err);
  struct cell id = table_role(t, ROLE_ID);
  if (!id.length) id = table_role(t, ROLE_LABEL);
  if (!from.length && !to.length && id.length) {
    uint32_t key, node;
    nonet_code code = table_word(&key, t, id, err);
    if (!code) code = table_add_node(&node, t, key, 0, err);
    if (!code) code = table_set_further(t, false, 0, t->plan->width, node, err);
    t->reading->node_table = true;
    draft_has_node_table(t->reading->draft);
    return code;
  }
  return table_fault(t, err, "the cell under '%s' is empty: a tie needs two ends",
                     h->at[h->column[from.length ? ROLE_TO : ROLE_FROM]].name);
}

nonet_code table_of_ties(struct table *t, nonet_err *err) {
  struct plain_ties *plain;
  nonet_code code = plain_ties_start(&plain, t, err);
  for (bool more = true; !code && more;) {
    if (plain) code = plain_ties_take(plain, err);
    if (!code) code = table_next(t, &more, err);
    if (!code && more) code = table_take_row(t, read_row, t, err);
  }
  plain_ties_free(plain);
  return code;
}
