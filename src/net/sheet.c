/* Sheets: tables of results with typed keys.
 *
 * How: a column is an array of numbers or of words of the sheet's own interner; key columns come first and follow from the kind of keys.
 * Rows are fixed when a sheet is made, so pointers into columns stay valid; sorting moves values, not arrays. */
#include "net/sheet.h"

#include "base/memory.h"
#include "net/net.h"
#include "net/sheet_rows.h"

#include <math.h>
#include <stdlib.h>

struct key_column {
  const char *name;
  bool is_number;
};

#define MOST_KEYS 4
static const struct key_column key_columns[][MOST_KEYS] = {
    [NONET_BY_NODE] = {{"node", false}},
    [NONET_BY_TIE] = {{"tie", true}, {"from", false}, {"to", false}},
    [NONET_BY_LAYER] = {{"layer", false}},
    [NONET_BY_NODE_LAYER] = {{"node", false}, {"layer", false}},
    [NONET_BY_DATE] = {{"date", false}},
    [NONET_BY_SET] = {{"set", false}, {"member", false}},
    [NONET_BY_PATH] = {{"path", true}, {"step", true}, {"tie", true}},
    [NONET_BY_PAIR] = {{"from", false}, {"to", false}},
    [NONET_BY_TREE] = {{"id", false}, {"parent", false}},
    [NONET_BY_STEP] = {{"step", true}, {"node", false}},
    [NONET_BY_MEASURE] = {{"measure", false}},
    [NONET_BY_DATE_NODE] = {{"date", false}, {"node", false}},
    [NONET_BY_DATE_TIE] = {{"date", false}, {"tie", true}, {"from", false}, {"to", false}},
    [NONET_BY_DATE_LAYER] = {{"date", false}, {"layer", false}},
};

static nonet_code add_column(struct sheet_column **out, nonet_sheet *s, const char *name, nonet_err *err) {
  uint32_t word = words_add_text(s->words, name);
  if (word == WORDS_NONE) return error_memory(err);
  if (!memory_grow(&s->column, &s->column_room, s->columns + 1, sizeof *s->column)) return error_memory(err);
  s->column[s->columns] = (struct sheet_column){.name = word};
  *out = &s->column[s->columns];
  return NONET_OK;
}

nonet_code sheet_add_numbers(double **out, nonet_sheet *s, const char *name, nonet_err *err) {
  struct sheet_column *c = NULL;
  nonet_code code = add_column(&c, s, name, err);
  if (code) return code;
  c->number = memory_array(s->rows, sizeof *c->number);
  if (!c->number) return error_memory(err);
  for (size_t row = 0; row < s->rows; row++)
    c->number[row] = NAN;
  s->columns++;
  if (out) *out = c->number;
  return NONET_OK;
}

nonet_code sheet_add_texts(size_t *column, nonet_sheet *s, const char *name, nonet_err *err) {
  struct sheet_column *c = NULL;
  nonet_code code = add_column(&c, s, name, err);
  if (code) return code;
  c->text = memory_zeroed(s->rows, sizeof *c->text);
  if (!c->text) return error_memory(err);
  if (column) *column = s->columns;
  s->columns++;
  return NONET_OK;
}

nonet_code sheet_new(nonet_sheet **out, const char *name, const char *title, nonet_keys keys, size_t rows, nonet_err *err) {
  nonet_code code = NONET_OK;
  *out = NULL;
  if ((unsigned)keys > NONET_BY_DATE_LAYER) return error_set(err, NONET_EINTERNAL, "a sheet of keys that do not exist");
  nonet_sheet *s = memory_zeroed(1, sizeof *s);
  if (!s) return error_memory(err);
  s->keys = keys;
  s->rows = rows;
  s->words = words_new();
  if (!s->words) code = error_memory(err);
  if (!code) {
    s->name = words_add_text(s->words, name);
    s->title = words_add_text(s->words, title);
    if (s->name == WORDS_NONE || s->title == WORDS_NONE) code = error_memory(err);
  }
  for (const struct key_column *k = key_columns[keys]; !code && k < key_columns[keys] + MOST_KEYS && k->name; k++)
    code = k->is_number ? sheet_add_numbers(NULL, s, k->name, err) : sheet_add_texts(NULL, s, k->name, err);
  s->key_columns = s->columns;
  if (code) {
    nonet_sheet_free(s);
    return code;
  }
  *out = s;
  return NONET_OK;
}

void nonet_sheet_free(nonet_sheet *s) {
  if (!s) return;
  for (size_t i = 0; i < s->columns; i++) {
    free(s->column[i].number);
    free(s->column[i].text);
  }
  free(s->column);
  free(s->note);
  words_free(s->words);
  free(s);
}

