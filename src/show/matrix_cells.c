/* The contents of a matrix.
 *
 * How: nodes are sorted by layer, then by falling number of ties, then by key; ties become cells by sorting them by row and column. A cell
 * of an undirected one-mode network comes twice, once on each side of the diagonal. */
#include "show/matrix_cells.h"

#include "base/memory.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct candidate {
  uint32_t node, group, ties;
  const char *key;
};

struct entry {
  uint32_t row, column, tie;
};

static int by_rank(const void *a, const void *b) {
  const struct candidate *x = a, *y = b;
  if (x->group != y->group) return x->group < y->group ? -1 : 1;
  if (x->ties != y->ties) return x->ties > y->ties ? -1 : 1;
  return strcmp(x->key, y->key);
}

static int by_cell(const void *a, const void *b) {
  const struct entry *x = a, *y = b;
  if (x->row != y->row) return x->row < y->row ? -1 : 1;
  if (x->column != y->column) return x->column < y->column ? -1 : 1;
  return x->tie < y->tie ? -1 : x->tie > y->tie;
}

/* Nodes of a kind (NONET_NONE: all) in order. */
static nonet_code order(uint32_t **nodes, uint32_t **ties, uint32_t *count, const struct style *s, uint32_t kind, nonet_err *err) {
  const nonet *n = s->net;
  struct candidate *all = memory_zeroed(n->nodes, sizeof *all);
  *nodes = memory_zeroed(n->nodes, sizeof **nodes);
  *ties = memory_zeroed(n->nodes, sizeof **ties);
  if (!all || !*nodes || !*ties) {
    free(all);
    return error_memory(err);
  }
  for (uint32_t v = 0; v < n->nodes; v++) {
    if (kind != NONET_NONE && net_node_kind(n, v) != kind) continue;
    uint32_t group = s->nodes_coloured ? s->node_group[v] : 0;
    all[(*count)++] = (struct candidate){v, group, (uint32_t)(n->end_first[v + 1] - n->end_first[v]), net_key(n, v)};
  }
  qsort(all, *count, sizeof *all, by_rank);
  for (uint32_t i = 0; i < *count; i++) {
    (*nodes)[i] = all[i].node;
    (*ties)[i] = all[i].ties;
  }
  free(all);
  return NONET_OK;
}

/* The two kinds that most ties are between, where two thirds of them are between two kinds; else none. */
static bool find_kinds(const nonet *n, uint32_t *a, uint32_t *b) {
  uint32_t between = 0;
  *a = n->mode_kind[0];
  *b = n->mode_kind[1];
  if (n->two_modes) return true;
  if (n->kinds != 2 || !n->ties) return false;
  *a = 0;
  *b = 1;
  for (uint32_t t = 0; t < n->ties; t++) {
    uint32_t x = net_node_kind(n, n->tie_from[t]), y = net_node_kind(n, n->tie_to[t]);
    between += x != NONET_NONE && y != NONET_NONE && x != y;
  }
  return (uint64_t)between * 3 >= (uint64_t)n->ties * 2;
}

/* Partners are rows and strategies columns; other kinds: the one with more nodes is rows. */
static void choose_kinds(const nonet *n, uint32_t a, uint32_t b, uint32_t *rows, uint32_t *columns) {
  uint32_t count[2] = {0};
  for (uint32_t v = 0; v < n->nodes; v++) {
    count[0] += net_node_kind(n, v) == a;
    count[1] += net_node_kind(n, v) == b;
  }
  bool turned = count[1] > count[0];
  if (strcmp(nonet_kind_name(n, b), "partner") == 0 || strcmp(nonet_kind_name(n, a), "strategy") == 0) turned = true;
  if (strcmp(nonet_kind_name(n, a), "partner") == 0 || strcmp(nonet_kind_name(n, b), "strategy") == 0) turned = false;
  *rows = turned ? b : a;
  *columns = turned ? a : b;
}

