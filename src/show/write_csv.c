/* A network as CSV: two tables in a folder (nodes.csv, ties.csv), or the ties alone in one file.
 *
 *   nodes.csv  id,label,short,kind,layer,aliases, further columns      layers and aliases separated by ';', the main layer first
 *   ties.csv   from,to,kind,layer,weight,direction,since,until,source document, further columns
 *
 * How: a column that nobody filled is left out; headings are those that the reader understands, so what is written reads back the same.
 * Cells that name nodes and layers of ties are made once and copied.
 * Why a warning with one file: a lone table of ties loses nodes without ties and everything said about nodes. */
#include "show/page.h"
#include "show/write.h"
#include "show/written.h"

#include <math.h>
#include <string.h>

/* The columns of one of the tables that are there. */
struct csv_shape {
  bool label, short_name, kind, layer, aliases;
  bool weight, direction, dates, source;
};

static bool any_word(const uint32_t *words, uint32_t count) {
  for (uint32_t i = 0; words && i < count; i++)
    if (words[i]) return true;
  return false;
}

static struct csv_shape shape_of_nodes(const nonet *n) {
  struct csv_shape s = {.kind = n->kinds > 0, .aliases = n->alias_first && n->alias_first[n->nodes] > 0};
  s.short_name = any_word(n->node_short, n->nodes);
  s.label = n->node_label != NULL;
  s.layer = n->member_first && n->member_first[n->nodes] > 0;
  return s;
}

static struct csv_shape shape_of_ties(const nonet *n) {
  struct csv_shape s = {.weight = n->weighted, .direction = n->directed};
  s.kind = any_word(n->tie_kind, n->ties);
  s.source = any_word(n->tie_source, n->ties);
  s.dates = any_word(n->tie_since_text, n->ties) || any_word(n->tie_until_text, n->ties);
  for (uint32_t t = 0; n->tie_layer && t < n->ties && !s.layer; t++)
    s.layer = n->tie_layer[t] != NONET_NONE;
  return s;
}

static void cell(struct buffer *b, const char *text) {
  buffer_char(b, ',');
  page_csv_cell(b, text);
}

static void cell_word(struct buffer *b, const nonet *n, const uint32_t *words, uint32_t i) {
  cell(b, words ? net_word(n, words[i]) : "");
}

static void further_headings(struct buffer *b, const nonet *n, const struct net_columns *columns) {
  for (size_t c = 0; c < columns->count; c++)
    cell(b, net_word(n, columns->at[c].name));
}

static void cell_further(struct buffer *b, const nonet *n, const struct net_column *column, uint32_t row) {
  size_t at = net_column_at(column, row);
  cell(b, at == SIZE_MAX ? "" : net_word(n, column->value[at]));
}

static void further_cells(struct buffer *b, const nonet *n, const struct net_columns *columns, uint32_t row) {
  for (size_t c = 0; c < columns->count; c++)
    cell_further(b, n, &columns->at[c], row);
}

static void layers_cell(struct buffer *b, struct buffer *joined, const nonet *n, uint32_t v) {
  const uint32_t *layers;
  uint32_t count = net_node_layers(n, v, &layers);
  buffer_clear(joined);
  for (uint32_t i = 0; i < count; i++) {
    if (i) buffer_char(joined, ';');
    buffer_text(joined, nonet_layer_name(n, layers[i]));
  }
  cell(b, buffer_string(joined));
}

static void aliases_cell(struct buffer *b, struct buffer *joined, const nonet *n, uint32_t v) {
  buffer_clear(joined);
  for (uint64_t i = n->alias_first[v]; i < n->alias_first[v + 1]; i++) {
    if (i > n->alias_first[v]) buffer_char(joined, ';');
    buffer_text(joined, net_word(n, n->alias[i]));
  }
  cell(b, buffer_string(joined));
}

/* A table of nodes, and of which columns. */
struct csv_nodes {
  const nonet *n;
  struct csv_shape shape;
  bool alone; /* the key is the only column */
};

static void node_row(struct buffer *b, struct buffer *joined, const struct csv_nodes *of, uint32_t v) {
  const nonet *n = of->n;
  const struct csv_shape *s = &of->shape;
  uint32_t kind = net_node_kind(n, v);
  if (of->alone)
    page_csv_quoted(b, net_key(n, v)); /* no comma in the file: a ';' or '|' in a key would pass for the delimiter */
  else
    page_csv_cell(b, net_key(n, v));
  if (s->label) cell_word(b, n, n->node_label, v);
  if (s->short_name) cell_word(b, n, n->node_short, v);
  if (s->kind) cell(b, kind == NONET_NONE ? "" : nonet_kind_name(n, kind));
  if (s->layer) layers_cell(b, joined, n, v);
  if (s->aliases) aliases_cell(b, joined, n, v);
  further_cells(b, n, &n->node_columns, v);
  buffer_char(b, '\n');
}

static void node_rows(struct buffer *b, const void *of, uint32_t first, uint32_t end) {
  struct buffer joined = {0};
  for (uint32_t v = first; v < end; v++)
    node_row(b, &joined, of, v);
  b->failed |= joined.failed;
  buffer_free(&joined);
}

static nonet_code write_nodes(nonet_out *o, const nonet *n, const struct run *run, nonet_err *err) {
  struct write_stream w = {.out = o, .run = run, .err = err};
  struct csv_nodes of = {.n = n, .shape = shape_of_nodes(n)};
  const struct csv_shape *s = &of.shape;
  struct buffer *b = &w.text;
  of.alone = !s->label && !s->short_name && !s->kind && !s->layer && !s->aliases && !n->node_columns.count;
  buffer_text(b, "id");
  if (s->label) buffer_text(b, ",label");
  if (s->short_name) buffer_text(b, ",short");
  if (s->kind) buffer_text(b, ",kind");
  if (s->layer) buffer_text(b, ",layer");
  if (s->aliases) buffer_text(b, ",aliases");
  further_headings(b, n, &n->node_columns);
  buffer_char(b, '\n');
  write_rows(&w, n->nodes, node_rows, &of);
  return write_end(&w);
}

