/* A network as node-link JSON: everything it holds, so that it reads back the same.
 *
 *   {"directed":true,"multigraph":true,"graph":{"title":"...","schema":1},
 *    "nodes":[{"id":"a","label":"...","kind":"partner","layers":["Health"],"aliases":[...], further columns}],
 *    "links":[{"source":"a","target":"b","kind":"leads","layer":"Health","weight":2,"directed":false,"since":"2000-08","evidence":"...",
 * ...}]}
 *
 * How: one node or tie on a line; what was not said is left out. "directed" stands at a tie only where it differs from the network.
 * Names of nodes and layers are quoted once and copied to the ties. A further column that has the name of one of ours cannot be here: it
 * would have been read as ours.
 *
 * Sources: [1] networkx, node_link_data, whose shape this is. */
#include "base/json.h"
#include "show/write.h"
#include "show/written.h"

#include <math.h>

enum { SCHEMA = 1 };

static void member(struct buffer *b, const char *name, const char *text) {
  if (!*text) return;
  buffer_char(b, ',');
  json_quote(b, name);
  buffer_char(b, ':');
  json_quote(b, text);
}

static void member_word(struct buffer *b, const nonet *n, const char *name, const uint32_t *words, uint32_t i) {
  if (words) member(b, name, net_word(n, words[i]));
}

static void further(struct buffer *b, const nonet *n, const struct net_columns *columns, uint32_t row) {
  for (size_t c = 0; c < columns->count; c++) {
    const struct net_column *column = &columns->at[c];
    size_t at = net_column_at(column, row);
    if (at == SIZE_MAX) continue;
    if (!column->number) {
      member(b, net_word(n, column->name), net_word(n, column->value[at]));
    } else if (!isnan(column->number[at])) {
      buffer_char(b, ',');
      json_quote(b, net_word(n, column->name));
      buffer_char(b, ':');
      json_number(b, column->number[at]);
    }
  }
}

static void node_row(struct buffer *b, const nonet *n, uint32_t v) {
  const uint32_t *layers;
  uint32_t count = net_node_layers(n, v, &layers), kind = net_node_kind(n, v);
  buffer_text(b, "{\"id\":");
  json_quote(b, net_key(n, v));
  member_word(b, n, "label", n->node_label, v);
  member_word(b, n, "short", n->node_short, v);
  if (kind != NONET_NONE) member(b, "kind", nonet_kind_name(n, kind));
  for (uint32_t i = 0; i < count; i++) {
    buffer_text(b, i ? "," : ",\"layers\":[");
    json_quote(b, nonet_layer_name(n, layers[i]));
  }
  if (count) buffer_char(b, ']');
  uint64_t first = n->alias_first ? n->alias_first[v] : 0, last = n->alias_first ? n->alias_first[v + 1] : 0;
  for (uint64_t i = first; i < last; i++) {
    buffer_text(b, i > first ? "," : ",\"aliases\":[");
    json_quote(b, net_word(n, n->alias[i]));
  }
  if (last > first) buffer_char(b, ']');
  further(b, n, &n->node_columns, v);
  buffer_char(b, '}');
}

static void weight(struct buffer *b, const nonet *n, uint32_t t) {
  static const char *const scales[] = {"strength", "length", "rank"};
  if (!n->tie_weight || isnan(n->tie_weight[t])) return;
  buffer_text(b, ",\"weight\":");
  json_number(b, n->tie_weight[t]);
  if (n->tie_scale && n->tie_scale[t] != NONET_STRENGTH) member(b, "scale", scales[n->tie_scale[t]]);
}

/* What is quoted once: the key of each node, the name of each layer. All owned. */
struct json_texts {
  const nonet *n;
  struct written key, layer;
  struct written_ends ends;
};

static void make_key(struct buffer *b, const nonet *n, uint32_t v) {
  json_quote(b, net_key(n, v));
}

static void make_layer(struct buffer *b, const nonet *n, uint32_t layer) {
  json_quote(b, nonet_layer_name(n, layer));
}

static void tie_row(struct buffer *b, const nonet *n, const struct json_texts *texts, uint32_t t) {
  uint32_t layer = net_tie_layer(n, t);
  bool directed = net_tie_directed(n, t);
  written_add_ends(b, &texts->key, &texts->ends, n, t);
  member_word(b, n, "kind", n->tie_kind, t);
  if (layer != NONET_NONE && *nonet_layer_name(n, layer)) {
    buffer_text(b, ",\"layer\":");
    written_add(b, &texts->layer, layer);
  }
  weight(b, n, t);
  if (directed != n->directed) buffer_text(b, directed ? ",\"directed\":true" : ",\"directed\":false");
  member_word(b, n, "since", n->tie_since_text, t);
  member_word(b, n, "until", n->tie_until_text, t);
  member_word(b, n, "evidence", n->tie_source, t);
  further(b, n, &n->tie_columns, t);
  buffer_char(b, '}');
}

static void node_rows(struct buffer *b, const void *of, uint32_t first, uint32_t end) {
  for (uint32_t v = first; v < end; v++) {
    buffer_text(b, v ? ",\n" : "\n");
    node_row(b, of, v);
  }
}

static void tie_rows(struct buffer *b, const void *of, uint32_t first, uint32_t end) {
  const struct json_texts *texts = of;
  for (uint32_t t = first; t < end; t++) {
    buffer_text(b, t ? ",\n" : "\n");
    tie_row(b, texts->n, texts, t);
  }
}

static void write_ties(struct write_stream *w, const nonet *n) {
  struct json_texts texts = {.n = n, .ends = {{WRITTEN_MARK("{\"source\":"), WRITTEN_MARK(",\"target\":")}}};
  if (!written_start(&texts.key, n, n->nodes, make_key, run_threads(w->run)) || !written_start(&texts.layer, n, n->layers, make_layer, 1))
    w->text.failed = true;
  buffer_text(&w->text, "],\n\"links\":[");
  write_rows(w, n->ties, tie_rows, &texts);
  written_free(&texts.key);
  written_free(&texts.layer);
}

static nonet_code write_json(nonet_out *o, const nonet *n, const struct run *run, nonet_err *err) {
  struct write_stream w = {.out = o, .run = run, .err = err};
  struct buffer *b = &w.text;
  buffer_print(b, "{\"directed\":%s,\"multigraph\":true,\"graph\":{\"schema\":%d", n->directed ? "true" : "false", SCHEMA);
  member(b, "title", nonet_title(n));
  buffer_text(b, "},\n\"nodes\":[");
  write_rows(&w, n->nodes, node_rows, n);
  write_ties(&w, n);
  if (w.code == NONET_OK) buffer_text(b, "]}\n");
  return write_end(&w);
}

const struct writer writer_json = {"json", ".json", write_json};