/* Letters for kinds of ties, in the order in which they first come. */
static nonet_code name_roles(struct matrix_cells *c, nonet_err *err) {
  const nonet *n = c->style->net;
  for (uint32_t t = 0; n->tie_kind && t < n->ties; t++) {
    size_t i = 0;
    if (!n->tie_kind[t]) continue;
    while (i < c->role_count && c->role_word[i] != n->tie_kind[t])
      i++;
    if (i == MATRIX_ROLES) continue;
    if (i == c->role_count) {
      c->roles[i].name = memory_text(net_word(n, n->tie_kind[t]));
      if (!c->roles[i].name) return error_memory(err);
      c->role_word[i] = n->tie_kind[t];
      style_choose_letter(c->roles, c->role_count++);
    }
    c->roles[i].count++;
  }
  return NONET_OK;
}

static void add_letter(struct buffer *b, const struct matrix_cells *c, uint32_t tie) {
  const nonet *n = c->style->net;
  const char *letter = "*";
  for (size_t i = 0; i < c->role_count; i++)
    if (c->role_word[i] == n->tie_kind[tie]) letter = c->roles[i].letter;
  if (n->tie_kind[tie] && !strstr(buffer_string(b), letter)) buffer_text(b, letter);
}

/* Where ties have no kind, letters tell their layers. */
static void add_layer(struct buffer *b, const struct style *s, uint32_t tie) {
  uint32_t layer = net_tie_layer(s->net, tie);
  if (s->colours != COLOURS_OF_LAYERS || s->groups < 2 || layer == NONET_NONE || s->layer_group[layer] >= s->groups) return;
  const char *letter = s->group[s->layer_group[layer]].letter;
  if (!strstr(buffer_string(b), letter)) buffer_text(b, letter);
}

/* What stands in a cell: letters of roles, else of layers, else the strength, else a dot. */
static void cell_text(struct buffer *b, const struct matrix_cells *c, const struct entry *e, size_t ties) {
  const nonet *n = c->style->net;
  double strength = 0;
  buffer_clear(b);
  for (size_t i = 0; i < ties; i++) {
    if (c->role_count)
      add_letter(b, c, e[i].tie);
    else
      add_layer(b, c->style, e[i].tie);
    strength += net_tie_strength(n, e[i].tie);
  }
  if (b->size) return;
  if (n->weighted) {
    char text[NUMBER_ROOM];
    buffer_add(b, text, number_print_short(text, strength, 2));
  } else {
    buffer_text(b, "•");
  }
}

static struct entry *list_entries(struct matrix_cells *c, const uint32_t *row_of, const uint32_t *column_of, size_t *count) {
  const nonet *n = c->style->net;
  struct entry *all = memory_zeroed((size_t)n->ties * 2, sizeof *all);
  *count = 0;
  for (uint32_t t = 0; all && t < n->ties; t++) {
    uint32_t from = n->tie_from[t], to = n->tie_to[t];
    bool both = c->row_kind == NONET_NONE && !net_tie_directed(n, t) && from != to;
    size_t before = *count;
    if (row_of[from] != NONET_NONE && column_of[to] != NONET_NONE)
      all[(*count)++] = (struct entry){row_of[from], column_of[to], t};
    else
      both = true;
    if (both && row_of[to] != NONET_NONE && column_of[from] != NONET_NONE) all[(*count)++] = (struct entry){row_of[to], column_of[from], t};
    c->left_out += *count == before;
  }
  if (all) qsort(all, *count, sizeof *all, by_cell);
  return all;
}

/* The layer's colour; grey where ties of several layers meet. */
static uint8_t cell_group(const struct style *s, const struct entry *e, size_t ties) {
  uint32_t layer = net_tie_layer(s->net, e->tie);
  for (size_t i = 1; i < ties; i++)
    if (net_tie_layer(s->net, e[i].tie) != layer) return STYLE_OTHER;
  return s->colours == COLOURS_OF_LAYERS && layer != NONET_NONE ? s->layer_group[layer] : STYLE_OTHER;
}