/* A table of ties, and cells that are made once: of each node, of each layer. All owned. */
struct csv_ties {
  const nonet *n;
  struct csv_shape shape;
  struct written key, layer;
  struct written_ends ends;
};

static void make_key(struct buffer *b, const nonet *n, uint32_t v) {
  page_csv_cell(b, net_key(n, v));
}

static void make_layer(struct buffer *b, const nonet *n, uint32_t layer) {
  page_csv_cell(b, nonet_layer_name(n, layer));
}

static void tie_row(struct buffer *b, const struct csv_ties *of, uint32_t t) {
  const nonet *n = of->n;
  const struct csv_shape *s = &of->shape;
  uint32_t layer = net_tie_layer(n, t);
  written_add_ends(b, &of->key, &of->ends, n, t);
  if (s->kind) cell_word(b, n, n->tie_kind, t);
  if (s->layer) buffer_char(b, ',');
  if (s->layer && layer != NONET_NONE) written_add(b, &of->layer, layer);
  if (s->weight) {
    buffer_char(b, ',');
    if (n->tie_weight) buffer_number(b, n->tie_weight[t]);
  }
  if (s->direction) cell(b, net_tie_directed(n, t) ? "directed" : "undirected");
  if (s->dates) {
    cell_word(b, n, n->tie_since_text, t);
    cell_word(b, n, n->tie_until_text, t);
  }
  if (s->source) cell_word(b, n, n->tie_source, t);
  further_cells(b, n, &n->tie_columns, t);
  buffer_char(b, '\n');
}

static void tie_rows(struct buffer *b, const void *of, uint32_t first, uint32_t end) {
  for (uint32_t t = first; t < end; t++)
    tie_row(b, of, t);
}

static nonet_code write_ties(nonet_out *o, const nonet *n, const struct run *run, nonet_err *err) {
  struct write_stream w = {.out = o, .run = run, .err = err};
  struct csv_ties of = {.n = n, .shape = shape_of_ties(n), .ends = {{WRITTEN_MARK(""), WRITTEN_MARK(",")}}};
  const struct csv_shape *s = &of.shape;
  if (!written_start(&of.key, n, n->nodes, make_key, run_threads(run)) || !written_start(&of.layer, n, n->layers, make_layer, 1))
    w.text.failed = true;
  buffer_text(&w.text, "from,to");
  if (s->kind) buffer_text(&w.text, ",kind");
  if (s->layer) buffer_text(&w.text, ",layer");
  if (s->weight) buffer_text(&w.text, ",weight");
  if (s->direction) buffer_text(&w.text, ",direction");
  if (s->dates) buffer_text(&w.text, ",since,until");
  if (s->source) buffer_text(&w.text, ",source document");
  further_headings(&w.text, n, &n->tie_columns);
  buffer_char(&w.text, '\n');
  write_rows(&w, n->ties, tie_rows, &of);
  written_free(&of.key);
  written_free(&of.layer);
  return write_end(&w);
}

/* The scale of weights has no column of its own in a table. */
static void warn_of_scale(const nonet *n, const struct run *run) {
  for (uint32_t t = 0; n->tie_scale && t < n->ties; t++) {
    if (n->tie_scale[t] == NONET_STRENGTH) continue;
    run_warn(run, "CSV does not say that a weight is a %s; read it back with --scale %s",
             n->tie_scale[t] == NONET_LENGTH ? "length" : "rank", n->tie_scale[t] == NONET_LENGTH ? "length" : "rank");
    return;
  }
}

static void warn_of_nodes(const nonet *n, const struct run *run) {
  struct csv_shape s = shape_of_nodes(n);
  uint32_t isolates = 0;
  for (uint32_t v = 0; v < n->nodes; v++)
    isolates += n->end_first[v] == n->end_first[v + 1];
  if (isolates)
    run_warn(run, "one CSV file holds the ties only: %u node%s without ties %s left out; a folder (a path ending in '/') holds all",
             isolates, isolates == 1 ? "" : "s", isolates == 1 ? "is" : "are");
  else if (s.label || s.kind || s.layer || s.short_name || s.aliases || n->node_columns.count)
    run_warn(run, "one CSV file holds the ties only, not what is known of the nodes; a folder (a path ending in '/') holds all");
}

static nonet_code write_csv(nonet_out *o, const nonet *n, const struct run *run, nonet_err *err) {
  warn_of_nodes(n, run);
  warn_of_scale(n, run);
  return write_ties(o, n, run, err);
}

nonet_code write_csv_folder(const char *folder, const nonet *n, const struct run *run, nonet_err *err) {
  nonet_out *nodes = NULL, *ties = NULL;
  nonet_code code = out_make_folder(folder, err);
  if (code == NONET_OK) code = out_in_folder(&nodes, folder, "nodes.csv", err);
  if (code == NONET_OK) code = out_in_folder(&ties, folder, "ties.csv", err);
  if (code == NONET_OK) code = write_nodes(nodes, n, run, err);
  if (code == NONET_OK) code = write_ties(ties, n, run, err);
  if (code == NONET_OK) code = nonet_out_commit(ties, err);
  if (code == NONET_OK) code = nonet_out_commit(nodes, err);
  if (code == NONET_OK) warn_of_scale(n, run);
  nonet_out_free(ties);
  nonet_out_free(nodes);
  return code;
}

const struct writer writer_csv = {"csv", ".csv", write_csv};
