/* A network as bare DOT: one line for each node and each tie, without positions.
 *
 *   digraph "Example City" {
 *     "youth-service" [label="Youth Service", kind="partner", layer="Education;Health"];
 *     "youth-service" -> "youth-offer" [kind="leads", layer="Education", weight="3"];
 *   }
 *
 * How: a network with one directed tie is a digraph, its undirected ties carry dir=none. Layers and kinds are attributes of their own,
 * which Graphviz leaves alone and a reader of ours understands. Ids and names of layers are made once and copied. Text is streamed: cgraph
 * needs 5.6 s to build and 1.9 s to write what this writes in a few hundredths. */
#include "show/dot_text.h"
#include "show/write.h"
#include "show/written.h"

#include <math.h>

static void attribute(struct buffer *b, bool *first, const char *name, const char *text) {
  if (!*text) return;
  buffer_text(b, *first ? " [" : ", ");
  *first = false;
  buffer_text(b, name);
  buffer_char(b, '=');
  dot_value(b, text);
}

/* What is made once. All owned. */
struct dot_texts {
  struct written id, layer; /* of each node: its id; of each layer: its name as a value */
};

static void make_layer(struct buffer *b, const nonet *n, uint32_t layer) {
  dot_value(b, nonet_layer_name(n, layer));
}

static bool texts_start(struct dot_texts *texts, const nonet *n) {
  *texts = (struct dot_texts){0};
  return written_start(&texts->id, n, n->nodes, dot_id) && written_start(&texts->layer, n, n->layers, make_layer);
}

static void texts_free(struct dot_texts *texts) {
  written_free(&texts->id);
  written_free(&texts->layer);
}

static void node_row(struct buffer *b, struct buffer *joined, const nonet *n, const struct dot_texts *texts, uint32_t v) {
  const uint32_t *layers;
  uint32_t count = net_node_layers(n, v, &layers), kind = net_node_kind(n, v);
  bool first = false;
  buffer_text(b, "  ");
  written_add(b, &texts->id, v);
  buffer_text(b, " [label=\"");
  dot_label(b, n->node_label ? net_word(n, n->node_label[v]) : net_key(n, v), "\\n");
  buffer_char(b, '"');
  if (kind != NONET_NONE) attribute(b, &first, "kind", nonet_kind_name(n, kind));
  buffer_clear(joined);
  for (uint32_t i = 0; i < count; i++) {
    if (i) buffer_char(joined, ';');
    buffer_text(joined, nonet_layer_name(n, layers[i]));
  }
  attribute(b, &first, "layer", buffer_string(joined));
  buffer_text(b, "];\n");
}

static void layer_of_tie(struct buffer *b, bool *first, const nonet *n, const struct dot_texts *texts, uint32_t layer) {
  if (layer == NONET_NONE || !*nonet_layer_name(n, layer)) return;
  buffer_text(b, *first ? " [layer=" : ", layer=");
  *first = false;
  written_add(b, &texts->layer, layer);
}

static void tie_row(struct buffer *b, const nonet *n, const struct dot_texts *texts, uint32_t t) {
  uint32_t layer = net_tie_layer(n, t);
  bool first = true;
  buffer_add(b, "  ", 2);
  written_add(b, &texts->id, n->tie_from[t]);
  buffer_add(b, n->directed ? " -> " : " -- ", 4);
  written_add(b, &texts->id, n->tie_to[t]);
  if (n->tie_kind) attribute(b, &first, "kind", net_word(n, n->tie_kind[t]));
  layer_of_tie(b, &first, n, texts, layer);
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
  struct dot_texts texts;
  if (!texts_start(&texts, n)) w.text.failed = true;
  buffer_text(&w.text, n->directed ? "digraph \"" : "graph \"");
  dot_label(&w.text, nonet_title(n), " ");
  buffer_text(&w.text, "\" {\n");
  for (uint32_t v = 0; v < n->nodes && !w.text.failed; v++) {
    node_row(&w.text, &joined, n, &texts, v);
    if (!write_row_end(&w, v)) break;
  }
  for (uint32_t t = 0; t < n->ties && w.code == NONET_OK && !w.text.failed; t++) {
    written_ask_for_tie(&texts.id, n, t);
    tie_row(&w.text, n, &texts, t);
    if (!write_row_end(&w, t)) break;
  }
  buffer_text(&w.text, "}\n");
  w.text.failed |= joined.failed;
  buffer_free(&joined);
  texts_free(&texts);
  return write_end(&w);
}

const struct writer writer_dot = {"dot", ".dot .gv", write_dot};
