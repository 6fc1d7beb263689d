/* A table of nodes: one row, one node. */
#include "read/read.h"

nonet_code table_add_node(uint32_t *out, struct table *t, uint32_t key, uint32_t kind, nonet_err *err) {
  const struct headings *h = &t->plan->h;
  struct draft_node node = {.key = key, .kind = kind, .scope = t->place->scope, .file = t->place->file, .line = t->rows->line};
  nonet_code code = NONET_OK;
  if (h->column[ROLE_ID] != NO_COLUMN) code = table_word(&node.label, t, table_role(t, ROLE_LABEL), err);
  if (!code) code = table_word(&node.short_name, t, table_role(t, ROLE_SHORT), err);
  struct cell own_kind = table_role(t, ROLE_KIND);
  if (!code && own_kind.length) code = table_word(&node.kind, t, own_kind, err);
  node.layers = t->place->layer;
  if (!code && !t->place->in_layer) code = table_word(&node.layers, t, table_role(t, ROLE_LAYER), err);
  if (!code) code = table_word(&node.aliases, t, table_role(t, ROLE_ALIASES), err);
  if (!code) code = draft_add_node(out, t->reading->draft, &node, err);
  return code;
}

struct nodes {
  struct table *t;
  uint32_t kind; /* by a heading; 0: none */
};

static nonet_code read_row(void *of, nonet_err *err) {
  const struct nodes *n = of;
  struct table *t = n->t;
  const struct headings *h = &t->plan->h;
  enum role role = h->column[ROLE_ID] != NO_COLUMN ? ROLE_ID : ROLE_LABEL;
  struct cell key = table_role(t, role);
  if (!key.length) return table_fault(t, err, "the cell under '%s' is empty: a node needs a name", h->at[h->column[role]].name);
  uint32_t word, row;
  nonet_code code = table_word(&word, t, key, err);
  if (!code) code = table_add_node(&row, t, word, n->kind, err);
  return code ? code : table_set_further(t, false, 0, t->plan->width, row, err);
}

nonet_code table_of_nodes(struct table *t, nonet_err *err) {
  struct nodes n = {.t = t};
  nonet_code code = table_kind(&n.kind, t, t->plan->h.node_kind, err);
  for (bool more = true; !code && more;) {
    code = table_next(t, &more, err);
    if (!code && more) code = table_take_row(t, read_row, &n, err);
  }
  return code;
}
