/* See evidence.h. Every tie that an answer speaks of can be found again: by its number, and by the file and line that it was read from. */
#include "ask/evidence.h"

#include "base/buffer.h"

enum { TEXTS = 8, WEIGHT_BEFORE = 4 };
static const char *const names[TEXTS] = {"from", "to", "kind", "layer", "since", "until", "source", "file"};

nonet_code evidence_columns(struct evidence *out, nonet_sheet *s, const nonet *n, bool ends, nonet_err *err) {
  nonet_code code = NONET_OK;
  *out = (struct evidence){.ends = ends};
  for (size_t i = ends ? 0 : 2; i < TEXTS && !code; i++) {
    if (i == WEIGHT_BEFORE) code = sheet_add_numbers(&out->weight, s, "weight", err);
    if (!code) code = sheet_add_texts(&out->text[i], s, names[i], err);
  }
  if (!code) code = sheet_add_numbers(&out->line, s, "line", err);
  if (!code && n->parent && n->parent_first) code = sheet_add_numbers(&out->stands_for, s, "stands-for", err);
  return code;
}

static nonet_code fill_tie(nonet_sheet *s, size_t row, const struct evidence *e, const nonet *n, uint32_t tie, nonet_err *err) {
  nonet_tie t;
  nonet_tie_get(&t, n, tie);
  const char *layer = t.layer == NONET_NONE ? "" : nonet_layer_name(n, t.layer);
  const char *texts[TEXTS] = {NULL, NULL, t.kind, layer, t.since, t.until, t.source, t.file};
  nonet_code code = NONET_OK;
  for (size_t i = 2; i < TEXTS && !code; i++)
    code = sheet_set_text(s, row, e->text[i], texts[i], err);
  if (t.has_weight) e->weight[row] = t.weight;
  if (t.line > 0) e->line[row] = (double)t.line;
  if (e->stands_for) {
    size_t count;
    nonet_tie_parents(n, tie, &count);
    e->stands_for[row] = (double)count;
  }
  return code;
}

nonet_code evidence_fill(nonet_sheet *s, size_t row, const struct evidence *e, const nonet *n, uint32_t tie, uint32_t from, uint32_t to,
                         nonet_err *err) {
  nonet_code code = e->ends ? sheet_set_text(s, row, e->text[0], net_key(n, from), err) : NONET_OK;
  if (!code && e->ends) code = sheet_set_text(s, row, e->text[1], net_key(n, to), err);
  return code || tie == NONET_NONE ? code : fill_tie(s, row, e, n, tie, err);
}

nonet_code evidence_sheet(nonet_sheet **out, const char *name, const char *title, const nonet *n, const uint32_t *tie, size_t count,
                          nonet_err *err) {
  struct evidence columns;
  nonet_code code = sheet_new(out, name, title, NONET_BY_TIE, count, err);
  if (!code) code = evidence_columns(&columns, *out, n, false, err);
  for (size_t i = 0; i < count && !code; i++) {
    sheet_set_number(*out, i, 0, (double)tie[i] + 1);
    code = sheet_set_text(*out, i, 1, net_key(n, n->tie_from[tie[i]]), err);
    if (!code) code = sheet_set_text(*out, i, 2, net_key(n, n->tie_to[tie[i]]), err);
    if (!code) code = evidence_fill(*out, i, &columns, n, tie[i], 0, 0, err);
  }
  if (code) {
    nonet_sheet_free(*out);
    *out = NULL;
  }
  return code;
}

/* ---- nodes ---- */

static nonet_code fill_node(nonet_sheet *s, size_t row, const size_t column[3], const nonet *n, uint32_t v, nonet_err *err) {
  nonet_node node;
  struct buffer layers = {0};
  nonet_node_get(&node, n, v);
  for (uint32_t i = 0; i < node.layer_count; i++)
    buffer_print(&layers, "%s%s", i > 0 ? "; " : "", nonet_layer_name(n, node.layers[i]));
  nonet_code code = layers.failed ? error_memory(err) : sheet_set_text(s, row, 0, node.key, err);
  if (!code) code = sheet_set_text(s, row, column[0], node.label, err);
  if (!code) code = sheet_set_text(s, row, column[1], node.kind, err);
  if (!code) code = sheet_set_text(s, row, column[2], buffer_string(&layers), err);
  buffer_free(&layers);
  return code;
}

nonet_code people_sheet(nonet_sheet **out, const char *name, const char *title, const nonet *n, const uint32_t *node, size_t count,
                        nonet_err *err) {
  size_t column[3];
  nonet_code code = sheet_new(out, name, title, NONET_BY_NODE, count, err);
  if (!code) code = sheet_add_texts(&column[0], *out, "label", err);
  if (!code) code = sheet_add_texts(&column[1], *out, "kind", err);
  if (!code) code = sheet_add_texts(&column[2], *out, "layers", err);
  for (size_t i = 0; i < count && !code; i++)
    code = fill_node(*out, i, column, n, node[i], err);
  if (code) {
    nonet_sheet_free(*out);
    *out = NULL;
  }
  return code;
}
