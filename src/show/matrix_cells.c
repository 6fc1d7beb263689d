/* The contents of a matrix.
 *
 * How: nodes are sorted by layer, then by falling number of ties, then by key; ties become cells by sorting them by row and column. A cell
 * of an undirected one-mode network comes twice, once on each side of the diagonal. Where there are more rows or columns than can be shown,
 * those with the fewest ties share the last one, whose cells count ties: nothing is lost, and what is left out is said.
 * Sides: two kinds that most ties are between; else strategies, projects ... against all others (net/sides.h), if ties join them; else the
 * matrix is square. */
#include "show/matrix_cells.h"

#include "base/memory.h"
#include "base/number.h"
#include "net/sides.h"

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

static int by_ties(const void *a, const void *b) {
  const struct candidate *x = a, *y = b;
  if (x->ties != y->ties) return x->ties > y->ties ? -1 : 1;
  return strcmp(x->key, y->key);
}

/* Ties that have a cell: to the other side. */
static uint32_t ties_across(const struct matrix_cells *c, uint32_t v) {
  const nonet *n = c->style->net;
  uint32_t count = 0;
  for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++)
    count += c->square || (c->side[v] | c->side[n->end_other[e]]) == MATRIX_BOTH;
  return count;
}

/* The nodes of a side in order, all or those with the most ties and a last entry for the others. */
static nonet_code order(uint32_t **nodes, uint32_t **ties, uint32_t *count, uint32_t *left, const struct matrix_cells *c,
                        enum matrix_side side, uint32_t most, nonet_err *err) {
  const struct style *s = c->style;
  const nonet *n = s->net;
  struct candidate *all = memory_zeroed(n->nodes, sizeof *all);
  *nodes = memory_zeroed(n->nodes, sizeof **nodes);
  *ties = memory_zeroed(n->nodes, sizeof **ties);
  if (!all || !*nodes || !*ties) {
    free(all);
    return error_memory(err);
  }
  for (uint32_t v = 0; v < n->nodes; v++) {
    if (!(c->side[v] & side)) continue;
    uint32_t group = s->nodes_coloured ? s->node_group[v] : 0;
    all[(*count)++] = (struct candidate){v, group, ties_across(c, v), net_key(n, v)};
  }
  if (most && *count > most) {
    qsort(all, *count, sizeof *all, by_ties);
    *left = *count - (most - 1);
    *count = most - 1;
  }
  qsort(all, *count, sizeof *all, by_rank);
  for (uint32_t i = 0; i < *count; i++)
    (*nodes)[i] = all[i].node;
  if (*left) (*nodes)[(*count)++] = NONET_NONE;
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

/* Sides by two kinds; nodes of no kind are on neither. */
static void sides_of_kinds(struct matrix_cells *c, uint32_t a, uint32_t b) {
  const nonet *n = c->style->net;
  uint32_t rows, columns;
  choose_kinds(n, a, b, &rows, &columns);
  for (uint32_t v = 0; v < n->nodes; v++) {
    uint32_t kind = net_node_kind(n, v);
    c->side[v] = kind == NONET_NONE ? MATRIX_NEITHER : kind == rows ? MATRIX_ROWS : kind == columns ? MATRIX_COLUMNS : MATRIX_NEITHER;
  }
  c->row_name = nonet_kind_name(n, rows);
  c->column_name = nonet_kind_name(n, columns);
}

/* Of many kinds: what is worked on are columns, all others rows. False where no tie joins the two. */
static nonet_code sides_of_words(bool *found, struct matrix_cells *c, nonet_err *err) {
  const nonet *n = c->style->net;
  bool *strategy = memory_zeroed(n->nodes, sizeof *strategy);
  *found = false;
  if (!strategy) return error_memory(err);
  bool any = net_strategy_nodes(strategy, n);
  for (uint32_t t = 0; any && t < n->ties && !*found; t++)
    *found = strategy[n->tie_from[t]] != strategy[n->tie_to[t]];
  uint32_t kind = NONET_NONE, kinds = 0;
  for (uint32_t v = 0; v < n->nodes; v++) {
    c->side[v] = strategy[v] ? MATRIX_COLUMNS : MATRIX_ROWS;
    if (strategy[v] && net_node_kind(n, v) != kind) kind = net_node_kind(n, v), kinds++;
  }
  c->row_name = "all others";
  c->column_name = kinds == 1 ? nonet_kind_name(n, kind) : "strategies";
  free(strategy);
  return NONET_OK;
}

static nonet_code choose_sides(struct matrix_cells *c, nonet_err *err) {
  const nonet *n = c->style->net;
  uint32_t a, b;
  bool found = false;
  c->side = memory_zeroed(n->nodes, sizeof *c->side);
  if (!c->side) return error_memory(err);
  if (find_kinds(n, &a, &b)) {
    sides_of_kinds(c, a, b);
    return NONET_OK;
  }
  nonet_code code = n->kinds > 2 ? sides_of_words(&found, c, err) : NONET_OK;
  if (code != NONET_OK || found) return code;
  c->square = true;
  memset(c->side, MATRIX_BOTH, n->nodes);
  return NONET_OK;
}

/* Letters for kinds of ties, in the order in which they first come. */
static nonet_code name_roles(struct matrix_cells *c, nonet_err *err) {
  const nonet *n = c->style->net;
  for (uint32_t t = 0; n->tie_kind && t < n->ties; t++) {
    size_t i = 0;
    if (!n->tie_kind[t] || (c->side[n->tie_from[t]] | c->side[n->tie_to[t]]) != MATRIX_BOTH) continue;
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

static void add_number(struct buffer *b, double x) {
  char text[NUMBER_ROOM];
  buffer_add(b, text, number_print_short(text, x, 2));
}

/* What stands in a cell: letters of roles, else of layers, else the strength, else how many ties, else a dot; in a shared row or column how
 * many ties. */
static void cell_text(struct buffer *b, const struct matrix_cells *c, const struct entry *e, size_t ties) {
  const nonet *n = c->style->net;
  double strength = 0;
  buffer_clear(b);
  if (c->row[e->row] == NONET_NONE || c->column[e->column] == NONET_NONE) {
    add_number(b, (double)ties);
    return;
  }
  for (size_t i = 0; i < ties; i++) {
    if (c->role_count)
      add_letter(b, c, e[i].tie);
    else
      add_layer(b, c->style, e[i].tie);
    strength += net_tie_strength(n, e[i].tie);
  }
  if (b->size) return;
  if (n->weighted || ties > 1)
    add_number(b, n->weighted ? strength : (double)ties);
  else
    buffer_text(b, "•");
}

static struct entry *list_entries(struct matrix_cells *c, const uint32_t *row_of, const uint32_t *column_of, size_t *count) {
  const nonet *n = c->style->net;
  struct entry *all = memory_zeroed((size_t)n->ties * 2, sizeof *all);
  *count = 0;
  for (uint32_t t = 0; all && t < n->ties; t++) {
    uint32_t from = n->tie_from[t], to = n->tie_to[t];
    bool same = row_of[from] == row_of[to] && column_of[from] == column_of[to]; /* in the shared row and column, or a loop */
    bool both = c->square && !net_tie_directed(n, t) && !same;
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
  if (c->square || v == NONET_NONE || c->side[v] != MATRIX_COLUMNS) return false;
  for (uint64_t e = n->end_first[v]; e < n->end_first[v + 1]; e++) {
    uint32_t other = n->end_other[e];
    if (c->side[other] != MATRIX_ROWS || other == only) continue;
    if (only != NONET_NONE) return false;
    only = other;
  }
  return only != NONET_NONE;
}

/* The row of each node of that side, or column: its own, the shared last one, or none. */
static void number_side(uint32_t *of, const struct matrix_cells *c, const uint32_t *nodes, uint32_t count, enum matrix_side side) {
  uint32_t shared = count && nodes[count - 1] == NONET_NONE ? count - 1 : NONET_NONE;
  for (uint32_t v = 0; v < c->style->net->nodes; v++)
    of[v] = c->side[v] & side ? shared : NONET_NONE;
  for (uint32_t i = 0; i < count; i++)
    if (nodes[i] != NONET_NONE) of[nodes[i]] = i;
}

nonet_code matrix_cells_fill(struct matrix_cells *c, const struct style *style, struct matrix_most most, nonet_err *err) {
  const nonet *n = style->net;
  uint32_t *row_of = memory_array(n->nodes, sizeof *row_of), *column_of = memory_array(n->nodes, sizeof *column_of);
  struct entry *all = NULL;
  size_t count = 0;
  *c = (struct matrix_cells){.style = style};
  nonet_code code = row_of && column_of ? choose_sides(c, err) : error_memory(err);
  if (code == NONET_OK) code = order(&c->row, &c->row_ties, &c->rows, &c->rows_left, c, MATRIX_ROWS, most.rows, err);
  if (code == NONET_OK) code = order(&c->column, &c->column_ties, &c->columns, &c->columns_left, c, MATRIX_COLUMNS, most.columns, err);
  if (code == NONET_OK) code = name_roles(c, err);
  if (code != NONET_OK) goto done;
  number_side(row_of, c, c->row, c->rows, MATRIX_ROWS);
  number_side(column_of, c, c->column, c->columns, MATRIX_COLUMNS);
  all = list_entries(c, row_of, column_of, &count);
  code = all ? fill_cells(c, all, count, err) : error_memory(err);
  for (size_t i = 0; code == NONET_OK && i < count; i++) {
    c->row_ties[all[i].row]++;
    c->column_ties[all[i].column]++;
  }
  for (uint32_t i = 0; code == NONET_OK && i < c->columns; i++)
    c->hanging += matrix_hangs_on_one(c, c->column[i]);
done:
  free(all);
  free(row_of);
  free(column_of);
  return code;
}

void matrix_cells_free(struct matrix_cells *c) {
  for (size_t i = 0; i < c->role_count; i++)
    free(c->roles[i].name);
  free(c->side);
  free(c->row);
  free(c->column);
  free(c->row_ties);
  free(c->column_ties);
  free(c->at);
  buffer_free(&c->texts);
}