nonet_code sheet_set_text(nonet_sheet *s, size_t row, size_t column, const char *text, nonet_err *err) {
  if (column >= s->columns || row >= s->rows || !s->column[column].text)
    return error_set(err, NONET_EINTERNAL, "a text set where a sheet has none");
  uint32_t word = words_add_text(s->words, text);
  if (word == WORDS_NONE) return error_memory(err);
  s->column[column].text[row] = word;
  return NONET_OK;
}

void sheet_set_number(nonet_sheet *s, size_t row, size_t column, double x) {
  if (column < s->columns && row < s->rows && s->column[column].number) s->column[column].number[row] = x;
}

void sheet_cut(nonet_sheet *s, size_t rows) {
  if (rows < s->rows) s->rows = rows;
}

nonet_code sheet_note(nonet_sheet *s, const char *text, nonet_err *err) {
  uint32_t word = words_add_text(s->words, text);
  if (word == WORDS_NONE) return error_memory(err);
  for (size_t i = 0; i < s->notes; i++)
    if (s->note[i] == word) return NONET_OK; /* said once is enough */
  if (!memory_grow(&s->note, &s->note_room, s->notes + 1, sizeof *s->note)) return error_memory(err);
  s->note[s->notes++] = word;
  return NONET_OK;
}

/* ---- sheets whose keys follow from a network ---- */

nonet_code sheet_of_nodes(nonet_sheet **out, const char *name, const char *title, const nonet *n, nonet_err *err) {
  nonet_code code = sheet_new(out, name, title, NONET_BY_NODE, n->nodes, err);
  for (uint32_t v = 0; !code && v < n->nodes; v++)
    code = sheet_set_text(*out, v, 0, net_key(n, v), err);
  if (code) {
    nonet_sheet_free(*out);
    *out = NULL;
  }
  return code;
}

nonet_code sheet_of_ties(nonet_sheet **out, const char *name, const char *title, const nonet *n, nonet_err *err) {
  nonet_code code = sheet_new(out, name, title, NONET_BY_TIE, n->ties, err);
  for (uint32_t t = 0; !code && t < n->ties; t++) {
    sheet_set_number(*out, t, 0, (double)t + 1);
    code = sheet_set_text(*out, t, 1, net_key(n, n->tie_from[t]), err);
    if (!code) code = sheet_set_text(*out, t, 2, net_key(n, n->tie_to[t]), err);
  }
  if (code) {
    nonet_sheet_free(*out);
    *out = NULL;
  }
  return code;
}

nonet_code sheet_of_layers(nonet_sheet **out, const char *name, const char *title, const nonet *n, nonet_err *err) {
  nonet_code code = sheet_new(out, name, title, NONET_BY_LAYER, n->layers, err);
  for (uint32_t l = 0; !code && l < n->layers; l++)
    code = sheet_set_text(*out, l, 0, nonet_layer_name(n, l), err);
  if (code) {
    nonet_sheet_free(*out);
    *out = NULL;
  }
  return code;
}

/* ---- reading ---- */

const char *nonet_sheet_name(const nonet_sheet *s) {
  return words_text(s->words, s->name);
}

const char *nonet_sheet_title(const nonet_sheet *s) {
  return words_text(s->words, s->title);
}

nonet_keys nonet_sheet_keys(const nonet_sheet *s) {
  return s->keys;
}

size_t nonet_sheet_rows(const nonet_sheet *s) {
  return s->rows;
}

size_t nonet_sheet_columns(const nonet_sheet *s) {
  return s->columns;
}

size_t nonet_sheet_key_columns(const nonet_sheet *s) {
  return s->key_columns;
}

const char *nonet_sheet_column(const nonet_sheet *s, size_t column, bool *is_number) {
  if (column >= s->columns) {
    if (is_number) *is_number = false;
    return NULL;
  }
  if (is_number) *is_number = s->column[column].number != NULL;
  return words_text(s->words, s->column[column].name);
}

double nonet_sheet_number(const nonet_sheet *s, size_t row, size_t column) {
  if (row >= s->rows || column >= s->columns || !s->column[column].number) return NAN;
  return s->column[column].number[row];
}

const char *nonet_sheet_text(const nonet_sheet *s, size_t row, size_t column) {
  if (row >= s->rows || column >= s->columns || !s->column[column].text) return "";
  return words_text(s->words, s->column[column].text[row]);
}

const char *nonet_sheet_note(const nonet_sheet *s, size_t i) {
  return i < s->notes ? words_text(s->words, s->note[i]) : NULL;
}