static nonet_code fill_cells(struct matrix_cells *c, const struct entry *all, size_t count, nonet_err *err) {
  struct buffer text = {0};
  c->at = memory_zeroed(count, sizeof *c->at);
  if (!c->at) return error_memory(err);
  for (size_t i = 0, end; i < count; i = end) {
    for (end = i; end < count && all[end].row == all[i].row && all[end].column == all[i].column;)
      end++;
    cell_text(&text, c, &all[i], end - i);
    c->at[c->count++] = (struct matrix_cell){all[i].row, all[i].column, cell_group(c->style, &all[i], end - i), c->texts.size};
    buffer_add(&c->texts, buffer_string(&text), text.size + 1);
  }
  bool failed = text.failed || c->texts.failed;
  buffer_free(&text);
  return failed ? error_memory(err) : NONET_OK;
}

bool matrix_hangs_on_one(const struct matrix_cells *c, uint32_t v) {
  const nonet *n = c->style->net;
  uint32_t only = NONET_NONE;
  if (c->strategy_kind == NONET_NONE || net_node_kind(n, v) != c->strategy_kind) return false;
  for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++) {
    uint32_t other = n->end_other[e];
    if (net_node_kind(n, other) != c->row_kind || other == only) continue;
    if (only != NONET_NONE) return false;
    only = other;
  }
  return only != NONET_NONE;
}

uint32_t matrix_other_kind(const struct matrix_cells *c) {
  return c->row_kind;
}

static nonet_code number_nodes(const struct matrix_cells *c, uint32_t **row_of, uint32_t **column_of, nonet_err *err) {
  uint32_t n = c->style->net->nodes;
  *row_of = memory_array(n, sizeof **row_of);
  *column_of = memory_array(n, sizeof **column_of);
  if (!*row_of || !*column_of) return error_memory(err);
  for (uint32_t v = 0; v < n; v++)
    (*row_of)[v] = (*column_of)[v] = NONET_NONE;
  for (uint32_t i = 0; i < c->rows; i++)
    (*row_of)[c->row[i]] = i;
  for (uint32_t i = 0; i < c->columns; i++)
    (*column_of)[c->column[i]] = i;
  return NONET_OK;
}

nonet_code matrix_cells_fill(struct matrix_cells *c, const struct style *style, nonet_err *err) {
  const nonet *n = style->net;
  uint32_t *row_of = NULL, *column_of = NULL, a, b;
  struct entry *all = NULL;
  size_t count = 0;
  *c = (struct matrix_cells){.style = style, .row_kind = NONET_NONE, .column_kind = NONET_NONE, .strategy_kind = NONET_NONE};
  if (find_kinds(n, &a, &b)) {
    choose_kinds(n, a, b, &c->row_kind, &c->column_kind);
    c->strategy_kind = c->column_kind;
  }
  nonet_code code = order(&c->row, &c->row_ties, &c->rows, style, c->row_kind, err);
  if (code == NONET_OK) code = order(&c->column, &c->column_ties, &c->columns, style, c->column_kind, err);
  if (code == NONET_OK) code = name_roles(c, err);
  if (code == NONET_OK) code = number_nodes(c, &row_of, &column_of, err);
  if (code == NONET_OK) {
    all = list_entries(c, row_of, column_of, &count);
    code = all ? fill_cells(c, all, count, err) : error_memory(err);
  }
  if (code == NONET_OK) {
    memset(c->row_ties, 0, c->rows * sizeof *c->row_ties);
    memset(c->column_ties, 0, c->columns * sizeof *c->column_ties);
    for (size_t i = 0; i < count; i++) {
      c->row_ties[all[i].row]++;
      c->column_ties[all[i].column]++;
    }
  }
  for (uint32_t v = 0; code == NONET_OK && v < n->nodes; v++)
    c->hanging += matrix_hangs_on_one(c, v);
  free(all);
  free(row_of);
  free(column_of);
  return code;
}

void matrix_cells_free(struct matrix_cells *c) {
  for (size_t i = 0; i < c->role_count; i++)
    free(c->roles[i].name);
  free(c->row);
  free(c->column);
  free(c->row_ties);
  free(c->column_ties);
  free(c->at);
  buffer_free(&c->texts);
}
