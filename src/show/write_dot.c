/* A network as bare DOT: one line for each node and each tie, without positions.
 *
 *   digraph "Example City" {
 *     "youth-service" [label="Youth Service", kind="partner", layer="Education;Health"];
 *     "youth-service" -> "youth-offer" [kind="leads", layer="Education", weight="3"];
 *   }
 *
 * How: a network with one directed tie is a digraph, its undirected ties carry dir=none. Layers and kinds are attributes of their own,
 * which Graphviz leaves alone and a reader of ours understands. Ids, kinds and names of layers are made once and copied. Text is streamed:
 * cgraph needs 5.6 s to build and 1.9 s to write what this writes in a few hundredths. */
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
  const nonet *n;
  struct written id, layer, kind; /* of each node: its id; of each layer and kind: its name as a value, "" where it has none */
  struct written_ends ends;
};

static void value_or_nothing(struct buffer *b, const char *text) {
  if (*text) dot_value(b, text);
}

static void make_layer(struct buffer *b, const nonet *n, uint32_t layer) {
  value_or_nothing(b, nonet_layer_name(n, layer));
}

static void make_kind(struct buffer *b, const nonet *n, uint32_t kind) {
  value_or_nothing(b, nonet_kind_name(n, kind));
}

static bool texts_start(struct dot_texts *texts, const nonet *n, const struct run *run) {
  *texts = (struct dot_texts){.n = n, .ends = {{WRITTEN_MARK("  "), n->directed ? WRITTEN_MARK(" -> ") : WRITTEN_MARK(" -- ")}}};
  return written_start(&texts->id, n, n->nodes, dot_id, run_threads(run)) && written_start(&texts->layer, n, n->layers, make_layer, 1) &&
         written_start(&texts->kind, n, n->kinds, make_kind, 1);
}

static void texts_free(struct dot_texts *texts) {
  written_free(&texts->id);
  written_free(&texts->layer);
  written_free(&texts->kind);
}

/* An attribute whose value was made, or is left out. */
static void made_attribute(struct buffer *b, bool *first, const char *name, const struct written *values, uint32_t i) {
  size_t size;
  if (i == NONET_NONE) return;
  written_at(values, i, &size);
  if (!size) return;
  buffer_text(b, *first ? " [" : ", ");
  *first = false;
  buffer_text(b, name);
  written_add(b, values, i);
}

/* A key that is an id is a label as it stands, quotes and all; one that is not got an id with an n. */
static void label_of_node(struct buffer *b, const nonet *n, const struct dot_texts *texts, uint32_t v) {
  size_t size;
  const char *id = written_at(&texts->id, v, &size);
  if (!n->node_label && id[1] != 'n') {
    written_add(b, &texts->id, v);
    return;
  }
  buffer_char(b, '"');
  dot_label(b, n->node_label ? net_word(n, n->node_label[v]) : net_key(n, v), "\\n");
  buffer_char(b, '"');
}

static void layers_of_node(struct buffer *b, struct buffer *joined, const nonet *n, const struct dot_texts *texts, uint32_t v) {
  const uint32_t *layers;
  uint32_t count = net_node_layers(n, v, &layers);
  bool first = false;
  if (count == 1) made_attribute(b, &first, "layer=", &texts->layer, layers[0]);
  if (count < 2) return;
  buffer_clear(joined);
  for (uint32_t i = 0; i < count; i++) {
    if (i) buffer_char(joined, ';');
    buffer_text(joined, nonet_layer_name(n, layers[i]));
  }
  attribute(b, &first, "layer", buffer_string(joined));
}

static void node_rows(struct buffer *b, const void *of, uint32_t first, uint32_t end) {
  const struct dot_texts *texts = of;
  const nonet *n = texts->n;
  struct buffer joined = {0};
  for (uint32_t v = first; v < end; v++) {
    bool begun = false;
    buffer_text(b, "  ");
    written_add(b, &texts->id, v);
    buffer_text(b, " [label=");
    label_of_node(b, n, texts, v);
    made_attribute(b, &begun, "kind=", &texts->kind, net_node_kind(n, v));
    layers_of_node(b, &joined, n, texts, v);
    buffer_text(b, "];\n");
  }
  b->failed |= joined.failed;
  buffer_free(&joined);
}

static void tie_row(struct buffer *b, const nonet *n, const struct dot_texts *texts, uint32_t t) {
  bool first = true;
  written_add_ends(b, &texts->id, &texts->ends, n, t);
  if (n->tie_kind) attribute(b, &first, "kind", net_word(n, n->tie_kind[t]));
  made_attribute(b, &first, "layer=", &texts->layer, net_tie_layer(n, t));
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

static void tie_rows(struct buffer *b, const void *of, uint32_t first, uint32_t end) {
  const struct dot_texts *texts = of;
  for (uint32_t t = first; t < end; t++)
    tie_row(b, texts->n, texts, t);
}

static nonet_code write_dot(nonet_out *o, const nonet *n, const struct run *run, nonet_err *err) {
  struct write_stream w = {.out = o, .run = run, .err = err};
  struct dot_texts texts;
  if (!texts_start(&texts, n, run)) w.text.failed = true;
  buffer_text(&w.text, n->directed ? "digraph \"" : "graph \"");
  dot_label(&w.text, nonet_title(n), " ");
  buffer_text(&w.text, "\" {\n");
  write_rows(&w, n->nodes, node_rows, &texts);
  write_rows(&w, n->ties, tie_rows, &texts);
  buffer_text(&w.text, "}\n");
  texts_free(&texts);
  return write_end(&w);
}

const struct writer writer_dot = {"dot", ".dot .gv", write_dot};
