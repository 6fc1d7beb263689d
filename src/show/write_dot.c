/* A network as bare DOT: one line for each node and each tie, without positions.
 *
 *   digraph "Example City" {
 *     "youth-service" [label="Youth Service", kind="partner", layer="Education;Health"];
 *     "youth-service" -> "youth-offer" [kind="leads", layer="Education", weight="3"];
 *   }
 *
 * How: a network with one directed tie is a digraph, its undirected ties carry dir=none. Layers and kinds are attributes of their own,
 * which Graphviz leaves alone and a reader of ours understands. Text is streamed: cgraph needs 5.6 s to build and 1.9 s to write
 * what this writes in a few hundredths. */
#include "base/memory.h"
#include "show/dot_text.h"
#include "show/write.h"

#include <math.h>
#include <stdlib.h>

static void attribute(struct buffer *b, bool *first, const char *name, const char *text) {
  if (!*text) return;
  buffer_text(b, *first ? " [" : ", ");
  *first = false;
  buffer_text(b, name);
  buffer_char(b, '=');
  dot_value(b, text);
}

static void node_row(struct buffer *b, struct buffer *joined, const nonet *n, uint32_t v) {
  const uint32_t *layers;
  uint32_t count = net_node_layers(n, v, &layers), kind = net_node_kind(n, v);
  bool first = false;
  buffer_text(b, "  ");
  dot_id(b, n, v);
  buffer_text(b, " [label=\"");
  dot_label(b, n->node_label ? net_word(n, n->node_label[v]) : net_key(n, v), "\\n");
  buffer_char(b, '"');
  if (kind != NONET_NONE) attribute(b, &first, "kind", nonet_kind_name(n, kind));
  buffer_clear(joined);
  for (uint32_t i = 0; i < count; i++)
    buffer_print(joined, "%s%s", i ? ";" : "", nonet_layer_name(n, layers[i]));
  attribute(b, &first, "layer", buffer_string(joined));
  buffer_text(b, "];\n");
}

/* The ids of all nodes, each as it stands in the file: a tie writes two of them. All owned. */
struct ids {
  struct buffer text;
  size_t *first; /* of each node, and where the last one ends */
};

static bool ids_start(struct ids *ids, const nonet *n) {
  *ids = (struct ids){.first = memory_array((size_t)n->nodes + 1, sizeof *ids->first)};
  if (!ids->first) return false;
  for (uint32_t v = 0; v < n->nodes; v++) {
    ids->first[v] = ids->text.size;
    dot_id(&ids->text, n, v);
  }
  ids->first[n->nodes] = ids->text.size;
  return !ids->text.failed;
}

static void ids_free(struct ids *ids) {
  buffer_free(&ids->text);
  free(ids->first);
}

static void add_id(struct buffer *b, const struct ids *ids, uint32_t v) {
  buffer_add(b, ids->text.bytes + ids->first[v], ids->first[v + 1] - ids->first[v]);
}

static void tie_row(struct buffer *b, const nonet *n, const struct ids *ids, uint32_t t) {
  uint32_t layer = net_tie_layer(n, t);
  bool first = true;
  buffer_text(b, "  ");
  add_id(b, ids, n->tie_from[t]);
  buffer_text(b, n->directed ? " -> " : " -- ");
  add_id(b, ids, n->tie_to[t]);
  if (n->tie_kind) attribute(b, &first, "kind", net_word(n, n->tie_kind[t]));
  if (layer != NONET_NONE) attribute(b, &first, "layer", nonet_layer_name(n, layer));
  if (n->tie_weight && !isnan(n->tie_weight[t])) {
    buffer_text(b, first ? " [weight=\"" : ", weight=\"");
    buffer_number(b, n->tie_weight[t]);
    buffer_char(b, '"');
    first = false;
  }
  if (n->directed && !net_tie_directed(n, t)) attribute(b, &first, "dir", "none");
  if (n->tie_since_text) attribute(b, &first, "since", net_word(n, n->tie_since_text[t]));
  if (n->tie_until_text) attribute(b, &first, "until", net_word(n, n->tie_until_text[t]));
  buffer_text(b, first ? ";\n" : "];\n");
}

static nonet_code write_dot(nonet_out *o, const nonet *n, const struct run *run, nonet_err *err) {
  struct write_stream w = {.out = o, .run = run, .err = err};
  struct buffer joined = {0};
  struct ids ids;
  if (!ids_start(&ids, n)) w.text.failed = true;
  buffer_text(&w.text, n->directed ? "digraph \"" : "graph \"");
  dot_label(&w.text, nonet_title(n), " ");
  buffer_text(&w.text, "\" {\n");
  for (uint32_t v = 0; v < n->nodes && !w.text.failed; v++) {
    node_row(&w.text, &joined, n, v);
    if (!write_row_end(&w, v)) break;
  }
  for (uint32_t t = 0; t < n->ties && w.code == NONET_OK && !w.text.failed; t++) {
    tie_row(&w.text, n, &ids, t);
    if (!write_row_end(&w, t)) break;
  }
  buffer_text(&w.text, "}\n");
  w.text.failed |= joined.failed;
  buffer_free(&joined);
  ids_free(&ids);
  return write_end(&w);
}

const struct writer writer_dot = {"dot", ".dot .gv", write_dot};
